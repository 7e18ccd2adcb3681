"""A recorded unit, as maps take it."""

from __future__ import annotations

from tongket.publication import wording
from tongket.units.models import Unit
from tongket.web.maps import Located


def located(unit: Unit, *, amount: float | None = None, known: bool = True) -> Located:
    """The unit with its seat and boundary, as far as they are recorded. A map is drawn in floats; no figure comes
    from it."""
    centre, boundary = getattr(unit, "centre", None), getattr(unit, "boundary", None)
    return Located(
        unit.code,
        wording.name(unit.names),
        (float(centre.longitude), float(centre.latitude)) if centre else None,
        boundary.geometry if boundary else None,
        amount,
        known,
    )
