"""What a bench measures: processor time of one process, and agreement with the annotation."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tongket.catalogue.definitions import Catalogue
from tongket.cli.bench_peers import Reader
from tongket.cli.bench_texts import Sample
from tongket.reading.claims import FigureClaim
from tongket.reading.normalise import normalise
from tongket.reading.packs import language_pack
from tongket.reading.periods import find_periods
from tongket.reading.pipeline import measured, read_text
from tongket.reading.references import find_references
from tongket.reading.scoring import Found, Score, score
from tongket.reading.segments import segment

_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Quality:
    """The scores of one reader on some texts: by value and unit, and by value alone."""

    whole: Score
    by_value: Score


def seconds(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """Processor seconds of the quickest of several rounds: what is slower was disturbed."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def figures_seconds(text: str, language: str) -> tuple[float, float]:
    """The figures stage (negative frames, numbers, units, ranks; dates and documents are known), and all up to it."""
    pack = language_pack(language)
    source = normalise(text)
    periods = find_periods(source.lower, pack)
    references = find_references(source.text, source.lower, pack, periods)
    segments = segment(source.text, pack)

    def from_text() -> None:
        fresh = normalise(text)
        dates = find_periods(fresh.lower, pack)
        cited = find_references(fresh.text, fresh.lower, pack, dates)
        measured(fresh, pack, dates, cited, segment(fresh.text, pack))

    return seconds(lambda: measured(source, pack, periods, references, segments)), seconds(from_text)


def pipeline_seconds(text: str, language: str, catalogue: Catalogue, rounds: int = _ROUNDS) -> float:
    """All stages, from a text to its claims, linked to the indicators of a catalogue."""
    return seconds(lambda: read_text(text, language=language, catalogue=catalogue), rounds)


def ours(text: str, language: str) -> list[Found]:
    """The figures that Tongket reads."""
    claims = read_text(text, language=language)
    return [Found(c.start, c.end, c.value, c.unit) for c in claims if isinstance(c, FigureClaim)]


def quality(reader: Reader, texts: Sequence[Sample]) -> Quality:
    """How well a reader reads the figures of annotated texts."""
    whole = by_value = Score()
    for sample in texts:
        found = reader(sample.text, sample.language)
        whole += score(sample.figures, found)
        by_value += score(sample.figures, found, by_value=True)
    return Quality(whole, by_value)
