"""Moments as people write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from tongket.base.errors import InvalidInput, gettext_noop


def parse(text: str, zone: tzinfo) -> datetime:
    """A moment in ISO form, in ``zone`` where it names none; a day alone means its end.

    Raises InvalidInput for what is neither.
    """
    try:
        if len(text) == len("2025-01-31"):
            following = date.fromisoformat(text) + timedelta(days=1)
            return datetime.combine(following, time(), zone) - timedelta(microseconds=1)
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        raise InvalidInput(
            gettext_noop("“{text}” is neither a day (2025-01-31) nor a moment (2025-01-31T17:00)."), text=text
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
