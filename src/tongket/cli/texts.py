"""What the terminal says, in the user's language: our own texts and those of the standard argument parser.

The language is ``TONGKET_LANGUAGE`` or that of the system; the parser of the standard library looks its texts up
in the same catalogue, so help is whole in each language.
"""

from __future__ import annotations

import gettext as standard
import os
import sys
from pathlib import Path

from tongket.base.errors import TongketError
from tongket.base.localities import LANGUAGES

_LOCALE = Path(__file__).resolve().parent.parent / "locale"


def language() -> str:
    """The terminal's language: the first of the usual variables that names one we have, else English."""
    for variable in ("TONGKET_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for choice in os.environ.get(variable, "").split(":"):
            if choice[:2] in LANGUAGES:
                return choice[:2]
    return "en"


def speak(chosen: str) -> None:
    """Use the language from here on; output is UTF-8 whatever the terminal's locale claims."""
    os.environ["LANGUAGE"] = chosen
    standard.bindtextdomain("django", str(_LOCALE))
    standard.textdomain("django")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def gettext(message: str, /, **values: object) -> str:
    """A text in the terminal's language, its places filled."""
    text = standard.gettext(message)
    return text.format(**values) if values else text


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """The form of a text that fits the number."""
    return standard.ngettext(one, many, count).format(count=count, **values)


def explain(error: TongketError) -> str:
    """What an error says, in the terminal's language."""
    return gettext(error.message, **error.values)


def complain(sentence: str) -> None:
    """Say what is wrong on standard error."""
    print(sentence, file=sys.stderr)
