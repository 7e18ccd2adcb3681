"""Totals as they are kept. They repeat nothing that the ledger does not say: they can be made again at any time."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models

from tongket.units.models import Unit


class Total(models.Model):
    """The figure of a unit in a cell: what a unit without parts states, or what the units below it come to.

    ``indicator`` is a code. ``value`` is canonical decimal text, empty where there is none; it is made from ``units``
    units without parts. A mean, index, ratio or share is the quotient of ``top`` and ``base``, sums over these units.
    ``sorting`` compares as the value does. About ``differing`` more, sources state different
    values, so that these count as missing.
    """

    indicator = models.SlugField(max_length=100, db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="totals", db_index=False)
    period = models.CharField(max_length=32)
    period_end = models.DateField()
    measure = models.CharField(max_length=16)
    value = models.TextField(blank=True)
    top = models.TextField(blank=True)
    base = models.TextField(blank=True)
    sorting = models.BinaryField(null=True, editable=False)
    units = models.PositiveIntegerField()
    differing = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["unit", "indicator", "period_end", "measure"]
        indexes: ClassVar = [
            models.Index(fields=["unit", "period"], name="total_page"),
            models.Index(fields=["indicator", "period", "measure", "unit", "sorting"], name="total_rank"),
        ]
        constraints: ClassVar = [
            # In this order it also finds the series of an indicator about a unit.
            models.UniqueConstraint(fields=["unit", "indicator", "period", "measure"], name="total_cell"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.unit_id} {self.period} {self.measure}"

    @property
    def number(self) -> Decimal | None:
        """The value; None where there is none."""
        return Decimal(self.value) if self.value else None
