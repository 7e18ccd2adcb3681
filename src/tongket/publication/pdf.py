"""The report tree as PDF/A-2a and PDF/UA-1, set by Typst with the fonts that come inside it."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import typst
from django.utils import translation

from tongket.publication import paper, typeface
from tongket.publication.report import Tree

_AS_GIVEN = {"source_url", "kind", "language"}  # never set
_LONGEST_STRING = 8000  # PDF/A stops at 32 767 bytes, and some characters take four
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LONG_ROW = 1500


def write(tree: Tree) -> bytes:
    """The bytes of the edition's PDF; the same tree gives the same bytes."""
    with translation.override(tree["language"]):
        data = _data(tree)
    template = (files("tongket") / "publication" / "edition.typ").read_bytes()
    made: bytes = typst.compile(
        template,
        format="pdf",
        # For keeping, and for those who listen: tagged, in reading order, charts in words.
        pdf_standards=["a-2a", "ua-1"],
        ignore_system_fonts=True,
        timestamp=int(paper.moment(tree).timestamp()),
        sys_inputs={"report": json.dumps(data, ensure_ascii=False, sort_keys=True)},
    )
    return made


def _data(tree: Tree) -> dict[str, Any]:
    """What the template prints: the tree in characters that can be shown, and the words around it."""
    report = {**paper.ready(tree), "words": vars(paper.words(tree))}
    data: dict[str, Any] = _settable(report)
    lacking = json.dumps(data, ensure_ascii=False).count(typeface.LACKING)
    given = json.dumps(report, ensure_ascii=False).count(typeface.LACKING)
    return {
        **data,
        "regions": dict(locale.split("-") for locale in paper.LOCALES.values()),
        "mentioned": sorted(_mentioned(report["sections"])),
        "lacking": lacking > given,
    }


def _settable(node: Any, key: str = "") -> Any:
    """A part of the tree in the form that the template takes."""
    match node:
        case str() if key == "svg":
            return typeface.shown(paper.in_typeface(node))
        case str() if key in ("alternative", "title"):
            return node[:_LONGEST_STRING]
        case str() if key in ("lang", "quote_lang"):
            found = _LANGUAGE.match(node)
            return found.group() if found else None
        case str():
            return node if key in _AS_GIVEN else typeface.shown(node)
        case list() if key == "rows":
            return [{"cells": _settable(row), "breakable": _length(row) > _LONG_ROW} for row in node]
        case list():
            return [_settable(part) for part in node]
        case dict():
            return {name: _settable(part, name) for name, part in node.items()}
    return node


def _length(row: list[Any]) -> int:
    """The characters of a row: one longer than a page must be let to break."""
    return sum(len(run["text"]) for cell in row for line in cell for run in line)


def _mentioned(node: Any) -> set[int]:
    """The notes that some run refers to."""
    if isinstance(node, dict):
        note = {node["note"]} if node.get("note") is not None else set()
        return note.union(*map(_mentioned, node.values()))
    return set().union(*map(_mentioned, node)) if isinstance(node, list) else set()
