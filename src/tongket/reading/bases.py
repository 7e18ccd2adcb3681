"""The words around a figure that say what it is compared with: a plan, an earlier period, other places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.reading.amounts import Quantity
from tongket.reading.claims import Direction, FigureKind
from tongket.reading.frames import frames_of
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import OPEN_DAY, Period
from tongket.reading.phrases import Hit, blanked
from tongket.reading.segments import Sentence
from tongket.reading.verbs import verbs_of

FARTHEST = 220
_QUARTERLY = ("previous_period", "named_quarter")
_RECORD = 80
_NEXT = 24
_LONG = re.compile(r"\w{5}")
PLANS = ("plan", "central_estimate", "council_estimate")
A_YEAR_BEFORE = ("same_period", "previous_year")
TIMES = (*A_YEAR_BEFORE, "period")
"""The bases that are another time, and no plan or place."""
_CLOSED = re.compile(r"\([^()\n]{0,80}\)|([;)\n]|\.\s)")
_DASHED = ("– ", "- ", "— ")
_COMMA = re.compile(r",\s*")
_OPENING_PART = re.compile(r"\s?[^\W\d_][^;.:()\n\d]{0,140}\s[–—-]\s(?:[^\W\d_]{2,3}\s)\Z")
# Between a level and the percentage that it moved by: “ (by”, «, или на», «, т.е. на».
_BY_PERCENT = re.compile(r"[^\W\d_]{0,12}\s?(?:\(|,|[–—-]|\s)[\s–—-]?(?:[\w.]{1,5}\s){0,2}\Z")
_WORD = re.compile(r"\w")
EVENT = re.compile(r"\s(?:[^\W\d_]{1,20},?\s){0,6}")
"""The rest of the name of an event: «Hội nghị *xúc tiến đầu tư* 2016»."""
_LONG_WORD = re.compile(r"[^\W\d_]{3}")
_IN_ITS_BRACKET = re.compile(r"\([^()]*[^\W\d_]{2}[^()]*\Z")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The kind of a figure, its direction, and its basis.

    ``basis`` is a meaning of the pack ("plan", "same_period", "previous_year", "yearly", "period", …) or "none";
    ``since`` is the period that the text names as basis, ``until`` the one to which a change leads.
    ``takes_modifier``: the word in front of the number (“exceeded”) is the verb of the comparison, and so
    says nothing about its precision.
    """

    kind: FigureKind
    direction: Direction | None = None
    basis: str = "none"
    since: Period | None = None
    rule: str = "level"
    until: Period | None = None
    takes_modifier: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a figure: its sentence, where the figure before it ends (``left``) and the next one
    begins (``right``), where the first figure of the sentence begins, the two figures that follow, the two
    before in the sentence, and the last index that it said.
    """

    sentence: Sentence
    left: int
    right: int
    first: int
    following: Sequence[Quantity]
    previous: Quantity | None
    earlier: Quantity | None = None
    said: Comparison | None = None


def _basis_said(value: str) -> str:
    """The basis that a cue says: a quarter that is named is the one just before."""
    return "previous_period" if value in _QUARTERLY else value


def words_behind(lower: str, end: int) -> int:
    """Where the words behind a place begin, be it in a bracket: «на 5 % к 2026 году (к показателю 2023 года)»."""
    return end + 1 + lower.startswith(" (", end) + lower.startswith(" ( ", end)


class Bases:
    """Finds the bases of comparison in one text."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        self.lower = lower
        self.frames = frames_of(pack)
        self.named = pack.cues("comparison.named")
        self.came_from = pack.cues("comparison.came_from")
        self.said_of = pack.cues("comparison.said_of")
        self.articles = pack.cues("comparison.articles")
        self.record = pack.cues("comparison.record")
        self.foreseen = pack.cues("comparison.foreseen")
        self.events = pack.cues("comparison.events")
        self.variants = pack.cues("comparison.variants")
        self.superior = pack.cues("comparison.superior")
        self.of_lower_council = pack.cues("comparison.lower_council").first(lower, 0, len(lower)) is not None
        self.verb = verbs_of(pack)
        self.period_at = {period.start: period for period in periods}
        self.period_ends = {period.end for period in periods}

    def past_brackets(self, quantity: Quantity, place: Surroundings, right: int) -> tuple[int, int]:
        """From where to where the basis of a figure may stand: «tăng 0,8 % (360 ha) so với năm 2023»."""
        following = place.following
        beyond = self._past_joined(quantity, place)
        if beyond:
            return beyond
        if not following or self.lower[quantity.end : following[0].start].strip(" -+−–") != "(":
            return quantity.end, right
        end = following[0].end
        if not self.lower.startswith(")", end) or end > place.sentence.end:
            return quantity.end, right
        stop = min(place.sentence.end, following[1].start if len(following) > 1 else end + FARTHEST)
        place_behind = end + 2
        compared = self.frames.after.at(self.lower, place_behind, stop)
        if compared and not self.frames.basis.at(self.lower, place_behind, stop):  # “$60 million (3 %) higher than …”
            place_behind = compared.start
            close: Hit | None = self.frames.basis.first(self.lower, compared.start, min(stop, compared.end + 40))
        else:
            close = self.frames.basis.at(self.lower, place_behind, stop)
        return (end + 1, stop) if close else (quantity.end, right)

    def _past_joined(self, quantity: Quantity, place: Surroundings) -> tuple[int, int] | None:
        """“up $398 million, or 2.9 per cent, from the budget”: an amount and its percentage share what is behind."""
        following = [q for q in place.following if q.end <= place.sentence.end]
        if not following or (quantity.family == "percent") == (following[0].family == "percent"):
            return None
        joined = self.frames.joining.ending(self.lower, quantity.end, following[0].start)
        if joined is None or self.lower[quantity.end : joined.start].strip(" ,"):
            return None
        end = following[0].end
        stop = min(place.sentence.end, following[1].start if len(following) > 1 else end + FARTHEST)
        start = end + (self.lower[end : end + 1] in (",", ")"))
        return (start, stop) if self.frames.basis.at(self.lower, start + 1, stop) else None

    def basis(self, end: int, right: int, left: int, edge: int) -> tuple[str, Period | None]:
        """The basis of a figure and the period it names: behind it as far as its clause goes, else in front."""
        place = end + (3 if self.lower.startswith((" – ", " - ", " — "), end) else 1)  # «19 % – к 2019 году»
        toward = self.period_at.get(place)
        if toward and toward.role == "toward":
            return "period", self.compared_behind(toward, right) or toward
        close = self.frames.basis_after.at(self.lower, place, min(right, end + 40))
        if close:
            value, since = self._told(close, right)
            if since or value != "period":
                return value, since
        late: tuple[str, Period | None] | None = None
        for hit in self.frames.basis.all(self.lower, end, self.reach(end, right)):
            value, since = self._told(hit, right)
            if self._is_of_the_next(hit, end, right):
                break
            if self._is_of_a_record(hit, left):
                continue
            if hit.value in PLANS and "(" in self.lower[end : hit.start]:  # «tăng 8 % (vượt mục tiêu 0,5 %)»
                break
            if hit.value in PLANS and self._is_set_beside(hit, end, right):
                break
            if hit.value in PLANS and self.said_of.first(self.lower, end, hit.start):
                break  # “growth of 2 % has been ahead of the forecasts”
            if hit.value == "start" and since:  # “11 % above its pre-pandemic level of March 2020”
                return "period", since
            if value in _QUARTERLY:  # “3 % in the quarter from a year earlier” is against the year before
                late = late or (_basis_said(value), since)
            elif (since or value != "period") and value != "source":
                return value, since
        return late or self.basis_in_front(left, edge)

    def compared_behind(self, toward: Period, right: int) -> Period | None:
        """«рост на 15 % к 2024 году по сравнению с 2019 годом»: by when, and behind that the basis."""
        place = words_behind(self.lower, toward.end)
        hit = self.frames.basis.at(self.lower, place, right) or self.frames.basis_after.at(self.lower, place, right)
        return self._period_behind(hit, right) if hit and hit.value == "period" else None

    def _is_set_beside(self, hit: Hit, end: int, right: int) -> bool:
        """«вырос на 10,4 % против прогноза в 10,8 %»: not so in “5 million *less than the target of* 9 million”."""
        beside = self.frames.counterpart.first(self.lower, end, right)
        apart = self.lower[end - 1] == ","
        if apart and self.lower.startswith(" (", hit.end):  # “by 9 %, higher than the scenario (8 %)”
            return True
        own = not apart and self.frames.after.at(self.lower, end + 1, right)
        return beside is not None and not own and beside.start < hit.end <= beside.end

    def _is_of_the_next(self, hit: Hit, end: int, right: int) -> bool:
        """«tăng 2,5 % và so với cùng kỳ tăng 2,9 %»: a basis in front of the next verb, behind an “and”; or in front of
        the dash of the next figure, «рост к плану – 6 %, к прошлому году – 9 %».
        """
        if "," in self.lower[end : hit.start] and self.lower[right - 2 : right] in _DASHED:
            since = self._told(hit, right)[1]
            return not self.lower[since.end if since else hit.end : right - 2].strip()
        joins = self.frames.joining.at(self.lower, end + 1, hit.start)
        verb = self.frames.direct.ending(self.lower, hit.end, right) if joins else None
        return verb is not None and joins is not None and self.lower[joins.start].isalpha()

    def _is_of_a_record(self, hit: Hit, left: int) -> bool:
        """“fell the most (3.6 %) since 2012”, “the highest growth since 2014”: when there last was such."""
        if hit.value != "period" or self.frames.origin.at(self.lower, hit.start, hit.end) is None:
            return False
        return self.record.first(self.lower, max(left, hit.start - _RECORD), hit.start) is not None

    def basis_in_front(self, left: int, edge: int, by: bool = False) -> tuple[str, Period | None]:
        """The last basis before a figure. A plan or a place is one only where the words compare with it: “exceeded
        the plan *by* 5 %”, «*vượt* kế hoạch 5 %», and not “the plan is to grow 5 %”.
        """
        aimed = False  # “The plan has the goal of cutting waste by 5 %”
        for hit in reversed(self.frames.basis.all(self.lower, left, edge)):
            aimed = aimed or hit.value == "source"
            if aimed and hit.value in PLANS:
                continue
            if _IN_ITS_BRACKET.search(self.lower, hit.end, edge):  # «tăng 8 % so với năm trước (quý I tăng 6 %)»
                continue
            if self._is_of_a_record(hit, left):
                continue
            if hit.value == "previous_year" and self._is_in_a_period(hit):  # «в сравнении с сентябрём прошлого года»
                continue
            value, since = self._told(hit, edge)
            partitive = self.frames.partitive.at(self.lower, hit.end + 1, edge + 1) if hit.value in PLANS else None
            if partitive and not _WORD.search(self.lower, hit.end + 3, edge):  # “a target of 5 %” is the target itself
                continue
            if hit.value == "peers" or (not by and hit.value in PLANS):  # “At the national level, it fell by 5 %”
                verb = self.frames.trend.ending(self.lower, max(0, hit.start - 30), hit.start)
                if not self._compares(hit):
                    continue
                said = verb and (self.frames.trend, self.frames.heads)
                if said and any(
                    cues.first(self.lower, hit.end, edge) for cues in said
                ):  # «vượt kế hoạch, với GRDP tăng 11 %»
                    continue
            if (since or value != "period") and value != "source":
                return _basis_said(value), since
        return "none", None

    def _is_in_a_period(self, hit: Hit) -> bool:
        """Whether a cue is but the end of the name of a part of that year."""
        near = (self.period_at.get(place) for place in range(max(0, hit.start - _NEXT), hit.start))
        return any(period is not None and period.end >= hit.end for period in near)

    def leading_basis(self, start: int, end: int) -> tuple[str, Period | None]:
        """A basis at the head of the sentence holds for all its figures."""
        comma = self.lower.find(",", start, min(end, start + 80))
        place = start + (self.lower[start : start + 1] == " ")
        opening = self.frames.basis.at(self.lower, place, end)  # «По сравнению с 2022 годом число краж …»
        behind = self.frames.basis.at(self.lower, opening.end + 1, end) if opening else None
        first = [hit for hit in (opening, behind) if hit] if opening and opening.value == "period" else []
        for hit in self.frames.basis.all(self.lower, start, comma) if comma > 0 else first:
            value, since = self._told(hit, end)
            if hit.value in (*PLANS, "peers") and not self._compares(hit):  # “By the plan, output is to grow by 5 %”
                continue
            if (since or value != "period") and value != "source":
                return _basis_said(value), since
        return "none", None

    def _compares(self, hit: Hit) -> bool:
        """Whether words compare with what a hit names: “against the plan”, «vượt kế hoạch»."""
        floor = max(0, hit.start - 30)
        cue = self.frames.basis.ending(self.lower, floor, hit.start)
        cue = cue or self.frames.basis_after.ending(self.lower, floor, hit.start)  # «рост к плану – 6 %»
        verb = self.frames.trend.ending(self.lower, floor, hit.start)
        own = self.frames.continuing.at(self.lower, hit.start, hit.end)  # “compared with expectations”
        return verb is not None or own is not None or (cue is not None and cue.value == "period")

    def _told(self, hit: Hit, limit: int) -> tuple[str, Period | None]:
        """What a cue says, and the period it names: “from April” is the month before, “from April 2030” that April."""
        inside = self._first_period(hit.start, hit.end) if hit.value == "previous_period" else None
        if inside and OPEN_DAY.fullmatch(inside.iso) and self.frames.no_day.at(self.lower, hit.start, hit.end):
            return "period", None  # “grew by 8 % in 2023 on April 25”: when it was said
        return ("period", inside) if inside else (hit.value, self._period_behind(hit, limit))

    def _period_behind(self, hit: Hit, limit: int) -> Period | None:
        """The period that a basis names, at once or behind what it was: “so với thực hiện năm 2023”."""
        toward = self.period_at.get(hit.end - 1)
        if toward and toward.role == "toward":  # «по отношению к 2019 году»
            return toward
        words = self.named.at(self.lower, hit.end + 1, limit)
        for place in (hit.end, words.end) if words else (hit.end,):
            for position in range(place, min(place + 3, limit)):
                if self.lower[position] == "(":
                    return None
                if position in self.period_at:  # “grew 1.3 % annually from 2009 to 2019” is told of all these years
                    found = self.period_at[position]
                    return None if found.role in ("span", "ahead") else found
        event = self.events.at(self.lower, hit.end + 1, limit)
        name = EVENT.match(self.lower, event.end, limit) if event else None  # «so với Hội nghị xúc tiến đầu tư 2016»
        places = range(event.end, name.end() + 1) if event and name else range(0)
        return next((self.period_at[place] for place in places if place in self.period_at), None)

    def reach(self, end: int, right: int) -> int:
        """How far the words behind a figure still speak of it: to the end of its clause."""
        closed = (match.start() for match in _CLOSED.finditer(self.lower, end, right) if match[1])
        stop = next(closed, right)
        for comma in _COMMA.finditer(self.lower, end, stop):
            if not self.frames.continuing.at(self.lower, comma.end(), stop):
                return comma.start()
        return stop

    def between_levels(self, quantity: Quantity, place: Surroundings) -> Direction | None:
        """«краж с 113 до 99 (на 12,4 %)»: two levels say which way the percentage behind them goes."""
        first, second = place.earlier, place.previous
        if quantity.family != "percent" or first is None or second is None or first.unit != second.unit:
            return None
        if second.unit == "%" or first.bound or second.bound or first.value == second.value:
            return None
        if self._is_by_which(quantity, first, second):
            return "up" if first.value > second.value else "down"
        goal = self.frames.goal.at(self.lower, first.end + 1, second.start)
        origin = self.frames.origin.ending(self.lower, max(0, first.start - 30), first.start)
        opened = _BY_PERCENT.match(self.lower, second.end, quantity.start)
        if goal is None or origin is None or opened is None:
            return None
        return "up" if second.value > first.value else "down"

    def _is_by_which(self, quantity: Quantity, first: Quantity, second: Quantity) -> bool:
        """«до 77 тысяч тонн против 50 тысяч тонн в среднем за 2008-2012 годы, или на 52 %»."""
        against = self.frames.counterpart.ending(self.lower, first.end, second.start)
        if against is None or quantity.start - second.end > 3 * _NEXT:
            return False
        joined = self.frames.joining.ending(self.lower, second.end, quantity.start)
        return joined is not None and self.frames.marker.ending(self.lower, second.end, quantity.start) is not None

    def opens_with_part(self, start: int, end: int) -> bool:
        """«Непродовольственные товары – на 0,2 %.»: a sentence that goes on with the verb of the one before."""
        part = _OPENING_PART.match(self.lower, start, end)
        return part is not None and self.frames.trend.first(self.lower, start, end) is None

    def periods_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where the periods stand that begin between two places."""
        return [(p.start, p.end) for p in map(self.period_at.get, range(start, end)) if p]

    def opens_with_time(self, start: int, end: int) -> bool:
        """«… вырастет на 5 %;⏎в 2020 году по сравнению с 2019 годом на 2 %», «…, по второму варианту на 3 %»: an item
        that names but its time, or the variant of a forecast.
        """
        marker = self.frames.marker.ending(self.lower, start, end)
        if marker is None:
            return False
        periods = self.periods_between(start, marker.start)
        variants = [(hit.start, hit.end) for hit in self.variants.all(self.lower, start, marker.start)]
        if not periods and not variants:
            return False
        bases = [(hit.start, hit.end) for hit in self.frames.basis.all(self.lower, start, marker.start)]
        rest = blanked(self.lower, start, marker.start, (*periods, *variants, *bases))
        return _LONG_WORD.search(rest) is None

    def from_to(self, compared: Comparison, quantity: Quantity, place: Surroundings) -> Comparison:
        """“by 5 % from 40 in 2022 to 42 in 2023”: the basis is the period of the starting level."""
        sentence = place.sentence
        following = [q for q in place.following if q.end <= sentence.end]
        since = self._of_a_move(quantity, place) if compared.basis in ("none", "period") else None
        if since:
            return replace(compared, basis="period", since=since)
        if compared.basis == "previous_period":  # “rose by 900 over the quarter, from 4,100 in the first quarter”
            return compared
        if not following or not self.frames.origin.ending(self.lower, quantity.end, following[0].start):
            return compared
        since = self._first_period(following[0].end, min(sentence.end, following[0].end + 12))
        until = None
        if len(following) > 1 and self.frames.goal.ending(self.lower, following[0].end, following[1].start):
            until = self._first_period(following[1].end, min(sentence.end, following[1].end + 12))
        return replace(compared, basis="period" if since else compared.basis, since=since, until=until)

    def _of_a_move(self, quantity: Quantity, place: Surroundings) -> Period | None:
        """“grew from 12 in 2019 to 15 in 2023, a rise of 27 %”: what a move between two levels began at."""
        first, second = place.earlier, place.previous
        if quantity.unit not in ("%", "times") or first is None or second is None or first.unit != second.unit:
            return None
        if first.bound:
            return None
        goal = self.frames.goal.ending(self.lower, first.end, second.start)
        origin = self.frames.origin.ending(self.lower, max(0, first.start - 30), first.start)
        since = self.period_behind_level(first, second.start) if goal and origin else None
        until = self.period_behind_level(second, quantity.start) if since else None
        return since if until else None

    def period_behind_level(self, level: Quantity, right: int) -> Period | None:
        """“12 in 2019”: the period that stands right behind a level."""
        return self._first_period(level.end, min(right, level.end + 12))

    def plan_behind(self, quantity: Quantity, right: int) -> str | None:
        """The plan of which a percentage is: “101 % of the plan”, «101,2 % so với kế hoạch»."""
        end, beside = quantity.end, self.frames.beside
        near = max(0, quantity.start - _NEXT)
        if self.came_from.ending(self.lower, near, quantity.start) and not self.frames.partitive.at(
            self.lower, end + 1, right
        ):
            return None  # “3.5 %, down from 3.8 % forecast in the budget”
        for hit in self.frames.basis.all(self.lower, end, min(right, end + 64)):
            if hit.value in PLANS:
                if "(" in self.lower[end : hit.start]:  # «57,8 % (план – 55,4 %)»
                    return None
                if hit.start == end + 1 and self.article_of_aim(quantity):  # “a 12 % target”
                    return None
                if beside.first(self.lower, end, min(right, hit.end + 4)):  # “97 %, against a target of 98 %”
                    return None
                verb = self.frames.trend.at(self.lower, hit.start, hit.end)
                if verb and verb.end < hit.end:  # “6.9 % from 6.8 % as revenue exceeded the estimates”
                    return None
                return self._set_by(hit) if self.reach(quantity.end, right) >= hit.start else None
            if hit.value != "period" or self._period_behind(hit, right):
                return None
        return None

    def article_of_aim(self, quantity: Quantity) -> Hit | None:
        """“growth fell short of *the* 6 % target”: what stands in front of a figure that is the aim itself."""
        article = self.articles.ending(self.lower, max(0, quantity.start - 8), quantity.start)
        hit = self.frames.basis.at(self.lower, quantity.end + 1, quantity.end + _NEXT) if article else None
        return article if hit and hit.value in PLANS else None

    def _is_behind_a_plan(self, place: Surroundings) -> bool:
        """“collected 12 crore against a target of 15 crore (80 %)”: the figure in front is the plan, set against."""
        plan = place.previous
        if plan is None or plan.unit == "%" or place.earlier is None or place.earlier.unit != plan.unit:
            return False
        return self.frames.beside.ending(self.lower, place.earlier.end, plan.start) is not None

    def plan_of_both(self, quantity: Quantity, place: Surroundings) -> str | None:
        """“64 % and 42 % of the plan, respectively”: the plan behind the next percentage is that of this one, too."""
        after = place.following[0] if place.following else None
        if after is None or after.end > place.sentence.end or (quantity.unit, after.unit) != ("%", "%"):
            return None
        joining = self.frames.joining.at(self.lower, quantity.end + 1, after.start)
        if joining is None or self.lower[joining.end : after.start].strip():
            return None
        stop = place.following[1].start if len(place.following) > 1 else place.sentence.end
        return self.plan_behind(after, min(stop, place.sentence.end, after.end + FARTHEST))

    def plan_of_a_sum(self, quantity: Quantity, place: Surroundings) -> str | None:
        """“64 % of the Sh5 billion target”, “99 % against $28 million budgeted”: the plan stands behind its sum."""
        plan = place.following[0] if place.following else None
        if plan is None or plan.end > place.sentence.end or plan.unit == "%" or quantity.unit != "%":
            return None
        between = self.lower[quantity.end : plan.start].strip(" (")
        of = self.frames.partitive.at(between, 0, len(between)) or self.frames.counterpart.at(between, 0, len(between))
        if of is None or _LONG.search(between, of.end):
            return None
        return self.plan_behind_a_sum(quantity, place)

    def plan_behind_a_sum(self, quantity: Quantity, place: Surroundings, rule: str = "change.after") -> str | None:
        """“18 % short of the Sh5 million target”, “a fall of 2 points from the 38 % forecast”: what the next figure,
        near by, is, where by its ``rule`` this one is compared with it.
        """
        plan = place.following[0] if place.following else None
        if plan is None or (plan.unit == "%" and quantity.unit == "%") or plan.start > quantity.end + _NEXT:
            return None
        if rule != "change.after" and self.frames.origin.ending(self.lower, quantity.end, plan.start) is None:
            return None
        named = self.frames.basis.at(self.lower, plan.end + 1, plan.end + _RECORD)
        if named and named.value in PLANS:
            return named.value
        return "plan" if self.foreseen.at(self.lower, plan.end + 1, plan.end + _RECORD) else None

    def _set_by(self, hit: Hit) -> str:
        """«đạt 95 % dự toán tỉnh giao, 90 % dự toán HĐND huyện giao»: a district's province is not its council."""
        superior = self.of_lower_council and self.superior.at(self.lower, hit.start, hit.end)
        return "plan" if superior else hit.value

    def _first_period(self, start: int, end: int) -> Period | None:
        return next((self.period_at[p] for p in range(start, end) if p in self.period_at), None)
