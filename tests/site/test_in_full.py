"""A day that can be read to its end: its first developments stand in full, the others in a line each that unfolds."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from plugins import wording
from plugins.in_full import by_topic, parted
from scrapers.briefing import Section, nothing_new
from scrapers.briefing_file import parse
from tests.built_site import ROOT

ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
HOME = "https://example.org/nightdesk/"
AGAIN = "Change: told again, with no new figure, speaker or source"


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


def day_of(*sections: str) -> str:
    """A day; a section is its id and what stands below its headline."""
    pieces = ["Title: T\nDate: 2024-12-29\n"]
    for section in sections:
        identity, _, fields = section.partition("\n")
        pieces.append(f"## What {identity} tells {{#{identity}}}\n\n{fields}\n\nIt was so.\n")
    return "\n".join(pieces)


PARTED = {
    "fewer than the number": (["a", "b"], 3, ["a", "b"], []),
    "more than the number": (["a", "b", "c"], 2, ["a", "b"], ["c"]),
    "nothing new at the top": ([f"a\n{AGAIN}", "b", "c", "d"], 2, ["b", "c"], ["a", "d"]),
    "nothing new, and room": (["a", f"b\n{AGAIN}"], 9, ["a"], ["b"]),
    "an update": (["a\nChange: killed: 12", "b\nChange: new"], 9, ["a", "b"], []),
    "it goes on": (["a\nChange: continues"], 9, ["a"], []),
    "told again, and more": (["a\nChange: told again by two more outlets: killed, 12"], 9, ["a"], []),
    "told again, in an editor's words": (["a\nChange: Told again."], 9, [], ["a"]),
    "nothing new, but pinned": (["b", f"a\nPinned: yes\n{AGAIN}"], 9, ["a", "b"], []),
    "more pinned than the number": (["a\nPinned: yes", "b\nPinned: yes", "c"], 1, ["a", "b"], ["c"]),
    "hidden ones take no room": (["a\nHidden: yes", "b", "c"], 2, ["b", "c"], []),
    "nothing new at all": ([f"a\n{AGAIN}"], 9, [], ["a"]),
}


@pytest.mark.parametrize("case", PARTED)
def test_the_first_that_tell_something_new_stand_in_full(case):
    sections, number, full, also = PARTED[case]
    told = parted(parse(day_of(*sections))[0], number)
    assert [section.id for section in told.full] == full
    assert [section.id for section in told.also] == also


@pytest.mark.parametrize("number", [1, 3, 12, 40])
def test_three_lead_the_day_and_the_rest_stands_behind_them(number):
    told = parted(parse(day_of(*(f"a{n}" for n in range(30))))[0], number)
    assert (*told.lead, *told.rest) == told.full
    assert len(told.lead) == min(3, number)


def test_what_the_night_writes_of_a_story_without_news_is_understood():
    written = (ROOT / "scrapers" / "page" / "change.py").read_text(encoding="utf-8")
    said = re.findall(r'"(told again[^"]*)"', written)
    assert len(said) == 2
    assert all(nothing_new(parse(day_of(f"a\nChange: {each}"))[0].sections[0]) for each in said)


TAGS = {
    "Change: new": "New",
    "Change: continues": "Continues",
    "Change: killed: 12": "Update",
    AGAIN: "Told again",
    "": "",
}


@pytest.mark.parametrize("change", TAGS)
def test_a_development_is_new_or_an_update_or_the_same_again(change):
    assert wording.tag(parse(day_of(f"a\n{change}"))[0].sections[0]) == TAGS[change]


def test_the_reading_time_counts_what_stands_unfolded():
    day = parse(day_of("a", "b").replace("It was so.", "word " * 470) + "\n## Ahead\n\n" + "word " * 232)[0]
    assert wording.minutes(day, parted(day, 2)) == 5
    assert wording.minutes(day, parted(day, 1)) == 4
    assert wording.minutes(day, parted(day, 1), "word " * 250) == 5


# --- on the day's page


@pytest.fixture(scope="module")
def page(site):
    """Of twenty developments."""
    return site.page("2024/12/28/")


def test_of_twenty_developments_twelve_stand_in_full_and_eight_in_a_line_each(page):
    assert len(page.select("main > article.development, main > section.of > article.development")) == 12
    assert len(page.select("section.also > details.line")) == 8
    assert words(page.select("nav.key a")[-1]) == "Also reported: 8 more, a line each"
    assert words(page.find(id="also_")) == "Also reported"


def test_a_line_says_whether_it_is_new_what_it_is_about_and_how_well_it_is_supported(page):
    line = page.select("section.also > details.line > summary")[0]
    assert words(line).startswith("Hospital in Old Karsk evacuated after shelling, in the east")
    assert words(line).endswith("6 outlets, 4 independent origins")
    assert line.find(["h3", "h4"])


TOPICS = {
    "two of one topic, and another": ("ABA", [("A", "02"), ("Elsewhere", "1")]),
    "each of its own": ("ABC", [("", "012")]),
    "none": ("--", [("", "01")]),
    "the topic whose first line goes first": ("BAAB", [("B", "03"), ("A", "12")]),
    "those without one are not together": ("-A-A", [("A", "13"), ("Elsewhere", "02")]),
    "nothing": ("", []),
}


@pytest.mark.parametrize("case", TOPICS)
def test_lines_of_one_topic_stand_together_in_the_days_order(case):
    topics, expected = TOPICS[case]
    sections = [Section(headline=str(at), topics=(topic,)) for at, topic in enumerate(topics)]
    groups = by_topic(sections, lambda section: None if section.topics == ("-",) else section.topics[0])
    assert [(lines.name, "".join(section.headline for section in lines.sections)) for lines in groups] == expected


def test_the_name_of_their_topic_heads_the_lines_and_is_not_told_in_each(build):
    topics = ["Talks and ceasefires", "Ships and sea lanes", "Talks and ceasefires"]
    built = build(
        {"briefings/2024/2024-12-29.md": day_of(*(f"a{n}\nTopics: {t}\n{AGAIN}" for n, t in enumerate(topics)))}
    )
    also = built.page("2024/12/29/").find("section", class_="also")
    assert [words(head) for head in also.find_all("h3")] == ["Talks and ceasefires", "Elsewhere"]
    lines = [words(line) for line in also.select("details.line > summary")]
    assert [line.split()[1] for line in lines] == ["a0", "a2", "a1"]
    assert [any(topic in line for topic in topics) for line in lines] == [False, False, True]
    body = BeautifulSoup(etree.fromstring(built.files["feeds/digest.rss.xml"]).find(f".//{ENCODED}").text, "lxml")
    assert [words(head) for head in body.find_all("h3")] == ["Talks and ceasefires", "Elsewhere"]
    below = [words(li.div) for li in body.find("h2", string=re.compile("Also reported")).find_all_next("li", limit=3)]
    assert below == ["Told again", "Told again", "Told again · Ships and sea lanes"]


def test_a_line_unfolds_to_the_whole_development_and_a_permalink_leads_into_it(page):
    for line in page.select("section.also > details.line"):
        whole = line.find("article", class_="development", recursive=False)
        # A browser opens a <details> that holds the target of a link, but not one that is the target, or whose summary is.
        assert re.fullmatch("[a-z0-9]+", whole["id"])
        assert whole.find("div", class_="prose").get_text(strip=True)
        assert whole.select(".cited bdi, .cited p")
        assert whole.select_one("a.permalink")["href"] == f"#{whole['id']}"
        assert not line.has_attr("open")


def test_headings_in_a_line_stand_below_its_own(build):
    from tests.site_data.days import CONTENT

    files = {name: text.replace("\n## Ferry", "\n## Ferry", 1) for name, text in CONTENT.items()}
    name = next(name for name in files if name.endswith("2024-12-29.md"))
    files[name] = files[name].replace("Follows: 2024-12-28#ccc333\n", f"Follows: 2024-12-28#ccc333\n{AGAIN}\n")
    line = build(files).page("2024/12/29/").find("details", class_="line")
    levels = [heading.name for heading in line.find_all(re.compile("^h[1-6]$"))]
    assert levels[:2] == ["h3", "h4"]
    assert set(levels[2:]) == {"h5"}


def test_a_development_told_again_is_not_called_an_update_nor_its_change_new(build):
    built = build({"briefings/2024/2024-12-29.md": day_of(f"a\nPinned: yes\n{AGAIN}", f"b\n{AGAIN}")})
    page = built.page("2024/12/29/")
    assert [words(tag) for tag in page.select(".again")] == ["Told again", "Told again"]
    assert page.select(".tag") == []
    assert words(page.find("p", class_="change")) == "Told again, with no new figure, speaker or source"
    assert words(built.page("").select_one("ol.front .again")) == "Told again"


def test_the_front_page_shows_what_stands_in_full_and_says_how_much_more_there_is(build):
    built = build({"briefings/2024/2024-12-29.md": day_of(*(f"a{n}" for n in range(30)))})
    page = built.page("")
    assert len(page.select("ol.front > li")) == 12
    assert len(page.select("ol.front > li > h2")) == 3
    more = page.find("p", class_="more").a
    assert (words(more), more["href"]) == ("Also reported: 18 more, a line each", "./2024/12/29/#also_")


# --- in the mail


def test_the_digest_has_the_same_in_full_and_then_a_list_of_lines_that_lead_to_the_site(site):
    item = next(
        item
        for item in etree.fromstring(site.files["feeds/digest.rss.xml"]).iter("item")
        if "2024-12-28" in item.find("guid").text
    )
    body = BeautifulSoup(item.find(ENCODED).text, "lxml")
    heads = [words(h2) for h2 in body.find_all("h2")]
    assert heads.index("Also reported") == 12
    lines = body.find("h2", string=re.compile("Also reported")).find_all_next("li", limit=8)
    page = site.page("2024/12/28/")
    assert [li.a["href"] for li in lines] == [
        f"{HOME}2024/12/28/#{article['id']}" for article in page.select("details.line > article")
    ]
    assert words(lines[0]).startswith("Hospital in Old Karsk evacuated after shelling, in the east")
    assert words(lines[0]).endswith("6 outlets, 4 independent origins")
    assert not body.find(["details", "summary"])


def test_a_day_that_is_too_long_for_a_mail_is_cut_from_its_end_and_leads_on(build):
    long = "\n".join(f"A sentence of the {n}th kind, which is quite long and says little. " * 30 for n in range(3))
    text = day_of(*(f"a{n}" for n in range(200))).replace("It was so.", long)
    text = text.replace(" tells {#", f" tells {'of a matter with a very long headline ' * 6}{{#")
    built = build({"briefings/2024/2024-12-29.md": text})
    item = etree.fromstring(built.files["feeds/digest.rss.xml"]).find(".//item")
    body = BeautifulSoup(item.find(ENCODED).text, "lxml")
    assert len(item.find(ENCODED).text.encode()) < 60_000
    assert len(body.find_all("h2")) == 13
    assert "140 more developments on the web" in words(body)


# --- what the day before told of the same subject


def test_see_also_leads_to_what_the_day_before_told_on_the_page_and_in_feed_and_mail(build):
    built = build(
        {
            "briefings/2024/2024-12-28.md": day_of("old1", "old2").replace("12-29", "12-28"),
            "briefings/2024/2024-12-29.md": day_of(
                "a\nRelated: 2024-12-28#old1",
                "b\nRelated: 2024-12-28#old1\nFollows: 2024-12-28#old2",
                "c\nRelated: 2024-12-28#gone",
            ),
        }
    )
    lines = built.page("2024/12/29/").select("p.change")
    assert [words(line) for line in lines] == ["See also, 28 December: What old1 tells"]
    assert lines[0].a["href"] == "../../../2024/12/28/#old1"
    for feed in ("feeds/digest.rss.xml", "feeds/developments.rss.xml"):
        told = [item.find(ENCODED).text for item in etree.fromstring(built.files[feed]).iter("item")]
        linked = [BeautifulSoup(text, "lxml").find(string=re.compile("See also")) for text in told]
        assert [str(found).strip() for found in linked if found] == ["See also, 28 December:"]
        assert any(f'{HOME}2024/12/28/#old1"' in text for text in told)
