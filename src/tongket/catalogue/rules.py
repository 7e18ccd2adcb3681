"""Whether what an indicator is rolled up with fits the way in which it is."""

from __future__ import annotations

from tongket.base.errors import gettext_noop
from tongket.catalogue.definitions import IndicatorDefinition

MOST_DECIMALS = 12
"""To more decimals no quotient of official figures says anything."""

_WEIGHT = gettext_noop(
    "{code}: a weight is for a weighted mean or an index; part and whole, both, for a ratio or a share."
)
_ITSELF = gettext_noop("{code}: an indicator cannot weigh itself or be a part of itself.")
_FACTOR = gettext_noop("{code}: the factor is a whole number from 1 on, 100 where the unit of measure is %.")
_DECIMALS = gettext_noop("{code}: decimals are a whole number from 0 to 12.")


def unfit(definition: IndicatorDefinition) -> str | None:
    """What does not fit, as a text to show; None where all does. Whether the codes are known is not asked here."""
    weight, pair = bool(definition.weight), (bool(definition.part), bool(definition.whole))
    if definition.aggregation in ("weighted_mean", "index"):
        fits = not any(pair)
    elif definition.aggregation in ("ratio_of_sums", "share"):
        fits = not weight and pair[0] == pair[1]
    else:
        fits = not weight and not any(pair)
    if not fits:
        return _WEIGHT
    if definition.code in (definition.weight, definition.part, definition.whole):
        return _ITSELF
    if definition.factor < 1 or (any(pair) and definition.unit_of_measure == "%" and definition.factor != 100):
        return _FACTOR
    return None if 0 <= definition.decimals <= MOST_DECIMALS else _DECIMALS
