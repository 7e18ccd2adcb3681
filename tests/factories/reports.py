"""A report that says one given text wherever a report can say something."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tongket.publication import charts
from tongket.publication.charts import Point
from tongket.publication.report import Block, Chart, Items, Note, Paragraph, Report, Run, Section, Table

SVG = charts.series(
    [
        Point("2023", Decimal("13.45"), "13.45%", "actual", "actual"),
        Point("2024", Decimal("13.6"), "13.6%", "target", "target"),
    ]
)


def report(text: str = "Nothing special", *, language: str = "en") -> Report:
    """Every kind of block, with the text in each of its places; two notes, the first one mentioned twice."""
    noted, again, foreign = Run(text, 1), Run("13.85%", 1), Run(text, 2, "ru")
    blocks: tuple[Block, ...] = (
        Paragraph((Run(text), noted)),
        Paragraph((again, Run(text, None, "vi")), aside=True),
        Items(((foreign,), (Run(text),))),
        Table(text, (text, "Result"), ((((Run(text),),), ((again, foreign), (Run(text),))),)),
        Chart(text, text, SVG),
    )
    note = Note(1, text, "ru", text, "slug", text, 3, "https://example.org/a?b=1", 7, text, text, "ab" * 32)
    return Report(
        language=language,
        unit=text[:300],
        headline=text[:300],
        title=text[:300],
        subtitle=text[:300],
        as_of="2025-01-14T09:30:00+00:00",
        colophon=(text, text),
        sections=(Section("results", text[:300], blocks), Section("empty", "Nothing stands here", ())),
        notes=(note, replace(note, number=2, observation=0, source_url="")),
    )


def bare() -> Report:
    """A report that has nothing to say."""
    return replace(report(), sections=(), notes=(), colophon=())


HOSTILE = {
    "typst": r"#panic[1] $x^2$ *b* _i_ `r` @ref <lab> = h \u{0} ~ // /* ]) } ${} #{1+1} \\ --- ... 'q' \"d\"",
    "xml": "<w:p/> & &amp; ]]> <!-- --> <?x?> \" ' %s {0} {{ {% x %}",
    "control": "a\x00b\x07c\x0bd\x1be\x7ff\x85g\u2028h\u2029i\ufffej\uffffk\nl\tm\rn",
    "steering": "a\u200bb\u202ec\u2066d\u2060e\ufefff\u00adg\u0301h",
    "rtl": "نص عربي 13,85% עברית",
    "beyond": "😀👨‍👩‍👧🇻🇳 汉字 ไทย 𝔘𝔫𝔦 \U000e0001",
    "long word": "W" * 3000,
    "long text": "слово " * 1000,
    "stacked": "ế" * 40 + "a" + "\u0323\u0302\u0301" * 30,
    "blank": " \u00a0 ",
}
"""Texts that have broken a program before."""
