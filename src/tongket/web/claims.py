"""A claim in words: what was read, as label and text."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext, pgettext

from tongket.base import localities
from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.base.quantities import parse_decimal
from tongket.publication import wording
from tongket.reading.models import Claim

Said = list[tuple[str, str]]


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
    label = wording.unit_label(content["unit"])
    return text if content["kind"] == "rank" else f"{text} {label}".strip()


def said(claim: Claim) -> Said:
    """Everything that was read, in the order in which people ask for it."""
    content = claim.content
    match claim.claim_type:
        case "figure":
            return _figure(content)
        case "reference":
            symbol = "-".join(part for part in (content["number"], content["symbol"]) if part)
            pairs = [
                (gettext("Kind"), wording.say(wording.DOCUMENT_TYPES, content["doc_type"] or "")),
                (gettext("Number and symbol"), symbol),
                (gettext("Date"), content["date"] or ""),
                (gettext("Issued by"), content["issuer"] or ""),
            ]
        case "task":
            pairs = [
                (gettext("Who"), content["assignee"] or gettext("nobody is named")),
                (gettext("Until"), content["deadline"] or gettext("no deadline is named")),
            ]
        case "award":
            pairs = [
                (gettext("Award"), content["title"]),
                (gettext("Number"), content["count"] or ""),
                (gettext("Given to"), content["recipients"]),
                (gettext("For"), _period(content["period"])),
            ]
        case _:
            pairs = [(gettext("Kind"), wording.say(wording.FINDINGS, content.get("finding_kind", "")))]
    return [(label, text) for label, text in pairs if text]


def _figure(content: dict[str, str | None]) -> Said:
    """The circumstances of a figure; its value stands apart."""
    kind, _, on = (content["basis"] or "").partition(":")
    pairs = [
        (gettext("Kind"), wording.say(wording.KINDS, content["kind"] or "")),
        (pgettext("figure", "End of a range"), wording.say(wording.BOUNDS, content["bound"] or "")),
        (gettext("Compared with"), on or ("" if kind == "none" else wording.say(wording.BASES, kind))),
        (gettext("Among"), content["field"] or ""),
        (gettext("Period"), _period(content["period"])),
        (gettext("Measure"), wording.say(wording.MEASURES, content["status"] or "")),
        (gettext("Linked by the words"), content["indicator"] or ""),
    ]
    return [(label, text) for label, text in pairs if text]


def _period(code: str | None) -> str:
    """A period in words, or as the reader left it."""
    try:
        return localities.period(Period.parse(code or ""), wording.language())
    except InvalidInput:
        return code or ""
