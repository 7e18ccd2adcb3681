"""From a reviewed year to the report tree, in the language that is active. It says what is held and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, time
from decimal import Decimal

from django.utils.translation import gettext, ngettext

from tongket.awards import queries as awards
from tongket.awards.models import Award
from tongket.base.periods import Period
from tongket.ledger import queries as ledger
from tongket.plan.models import Outcome, Target
from tongket.publication import derived, nouns, since, wording
from tongket.publication.notes import Notes
from tongket.publication.report import (
    Block,
    Cell,
    Chart,
    Items,
    Line,
    Paragraph,
    Printed,
    Report,
    Run,
    Section,
    Table,
    Tree,
)
from tongket.publication.series import draw
from tongket.review import queries as reviews
from tongket.review.models import Counted, FindingKind, Review, StatedCount
from tongket.review.queries import Scorecard, StatedValue, Year

NOTHING: Cell = ((Run("\N{EM DASH}"),),)


def compose(
    review: Review, *, number: int, language: str, previous: Tree | None = None, known: datetime | None = None
) -> Report:
    """The whole report of a review, as edition ``number``; ``previous`` is what the edition before it says.

    ``known``: with the figures that were known at that moment; what says so then stands in place of the number.
    """
    year = reviews.year(review, known=known)
    notes = Notes()
    unit, period = wording.name(review.unit.names), wording.period(review.period)
    series, drawn = _series(year)
    sections = _body(year, review, series, notes)
    printed = Printed(tuple(dict.fromkeys((*notes.entries, *drawn))), notes.passages, year.waiting)
    before = Printed.of(previous) if previous else None
    if before is not None:
        # What has changed leads the report, and what the report prints is known only when it is composed: once
        # more, then, so that notes are numbered as they are met.
        notes = Notes()
        changes = since.section(number - 1, before, printed, notes)
        sections = (changes, *_body(year, review, series, notes))
    head = ledger.head(known=known)
    return Report(
        language=language,
        unit=unit,
        headline=gettext("The year {period} in review").format(period=period),
        title=gettext("{unit}: the year {period} in review").format(unit=unit, period=period),
        subtitle=(
            gettext("Edition {number}").format(number=number)
            if known is None
            else gettext("Not an edition: the figures as known at {moment}").format(moment=wording.minute(known))
        ),
        as_of=_moment(head, review),
        colophon=(
            gettext("Rests on {count} entries of the ledger; the newest carries the hash {hash}.").format(
                count=head.count, hash=head.hash
            ),
            gettext("Main source: {document}, {url}").format(
                document=wording.name(review.report.titles), url=review.report.source_url
            ),
        ),
        sections=sections,
        notes=notes.all(),
        printed=printed,
    )


def _body(year: Year, review: Review, series: Section, notes: Notes) -> tuple[Section, ...]:
    return (
        _results(year, notes),
        series,
        _derived(year, notes),
        _limitations(review, notes),
        _next_year(year, review, notes),
        _awards(review, notes),
        _settled(year, notes),
        _open_questions(year, notes),
    )


def _moment(head: ledger.Head, review: Review) -> str:
    """When the newest entry was recorded; where there is none, the end of the period."""
    end = datetime.combine(Period.parse(review.period).end, time(), UTC)
    return (head.recorded_at or end).astimezone(UTC).isoformat(timespec="seconds")


def _results(year: Year, notes: Notes) -> Section:
    columns = (
        gettext("Indicator"),
        gettext("Result {period}").format(period=wording.period(year.period.code)),
        gettext("Against plan"),
        gettext("Against the year before"),
        gettext("Among peers"),
    )
    table = Table(gettext("Results of the year"), columns, tuple(_row(card, notes) for card in year.stated))
    blocks: list[Block] = [table]
    if year.missing:
        names = ", ".join(wording.name(card.indicator.names) for card in year.missing)
        text = gettext("No value is held for: {names}.").format(names=names)
        blocks.append(Paragraph((Run(text),), aside=True))
    return Section("results", gettext("Results"), tuple(blocks))


def _row(card: Scorecard, notes: Notes) -> tuple[Cell, ...]:
    # From left to right, as notes are numbered in the order in which they are met.
    values = tuple(_value(value, notes) for value in card.values)
    plan: list[Line] = [(notes.run(wording.comparison(o), o),) for o in card.against_plan]
    for target in card.outcomes:
        plan.append(_outcome(target, notes))
    before: list[Line] = [(notes.run(wording.comparison(o), o),) for o in card.changes]
    before += [
        (notes.run(f"{wording.period(v.first.period)}: {wording.value(v.first)}", v.first),) for v in card.last_year
    ]
    return (
        ((Run(wording.name(card.indicator.names)),),),
        values or NOTHING,
        tuple(plan) or NOTHING,
        tuple(before) or NOTHING,
        tuple((notes.run(wording.comparison(o), o),) for o in card.ranks) or NOTHING,
    )


def _outcome(target: Target, notes: Notes) -> Line:
    said = {
        Outcome.MET: gettext("target met; its value is not given"),
        Outcome.MET_EARLY: gettext("target met early; its value is not given"),
    }
    met = notes.state("outcome", said[Outcome(target.outcome)], target.evidence, said=target.outcome)
    if target.resolution_as_cited:
        return (met, Run(target.resolution_as_cited, None, target.evidence.document.language))
    return (met,)


def _value(value: StatedValue, notes: Notes) -> Line:
    label = wording.thing(value.first)
    return (notes.number(value.first), Run(label)) if label else (notes.number(value.first),)


def _series(year: Year) -> tuple[Section, list[int]]:
    """The charts, and the ledger entries drawn in them."""
    drawn: list[Block] = []
    entries: list[int] = []
    for card in year.scorecards:
        chart = draw(card.indicator, card.series, width=420, height=150)
        if chart is not None:
            name = wording.name(card.indicator.names)
            drawn.append(Chart(f"{name}, {chart.unit}" if chart.unit else name, chart.alternative, chart.svg))
            entries += chart.entries
    return Section("series", gettext("Over the years"), tuple(drawn)), entries


def _derived(year: Year, notes: Notes) -> Section:
    rows = tuple(
        (
            ((Run(wording.name(card.indicator.names)),),),
            ((Run(derived.implied(base)),),),
            ((notes.run(derived.arithmetic(base), base.comparison),),),
        )
        for card in year.scorecards
        for base in card.implied
    )
    columns = (gettext("Indicator"), gettext("Implied"), gettext("Computed from"))
    remark = gettext(
        "Nobody reported these values. They follow from two printed figures; the range is what rounding leaves open."
    )
    blocks = (Paragraph((Run(remark),), aside=True), Table(gettext("Implied values"), columns, rows)) if rows else ()
    return Section("derived", gettext("Derived"), blocks)


def _limitations(review: Review, notes: Notes) -> Section:
    counts = list(reviews.stated_counts(review))
    found = list(reviews.findings(review))
    remark = gettext(
        "Findings, tasks and awards stand in the words and the language of the report, as a rule read them. "
        "No person has confirmed them yet."
    )
    blocks: list[Block] = [Paragraph((Run(remark),), aside=True)]
    blocks += [_counted(count, notes) for count in counts if count.what in (Counted.LIMITATIONS, Counted.LESSONS)]
    quoted = [f for f in found if f.kind == FindingKind.LIMITATION]
    if quoted:
        blocks.append(Paragraph((Run(gettext("Limitations that the report quotes from the opening speech:")),)))
        blocks.append(Items(tuple((notes.state(f.kind, f.evidence.quote, f.evidence, foreign=True),) for f in quoted)))
    return Section("limitations", gettext("Limitations and lessons"), tuple(blocks))


def _counted(count: StatedCount, notes: Notes) -> Paragraph:
    text = gettext("{count} {things}: counted in the report; their text is not given.").format(
        count=count.count,
        things=nouns.counted(count.what, Decimal(count.count)),
    )
    quote = Run(f"«{count.evidence.quote}»", None, count.evidence.document.language)
    return Paragraph((notes.state(count.what, text, count.evidence, said=count.count), quote), aside=True)


def _next_year(year: Year, review: Review, notes: Notes) -> Section:
    blocks: list[Block] = []
    for resolution in year.next_resolutions:
        text = f"{resolution.document.designation}: {wording.name(resolution.titles)}"
        blocks.append(Paragraph((Run(text),)))
    for count in reviews.stated_counts(review):
        if count.what == Counted.TASK_GROUPS:
            blocks.append(_counted(count, notes))
    if year.next_targets:
        rows = tuple(
            (
                ((Run(wording.name(target.indicator.names)),),),
                (_value(StatedValue((target.observation,)), notes),),
                ((Run(str(target.resolution) if target.resolution else gettext("not stated in the source")),),),
            )
            for target in year.next_targets
            if target.observation is not None
        )
        caption = gettext("Targets for {period}").format(period=wording.period(year.next_period.code))
        columns = (gettext("Indicator"), gettext("Target"), gettext("Resolved in"))
        blocks.append(Table(caption, columns, rows))
    if year.tasks:
        rows = tuple(
            (
                ((notes.state("task", task.action, task.evidence, foreign=True),),),
                ((Run(task.assignee or gettext("nobody is named"), None, _lang(task.assignee, review)),),),
                (
                    (
                        Run(
                            _deadline(task.due, task.deadline),
                            None,
                            None if task.due else _lang(task.deadline, review),
                        ),
                    ),
                ),
            )
            for task in year.tasks
        )
        columns = (gettext("Task, in the words of the report"), gettext("Who"), gettext("Until"))
        blocks.append(Table(gettext("Tasks as the report states them"), columns, rows))
    heading = gettext("What is set for {period}").format(period=wording.period(year.next_period.code))
    return Section("next", heading, tuple(blocks))


def _lang(words: str, review: Review) -> str | None:
    return review.report.language if words else None


def _deadline(due: str, words: str) -> str:
    if due:
        return wording.period(due)
    return words or gettext("no deadline is named")


def _awards(review: Review, notes: Notes) -> Section:
    rows = tuple(
        (
            ((_title(award, notes),),),
            ((_number(award, notes),),),
            ((Run(award.recipients, None, review.report.language),),),
            ((Run("*" if award.ambiguity else wording.period(award.period) or "\N{EM DASH}"),),),
        )
        for award in awards.of(review)
    )
    columns = (gettext("Award"), gettext("Number"), gettext("Given to"), gettext("For"))
    blocks: list[Block] = [Table(gettext("Awards of the year"), columns, rows)] if rows else []
    for clause in dict.fromkeys(award.ambiguity for award in awards.of(review) if award.ambiguity):
        said = "* " + gettext(
            "Whether this holds for all recipients of the list or only for the last is left open by the text:"
        )
        blocks.append(Paragraph((Run(said), Run(f"«{clause}»", None, review.report.language)), aside=True))
    return Section("awards", gettext("Awards"), tuple(blocks))


def _title(award: Award, notes: Notes) -> Run:
    said = "" if award.count is None else award.count
    return notes.state("award", award.title, award.evidence, said=said, foreign=True)


def _number(award: Award, notes: Notes) -> Run:
    if award.count is None:
        return Run(gettext("not given"))
    return notes.quote(str(award.count), award.evidence)


def _settled(year: Year, notes: Notes) -> Section:
    items: list[Line] = []
    for card in year.scorecards:
        if card.settled is not None:
            who = wording.assigned_to(card.settled.decided_by)
            differed = gettext("{indicator}: sources differed.").format(indicator=wording.name(card.indicator.names))
            decided = gettext("stands, as {who} decided: {reason}").format(who=who, reason=card.settled.reason)
            # What was set aside stands here in words only: it is no longer a number of this report.
            items.append(
                (
                    Run(" ".join((differed, *(derived.disagreement(found) for found in card.disagreements)))),
                    *(notes.number(value.first) for value in card.values),
                    Run(decided),
                )
            )
    heading = gettext("Decided between sources")
    return Section("settled", heading, (Items(tuple(items)),) if items else ())


def _open_questions(year: Year, notes: Notes) -> Section:
    items: list[Line] = []
    for card in year.scorecards:
        if card.differs:
            runs = [Run(gettext("{indicator}: sources differ:").format(indicator=wording.name(card.indicator.names)))]
            runs += [notes.number(observation) for value in card.values for observation in value.observations]
            runs += [Run(derived.disagreement(found)) for found in card.disagreements]
            items.append(tuple(runs))
    if year.waiting:
        text = ngettext(
            "{count} figure that was read waits for a person to decide about it.",
            "{count} figures that were read wait for a person to decide about them.",
            year.waiting,
        ).format(count=year.waiting)
        items.append((Run(text),))
    return Section("open", gettext("What is not decided"), (Items(tuple(items)),) if items else ())
