"""The numbers and symbols of documents: «12/2021/NQ-HĐND», “No. 40”, «№ 207-р», “By-law 93-2012”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tongket.reading.packs import document_organs
from tongket.reading.phrases import alternation

# Cyrillic letters of document symbols that look like Latin ones, and the dashes and D's in use.
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTUXISJ")
# A typist without Latin letters writes «ТУ» for TU (tỉnh ủy), where У stands for U, but for Y in BYT (Bộ Y tế).
_UNTYPED = {"BUT": "BYT", "SUT": "SYT"}
_ORGANS = "|".join(document_organs()["names"])
_KINDS = "|".join(document_organs()["kinds"])
_LETTERS = "A-ZĐƯА-ЯЁ"
_PART = rf"[{_LETTERS}][{_LETTERS}a-zđа-яё&]{{0,10}}[0-9]{{0,3}}"
# Behind a blank a symbol goes on in capitals only: «147/BC- HĐND», «12/NQ HĐND», not «12/NQ-HĐND- Về việc». A last
# small letter may mark a register: «№ 17-ПА/н». With blanks on both sides it goes on only up to its date or a mark:
# «TTr - NN&PTNT».
_JOINED = (
    rf"[-–/.]{_PART}|(?<!\.)[-–/]\s[{_LETTERS}&]{{2,8}}(?!\w)|/[a-zа-яё]{{1,2}}(?!\w)"
    rf"|\s[-–][A-ZĐ&]{{2,10}}(?!\w)|\s[-–]\s[A-ZĐ&]{{2,10}}(?=,?\s(?:ngày|của|dated)\s|\s?[,;.)])"
    rf"|(?<={_KINDS})\s(?:{_ORGANS})[0-9]{{0,2}}(?!\w)"
)
_SERIAL = r"(?:[-–/][0-9]{1,2}(?![\w/-]|[.,][0-9]))?"
_SYMBOL = rf"{_PART}(?:{_JOINED}){{0,3}}{_SERIAL}"
# The year stands behind the number or, «n° 2021-0456/PR», in front of it.
NUMBERED = re.compile(
    rf"(?<![\w/.,-](?<!số))(?P<number>[0-9]{{1,6}}(?:[abc](?:/[0-9]{{4}})?(?=/)|/\s?[0-9]{{4}}(?=/)|/[0-9]{{4}}"
    rf"|(?<=[0-9]{{4}})-[0-9]{{1,5}}|(?<=[0-9]{{4}})/[0-9]{{1,4}}(?=/[A-Z])|/[0-9]{{1,3}}(?=-[IVX])|/[0-9]{{2}}(?=-[А-ЯЁ]{{2}})"
    r"|-[0-9]{1,2}(?=-))?)"
    rf"(?:\s?[-–/]|(?P<apart>\s?[-–/]\s)|\s(?=[A-ZĐ]{{2,4}}-(?:{_ORGANS})(?!\w)))"
    rf"(?P<symbol>{_SYMBOL})(?!\w)"
)
# In a text written in tokens “2300-1” is “2300 -1”.
ONLY_NUMBER = re.compile(
    r"(?:[A-Z]{1,6}[/-])?[0-9]{1,6}(?:(?:[/-]|-\n)[0-9]{1,6}|(?<=[0-9]{3}) -[0-9](?=\s[«“\"]|\s?[;)])){0,3}[абв]?"
    r"(?![\w,.]?\w)"
)
# Numbers of letters and figures, joined by dashes or, as Indian offices do, by slashes with blanks around them:
# “2026-19D”, “22-R-15”, “Sanka-2026/ PR No. 18/ K. 14”, “F.12(3)/FD/2026-27”.
_CODE = (
    r"(?:[A-Z]\.){0,2}(?:(?<=\.) (?=[0-9]))?[A-Z0-9][A-Za-z0-9.&]{0,14}(?:\([0-9A-Za-z]{1,4}\))?"
    r"(?:[-–][A-Za-z0-9.&]{1,14}){0,4}"
)
_OF_REGISTER = r"\s?/\s?(?:(?!No)[A-Z](?:[A-Za-z]|\.(?! (?!No)[A-Z][a-z])){0,10} ?){0,2}(?:No\.? ?)?"
COMPOSED = re.compile(rf"{_CODE}(?: [0-9]{{1,6}}(?=\s?/))?(?:{_OF_REGISTER}{_CODE}){{0,5}}(?<![.&])(?![\w-])")
BEFORE_COMPOSED = re.compile(r"[:.–-]{0,2}\s{0,2}")
LETTER_OF_NUMBER = re.compile(r"[A-Z](?:-[0-9]{1,4})?")
# «№ 207-р», «№ 157н», «№ 243 па»: small letters are a symbol behind a number word only; «№ 104а» is the next of 104.
SMALL_SYMBOL = re.compile(
    r"(?P<number>[0-9]{1,6}(?:/[0-9]{1,4})?)(?:\s?[-–]\s?|\s?/\s?(?=[а-яё]{2,3}(?!\w))|(?=(?:[г-яё]{1,2}|[пр]а|[НПР])(?!\w))"
    r"|\s(?=(?:п[агр]|р[агп])(?!\w)))"
    r"(?P<symbol>[а-яё]{1,4}[А-ЯЁ]{0,2}(?:/[а-яё]{1,4})?|[НПР])(?!\w)"
)
# A symbol in front: «Указ № УП-695», «перечень поручений № Пр-1650».
SYMBOL_FIRST = re.compile(r"(?P<symbol>[А-ЯЁ]{1,4}|Пр)-(?P<number>[0-9]{1,6})(?:[А-ЯЁ]{1,3})?(?![\w/-])")
# Behind the kind of a document: not “Resolution 3.2”, «Nghị quyết 3 %».
BARE_NUMBER = re.compile(
    r"(?: \([A-Z]{2,6}\))? (?:#\s?)?"
    r"(?P<number>[A-Z]{1,3}-[0-9]{1,5}(?:-[0-9]{1,4})?|[A-Z]{1,2}[0-9]{2}-[0-9]{1,4}|[0-9]{2,3}-[0-9]{2,5}|[0-9]{3}-[0-9]|[0-9]{4}-[0-9]{1,2}-[0-9]{1,4}|[0-9]{4}-[0-9]{1,4}[A-Za-z]?"
    r"|[0-9]{1,4}/[0-9]{2,4}|[0-9]{2,4}-[A-Z]{1,2}-[0-9]{1,4}"
    r"|[IVXLC]{1,7}(?= of [12][0-9]{3})|[0-9]{1,3}[A-Z][0-9]{4}|[0-9]{1,6}(?:-[A-Z]|a)?)(?![\w%/-]|[.,][0-9]| %)"
)
# The next numbers of a row, “Resolutions 12-144, 12-150, and 13-7”: a number of one kind, or with its word in front.
_NEXT_NUMBER = (
    r"[,;]?\s(?:(?:{joins}|&)\s)?(?:(?P<word>{words})\s)?(?P<number>[0-9]{{1,6}}(?:[-/][0-9]{{1,6}})?)"
    r"(?![\w%/-]|[.,][0-9]|\s%)"
)
# A number and a year tell a document by themselves: “by-law 93-2012”, “bylaw 2019/45”.
NUMBER_AND_YEAR = re.compile(
    r" (?P<number>[0-9]{1,5}[-/](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[-/][0-9]{1,5})(?![\w%/-]|[.,][0-9]| %)"
)
# A number of letters and figures in brackets: “the Treasurer's report (FIN.7)”.
BRACKETED = re.compile(r"\s\((?P<number>[A-Z]{1,4}[.-]?[0-9]{1,4}(?:/[0-9]{2,4})?|[A-Z]{1,5}-[0-9]{1,4}-[0-9]{1,4})\)")
# Such a number without brackets: “staff report PL-12-26”.
CODED = re.compile(
    r" (?:#\s?)?(?P<number>[A-Z]{1,5}-(?:(?:[A-Z]{1,2}-)?[0-9]{1,4}-[0-9]{1,4}|[A-Z]{1,5}-[0-9]{2,6})"
    r"|[A-Z]{2,5}[0-9]{2}-[0-9]{1,4})(?![\w-])"
)
# Initials of a kind in front of a number: “AB 148”, “H.R. 36”.
_INITIALLED = (
    r"(?<![\w./-])(?<!No\. )(?P<symbol>{initial})[ -]?(?:No\. |№ ?)?"
    r"(?P<number>[0-9]{{2}}-[0-9]{{3,4}}|[0-9]{{1,5}})(?![\w%]|[.,/-][0-9]| %)"
)


@cache
def initialled_number(initial: str) -> re.Pattern[str]:
    """The pattern of a number behind one of the initials of a kind."""
    return re.compile(_INITIALLED.format(initial=re.escape(initial)))


def next_number(joins: str, number_words: Sequence[str]) -> re.Pattern[str]:
    """The pattern of the next number of a row: a number of one kind, or with its word in front."""
    return re.compile(_NEXT_NUMBER.format(joins=joins, words=f"(?i:{alternation(number_words)})"))


def canonical_symbol(symbol: str) -> str:
    """A document symbol in Latin letters, when each of its letters has one that looks alike (``СТ/ТУ``)."""
    joined = re.sub(r"\s", "", symbol).replace("–", "-")
    folded = joined.translate(_LOOK_ALIKES)
    if re.search(r"[Ѐ-ӿ]", folded):
        return joined
    if folded == joined:
        return folded
    return "".join(_UNTYPED.get(part, part) for part in re.split("([/-])", folded))
