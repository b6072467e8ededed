"""The dates of "Ahead" as a calendar: what stands in it, and that programs can read it (RFC 5545)."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.ahead_dates import NEWEST, ahead_dates
from plugins.ahead_ics import calendar, folded
from plugins.site import Site
from scrapers.briefing import AHEAD, Briefing, Section
from scrapers.model import Affiliation, Credit, Development
from scrapers.settings import loads
from tests.desk import SITE
from tests.page.test_day import article, made

SETTINGS = loads(SITE.read_text(encoding="utf-8"))
VECTORS = json.loads((Path(__file__).parent / "hostile.json").read_text(encoding="utf-8"))
LINES = """\
- Monday 30 December 2024: “Ana Petrov will hold a summit in Ankara” ([Vostok Agency](https://example.org/summit) (state media, RU))
- By Friday 3 January 2025: “Selm and Tarn are to exchange prisoners; 40, at first” ([Example \\[Wire\\]](https://example.org/swap))
- 12 February 2025: the ports of the *Black coast* open again
- Some day in spring: nobody knows
- Sunday 30 February 2025: “no such day” ([Example Wire](https://example.org/none))
"""
DAY = f"""Title: Briefing for Sunday 29 December 2024
Date: 2024-12-29
Window: 2024-12-28 17:30 – 2024-12-29 23:30 UTC

## One {{#one11}}

It was.

## How to read the counts

With care.

## Ahead

{LINES}"""


def site_of(*days: Briefing, **values) -> Site:
    return Site(SETTINGS, days, **values)


def told(day: str, *lines: str) -> Briefing:
    prose = "\n".join(f"- {each}" for each in lines)
    return Briefing(day=date.fromisoformat(day), title="T", sections=(Section(headline=AHEAD, prose=prose),))


def events(text: str) -> list[dict[str, str]]:
    """The events of a calendar, by the names of their properties; the marks of escaped text taken away."""
    assert text.endswith("\r\n")
    lines = text.replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for each in lines:
        name, _, value = each.partition(":")
        if each == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("END", ""):
            found[-1][name.partition(";")[0]] = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], value)
    return found


@pytest.fixture(scope="module")
def built(build):
    return build({"briefings/2024/2024-12-29.md": DAY})


def test_each_dated_line_is_an_event_of_a_whole_day_the_nearest_first(built):
    held = events(built.files["ahead.ics"].decode())
    assert [(each["DTSTART"], each["DTEND"]) for each in held] == [
        ("20241230", "20241231"),
        ("20250103", "20250104"),
        ("20250212", "20250213"),
    ]
    assert [each["SUMMARY"] for each in held] == [
        "“Ana Petrov will hold a summit in Ankara” — Vostok Agency (state media, RU)",
        "By this day: “Selm and Tarn are to exchange prisoners; 40, at first” — Example [Wire]",
        "the ports of the Black coast open again",
    ]
    assert held[0]["DESCRIPTION"] == ("Named in the briefing of Sunday 29 December 2024.\nhttps://example.org/summit")
    assert {each["DTSTAMP"] for each in held} == {"20241229T233000Z"}
    assert {each["URL"] for each in held} == {"https://example.org/nightdesk/2024/12/29/#ahead_"}
    assert len({each["UID"] for each in held}) == 3
    assert all(re.fullmatch(r"[a-z2-7]{16}@example\.org", each["UID"]) for each in held)


def test_the_calendar_is_linked_where_ahead_stands_and_where_feeds_are(built):
    page = built.page("2024/12/29/")
    section = page.find(id="ahead_").parent
    assert section.h2.get_text() == "Ahead"
    assert section.select_one("p.more a")["href"] == "../../../ahead.ics"
    assert len(page.select("a[href$='ahead.ics']")) == 1
    assert built.page("subscribe/").select_one("a[href='../ahead.ics']")


def test_without_a_dated_line_there_is_no_calendar_and_no_link(site):
    assert "ahead.ics" not in site.files
    assert not [path for path, page in site.pages.items() if page.select("a[href$='ahead.ics']")]


def test_what_the_night_writes_is_read_back():
    told_of = article("a", "The presidents of Egypt and Mali will meet in Geneva on August 28, officials said.")
    wire = article("b", "Ana Petrov will hold a summit in Ankara by August 24.")
    labelled = replace(wire, source=replace(wire.source, name="Wire [b]", affiliation=Affiliation.STATE, country="RU"))
    briefing = made([Development(id=each.id, headline="H", articles=(each,)) for each in (told_of, labelled)])
    found = ahead_dates(site_of(briefing))
    assert [(each.day, each.bound) for each in found] == [(date(2026, 8, 24), "By"), (date(2026, 8, 28), "")]
    assert len(found) == len(briefing.items(AHEAD))
    assert [each.outlet for each in found] == ["Wire [b] (state media, RU)", "Outlet a"]
    assert [each.url for each in found] == ["https://example.org/b", "https://example.org/a"]
    assert all(each.words.startswith("“") and each.words.endswith("”") for each in found)


def test_what_several_briefings_name_is_one_event_that_keeps_its_id():
    first = "Monday 6 January 2025: “Ana Petrov will visit Tarn” ([Example Wire](https://example.org/a))"
    again = first.replace("Example Wire", "Coast Herald").replace("visit Tarn", "Visit Tarn")
    (alone,) = ahead_dates(site_of(told("2024-12-28", first)))
    (both,) = ahead_dates(site_of(told("2024-12-28", first), told("2024-12-29", again)))
    assert both.id == alone.id
    assert (both.outlet, both.briefing.day) == ("Coast Herald", date(2024, 12, 29))


def test_old_briefings_and_drafts_are_not_asked():
    days = [
        told(f"2024-{month:02d}-{n:02d}", f"1 May 2025: day {n} of {month}") for month in (1, 2) for n in range(1, 29)
    ]
    found = ahead_dates(site_of(*days))
    assert len(found) == NEWEST
    assert not [each for each in found if each.briefing.day < date(2024, 1, 27)]
    assert ahead_dates(site_of(replace(days[0], draft=True))) == ()


def test_a_licences_line_and_the_word_sample_go_along():
    credit = Credit(
        source="Example Wire", words="Quoted with thanks to Example Wire.", url="https://example.org/licence"
    )
    briefing = told("2024-12-28", "6 January 2025: “It opens” ([Example Wire](https://example.org/a))")
    site = site_of(replace(briefing, sample="invented outlets"), credits={"Example Wire": credit})
    (event,) = events(calendar(SETTINGS, ahead_dates(site)))
    assert event["SUMMARY"] == "Sample: “It opens” — Example Wire"
    assert event["DESCRIPTION"].split("\n") == [
        "Sample: invented outlets",
        "Named in the briefing of Saturday 28 December 2024.",
        "https://example.org/a",
        "Quoted with thanks to Example Wire. https://example.org/licence",
    ]


def test_the_same_briefings_make_the_same_bytes(built, build):
    assert build({"briefings/2024/2024-12-29.md": DAY}).files["ahead.ics"] == built.files["ahead.ics"]


# --- RFC 5545


@pytest.mark.parametrize("text", ["", "a" * 75, "a" * 76, "a" * 400, "é" * 200, "東" * 99, "a" + "🌊" * 60])
def test_a_line_is_folded_at_75_octets_and_no_letter_is_cut(text):
    made = folded(text)
    lines = made.encode().split(b"\r\n")
    assert all(len(each) <= 75 for each in lines)
    assert all(each.decode() for each in lines if each)
    assert made.replace("\r\n ", "") == text
    assert all(each.startswith(b" ") for each in lines[1:])


def test_no_words_of_a_stranger_make_a_line_of_their_own():
    vectors = [re.sub(r"[\r\n]+", " ", vector) for vector in VECTORS] + ["x\\nEND:VEVENT", "a\u2028b\u0085c\x0bd"]
    days = [
        told(
            "2024-12-28",
            *(f"{n % 28 + 1} May 2025: “{v}” ([{v or 'x'}](https://example.org/{n}))" for n, v in enumerate(vectors)),
        )
    ]
    text = calendar(SETTINGS, ahead_dates(site_of(*days)))
    lines = text.removesuffix("\r\n").split("\r\n")
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", "".join(lines))
    assert max(len(each.encode()) for each in lines) <= 75
    names = {re.split("[:;]", each)[0] for each in text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")}
    assert names == set(
        "BEGIN END VERSION PRODID NAME X-WR-CALNAME REFRESH-INTERVAL "
        "UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION URL TRANSP".split()
    )
    assert text.count("BEGIN:VEVENT\r\n") == text.count("\r\nEND:VEVENT\r\n") > 300
