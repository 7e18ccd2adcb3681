"""The status of figures in tasks, and in lists under a head that says what is planned or expected."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tongket.reading.amounts import Place, Quantity
from tongket.reading.claims import Status
from tongket.reading.segments import Sentence
from tongket.reading.statuses import Statuses


class ListedStatuses(Statuses):
    """Finds in one text what its tasks and its lists say of their figures."""

    ordered: Sequence[Place] = ()  # where the tasks of the text are told

    def status_in_task(self, quantity: Quantity, status: Status) -> Status:
        """«МУП «Теплосеть» создать запас в 12 тыс. тонн»: what a task is about is still to be done, unless its sentence
        says that it was.
        """
        if status != "actual" or not self.tasks_aim:
            return status
        index = bisect_right(self.ordered, (quantity.start, quantity.end)) - 1
        if index < 0 or quantity.end > self.ordered[index][1]:
            return status
        done = self.closings.says_reached(self.ordered[index][0], quantity.start)
        return status if done or self.closings.is_over(self.ordered[index][0], quantity.start) else "target"

    def status_under(self, head: Place | None, sentence: Sentence, quantity: Quantity, status: Status) -> Status:
        """«В 2024 году планируется:⏎- построить 3 школы;»: the status of an item that says none itself."""
        if head is None or self.closings.is_over(head[0], head[1]):
            return status
        if status == "target" and self._expecting(*head) and not self.aims(sentence.start, sentence.end):
            return "estimate"  # «Прогнозируются:⏎уровень занятости к 2020 году – не менее 65 %;»
        if status != "actual":
            return status
        section = self.sections.at(sentence.start)
        if section and section.beside_plans:
            return status  # “Targets:⏎- Output grew by 4 % (the plan: 8 %)”: what was reached, with its plan
        if self.list_head_over.first(self.lower, head[0], head[1]):
            return status
        if self.closings.says_reached(sentence.start, quantity.start):
            return status
        if self._expecting(*head):
            return "estimate"
        return "target" if self.aims(*head) else status
