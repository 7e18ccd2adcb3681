"""What is made in the database by much work, made once in a process: afterwards its rows are put back as they were."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

from django.apps import apps
from django.db.models import Model

Given = ParamSpec("Given")
Made = TypeVar("Made")
Rows = dict[tuple[str, object], Model]


class Kept(Generic[Given, Made]):
    """A function that adds rows to the database and returns what it made.

    Where the database is as it was when the function was called before, its rows are put back, and an equal copy of
    what it made is returned, of which nothing is shared; anywhere else it is called. It has to be called with the same.
    """

    def __init__(self, make: Callable[Given, Made]) -> None:
        self._make = make
        self._kept: dict[str, bytes] = {}

    def __call__(self, *args: Given.args, **kwargs: Given.kwargs) -> Made:
        """Make it, or put it back."""
        before = _said(_rows())
        state = repr(before)
        if state not in self._kept:
            made = self._make(*args, **kwargs)
            rows = _rows()
            assert before.items() <= _said(rows).items(), "rows that stood before are not as they were"
            self._kept[state] = pickle.dumps((made, [row for key, row in rows.items() if key not in before]))
            return made
        again: Made
        again, added = pickle.loads(self._kept[state])  # noqa: S301 - our own
        by_model: dict[type[Model], list[Model]] = defaultdict(list)
        for row in added:
            by_model[type(row)].append(row)
        for model, instances in by_model.items():
            model._base_manager.bulk_create(instances)
        return again


def _rows() -> Rows:
    """Every row that there is, by its table and key."""
    models = apps.get_models(include_auto_created=True)
    return {(model._meta.db_table, row.pk): row for model in models for row in model._base_manager.order_by("pk")}


def _said(rows: Rows) -> dict[tuple[str, object], str]:
    """What each row holds."""
    return {key: repr([getattr(row, f.attname) for f in row._meta.concrete_fields]) for key, row in rows.items()}
