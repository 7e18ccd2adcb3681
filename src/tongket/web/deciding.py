"""What a decider sees beside a claim, and what they typed, in the terms of the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from functools import cached_property
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from tongket.base import localities
from tongket.base.errors import TongketError
from tongket.base.periods import Period
from tongket.base.quantities import EXACT, Quantity
from tongket.catalogue import queries as catalogue
from tongket.catalogue.definitions import Catalogue
from tongket.catalogue.models import Synonym
from tongket.deciding import lots, queries
from tongket.deciding.grades import MEASURED, Grade, Precision
from tongket.deciding.lots import Candidate
from tongket.deciding.models import Decision, Lot
from tongket.deciding.rules import PLAN_BASES, TIME_BASES, Terms
from tongket.documents.models import Document
from tongket.publication import wording
from tongket.reading.claims import FigureClaim
from tongket.reading.models import Claim
from tongket.reading.rules import Doubt
from tongket.units.models import PeerGroup
from tongket.web.parts import Part

Typed = Mapping[str, str]

SCALES: Mapping[str, object] = {
    "0": gettext_lazy("as it is"),
    "3": gettext_lazy("thousand"),
    "6": gettext_lazy("million"),
    "9": gettext_lazy("billion"),
    "12": gettext_lazy("trillion"),
}
GRADES: Mapping[str, object] = {
    "A": gettext_lazy("of the period that the document covers"),
    "B": gettext_lazy("of another period than the document covers"),
}
_KINDS = {"change": "change", "plan_ratio": "plan_ratio", "plan_excess": "plan_excess", "rank": "rank"}
FIELDS = ("number", "scale", "indicator", "period", "measure", "comparison", "basis", "denominator", "modifier")


@dataclass
class Desk:
    """One claim under decision: what was decided, what can be done now, and the form as it stands."""

    claim: Claim
    decisions: list[Decision]
    form: Typed
    lacks: str = ""
    undoable: Decision | None = None
    rejected: bool = False
    told: str = ""
    verdict: str = ""
    reason: str = ""
    opened: bool = False
    learned: list[Synonym] = field(default_factory=list)
    ambiguous: str = ""
    why: str = ""

    @property
    def seen(self) -> int:
        """How many decisions the page shows: what the decider knows of."""
        return len(self.decisions)

    @property
    def pair(self) -> str:
        """The claim and what its decider has seen, as forms send them."""
        return f"{self.claim.pk}:{self.seen}"

    @property
    def shows_form(self) -> bool:
        """Whether the form for a correction is on the page from the start; otherwise it is made when it is opened."""
        return self.opened or self.verdict == "correct"

    @property
    def typed(self) -> str:
        """The fields as the form for a correction is filled with, as JSON."""
        return json.dumps(dict(self.form), ensure_ascii=False)

    @property
    def accepted(self) -> bool:
        """Whether a person stands behind what is on record."""
        return self.undoable is not None and not self.rejected


def desk(claim: Claim, decisions: list[Decision], indicators: queries.Indicators) -> Desk:
    """The desk of a claim as nobody has typed anything yet."""
    read = queries.acceptable(claim, indicators)
    return Desk(
        claim=claim,
        decisions=decisions,
        form=_form(queries.held_now(claim) or read, queries.figure(claim)),
        lacks=wording.say(wording.DOUBTS, read) if isinstance(read, Doubt) else "",
        undoable=queries.undoable(decisions),
        rejected=queries.was_rejected(decisions),
    )


def desks(document: Document, claims: Iterable[Claim], decisions: Mapping[int, list[Decision]]) -> dict[int, Desk]:
    """The desk of every one of some claims of a document that can be decided about, by the claim's key."""
    held = [claim for claim in claims if queries.may_be_decided(claim)]
    indicators = queries.Indicators()
    found = {claim.pk: desk(claim, decisions.get(claim.pk, []), indicators) for claim in held}
    names = _Names()
    for one in found.values():
        one.why = _why_linked(one.claim.content.get("link"), names)
    _say_what_was_learned(document, found.values(), names)
    return found


class _Names:
    """The names of indicators in the reader's language, by code; one query for all of a page."""

    @cached_property
    def _by_code(self) -> dict[str, str]:
        return {indicator.code: wording.name(indicator.names) for indicator in catalogue.held().indicators}

    def __call__(self, code: str | None) -> str:
        """The name; of what the catalogue no longer has, the code."""
        return self._by_code.get(code or "", code or "")


def _why_linked(link: Mapping[str, Any] | None, names: _Names) -> str:
    """Why the reader linked a figure to an indicator, or why it did not; empty where there is nothing to say."""
    if not link:
        return ""
    words = " ".join(link["words"].split())
    if link["why"] in ("ambiguous", "unit", "part"):
        meant = " / ".join(map(names, link["between"]))
        message = {
            "ambiguous": gettext("Not linked: the words “{words}” may mean “{meant}”."),
            "part": gettext("Not linked: the words “{words}” mean a part of “{meant}”, which was given before it."),
            "unit": gettext("Not linked: the words “{words}” mean “{meant}”, but such a figure is no value of it."),
        }[link["why"]]
        return message.format(words=words, meant=meant)
    told = (
        gettext("Linked as the figure before it, by the words “{words}”: “{phrase}” in the catalogue.")
        if link["why"] == "same"
        else gettext("Linked by the words “{words}”: “{phrase}” in the catalogue.")
    ).format(words=words, phrase=link["phrase"])
    if link["next"]:
        told += " " + gettext("Next best: “{name}”.").format(name=names(link["next"]))
    return told


def _say_what_was_learned(document: Document, found: Iterable[Desk], names: _Names) -> None:
    """Note what the catalogue learned from decisions, and which phrases it did not take as they name something else."""
    decided = [one for one in found if one.accepted]
    learned = catalogue.learned_from(document.slug) if decided else {}
    known = catalogue.held() if decided else Catalogue()
    for one in decided:
        evidence, held = one.claim.evidence, queries.held_now(one.claim)
        phrase, spoken = queries.phrase_of(one.claim)
        one.learned = [s for s in learned.get((evidence.start, evidence.end), []) if s.revoked_at is None]
        meant = known.naming(phrase, spoken)
        if held and meant not in (None, held.indicator) and one.claim.content["indicator_code"] != held.indicator:
            message = gettext("“{phrase}” was not learned for “{name}”: it names “{other}” already.")
            one.ambiguous = message.format(phrase=phrase, name=names(held.indicator), other=names(meant))


@dataclass(frozen=True)
class Offer:
    """What may be accepted together at a grade: exactly these figures, each as ``key:seen`` in ``shown``."""

    grade: Grade
    evidence: str
    measured: Precision
    candidates: list[Candidate]

    @property
    def shown(self) -> str:
        """The figures as the form sends them back."""
        return ",".join(f"{candidate.claim.pk}:{candidate.seen}" for candidate in self.candidates)


@dataclass(frozen=True)
class Together:
    """What may be accepted together, what a check speaks against, and what was accepted so."""

    offers: list[Offer]
    held_back: list[tuple[Candidate, list[str]]]
    lots: list[Lot]


def together(document: Document, part: Part, decisions: Mapping[int, list[Decision]]) -> Together:
    """The figures of a part of a document that may be accepted together. An offer is of one grade: the better ones
    stand above it."""
    found = lots.candidates(document, part.start, part.end)
    offers = []
    for grade in Grade:
        fitting = [c for c in found if c.grade == grade and not c.objections]
        if fitting:
            offers.append(Offer(grade, str(GRADES[grade]), MEASURED[grade], fitting))
    held_back = [(c, [_objection(c, error) for error in c.objections]) for c in found if c.objections]
    made = [decision for of_one in decisions.values() for decision in of_one]
    return Together(offers, held_back, lots.deciding(made))


def _objection(candidate: Candidate, error: TongketError) -> str:
    """What a check says, with amounts as people write them."""
    unit, spoken = candidate.terms.unit_of_measure, wording.language()
    values = {k: localities.quantity(v, unit, spoken) if isinstance(v, Decimal) else v for k, v in error.values.items()}
    return gettext(error.message).format(**values)


@dataclass(frozen=True)
class Choices:
    """What the fields of the form offer, as pairs of code and words."""

    indicators: list[tuple[str, str]]
    bases: list[tuple[str, str]]
    scales: list[tuple[str, str]]
    measures: list[tuple[str, str]]
    comparisons: list[tuple[str, str]]
    modifiers: list[tuple[str, str]]


def choices(period: str) -> Choices:
    """The choices of a document that covers a period: indicators as defined at its end."""
    language = wording.language()
    day = Period.parse(period).last_day
    indicators = [(i.code, wording.name(i.names)) for i in catalogue.in_force(day)]
    bases = [(code, wording.say(wording.BASES, code)) for code in (*PLAN_BASES, *TIME_BASES)]
    peers = [(f"peers:{group.code}", group.names[language]) for group in PeerGroup.objects.all()]
    return Choices(
        indicators=sorted(indicators, key=lambda pair: pair[1].casefold()),
        bases=bases + peers,
        scales=[(code, str(words)) for code, words in SCALES.items()],
        measures=[(code, str(words)) for code, words in wording.MEASURES.items()],
        comparisons=[(code, str(words)) for code, words in wording.COMPARISONS.items()],
        modifiers=[(code, str(words).format(value="…")) for code, words in wording.MODIFIERS.items()],
    )


def terms(typed: Typed, claim: Claim) -> Terms:
    """What the filled form says. Raises InvalidInput where a field cannot be understood, NotFound for an indicator
    that the catalogue lacks."""
    language = wording.language()
    period = Period.told(typed["period"].strip())
    comparison = typed["comparison"]
    indicator = catalogue.get(typed["indicator"], day=period.last_day)
    denominator = typed["denominator"].strip()
    return Terms(
        indicator=indicator.code,
        period=period,
        measure=typed["measure"],
        quantity=_quantity(typed, claim),
        unit_of_measure={"value": indicator.unit_of_measure, "rank": "rank"}.get(comparison, "%"),
        comparison=comparison,
        basis=typed["basis"],
        denominator=localities.parse_number(denominator, language) if denominator else None,
        modifier=typed["modifier"],
    )


def _quantity(typed: Typed, claim: Claim) -> Quantity:
    """The typed value; what its last digit leaves open is as known where the value is the one that was read."""
    scale = int(typed["scale"]) if typed["scale"] in SCALES else 0
    number = localities.parse_number(typed["number"], wording.language())
    with localcontext(EXACT):
        value = number.scaleb(scale)
        if scale and value == value.to_integral_value():
            value = value.quantize(Decimal(1))
    figure = queries.figure(claim)
    if value.copy_abs() == figure.value:
        return Quantity(value, figure.half_unit)
    return Quantity(value, Decimal(5).scaleb(int(number.as_tuple().exponent) - 1 + scale))


def _form(held: Terms | Doubt, figure: FigureClaim) -> Typed:
    """The fields as they stand: what is on record, else what was read, as far as it was."""
    language = wording.language()
    if isinstance(held, Terms):
        number, scale = _scaled(held.quantity.value, held.unit_of_measure)
        return {
            "number": localities.number(number, language),
            "scale": scale,
            "indicator": held.indicator,
            "period": held.period.code,
            "measure": held.measure,
            "comparison": held.comparison,
            "basis": held.basis,
            "denominator": "" if held.denominator is None else localities.number(held.denominator, language),
            "modifier": held.modifier,
        }
    falls = figure.direction == "down" and figure.kind in ("change", "plan_excess")
    number, scale = _scaled(-figure.value if falls else figure.value, figure.unit)
    return {
        "number": localities.number(number, language),
        "scale": scale,
        "indicator": figure.indicator_code or "",
        "period": figure.period or "",
        "measure": figure.status,
        # A growth by a factor is none in percent.
        "comparison": "value" if figure.unit == "times" else _KINDS.get(figure.kind, "value"),
        "basis": "" if figure.compared_with == "none" else figure.compared_with,
        "denominator": "" if figure.of is None else localities.number(figure.of, language),
        "modifier": figure.modifier or "",
    }


def _scaled(value: Decimal, unit_of_measure: str) -> tuple[Decimal, str]:
    """An amount of money in the largest scale that needs at most two digits after the mark, as reports print it."""
    if unit_of_measure in ("VND", "USD"):
        for power in ("12", "9", "6"):
            with localcontext(EXACT):
                scaled = value.scaleb(-int(power)).normalize()
            if scaled.copy_abs() >= 1 and -int(scaled.as_tuple().exponent) <= 2:
                return scaled, power
    return value, "0"
