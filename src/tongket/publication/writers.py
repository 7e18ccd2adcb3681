"""The writers of the report tree, by format: each takes the tree and gives the bytes of one file."""

from __future__ import annotations

from collections.abc import Callable

from tongket.publication import docx, html, pdf
from tongket.publication.report import Tree

WRITERS: dict[str, Callable[[Tree], bytes]] = {"html": html.write, "docx": docx.write, "pdf": pdf.write}
