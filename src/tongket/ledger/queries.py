"""Reading the ledger: what stands now, what stood before, and whether the chain is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db.models import Exists, OuterRef, QuerySet

from tongket.base import events
from tongket.base.errors import NotFound, gettext_noop
from tongket.documents.models import Document
from tongket.documents.text import fingerprint
from tongket.ledger import anchors, guard
from tongket.ledger.anchors import Anchor
from tongket.ledger.chain import GENESIS, entry_hash
from tongket.ledger.models import Comparison, Evidence, Measure, Observation, Verification
from tongket.units.models import Unit

_RELATED = ("indicator", "unit", "evidence__document")
# A document may be long, and each of its entries would bring it along.
_LONG = ("evidence__document__text", "evidence__document__places")
_BATCH = 500


def content_of(observation: Observation) -> dict[str, str | int | None]:
    """Everything an entry says, evidence included, as the chain hashes it."""
    evidence = observation.evidence
    return {
        "seq": observation.seq,
        "indicator": observation.indicator.code,
        "indicator_from": observation.indicator.valid_from.isoformat(),
        "unit": f"{observation.unit.hierarchy}:{observation.unit.code}",
        "unit_from": observation.unit.valid_from.isoformat(),
        "period": observation.period,
        "period_start": observation.period_start.isoformat(),
        "period_end": observation.period_end.isoformat(),
        "measure": str(observation.measure),
        "comparison": str(observation.comparison),
        "basis": observation.basis,
        "value": observation.value,
        "unit_of_measure": observation.unit_of_measure,
        "half_unit": observation.half_unit,
        "denominator": observation.denominator,
        "modifier": observation.modifier,
        "document": evidence.document.slug,
        "document_sha256": evidence.document.sha256,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "cell": evidence.cell,
        "source": evidence.source,
        "verification": str(observation.verification),
        "recorded_at": observation.recorded_at.astimezone(UTC).isoformat(),
        "recorded_by": observation.recorded_by,
        "reason": observation.reason,
        "replaces": observation.replaces_id,
    }


def standing(*, known: datetime | None = None) -> QuerySet[Observation]:
    """The observations that no later entry corrects or withdraws, with what is needed to show them.

    ``known``: as the ledger had it at that moment, by what was recorded until then.
    """
    newest = Observation.objects.filter(replaced_by__isnull=True)
    if known is not None:
        later = Observation.objects.filter(replaces=OuterRef("pk"), recorded_at__lte=known)
        newest = Observation.objects.filter(~Exists(later), recorded_at__lte=known)
    return newest.exclude(verification=Verification.WITHDRAWN).select_related(*_RELATED).defer(*_LONG)


def about(unit: Unit, *, known: datetime | None = None) -> QuerySet[Observation]:
    """The standing observations of one unit, as known at a moment or now."""
    return standing(known=known).filter(unit=unit)


def values_of(
    units: Iterable[int], *, measure: Measure = Measure.ACTUAL, known: datetime | None = None
) -> QuerySet[Observation]:
    """The standing values of units, by their keys, as known at a moment or now; the actual ones, unless others are
    asked for."""
    return (
        standing(known=known).filter(unit__in=list(units), comparison=Comparison.VALUE, measure=measure).order_by("seq")
    )


def get(seq: int) -> Observation:
    """One entry, standing or corrected; raises NotFound."""
    observation = Observation.objects.select_related(*_RELATED).defer(*_LONG).filter(seq=seq).first()
    if observation is None:
        raise NotFound(gettext_noop("The ledger has no observation {seq}."), seq=seq)
    return observation


def newest_of(observation: Observation) -> Observation:
    """The entry at which the corrections of an entry end; itself when there is none."""
    later = Observation.objects.filter(replaces=observation).first()
    return newest_of(later) if later else observation


def first_of(observation: Observation) -> Observation:
    """The entry with which a line of corrections began."""
    return next(reversed([observation, *corrected_by(observation)]))


def several(seqs: Iterable[int]) -> list[Observation]:
    """Entries by number, standing or corrected, in the order of the numbers as given; raises NotFound."""
    wanted = list(dict.fromkeys(seqs))
    found = Observation.objects.select_related(*_RELATED).defer(*_LONG).in_bulk(wanted)
    return [found[seq] if seq in found else get(seq) for seq in wanted]


def corrected_by(observation: Observation) -> Iterator[Observation]:
    """The entries in whose place this one stands, the newest first."""
    while observation.replaces_id is not None:
        observation = get(observation.replaces_id)
        yield observation


def place(slug: str, start: int, end: int) -> Evidence:
    """The evidence for a place of a document; raises NotFound."""
    places = Evidence.objects.select_related("document").defer("document__text")
    evidence = places.filter(document__slug=slug, start=start, end=end).first()
    if evidence is None:
        raise NotFound(
            gettext_noop("Nothing rests on the place {start} to {end} of “{slug}”."), slug=slug, start=start, end=end
        )
    return evidence


@dataclass(frozen=True)
class Head:
    """How far the ledger reaches: the number of entries, the newest hash, and since when it reaches this far."""

    count: int
    hash: str
    recorded_at: datetime | None = field(default=None, compare=False)


def head(*, known: datetime | None = None) -> Head:
    """The ledger's end: the present one, or the newest entry that was recorded until a moment."""
    entries = Observation.objects.order_by("-seq")
    newest = (entries if known is None else entries.filter(recorded_at__lte=known)).first()
    return Head(0, GENESIS) if newest is None else Head(newest.seq, newest.hash, newest.recorded_at)


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it was recorded: a text template, and the values that fill it."""

    message: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        return self.message.format(**self.values)


@dataclass
class Verdict:
    """What a walk through the ledger found; whole when there are no faults."""

    entries: int = 0
    spans: int = 0
    documents: int = 0
    faults: list[Fault] = field(default_factory=list)

    def find(self, message: str, **values: object) -> None:
        """Note a fault."""
        self.faults.append(Fault(message, values))


def verify(anchored: Iterable[Anchor] = ()) -> Verdict:
    """Re-walk the chain, every evidence span and every document's fingerprint; faults name the place.

    ``anchored`` is what is kept outside the database of how far the ledger reached.
    """
    verdict = Verdict()
    for name in guard.missing():
        verdict.find(gettext_noop("The database has lost its guard “{name}”."), name=name)
    for table, row, parent in guard.dangling():
        verdict.find(
            gettext_noop("Row {row} of {table} names a row of {parent} that is gone."),
            row=row,
            table=table,
            parent=parent,
        )
    lost = events.gaps()
    if lost:
        verdict.find(gettext_noop("The audit trail lacks {count} of its rows."), count=lost)
    for document in Document.objects.exclude(text="", sha256="").only("slug", "text", "sha256").iterator(chunk_size=1):
        _check_document(document, verdict)
    _check_chain(verdict, list(anchored))
    return verdict


def _check_chain(verdict: Verdict, anchored: list[Anchor]) -> None:
    """Every entry, the links between them, and that none is gone at the end."""
    hashes = {anchor.count: "" for anchor in anchored}
    previous = GENESIS
    expected = 1
    for seq, named, hash, observation in _chain():
        verdict.entries += 1
        if seq != expected:
            verdict.find(
                gettext_noop("Observation {missing} is missing: the next entry is {next}."),
                missing=expected,
                next=seq,
            )
        if named != previous:
            verdict.find(gettext_noop("Observation {seq} does not name the entry before it."), seq=seq)
        if observation is None or _rehashed(named, observation) != hash:
            verdict.find(gettext_noop("Observation {seq} is not what was recorded."), seq=seq)
        if seq in hashes:
            hashes[seq] = hash
        previous = hash
        expected = seq + 1
    recorded = events.newest("observation")  # "observation:7", "observations:3-7"
    newest = int(recorded.replace("-", ":").rpartition(":")[2]) if recorded else 0
    if newest >= expected:
        verdict.find(
            gettext_noop("Observation {seq} was recorded and is gone: the ledger ends with {last}."),
            seq=newest,
            last=expected - 1,
        )
    for anchor in anchored:
        told = {"file": anchors.place(), "line": anchor.line}
        if anchor.count is None:
            verdict.find(gettext_noop("{file}, line {line}: this is not what Tongket wrote there."), **told)
        elif hashes[anchor.count] != anchor.hash:
            verdict.find(
                gettext_noop("{file}, line {line}: observation {seq} was recorded with another hash, or is gone."),
                seq=anchor.count,
                **told,
            )


def _check_document(document: Document, verdict: Verdict) -> None:
    """The text as received, and every place in it that was cited."""
    verdict.documents += 1
    if fingerprint(document.text) != document.sha256:
        verdict.find(
            gettext_noop("Document “{slug}”: the text is not the one that was received."),
            slug=document.slug,
        )
    for evidence in Evidence.objects.filter(document=document.pk).iterator():
        verdict.spans += 1
        if document.text[evidence.start : evidence.end] != evidence.quote:
            verdict.find(
                gettext_noop("Evidence {id}: the quote does not stand at characters {start} to {end} of “{slug}”."),
                id=evidence.pk,
                start=evidence.start,
                end=evidence.end,
                slug=document.slug,
            )


def _chain() -> Iterator[tuple[int, str, str, Observation | None]]:
    """Every entry: its number, the hash it names, its own, and itself; None when it can no longer be read whole."""
    links = list(Observation.objects.order_by("seq").values_list("seq", "previous_hash", "hash"))
    for first in range(0, len(links), _BATCH):
        batch = links[first : first + _BATCH]
        found = _readable([seq for seq, _, _ in batch])
        for seq, named, hash in batch:
            yield seq, named, hash, found.get(seq)


def _rehashed(named: str, observation: Observation) -> str:
    """The hash that the entry should carry; none when it holds what is no date any more."""
    try:
        return entry_hash(named, content_of(observation))
    except AttributeError:
        return ""


def _readable(seqs: list[int]) -> dict[int, Observation]:
    """The entries that can be read; a date that is none any more must not hide the others."""
    entries = Observation.objects.select_related(*_RELATED).defer(*_LONG)
    try:
        return {observation.seq: observation for observation in entries.filter(seq__in=seqs)}
    except (AttributeError, TypeError, ValueError):  # what converting a stored text to a date raises
        if len(seqs) == 1:
            return {}
    middle = len(seqs) // 2
    return _readable(seqs[:middle]) | _readable(seqs[middle:])


def reaches(count: int, hash: str) -> bool:
    """Whether the ledger once ended with this entry: an anchor from outside still holds."""
    if count == 0:
        return hash == GENESIS
    return Observation.objects.filter(seq=count, hash=hash).exists()
