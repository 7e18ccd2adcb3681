"""The words around figures, in the language that is active: measures, comparisons, units, states and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import get_language, gettext, gettext_lazy, pgettext_lazy

from tongket.base import localities
from tongket.base.periods import Period
from tongket.ledger.models import Comparison, Evidence, Observation
from tongket.publication import nouns
from tongket.units import queries as units

Words = Mapping[str, object]
MEASURES: Words = {
    "actual": pgettext_lazy("measure", "actual"),
    "target": pgettext_lazy("measure", "target"),
    "estimate": pgettext_lazy("measure", "estimate"),
    "forecast": pgettext_lazy("measure", "forecast"),
}
LEVELS: Words = {
    "country": gettext_lazy("country"),
    "province": gettext_lazy("province"),
    "district": gettext_lazy("district"),
    "commune": gettext_lazy("commune"),
}
EFFECTS: Words = {
    "create": gettext_lazy("created"),
    "rename": gettext_lazy("renamed"),
    "recode": gettext_lazy("given another code"),
    "move": gettext_lazy("moved"),
    "merge": gettext_lazy("merged"),
    "split": gettext_lazy("divided"),
    "dissolve": gettext_lazy("ended without a successor"),
}
BASES: Words = {
    "plan": gettext_lazy("the plan"),
    "central_estimate": gettext_lazy("the estimate of the central government"),
    "council_estimate": gettext_lazy("the estimate of the provincial People's Council"),
    "previous_year": gettext_lazy("the year before"),
    "same_period": gettext_lazy("the same period of the year before"),
    "previous_period": gettext_lazy("the period before"),
}
MODIFIERS: Words = {
    "more_than": gettext_lazy("more than {value}"),
    "less_than": gettext_lazy("less than {value}"),
    "at_least": gettext_lazy("at least {value}"),
    "up_to": gettext_lazy("up to {value}"),
    "approx": gettext_lazy("about {value}"),
}
STANDINGS: Words = {
    "ahead": gettext_lazy("ahead of plan"),
    "met": gettext_lazy("plan met"),
    "behind": gettext_lazy("behind plan"),
    "unknown": gettext_lazy("no plan stated"),
}
VERIFICATION: Words = {
    "self_reported": gettext_lazy("self-reported, not checked"),
    "documented": gettext_lazy("documented, not checked independently"),
    "spot_checked": gettext_lazy("spot-checked"),
    "corrected": gettext_lazy("corrected"),
    "disputed": gettext_lazy("disputed"),
    "withdrawn": gettext_lazy("withdrawn"),
}
DOUBTS: Words = {
    "no_indicator": gettext_lazy("it matches no indicator of the catalogue without doubt"),
    "no_period": gettext_lazy("the text does not say for which period"),
    "other_period": gettext_lazy("its period is one that the ledger does not keep, such as a fiscal year"),
    "other_unit": gettext_lazy("its unit is not that of the indicator"),
    "no_basis": gettext_lazy("the text does not say what it is compared with"),
    "no_field": gettext_lazy("the text does not say among whom the rank is counted"),
    "range": gettext_lazy("it is one end of a range"),
    "not_a_figure": gettext_lazy("it is not a figure"),
    "not_accepted": gettext_lazy("nobody has accepted it yet"),
    "": "",
}
CLAIM_TYPES: Words = {
    "figure": gettext_lazy("figure"),
    "reference": gettext_lazy("cited document"),
    "task": gettext_lazy("task"),
    "finding": gettext_lazy("finding"),
    "award": gettext_lazy("award"),
}
CLAIM_STATES: Words = {
    "open": gettext_lazy("waits for a decision"),
    "taken": gettext_lazy("taken into the record"),
    "rejected": gettext_lazy("rejected"),
}
VERDICTS: Words = {
    "accept": gettext_lazy("accepted"),
    "correct": gettext_lazy("corrected"),
    "reject": gettext_lazy("rejected"),
    "undo": gettext_lazy("the last decision undone"),
}
KINDS: Words = {
    "level": gettext_lazy("amount or rate"),
    "change": gettext_lazy("change"),
    "share": gettext_lazy("share"),
    "ratio": gettext_lazy("part of a number"),
    "rank": gettext_lazy("rank"),
    "count": gettext_lazy("count"),
    "plan_ratio": gettext_lazy("percent of plan"),
    "plan_excess": gettext_lazy("above or below plan"),
}
COMPARISONS: Words = {
    "value": gettext_lazy("value"),
    "change": gettext_lazy("change"),
    "plan_ratio": gettext_lazy("percent of plan"),
    "plan_excess": gettext_lazy("above or below plan"),
    "rank": gettext_lazy("rank"),
}
BOUNDS: Words = {
    "min": gettext_lazy("the lower end"),
    "max": gettext_lazy("the upper end"),
}
FINDINGS: Words = {
    "strength": gettext_lazy("strength"),
    "limitation": gettext_lazy("limitation"),
    "cause": gettext_lazy("cause"),
    "lesson": gettext_lazy("lesson"),
}
CORRECTIONS: Words = {
    "translation": gettext_lazy("a slip of the translation"),
    "ambiguity": gettext_lazy("ambiguous: left open"),
    "conflict": gettext_lazy("does not fit what else is known"),
}
DIRECTIONS: Words = {
    "more": gettext_lazy("more is better"),
    "less": gettext_lazy("less is better"),
    "neither": gettext_lazy("neither more nor less is better"),
}
AGGREGATIONS: Words = {
    "sum": gettext_lazy("the figures of the units below are added up"),
    "last": gettext_lazy("the figures of the units below are added up, those of several periods are not"),
    "min": gettext_lazy("the least figure of the units below"),
    "max": gettext_lazy("the greatest figure of the units below"),
    "weighted_mean": gettext_lazy("the weighted mean of the figures of the units below"),
    "index": gettext_lazy("the mean of the figures of the units below, weighed by last year"),
    "ratio_of_sums": gettext_lazy("a quotient of sums over the units below"),
    "share": gettext_lazy("the share of a part in its whole, both summed over the units below"),
    "not_additive": gettext_lazy("figures of units do not come to one of the unit above"),
}
ROLES: Words = {
    "weight": gettext_lazy("weighed by"),
    "part": pgettext_lazy("of a quotient", "part:"),
    "whole": pgettext_lazy("of a quotient", "whole:"),
}
OUTCOMES: Words = {
    "open": pgettext_lazy("target", "open"),
    "met": pgettext_lazy("target", "met"),
    "met_early": pgettext_lazy("target", "met early"),
}
THEMES: Words = {
    "growth": gettext_lazy("Growth"),
    "economy": gettext_lazy("Economy"),
    "budget": gettext_lazy("Budget"),
    "investment": gettext_lazy("Investment"),
    "trade": gettext_lazy("Trade"),
    "services": gettext_lazy("Services"),
    "rural": gettext_lazy("New rural areas"),
    "party": gettext_lazy("Party building"),
    "social": gettext_lazy("Society"),
    "governance": gettext_lazy("Governance"),
}
DOCUMENT_TYPES: Words = {
    "report": gettext_lazy("report"),
    "press-report": gettext_lazy("press report"),
    "table": gettext_lazy("table of figures"),
    "resolution": gettext_lazy("resolution"),
    "directive": gettext_lazy("directive"),
    "official-letter": gettext_lazy("official letter"),
    "regulation": gettext_lazy("regulation"),
    "law": gettext_lazy("law"),
    "decision": gettext_lazy("decision"),
    "plan": gettext_lazy("plan"),
    "programme": gettext_lazy("programme"),
    "conclusion": gettext_lazy("conclusion"),
    "announcement": gettext_lazy("announcement"),
}


def language() -> str:
    """The active language, one of those we write numbers in."""
    active = (get_language() or "en").split("-")[0]
    return active if active in localities.LANGUAGES else "en"


def say(words: Words, key: str) -> str:
    """The word for a code, or the code itself where a pack brought one we have no word for."""
    return str(words.get(key, key))


def name(names: Mapping[str, str]) -> str:
    """A name in the active language, or in any language there is."""
    return names.get(language()) or next(iter(names.values()), "")


def value(observation: Observation) -> str:
    """The value as people write it: ``more than 2.04 billion USD``, ``159/182``, ``+10.6%``."""
    lang = language()
    exact = observation.quantity.value
    if observation.comparison == Comparison.RANK:
        return localities.number(exact, lang)
    text = localities.quantity(exact, observation.unit_of_measure, lang)
    if observation.comparison in (Comparison.CHANGE, Comparison.PLAN_EXCESS):
        text = signed(text, exact)
    if observation.denominator:
        text = f"{text}/{localities.number(Decimal(observation.denominator), lang)}"
    pattern = MODIFIERS.get(observation.modifier)
    return str(pattern).format(value=text) if pattern else text


def signed(text: str, exact: Decimal) -> str:
    """With a plus sign for growth; the minus becomes a real one."""
    return f"+{text}" if exact > 0 else text.replace("-", "\N{MINUS SIGN}", 1)


def thing(observation: Observation) -> str:
    """What an observation counts; empty for signs, currencies and ranks."""
    if observation.comparison == Comparison.RANK:
        return ""
    return nouns.counted(observation.unit_of_measure, observation.quantity.value, observation.denominator)


def basis(observation: Observation) -> str:
    """What the value is set beside: a plan, a year, or the peers of a rank."""
    kind, _, rest = observation.basis.partition(":")
    if kind == "peers":
        return units.peer_names(rest, language())
    if rest:
        return period(rest)
    return say(BASES, kind)


def minute(moment: datetime) -> str:
    """A moment in the time of the office: the day, and hours and minutes."""
    local = timezone.localtime(moment)
    return f"{localities.day(local.date(), language())}, {local:%H:%M}"


def period(code: str) -> str:
    """A period code as people say it; nothing for no code."""
    return _period(code, language()) if code else ""


@lru_cache(maxsize=4096)
def _period(code: str, lang: str) -> str:
    """Kept, as a page may offer a hundred periods to choose from."""
    return localities.period(Period.parse(code), lang)


def comparison(observation: Observation) -> str:
    """One reported comparison as a phrase: ``+10.6% on 2023``, ``1: provinces of the country``."""
    said, beside = value(observation), basis(observation)
    match observation.comparison:
        case Comparison.RANK:
            return gettext("rank {rank} ({peers})").format(rank=said, peers=beside)
        case Comparison.CHANGE:
            return gettext("{change} on {basis}").format(change=said, basis=beside)
        case Comparison.PLAN_RATIO:
            return gettext("{ratio} of {basis}").format(ratio=said, basis=beside)
        case Comparison.PLAN_EXCESS:
            return gettext("{excess} against {basis}").format(excess=said, basis=beside)
        case _:
            return said


def assigned_to(actor: str) -> str:
    """Who recorded something: a rule of the reader by its id, a person by name."""
    kind, _, who = actor.partition(":")
    words = {"rule": gettext("rule {name}"), "pack": gettext("pack {name}"), "system": gettext("the program")}
    return words.get(kind, "{name}").format(name=who or actor)


def place(evidence: Evidence) -> str:
    """Where in its document a piece of evidence stands."""
    lang = language()
    if evidence.cell:
        line, _, column = evidence.cell.partition(":")
        return gettext("line {line}, column “{column}”").format(line=line, column=column)
    start, end = (localities.number(Decimal(at), lang) for at in (evidence.start, evidence.end))
    return gettext("characters {start} to {end}").format(start=start, end=end)
