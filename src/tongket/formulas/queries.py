"""What formulas come to by the ledger: computed figures, and whether figures agree as they should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Q, QuerySet

from tongket.base.periods import Period
from tongket.catalogue import queries as catalogue
from tongket.formulas.evaluating import DIFFERING, NO_FIGURE, Gap, Result, Span, Stated, Where, evaluate
from tongket.formulas.models import Formula
from tongket.formulas.parsing import parse
from tongket.formulas.terms import Term, named
from tongket.ledger import queries as ledger
from tongket.ledger.models import Comparison, Observation
from tongket.totals import cards
from tongket.totals import queries as totals
from tongket.totals.models import Total
from tongket.tracing.series import known_indicator
from tongket.units import queries as units
from tongket.units.models import Unit


class Computed(NamedTuple):
    """A formula, and what it comes to for a unit in a period."""

    formula: Formula
    result: Result


def in_force(day: date, *, kind: str | None = None) -> QuerySet[Formula]:
    """The formulas of a day, of one kind or all."""
    held = Formula.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)
    return (held if kind is None else held.filter(kind=kind)).select_related("document")


def every() -> QuerySet[Formula]:
    """All versions of all formulas."""
    return Formula.objects.select_related("document")


def terms(text: str, *, day: date) -> Term:
    """The terms of a formula; names in quotation marks are those of the catalogue on a day. Raises InvalidInput."""
    return parse(text, lambda name: _called(name, day))


def unit_of_measure(code: str, *, day: date) -> str:
    """Of an indicator on a day; raises NotFound."""
    return catalogue.get(code, day=day).unit_of_measure


def computed(code: str, unit: Unit, period: Period, *, known: datetime | None = None) -> Computed | None:
    """What the formula of an indicator comes to; None where it has none then."""
    formula = in_force(period.last_day, kind="value").filter(code=code).first()
    return None if formula is None else _evaluated(formula, Where(unit, period), known)


def checks_of(code: str, unit: Unit, period: Period, *, known: datetime | None = None) -> list[Computed]:
    """Every check in which an indicator stands, for a unit in a period; none where nothing of it is on record."""
    found = [
        _evaluated(formula, Where(unit, period), known)
        for formula in in_force(period.last_day, kind="check")
        if code in _codes(formula)
    ]
    return [check for check in found if any(leaf.span for leaf in check.result.leaves())]


def checked(formula: Formula, *, known: datetime | None = None) -> Iterator[Result]:
    """A check of every unit and period of which any of its figures is on record, by period and unit."""
    term = parse(formula.text)
    held = Recorded(_codes(formula), known=known)
    held.load_all()
    places = {(unit, period) for _, unit, period, measure in held.cells if measure == "actual"}
    for unit, period in sorted(places, key=lambda place: (place[1], held.units[place[0]].code)):
        day = period.last_day
        if formula.valid_from <= day and (formula.valid_to is None or day < formula.valid_to):
            yield evaluate(term, Where(held.units[unit], period), held)


class Rolled(NamedTuple):
    """A figure that the units below one come to, as it is kept."""

    total: Total
    value: Decimal
    unit: Unit
    unit_of_measure: str


class Recorded:
    """The figures of the ledger, of some indicators, read unit by unit as they are asked for.

    ``Where`` holds a unit and a period of it. With ``rolled``, where a unit that has parts states nothing itself, what
    its parts come to is its figure.
    """

    def __init__(self, codes: Iterable[str], *, known: datetime | None = None, rolled: bool = False) -> None:
        self._known, self._rolls = known, rolled
        entries = ledger.standing(known=known).filter(indicator__code__in=set(codes), comparison=Comparison.VALUE)
        self._entries = entries.filter(denominator="", modifier="").order_by("seq")
        self.units: dict[int, Unit] = {}
        self.cells: dict[tuple[str, int, Period, str], list[Observation]] = {}
        self._units_of_measure: dict[str, str] = {}
        self._peers: dict[tuple[int | None, str, date], Sequence[Unit]] = {}

    def load_all(self) -> None:
        """Read the figures of every unit at once."""
        self._take(self._entries)

    def _load(self, asked: Iterable[Unit]) -> None:
        new = {unit.pk: unit for unit in asked if unit.pk not in self.units}
        if new:
            self.units |= new
            self._take(self._entries.filter(unit__in=list(new)))

    def _take(self, entries: QuerySet[Observation]) -> None:
        for entry in entries:
            self.units[entry.unit_id] = entry.unit
            self._units_of_measure[entry.indicator.code] = entry.unit_of_measure
            key = (entry.indicator.code, entry.unit_id, entry.span, str(entry.measure))
            self.cells.setdefault(key, []).append(entry)

    def stated(self, code: str, where: Where) -> Stated | Gap:
        """The value on record, of the entry that rounds it least; a gap where sources differ by more than rounding."""
        self._load([where.unit])
        held = self.cells.get((code, where.unit.pk, where.period, where.measure), [])
        details = (("indicator", code), ("unit", where.unit.code), ("period", where.period.code))
        if not held:
            return self._rolled(code, where) or Gap(NO_FIGURE, details)
        finest = min(held, key=lambda entry: entry.quantity.half_unit)
        if not all(entry.quantity.agrees_with(finest.quantity) for entry in held):
            return Gap(DIFFERING, details)
        value, half = Fraction(finest.quantity.value), Fraction(finest.quantity.half_unit)
        return Stated(Span(value, value - half, value + half), finest)

    def _rolled(self, code: str, where: Where) -> Stated | None:
        """What the parts of a unit come to; exact, as what rounding leaves open is not carried into totals."""
        unit, day = where.unit, where.period.last_day
        if not self._rolls or not units.children(unit, day=day, hierarchy=unit.hierarchy).exists():
            return None
        kept = cards.totals_in(where.period, code, [unit], measure=where.measure, known=self._known).get(unit.pk)
        if kept is None or kept.number is None:
            return None
        unit_of_measure = totals.versions([code])(code, day).unit_of_measure
        self._units_of_measure.setdefault(code, unit_of_measure)
        return Stated(Span.exactly(Fraction(kept.number)), Rolled(kept, kept.number, unit, unit_of_measure))

    def unit_of(self, code: str) -> str:
        """As the entries say; empty where there are none."""
        return self._units_of_measure.get(code, "")

    def less_is_better(self, code: str) -> bool:
        """By the catalogue."""
        return _less_is_better(code)

    def year_before(self, where: Where) -> Where | None:
        """The same span a year before."""
        before = where.period.year_before
        return None if before is None else where._replace(period=before)

    def peers(self, where: Where) -> Sequence[Unit]:
        """The units beside it on the last day of the period."""
        unit, day = where.unit, where.period.last_day
        key = (unit.parent_id, unit.level, day)
        if key not in self._peers:
            beside = units.children(unit.parent, day=day, hierarchy=unit.hierarchy)
            self._peers[key] = [other for other in beside if other.level == unit.level]
            self._load(self._peers[key])
        return self._peers[key]


def _evaluated(formula: Formula, where: Where, known: datetime | None) -> Computed:
    figures = Recorded(_codes(formula), known=known, rolled=True)
    return Computed(formula, evaluate(parse(formula.text), where, figures))


def _codes(formula: Formula) -> set[str]:
    return _codes_of(formula.text)


@lru_cache(maxsize=500)
def _codes_of(text: str) -> set[str]:
    return {part.code for part in named(parse(text))}


def _called(name: str, day: date) -> str | None:
    held = catalogue.held().on(day)
    return next((code for language in ("vi", "en", "ru") if (code := held.naming(name, language))), None)


def _less_is_better(code: str) -> bool:
    indicator = known_indicator(code)
    return indicator is not None and indicator.direction == "less"
