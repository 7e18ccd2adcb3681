"""Editions: the same state is the same edition and the same bytes; what is printed leads back to its evidence."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from itertools import product
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import translation

from tests.factories import year as years
from tests.factories.records import AT, OPERATOR, RULE, count_rows
from tests.factories.year import HeldYear
from tongket.base.errors import NotFound
from tongket.base.localities import LANGUAGES
from tongket.base.quantities import Quantity
from tongket.ledger import actions as ledger
from tongket.ledger import guard
from tongket.ledger.models import Observation
from tongket.ledger.queries import content_of, get, head
from tongket.publication import queries
from tongket.publication.actions import make
from tongket.publication.composing import compose
from tongket.publication.models import Edition, EditionFile
from tongket.publication.report import FORMATS, Tree, fingerprint
from tongket.publication.writers import WRITERS
from tongket.review import queries as reviews

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(held_year: HeldYear) -> Iterator[Edition]:
    """The first edition of the sample year, undone after the test."""
    with transaction.atomic():
        yield years.published(held_year)
        transaction.set_rollback(True)


def tree(held: HeldYear, language: str) -> Tree:
    with translation.override(language):
        return compose(held.review, number=1, language=language).tree()


def record_another(held: HeldYear) -> Observation:
    """One more value of an indicator that has one."""
    known = Observation.objects.filter(indicator__code="state-budget-revenue", comparison="value").get()
    another = ledger.Entry(
        indicator=known.indicator,
        unit=known.unit,
        period=known.span,
        measure=known.measure,  # type: ignore[arg-type]
        quantity=Quantity.parse("20699600000000", "50000000"),
        unit_of_measure=known.unit_of_measure,
        evidence=known.evidence,
    )
    return ledger.record(by=RULE, at=AT, entry=another)


Files = dict[tuple[str, str], str]
PRINTED = set(product(LANGUAGES, FORMATS))


def printed(edition: Edition) -> Files:
    """The fingerprint of each file as it is written now."""
    trees = {text.language: text.tree for text in edition.texts.all()}
    return {
        (language, format): sha256(WRITERS[format](tree)).hexdigest()
        for (language, tree), format in product(trees.items(), FORMATS)
    }


def kept(edition: Edition) -> Files:
    """The fingerprint of each file as it was made."""
    return {(f.language, f.format): f.sha256 for f in edition.files.all()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_composing_twice_gives_the_same_tree(held_year: HeldYear, language: str) -> None:
    first, second = tree(held_year, language), tree(held_year, language)

    assert first == second
    assert fingerprint({language: first}) == fingerprint({language: second})


def test_the_language_of_the_one_who_asks_changes_nothing(edition: Edition, held_year: HeldYear) -> None:
    for language in LANGUAGES:
        with translation.override(language):
            assert make(by=OPERATOR, at=AT, review=held_year.review) == edition
            assert printed(edition) == kept(edition)


def test_the_same_state_is_the_same_edition(edition: Edition, held_year: HeldYear) -> None:
    rows = count_rows()

    assert make(by=OPERATOR, at=AT, review=held_year.review) == edition
    assert count_rows() == rows
    assert set(kept(edition)) == PRINTED
    assert (edition.number, edition.ledger_count, edition.ledger_head) == (1, head().count, head().hash)


def test_a_new_observation_makes_a_new_edition_and_leaves_the_old_one(edition: Edition, held_year: HeldYear) -> None:
    before = kept(edition)
    record_another(held_year)

    second = make(by=OPERATOR, at=AT, review=held_year.review)

    assert (second.number, second.ledger_count) == (2, edition.ledger_count + 1)
    assert kept(edition) == before
    assert {file for file, fingerprint in kept(second).items() if fingerprint != before[file]} == PRINTED
    verdict = queries.verify()
    assert (verdict.faults, verdict.rewritten) == ([], 2 * len(PRINTED))  # each file is written now as it is kept
    assert list(queries.every()) == [second, edition]


def test_editions_are_found_by_number_and_files_by_language(edition: Edition) -> None:
    assert queries.get("2024", 1) == edition
    assert queries.file(edition, language="vi", format="html").language == "vi"
    with pytest.raises(NotFound, match=r"There is no edition 2 of the review of 2024\."):
        queries.get("2024", 2)
    assert queries.tree(edition, language="vi")["language"] == "vi"
    with pytest.raises(NotFound, match=r"The edition does not exist in vi as odt\."):
        queries.file(edition, language="vi", format="odt")
    with pytest.raises(NotFound, match=r"The edition does not exist in xx\."):
        queries.tree(edition, language="xx")


def leaves(node: Any) -> Iterator[Any]:
    """Everything in a tree that is no list and no dictionary."""
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else None
    if children is None:
        yield node
    else:
        for child in children:
            yield from leaves(child)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tree_holds_texts_and_whole_numbers_only(held_year: HeldYear, language: str) -> None:
    composed = tree(held_year, language)

    assert {type(leaf) for leaf in leaves(composed)} <= {str, int, bool, type(None)}
    assert json.loads(json.dumps(composed)) == composed


def runs(node: Any) -> Iterator[dict[str, Any]]:
    """Every run of a tree, in the order of reading."""
    if isinstance(node, dict) and set(node) == {"text", "note", "lang"}:
        yield node
    elif isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from runs(child)


def results(composed: Tree) -> list[list[dict[str, Any]]]:
    """The runs of each row of the table of results."""
    [section] = [s for s in composed["sections"] if s["slug"] == "results"]
    [table] = [b for b in section["blocks"] if b["kind"] == "table"]
    return [list(runs(row)) for row in table["rows"]]


_NUMBER = re.compile(r"\d+(?:[.,\u00a0]\d+)*")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printed_number_has_a_note_whose_quote_contains_it(held_year: HeldYear, language: str) -> None:
    composed = tree(held_year, language)
    notes = {note["number"]: note for note in composed["notes"]}
    checked = 0
    for row in results(composed):
        for run in row[1:]:  # the first run names the indicator
            said = re.sub(r"^\d{4}: ", "", run["text"])  # the year before stands before its value
            numbers = _NUMBER.findall(said)
            if not numbers:
                continue
            note = notes[run["note"]]
            quoted = [_digits(number) for number in re.findall(r"\d+(?:[.,\s]\d+)*", note["quote"])]
            in_words = numbers[0] == "1" and note["quote"].startswith("перв")
            assert in_words or _digits(numbers[0]) in quoted, (run, note)
            checked += 1
    assert checked > 25


def _digits(number: str) -> str:
    """The digits that count: 209.15 trillion and 209150 billion are the same."""
    return re.sub(r"\D", "", number).strip("0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_are_numbered_as_they_are_met_and_lead_to_the_ledger(held_year: HeldYear, language: str) -> None:
    composed = tree(held_year, language)

    assert [note["number"] for note in composed["notes"]] == list(range(1, len(composed["notes"]) + 1))
    met = list(dict.fromkeys(run["note"] for run in runs(composed["sections"]) if run["note"] is not None))
    assert met == sorted(met) == [note["number"] for note in composed["notes"]]
    for note in composed["notes"]:
        if note["observation"]:
            entry = get(note["observation"])
            assert (entry.hash, entry.evidence.quote) == (note["entry_hash"], note["quote"])


def test_all_languages_say_the_same_numbers(held_year: HeldYear) -> None:
    trees = [tree(held_year, language) for language in LANGUAGES]

    shapes = [[[run["note"] for run in row] for row in results(composed)] for composed in trees]
    assert shapes[0] == shapes[1] == shapes[2]
    assert len({json.dumps([(n["observation"], n["quote"], n["start"]) for n in t["notes"]]) for t in trees}) == 1


def test_values_that_differ_are_named_as_undecided(held_year: HeldYear) -> None:
    [section] = [s for s in tree(held_year, "en")["sections"] if s["slug"] == "open"]

    said = [" ".join(run["text"] for run in item) for block in section["blocks"] for item in block["items"]]
    assert [line.partition(":")[0] for line in said[:-1]] == [
        "GRDP growth",
        "GRDP at current prices",
        "GRDP per capita",
    ]
    assert {"13.85%", "13.87%"} <= set(said[0].split())


def test_what_is_missing_is_named_and_not_zero(held_year: HeldYear) -> None:
    composed = tree(held_year, "en")

    [section] = [s for s in composed["sections"] if s["slug"] == "results"]
    [remark] = [b for b in section["blocks"] if b["kind"] == "paragraph"]
    assert remark["aside"]
    missing = ", ".join(card.indicator.names["en"] for card in reviews.year(held_year.review).missing)
    assert [run["text"] for run in remark["runs"]] == [f"No value is held for: {missing}."]
    assert [run for row in results(composed) for run in row if run["text"] in ("0", "0%", "None", "")] == []


# What is done round the guards to an edition or the ledger it rests on, and the fault that is told.
TAMPERED: list[tuple[str, str]] = [
    ("DELETE FROM tongket_editiontext WHERE language = 'vi'", "does not say what it said when it was made."),
    (
        "UPDATE tongket_editiontext SET tree = REPLACE(tree, '13.85', '13.95') WHERE language = 'en'",
        "does not say what it said when it was made.",
    ),
    (
        "DELETE FROM tongket_editionfile WHERE language = 'vi' AND format = 'docx'",
        "has lost its file in vi as docx.",
    ),
    (
        "UPDATE tongket_editionfile SET sha256 = 'f' WHERE language = 'en' AND format = 'pdf'",
        "in en as pdf is not the file that was made.",
    ),
    (
        "UPDATE tongket_editionfile SET content = X'00' WHERE language = 'ru' AND format = 'html'",
        "in ru as html is not the file that was made.",
    ),
    (
        "UPDATE tongket_editionfile SET content = REPLACE(content, '13.85', '13.95') "
        "WHERE language = 'en' AND format = 'html'",
        "in en as html is not the file that was made.",
    ),
    ("UPDATE tongket_edition SET content_sha256 = 'f'", "does not say what it said when it was made."),
    ("UPDATE tongket_edition SET ledger_head = 'f'", "names a state of the ledger that it no longer has."),
    ("UPDATE tongket_edition SET ledger_count = 1", "names a state of the ledger that it no longer has."),
    (
        "DELETE FROM tongket_observation WHERE seq = (SELECT MAX(seq) FROM tongket_observation)",
        "names a state of the ledger that it no longer has.",
    ),
]


@pytest.mark.parametrize(("statement", "fault"), TAMPERED)
def test_an_edition_tells_what_was_changed(edition: Edition, statement: str, fault: str) -> None:
    with connection.cursor() as cursor:
        for name in guard.guards():
            guard.remove(name)
        cursor.execute(statement)
        assert cursor.rowcount == 1
    guard.install()

    assert f"Edition 1 of 2024 {fault}" in [str(f) for f in queries.verify().faults]


def test_verifying_counts_what_it_walked(edition: Edition) -> None:
    verdict = queries.verify()

    assert (verdict.entries, verdict.documents, verdict.faults) == (head().count, 2, [])
    assert (verdict.editions, verdict.rewritten) == (9, 9)


def test_a_file_that_another_release_wrote_is_no_fault(edition: Edition) -> None:
    older = b"<!doctype html><title>as it was printed then</title>"
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER tongket_editionfile_no_update")
    edition.files.filter(language="en", format="html").update(content=older, sha256=sha256(older).hexdigest())
    guard.install()

    verdict = queries.verify()

    assert (verdict.editions, verdict.rewritten, verdict.faults) == (9, 8, [])


def test_the_file_stands_on_its_own(edition: Edition) -> None:
    for file in EditionFile.objects.filter(edition=edition, format="html"):
        page = bytes(file.content).decode("utf-8")
        assert re.findall(r"<(?:script|link|iframe)\b|\bsrc=[\"']?http|@import|url\(http", page) == []


def test_what_is_printed_is_exactly_what_is_recorded(held_year: HeldYear) -> None:
    powers = {"trillion": 12, "billion": 9, "million": 6}
    composed = tree(held_year, "en")
    notes = {note["number"]: note for note in composed["notes"]}
    for run in (run for row in results(composed) for run in row if run["note"]):
        found = re.search(r"([+−-]?)([\d,]+(?:\.\d+)?)(?:/\d+)?%? ?(\w*)", re.sub(r"^\d{4}: ", "", run["text"]))
        if not notes[run["note"]]["observation"] or found is None:
            continue
        sign, digits, word = found.groups()
        value = Decimal(f"{'-' if sign in '−-' and sign else ''}{digits.replace(',', '')}E{powers.get(word, 0)}")
        assert value == Decimal(str(content_of(get(notes[run["note"]]["observation"]))["value"])), run
