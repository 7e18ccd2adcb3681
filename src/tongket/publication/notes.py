"""Numbering the notes of a report: the same evidence is the same note."""

from __future__ import annotations

from tongket.documents.models import Document
from tongket.ledger.models import Evidence, Observation
from tongket.publication import wording
from tongket.publication.report import Note, Passage, Run


class Notes:
    """Collects the evidence that a report refers to, numbered in order of first mention."""

    def __init__(self) -> None:
        self._notes: dict[tuple[str, int], Note] = {}
        self._passages: dict[Passage, None] = {}

    def number(self, observation: Observation) -> Run:
        """The value of an observation, with its note."""
        return self.run(wording.value(observation), observation)

    def run(self, text: str, observation: Observation) -> Run:
        """A text whose figure comes from the observation, with its note."""
        key = ("observation", observation.seq)
        if key not in self._notes:
            self._notes[key] = _note(
                len(self._notes) + 1,
                observation.evidence,
                observation=observation.seq,
                state=wording.say(wording.VERIFICATION, observation.verification),
                recorded=wording.assigned_to(observation.recorded_by),
                entry_hash=observation.hash,
            )
        return Run(text, self._notes[key].number)

    def state(self, kind: str, text: str, evidence: Evidence, *, said: object = "", foreign: bool = False) -> Run:
        """The same as ``quote``, for a thing of which the report keeps count; ``said`` is its number or outcome."""
        self._passages[Passage(kind, evidence.document.slug, evidence.start, evidence.end, str(said))] = None
        return self.quote(text, evidence, foreign=foreign)

    def quote(self, text: str, evidence: Evidence, *, foreign: bool = False) -> Run:
        """A text that rests on a place in a document, with its note; ``foreign`` keeps the document's language."""
        key = ("evidence", evidence.pk)
        if key not in self._notes:
            self._notes[key] = _note(len(self._notes) + 1, evidence)
        return Run(text, self._notes[key].number, evidence.document.language if foreign else None)

    @property
    def entries(self) -> tuple[int, ...]:
        """The ledger entries that the notes name."""
        return tuple(note.observation for note in self._notes.values() if note.observation)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What was stated from places in documents."""
        return tuple(self._passages)

    def all(self) -> tuple[Note, ...]:
        """The notes in order."""
        return tuple(self._notes.values())


def _note(
    number: int,
    evidence: Evidence,
    *,
    observation: int = 0,
    state: str = "",
    recorded: str = "",
    entry_hash: str = "",
) -> Note:
    document: Document = evidence.document
    return Note(
        number=number,
        quote=evidence.quote,
        quote_lang=document.language,
        document=wording.name(document.titles),
        document_slug=document.slug,
        place=wording.place(evidence),
        start=evidence.start,
        source_url=evidence.source or document.source_url,
        observation=observation,
        state=state,
        recorded=recorded,
        entry_hash=entry_hash,
    )
