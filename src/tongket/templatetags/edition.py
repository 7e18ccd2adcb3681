"""What the templates of an edition need; works on the tree alone, so that a frozen edition prints as it was."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from tongket.publication.report import Tree

register = template.Library()


@register.filter
def with_first_mentions(report: Tree) -> Tree:
    """The tree with ``first`` set on the first run of each note: the place that the note leads back to."""
    seen: set[int] = set()

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(part) for part in node]
        if not isinstance(node, dict):
            return node
        if node.get("note") is None:
            return {key: walk(part) for key, part in node.items()}
        first = node["note"] not in seen
        seen.add(node["note"])
        return {**node, "first": first}

    return {**report, "sections": walk(report["sections"])}


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
