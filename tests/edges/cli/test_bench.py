"""``tongket bench read``: what it says is measured, on small lengths; how fast it is is for no test to judge."""

from __future__ import annotations

import gc
import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.chapters.reading.matching import assigned, load, same_figure
from tests.conftest import Run
from tongket.cli import bench, main
from tongket.cli.bench_peers import PEERS, Peer, _recognizers, _widest
from tongket.cli.bench_texts import OWN, stretched
from tongket.reading.claims import FigureClaim
from tongket.reading.pipeline import read_text
from tongket.reading.scoring import Found

LINES = [
    {"quote": "5 %", "start": 14, "value": 5, "unit": "%", "kind": "change", "of": None},
    {"quote": "12 widgets", "start": 21, "value": 12, "unit": "gadgets", "kind": "count", "of": None},
]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An annotated text, of which the bench reads little, and alone."""
    monkeypatch.setattr(bench, "SMALL", 2_000)
    monkeypatch.setattr(bench, "LARGE", 20_000)
    monkeypatch.setattr(bench, "PEERS", (Peer("no-such-reader", _recognizers),))
    (tmp_path / "gold").mkdir()
    (tmp_path / "001_en.txt").write_text("Sales rose by 5 % to 12 widgets, and 7 ha of land.\n", encoding="utf-8")
    (tmp_path / "gold" / "001_en.jsonl").write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    gc.freeze()  # before each round the bench collects garbage; what other tests hold is none
    return tmp_path


def test_one_json_object_with_speeds_and_scores(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")

    assert main.main(["bench", "read", "--json", "--corpus", str(corpus)]) == 0

    report = json.loads(capsys.readouterr().out)
    assert min(report[stage] for stage in bench.STAGES) > 0
    assert report["pipeline_chars_per_s"] == report["pipeline_general_chars_per_s"]  # no region is named
    assert set(report["languages"]) == {"en"}
    assert report["versions"]["no-such-reader"] is None
    assert set(report["readers"]) == {"tongket"}
    # Both are found, the second under another noun; the hectares are one too many.
    assert report["readers"]["tongket"]["all"]["f1"] == 0.8
    assert report["linearity"]["large_characters"] == 20_000


@pytest.mark.parametrize("language", ["en", "vi", "ru"])
def test_a_table_for_people_says_which_reader_is_missing(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("TONGKET_LANGUAGE", language)
    monkeypatch.setenv("LANGUAGE", language)  # the command sets it; the next test shall not find it

    assert main.main(["bench", "read", "--corpus", str(corpus)]) == 0

    shown = capsys.readouterr()
    assert ("0.8 (0.8)" if language == "en" else "0,8 (0,8)") in shown.out
    assert "no-such-reader" in shown.err


def test_a_folder_without_annotated_texts_is_said(tongket: Run, tmp_path: Path) -> None:
    done = tongket("bench", "read", "--corpus", tmp_path)

    assert done.returncode == 1
    assert "holds no annotated texts" in done.stderr


@pytest.mark.parametrize("content", ["no json", '{"start": 3}', "[]", '{"start": "x", "quote": 1}'])
def test_what_is_no_annotation_is_said(tongket: Run, corpus: Path, content: str) -> None:
    (corpus / "gold" / "001_en.jsonl").write_text(content, encoding="utf-8")

    done = tongket("bench", "read", "--corpus", corpus)

    assert (done.returncode, done.stdout) == (1, "")
    assert "001_en.jsonl: this is no annotation" in done.stderr


def test_the_score_is_that_of_the_guideline() -> None:
    texts = [sample for sample in bench.samples(OWN) if sample.language == "en"]
    matched = required = surplus = 0
    for sample in texts:
        found = [claim for claim in read_text(sample.text) if isinstance(claim, FigureClaim)]
        gold = load(OWN / "gold" / sample.name.replace(".txt", ".jsonl"))
        pairs, wanted, extra = assigned(gold, found, same_figure)
        matched, required, surplus = matched + len(pairs), required + wanted, surplus + extra

    reached = bench.measures.quality(bench.measures.ours, texts).whole

    assert (reached.matched, reached.wanted, reached.surplus) == (matched, required, surplus)


def test_of_overlapping_finds_the_widest_counts() -> None:
    number = Found(0, 9, Decimal(5_000_000), "")
    amount = Found(0, 16, Decimal(5_000_000), "tonnes")
    apart = Found(20, 22, Decimal(3), "")

    assert _widest([number, amount, apart]) == [amount, apart]


def test_texts_are_stretched_to_the_length() -> None:
    texts = bench.samples(OWN)[:2]

    long = stretched(texts, 50_000)

    assert len(long) == 50_000
    assert long.startswith(texts[0].text)


def test_peers_are_no_dependency_of_the_product() -> None:
    import importlib.metadata

    needed = [line for line in importlib.metadata.requires("tongket") or [] if "extra ==" not in line]

    assert [line for line in needed for peer in PEERS if line.startswith(peer.name)] == []
