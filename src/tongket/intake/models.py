"""Files as people uploaded them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.documents.models import Document


class Upload(models.Model):
    """A file that somebody uploaded, byte for byte, and the document that was made of it.

    ``found`` is what the text says about itself (the fields of ``intake.rules.Found``), ``figures`` how many figures
    a first reading found. Nothing is claimed from the document before somebody said what it is (``described_by``).
    """

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="upload")
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, unique=True)
    found = models.JSONField()
    figures = models.PositiveIntegerField()
    received_by = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    described_by = models.CharField(max_length=200, blank=True)
    described_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["received_at", "pk"]

    def __str__(self) -> str:
        return f"{self.document}: {self.file_name}"
