"""How a document is cited."""

import pytest

from tongket.documents.rules import designation


@pytest.mark.parametrize(
    ("number", "symbol", "cited"),
    [
        ("15", "NQ-HĐND", "15/NQ-HĐND"),  # an organ of State
        ("483", "UBND-KTN", "483/UBND-KTN"),
        ("31/2024", "QH15", "31/2024/QH15"),
        ("381", "NQ/TU", "381-NQ/TU"),  # the Party
        ("99", "ЗРТ", "99-ЗРТ"),
        ("1101", "р", "1101-р"),
        ("12", None, "12"),
        (None, "", ""),
    ],
)
def test_a_document_is_cited_as_its_organ_does(number: str | None, symbol: str | None, cited: str) -> None:
    assert designation(number, symbol) == cited
