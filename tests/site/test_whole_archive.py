"""The download of everything: a row a development, with stable names and codes."""

from __future__ import annotations

import csv
import io
import json

import pytest

from plugins.whole_archive import COLUMNS, as_ndjson, as_table

DAY = """Title: Briefing for Wednesday 21 August 2024
Date: 2024-08-21

## Depot burns beside the river at Bakhmut {#aaaaaa}

Topics: War of the Coast, Coast war
Place: Bakhmut, Ukraine; Nowhere at all
About: Ukraine, Russia
Kind: strike
Follows: 2024-08-20#zzzzzz
Correction: 2024-08-23: It was one depot, not two.
Correction: 2024-08-22: The river is the Bakhmutka.

> The roof fell in at noon, and the fire went on for a night.
> — [Example Wire](https://example.org/1)

- [A depot is on fire](https://example.org/1) — Example Wire, 2024-08-21 14:20 UTC
- [Fire at depot](https://example.org/2) — Example Wire via Example Post, 2024-08-21 15:20 UTC

## =2+5 is what the loudspeaker said {#bbbbbb}

Follows: 2024-08-20#hidden

- [Loudspeaker](https://example.org/3) — Coast Herald, 2024-08-21 15:20 UTC

## Not for readers {#cccccc}

Hidden: yes

- [Not for readers](https://example.org/4) — Coast Herald, 2024-08-21 15:20 UTC
"""
DAY_BEFORE = """Title: Briefing for Tuesday 20 August 2024
Date: 2024-08-20
Sample: invented outlets

## Guns are heard at Bakhmut {#zzzzzz}

- [Guns are heard](https://example.org/5) — Coast Herald, 2024-08-20 15:20 UTC

## Kept back {#hidden}

Hidden: yes

- [Kept back](https://example.org/6) — Coast Herald, 2024-08-20 15:20 UTC
"""
FILES = {
    "briefings/2024/2024-08-21.md": DAY,
    "briefings/2024/2024-08-20.md": DAY_BEFORE,
    "topics/coast.md": "Name: War of the Coast\nAliases: Coast war\n\nA war.\n",
}


@pytest.fixture(scope="module")
def built(build):
    return build(FILES)


@pytest.fixture(scope="module")
def rows(built):
    return [json.loads(row) for row in built.text("archive/developments.ndjson").splitlines()]


def test_a_row_says_what_where_when_and_how_well_supported(rows):
    first = dict(rows[0])
    town = first.pop("geonames")
    assert first == {
        "key": "2024-08-21#aaaaaa",
        "day": "2024-08-21",
        "headline": "Depot burns beside the river at Bakhmut",
        "permalink": "https://example.org/nightdesk/2024/08/21/#aaaaaa",
        "topics": ["coast"],
        "places": ["Bakhmut, Ukraine", "Nowhere at all"],
        "countries": ["UA"],
        "about": ["UA", "RU"],
        "kind": "strike",
        "follows": "2024-08-20#zzzzzz",
        "sources": 1,
        "outlets": 2,
        "corrected": "2024-08-23",
        "sample": False,
    }
    assert [isinstance(number, int) for number in town] == [True]


def test_a_row_for_each_development_that_readers_see_and_none_follows_what_they_do_not(rows):
    assert [row["key"] for row in rows] == ["2024-08-21#aaaaaa", "2024-08-21#bbbbbb", "2024-08-20#zzzzzz"]
    assert [row["follows"] for row in rows] == ["2024-08-20#zzzzzz", None, None]
    assert [row["sample"] for row in rows] == [False, False, True]
    assert [(row["kind"], row["places"], row["corrected"]) for row in rows[1:]] == [(None, [], None)] * 2


def test_no_words_of_a_publisher_are_in_the_files(built):
    for ending in ("csv", "ndjson"):
        text = built.text(f"archive/developments.{ending}")
        assert not [words for words in ("The roof fell", "on fire", "Loudspeaker", "readers", "Kept") if words in text]


def test_the_table_tells_the_same_and_no_cell_is_run_as_a_formula(built, rows):
    held = list(csv.DictReader(io.StringIO(built.files["archive/developments.csv"].decode(), newline="")))
    assert tuple(held[0]) == tuple(rows[0]) == tuple(COLUMNS)
    assert held[1]["headline"] == "'=2+5 is what the loudspeaker said"
    assert (held[0]["places"], held[0]["about"]) == ("Bakhmut, Ukraine; Nowhere at all", "UA; RU")
    written = {None: "", True: "true", False: "false"}
    for told, row in zip(held, rows, strict=True):
        for name, value in row.items():
            plain = "; ".join(map(str, value)) if isinstance(value, list) else written.get(value, str(value))
            plain = str(value) if type(value) is int else plain
            assert told[name].removeprefix("'") == plain


@pytest.mark.parametrize("text", ["=A1", "+1", "-1", "@SUM(A1)"])
def test_a_list_that_begins_like_a_formula_is_text_too(text):
    row = dict.fromkeys(COLUMNS, None) | {"places": [text, "Selm"]}
    (held,) = csv.DictReader(io.StringIO(as_table([row])))
    assert held["places"] == f"'{text}; Selm"
    assert json.loads(as_ndjson([row]))["places"] == [text, "Selm"]


def test_the_archive_links_the_files_and_explains_every_column(built):
    page = built.page("archive/")
    assert [a["href"] for a in page.select("section[aria-labelledby=data_] a")][:2] == [
        "../archive/developments.csv",
        "../archive/developments.ndjson",
    ]
    assert [code.string for code in page.select("ul.columns code")] == list(COLUMNS)


def test_before_the_first_night_there_is_no_file_and_no_link(build):
    built = build()
    assert "archive/developments.csv" not in built.files
    assert not built.page("archive/").find(id="data_")
