"""Reading awards."""

from __future__ import annotations

from django.db.models import QuerySet

from tongket.awards.models import Award
from tongket.review.models import Review


def of(review: Review) -> QuerySet[Award]:
    """The awards of a review in the order of its report."""
    return Award.objects.filter(review=review).select_related("evidence__document")
