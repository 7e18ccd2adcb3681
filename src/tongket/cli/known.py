"""``--as-known-at``: what was known at a moment, on every command that writes figures out."""

from __future__ import annotations

import argparse
from datetime import datetime

from tongket.base import moments
from tongket.cli.texts import gettext


def arguments(parser: argparse.ArgumentParser) -> None:
    """The moment; none means now."""
    parser.add_argument(
        "--as-known-at",
        metavar=gettext("MOMENT"),
        help=gettext("what was known at a moment, a day (its end) or a time in ISO form"),
    )


def moment(options: argparse.Namespace) -> datetime | None:
    """The moment asked for, in the time of the office; raises InvalidInput. Django has to have started."""
    if options.as_known_at is None:
        return None
    from django.utils import timezone

    return moments.parse(options.as_known_at, timezone.get_default_timezone())
