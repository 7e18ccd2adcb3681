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


class EditionText(models.Model):
    """What an edition says in one language: the frozen report tree from which its files are written."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(max_length=8)
    tree = models.JSONField()

    class Meta:
        ordering: ClassVar = ["edition", "language"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "language"], name="edition_text"),
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.language}"


class EditionFile(models.Model):
    """One language and format of an edition: the bytes written from its text.

    The bytes are kept, since a later release prints the same tree with another template. ``sha256`` is theirs.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    language = models.CharField(max_length=8)
    format = models.CharField(max_length=8)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["edition", "language", "format"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "language", "format"], name="edition_file"),
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.language}.{self.format}"
