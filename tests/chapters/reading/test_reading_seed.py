"""The seed text, measured against its annotation by hand; its traps, one by one."""

import tomllib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import pytest

from tongket.catalogue.definitions import Catalogue, IndicatorDefinition
from tongket.reading.claims import AwardClaim, Claim, FigureClaim, FindingClaim, ReferenceClaim, TaskClaim
from tongket.reading.pipeline import read_text

from .matching import Record, f1, load, same_figure, same_task

SEED = Path(__file__).parent / "seed"
TEXT = (SEED / "000_ru.txt").read_bytes().decode("utf-8")


def gold(suffix: str) -> list[Record]:
    return load(SEED / f"000_ru{suffix}.jsonl")


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    indicators = tomllib.loads(
        files("tongket.packs").joinpath("bacgiang", "indicators.toml").read_text(encoding="utf-8")
    )["indicator"]
    catalogue = Catalogue(
        tuple(
            IndicatorDefinition(
                code=entry["code"],
                names=entry["names"],
                definition=entry["definition"],
                unit_of_measure=entry["unit_of_measure"],
                aggregation=entry["aggregation"],
                direction=entry["direction"],
                theme=entry["theme"],
                valid_from=entry["valid_from"],
                growth_of=entry.get("growth_of"),
                synonyms={code: tuple(phrases) for code, phrases in entry.get("synonyms", {}).items()},
            )
            for entry in indicators
        )
    )
    return read_text(TEXT, catalogue=catalogue)


def at(claims: Sequence[Claim], quote: str) -> FigureClaim:
    return next(c for c in claims if isinstance(c, FigureClaim) and c.quote.startswith(quote))


def test_figures_reach_the_bar(claims: list[Claim]) -> None:
    assert f1(gold(""), [c for c in claims if isinstance(c, FigureClaim)], same_figure) >= 0.97


@pytest.mark.parametrize("attribute", ["kind", "direction", "basis", "period", "status", "modifier"])
def test_what_is_said_of_a_figure_is_right(claims: list[Claim], attribute: str) -> None:
    figures = [c for c in claims if isinstance(c, FigureClaim)]
    pairs = [(g, next((c for c in figures if same_figure(g, c)), None)) for g in gold("")]
    judged = [(g.get(attribute), getattr(c, attribute)) for g, c in pairs if c and not g.get("optional")]

    assert sum(expected == found for expected, found in judged) / len(judged) >= 0.97


def test_the_five_numbered_documents_are_found(claims: list[Claim]) -> None:
    found = [c for c in claims if isinstance(c, ReferenceClaim) and c.number]

    assert [(c.doc_type, c.number, c.symbol, c.date) for c in found] == [
        ("resolution", "381", "NQ/TU", "2024-12-06"),
        ("resolution", "18", "NQ/TW", "2017-10-25"),
        ("directive", "26", "CT/TU", "2023-06-02"),
        ("directive", "40", "CT/TW", None),
        ("official letter", "3634", "CV/TU", "2024-12-24"),
    ]


def test_tasks_reach_the_bar(claims: list[Claim]) -> None:
    assert f1(gold(".tasks"), [c for c in claims if isinstance(c, TaskClaim)], same_task) >= 0.85


def test_national_words_for_the_province_mean_the_province(claims: list[Claim]) -> None:
    growth = at(claims, "13,85%")
    assert (growth.indicator_code, growth.kind, growth.direction) == ("grdp-growth", "change", "up")


def test_one_revenue_is_compared_with_two_estimates(claims: list[Claim]) -> None:
    central, council = at(claims, "32,2%"), at(claims, "28,8%")
    assert (central.basis, council.basis) == ("central_estimate", "council_estimate")
    assert central.indicator_code == council.indicator_code == "state-budget-revenue"


def test_a_fraction_that_looks_like_a_date_is_a_ratio(claims: list[Claim]) -> None:
    districts = at(claims, "07/10")
    assert (districts.kind, districts.value, districts.of, districts.unit) == ("ratio", 7, 10, "districts")


def test_ranks_say_among_whom(claims: list[Claim]) -> None:
    ranks = [(c.value, c.field, c.peers, c.indicator_code) for c in claims if getattr(c, "unit", "") == "rank"]
    assert ranks == [
        (1, "в стране", "country", "grdp-growth"),
        (12, "в стране", "country", "grdp"),
        (1, "в провинциях Северный Центр и Горы", "northern-midlands-mountains", "grdp"),
        (4, "в стране", "country", "provincial-competitiveness-index"),
        (10, "в стране", "country", "foreign-direct-investment"),
    ]


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("207 триллионов", "grdp"),
        ("4370 долларов", "grdp-per-capita"),
        ("10,6%", "grdp-per-capita"),
        ("2,04 млрд", "registered-investment"),
        ("20 699,5 млрд", "state-budget-revenue"),
        ("11,6%", "services-gross-output"),
        ("63 510 млрд", "services-gross-output"),
        ("7,6%", "services-gross-output"),
        ("60 млрд", "trade-turnover"),
        ("14,5%", "trade-turnover"),
        ("100%", "trade-turnover"),
        ("07/10", "new-rural-districts"),
        ("159/182", "new-rural-communes"),
        ("70 коммун", "advanced-new-rural-communes"),
        ("19 коммун", "model-new-rural-communes"),
        ("2938", "new-party-members"),
        ("94,7%", "village-heads-party-share"),
        ("5 ценных уроков", None),
        ("34 членам партии", None),
    ],
)
def test_figures_are_linked_to_the_catalogue_or_not_at_all(claims: list[Claim], quote: str, code: str | None) -> None:
    assert at(claims, quote).indicator_code == code


def test_each_limitation_is_one_finding(claims: list[Claim]) -> None:
    limitations = [c for c in claims if isinstance(c, FindingClaim)]
    assert [c.finding_kind for c in limitations] == ["limitation"] * 6
    assert limitations[0].quote == "некоторые цели и задачи не оправдали ожиданий"


def test_awards_name_title_recipients_and_what_stays_open(claims: list[Claim]) -> None:
    awards = [c for c in claims if isinstance(c, AwardClaim)]
    assert [(c.recipients, c.count, c.period) for c in awards] == [
        ("три районных партийных комитета", 3, "2024"),
        ("три образцовых партийных комитета", 3, "2020-2025"),
        ("двум образцовым партийным комитетам", 2, "2020-2025"),
        ("5 низовых партийных организаций", 5, "2020-2024"),
        ("4 низовым партийным организациям", 4, "2020-2024"),
        ("1 партийной ячейке", 1, "2020-2024"),
        ("19 партийным ячейкам при низовом партийном комитете", 19, "2020-2024"),
        ("34 членам партии", 34, "2020-2024"),
    ]
    assert [bool(c.note) for c in awards] == [False] * 3 + [True] * 5
