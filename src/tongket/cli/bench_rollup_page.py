"""What is measured of pages: a unit's scorecard as a browser gets it, from a workspace that keeps every total.

Recording one entry after another, each with its hash, would take a day. So the tables are filled as they would be by
then: every total of every unit, and of the communes that are asked about every entry too, whose hashes nobody reads.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib import import_module
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from tongket.base.periods import Period
from tongket.base.quantities import decimal_text
from tongket.cli import bench_rollup_data as data
from tongket.cli import workspace
from tongket.rollup import facts
from tongket.rollup.covering import covered
from tongket.rollup.cube import Cube
from tongket.rollup.exact import MISSING
from tongket.rollup.rules import MEASURES, Meaning
from tongket.totals.rules import sorting

if TYPE_CHECKING:
    from tongket.ledger.models import Evidence
    from tongket.units.models import Unit

Row = tuple[str | int | date | bytes | None, ...]
"""Of a table."""

Lives = dict[tuple[str, int], int]
"""The keys of units, by code and era."""

_ASKED = 4
"""How many communes are asked about, beside the province."""

_TIMES = 200
_AT = datetime(data.FIRST + data.YEARS, 1, 1, tzinfo=UTC)
_TOTALS = """
    INSERT INTO tongket_total
        (unit_id, indicator, period, measure, period_end, value, sorting, units, differing, top, base)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, 0, %s, %s)
"""
_ENTRIES = """
    INSERT INTO tongket_observation (
        seq, unit_id, indicator_id, period, period_start, period_end, measure, value, evidence_id, hash, recorded_at,
        comparison, verification, unit_of_measure, half_unit, basis, denominator, modifier, recorded_by, reason,
        previous_hash
    )
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, 'value', 'self_reported', 'units', '0', '', '', '', '', '', '')
"""
_THEMES = (
    *("budget", "economy", "finance", "governance", "growth", "investment"),
    *("party", "production", "rural", "services", "society", "trade"),
)


def measure(paths: Sequence[Path], rows: int, folder: Path) -> dict[str, Any]:
    """Milliseconds of pages of units drawn at random, in any month and of any theme, each with all comparisons.

    The request passes through everything but the socket.
    """
    workspace.create_within(folder / "workspace", language="vi")
    from django.conf import settings  # Django has started by now

    settings.ALLOWED_HOSTS = ["testserver"]
    cube = Cube(data.scheme(rows))
    for part in facts.read(paths):
        cube.load(part)
    cube.roll()
    lives = _units(cube)
    chance = random.Random(5)  # noqa: S311 - nothing is kept secret by it
    communes = chance.sample([cube.units[at] for at in cube.layouts[-1].leaves.tolist()], _ASKED)
    indicators = _indicators(cube)
    totals = _without_indexes(lambda: _fill(_TOTALS, _totals(cube, lives)))
    entries = _fill(_ENTRIES, _entries(cube, lives, indicators, communes, _evidence()))
    del cube.figures
    import_module(settings.ROOT_URLCONF)
    gc.freeze()  # as serve does
    seconds = []
    for at in range(_TIMES):
        unit = "p" if at % 2 else chance.choice(communes)
        seconds.append(_asked(unit, _period(chance.randrange(data.YEARS * data.PER_YEAR)), chance.choice(_THEMES)))
    gc.unfreeze()
    hundredths = quantiles(seconds, n=100)
    names = ("page_p50_ms", "page_p95_ms", "page_totals", "page_entries")
    return dict(zip(names, (hundredths[49] * 1000, hundredths[94] * 1000, totals, entries), strict=True))


def _asked(unit: str, period: Period, theme: str) -> float:
    from django.test import Client

    started = time.perf_counter()
    on = period.last_day.isoformat()
    response = Client().get(f"/units/{unit}/?on={on}&period={period.code}&theme={theme}", secure=True, follow=True)
    seconds = time.perf_counter() - started
    if response.status_code != 200 or b'class="card"' not in response.content:
        raise RuntimeError(f"no scorecard of {unit} in {period}: {response.status_code}")
    return seconds


def _period(at: int) -> Period:
    return Period.parse(f"{data.FIRST + at // data.PER_YEAR:04}-{at % data.PER_YEAR + 1:02}")


def _units(cube: Cube) -> Lives:
    """Each unit by its code and era; one that stands below another unit in the second era begins a new life."""
    from tongket.units.models import BEFORE_RECORDS, Unit

    changed = _period(data.CHANGE).start
    eras = [layout.era.parents for layout in cube.layouts]
    made: dict[tuple[str, int], Unit] = {}
    levels = {"p": "province", "d": "district"}
    for number, parents in enumerate(eras):
        for code, parent in parents.items():
            if number and eras[0].get(code, "") == parent and (parent is None or made[parent, 0] is made[parent, 1]):
                made[code, 1] = made[code, 0]
                continue
            ends = not number and eras[1].get(code, "") != parent
            made[code, number] = Unit(
                code=code,
                level=levels.get(code[0], "commune"),
                names={"en": code, "vi": code, "ru": code},
                parent=made[parent, number] if parent else None,
                valid_from=changed if number else BEFORE_RECORDS,
                valid_to=changed if ends else None,
            )
            made[code, number].save()
    return {key: unit.pk for key, unit in made.items()}


def _indicators(cube: Cube) -> list[int]:
    """The indicators of the cube in their order, a twelfth of them in each theme."""
    from tongket.base.actors import Actor
    from tongket.catalogue import actions
    from tongket.catalogue.definitions import IndicatorDefinition

    def define(at: int, meaning: Meaning) -> int:
        name = f"{meaning.indicator} ({meaning.method})"
        definition = IndicatorDefinition(
            code=meaning.indicator,
            names={"en": name, "vi": name, "ru": name},
            definition={"en": data.MARK["tongket"]},
            unit_of_measure="units",
            aggregation=meaning.method.value,
            direction=meaning.direction,
            theme=_THEMES[at * len(_THEMES) // len(cube.scheme.meanings)],
            valid_from=date(2000, 1, 1),
            weight=meaning.weight,
            part=meaning.part,
            whole=meaning.whole,
            factor=meaning.factor,
            decimals=meaning.decimals,
        )
        return actions.define(by=Actor("pack", "synthetic"), at=_AT, definition=definition).pk

    return [define(at, meaning) for at, meaning in enumerate(cube.scheme.meanings)]


def _totals(cube: Cube, lives: Lives) -> Iterator[Row]:
    """In the order of their key, so that the table only grows at its end."""
    order = sorted((meaning.indicator, row, meaning.decimals) for row, meaning in enumerate(cube.scheme.meanings))
    measures = sorted(range(len(MEASURES)), key=MEASURES.__getitem__)
    for unit, key, era in sorted((code, key, era) for (code, era), key in lives.items()):
        layout, place = cube.layouts[era], cube.unit_place[unit]
        inner = place in layout.inner
        periods = [(_period(at).code, _period(at).end.isoformat()) for at in range(layout.start, layout.stop)]
        coverage = [covered(cube, at, place) for at in range(layout.start, layout.stop)] if inner else []
        cells = cube.figures[:, :, layout.periods, place].tolist()
        for code, row, decimals in order:
            for at, (period, end) in enumerate(periods):
                for measure in measures:
                    value = cells[row][measure][at]
                    if value != MISSING:
                        units = coverage[at][measure][row].units if inner else 1
                        exact = Decimal(value).scaleb(-decimals)
                        sums = _sums(cube, row, measure, layout.start + at, place)
                        yield (
                            key,
                            code,
                            period,
                            MEASURES[measure],
                            end,
                            decimal_text(exact),
                            sorting(exact),
                            units,
                            *sums,
                        )


def _sums(cube: Cube, row: int, measure: int, at: int, place: int) -> tuple[str, str]:
    """Above and below the line of a ratio; of other figures pages show none."""
    ratio = cube.ratio_row.get(row)
    if ratio is None:
        return "", ""
    meaning = cube.scheme.meanings[row]
    found = []
    for sums, code in ((cube.tops, meaning.part), (cube.bases, meaning.whole)):
        decimals = cube.scheme.meanings[cube.row[code]].decimals
        found.append(decimal_text(Decimal(int(sums[ratio, measure, at, place])).scaleb(-decimals)))
    return found[0], found[1]


def _evidence() -> Evidence:
    from tongket.base.actors import Actor
    from tongket.documents import actions as documents
    from tongket.ledger import actions

    by = Actor("pack", "synthetic")
    particulars = documents.Particulars(
        slug="synthetic", doc_type="report", titles={"en": data.MARK["tongket"]}, language="en"
    )
    document = documents.receive(by=by, at=_AT, particulars=particulars, text=data.MARK["tongket"])
    return actions.cite(document=document, start=0, end=9)


def _entries(
    cube: Cube,
    lives: Lives,
    indicators: Sequence[int],
    communes: Sequence[str],
    evidence: Evidence,
) -> Iterator[Row]:
    seq = 0
    for commune in communes:
        for era, layout in enumerate(cube.layouts):
            if (commune, era) not in lives:
                continue
            for at in range(layout.start, layout.stop):
                period = _period(at)
                for row, meaning in enumerate(cube.scheme.meanings):
                    for measure, name in enumerate(MEASURES):
                        value = int(cube.figures[row, measure, at, cube.unit_place[commune]])
                        if value != MISSING and not meaning.part:
                            seq += 1
                            about = lives[commune, era], indicators[row], period.code, period.start, period.end
                            exact = decimal_text(Decimal(value).scaleb(-meaning.decimals))
                            said = name, exact, evidence.pk, f"{seq:064x}", _AT
                            yield seq, *about, *said


def _fill(statement: str, rows: Iterator[Row]) -> int:
    from django.db import connection, transaction

    count = 0
    with connection.cursor() as cursor:
        # A measurement that is interrupted is begun anew.
        cursor.execute("PRAGMA journal_mode = OFF")
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("PRAGMA cache_size = -500000")
        with transaction.atomic():
            while batch := list(islice(rows, 50_000)):
                cursor.executemany(statement, batch)
                count += len(batch)
    return count


def _without_indexes(fill: Callable[[], int]) -> int:
    """Fill the table of totals while it has no index but its key; they are made from all rows at once."""
    from django.db import connection

    from tongket.totals.models import Total

    with connection.schema_editor() as editor:
        for index in Total._meta.indexes:
            editor.remove_index(Total, index)
    count = fill()
    with connection.schema_editor() as editor:
        for index in Total._meta.indexes:
            editor.add_index(Total, index)
    return count
