"""The status page: the last days by what they say themselves. A failed source is never a calm day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from plugins.outlets import Outlets
from plugins.site import Site
from plugins.status import DAYS, NIGHTS, Status
from scrapers.briefing_file import parse
from scrapers.settings import loads

SETTINGS = loads('[site]\nname="N"\nurl="https://example.org/n"\nemail="a@b.c"\npublisher="p"')
LAST = date(2025, 1, 3)
UNSEEN = "\n## What we could not see\n\n{}\n"


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


def day_text(back: int, cited: str = "Hill Radio", *, unseen: str = "", front: str = "") -> str:
    day = LAST - timedelta(days=back)
    lines = "".join(
        f"- [It was](https://example.org/{n}) — {who}, undated\n" for n, who in enumerate(cited.split(", ")) if who
    )
    section = f"## One {{#one11}}\n\n{lines}" if cited else ""
    return f"Title: Day {day}\nDate: {day}\n{front}\n{section}" + (UNSEEN.format(unseen) if unseen else "")


def status(*days: str) -> Status:
    site = Site(SETTINGS, tuple(parse(text)[0] for text in days))
    return Status(site, Outlets(site, {}))


def test_before_the_first_briefing_nothing_is_known():
    assert (status().latest, status().days) == (None, ())


def test_the_table_ends_with_the_newest_briefing_and_never_begins_before_the_site():
    assert [each.day for each in status(day_text(0), day_text(2)).days] == [LAST - timedelta(days=n) for n in range(3)]
    assert len(status(day_text(0), day_text(400)).days) == DAYS == 14


def test_a_day_without_a_briefing_and_one_held_back_are_days_of_which_nothing_is_known():
    days = status(day_text(0), day_text(1, front="Status: draft\n"), day_text(3)).days
    assert [each.briefing is None for each in days] == [False, True, True, False]
    assert {each.unseen for each in days if each.briefing is None} == {""}


def test_outlets_are_those_that_the_shown_developments_cite_each_once():
    (day,) = status(day_text(0, "Hill Radio, Hill Radio, North Wire via Example Post")).days
    assert day.outlets == 2


NOT_SEEN = {
    "": "",
    "- A: timeout, undated": "1 source",
    "- A: timeout, undated\n- B: gone (404), undated": "2 sources",
    "- A: timeout, undated\n- Nothing of the north.": "1 source, and more in words",
    "Nothing of the north.": "in words",
}


@pytest.mark.parametrize("text", NOT_SEEN)
def test_what_a_day_could_not_see_is_said_as_far_as_it_names_it(text):
    assert status(day_text(0, unseen=text)).days[0].unseen == NOT_SEEN[text]


@pytest.fixture(scope="module")
def page(build):
    """Four days: one that saw nothing because its source failed, one without a briefing, one that says it in words."""
    failed = day_text(0, "", unseen="- Hill Radio: blocked (403), 2025-01-03 23:30 UTC\n- *None* of the north.")
    window = failed.replace("\n\n", "\nWindow: 2025-01-02 17:30 – 2025-01-03 23:30 UTC\n\n", 1)
    texts = {0: window, 2: day_text(2), 3: day_text(3, unseen="The north was silent.")}
    files = {f"briefings/2025/{LAST - timedelta(days=back)}.md": text for back, text in texts.items()}
    return build(files).page("status/")


def test_the_newest_briefing_says_what_it_covers_cites_and_could_not_see(page):
    assert words(page.select_one("p.summary")) == "The newest briefing is that of Friday 3 January 2025 ."
    assert [words(span) for span in page.select("p.facts span")] == [
        "Covers 2025-01-02 17:30 – 2025-01-03 23:30 UTC",
        "0 developments",
        "0 outlets cited",
        "Not seen: 1 source, and more in words",
    ]
    assert [words(li) for li in page.select("main .prose li")] == [
        "Hill Radio: blocked (403), 2025-01-03 23:30 UTC",
        "None of the north.",
    ]


def test_a_failed_source_is_never_a_calm_day_and_no_briefing_is_none(page):
    rows = [
        [words(cell) for cell in row.find_all(["th", "td"])]
        for row in page.select("table.counts")[-1].tbody.find_all("tr")
    ]
    assert rows == [
        ["3 January", "none found", "none", "1 source, and more in words"],
        ["2 January", "no briefing"],
        ["1 January", "1", "1", "nothing named"],
        ["31 December 2024", "1", "1", "in words"],
    ]
    links = [a["href"] for a in page.select("table.counts")[-1].select("td a")]
    assert links == ["../2025/01/03/#unseen_", "../2024/12/31/#unseen_"]
    assert words(page.find_all("caption")[-1]).startswith("31 December 2024 to 3 January 2025")
    assert {th["scope"] for th in page.select("table.counts tbody th")} == {"row"}


def test_the_status_is_one_step_from_every_page_and_is_there_before_the_first_night(build, site):
    assert all("status/" in page.find_all("footer")[-1].decode() for page in site.pages.values())
    assert "No briefing yet" in words(build().page("status/").main)


# --- since when a source fails


def failing(*nights: tuple[int, str]) -> list[tuple[str, int, int, bool]]:
    """Name, days before the newest night, nights, and whether it may be more."""
    days = [day_text(back, unseen="\n".join(f"- {name}: timeout, undated" for name in names)) for back, names in nights]
    return [(each.name, (LAST - each.since).days, each.nights, each.at_least) for each in status(*days).failing]


def test_a_source_has_the_first_of_the_nights_in_a_row_on_which_it_failed():
    assert failing((0, "AB"), (1, "A"), (2, "A"), (3, "B"), (4, "A")) == [("A", 2, 3, False), ("B", 0, 1, False)]


def test_a_day_without_a_briefing_says_nothing_of_a_source():
    assert failing((0, "A"), (5, "A"), (6, "")) == [("A", 5, 2, False)]


def test_what_failed_once_and_is_read_again_is_not_told():
    assert failing((0, ""), (1, "A")) == []
    assert status().failing == ()


@pytest.mark.parametrize(("nights", "told"), [(NIGHTS - 1, False), (NIGHTS, False), (NIGHTS + 1, True), (90, True)])
def test_no_more_than_so_many_nights_are_looked_at(nights, told):
    assert failing(*((n, "A") for n in range(nights))) == [("A", min(nights, NIGHTS) - 1, min(nights, NIGHTS), told)]


def test_the_page_says_since_when_and_leads_to_that_night(build):
    files = {
        f"briefings/{LAST - timedelta(days=n):%Y}/{LAST - timedelta(days=n)}.md": day_text(
            n, unseen="- Hill Radio: timeout, undated"
        )
        for n in range(3)
    }
    (row,) = build(files).page("status/").select_one("table.counts tbody").find_all("tr")
    assert words(row) == "Hill Radio 1 January 3"
    assert row.a["href"] == "../2025/01/01/#unseen_"
