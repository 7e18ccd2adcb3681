"""The report tree as one HTML file that stands on its own: no script, no style sheet or font from elsewhere."""

from __future__ import annotations

from importlib.resources import files

from django.template.loader import render_to_string
from django.utils import translation

from tongket.publication.report import Tree


def write(tree: Tree) -> bytes:
    """The bytes of the edition's HTML file; the same tree gives the same bytes."""
    css = (files("tongket") / "static" / "tongket" / "edition.css").read_text(encoding="utf-8")
    with translation.override(tree["language"]):
        page = render_to_string("tongket/edition/standalone.html", {"report": tree, "css": css})
    return page.encode("utf-8")
