"""From a TOML table to a frozen dataclass, driven by its type hints; every mistake is named with its place.

A ``Mapping[str, str]`` is a name in all three languages; a ``Mapping[str, tuple[str, ...]]`` holds phrases
by language; an ``… | None`` or a field with a default may be left out.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from tongket.base.errors import InvalidInput

LANGUAGES = ("en", "vi", "ru")
LABELS = ("code", "slug", "label", "document")  # what a person calls an entry by
T = TypeVar("T")


def entries(cls: type[T], value: object, where: str) -> tuple[T, ...]:
    """A list of tables, each read as ``cls``; ``where`` is extended by the number and name of the entry."""
    if not isinstance(value, list):
        raise InvalidInput(f"{where}: expected a list of tables, written [[…]]")
    read = []
    for number, table in enumerate(value, 1):
        read.append(entry(cls, table, f"{where} {number}{_label(table)}"))
    return tuple(read)


def _label(table: object) -> str:
    keys = [k for k in LABELS if k in table] if isinstance(table, dict) else []
    return f" (“{table[keys[0]]}”)" if keys and isinstance(table, dict) else ""


def entry(cls: type[T], table: object, where: str) -> T:
    """One table read as ``cls``."""
    if not isinstance(table, dict):
        raise InvalidInput(f"{where}: expected a table of keys and values")
    hints = get_type_hints(cls)
    fields = {f.name.rstrip("_"): f for f in dataclasses.fields(cls) if f.init}  # type: ignore[arg-type]
    unknown = sorted(set(table) - set(fields))
    if unknown:
        raise InvalidInput(f"{where}: unknown key “{unknown[0]}”; expected keys: {', '.join(fields)}")
    values: dict[str, Any] = {}
    for key, field in fields.items():
        if key in table:
            values[field.name] = _value(hints[field.name], table[key], f"{where}, {key}")
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise InvalidInput(f"{where}: “{key}” is missing")
    return cls(**values)


def _value(hint: Any, value: Any, where: str) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _value(next(a for a in args if a is not NoneType), value, where)
    if origin is Literal:
        return _expect(value in args, value, where, "one of " + ", ".join(f'"{a}"' for a in args))
    if origin is tuple:
        if args[0] is not str:
            return entries(args[0], value, where)
        _expect(isinstance(value, list) and all(_is_text(v) for v in value), value, where, "a list of texts")
        return tuple(value)
    if origin is not None and issubclass(origin, Mapping):
        return _by_language(args[1], value, where)
    if hint is str:
        return _expect(_is_text(value), value, where, "a text that is not empty")
    if hint is int:
        return _expect(type(value) is int, value, where, "a whole number")
    if hint is dt.date:
        return _expect(type(value) is dt.date, value, where, "a date without quotes, such as 2024-12-31")
    return entry(hint, value, where)


def _by_language(hint: Any, value: Any, where: str) -> Mapping[str, Any]:
    _expect(isinstance(value, dict), value, where, f"a table with the languages {', '.join(LANGUAGES)}")
    for language in value:
        if language not in LANGUAGES:
            raise InvalidInput(f"{where}: unknown language “{language}”; expected: {', '.join(LANGUAGES)}")
    for language in LANGUAGES:
        if hint is str and language not in value:
            raise InvalidInput(f"{where}: “{language}” is missing; give it in {', '.join(LANGUAGES)}")
    return MappingProxyType({k: _value(hint, v, f"{where}.{k}") for k, v in value.items()})


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _expect(holds: bool, value: Any, where: str, expected: str) -> Any:
    if not holds:
        shown = value if isinstance(value, str | int | float | dt.date) else type(value).__name__
        raise InvalidInput(f"{where}: “{shown}” does not fit; expected {expected}")
    return value
