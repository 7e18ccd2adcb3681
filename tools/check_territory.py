"""Check recasting and reorganising against official tables that do not ship with the project. Part of ./dev check.

FOLDER/data/uk_ogl: the same population on the areas before and after a merger. FOLDER/data/de_bbsr: divided districts
with shares by population and, with blanks, by employment. The figures that are divided are made up: no totals
on old districts are at hand; what is checked is that each row is used or named and nothing is lost. FOLDER/data/other:
the communes of one province before and after the decree of 1 January 2025.
"""

import csv
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import tongket as package

UNITS_OFF_ONE = 464
"""Unit-years of the German table whose population shares do not sum to 1 as printed (counted in the source)."""

LEFT_IN = ("07732", "07693", "07744")
"""Codes that public mirrors of the list of January 2025 kept for Bac Giang, and the official list has not."""

PROVINCE = ("24", "Tỉnh Bắc Giang")

ENGLISH = {**os.environ, "TONGKET_LANGUAGE": "en"}

Shares = dict[str, dict[str, str]]


def main(data: Path, tongket: str) -> int:
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        run = Recast(Path(place), tongket)
        if (data / "uk_ogl").is_dir():
            faults += united_kingdom(data / "uk_ogl", run)
        if (data / "de_bbsr").is_dir():
            faults += germany(data / "de_bbsr", run)
        if (data / "other").is_dir():
            faults += bac_giang(data / "other", tongket)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


class Recast:
    """The command, on tables given as rows."""

    def __init__(self, folder: Path, tongket: str) -> None:
        self.folder, self.tongket = folder, tongket

    def __call__(
        self, values: Iterable[Sequence[object]], lineage: Iterable[Sequence[str]]
    ) -> tuple[dict[str, list[str]], list[str]]:
        """The rows by unit, and what was said on standard error."""
        files = {name: self.folder / f"{name}.csv" for name in ("values", "lineage", "out")}
        _write(files["values"], values)
        _write(files["lineage"], [["from", "to", "share"], *lineage])
        command = [self.tongket, "recast", str(files["values"])]
        command += ["--lineage", str(files["lineage"]), "--out", str(files["out"])]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=ENGLISH)
        return {row[0]: row[1:] for row in _read(files["out"])[1:]}, done.stderr.splitlines()


def united_kingdom(folder: Path, recast: Recast) -> list[str]:
    """Areas of 2019 recast to those of 2020 must equal the official table."""
    before, after = (_read(folder / f"pop_mid2019_on_{year}_lads.csv") for year in (2019, 2020))
    with (folder / "lad_code_changes_2016_2024.csv").open(encoding="utf-8", newline="") as file:
        pairs = {(row["ltla19_code"], row["ltla20_code"]): None for row in csv.DictReader(file)}
    values = [["unit", *before[0][2:]], *([row[0], *row[2:]] for row in before[1:])]
    got, said = recast(values, [[*pair, "1"] for pair in pairs if all(pair)])
    want = {row[0]: row[2:] for row in after[1:]}
    cells = sum(len(row) for row in want.values())
    same = sum(one == other for unit, row in want.items() for one, other in zip(row, got.get(unit, []), strict=False))
    print(f"United Kingdom, areas of 2019 as of 2020: {same} of {cells} cells equal the official table")
    return [] if same == cells and got.keys() == want.keys() and not said else ["United Kingdom: not as published"]


def germany(folder: Path, recast: Recast) -> list[str]:
    """Districts of each year recast to those of 2020."""
    faults: list[str] = []
    rows = list(_dictionaries(folder / "kreise_crosswalk_1990_2019_to_2020.csv"))
    years = sorted({row["year_xw"] for row in rows})
    off = 0
    refused = 0
    for column in ("pop_conv", "emp_conv"):
        for year in years:
            shares: Shares = defaultdict(dict)
            for row in rows:
                if row["year_xw"] == year:
                    shares[row["ags_xw"]][row["ags20"]] = row[column]
            figures = {unit: 1_000_003 + 7919 * place for place, unit in enumerate(sorted(shares))}
            edges = [[unit, target, share] for unit, parts in shares.items() for target, share in parts.items()]
            got, said = recast([["unit", "made up"], *figures.items()], edges)
            unknown = {unit for unit, parts in shares.items() if len(parts) > 1 and "" in parts.values()}
            off += sum("sum to" in line for line in said) if column == "pop_conv" else 0
            refused += len(unknown)
            if any(not any(f" {unit} was divided" in line for line in said) for unit in unknown):
                faults.append(f"Germany {year}, {column}: a unit whose shares are not known is not named")
            faults += [f"Germany {year}, {column}: {fault}" for fault in _compare(shares, figures, unknown, got)]
    print(
        f"Germany, {len(years)} years as of 2020: {len(rows)} rows; {off} unit-years with other sums than 1 reported; "
        f"{refused} unit-years without employment shares refused"
    )
    if off != UNITS_OFF_ONE:
        faults.append(f"Germany: {off} unit-years are reported, and {UNITS_OFF_ONE} have shares that do not sum to 1")
    return faults


def _compare(shares: Shares, figures: dict[str, int], unknown: set[str], got: dict[str, list[str]]) -> Iterable[str]:
    """Where the result is not what the rows say, each share as a fraction of their sum."""
    want: dict[str, Fraction] = defaultdict(Fraction)
    empty = {target for unit in unknown for target in shares[unit]}
    for unit, parts in shares.items():
        total = sum(Fraction(share) for share in parts.values() if share)
        for target, share in parts.items():
            if unit not in unknown:
                want[target] += figures[unit] * (Fraction(share) / total if len(parts) > 1 else 1)
    if got.keys() != want.keys() | empty:
        yield "the units are not those of the table"
    for target, [figure] in got.items():
        if (not figure) != (target in empty):
            yield f"{target} is {figure or 'empty'}"
        elif figure and abs(Fraction(figure) - want[target]) > Fraction(1, 10_000):
            yield f"{target} is {figure}, and the rows say {float(want[target])}"
    if not unknown and sum(Decimal(figure) for [figure] in got.values()) != sum(figures.values()):
        yield "the total is not conserved"


def bac_giang(folder: Path, tongket: str) -> list[str]:
    """The 209 communes of November 2024 and the decree of January 2025; a list that keeps three more is refused."""
    table = list(_dictionaries(folder / "bac_giang_209_to_192_changes.csv"))
    columns = ("ward_code", "ward_name", "district_code", "district_name", "province_code", "province_name")
    days = [
        [
            [row["ward_code"], row[f"name_{day}"], row[f"district_code_{day}"], row[f"district_{day}"], *PROVINCE]
            for row in table
            if row[f"district_code_{day}"]
        ]
        for day in ("20241101", "20250101")
    ]
    after = {row[0] for row in days[1]}
    planted = [[code, f"Xã {code}", "213", "Thành phố Bắc Giang", *PROVINCE] for code in LEFT_IN]
    with tempfile.TemporaryDirectory() as place:
        for name, rows in (("old", days[0]), ("right", days[1]), ("wrong", [*days[1], *planted])):
            _write(Path(place) / f"{name}.csv", [columns, *rows])
        edges = [[row["ward_code"], row["ward_code"] if row["ward_code"] in after else "", ""] for row in table]
        _write(Path(place) / "decree.csv", [["from", "to", "share"], *edges])
        workspace = ("--workspace", f"{place}/workspace")
        # Of a workspace that holds the lists of June 2025 already, the lists of January are not the first word.
        region = Path(place) / "region"
        shutil.copytree(Path(package.__file__).parent / "packs" / "bacgiang", region)
        header = (region / "pack.toml").read_text(encoding="utf-8")
        (region / "pack.toml").write_text(header.replace('units_around = "vietnam"', ""), encoding="utf-8")
        made = [tongket, "demo", "--no-serve", "--pack", str(region), *workspace]
        subprocess.run(made, stdout=subprocess.DEVNULL, check=True)

        def take_in(name: str, *more: str) -> subprocess.CompletedProcess[str]:
            command = [tongket, "units", "import", f"{place}/{name}.csv", "--within", "24", *more, *workspace]
            return subprocess.run(command, capture_output=True, text=True, env=ENGLISH)

        decree = ("--on", "2025-01-01", "--decree", f"{place}/decree.csv", "--number", "1191/NQ-UBTVQH15")
        old = take_in("old", "--on", "2024-11-01")
        wrong = take_in("wrong", *decree)
        right = take_in("right", *decree)
    named = [code for code in LEFT_IN if any(line.startswith(code) for line in wrong.stderr.splitlines())]
    print(f"Bac Giang, January 2025: {len(table)} to {len(after)} communes; {len(named)} of 3 codes left in are named")
    wanted = (old.returncode, wrong.returncode, right.returncode) == (0, 1, 0) and "  moved: 27\n" in right.stdout
    return [] if wanted and len(named) == 3 else ["Bac Giang: the lists were not taken in as they are"]


def _dictionaries(file: Path) -> Iterable[dict[str, str]]:
    header, *rows = _read(file)
    return (dict(zip(header, row, strict=True)) for row in rows)


def _read(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.reader(text))


def _write(file: Path, rows: Iterable[Sequence[object]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows(rows)
