"""Evidence and observations. No row of either is ever changed or removed; the database itself refuses (``guard``)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.catalogue.models import Indicator
from tongket.documents.models import Document
from tongket.units.models import Unit


class Evidence(models.Model):
    """The place in a document that says it: ``document.text[start:end] == quote``, in code points.

    ``cell`` also names the cell ("6:value": line and column) when the document is a table, and ``source`` the page
    that the row names as its own source.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="evidence")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    cell = models.CharField(max_length=100, blank=True)
    source = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["document", "start", "end"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "start", "end"], name="evidence_place"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="evidence_span_half_open"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}:{self.start}-{self.end}"


class Measure(models.TextChoices):
    """What sort of value it is (SDMX)."""

    ACTUAL = "actual"
    TARGET = "target"
    ESTIMATE = "estimate"
    FORECAST = "forecast"


class Comparison(models.TextChoices):
    """What the value is set beside. VALUE is the indicator itself; the others were printed as comparisons of it."""

    VALUE = "value"
    CHANGE = "change"
    PLAN_RATIO = "plan_ratio"
    PLAN_EXCESS = "plan_excess"
    RANK = "rank"


class Verification(models.TextChoices):
    """How far a value has been checked."""

    SELF_REPORTED = "self_reported"
    DOCUMENTED = "documented"
    SPOT_CHECKED = "spot_checked"
    CORRECTED = "corrected"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class Observation(models.Model):
    """One entry of the ledger. Its key is indicator, unit, period, measure, comparison and basis.

    Decimals are canonical text, never float: ``value``, ``half_unit`` (what the last printed digit leaves
    open, in the unit of measure), ``denominator`` (the n of m/n). A change or an excess is signed.
    ``replaces`` names the entry that this one corrects. A withdrawn one repeats what it withdraws: since then nothing
    is held under its key.
    """

    seq = models.BigIntegerField(primary_key=True)
    # Indexes of several columns begin with each of these two.
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="observations", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="observations", db_index=False)
    period = models.CharField(max_length=32)
    period_start = models.DateField()
    period_end = models.DateField()
    measure = models.CharField(max_length=16, choices=Measure.choices)
    comparison = models.CharField(max_length=16, choices=Comparison.choices)
    basis = models.CharField(max_length=64, blank=True)
    value = models.CharField(max_length=80)
    unit_of_measure = models.CharField(max_length=64)
    half_unit = models.CharField(max_length=80, default="0")
    denominator = models.CharField(max_length=80, blank=True)
    modifier = models.CharField(max_length=16, blank=True)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="observations")
    verification = models.CharField(max_length=16, choices=Verification.choices)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)
    reason = models.TextField(blank=True)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar = ["seq"]
        indexes: ClassVar = [
            models.Index(fields=["indicator", "unit", "period_start"], name="observation_key"),
            models.Index(fields=["unit", "indicator", "period_end"], name="observation_newest"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(period_end__gt=models.F("period_start")),
                name="observation_period_half_open",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.seq}"

    @property
    def quantity(self) -> Quantity:
        """The exact value with what its rounding leaves open."""
        return Quantity.parse(self.value, self.half_unit)

    @property
    def span(self) -> Period:
        """The period as a value."""
        return Period.parse(self.period)
