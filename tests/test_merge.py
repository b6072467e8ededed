"""The machine only ever adds: what an editor did is never undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from scrapers.briefing import UNSEEN, Briefing, Citation, Section
from scrapers.briefing_file import dumps, loads
from scrapers.merge import merge, widened

DAY = date(2026, 8, 21)


def citation(name: str) -> Citation:
    return Citation(
        headline=f"Headline {name}",
        url=f"https://example.org/{name}",
        source=f"Outlet {name}",
        published=datetime(2026, 8, 21, 12, tzinfo=UTC),
    )


def section(identity: str, *names: str) -> Section:
    return Section(
        headline=f"Development {identity}",
        id=identity,
        prose=f"It happened, [Outlet](https://example.org/{names[0]}) reports.",
        citations=tuple(map(citation, names)),
    )


def briefing(*sections: Section, unseen: tuple[str, ...] = ()) -> Briefing:
    told = (Section(headline=UNSEEN, prose="\n".join(f"- {name}: timeout" for name in unseen)),) if unseen else ()
    return Briefing(day=DAY, title="Briefing", summary="A day.", sections=(*sections, *told))


NIGHT = briefing(section("aaa", "1", "2"), section("bbb", "3"), unseen=("Radio",))
OLD = dumps(NIGHT)
SEEN = {f"https://example.org/{n}": identity for n, identity in (("1", "aaa"), ("2", "aaa"), ("3", "bbb"))}

EDITS = {
    "a reworded headline": ("## Development aaa", "## What we now know"),
    "a reworded sentence": ("It happened, [Outlet](https://example.org/1) reports.", "It did not happen."),
    "a note": ("## Development bbb {#bbb}\n", "## Development bbb {#bbb}\n\nNote: we called them\n"),
    "a deleted citation": ("- [Headline 2](https://example.org/2) — Outlet 2, 2026-08-21 12:00 UTC\n", ""),
    "a deleted development": (OLD[OLD.index("## Development bbb") : OLD.index("## What we")], ""),
    "a summary of the editor's own": ("Summary: A day.", "Summary: The day that was."),
    "a changed title": ("Title: Briefing", "Title: Our briefing"),
    "a hidden development": ("{#aaa}\n\n", "{#aaa}\n\nHidden: yes\n\n"),
    "a citation moved to another development": (
        "- [Headline 2](https://example.org/2) — Outlet 2, 2026-08-21 12:00 UTC\n\n## Development bbb {#bbb}",
        "\n## Development bbb {#bbb}\n\n- [Headline 2](https://example.org/2) — Outlet 2, 2026-08-21 12:00 UTC",
    ),
    "a correction": ("## Development bbb {#bbb}\n", "## Development bbb {#bbb}\n\nCorrection: 2026-08-22: no\n"),
    "odd spacing and a table": ("It happened", "   It    happened\n\n\n| a | b |\n|---|---|\n"),
    "a broken field": ("## Development bbb {#bbb}\n", "## Development bbb {#bbb}\n\nTopcis: x\n"),
    "a broken heading": ("## Development bbb {#bbb}", "## Development bbb {#bbb"),
    "no line end at the end": ("Radio: timeout\n", "Radio: timeout"),
}


@pytest.mark.parametrize("case", EDITS)
def test_running_again_after_an_edit_changes_nothing(case: str) -> None:
    before, after = EDITS[case]
    assert OLD.count(before) >= 1
    edited = OLD.replace(before, after, 1)
    assert merge(edited, NIGHT, SEEN) == edited


@pytest.mark.parametrize("case", EDITS)
def test_new_findings_leave_every_line_of_an_edit_standing(case: str) -> None:
    before, after = EDITS[case]
    edited = OLD.replace(before, after, 1)
    later = briefing(section("aaa", "1", "2", "4"), section("bbb", "3"), section("ccc", "5"), unseen=("Radio", "TV"))
    merged = merge(edited, later, SEEN)
    rest = iter(merged.split("\n"))
    assert all(line in rest for line in edited.rstrip("\n").split("\n")), "the old lines, in their order"
    assert "https://example.org/4" in merged
    assert "## Development ccc {#ccc}" in merged
    assert "- TV: timeout" in merged
    assert merge(merged, later, SEEN) == merged


EVENING, NIGHT_LATER = "2026-08-20 17:30 – 2026-08-21 23:30 UTC", "2026-08-20 20:17 – 2026-08-22 02:17 UTC"
BOTH = "2026-08-20 17:30 – 2026-08-22 02:17 UTC, first published 2026-08-21 23:30 UTC"
#: What stands in the file, the window of the night that comes to it, and what then stands in the file.
WINDOWS = {
    "a later run": (EVENING, NIGHT_LATER, BOTH),
    "the same run again": (EVENING, EVENING, EVENING),
    "one of two runs again": (BOTH, EVENING, BOTH),
    "the other again": (BOTH, NIGHT_LATER, BOTH),
    "a third run": (
        BOTH,
        "2026-08-20 22:47 – 2026-08-22 04:47 UTC",
        "2026-08-20 17:30 – 2026-08-22 04:47 UTC, first published 2026-08-21 23:30 UTC",
    ),
    "a run that looks further back": (
        EVENING,
        "2026-08-19 23:30 – 2026-08-21 23:30 UTC",
        "2026-08-19 23:30 – 2026-08-21 23:30 UTC",
    ),
}


@pytest.mark.parametrize("case", WINDOWS)
def test_the_window_spans_every_run_of_the_day(case: str) -> None:
    held, tonight, expected = WINDOWS[case]
    assert widened(held, tonight) == expected
    old = dumps(replace(NIGHT, window=held))
    merged = merge(old, replace(NIGHT, window=tonight), SEEN, windows={held})
    assert merged == old.replace(held, expected)
    assert merge(merged, replace(NIGHT, window=tonight), SEEN, windows={held, expected}) == merged
    crlf = merge(old.replace("\n", "\r\n"), replace(NIGHT, window=tonight), SEEN, windows={held})
    assert crlf == merged.replace("\n", "\r\n")


def test_a_window_that_an_editor_wrote_or_deleted_stays_so() -> None:
    later = replace(NIGHT, window=NIGHT_LATER)
    for own in ("2026-08-20 18:00 – 2026-08-21 23:30 UTC", "the whole of Friday", ""):
        edited = dumps(replace(NIGHT, window=own))
        assert merge(edited, later, SEEN, windows={EVENING}) == edited


def test_the_first_night_writes_the_briefing_as_it_is() -> None:
    assert merge(None, NIGHT, {}) == OLD


def test_does_not_bring_back_what_an_editor_removed() -> None:
    before, after = EDITS["a deleted development"]
    edited = OLD.replace(before, after)
    later = briefing(section("aaa", "1", "2"), section("bbb", "3", "6"))
    assert "bbb" not in merge(edited, later, SEEN)


def test_a_new_citation_goes_to_the_development_that_tells_of_it_whatever_its_id_now_is() -> None:
    later = briefing(section("zzz", "1", "7"))
    merged = loads(merge(OLD, later, SEEN))
    assert [c.headline for c in merged.sections[0].citations] == ["Headline 1", "Headline 2", "Headline 7"]
    assert [s.id for s in merged.developments] == ["aaa", "bbb"]


def test_a_new_development_stands_before_what_could_not_be_seen() -> None:
    merged = loads(merge(OLD, briefing(section("ccc", "5")), SEEN))
    assert [s.id for s in merged.sections] == ["aaa", "bbb", "ccc", None]


def test_a_citation_added_to_a_development_without_any_is_a_list() -> None:
    bare = dumps(briefing(replace(section("aaa", "1"), citations=())))
    merged = loads(merge(bare, briefing(section("aaa", "1", "2")), {"https://example.org/1": "aaa"}))
    assert [c.headline for c in merged.sections[0].citations] == ["Headline 2"]


def test_windows_line_ends_stay() -> None:
    edited = OLD.replace("\n", "\r\n")
    merged = merge(edited, briefing(section("aaa", "1", "2", "4")), SEEN)
    assert merged.replace("\r\n", "").count("\n") == 0
    assert "Headline 4" in merged


def test_an_empty_file_is_no_file() -> None:
    assert merge("\n", NIGHT, {}) == OLD


def test_a_source_that_an_editor_struck_out_is_not_named_again() -> None:
    edited = OLD.replace("- Radio: timeout\n", "")
    later = briefing(section("aaa", "1", "2"), section("bbb", "3"), unseen=("Radio",))
    assert merge(edited, later, SEEN, {"Radio"}) == edited


def test_a_new_part_of_a_round_up_is_no_more_news_of_the_part_that_stands() -> None:
    # Both parts have the round-up's address; who cited which part is known by the articles' own keys.
    later = briefing(section("aaa", "1", "2"), section("ccc", "1", "9"))
    merged = loads(merge(OLD, later, SEEN, homes={"aaa": "aaa"}))
    assert [s.id for s in merged.developments] == ["aaa", "bbb", "ccc"]
    assert "Headline 9" not in {c.headline for c in merged.sections[0].citations}


def test_what_lies_ahead_is_nobodys_home() -> None:
    ahead = "## Ahead\n\n- Monday, talks, [Outlet 3](https://example.org/3) reports\n\n"
    edited = OLD.replace(OLD[OLD.index("## Development bbb") : OLD.index("## What we")], ahead)
    later = briefing(section("aaa", "1", "2"), section("bbb", "3", "6"))
    assert merge(edited, later, SEEN) == edited


def test_a_headline_that_looks_like_a_link_makes_no_address_stand() -> None:
    edited = OLD.replace("Headline 2](", "x\\](https://example.org/5) y](")
    merged = loads(merge(edited, briefing(section("aaa", "1", "2"), section("ccc", "5")), SEEN))
    assert [s.id for s in merged.developments] == ["aaa", "bbb", "ccc"]
