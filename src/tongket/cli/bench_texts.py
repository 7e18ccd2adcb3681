"""The texts that a bench reads: annotated ones, by language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import tongket
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.documents.text import decode, read_limited
from tongket.reading.packs import known_languages
from tongket.reading.scoring import Annotated, annotated

# Our own texts, invented and annotated blind: they are tests, and so in a checkout only.
OWN = Path(tongket.__file__).resolve().parents[2] / "tests" / "chapters" / "reading" / "own"


@dataclass(frozen=True, slots=True)
class Sample:
    """A text in a known language, and its figures as a person read them."""

    name: str
    language: str
    text: str
    figures: Sequence[Annotated]


def samples(folder: Path) -> list[Sample]:
    """The annotated texts of a folder, ``NNN_lang.txt`` with ``gold/NNN_lang.jsonl``, by their names.

    Raises InvalidInput when there are none, or one of them cannot be read.
    """
    found = []
    for path in sorted(folder.glob("*_*.txt")):
        language = path.stem.rpartition("_")[2]
        gold = folder / "gold" / f"{path.stem}.jsonl"
        if language in known_languages() and gold.is_file():
            try:
                figures = annotated(_content(gold))
            except (ValueError, KeyError, TypeError, AttributeError):
                raise InvalidInput(
                    gettext_noop("{name}: this is no annotation of figures, one JSON object a line."), name=str(gold)
                ) from None
            found.append(Sample(path.name, language, _content(path), figures))
    if not found:
        raise InvalidInput(
            gettext_noop(
                "{folder} holds no annotated texts (NNN_lang.txt with gold/NNN_lang.jsonl). "
                "Name a folder that does with --corpus."
            ),
            folder=str(folder),
        )
    return found


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            # An empty annotation says that the text has no figures.
            return decode(read_limited(file), name=str(path)) if path.stat().st_size else ""
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{name}: the file cannot be read ({reason})."), name=str(path), reason=error.strerror
        ) from None


def stretched(texts: Sequence[Sample], characters: int) -> str:
    """The texts one after another, again and again, to that length."""
    joined = "\n\n".join(sample.text for sample in texts) + "\n\n"
    return (joined * (characters // len(joined) + 1))[:characters]
