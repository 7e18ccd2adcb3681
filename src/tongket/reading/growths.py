"""Figures that say how something grew without a verb of their own: that of the words before, or of what they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.bases import A_YEAR_BEFORE, FARTHEST, PLANS, Bases, Comparison, Surroundings
from tongket.reading.claims import Direction
from tongket.reading.measures import units_of
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Cues, Hit, blanked

# An index of less or more is rare, and more likely a share or a growth.
LOWEST_INDEX, HIGHEST_INDEX = 50, 300
LIKELY_INDEX = 70
_OR = re.compile(r",?\s\w{2,3}\s")
_YEARLY = 12
_NEAR = 24
LONG_WORD = re.compile(r"\w{4}")
_NO_OBJECT = re.compile(r"[,;:.()\d]")
MARK = re.compile(r"[,;:.()]")
WORD = re.compile(r"\w\w\w")
_MARK_OF_NO_NUMBER = re.compile(r"[;:()]|[,.](?!\d)")

_AND_PERCENT = re.compile(
    r"(?:\s\([^()\n]{1,40}\)|(?P<comma>,))?\s(\w{1,4})\s[\d.,]{1,12}\s?(?:%|per\s?cent)"
    r"(?(comma),|(?:\s\([^()\n]{1,40}\))?)\s"
)

_FROM_PERCENT = re.compile(
    r"(?:\s[^\W\d]{2,4}\s\d{4}(?:[-/]\d{2,4})?)?,?\s(?P<from>[^\W\d]{2,8}(?:\s[^\W\d]{1,4}){0,2})\s"
    r"[\d.,]{1,12}\s?(?:%|per\s?cent)\s"
)
_BEHIND_COMMA = re.compile(r"(?:,?\s(?P<or>\w{2,3})\s(?:\w{2}\s)?[\d.,]{1,12}\s?%)?,?\s")
_DIGIT_NEAR = re.compile(r"\s(?:\w{1,4}\s){0,2}\D{0,3}\d")
_DASHES = ("-", "−", "–")
_CLOSING_MARKS = ("»", '"', "”", ")")
_GREW = 120
_NEXT = 12
_LINE_OPENING = re.compile(r"\s{0,2}(?:[-–+*•]\s)?")
_DIGIT = re.compile(r"\d")
_DIGITS = 16  # a number with its “per cent”


def direction_of(hit: Hit) -> Direction:
    """Which way a cue of change goes."""
    return "up" if hit.value == "up" else "down"


class Growths(Bases):
    """Finds growths and indexes that are only named or said before."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        super().__init__(lower, pack, periods)
        self.basis_in_brackets = bool(pack.get("comparison.basis_in_brackets", False))
        self.division = pack.cues("comparison.division")
        self.by_year, self.on_average = pack.cues("comparison.by_year"), pack.cues("comparison.on_average")
        self.beside_part = pack.cues("comparison.beside_part")
        self.growing_by = pack.cues("comparison.growing_by")
        self.no_rate, self.rate_behind = pack.cues("comparison.no_rate"), pack.cues("comparison.rate_behind")
        self.no_pace = pack.cues("comparison.no_pace")
        self.units = units_of(pack)

    def ends_of(self, quantity: Quantity, left: int, edge: int) -> tuple[int, ...]:
        """Where the words end that a figure may stand behind: in “raised its spending by *more than* 6 %” no “than” is
        compared with.
        """
        marked = edge < quantity.start and self.frames.marker.ending(self.lower, left, edge) is not None
        return (edge,) if quantity.bound or marked else (edge, quantity.start)

    def _said_before(self, quantity: Quantity, first: int, left: int, edge: int) -> Direction | None:
        """«сократится по первому варианту на 4 % и составит 7,2 тыс., по второму – на 2,7 %»: nothing but a change
        stands behind «на» unless a verb says so.
        """
        if quantity.unit != "%" or self.verb.search(self.lower, left, edge):
            return None
        trend = self.frames.trend.last(self.lower, max(first, left - FARTHEST), left)
        return direction_of(trend) if trend else None

    def _is_of_output(self, quantity: Quantity, left: int, edge: int) -> Direction | None:
        """“GRDP strives to reach 10.5 %”: a percentage of what is only known by its growth."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX:
            return None
        head = self.frames.outputs.last(self.lower, left, edge)
        if head is None or head.value == "none":
            return None
        noted = self.lower.startswith("(", head.start - 1) and self.lower.startswith(")", head.end)
        full = self.frames.outputs.ending(self.lower, left, head.start) if noted else None
        if full and full.value == "none":  # “its share in the gross regional product (GRDP) is 8 %”
            return None
        if MARK.search(self.lower, head.end + noted, edge) or self.lower.find("—", head.end, edge) >= 0:
            return None
        if self.frames.share.first(self.lower, left, edge) or self.frames.rate.first(self.lower, left, edge):
            return None
        if self.frames.partitive.at(self.lower, quantity.end + 1, quantity.end + 20):
            return None
        return "up" if self.frames.copulas.ending(self.lower, head.end, edge) else None

    def _grows_to(self, quantity: Quantity, left: int, end: int) -> Direction | None:
        """«инфляция замедлилась до 5,1 %», «рост ускорился до 6,8 %»: a growth stays one, whatever it falls to."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX:
            return None
        part = self.frames.partitive.at(self.lower, quantity.end + 1, quantity.end + 20)
        speed = self.frames.speeds.last(self.lower, left, end)
        moved = self.frames.trend.ending(self.lower, speed.end, end) if speed else None
        rest = self.lower[speed.end : end].rstrip(" ,") if speed else ""
        moved = None if speed and self.frames.share.first(self.lower, speed.end, end) else moved
        rest = rest.replace(",", "") if moved else rest  # “a slowdown was seen in mining, which was down to 9 %”
        if speed and not MARK.search(rest):
            # “inflation slowed to 5 %”, but “trade grew at a slower rate to 5 %”
            paces = self.frames.speeds.all(self.lower, left, speed.start)  # “grew at a slower rate, but trade sped up”
            other = part or self.no_pace.first(self.lower, paces[-1].end if paces else left, speed.start)
            other = other or self.no_pace.first(self.lower, speed.end, end)
            head = self.frames.heads.last(self.lower, left, speed.start)
            return None if other else direction_of(head) if head else "up"
        if part is None and self.frames.growers.ending(self.lower, left, end):  # “mining grew to 9 %”
            return "up"
        growth = self.frames.growths.last(self.lower, left, end)
        if growth and not WORD.search(self.lower, growth.end, end):  # «снижения инфляции до 4 %»
            return "up" if self.frames.trend.ending(self.lower, left, growth.start) else None
        moved = growth and (
            self.frames.trend.ending(self.lower, growth.end, end)
            or self.frames.slowing.ending(self.lower, growth.end, end)
        )
        return "up" if moved and growth and not MARK.search(self.lower, growth.end, moved.start) else None

    def _comes_from_a_growth(self, quantity: Quantity) -> Direction | None:
        """“plunged to 7 % from the 42 % expansion in 2015”: what a growth has come to is one."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX:
            return None
        before = _FROM_PERCENT.match(self.lower, quantity.end)
        if before is None or self.frames.origin.at(self.lower, before.start("from"), before.end("from")) is None:
            return None
        hit = self.frames.after.at(self.lower, before.end(), before.end() + 40)
        return "up" if hit else None

    def _is_named_growth(self, quantity: Quantity, left: int, edge: int) -> bool:
        """«выйти на темпы роста не менее 4,5 %», “growth in mining with 5 %”: the name of a growth, with no verb."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX:
            return False
        joined = self.growing_by.ending(self.lower, left, edge)
        head = self.frames.heads.last(self.lower, left, joined.start) if joined else None
        if head and joined and not MARK.search(self._untimed(head.end, joined.start)):
            return True
        growth = self.frames.growths.last(self.lower, left, edge)  # “growth in 2024 (6 %)”
        rest = self._untimed(growth.end, edge).rstrip(" (") if growth else ""
        return growth is not None and not WORD.search(rest) and not MARK.search(rest)

    def _is_that_growth(self, quantity: Quantity, first: int, edge: int, before: Comparison | None) -> Direction | None:
        """«… замедление темпов роста. В 2010 году этот показатель составлял 10,4 %»: that of the sentence before."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX or (before and before.kind != "change"):
            return None
        again = self.frames.anaphora.last(self.lower, first, edge)
        if again is None:
            return None
        floor, told = max(0, first - FARTHEST), (self.frames.growths, self.frames.growers)
        return "up" if any(cues.last(self.lower, floor, again.start) for cues in told) else None

    def _is_labelled_growth(self, quantity: Quantity, edge: int) -> Direction | None:
        """“+ Growth of GRDP: period 2021-2025: about 8 %; period 2026-2030: about 9 %”: what the line is headed by."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX:
            return None
        start = self.lower.rfind("\n", max(0, edge - FARTHEST), edge) + 1
        start = max(start, self.lower.rfind(". ", start, edge) + 1)
        colon = self.lower.find(":", start, edge)
        if colon < 0 or not self.frames.growths.first(self.lower, start, colon):
            return None
        frames = self.frames
        said = (frames.share, frames.rate, frames.trend, frames.copulas, frames.level)
        told = any(cues.first(self.lower, colon, edge) for cues in said)
        return None if told or frames.share.first(self.lower, start, colon) else "up"

    def after_itself(self, quantity: Quantity, stop: int, right: int) -> Hit | None:
        """“5 % higher than in 2023”; not «56 tạ/ha cao hơn năm trước 2 tạ», where by how much is the next figure."""
        behind = self.frames.after.at(self.lower, quantity.end + 1, stop)
        if behind and self._falls_to(quantity):
            return None
        basis = self.frames.basis.at(self.lower, behind.end + 1, behind.end + 40) if behind else None
        amount = basis and self.lower[basis.end : right].isspace() and self.lower[right : right + 1].isdecimal()
        amount = amount and quantity.unit != "%"
        return None if behind and (amount or self._reaches_plan(quantity, behind)) else behind

    def _falls_to(self, quantity: Quantity) -> bool:
        """“the rate fell to 4.9 % below that of others”: a level, whatever it is below."""
        if self.frames.thresholds.at(self.lower, quantity.end + 1, quantity.end + _NEAR) is None:
            return False
        floor = max(0, quantity.start - _NEAR)
        goal = self.frames.goal.ending(self.lower, floor, quantity.start)
        return goal is not None and self.frames.trend.ending(self.lower, floor, goal.start) is not None

    def _reaches_plan(self, quantity: Quantity, behind: Hit) -> bool:
        """“reaching 90 % over the year plan”: how much of it, and not by how much more."""
        plan = self.frames.basis.at(self.lower, behind.start, behind.end)
        if plan is None or plan.value not in PLANS or quantity.value < LOWEST_INDEX:
            return False
        return self.frames.reached.ending(self.lower, max(0, quantity.start - _NEAR), quantity.start) is not None

    def after_the_next(self, quantity: Quantity) -> Hit | None:
        """“a 5.2 % (in real terms) and 9.1 % (in nominal terms) growth”: one word of change behind two percentages."""
        comma = _BEHIND_COMMA.match(self.lower, quantity.end)  # «на 12 млн рублей, или на 11 %, больше»
        if comma and comma["or"] and not self.frames.joining.at(self.lower, comma.start("or"), comma.end("or")):
            comma = None  # «на 12 млн рублей, что на 11 % больше»
        near = max(0, quantity.start - 20)
        marked = self.frames.marker.ending(self.lower, near, quantity.start)
        again = self.frames.joining.ending(self.lower, near, quantity.start) if quantity.unit == "%" else None
        again = (
            again if again and self.lower.startswith(", ", again.start - 2) else None
        )  # “$12 million, or 2 %, above …”
        if comma and (marked or (again and not comma["or"])):
            hit = self.frames.after.at(self.lower, comma.end(), comma.end() + 40)
            if hit:
                return hit
        joined = _AND_PERCENT.match(self.lower, quantity.end) if quantity.family != "times" else None
        if joined is None or self.frames.joining.at(self.lower, joined.start(2), joined.end(2)) is None:
            return None
        return self.frames.after.at(self.lower, joined.end(), joined.end() + 40)

    def sign_of(self, quantity: Quantity, said: Comparison | None) -> Direction | None:
        """A sign printed against the number; a dash between two words is no minus."""
        start = quantity.start - self.lower.startswith(("+ ", "(- ", "(– ", "(− "), quantity.start - 3)
        start -= start == quantity.start and self.lower.startswith("+ ", start - 2)
        if self.lower.startswith("(-)", start - 3):  # “had plummeted to (-)5.29 %”
            return "down"
        sign, before = self.lower[start - 1 : start], self.lower[max(0, start - 3) : start - 1]
        if sign == "+":
            return "up"
        if sign not in _DASHES or before[-1:] not in (" ", "("):
            return None
        if start - 2 in self.period_ends:  # «в 2015 году –34 тыс. рублей»
            return None
        if before[-2:-1].isalpha() and said and said.kind == "share":  # «зерновых 57 %, кормовых -8 %»
            return None
        worded = before[-2:-1].isalpha() or before[-2:-1] in _CLOSING_MARKS
        if worded and sign in ("-", "–") and quantity.family != "percent":  # «в хозяйствах -1338 голов»
            return None
        if sign == "–" and before[-2:] == ". ":  # «на 1 января 2013 г. –141 человек», «4,8 тыс. чел. –61 %»
            return None
        # Only a minus between words stands for “less”: «цех – 5 %» has its space, «–5 %» none.
        return None if sign == "–" and before[-1:] == " " and before[:1].isdigit() else "down"

    def is_than_others(self, quantity: Quantity, right: int) -> bool:
        """“6 points lower than the next province”: set against another place, and no other time."""
        end = min(right, quantity.end + 40)
        after = self.frames.after.at(self.lower, quantity.end + 1, end)
        hit = self.frames.than.first(self.lower, quantity.end, end) if after else None
        if hit is None or after is None or hit.end < after.end or hit.start > after.end + 1:
            return False
        return not _DIGIT_NEAR.match(self.lower, hit.end)  # “higher than the 5 crore of 2023”

    def _moved(self, quantity: Quantity, left: int, edge: int) -> Direction | None:
        """«giảm tỷ lệ hộ nghèo 1,5 %»: between the verb and the amount stands only what moves."""
        verb = self.frames.moves.last(self.lower, left, edge) if quantity.family == "percent" else None
        if verb is None or _NO_OBJECT.search(self.lower, verb.end, edge):
            return None
        if average := self.on_average.ending(self.lower, verb.end, edge):  # «tăng thu ngân sách bình quân hằng năm 8 %»
            edge = average.start
        frames = self.frames  # “raising the output *of* farms 5 %” has no verb of its own
        told = [
            hit
            for hit in frames.copulas.all(self.lower, verb.end, edge)
            if not frames.partitive.at(self.lower, hit.start, edge - 1)
        ]
        if told or frames.level.first(self.lower, verb.end, edge):
            return None
        if self.frames.partitive.at(self.lower, quantity.end + 1, quantity.end + 20):
            return None
        if self.frames.contribution.last(self.lower, left, verb.start):  # «đóng góp vào tăng trưởng chung 5,6 điểm %»
            return None
        share = self.frames.share.last(self.lower, verb.end, edge)
        return None if share and share.start > verb.end + 1 else direction_of(verb)

    def grew_before(self, left: int, before: Comparison) -> bool:
        """Whether the figure that ends at ``left`` is one that something grew by."""
        if not before.rule.startswith(("change.by", "change.direct", "ellipsis")):
            return False
        grew = self.frames.growers.last(self.lower, max(0, left - _GREW), left)
        return grew is not None and not _MARK_OF_NO_NUMBER.search(self.lower, grew.end, left - _DIGITS)

    def is_of_basis(self, quantity: Quantity, place: Surroundings, left: int, edge: int) -> bool:
        """«thu 528 tỷ đồng, tăng 10 % so cùng kỳ (480 tỷ đồng)»: the sum of then, and not by how much it grew, which
        is much less than what there is now.
        """
        if not self.basis_in_brackets or quantity.family == "percent":
            return False
        if self.frames.basis.ending(self.lower, left, self.lower.rfind(" (", left, edge)) is None:
            return False
        now = place.earlier
        return now is None or now.unit != quantity.unit or 2 * quantity.value > now.value

    def is_noted_behind_plan(self, quantity: Quantity, left: int, edge: int) -> bool:
        """«đạt 102 % kế hoạch (tăng 2.182 ha)»: in a bracket right behind the plan, by how much it is exceeded."""
        if quantity.family == "percent" or not self.lower.startswith(")", quantity.end):
            return False
        opened = self.lower.rfind("(", left, edge)
        plan = self.frames.basis.ending(self.lower, left, opened) if opened > left else None
        return plan is not None and plan.value in PLANS and plan.start - left < _NEXT

    def restates(self, left: int, start: int) -> bool:
        """“3.2 billion (32.6 %)”, “3.2 billion or 32.6 %”: the same once more as a percentage."""
        if self.lower[left:start].strip() == "(":
            return True
        joined = self.frames.joining.ending(self.lower, left, start)
        return joined is not None and not self.lower[left : joined.start].strip(" ,")

    def is_noted(self, quantity: Quantity, left: int) -> bool:
        """«прирост от 5 % в 2018 году (14 млн рублей) до 17 %»: a level alone in brackets."""
        alone = self.lower.startswith("(", quantity.start - 1) and self.lower.startswith(")", quantity.end)
        return alone and left < quantity.start and quantity.family != "percent"

    def is_goal(self, left: int, start: int) -> bool:
        """«вырос на 10,8 % – до 616 млрд рублей»: what a change led to."""
        goal = self.frames.goal.ending(self.lower, left, start)
        return goal is not None and not self.lower[left : goal.start].strip(" ,–-)")

    def stands_by_its_part(self, edge: int) -> bool:
        """“the highest disbursement rates: Arden (58 %), Brook at 51 %”: whether only the part is named in front."""
        if self.lower.startswith("(", edge - 1):
            return True
        return self.beside_part.ending(self.lower, max(0, edge - _NEXT), edge) is not None

    def leads_on(self, left: int, start: int) -> bool:
        """Whether nothing stands between a figure and the next period but “and for the year”."""
        if not WORD.search(self.lower, left, start):
            return True
        hit = self.frames.to_next.ending(self.lower, left, start)
        return hit is not None and not self.lower[left : hit.start].strip(" ,;")

    def spans_to(self, left: int, end: int) -> bool:
        """“growth ranged from 0.1 % in Arden to 0.7 % in Brook”: no verb stands in front of the second."""
        goal = self.frames.goal.ending(self.lower, left, end)
        if goal is None or MARK.search(self.lower, left, goal.start):
            return False
        frames = self.frames
        return not any(cues.first(self.lower, left, goal.start) for cues in (frames.trend, frames.copulas))

    def moves_to_a_growth(self, quantity: Quantity, place: Surroundings, left: int, edge: int, right: int) -> bool:
        """“The harvest reached 4,500 tonnes, went up to 6 % against the same period”: a growth, said as a level."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX or place.previous is None:
            return False
        level = self.frames.level.ending(self.lower, left, edge)
        verb = self.frames.trend.ending(self.lower, left, level.start) if level else None
        if verb is None or not self.lower[left : verb.start].rstrip().endswith(","):
            return False
        hit = self.frames.basis.first(self.lower, quantity.end, min(right, quantity.end + 40))
        behind = hit and self.lower[quantity.end : hit.start].strip() == ""
        told = self.frames.basis.first(self.lower, hit.start, min(right, hit.end + 40)) if hit and behind else None
        again = told and self.frames.basis.at(self.lower, told.end + 1, min(right, told.end + 40))
        return any(cue is not None and cue.value == "same_period" for cue in (told, again))

    def is_of_another(self, quantity: Quantity, left: int, edge: int) -> bool:
        """«tăng 6,8 %, cao hơn cùng kỳ năm 2023 (6,1 %)»: in brackets the growth with which that one is compared."""
        if not (self.lower.startswith("(", edge - 1) and self.lower.startswith(")", quantity.end)):
            return False
        compared = self.frames.after.last(self.lower, left, edge)
        return compared is not None and MARK.search(self.lower, compared.end, edge - 1) is None

    def is_planned(self, reached: Quantity | None, place: Surroundings) -> bool:
        """Whether a figure is one of which a part is reached: a sum, or «kế hoạch 5 xã, thực hiện 4 xã, đạt 80 %»."""
        if reached is None or reached.family in ("currency", "measure"):
            return reached is not None
        clause = max(place.sentence.start, self.lower.rfind(";", place.sentence.start, reached.start))
        named = self.frames.basis.all(self.lower, clause, reached.start)
        return any(hit.value in PLANS for hit in named)

    def is_headed(self, quantity: Quantity, first: int, edge: int) -> Direction | None:
        """«Giảm tỷ lệ hộ nghèo: tỉnh giao 1,5 %, thực hiện 1,6 %»: the verb that heads the line holds for them."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX:
            return None
        opening = _LINE_OPENING.match(self.lower, first)
        verb = self.frames.moves.at(self.lower, opening.end(), edge) if opening else None
        colon = self.lower.find(":", verb.end, edge) if verb else -1
        if verb is None or colon < 0 or _DIGIT.search(self.lower, verb.end, colon):
            return None
        return None if self.frames.trend.first(self.lower, colon, edge) else direction_of(verb)

    def is_in_list(self, quantity: Quantity, left: int) -> bool:
        """«(tăng 12 vụ, 25 đối tượng so với cùng kỳ)»: in brackets counts share their verb as percentages do."""
        if quantity.family == "percent":
            return True
        opened = self.lower.rfind("(", max(0, left - FARTHEST // 2), left)
        return opened >= 0 and self.lower.find(")", opened, left) < 0

    def is_told_apart(self, left: int, edge: int) -> bool:
        """«tăng 6,9 %, cùng kỳ năm 2024 đạt 5,2 %»: behind a comma a time to compare with, and a verb."""
        basis = self.frames.basis.at(self.lower, left + 2, edge) if self.lower.startswith(", ", left) else None
        if basis is None or basis.value not in A_YEAR_BEFORE:
            return False
        return self.frames.copulas.ending(self.lower, basis.end, edge) is not None

    def is_counted_anew(self, quantity: Quantity, place: Surroundings) -> bool:
        """«ngành A tăng 11 %, và 3 ngành khác tăng 10 %»: how many grew is no growth itself."""
        if place.previous is None or place.previous.family != "percent" or quantity.family not in ("count", "noun"):
            return False
        return self.frames.trend.first(self.lower, quantity.end, place.right) is not None

    def _leaves_bracket(self, left: int, edge: int) -> bool:
        """“(2 % growth), and 30 crore from …”: whether a bracket closes here that was open at the figure before."""
        closed = self.lower.find(")", left, edge)
        return closed >= 0 and self.lower.find("(", left, closed) < 0

    def _is_rate_below_zero(self, quantity: Quantity, first: int) -> bool:
        """“In March food inflation stood at -0.7 %”: a rate, and no growth."""
        sign = self.lower.rfind(" ", first, quantity.start)
        if self.frames.contribution.ending(self.lower, first, sign):  # “contributed -0.1 percentage point”
            return True
        if quantity.unit != "%":
            return False
        level = self.frames.copulas.ending(self.lower, first, sign)
        return level is not None and self.frames.rate.first(self.lower, first, level.start) is not None

    def _is_of_a_year_again(self, quantity: Quantity, left: int, edge: int, before: Comparison) -> bool:
        """«nông nghiệp tăng 3 %/năm; công nghiệp, xây dựng 11 %/năm»: a rate by the year behind another is a growth."""
        if before.kind != "change" or quantity.unit != "%":
            return False
        ends = ((quantity.start, quantity.end), (max(0, left - _YEARLY), left))
        if not all(self.by_year.ending(self.lower, *place) for place in ends):
            return False
        frames = self.frames
        sets = (frames.trend, frames.level, frames.share, frames.rate, frames.copulas)
        return not any(cues.first(self.lower, left, edge) for cues in sets)

    def _is_a_rate(self, quantity: Quantity, start: int, edge: int) -> bool:
        """Whether the words in front name a rate; «tỷ lệ lao động thuộc hộ nghèo qua đào tạo đạt 68 %» and «hộ nghèo …,
        97 % người dân có bảo hiểm» are shares.
        """
        if self.rate_behind.at(self.lower, quantity.end + 1, quantity.end + 2 * _NEAR):  # “a 5 % unemployment rate”
            return True
        hits = self.frames.rate.all(self.lower, start, edge)
        never = self.no_rate.all(self.lower, start, edge) if hits else []
        if all(any(n.start <= hit.start < n.end for n in never) for hit in hits):
            return False
        if self.division.ending(self.lower, start, edge):  # «hộ nghèo còn chiếm 0,6 %»
            return False
        unit = self.units.after.at(self.lower, quantity.end + 1, quantity.end + 40)
        return unit is None or self.units.families[unit.value] not in ("count", "noun")

    def _goes_on_to(self, left: int, end: int) -> bool:
        """«темп роста составлял 6 %, но в 2016 году снизился до 5 %», “growth of 6 % slowed to 5 %”: a verb of change
        and nothing new that changes.
        """
        verb = self.frames.slowing.ending(self.lower, left, end) or self.frames.trend.ending(self.lower, left, end)
        return verb is not None and not WORD.search(self._unsaid(left, verb.start))

    def _is_index_of_prices(self, quantity: Quantity) -> bool:
        """«составит 97,7-100,3 % в сопоставимых ценах»: a range with 100 in it, or what prices were taken out of."""
        if not LOWEST_INDEX <= quantity.value <= HIGHEST_INDEX:
            return False
        return self.frames.index_behind.at(self.lower, quantity.end + 1, quantity.end + 40) is not None

    def _is_index_again(
        self, quantity: Quantity, place: Surroundings, left: int, edge: int, before: Comparison | None
    ) -> bool:
        """«молока 191 т (98,4 % к 2016 году), мяса 52 т (91,2 %)»: in brackets behind a level, as the one before was;
        behind “or”: «мяса – 52 т, или 91,2 %»; or with a verb of its own: «оборот
        составил 108,7 % к 2016 году, услуг – составит 88,8 %».
        """
        if place.said is None or not LOWEST_INDEX <= quantity.value <= HIGHEST_INDEX:
            return False
        if self.frames.partitive.at(self.lower, quantity.end + 1, quantity.end + 20):
            return False
        if any(cues.first(self.lower, left, edge) for cues in (self.frames.share, self.frames.rate)):
            return False
        if self.lower[left:edge].strip() == "(" and self.lower.startswith(")", quantity.end):
            return place.previous is not None and place.previous.family != "percent"
        said_again = place.previous is not None and place.previous.family in ("currency", "measure")
        if said_again and _OR.fullmatch(self.lower, left, edge) and quantity.value >= LIKELY_INDEX:
            return self.frames.joining.first(self.lower, left, edge) is not None
        verb = self.frames.copulas.ending(self.lower, left, edge)
        follows = before is not None and before.rule == "index" and verb is not None
        return follows and verb is not None and self.lower[verb.start].isalpha()

    def _untimed(self, start: int, end: int) -> str:
        """The words between two places without the periods that begin there."""
        return blanked(self.lower, start, end, self.periods_between(start, end))

    def _unsaid(self, left: int, edge: int, *more: Cues) -> str:
        """The words between two figures without periods and words that only join or set against, nor ``more``."""
        frames = self.frames
        spans = self.periods_between(left, edge)
        for cues in (
            frames.counterpart,
            frames.joining,
            frames.origin,
            frames.copulas,
            frames.continuing,
            frames.basis,
            *more,
        ):
            spans += [(hit.start, hit.end) for hit in cues.all(self.lower, left, edge)]
        return blanked(self.lower, left, edge, spans)
