"""What a decree does, as the terminal prints it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from tongket.base.errors import gettext_noop
from tongket.cli.texts import gettext
from tongket.reorganisation.rules import Effect, EffectKind, Listed
from tongket.units.lineage import Edge, Lineage

KINDS = {
    EffectKind.CREATE: gettext_noop("created"),
    EffectKind.RENAME: gettext_noop("renamed"),
    EffectKind.RECODE: gettext_noop("given another code"),
    EffectKind.MOVE: gettext_noop("moved"),
    EffectKind.MERGE: gettext_noop("merged"),
    EffectKind.SPLIT: gettext_noop("divided"),
    EffectKind.DISSOLVE: gettext_noop("ended without a successor"),
}


def print_counts(effects: Iterable[Effect]) -> None:
    """How many effects there are of each kind."""
    counts = Counter(effect.kind for effect in effects)
    for kind in EffectKind:
        if counts[kind]:
            print(f"  {gettext(KINDS[kind])}: {counts[kind]}")


def print_effects(effects: Iterable[Effect], before: Mapping[str, Listed], after: Mapping[str, Listed]) -> None:
    """One line for each effect: what it is, from which units to which."""
    for effect in effects:
        ends = ((effect.origins, before), (effect.targets, after))
        old, new = (", ".join(_shown(code, units) for code in codes) for codes, units in ends)
        print(f"{gettext(KINDS[effect.kind])}: {' → '.join(part for part in (old, new) if part)}")


def _shown(code: str, units: Mapping[str, Listed]) -> str:
    return f"{code} {units[code].name}" if code in units else "?"


def printed(lineage: Lineage, edge: Edge) -> str:
    """A share as a decimal, to 12 places where it does not end before; empty when it is unknown."""
    share = lineage.fate(edge.origin).share(edge.target)
    if share is None:
        return ""
    digits = f"{round(share * 10**12):013}"
    whole = Fraction(share).denominator == 1
    return str(int(share)) if whole else f"{digits[:-12]}.{digits[-12:]}".rstrip("0")
