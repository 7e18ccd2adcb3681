"""Claims on the terminal: a line for each, and the sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tongket.cli.texts import gettext, ngettext
from tongket.documents.rules import designation

Record = Mapping[str, Any]
_SHOWN = 60


def lines(found: Iterable[Record], *, why: bool = False) -> Iterator[str]:
    """Each claim in a line: where it stands, its type, what was read, and the words, shortened.

    With ``why``, a line under a figure says why it is linked to the catalogue, or why it is not.
    """
    for record in found:
        quote = " ".join(str(record["quote"]).split())
        short = quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1] + "…"
        yield f"{record['start']:>7}  {record['type']:<9}  {_meaning(record):<46}  {short}"
        if why and record.get("link"):
            yield f"{'':>9}{_reason(record)}"


def _meaning(record: Record) -> str:
    """What was read in a few characters."""
    match record["type"]:
        case "figure":
            whole = f"/{record['of']}" if record["of"] is not None else ""
            return f"{record['value']}{whole} {record['unit']} {record['indicator_code'] or ''}".strip()
        case "reference":
            cited = designation(record["number"], record["symbol"]) or record["doc_type"]
            return " ".join(str(part) for part in (cited, record["date"]) if part)
        case "task":
            return str(record["deadline"] or "")
        case "finding":
            return str(record["finding_kind"])
        case _:
            return str(record["count"] or "")


def _reason(record: Record) -> str:
    """Why a figure is linked, or not, in a sentence."""
    link = record["link"]
    phrase = link["phrase"]
    words, codes = " ".join(link["words"].split()), ", ".join(link["between"])
    match link["why"]:
        case "ambiguous":
            return gettext("not linked: “{words}” may mean {codes}", words=words, codes=codes)
        case "unit":
            return gettext("not linked: “{words}” is {codes}, but this is no value of it", words=words, codes=codes)
        case "part":
            return gettext("not linked: “{words}” is a part of {codes}, given before it", words=words, codes=codes)
        case "same":
            told = gettext(
                "linked as the figure before it: “{words}” is “{phrase}”", words=words, phrase=link["phrase"]
            )
        case _:
            told = gettext("linked: “{words}” is “{phrase}”", words=words, phrase=phrase)
    told += gettext("; score {score}", score=link["score"])
    if link["unit"]:
        told += gettext(", the unit fits")
    if link["next"]:
        told += gettext("; next {code}, {margin} less", code=link["next"], margin=link["margin"])
    return told


def counts(found: Iterable[Record]) -> str:
    """How many of each: figures, cited documents, tasks, findings, awards."""
    types = [record["type"] for record in found]
    return ", ".join(
        (
            ngettext("{count} figure", "{count} figures", types.count("figure")),
            ngettext("{count} cited document", "{count} cited documents", types.count("reference")),
            ngettext("{count} task", "{count} tasks", types.count("task")),
            ngettext("{count} finding", "{count} findings", types.count("finding")),
            ngettext("{count} award", "{count} awards", types.count("award")),
        )
    )
