"""Every action of every chapter: it refuses whom the policy refuses, and leaves an audit row when it writes."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

import tongket
from tests.factories import records as make
from tests.factories.claims import figure as make_claim
from tests.factories.records import AT, AUTHORS, OPERATOR, PERSON, PUBLIC, RULE
from tests.factories.uploads import described, uploaded
from tongket.access.actions import add_account, change_password, close_account
from tongket.access.policy import Refused
from tongket.awards.actions import take_awards
from tongket.base.actors import Actor
from tongket.base.models import AuditEvent
from tongket.base.periods import Period
from tongket.catalogue.actions import define, learn, revoke
from tongket.catalogue.definitions import Catalogue, FormulaDefinition
from tongket.deciding.actions import decide, reopen, settle
from tongket.deciding.models import Verdict
from tongket.documents.actions import correct as correct_reading
from tongket.documents.actions import receive
from tongket.documents.models import Document
from tongket.formulas.actions import define as define_formula
from tongket.intake.actions import Description, describe, remove
from tongket.intake.actions import receive as take_upload
from tongket.ledger.actions import correct, record, record_many, withdraw
from tongket.plan.actions import assign, note_outcome, promise, resolve
from tongket.plan.models import Outcome
from tongket.publication.actions import make as make_edition
from tongket.reading.actions import Context, read_document, read_table_document, release
from tongket.reading.claims import Claim as ReadClaim
from tongket.reading.models import Claim
from tongket.reorganisation import queries as reorganisations
from tongket.reorganisation.actions import adopt, establish, locate, name_peers, outline, reorganise
from tongket.reorganisation.rules import Listed
from tongket.review.actions import open_review, take_findings

PASSWORD = "a long enough sentence"

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Case:
    """One action: who may, and how it is called once everything it stands on is there."""

    action: Callable[..., Any]
    by: Actor
    values: Callable[[], dict[str, Any]]


DAY = date(2025, 1, 1)
_PHRASE: dict[str, Any] = {"language": "en", "phrase": "pace of output", "document": "report", "start": 0, "end": 1}
SQUARE = {"type": "Polygon", "coordinates": [[[106, 21], [107, 21], [107, 22], [106, 21]]]}
NORTH = {"north": Listed("north", "North", "province")}
CASES = [
    Case(
        establish,
        AUTHORS,
        lambda: {
            "code": "north",
            "hierarchy": "territorial",
            "level": "province",
            "names": make.names("North"),
            "parent": None,
        },
    ),
    Case(name_peers, AUTHORS, lambda: {"code": "provinces", "names": make.names("Provinces")}),
    Case(adopt, AUTHORS, lambda: {"day": DAY, "listing": NORTH, "root": None}),
    Case(
        reorganise,
        AUTHORS,
        lambda: {
            "number": "1",
            "change": reorganisations.change(day=DAY, after=NORTH, edges=[], root=None),
        },
    ),
    Case(locate, AUTHORS, lambda: {"day": DAY, "seats": {make.unit().code: ("106.2", "21.3")}}),
    Case(outline, AUTHORS, lambda: {"day": DAY, "outlines": {make.unit().code: SQUARE}, "source": "north.geojson"}),
    Case(define, AUTHORS, lambda: {"definition": make.definition()}),
    Case(define_formula, AUTHORS, lambda: _formula()),
    Case(receive, AUTHORS, lambda: {"particulars": make.particulars(), "text": make.TEXT}),
    Case(
        correct_reading,
        AUTHORS,
        lambda: {
            "document": make.document(),
            "kind": "translation",
            "start": 0,
            "quote": "Revenue",
            "reading": make.names("Income"),
            "reason": make.names("A slip"),
        },
    ),
    Case(record, RULE, lambda: {"entry": make.entry()}),
    Case(record_many, RULE, lambda: {"entries": [make.entry()]}),
    Case(
        correct,
        RULE,
        lambda: {"replaces": make.observation("13.87"), "entry": make.entry("13.85"), "reason": "misread"},
    ),
    Case(
        resolve,
        AUTHORS,
        lambda: {
            "document": make.document(),
            "unit": make.unit(),
            "period": Period.year(2025),
            "titles": make.names("Plan"),
        },
    ),
    Case(promise, RULE, lambda: {"observation": make.observation(measure="target")}),
    Case(
        note_outcome,
        RULE,
        lambda: {
            "indicator": make.indicator(),
            "unit": make.unit(),
            "outcome": Outcome.MET_EARLY,
            "resolution": "the congress",
            "evidence": make.evidence(),
        },
    ),
    Case(
        open_review,
        OPERATOR,
        lambda: {"unit": make.unit(), "period": Period.year(2024), "report": make.document()},
    ),
    Case(make_edition, OPERATOR, lambda: {"review": _review()}),
    Case(
        withdraw,
        PERSON,
        lambda: {"replaces": make.observation("13.87"), "reason": "not about us"},
    ),
    Case(
        settle,
        PERSON,
        lambda: {
            "indicator": make.indicator(),
            "unit": make.unit(),
            "period": Period.year(2024),
            "seen": 0,
            "between": [1],
            "chosen": None,
            "reason": "both are drafts",
        },
    ),
    Case(add_account, OPERATOR, lambda: {"name": "An", "password": PASSWORD}),
    Case(change_password, OPERATOR, lambda: {"name": _account(), "password": f"{PASSWORD} too"}),
    Case(close_account, OPERATOR, lambda: {"name": _account()}),
    Case(learn, PERSON, lambda: {"code": make.indicator().code, **_PHRASE}),
    Case(revoke, PERSON, lambda: {"synonym": learn(by=PERSON, at=AT, code=make.indicator().code, **_PHRASE)}),
    Case(take_upload, PERSON, lambda: {"name": "report.txt", "content": make.TEXT.encode()}),
    Case(remove, PERSON, lambda: {"upload": uploaded("scan.png", b"\x89PNG\r\n")}),
    Case(describe, PERSON, lambda: _uploaded()),
    Case(reopen, PERSON, lambda: {"document": _described()}),
    Case(decide, PERSON, lambda: {"claim": _claim(), "seen": 0, "verdict": Verdict.REJECT, "reason": "misread"}),
]
# Done twice, they say two things, or refuse.
SAYS_SOMETHING_NEW = (record, record_many, correct, withdraw, settle, decide)
SAYS_SOMETHING_NEW += (describe, reopen, remove, add_account, change_password)
# They act in the name of the rule that made each claim; who the rules are is not the caller's choice.
BY_RULES = {read_document, read_table_document, release, assign, take_findings, take_awards}
# They write, and leave no row of their own:
WITHOUT_A_ROW = {
    "ledger.cite": "evidence says nothing by itself; what rests on it leaves the row",
    "ledger.cite_many": "the same",
    "exchange.take_in": "receiving the table and recording its figures leave the rows",
    "reading.become": "only notes on a claim what the decision has left a row for",
    "deciding.accept_lot": "each of its decisions leaves a row, with the number of the lot",
    "deciding.undo_lot": "each of its decisions leaves a row, with the number of the lot",
    "reading.keep_waiting": "what it keeps counts for nothing before its release, which leaves the row",
    "intake.read": "receiving the document and releasing its claims leave the rows; a failure says nothing",
    "totals.keep_up": "repeats what the entries say that have just left their rows",
    "totals.follow_units": "the same of units, of which the decree left a row",
    "totals.rebuild": "makes anew what the ledger says; nothing is said by it",
    "totals.fill": "the same, once",
    "plan.forget": "takes back what a reading set; to say anew what the document is leaves the row",
    "reading.forget": "the same",
    "intake.reopen": "the same",
    "reading.mark_taken": "only notes on a claim what the action that took it has left a row for",
}


def _formula() -> dict[str, Any]:
    make.indicator()
    make.indicator("made")
    return {"definition": FormulaDefinition("made", "= target(growth)", date(2000, 1, 1))}


def _review() -> Any:
    return open_review(by=OPERATOR, at=AT, unit=make.unit(), period=Period.year(2024), report=make.document())


def _uploaded() -> dict[str, Any]:
    held = uploaded("report.txt", b"Good morning, everybody, and to all of you.\n")
    said = Description(title="A report", doc_type="report", language="en", covers=Period.year(2024))
    return {"document": held.document, "unit": make.unit(), "description": said}


def _described() -> Document:
    said = _uploaded()
    return described(said["document"], said["unit"], said["description"]).document


def _account() -> str:
    return add_account(by=OPERATOR, at=AT, name="An", password=PASSWORD).get_username()


def _claim() -> Claim:
    """A figure that waits: nothing of it is recorded."""
    figure = make_claim("13.85", indicator_code=None)
    return Claim.objects.create(
        document=make.document(),
        evidence=make.evidence(),
        claim_type="figure",
        rule=figure.rule,
        content=figure.as_record(),
        waits_for="no_indicator",
    )


def _name(function: Callable[..., Any]) -> str:
    return f"{function.__module__.split('.')[1]}.{function.__name__}"


def _public_actions() -> set[str]:
    """Every public function that an ``actions`` module defines."""
    found = set()
    for module in pkgutil.iter_modules(tongket.__path__):
        if not module.ispkg or importlib.util.find_spec(f"tongket.{module.name}.actions") is None:
            continue
        actions = importlib.import_module(f"tongket.{module.name}.actions")
        found |= {
            _name(member)
            for name, member in inspect.getmembers(actions, inspect.isfunction)
            if not name.startswith("_") and member.__module__ == actions.__name__
        }
    return found


def test_every_action_is_tested_here() -> None:
    tested = {_name(case.action) for case in CASES} | {_name(action) for action in BY_RULES} | set(WITHOUT_A_ROW)

    assert tested == _public_actions()


@pytest.mark.parametrize("case", CASES, ids=lambda case: _name(case.action))
def test_an_action_leaves_a_row_once(case: Case) -> None:
    values = case.values()
    before = AuditEvent.objects.count()

    case.action(by=case.by, at=AT, **values)

    [row] = AuditEvent.objects.all()[before:]
    assert (row.by, row.at) == (str(case.by), AT)
    if case.action in SAYS_SOMETHING_NEW:
        return
    rows = make.count_rows()
    case.action(by=case.by, at=AT, **values)
    assert make.count_rows() == rows


@pytest.mark.parametrize("case", CASES, ids=lambda case: _name(case.action))
def test_an_action_refuses_whom_the_policy_refuses(case: Case) -> None:
    values = case.values()
    rows = make.count_rows()

    with pytest.raises(Refused):
        case.action(by=PUBLIC, at=AT, **values)

    assert make.count_rows() == rows


def test_what_rules_do_leaves_rows_in_their_names() -> None:
    unit, report = (
        make.unit(),
        make.document(text="The budget took in 20,699.5 billion dong in 2024. We saw 6 limitations.\n"),
    )
    context = Context(unit, Catalogue((make.definition("revenue", unit_of_measure="VND"),)), Period.year(2025))
    before = AuditEvent.objects.count()

    claims = read_document(at=AT, document=report, context=context)

    assert {claim.claim_type for claim in claims} >= {"figure"}
    assert {row.by.partition(":")[0] for row in AuditEvent.objects.all()[before:]} == {"rule"}
    rows = make.count_rows()
    assert read_document(at=AT, document=report, context=context) == claims
    assert make.count_rows() == rows


def test_a_document_that_says_nothing_leaves_nothing() -> None:
    unit, report = make.unit(), make.document(text="Good morning, everybody.\n")
    rows = make.count_rows()

    found: list[ReadClaim] = read_document(
        at=AT, document=report, context=Context(unit, Catalogue(), Period.year(2025))
    )

    assert (found, make.count_rows()) == ([], rows)
