"""A claim in words: what was read, fact by fact."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext

from tongket.base import localities
from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.base.quantities import parse_decimal
from tongket.documents.rules import designation
from tongket.documents.sources.places import Place
from tongket.publication import nouns, wording
from tongket.reading.models import Claim


class Fact(NamedTuple):
    """A part of a claim. An ``evident`` one is understood without its label; a ``quoted`` one is in the words of
    the document, and so in its language."""

    label: str
    text: str
    evident: bool = False
    quoted: bool = False


def amount(claim: Claim) -> str:
    """The value of a figure that was read, before anyone accepted it."""
    content = claim.content
    exact, lang = parse_decimal(content["value"]), wording.language()
    text = localities.quantity(exact, content["unit"], lang)
    if content["kind"] in ("change", "plan_excess"):
        text = wording.signed(text, exact) if content["direction"] != "down" else f"\N{MINUS SIGN}{text}"
    if content["of"]:
        text = f"{text}/{localities.number(Decimal(content['of']), lang)}"
    if content["modifier"] in wording.MODIFIERS:
        text = str(wording.MODIFIERS[content["modifier"]]).format(value=text)
    label = nouns.counted(content["unit"], exact, content["of"])
    return text if content["kind"] == "rank" else f"{text} {label}".strip()


def said(claim: Claim) -> list[Fact]:
    """Everything that was read besides the value of a figure, in the order in which people ask for it."""
    content = claim.content
    match claim.claim_type:
        case "figure":
            facts = _figure(content)
        case "reference":
            facts = [
                Fact(gettext("Kind"), wording.say(wording.DOCUMENT_TYPES, content["doc_type"] or ""), True),
                Fact(gettext("Number and symbol"), designation(content["number"], content["symbol"]), True),
                Fact(gettext("Date"), _day(content["date"]), True),
                Fact(gettext("Issued by"), content["issuer"] or "", quoted=True),
            ]
        case "task":
            facts = [
                Fact(
                    gettext("Who"), content["assignee"] or gettext("nobody is named"), quoted=bool(content["assignee"])
                ),
                Fact(
                    gettext("Until"),
                    content["deadline"] or gettext("no deadline is named"),
                    quoted=bool(content["deadline"]),
                ),
            ]
        case "award":
            facts = [
                Fact(gettext("Award"), content["title"], True, quoted=True),
                Fact(gettext("Number"), content["count"] or ""),
                Fact(gettext("Given to"), content["recipients"], quoted=True),
                Fact(gettext("For"), _period(content["period"])),
            ]
        case _:
            facts = [Fact(gettext("Kind"), wording.say(wording.FINDINGS, content["finding_kind"]), True)]
    return [fact for fact in facts if fact.text]


def _figure(content: dict[str, Any]) -> list[Fact]:
    kind, _, on = (content.get("against") or content["basis"] or "").partition(":")
    beside = _period(on) or ("" if kind == "none" else wording.say(wording.BASES, kind))
    return [
        Fact(gettext("Kind"), wording.say(wording.KINDS, content["kind"]), True),
        Fact(gettext("End of a range"), wording.say(wording.BOUNDS, content["bound"] or ""), True),
        Fact(gettext("Compared with"), beside),
        Fact(gettext("Among"), content["field"] or "", quoted=True),
        Fact(gettext("Period"), _period(content["period"]), True),
        Fact(gettext("Measure"), wording.say(wording.MEASURES, content["status"]), True),
        Fact(gettext("Named in the text"), content["indicator"] or "", quoted=True),
    ]


def _period(code: str | None) -> str:
    """A period in words, or as the reader left it."""
    try:
        return localities.period(Period.told(code or ""), wording.language())
    except InvalidInput:
        return code or ""


def _day(iso: str | None) -> str:
    """A date in words; a year, or what is no date, as it is."""
    try:
        return localities.day(date.fromisoformat(iso or ""), wording.language())
    except ValueError:
        return iso or ""


def where(place: Place) -> str:
    """A place in a file in words: the page, the cell of a sheet, of one of several tables, or of the only one."""
    if place.page:
        return gettext("page {page}").format(page=place.page)
    if place.sheet:
        return gettext("sheet “{sheet}”, cell {cell}").format(sheet=place.sheet, cell=place.cell)
    if place.table:
        return gettext("table {table}, row {row}, column {column}").format(**place._asdict())
    return gettext("row {row}, column {column}").format(**place._asdict())
