"""Units of a territory, each with its life."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models

BEFORE_RECORDS = date(1, 1, 1)
"""The first day of units that existed before our records begin."""


class Unit(models.Model):
    """An administrative unit or body that exists in ``[valid_from, valid_to)``; open when ``valid_to`` is null."""

    code = models.CharField(max_length=64)
    hierarchy = models.CharField(max_length=32, default="territorial")
    level = models.CharField(max_length=32)
    names = models.JSONField()
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    valid_from = models.DateField(default=BEFORE_RECORDS)
    valid_to = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["hierarchy", "code", "valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hierarchy", "code", "valid_from"], name="unit_code_from"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="unit_life_half_open",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PeerGroup(models.Model):
    """Units that ranks are counted among, for example the provinces of the country."""

    code = models.SlugField(max_length=100, unique=True)
    names = models.JSONField()

    class Meta:
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return self.code
