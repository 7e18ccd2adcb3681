"""Derived figures in templates."""

from __future__ import annotations

from django import template

from tongket.publication import derived

register = template.Library()
register.filter("implied", derived.implied)
register.filter("arithmetic", derived.arithmetic)
register.filter("disagreement", derived.disagreement)
