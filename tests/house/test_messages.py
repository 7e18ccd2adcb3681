"""Every text that people see is there in every language, whole."""

import argparse
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from tools import argparse_texts, messages


def test_every_text_is_translated() -> None:
    missing = messages.missing()

    assert not missing, "\n".join(["run ./dev messages, then translate:", *missing])


def test_the_texts_of_argparse_are_known() -> None:
    with Path(argparse.__file__).open("rb") as source:
        asked = [text for _, text, _, _ in extract("python", source, {"_": None, "ngettext": (1, 2)}) if text]
    singular = {text if isinstance(text, str) else text[0] for text in asked}

    assert singular - argparse_texts.SHOWN - argparse_texts.NOT_SHOWN == set()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with a module and a template, for the message tool to work on."""
    source = tmp_path / "src" / "tongket"
    (source / "web" / "templates").mkdir(parents=True)
    (source / "web" / "pages.py").write_text(
        'title = _("Year {year}")\nother = pgettext("table", "Rank")\n', encoding="utf-8"
    )
    (source / "web" / "templates" / "page.html").write_text(
        "{% load i18n %}\n"
        "   <p>it's \" ( {% translate 'Plan' %}\n"
        "{# Translators: how many #}\n"
        "{% blocktranslate trimmed count n=n %}\n  {{ n }} task\n{% plural %}\n  {{ n }} tasks\n"
        "{% endblocktranslate %}\n",
        encoding="utf-8",
    )
    for name, value in {"ROOT": tmp_path, "SOURCE": source, "LOCALE": source / "locale", "EXTRA": ()}.items():
        monkeypatch.setattr(messages, name, value)
    return source


def test_texts_are_found_in_code_and_templates(project: Path) -> None:
    messages.update()

    russian = messages.read("ru")
    assert {m.id if isinstance(m.id, str) else m.id[1] for m in russian if m.id} == {
        "Year {year}",
        "Rank",
        "Plan",
        "%(n)s tasks",
    }
    assert russian.get("Rank", "table") is not None
    assert russian.get("%(n)s task").auto_comments == ["Translators: how many"]
    assert russian.get("Plan").locations == [("src/tongket/web/templates/page.html", None)]


def test_each_language_has_its_plurals(project: Path) -> None:
    messages.update()

    forms = {language: len(messages.read(language).get("%(n)s task").string) for language in messages.LANGUAGES}

    assert forms == {"en": 2, "ru": 3, "vi": 1}


def test_an_update_keeps_translations_and_writes_no_dates(project: Path) -> None:
    messages.update()
    file = messages.po_file("vi")
    text = file.read_text(encoding="utf-8").replace('msgid "Plan"\nmsgstr ""', 'msgid "Plan"\nmsgstr "Kế hoạch"')
    file.write_text(text, encoding="utf-8")

    messages.update()

    assert file.read_text(encoding="utf-8") == text
    assert not re.search(r"\d{4}-\d\d-\d\d", text)


def test_what_is_wrong_is_named(project: Path) -> None:
    messages.update()
    for language in ("vi", "ru"):
        translate(language, {"Plan": "x", "Rank": "x", "Year {year}": "x {year}"})
    translate("ru", {"Year {year}": "Год"})
    messages.po_file("vi").write_text(
        messages.po_file("vi").read_text(encoding="utf-8").replace('msgid "Plan"', '#, fuzzy\nmsgid "Plan"'),
        encoding="utf-8",
    )
    (project / "web" / "pages.py").write_text('_("Year {year}"); pgettext("table", "Rank"); _("New")')

    assert messages.missing() == [
        "en: not in the .po file (run ./dev messages): 'New' (src/tongket/web/pages.py)",
        "ru: other placeholders than in the text: 'Year {year}' (src/tongket/web/pages.py)",
        "ru: not in the .po file (run ./dev messages): 'New' (src/tongket/web/pages.py)",
        "ru: untranslated: '%(n)s task' (src/tongket/web/templates/page.html)",
        "vi: not in the .po file (run ./dev messages): 'New' (src/tongket/web/pages.py)",
        "vi: marked fuzzy: 'Plan' (src/tongket/web/templates/page.html)",
        "vi: untranslated: '%(n)s task' (src/tongket/web/templates/page.html)",
    ]


def translate(language: str, texts: dict[str, str]) -> None:
    catalog = messages.read(language)
    for message in catalog:
        if message.id in texts:
            message.string = texts[message.id]
    with messages.po_file(language).open("wb") as out:
        write_po(out, catalog)
