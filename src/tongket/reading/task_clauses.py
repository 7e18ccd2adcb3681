"""Tasks as clauses of a text: where they end, who is to do them, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.reading.areas import Areas
from tongket.reading.deadlines import Deadlines
from tongket.reading.directives import attributed, directive_at
from tongket.reading.packs import LanguagePack
from tongket.reading.segments import Sentence
from tongket.reading.task_grammar import task_grammar

# A stop in front of a number or a small letter is that of an abbreviation: “Bylaw No. 12”, «2025 г. № 87».
_CLAUSE_END = re.compile(r";|[.!?…]\s(?![\d№a-zа-яё])|\n")
_OPENING_END = re.compile(r"[,:;]\s")
_LONGEST_LEAD = 60
_LONGEST_ACTION = 24
_LONGEST_ADDRESS, _LONGEST_WHOLE = 240, 160
_SHORTEST_ACTION = 8
_SHORTEST_CLAUSE = 12


@dataclass(frozen=True, slots=True)
class Task:
    """A task in the normalised text."""

    start: int
    end: int
    action: str
    assignee: str | None
    deadline: str | None
    rule: str


def shortened(words: list[str]) -> str:
    """An action in a line or two: whole, or up to its last clause that fits, or marked as cut."""
    if len(words) <= _LONGEST_ACTION:
        return " ".join(words)
    clauses = [n for n in range(_SHORTEST_ACTION, _LONGEST_ACTION + 1) if words[n - 1].endswith((",", ";", ":"))]
    if clauses:
        return " ".join(words[: clauses[-1]]).rstrip(",;:") + " …"
    return " ".join(words[:_LONGEST_ACTION]) + " …"


class Clauses:
    """Makes tasks of clauses of one text."""

    def __init__(self, text: str, lower: str, pack: LanguagePack, areas: Areas, deadlines: Deadlines) -> None:
        self.text, self.lower, self.pack, self.areas, self.deadlines = text, lower, pack, areas, deadlines
        self.grammar = task_grammar(pack)
        self.levels = frozenset(pack.phrases("tasks.levels"))
        self.places = frozenset(pack.phrases("tasks.places"))
        self.inflected = bool(pack.get("tasks.bodies_inflect", False))
        self.done = pack.cues("tasks.done")
        self.recurring = pack.cues("tasks.recurring")
        self.reporting = pack.cues("tasks.reporting")
        self.companied = pack.cues("tasks.companied")

    def end_of(self, start: int, limit: int) -> int:
        """The end of a clause without its closing mark."""
        mark = _CLAUSE_END.search(self.text, start, limit)
        while mark and mark.group() == ";" and self._names_on(mark.start()):
            mark = _CLAUSE_END.search(self.text, mark.end(), limit)
        end = mark.start() if mark else limit
        while end > start and self.text[end - 1] in " \n\t.,;/":
            end -= 1
        return end

    def _names_on(self, semicolon: int) -> bool:
        """«… phối hợp với các sở, ban, ngành; UBND các huyện rà soát …»: who helps is named on behind a semicolon."""
        hit = self.companied.last(self.lower, max(0, semicolon - _LONGEST_WHOLE), semicolon)
        several = self.grammar.several
        named = hit and several.match(self.text, hit.end + 1, semicolon)
        return bool(named and named.end() == semicolon and several.match(self.text, semicolon + 2))

    def lead(self, start: int, sentence: Sentence) -> int:
        """A short beginning of the sentence (“Right after the holiday …”) belongs to the task."""
        floor = max(sentence.start, self.text.rfind(";", sentence.start, start) + 1)
        if start - floor > _LONGEST_LEAD or self.grammar.told.search(self.text, floor, start):
            return start
        return floor + (self.text[floor : floor + 1] == " ")

    def assignee(self, start: int, end: int) -> str:
        """The bodies of a list by their names in the pack, or as printed where the pack has no names."""
        reach = min(len(self.text), end + _LONGEST_ADDRESS)
        if not self.inflected:
            # «giao Thường trực HĐND huyện, các Ban HĐND huyện giám sát …»: all who stand in front of the verb
            before = self.grammar.whole.search(self.text, max(0, start - _LONGEST_WHOLE), start)
            start = before.start() if before else start
            whole = directive_at(self.text, start, reach, self.pack, "tasks.actors")
            if whole and whole.start == start and whole.end > end:
                printed = whole.who
            else:
                printed = " ".join(self.text[start:end].split()).rstrip(".,")
            return self.areas.complete(printed, self.levels, self.places)
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
        begin = attributed(self.text, start, self.pack)
        told = directive_at(self.text, begin, reach, self.pack)
        if told and told.start == begin:
            return told.who
        return ", ".join(dict.fromkeys(names))

    def task(
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
        """The task that the clause ``[start, end)`` sets; its deadline may stand in front of it or behind."""
        said = shortened(self.text[action:end].strip(" ,").split())
        assignee = self._with_companions(assignee, action, end)
        find = self.deadlines.find
        deadline = find(start, end, every=every) or find(within.start, self._led(within.start, start))
        deadline = deadline or self.term_behind(end, within)
        return Task(start, end, said, assignee, deadline, f"{self.pack.code}.task.{rule}")

    def _with_companions(self, assignee: str | None, action: int, end: int) -> str | None:
        """«Địa phương phải phối hợp với các sở rà soát …»: who acts together with the one who is told."""
        place = action + len(self.text[action:end]) - len(self.text[action:end].lstrip())
        others = directive_at(self.text, place, end, self.pack, "tasks.companions") if assignee else None
        return f"{assignee}; {others.who}" if others and others.who else assignee

    def _led(self, first: int, start: int) -> int:
        """How far words in front say by when: all of them, or behind a semicolon only those that open the sentence,
        as in «Trước ngày 5/6, Sở Y tế …; Sở Xây dựng …»; so, too, behind another order: «yêu cầu các xã bàn giao đất
        trước ngày 5/6 và giao Sở Xây dựng …».
        """
        if ";" not in self.text[first:start] and not self.grammar.told.search(self.text, first, start):
            return start
        opening = _OPENING_END.search(self.text, first, start)
        return opening.start() if opening else first

    def term_behind(self, end: int, within: Sentence) -> str | None:
        """The deadline that a clause behind gives: «rà soát quy hoạch; hoàn thành trong tháng 7», «…; báo cáo UBND
        huyện trước ngày 5/6».
        """
        place = end
        while self.lower.startswith("; ", place):
            clause, place = place + 2, self.end_of(place + 2, within.end)
            deadline = self.deadlines.term(clause, place) or self.reported(clause, place)
            if deadline or self.grammar.several.match(self.text, clause, place):
                return deadline
        return None

    def reported(self, start: int, end: int) -> str | None:
        """By when the result is to be told or handed in, where that is all a clause says: it is to be done by then."""
        return self.deadlines.find(start, end) if self.reporting.at(self.lower, start, end) else None

    def following(self, task: Task, sentence: Sentence) -> Iterator[Task]:
        """What else the one who is told is to do by a date of its own, in the clauses behind: «…; trình … trước …»."""
        place = task.end
        while task.assignee and (semicolon := self.text.find(";", place, sentence.end)) >= 0:
            start = semicolon + 1
            while start < sentence.end and self.text[start] in " \n":
                start += 1
            end = self.end_of(start, sentence.end)
            place = max(end, start)
            own = self.deadlines.find(start, end) if end - start >= _SHORTEST_CLAUSE else None
            going_on = self.grammar.goes_on.match(self.text, start, end)
            sure = going_on is not None and bool(going_on.groupdict().get("sure"))
            term = own and self.deadlines.terms.at(self.lower, start, end)
            own = None if own and self.recurring.at(own, 0, len(own)) else own  # «mỗi năm giảm 1 % hộ nghèo»
            if (own or sure) and not term and not self.done.first(self.lower, start, end):
                said = shortened(self.text[start:end].split())
                other = self.grammar.several.match(self.text, start, end)  # “…; the Department of Water will …”
                who = self.assignee(*other.span()) if other else task.assignee
                yield Task(start, end, said, who, own, f"{self.pack.code}.task.clause")
