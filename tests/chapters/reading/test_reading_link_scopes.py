"""A figure of one works, one branch, some of those counted or another land is not an indicator's of the whole place."""

import pytest

from tongket.packs.loading import general_catalogue
from tongket.reading.claims import FigureClaim
from tongket.reading.pipeline import read_text

SCOPES: dict[str, list[str | None]] = {
    # one works, told in the sentence or in the one before
    "В 2031 году ООО «Лён» освоило новый цех. Инвестиции в основной капитал составили 13,8 млн рублей.": [None],
    "Завод работал ровно. За 2031 год отгружено товаров собственного производства на сумму 5 млн рублей.": [None],
    "ООО «Лён» освоило новый цех. В целом по району объем инвестиций в основной капитал составил 13,8 млн рублей.": [
        "total-social-investment",
    ],
    "ООО «Лён» освоило новый цех. Уровень безработицы в 2031 году составил 1,6 %.": ["unemployment-rate"],
    "The company built a new mill. In 2031 capital expenditure was $5 million.": [None],
    "In 2031 capital expenditure was $5 million.": ["development-expenditure"],
    # one project of a list
    "Срок реализации: 2031–2033 гг. Объем инвестиций: 951,2 млн рублей.": [None],
    # households and farms, unless those of every kind are told
    "На подворьях поголовье свиней насчитывало 53 головы.": [None],
    "В хозяйствах всех категорий поголовье свиней составило 53 головы.": ["pigs"],
    "В прошлом году построили 9 школ.": [None],
    "К 2031 году планируют возвести 41 школу.": [None],
    "По программе создали 12 сельскохозяйственных кооперативов.": [None],
    "В районе имеется 10391 голова крупного рогатого скота, в том числе 3311 голов коров.": ["cattle", None],
    "Поголовье крупного рогатого скота достигло 869 голов, овец до 2882 голов.": ["cattle", "sheep-goats"],
    # one branch
    "В сфере образования среднемесячная заработная плата составила 25 тыс. рублей.": [None],
    "Within the software sector, exports were $5 billion in 2031.": [None],
    # a trade's, a support's, a kind's
    "Столярными работами в районе занимаются 6 индивидуальных предпринимателей.": [None],
    "Льготной арендой в районе воспользовались 9 индивидуальных предпринимателей.": [None],
    "В районе построено 2 школы.": [None],
    # another land
    "Odisha's per capita income was 6 thousand dollars, less than India's per capita income of 7 thousand dollars.": [
        "income-per-capita",
        None,
    ],
    "GSDP grew by 7.9% in 2031 as against the national average of 7.1%.": ["grdp-growth", None],
    "Среднемесячная заработная плата по району составила 29 тыс. рублей (по республике – 59 тыс. рублей).": [
        "average-wage",
        None,
    ],
    "In 2031 global economic growth was 3.8%.": [None],
    # not the growth of the sector
    "Production value rose by 11% in 2031; of which, the services sector rose by 7%.": [None, None],
    "GRDP rose by 11% in 2031; of which, the services sector rose by 7%.": ["grdp-growth", "services-growth"],
    "Снижение заработной платы отмечено по разделам: обрабатывающие производства (-7,9 %).": [None],
    # what turns the name into another thing
    "Убыль населения сократилась в 2 раза.": [None],
    # a share of another thing, what says itself of what it is
    "Численность рабочей силы составляет 9600 человек, или 60,2 % от численности населения района.": [
        "labour-force",
        None,
    ],
    "Recurrent expenditure rose by 6% in 2031, as against 5% in revenue.": ["recurrent-expenditure", None],
    "Own source revenue was $3 million in 2031, and $2 million for conditional grants.": ["own-source-revenue", None],
    # an amount in front of its own name
    "The state spent $47 million for recurrent expenditure and $21 million (26%) for development expenditure.": [
        None,
        None,
        None,
    ],
    "За год произвели 1878 тонн молока и 321 тонну мяса.": [None, None],
    # two named together
    "Export and import turnover rose by 5% and 9%, respectively.": [None, None],
    # some of those counted, and those of something else
    "В районе 1645 инвалидов, из них работающих – 161 человек.": [None, None],
    "In 2031 work was given to 11 million people of the population.": [None],
    "За 2031 год естественная убыль населения составила 159 человек (родилось 353 человека).": [
        "natural-increase",
        "births",
    ],
    # a part of it, unless of a part of the time
    "Доходы бюджета составили 50 млн рублей, из них 15 млн рублей будут направлены на дороги.": [
        "state-budget-revenue",
        None,
    ],
    # expenditure of one purpose
    "На жильё в 2030 году направлено 29 млн рублей, в 2031 году расходы составили 32 млн рублей.": [None, None],
    "Доходы бюджета составили 50 млн рублей, расходы – 49 млн рублей.": [
        "state-budget-revenue",
        "state-budget-expenditure",
    ],
    # growth over many years at once is not that of a year
    "GSDP expanded at a CAGR of 12.8 per cent between 2021 and 2031.": [None],
}


@pytest.mark.parametrize("text", SCOPES)
def test_scopes(text: str) -> None:
    claims = read_text(text, catalogue=general_catalogue())
    assert [claim.indicator_code for claim in claims if isinstance(claim, FigureClaim)] == SCOPES[text]
