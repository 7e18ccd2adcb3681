"""What a pack may hold of the country around a region: lists of units, decrees, tables of figures by unit, formulas."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path

from tongket.catalogue.definitions import FormulaDefinition, IndicatorDefinition, Names
from tongket.packs.entries import entries


@dataclass(frozen=True)
class UnitList:
    """A list of units in force on a day; with a decree, the list is the one after it."""

    file: str
    on: date
    decree: str = ""
    number: str = ""


@dataclass(frozen=True)
class FigureTable:
    """A table of figures, and where it comes from."""

    file: str
    title: Names
    source_url: str
    licence: Names


@dataclass(frozen=True)
class Around:
    """Everything of one name; ``folder`` holds the files."""

    folder: Path
    lists: tuple[UnitList, ...]
    figures: tuple[FigureTable, ...] = ()
    indicators: tuple[IndicatorDefinition, ...] = field(default=())
    formulas: tuple[FormulaDefinition, ...] = field(default=())


def around(name: str) -> Around | None:
    """What is installed under a name; None when it is no such name."""
    folder = files("tongket.packs") / name
    if not name.isidentifier() or not (folder / "lists.toml").is_file():
        return None
    held = tomllib.loads((folder / "lists.toml").read_text(encoding="utf-8"))
    indicators = tomllib.loads((folder / "indicators.toml").read_text(encoding="utf-8"))
    return Around(
        Path(str(folder)),
        entries(UnitList, held["list"], "lists.toml, list"),
        entries(FigureTable, held.get("figures", []), "lists.toml, figures"),
        entries(IndicatorDefinition, indicators["indicator"], "indicators.toml, indicator"),
        entries(FormulaDefinition, indicators.get("formula", []), "indicators.toml, formula"),
    )
