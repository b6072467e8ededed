"""A week by conflict, and the feed that holds each week once it is over."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from email.utils import parsedate_to_datetime

import feedparser
import jsonschema
import pytest
from bs4 import BeautifulSoup
from lxml import etree

from plugins.site import Site
from plugins.weeks import SHOWN, Weeks, first_row
from plugins.weeks_feed import WEEKS
from scrapers.briefing import Section
from scrapers.briefing_file import parse
from scrapers.model import Topic
from scrapers.settings import loads
from tests.built_site import ROOT
from tests.site.conftest import CONTENT

SETTINGS = loads('[site]\nname="N"\nurl="https://example.org/n"\nemail="a@b.c"\npublisher="p"')
TOPICS = (
    Topic(slug="coast", name="War of the Coast", aliases=("Selm war",)),
    Topic(slug="hills", name="Hill war"),
    Topic(slug="aid", name="Aid", kind="subject"),
)
FILES = {
    f"topics/{each.slug}.md": f"Name: {each.name}\nKind: {each.kind}\nAliases: {', '.join(each.aliases)}\n"
    for each in TOPICS
}
MONDAY = date(2024, 12, 30)
HOME = "https://example.org/nightdesk/"
ATOM = "{http://www.w3.org/2005/Atom}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
ROW = "- Killed: at least 2 (port doctors, by [Radio Vesna](https://example.org/radio-vesna/ship))"


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


def day_text(day: date, *sections: str, unseen: str = "") -> str:
    """A briefing; a section is its topics, then fields, a blank line and prose."""
    before = day - timedelta(days=1)
    pieces = [f"Title: Day {day}\nDate: {day}\nWindow: {before} 17:30 – {day} 23:30 UTC\n"]
    for n, section in enumerate(sections):
        topics, _, more = section.partition("\n")
        cited = f"- [It was](https://example.org/{day}/{n}) — Wire, undated\n"
        pieces.append(f"## What {n} of {day} tells {{#id{n:03d}}}\n\nTopics: {topics}\n{more}\n\n{cited}")
    return "\n".join(pieces) + (f"\n## What we could not see\n\n{unseen}\n" if unseen else "")


def weeks(*days: str) -> Weeks:
    return Weeks(Site(SETTINGS, tuple(parse(text)[0] for text in days), TOPICS))


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


# --- which weeks there are


def test_weeks_are_iso_weeks_and_belong_to_the_year_that_counts_them():
    made = weeks(day_text(after(-1), "Selm war"), day_text(MONDAY, "Selm war"), day_text(after(6), "Selm war"))
    assert [(week.name, week.path, len(week.briefings)) for week in made.every] == [
        ("2025-W01", "weeks/2025-W01/", 2),
        ("2024-W52", "weeks/2024-W52/", 1),
    ]
    assert {year: [week.number for week in of_year] for year, of_year in made.years.items()} == {2025: [1], 2024: [52]}


def test_a_week_is_over_with_a_later_week_s_briefing_never_with_its_own_sunday():
    days = [day_text(after(n), "Selm war") for n in range(7)]
    assert [week.name for week in weeks(*days).over] == []
    made = weeks(*days, day_text(after(9), "Selm war"))
    assert [(week.name, week.after.day) for week in made.over] == [("2025-W01", after(9))]


def test_a_week_says_which_of_its_days_have_no_briefing_as_far_as_they_are_past():
    days = day_text(after(0), "Aid"), day_text(after(2), "Aid")
    assert weeks(*days).every[0].without == (after(1),)
    assert weeks(*days, day_text(after(20), "Aid")).every[1].without == tuple(after(n) for n in (1, 3, 4, 5, 6))
    (week,) = weeks(days[0], day_text(after(2), "Aid", unseen="- A: timeout, undated")).every
    assert [day.day for day in week.unseen] == [after(2)]


# --- what stands in one


def test_what_told_something_new_stands_under_its_conflict_most_developments_first():
    (week,) = weeks(
        day_text(after(0), "Hill war", "Selm war, Aid", "Aid"),
        day_text(after(1), "War of the Coast, Hill war\nChange: a bridge fell", "Selm war\nChange: new"),
    ).every
    told = [(each.topic.name, [item.key for item in each.items]) for each in week.conflicts]
    assert told == [
        ("War of the Coast", ["2024-12-31#id000", "2024-12-31#id001", "2024-12-30#id001"]),
        ("Hill war", ["2024-12-31#id000", "2024-12-30#id000"]),
    ]
    assert (week.elsewhere, week.nothing_new) == (1, 0)


@pytest.mark.parametrize(
    "change", ["told again", "told again, with no more than two outlets", "continues", "Continues."]
)
def test_what_goes_on_or_is_told_again_is_left_out_and_counted(change):
    (week,) = weeks(day_text(MONDAY, f"Selm war\nChange: {change}", "Selm war", "Selm war\nHidden: yes")).every
    assert [len(each.items) for each in week.conflicts] == [1]
    assert week.nothing_new == 1


def test_of_a_big_war_those_with_most_independent_origins_are_shown_in_their_order():
    sections = [
        f"Selm war\n\n- [B](https://example.org/b{n}) — Post, undated" if n % 2 else "Selm war" for n in range(70)
    ]
    (each,) = weeks(day_text(MONDAY, *sections)).every[0].conflicts
    assert len(each.shown()) == SHOWN
    assert [int(item.section.id[2:]) for item in each.shown()] == list(range(1, 61, 2))
    assert [item.key for item in each.shown(99)] == [item.key for item in each.items]


ROWS = {
    "a row": (ROW, ROW.removeprefix("- ")),
    "the first of two, below a passage": (
        f"> They left.\n> — [Wire](https://example.org/a)\n\n{ROW}\n- Hurt: 9 (by [Post](https://example.org/b))",
        ROW.removeprefix("- "),
    ),
    "an editor's list": ("- Killed: two\n- and so on", ""),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("case", ROWS)
def test_the_first_row_of_data_is_the_page_s_own(case):
    prose, row = ROWS[case]
    assert first_row(Section(headline="x", prose=prose)) == row


# --- pages


@pytest.fixture(scope="module")
def built(build):
    """A week with a gap, and the Monday after it."""
    days = {
        0: day_text(after(0), f"Selm war\n\n{ROW}", "Hill war\nCorrection: 2025-01-20: It was two."),
        2: day_text(after(2), "Selm war", unseen="- Hill Radio: timeout, 2025-01-01 23:30 UTC"),
        7: day_text(after(7), "Selm war"),
    }
    return build({**FILES, **{f"briefings/x/{after(n)}.md": text for n, text in days.items()}})


def test_a_week_has_its_days_its_conflicts_and_what_was_not_seen(built):
    page = built.page("weeks/2025-W01/")
    assert words(page.h1) == "30 December 2024 to 5 January 2025"
    said = words(page.main)
    assert "2 days with a briefing, none on 31 December 2024, 2 January, 3 January, 4 January, 5 January" in said
    assert page.select_one('main a[href$="#unseen_"]')["href"] == "../../2025/01/01/#unseen_"
    assert [words(h2) for h2 in page.select("section.told h2")] == ["War of the Coast", "Hill war"]
    first, second = page.select("section.told")[0].select("li")
    assert words(first.select_one(".count")) == "1 January · 1 independent origin"
    assert first.select(".new") == []
    assert words(second.select_one(".new")) == "Killed: at least 2 (port doctors, by Radio Vesna )"
    assert second.select_one(".new a")["href"] == "https://example.org/radio-vesna/ship"
    assert "Corrected" in words(page.select("section.told")[1])
    assert [(a["rel"], a["href"]) for a in page.select("nav.days a")] == [(["next"], "../../weeks/2025-W02/")]


def test_a_week_that_may_still_run_says_so(built):
    assert "the newest is of 6 January 2025, so the week may still run" in words(built.page("weeks/2025-W02/").main)
    assert "may still run" not in words(built.page("weeks/2025-W01/").main)


def test_the_weeks_are_listed_by_year_and_are_one_step_from_every_page(built):
    page = built.page("weeks/")
    assert [words(link) for link in page.select("ul.list a")] == [
        "Week 2: 6 to 12 January 2025",
        "Week 1: 30 December 2024 to 5 January 2025",
    ]
    assert words(page.select("ul.list span")[1]) == "2 days with a briefing: War of the Coast (2), Hill war (1)"
    assert all("weeks/" in page.find_all("footer")[-1].decode() for page in built.pages.values())


def test_a_week_without_a_conflict_is_not_called_calm(build):
    built = build({**FILES, "briefings/x/2024-12-30.md": day_text(MONDAY, "Aid")})
    assert "That is not the same as calm." in words(built.page("weeks/2025-W01/").main)


# --- the feed


def posts(built) -> list[etree._Element]:
    return list(etree.fromstring(built.files["feeds/weeks.rss.xml"]).iter("item"))


def test_a_site_whose_first_week_still_runs_has_no_feed_of_weeks(site):
    assert not [name for name in site.files if name.startswith("feeds/weeks")]
    assert site.page("weeks/2024-W52/").h1


def test_only_a_week_that_is_over_is_an_item_dated_by_the_briefing_that_shows_it(built):
    (item,) = posts(built)
    assert item.find("guid").text == "tag:example.org,2024-12-30:nightdesk:week"
    assert item.find("link").text == HOME + "weeks/2025-W01/"
    assert item.find("title").text == "Week 1: 30 December 2024 to 5 January 2025"
    assert item.find("description").text == "War of the Coast: 2; Hill war: 1"
    assert parsedate_to_datetime(item.find("pubDate").text).isoformat() == "2025-01-06T23:30:00+00:00"
    assert item.find(ATOM + "updated").text.startswith("2025-01-20")
    assert [each.get("domain") for each in item.findall("category")] == [HOME + "topics/"] * 2


def test_the_item_says_what_the_page_says(built):
    body = BeautifulSoup(posts(built)[0].find(ENCODED).text, "lxml")
    assert [words(h2) for h2 in body.find_all("h2")] == ["War of the Coast", "Hill war"]
    assert "Killed: at least 2 (port doctors, by Radio Vesna )" in words(body)
    assert "some sources could not be read on 1 January" in words(body)
    links = {a["href"] for a in body.find_all("a", href=True)}
    assert {HOME + "2024/12/30/#id000", HOME + "2025/01/01/#unseen_", "https://example.org/radio-vesna/ship"} <= links


def test_every_form_keeps_to_its_rules_and_is_listed(built):
    here = ROOT / "tests" / "site"
    etree.RelaxNG(etree.parse(here / "atom.rng")).assertValid(etree.fromstring(built.files["feeds/weeks.atom.xml"]))
    jsonschema.validate(
        json.loads(built.files["feeds/weeks.json"]), json.loads((here / "jsonfeed.schema.json").read_text())
    )
    for form in ("rss", "atom"):
        data = built.files[f"feeds/weeks.{form}.xml"]
        assert not feedparser.parse(data).bozo
        assert max(map(len, data.split(b"\n"))) < 900
    assert HOME + "feeds/weeks.rss.xml" in built.text("feeds/all.opml")
    assert {"../feeds/weeks.rss.xml", "../feeds/weeks.atom.xml", "../feeds/weeks.json"} <= {
        a["href"] for a in built.page("subscribe/").find_all("a", href=True)
    }


def test_another_day_of_the_running_week_changes_nothing_in_the_feed(built, build):
    files = {
        f"briefings/x/{path.name}": path.read_text()
        for path in (built.folder.parent / "content" / "briefings" / "x").iterdir()
    }
    later = build({**FILES, **files, "briefings/x/2025-01-08.md": day_text(after(9), "Selm war")})
    for ending in (".rss.xml", ".atom.xml", ".json"):
        assert later.files["feeds/weeks" + ending] == built.files["feeds/weeks" + ending]


def test_a_long_week_stays_below_what_mail_carries_and_the_feed_has_an_end(build):
    files = {f"topics/w{n}.md": f"Name: War {n}\nKind: conflict\n" for n in range(30)}
    # Thirty developments a day, as the settings have it, each as long as may be.
    long = "villages along the river were left without water and light for a third night after shelling " * 2
    for n in range(WEEKS + 2):
        day = MONDAY - timedelta(weeks=n)
        sections = [
            f"War {k % 30}\n\n- Killed: {long}{k} (by [Radio Vesna](https://example.org/{k}))"
            for k in range(210 if n == 1 else 1)
        ]
        files[f"briefings/x/{day}.md"] = day_text(day, *sections).replace("## What", f"## {long}")
    built = build(files)
    made = posts(built)
    assert len(made) == WEEKS
    assert 10_000 < len(made[0].find(ENCODED).text.encode()) < 60_000
    assert re.search(r"7 developments, here \d of them", BeautifulSoup(made[0].find(ENCODED).text, "lxml").get_text())
    assert len(built.files["weeks/2024-W52/index.html"]) < 200_000


def test_a_licence_s_line_stands_with_the_week(build):
    cited = (
        "- [A hundred trucks](https://www.mod.albion.example/1) — Albion Ministry of Defence · government, GB, undated"
    )
    day = day_text(MONDAY, f"Selm war\n\n{cited}")
    built = build({**FILES, "briefings/x/2024-12-30.md": day, "briefings/x/2025-01-06.md": day_text(after(7), "Aid")})
    line = "Contains public sector information licensed under the Open Government Licence v3.0 (sample)."
    assert line in words(built.page("weeks/2025-W01/").main)
    assert line in words(BeautifulSoup(posts(built)[0].find(ENCODED).text, "lxml"))


def test_the_invented_days_of_the_other_tests_are_one_week(site):
    assert CONTENT.exists()
    page = site.page("weeks/2024-W52/")
    assert words(page.h1) == "23 to 29 December 2024"
    assert [words(a) for a in page.select("ul.inline a")] == ["27 December", "28 December", "29 December"]
