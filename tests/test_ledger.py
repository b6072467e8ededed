"""Figures and claims as data: they only grow, and a broken line is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrapers.ledger import ClaimLine, FigureLine, added, loads, path_of

FIGURE = FigureLine(
    id="a", development="2026-08-21#x", conflict="sudan", metric="killed", value="26", upper=None, qualifier="at least",
    currency=None, window=None, period=None, place="Hama", who="people", part=False, speaker=None, side=None,
    source="Wire", label=None, url="https://example.org/a", published=None,
)  # fmt: skip


def test_a_revision_is_a_new_line_and_nothing_is_changed() -> None:
    once = added("", [FIGURE], FigureLine)
    assert added(once, [FIGURE], FigureLine) == once
    revised = added(once, [FIGURE, replace(FIGURE, id="b", value="36")], FigureLine)
    assert revised.startswith(once)
    assert [line.value for line in loads(revised, FigureLine)[0]] == ["26", "36"]


def test_a_broken_line_is_told_and_the_rest_is_read() -> None:
    text = added("<<<<<<< HEAD\n", [FIGURE], FigureLine)
    lines, faults = loads(text, FigureLine)
    assert lines == (FIGURE,)
    assert [fault.line for fault in faults] == [1]


def test_a_file_without_a_last_line_end_is_not_spoiled() -> None:
    text = added("", [FIGURE], FigureLine).rstrip("\n")
    assert len(loads(added(text, [replace(FIGURE, id="b")], FigureLine), FigureLine)[0]) == 2


def test_lists_come_back_as_they_were() -> None:
    claim = ClaimLine(
        id="c", development="2026-08-21#x", conflict=None, speaker="Sergey Lavrov", role=None, side="RU", verb="said",
        direct=False, hedged=False, relay=("TASS",), words=None, start=1, end=2, source="Wire", label=None,
        url="https://example.org/a", published=None,
    )  # fmt: skip
    assert loads(added("", [claim], ClaimLine), ClaimLine)[0] == (claim,)


def test_each_day_has_its_files() -> None:
    assert str(path_of(FigureLine, date(2026, 8, 21))) == "figures/2026/2026-08-21.jsonl"
    assert str(path_of(ClaimLine, date(2026, 8, 21))) == "claims/2026/2026-08-21.jsonl"


def test_an_id_that_is_no_text_is_a_broken_line() -> None:
    text = added("", [FIGURE], FigureLine).replace('"id": "a"', '"id": ["a"]')
    lines, faults = loads(text, FigureLine)
    assert lines == ()
    assert "'id' is no text" in str(faults[0])


def test_a_line_separator_inside_a_word_does_not_break_its_line() -> None:
    text = added("", [replace(FIGURE, place="A\u2028B")], FigureLine)
    assert loads(text, FigureLine)[0][0].place == "A\u2028B"
