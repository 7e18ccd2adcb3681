"""Editions as made."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.review.models import Review


class Edition(models.Model):
    """A published, frozen state of a review; ``ledger_count`` and ``ledger_head`` anchor what was known.

    ``content_sha256`` covers the report trees of all languages: the same content is the same edition.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    ledger_count = models.BigIntegerField()
    ledger_head = models.CharField(max_length=64)
    content_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["review", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="edition_number"),
        ]

    def __str__(self) -> str:
        return f"{self.review} no. {self.number}"


class EditionFile(models.Model):
    """One language and format of an edition: the frozen report tree, and the bytes written from it.

    The bytes are kept, since a later release prints the same tree with another template. ``sha256`` is theirs.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    language = models.CharField(max_length=8)
    format = models.CharField(max_length=8)
    tree = models.JSONField()
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["edition", "language", "format"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "language", "format"], name="edition_file"),
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.language}.{self.format}"
