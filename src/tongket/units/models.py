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


class Centre(models.Model):
    """Where a unit's seat lies, in degrees (WGS 84) as canonical decimal text: east and north are positive."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="centre")
    longitude = models.CharField(max_length=24)
    latitude = models.CharField(max_length=24)

    class Meta:
        ordering: ClassVar = ["unit"]

    def __str__(self) -> str:
        return f"{self.latitude}, {self.longitude}"


class Boundary(models.Model):
    """The area of a unit as a GeoJSON geometry (RFC 7946), and the file that it comes from."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="boundary")
    geometry = models.JSONField()
    source = models.CharField(max_length=400)

    class Meta:
        ordering: ClassVar = ["unit"]
        verbose_name_plural = "boundaries"

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.source}"


class PeerGroup(models.Model):
    """Units that ranks are counted among, for example the provinces of the country.

    ``phrases`` are those by which texts mean them, by language.
    """

    code = models.SlugField(max_length=100, unique=True)
    names = models.JSONField()
    phrases = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return self.code


class Reorganisation(models.Model):
    """A decree that changed units on a day: the lives before it end, those after it begin on ``day``.

    ``number`` is its number and symbol as cited.
    """

    number = models.CharField(max_length=200)
    hierarchy = models.CharField(max_length=32, default="territorial")
    day = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)

    class Meta:
        ordering: ClassVar = ["day", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hierarchy", "number", "day"], name="reorganisation_number_day"),
        ]

    def __str__(self) -> str:
        return self.number


class TakenList(models.Model):
    """A list of all units below one that were in force on ``day``, taken in; ``root`` is its code, empty for all units.

    What it lacks was not in force on its day, among the units of the levels that it speaks of.
    """

    hierarchy = models.CharField(max_length=32)
    day = models.DateField()
    root = models.CharField(max_length=64, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)

    class Meta:
        ordering: ClassVar = ["day", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hierarchy", "day", "root"], name="taken_list_once"),
        ]

    def __str__(self) -> str:
        return self.day.isoformat()


class Succession(models.Model):
    """One part of a unit that became part of another by a decree.

    ``share`` is canonical decimal text as stated, empty where nobody states one. No ``origin``: something unnamed
    went into the target. No ``target``: the origin ended without a successor.
    """

    reorganisation = models.ForeignKey(Reorganisation, on_delete=models.PROTECT, related_name="successions")
    origin = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="successions")
    target = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="predecessions")
    share = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering: ClassVar = ["reorganisation", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(origin__isnull=False) | models.Q(target__isnull=False), name="succession_of_someone"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.origin or '?'} → {self.target or '-'}"
