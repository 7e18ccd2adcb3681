"""Indicators as recorded: one row per dated version."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Indicator(models.Model):
    """One version of an indicator, in force in ``[valid_from, valid_to)``; the columns mean what the fields of
    ``IndicatorDefinition`` do."""

    code = models.SlugField(max_length=100)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    names = models.JSONField()
    definition = models.JSONField()
    unit_of_measure = models.CharField(max_length=64)
    aggregation = models.CharField(max_length=32)
    direction = models.CharField(max_length=16)
    theme = models.CharField(max_length=64)
    growth_of = models.SlugField(max_length=100, blank=True)
    is_growth = models.BooleanField(default=False)
    synonyms = models.JSONField(default=dict)
    weight = models.SlugField(max_length=100, blank=True, db_index=False)
    part = models.SlugField(max_length=100, blank=True, db_index=False)
    whole = models.SlugField(max_length=100, blank=True, db_index=False)
    factor = models.PositiveIntegerField(default=1)
    decimals = models.PositiveSmallIntegerField(default=2)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "code", "valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="indicator_code_from"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="indicator_life_half_open",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Synonym(models.Model):
    """A phrase under which texts speak of an indicator, learned from what a person decided about a figure.

    ``phrase`` is as the text writes it, ``document`` the slug of that text and ``start`` and ``end`` the figure's place
    in it. A revoked one is not used any more, and stays.
    """

    indicator = models.SlugField(max_length=100)
    language = models.CharField(max_length=8)
    phrase = models.CharField(max_length=200)
    document = models.SlugField(max_length=100)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    learned_by = models.CharField(max_length=200)
    learned_at = models.DateTimeField()
    revoked_by = models.CharField(max_length=200, blank=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["indicator", "learned_at", "pk"]

    def __str__(self) -> str:
        return f"{self.phrase} → {self.indicator}"
