"""A review and what it found."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.documents.models import Document
from tongket.ledger.models import Evidence
from tongket.units.models import Unit


class Review(models.Model):
    """A period of a unit, judged. ``report`` is the document the judgement was presented in."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    period = models.CharField(max_length=32)
    report = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="reviews")

    class Meta:
        ordering: ClassVar = ["-period"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["unit", "period"], name="review_unit_period")]

    def __str__(self) -> str:
        return f"{self.unit} {self.period}"


class FindingKind(models.TextChoices):
    """What is found."""

    STRENGTH = "strength"
    LIMITATION = "limitation"
    CAUSE = "cause"
    LESSON = "lesson"


class Finding(models.Model):
    """A strength, limitation, cause or lesson, in the words of the evidence."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=16, choices=FindingKind.choices)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="findings")

    class Meta:
        ordering: ClassVar = ["review", "kind", "evidence__start"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "kind", "evidence"], name="finding_place"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}@{self.evidence}"


class Counted(models.TextChoices):
    """What a report counts without listing it, by the reader's unit."""

    LIMITATIONS = "limitations"
    LESSONS = "lessons"
    TASK_GROUPS = "task groups"


class StatedCount(models.Model):
    """A report says how many there are and does not give their text: the number is kept, nothing is invented."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="stated_counts")
    what = models.CharField(max_length=16, choices=Counted.choices)
    count = models.PositiveIntegerField()
    period = models.CharField(max_length=32, blank=True)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="stated_counts")

    class Meta:
        ordering: ClassVar = ["review", "evidence__start"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "what", "evidence"], name="stated_count_place"),
        ]

    def __str__(self) -> str:
        return f"{self.count} {self.what}"
