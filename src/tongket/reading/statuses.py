"""Whether a figure is reached, planned or expected, by the words around it and the section it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from tongket.reading.amounts import Quantity
from tongket.reading.assignments import Assignments
from tongket.reading.bases import A_YEAR_BEFORE, PLANS, Comparison
from tongket.reading.budgets import MONEY, Budgets
from tongket.reading.claims import Status
from tongket.reading.decisions import CouncilItems, decides_a_plan
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DEADLINES, SEVERAL_YEARS, Period
from tongket.reading.phrases import Hit
from tongket.reading.plan_lists import plan_named
from tongket.reading.sections import Sections
from tongket.reading.segments import Sentence
from tongket.reading.so_far import SoFar
from tongket.reading.verbs import names_of

_NOTE = re.compile(r"\s{0,2}\(")
_FAR, _HEAD = 280, 60
_TEXT_HEAD = 400
_NEAR = 80
_NEXT = 16
_COMMA = re.compile(r"[,;]\s")
_WITHIN_CLAUSE = re.compile(r"[\w%)]\s{1,3}\Z")
_FIGURE_OR_COMMA = re.compile(r"[,;:(]\s|\d\s?%")
_PERCENT_BEFORE = re.compile(r"\d\s?(?:%|per\s?cent)\s(?:so với |so )?\Z")
_PERCENT_REACH = 16
_BEFORE_FIGURE = re.compile(r"\s{1,3}(?:[^\W\d_]{1,4}\.?\s)?\S{0,4}\d")
_TO_FIGURE = re.compile(r"\s{1,3}(?:\S{0,4}|(?:to\s)?[^\W\d_]{1,8}\s(?:[^\W\d_]{1,4}\.?\s)?)")
_LIST_GOES_ON = (":", ",", ";", " and", " и", " và")


class Statuses(SoFar):
    """Finds the words of aims and expectations in one text."""

    sections: Sections
    budgets: Budgets
    before_all: bool  # whether a text names only times to come

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.decides = decides_a_plan(lower, pack, figures[0] if figures else len(lower))
        self.council = CouncilItems(lower, pack)
        self.assignments = Assignments(lower, pack)
        self.target = pack.cues("status.target.sentence")
        self.target_behind = pack.cues("status.target.behind")
        self.target_behind_never = pack.cues("status.target.behind_never")
        self.of_what_is_there = pack.cues("status.target.of_what_is_there")
        self.estimate = pack.cues("status.estimate.sentence")
        self.sources, self.shown = pack.cues("status.estimate.sources"), pack.cues("status.estimate.shown")
        self.estimate_never = pack.cues("status.estimate.never")
        self.under_way = pack.cues("status.estimate.under_way")
        self.relative = pack.cues("periods.relative")
        self.trend = pack.cues("comparison.trend")
        self.restates = pack.cues("status.restates")
        self.joining, self.never = pack.cues("comparison.joining"), pack.cues("status.target.never")
        self.striving = pack.cues("status.target.striving")
        self.lasting = pack.cues("status.target.lasting")
        self.reached = pack.cues("status.target.reached")
        self.settled = pack.cues("status.estimate.reached")
        self.apart = pack.cues("status.apart")
        self.told = pack.cues("status.told")
        self.spans_clauses = pack.get("status.estimate.spans_clauses", False)
        self.plans_in_brackets = pack.cues("status.target.in_brackets")
        self.plan_sum = pack.cues("status.target.plan_sum")
        self.plans_of = tuple(pack.phrases("status.target.plans_of"))
        self.plan_of = pack.cues("status.target.plan_of")
        self.assigned = pack.cues("status.target.assigned")
        self.plan_comes_to = pack.cues("status.target.comes_to")
        self.names = names_of(pack)
        self.beside = pack.cues("comparison.beside")
        self.that = pack.cues("status.that")
        self.anew = bool(pack.get("status.expects_anew", False))
        self.naming = pack.cues("status.estimate.naming")
        self.existing = pack.cues("status.existing")
        self.term = pack.cues("status.term")
        self.list_head_over = pack.cues("status.list_head_over")
        self.tasks_aim = bool(pack.get("status.tasks_aim", False))
        self.hoped, self.under_plan = pack.cues("status.hoped"), pack.cues("status.under_plan")
        self.bare_will = pack.cues("status.will")
        # A text that foresees says so at its head: its “will” is no aim.
        self.foresees = pack.cues("status.estimate.text").first(lower, 0, _TEXT_HEAD) is not None

    @cached_property
    def _is_of_a_resolution(self) -> bool:
        return self.term.first(self.lower, 0, len(self.lower)) is not None

    def _is_of_a_term(self, hits: Sequence[Hit], period: Period | None, sentence: Sentence) -> bool:
        """“In the 2020-2025 term it expects growth of 9 %”, or “under its plan”: what a resolution hopes is an aim."""
        lasting = period is not None and (SEVERAL_YEARS.fullmatch(period.iso) or period.role in DEADLINES)
        of_a_term = lasting and self._is_of_a_resolution
        if not (of_a_term or self.under_plan.first(self.lower, sentence.start, sentence.end)):
            return False
        return all(self.hoped.at(self.lower, hit.start, hit.end + 1) for hit in hits)

    def _only_will(self, start: int, end: int) -> bool:
        """“The budget will provide 5 million”: a future, and no word of an aim."""
        hits = self.target.all(self.lower, start, end)
        return all(self.bare_will.at(self.lower, hit.start, hit.end + 1) for hit in hits)

    def status(
        self,
        quantity: Quantity,
        sentence: Sentence,
        reach: int,
        period: Period | None,
        comparison: Comparison,
    ) -> Status:
        """The status of a figure of a period; ``reach`` is where its clause ends."""
        ends = [quantity.end, *([period.end] if period else [])]
        marks = filter(None, (_NOTE.match(self.lower, end) for end in ends))
        if any(self.estimate_after.at(self.lower, mark.end(), mark.end() + 20) for mark in marks):
            return "estimate"
        if self.is_noted_in_front(sentence.start, quantity):
            return "estimate"
        clause = max(sentence.start, self.lower.rfind(";", sentence.start, quantity.start) + 1)
        if clause > sentence.start and self._goes_on(clause, quantity.start):
            clause = max(sentence.start, self.lower.rfind(";", sentence.start, clause - 1) + 1)
        spoken = self.closings.speech(sentence.start, quantity.start)
        start = clause = max(clause, spoken)
        against = self.set_against(quantity, clause, period)
        clause = began = max(clause, against)
        clause = max(clause, self.aside(quantity, clause), self._said_apart(clause, quantity.start, period))
        if period is not None and period.role == "now" and period.end + 1 == quantity.start:
            return "actual"  # «вырастет с нынешних 23 млрд рублей»
        if comparison.kind == "count" and self._exists(quantity):
            return "actual"  # “to speed up the three programmes”
        expected = self._expecting(clause, quantity.start)
        if not expected and self.spans_clauses and clause == start:
            expected = self._expecting(sentence.start, clause)
            apart = self._expects_by_clause(expected, sentence, quantity)
            expected = [] if apart or self._is_timed_apart(expected, clause, quantity, period) else expected
        if self.is_planned_aside(quantity) or self.is_plan_set_against(quantity, clause):
            return self.assignments.of_plan(quantity, clause)
        if self._is_assigned(quantity, clause, comparison):
            return self.assignments.of_plan(quantity, clause)
        if comparison.kind not in ("plan_ratio", "plan_excess") and (
            assigned := self.assignments.status(quantity, sentence, clause)
        ):
            return assigned
        part = expected and self.budgets.reaches_part(expected[-1].end, quantity, sentence.end)
        if expected and comparison.kind == "rank":
            if not self.aims(expected[-1].end, quantity.start):
                return "actual"  # «GRDP ước đạt 9 tỷ đồng, đứng thứ 2 cả nước»: where it stands is told as it is
            part = True
        expected = [] if part else expected
        if expected and self.settled.first(self.lower, expected[-1].end, quantity.start):
            expected = []  # «ước 9 tháng tăng 7 % (sơ bộ quý II tăng 6 %)»
        if self.is_an_aim(quantity, clause):
            return "target"
        if expected:
            aimed = self._is_to_be_reached(quantity, expected, clause, period)
            aimed = aimed and not self.budgets.plans_money(quantity, clause)
            aimed = aimed or self._is_of_a_term(expected, period, sentence)
            return "target" if aimed else "estimate"
        if self.is_there(quantity, clause):
            return "actual"
        if quantity.family in MONEY and not against and self.council.sets_rate(quantity.start):
            given = self.budgets.only_gives(quantity, clause) or self.budgets.sets_aside_for(quantity, clause, reach)
            return "estimate" if given else "target"
        earlier = period is not None and (period.year or 0) < (self.year or 0)
        of_a_plan = self.decides and comparison.kind not in ("plan_ratio", "plan_excess") and not earlier
        if of_a_plan:
            return self.decides if self.decides and quantity.family in MONEY else "target"
        if self._is_planned_sum(quantity, clause):
            return self.assignments.of_plan(quantity, clause)
        section = self.sections.at(sentence.start)
        if section and section.estimated is not None and section.estimated in ("", period.iso if period else ""):
            return "estimate"
        of_plan = comparison.kind == "plan_ratio" or (comparison.kind == "plan_excess" and quantity.family == "percent")
        if of_plan:
            aim = self.target.at(self.lower, sentence.start, quantity.start)
            aim = aim if aim and not self.closings.is_over(aim.end, quantity.start) else None
            strives = self.striving.first(self.lower, clause, quantity.start) or self._strives_on(sentence, quantity)
            return "target" if aim or strives or (section and section.target) else "actual"
        expected = self._expecting(quantity.end, reach, behind=True)
        if expected:
            return "target" if self._is_to_be_reached(quantity, expected, clause, period) else "estimate"
        if self._is_funding(quantity, sentence):
            return "estimate"
        stop = min(sentence.end, quantity.end + _FAR)
        # “So far 1,200 people have been provided work”: they are no money that has been.
        spent = quantity.family == "currency" and self.budgets.spends_part(clause, quantity, sentence.end)
        if not spent and self.budgets.sets_aside_for(
            quantity, clause, quantity.end if comparison.kind == "count" else reach
        ):
            return "estimate" if quantity.family in MONEY else "target"
        ahead = period is not None and ((period.year or 0) > (self.year or 0) or self.before_all)
        due = ahead and period is not None and period.role in (*DEADLINES, "later")
        due = due and not self.was_done(clause, quantity)
        # “To date, the city has attracted 5 billion”, in a text of what will be by 2030.
        by_now = (due or (section and section.target)) and self.is_so_by_now(sentence, quantity, period)
        due = due and not by_now
        colon = self.lower.rfind(": -", spoken, quantity.start)  # «Программа позволит: - увеличить …; - снизить …»
        colon = colon if colon >= 0 else self.lower.find(":", spoken, quantity.start)  # «xác định các chỉ tiêu: …; …»
        left = began > start and self.goal.at(self.lower, quantity.end + 1, stop)  # “will rise *from 10* to 15”
        place = clause + (self.lower[clause : clause + 1] == " ")
        left = left or (clause > sentence.start and self.reached.at(self.lower, place, quantity.start))
        near = min(stop, quantity.end + _HEAD // 2)  # “It was planned to sow 40 ha; 38 ha were sown.”
        told = clause > sentence.start and self.closings.says_reached(quantity.end, near)
        headed = (spoken, max(colon, min(spoken + _HEAD, quantity.start)))
        head = not (left or told or against) and self.aims(*headed, quantity.start)
        planned = (
            due
            or head
            or (section and section.target and not by_now)
            or self.aims(clause, quantity.start)
            or self._is_measure_of_programme(quantity, clause, sentence)
            or (not against and self._strives_on(sentence, quantity))
            or (not against and not self.was_done(clause, quantity) and self.is_to_be(quantity.end, stop))
        )
        if planned:
            given = self.foresees or (self.budgets.whole and quantity.family in MONEY)
            given = given or self.budgets.only_gives(quantity, clause) or self.budgets.promises(quantity, sentence)
            given = given and self._only_will(clause, quantity.start)
            return "estimate" if given or self.budgets.plans_money(quantity, clause) else "target"
        title = self.sections.title
        budgeted = self.sections.ahead and title is not None and period is not None and self._is_ahead(period, title)
        given = budgeted or self.budgets.promises(quantity, sentence)
        given = given or self.budgets.gives_out(quantity, sentence, period, comparison.kind)
        coming = quantity.family == "currency" and self._is_of_years_ahead(period)
        coming = coming and not self.goal.ending(self.lower, max(0, quantity.start - _NEXT), quantity.start)
        given = given or (coming and not self.closings.says_reached(spoken, quantity.start))
        return "estimate" if given else "actual"

    def is_to_be(self, start: int, end: int) -> bool:
        """Whether words behind a figure say that it is to be reached, and not that the next one is."""
        hit = self.target_behind.first(self.lower, start, end)
        if hit is None or self.joins(start, hit.end) or self.closings.says_reached(start, hit.start):
            return False
        if self.target_behind_never.at(self.lower, hit.start, end):
            return False
        if self.of_what_is_there.ending(self.lower, max(start, hit.start - _NEXT), hit.start):
            return False  # “discussed five drafts that will be submitted”
        comma = _COMMA.search(self.lower, start, hit.start)
        commas = _COMMA.finditer(self.lower, start, hit.start)
        # “60 % do not expect that prices will …”, “5 million was spent, although some of it will …”
        if any(self.that.at(self.lower, mark.end(), hit.start) for mark in commas):
            return False
        index = bisect_left(self.figures, hit.end)
        return comma is None or index == len(self.figures) or self.figures[index] > min(end, hit.end + _NEAR // 2)

    def goes_on_without_verb(self, before: Sentence, sentence: Sentence, end: int) -> bool:
        """«Число безработных составит 120 человек. Уровень безработицы – 0,8 %.»: a dash for the verb said before.

        What is only estimated to be so already, «оценивается в 14 млрд рублей», says nothing of the next sentence.
        """
        if before is sentence or not self.names.fullmatch(self.lower, sentence.start, end):
            return False
        return any(cues.first(self.lower, before.start, before.end) for cues in (self.future, self._forecast))

    def joins(self, start: int, end: int) -> bool:
        """«составила 59,9 тыс. га и будет сохранена до 2030 года»: “and will” right behind a figure speaks of later."""
        joining = self.joining.at(self.lower, start + 1, end)
        if joining is None:
            return False
        verbs = (self.target_behind, self.closings.resuming)
        return any(cues.at(self.lower, joining.end + 1, end) for cues in verbs)

    def speaks_of_parts(self, start: int, end: int) -> bool:
        """Whether words begin with “of which”, “this marks a growth of” or the like, and so are about what the words
        before them gave.
        """
        place = start + (self.lower[start : start + 1] == " ")
        return any(cues.at(self.lower, place, end) for cues in (self.parts, self.restates))

    def reaches_parts(self, start: int, end: int) -> bool:
        """«План – 30 тыс. кв. м. Из них введено уже 9 тыс.»: parts of an aim that were reached, or that say themselves
        which of them are expected: “Specifically, 60 hectares were sown, and the crop is estimated at …”.
        """
        place = start + (self.lower[start : start + 1] == " ")
        parts = self.parts.at(self.lower, place, end)
        if parts is None:
            return False
        return bool(self.reached.at(self.lower, parts.end + 1, end) or self.estimate.first(self.lower, parts.end, end))

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a clause is of what the one before gave: its parts, or «so với năm trước tăng», its comparison."""
        place = start + (self.lower[start : start + 1] == " ")
        compared = self.basis.at(self.lower, place, end) or self.trend.at(self.lower, place, end)
        return compared is not None or self.speaks_of_parts(start, end)

    def lists(self, before: Sentence, sentence: Sentence, *, within: bool) -> bool:
        """Whether a line is an item of the list that the line of the last figure opens or goes on with."""
        between = self.lower[before.start : sentence.start].rstrip()
        head = between.rpartition("\n")[2]
        if head.endswith(":") and self.parts.at(between, len(between) - len(head), len(between)):
            between = between[: -len(head)].rstrip(" \n.") + ";"  # «В том числе по годам:» on a line of its own
        goes_on = between.endswith(_LIST_GOES_ON) or (within and between[-1:] not in ".!?")
        return "\n" not in between and goes_on

    def is_planned_aside(self, quantity: Quantity) -> bool:
        """«đạt 63 triệu đồng (kế hoạch là 60 triệu đồng)»: what was planned, in a bracket of its own."""
        if self._is_in_bracket_of_plans(quantity):
            return True
        opened = self.bracket_before(quantity.start)
        plan = plan_named(self.lower, opened, quantity.start, self.articles, self.basis) if opened else None
        if plan is None:
            return False
        article, named = plan
        return article is not None or not self.trend.ending(self.lower, named.end, quantity.start)

    def _is_in_bracket_of_plans(self, quantity: Quantity) -> bool:
        """“(the plan: farming 24 %; industry 25 %; trade 50 %)”: all of it, up to words of another time."""
        opened = self.lower.rfind("(", max(0, quantity.start - _FAR), quantity.start) + 1
        plan = self.plans_in_brackets.at(self.lower, opened, quantity.start) if opened else None
        if plan is None or self.lower.find(")", plan.end, quantity.start) >= 0:
            return False
        if self._within(plan.end, quantity.start):
            return False
        return self.basis.first(self.lower, plan.end, quantity.start) is None

    def _is_planned_sum(self, quantity: Quantity, start: int) -> bool:
        """«Kế hoạch vốn năm 2023 là 3.500 tỷ đồng»: what the plan that opens the clause comes to."""
        if quantity.family not in ("currency", "measure"):
            return False
        plan = self.plan_sum.last(self.lower, max(start, quantity.start - 2 * _NEAR), quantity.start)
        if plan is None or _WITHIN_CLAUSE.search(self.lower, start, plan.start):
            return False
        if _FIGURE_OR_COMMA.search(self.lower, plan.end, quantity.start):
            return False
        return self.plan_comes_to.ending(self.lower, plan.end - 1, quantity.start) is not None

    def _is_assigned(self, quantity: Quantity, start: int, comparison: Comparison) -> bool:
        """«Tỷ lệ che phủ rừng: kế hoạch 43 %, thực hiện 42 %», «tỉnh giao 1,5 %»: what was planned, right in front."""
        if comparison.kind in ("plan_ratio", "plan_excess") or comparison.basis in PLANS:
            return False
        hit = self.assigned.ending(self.lower, max(start, quantity.start - _HEAD), quantity.start)
        place = max(start, (hit.start if hit else 0) - 2)
        return hit is not None and self.lower[place : hit.start].rstrip()[-1:] in (":", ",", ";", "(", "")

    def is_plan_set_against(self, quantity: Quantity, start: int) -> bool:
        """«đạt 158 % so với chỉ tiêu 2.750 tỷ đồng», «bằng 82 % dự toán năm 2020 (492 tỷ đồng)», «giải ngân 45 tỷ
        đồng/60 tỷ đồng»: what the plan is.
        """
        if quantity.family not in ("currency", *self.plans_of):
            return False
        if self.lower.startswith("/", quantity.start - 1):
            return True
        opened = self.bracket_before(quantity.start)
        end = opened - 1 if opened and quantity.start - opened < _NEXT else quantity.start
        plan = self.plan_of.ending(self.lower, max(start, end - _HEAD), end)
        if plan is None:
            return False
        floor = max(start, plan.start - _PERCENT_REACH)
        if end < quantity.start and self.basis.ending(self.lower, floor, plan.start):
            return True  # «So với kế hoạch tỉnh giao (84 tỷ đồng), tỷ lệ giải ngân đạt 24 %»
        return _PERCENT_BEFORE.search(self.lower, floor, plan.start) is not None

    def _expects_by_clause(self, expected: Sequence[Hit], sentence: Sentence, quantity: Quantity) -> bool:
        """«sản lượng ước đạt 40 tấn; trồng 20 ha rừng; thu ngân sách ước đạt 5 tỷ đồng»: who says of one thing after
        the other that it is expected says that the rest was reached, unless all of it stands behind the word.
        """
        if not expected:
            return False
        opens = self.lower.rfind(";", sentence.start, quantity.start)
        closes = self.lower.find(";", quantity.end, sentence.end)
        clause = (opens, closes if closes >= 0 else sentence.end)
        if opens >= 0 and self.under_way.first(self.lower, *clause):  # «…; 10 dự án đang được triển khai»
            return True
        if not self.lower[sentence.start : expected[0].start].strip(" -–+•*"):
            return False
        hits = [*expected, *self.estimate.all(self.lower, quantity.end, min(sentence.end, quantity.end + _FAR))]
        return any(";" in self.lower[a.end : b.start] for a, b in pairwise(hits))

    def _is_timed_apart(self, expected: Sequence[Hit], clause: int, quantity: Quantity, period: Period | None) -> bool:
        """«tháng 8 ước đạt 6 tỷ đồng; lũy kế 8 tháng đạt 48 tỷ đồng»: a clause with a time of its own is no estimate,
        unless the word stands in front of all times.
        """
        if period is None or not expected or not clause <= period.start < quantity.start:
            return False
        return bool(self._within(expected[0].start - _NEAR + 1, expected[0].start))

    def _strives_on(self, sentence: Sentence, quantity: Quantity) -> bool:
        """«Phấn đấu thu đạt 5 tỷ đồng; 80 % số hộ dùng nước sạch»: what is striven for goes on, until something was
        reached.
        """
        hits = self.lasting.all(self.lower, sentence.start, quantity.start)
        fixed = self.never.all(self.lower, sentence.start, quantity.start) if hits else []
        free = [hit for hit in hits if not any(f.start <= hit.start < f.end for f in fixed)]
        hit = free[-1] if free else None
        return hit is not None and self.reached.first(self.lower, hit.end, quantity.start) is None

    def set_against(self, quantity: Quantity, start: int, period: Period | None = None) -> int:
        """Where “as against”, “from” begins in front of a figure: words of expectation before it are not about it."""
        floor = max(start, quantity.start - _HEAD)
        minus = self.lower.startswith(("-", "−"), quantity.start - 1)  # “compared with -4.9 % in 2030”
        hit = self.counterpart.ending(self.lower, floor, quantity.start - minus)
        hit = hit or self.relative.ending(self.lower, floor, quantity.start)
        if hit is None and quantity.family != "percent":  # “an increase over 2 million (2021)”
            over = self.basis.ending(self.lower, floor, quantity.start)
            grown = over and over.value == "period" and self.trend.ending(self.lower, floor, over.start)
            hit = over if grown else None
        floored = quantity.modifier == "at_least"  # «tăng từ 9 % trở lên»
        if hit is None and not (
            quantity.bound or floored
        ):  # “will rise from 10 to 15”, “estimated at 15, from 10 then”
            hit = self.origin.ending(self.lower, floor, quantity.start)
            timed = period is not None and 0 < period.start - quantity.end < _NEXT and self._is_over(period)
            if hit and not timed and not self.goal.first(self.lower, quantity.end, quantity.end + _NEAR // 2):
                before = self.basis.at(self.lower, quantity.end + len(" in the "), quantity.end + _NEAR // 2)
                hit = hit if before and before.value in A_YEAR_BEFORE else None  # “from 15 in the previous year”
        # What the rest of the country is expected to do is so as well: “will grow by 8 %, against 7 % nationally”.
        named = self.basis.first(self.lower, hit.start, quantity.start) if hit else None
        if hit is None or (named and named.value in ("peers", "source")):
            return 0
        return hit.start

    def _is_over(self, period: Period) -> bool:
        """Whether a period ended before the year of the text."""
        return (period.year or self.year or 0) < (self.year or 0)

    def _exists(self, quantity: Quantity) -> bool:
        return self.existing.ending(self.lower, max(0, quantity.start - _NEXT), quantity.start) is not None

    def _said_apart(self, start: int, end: int, period: Period | None) -> int:
        """Where a clause begins that says for itself when and that something was: “revenue for March is estimated at
        5 crore, and that for the first quarter was 14 crore”.
        """
        if period is None or not start < period.start < end:
            return 0
        comma = max(start, self.lower.rfind(", ", start, period.start))
        own = None
        if comma > start:  # “the plan for 2025 is 8 million, collected in the first half was 5 million”
            own = self.apart.at(self.lower, comma + 2, period.start) or self.told.at(
                self.lower, comma + 2, period.start
            )
        return comma if own and self.told.first(self.lower, comma, end) else 0

    def _is_ahead(self, period: Period, title: Period) -> bool:
        """Whether a period is that of a budget or a forecast, or of its years of planning behind that."""
        later = title.iso.isdecimal() and period.iso[:4].isdecimal() and int(period.iso[:4]) > int(title.iso)
        return period.iso == title.iso or later or (period.role == "at" and period.year == title.year)

    def _expecting(self, start: int, end: int, *, behind: bool = False) -> list[Hit]:
        """Words of expectation that stand here, in no fixed phrase, no bracket of their own, and not those of the next
        figure.
        """
        hits = self.estimate.all(self.lower, start, end)
        fixed = self.estimate_never.all(self.lower, start, end) if hits else []
        return [
            hit
            for hit in hits
            if not (behind and (self._leads_on(hit.end) or self._goes_on_to_expect(start, hit)))
            and ((hit.end + 1 == end and not behind) or not any(f.start <= hit.start < f.end for f in fixed))
            and not self._is_aside(hit, start, end)
            and (behind or self._is_sourced(start, hit) or not self.closings.is_done(hit.end, end))
            and not (self.naming.at(self.lower, hit.start, hit.end + 1) and self._names_another(hit, end))
        ]

    def _is_sourced(self, start: int, hit: Hit) -> bool:
        """“The sum, as per estimates, is 5 million”, unlike “The school, expected to open in May, is half built”."""
        shown = self.shown.at(self.lower, hit.start, hit.start + _NEAR)  # “Preliminary estimates show that it had 5”
        return bool(shown or self.sources.ending(self.lower, max(start, hit.start - _HEAD), hit.start))

    def _leads_on(self, end: int) -> bool:
        """«38 bản ghi nhớ với tổng vốn dự kiến khoảng 28 tỷ USD»: what is expected is the figure right behind."""
        index = bisect_left(self.figures, end)
        return index < len(self.figures) and _TO_FIGURE.fullmatch(self.lower, end, self.figures[index]) is not None

    def _goes_on_to_expect(self, start: int, hit: Hit) -> bool:
        """“45 cases are pending and he expects 12 to be closed”: behind an “and”, what is expected is another."""
        joined = self.apart.last(self.lower, start, hit.start) if self.anew else None
        return joined is not None and hit.start - joined.end <= _NEAR // 4

    def _is_aside(self, hit: Hit, start: int, end: int) -> bool:
        """«сбор зерна (по оценке службы, 70 % урожая) достиг 3 млн тонн»: in a bracket closed before the figure."""
        opened = self.lower.rfind("(", start, hit.start)
        if opened < 0 or self.lower.find(")", opened, hit.start) >= 0:
            return False
        return self.lower.find(")", hit.end, end) >= 0

    def aims(self, start: int, end: int, figure: int | None = None) -> bool:
        """Whether words of intention stand here that are not part of a fixed phrase, and hold up to a figure."""
        hits = self.target.all(self.lower, start, end)
        fixed = self.never.all(self.lower, start, end) if hits else []
        return any(
            not self._names_another(hit, figure or end)
            and not any(f.start <= hit.start < f.end for f in fixed)
            and not self.closings.is_over(hit.end, figure or end)
            for hit in hits
        )

    def _names_another(self, hit: Hit, end: int) -> bool:
        """“against a target *of* 97.2 %, and 1,204 …”, «при задании 103,8 %): what is only the name of the figure right
        behind it.
        """
        names = self.lower.endswith(" of", 0, hit.end) or self.beside.at(self.lower, hit.start, hit.end + 1)
        behind = _BEFORE_FIGURE.match(self.lower, hit.end) if names else None
        return behind is not None and behind.end() < end
