"""The patterns of a language for tasks: who may be told, the verbs that set a task, and what a deadline looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import CAPITALS, phrase_pattern, word_pattern

_CAPITAL = rf"[{CAPITALS}][\w&.’'-]{{0,30}}"
_NAME = rf"(?:{_CAPITAL}(?:(?:,? (?:và|and|&) |, | ){_CAPITAL}){{0,8}})"
# Words of two syllables of which only the first has a capital: «Phòng Kinh tế, Hạ tầng và Đô thị».
_PAIR = rf"(?:[{CAPITALS}]{{2,12}}(?!\w)|{_CAPITAL}(?: (?![{CAPITALS}])[^\W\d_]{{1,7}}(?!\w))?)"
_UNIT = rf"(?:{_PAIR}(?:(?:,? (?:và|-) |, | ){_PAIR}){{0,6}})"
# «UBND thành phố Cần Thơ»: that is no «cần».
_PROPER = rf"[{CAPITALS}]\w{{1,12}} [{CAPITALS}]"
# “, according to their duties and functions,”
_ASIDE = r",\s(?:according|in accordance|based|together|within)\s[^,.;:\n]{1,80},"
_FEW_WORDS = r"(?:,?\s[^\W\d]{1,30}){0,4}?"
_FRAMES = ("told", "orders", "must", "must_be", "intended", "striving", "planned", "going_on")


@dataclass(frozen=True, slots=True)
class TaskGrammar:
    """The compiled patterns; ``bodies`` gives each form of a body with its name."""

    verbs: re.Pattern[str]
    told: re.Pattern[str]
    orders: re.Pattern[str]
    must: re.Pattern[str]
    duty: re.Pattern[str]
    passive: re.Pattern[str]
    intended: re.Pattern[str]
    striving: re.Pattern[str]
    planned: re.Pattern[str]
    going_on: re.Pattern[str]
    several: re.Pattern[str]
    imperative: re.Pattern[str]
    undirected: re.Pattern[str]
    lead_in: re.Pattern[str]
    bodies: tuple[tuple[re.Pattern[str], str], ...]
    event: re.Pattern[str]
    action: re.Pattern[str]
    acts: re.Pattern[str]
    goes_on: re.Pattern[str]
    decree: re.Pattern[str]
    agent: re.Pattern[str]
    kept: re.Pattern[str]
    signature: re.Pattern[str]
    responsible: re.Pattern[str]
    named: re.Pattern[str]
    whole: re.Pattern[str]


def _cased(phrase: str) -> str:
    """A phrase that matches in either case, with ``{name}`` for capitalised words, ``{unit}`` for such pairs."""
    slots = {"{name}": _NAME, "{unit}": _UNIT}
    return "".join(slots.get(part) or f"(?i:{phrase_pattern(part)})" for part in re.split(r"(\{\w+\})", phrase))


@cache
def task_grammar(pack: LanguagePack) -> TaskGrammar:
    """The patterns of the pack, compiled once."""
    listed: list[tuple[str, str]] = []
    for name, forms in pack.get("tasks.bodies", {}).items():
        listed += [(form, name) for form in forms]
    listed.sort(key=lambda item: (-len(item[0]), item[0]))
    body = "(?:" + "|".join(_cased(form) for form, _ in listed) + r")(?!\w)" if listed else "(?!)"
    joiner = "(?i:" + "|".join(map(phrase_pattern, pack.phrases("tasks.joiners"))) + ")"
    several = rf"(?<!\w){body}(?:(?:{joiner}){body}){{0,14}}"

    def any_of(path: str) -> str:
        phrases = pack.phrases(path)
        return f"(?i:{word_pattern(phrases)})" if phrases else "(?!)"

    between = "(?i:" + "|".join(map(phrase_pattern, pack.get("tasks.told_links", [" "]))) + ")"
    verbs = [phrase for frame in _FRAMES for phrase in pack.phrases(f"tasks.{frame}")]
    orders = pack.phrases("tasks.orders")
    actions = pack.get("tasks.actions", "(?!)")
    return TaskGrammar(
        verbs=re.compile(word_pattern(verbs) if verbs else "(?!)"),
        told=re.compile(rf"(?P<verb>{any_of('tasks.told')}){between}(?P<who>{several})"),
        orders=re.compile(word_pattern(orders) if orders else "(?!)"),
        must=re.compile(
            rf"(?P<who>{several})(?P<gap>{_FEW_WORDS}|{_ASIDE})\s(?!{_PROPER})(?P<verb>{any_of('tasks.must')})"
        ),
        duty=re.compile(any_of("tasks.must")),
        passive=re.compile(rf"(?P<verb>{any_of('tasks.must_be')})(?P<gap>{_FEW_WORDS})\s(?P<who>{several})"),
        intended=re.compile(any_of("tasks.intended")),
        striving=re.compile(any_of("tasks.striving")),
        planned=re.compile(any_of("tasks.planned")),
        going_on=re.compile(any_of("tasks.going_on")),
        several=re.compile(several),
        imperative=re.compile(pack.get("tasks.imperative", "(?!)")),
        undirected=re.compile(pack.get("tasks.undirected", "(?!)")),
        lead_in=re.compile(pack.get("tasks.lead_in", "(?!)")),
        bodies=tuple((re.compile(rf"(?<!\w){_cased(form)}(?!\w)"), name) for form, name in listed),
        # Only where a word begins: elsewhere each of them would be tried for nothing.
        event=re.compile(r"(?<!\w)(?i:" + "|".join(pack.phrases("tasks.events") or ["(?!)"]) + ")"),
        action=re.compile(rf"(?P<colon>\s?:)?\s(?:{actions})"),
        acts=re.compile(actions),
        goes_on=re.compile(pack.get("tasks.goes_on", "(?!)")),
        decree=re.compile(pack.get("tasks.decree", "(?!)")),
        agent=re.compile(pack.get("tasks.agent", "(?!)")),
        kept=re.compile(pack.get("tasks.kept", "(?!)")),
        signature=re.compile(pack.get("tasks.signature", "(?!)")),
        responsible=re.compile(pack.get("tasks.responsible", "(?!)")),
        whole=re.compile(pack.get("tasks.whole", "(?!)")),
        named=re.compile(rf"\s?(?:[Tt]he )?(?P<who>{_NAME})\s"),
    )
