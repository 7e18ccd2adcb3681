"""From the text of a formula to its terms, by the grammar in ``grammar.lark``."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, cast

from lark import Lark, Token, Transformer, UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken, v_args
from lark.exceptions import VisitError

from tongket.base.errors import InvalidInput, TongketError, gettext_noop
from tongket.formulas.terms import Call, Compared, Joined, Named, Negated, Number, Order, Sign, Term

MAX_CHARACTERS = 1_000
MAX_SIGNS = 80
"""Longer ones nobody can check by eye; the signs bound how deep terms stand inside one another."""

FUNCTIONS = {
    "target": (1, 1),
    "estimate": (1, 1),
    "previous_year": (1, 1),
    "rank": (1, 1),
    "streak": (1, 1),
    "abs": (1, 1),
    "min": (2, 20),
    "max": (2, 20),
    "round": (2, 2),
}
"""Every function, with the least and the greatest number of its arguments."""

Meaning = Callable[[str], str | None]
"""From a name in quotation marks to the code of the indicator that is called so."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*|\"[^\"]+\"|“[^”]+”|«[^»]+»")
_SIGN = re.compile(r"[-+\u2212*\u00d7\u00b7/\u00f7(]")
_SIGNS: dict[str, Sign] = {"+": "+", "-": "-", "\u2212": "-", "*": "*", "\u00d7": "*", "\u00b7": "*"}
_ORDERS: dict[str, Order] = {"=": "=", "==": "=", "<=": "<=", "\u2264": "<=", ">=": ">=", "\u2265": ">="}
_EXPECTS_TERM = gettext_noop(
    "The formula cannot be read at character {position}, “{text}”: a number, an indicator or a parenthesis is needed "
    "there."
)
_EXPECTS_SIGN = gettext_noop(
    "The formula cannot be read at character {position}, “{text}”: a sign such as + or /, or the end, is needed there."
)


def parse(text: str, meaning: Meaning = lambda name: None) -> Term:
    """The terms of a formula such as ``= exports + imports``; positions count from 0 in ``text``.

    Raises InvalidInput that names the place and what should stand there, for a text that is too long, a function that
    there is not, one with too few or too many arguments, and a name that means no indicator.
    """
    if len(text) > MAX_CHARACTERS:
        raise InvalidInput(
            gettext_noop("The formula has more than {limit} characters. Divide it: name its parts."),
            limit=MAX_CHARACTERS,
        )
    if len(_SIGN.findall(_NAME.sub("", text))) > MAX_SIGNS:
        raise InvalidInput(
            gettext_noop("The formula has more than {limit} signs and parentheses. Divide it: name its parts."),
            limit=MAX_SIGNS,
        )
    body = text.lstrip()
    # The sign that a formula begins with is replaced, not cut off, so that places stay what they are.
    body = text.replace("=", " ", 1) if body.startswith("=") else text
    try:
        found = _parser().parse(body)
        return _Reading(meaning).transform(found)
    except UnexpectedInput as error:
        raise _unread(error, text) from None
    except VisitError as error:
        if isinstance(error.orig_exc, TongketError):
            raise error.orig_exc from None
        raise


@cache
def _parser() -> Lark:
    return Lark((files("tongket.formulas") / "grammar.lark").read_text(encoding="utf-8"), parser="lalr")


def _unread(error: UnexpectedInput, text: str) -> InvalidInput:
    at_end = isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END")
    position = len(text.rstrip()) if at_end or error.pos_in_stream is None else error.pos_in_stream
    wanted = error.allowed if isinstance(error, UnexpectedCharacters) else getattr(error, "expected", ())
    message = _EXPECTS_TERM if {"NUMBER", "NAME"} & set(wanted) else _EXPECTS_SIGN
    return InvalidInput(message, position=position + 1, text=text[position : position + 20])


@v_args(inline=True)
class _Reading(Transformer[Token, Term]):
    def __init__(self, meaning: Meaning) -> None:
        super().__init__()
        self._meaning = meaning

    def start(self, term: Term) -> Term:
        return term

    def number(self, digits: Token, percent: Token | None = None) -> Number:
        return Number(Decimal(digits), percent is not None, _place(digits))

    def named(self, said: Token) -> Named:
        if said.type == "NAME":
            return Named(str(said), _place(said))
        name = " ".join(said[1:-1].split())
        code = self._meaning(name)
        if code is None:
            raise InvalidInput(gettext_noop("The catalogue has no indicator that is called “{name}”."), name=name)
        return Named(code, _place(said))

    def negated(self, sign: Token, term: Term) -> Term:
        return term if sign == "+" else Negated(term, _place(sign))

    def sum(self, left: Term, sign: Token, right: Term) -> Joined:
        return Joined(_SIGNS[sign], left, right, _place(sign))

    def product(self, left: Term, sign: Token, right: Term) -> Joined:
        return Joined(_SIGNS.get(sign, "/"), left, right, _place(sign))

    def compared(self, left: Term, sign: Token, right: Term) -> Compared:
        return Compared(_ORDERS.get(sign, cast("Order", str(sign))), left, right, _place(sign))

    def call(self, name: Token, *arguments: Term) -> Call:
        least, most = FUNCTIONS.get(name, (0, 0))
        if not most:
            raise InvalidInput(
                gettext_noop("There is no function “{name}”. There are: {functions}."),
                name=str(name),
                functions=", ".join(FUNCTIONS),
            )
        if not least <= len(arguments) <= most:
            raise InvalidInput(
                gettext_noop("The function “{name}” takes from {least} to {most} arguments, and is given {given}."),
                name=str(name),
                least=least,
                most=most,
                given=len(arguments),
            )
        if any(isinstance(a, Compared) for a in arguments) and name != "streak":
            raise InvalidInput(gettext_noop("Only “streak” can be asked of a comparison."))
        if name == "round" and not (isinstance(arguments[1], Number) and arguments[1].value in range(0, 13)):
            raise InvalidInput(gettext_noop("“round” needs a number of decimals from 0 to 12: round(x, 2)."))
        return Call(str(name), arguments, _place(name))


def _place(token: Any) -> int:
    return int(token.start_pos or 0)
