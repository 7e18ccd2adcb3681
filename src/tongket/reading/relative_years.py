"""Years that are counted from the year of a text: “five years ago”, «за пять лет», «в ближайшие три года».

Until that year is known a period keeps how far it is off: ``=-05``, ``=-05/=`` (from then to the year), ``=/=+02``.
"""

from __future__ import annotations

import re

# The roles of such periods and of “today”: they hold where they stand, and no deadline is read from them.
RELATIVE = ("now", "ago", "back", "ahead", "later")
_COUNTED = re.compile(r"=([+-]\d\d)?(?:/=([+-]\d\d)?)?")


def counted_years(role: str, count: int) -> str:
    """The form that a number of years keeps: ``ago``, ``in`` so many years, or all ``back`` or ``ahead`` of now."""
    back, ahead, ahead_of = f"=-{count:02}", f"=+{count:02}", f"=/=+{count - 1:02}"
    return {"ago": back, "later": ahead, "back": f"{back}/=", "ahead": ahead_of, "on": ahead_of}[role]


def resolved(iso: str, year: int) -> str:
    """The year or the years that a kept form means in a text of ``year``; any other form as it is."""
    kept = _COUNTED.fullmatch(iso)
    if kept is None:
        return iso
    years = [str(year + int(off or 0)) for off in kept.groups()[: 1 + ("/" in iso)]]
    return "-".join(years)
