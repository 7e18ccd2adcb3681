"""Files as people uploaded them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.documents.models import Document


class Due(models.TextChoices):
    """What is still to be done with an upload by itself: its text is to be read from the file, or its claims from the
    text; nothing, when it waits for a person or is done."""

    TEXT = "text"
    CLAIMS = "claims"
    NOTHING = ""


class Upload(models.Model):
    """A file that somebody uploaded, byte for byte, and the document that was made of it.

    The row is kept before anything is read, and says what is ``due`` (since ``due_at``, begun ``tries`` times): whoever
    starts a server goes on with it. ``fault`` is why the last reading failed (``message`` and ``values`` of the error).

    ``document`` is null until the file was read, and for good where the text was held already, in ``same_as``.
    ``found`` is what the text says about itself (the fields of ``intake.rules.Found``), ``figures`` how many figures
    a first reading found. ``stated`` is what somebody said the document is (``described_by``); nothing is claimed from
    it before its claims were read with that (``described_at``).
    """

    document = models.OneToOneField(Document, null=True, on_delete=models.PROTECT, related_name="upload")
    same_as = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, unique=True)
    found = models.JSONField(default=dict)
    figures = models.PositiveIntegerField(default=0)
    received_by = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    due = models.CharField(max_length=8, choices=Due.choices, blank=True, db_index=True)
    due_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    fault = models.JSONField(null=True)
    stated = models.JSONField(null=True)
    described_by = models.CharField(max_length=200, blank=True)
    described_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["received_at", "pk"]

    def __str__(self) -> str:
        return f"{self.file_name}: {self.document or self.due}"
