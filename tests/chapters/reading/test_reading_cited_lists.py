"""Numbers of documents, of rows of them, and numbers that are of no document."""

import pytest

from tongket.reading.claims import ReferenceClaim
from tongket.reading.pipeline import read_text

CITED = {
    # the number of a law behind its name is of the same document
    "It breaks the Harbour Dues Act, Cap. 118, and the Wells Ordinance (Chapter 27).": [
        ("law", "118", None),
        ("law", "27", None),
    ],
    "Fees follow the Arden Ports Act, 2011 (Arden Act 7 of 2012).": [("law", "7", None)],
    "The Fishing Nets Rules, 1998 and the Quarries (Dust) Regulation 2021 apply, not Acts Nos. 5 and 6.": [
        ("regulation", None, None),
        ("regulation", None, None),
        ("law", "5", None),
        ("law", "6", None),
    ],
    # by initials and in the ways of one country
    "B.P. Blg. 71, JMC No. 2031-2, Prop. 61 and P.L. 131-4 were read with General Notice 88 of 2031.": [
        ("law", "71", None),
        ("circular", "2031-2", None),
        ("law", "61", None),
        ("law", "131-4", None),
        ("notice", "88", None),
    ],
    "House Bill 2003 passed, and Project 06 went on.": [("law", "2003", None), ("programme", "06", None)],
    # what is told of what a decision is about is cited by itself
    "It issued Resolution No. 9/NQ-HDND on giving opinions on the Coastal Action Plan 2031-2035.": [
        ("resolution", "9", "NQ-HDND"),
        ("plan", None, None),
    ],
    # what is yet to be made is not cited
    "The board was told to prepare a Detailed Harbour Report; it has a Green Roofs Action Plan.": [
        ("plan", None, None)
    ],
    "The Corporate Strategy and the Local Plan were updated; it is in the Mid year Financial Projections Statement.": [
        ("strategy", None, None),
        ("plan", None, None),
        ("report", None, None),
    ],
    # the next number of one document or kind
    "Приказом Минтруда № 301н, Минздрава № 402н от 3.02.2031 и приказами № 14/пр и № 17/пр всё решено.": [
        ("order", "301", "н"),
        ("order", "402", "н"),
        ("order", "14", "пр"),
        ("order", "17", "пр"),
    ],
    "Приказом и.о. министра от 3.02.2031 № 6, постановлением главы с.п. Верхнее от 4.02.2031 № 7 и Пр-118.": [
        ("order", "6", None),
        ("resolution", "7", None),
        ("directive", "118", "Пр"),
    ],
    # titles of one kind
    "По федеральным законам «О заливах», «О реках» и «О портах» и по программе «Лес» и «Дому кино».": [
        ("law", None, None),
        ("law", None, None),
        ("law", None, None),
        ("programme", None, None),
    ],
    "Изменена муниципальная программа муниципального образования – Лесной район « Развитие школ ».": [
        ("programme", None, None)
    ],
    # by the day or by what it is about alone
    "По статье 6 Закона Озёрской Республики от 3 марта 2011 года «О сёлах» и Программы локализации.": [
        ("law", None, None),
        ("programme", None, None),
    ],
    "Банк заключил с краем соглашение о рыбных прудах; сказано в послании депутатам Собрания.": [
        ("agreement", None, None),
        ("address", None, None),
    ],
    "Luật Cảng cá và Hiến pháp năm 2013 được phổ biến.": [("law", None, None), ("constitution", None, None)],
    "Chiến lược phát triển kinh tế - xã hội giai đoạn 2031-2040 được duyệt.": [("strategy", None, None)],
    "Orders Nos. 5 and 6, Gazette Notices Nos. 71 and 72, S.I. 54 of 2034 and Resolution 2034-08-154 are out.": [
        ("order", "5", None),
        ("order", "6", None),
        ("notice", "71", None),
        ("notice", "72", None),
        ("regulation", "54", None),
        ("resolution", "2034-08-154", None),
    ],
    # numbers of other things
    "Motion 5 was carried. Purchase Order No. 778, Case No. 31-CV-4, Serial No. 12/AB-45 and FIR No. 9 of 2031.": [],
    "A law, the Fish Act 1897, and the Constitution Square Mall.": [("law", None, None)],
    "Контракт от 3.02.2031 № 14-ЭА, протокол об административном правонарушении № 77, распоряжений 12.": [],
}


@pytest.mark.parametrize(("text", "expected"), CITED.items())
def test_numbers_of_documents_only(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    cited = [claim for claim in read_text(text) if isinstance(claim, ReferenceClaim)]
    assert [(claim.doc_type, claim.number, claim.symbol) for claim in cited] == expected


def test_the_second_office_made_the_second_number() -> None:
    claims = read_text("Приказом Минтруда № 301н, Минздрава № 402н всё решено.")

    assert [c.issuer for c in claims if isinstance(c, ReferenceClaim)] == ["Минтруд", "Минздрав"]
