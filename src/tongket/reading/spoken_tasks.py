"""Tasks told by a verb: somebody is told or must, something must be done by somebody, or is intended by a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.reading.deadlines import is_of_years
from tongket.reading.directives import Directive, addressee, directive_at, directives_at
from tongket.reading.phrases import Cues, Hit
from tongket.reading.segments import Sentence
from tongket.reading.task_clauses import Clauses, Task

_PERCENT = re.compile(r"\d\s?(?:%|per ?cent|процент)|(?:Rs|₹|\$|£)\s?\d|\d(?: \w+)? (?:tỷ đồng|млрд|млн)")
_BEHIND_PAST, _IN_FRONT_OF_PURPOSE, _BEHIND_ESSENCE, _LONGEST_JOIN = 32, 30, 60, 24
_LONGEST_LEAD, _LONGEST_ACTOR, _LONGEST_OUTLOOK = 80, 120, 1500
_NEAR_DEED, _LONGEST_BACK, _LONGEST_PLANNER = 40, 400, 8
_YEAR = re.compile(r"\d{4}")
_BULLET = re.compile(r"\s{0,3}[-–—•*·]\s{0,3}")


class SpokenTasks:
    """Finds the verbs that set tasks."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.text, self.lower, self.pack = clauses.text, clauses.lower, clauses.pack
        self.grammar = clauses.grammar
        self.past = self.pack.cues("tasks.past")
        self.unordered = self.pack.cues("tasks.unordered")
        self.being = self.pack.cues("tasks.being")
        self.about = self.pack.cues("tasks.about")
        self.issuing = self.pack.cues("tasks.issuing")
        self.bygone = self.pack.cues("tasks.bygone")
        self.forcing = self.pack.cues("tasks.forcing")
        self.forced = self.pack.cues("tasks.forced")
        self.setting = self.pack.cues("tasks.setting")
        self._ahead_until = 0
        self.directing = self.pack.cues("tasks.directing")
        self.superiors = self.pack.cues("tasks.superiors")
        self.purposes = self.pack.cues("tasks.purposes")
        self.places = self.pack.cues("tasks.places")
        self.who_strives = bool(self.pack.get("tasks.who_strives", False))
        self.ahead = self.pack.cues("tasks.ahead")
        self.year_ahead = self.pack.cues("tasks.year_ahead")
        self.essences = self.pack.cues("tasks.essences")
        self.outcomes = self.pack.cues("tasks.outcomes")
        self.nominal = frozenset(self.pack.phrases("tasks.nominal"))
        self.agents = frozenset(self.pack.get("tasks.nouns.agent", []))
        self.joined = self.pack.cues("tasks.joined")
        self.deeds = self.pack.cues("tasks.deeds")
        self.planning = self.pack.cues("tasks.planning")
        self.pronouns = frozenset(self.pack.phrases("tasks.pronouns"))
        nouns = "|".join(re.escape(noun) for noun in sorted(self.agents, key=len, reverse=True)) or "(?!)"
        self.several_agents = re.compile(rf"(?<!\w)(?:(?:[A-Z][\w’'&-]{{0,24}}|{nouns}) ){{0,4}}(?i:{nouns})(?!\w)")
        self.entrusted = self.pack.cues("tasks.entrusted")

    def tasks(self, sentence: Sentence) -> Iterator[Task]:
        """All tasks of a sentence that a verb sets, be it that they overlap."""
        ahead = self.ahead.first(self.lower, sentence.start, min(sentence.end, sentence.start + _LONGEST_LEAD))
        if ahead and self.setting.first(self.lower, ahead.end, sentence.end):
            self._ahead_until = sentence.end + _LONGEST_OUTLOOK
        # Most sentences have no such verb: one look for them all saves six.
        if self.grammar.verbs.search(self.lower, sentence.start, sentence.end):
            yield from self._told(sentence)
            yield from self._duties(sentence)
            yield from self._ordered(sentence)
            yield from self._dated(sentence)
            yield from self._coming(sentence, ahead or self._year_ahead(sentence))

    def _told(self, sentence: Sentence) -> Iterator[Task]:
        """“instructed the Department of X to …”"""
        first, last = sentence.start, sentence.end
        for match in self.grammar.told.finditer(self.text, first, last):
            if self._is_told_of(self.past, match.start(), first):
                continue
            if self.entrusted.at(self.lower, match.start("who"), last):
                continue  # «поручить организацию исполнения заместителю главы»: it is no organisation that is told
            if self.about.at(self.lower, match.end() + 1, last):
                continue  # «văn bản chỉ đạo các sở về đẩy nhanh giải ngân»: what a document is about
            start = self.clauses.lead(match.start(), sentence)
            # “asks the province to direct Department X to …”: it is for Department X to act.
            passed_on = self.grammar.told.match(self.text, match.end() + 1, last)
            ordered = directive_at(self.text, match.start(), last, self.pack, "tasks.ordered")
            if passed_on and self._answers(match):
                passed_on = None
            end = self._end_of(max(match.end(), ordered.end if ordered and not passed_on else 0), last)
            who = self.clauses.assignee(*(passed_on or match).span("who"))
            if ordered and not passed_on and len(ordered.who) > len(who) and not self.clauses.inflected:
                who = ordered.who
            yield self.clauses.task(start, end, match.end(), who, sentence, "told")

    def _is_told_of(self, cues: Cues, place: int, first: int) -> bool:
        """«các văn bản yêu cầu …» only speaks of an order, «vừa có văn bản yêu cầu các sở …» gives it."""
        if self.issuing.ending(self.lower, max(first, place - 2 * _BEHIND_PAST), place):
            return False
        return cues.ending(self.lower, max(first, place - _BEHIND_PAST), place) is not None

    def _answers(self, match: re.Match[str]) -> bool:
        """«yêu cầu UBND các xã chỉ đạo các thôn …» is for whom is asked, «đề nghị UBND tỉnh chỉ đạo Sở …» not."""
        directing = self.directing.at(self.lower, match.end() + 1, match.end() + _IN_FRONT_OF_PURPOSE)
        return directing is not None and self.superiors.at(self.lower, match.start("who"), match.end("who") + 1) is None

    def _directs(self, sentence: Sentence, place: int) -> str | None:
        """Who opens a clause and, being no superior, directs others: «Sở Y tế chỉ đạo các bệnh viện …»."""
        if self.directing.at(self.lower, place, place + _IN_FRONT_OF_PURPOSE) is None:
            return None
        start = max(sentence.start, self.text.rfind(";", sentence.start, place) + 1)
        start += len(self.text[start:place]) - len(self.text[start:place].lstrip())
        actor = directive_at(self.text, start, place + _IN_FRONT_OF_PURPOSE, self.pack, "tasks.stated")
        if actor is None or actor.end != place or self.superiors.at(self.lower, start, place):
            return None
        return actor.who

    def _duties(self, sentence: Sentence) -> Iterator[Task]:
        """“districts must …”, “… must be carried out by districts”"""
        first, last = sentence.start, sentence.end
        grammar, text = self.grammar, self.text
        passive = list(grammar.passive.finditer(text, first, last))
        said_of_things = {match.start("verb") for match in passive}
        # A body named whole at the head is told more surely than by a part of its name.
        headed = directive_at(text, first, last, self.pack) if grammar.duty.search(text, first, last) else None
        # The verb is found much faster than whoever may stand in front of it.
        for match in grammar.must.finditer(text, first, last) if grammar.duty.search(text, first, last) else ():
            aside = match["gap"].endswith(",")  # “, according to their duties and functions,”
            acts_not = not aside and self.purposes.first(self.lower, *match.span("gap"))
            if match.start("verb") in said_of_things or acts_not:
                continue  # “the organisation of congresses must be carried out by …”: what stands in front acts not
            if headed and headed.start < match.start("who") < headed.end and not headed.needs_deadline:
                continue  # «Управлению дорог администрации города поручено …»
            if self.about.ending(self.lower, first, match.start("verb") - 1):
                continue  # «Công điện của UBND tỉnh về khẩn trương ứng phó»: what a document is about
            if self.being.at(self.lower, match.end() + 1, last) or self._was_forced(match, sentence):
                continue  # “the council shall be composed of …”
            if self.essences.ending(self.lower, max(first, match.start() - _BEHIND_ESSENCE), match.start()):
                continue  # “the policy of the government is to …”
            ordered = directive_at(text, match.start("verb"), last, self.pack, "tasks.ordered")
            if ordered and ordered.who:
                continue  # «свести предложения министерств поручено отделу»: whom it is told stands behind
            end = self.clauses.end_of(match.end(), last)
            start = self.clauses.lead(match.start(), sentence)
            # “in the reform of units, the district must …”: who stands right in front of the verb
            nearer = list(grammar.several.finditer(text, *match.span("gap")))
            who = self.clauses.assignee(*(nearer[-1].span() if nearer else match.span("who")))
            # “the city manager shall”: not the city
            gap = match["gap"].split()
            if gap and not nearer and gap[-1] in self.agents:
                who = " ".join(text[match.start("who") : match.end("gap")].split())
            # «Huyện phấn đấu năm 2026 thu 500 tỷ đồng»: every date in what is striven for is its deadline
            strives = self.grammar.striving.fullmatch(match["verb"]) is not None
            yield self.clauses.task(start, end, match.end(), who, sentence, "must", every=strives)
        for match in passive:
            start = max(first, text.rfind(", ", first, match.start()) + 1)
            end = self.clauses.end_of(match.end(), last)
            who = self.clauses.assignee(*match.span("who"))
            yield self.clauses.task(start, end, start, who, sentence, "passive")

    def _was_forced(self, match: re.Match[str], sentence: Sentence) -> bool:
        """«Trước đó, huyện phải dừng hai dự án», «… phải đóng cửa do dịch bệnh»: what somebody had to do is told."""
        if self.bygone.first(self.lower, sentence.start, match.end()):
            return True
        end = self.clauses.end_of(match.end(), sentence.end)
        if not self.forcing.at(self.lower, match.start("verb"), match.end("verb") + 1):
            return False
        return self.forced.first(self.lower, match.end("verb"), end) is not None

    def _ordered(self, sentence: Sentence) -> Iterator[Task]:
        """An order in the middle of a sentence, to whom its form tells: “has instructed clerks to …”."""
        text, (first, last) = self.text, (sentence.start, sentence.end)
        for match in self.grammar.orders.finditer(self.lower, first, last):
            if self._is_told_of(self.unordered, match.start(), first):
                continue
            for directive in directives_at(text, match.start(), last, self.pack, "tasks.ordered"):
                if task := self._order(directive, match.start(), sentence):
                    yield task
                    break

    def _end_of(self, start: int, limit: int) -> int:
        """The end of a clause, or where the next order is joined to it: “asked A to …, and directed B to …”."""
        end = self.clauses.end_of(start, limit)
        for order in self.grammar.orders.finditer(self.lower, start, end):
            joined = self.joined.ending(self.lower, max(start, order.start() - _LONGEST_JOIN), order.start())
            if not joined:
                continue
            for directive in directives_at(self.text, order.start(), limit, self.pack, "tasks.ordered"):
                every, find = directive.any_date, self.clauses.deadlines.find
                if directive.who or not directive.needs_deadline or find(directive.end, limit, every=every):
                    return start + len(self.text[start : joined.start].rstrip(" ,"))
        return end

    def _order(self, directive: Directive, at: int, sentence: Sentence) -> Task | None:
        """The task of an order in a form, if it has the deadline that its form needs."""
        text, (first, last) = self.text, (sentence.start, sentence.end)
        end = self._end_of(directive.end, last)
        start = self.clauses.lead(at, sentence)
        every, find = directive.any_date, self.clauses.deadlines.find
        if directive.needs_deadline and not find(at, end, every=every):
            # «Отчёт в срок до 25 июня направляется в комиссию»: the date stands in front
            start = max(first, *(text.rfind(mark, first, at) + 1 for mark in ";:"))
            start += len(text[start:end]) - len(text[start:end].lstrip())
            if not find(start, end, every=every):
                return None
        if directive.needs_deadline and self._in_event(at, first, end):
            return None
        who = self._directs(sentence, at) or directive.who or self._agent(start, end)
        if directive.who in self.pronouns:
            who = self._antecedent(at, first)
        action = directive.end if directive.end < end else start
        return self.clauses.task(start, end, action, who, sentence, "ordered", every=every)

    def _antecedent(self, at: int, first: int) -> str | None:
        """Whom “directed them to …” means: those named in the sentence, or last in front of it."""
        floor = max(0, first - _LONGEST_BACK)
        within = [m.group() for m in self.several_agents.finditer(self.text, first, at) if m.group()[-1] in "sf"]
        before = [m.group() for m in self.several_agents.finditer(self.text, floor, first) if m.group()[-1] in "sf"]
        return within[0] if within else before[-1] if before else None

    def _in_event(self, place: int, start: int, end: int) -> bool:
        """Whether a verb belongs to an event that stands for a date: “a day before the budget is to be presented”."""
        event = self.clauses.deadlines.event.search(self.text, start, end)
        return event is not None and event.start() < place < event.end()

    def _agent(self, start: int, end: int) -> str | None:
        """By whom something is to be done, or who is named at the head of the clause."""
        agent = self.grammar.agent.search(self.text, start, end)
        if agent:
            return addressee(agent.group(), self.pack)
        actor = directive_at(self.text, start, end, self.pack, "tasks.heads")
        return actor.who or None if actor else None

    def _dated(self, sentence: Sentence) -> Iterator[Task]:
        """An intention with a date: “by 2030 the province will …”, «ввод моста планируется в 2027 году»."""
        text, (first, last) = self.text, (sentence.start, sentence.end)
        grammar = self.grammar
        matches = [(m, True, False) for m in grammar.striving.finditer(text, first, last)]
        matches += [(m, False, False) for m in grammar.intended.finditer(text, first, last)]
        matches += [(m, True, True) for m in grammar.planned.finditer(text, first, last)]
        for match, every, figureless in matches:
            near = max(first, match.start() - _IN_FRONT_OF_PURPOSE)
            if self.purposes.ending(self.lower, near, match.start()) or self.being.at(
                self.lower, match.end() + 1, last
            ):
                continue
            if not every and self.outcomes.at(self.lower, match.end() + 1, last):
                continue  # “investment will rise by 2030”
            before = text[first : match.start()].split()[-1:]
            noun = before and before[0].islower() and before[0] not in self.agents
            if noun and match.group().lower() in self.nominal and not self._is_body_before(match.start(), first):
                continue  # “development plans to inform the budget”
            start = max(first, max(text.rfind(mark, first, match.start()) + 1 for mark in ";:"))
            end = self.clauses.end_of(match.end(), last)
            find = self.clauses.deadlines.find
            strives = every and not figureless and self.who_strives
            deed = figureless and self.deeds.first(self.lower, match.start(), min(end, match.end() + _NEAR_DEED))
            if figureless:  # «На 2027 год планируется …» is of a year, «планируется в 2027 году» of an end
                deadline = find(match.end(), end, every=True) or find(start, match.start(), every=bool(deed))
            else:
                deadline = find(start, end, every=every, verb=match.start())
            if deadline and self._in_event(match.start(), start, end):
                continue
            actor = self._who_intends(start, match, figureless=figureless) if deadline else None
            if deadline and strives and not actor:  # “The policy aims for 95 % by 2028”: for nobody
                every = False
                deadline = find(start, end, verb=match.start())
            told_by_figure = figureless or (deadline is not None and not every and is_of_years(deadline))
            if deed:  # «В 2027 году планируется открыть 5 школ за 3 млрд рублей»
                told_by_figure = False
            if deadline and told_by_figure and _PERCENT.search(text, start if figureless else match.end(), end):
                continue  # “aims to raise coverage to 95 % by 2030”: a target, told by its figure
            if deadline:
                start += len(text[start:end]) - len(text[start:end].lstrip())
                if not actor and self._is_term(start, end, sentence):
                    continue
                if figureless:
                    who = actor or self._planner(start, match)
                else:
                    who = actor or (self._strives(match.end(), end) if every else None)
                    who = who or self.clauses.areas.of(start, end)
                yield self.clauses.task(start, end, match.start(), who, sentence, "intended", every=every)
                return

    def _is_body_before(self, place: int, first: int) -> bool:
        """“The province plans to …”: who plans stands right in front, and “plans” is no noun."""
        start = max(first, place - _LONGEST_ACTOR)
        return any(body.end() + 1 == place for body in self.grammar.several.finditer(self.text, start, place))

    def _who_intends(self, start: int, verb: re.Match[str], *, figureless: bool) -> str | None:
        """The body or name in front of an intention: “By 2030, Mirava strives to have 12 parks”."""
        comma = max(start, self.text.rfind(",", start, verb.start()) + 1)
        place = self.places.last(self.lower, start, verb.start())
        if place and (who := self._named(place.end, verb.start())):
            return who  # “the coastal province of Velin aims to …”
        actor = self._actor(start, verb.start()) or self._named(start, verb.start())
        return actor or (None if figureless else self._named(comma, verb.start()))

    def _is_term(self, start: int, end: int, sentence: Sentence) -> bool:
        """«Giao Sở Y tế rà soát; hoàn thành trước ngày 5/6»: the clause only says by when the one told is to act."""
        if start <= sentence.start or not self.grammar.told.search(self.text, sentence.start, start):
            return False
        clauses = self.clauses
        return (
            clauses.deadlines.terms.at(self.lower, start, end) or clauses.reporting.at(self.lower, start, end)
        ) is not None

    def _coming(self, sentence: Sentence, ahead: Hit | None) -> Iterator[Task]:
        """What somebody goes on with in the time ahead: «Thời gian tới, huyện tiếp tục …», “From now on X will …”; also
        in the sentences behind «Từ nay đến cuối năm, tỉnh xác định nhiều nhiệm vụ trọng tâm.»
        """
        if not ahead and not sentence.start < self._ahead_until:
            return
        place = ahead.end if ahead else sentence.start
        verb = self.grammar.going_on.search(self.text, place, sentence.end)
        actor = self._actor(place, verb.start()) if verb else None
        if verb and ahead and not actor:
            actor = self._named(max(place, self.text.rfind(",", place, verb.start()) + 1), verb.start())
        if not ahead and self.clauses.done.first(self.lower, place, sentence.end):
            return
        if verb and actor and verb.start() - place < _LONGEST_ACTOR:
            end = self.clauses.end_of(verb.end(), sentence.end)
            yield self.clauses.task(sentence.start, end, verb.start(), actor, sentence, "coming", every=True)

    def _year_ahead(self, sentence: Sentence) -> Hit | None:
        """«Năm 2026, huyện tập trung …», in a text of 2025."""
        now = self.clauses.deadlines.year_of_text
        hit = self.year_ahead.at(self.lower, sentence.start, sentence.start + _LONGEST_LEAD) if now else None
        year = _YEAR.search(self.lower, hit.start, hit.end) if hit else None
        return hit if year and now and int(year.group()) > now else None

    def _actor(self, start: int, end: int) -> str | None:
        """The last body named in front of an intention."""
        named = list(self.grammar.several.finditer(self.text, start, end))
        return self.clauses.assignee(*named[-1].span()) or None if named else None

    def _planner(self, start: int, verb: re.Match[str]) -> str | None:
        """Whoever stands in front of “plans” in the active: «ОГКУ «Автодор» планирует построить …»."""
        if self.planning.at(self.lower, verb.start(), verb.end() + 1) is None:
            return None
        opening = _BULLET.match(self.text, start, verb.start())
        said = self.text[opening.end() if opening else start : verb.start()].strip()
        short = said and said[0].isalnum() | (said[0] in '«“"') and len(said.split()) <= _LONGEST_PLANNER
        return said if short and "," not in said and not _YEAR.search(said) else None

    def _strives(self, start: int, end: int) -> str | None:
        """Who is named right behind a striving and its date: «Phấn đấu đến năm 2030 xã Tân An đạt chuẩn …»."""
        named = self.grammar.several.search(self.text, start, min(end, start + _LONGEST_ACTOR // 2))
        return self.clauses.assignee(*named.span()) or None if named else None

    def _named(self, start: int, end: int) -> str | None:
        """Who is named by capitals, and nothing else, between two places."""
        named = self.grammar.named.fullmatch(self.text, start, end)
        if named is None or self.deeds.at(self.lower, start, end):
            return None
        return addressee(named["who"], self.pack) if self.clauses.inflected else named["who"]
