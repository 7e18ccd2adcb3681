"""What the templates of an edition need; works on the tree alone, so that a frozen edition prints as it was."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from tongket.publication.report import with_first_mentions

register = template.Library()
register.filter(with_first_mentions)


@register.filter
def labelled(row: list[Any], columns: list[str]) -> list[tuple[str, Any]]:
    """The cells of a row, each with the heading of its column."""
    return list(zip(columns, row, strict=True))


@register.filter
def place_of(note: dict[str, Any]) -> str:
    """The anchor of a note's quote on the page of its document."""
    return f"at-{note['start']}-{note['start'] + len(note['quote'])}"


@register.filter
def drawn(svg: str) -> SafeString:
    """A chart of the tree as markup: it was drawn here, by Vega, which escapes the labels it is given."""
    return mark_safe(svg)  # noqa: S308
