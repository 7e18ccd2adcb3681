"""Formulas as recorded: one row per dated version."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.documents.models import Document


class Formula(models.Model):
    """One version of a formula, in force in ``[valid_from, valid_to)``; the columns mean what the fields of
    ``FormulaDefinition`` do. ``text`` is the formula in one form, with codes for names."""

    code = models.SlugField(max_length=100)
    kind = models.CharField(max_length=8, choices=[("value", "value"), ("check", "check")])
    text = models.CharField(max_length=1_000)
    names = models.JSONField(default=dict)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="formulas")
    defined_by = models.CharField(max_length=200)
    defined_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["code", "valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="formula_code_from"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="formula_life_half_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} = {self.text}" if self.kind == "value" else f"{self.code}: {self.text}"
