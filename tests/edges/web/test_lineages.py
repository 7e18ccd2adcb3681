"""A lineage as a picture: who stands in which column, and which line is drawn whole."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tongket.web.lineages import HEIGHT, MOST, WIDTH, Box, Life, Step, draw

FIRST, SECOND = date(2025, 1, 1), date(2025, 7, 1)
BEFORE = date(1, 1, 1)


def life(key: int, start: date, end: date | None = None) -> Life:
    return Life(key, f"{key:05}", f"Unit {key}", start, end)


def test_each_era_is_a_column() -> None:
    lives = [life(1, BEFORE, FIRST), life(2, BEFORE, FIRST), life(3, FIRST, SECOND), life(4, SECOND)]
    steps = [Step(1, 3, FIRST, True), Step(2, 3, FIRST, False), Step(3, 4, SECOND, True)]

    picture = draw(lives, steps, focus=3)

    columns = {box.life.key: box.x for box in picture.boxes if box.life}
    assert columns[1] == columns[2] < columns[3] < columns[4]
    assert [column.day for column in picture.columns] == [None, FIRST, SECOND]
    assert [line.whole for line in picture.lines] == [True, False, True]
    assert [box.life.key for box in picture.boxes if box.life and box.focus] == [3]


def test_what_has_no_named_origin_has_no_line() -> None:
    assert draw([life(1, FIRST)], [Step(None, 1, FIRST, True)], focus=1).lines == []


def test_a_long_name_is_shortened_to_its_box() -> None:
    assert Box(Life(1, "1", "Bac Ninh province (until June 2025)", BEFORE, None), 0, 0).title.endswith("…")
    assert Box(Life(1, "1", "Bac Ninh", BEFORE, None), 0, 0).title == "Bac Ninh"


@given(st.integers(1, 3 * MOST), st.data())
def test_no_two_boxes_overlap_and_the_unit_itself_is_shown(count: int, data: st.DataObject) -> None:
    focus = data.draw(st.integers(1, count))
    lives = [life(key, BEFORE, FIRST) for key in range(1, count + 1)]

    picture = draw([*lives, life(0, FIRST)], [Step(key, 0, FIRST, True) for key in range(1, count + 1)], focus=focus)

    for one, other in combinations(picture.boxes, 2):
        assert abs(one.x - other.x) >= WIDTH or abs(one.y - other.y) >= HEIGHT
    shown = {box.life.key for box in picture.boxes if box.life}
    assert {0, focus} <= shown
    assert len(shown) - 1 + sum(box.more for box in picture.boxes) == count
    assert all(0 <= box.x <= picture.width - WIDTH and 0 <= box.y <= picture.height - HEIGHT for box in picture.boxes)
