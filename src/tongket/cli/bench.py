"""``tongket bench``: how fast and how well texts are read and figures rolled up, beside the best others."""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from tongket import __version__
from tongket.base import localities
from tongket.base.errors import gettext_noop
from tongket.catalogue.definitions import Catalogue
from tongket.cli import bench_measures as measures
from tongket.cli import bench_rollup
from tongket.cli.bench_peers import PEERS, Reader, ready
from tongket.cli.bench_texts import OWN, Sample, samples, stretched
from tongket.cli.shared import shared
from tongket.cli.texts import complain, gettext, language
from tongket.packs import loading

HELP = gettext_noop("measure how fast and how well texts are read, and how fast figures are rolled up")

SMALL, LARGE = 1_000_000, 10_000_000
"""Characters: speed is measured on the smaller length; linear is what takes ten times as long for the larger."""

FIGURES, TO_FIGURES = "figures_chars_per_s", "text_to_figures_chars_per_s"
REGION, GENERAL = "pipeline_region_chars_per_s", "pipeline_general_chars_per_s"
PIPELINE = "pipeline_chars_per_s"
STAGES = (FIGURES, TO_FIGURES, REGION, GENERAL, PIPELINE)
"""The figures stage alone; it and all that it needs, from the text on; the whole pipeline, with the catalogue of
the region, with the general one, and with the one of the two that texts are read with."""

Report = dict[str, Any]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is measured, on which texts, and how it is printed."""
    acts = parser.add_subparsers(dest="act", metavar=gettext("ACT"), required=True)
    text = gettext("measure the reading of texts, beside other readers where they are installed; takes some minutes")
    reading = acts.add_parser("read", help=text, description=text)
    shared(reading, default=argparse.SUPPRESS)
    reading.add_argument("--json", action="store_true", help=gettext("print one JSON object"))
    reading.add_argument(
        "--corpus",
        metavar=gettext("FOLDER"),
        type=Path,
        default=OWN,
        help=gettext("annotated texts, NNN_lang.txt with gold/NNN_lang.jsonl (otherwise those of the project's tests)"),
    )
    bench_rollup.arguments(acts)


def run(options: argparse.Namespace) -> int:
    """Measure, and print what was measured."""
    if options.act == "rollup":
        return bench_rollup.run(options)
    general, region = loading.general_catalogue(), loading.load(options.pack).catalogue
    # Without a region named, texts are read with the general catalogue.
    catalogues = {GENERAL: general, REGION: region, PIPELINE: region if options.named_pack else general}
    report = measure(samples(options.corpus), str(options.corpus), catalogues)
    if options.json:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        _print(report)
    return 0


def measure(texts: Sequence[Sample], source: str, catalogues: Mapping[str, Catalogue]) -> Report:
    """Everything measured in one run; times are processor time of one process, speeds characters a second.

    ``catalogues`` by the stage that takes each: REGION, GENERAL, and PIPELINE, which is one of these two.
    """
    by_language = {code: [s for s in texts if s.language == code] for code in sorted({s.language for s in texts})}
    languages: dict[str, Report] = {}
    total = dict.fromkeys(STAGES, 0.0)
    for code, own in by_language.items():
        text = stretched(own, SMALL)
        spent = dict(zip((FIGURES, TO_FIGURES), measures.figures_seconds(text, code), strict=True))
        spent |= {stage: measures.pipeline_seconds(text, code, catalogues[stage]) for stage in (REGION, GENERAL)}
        spent[PIPELINE] = spent[REGION if catalogues[PIPELINE] is catalogues[REGION] else GENERAL]
        total = {stage: total[stage] + spent[stage] for stage in STAGES}
        languages[code] = {
            "texts": len(own),
            "characters": sum(len(sample.text) for sample in own),
            **{stage: round(SMALL / spent[stage]) for stage in STAGES},
        }
    slowest = min(languages, key=lambda code: languages[code]["pipeline_chars_per_s"])
    versions: dict[str, str | None] = {"tongket": __version__, **{peer.name: peer.version() for peer in PEERS}}
    readers: dict[str, Reader] = {"tongket": measures.ours}
    readers |= {peer.name: ready(peer) for peer in PEERS if versions[peer.name]}
    return {
        "versions": {"python": platform.python_version(), **versions},
        "corpus": source,
        "texts": len(texts),
        "characters": sum(len(sample.text) for sample in texts),
        "measured_characters": SMALL,
        **{stage: round(SMALL * len(languages) / total[stage]) for stage in STAGES},
        "languages": languages,
        "linearity": _linearity(slowest, by_language[slowest], catalogues[PIPELINE]),
        "readers": {name: _compared(reader, by_language) for name, reader in readers.items()},
    }


def _linearity(language: str, texts: Sequence[Sample], catalogue: Catalogue) -> Report:
    """The whole pipeline over ten times the length: 1 is linear."""
    texts_of_both = (stretched(texts, size) for size in (SMALL, LARGE))
    small, large = (measures.pipeline_seconds(text, language, catalogue, 1) for text in texts_of_both)
    return {
        "language": language,
        "small_characters": SMALL,
        "large_characters": LARGE,
        "small_seconds": round(small, 2),
        "large_seconds": round(large, 2),
        "time_per_character_ratio": round(large / LARGE / (small / SMALL), 3),
    }


def _compared(reader: Reader, by_language: dict[str, list[Sample]]) -> Report:
    """One reader on the texts as they are, by language and in all."""
    rows: Report = {}
    for code, texts in [*by_language.items(), ("all", [s for own in by_language.values() for s in own])]:
        reached = measures.quality(reader, texts)
        spent = measures.seconds(lambda texts=texts: [reader(s.text, s.language) for s in texts], 1)  # type: ignore[misc]
        rows[code] = {
            "f1": _rounded(reached.whole.f1),
            "f1_values": _rounded(reached.by_value.f1),
            "chars_per_s": round(sum(len(sample.text) for sample in texts) / spent),
        }
    return rows


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def _print(report: Report) -> None:
    """The report for people: speed by language, linearity, and the readers side by side."""
    print(
        gettext(
            "Annotated texts: {texts}; characters: {characters}; folder: {corpus}",
            texts=_number(report["texts"]),
            characters=_number(report["characters"]),
            corpus=report["corpus"],
        )
    )
    if report["corpus"] == str(OWN):
        print(gettext("The reader was tuned to some of them: on texts that it never saw it does a little worse."))
    print()
    print(gettext("Characters a second of processor time, one process:"))
    languages = [*report["languages"].items(), (gettext("all"), report)]
    columns = {
        FIGURES: gettext("figures stage"),
        TO_FIGURES: gettext("from the text to figures"),
        REGION: gettext("all, the region's catalogue"),
        GENERAL: gettext("all, the general catalogue"),
    }
    speeds = [[code, *(_number(row[stage]) for stage in columns)] for code, row in languages]
    _print_table([[gettext("language"), *columns.values()], *speeds])
    line = report["linearity"]
    print(
        gettext(
            "Time per character of {large} characters against {small} ({language}): {ratio}; 1 is linear.",
            large=_number(line["large_characters"]),
            small=_number(line["small_characters"]),
            language=line["language"],
            ratio=_number(line["time_per_character_ratio"]),
        )
    )
    print()
    print(gettext("Figures of the texts, F1 by value and unit (by value alone), and characters a second:"))
    _print_table([["", *(code for code, _ in languages), gettext("characters a second")], *_readers(report)])
    for name, version in report["versions"].items():
        if version is None:
            complain(
                gettext(
                    "{name} is not installed. For the comparison: "
                    "./dev run pip install --require-hashes -r requirements/bench.txt",
                    name=name,
                )
            )


def _readers(report: Report) -> Iterator[list[str]]:
    for name, reached in report["readers"].items():
        scores = [f"{_number(row['f1'])} ({_number(row['f1_values'])})" for row in reached.values()]
        yield [f"{name} {report['versions'][name]}", *scores, _number(reached["all"]["chars_per_s"])]


def _number(value: float | None) -> str:
    return "–" if value is None else localities.number(Decimal(str(value)), language())


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        print("  " + "  ".join(cells))
