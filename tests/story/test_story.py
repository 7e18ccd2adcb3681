"""docs/story.md is run as it stands: every statement on that page holds."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

STORY = Path(__file__).resolve().parents[2] / "docs" / "story.md"


@pytest.mark.django_db
def test_the_story_is_true() -> None:
    result = doctest.testfile(str(STORY), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.attempted > 40
    assert result.failed == 0
