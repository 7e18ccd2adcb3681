"""Budgets: what sets money aside is expected, and in a text that is a budget as a whole everything it gives out is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.accounting import SPOKEN
from tongket.reading.amounts import Quantity
from tongket.reading.bases import Comparison
from tongket.reading.claims import Status
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DEADLINES, MONTH, Period
from tongket.reading.segments import Sentence

# The head of a text, which says what kind of text it is.
_HEAD = 700
_FAR = 120
_LISTED = 600
# Whoever says “budget” so often at once speaks of nothing else.
_OFTEN = 3
_NEAR = 60
_WORD = 8
_DOLLARS_OF = re.compile(r"[a-z]{1,4}\$\Z")
FISCAL = re.compile(r"FY\d\d")
_YEARS_OF_ACCOUNTS = re.compile(r"FY\d\d-FY\d\d")
MONEY = ("currency", "percent")


class Budgets:
    """What one text says of a budget; a pack without ``status.budget`` says nothing."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period], year: int | None) -> None:
        self.lower = lower
        self.sets_aside = pack.cues("status.budget.sentence")
        self.planning = pack.cues("status.budget.planning")
        self.handed_on = pack.cues("status.budget.handed_on")
        self.set_aside = pack.cues("status.budget.behind")
        self.gives = pack.cues("status.budget.gives")
        self.promising, self.promised = pack.cues("status.budget.promising"), pack.cues("status.budget.promised")
        self.sums, self.joined = pack.cues("status.budget.sums"), pack.cues("status.apart")
        self.will_go = pack.cues("status.budget.will_go")
        self.giving, self.relatives = pack.cues("status.budget.giving"), pack.cues("status.relatives")
        self.grows = pack.cues("status.budget.grows")
        self.beside_amounts = (pack.cues("numbers.modifiers_before"), pack.cues("numbers.more_of"))
        self.raises = pack.cues("status.budget.raises")
        self.beside = pack.cues("status.budget.set_beside")
        self.parts, self.spent = pack.cues("status.parts"), pack.cues("status.budget.spent")
        self.reached, self.granted = pack.cues("status.budget.reached"), pack.cues("status.budget.granted")
        named = pack.cues("status.budget.text").first(lower, 0, _HEAD)
        self.corrected = pack.cues("status.budget.corrected").first(lower, 0, _HEAD) is not None
        carried_out = pack.cues("status.budget.carried_out").first(lower, 0, _HEAD)
        often = len(pack.cues("status.budget.word").all(lower, 0, _HEAD)) >= _OFTEN
        decided = named is not None and pack.cues("status.budget.decided").first(lower, 0, _HEAD) is not None
        # A forecast of the year that is under way, set against the budget of that year.
        self.updates = named is not None and named.value == "update"
        self.presented = named is not None and named.value == "budget" and carried_out is None
        self.whole = decided or self.updates or ((named is not None or often) and carried_out is None)
        self.title = self._title(periods) if self.whole else None
        first = next((p for p in periods if p.year), None)
        # “November 2024”: when the text was issued, after years of accounts that are over.
        self.issued = first.iso if first and MONTH.match(first.iso) else None
        # “Over the 2023 MTEF”: who speaks of a framework of years to come plans them, from its first one on.
        framework = next((p for p in periods if p.role == "medium"), None)
        self.planned_from = framework.iso[:4] if framework else None
        # Of a budget for 2021-2023 the first year counts.
        first_years = ((p.start, int(p.iso[:4]) if p.iso[:4].isdecimal() else p.year) for p in periods if p.year)
        behind = (first_year for start, first_year in first_years if named and start >= named.start - _NEAR)
        self.year = next(behind, year)

    def sets_aside_for(self, quantity: Quantity, clause: int, stop: int) -> bool:
        """Whether the words around a figure set it aside for something."""
        before = self.sets_aside.first(self.lower, max(clause, quantity.start - _FAR), quantity.start)
        if before is None and self.whole and quantity.family in MONEY:
            before = self.gives.first(self.lower, max(clause, quantity.start - _FAR), quantity.start)
            before = before or self.gives.first(self.lower, quantity.end, min(stop, quantity.end + _FAR))
        if before is None and quantity.family == "currency":  # “agreed to add 4 million: A (1 million), B (3 million)”
            floor = max(clause, quantity.start - _LISTED)
            far = self.sets_aside.last(self.lower, floor, quantity.start)
            far = far or self.set_aside.last(self.lower, floor, quantity.start)
            before = far if far and not self.says_reached(far.end, quantity.start) else None
        if self.handed_on.at(self.lower, quantity.end + 1, quantity.end + _FAR):
            return False
        sum_of = self.sums.at(self.lower, quantity.end + 1, quantity.end + _NEAR) if before is None else None
        if sum_of and sum_of.value == "is" and quantity.family == "currency":
            return True
        behind = self.set_aside.first(self.lower, quantity.end, min(stop, quantity.end + _FAR))
        if behind and self.joined.ending(self.lower, max(quantity.end, behind.start - _WORD), behind.start):
            behind = None  # “was 5 million in 2023 and is budgeted at 6 million”
        return before is not None or behind is not None

    def by_first_years(self, periods: list[Period], figures: Sequence[int]) -> list[Period]:
        """“Revenue and capital budget 2031/32 to 2033/34”, on a line without figures: what follows is of 2031/32."""
        if not self.whole or all(not _YEARS_OF_ACCOUNTS.fullmatch(p.iso) for p in periods):
            return periods
        found = []
        for period in periods:
            if period.role == "span" and _YEARS_OF_ACCOUNTS.fullmatch(period.iso):
                end = self.lower.find("\n", period.end)
                start = bisect_left(figures, self.lower.rfind("\n", 0, period.start) + 1)
                if start == len(figures) or 0 <= end < figures[start]:
                    period = replace(period, iso=period.iso[:4], role="")
            found.append(period)
        return found

    def of_accounts(self, found: Period | None, quantity: Quantity, sentence: Sentence) -> Period | None:
        """“The deficit for 2024-25 is $5 million. Output will grow by 2 % in 2024. Roads get $3 million.”: the money of
        a budget is of its own year, also behind the calendar year in which that begins, or the year before.
        """
        own = self.title
        if own is None or found is None or quantity.family not in MONEY or found.role not in ("", "bare"):
            return found
        before = found.iso.isdecimal() and int(found.iso) + 1 == own.year
        if own.iso.startswith("FY"):
            return own if before and quantity.family == "currency" else found
        given = before and self.presented and not self.says_reached(sentence.start, sentence.end)
        return own if given else found

    def promises(self, quantity: Quantity, sentence: Sentence) -> bool:
        """“The premier announced $5 million for roads”, “- $2 million to build a hall”: money that is to be given."""
        if quantity.family != "currency":
            return False
        if self.promising.ending(self.lower, max(sentence.start, quantity.start - _NEAR), quantity.start):
            return True
        place = quantity.start
        for cues in self.beside_amounts:  # “- another $2 million to build a hall”
            hit = cues.ending(self.lower, sentence.start, place)
            place = hit.start if hit else place
        heads = not any(c.isalpha() for c in _DOLLARS_OF.sub("", self.lower[sentence.start : place]))
        promised = heads and self.promised.at(self.lower, quantity.end + 1, min(sentence.end, quantity.end + _NEAR))
        return bool(promised) and not self.says_reached(quantity.end, sentence.end)

    def has_purpose(self, quantity: Quantity) -> bool:
        """“$5 million to double incomes by 2030”: by when its purpose is to be reached is not when money is given."""
        end = quantity.end + 1
        return (
            self.whole and quantity.family == "currency" and self.promised.at(self.lower, end, end + _NEAR) is not None
        )

    def own_times(self, quantity: Quantity, later: list[Period]) -> list[Period]:
        """Of the times behind money of a budget those that may be its own: not “gives $5 million to double incomes *by
        2030*”, nor the time of another item, “$3 million for roads; $2 million for the summit *in 2033*”.
        """
        if not self.whole or quantity.family != "currency":
            return later
        close = self.lower.find(";", quantity.end, later[-1].start) if later else -1
        return [p for p in later if p.role not in DEADLINES and not -1 < close < p.start]

    def only_gives(self, quantity: Quantity, start: int) -> bool:
        """“It will provide 5 million”, “$4 million will go to roads”: a future that is no aim."""
        if quantity.family != "currency":
            return False
        if self.will_go.at(self.lower, quantity.end + 1, quantity.end + _NEAR):
            return True
        return self.giving.first(self.lower, max(start, quantity.start - _NEAR), quantity.start) is not None

    def plans_money(self, quantity: Quantity, start: int) -> bool:
        """«планируется, что доходы составят 102 млрд рублей», in a budget: what it plans is what is expected."""
        if not self.whole or quantity.family not in MONEY:
            return False
        return self.planning.first(self.lower, start, quantity.start) is not None

    def speaks_of_it(self, start: int, end: int) -> bool:
        """Whether a sentence of a budget gives out what is budgeted: “The sum appropriated to all is 5 million”."""
        cues = (self.sets_aside, self.set_aside, self.gives)
        return self.whole and any(found.first(self.lower, start, end) for found in cues)

    def gives_out(self, quantity: Quantity, sentence: Sentence, period: Period | None, kind: str) -> bool:
        """Whether a sum, a share or by how much spending grows stands in a budget, is of its year or later,
        and was not said to be reached.
        """
        raised = kind == "change" and self.whole and quantity.family == "percent"
        raised = raised and (
            self.raises.at(self.lower, quantity.end + 1, quantity.end + _NEAR) is not None
            or self.grows.first(self.lower, max(sentence.start, quantity.start - 2 * _FAR), quantity.start) is not None
        )
        if quantity.family != "currency" and kind != "share" and not raised:
            return False
        planned = self.planned_from is not None and period is not None and period.iso.startswith("FY")
        if planned and period and self.planned_from and period.iso[:4] >= self.planned_from:
            return not self._is_reached(quantity, sentence)
        if not self.whole:
            return False
        if self.updates and kind in ("change", "plan_excess") and quantity.family == "currency":
            return not self._is_reached(quantity, sentence)  # “Revenue is down 5 million from budget”
        if period and period.role == "last":
            return False
        over = (
            period
            and period.year
            and self.year
            and (period.year < self.year or (period.role == "at" and not self._closes(period)))
        )
        if over and period and period.role != "this":  # the year under way is not over when the next is budgeted
            return False
        if period and period.iso.startswith("FY") and self.issued and f"20{period.iso[2:4]}-06" < self.issued[:7]:
            return False
        return not self._is_reached(quantity, sentence)

    def _closes(self, day: Period) -> bool:
        """“Net debt of $5 million at 30 June 2032”, in a budget for 2031-32: what its last day will show."""
        title = self.title
        return title is not None and title.iso.startswith("FY") and day.iso[:7] >= f"20{title.iso[2:4]}-03"

    def _is_reached(self, quantity: Quantity, sentence: Sentence) -> bool:
        """“They need 8 million; they spent 6 million”: what was done is said in the words between two semicolons."""
        start = max(sentence.start, self.lower.rfind(";", sentence.start, quantity.start))
        end = self.lower.find(";", quantity.end, sentence.end)
        end = end if end >= 0 else sentence.end
        beside = self.beside.first(self.lower, quantity.end, end)
        end = beside.start if beside else end
        return self.says_reached(start, end)

    def says_reached(self, start: int, end: int) -> bool:
        """Whether words say what was spent or received, and not “the budget was approved, marking an increase”."""
        hits = self.reached.all(self.lower, start, end)
        return any(
            self.granted.at(self.lower, hit.start, end) is None
            and self.relatives.ending(self.lower, max(start, hit.start - _WORD), hit.start) is None
            for hit in hits
        )

    def reaches_part(self, start: int, quantity: Quantity, end: int) -> bool:
        """“Revenue expected was 5 million, out of which 4 million was received”: from what was expected to a part."""
        part = self.parts.last(self.lower, start, quantity.start)
        if part is None:
            return False
        stop = self.lower.find(";", quantity.end, end)
        return self.says_reached(part.end, stop if stop >= 0 else end)

    def spends_part(self, start: int, quantity: Quantity, end: int) -> bool:
        """“The approved budget was 5 million, out of which 4 million was mobilised”: spent, and not only given out."""
        part = self.parts.last(self.lower, start, quantity.start)
        return (
            part is not None and self.spent.first(self.lower, quantity.end, min(end, quantity.end + _NEAR)) is not None
        )

    def revises(self, quantity: Quantity, comparison: Comparison, status: Status) -> bool:
        """“A forecast $56 million rise”: in an update, an expected sum is more or less than in the budget."""
        unsaid = comparison.basis == "none" and comparison.direction is not None
        return self.updates and unsaid and quantity.family == "currency" and status == "estimate"

    def _title(self, periods: Sequence[Period]) -> Period | None:
        """The year that the first words name, unless they name a later one, too."""
        years = [p for p in periods if p.start < _HEAD and (p.iso.isdecimal() or FISCAL.fullmatch(p.iso))]
        years = [p for p in years if p.role not in SPOKEN] or years  # “In the current financial year … for 2031-32”
        line = self.lower.find("\n", years[0].start) if years else 0
        end = min(_HEAD, line if line > 0 else _HEAD)
        named = [p for p in years if p.start < end]
        if not named:
            return None
        first = named[0].year or 0
        later = {p.year for p in named if (p.year or 0) > first}
        # “A deficit of $5 million for 2031-32, $3 million in 2032-33 and $1 million in 2033-34”: planned behind it.
        outlook = FISCAL.fullmatch(named[0].iso) and {first + 1, first + 2} <= later
        return named[0] if outlook or not later else None
