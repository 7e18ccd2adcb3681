"""In what money an amount is whose words do not say it: a plain dollar, a scale word alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.amounts import Quantity
from tongket.reading.measures import units_of
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import Cues

_ENOUGH = 200_000
# A report names its place early: only a text that does not is looked through further.
_BEGINNING = 30_000
# Signs that several countries share: the currency that a pack reads, and the table of the places of each.
_SHARED = (("INR", "rupees"), ("KES", "shillings"), ("ZMW", "kwachas"))
# Named beside the currency of the country everywhere.
_OF_THE_WORLD = ("USD", "EUR", "CNY")


def in_currency_of_the_text(found: Sequence[Quantity], lower: str, pack: LanguagePack) -> list[Quantity]:
    """The quantities of a text, the amounts in the currencies that it means."""
    for unit, places in _SHARED:
        found = _with_country(found, unit, places, lower, pack)
    return _with_dollar(_with_currency(list(found), lower, pack), lower, pack)


def _with_country(
    found: Sequence[Quantity], unit: str, places: str, lower: str, pack: LanguagePack
) -> Sequence[Quantity]:
    """“Rs 5 million” is in the rupees of the country that the text speaks of most."""
    if not any(quantity.unit == unit for quantity in found):
        return found
    meant = _most_named(pack.cues(places), lower)
    return [replace(q, unit=meant) if meant and q.unit == unit else q for q in found]


def _with_dollar(found: list[Quantity], lower: str, pack: LanguagePack) -> list[Quantity]:
    """A plain dollar is that of the country the text speaks of most, or whose words it uses, and else the US dollar."""
    if not any(quantity.unit == "$" for quantity in found):
        return found
    unit = _most_named(pack.cues("dollars"), lower) or _hinted(found, lower, pack) or "USD"
    return [replace(quantity, unit=unit) if quantity.unit == "$" else quantity for quantity in found]


def _most_named(places: Cues, lower: str) -> str | None:
    """The currency of which most places are named."""
    for start, end in ((0, _BEGINNING), (_BEGINNING, _ENOUGH)):
        named = Counter(place.value for place in places.all(lower, start, end))
        if named:
            return named.most_common(1)[0][0]
    return None


def _hinted(found: Sequence[Quantity], lower: str, pack: LanguagePack) -> str | None:
    """The dollar of those who write “per cent” and speak of “the province”, unless other money is named as well."""
    others = {q.unit for q in found if q.family == "currency"} - {"$", "USD", "cents"}
    spelt = pack.cues("dollar_spellings").first(lower, 0, _ENOUGH)
    return _most_named(pack.cues("dollar_hints"), lower) if spelt and not others else None


def _with_currency(found: list[Quantity], lower: str, pack: LanguagePack) -> list[Quantity]:
    """“316.7 billion” without a currency is, in a text of another country that shares the language, in the
    currency that this text names.
    """
    own = set(pack.get("numbers.bare_scale", {}))
    named = Counter(q.unit for q in found if q.family == "currency" and _names_currency(q, lower, pack))
    foreign = [unit for unit, _ in named.most_common() if unit not in _OF_THE_WORLD]
    if not own or not foreign or own & set(named):
        return found
    return [replace(q, unit=foreign[0]) if q.family == "currency" and q.unit in own else q for q in found]


def _names_currency(quantity: Quantity, lower: str, pack: LanguagePack) -> bool:
    units = units_of(pack)
    return any(
        hit.value == quantity.unit
        for cues in (units.after, units.before)
        for hit in cues.all(lower, quantity.start, quantity.end)
    )
