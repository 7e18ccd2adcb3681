"""``tongket read``: what texts say, as claims. Needs no database."""

from __future__ import annotations

import argparse
import csv
import dataclasses
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TextIO, get_args

from tongket.base import workers
from tongket.base.errors import InvalidInput, TongketError, gettext_noop
from tongket.base.periods import Period
from tongket.catalogue.definitions import Catalogue
from tongket.cli.claims import counts, lines
from tongket.cli.texts import complain, explain, gettext
from tongket.documents.sources import Source, declared_language, read
from tongket.documents.text import read_limited
from tongket.packs import loading
from tongket.reading.claims import Claim
from tongket.reading.detection import is_recognised, may_be_in
from tongket.reading.notations import notations
from tongket.reading.packs import known_languages, language_pack
from tongket.reading.pipeline import read_text

HELP = gettext_noop("read texts and print what they say: figures, cited documents, tasks, findings, awards")

_FOLDER_SKIPS = (".", "~$")  # what editors and systems leave behind


def arguments(parser: argparse.ArgumentParser) -> None:
    """Files, format and language."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar=gettext("FILE"),
        help=gettext(
            "Word documents (docx), PDF with text, spreadsheets (xlsx, ods), tables (csv), HTML pages, texts in UTF-8, "
            "or folders of them; - is standard input"
        ),
    )
    parser.add_argument(
        "--format",
        choices=("table", "jsonl", "csv"),
        default="table",
        help=gettext("how to print (otherwise table)"),
    )
    parser.add_argument(
        "--lang",
        metavar="|".join(("auto", *known_languages())),
        default="auto",
        help=gettext("the language of the texts (otherwise auto)"),
    )
    parser.add_argument(
        "--covers",
        metavar=gettext("PERIOD"),
        help=gettext(
            "the period that the texts are about, which holds where they name no other: 2024, 2025-Q1, 2025-03"
        ),
    )
    parser.add_argument(
        "--text", action="store_true", help=gettext("print the text that is read, to which places in it refer")
    )
    parser.add_argument(
        "--why",
        action="store_true",
        help=gettext("print in the table why a figure is linked to an indicator, or why it is not"),
    )
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=int,
        default=0,
        help=gettext("how many files are read at once (otherwise as many as there are processors)"),
    )


def run(options: argparse.Namespace) -> int:
    """Read every file that can be read; 1 when one could not. What is printed comes in the order of the files."""
    catalogue = loading.catalogue_of(options.named_pack)
    if options.lang != "auto":
        language_pack(options.lang)  # an unknown language is said once, not for every file
    covers = Period.parse(options.covers) if options.covers else None
    if options.jobs < 0:
        raise InvalidInput(gettext_noop("--jobs {jobs}: give a number of files, such as 2."), jobs=options.jobs)
    names = [name for given in options.files for name in _files(given)]
    piped = {"-": read_limited(sys.stdin.buffer)} if "-" in names else {}
    form = "text" if options.text else "why" if options.why and options.format == "table" else options.format
    if form == "csv":
        _csv_writer(sys.stdout).writeheader()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="tongket-read-") as folder:
        tasks = [(_shown(name), name, Path(folder) / str(number)) for number, name in enumerate(names)]
        job = partial(_print_file, piped=piped, form=form, language=options.lang, catalogue=catalogue, covers=covers)
        jobs = options.jobs or os.cpu_count() or 1
        faults: dict[int, TongketError | None] = {}
        following = 0
        for done in workers.each(job, tasks, names=[shown for shown, _, _ in tasks], jobs=jobs):
            faults[done.task] = done.fault
            while following in faults:
                fault = faults.pop(following)
                if fault is None:
                    _copy(tasks[following][2])
                else:
                    failed += 1
                    sys.stdout.flush()
                    complain(f"tongket: {explain(fault)}")
                following += 1
            if len(tasks) > 1 and sys.stderr.isatty():
                _progress(following + len(faults), len(tasks))
    return 1 if failed else 0


def _files(given: str) -> list[str]:
    """The files that a name stands for: those of a folder and the folders in it, sorted, or itself."""
    if given == "-" or not Path(given).is_dir():
        return [given]
    found = [path for path in Path(given).rglob("*") if path.is_file() and not path.name.startswith(_FOLDER_SKIPS)]
    return [str(path) for path in sorted(found)] or [given]  # to be refused as the others are


def _copy(finished: Path) -> None:
    with finished.open(encoding="utf-8", newline="") as printed:
        shutil.copyfileobj(printed, sys.stdout)
    finished.unlink()


def _progress(done: int, of: int) -> None:
    """One line, written over until the last file is done."""
    print("\r" + gettext("{done} of {of} files", done=done, of=of), end="\n" if done == of else "", file=sys.stderr)
    sys.stderr.flush()


def _print_file(
    task: tuple[str, str, Path],
    *,
    piped: Mapping[str, bytes],
    form: str,
    language: str,
    catalogue: Catalogue,
    covers: Period | None,
) -> None:
    """Read one file, and write what is to be printed into another. Raises InvalidInput when it cannot be read."""
    shown, name, into = task
    content = piped[name] if name in piped else _content(name)
    source = read(content, name=shown, notations=notations(language))
    with into.open("w", encoding="utf-8", newline="", errors="backslashreplace") as out:
        if form == "text":
            out.write(source.text)
            return
        found = records(name, content, source, language=language, catalogue=catalogue, covers=covers)
        match form:
            case "jsonl":
                out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in found)
            case "csv":
                _csv_writer(out).writerows(map(_flat, found))
            case _:
                kept = list(found)
                out.writelines(
                    f"{line}\n" for line in (name, *(f"  {line}" for line in lines(kept, why=form == "why")))
                )
                out.write("  " + counts(kept) + "\n")


def records(
    name: str, content: bytes, source: Source, *, language: str, catalogue: Catalogue, covers: Period | None = None
) -> Iterator[dict[str, Any]]:
    """The claims of one file as records of the documented form. Raises InvalidInput for an unknown language."""
    text = source.text
    declared = declared_language(content)
    if language == "auto" and may_be_in(declared, text.lower()):
        language = declared  # a report may quote more in another language than it says in its own
    if language == "auto" and not is_recognised(text.lower()):
        raise InvalidInput(
            gettext_noop("{name}: the language is not one of {known}. If it is, name it with --lang."),
            name=_shown(name),
            known=", ".join(known_languages()),
        )
    for claim in read_text(text, language=language, catalogue=catalogue, covers=covers):
        place = source.places.at(claim.start)
        record = claim.as_record()
        yield {"type": claim.type, "file": name, **record, "place": place.as_record() if place else None}


def _shown(name: str) -> str:
    return gettext("standard input") if name == "-" else name


def _content(name: str) -> bytes:
    if name == "-":
        return read_limited(sys.stdin.buffer)
    if Path(name).is_dir():
        raise InvalidInput(gettext_noop("{name}: the folder holds no file. There is nothing to read."), name=name)
    try:
        with Path(name).open("rb") as file:
            return read_limited(file)
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{name}: the file cannot be read ({reason})."), name=name, reason=error.strerror
        ) from None


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    """A record whose place and link, which have parts, are JSON within their cells."""
    parts = {key: json.dumps(record[key], ensure_ascii=False) for key in ("place", "link") if record.get(key)}
    return {**record, **parts}


def _csv_writer(out: TextIO) -> csv.DictWriter[str]:
    """One table for all files: a column for every field that any type of claim has."""
    fields = (field.name for kind in get_args(Claim) for field in dataclasses.fields(kind))
    return csv.DictWriter(out, tuple(dict.fromkeys(("type", "file", *fields, "place"))), lineterminator="\n")
