"""What is read in a text, as the tables of expectations write it."""

from tongket.reading.claims import FigureClaim, ReferenceClaim, TaskClaim
from tongket.reading.pipeline import read_text


def figures(sentence: str, language: str = "auto") -> list[FigureClaim]:
    return [claim for claim in read_text(sentence, language=language) if isinstance(claim, FigureClaim)]


def read(sentence: str) -> list[str]:
    """The figures of a sentence as "value unit kind [direction] [basis]"."""
    found = []
    for claim in figures(sentence):
        basis = None if claim.basis == "none" else claim.basis
        record = claim.as_record()
        found.append(" ".join(str(x) for x in (record["value"], claim.unit, claim.kind, claim.direction, basis) if x))
    return found


def timed(text: str, language: str = "auto") -> list[tuple[str | None, str]]:
    """Period and status of each figure."""
    return [(figure.period, figure.status) for figure in figures(text, language)]


def cited(text: str, language: str = "auto") -> list[tuple[str, str | None, str | None, str | None]]:
    """Kind, number, symbol and date of each document."""
    claims = [claim for claim in read_text(text, language=language) if isinstance(claim, ReferenceClaim)]
    return [(claim.doc_type, claim.number, claim.symbol, claim.date) for claim in claims]


def told(text: str, language: str = "auto") -> list[tuple[str | None, str | None]]:
    """Who is to act, and by when."""
    claims = [claim for claim in read_text(text, language=language) if isinstance(claim, TaskClaim)]
    return [(claim.assignee, claim.deadline) for claim in claims]
