"""Documents and the decisions on how a passage of theirs is to be read."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.documents.rules import designation
from tongket.units.models import Unit


class Document(models.Model):
    """A thing received or issued. ``text`` is empty when the document is known only because others cite it.

    ``text`` is exactly what was received (``sha256`` of its UTF-8 bytes); every address into it counts code points. Of
    a file that is no plain text it is what was read of it, and ``places`` lead from there to page, table and cell.
    """

    slug = models.SlugField(max_length=100, unique=True)
    doc_type = models.CharField(max_length=64)
    number = models.CharField(max_length=64, blank=True)
    symbol = models.CharField(max_length=64, blank=True)
    issuer = models.JSONField(default=dict)
    titles = models.JSONField()
    original_title = models.TextField(blank=True)
    issued_on = models.DateField(null=True)
    received_on = models.DateField(null=True)
    language = models.CharField(max_length=8, blank=True)
    media_type = models.CharField(max_length=64, blank=True)
    source_url = models.TextField(blank=True)
    licences = models.JSONField(default=dict)
    notes = models.JSONField(default=dict)
    about_unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT)
    covers = models.CharField(max_length=32, blank=True)
    text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    places = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering: ClassVar = ["issued_on", "slug"]

    def __str__(self) -> str:
        return self.slug

    @property
    def designation(self) -> str:
        """Number and symbol as cited: ``381-NQ/TU``; empty when the document has none."""
        return designation(self.number, self.symbol)


class Correction(models.Model):
    """A decision on how a passage is to be read, with its reason; the passage itself stays as received.

    ``kind`` is translation (a slip of the translator), ambiguity (left open) or conflict (fits nothing we hold).
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=16)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    reading = models.JSONField()
    reason = models.JSONField()
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["document", "start"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "start", "end"], name="correction_place"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}:{self.start}-{self.end}"
