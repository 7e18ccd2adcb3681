"""Places whose digits are never figures: addresses, telephones, list and section numbers, notes, powers, stamps."""

from __future__ import annotations

import re

from tongket.reading.stamps import issued

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"»”]{1,2000}")
_MAIL = re.compile(r"@(?<=[\w.+-]@)[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_MAILBOX = re.compile(r"[\w.+-]{1,64}\Z")
# Patterns begin with what the engine can pass over the rest of a text for; what stands in front is looked at then.
_TELEPHONE = re.compile(r"[+0](?<![\w.,].)(?:(?<=\+)[0-9]{1,3}|(?<=0))[0-9]{0,4}(?:[ .-]?[0-9]{2,4}){3}(?![\w])")
_LIST_NUMBER = re.compile(
    r"^[ \t#*•-]{0,8}(?:[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}\.?(?=[ \t]{1,4}[^\W\d_a-zа-яё])|[0-9]{1,2}[.)](?=[ \t]))",
    re.MULTILINE,
)
_NOTE_MARK = re.compile(
    r"[\[0-9](?:(?:(?<=[.!?»”\")] .)|(?<=[.!?»”\")].))(?:(?<=\[)[0-9]{1,3}|(?<=[0-9])[0-9]{0,2})\]?(?=\s{0,200}$)"
    r"|(?<=\[)[0-9]{1,3}\])",
    re.MULTILINE,
)
# A power of ten stands for a scale that nobody reports in: better no figure than one that is off by it.
_POWER = re.compile(r"(?<![\w.,])[0-9][0-9.,]{0,20}\s?[×xх·*]\s?10[⁻⁺]?[⁰¹²³⁴-⁹]{1,3}")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]")
_COORDINATE = re.compile(r"[0-9]{1,3}°(?:[0-9]{1,2}['′](?:[0-9.]{1,6}[\"″])?)?")


def negative_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every such place in a normalised text."""
    patterns = [_TELEPHONE, _LIST_NUMBER, _NOTE_MARK]
    # What has a sign of its own is looked for where the text has that sign at all.
    if "://" in text or "www." in text:
        patterns.append(_ADDRESS)
    if _RAISED.search(text):
        patterns.append(_POWER)
    if "°" in text:
        patterns.append(_COORDINATE)
    found = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    for mail in _MAIL.finditer(text) if "@" in text else ():
        box = _MAILBOX.search(text, max(0, mail.start() - 64), mail.start())
        found.append((box.start() if box else mail.start(), mail.end()))
    if stamp := issued(text):
        found.append((stamp.start, stamp.end))
    return found
