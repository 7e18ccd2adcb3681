"""What the pages have in common: the review at hand."""

from __future__ import annotations

from tongket.base.errors import NotFound, gettext_noop
from tongket.review import queries as reviews
from tongket.review.models import Review


def newest_review() -> Review:
    """The review that pages without a year of their own speak of; raises NotFound when there is none."""
    review = reviews.reviews().first()
    if review is None:
        raise NotFound(gettext_noop("No year is held here yet."))
    return review
