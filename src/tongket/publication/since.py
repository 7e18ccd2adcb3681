"""The section that says in which numbers an edition differs from the one before, by its ledger entries."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext, gettext_lazy, pgettext

from tongket.base import localities
from tongket.deciding import queries as deciding
from tongket.ledger import queries as ledger
from tongket.ledger.models import Observation, Verification
from tongket.publication import nouns, wording
from tongket.publication.changes import Change, Stated, compare
from tongket.publication.notes import Notes
from tongket.publication.report import Block, Cell, Paragraph, Passage, Printed, Run, Section, Table

SLUG = "changes"

_KINDS: wording.Words = {
    **nouns.UNITS,
    **wording.FINDINGS,
    **wording.CLAIM_TYPES,
    "outcome": gettext_lazy("outcome of a target"),
}
_NONE: Cell = ((Run("\N{EM DASH}"),),)
Row = tuple[Cell, ...]


def section(number: int, before: Printed, now: Printed, notes: Notes) -> Section:
    """What has changed since edition ``number``, which printed ``before``."""
    figures = compare(_figures(before.entries), _figures(now.entries))
    rows = [_figure(change, notes) for change in figures]
    rows += [_passage(change, notes) for change in compare(_passages(before), _passages(now))]
    if before.waiting != now.waiting:
        rows.append(_waiting(before.waiting, now.waiting))
    heading = gettext("What has changed since edition {number}").format(number=number)
    if not rows:
        return Section(SLUG, heading, (Paragraph((Run(gettext("No number has changed.")),)),))
    columns = (
        pgettext("between editions", "What"),
        pgettext("between editions", "Before"),
        pgettext("between editions", "Now"),
        gettext("What happened"),
    )
    caption = gettext("What differs from edition {number}").format(number=number)
    blocks: list[Block] = [Table(caption, columns, tuple(rows))]
    if figures:
        remark = gettext("What is computed from these numbers (implied values, differences, charts) changed with them.")
        blocks.append(Paragraph((Run(remark),), aside=True))
    return Section(SLUG, heading, tuple(blocks))


def _figures(entries: Iterable[int]) -> list[Stated[Observation]]:
    return [
        Stated(
            key=(o.indicator.code, o.unit_id, o.period, o.measure, o.comparison, o.basis),
            said=(o.quantity.value, o.unit_of_measure, o.denominator, o.modifier),
            source=o,
            corrects=tuple(ledger.corrected_by(o)),
        )
        for o in ledger.several(entries)
    ]


def _passages(printed: Printed) -> list[Stated[Passage]]:
    return [Stated((p.kind, p.document, p.start, p.end), (p.said,), p) for p in printed.passages]


def _figure(change: Change[Observation], notes: Notes) -> Row:
    before, after = change.before, change.after
    known = after or before
    assert known is not None  # noqa: S101 - a change has at least one side
    what = f"{wording.period(known.period)}, {wording.say(wording.MEASURES, known.measure)}"
    return (
        ((Run(f"{wording.name(known.indicator.names)},"), Run(what)),),
        _said(before, notes),
        _said(after, notes),
        ((Run(_happened(before, after)),),),
    )


def _said(observation: Observation | None, notes: Notes) -> Cell:
    if observation is None:
        return _NONE
    noted, thing = notes.run(wording.comparison(observation), observation), wording.thing(observation)
    return ((noted, Run(thing)) if thing else (noted,),)


def _happened(before: object, after: object) -> str:
    if before is None:
        return pgettext("between editions", "new")
    if after is None:
        return _gone(before) if isinstance(before, Observation) else gettext("no longer printed")
    if isinstance(after, Observation) and after.reason:
        return gettext("corrected: {reason}").format(reason=wording.say(wording.VERDICTS, after.reason))
    return gettext("another value")


def _gone(entry: Observation) -> str:
    """Why a number is no longer printed, where a person decided so."""
    newest = ledger.newest_of(entry)
    if newest.verification == Verification.WITHDRAWN:
        reason = wording.say(wording.VERDICTS, newest.reason)
        return gettext("withdrawn by {who}: {reason}").format(
            who=wording.assigned_to(newest.recorded_by), reason=reason
        )
    settled = deciding.settlements(entry.unit).get((entry.indicator.code, entry.period))
    if settled is not None and entry.seq in settled.between and entry.seq != settled.chosen_id:
        return gettext("set aside by {who}: {reason}").format(
            who=wording.assigned_to(settled.decided_by), reason=settled.reason
        )
    return gettext("no longer printed")


def _passage(change: Change[Passage], notes: Notes) -> Row:
    known = change.after or change.before
    assert known is not None  # noqa: S101 - a change has at least one side
    evidence = ledger.place(known.document, known.start, known.end)
    kind = wording.say(_KINDS, known.kind)
    quote = Run(f"«{evidence.quote}»", None, evidence.document.language)

    def said(passage: Passage | None) -> Cell:
        if passage is None:
            return _NONE
        words = wording.say(wording.OUTCOMES, passage.said) if passage.said else pgettext("between editions", "stated")
        return ((notes.quote(words, evidence),),)

    before, after = said(change.before), said(change.after)
    happened = _happened(change.before, change.after)
    return (((Run(f"{kind[:1].upper()}{kind[1:]}:"), quote),), before, after, ((Run(happened),),))


def _waiting(before: int, now: int) -> Row:
    counts = (localities.number(Decimal(count), wording.language()) for count in (before, now))
    what = Run(gettext("Figures that wait for a person to decide about them"))
    return (((what,),), *(((Run(count),),) for count in counts), _NONE)
