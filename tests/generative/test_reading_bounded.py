"""No text makes a pattern try for ever: what a language pack looks for, over and over, is read in bounded time.

In a process of its own, as nothing else stops a regular expression. The limit is no measure of speed (that is
``tongket bench read``): it is far above what the slowest machine needs, and far below what a pattern takes that
tries every way to cut a text in parts.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tongket.reading.packs import known_languages

LIMIT = 300

SCRIPT = r"""
import random, re, sys
from tongket.reading.packs import language_pack
from tongket.reading.pipeline import read_text

code = sys.argv[1]
pack = language_pack(code)
chance = random.Random(code)

def leaves(node):
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(key)
            yield from leaves(value)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value)
    elif isinstance(node, str):
        yield node

# The words of the pack without its notation, and what is hostile anywhere: digits, marks, brackets, capitals.
words = sorted({re.sub(r"\{\w+\}|[*~#()|\\?]", " ", leaf) for leaf in leaves(pack._data) if len(leaf) < 80})
signs = [" ", "  ", "\n", ".", ",", "-", "–", "/", "(", ")", "((", "«", "\"", "'", ":", ";", "%", "$", "№ ", "1", "1 ",
         "12.345", "1/", "1-", "1.1.", "2024", "2024-", "A", "A ", "A-", "Aa ", "a", "a ", "ă", "ж", "é", "x" * 40,
         "X" * 40, "0" * 40, "\u0301", "\u200b", "@", "www."]
texts = [sign * (10_000 // len(sign)) for sign in signs]
for _ in range(150):
    pieces = [chance.choice(words if chance.random() < 0.6 else signs) for _ in range(chance.randint(1, 4))]
    unit = chance.choice(["", " "]).join(pieces) or " "
    texts.append((unit * (10_000 // len(unit) + 1))[:10_000] + chance.choice(["", "!", "\n", "1", "a"]))
for text in texts:
    read_text(text, language=code)
print(len(texts))
"""


@pytest.mark.parametrize("language", known_languages())
def test_no_pattern_backtracks_without_end(language: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, language],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=True,
    )

    assert int(done.stdout) > 150
