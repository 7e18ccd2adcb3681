"""Tasks told by their place: at the head of a sentence or item who is to act, or a list under who is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.reading.directives import directive_at, directives_at, doer_of, owner_of
from tongket.reading.sections import Sections
from tongket.reading.segments import Sentence
from tongket.reading.task_clauses import Clauses, Task, shortened

_NEXT_CLAUSE = re.compile(r"[;:]\s(?=\S)")
_BULLET = re.compile(r"[ \t•+*–—-]{1,6}")
_ITEM = re.compile(
    r"[ \t]*(?:(?P<mark>[-–—•+*o])|(?P<number>\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?)"
    r"|(?P<letter>\(?[a-zđа-я]{1,4}\)))(?:[ \t]{1,8}|(?<=\d\.)(?=[^\W\d_]))"
)
_LONGEST_MARKER = 12
_LONGEST_OPENING, _LONGEST_WORD = 400, 30
# A list that a line such as “it was decided:” opens is not longer, nor what is told in the sentences behind.
_LONGEST_LIST, _LONGEST_MOOD = 6000, 700
# «Рекомендовать главе района: продолжить дежурство;⏎обеспечить …»: the first item stands in the line of its head.
_TOLD_WITH_COLON = re.compile(r"\w:\s[^\W\d_]")
_CLOSED = ("", *'.;:!?…»”")|*')
_SHORTEST_ITEM = 12
_LONGEST_SIGNATURE, _HEAD = 200, 300
_LONGEST_HEADING = 120


def _kind(marker: re.Match[str]) -> str:
    """Of which list an item is by its mark: “4.1.” is below “4.”, and so is “1)”."""
    number = marker["number"] or ""
    return f"{marker.lastgroup}{number.rstrip('.)').count('.')}{')' if number.endswith(')') else ''}"


class ListedTasks:
    """Remembers, from sentence to sentence, whose list is being read, and whether tasks are being told."""

    def __init__(self, clauses: Clauses, sections: Sections) -> None:
        self.clauses, self.sections = clauses, sections
        self.text, self.lower, self.pack = clauses.text, clauses.lower, clauses.pack
        self.grammar = clauses.grammar
        self.headed_due = self.pack.cues("tasks.headed_due")
        self.by_then = self.pack.cues("tasks.by_then")
        self.over = self.pack.cues("tasks.over")
        self.directing = self.pack.cues("tasks.directing")
        self.passing_on = self.pack.cues("tasks.passing_on")
        self.heading = self.pack.cues("tasks.heading")
        self.opening = self.pack.cues("tasks.opening")
        self.labels = [self.pack.cues(f"tasks.columns.{name}") for name in ("who", "beside")]
        self.formula = self.pack.cues("tasks.formula")
        self.announcing = self.pack.cues("tasks.announcing")
        self.received = self.pack.cues("tasks.received")
        # What a text says that reports on work was done, unless a heading or an order says otherwise.
        self.reports = self.pack.cues("tasks.reports").first(self.lower, 0, _HEAD) is not None
        # In minutes “PW to send the letter” sets a task.
        self.minutes = self.pack.cues("tasks.minutes").first(self.lower, 0, len(self.lower)) is not None
        self.decreed = self.grammar.decree.search(self.text) is not None
        self.doings = re.compile(self.pack.get("tasks.doings", "(?!)"))
        self.doing = False  # whether the owner was named with what they do, which the items go on with
        self.has_doers = bool(self.pack.get("tasks.doers", []))
        self.told_until = self.mood_until = 0
        self.owner: str | None = None  # whose tasks the items of a list are
        self.sure = False  # whether every item is one, as under “is instructed to:”
        self.kind: str | None = None  # the marks of these items
        self.owns = False  # whether the last sentence was such an item
        self.outer: tuple[str | None, bool, str | None] | None = None  # the list in which this one is an item
        self.paragraph = self.head_end = -1

    def tasks(self, sentence: Sentence) -> Iterator[Task]:
        """All tasks at the head of a sentence, be it that they overlap."""
        self.owns = False
        yield from self._listed(sentence)
        yield from self._headed(sentence)
        yield from self._stated(sentence)
        yield from self._commanded(sentence)
        yield from self._kept(sentence)

    def _commanded(self, sentence: Sentence) -> Iterator[Task]:
        """A sentence that is an order by the form of its verb, and has a deadline, or behind it who is responsible."""
        last = sentence.end
        for first in self._beginnings(sentence):
            if self.grammar.imperative.match(self.text, first):
                end = self.clauses.end_of(first, last)
                found = self.clauses.task(first, end, first, None, sentence, "imperative")
                deadline = found.deadline or self.clauses.deadlines.day(first, end)
                named = self.grammar.responsible.search(self.text, first, last + _LONGEST_SIGNATURE)
                named = named if named and named.start() <= end else None
                if named and not deadline:  # «(отв. – отдел связи, срок – до 1 июня)»
                    place = named.end() + 1 + self.text.startswith(" ", named.end() + 1)
                    deadline = self.clauses.deadlines.term(place, min(len(self.text), place + _LONGEST_WORD))
                if deadline or named:
                    yield replace(found, deadline=deadline, assignee=" ".join(named["who"].split()) if named else None)

    def _beginnings(self, sentence: Sentence) -> list[int]:
        """Where a sentence begins, and where a capital does behind a colon: “objectives: By 2026, to build …”."""
        colon = self.text.find(": ", sentence.start, sentence.start + _LONGEST_OPENING)
        begun = 0 < colon < sentence.end - 2 and self.text[colon + 2].isupper()
        first = self._item(sentence)[1]
        return [first, colon + 2] if begun else [first]

    def _kept(self, sentence: Sentence) -> Iterator[Task]:
        """What the one who signs keeps for themselves: «Контроль за исполнением оставляю за собой»."""
        kept = self.grammar.kept.search(self.text, sentence.start, sentence.end)
        below = min(len(self.text), sentence.end + _LONGEST_SIGNATURE)
        signature = kept and self.grammar.signature.search(self.text, kept.end(), below)
        if kept and signature:
            who = " ".join(signature["who"].split())
            yield self.clauses.task(kept.start(), kept.end(), kept.start(), who, sentence, "kept")

    def note(self, sentence: Sentence, found: Sequence[Task]) -> bool:
        """Remember what a sentence says of those that follow: whose list it opens, and that tasks are told. Whether it
        does nothing but name whose list it is.
        """
        if self.head_end == sentence.end:
            return True
        # In a report «huyện chỉ đạo các xã …» tells what was done.
        firm = [t for t in found if t.deadline or not self.directing.first(self.lower, t.start, t.end)]
        if firm or (found and not self.reports):
            self.mood_until = found[-1].end + _LONGEST_MOOD
        elif self.announcing.first(self.lower, sentence.start, sentence.end):
            self.mood_until = sentence.end + _LONGEST_MOOD  # «đã giao nhiệm vụ cụ thể cho các sở. Trong đó, Sở Y tế …»
        elif self.over.first(self.lower, sentence.start, sentence.end):
            self.mood_until = 0  # «… đã bàn giao 25 ha»: it is told what was done
        last = found[-1] if found else None
        begun = last and last.assignee and self.text[sentence.start : sentence.end].rstrip().endswith(";")
        if last and begun and _TOLD_WITH_COLON.search(self.text, last.start, last.end):
            self.outer, self.owner, self.sure = None, last.assignee, True
            self.kind, self.paragraph = "line", sentence.paragraph
            return False
        if self._heads_tasks(sentence):
            self.told_until = sentence.end + _LONGEST_LIST
        if not self.lower[sentence.start : sentence.end].rstrip().endswith((":", "–", "-")):
            return False
        if self.opening.first(self.lower, sentence.start, sentence.end):
            self.told_until = sentence.end + _LONGEST_LIST
        opens = self._opens(sentence)  # no line of the preamble: «… решением⏎Администрации города, с целью …:»
        told = sentence.start < max(self.mood_until, self.told_until)
        owner = owner_of(self.text, sentence.start, sentence.end, self.pack, told=told) if opens else None
        aims = found and found[-1].rule.endswith(".intended")  # «Phấn đấu đến năm 2025 đạt các chỉ tiêu sau:»
        if owner or (found and found[-1].assignee and not aims):
            self.outer = (self.owner, self.sure, self.kind) if self.owner and self.kind else None
            # «Отдел представляет:⏎– заявку;»: what is handed in is no task of its own
            self.doing = owner is None and self.has_doers
            self.owner, self.sure = owner or found[-1].assignee, not self.doing
            self.kind, self.paragraph = None, sentence.paragraph
        elif opens and self.has_doers and (doer := doer_of(self.text, sentence.start, sentence.end, self.pack)):
            self.outer, self.owner, self.sure, self.kind = None, doer, False, None
            self.paragraph, self.doing = sentence.paragraph, True
        return owner is not None

    def _heads_tasks(self, sentence: Sentence) -> bool:
        """Whether a short line is a heading such as «III. TỔ CHỨC THỰC HIỆN»."""
        if sentence.end - sentence.start > _LONGEST_HEADING:
            return False
        _, start = self._item(sentence)
        hit = self.heading.at(self.lower, start, sentence.end)
        return hit is not None and "\n" in self.text[sentence.end - 1 : sentence.end + 1]

    def goes_on(self, sentence: Sentence, before: Task) -> Task | None:
        """What the one told in the sentence in front is to do, too: “They will also …”, «Trình UBND tỉnh trước …»."""
        match = self.grammar.goes_on.match(self.text, sentence.start, sentence.end)
        if not match or not before.assignee:
            return None
        sure = bool(match.groupdict().get("sure"))
        if not sure and "\n" in self.text[before.end : sentence.start]:
            return None
        end = self.clauses.end_of(sentence.start, sentence.end)
        deadline = self.clauses.deadlines.find(sentence.start, end)
        if not (deadline or sure) or self.clauses.done.first(self.lower, sentence.start, end):
            return None
        said = shortened(self.text[sentence.start : end].split())
        return Task(sentence.start, end, said, before.assignee, deadline, f"{self.pack.code}.task.goes_on")

    def directs_on(self, sentence: Sentence) -> bool:
        """«Đồng thời chỉ đạo các bệnh viện …»: the one told before, who is not named again, is to direct others."""
        match = self.grammar.goes_on.match(self.text, sentence.start, sentence.end)
        sure = match is not None and match.groupdict().get("sure")
        return bool(sure and match and self.directing.at(self.lower, match.start("sure"), match.end("sure")))

    def _headed(self, sentence: Sentence) -> Iterator[Task]:
        """A sentence whose head is the one who is to act: by its form, or by the deadline it ends with."""
        text, (first, last) = self.text, (sentence.start, sentence.end)
        tables = ("tasks.addressed", "tasks.minuted") if self.minutes else ("tasks.addressed",)
        for directive in (d for table in tables for d in directives_at(text, first, last, self.pack, table)):
            # «Правительству удалось уговорить …»: that was done
            if self.clauses.done.first(self.lower, directive.start, directive.end):
                continue
            end = self.clauses.end_of(directive.end, last)
            every = directive.any_date
            # A form that lacks its deadline leaves the sentence to the next.
            if not directive.needs_deadline or self.clauses.deadlines.find(directive.start, end, every=every):
                who = directive.who or None
                yield self.clauses.task(directive.start, end, directive.end, who, sentence, "addressed", every=every)
                break
        for start in self._heads(sentence):
            if not self.headed_due.first(self.lower, start, last):
                break
            if self._is_label(start, last):
                continue
            lead_in = self.grammar.lead_in.match(text, start, last)
            body = self.grammar.several.match(text, lead_in.end() if lead_in else start, last)
            end = self.clauses.end_of(body.end(), last) if body else start
            due = body and (self.headed_due.first(self.lower, start, end) or self.clauses.term_behind(end, sentence))
            if body and due and self.reports and not (self._tells(sentence) or start < self.mood_until):
                due = self.by_then.first(self.lower, start, end)  # in a report «trong tháng 10» says when it was
            if body and due and not self.clauses.done.first(self.lower, body.end(), end):
                yield self.clauses.task(start, end, body.end(), self.clauses.assignee(*body.span()), sentence, "headed")
            elif not body and (named := directive_at(text, start, last, self.pack, "tasks.stated")):
                end = self.clauses.end_of(named.end, last)  # a body of no list: «Các trường học … xong trước ngày 31/7»
                said = self.by_then.first(self.lower, start, end)
                if said and not self.clauses.done.first(self.lower, named.start, end):
                    yield self.clauses.task(start, end, named.end, named.who, sentence, "headed")
            elif not body and (task := self._to_be_handed_in(start, sentence)):
                yield task

    def _to_be_handed_in(self, start: int, sentence: Sentence) -> Task | None:
        """What is to be done by a day, by nobody named: «Hồ sơ gửi trước ngày 15/11/2025», «Hoàn thành kiểm kê trước
        ngày 31/5».
        """
        text, lower, last = self.text, self.lower, sentence.end
        if self.reports and not self._tells(sentence):
            return None
        if not (self.grammar.undirected.match(text, start, last) or self.grammar.acts.match(text, start, last)):
            return None
        end = self.clauses.end_of(start, last)
        clause = start > self._heads(sentence)[0]  # «…; hoàn thành trong tháng 5» is the term of what stands in front
        if self.over.first(lower, start, end) or (clause and self.clauses.deadlines.terms.at(lower, start, end)):
            return None
        due = self.by_then.first(lower, start, end)
        told = not due and self._tells(sentence)
        if not (due or (told and (self.headed_due.first(lower, start, end) or lower.startswith("; ", end)))):
            return None
        task = self.clauses.task(start, end, start, None, sentence, "undirected")
        if due:
            task = replace(task, deadline=self.clauses.deadlines.find(due.start, end))
        return task if task.deadline else None

    def _tells(self, sentence: Sentence) -> bool:
        """Whether tasks are told here: behind a line such as “it was decided:”, or in a section of aims."""
        section = self.sections.at(sentence.start)
        return sentence.start < self.told_until or (section is not None and section.target)

    def _heads(self, sentence: Sentence) -> list[int]:
        """Where the sentence and its clauses begin, behind the mark of an item."""
        bullet = _BULLET.match(self.text, sentence.start, sentence.end)
        starts = [bullet.end() if bullet else sentence.start]
        return starts + [m.end() for m in _NEXT_CLAUSE.finditer(self.text, sentence.start, sentence.end)]

    def _stated(self, sentence: Sentence) -> Iterator[Task]:
        """In a decision, or right behind what was told, that somebody does something says that they are to do it."""
        telling = self.decreed or sentence.start < max(self.mood_until, self.told_until)
        colon = self.text.find(":", sentence.start, sentence.start + _LONGEST_OPENING)
        told = colon > 0 and self.opening.ending(self.lower, max(sentence.start, colon - _LONGEST_WORD), colon)
        # «Chủ tịch yêu cầu A làm đường; B bàn giao mặt bằng»: behind an order the next clause is one, too
        ended = self.text.find(";", sentence.start, sentence.end)
        ordered = ended > 0 and self.opening.first(self.lower, sentence.start, ended) is not None
        ordered = ordered and self.grammar.told.search(self.text, sentence.start, ended) is not None
        ordered = ordered and not self.over.first(self.lower, sentence.start, ended)
        telling = telling and self._opens(sentence)
        if not (telling or told or ordered):
            return
        floor = 0 if telling else colon if told else ended
        for start in self._heads(sentence):
            if start < floor or self._is_label(start, sentence.end):  # «Chủ tịch yêu cầu: Sở Y tế …; các bệnh viện …»
                continue
            stated = directive_at(self.text, start, sentence.end, self.pack, "tasks.stated")
            if not stated:
                continue
            formula = self.formula.at(self.lower, stated.end, sentence.end)
            if formula and self.lower[sentence.start : sentence.end].rstrip().endswith(":"):
                continue  # «UBND tỉnh ban hành Kế hoạch … với các nội dung sau:»: that is the plan itself
            end = self.clauses.end_of(stated.end, sentence.end)
            if not self.clauses.done.first(self.lower, stated.start, end):
                yield self.clauses.task(stated.start, end, stated.end, stated.who, sentence, "stated")

    def _item(self, sentence: Sentence) -> tuple[re.Match[str] | None, int]:
        """The mark of the item that a sentence opens, and where its words begin."""
        marker = _ITEM.match(self.text, sentence.start, sentence.end)
        if marker:
            return marker, marker.end()
        # “2.” may have ended as a sentence of its own
        line = self.text.rfind("\n", max(0, sentence.start - _LONGEST_MARKER), sentence.start) + 1
        return _ITEM.fullmatch(self.text, line, sentence.start), sentence.start

    def _opens(self, sentence: Sentence) -> bool:
        """Whether a sentence begins where one ended, and not a line that a layout broke."""
        before = self.text[max(0, sentence.start - _LONGEST_MARKER) : sentence.start]
        return before.rstrip(" \t")[-2:] == "\n\n" or before.rstrip()[-1:] in _CLOSED

    def _is_label(self, start: int, last: int) -> bool:
        """«- Đơn vị chủ trì: Sở Tư pháp»: nobody that is told, but what says who is."""
        hits = (cues.at(self.lower, start, last) for cues in self.labels)
        return any(hit and self.text.startswith(":", hit.end) for hit in hits)

    def _acts_below(self, sentence: Sentence) -> bool:
        """Whether the line behind a heading is an item that opens with a deed, in a text that reports on no work."""
        below = self.text.find("\n", sentence.end - 1, sentence.end + 1) + 1
        item = _ITEM.match(self.text, below) if below else None
        place = item.end() if item else below
        return below > 0 and not self.reports and self.grammar.acts.match(self.text, place) is not None

    def _is_own_item(self, sentence: Sentence, marker: re.Match[str] | None) -> bool:
        """Whether a sentence opens an item of the owner's list; where the list has ended, that is forgotten."""
        below = marker is None and 0 <= sentence.start - self.head_end <= 1  # «2. Sở Tài chính⏎Bố trí kinh phí …»
        if self.owner and below:
            self.paragraph, self.kind = sentence.paragraph, "mark0"
            return True
        if self.owner is None or sentence.paragraph == self.paragraph or not (marker or self._opens(sentence)):
            return False
        self.paragraph = sentence.paragraph
        kind: str | None = _kind(marker) if marker else "line"
        if marker is None and not ((self.sure or self.doing) and self.text[sentence.start].islower()):
            kind = None
        if kind is None or kind != (self.kind or kind):
            # behind “(a) …” and “(b) …” of an inner list “(3) …” goes on with the outer one
            resumed = self.outer if self.outer and self.outer[2] == kind else (None, False, None)
            (self.owner, self.sure, self.kind), self.outer = resumed, None
            return self.owner is not None
        self.kind = kind
        return True

    def _listed(self, sentence: Sentence) -> Iterator[Task]:
        """A body at the head of an item, and what it is to do: «2. Cục Thuế tỉnh: Tăng cường …»."""
        marker, start = self._item(sentence)
        last = sentence.end
        if start >= last:
            return  # “2.” ended as a sentence of its own
        if self._is_label(start, last):
            return
        telling = sentence.start < self.told_until
        short = marker is not None and last - start < _LONGEST_HEADING
        if short and (telling or self._acts_below(sentence)):  # «1. Phòng Tài chính⏎– Tham mưu …»
            heading = owner_of(self.text, start, last, self.pack, heading=True)
            if heading:
                self.owner, self.sure, self.kind, self.paragraph = heading, True, None, sentence.paragraph
                self.head_end = sentence.end
                return
        body = self.grammar.several.match(self.text, start, last)
        own = self._is_own_item(sentence, marker)
        acts = (self.doings if self.doing else self.grammar.acts).match(self.text, start, last)
        if own and not (body and not self.sure) and (acts or self.sure):
            end = self.clauses.end_of(start, last)
            if end - start >= _SHORTEST_ITEM and not self.received.at(self.lower, start, end):
                self.owns = self.sure and not self.passing_on.at(self.lower, start, end)
                yield self.clauses.task(start, end, start, self.owner, sentence, "listed")
            return
        if body and self.text[body.end() : last].strip() == ":":
            self.owner, self.sure, self.kind = self.clauses.assignee(*body.span()), False, None
            self.paragraph = sentence.paragraph
        action = body and self.grammar.action.match(self.text, body.end(), last)
        if not body or not action:
            return
        headed = action["colon"] and (marker or self.text[start - 1 : start] in ("", "\n"))
        if self._tells(sentence) or (headed and not self.clauses.done.first(self.lower, body.end(), last)):
            end = self.clauses.end_of(action.end(), last)
            yield self.clauses.task(start, end, body.end(), self.clauses.assignee(*body.span()), sentence, "listed")
