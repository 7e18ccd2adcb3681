"""Errors are templates with values, so that pure code can fail in every language."""

from __future__ import annotations

import pytest

from tongket.access.policy import Refused
from tongket.base.errors import Conflict, InvalidInput, NotFound, TongketError
from tongket.cli import texts


def test_an_error_says_itself_in_english() -> None:
    error = InvalidInput("“{code}” is not a period.", code="20{24")

    assert str(error) == "“20{24” is not a period."
    assert (error.message, error.values) == ("“{code}” is not a period.", {"code": "20{24"})


def test_an_error_without_values_keeps_its_braces() -> None:
    assert str(TongketError("Braces {like these} stay.")) == "Braces {like these} stay."


def test_an_error_is_translated_with_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    russian = {"No unit has the code “{code}” on {day}.": "{day}: нет единицы с кодом «{code}»."}
    monkeypatch.setattr(texts.standard, "gettext", lambda message: russian.get(message, message))
    error = NotFound("No unit has the code “{code}” on {day}.", code="north", day="2024-12-31")

    assert texts.explain(error) == "2024-12-31: нет единицы с кодом «north»."


def test_each_kind_of_error_has_a_code_of_its_own() -> None:
    codes = {kind: kind.code for kind in (TongketError, InvalidInput, NotFound, Conflict, Refused)}

    assert codes == {
        TongketError: "tongket.error",
        InvalidInput: "tongket.invalid_input",
        NotFound: "tongket.not_found",
        Conflict: "tongket.conflict",
        Refused: "tongket.refused",
    }
