"""Recording and correcting: an entry says what was recorded, for ever; a correction is an entry of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.factories.records import (
    AT,
    RULE,
    TEXT,
    count_rows,
    document,
    entry,
    evidence,
    fields,
    indicator,
    observation,
    unit,
)
from tongket.base.errors import Conflict, InvalidInput, NotFound
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.ledger import queries
from tongket.ledger.actions import cite, correct, withdraw
from tongket.ledger.chain import GENESIS, entry_hash
from tongket.ledger.models import Comparison, Measure, Observation, Verification

pytestmark = pytest.mark.django_db


def test_an_entry_says_what_was_recorded() -> None:
    recorded = observation(
        "-20699500000000.10",
        "0.005",
        period=Period.parse("2025-Q1"),
        measure=Measure.ESTIMATE,
        unit_of_measure="VND",
        comparison=Comparison.CHANGE,
        basis="previous_year",
        denominator="182",
        modifier="more_than",
        verification=Verification.SELF_REPORTED,
    )

    assert fields(Observation.objects.get()) == {
        "seq": 1,
        "indicator_id": indicator().pk,
        "unit_id": unit().pk,
        "period": "2025-Q1",
        "period_start": date(2025, 1, 1),
        "period_end": date(2025, 4, 1),
        "measure": "estimate",
        "comparison": "change",
        "basis": "previous_year",
        "value": "-20699500000000.10",
        "unit_of_measure": "VND",
        "half_unit": "0.005",
        "denominator": "182",
        "modifier": "more_than",
        "evidence_id": evidence().pk,
        "verification": "self_reported",
        "recorded_at": AT,
        "recorded_by": "rule:en.figure",
        "reason": "",
        "replaces_id": None,
        "previous_hash": GENESIS,
        "hash": recorded.hash,
    }
    assert recorded.quantity == Quantity.parse("-20699500000000.10", "0.005")
    assert recorded.span == Period.parse("2025-Q1")
    assert str(recorded) == "#1"


@pytest.mark.parametrize("value", ["0", "20699500000000.123456", f"0.{'0' * 30}1", "9" * 60, "-0.10"])
def test_a_value_comes_back_to_the_last_digit(value: str) -> None:
    observation(value, "0")

    assert (queries.get(1).value, str(queries.get(1).quantity.value)) == (value, str(Quantity.parse(value).value))


def test_each_entry_carries_the_hash_of_the_one_before() -> None:
    entries = [observation(value) for value in ("13.85", "13.87", "13.85")]

    assert [e.seq for e in entries] == [1, 2, 3]
    assert [e.previous_hash for e in entries] == [GENESIS, entries[0].hash, entries[1].hash]
    assert len({e.hash for e in entries}) == 3
    assert queries.head() == queries.Head(3, entries[2].hash)


def test_the_hash_covers_the_canonical_form_of_everything_an_entry_says() -> None:
    """A change of this form would break every chain there is: this test is the format's specification."""
    recorded = observation()

    canonical = (
        '{"basis":"","cell":"","comparison":"value","denominator":"","document":"report","document_sha256":'
        f'"{document().sha256}","end":57,"half_unit":"0.005","indicator":"growth","indicator_from":"2000-01-01",'
        '"measure":"actual","modifier":"","period":"2024","period_end":"2025-01-01","period_start":"2024-01-01",'
        f'"previous_hash":"{GENESIS}","quote":"13.85 %","reason":"","recorded_at":"2025-01-15T08:00:00+00:00",'
        '"recorded_by":"rule:en.figure","replaces":null,"seq":1,"source":"","start":50,"unit":"territorial:north",'
        '"unit_from":"0001-01-01","unit_of_measure":"%","value":"13.85","verification":"documented"}'
    )
    assert recorded.hash == _sha256(canonical)
    assert recorded.hash == "64e16a201962b383e650271ab314473bac243220a988a6322a1c52ea07b150e7"


def test_a_known_answer_of_the_hash() -> None:
    content: dict[str, str | int | None] = {"b": "tỷ", "a": 1, "c": None}

    assert entry_hash(GENESIS, content) == _sha256('{"a":1,"b":"tỷ","c":null,"previous_hash":"' + GENESIS + '"}')
    assert entry_hash(GENESIS, content) == "6a95592b3dcd0d4d44ea7c8493ccd4f75856ce62e7ca87ec5528b83bcab7891d"


def _sha256(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()


def test_the_hash_of_a_moment_is_the_same_in_every_zone() -> None:
    recorded = observation()
    content = queries.content_of(recorded)
    recorded.recorded_at = datetime(2025, 1, 15, 15, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))

    assert queries.content_of(recorded) == content
    assert recorded.recorded_at.astimezone(UTC) == AT


def test_the_same_place_is_the_same_evidence() -> None:
    first = evidence("13.85 %", cell="2:value", source="https://example.org/page")
    rows = count_rows()

    assert evidence("13.85 %") == first
    assert count_rows() == rows
    assert (first.quote, first.start, first.end, first.cell, first.source) == (
        "13.85 %",
        50,
        57,
        "2:value",
        "https://example.org/page",
    )


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (6, 5), (0, len(TEXT) + 1), (len(TEXT), len(TEXT) + 1)])
def test_evidence_stands_inside_the_text(start: int, end: int) -> None:
    held = document()
    rows = count_rows()

    with pytest.raises(InvalidInput) as refusal:
        cite(document=held, start=start, end=end)

    assert str(refusal.value) == f"“report” has {len(TEXT)} characters; there is no place {start} to {end} in it."
    assert count_rows() == rows
    assert cite(document=held, start=0, end=len(TEXT)).quote == TEXT


def corrected(replaces: Observation, value: str = "13.85", reason: str = "misread", **changes: Any) -> Observation:
    return correct(by=RULE, at=AT, replaces=replaces, entry=entry(value, **changes), reason=reason)


def test_a_correction_is_an_entry_that_names_what_it_replaces() -> None:
    wrong = observation("13.87")
    before = fields(queries.get(1))

    right = corrected(wrong)

    assert (right.seq, right.replaces, right.reason, right.previous_hash) == (2, wrong, "misread", wrong.hash)
    assert fields(queries.get(1)) == before
    assert (queries.get(1).value, queries.get(2).value) == ("13.87", "13.85")
    assert list(queries.standing()) == [right]
    assert list(queries.about(unit())) == [right]
    assert queries.verify().faults == []


def test_a_correction_may_be_corrected_and_the_newest_stands() -> None:
    first = observation("13.87")

    third = corrected(corrected(first, "13.86"), "13.85")

    assert [o.value for o in queries.standing()] == ["13.85"]
    assert third.replaces is not None
    assert third.replaces.replaces == first


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_correction_needs_a_reason(reason: str) -> None:
    wrong = observation("13.87")
    rows = count_rows()

    with pytest.raises(InvalidInput) as refusal:
        corrected(wrong, reason=reason)

    assert str(refusal.value) == "A correction of observation 1 needs a reason."
    assert count_rows() == rows


def test_an_entry_is_corrected_once() -> None:
    wrong = observation("13.87")
    right = corrected(wrong)
    rows = count_rows()

    with pytest.raises(Conflict) as refusal:
        corrected(wrong, "13.86")

    assert str(refusal.value) == "Observation 1 was corrected already; correct the newer one."
    assert count_rows() == rows
    assert corrected(right, "13.86").seq == 3  # as it advises


def test_an_entry_that_is_not_there_is_not_found() -> None:
    observation()

    with pytest.raises(NotFound) as refusal:
        queries.get(2)

    assert str(refusal.value) == "The ledger has no observation 2."


def test_an_anchor_holds_while_the_ledger_reaches_it() -> None:
    assert queries.head() == queries.Head(0, GENESIS)
    assert queries.reaches(0, GENESIS)
    first, second = observation("13.85"), observation("13.87")

    assert queries.reaches(0, GENESIS)
    assert not queries.reaches(0, first.hash)
    assert queries.reaches(1, first.hash)
    assert queries.reaches(2, second.hash)
    assert not queries.reaches(1, second.hash)
    assert not queries.reaches(3, second.hash)


def test_what_stood_at_a_moment_is_asked_of_what_was_recorded_until_then() -> None:
    hour = timedelta(hours=1)
    wrong = observation("13.87")
    right = correct(by=RULE, at=AT + hour, replaces=wrong, entry=entry("13.85"), reason="misread")
    withdraw(by=RULE, at=AT + 2 * hour, replaces=right, reason="not ours")

    def known(at: datetime) -> list[Observation]:
        return list(queries.about(unit(), known=at))

    assert known(AT - timedelta(microseconds=1)) == []
    assert known(AT) == [wrong]
    assert known(AT + hour) == [right]
    assert known(AT + 2 * hour) == list(queries.about(unit())) == []
