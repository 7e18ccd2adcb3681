"""From a text to its claims: the stages in order, each a pure function over immutable spans."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tongket.catalogue.definitions import Catalogue
from tongket.reading.claims import Claim, FigureClaim, ReferenceClaim
from tongket.reading.detection import detect_language
from tongket.reading.negatives import negative_spans
from tongket.reading.normalise import NormalisedText, normalise
from tongket.reading.packs import LanguagePack, language_pack
from tongket.reading.periods import find_periods
from tongket.reading.quantities import Place, find_quantities
from tongket.reading.ranks import find_ranks
from tongket.reading.references import find_references


def read_text(
    text: str,
    *,
    language: str = "auto",
    catalogue: Catalogue | None = None,
    document_date: date | None = None,
) -> list[Claim]:
    """All claims of a text, sorted by start, end and type.

    ``language`` is the code of a pack, or "auto". With a ``catalogue``, figures that safely mean one
    of its indicators carry its code. ``document_date`` says when the text was written: it resolves
    dates without a year. Pure and deterministic, linear in the length of the text; raises
    InvalidInput for an unknown language only.
    """
    normalised = normalise(text)
    pack = language_pack(detect_language(normalised.lower) if language == "auto" else language)
    if not normalised.text:
        return []
    claims = _read(normalised, pack)
    return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.type))


def _read(source: NormalisedText, pack: LanguagePack) -> list[Claim]:
    text, lower = source.text, source.lower
    periods = find_periods(lower, pack)
    references = find_references(text, lower, pack, periods)
    masked: list[Place] = [*negative_spans(text), *((r.start, r.end) for r in references)]
    ranks = find_ranks(lower, pack, masked)
    masked += ((r.start, r.end) for r in ranks)
    masked += ((p.start, p.end) for p in periods)
    quantities = find_quantities(lower, pack, masked)
    claims: list[Claim] = []
    for reference in references:
        start, end = source.original_span(reference.start, reference.end)
        claims.append(
            ReferenceClaim(
                start,
                end,
                source.original[start:end],
                reference.rule,
                reference.doc_type,
                reference.number,
                reference.symbol,
                reference.date,
                reference.issuer,
            )
        )
    for q in quantities:
        start, end = source.original_span(q.start, q.end)
        claims.append(
            FigureClaim(
                start,
                end,
                source.original[start:end],
                f"{pack.code}.{q.family}",
                q.value,
                q.printed,
                q.half_unit,
                q.unit,
                "count" if q.family in ("count", "noun") else "level",
                of=q.of,
                bound=q.bound,
                modifier=q.modifier,
                word=q.word,
            )
        )
    for r in ranks:
        start, end = source.original_span(r.start, r.end)
        claims.append(
            FigureClaim(
                start,
                end,
                source.original[start:end],
                f"{pack.code}.rank",
                r.value,
                r.value,
                Decimal("0.5"),
                "rank",
                "rank",
                of=r.of,
                word=r.word,
                peers=r.peers,
                field=source.text[slice(*r.field)] if r.field else None,
            )
        )
    return claims
