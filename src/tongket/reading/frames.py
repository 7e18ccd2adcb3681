"""The cues of a pack that say what a figure is compared with, by the place where they count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import Cues


@dataclass(frozen=True, slots=True)
class Frames:
    """The cues of a pack, by the place where they count."""

    trend: Cues
    direct: Cues
    after: Cues
    heads: Cues
    copulas: Cues
    marker: Cues
    level: Cues
    share: Cues
    contribution: Cues
    rate: Cues
    basis: Cues
    basis_after: Cues
    index: Cues
    fulfilled: Cues
    joining: Cues
    continuing: Cues
    partitive: Cues
    reached: Cues
    verbs: Cues
    counterpart: Cues
    beside: Cues
    origin: Cues
    goal: Cues
    index_heads: Cues
    index_growth: Cues
    moves: Cues
    equals: Cues
    amid: Cues
    amid_basis: Cues
    balance: Cues
    over: Cues
    index_behind: Cues
    growths: Cues
    anaphora: Cues
    speeds: Cues
    thresholds: Cues
    outputs: Cues
    to_next: Cues
    than: Cues
    hired: Cues
    slowing: Cues
    growers: Cues
    no_day: Cues


@cache
def frames_of(pack: LanguagePack) -> Frames:
    """The cues of a pack, compiled once."""
    return Frames(*(pack.cues(f"comparison.{name}") for name in Frames.__slots__))
