"""Tasks: directives, requests and planned actions that name who is to act, or by when.

The frames: somebody is told (“instructed the Department of X to …”), somebody must (“districts must …”), something
must be done by somebody (passive), an intention with a date (“by 2030 the province will …”), a body at the head of
an item of a list of tasks, and a row of a table of tasks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tongket.reading.areas import Areas
from tongket.reading.deadlines import Deadlines
from tongket.reading.listed_tasks import ListedTasks
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Cues
from tongket.reading.sections import Sections
from tongket.reading.segments import Segments
from tongket.reading.spoken_tasks import SpokenTasks
from tongket.reading.task_clauses import Clauses, Task, shortened
from tongket.reading.task_tables import TaskRow, task_cards, task_rows

_NEAR = 6
_CLOSING = ".:;!?…"
_SHORTEST_ACTION = 5


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
    sections = Sections(lower, pack, [period.with_year(year) for period in periods], ())
    deadlines = Deadlines(text, lower, pack, periods, sections, year, dated=dated)
    clauses = Clauses(text, lower, pack, areas, deadlines)
    spoken, listed = SpokenTasks(clauses), ListedTasks(clauses, sections)
    rows = [_row(row, clauses) for row in (*task_rows(lower, pack), *task_cards(lower, pack))]
    opens = pack.cues("tasks.opens")
    tasks: list[Task] = []
    told = 0  # where the sentence of the last task ends
    headline = _end_of_headline(text)
    for sentence in segments.sentences:
        near = tasks and sentence.start - max(told, tasks[-1].end) < _NEAR
        if near and not tasks[-1].deadline and (term := deadlines.term(sentence.start, sentence.end)):
            tasks[-1] = replace(tasks[-1], deadline=term)
            continue
        if near and clauses.grammar.responsible.match(text, sentence.start, sentence.end + 1):
            told = sentence.end  # «… Ответственный – Орлов К. В. Срок – до 1 мая.»
            continue
        own = list(listed.tasks(sentence))
        # An item of somebody's list is theirs, whomever it names: «Văn phòng: – Đôn đốc các đơn vị báo cáo».
        others = (task for task in spoken.tasks(sentence) if not (listed.owns and task.start < own[0].end))
        kept = _directed(_apart([*others, *own]))
        unled = all(task.rule.endswith(".undirected") for task in kept)
        if near and (unled or listed.directs_on(sentence)) and (more := listed.goes_on(sentence, tasks[-1])):
            kept = [more]
            if not tasks[-1].deadline and (due := clauses.reported(more.start, more.end)):
                tasks[-1] = replace(tasks[-1], deadline=due)
        if near and (text[sentence.start].isalpha() or "\n" not in text[tasks[-1].end : sentence.start]):
            kept = [_of_the_same(task, tasks[-1], pack) for task in kept]
        headed = listed.note(sentence, kept)
        kept = [
            task
            for task in kept
            if not headed and ((listed.doing and task.deadline) or not _only_opens(task, lower, sentence.end, opens))
        ]
        kept = _apart(kept + [more for task in kept for more in clauses.following(task, sentence)])
        kept = [task for task in kept if task.end > headline]  # «Phấn đấu thu 9 tỷ đồng», told again below
        tasks += sorted(kept, key=lambda task: task.start)
        told = sentence.end if kept else told
    tasks = [task for task in tasks if all(task.end <= row.start or task.start >= row.end for row in rows)]
    return sorted((*tasks, *rows), key=lambda task: task.start)


def _end_of_headline(text: str) -> int:
    """Where the first line ends that no mark closes and under which the text stands; 0 where it has none."""
    head, _, body = text.partition("\n")
    return len(head) if body.strip() and head.rstrip()[-1:] not in _CLOSING else 0


def _apart(found: Iterable[Task]) -> list[Task]:
    """Of tasks that overlap the one with an assignee, then the earlier."""
    kept: list[Task] = []
    for task in sorted(found, key=lambda task: (task.assignee is None, task.start, task.end)):
        if task.end > task.start and all(task.end <= k.start or task.start >= k.end for k in kept):
            kept.append(task)
    return kept


def _of_the_same(task: Task, before: Task, pack: LanguagePack) -> Task:
    """«Отделу ЖКХ подготовить котельные. Сведения представить до 1 мая»: what nobody is named for is theirs, too, and
    “the department” is the one told before.
    """
    rules = (".imperative", ".ordered") if pack.get("tasks.bodies_inflect", False) else (".imperative",)
    if task.assignee is None:
        return replace(task, assignee=before.assignee) if task.rule.endswith(rules) else task
    short = task.assignee.lower()
    named = short in pack.phrases("tasks.same") and short.removeprefix("the ") in (before.assignee or "").lower()
    return replace(task, assignee=before.assignee) if named else task


def _directed(found: Sequence[Task]) -> list[Task]:
    """The tasks without those for nobody, where somebody was told in the same sentence: that clause is theirs."""
    named = any(task.assignee for task in found)
    return [task for task in found if task.assignee or not (named and task.rule.endswith(".undirected"))]


def _only_opens(task: Task, lower: str, limit: int, opening: Cues) -> bool:
    """Whether a task says no more than who is told in the list below: “The Secretary is instructed to:”."""
    opens = lower[task.start : limit].rstrip().endswith((":", "–", "-"))
    short = len(task.action.strip(" :–-").split()) < _SHORTEST_ACTION
    empty = short or opening.first(lower, task.start, limit) is not None
    return opens and task.end >= limit - _NEAR and empty


def _row(row: TaskRow, clauses: Clauses) -> Task:
    """A row of a table of tasks, whose deadline is a date or an event in its column."""
    what, who, due = (row.cells.get(name) for name in ("what", "who", "due"))
    text = clauses.text
    deadline = None
    if due:
        deadline = clauses.deadlines.find(*due, every=True) or text[slice(*due)]
    action = shortened(text[slice(*what)].split()) if what else ""
    assignee = text[slice(*who)].rstrip(" .;,") if who else None
    return Task(row.start, row.end, action, assignee, deadline, f"{clauses.pack.code}.task.row")
