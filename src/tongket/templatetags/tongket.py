"""Words and numbers in templates, all from the chapters; the active language decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tongket.base import localities
from tongket.ledger.models import Evidence, Observation
from tongket.publication import nouns, wording
from tongket.reading.models import Claim
from tongket.review.models import StatedCount
from tongket.review.rules import Standing, standing
from tongket.web import claims
from tongket.web.highlighting import Piece, Place
from tongket.web.marking import Mark, Passage
from tongket.web.quoting import InContext, in_context, in_row, shortened

register = template.Library()

register.filter("name", wording.name)
register.filter("value", wording.value)
register.filter("compared", wording.comparison)
register.filter("thing", wording.thing)
register.filter("unit", nouns.unit_name)
register.filter("period", wording.period)
register.filter("minute", wording.minute)
register.filter("recorded_by", wording.assigned_to)
register.filter("place", wording.place)
register.filter("amount", claims.amount)
register.filter("said", claims.said)
register.filter("where", claims.where)
register.filter("shortened", shortened)

_WORDS = {name.lower(): words for name, words in vars(wording).items() if name.isupper() and isinstance(words, Mapping)}


@register.filter
def word(code: object, words: str) -> str:
    """The word for a code: ``{{ observation.measure|word:"measures" }}``."""
    return wording.say(_WORDS[words], str(code))


@register.filter
def things(stated: StatedCount) -> str:
    """What a report counts, in the form that the number asks for."""
    return nouns.counted(stated.what, Decimal(stated.count))


@register.filter
def day(value: date | None) -> str:
    """A calendar day in full words; nothing for no day."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return localities.day(value, wording.language()) if value else ""


@register.filter
def exact(number: int | str) -> str:
    """A whole or canonical number with the separators of the language."""
    return localities.number(Decimal(number), wording.language())


@register.filter
def quantity(value: Decimal, unit_of_measure: str) -> str:
    """An exact value with its unit of measure, as it is written in the language."""
    return localities.quantity(value, unit_of_measure, wording.language())


@register.filter
def percents(value: Decimal) -> str:
    """A percentage as it is written in the language, without zeros at its end."""
    return localities.percent(value.normalize(), wording.language())


@register.filter
def difference(value: Decimal, unit_of_measure: str) -> str:
    """A difference with its sign and unit of measure."""
    return wording.signed(quantity(value, unit_of_measure), value)


@register.filter
def change(value: Decimal) -> str:
    """A change in percent, with its sign."""
    return wording.signed(percents(value), value)


@register.filter
def of(things: Mapping[int, object], key: int) -> object:
    """What there is of one thing; 0 for nothing."""
    return things.get(key, 0)


@register.filter
def anchor(evidence: Evidence) -> str:
    """The anchor of a piece of evidence on the page of its document."""
    return Place(evidence.start, evidence.end).anchor


@register.filter
def in_sentence(evidence: Evidence) -> InContext:
    """The quote in the sentence, or the row of a table, that it stands in."""
    place = in_row if evidence.cell else in_context
    return place(evidence.document.text, evidence.start, evidence.end)


@register.filter
def stands(observation: Observation) -> Standing:
    """How one comparison with a plan stands."""
    return standing(str(observation.comparison), observation.quantity.value, observation.indicator.direction)


@register.filter
def among_waiting(claim: Claim) -> str:
    """Why a claim waits, as a sentence."""
    return gettext("Waits for a person: {reason}.").format(reason=wording.say(wording.DOUBTS, claim.waits_for))


@register.filter
def marked(passage: Passage) -> SafeString:
    """A paragraph with its marks. The text inside the tags is the text as received, and nothing else but the
    short words that head a long mark, which style keeps apart."""
    return _markup(passage, passage.pieces)


def _markup(passage: Passage, pieces: tuple[Piece, ...]) -> SafeString:
    return format_html_join("", "{}", ((_piece(passage, piece),) for piece in pieces))


def _piece(passage: Passage, piece: Piece) -> SafeString | str:
    if piece.place is None:
        return passage.text[piece.start : piece.end]
    mark = passage.by_place[piece.place]
    inside = _markup(passage, piece.inside) if piece.inside else passage.text[piece.start : piece.end]
    name = format_html(' id="{}"', mark.place.anchor) if piece.first else ""
    look = f"mark {mark.kind}{' open' if mark.waits else ''}{' corrected' if mark.correction else ''}"
    if not mark.here:
        return format_html('<span class="{}">{}</span>', look, inside)
    if piece.innermost and mark.kind in ("figure", "reference", "correction"):
        return format_html('<a class="{}"{} href="#read-{}">{}</a>', look, name, mark.place.anchor, inside)
    chip = _chip(mark) if piece.first else ""
    return format_html('<span class="{}"{}>{}{}</span>', look, name, chip, inside)


def _chip(mark: Mark) -> SafeString:
    """The word that leads from a long mark to what was read; links cannot hold the links inside it."""
    said = wording.say(wording.CLAIM_TYPES, mark.kind) if mark.claims else gettext("note")
    return format_html('<a class="chip" href="#read-{}">{}</a> ', mark.place.anchor, said)
