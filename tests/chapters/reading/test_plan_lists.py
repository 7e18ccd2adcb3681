"""Lists whose items give a sum and, in brackets, the percentage of its plan."""

import pytest

from tongket.reading.claims import FigureClaim
from tongket.reading.pipeline import read_text

SPENT = (
    "Расходы района на программы за 9 месяцев 2024 года составили 18,0 млн рублей, или 65,5 % от плановых назначений."
)
PAID = "Chín tháng năm 2024, huyện giải ngân 120 tỷ đồng, đạt 65,5% kế hoạch."
LISTS = {
    f"{SPENT}\nПо программам:\nКультура 1,4 млн рублей (49,6 %);\nСпорт – 2,0 млн рублей (79 %).": "plan_ratio",
    f"{SPENT}\n\nВ разрезе программ:\n\n- дороги 6 млн рублей (83,7 %),\n\n- дома 2,1 млн рублей (63 %).": "plan_ratio",
    f"{SPENT}\nСтруктура расходов:\nКультура 1,4 млн рублей (8 %);\nСпорт – 2,0 млн рублей (11 %).": "share",
    f"{PAID}\nCụ thể:\n- Giao thông 30 tỷ đồng (45,2%);\n- Thủy lợi 12 tỷ đồng (71,6%).": "plan_ratio",
    f"{PAID}\nCơ cấu vốn:\n- Giao thông 30 tỷ đồng (25%);\n- Thủy lợi 12 tỷ đồng (10%).": "share",
    "По программам:\nКультура 1,4 млн рублей (49,6 %);\nСпорт – 2,0 млн рублей (50,4 %).": "share",
}


@pytest.mark.parametrize("text", LISTS)
def test_the_percentages_of_a_list_are_what_its_head_makes_them(text: str) -> None:
    percentages = [c for c in read_text(text) if isinstance(c, FigureClaim) and c.unit == "%"]
    kinds = [(c.kind, c.basis) for c in percentages[-2:]]
    assert kinds == [(LISTS[text], "plan" if LISTS[text] == "plan_ratio" else "none")] * 2


RATES = {
    "Năm 2031, giải ngân vốn ngành y tế đạt 81%; giáo dục 68%.": ["plan_ratio", "plan_ratio"],
    "Năm 2031, tỷ lệ giải ngân đạt 100% kế hoạch; tỷ lệ hộ nghèo còn 0,8%.": ["plan_ratio", "share"],
    "Năm 2031, sản lượng đạt 65,9%KH, tăng 7% so với cùng kỳ.": ["plan_ratio", "change"],
}


@pytest.mark.parametrize("text", RATES)
def test_another_rate_is_none_of_the_plan(text: str) -> None:
    assert [c.kind for c in read_text(text) if isinstance(c, FigureClaim) and c.unit == "%"] == RATES[text]
