"""Derived figures and disagreements in words. They say that they were computed here, and from what."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext

from tongket.base import localities
from tongket.ledger.models import Comparison
from tongket.publication import wording
from tongket.review.queries import Disagreement, ImpliedBase


def implied(base: ImpliedBase) -> str:
    """What a comparison implies: ``the plan: 59–61 billion USD``."""
    low, high = base.interval.printed
    between = localities.between(low, high, base.value.unit_of_measure, wording.language())
    return gettext("{basis}: {interval}").format(basis=wording.basis(base.comparison), interval=between)


def arithmetic(base: ImpliedBase) -> str:
    """How it was computed: ``4,370 USD ÷ (1 + 10.6%)``."""
    value = wording.value(base.value)
    percent = localities.percent(abs(base.comparison.quantity.value), wording.language())
    if base.comparison.comparison == Comparison.PLAN_RATIO:
        return f"{value} ÷ {percent}"
    sign = "\N{MINUS SIGN}" if base.comparison.quantity.value < 0 else "+"
    return f"{value} ÷ (1 {sign} {percent})"


def disagreement(found: Disagreement) -> str:
    """By how much two sources differ, and whether rounding could explain it."""
    lang = wording.language()
    amount, unit = found.difference.amount, found.one.unit_of_measure
    if unit == "%":
        shown = gettext("{number} percentage points").format(number=localities.number(amount, lang))
    else:
        shown = localities.quantity(amount, unit, lang)
    one, other = wording.value(found.one), wording.value(found.other)
    differ = gettext("{one} and {other} differ by {amount}.").format(one=one, other=other, amount=shown)
    return f"{differ} {_explanation(found)}"


def _explanation(found: Disagreement) -> str:
    if found.difference.by_printing:
        return gettext("Rounding to the printed digits would explain it.")
    step = found.difference.rounded_to
    if step is None:
        return gettext("Rounding does not explain it.")
    one, other = found.one.quantity.value, found.other.quantity.value
    coarse = found.one if _zeros(one) > _zeros(other) else found.other
    text = gettext("It would be explained if {value} was rounded to multiples of {step}.")
    return text.format(
        value=wording.value(coarse), step=localities.quantity(step, coarse.unit_of_measure, wording.language())
    )


def _zeros(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)
