"""Blanks of a text whose words were cut apart say nothing; quotes stay as printed."""

from tongket.reading.normalise import normalise

CUT = "Сбор составил 3,5 тыс. тонн , ( 96,4 % ) , план – 4 тыс. тонн , оценка . Итог : вырос ."


def test_blanks_that_cut_words_apart_are_left_out() -> None:
    found = normalise(CUT)

    assert found.text == "Сбор составил 3,5 тыс. тонн, (96,4 %), план – 4 тыс. тонн, оценка. Итог: вырос."
    start = found.text.index("(96,4 %)")
    assert CUT[slice(*found.original_span(start, start + len("(96,4 %)")))] == "( 96,4 % )"


def test_a_single_such_blank_is_left_as_printed() -> None:
    text = "Сбор составил 3,5 тыс. тонн , план, оценка, итог."

    assert normalise(text).text == text
