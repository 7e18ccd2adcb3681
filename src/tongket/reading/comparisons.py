"""What a figure is compared with: growth and decline, plan and estimate, share, index.

Only the words around a figure are read: back to the figure before it, forward to the next one.
A figure without words of its own, joined to the one before it by “and”, shares that figure's verb:
“exceeds the estimate of the centre by 3 % and by 2 % that of the council”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.amounts import Quantity
from tongket.reading.bases import A_YEAR_BEFORE, FARTHEST, PLANS, Comparison, Surroundings
from tongket.reading.claims import Direction
from tongket.reading.further_bases import FurtherBases
from tongket.reading.growths import LIKELY_INDEX, LOWEST_INDEX, MARK, WORD, direction_of
from tongket.reading.paces import PART_IN_BRACKETS
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Hit

_JOINED = 90
_OPENED = re.compile(r"\s{0,3}\(")
_DASHED = re.compile(r"\s[–—-]\s")
_ELLIPSIS = re.compile(r"[,;]\s(?:[^,;.]*\s)?[-–—]\s*(?:\w{2,3}\s)?\Z")
# «на 14,5 % – в текстильной промышленности, на 11,2 % – в пищевой»: the amount stands before its part.
_PART_BEHIND = re.compile(r"\s[-–—]\s[^,;.]*[,;]\s(?:\w{1,3}\s){0,2}\Z")
_BRACKETED = re.compile(r"\s\([^()\n]{1,16}\)\s")
# An amount and its percentage in brackets, with the basis of both between them at most.
_IN_BRACKETS = re.compile(r"[^,;:.()\d]{0,50}\s\(\Z")
_SIGN_IN_BRACKETS = re.compile(r"\s\([+−–-]\s?\Z")
_WORD_OF_ITS_OWN = re.compile(r"[^\W\d_]{3}")
_LISTABLE = ("change.direct", "change.rate", "change.after", "listed")
# Of these a period right in front, that is over, is what they are compared with.
_TIMED = ("change.rate", "change.by", "listed", "ellipsis")
_WHOLE = 100
# What holds of the next figure as well when only a period stands between them.
_CARRIED = ("rate", "plan.ratio", "change.rate.up", "change.rate.down")


class Comparer(FurtherBases):
    """Reads the comparisons of one text."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        super().__init__(lower, pack, periods)
        self.amount_in_brackets = bool(pack.get("comparison.amount_in_brackets", False))
        self.makes_up = pack.cues("comparison.makes_up")
        self.listable = (*_LISTABLE, "change.by") if pack.get("comparison.lists_by", False) else _LISTABLE
        self.points_share = pack.get("comparison.points_share", False)

    def compare(self, quantity: Quantity, place: Surroundings, before: Comparison | None) -> Comparison:
        """The comparison that a figure takes part in; ``before`` is that of the figure before it."""
        if quantity.family == "rank":
            return Comparison("rank", rule="rank")
        if quantity.of is not None:
            return Comparison("ratio", rule="fraction")
        sentence, left = place.sentence, max(place.left, quantity.start - FARTHEST)
        right = min(place.right, quantity.end + FARTHEST)
        edge = self.edge_of(quantity, left)
        if quantity.family == "times":
            found = self.times(quantity, place, left, edge, right)
            return self.from_to(found, quantity, place) if found.kind == "change" and not found.since else found
        between = self.between_levels(quantity, place)
        index = None if between else self.named_index(quantity, left, edge, right, before)
        if index:
            return index
        direction, rule = (
            (between, "change.by") if between else self._direction(quantity, sentence.start, left, edge, right, before)
        )
        if direction is None and before is not None and before.direction:
            leveled = self.frames.level.ending(self.lower, left, quantity.start)
            # «số doanh nghiệp tăng 4,36 % (666 doanh nghiệp)»: behind a growth stands what it came to, and where that
            # was said, by how much: «2.150 ha, tăng 0,6 % (14 ha)».
            growth = place.previous if place.previous and place.previous.family == "percent" else None
            reached = growth is not None and growth.start == place.first and quantity.family != "percent"
            reached = reached and not self.amount_in_brackets  # «сократилась на 1,06 % (81 человек)»
            repeated = not reached and self._is_in_brackets(quantity, left, edge)
            repeated = repeated and not self.is_of_basis(quantity, place, left, edge)
            # «НДФЛ на 123 млн рублей (112 % к 2021 году), налога на имущество на 45 млн рублей (108 %)»
            index_again = place.said is not None and quantity.unit == "%" and quantity.value >= LIKELY_INDEX
            others = self.amount_in_brackets and place.previous is not None and place.previous.family == "percent"
            joined = self._is_joined(quantity, left, edge, others and quantity.family != "percent")
            joined = joined and not self.is_counted_anew(quantity, place)
            repeated = repeated or (leveled is None and joined)
            repeated = repeated and not self.is_level_in_brackets(quantity, place, left, edge, before)
            if repeated and self.is_restated_as_index(quantity, left, edge, before):
                return Comparison("ratio", None, before.basis, before.since, "index")
            if repeated and not (index_again and self.lower[left:edge].strip() == "("):
                direction, rule = before.direction, "ellipsis"
            elif (
                self._is_listed(quantity, left, edge, right, before)
                or self._is_of_a_year_again(quantity, left, edge, before)
                or self.is_set_against_another(quantity, left, edge, before)
            ):
                direction, rule = before.direction, "listed"
        if direction is None and before is not None and self.restates_change(quantity, place, edge, before):
            direction, rule = before.direction, "ellipsis"
        if direction is None and before is not None and self.sums_up(quantity, left, edge):
            moved = self.frames.trend.last(self.lower, sentence.start, left)
            direction, rule = (direction_of(moved), "change.by") if moved else (None, rule)
        if direction is None and (yearly := self.is_by_the_year(quantity)):
            direction, rule = yearly, "change.rate"
        if direction is None and self.moves_to_a_growth(quantity, place, left, edge, right):
            moved = self.frames.trend.last(self.lower, left, edge)
            direction, rule = (direction_of(moved), "change.to") if moved else (None, rule)
        like = direction is None and self.is_like(quantity, place.previous)
        if like and self._is_counterpart(quantity, left, edge, before):
            alike = before is not None and before.rule != "change.sign.down"  # “-0.4 %, against a target of 5 %”
            way = before.direction if before and alike else "up"
            return Comparison("change", way, rule="change.counterpart")
        joining = self.frames.joining.last(self.lower, left, edge)
        own = max(joining.end if joining else left, self.lower.rfind(";", left, edge))
        if before and before.basis in PLANS:  # «đạt 101 % kế hoạch, tăng 0,8 %»: that plan is taken
            own = max(own, self.lower.find(",", left, edge))
        basis, since = self.basis_by(own, edge) if rule in ("change.by", "ellipsis") else ("none", None)
        if basis == "none":
            end, stop = self.past_brackets(quantity, place, right)
            end += end == quantity.end and rule == "change.after" and self.lower.startswith(", ", end)
            # «(+4,1 %) so với cùng kỳ»: the basis stands behind the bracket.
            end += self.lower.startswith(")", end) and self.frames.basis.at(self.lower, end + 2, stop) is not None
            floor = own if before and before.basis in PLANS else max(left, self.lower.rfind(";", left, edge))
            basis, since = self.basis(end, stop, floor, edge)
        if basis in PLANS and direction and self.is_aim(quantity, left, edge):
            basis = "none"  # “growth fell short of the 6 % target”
        if basis == "none" and direction and place.first < quantity.start:
            basis, since = self.leading_basis(sentence.start, place.first)
        if basis == "none" and rule in _TIMED and (against := self.earlier_in_front(left, edge)):
            basis, since = "period", against
        if basis == "none" and before and rule == "ellipsis":  # «превысили план на 1,3 млрд рублей, или на 4,7 %»
            basis, since = before.basis, before.since
        if basis == "none" and rule == "ellipsis":  # «на 5 % по сравнению с 2018 годом, по второму варианту на 3 %»
            told, against = self.basis_in_front(sentence.start, left, by=True)
            basis, since = (told, against) if told == "period" else (basis, since)
        if since and rule == "ellipsis" and self.is_the_year_after_next(since, left, edge):
            basis, since = "previous_year", None
        if basis == "none" and before and rule == "change.sign" and _SIGN_IN_BRACKETS.match(self.lower, left, edge):
            basis, since = before.basis, before.since
        if basis == "none" and direction and before and self.is_noted_behind_plan(quantity, left, edge):
            return Comparison("plan_excess", direction, before.basis, rule=f"plan.{direction}")
        if basis == "none" and self.exceeds_plan(quantity, left, edge, rule):
            return Comparison("plan_excess", direction, "plan", rule=f"plan.{direction}")
        passed_on = before is not None and before.kind == "change" and before.basis not in PLANS
        if basis == "none" and before and rule == "change.sign" and before.rule.startswith("change.sign"):
            basis, since = before.basis, before.since  # “Ohio (+0.7 %), followed by Iowa (+0.6 %)”
        # A part of a year stays compared with that part of the last, whatever the sentence goes on to measure.
        same = before is not None and (
            before.basis == "same_period"
            or (before.basis == "previous_period" and not any(place in self.period_at for place in range(left, edge)))
        )
        if basis == "none" and direction and before and passed_on and (quantity.family != "percent" or same):
            basis, since = before.basis, before.since
        if basis == "none" and direction:  # “18 % short of the Sh5 million target”
            basis = self.plan_behind_a_sum(quantity, place, rule) or self.plan_between(quantity, place, before) or basis
        if basis == "none" and rule == "change.after":
            others = self.is_than_others(quantity, right) or self.is_over_others(quantity, right)
            basis = "peers" if others else basis
        if direction == "down" and self.is_fall_to(quantity, rule, right):  # «спад составил 87,4 % к уровню 2015 года»
            return Comparison("ratio", None, basis, since, "index")
        if direction and self.is_inflation_of(quantity, rule, left, edge):
            against = self.against_in_front(left, edge)
            return Comparison("ratio", None, "period" if against else basis, against or since, "index")
        if basis == "peers" and quantity.unit == "%" and self.is_a_growth_itself(quantity, rule):
            basis = "none"
        if direction is None:
            return self._without_direction(quantity, place, edge, right, basis, since, before)
        taken = rule == "change.direct" and edge < quantity.start and not self._is_direct(left, edge)
        if taken and basis == "none" and quantity.family != "percent":  # «vượt 107.500 tỷ đồng» is a level
            return Comparison("level" if quantity.family in ("currency", "measure") else "count", rule="level")
        if basis in PLANS:
            return Comparison("plan_excess", direction, basis, rule=f"plan.{direction}", takes_modifier=taken)
        if basis == "peers" and self.is_less_than_others(quantity):
            return Comparison("ratio", direction, basis, rule="ratio.peers", takes_modifier=taken)
        compared = Comparison("change", direction, basis, since, f"{rule}.{direction}", takes_modifier=taken)
        return self.from_to(compared, quantity, place) if since is None else compared

    def _direction(
        self, quantity: Quantity, first: int, left: int, edge: int, right: int, before: Comparison | None
    ) -> tuple[Direction | None, str]:
        lower, frames = self.lower, self.frames
        signed = self.sign_of(quantity, before)
        if signed == "down" and self._is_rate_below_zero(quantity, first):
            return None, ""
        if signed:
            return signed, "change.sign"
        led = before is not None and before.rule == "change.sign.down" and quantity.family == "percent"
        if led and self.is_goal(left, edge):  # “from –2.8 % to 3.9 %”
            return "up", "change.sign"
        stop = min(right, quantity.end + 40)
        behind = self._amid(quantity, first, right) or self.after_itself(quantity, stop, right)
        if (
            behind is None
            and quantity.unit == "%"
            and not quantity.bound
            and "-" in lower[quantity.start : quantity.end]
        ):
            behind = frames.heads.at(lower, quantity.end + 1, stop)  # «6,4-процентный рост»
        if behind is None:  # «на 29,3 тыс. га (2,7 %) больше»
            bracket = _BRACKETED.match(lower, quantity.end)
            behind = frames.after.at(lower, bracket.end(), bracket.end() + 40) if bracket else None
            behind = behind or self.after_the_next(quantity)
        if behind and self.negative.ending(lower, left, edge):  # “a negative 1.6 % growth”
            return "down", "change.after"
        if behind:
            return direction_of(behind), "change.after"
        hired = frames.hired.ending(lower, left, edge) if quantity.unit == "jobs" else None
        if hired:
            return direction_of(hired), "change.direct"
        threshold = frames.thresholds.ending(lower, left, quantity.start)
        crossed = frames.trend.ending(lower, left, threshold.start) if threshold else None
        if crossed and not frames.growths.at(lower, crossed.start, crossed.end):  # “fell below 5 %” gives a level
            return None, ""
        if aimed := self.is_aimed(quantity, left, edge):
            return aimed, "change.rate"
        for end in self.ends_of(quantity, left, edge):
            level = frames.level.ending(lower, left, end)
            direct = frames.direct.ending(lower, left, end)
            if level and (direct is None or direct.start >= level.start):
                rate = before is not None and before.rule.startswith(("change.rate", "change.counterpart"))
                goal = quantity.family == "percent" and (self.is_goal(left, end) or self.spans_to(left, end))
                if before and rate and goal:
                    return before.direction, "change.rate"  # «mục tiêu tăng trưởng từ 5,5 % lên 8 %»
                grew = before and before.rule.startswith("change.direct") and frames.growths.first(lower, first, left)
                if before and (rate or grew) and self._goes_on_to(left, level.start):
                    return before.direction, "change.rate"
                grown = self._grown(quantity, left, edge) or self._is_of_output(quantity, left, edge)
                grown = grown or self._grows_to(quantity, left, level.start)
                grown = grown or self._comes_from_a_growth(quantity)
                grown = grown or self._is_that_growth(quantity, first, edge, before)
                grown = grown or self.paced(quantity, left, edge, level.start, before)
                grown = grown or self.opens_a_growth(quantity, edge)
                if quantity.modifier == "at_least" and self._moved(quantity, left, edge) == "down":
                    return "down", "change.object"  # «giảm tỷ lệ hộ nghèo từ 0,5 % trở lên»
                return (grown, "change.rate") if grown else (None, "")
            balanced = direct and quantity.family in ("count", "noun") and frames.balance.ending(lower, left, end)
            if (
                direct and not balanced and "(" not in lower[direct.end : end]
            ):  # not the level of «cao hơn bình quân cả nước (50 %)»
                return direction_of(direct), "change.direct"
        if frames.marker.ending(lower, left, edge) or frames.marker.ending(lower, left, quantity.start):
            if trend := self.moves_behind(quantity, left) or frames.trend.last(lower, left, edge):
                return direction_of(trend), "change.by"
            late = frames.trend.first(lower, quantity.end, min(right, quantity.end + 90))
            between = lower[quantity.end : late.start] if late else ""
            aside = between.rfind("(") > between.rfind(")")  # «на 118,8 млрд рублей (рост – 2,4 %)»
            # «произведено на 123 млрд рублей с ростом на 5 %»
            aside = aside or (late is not None and frames.origin.ending(lower, quantity.end, late.start) is not None)
            if late and not aside and self._is_open(quantity.end, late.start):
                return direction_of(late), "change.by"
            # «увеличился в 2,3 раза, цемента – на 14 %»: a dash stands for the verb.
            moved = before and before.direction
            if moved and (
                _ELLIPSIS.search(lower, left, edge)
                or _PART_BEHIND.match(lower, left, edge)
                or PART_IN_BRACKETS.match(lower, left, edge)
                or frames.joining.first(lower, left, edge)
                or self.opens_with_part(left, edge)
                or self.opens_with_time(left, edge)
                or (quantity.unit == "%" and self.is_part(left, edge) and not self.verb.search(lower, left, edge))
            ):
                return moved, "ellipsis"
            said = self._said_before(quantity, first, left, edge)
            return (said, "ellipsis") if said else (None, "")
        grown = self._grown(quantity, left, edge) or self._is_of_output(quantity, left, edge)
        grown = grown or self._is_that_growth(quantity, first, edge, before)
        grown = grown or self._is_labelled_growth(quantity, edge) or self.opens_a_growth(quantity, edge)
        moved = self._moved(quantity, left, edge) or self.is_headed(quantity, first, edge)
        return (grown, "change.rate") if grown else (moved, "change.object")

    def _amid(self, quantity: Quantity, first: int, right: int) -> Hit | None:
        """“1,420 fewer jobs than in May”, “Compared to May, the city had 12 more jobs”: the word stands between the
        number and what it counts.
        """
        if quantity.family not in ("count", "noun"):
            return None
        hit = self.frames.amid.first(self.lower, quantity.start, quantity.end)
        if hit is None:
            return None
        than = self.frames.amid_basis.first(self.lower, quantity.end, self.reach(quantity.end, right)) is not None
        return hit if than or self.leading_basis(first, quantity.start)[0] != "none" else None

    def _grown(self, quantity: Quantity, left: int, edge: int) -> Direction | None:
        """“growth was 3 %”, “growth slowed to 3 %”: the figure is itself the growth."""
        lower, frames = self.lower, self.frames
        head = frames.heads.last(lower, left, edge) if self.may_be_a_growth(quantity) else None
        # «tăng trưởng GRDP từ 9 % trở lên»: the “from” of what is at least so much is the verb as well.
        ends = (edge, quantity.start) if quantity.bound or quantity.modifier in ("at_least", "up_to") else (edge,)
        verb = next(filter(None, (frames.copulas.ending(lower, head.end, end) for end in ends)), None) if head else None
        if head and verb is None:  # “growth is forecast to increase to 1.2 %”: the last of the two is its verb
            moved = frames.copulas.ending(lower, left, edge)
            nearer = frames.heads.last(lower, left, moved.start) if moved else None
            if nearer and frames.growths.first(lower, nearer.start, nearer.end):
                head, verb = nearer, moved
        if head is None or head.value == "none" or not (verb or self._is_named_growth(quantity, left, edge)):
            return None
        if verb is None:
            return direction_of(head)
        said = self.lower[left - 1 : left].isalnum() or self.lower.startswith("%", left - 1)
        apart = quantity.family != "percent" or MARK.search(lower, head.end, verb.start) is not None
        if apart and said and head.start <= left + 1:  # “12 % growth at Rs 55 crore”, “12 % growth, reaching 55 %”
            return None
        if quantity.family in ("count", "noun") and any(
            hit.end >= head.end for hit in frames.balance.all(lower, left, edge)
        ):
            return None
        if quantity.unit != "%" and verb.end == verb.start + 2 and verb.start > head.end + 1:
            return None  # “the expansion of the port will attract an investment of R3 billion”
        apart = lower[verb.start].isalpha() and verb.end == verb.start + 1 and verb.start > head.end + 1
        if quantity.family in ("count", "noun") and apart:  # «рост ожидается в 79 регионах»
            return None
        came = frames.origin.at(lower, head.end + 1, edge)  # “an increase from the estimates of 5 million”
        if quantity.family != "percent" and (came or MARK.search(lower, head.end, edge)):
            return None
        clause = max(left, *(lower.rfind(mark, left, head.start) for mark in (";", ",")))
        places = ((clause, head.start), (head.end, verb.start))  # “the growth of tourism, whose share rose to 17 %”
        return None if any(frames.share.first(lower, *place) for place in places) else direction_of(head)

    def _is_counterpart(self, quantity: Quantity, left: int, edge: int, before: Comparison | None) -> bool:
        """Whether a percentage is set against the growth before it, and so is itself a growth."""
        if before is None or before.kind != "change" or quantity.family != "percent" or quantity.unit != "%":
            return False
        if self.is_set_beside(left, edge) or self._is_aside(quantity, left, edge):
            return True
        dashed = self.lower[left:edge].rstrip().endswith(("-", "–", "—")) and self.tells_ways
        if (before.rule.startswith("change.rate") or dashed) and self._is_next_period(left, edge):
            return True  # «в 2019 году – на 4 %, в 2020 году – 3,6 %»
        # “growth slowed to 1.1 % from 3.9 %”, but not “rose by 2 points from 40 %”.
        rate = before.rule.startswith("change.rate") or self.grew_before(left, before)
        rate = rate or self.frames.growths.at(self.lower, left + 1, edge) is not None  # “to 3 % growth from 12 %”
        rate = rate and self.frames.share.first(self.lower, left, edge) is None
        return rate and self.frames.origin.ending(self.lower, left, edge) is not None

    def _is_aside(self, quantity: Quantity, left: int, edge: int) -> bool:
        """«tăng 8,1 % (cùng kỳ năm 2020 đạt 5,2 %)», «(kế hoạch 8,5 %)»: in a bracket only a basis and a verb."""
        if not self.lower.startswith(" (", left):
            return self.is_of_another(quantity, left, edge) or self.is_told_apart(left, edge)
        basis = self.frames.basis.first(self.lower, left, edge)
        noted = self.is_noted_with_time(left, edge, quantity.end)  # “grew 10 % in Q3 (Q2: 8.8 %)”
        return noted or (basis is not None and not _WORD_OF_ITS_OWN.search(self._unsaid(left, edge, self.articles)))

    def _is_next_period(self, left: int, edge: int) -> bool:
        """“growth was 7.4 % in the third quarter, in the second 6.9 %”: a period and at most a verb stand in front."""
        period = next((self.period_at[p] for p in range(left, edge) if p in self.period_at), None)
        if period is None or not self.leads_on(left, period.start):
            return False
        verb = self.frames.copulas.ending(self.lower, period.end, edge)
        return not WORD.search(self._unsaid(period.end, verb.start if verb else edge))

    def _is_direct(self, left: int, edge: int) -> bool:
        return any(cues.ending(self.lower, left, edge) for cues in (self.frames.direct, self.frames.hired))

    def _is_joined(self, quantity: Quantity, left: int, edge: int, others: bool = False) -> bool:
        """Whether only a conjunction, a marker and a basis of its own stand between two figures; ``others``: of which
        the first is a percentage and the second none.
        """
        if quantity.family == "percent" and self.lower.startswith(")", quantity.end):
            opened = _OPENED.match(self.lower, left, edge)
            marker = self.frames.marker.ending(self.lower, left, edge)
            if opened and opened.end() == (marker.start if marker else edge):  # “up $1.1 billion (7.6 per cent)”
                return True
        joining = self.frames.joining.last(self.lower, left, edge)
        if joining and others and WORD.search(self._unsaid(left, joining.start)):
            return False  # “a rise of over 10 % in spending, and at least $3 million”
        partitive = self.frames.partitive.at(self.lower, quantity.end + 1, quantity.end + 20)
        if quantity.family == "percent" and partitive and partitive.end + 1 not in self.period_at:
            told = self.frames.basis.at(self.lower, partitive.end + 1, partitive.end + 20)
            if told is None or told.value != "same_period":  # «mức tăng 6 % của cùng kỳ năm 2015 và 5 % của cùng kỳ …»
                return False
        if self._leaves_bracket(left, edge):  # what stood in brackets goes on with nothing
            return False
        if self.is_in_list(quantity, left) and (
            self.is_in_a_series(left, edge) or self.lower[left:edge].strip() == ","  # “by 4.7, 14.9 and 7.2 per cent”
        ):
            return True
        if joining is None or edge - left > _JOINED:
            return False
        rest = self.lower[joining.end : edge]
        for cues in (self.frames.basis, self.frames.marker, self.frames.joining):
            for hit in reversed(cues.all(self.lower, joining.end, edge)):
                first, last = hit.start - joining.end, hit.end - joining.end
                rest = rest[:first] + " " * (last - first) + rest[last:]
        return not rest.strip(" ,")

    def _is_in_brackets(self, quantity: Quantity, left: int, edge: int) -> bool:
        """“£3.1m below budget (3.6 %)”: the change once more, as a percentage or as an amount."""
        closed = self.lower.startswith(")", quantity.end)
        return closed and _IN_BRACKETS.match(self.lower, left, edge) is not None

    def _is_listed(self, quantity: Quantity, left: int, edge: int, right: int, before: Comparison) -> bool:
        """«công nghiệp tăng 9,4 %, dịch vụ 7,2 %»: a part in a list of growths has no verb of its own."""
        if quantity.family != "percent" or not before.rule.startswith(self.listable):
            return False
        if self.is_of_next_part(quantity, left, edge):
            return True
        if self.frames.partitive.at(self.lower, quantity.end + 1, min(right, quantity.end + 20)):
            return False
        if self.goes_on_behind_bracket(quantity, left, edge):
            return True
        if self.is_next_named(quantity, left, edge):
            return True
        return self.is_part(self.past_parts(left, edge), edge) and self.plan_behind(quantity, right) is None

    def _is_open(self, start: int, end: int) -> bool:
        """«на 4 %, по сравнению с прошлым годом, вырос»: a comma opens nothing but a basis; «на 5 млн – это больше»."""
        comma, apart = self.lower.find(",", start, end), self.lower.find(";", start, end) >= 0
        apart = apart or len(_DASHED.findall(self.lower[start:end])) == 1
        return not apart and (comma < 0 or self.frames.continuing.at(self.lower, comma + 2, end) is not None)

    def _without_direction(
        self,
        quantity: Quantity,
        place: Surroundings,
        edge: int,
        right: int,
        basis: str,
        since: Period | None,
        before: Comparison | None,
    ) -> Comparison:
        left, first = max(place.left, quantity.start - FARTHEST), place.sentence.start
        if quantity.family == "percent":
            if planned := self.of_plan(quantity, place, edge, right, before):
                return planned
            index = self.frames.index.at(self.lower, quantity.end + 1, min(right, quantity.end + 60))
            # «đạt 69,3 % so với cùng kỳ», «bằng 103 % so với năm 2019»
            timed_behind = index and (index.value in A_YEAR_BEFORE or since)
            if of_a_level := self.of_a_level(quantity):
                return of_a_level
            if self.is_fulfilled_behind(quantity):
                return Comparison("plan_ratio", None, "plan", rule="plan.ratio")
            fulfils = self.frames.fulfilled.ending(self.lower, left, edge) or self.is_reached(quantity, place, right)
            if fulfils and not timed_behind:
                return Comparison("plan_ratio", None, basis if basis in PLANS else "plan", rule="plan.ratio")
            reached = basis in PLANS and self.frames.reached.ending(self.lower, left, edge)
            if reached and self.basis_in_front(left, edge)[0] == basis:  # «so dự toán giao đạt 42 %»
                return Comparison("plan_ratio", None, basis, rule="plan.ratio")
            if since and since.role == "toward" and not self.is_due_share(quantity, left, edge):
                return Comparison("ratio", None, basis, since, "index")
            directly = self.period_at.get(quantity.end + 1)
            if directly and self.frames.equals.ending(self.lower, left, edge):  # «bằng 96 % năm 2019»
                return Comparison("ratio", None, "period", directly, "index")
            if index and (index.value != "period" or (since and since.role != "toward")):
                return Comparison("ratio", None, basis if basis != "none" else index.value, since, "index")
            # “The unemployment rate rose by 0.2 points to 6.1 %”: the level is that of the rate.
            origin = first if self.frames.level.ending(self.lower, left, edge) else left
            named = self._is_a_rate(quantity, origin, edge) or self.opens(quantity, edge, self.frames.rate)
            if (named or self.stands_by_its_part(edge)) and self.is_of_plan_rate(first, edge):
                return Comparison("plan_ratio", None, "plan", rule="plan.ratio")
            if quantity.value <= _WHOLE and named:
                return Comparison("level", rule="rate")
            timed = basis in ("same_period", "previous_year", "yearly")
            if timed and self.frames.equals.ending(self.lower, left, edge):  # «bằng 99 % so cùng kỳ»
                return Comparison("ratio", None, basis, since, "index")
            carried = before is not None and before.rule in _CARRIED and (basis == "none" or before.rule == "rate")
            if before and before.rule == "plan.ratio":  # «67 % от плана (98 % от подлежащих)»
                carried = carried and not self.frames.partitive.at(self.lower, quantity.end + 1, right)
            if before and carried and not _WORD_OF_ITS_OWN.search(self._unsaid(left, edge)):
                return before
            if before and before.rule == "plan.ratio" and self.is_next_part_of_plan(quantity, left, edge):
                return before
            if before and before.rule == "plan.ratio" and self.frames.counterpart.ending(self.lower, left, edge):
                return before  # “46 % of the target, as against 58 % a year ago”
            if before and self.is_of_peers(quantity, left, edge, before):
                return replace(before, rule="change.counterpart")
            noted = before is not None and before.rule == "rate" and self.is_noted_with_time(left, edge, quantity.end)
            if before and (noted or self.is_next_in_brackets(quantity, left, edge, before.rule)):
                return before
            beside = self.frames.basis.last(self.lower, left, edge)
            others = ("peers", "source") if before and before.rule == "rate" else ("peers",)
            if before and before.rule in ("rate", "plan.ratio") and beside and beside.value in others:
                return before  # “4.1 %, well below the national average of 5.2 %”
            against = self.against_in_front(left, edge)
            if against and quantity.value >= LOWEST_INDEX:
                return Comparison("ratio", None, "period", against, "index")
            bracketed = self.lower.startswith("(", edge - 1) and self.lower.startswith(")", quantity.end)
            made_up = bracketed or self.makes_up.ending(self.lower, left, edge)
            if made_up and self._is_behind_a_plan(place):
                return Comparison("plan_ratio", None, "plan", rule="plan.ratio")
            if before and before.rule == "index" and bracketed and quantity.value >= LOWEST_INDEX:
                return before
            told = since is not None and since.end <= edge and quantity.value >= LOWEST_INDEX
            verb = self.frames.copulas.ending(self.lower, since.end, edge) if told and since else None
            bare = told and since is not None and not self.lower[since.end : edge].strip()  # «к уровню 2015 года 92 %»
            if bare or (verb and since and not WORD.search(self.lower, since.end, verb.start)):
                return Comparison("ratio", None, basis, since, "index")  # «по сравнению с маем 2023 года – 76,3 %»
            if self._is_index_of_prices(quantity) or self._is_index_again(quantity, place, left, edge, before):
                said = basis if basis != "none" else place.said.basis if place.said else "none"
                return Comparison("ratio", None, said, since or (place.said.since if place.said else None), "index")
            if found := self.index_beside(quantity, place, left, edge, before):
                return found
            if quantity.unit != "%" and not self.points_share:  # “contributed 0.5 percentage points”
                return Comparison("level", rule="level")
            if quantity.value > _WHOLE and not self.frames.partitive.at(self.lower, quantity.end + 1, right):
                return Comparison("ratio", None, basis, since, "index")
            return Comparison("share", rule="share")
        # “1.1 people per vacancy”: half a person is counted in no crowd.
        counted = quantity.family in ("count", "noun") and quantity.value == quantity.value.to_integral_value()
        return Comparison("count", rule="count") if counted else Comparison("level", rule="level")
