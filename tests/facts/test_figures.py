"""Figures: what a number counts, how sure it is, where, and who gives it."""

from __future__ import annotations

import importlib.util
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from scrapers.facts.counts import counts
from scrapers.facts.figures import figures
from scrapers.facts.speakers import read_aliases
from tests.desk import DESK

ROOT = Path(__file__).resolve().parents[2]
ALIASES = read_aliases((DESK / "speakers.txt").read_text(encoding="utf-8"))


def bench(name: str) -> ModuleType:
    path = ROOT / "tests" / "bench" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"bench_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


NUMBERS: dict[str, list[tuple[object, object, str, str | None]]] = {
    "At least 14 people": [(14, None, "at least", None)],
    "more than two dozen people": [(24, None, "more than", None)],
    "20,000 to 30,000 casualties": [(20000, 30000, "about", None)],
    "between 30 and 40 fighters": [(30, 40, "about", None)],
    "half a million people": [(500000, None, "exactly", None)],
    "$1.2 billion": [(1200000000, None, "exactly", "USD")],
    "1.5 euros": [(Decimal("1.5"), None, "exactly", "EUR")],
    "over 150 million euros": [(150000000, None, "more than", "EUR")],
    "rose from 11 to 15": [(11, None, "exactly", None), (15, None, "exactly", None)],
    "tens of thousands fled": [(None, None, "tens of thousands", None)],
    "on March 25, in 2014 and at 3.40 am": [],
    "Amina, 43, and a 7-year-old, aged 32": [],
    "an F-16, a T-72, the G7 and Resolution 2728": [],
    "40 km, 12 hours, 18 months and 30%": [],
}


@pytest.mark.parametrize("text", NUMBERS)
def test_reads_the_numbers_that_count_something(text: str) -> None:
    assert [(c.value, c.upper, c.qualifier, c.currency) for c in counts(text)] == NUMBERS[text]


# text -> metric, value, window, place, speaker
FIGURES: dict[str, list[tuple[str, int, str | None, str | None, str | None]]] = {
    "At least 14 people were killed and 32 injured in Koravets, the regional governor said.": [
        ("killed", 14, None, "Koravets", "the regional governor"),
        ("injured", 32, None, "Koravets", "the regional governor"),
    ],
    "Ukraine's Air Force said it shot down 71 of 96 drones launched by Russia.": [
        ("drones_intercepted", 71, None, None, "Ukraine's Air Force"),
        ("drones_launched", 96, None, None, "Ukraine's Air Force"),
    ],
    "Russia has lost 980 troops over the past day, the Ukrainian general staff reported.": [
        ("casualties", 980, "daily", None, "Ukraine's General Staff"),
    ],
    "The death toll from the strike on the town of Ridna has risen to 11.": [
        ("killed", 11, "cumulative", "Ridna", None)
    ],
    "Germany pledged 50 million euros in humanitarian aid for Sudan.": [
        ("aid_money", 50000000, None, "Sudan", "Germany")
    ],
    "Pakistan says 31 people died in the strikes; India denies hitting civilians.": [
        ("killed", 31, None, None, "Pakistan")
    ],
    "The group claimed it had killed 130 soldiers, but the government put the toll at 38.": [
        ("killed", 130, "cumulative", None, "the group"),
        ("killed", 38, "cumulative", None, "the government"),
    ],
    "Kherson: 4 killed in shelling – medics": [("killed", 4, None, None, "medics")],
    "The court fined the company 2 million roubles.": [],
    "The rebels captured three districts of the Ukrainian city.": [],
    "Nobody was killed in the blast on April 4.": [],
    "Two gunmen killed 12 people in Kaduna.": [("killed", 12, None, "Kaduna", None)],
    "The feud of the two generals, who have killed many people, goes on.": [],
    "Some 128 Israelis are still held in Gaza.": [("hostages_held", 128, None, "Gaza", None)],
    "Israel intercepted 99 percent of 300 drones and missiles.": [],
    "More than 14,000 people, mostly women and children, fled to Chad, the UN says.": [
        ("displaced", 14000, None, None, "the United Nations")
    ],
}


@pytest.mark.parametrize("text", FIGURES)
def test_finds_figures_and_who_gives_them(text: str) -> None:
    found = [(f.metric, f.value, f.window, f.place, f.speaker) for f in figures(text, aliases=ALIASES)]
    assert found == FIGURES[text]


def test_a_part_of_another_figure_is_marked_so_that_nobody_adds_it() -> None:
    whole, part = figures("Israeli strikes killed 12 people, including four children, in Rafah.")
    assert (whole.metric, whole.value, whole.part, whole.who) == ("killed", 12, False, "people")
    assert (part.metric, part.value, part.part, part.who) == ("killed", 4, True, "children")


HOSTILE = {
    "a number of thousands of digits": "The army said " + "1" * 8000 + " people were killed.",
    "a table run into one sentence": "killed 12 " * 2000,
    "nothing but marks": "“" * 3000 + '"' * 3000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_reads_no_figure_where_there_is_no_sentence(case: str) -> None:
    assert figures(HOSTILE[case], aliases=ALIASES) == ()


def test_keeps_a_chain_of_speakers() -> None:
    (figure,) = figures(
        "A bomber killed 22 worshippers, the state news agency SANA reported, citing the Syrian health ministry.",
        aliases=ALIASES,
    )
    assert (figure.speaker, figure.relay) == ("Syria's Health Ministry", ("SANA",))


def test_a_word_that_is_no_number_has_no_value() -> None:
    (figure,) = figures("Dozens of people were wounded in Khartoum.")
    assert (figure.metric, figure.value, figure.qualifier) == ("injured", None, "dozens")


def test_the_span_is_the_numbers_own() -> None:
    text = "Medics counted the dead. At least 14 people were killed."
    (figure,) = figures(text)
    assert text[slice(*figure.span)] == "At least 14"
    assert text[slice(*figure.sentence)] == "At least 14 people were killed."


def test_the_labelled_sentences_are_read_as_well_as_was_promised() -> None:
    quality = bench("figures_quality")
    rows = list(quality.own())
    assert len(rows) >= 150
    met(quality.score(rows))


def test_real_labelled_sentences_are_read_as_well_as_was_promised() -> None:
    quality = bench("figures_quality")
    rows = list(quality.real())
    if not rows:
        pytest.skip("the shared data is not here")
    assert len(rows) >= 100
    met(quality.score(rows))


def met(score: dict[str, float]) -> None:
    assert score["precision"] >= 0.95
    assert score["recall"] >= 0.85
    assert score["speaker right or open"] >= 0.95
    assert score["speaker right"] >= 0.75


def test_the_speakers_of_real_quotations_are_found() -> None:
    quality = bench("quotes_quality")
    found = quality.measured()
    if found is None:
        pytest.skip("the shared data is not here")
    assert found["precision"] >= 0.94
    assert found["answered"] >= 0.75
