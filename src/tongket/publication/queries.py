"""Reading editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import F, QuerySet
from django.utils import translation

from tongket.base import events
from tongket.base.errors import NotFound, gettext_noop
from tongket.ledger import queries as ledger
from tongket.ledger.anchors import Anchor
from tongket.publication.composing import compose
from tongket.publication.models import Edition, EditionFile, EditionText
from tongket.publication.report import Tree, fingerprint
from tongket.publication.writers import WRITERS
from tongket.review.models import Review


def every() -> QuerySet[Edition]:
    """All editions, newest first."""
    return Edition.objects.select_related("review__unit").order_by("-pk")


def get(period: str, number: int) -> Edition:
    """An edition of the review of a period; raises NotFound."""
    edition = every().filter(review__period=period, number=number).first()
    if edition is None:
        raise NotFound(
            gettext_noop("There is no edition {number} of the review of {period}."),
            number=number,
            period=period,
        )
    return edition


def tree(edition: Edition, *, language: str) -> Tree:
    """What an edition says in one language; raises NotFound."""
    text = edition.texts.filter(language=language).first()
    if text is None:
        raise NotFound(gettext_noop("The edition does not exist in {language}."), language=language)
    frozen: Tree = text.tree
    return frozen


def file(edition: Edition, *, language: str, format: str) -> EditionFile:
    """One language and format of an edition; raises NotFound."""
    found = edition.files.filter(language=language, format=format).first()
    if found is None:
        raise NotFound(
            gettext_noop("The edition does not exist in {language} as {format}."),
            language=language,
            format=format,
        )
    return found


def as_known(review: Review, *, at: datetime, language: str, format: str) -> bytes:
    """A file of the review with the figures that were known at a moment. It is no edition, and is not kept."""
    with translation.override(language):
        return WRITERS[format](compose(review, number=0, language=language, known=at).tree())


@dataclass(frozen=True)
class Printing:
    """An edition that prints a number, and the note in which it says where the number is from."""

    edition: Edition
    note: int


def printing(seqs: Iterable[int], *, language: str) -> dict[int, list[Printing]]:
    """Where entries of the ledger are printed, the newest edition first; an entry that is not has no place here."""
    wanted = set(seqs)
    found: dict[int, list[Printing]] = defaultdict(list)
    texts = EditionText.objects.filter(language=language).select_related("edition__review").defer("tree")
    for text in texts.annotate(notes=F("tree__notes")).order_by("-edition"):
        for note in text.notes:
            if note["observation"] in wanted:
                found[note["observation"]].append(Printing(text.edition, note["number"]))
    return dict(found)


@dataclass
class Verdict(ledger.Verdict):
    """What a walk through ledger and editions found.

    ``rewritten`` counts the files that this release writes just as they are. One that it writes otherwise is no
    fault: what was published is what is kept.
    """

    editions: int = 0
    rewritten: int = 0


def verify(anchored: Iterable[Anchor] = ()) -> Verdict:
    """Everything the ledger checks, and for each edition that its text, its files and its anchor are what they were."""
    walked = ledger.verify(anchored)
    verdict = Verdict(walked.entries, walked.spans, walked.documents, walked.faults)
    held = set(Edition.objects.values_list("review__period", "number"))
    for thing in events.things("make"):
        period, _, number = thing.removeprefix("edition:").rpartition(":")
        if (period, int(number)) not in held:
            verdict.find(
                gettext_noop("Edition {number} of {period} was made and is gone."), number=number, period=period
            )
    for edition in Edition.objects.select_related("review").prefetch_related("texts"):
        told = {"number": edition.number, "period": edition.review.period}
        if not ledger.reaches(edition.ledger_count, edition.ledger_head):
            verdict.find(
                gettext_noop("Edition {number} of {period} names a state of the ledger that it no longer has."), **told
            )
        trees = {text.language: text.tree for text in edition.texts.all()}
        whole = fingerprint(trees) == edition.content_sha256
        if not whole:
            verdict.find(
                gettext_noop("Edition {number} of {period} does not say what it said when it was made."), **told
            )
        _walk_files(verdict, edition, trees if whole else {})
    return verdict


def _walk_files(verdict: Verdict, edition: Edition, trees: dict[str, Tree]) -> None:
    """Every file is what was made, and none is gone; those whose tree is as it was are written again."""
    found: set[tuple[str, str]] = set()
    for kept in edition.files.all():
        verdict.editions += 1
        found.add((kept.language, kept.format))
        told = {"number": edition.number, "period": edition.review.period, "language": kept.language}
        content: object = kept.content  # SQLite keeps no type: a tampered file may come back as text
        if not isinstance(content, bytes) or sha256(content).hexdigest() != kept.sha256:
            verdict.find(
                gettext_noop("Edition {number} of {period} in {language} as {format} is not the file that was made."),
                format=kept.format,
                **told,
            )
        elif kept.language in trees and kept.format in WRITERS:
            verdict.rewritten += WRITERS[kept.format](trees[kept.language]) == content
    formats = {format for _, format in found} or {"html"}
    for language, format in sorted({(language, format) for language in trees for format in formats} - found):
        verdict.find(
            gettext_noop("Edition {number} of {period} has lost its file in {language} as {format}."),
            number=edition.number,
            period=edition.review.period,
            language=language,
            format=format,
        )
