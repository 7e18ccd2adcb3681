"""Percentages of a plan, where other words than “of the plan” tell it: “of the 5 million budgeted 4 million (80 %)”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.bases import A_YEAR_BEFORE, FARTHEST, PLANS, Comparison, Surroundings
from tongket.reading.growths import LONG_WORD, LOWEST_INDEX, MARK, WORD
from tongket.reading.numerals import EXACT
from tongket.reading.paces import Paces
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period

_WHOLE = 100
_NEAR = 40
_NAME = 12
_PART = 90
_CLAUSE_END = re.compile(r"[;\n]|\.\s")
_NO_NAME = re.compile(r"[,;:()\d]|\.\s")
# Between a sum and what part it is: “R47 billion, or 77 %”, “R47 billion (77 %”.
_SAID_AGAIN = re.compile(r"(?:,|\s\(|,?\s\w{2,3})\s?(?:\w{2,11}\s){0,3}")
_NUMBERS = ("currency", "measure", "count", "noun")


class Plans(Paces):
    """Finds in one text the percentages of what was planned."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        super().__init__(lower, pack, periods)
        self.plan_rates = pack.cues("comparison.plan_rates")
        self.exceeding = pack.cues("comparison.exceeding")
        self.planned_sums = pack.cues("comparison.planned_sums")
        self.realised = pack.cues("comparison.realised")
        self.spent_on = pack.cues("comparison.spent_on")
        self.shared_out, self.wholes = pack.cues("comparison.shared_out"), pack.cues("comparison.wholes")
        self.of_parts, self.disbursed = pack.cues("comparison.of_parts"), pack.cues("comparison.disbursed")
        self.shortfall, self.parts = pack.cues("comparison.shortfall"), pack.cues("status.parts")

    def of_plan(
        self, quantity: Quantity, place: Surroundings, edge: int, right: int, before: Comparison | None
    ) -> Comparison | None:
        """What a percentage is of a plan that stands behind or beside it, or of which the one ``before`` is."""
        if self.shortfall.ending(self.lower, place.left, edge):
            return Comparison("plan_excess", "down", "plan", rule="plan.down")
        if self._equals_then(quantity, place, edge):
            return Comparison("ratio", rule="index")
        plan = self.plan_behind(quantity, right)
        if plan and (self._is_shared_out(quantity, place.left, edge) or self._is_sum_shared_out(quantity, place, edge)):
            return None
        if plan and self._is_excess(quantity, place):
            return Comparison("plan_excess", "up", plan, rule="plan.up", takes_modifier=True)
        if plan:
            return Comparison("plan_ratio", None, plan, rule="plan.ratio")
        if plan := self.plan_of_both(quantity, place) or self.plan_of_a_sum(quantity, place):
            return Comparison("plan_ratio", None, plan, rule="plan.joined")
        if (
            self.is_of_plan_beside(quantity, place, edge)
            or self._is_realised(quantity, place)
            or self._is_disbursed(quantity, place.left, edge)
        ):
            return Comparison("plan_ratio", None, "plan", rule="plan.ratio")
        if plan := self._behind_its_bracket(quantity):
            return Comparison("plan_ratio", None, plan, rule="plan.ratio")
        if before and before.kind == "plan_ratio" and self._is_of_its_part(quantity, place.left, edge, before):
            return Comparison("plan_ratio", None, before.basis, rule="plan.part")
        return None

    def _equals_then(self, quantity: Quantity, place: Surroundings, edge: int) -> bool:
        """“rice was 24,041 ha, up 2 %; maize 553 ha, equal to 99 %”: of what it was, where something grew or is set
        against another time, and no plan is spoken of.
        """
        previous = place.previous
        if previous is None or previous.end != place.left or not LOWEST_INDEX <= quantity.value < 2 * _WHOLE:
            return False
        equals = self.frames.equals.ending(self.lower, place.left, edge)
        if equals is None or self._is_part_of_named(quantity):
            return False
        start = max(place.sentence.start, place.left - 2 * FARTHEST)
        if self.parts.at(self.lower, start + (self.lower[start : start + 1] == " "), place.left):
            start = max(self.lower.rfind("\n", 0, start) + 1, start - FARTHEST)  # «tăng 3 %. Trong đó: …, bằng 94 %»
        told = self.frames.basis.all(self.lower, start, place.sentence.end)
        grew = self.frames.trend.first(self.lower, start, place.left) is not None
        listed = self.lower.startswith(";", quantity.end)
        listed = listed and any(hit.value in A_YEAR_BEFORE and hit.start > quantity.end for hit in told)
        return (grew or listed) and not any(hit.value in PLANS for hit in told)

    def _is_part_of_named(self, quantity: Quantity) -> bool:
        """Whether a figure is a part “of” something that is named behind it."""
        return self.frames.partitive.at(self.lower, quantity.end + 1, quantity.end + _NEAR) is not None

    def _is_disbursed(self, quantity: Quantity, left: int, edge: int) -> bool:
        """“Disbursement by the end of June 2024 was 48 %”: of what was planned, whatever stands before the verb."""
        frames = self.frames
        verb = frames.copulas.ending(self.lower, left, edge) or frames.reached.ending(self.lower, left, edge)
        head = self.disbursed.last(self.lower, max(left, verb.start - _PART), verb.start) if verb else None
        if verb is None or head is None or self._is_part_of_named(quantity):
            return False
        if _NO_NAME.search(self._untimed(head.end, verb.start)):
            return False
        return not any(
            cues.first(self.lower, head.end, verb.start) for cues in (frames.trend, frames.share, frames.rate)
        )

    def basis_by(self, left: int, edge: int) -> tuple[str, Period | None]:
        """What stands in front of “by 5 %” and is compared with."""
        basis, since = self.basis_in_front(left, edge, by=True)
        return ("none", None) if basis in PLANS and self._plan_moves(left, edge) else (basis, since)

    def is_less_than_others(self, quantity: Quantity) -> bool:
        """“9 % below the national average”, “9 % more than the nation has”: a ratio, where a “9 % decline” is none."""
        end = quantity.end + _NEAR
        near = self.frames.thresholds.at(self.lower, quantity.end + 1, end)
        than = near or self.frames.than.first(self.lower, quantity.end, end)
        return quantity.unit == "%" and (than is not None or self.is_over_others(quantity, end))

    def _plan_moves(self, left: int, edge: int) -> bool:
        """“The adjustment budget for 2024 raises the grant by 5 %”: a plan that moves, and is no basis."""
        plan = next(
            (hit for hit in reversed(self.frames.basis.all(self.lower, left, edge)) if hit.value in PLANS), None
        )
        verb = self.frames.trend.first(self.lower, plan.end, edge) if plan else None
        marker = self.frames.marker.ending(self.lower, verb.end, edge) if verb else None
        if plan is None or verb is None or marker is None or LONG_WORD.search(self._untimed(plan.end, verb.start)):
            return False
        return WORD.search(self.lower, verb.end, marker.start) is not None

    def plan_between(self, quantity: Quantity, place: Surroundings, before: Comparison | None) -> str | None:
        """“4,100 crore against the budget estimate of 3,800 crore, a rise of 300 crore”, “from the target of 12 million
        to 11 million, a fall of 8 %”: a change between two figures in front, one of which is the plan.
        """
        first, second = place.earlier, place.previous
        noted = self.lower.startswith(" (", place.left) and self.lower.startswith(")", quantity.end)
        if noted and before and before.kind == "plan_excess" and quantity.family == "percent":
            return before.basis  # “short of the estimate by 6,100 crore (a decrease of 7 %)”
        if first is None or second is None or first.unit != second.unit or second.family == "percent":
            return None
        apart = abs(first.value - second.value)
        moved = self.frames.goal.ending(self.lower, first.end, second.start) is not None
        if quantity.family == "percent":
            apart = EXACT.divide(_WHOLE * apart, second.value) if second.value else apart
        told = abs(apart - quantity.value) * _WHOLE <= 2 * apart
        if not told and not (moved and quantity.family == "percent"):
            return None
        floor, end = (
            (max(place.sentence.start, first.start - _PART), first.start) if moved else (first.end, second.start)
        )
        named = self.frames.basis.last(self.lower, floor, end)
        return named.value if named and named.value in PLANS else None

    def _whole_behind(self, quantity: Quantity) -> bool:
        """“30 % of the budget”: whether a whole is named behind, in the same clause."""
        end = quantity.end + _NEAR
        close = _CLAUSE_END.search(self.lower, quantity.end, end)
        return self.wholes.first(self.lower, quantity.end, close.start() if close else end) is not None

    def _is_shared_out(self, quantity: Quantity, left: int, edge: int) -> bool:
        """“must allocate 30 % of the budget to roads”, “wages make up 44 % of the budget”: a part of a whole."""
        if not self._whole_behind(quantity):
            return False
        ends = (edge, quantity.start)
        return any(self.shared_out.ending(self.lower, left, end) is not None for end in ends)

    def _is_sum_shared_out(self, quantity: Quantity, place: Surroundings, edge: int) -> bool:
        """“receives a substantial R47 billion, or 77 % of the budget”: the part that a sum is which is given out."""
        money = place.previous
        if money is None or money.family != "currency" or not _SAID_AGAIN.fullmatch(self.lower, money.end, edge):
            return False
        if not self._whole_behind(quantity):
            return False
        given = self.shared_out.last(self.lower, max(place.sentence.start, money.start - _NEAR), money.start)
        return given is not None and MARK.search(self.lower, given.end, money.start) is None

    def _is_of_its_part(self, quantity: Quantity, left: int, edge: int, before: Comparison) -> bool:
        """“98 % of the estimate, of which customs reached 91 % and fees 120 %”: of the estimate for that part."""
        frames = self.frames
        if self._is_part_of_named(quantity):
            return False
        comma = self.lower.find(", ", left, edge)
        parts = self.of_parts.at(self.lower, comma + 2, edge) if comma >= 0 else None
        verb = frames.copulas.ending(self.lower, left, edge) or frames.reached.ending(self.lower, left, edge)
        joined = before.rule == "plan.part" and frames.joining.at(self.lower, left + 1, edge) is not None
        if not (joined or (parts and verb)):
            return False
        said = (frames.trend, frames.share, frames.rate, frames.basis, frames.growths)
        start = parts.end if parts else left
        return edge - start < _PART and not any(cues.first(self.lower, start, edge) for cues in said)

    def _behind_its_bracket(self, quantity: Quantity) -> str | None:
        """“collected 2 million (48 %) of its annual target”: the plan stands behind the bracket."""
        if quantity.unit != "%" or not self.lower.startswith(") ", quantity.end):
            return None
        near = quantity.end + _NEAR
        of = self.frames.partitive.at(self.lower, quantity.end + 2, near)
        hit = self.frames.basis.first(self.lower, quantity.end + 2, near) if of else None
        if hit is None or of is None or hit.value not in PLANS or hit.start > of.end + _NAME:
            return None
        return hit.value

    def is_of_plan_rate(self, first: int, edge: int) -> bool:
        """“a disbursement rate above the average of 75 %”, “the highest disbursement rates: Arden (58 %)”: whether the
        last rate named in front is one of a plan.
        """
        rate = self.plan_rates.last(self.lower, max(first, edge - FARTHEST), edge)
        last = self.frames.rate.last(self.lower, rate.start, edge) if rate else None
        if rate and last:
            return last.start < rate.end
        return rate is not None and self.stands_by_its_part(edge)

    def _is_excess(self, quantity: Quantity, place: Surroundings) -> bool:
        """“collected 16 billion, exceeding 33 % of the estimate”: by how much more than that, as so little of it would
        be no news; but “disbursed 16 billion, exceeding 33 % of the plan” is what was reached.
        """
        previous = place.previous
        if quantity.value >= LOWEST_INDEX or previous is None or previous.family not in _NUMBERS:
            return False
        hit = self.exceeding.ending(self.lower, place.left, quantity.start)
        if hit is None or not self.lower.startswith(", ", hit.start - 2):
            return False
        return self.frames.fulfilled.first(self.lower, place.sentence.start, hit.start) is None

    def _is_realised(self, quantity: Quantity, place: Surroundings) -> bool:
        """“The budget was 5 million, out of which 4 million, or 80 %, was spent”: of two sums the one is what was
        planned, and the other just so many per cent of it.
        """
        first, second = place.earlier, place.previous
        if quantity.unit != "%" or first is None or second is None or first.unit != second.unit:
            return False
        if second.family != "currency":
            return False
        start, end = place.sentence.start, min(place.sentence.end, quantity.end + _NEAR)
        for plan, part, floor in ((first, second, start), (second, first, first.end)):
            if abs(part.value * _WHOLE - quantity.value * plan.value) > plan.value:
                continue
            named = self.planned_sums.last(self.lower, floor, plan.start)
            named = named or self.planned_sums.at(self.lower, plan.end + 1, quantity.start)
            done = self.realised.last(self.lower, start, end) if named else None
            return done is not None and self.spent_on.at(self.lower, done.end + 1, done.end + _NAME) is None
        return False
