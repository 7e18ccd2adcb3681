"""Claims as kept: what a document says, at its place, by which rule, and what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.catalogue.models import Indicator
from tongket.documents.models import Document
from tongket.ledger.models import Evidence, Observation


class ClaimState(models.TextChoices):
    """What became of a claim: taken into the record, rejected by a person, or waiting for one to decide. One that is
    coming counts for nothing until all of its document are kept."""

    COMING = "coming"
    OPEN = "open"
    TAKEN = "taken"
    REJECTED = "rejected"


class Claim(models.Model):
    """What a text says, before anyone accepted it.

    ``content`` is the record of the reader (the fields of ``tongket read``). ``waits_for`` says why an open
    claim was not recorded by itself. ``about`` is what a figure is about in the terms of the ledger
    (``reading.queries.about``), empty for one that lacks something of it.
    ``observation`` is the newest entry that rests on it. ``ordinal`` tells claims of one type at one place apart (a
    range is two).
    """

    # Indexes of several columns begin with it.
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="claims", db_index=False)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="claims")
    claim_type = models.CharField(max_length=16)
    ordinal = models.PositiveSmallIntegerField(default=0)
    rule = models.CharField(max_length=100)
    content = models.JSONField()
    state = models.CharField(max_length=8, choices=ClaimState.choices, default=ClaimState.OPEN)
    waits_for = models.CharField(max_length=32, blank=True)
    about = models.CharField(max_length=300, blank=True)
    indicator = models.ForeignKey(Indicator, null=True, on_delete=models.PROTECT, related_name="claims")
    observation = models.OneToOneField(Observation, null=True, on_delete=models.PROTECT, related_name="claim")
    cited = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="cited_by")

    class Meta:
        ordering: ClassVar = ["document", "evidence__start", "evidence__end", "claim_type", "ordinal"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "evidence", "claim_type", "ordinal"], name="claim_place"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["state", "claim_type", "document", "indicator"], name="claim_state"),
            models.Index(fields=["document", "about", "state"], name="claim_about"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_type}@{self.evidence}"
