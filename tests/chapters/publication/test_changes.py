"""What has changed between two editions: exactly the numbers that did, and it is said once."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chapters.publication import test_docx, test_pdf
from tests.chapters.publication.test_editions import kept, runs
from tests.chapters.publication.test_pdf import squeezed
from tests.factories import year as years
from tests.factories.records import AT, OPERATOR, RULE
from tests.factories.year import HeldYear
from tongket.base.localities import LANGUAGES
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.ledger import actions as ledger
from tongket.ledger import queries as ledger_queries
from tongket.ledger.models import Observation
from tongket.publication import html, queries, since
from tongket.publication.actions import make
from tongket.publication.changes import Change, Stated, compare
from tongket.publication.composing import compose
from tongket.publication.models import Edition
from tongket.publication.notes import Notes
from tongket.publication.report import Printed, Table, Tree


def stated(source: str, said: str, key: str = "growth", *corrects: str) -> Stated[str]:
    return Stated((key,), (said,), source, corrects)


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ([], [], []),
        ([stated("1", "13.85")], [stated("1", "13.85")], []),
        # Another source of the same number, and a second one, are no news.
        ([stated("1", "13.85")], [stated("2", "13.85")], []),
        ([stated("1", "13.85")], [stated("1", "13.85"), stated("2", "13.85")], []),
        ([], [stated("1", "13.85")], [Change(None, "1")]),
        ([stated("1", "13.85")], [], [Change("1", None)]),
        ([stated("1", "13.85")], [stated("2", "13.95")], [Change("1", "2")]),
        # A number of something else does not become this one, not even by a correction.
        ([stated("1", "13.85")], [stated("2", "13.85", "revenue", "1")], [Change(None, "2"), Change("1", None)]),
        # Sources differ: only what was corrected has become another number.
        (
            [stated("1", "13.85"), stated("2", "13.87")],
            [stated("3", "13.9"), stated("4", "14", "growth", "2")],
            [Change("1", "3"), Change("2", "4")],
        ),
        (
            [stated("1", "13.85"), stated("2", "13.87")],
            [stated("3", "13.9")],
            [Change(None, "3"), Change("1", None), Change("2", None)],
        ),
        ([stated("1", "13.85"), stated("2", "13.87")], [stated("2", "13.87")], [Change("1", None)]),
        # Corrected twice since, and back to what it was.
        ([stated("1", "13.85")], [stated("3", "13.9", "growth", "2", "1")], [Change("1", "3")]),
        ([stated("1", "13.85")], [stated("3", "13.85", "growth", "2", "1")], []),
    ],
)
def test_numbers_are_compared_by_what_they_say(
    before: list[Stated[str]], after: list[Stated[str]], changes: list[Change[str]]
) -> None:
    assert compare(before, after) == changes


editions = st.lists(
    st.builds(
        Stated,
        key=st.sampled_from([("a",), ("b",)]),
        said=st.sampled_from([("1",), ("2",), ("3",)]),
        source=st.integers(1, 9),
        corrects=st.lists(st.integers(1, 9), max_size=2).map(tuple),
    ),
    max_size=8,
    unique_by=lambda stated: stated.source,
)


@given(editions, editions)
def test_the_changes_applied_to_the_one_before_give_the_one_after(
    before: list[Stated[int]], after: list[Stated[int]]
) -> None:
    had, has = ({each.source: (each.key, each.said) for each in edition} for edition in (before, after))
    changes = compare(before, after)

    lost = [had[change.before] for change in changes if change.before is not None]
    gained = [has[change.after] for change in changes if change.after is not None]
    assert len(set(lost)) == len(lost)
    assert len(set(gained)) == len(gained)
    assert set(had.values()) - set(lost) | set(gained) == set(has.values())
    for change in changes:
        if change.before is not None and change.after is not None:
            assert had[change.before][0] == has[change.after][0]
            assert had[change.before] != has[change.after]


@pytest.fixture(scope="module")
def first(held_year: HeldYear) -> Edition:
    """The first edition; what a test does after it is undone."""
    return years.published(held_year)


def entry(known: Observation, value: str) -> ledger.Entry:
    return ledger.Entry(
        indicator=known.indicator,
        unit=known.unit,
        period=known.span,
        measure=known.measure,  # type: ignore[arg-type]
        quantity=replace(known.quantity, value=Quantity.parse(value).value),
        unit_of_measure=known.unit_of_measure,
        evidence=known.evidence,
        comparison=known.comparison,  # type: ignore[arg-type]
        basis=known.basis,
    )


def correct(code: str, value: str, **key: str) -> tuple[Observation, Observation]:
    """An entry and the one that a person put in its place."""
    known = Observation.objects.get(indicator__code=code, **{"period": "2024", "comparison": "value"} | key)
    new = ledger.correct(by=OPERATOR, at=AT, replaces=known, entry=entry(known, value), reason="A slip of the pen")
    return known, new


def rows(edition: Edition, language: str = "en") -> list[list[str]]:
    """The table of changes, each cell as one text."""
    [section] = [s for s in queries.tree(edition, language=language)["sections"] if s["slug"] == "changes"]
    [table] = [block for block in section["blocks"] if block["kind"] == "table"]
    return [[" ".join(run["text"] for line in cell for run in line) for cell in row] for row in table["rows"]]


def numbers(tree: Tree) -> list[str]:
    """Every text of an edition that has a note, but for the section on changes."""
    return [r["text"] for s in tree["sections"] if s["slug"] != "changes" for r in runs(s) if r["note"]]


def printed_texts(tree: Tree) -> list[str]:
    """What can be read in each of the files, without blanks."""
    page = unescape(re.sub(r"<[^>]+>", "", html.write(tree).decode("utf-8")))
    paragraphs = "".join(test_docx.paragraphs(test_docx.read(tree)))
    return [squeezed(text) for text in (page, paragraphs, test_pdf.text_of(test_pdf.read(tree)))]


@pytest.mark.django_db
def test_a_first_edition_has_nothing_to_compare_with(first: Edition) -> None:
    for text in first.texts.all():
        assert [s["slug"] for s in text.tree["sections"] if s["slug"] == "changes"] == []


@pytest.mark.django_db
def test_a_corrected_number_is_the_only_one_that_differs(first: Edition, held_year: HeldYear) -> None:
    files = kept(first)
    before, after = correct("state-budget-revenue", "20699600000000")

    second = make(by=OPERATOR, at=AT, review=held_year.review)

    assert second.number == 2
    assert rows(second) == [
        [
            "State budget revenue in the area, 2024, actual",
            "20,699.5 billion VND",
            "20,699.6 billion VND",
            "corrected: A slip of the pen",
        ]
    ]
    for language in LANGUAGES:
        was, now = (queries.tree(edition, language=language) for edition in (first, second))
        differ = [(a, b) for a, b in zip(numbers(was), numbers(now), strict=True) if a != b]
        [[_, had, has, _]] = rows(second, language)
        assert differ[0] == (had, has)
        # The others are computed from it: both implied bases.
        assert all(had in a and has in b for a, b in differ)
        assert now["sections"][0]["slug"] == "changes"
        [noted_before, noted_after] = [run["note"] for run in runs(now["sections"][0]) if run["note"]]
        notes = {note["number"]: note for note in now["notes"]}
        assert notes[noted_before]["entry_hash"] == before.hash
        assert notes[noted_after]["entry_hash"] == after.hash
    assert kept(first) == files
    verdict = queries.verify()
    assert (verdict.faults, verdict.rewritten) == ([], 2 * len(files))  # each file is written now as it is kept
    tree = queries.tree(second, language="vi")
    heading, [[_, had, has, _]] = tree["sections"][0]["heading"], rows(second, "vi")
    for said in printed_texts(tree):
        assert all(squeezed(text) in said for text in (heading, had, has))


@pytest.mark.django_db
def test_saying_what_has_changed_makes_no_further_edition(first: Edition, held_year: HeldYear) -> None:
    review = held_year.review
    correct("state-budget-revenue", "20699600000000")

    second = make(by=OPERATOR, at=AT, review=review)
    assert make(by=OPERATOR, at=AT, review=review) == second

    correct("trade-turnover", "61000000000")
    third = make(by=OPERATOR, at=AT, review=review)
    assert make(by=OPERATOR, at=AT, review=review) == third
    assert third.number == 3
    assert [row[2] for row in rows(third)] == ["61 billion USD"]  # and not what was new in the second


@pytest.mark.django_db
def test_an_entry_that_changes_no_number_is_said_to_change_none(first: Edition, held_year: HeldYear) -> None:
    known = Observation.objects.get(indicator__code="state-budget-revenue", comparison="value")
    ledger.record(by=RULE, at=AT, entry=entry(known, known.value))

    second = make(by=OPERATOR, at=AT, review=held_year.review)

    section = queries.tree(second, language="en")["sections"][0]
    assert (second.number, section["heading"]) == (2, "What has changed since edition 1")
    assert [run["text"] for run in runs(section)] == ["No number has changed."]


@pytest.mark.django_db
def test_a_number_that_is_only_drawn_counts_too(first: Edition, held_year: HeldYear) -> None:
    tree = queries.tree(first, language="en")
    noted = {note["observation"] for note in tree["notes"]}
    drawn = [seq for seq in tree["printed"]["entries"] if seq not in noted]
    known = Observation.objects.get(seq=drawn[0])
    ledger.correct(by=OPERATOR, at=AT, replaces=known, entry=entry(known, "1"), reason="Misread")

    second = make(by=OPERATOR, at=AT, review=held_year.review)

    assert [row[3] for row in rows(second)] == ["corrected: Misread"]


@pytest.mark.django_db
def test_a_number_that_is_new_and_one_that_is_gone_keep_their_evidence(first: Edition, held_year: HeldYear) -> None:
    known = Observation.objects.get(indicator__code="state-budget-revenue", comparison="value")
    misdated = Observation.objects.get(indicator__code="provincial-competitiveness-index", comparison="rank")
    ledger.record(by=RULE, at=AT, entry=entry(known, "1"))
    elsewhere = replace(entry(misdated, misdated.value), period=Period.year(2019))
    ledger.correct(by=OPERATOR, at=AT, replaces=misdated, entry=elsewhere, reason="It ranks another year")

    second = make(by=OPERATOR, at=AT, review=held_year.review)

    assert [row[1:] for row in rows(second)] == [
        ["—", "1 VND", "new"],
        ["rank 4 (provinces of the country)", "—", "no longer printed"],
    ]
    tree = queries.tree(second, language="en")
    [_, gone] = [run["note"] for run in runs(tree["sections"][0]) if run["note"]]
    assert tree["notes"][gone - 1]["entry_hash"] == misdated.hash
    assert misdated.seq not in tree["printed"]["entries"]


@pytest.mark.django_db
def test_what_is_no_ledger_entry_is_compared_too(first: Edition) -> None:
    tree = queries.tree(first, language="en")
    now = Printed.of(tree)
    assert now is not None
    award = next(p for p in now.passages if p.kind == "award" and p.said)
    [lessons] = [p for p in now.passages if p.kind == "lessons"]
    others = tuple(p for p in now.passages if p not in (award, lessons))
    before = replace(now, passages=(*others, replace(award, said="999")), waiting=now.waiting + 1000)

    section = since.section(1, before, now, Notes())

    [table, *_] = section.blocks
    assert isinstance(table, Table)
    said = [[" ".join(run.text for line in cell for run in line) for cell in row] for row in table.rows]
    quoted = {p: ledger_queries.place(p.document, p.start, p.end).quote for p in (award, lessons)}
    assert said == [
        [f"Lessons: «{quoted[lessons]}»", "—", lessons.said, "new"],
        [f"Award: «{quoted[award]}»", "999", award.said, "another value"],
        [
            "Figures that wait for a person to decide about them",
            f"{now.waiting + 1000:,}",
            str(now.waiting),
            "—",
        ],
    ]


@pytest.mark.django_db
def test_an_edition_of_before_changes_were_told_is_not_compared(first: Edition, held_year: HeldYear) -> None:
    tree = {key: part for key, part in queries.tree(first, language="en").items() if key != "printed"}

    composed = compose(held_year.review, number=2, language="en", previous=tree)

    assert [section.slug for section in composed.sections if section.slug == since.SLUG] == []


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_edition_prints_is_said_to_be_printed(first: Edition, language: str) -> None:
    tree = queries.tree(first, language=language)

    assert tree["printed"] == queries.tree(first, language="en")["printed"]
    noted = [note["observation"] for note in tree["notes"] if note["observation"]]
    assert tree["printed"]["entries"][: len(noted)] == noted
    places = {(p["document"], p["start"]) for p in tree["printed"]["passages"]}
    assert places == {(n["document_slug"], n["start"]) for n in tree["notes"] if not n["observation"]}
