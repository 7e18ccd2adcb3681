"""Percentages of a plan that only an earlier sentence names: «Образование 2,0 млрд рублей (79 %);», “exports reached
5 million, accounting for 26 %” behind “accounting for 21 % of the plan for the year”.
"""

from __future__ import annotations

import re

from tongket.reading.amounts import Quantity
from tongket.reading.bases import PLANS, Comparison
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import Cues, Hit
from tongket.reading.segments import Sentence, colon_of_list

_ENDS_ITEM = re.compile(r"\)\s*[;,.]?\s*")
_CLOSED = re.compile(r"\s?(?:[.;,(]|\n|\Z)")
# From a part with its percentage of a plan to the next: “Health (9 %); Transport (”, “Arden 78 %, Brook ”.
_NEXT_IN_BRACKETS = re.compile(r"\)[,;]\s[^.;%\d]{2,160}\(\Z")
_NEXT_BARE = re.compile(r"[,;]\s[^.;%\d()]{2,160}[\s:]\Z")
_FIRST_BARE = re.compile(r"[^.;%\d()]{0,160},[^.;%\d()]{2,160}:\s[^.;:,%\d()]{2,120}\s\Z")
# “Narok realised 99 % of its goal, Samburu (”
_FIRST_IN_BRACKETS = re.compile(r"[^.;%\d()]{2,90},\s(?:[^\W\d_][\w’'.-]*\s){1,4}\(\Z")
_CLOSED_PART = re.compile(r"\s?(?:[.;,)]|\n|\Z|and\s)")
_FARTHEST = 4000
_WHOLE = 100


def plan_named(lower: str, place: int, end: int, articles: Cues, basis: Cues) -> tuple[Hit | None, Hit] | None:
    """“(the plan: 8 %)”, «(kế hoạch là 60 tỷ đồng)»: the plan that opens a bracket, behind an article or none."""
    article = articles.at(lower, place, end)
    hit = basis.at(lower, article.end + 1 if article else place, end)
    return (article, hit) if hit is not None and hit.value in PLANS else None


class PlanLists:
    """Remembers in one text, read from start to end, which plan its sums were last said to be a part of.

    Below “spending was 18 billion, or 65 % of what is planned”, a line that ends a heading with a colon opens a list
    whose items give a sum and the percentage of its own plan in brackets, unless that line speaks of shares.
    """

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        self.lower = lower
        self.share = pack.cues("comparison.division")
        self.reached = pack.cues("comparison.reached")
        self.grown = pack.cues("comparison.direct")
        self.makes_up = pack.cues("comparison.makes_up")
        self.spending = pack.cues("comparison.spending")
        self.joining = pack.cues("comparison.joining")
        self.rate_heads = pack.cues("comparison.rate_heads")
        self.parts = pack.cues("status.parts")
        self.modifiers = pack.cues("numbers.modifiers_before")
        self._again = bool(pack.get("comparison.plans_in_brackets", False))
        self._plan: Comparison | None = None
        self._made_up: Comparison | None = None
        self._since = 0
        self._clause = -1
        self._listed = -1  # where the last part of a list of such percentages ends
        self.verbs, self.of_whole = pack.cues("comparison.verbs"), pack.cues("comparison.share")

    def compare(
        self, quantity: Quantity, sentence: Sentence, left: int, previous: Quantity | None, said: Comparison
    ) -> Comparison:
        """What a figure is compared with, where its own words say ``said``."""
        made_up = self._makes_up_again(quantity, left, previous, said)
        if made_up:
            return made_up
        of_a_sum = previous is not None and previous.family == "currency"
        if said.kind == "plan_ratio":
            self._clause = quantity.end
        if of_a_sum and said.kind == "plan_ratio":
            self._plan, self._since = said, quantity.end
        again = self._is_reached_on(quantity, sentence, left, previous, said)
        if again or self._is_reached_again(quantity, sentence, left, said):
            return Comparison("plan_ratio", None, self._plan.basis if self._plan else "plan", rule="plan.listed")
        unsaid = said.rule in ("share", "index") and said.since is None
        if unsaid and self._clause == left > sentence.start and self._is_next_part(quantity, left):
            self._clause = self._listed = quantity.end
            return Comparison("plan_ratio", None, "plan", rule="plan.listed")
        if self._is_of_spending(quantity, sentence, said):
            return Comparison("plan_ratio", None, "plan", rule="plan.spending")
        bare = said.kind in ("share", "ratio") and self.lower[left : quantity.start].strip() == "("
        if self._is_bracketed_again(quantity, sentence, bare=bare and of_a_sum):
            return Comparison("plan_ratio", None, self._plan.basis if self._plan else "plan", rule="plan.listed")
        if not (self._plan and of_a_sum and bare and quantity.family == "percent" and quantity.of is None):
            return said
        if not _ENDS_ITEM.fullmatch(self.lower, quantity.end, sentence.end) or not self._is_opened(sentence.start):
            return said
        return Comparison("plan_ratio", None, self._plan.basis, rule="plan.listed")

    def _is_bracketed_again(self, quantity: Quantity, sentence: Sentence, *, bare: bool) -> bool:
        """«доходы – 123 млн рублей (79 % плана), субсидии – 222 млн рублей (63 %)»: of its plan as well."""
        if not bare or quantity.unit != "%" or quantity.of is not None or not self._again:
            return False
        if not (self._plan and sentence.start <= self._since) or not self.lower.startswith(")", quantity.end):
            return False
        parts = (self.share, self.parts)
        return not any(cues.first(self.lower, self._since, quantity.start) for cues in parts)

    def _makes_up_again(
        self, quantity: Quantity, left: int, previous: Quantity | None, said: Comparison
    ) -> Comparison | None:
        """“…, accounting for 26 %.” of nothing: of the plan, where that was said so before."""
        if quantity.unit != "%" or self.makes_up.ending(self.lower, left, quantity.start) is None:
            return None
        if said.kind == "plan_ratio":
            self._made_up = said
            return None
        bare = said.kind == "share" and _CLOSED.match(self.lower, quantity.end) is not None
        amount = previous is not None and previous.family in ("currency", "measure", "count", "noun")
        return self._made_up if bare and amount else None

    def _is_next_part(self, quantity: Quantity, left: int) -> bool:
        """“low disbursement rates: Health (9 %); Transport (29 %)”, “over 50 % of the plan, such as: Arden 95 %, Brook
        78 %”: only the name of another part stands between it and a percentage of its plan.
        """
        if quantity.unit != "%" or quantity.of is not None or not _CLOSED_PART.match(self.lower, quantity.end):
            return False
        if _FIRST_BARE.fullmatch(self.lower, left, quantity.start):
            return not any(cues.first(self.lower, left, quantity.start) for cues in (self.share, self.of_whole))
        form = _NEXT_IN_BRACKETS if self.lower.startswith(")", left) else _NEXT_BARE
        if self.lower.startswith("(", quantity.start - 1) and self.lower.startswith(")", quantity.end):
            form = _NEXT_IN_BRACKETS if self.lower.startswith(")", left) else _FIRST_IN_BRACKETS
        if form is _NEXT_BARE and self._listed != left:
            return False
        said = (self.verbs, self.of_whole, self.share, self.grown, self.rate_heads, self.reached)
        return form.fullmatch(self.lower, left, quantity.start) is not None and not any(
            cues.first(self.lower, left, quantity.start) for cues in said
        )

    def _is_of_spending(self, quantity: Quantity, sentence: Sentence, said: Comparison) -> bool:
        """«giải ngân vốn ngành y tế đạt 81 %; giáo dục 68 %»: of what was planned, throughout the sentence."""
        if said.kind != "share" or quantity.unit != "%" or quantity.of is not None:
            return False
        closed = self.lower.startswith("(", quantity.start - 1) and self.lower.startswith(")", quantity.end)
        joined = self.joining.ending(self.lower, sentence.start, quantity.start)
        if self._again and not (closed or (joined and self.lower.startswith(", ", joined.start - 2))):
            return False
        hit = self.spending.first(self.lower, sentence.start, quantity.start)
        if hit is None or self.share.first(self.lower, hit.end, quantity.start):
            return False
        rate = self.rate_heads.last(self.lower, hit.end, quantity.start)  # «…; tỷ lệ hộ nghèo còn 0,8%»
        return rate is None or self.spending.first(self.lower, rate.end, quantity.start) is not None

    def _is_reached_again(self, quantity: Quantity, sentence: Sentence, left: int, said: Comparison) -> bool:
        """«nông nghiệp đạt 66 % kế hoạch, tăng 2 %; công nghiệp đạt 74 %, tăng 7 %»: of its plan as well."""
        if said.kind != "share" or quantity.family != "percent" or not sentence.start <= self._clause < left:
            return False
        semicolon = self.lower.rfind(";", self._clause, quantity.start)
        if semicolon < 0 or self.share.first(self.lower, semicolon, quantity.start):
            return False
        reached = self.reached.ending(self.lower, semicolon, quantity.start)
        return reached is not None and self.grown.at(self.lower, quantity.end + 2, sentence.end) is not None

    def _is_reached_on(
        self, quantity: Quantity, sentence: Sentence, left: int, previous: Quantity | None, said: Comparison
    ) -> bool:
        """«thu đạt 60 tỷ đồng, đạt 100 % kế hoạch; sản lượng 13 nghìn tấn, đạt gần 104 %»: of its plan as well."""
        if quantity.unit != "%" or said.kind not in ("share", "ratio") or quantity.of is not None or said.since:
            return False
        if previous is None or not sentence.start <= self._clause < left or not _CLOSED.match(self.lower, quantity.end):
            return False
        if previous.family not in ("currency", "measure") and quantity.value <= _WHOLE:
            return False
        modifier = self.modifiers.ending(self.lower, left, quantity.start)
        reached = self.reached.ending(self.lower, left, modifier.start if modifier else quantity.start)
        return reached is not None and self.lower[left : reached.start].strip() == ","

    def _is_opened(self, position: int) -> bool:
        """Whether a line with a colon at its end stands between the plan and this item, and names no shares."""
        colon = colon_of_list(self.lower, max(self._since, position - _FARTHEST), position)
        if colon < 0:
            return False
        return self.share.first(self.lower, self.lower.rfind("\n", self._since, colon) + 1, colon) is None
