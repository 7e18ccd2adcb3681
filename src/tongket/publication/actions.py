"""Making editions: the review as it stands, frozen in every language and format."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils import translation

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events
from tongket.base.actors import Actor
from tongket.base.localities import LANGUAGES
from tongket.ledger import queries as ledger
from tongket.publication.composing import compose
from tongket.publication.models import Edition, EditionFile, EditionText
from tongket.publication.report import Tree, fingerprint
from tongket.publication.writers import WRITERS
from tongket.review.models import Review


@transaction.atomic
def make(*, by: Actor, at: datetime, review: Review) -> Edition:
    """Freeze the review as it stands; when nothing has changed since the newest edition, that one is returned."""
    policy.require(by, Permission.MAKE_EDITION)
    newest = Edition.objects.filter(review=review).order_by("-number").first()
    # Composed as that edition would be now, against the one before it: its changes are then no news.
    if newest is not None and fingerprint(_trees(review, newest.number)) == newest.content_sha256:
        return newest
    number = newest.number + 1 if newest else 1
    trees = _trees(review, number)
    head = ledger.head()
    edition = Edition.objects.create(
        review=review,
        number=number,
        made_at=at,
        made_by=str(by),
        ledger_count=head.count,
        ledger_head=head.hash,
        content_sha256=fingerprint(trees),
    )
    for language, tree in trees.items():
        EditionText.objects.create(edition=edition, language=language, tree=tree)
        for format, write in WRITERS.items():
            content = write(tree)
            EditionFile.objects.create(
                edition=edition,
                language=language,
                format=format,
                content=content,
                sha256=sha256(content).hexdigest(),
            )
    events.leave(by=str(by), at=at, verb="make", thing=f"edition:{review.period}:{number}", head=head.hash)
    return edition


def _trees(review: Review, number: int) -> dict[str, Tree]:
    """What edition ``number`` says when it is made now, after the edition before it."""
    before = EditionText.objects.filter(edition__review=review, edition__number=number - 1)
    previous = {text.language: text.tree for text in before}
    trees: dict[str, Tree] = {}
    for language in LANGUAGES:
        with translation.override(language):
            trees[language] = compose(review, number=number, language=language, previous=previous.get(language)).tree()
    return trees
