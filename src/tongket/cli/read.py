"""``tongket read``: what texts say, as claims. Needs no database."""

from __future__ import annotations

import argparse
import csv
import dataclasses
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from tongket.base.errors import InvalidInput, TongketError, gettext_noop
from tongket.catalogue.definitions import Catalogue
from tongket.cli.claims import Record, counts, lines
from tongket.cli.texts import complain, explain, gettext
from tongket.documents.sources import declared_language, text_of
from tongket.documents.text import read_limited
from tongket.packs import loading
from tongket.reading.claims import Claim
from tongket.reading.detection import is_recognised, may_be_in
from tongket.reading.packs import known_languages, language_pack
from tongket.reading.pipeline import read_text

HELP = gettext_noop("read texts and print what they say: figures, cited documents, tasks, findings, awards")

Printer = Callable[[str, list[Record]], None]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Files, format and language."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar=gettext("FILE"),
        help=gettext("Word documents (docx), HTML pages or text files in UTF-8; - is standard input"),
    )
    parser.add_argument(
        "--format",
        choices=("table", "jsonl", "csv"),
        default="table",
        help=gettext("how to print (otherwise table)"),
    )
    parser.add_argument(
        "--lang",
        metavar="|".join(("auto", *known_languages())),
        default="auto",
        help=gettext("the language of the texts (otherwise auto)"),
    )
    parser.add_argument(
        "--text", action="store_true", help=gettext("print the text that is read, to which places in it refer")
    )


def run(options: argparse.Namespace) -> int:
    """Read every file that can be read; 1 when one could not."""
    catalogue = loading.load(options.pack).catalogue
    if options.lang != "auto":
        language_pack(options.lang)  # an unknown language is said once, not for every file
    write: Printer
    match options.format:
        case "table":
            write = _print_table
        case "jsonl":
            write = _print_json_lines
        case _:
            write = _csv_printer()
    failed = False
    for name in options.files:
        try:
            if options.text:
                print(text_of(_content(name), name=_shown(name)), end="")
                continue
            write(name, records(name, language=options.lang, catalogue=catalogue))
        except TongketError as error:
            failed = True
            complain(f"tongket: {explain(error)}")
    return 1 if failed else 0


def records(name: str, *, language: str, catalogue: Catalogue) -> list[Record]:
    """The claims of one file as records of the documented form. Raises InvalidInput when it cannot be read."""
    shown = _shown(name)
    content = _content(name)
    text = text_of(content, name=shown)
    declared = declared_language(content)
    if language == "auto" and may_be_in(declared, text.lower()):
        language = declared  # a report may quote more in another language than it says in its own
    if language == "auto" and not is_recognised(text.lower()):
        raise InvalidInput(
            gettext_noop("{name}: the language is not one of {known}. If it is, name it with --lang."),
            name=shown,
            known=", ".join(known_languages()),
        )
    return [
        {"type": claim.type, "file": name, **claim.as_record()}
        for claim in read_text(text, language=language, catalogue=catalogue)
    ]


def _shown(name: str) -> str:
    return gettext("standard input") if name == "-" else name


def _content(name: str) -> bytes:
    if name == "-":
        return read_limited(sys.stdin.buffer)
    try:
        with Path(name).open("rb") as file:
            return read_limited(file)
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{name}: the file cannot be read ({reason})."), name=name, reason=error.strerror
        ) from None


def _print_json_lines(name: str, found: list[Record]) -> None:
    """One JSON object a line."""
    for record in found:
        print(json.dumps(record, ensure_ascii=False))


def _csv_printer() -> Printer:
    """One table for all files: a column for every field that any type of claim has."""
    fields = (field.name for kind in get_args(Claim) for field in dataclasses.fields(kind))
    columns = tuple(dict.fromkeys(("type", "file", *fields)))
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    return lambda name, found: writer.writerows(found)


def _print_table(name: str, found: list[Record]) -> None:
    """What was found, for people: a line for each claim, and the sums."""
    print(name)
    for line in lines(found):
        print(f"  {line}")
    print("  " + counts(found))
