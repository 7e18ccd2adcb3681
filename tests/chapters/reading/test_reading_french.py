"""French, the language that was added by its guide: what no other language had needed of the reader."""

from decimal import Decimal

import pytest

from tongket.reading.claims import FigureClaim, ReferenceClaim
from tongket.reading.detection import detect_language, is_recognised
from tongket.reading.pipeline import read_text


def figures(text: str, language: str = "fr") -> list[FigureClaim]:
    return [claim for claim in read_text(text, language=language) if isinstance(claim, FigureClaim)]


@pytest.mark.parametrize("sign", ["842,6 M€", "842,6\N{NO-BREAK SPACE}M€"])
def test_scale_and_unit_in_one_sign(sign: str) -> None:
    [budget] = figures(f"Le Département dispose d'un budget de {sign} de dépenses.")

    assert (budget.value, budget.unit, budget.quote) == (Decimal(842_600_000), "EUR", sign)


def test_a_letter_that_is_no_such_sign_stays_a_measure() -> None:
    [length] = figures("La digue mesure 250 m de long.")

    assert (length.value, length.unit) == (Decimal(250), "m")


def test_the_whole_may_stand_behind_what_is_counted() -> None:
    [served] = figures("Le réseau dessert 18 communes sur 24.")

    assert (served.value, served.of, served.unit, served.kind) == (18, 24, "communes", "ratio")
    assert served.quote == "18 communes sur 24"


@pytest.mark.parametrize(
    "sentence",
    ["La région a ouvert 3 écoles sur 5 sites.", "On compte 18 communes sur 12.", "Il y a 18 communes sur 2024."],
)
def test_what_counts_something_else_is_no_whole(sentence: str) -> None:
    assert [figure.of for figure in figures(sentence)] == [None] * len(figures(sentence)) != []


def test_a_scaled_number_may_take_the_currency_before_it() -> None:
    found = figures("L'investissement atteint 128 millions d'euros, dont 46,5 millions pour les collèges.")

    assert [(figure.value, figure.unit) for figure in found] == [(128_000_000, "EUR"), (46_500_000, "EUR")]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_both_apostrophes_are_read(apostrophe: str) -> None:
    [growth] = figures(f"La production de 2024 est en hausse de 4 % par rapport à l{apostrophe}année précédente.")

    assert (growth.kind, growth.direction, growth.basis) == ("change", "up", "previous_year:2023")


def test_the_year_may_stand_in_front_of_the_number_of_a_document() -> None:
    [decree] = read_text("Conformément au décret n° 2021-0456/PR du 8 juin 2021.", language="fr")

    assert isinstance(decree, ReferenceClaim)
    assert (decree.doc_type, decree.number, decree.symbol, decree.date) == ("decree", "2021-0456", "PR", "2021-06-08")


def test_neighbours_of_a_language_are_not_taken_for_it() -> None:
    french = (
        "En 2024, l'économie de la région a crû de 3,2 %, portée par le tourisme. "
        "Le Conseil a voté les crédits du plan."
    )
    spanish = (
        "Durante el año 2024 la economía de la región creció un 3,2 por ciento, impulsada por la agricultura. "
        "El gobierno de la provincia construyó 45 kilómetros de caminos."
    )
    assert (is_recognised(french.lower()), detect_language(french.lower())) == (True, "fr")
    assert not is_recognised(spanish.lower())
