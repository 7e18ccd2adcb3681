"""Translations without the gettext programs, which fresh machines lack: Babel does their work.

update   finds the texts in code and templates, and merges them into the .po files of src/tongket/locale
compile  writes the .mo files that are read at run time (git does not keep them)
missing  lists what is untranslated, uncertain (fuzzy), not in the .po files yet, or has wrong placeholders

Without a word: update, compile, missing, in this order. The .po files hold no dates and no line numbers, and
are sorted, so that a change shows as just that. English may stay empty: the text is its own translation.
"""

import argparse
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "tongket"
LOCALE = SOURCE / "locale"
LANGUAGES = ("en", "ru", "vi")
DOMAIN = "django"

# argparse asks the same catalogue for its own texts, see there.
EXTRA = (ROOT / "tools" / "argparse_texts.py",)
TEMPLATES = (".html", ".txt", ".xml", ".svg")

KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
COMMENTS = ("Translators:",)

# Dates and tool versions change without any text having changed.
NOISE = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By'
    rb"|Report-Msgid-Bugs-To|Project-Id-Version): .*\n",
    re.MULTILINE,
)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdr]|\{\w*(?:[.!:][^{}]*)?\}")


def sources() -> Iterator[Path]:
    """Every file that may hold a text for people, in a fixed order."""
    yield from sorted(file for file in SOURCE.rglob("*.py") if "migrations" not in file.parts)
    yield from sorted(
        file
        for file in SOURCE.rglob("*")
        if file.suffix in TEMPLATES and "templates" in file.relative_to(SOURCE).parts and file.is_file()
    )
    yield from EXTRA


def as_python(file: Path) -> bytes:
    """Return the file as Python, where Babel finds the calls; a template becomes calls on the same lines."""
    if file.suffix == ".py":
        return file.read_bytes()
    calls = templatize(file.read_text(encoding="utf-8"), origin=str(file))
    # The markup, blanked out, keeps its indentation, which would be wrong in Python.
    return "\n".join(line.lstrip() for line in calls.splitlines()).encode()


def find() -> Catalog:
    """Collect the texts of all sources."""
    found = Catalog(charset="utf-8")
    for file in sources():
        name = file.relative_to(ROOT).as_posix()
        calls = extract("python", io.BytesIO(as_python(file)), KEYWORDS, COMMENTS, {"encoding": "utf-8"})
        for _line, text, comments, context in calls:
            if text:
                found.add(text, locations=[(name, 0)], auto_comments=comments, context=context)
    return found


def po_file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    file = po_file(language)
    if not file.exists():
        return Catalog(locale=language, charset="utf-8")
    with file.open("rb") as source:
        return read_po(source, locale=language, domain=DOMAIN, charset="utf-8")


def replace(file: Path, content: bytes) -> None:
    """Write at once and wholly: another process may be reading the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(file)


def update() -> None:
    """Bring the .po files in line with the code; what is gone from the code goes, nothing is guessed."""
    found = find()
    for language in LANGUAGES:
        catalog = read(language)
        catalog.update(found, no_fuzzy_matching=True)
        catalog.header_comment = "# Written by ./dev messages, but for the translations: those are yours."
        catalog.fuzzy = False
        out = io.BytesIO()
        write_po(out, catalog, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False)
        content = NOISE.sub(b"", out.getvalue())
        if not po_file(language).exists() or po_file(language).read_bytes() != content:
            replace(po_file(language), content)


def compile_all() -> None:
    for language in LANGUAGES:
        if po_file(language).exists():
            out = io.BytesIO()
            write_mo(out, read(language), use_fuzzy=False)
            replace(po_file(language).with_suffix(".mo"), out.getvalue())


def missing() -> list[str]:
    """Say, a line each, what a reader of one of the languages would see wrong."""
    found = find()
    problems = []
    for language in LANGUAGES:
        catalog = read(language)
        for message in found:
            if not message.id:
                continue
            trouble = trouble_with(message, catalog.get(message.id, message.context), language)
            if trouble:
                where = ", ".join(sorted({file for file, _ in message.locations}))
                problems.append(f"{language}: {trouble}: {singular(message)!r} ({where})")
    return problems


def trouble_with(wanted: Message, there: Message | None, language: str) -> str | None:
    if there is None:
        return "not in the .po file (run ./dev messages)"
    if there.fuzzy:
        return "marked fuzzy"
    forms = there.string if isinstance(there.string, tuple) else (there.string,)
    if not all(forms):
        return None if language == "en" and not any(forms) else "untranslated"
    allowed = placeholders(*wanted.id) if wanted.pluralizable else placeholders(singular(wanted))
    # A plural form may leave the number out ("one file"); a plain text may leave nothing out.
    fits = placeholders(*forms) <= allowed if wanted.pluralizable else placeholders(*forms) == allowed
    return None if fits else "other placeholders than in the text"


def singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def placeholders(*texts: str) -> set[str]:
    return {placeholder for text in texts for placeholder in PLACEHOLDER.findall(text)}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="./dev messages", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", nargs="?", choices=["update", "compile", "missing"])
    step = parser.parse_args(arguments).step
    if step in {None, "update"}:
        update()
    if step in {None, "compile"}:
        compile_all()
    if step in {None, "missing"}:
        problems = missing()
        print("\n".join(problems) or "Every text is translated.")
        return 1 if problems else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
