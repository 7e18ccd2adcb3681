"""What one edition states and the one before did not, number by number. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Source = TypeVar("Source", bound=Hashable)
Key = tuple[Hashable, ...]


@dataclass(frozen=True)
class Stated(Generic[Source]):
    """A number as an edition states it: ``key`` says of what, ``said`` how much, ``source`` where it comes from.

    ``corrects`` are the sources that this one takes the place of.
    """

    key: Key
    said: Key
    source: Source
    corrects: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Change(Generic[Source]):
    """A number that is another one now; ``before`` is None for one that is new, ``after`` for one that is gone."""

    before: Source | None
    after: Source | None


Numbers = dict[tuple[Key, Key], list[Stated[Source]]]


def compare(before: Iterable[Stated[Source]], after: Iterable[Stated[Source]]) -> list[Change[Source]]:
    """Every number that differs, in the order of ``after``; what is gone comes last.

    The same number from another source is no change. Where a key has several numbers, as when sources differ, one
    is taken to have become another only if it was corrected to it, or if no other was lost or gained.
    """
    had, has = _numbers(before), _numbers(after)
    gone = {number: stated for number, stated in had.items() if number not in has}
    new = {number: stated for number, stated in has.items() if number not in had}
    was = _corrected(gone, new)
    was |= _alone(_without(gone, was.values()), _without(new, was))
    changes = [
        Change(gone[was[number]][0].source if number in was else None, stated[0].source)
        for number, stated in new.items()
    ]
    return changes + [Change(stated[0].source, None) for stated in _without(gone, was.values()).values()]


def _numbers(stated: Iterable[Stated[Source]]) -> Numbers[Source]:
    """Each number with the sources that state it."""
    numbers: Numbers[Source] = {}
    for one in stated:
        numbers.setdefault((one.key, one.said), []).append(one)
    return numbers


def _without(numbers: Numbers[Source], taken: Iterable[tuple[Key, Key]]) -> Numbers[Source]:
    settled = set(taken)
    return {number: stated for number, stated in numbers.items() if number not in settled}


def _corrected(gone: Numbers[Source], new: Numbers[Source]) -> dict[tuple[Key, Key], tuple[Key, Key]]:
    """The lost number that each new one was corrected from, where it is about the same thing."""
    of = {one.source: number for number, stated in gone.items() for one in stated}
    was: dict[tuple[Key, Key], tuple[Key, Key]] = {}
    for number, stated in new.items():
        found = [of[source] for one in stated for source in one.corrects if source in of]
        free = [lost for lost in found if lost[0] == number[0] and lost not in was.values()]
        if free:
            was[number] = free[0]
    return was


def _alone(gone: Numbers[Source], new: Numbers[Source]) -> dict[tuple[Key, Key], tuple[Key, Key]]:
    """The lost number of each key that lost one and gained one."""
    lost, gained = _by_key(gone), _by_key(new)
    return {
        numbers[0]: lost[key][0] for key, numbers in gained.items() if len(numbers) == 1 and len(lost.get(key, ())) == 1
    }


def _by_key(numbers: Numbers[Source]) -> dict[Key, list[tuple[Key, Key]]]:
    keys: dict[Key, list[tuple[Key, Key]]] = {}
    for number in numbers:
        keys.setdefault(number[0], []).append(number)
    return keys
