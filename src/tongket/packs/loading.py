"""Load a pack by its name (installed with the package) or by the path of its folder; no database needed."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from tongket.base.errors import InvalidInput, NotFound, gettext_noop
from tongket.catalogue.definitions import Catalogue, FormulaDefinition, IndicatorDefinition
from tongket.packs.checks import check
from tongket.packs.definitions import (
    Correction,
    DocumentDefinition,
    Pack,
    PackHeader,
    PlanDefinition,
    ReorganisationDefinition,
    TableReading,
    UnitDefinition,
)
from tongket.packs.entries import entries, entry

# Which entries each file may hold. Of these files only the first two must be there.
FILES: dict[str, dict[str, type[Any]]] = {
    "units.toml": {"unit": UnitDefinition, "reorganisation": ReorganisationDefinition},
    "indicators.toml": {"indicator": IndicatorDefinition, "formula": FormulaDefinition},
    "documents.toml": {"document": DocumentDefinition},
    "tables.toml": {"table": TableReading},
    "corrections.toml": {"correction": Correction},
    "plan.toml": {"plan": PlanDefinition},
}
REQUIRED = ("units.toml", "indicators.toml")


def available() -> list[str]:
    """The names of the packs installed with the package."""
    folder = files("tongket.packs")
    return sorted(p.name for p in folder.iterdir() if p.joinpath("pack.toml").is_file())


def load(name_or_path: str) -> Pack:
    """The pack of that name, or in that folder, checked as a whole.

    Raises NotFound when there is no such pack, InvalidInput when a file of it cannot be read or does not
    hold together; the message says which file and entry, and what was expected.
    """
    root = _find(name_or_path)
    header = entry(PackHeader, _toml(root, "pack.toml"), "pack.toml")
    read: dict[str, tuple[Any, ...]] = {}
    for file, kinds in FILES.items():
        data = _toml(root, file) if file in REQUIRED or root.joinpath(file).is_file() else {}
        unknown = sorted(set(data) - set(kinds))
        if unknown:
            message = gettext_noop("{where}: unknown key “{key}”; expected keys: {known}.")
            raise InvalidInput(message, where=file, key=unknown[0], known=", ".join(kinds))
        for key, cls in kinds.items():
            read[key] = entries(cls, data.get(key, []), f"{file}, {key}")
    pack = Pack(
        **vars(header),
        units=read["unit"],
        reorganisations=read["reorganisation"],
        catalogue=Catalogue(read["indicator"]),
        formulas=read["formula"],
        documents=read["document"],
        tables=read["table"],
        corrections=read["correction"],
        plans=read["plan"],
        root=root,
    )
    check(pack)
    return pack


@cache
def general_catalogue() -> Catalogue:
    """The indicators that regions commonly report, for texts of a region that has no pack of its own.

    An indicator that a pack defines too bears the same code there. Amounts are in MONEY: the currency is the text's.
    """
    root = files("tongket.packs").joinpath("general")
    header = _toml(root, "catalogue.toml")
    found: list[IndicatorDefinition] = []
    for file in header["files"]:
        data = _toml(root, file)
        common = {"theme": data["theme"], "valid_from": header["valid_from"]}
        tables = [{**common, **table} for table in data["indicator"]]
        found += entries(IndicatorDefinition, tables, f"general/{file}, indicator")
    return Catalogue(tuple(found))


def catalogue_of(name_or_path: str | None) -> Catalogue:
    """The catalogue that texts are read with: that of the pack named, or else the general one."""
    return load(name_or_path).catalogue if name_or_path else general_catalogue()


def _find(name_or_path: str) -> Traversable:
    if name_or_path in available():
        return files("tongket.packs").joinpath(name_or_path)
    path = Path(name_or_path)
    if not path.joinpath("pack.toml").is_file():
        raise NotFound(
            gettext_noop(
                "There is no pack “{name}”. Installed packs: {known}. "
                "A pack of your own is named by the path of its folder, which holds a pack.toml."
            ),
            name=name_or_path,
            known=", ".join(available()),
        )
    return path


def _toml(root: Traversable, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(root.joinpath(file).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InvalidInput(gettext_noop("{file}: the pack must have such a file."), file=file) from error
    except UnicodeDecodeError as error:
        message = gettext_noop("{file}: byte {byte} is not UTF-8; save the file as UTF-8.")
        raise InvalidInput(message, file=file, byte=error.start) from error
    except tomllib.TOMLDecodeError as error:
        message = gettext_noop("{file}: not valid TOML: {reason}.")
        raise InvalidInput(message, file=file, reason=error) from error
