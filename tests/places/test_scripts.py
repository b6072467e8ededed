"""Places in Cyrillic and Arabic letters: forty headlines of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scrapers.places.folding import fold
from tests.places.world import found, names

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "places" / "headlines.jsonl").read_text("utf-8").splitlines()
]
UNITS = frozenset("region oblast province state governorate".split())


def bare(name: str) -> str:
    return " ".join(word for word in fold(name).split() if word not in UNITS)


@pytest.mark.parametrize("arabic", [True, False])
def test_seventeen_of_twenty_are_read_as_a_person_reads_them(arabic: bool) -> None:
    rows = [row for row in ROWS if (row["language"] == "ar") is arabic]
    right = 0
    for row in rows:
        told = {bare(name) for name in names(found(row["text"], language=row["language"]))}
        wanted = {bare(name) for name in [row["place"], *row["acceptable"]] if name}
        right += bool(told & wanted) if wanted else not told
    assert len(rows) == 20
    assert right >= 17


def test_a_capital_that_speaks_is_no_place_in_other_letters_either() -> None:
    assert names(found("Київ заявляє про готовність до переговорів", language="uk")) == []
    assert names(found("У Києві пролунали вибухи", language="uk")) == ["Kyiv"]


def test_a_region_named_after_its_town_is_the_region() -> None:
    assert names(found("Дроны атаковали Курскую область", language="ru")) == ["Kursk region"]
    assert names(found("Дрони атакували Курськ", language="uk")) == ["Kursk"]


def test_a_name_beside_another_is_somebodys() -> None:
    assert names(found("Wołodymyr Zełenski w parlamencie", language="pl", states="UA")) == []
    assert names(found("Pisarz Ołeksandr Sumy pisze książkę", language="pl", states="UA")) == []
    assert names(found("Ostrzał miasta Sumy, są ranni", language="pl", states="UA")) == ["Sumy"]
