"""The page of an outlet: who it is, how often it is cited and on what, and when it could not be read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from plugins.credit_lines import OnFile, on_file
from plugins.outlets import DAYS, MONTHS, NEWEST, RIGHTS_WORDS, TOPICS, Outlets
from plugins.site import Site
from plugins.unseen import failed, says_more
from plugins.wording import day_span
from scrapers.briefing_file import parse
from scrapers.model import Rights, Source
from scrapers.settings import loads
from scrapers.sources import SAMPLE, load

SETTINGS = '[site]\nname="N"\nurl="https://example.org/n"\nemail="a@b.c"\npublisher="p"'


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


def day_text(day: date | str, *sections: str, unseen: str = "", front: str = "") -> str:
    """A briefing; a section is its citations, `Hill Radio`, `North Wire via Example Post`, with commas."""
    pieces = [f"Title: Day {day}\nDate: {day}\n{front}"]
    for n, cited in enumerate(sections):
        head, _, fields = cited.partition("\n")
        lines = [
            f"- [It was](https://example.org/{day}/{n}/{k}) — {who}, undated" for k, who in enumerate(head.split(", "))
        ]
        pieces.append(f"## What {n} tells {{#id{n:03d}}}\n\n{fields}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(pieces) + (f"\n## What we could not see\n\n{unseen}\n" if unseen else "")


def outlets(*days: str, on_file: dict[str, OnFile] | None = None, night: str = "") -> Outlets:
    return Outlets(Site(loads(f"{SETTINGS}\n{night}"), tuple(parse(text)[0] for text in days)), on_file or {})


def one(made: Outlets, name: str):
    return next(outlet for outlet in made.every if outlet.name == name)


# --- which outlets there are

FIRST = date(2024, 12, 1)


def test_an_outlet_is_listed_once_whatever_desk_of_it_was_read():
    made = outlets(day_text(FIRST, "The Paper - World, The Paper | Politics", "The Paper"))
    assert [(outlet.name, outlet.path, len(outlet.items)) for outlet in made.every] == [
        ("The Paper", "sources/the-paper/", 2)
    ]


def test_a_source_file_s_plain_name_is_its_name():
    known = {"Paper: All": OnFile("The Long Paper", None, Rights.LINK)}
    assert [outlet.name for outlet in outlets(day_text(FIRST, "Paper: All"), on_file=known).every] == ["The Long Paper"]


def test_who_made_what_others_carry_has_a_page_and_that_is_said():
    made = outlets(
        day_text(FIRST, "North Wire via Example Post", "North Wire", "North Wire via Example Post, North Wire")
    )
    wire, post = one(made, "North Wire"), one(made, "Example Post")
    assert (len(wire.items), wire.carried) == (3, 1)
    assert (len(post.items), post.carried) == (2, 0)
    assert made.cited_on(made.site.days[0]) == 2


def test_what_is_hidden_or_held_back_cites_nobody():
    made = outlets(
        day_text(FIRST, "Hill Radio\nHidden: yes"), day_text("2024-12-02", "Hill Radio", front="Status: draft\n")
    )
    assert made.every == ()


LABELLED = [
    f"Title: T\nDate: {day}\n\n## It was {{#aaa111}}\n\n- [So](https://example.org/{day}) — North Wire via Vostok · {label}, undated\n"
    for day, label in (("2024-12-01", "state-funded, RU"), ("2024-12-02", "state media, RU"))
]


def test_a_label_is_the_carrier_s_own_the_newest_first_and_never_the_maker_s():
    made = outlets(*LABELLED)
    assert one(made, "Vostok").labels == ("state media, RU", "state-funded, RU")
    assert one(made, "North Wire").labels == ()


def test_a_maker_that_no_citation_labels_has_the_label_of_its_file():
    known = {"Vostok": OnFile("Vostok", "state media, RU", Rights.LINK)}
    assert one(outlets(day_text(FIRST, "Vostok via Post"), on_file=known), "Vostok").labels == ("state media, RU",)


# --- how much may be shown


def test_rights_are_those_of_the_file_within_what_the_site_lets_anybody_be():
    known = {"A": OnFile("A", None, Rights.EXCERPT), "B": OnFile("B", None, Rights.LINK)}
    day = day_text(FIRST, "A, B, C")
    assert [outlet.rights for outlet in outlets(day, on_file=known).every] == [Rights.EXCERPT, Rights.LINK, None]
    strict = outlets(day, on_file=known, night='[night]\nrights="preview"')
    assert [outlet.rights for outlet in strict.every] == [Rights.PREVIEW, Rights.LINK, None]


def test_every_class_has_its_words_and_every_source_file_is_known():
    assert set(RIGHTS_WORDS) == set(Rights)
    known = on_file()
    for source in (*load(), *load(SAMPLE)):
        assert known[source.plain_name].label == source.label
        assert known[source.name].rights == source.rights


def test_of_two_sources_of_one_plain_name_the_stricter_right_holds(monkeypatch):
    from scrapers.model import Feed

    feeds = (Feed(url="https://x.example/feed"),)
    two = (
        Source(name="X", feeds=feeds, rights=Rights.LINK),
        Source(name="X > World", shown="X", feeds=feeds, rights=Rights.FULL),
    )
    monkeypatch.setattr("plugins.credit_lines._every", lambda: two)
    assert on_file()["X"].rights is Rights.LINK


# --- how often, on what


def test_every_month_since_the_first_citation_is_counted_beside_the_days_that_were_read():
    days = [day_text(FIRST - timedelta(days=40 * n), *(["A", "A"] if n in (1, 3) else ["B"])) for n in range(5)]
    (months,) = (one(outlets(*days), "A").months,)
    assert [(month.first.month, month.briefings, month.developments) for month in months] == [
        (10, 1, 2),
        (9, 1, 0),
        (8, 1, 2),
    ]


def test_what_a_page_shows_has_an_end():
    days = [
        day_text(date(2023, 1, 5) + timedelta(days=10 * n), f"A\nTopics: T{n}, T", unseen="- A: timeout, undated")
        for n in range(60)
    ]
    outlet = one(outlets(*days), "A")
    assert (len(outlet.newest), len(outlet.months), len(outlet.topics)) == (NEWEST, MONTHS, TOPICS)
    assert (len(outlet.unread), len(outlet.unread_shown)) == (60, DAYS)
    assert outlet.newest[0].day == outlet.last > outlet.newest[-1].day
    assert [(topic.name, number) for topic, number in outlet.topics][:2] == [("T", 60), ("T0", 1)]


# --- what could not be read

UNSEEN = {
    "a feed with a reason": (
        "- Hill Radio: timeout (no answer within 30 s), 2024-12-28 23:30 UTC",
        ("Hill Radio",),
        False,
    ),
    "two feeds, and two runs": (
        "- A: timeout, 2024-12-28 23:30 UTC\n- A: blocked (403), 2024-12-29 23:30 UTC",
        ("A",),
        False,
    ),
    "an editor's line": ("- No source of the north answered in three nights.", (), True),
    "an editor's line with a colon": ("- Hill Radio: answers again", (), True),
    "an editor's paragraph": ("Nothing of the north could be read.", (), True),
    "both": ("- A: gone (404), undated\n\nNor could the north.", ("A",), True),
    "a name with a colon": ("- Radio: North: empty, undated", ("Radio: North",), False),
}


@pytest.mark.parametrize("case", UNSEEN)
def test_a_source_that_failed_is_told_by_the_form_of_its_line(case):
    text, names, more = UNSEEN[case]
    (day,) = outlets(day_text(FIRST, "A", unseen=text)).site.days
    assert (failed(day), says_more(day)) == (names, more)


def test_a_day_without_the_section_names_nothing():
    (day,) = outlets(day_text(FIRST, "A")).site.days
    assert (failed(day), says_more(day)) == ((), False)


def test_days_on_which_its_feed_failed_are_counted_once_whatever_the_desk():
    line = r"- The Paper - World \[all\]: timeout, undated" + "\n- The Paper: blocked (403), undated"
    made = outlets(day_text(FIRST, "The Paper"), day_text("2024-12-02", "Post", unseen=line.replace(r" \[all\]", "")))
    assert [day.day for day in one(made, "The Paper").unread] == [date(2024, 12, 2)]
    assert [month.unread for month in one(made, "The Paper").months] == [1]
    assert one(made, "Post").unread == ()


def test_a_name_is_compared_as_text_not_as_it_is_escaped():
    made = outlets(day_text(FIRST, "Radio [North]", unseen=r"- Radio \[North\]: timeout, undated"))
    assert len(one(made, "Radio [North]").unread) == 1


# --- pages

SPANS = {
    "one day": ((2024, 12, 29), (2024, 12, 29), "29 December 2024"),
    "one month": ((2024, 12, 27), (2024, 12, 29), "27 to 29 December 2024"),
    "one year": ((2024, 11, 30), (2024, 12, 2), "30 November to 2 December 2024"),
    "two years": ((2024, 12, 30), (2025, 1, 2), "30 December 2024 to 2 January 2025"),
}


@pytest.mark.parametrize("case", SPANS)
def test_a_span_of_days_is_as_short_as_it_can_be(case):
    first, last, said = SPANS[case]
    assert day_span(date(*first), date(*last)) == said


def test_every_outlet_of_the_days_is_listed_with_its_label_and_has_its_page(site):
    listed = {words(li.a): words(li.span) for li in site.page("sources/").select("ul.list li")}
    assert list(listed) == sorted(listed, key=str.casefold)
    cited = {
        words(name)
        for path in ("27", "28", "29")
        for name in site.page(f"2024/12/{path}/evidence/").select(".report > b")
    }
    assert cited <= set(listed)
    assert listed["Vostok Agency"].startswith("state media, RU · ")
    for link in site.page("sources/").select("ul.list a"):
        assert words(site.page(f"sources/{link['href'].removeprefix('../sources/')}").h1) == words(link)


def test_the_page_of_an_outlet_says_how_often_on_what_and_what_it_missed(site):
    page = site.page("sources/hill-radio/")
    assert "on 2 days, 27 to 28 December 2024" in words(page.main)
    assert "Its feed could not be read on 2 days: 29 December 2024 , 28 December 2024 ." in words(page.main)
    assert [a["href"] for a in page.select('a[href$="#unseen_"]')] == [f"../../2024/12/{n}/#unseen_" for n in (29, 28)]
    months, topics = page.select("table.counts")
    assert [words(cell) for cell in months.tbody.tr.find_all(["th", "td"])] == ["December 2024", "3", "9", "2"]
    assert words(topics.caption) == "Topics it is cited on most, 27 to 28 December 2024"
    for table in (months, topics):
        assert {th["scope"] for th in table.thead.find_all("th")} == {"col"}
        assert {th["scope"] for th in table.tbody.find_all("th")} == {"row"}
    assert len(page.select("section.told li")) == 9
    assert "No day says" in words(site.page("sources/north-wire/").main)


def test_the_sources_are_one_step_from_every_page_and_a_day_does_not_grow_by_them(site):
    assert all("sources/" in page.find_all("footer")[-1].decode() for page in site.pages.values())
    assert not [a for a in site.page("2024/12/28/").select("main a") if "sources/" in a["href"]]


def test_before_the_first_night_there_are_no_sources(build):
    built = build()
    assert not [path for path in built.files if path.startswith("sources/")]
    assert "sources/" not in words(built.page("").find_all("footer")[-1])


def test_a_page_of_the_editors_with_that_name_stands_instead(build):
    day = "Title: T\nDate: 2024-12-29\n\n## One {#one11}\n\n- [It was](https://example.org/a) — Hill Radio, undated\n"
    built = build({"briefings/2024/2024-12-29.md": day, "pages/sources.md": "Title: Whom we read\n\nThese.\n"})
    assert words(built.page("sources/").h1) == "Whom we read"
    assert words(built.page("sources/hill-radio/").h1) == "Hill Radio"


def test_the_sample_outlets_have_the_rights_of_their_files(build):
    day = (
        "Title: T\nDate: 2024-12-29\n\n## One {#one11}\n\n- [It was](https://example.org/a) — Der Abendbote, undated\n"
        "- [It is](https://example.org/b) — Nobody We Know, undated\n"
    )
    built = build({"briefings/2024/2024-12-29.md": day})
    assert RIGHTS_WORDS[Rights.LINK] in words(built.page("sources/der-abendbote/").main)
    assert "What is shown of it" not in words(built.page("sources/nobody-we-know/").main)
