"""From a TOML table to a frozen dataclass, driven by its type hints; every mistake is named with its place.

A ``Mapping[str, str]`` is a name in all three languages of the pages; a ``Mapping[str, tuple[str, ...]]`` holds
phrases of texts by any language that is read; an ``… | None`` or a field with a default may be left out.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.reading.packs import known_languages

LANGUAGES = ("en", "vi", "ru")
LABELS = ("code", "slug", "label", "document")  # what a person calls an entry by
T = TypeVar("T")


def entries(cls: type[T], value: object, where: str) -> tuple[T, ...]:
    """A list of tables, each read as ``cls``; ``where`` is extended by the number and name of the entry."""
    if not isinstance(value, list):
        raise InvalidInput(gettext_noop("{where}: expected a list of tables, written [[…]]."), where=where)
    return tuple(entry(cls, table, f"{where} {n}{_label(table)}") for n, table in enumerate(value, 1))


def _label(table: object) -> str:
    names = [table[key] for key in LABELS if key in table] if isinstance(table, dict) else []
    return f" (“{names[0]}”)" if names else ""


def entry(cls: type[T], table: object, where: str) -> T:
    """One table read as ``cls``."""
    if not isinstance(table, dict):
        raise InvalidInput(gettext_noop("{where}: expected a table of keys and values."), where=where)
    hints = get_type_hints(cls)
    fields = {f.name.rstrip("_"): f for f in dataclasses.fields(cls) if f.init}  # type: ignore[arg-type]
    for key in table:
        if key not in fields:
            message = gettext_noop("{where}: unknown key “{key}”; expected keys: {known}.")
            raise InvalidInput(message, where=where, key=key, known=", ".join(fields))
    values: dict[str, Any] = {}
    for key, field in fields.items():
        if key in table:
            values[field.name] = _value(hints[field.name], table[key], f"{where}, {key}")
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise InvalidInput(gettext_noop("{where}: the key “{key}” is missing."), where=where, key=key)
    return cls(**values)


def _value(hint: Any, value: Any, where: str) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _value(next(a for a in args if a is not NoneType), value, where)
    if origin is tuple and args[0] is not str:
        return entries(args[0], value, where)
    if origin is not None and origin not in (tuple, Literal):
        return _by_language(args[1], value, where)
    if dataclasses.is_dataclass(hint):
        return entry(hint, value, where)  # type: ignore[arg-type]
    shown = value if isinstance(value, str | int | float | dt.date) else type(value).__name__
    if origin is Literal and value not in args:
        message = gettext_noop("{where}: “{shown}” does not fit; expected one of: {known}.")
        raise InvalidInput(message, where=where, shown=shown, known=", ".join(args))
    if origin is tuple and not (isinstance(value, list) and all(map(_is_text, value))):
        raise InvalidInput(gettext_noop("{where}: expected a list of texts in quotes."), where=where)
    if hint is str and not _is_text(value):
        message = gettext_noop("{where}: “{shown}” does not fit; expected a text in quotes, not an empty one.")
        raise InvalidInput(message, where=where, shown=shown)
    if hint is int and type(value) is not int:
        message = gettext_noop("{where}: “{shown}” does not fit; expected a whole number.")
        raise InvalidInput(message, where=where, shown=shown)
    if hint is dt.date and type(value) is not dt.date:
        message = gettext_noop("{where}: “{shown}” is no date; expected one without quotes, as 2024-12-31.")
        raise InvalidInput(message, where=where, shown=shown)
    return tuple(value) if origin is tuple else value


def _by_language(hint: Any, value: Any, where: str) -> Mapping[str, Any]:
    possible = LANGUAGES if hint is str else known_languages()
    known = ", ".join(possible)
    if not isinstance(value, dict) or not set(value) <= set(possible):
        message = gettext_noop("{where}: expected a table by language, with the keys {known}.")
        raise InvalidInput(message, where=where, known=known)
    for language in LANGUAGES:
        if hint is str and language not in value:
            message = gettext_noop("{where}: the language “{language}” is missing; give all of {known}.")
            raise InvalidInput(message, where=where, language=language, known=known)
    return MappingProxyType({k: _value(hint, v, f"{where}.{k}") for k, v in value.items()})


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
