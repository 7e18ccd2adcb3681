"""Promises, each with the place that states it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.catalogue.models import Indicator
from tongket.documents.models import Document
from tongket.ledger.models import Evidence, Observation
from tongket.units.models import Unit


class Resolution(models.Model):
    """A document by which a unit resolves what it will do in a period."""

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="resolution")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    period = models.CharField(max_length=32)
    titles = models.JSONField()

    class Meta:
        ordering: ClassVar = ["period", "pk"]

    def __str__(self) -> str:
        return str(self.document)


class Outcome(models.TextChoices):
    """What a source says of a promise."""

    OPEN = "open"
    MET = "met"
    MET_EARLY = "met_early"


class Target(models.Model):
    """A promised value by the end of a period.

    ``observation`` holds the value; null when a source speaks of the target without giving it.
    ``resolution`` is null when the source does not say where it was resolved.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    period = models.CharField(max_length=32, blank=True)
    observation = models.OneToOneField(Observation, null=True, on_delete=models.PROTECT, related_name="target")
    resolution = models.ForeignKey(Resolution, null=True, on_delete=models.PROTECT, related_name="targets")
    resolution_as_cited = models.TextField(blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome.choices, default=Outcome.OPEN)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="targets")

    class Meta:
        ordering: ClassVar = ["period", "indicator"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "evidence"], name="target_evidence"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.period}"


class Task(models.Model):
    """A promised deed as a document states it: the action, who answers for it, until when.

    ``assignee`` and ``deadline`` are the words of the document, empty where it says nothing. ``due`` is a
    period code (or a day) where the words fix one; "right after Tet" stays words.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    period = models.CharField(max_length=32)
    action = models.TextField()
    assignee = models.TextField(blank=True)
    deadline = models.TextField(blank=True)
    due = models.CharField(max_length=32, blank=True)
    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="task")

    class Meta:
        ordering: ClassVar = ["evidence__document", "evidence__start"]

    def __str__(self) -> str:
        return self.action
