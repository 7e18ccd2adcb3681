"""``tongket report``: an edition of a year's review, as a file for the screen, for paper or for Word."""

from __future__ import annotations

import argparse
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tongket.base.actors import Actor
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.localities import LANGUAGES
from tongket.base.periods import Period
from tongket.cli import known, texts, workspace
from tongket.cli.texts import gettext
from tongket.publication.report import FORMATS

HELP = gettext_noop("write the review of a year as a file; makes a new edition when something has changed")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Year, language, format and file."""
    parser.add_argument("--year", type=int, required=True, help=gettext("the year under review"))
    parser.add_argument(
        "--lang", metavar="|".join(LANGUAGES), required=True, help=gettext("the language of the report")
    )
    parser.add_argument("--format", choices=FORMATS, default="html", help=gettext("the format of the file"))
    known.arguments(parser)
    parser.add_argument("--out", required=True, metavar=gettext("FILE"), help=gettext("the file to write"))


def run(options: argparse.Namespace) -> int:
    """Write the file whole, or not at all."""
    if options.lang not in LANGUAGES:
        raise InvalidInput(
            gettext_noop("Reports are written in {known}, not in “{language}”."),
            known=", ".join(LANGUAGES),
            language=options.lang,
        )
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    from tongket.publication import actions, queries  # need Django to have started
    from tongket.review import queries as reviews

    review = reviews.get(Period.parse(f"{options.year:04}"))
    at = known.moment(options)
    if at is not None:
        content = queries.as_known(review, at=at, language=options.lang, format=options.format)
        write_whole(Path(options.out), content)
        print(
            gettext(
                "{period} as known at {moment}: {file}",
                period=review.period,
                moment=options.as_known_at,
                file=options.out,
            )
        )
        return 0
    edition = actions.make(by=Actor("system"), at=datetime.now(UTC), review=review)
    kept = queries.file(edition, language=options.lang, format=options.format)
    write_whole(Path(options.out), bytes(kept.content))
    print(
        gettext(
            "Edition {number} of {period}: {file}",
            number=edition.number,
            period=review.period,
            file=options.out,
        )
    )
    return 0


def write_whole(path: Path, content: bytes) -> None:
    """Put the file in place in one step, so that nobody ever sees half of it. Raises InvalidInput."""
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
            path.write_bytes(content)
            return
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(temporary, 0o644)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{file} cannot be written ({reason})."), file=path, reason=error.strerror
        ) from None
