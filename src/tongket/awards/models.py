"""Awards as a report states them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.ledger.models import Evidence
from tongket.review.models import Review


class Award(models.Model):
    """A title given to ``count`` recipients; title and recipients are the words of the document.

    ``ambiguity`` is a clause of which the document leaves open whether it holds for these recipients.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="awards")
    title = models.TextField()
    recipients = models.TextField()
    count = models.PositiveIntegerField(null=True)
    period = models.CharField(max_length=32, blank=True)
    ambiguity = models.TextField(blank=True)
    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="award")

    class Meta:
        ordering: ClassVar = ["review", "evidence__start"]

    def __str__(self) -> str:
        return f"{self.title} × {self.count}"
