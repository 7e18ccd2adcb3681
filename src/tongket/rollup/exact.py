"""Exact arithmetic on arrays of scaled int64, where numpy wraps silently: bounds are checked first.

What would not fit on the way is reckoned with Python's whole numbers; a result that does not fit is refused.
``MISSING`` marks a cell without a figure.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tongket.base.errors import InvalidInput, gettext_noop

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

MISSING = np.iinfo(np.int64).min
LARGEST = int(np.iinfo(np.int64).max)
LIMIT = LARGEST // 2
"""The greatest figure: the difference of any two still fits."""


class TooLarge(InvalidInput):
    """A figure does not fit into 64 bits at the decimals of its indicator."""

    code = "tongket.too_large"


def too_large() -> TooLarge:
    """The refusal of a figure that does not fit."""
    return TooLarge(
        gettext_noop(
            "A figure needs more than 64 bits at the decimals of its indicator: state the indicator in a larger unit "
            "of measure or with fewer decimals."
        )
    )


def magnitude(numbers: NDArray[Any]) -> int:
    """The greatest absolute value; no member may be MISSING."""
    return max(int(numbers.max()), -int(numbers.min())) if numbers.size else 0


def figures(numbers: NDArray[Any]) -> Ints:
    """Whole numbers as figures; raises TooLarge where one is beyond ``LIMIT``."""
    if magnitude(numbers) > LIMIT:
        raise too_large()
    return numbers.astype(np.int64, copy=False)


def prefix_sums(numbers: NDArray[Any]) -> NDArray[Any]:
    """Sums of all before each place along the last axis, one longer than it."""
    length = numbers.shape[-1]
    kind = np.dtype(np.int64) if magnitude(numbers) * length <= LARGEST else np.dtype(object)
    sums = np.empty((*numbers.shape[:-1], length + 1), kind)
    sums[..., 0] = 0
    np.cumsum(numbers, axis=-1, out=sums[..., 1:], dtype=kind)
    return sums


def product(one: Ints, other: Ints) -> NDArray[Any]:
    """The products, as Python's numbers where one might not fit."""
    if magnitude(one) * magnitude(other) > LARGEST:
        return np.multiply(one, other, dtype=object)
    return np.multiply(one, other)


def quotients(tops: NDArray[Any], bases: NDArray[Any], times: int = 1, by: int = 1) -> Ints:
    """``tops`` × times / (``bases`` × by), half to even; MISSING where a base is not positive.

    Where a top is MISSING the caller has set its base to 0.
    """
    defined = bases > 0
    tops, bases = np.where(defined, tops, 0), np.where(defined, bases, 1)
    if tops.dtype == object or bases.dtype == object or _wide(tops, times) or _wide(bases, by):
        return _by_python(tops, bases, defined, times, by)
    if times != 1:
        tops *= times
    if by != 1:
        bases *= by
    whole: Ints = tops // bases
    rest = tops
    rest -= whole * bases
    left = bases - rest
    whole += (rest > left) | ((rest == left) & (whole & 1 == 1))
    whole[~defined] = MISSING
    return whole


def _wide(numbers: Ints, times: int) -> bool:
    return magnitude(numbers) * times > LARGEST


def _by_python(tops: NDArray[Any], bases: NDArray[Any], defined: Bools, times: int, by: int) -> Ints:
    result = np.full(tops.shape, MISSING, np.int64)
    for place in zip(*np.nonzero(defined), strict=True):
        result[place] = quotient(int(tops[place]) * times, int(bases[place]) * by)
    return result


def quotient(top: int, base: int) -> int:
    """One quotient by a positive base, half to even; raises TooLarge."""
    whole, rest = divmod(top, base)
    whole += 2 * rest > base or (2 * rest == base and whole % 2 == 1)
    if abs(whole) > LIMIT:
        raise too_large()
    return whole


def percents(values: Ints, bases: Ints, decimals: int) -> Ints:
    """``values`` in percent of ``bases``, scaled by ``decimals``; MISSING where either is, or the base not positive."""
    return quotients(values, np.where(values == MISSING, 0, bases), 100 * 10**decimals)
