"""A live post stands under its day, and its clock goes by the zone beside it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from scrapers.extract.page import read_page

URL = "https://courier.example/live/oskel"
HEADINGS = {
    "with a weekday": ("Monday 30 November", "Sunday 29 November"),
    "with a year": ("30 November 2026", "29 November 2026"),
    "in German": ("Montag, 30. November", "Sonntag, 29. November"),
    "in French": ("lundi 30 novembre 2026", "dimanche 29 novembre 2026"),
    "in Russian": ("30 ноября, понедельник", "29 ноября, воскресенье"),
    "in digits": ("30.11.2026", "29.11.2026"),
    "short": ("Mon, 30 Nov", "Sun, 29 Nov"),
}
CLOCKS = ("09:10", "08:05", "07:30", "06:20")
STORY = "The ferry left the harbour of Oskel two hours late, and the crew waited for a tug ({}) from the yard at Brann."


def posts(clocks: tuple[str, ...], days: tuple[str, str], tag: str, *, around: str = "<div>{}</div>") -> str:
    rows = [around.format(f"<p>{clock}</p><p>{STORY.format(number)}</p>") for number, clock in enumerate(clocks)]
    heads = [f"<{tag}>{day}</{tag}>" for day in days] if tag else ["", ""]
    return heads[0] + "".join(rows[:2]) + heads[1] + "".join(rows[2:])


def times(body: str, *, updated: str = "2026-11-30T09:30:00Z") -> list[datetime | None]:
    head = (
        '<meta property="article:published_time" content="2026-11-29T05:00:00Z">'
        f'<meta property="article:modified_time" content="{updated}">'
    )
    page = (
        f"<html><head>{head}</head><body><main><article><h1>Oskel ferry live</h1>{body}</article></main></body></html>"
    )
    parts = read_page(page.encode(), url=URL).parts
    assert len(parts) == 4
    # A day is neither a post's title nor a line of it.
    assert sorted(part.text for part in parts) == [STORY.format(number) for number in range(4)]
    assert all(part.title.startswith("The ferry") for part in parts)
    return [part.published for part in parts]


@pytest.mark.parametrize("case", HEADINGS)
@pytest.mark.parametrize("tag", ["h2", "h3", "p"])
@pytest.mark.parametrize("around", ["<div>{}</div>", "{}"])
def test_posts_stand_under_their_day(case: str, tag: str, around: str) -> None:
    # No clock goes back over midnight: only the headings tell the days apart.
    assert times(posts(CLOCKS, HEADINGS[case], tag, around=around)) == [
        datetime(2026, 11, day, int(clock[:2]), int(clock[3:]), tzinfo=UTC)
        for day, clock in zip((30, 30, 29, 29), CLOCKS, strict=True)
    ]


@pytest.mark.parametrize("case", HEADINGS)
def test_the_oldest_first_is_read_too(case: str) -> None:
    found = times(posts(CLOCKS[::-1], HEADINGS[case][::-1], "h2"))
    assert [each.day for each in found if each] == [29, 29, 30, 30]


ZONES = {"GMT": 0, "ET": -5, "(CET)": 1, "KST": 9, "Europe/Kyiv": 2, "GMT+3": 3, "Kyiv time": 2, "WIB": 7}


@pytest.mark.parametrize("zone", ZONES)
def test_the_zone_beside_a_clock_counts(zone: str) -> None:
    body = posts(tuple(f"{clock} {zone}" for clock in CLOCKS), ("30 November 2026", "30 November 2026"), "h2")
    found = times(body, updated="2026-11-30T23:30:00Z")
    assert [each and each.utcoffset() for each in found] == [timedelta(hours=ZONES[zone])] * 4
    assert [each and f"{each:%H:%M}" for each in found] == list(CLOCKS)


@pytest.mark.parametrize("zone", ["IST", "CST", "AST"])
def test_a_zone_that_leaves_a_choice_leaves_no_time(zone: str) -> None:
    assert times(posts(tuple(f"{clock} {zone}" for clock in CLOCKS), ("", ""), "")) == [None] * 4


#: when the page was last changed, in UTC, and the day that was in the zone
CHANGED = {"KST": ("2026-11-29T23:30:00Z", 30), "ET": ("2026-11-30T14:30:00Z", 30), "WIB": ("2026-11-30T02:30:00Z", 30),
           "NZDT": ("2026-11-29T20:30:00Z", 30), "PT": ("2026-12-01T07:59:00Z", 30)}  # fmt: skip


@pytest.mark.parametrize("zone", CHANGED)
def test_without_headings_the_day_is_the_zones(zone: str) -> None:
    updated, day = CHANGED[zone]
    found = times(posts(tuple(f"{clock} {zone}" for clock in ("08:20", *CLOCKS[1:])), ("", ""), ""), updated=updated)
    assert [each and each.day for each in found] == [day] * 4
