"""From a text to its claims: the stages in order, each a pure function over immutable spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tongket.base.periods import Period as Span
from tongket.catalogue.definitions import Catalogue
from tongket.reading.accounting import opens_accounts
from tongket.reading.amounts import Place, Quantity
from tongket.reading.areas import Areas
from tongket.reading.awards import find_awards
from tongket.reading.bases import A_YEAR_BEFORE, Comparison, Surroundings
from tongket.reading.carried_bases import CarriedBases
from tongket.reading.circumstances import Circumstances
from tongket.reading.cited_horizons import without_cited_horizons, years_of_cited_programme
from tongket.reading.claims import (
    PREVIOUS_PERIOD,
    AwardClaim,
    Claim,
    Direction,
    FigureClaim,
    FindingClaim,
    ReferenceClaim,
    Status,
    TaskClaim,
)
from tongket.reading.comparisons import Comparer
from tongket.reading.context import Timeline, Timing
from tongket.reading.counted_months import counted_months
from tongket.reading.currencies import in_currency_of_the_text
from tongket.reading.dating import with_years, year_of_text
from tongket.reading.detection import detect_language
from tongket.reading.findings import find_findings
from tongket.reading.headlines import as_told_below
from tongket.reading.linking import Linker
from tongket.reading.links import NO_LINK
from tongket.reading.list_heads import ListHeads
from tongket.reading.negatives import negative_spans
from tongket.reading.normalise import NormalisedText, normalise
from tongket.reading.outlooks import Outlooks
from tongket.reading.packs import LanguagePack, language_pack
from tongket.reading.periods import (
    DAY,
    DEADLINES,
    MONTH,
    Period,
    as_quarter,
    find_periods,
    opening_month,
    period_just_before,
)
from tongket.reading.plan_lists import PlanLists
from tongket.reading.quantities import find_quantities
from tongket.reading.ranks import find_ranks
from tongket.reading.reached_by import reached_by
from tongket.reading.references import Reference, find_references
from tongket.reading.relative_years import RELATIVE
from tongket.reading.schemes import Schemes
from tongket.reading.segments import Segments, segment
from tongket.reading.stamps import Stamp, issued
from tongket.reading.subjects import Subject, SubjectFinder
from tongket.reading.tasks import find_tasks
from tongket.reading.told_bases import Said
from tongket.reading.topics import Topics
from tongket.reading.years import without_counts
from tongket.reading.years_of_heads import of_its_programme, year_of_issue, years_of_programme
from tongket.reading.years_reviewed import parts_of_years
from tongket.reading.years_under_way import year_of_open_parts

_NEAR = 8
_HEAD = 200
_CITED = 40


def read_text(
    text: str,
    *,
    language: str = "auto",
    catalogue: Catalogue | None = None,
    document_date: date | None = None,
    received_on: date | None = None,
    covers: Span | None = None,
) -> list[Claim]:
    """All claims of a text, sorted by start, end and type.

    ``language`` is the code of a pack, or "auto". With a ``catalogue``, figures that safely mean one
    of its indicators carry its code. ``document_date`` says when the text was written: it resolves
    dates without a year. ``received_on`` is the day on which it came, which does so where nothing else names a year.
    ``covers`` is the period that somebody says the text is about: figures are of it where the text around them names
    no other. Pure and deterministic, linear in the length of the text; raises
    InvalidInput for an unknown language only.
    """
    normalised = normalise(text)
    pack = language_pack(detect_language(normalised.lower) if language == "auto" else language)
    if not normalised.text:
        return []
    known = Circumstances(document_date, received_on, covers)
    claims = _read(normalised, pack, catalogue, known)
    return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.type))


def _read(source: NormalisedText, pack: LanguagePack, catalogue: Catalogue | None, known: Circumstances) -> list[Claim]:
    text, lower = source.text, source.lower
    stamp = issued(lower)
    periods = counted_months(without_counts(find_periods(lower, pack), lower, pack), lower, pack)
    if stamp:
        periods = [p for p in periods if p.start >= stamp.end]
    references = find_references(text, lower, pack, periods)
    segments = segment(text, pack)
    quantities = measured(source, pack, periods, references, segments)
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
    for finding in find_findings(text, lower, pack, segments):
        start, end = source.original_span(finding.start, finding.end)
        quote = source.original[start:end]
        claims.append(FindingClaim(start, end, quote, finding.rule, finding.kind, " ".join(quote.split())))
    # A report is cited by the time it is about, and so tells it: «Báo cáo tình hình kinh tế - xã hội quý I năm 2025».
    # So does an appropriation bill: what it gives is of its year.
    budgets = pack.cues("status.budget.word")
    timed = {r for r in references if r.doc_type == "report" or budgets.first(lower, r.start, r.end)}
    closed = [r for r in references if r.number or r not in timed]
    starts, ends = [r.start for r in closed], [r.end for r in closed]
    inside = [bisect_right(starts, p.start) for p in periods]
    free = [p for p, index in zip(periods, inside, strict=True) if not (index and p.start < ends[index - 1])]
    programme = years_of_programme(lower, pack, periods)
    free = of_its_programme(lower, pack, periods, references, free, programme)
    free = without_cited_horizons(lower, pack, free)
    named = [p for p in free if p.year]
    past = next((p for p in (*(p for p in named if p.role not in DEADLINES), *named)), None)
    decreed = _year_of_decree(lower, pack, closed)
    composed = int(programme.iso[:4]) - 1 if programme else 0
    if decreed is None or decreed < composed - 1:  # «Программа на 2017-2019 годы … закон от 06.10.2003 № 131-ФЗ»
        decreed = composed or decreed
    told = decreed or year_of_issue(lower, pack, free)
    told = told or year_of_open_parts(lower, pack, free, year_of_text(lower, pack, free))
    told = told or _year_of_cited(references, free)
    year = known.issued.year if known.issued else stamp.year if stamp else told or known.year
    held = free
    fiscal = past is not None and past.iso.startswith("FY")
    if fiscal and year and not known.issued and any(p.iso.startswith("--") for p in free):
        first = opening_month(lower, pack)
        held = [p.with_year(year - 1) if opens_accounts(p.iso, first) else p for p in free]
    for award in find_awards(text, lower, pack, segments, free, quantities):
        start, end = source.original_span(award.start, award.end)
        claims.append(
            AwardClaim(
                start,
                end,
                source.original[start:end],
                award.rule,
                award.title,
                award.recipients,
                award.count,
                award.period,
                award.condition,
            )
        )
    areas = Areas(text, lower, pack)
    fixed = [p for p in free if p.role not in (*RELATIVE, "so_far", "total", "last_term", "that_term")]
    tasks = find_tasks(text, lower, pack, fixed, segments, areas, year, dated=known.issued is not None)
    for task in tasks:
        start, end = source.original_span(task.start, task.end)
        quote = source.original[start:end]
        claims.append(TaskClaim(start, end, quote, task.rule, task.action, task.assignee, task.deadline))
    told = stamp.year if stamp else told
    calendar = sum(not p.iso.startswith("FY") for p in named) > sum(p.iso.startswith("FY") for p in named)
    fiscal = fiscal and not calendar
    issued_in = (stamp.year, stamp.month) if stamp and stamp.month else None
    issued_in = (known.issued.year, known.issued.month) if known.issued else issued_in
    held = parts_of_years(held, lower, pack, year)
    held = with_years(lower, pack, held, year, told, fiscal=fiscal, stamped=stamp is not None, issued=issued_in)
    held = reached_by(held, lower, pack, year)
    ordered = [(task.start, task.end) for task in tasks]
    cited = years_of_cited_programme(periods, references)
    claims += _figures(
        source, pack, segments, held, quantities, year, stamp, catalogue, areas, ordered, decreed, cited, known
    )
    return claims


def _year_of_decree(lower: str, pack: LanguagePack, references: Sequence[Reference]) -> int | None:
    """«Утверждена постановлением администрации от 14.11.2022 № 521», at the head of a text: when it was made; and not
    “Implementing Decision No. 16 dated 26 December 2024”, which is older.
    """
    first = next((r for r in references if r.number), None)
    if first is None or first.start > _HEAD or not DAY.fullmatch(first.date or ""):
        return None
    if pack.cues("periods.acting_on").ending(lower, max(0, first.start - _CITED), first.start):
        return None
    return int((first.date or "")[:4])


def _year_of_cited(references: Sequence[Reference], periods: Sequence[Period]) -> int | None:
    """“On 17 April … under Plan No. 44 dated April 11, 2025”: of days without a year, that of the latest document."""
    if all(not p.iso.startswith("--") for p in periods):
        return None
    return max((int(r.date[:4]) for r in references if r.date and DAY.fullmatch(r.date)), default=None)


def measured(
    source: NormalisedText,
    pack: LanguagePack,
    periods: Sequence[Period],
    references: Sequence[Reference],
    segments: Segments,
) -> list[Quantity]:
    """The figures stage: every quantity and rank of a text whose dates, cited documents and sentences are known."""
    text, lower = source.text, source.lower
    masked: list[Place] = [*negative_spans(text), *((r.start, r.end) for r in references)]
    ranks = find_ranks(lower, pack, masked)
    masked += ((r.start, r.end) for r in ranks)
    masked += ((p.start, p.end) for p in periods)
    found = find_quantities(lower, pack, masked, (s.start for s in segments.sentences))
    return sorted(
        (*ranks, *in_currency_of_the_text(found, lower, pack)),
        key=lambda q: (q.start, q.end),
    )


def _figures(
    source: NormalisedText,
    pack: LanguagePack,
    segments: Segments,
    periods: Sequence[Period],
    quantities: Sequence[Quantity],
    year: int | None,
    stamp: Stamp | None,
    catalogue: Catalogue | None,
    areas: Areas,
    ordered: Sequence[Place],
    decreed: int | None,
    programme: Period | None,
    known: Circumstances,
) -> list[Claim]:
    comparer = Comparer(source.lower, pack, periods)
    timeline = Timeline(source.lower, pack, periods, year, [q.start for q in quantities], stamp, known.covered)
    timeline.ordered, timeline.decreed, timeline.cited_programme = ordered, decreed, programme
    outlooks = Outlooks(source.lower, pack)
    schemes = Schemes(source.lower, pack, year)
    plans = PlanLists(source.lower, pack)
    topics = Topics(source.lower, pack)
    heads = ListHeads(source.lower, pack, comparer)
    sinces = CarriedBases(source.lower, pack, comparer)
    claims: list[Claim] = []
    before: Comparison | None = None
    indexed: Comparison | None = None
    last: Timing | None = None
    whole: Timing | None = None  # of the last figure that no bracket holds
    said: Said | None = None
    inherited: Status | None = None
    led: Direction | None = None  # the way of the figure before
    listed = False
    subject: Subject | None = None
    linked = NO_LINK
    subjects = SubjectFinder(source.text, source.lower, pack, periods)
    linker = Linker(source.text, source.lower, pack, periods, catalogue or Catalogue())
    current, first, left = -1, 0, 0
    for index, quantity in enumerate(quantities):
        number = segments.index_at(quantity.start)
        sentence = segments.sentences[number]
        if number != current:
            near = whole and current >= 0 and segments.sentences[current].paragraph == sentence.paragraph
            below = whole and current >= 0 and segments.sentences[current].paragraph + 1 == sentence.paragraph
            listed = current >= 0 and timeline.lists(segments.sentences[current], sentence, within=listed)
            next_one = near and number == current + 1
            parts = listed or (next_one and timeline.speaks_of_parts(sentence.start, sentence.end))
            spoken = segments.sentences[current] if whole else sentence
            goes_on = parts or timeline.goes_on_without_verb(spoken, sentence, quantity.start)
            inherited = whole.status if whole and goes_on else None
            inherited = None if timeline.reaches_parts(sentence.start, sentence.end) else inherited
            current, first, left = number, quantity.start, sentence.start
            part = (near or below) and comparer.opens_with_part(sentence.start, quantity.start)
            item = below and source.lower[max(0, sentence.start - _NEAR) : sentence.start].rstrip().endswith(";")
            item = item and comparer.opens_with_time(sentence.start, quantity.start)
            before = before if part or item else None
            subject, linked, last, whole, indexed = None, NO_LINK, None, None, None
        elif quantities[index - 1].end <= quantity.start:
            left = quantities[index - 1].end
        following = [q for q in quantities[index + 1 : index + 4] if q.start >= quantity.end][:2]
        right = min(sentence.end, following[0].start) if following else sentence.end
        previous = quantities[index - 1] if quantity.start > first else None
        earlier = quantities[index - 2] if previous and quantities[index - 2].start >= first and index > 1 else None
        place = Surroundings(sentence, left, right, first, following, previous, earlier, indexed)
        comparison = comparer.compare(quantity, place, before)
        comparison = plans.compare(quantity, sentence, left, previous, comparison)
        comparison = topics.compare(quantity, sentence, left, before, comparison)
        comparison = heads.compare(quantity, sentence, left, comparison)
        comparison = sinces.compare(quantity, place, comparison)
        # «выросло на 7,4 % (до 3,2 млн тонн), проката – на 5,1 %»: a level in brackets interrupts no comparison.
        # Nor does a place in an order: “grew by 3 %, the second most, up from 2 %”.
        indexed = comparison if comparison.rule == "index" and quantity.family == "percent" else indexed
        told = quantity.family == "rank" or quantity.of is not None or source.lower.startswith(" (", left)
        told = told or comparer.is_noted(quantity, left)
        if comparison.direction or not (before and (told or comparer.is_goal(left, quantity.start))):
            before = comparison
        timing = timeline.timing(quantity, sentence, comparer.reach(quantity.end, right), comparison, said)
        against = timing.basis.partition(":")[0]
        if comparison.basis != "none" and against in A_YEAR_BEFORE:
            said = Said(against, timing.period, quantity.start)
        over = listed and timeline.closings.says_reached(sentence.start, quantity.start)
        status = timing.status
        if inherited and status == "actual" and not over and not timeline.set_against(quantity, sentence.start):
            status = inherited  # “Of this, …”: the parts are as sure as the whole
        status = timeline.status_under(heads.head, sentence, quantity, status)
        status = timeline.status_in_task(quantity, status)
        timing = replace(timing, period=timeline.period_of(status, timing, sentence))
        status = outlooks.status(quantity, sentence, comparison, timing.period, status)
        timing = replace(timing, period=timeline.of_the_year_set(sentence, timing.period, status))
        timing = replace(timing, period=timeline.of_cited_programme(quantity, sentence, timing.period, status))
        period, status = schemes.timing(quantity, sentence, timing.period, status)
        timing = replace(timing, period=period, status=status)
        # “3.2 billion (32.6 %)”: a share in brackets is of the same time as what it is the share of.
        part = comparison.kind == "share" and previous is not None and previous.family != "percent"
        if part and last and comparer.restates(left, quantity.start):
            timing = replace(timing, period=last.period, status=last.status)
        last = timing
        if whole is None or (timing != whole and not timeline.is_beside(quantity, sentence)):
            whole = timing
        subject = subjects.find(quantity, sentence, left, right, subject)
        linked = linker.link(quantity, comparison, subject, linked, left=left, sentence=sentence)
        link = linker.as_told(linked, quantity, comparison.kind, timing.basis, right)
        start, end = source.original_span(quantity.start, quantity.end)
        led = comparison.direction or comparer.way_of(quantity, sentence, left, comparison, led)
        claims.append(
            FigureClaim(
                start,
                end,
                source.original[start:end],
                f"{pack.code}.{comparison.rule}",
                value=quantity.value,
                raw_value=quantity.printed,
                half_unit=quantity.half_unit,
                unit=quantity.unit,
                kind=comparison.kind,
                direction=led,
                basis=_exchanged(timing, comparison),
                against=PREVIOUS_PERIOD if timing.basis == PREVIOUS_PERIOD else None,
                of=quantity.of,
                period=as_quarter(timing.period) if timing.period else None,
                area=areas.of(sentence.start, quantity.start),
                status=timing.status,
                modifier=None if comparison.takes_modifier else quantity.modifier,
                bound=quantity.bound,
                word=quantity.word,
                field=source.text[slice(*quantity.field)] if quantity.field else None,
                peers=quantity.peers,
                indicator=subject.phrase,
                indicator_code=link.indicator.code if link.indicator else None,
                link=link.as_record(source.text[link.start : link.end]),
            )
        )
    return as_told_below(claims, quantities, source.lower, timeline.periods)


def _exchanged(timing: Timing, comparison: Comparison) -> str:
    """A basis in the words of exchange: the month before where the text says so, or names that month."""
    if timing.basis != PREVIOUS_PERIOD:
        return as_quarter(timing.basis)
    before = period_just_before(timing.period) if MONTH.fullmatch(timing.period or "") else None
    named = comparison.since is not None and comparison.since.iso == before
    return f"same_period:{before}" if before and (named or comparison.basis == PREVIOUS_PERIOD) else "none"
