"""Decisions of people. No row is ever changed or removed: to decide otherwise is another decision."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.catalogue.models import Indicator
from tongket.documents.models import Document
from tongket.ledger.models import Observation
from tongket.reading.models import Claim
from tongket.units.models import Unit


class Verdict(models.TextChoices):
    """What is decided about a claim. An acceptance may add what the text leaves open; a correction contradicts
    what was read; to undo brings back what held before the last decision that is not undone."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    UNDO = "undo"


class Lot(models.Model):
    """Several claims of a document decided together: those of a grade and better, or the undoing of such a lot."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="lots")
    grade = models.CharField(max_length=1)
    undoes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="undone_by")
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.document}: {self.pk}"


class Decision(models.Model):
    """One decision about a claim: who, when, why, and what holds since then.

    ``number`` counts the decisions about the claim from 1. ``lot`` is set when it was made together with others.
    ``terms`` is what holds (``deciding.rules.Terms``), null
    when nothing does; what was read stays in the claim. ``observation`` is the entry of the ledger that says so.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField()
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    terms = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    lot = models.ForeignKey(Lot, null=True, on_delete=models.PROTECT, related_name="decisions")
    observation = models.ForeignKey(Observation, null=True, on_delete=models.PROTECT, related_name="decisions")
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["claim", "number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["claim", "number"], name="decision_number")]

    def __str__(self) -> str:
        return f"{self.verdict} {self.claim_id}:{self.number}"


class Settlement(models.Model):
    """Which of several values stands that sources give for one indicator, unit and period, and why.

    ``number`` counts the settlements of that dispute from 1. ``between`` are the entries that were weighed: one that
    comes later opens the dispute again. ``chosen`` is null when the dispute was opened again by a person.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="settlements")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="settlements")
    period = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    between = models.JSONField()
    chosen = models.ForeignKey(Observation, null=True, on_delete=models.PROTECT, related_name="settlements")
    reason = models.TextField()
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["indicator", "unit", "period", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "unit", "period", "number"], name="settlement_number"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.period}:{self.number}"
