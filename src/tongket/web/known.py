"""``?known=``: a page as of what was known at a moment. The banner says so, and links keep it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.http import HttpRequest
from django.utils import timezone

from tongket.base.errors import InvalidInput, gettext_noop


def known_of(request: HttpRequest) -> datetime | None:
    """The moment that is asked for; None for now. A day means its end, and times are those of the office.

    Raises InvalidInput for what is neither a day nor a moment in ISO form.
    """
    asked = request.GET.get("known", "")
    if not asked:
        return None
    try:
        return _moment(asked)
    except (ValueError, OverflowError):
        raise InvalidInput(
            gettext_noop("“{asked}” is neither a day (2025-01-31) nor a moment (2025-01-31T17:00)."), asked=asked
        ) from None


def _moment(asked: str) -> datetime:
    if len(asked) == len("2025-01-31"):
        last = datetime.combine(date.fromisoformat(asked) + timedelta(days=1), time())
        return timezone.make_aware(last) - timedelta(microseconds=1)
    moment = datetime.fromisoformat(asked)
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
