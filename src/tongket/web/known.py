"""``?known=``: a page as of what was known at a moment. The banner says so, and links keep it."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone

from tongket.base import moments


def known_of(request: HttpRequest) -> datetime | None:
    """The moment that is asked for, in the time of the office; None for now. Raises InvalidInput."""
    asked = request.GET.get("known", "")
    return moments.parse(asked, timezone.get_default_timezone()) if asked else None
