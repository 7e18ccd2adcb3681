"""Tasks: directives, requests and planned actions that name who is to act, or by when.

The frames: somebody is told (“instructed the Department of X to …”), somebody must (“districts must …”), something
must be done by somebody (passive), an intention with a date (“by 2030 the province will …”), a body at the head of
an item of a list of tasks, and a row of a table of tasks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tongket.reading.areas import Areas
from tongket.reading.directives import directive_at
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import CAPITALS, phrase_pattern, word_pattern
from tongket.reading.sections import Sections
from tongket.reading.segments import Segments, Sentence
from tongket.reading.task_tables import TaskRow, task_rows

_CAPITAL = rf"[{CAPITALS}][\w&.’'-]{{0,30}}"
_NAME = rf"(?:{_CAPITAL}(?:(?:,? (?:và|and|&) |, | ){_CAPITAL}){{0,8}})"
# Words of two syllables of which only the first has a capital: «Phòng Kinh tế, Hạ tầng và Đô thị».
_PAIR = rf"(?:[{CAPITALS}]{{2,12}}(?!\w)|{_CAPITAL}(?: (?![{CAPITALS}])[^\W\d_]{{1,7}}(?!\w))?)"
_UNIT = rf"(?:{_PAIR}(?:(?:,? (?:và|-) |, | ){_PAIR}){{0,6}})"
# A stop in front of a number or a small letter is that of an abbreviation: “Bylaw No. 12”, «2025 г. № 87».
_CLAUSE_END = re.compile(r";|[.!?…]\s(?![\d№a-zа-яё])|\n")
_NEXT_CLAUSE = re.compile(r";\s(?=\S)")
_BULLET = re.compile(r"[ \t•+*–—-]{1,6}")
_ITEM = re.compile(r"[ \t]*(?:[-–•+*]|\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[a-zđ]\))[ \t]{1,4}")
# “, according to their duties and functions,”
_ASIDE = r",\s(?:according|in accordance|together|within)\s[^,.;:\n]{1,80},"
_WHOLE_YEARS = re.compile(r"\d{4}(?:-\d{4})?|FY\d\d")
_PERCENT = re.compile(r"\d\s?(?:%|per ?cent|процент)|(?:Rs|₹|\$|£)\s?\d|\d(?: \w+)? (?:tỷ đồng|млрд|млн)")
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")
# Where a text says of which day it is.
_HEAD = 400
_LONGEST_MARKER = 12
_NEAR = 6
_NEXT = 20
_LONGEST_LEAD = 60
# A list that a line such as “it was decided:” opens is not longer.
_LONGEST_LIST = 6000
_LONGEST_ACTION = 24
_LONGEST_ADDRESS = 240
_SHORTEST_ACTION = 8


@dataclass(frozen=True, slots=True)
class Task:
    """A task in the normalised text."""

    start: int
    end: int
    action: str
    assignee: str | None
    deadline: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Grammar:
    verbs: re.Pattern[str]
    told: re.Pattern[str]
    orders: re.Pattern[str]
    must: re.Pattern[str]
    duty: re.Pattern[str]
    passive: re.Pattern[str]
    intended: re.Pattern[str]
    striving: re.Pattern[str]
    several: re.Pattern[str]
    imperative: re.Pattern[str]
    bodies: tuple[tuple[re.Pattern[str], str], ...]
    event: re.Pattern[str]
    action: re.Pattern[str]
    acts: re.Pattern[str]


def _cased(phrase: str) -> str:
    """A phrase that matches in either case, with ``{name}`` for capitalised words, ``{unit}`` for such pairs."""
    slots = {"{name}": _NAME, "{unit}": _UNIT}
    return "".join(slots.get(part) or f"(?i:{phrase_pattern(part)})" for part in re.split(r"(\{\w+\})", phrase))


@cache
def _grammar(pack: LanguagePack) -> _Grammar:
    listed: list[tuple[str, str]] = []
    for name, forms in pack.get("tasks.bodies", {}).items():
        listed += [(form, name) for form in forms]
    listed.sort(key=lambda item: (-len(item[0]), item[0]))
    body = "(?:" + "|".join(_cased(form) for form, _ in listed) + r")(?!\w)" if listed else "(?!)"
    joiner = "(?i:" + "|".join(map(phrase_pattern, pack.phrases("tasks.joiners"))) + ")"
    several = rf"(?<!\w){body}(?:(?:{joiner}){body}){{0,14}}"

    def any_of(path: str) -> str:
        phrases = pack.phrases(path)
        return f"(?i:{word_pattern(phrases)})" if phrases else "(?!)"

    few_words = r"(?:,?\s[^\W\d]{1,30}){0,4}?"
    between = "(?i:" + "|".join(map(phrase_pattern, pack.get("tasks.told_links", [" "]))) + ")"
    frames = ("told", "orders", "must", "must_be", "intended", "striving")
    verbs = [phrase for frame in frames for phrase in pack.phrases(f"tasks.{frame}")]
    return _Grammar(
        re.compile(word_pattern(verbs) if verbs else "(?!)"),
        re.compile(rf"(?P<verb>{any_of('tasks.told')}){between}(?P<who>{several})"),
        re.compile(word_pattern(pack.phrases("tasks.orders")) if pack.phrases("tasks.orders") else "(?!)"),
        re.compile(rf"(?P<who>{several})(?P<gap>{few_words}|{_ASIDE})\s(?P<verb>{any_of('tasks.must')})"),
        re.compile(any_of("tasks.must")),
        re.compile(rf"(?P<verb>{any_of('tasks.must_be')})(?P<gap>{few_words})\s(?P<who>{several})"),
        re.compile(any_of("tasks.intended")),
        re.compile(any_of("tasks.striving")),
        re.compile(several),
        re.compile(pack.get("tasks.imperative", "(?!)")),
        tuple((re.compile(rf"(?<!\w){_cased(form)}(?!\w)"), name) for form, name in listed),
        re.compile("(?i:" + "|".join(pack.phrases("tasks.events") or ["(?!)"]) + ")"),
        re.compile(rf"(?P<colon>\s?:)?\s(?:{pack.get('tasks.actions', '(?!)')})"),
        re.compile(pack.get("tasks.actions", "(?!)")),
    )


class _Finder:
    def __init__(
        self,
        text: str,
        lower: str,
        pack: LanguagePack,
        periods: Sequence[Period],
        areas: Areas,
        year: int | None,
        *,
        dated: bool,
    ) -> None:
        self.text, self.lower, self.pack, self.areas = text, lower, pack, areas
        self.levels = frozenset(pack.phrases("tasks.levels"))
        self.places = frozenset(pack.phrases("tasks.places"))
        self.grammar = _grammar(pack)
        self.sections = Sections(lower, pack, [period.with_year(year) for period in periods], ())
        self.year = year if dated else self._year_of_deadlines(periods, year)
        self.periods = periods
        self.starts = [period.start for period in periods]
        self.due = pack.cues("tasks.due")
        self.past = pack.cues("tasks.past")
        self.headed_due = pack.cues("tasks.headed_due")
        self.done = pack.cues("tasks.done")
        self.basis = pack.cues("comparison.basis")
        self.next_year = pack.cues("tasks.next_year")
        self.terms = pack.cues("tasks.terms")
        self.purposes = pack.cues("tasks.purposes")
        self.opening = pack.cues("tasks.opening")
        self.told_until = 0
        self.owner: str | None = None  # whose tasks the items of a list are

    def _year_of_deadlines(self, periods: Sequence[Period], year: int | None) -> int | None:
        """The year of the date in the head; without one, tasks in a report on a whole year are for the next."""
        head = next((p for p in periods if p.start < _HEAD and _FULL_DATE.fullmatch(p.iso)), None)
        if head:
            return head.year
        title = self.sections.title
        past = title is not None and title.iso == str(year) and not self.sections.ahead
        return year + 1 if past and year else year

    def _clause_end(self, start: int, limit: int) -> int:
        """The end of a clause without its closing mark."""
        mark = _CLAUSE_END.search(self.text, start, limit)
        end = mark.start() if mark else limit
        while end > start and self.text[end - 1] in " \n\t.,;":
            end -= 1
        return end

    def _assignee(self, start: int, end: int) -> str:
        """The bodies of a list by their names in the pack, or as printed where the pack has no names."""
        if not self.pack.get("tasks.bodies_inflect", False):
            return self.areas.complete(" ".join(self.text[start:end].split()).rstrip("."), self.levels, self.places)
        names: list[str] = []
        position = start
        while position < end:
            for pattern, name in self.grammar.bodies:
                match = pattern.match(self.text, position, end)
                if match:
                    names.append(name)
                    position = match.end()
                    break
            else:
                position += 1
        told = directive_at(self.text, start, min(len(self.text), end + _LONGEST_ADDRESS), self.pack)
        if told and told.start == start and len(names) == 1:
            return told.who
        return ", ".join(dict.fromkeys(names))

    def _deadline(self, start: int, end: int, *, every: bool = False, verb: int = 0) -> str | None:
        """A date behind a word such as “by” (``every``: any date), or the event of a phrase like “before …”.

        ``verb`` is where a striving begins: in front of it a month or several say when it was spoken of.
        """
        first = bisect_left(self.starts, start)
        for period in self.periods[first : bisect_left(self.starts, end)]:
            hit = self.due.ending(self.lower, max(start, period.start - 40), period.start)
            compared = _WHOLE_YEARS.fullmatch(period.iso) and not hit
            if compared and self.basis.ending(self.lower, max(start, period.start - 20), period.start):
                continue
            said = hit is not None and "/" not in period.iso
            if period.start < verb and "-" in period.iso and not said and period.role not in ("until", "due"):
                continue
            if period.role != "this" and (every or hit or period.role in ("until", "due")):
                later = self.next_year.at(self.lower, period.end + 1, period.end + _NEXT)
                dated = period.with_year(self.year + 1 if later and self.year else self.year).iso
                return dated.rpartition("/")[2]
        event = self.grammar.event.search(self.text, start, end)
        return " ".join(event.group().split()).strip(" ,") if event else None

    def _task(
        self,
        start: int,
        end: int,
        action: int,
        assignee: str | None,
        within: Sentence,
        rule: str,
        *,
        every: bool = False,
    ) -> Task:
        said = _shortened(self.text[action:end].strip(" ,").split())
        deadline = (
            self._deadline(start, end, every=every) or self._deadline(within.start, start) or self._term(end, within)
        )
        return Task(start, end, said, assignee, deadline, f"{self.pack.code}.task.{rule}")

    def _term(self, end: int, within: Sentence) -> str | None:
        """The deadline that the next clause gives: «rà soát quy hoạch; hoàn thành trong tháng 7»."""
        clause = end + 2
        if not self.lower.startswith("; ", end) or not self.terms.at(self.lower, clause, within.end):
            return None
        return self._deadline(clause, self._clause_end(clause, within.end), every=True)

    def _lead(self, start: int, sentence: Sentence) -> int:
        """A short beginning of the sentence (“Right after the holiday …”) belongs to the task."""
        floor = max(sentence.start, self.text.rfind(";", sentence.start, start) + 1)
        return floor + (self.text[floor : floor + 1] == " ") if start - floor <= _LONGEST_LEAD else start

    def in_sentence(self, sentence: Sentence) -> Iterator[Task]:
        # Most sentences have no verb that sets a task: one look for them all saves six.
        if self.grammar.verbs.search(self.lower, sentence.start, sentence.end):
            yield from self._spoken(sentence)
        yield from self._headed(sentence)
        yield from self._listed(sentence)
        yield from self._commanded(sentence)
        if self.lower[sentence.start : sentence.end].rstrip().endswith(":") and self.opening.first(
            self.lower, sentence.start, sentence.end
        ):
            self.told_until = sentence.end + _LONGEST_LIST

    def _spoken(self, sentence: Sentence) -> Iterator[Task]:
        """Somebody is told or must, something must be done by somebody, or is intended."""
        text, (first, last) = self.text, (sentence.start, sentence.end)
        grammar = self.grammar
        for match in grammar.told.finditer(text, first, last):
            if not self.past.ending(self.lower, max(first, match.start() - 20), match.start()):
                end = self._clause_end(match.end(), last)
                start = self._lead(match.start(), sentence)
                # “asks the province to direct Department X to …”: it is for Department X to act.
                passed_on = grammar.told.match(text, match.end() + 1, last)
                who = (passed_on or match).span("who")
                yield self._task(start, end, match.end(), self._assignee(*who), sentence, "told")
        passive = list(grammar.passive.finditer(text, first, last))
        said_of_things = {match.start("verb") for match in passive}
        # The verb is found much faster than whoever may stand in front of it.
        for match in grammar.must.finditer(text, first, last) if grammar.duty.search(text, first, last) else ():
            if match.start("verb") in said_of_things or self.purposes.first(self.lower, *match.span("gap")):
                continue  # “the organisation of congresses must be carried out by …”: what stands in front acts not
            ordered = directive_at(text, match.start("verb"), last, self.pack, "tasks.ordered")
            if (
                ordered and ordered.who
            ):  # «свести предложения министерств поручено отделу»: whom it is told stands behind
                continue
            end = self._clause_end(match.end(), last)
            start = self._lead(match.start(), sentence)
            yield self._task(start, end, match.end(), self._assignee(*match.span("who")), sentence, "must")
        for match in passive:
            start = max(first, text.rfind(", ", first, match.start()) + 1)
            end = self._clause_end(match.end(), last)
            yield self._task(start, end, start, self._assignee(*match.span("who")), sentence, "passive")
        yield from self._ordered(sentence)
        yield from self._dated(sentence)

    def _ordered(self, sentence: Sentence) -> Iterator[Task]:
        """An order in the middle of a sentence, to whom its form tells: “has instructed clerks to …”."""
        text, (first, last) = self.text, (sentence.start, sentence.end)
        for match in self.grammar.orders.finditer(self.lower, first, last):
            directive = directive_at(text, match.start(), last, self.pack, "tasks.ordered")
            if not directive:
                continue
            end = self._clause_end(directive.end, last)
            start = self._lead(match.start(), sentence)
            every = directive.any_date
            if not directive.needs_deadline or self._deadline(directive.end, end, every=every):
                action = directive.end if directive.end < end else start
                yield self._task(start, end, action, directive.who or None, sentence, "ordered", every=every)

    def _headed(self, sentence: Sentence) -> Iterator[Task]:
        """A sentence whose head is the one who is to act: by its form, or by the deadline it ends with."""
        text, (first, last) = self.text, (sentence.start, sentence.end)
        directive = directive_at(text, first, last, self.pack)
        if directive:
            end = self._clause_end(directive.end, last)
            every = directive.any_date
            if not directive.needs_deadline or self._deadline(directive.end, end, every=every):
                yield self._task(directive.start, end, directive.end, directive.who, sentence, "addressed", every=every)
        bullet = _BULLET.match(text, first, last)
        starts = [bullet.end() if bullet else first]
        starts += [match.end() for match in _NEXT_CLAUSE.finditer(text, first, last)]
        for start in starts:
            body = self.grammar.several.match(text, start, last)
            end = self._clause_end(body.end(), last) if body else start
            due = body and self.headed_due.first(self.lower, body.end(), end)
            if body and due and not self.done.first(self.lower, body.end(), end):
                yield self._task(start, end, body.end(), self._assignee(*body.span()), sentence, "headed")

    def _listed(self, sentence: Sentence) -> Iterator[Task]:
        """A body at the head of an item, and what it is to do: «2. Cục Thuế tỉnh: Tăng cường …»."""
        marker = _ITEM.match(self.text, sentence.start, sentence.end)
        start = marker.end() if marker else sentence.start
        if marker is None:  # “2.” may have ended as a sentence of its own
            line = self.text.rfind("\n", max(0, start - _LONGEST_MARKER), start) + 1
            marker = _ITEM.fullmatch(self.text, line, start)
        body = self.grammar.several.match(self.text, start, sentence.end)
        if self.owner and marker and not body and self.grammar.acts.match(self.text, start, sentence.end):
            end = self._clause_end(start, sentence.end)
            yield self._task(start, end, start, self.owner, sentence, "listed")
            return
        heads = body and self.text[body.end() : sentence.end].strip() == ":"
        self.owner = self._assignee(*body.span()) if body and heads else None
        action = body and self.grammar.action.match(self.text, body.end(), sentence.end)
        if not body or not action:
            return
        section = self.sections.at(sentence.start)
        told = sentence.start < self.told_until or (section is not None and section.target)
        if told or (marker and action["colon"]):
            end = self._clause_end(action.end(), sentence.end)
            yield self._task(start, end, body.end(), self._assignee(*body.span()), sentence, "listed")

    def term(self, sentence: Sentence) -> str | None:
        """The deadline that a sentence of its own gives for the task in front: «Срок – 20 ноября 2025 года»."""
        if not self.terms.at(self.lower, sentence.start, sentence.end):
            return None
        return self._deadline(sentence.start, sentence.end, every=True)

    def row(self, row: TaskRow) -> Task:
        """A row of a table of tasks, whose deadline is a date or an event in its column."""
        what, who, due = (row.cells.get(name) for name in ("what", "who", "due"))
        deadline = None
        if due:
            deadline = self._deadline(*due, every=True) or self.text[slice(*due)]
        action = _shortened(self.text[slice(*what)].split()) if what else ""
        assignee = self.text[slice(*who)] if who else None
        return Task(row.start, row.end, action, assignee, deadline, f"{self.pack.code}.task.row")

    def _dated(self, sentence: Sentence) -> Iterator[Task]:
        text, (first, last) = self.text, (sentence.start, sentence.end)
        grammar = self.grammar
        matches = [(m, True) for m in grammar.striving.finditer(text, first, last)]
        matches += [(m, False) for m in grammar.intended.finditer(text, first, last)]
        for match, every in matches:
            if self.purposes.ending(self.lower, max(first, match.start() - 30), match.start()):
                continue
            start = max(first, max(text.rfind(mark, first, match.start()) + 1 for mark in ";:"))
            end = self._clause_end(match.end(), last)
            deadline = self._deadline(start, end, every=every, verb=match.start())
            if deadline and not every and _WHOLE_YEARS.fullmatch(deadline) and _PERCENT.search(text, match.end(), end):
                continue  # “aims to raise coverage to 95 % by 2030”: a target, told by its figure
            if deadline:
                start += len(text[start:end]) - len(text[start:end].lstrip())
                who = self._actor(start, match.start()) or self.areas.of(start, end)
                yield self._task(start, end, match.start(), who, sentence, "intended", every=every)
                return

    def _commanded(self, sentence: Sentence) -> Iterator[Task]:
        """A sentence that is an order by the form of its verb, and has a deadline."""
        first, last = sentence.start, sentence.end
        if self.grammar.imperative.match(self.text, first) and self._deadline(first, last):
            yield self._task(first, self._clause_end(first, last), first, None, sentence, "imperative")

    def _actor(self, start: int, end: int) -> str | None:
        """The last body named in front of an intention."""
        named = list(self.grammar.several.finditer(self.text, start, end))
        return self._assignee(*named[-1].span()) or None if named else None


def find_tasks(
    text: str,
    lower: str,
    pack: LanguagePack,
    periods: Sequence[Period],
    segments: Segments,
    areas: Areas,
    year: int | None,
    *,
    dated: bool,
) -> list[Task]:
    """All tasks in order; of two that overlap the one with an assignee, then the earlier, stays.

    ``year`` is that of dates without one; ``dated`` when it is the year in which the text was written.
    """
    finder = _Finder(text, lower, pack, periods, areas, year, dated=dated)
    tasks: list[Task] = []
    rows = [finder.row(row) for row in task_rows(lower, pack)]
    for sentence in segments.sentences:
        term = finder.term(sentence) if tasks and not tasks[-1].deadline else None
        if term and sentence.start - tasks[-1].end < _NEAR:
            tasks[-1] = replace(tasks[-1], deadline=term)
            continue
        found = sorted(finder.in_sentence(sentence), key=lambda t: (t.assignee is None, t.start, t.end))
        kept: list[Task] = []
        for task in found:
            if task.end > task.start and all(task.end <= k.start or task.start >= k.end for k in kept):
                kept.append(task)
        tasks += sorted(kept, key=lambda task: task.start)
    tasks = [task for task in tasks if all(task.end <= row.start or task.start >= row.end for row in rows)]
    return sorted((*tasks, *rows), key=lambda task: task.start)


def _shortened(words: list[str]) -> str:
    """An action in a line or two: whole, or up to its last clause that fits, or marked as cut."""
    if len(words) <= _LONGEST_ACTION:
        return " ".join(words)
    clauses = [n for n in range(_SHORTEST_ACTION, _LONGEST_ACTION + 1) if words[n - 1].endswith((",", ";", ":"))]
    if clauses:
        return " ".join(words[: clauses[-1]]).rstrip(",;:") + " …"
    return " ".join(words[:_LONGEST_ACTION]) + " …"
