"""What readers see of the day's figures, and of a metric across days."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pytest

from plugins.data_room import CONFLICTS_SHOWN, ROWS_SHOWN
from plugins.figure_words import number, who_words, window_words
from plugins.figures import ROWS_ON_DAY, Row, first_rows, rows
from plugins.site import Item
from scrapers.briefing_file import loads
from tests.site_data.days import BRIEFINGS, DAY_29, RADIO, figure, jsonl

BRIEFING = loads(DAY_29)
ITEM = Item(briefing=BRIEFING, section=BRIEFING.developments[0])
DAY = "2024/12/29/"


def words(node) -> str:
    return " ".join(node.get_text(" ").split()).replace(" ,", ",").replace(" ;", ";")


def table(page) -> list[tuple[str, ...]]:
    return [tuple(words(cell) for cell in row.find_all(["td", "th"])) for row in page.select("table.figures tr")]


# --- how a figure is said

NUMBERS = {
    "a count": ({"value": "12"}, "12"),
    "thousands": ({"value": "45500", "qualifier": "more than"}, "more than 45,500"),
    "a bound": ({"value": "26", "qualifier": "at least"}, "at least 26"),
    "a range": ({"value": "30", "upper": "40"}, "30–40"),
    "an estimated range": ({"value": "30", "upper": "40", "qualifier": "about"}, "about 30–40"),
    "a word": ({"value": None, "qualifier": "dozens"}, "dozens"),
    "money": ({"value": "150000000", "currency": "EUR", "qualifier": "about"}, "about EUR 150 million"),
    "money to the point": ({"value": "1250000000.00", "currency": "USD"}, "USD 1.25 billion"),
    "little money": ({"value": "900", "currency": "USD"}, "USD 900"),
    "many people are not said in millions": ({"value": "1200000"}, "1,200,000"),
    "zero": ({"value": "0"}, "0"),
    "a tenth": ({"value": "0.50"}, "0.5"),
}


@pytest.mark.parametrize("case", NUMBERS)
def test_a_number_is_said_with_how_sure_it_is(case):
    fields, said = NUMBERS[case]
    assert number(figure(**fields)) == said


WHO = {
    "of people": None,
    "of injured civilians": "injured civilians",
    "other people": None,
    "of its employees": "employees",
    "Russian soldiers": "Russian soldiers",
    "wounded": None,
    "officers": "officers",
}


@pytest.mark.parametrize("who", WHO)
def test_who_is_counted_is_said_where_it_says_more_than_the_metric(who):
    assert who_words(who, "injured") == WHO[who]


def test_weapons_are_not_named_twice():
    assert who_words("drones", "drones_intercepted") is None
    assert who_words("buildings", "homes_damaged") is None
    assert who_words("rockets", "missiles_launched") == "rockets"


@pytest.mark.parametrize(
    ("window", "period", "said"),
    [
        (None, None, None),
        ("daily", "over the past day", "in one day"),
        ("cumulative", None, "running total"),
        ("cumulative", "since 15 April", "running total since 15 April"),
        ("cumulative", "since October 7, 2023", "running total since October 7, 2023"),
        ("cumulative", "since the start of the war", "running total since the start of the war"),
        ("cumulative", "this year", "running total this year"),
        ("cumulative", "since February to 200 suspected", "running total"),
        ("cumulative", "since the war began and the village was left by all", "running total"),
        ("cumulative", "between army and militia", "running total"),
    ],
)
def test_a_window_is_said_in_plain_words(window, period, said):
    assert window_words(window, period) == said


# --- what is one row

FOLDED = {
    "the same number of two outlets": ([{}, {"source": "B"}], 1),
    "another number": ([{}, {"value": "13", "source": "B"}], 2),
    "a bound and a count": ([{}, {"qualifier": "at least", "source": "B"}], 2),
    "another metric": ([{}, {"metric": "injured"}], 2),
    "daily and cumulative": ([{"window": "daily"}, {"window": "cumulative"}], 2),
    "cumulative and unsaid": ([{"window": "cumulative"}, {"source": "B"}], 1),
    "daily, cumulative and unsaid": ([{"window": "daily"}, {"window": "cumulative"}, {}], 3),
    "another currency": ([{"currency": "USD"}, {"currency": "EUR"}], 2),
    "few people at two places": ([{"value": "2", "place": "Selm"}, {"value": "2", "place": "Orla"}], 2),
    "few people at a place and in its country": ([{"value": "2", "place": "Kherson"}, {"value": "2", "place": "Ukraine"}], 1),
    "few people at a place and its region": ([{"value": "2", "place": "Darfur"}, {"value": "2", "place": "Darfur region"}], 1),
    "many people at two places": ([{"value": "56", "place": "Selm"}, {"value": "56", "place": "Orla"}], 1),
    "few of two kinds": ([{"value": "2", "who": "officers"}, {"value": "2", "who": "teachers"}], 2),
    "few of a kind and people": ([{"value": "2", "who": "officers"}, {"value": "2", "who": "people"}], 1),
    "a part of another figure": ([{}, {"value": "2", "part": True}], 1),
}  # fmt: skip


@pytest.mark.parametrize("case", FOLDED)
def test_the_same_figure_is_one_row_and_what_differs_is_not(case):
    fields, count = FOLDED[case]
    made = rows(ITEM, [figure(**each) for each in fields])
    assert len(made) == count
    assert sum(len(row.lines) for row in made) == len([each for each in fields if not each.get("part")])


WINDOWS = {
    "nobody says": ([None, None], None),
    "one calls it a total": (["cumulative", None, None], "cumulative"),
    "one of two calls it daily": (["daily", None], None),
    "two of three call it daily": (["daily", None, "daily"], "daily"),
    "the only one calls it daily": (["daily"], "daily"),
}


@pytest.mark.parametrize("case", WINDOWS)
def test_a_row_has_the_window_that_its_outlets_give_it(case):
    stated, window = WINDOWS[case]
    (row,) = rows(ITEM, [figure(window=each, source=str(n)) for n, each in enumerate(stated)])
    assert row.window == window


def test_a_row_names_a_place_and_people_only_where_its_outlets_agree():
    agreed = rows(ITEM, [figure(place="Selm", who="civilians"), figure(source="B"), figure(source="C", place="Selm")])
    assert [row.what for row in agreed] == ["Killed: civilians, Selm"]
    differing = rows(ITEM, [figure(place="Selm", who="civilians"), figure(source="B", place="Orla", who="people")])
    assert [row.what for row in differing] == ["Killed"]
    country = rows(ITEM, [figure(place="Darfur"), figure(source="B", place="Sudan")])
    assert [row.what for row in country] == ["Killed, Sudan"]


def test_rows_of_one_metric_stand_together():
    lines = [figure(), figure(metric="injured"), figure(value="14"), figure(metric="injured", value="30")]
    assert [(row.metric, row.number) for row in rows(ITEM, lines)] == [
        ("killed", "12"),
        ("killed", "14"),
        ("injured", "12"),
        ("injured", "30"),
    ]


def test_an_outlet_is_named_once_for_each_speaker_and_those_in_their_own_name_come_last():
    lines = [figure(), figure(url=RADIO), figure(speaker="a mayor", source="B"), figure(speaker="a mayor", source="C")]
    (row,) = rows(ITEM, lines)
    assert [(voice.speaker, [outlet.source for outlet in voice.outlets]) for voice in row.voices] == [
        ("a mayor", ["B", "C"]),
        (None, ["Example Wire"]),
    ]


def test_one_big_development_does_not_push_out_the_others():
    items = [Item(briefing=BRIEFING, section=section) for section in BRIEFING.developments]
    told = [row for item in items for row in rows(item, [figure(value=str(n)) for n in range(10, 22)])]
    shown = first_rows(told)
    assert len(shown) == ROWS_ON_DAY
    assert [shown.count(row) for row in shown] == [1] * len(shown)
    assert len({row.item.key for row in shown}) == len(items)


def test_the_highest_of_a_metric_is_shown_though_fewer_give_it_and_stands_first():
    lines = [figure(value=str(n), source=source) for n in (12, 13, 14, 15) for source in "ABC"]
    lines += [
        figure(value="25", source="D"),
        figure(value="900", source="E"),
        figure(value="40", source="F", place="Arl"),
    ]
    shown = [row.number for row in first_rows(rows(ITEM, lines))]
    assert shown[0] == "25"  # 900 is another count, 40 are elsewhere
    assert len(shown) == 4


def test_what_two_sides_count_differently_is_shown_before_better_supported_numbers():
    lines = [figure(value=str(n), source=source) for n in (20, 21, 22, 23) for source in "ABC"]
    lines += [
        figure(metric="drones_intercepted", value="29", side="X"),
        figure(metric="drones_intercepted", value="4", side="Y"),
    ]
    shown = [(row.metric, row.number) for row in first_rows(rows(ITEM, lines))]
    assert ("drones_intercepted", "29") in shown
    assert ("drones_intercepted", "4") in shown
    assert len(shown) == 4


# --- the day page


def test_the_day_page_has_one_small_table_of_its_figures(site):
    section = site.page(DAY).find("section", class_="counted")
    assert table(section) == [
        ("What", "How many", "Who says so"),
        ("Ferry port at Selm hit Corrected",),
        (
            "Killed, Selm",
            "12",
            "the harbour master, in Example Wire; Example Post state media, AS, Radio Example",
        ),
        ("Killed", "at least 1,212 running total", "Example Wire"),
        ("Injured", "dozens", "Example Wire"),
        ("Aid in money", "about EUR 1.5 million", "Astria's government, in Example Wire"),
        ("Drones over the coast",),
        ("Drones launched", "30–40", "Example Wire"),
        ("Drones intercepted", "29", "Astria's army, in Example Wire"),
        ("Drones intercepted", "4", "the Selm Front, in Example Post state media, AS"),
    ]
    links = [link["href"] for link in section.find_all("a")]
    assert "#aaa111" in links
    assert "../../../2024/12/29/figures/" in links  # where each of them leads to its report
    assert not [link for link in links if link.startswith("http")]
    assert section.find_next_sibling(class_="unseen") is None


def test_what_an_editor_hid_or_no_longer_cites_is_nowhere(site):
    for path, content in site.files.items():
        if path.startswith(("figures/", "2024/12/29/")):
            assert b'"77"' not in content, path
            assert b"gone.example" not in content, path
            assert b"hid000" not in content, path


def test_a_citation_that_an_editor_moved_takes_its_figures_along(build):
    line = f"- [Selm after the strike]({RADIO}a) — Radio Example, 2024-12-29 11:00 UTC\n"
    end = DAY_29.index("## An editor hid this")
    moved = DAY_29[:end].replace(line, "").rstrip() + "\n" + line + "\n" + DAY_29[end:]
    assert moved.count(line) == 1
    files = {
        **BRIEFINGS,
        "briefings/2024/2024-12-29.md": moved,
        "figures/2024/2024-12-29.jsonl": jsonl(figure(url=RADIO + "a", source="Radio Example", value="15")),
    }
    built = build(files)
    assert [row[0] for row in table(built.page(DAY))] == ["What", "Drones over the coast", "Killed"]
    assert '"development": "2024-12-29#bbb222"' in built.text(DAY + "figures.ndjson")


def test_all_figures_of_a_day_have_a_page_with_every_outlet(site):
    page = site.page(DAY + "figures/")
    assert words(page.h1) == "Figures of Sunday 29 December 2024"
    assert len(page.select("table.figures td b")) == 7


# --- a metric


def test_the_page_of_figures_lists_the_metrics_that_have_any(site):
    page = site.page("figures/")
    assert [words(link) for link in page.select("main .list a")] == [
        "Killed",
        "Drones intercepted",
        "Aid in money",
        "Drones launched",
        "Injured",
    ]
    assert "5 figures, last on 29 December 2024 : The quiet war" in words(page.main)


def test_a_metric_is_shown_across_days_the_newest_first(site):
    page = site.page("figures/killed/")
    assert words(page.h1) == "Killed"
    rows_of = [row for row in table(page) if len(row) == 3][1:]
    assert [row[:2] for row in rows_of] == [
        ("Selm", "12"),
        ("–", "at least 1,212 running total"),
        ("Selm", "10"),
        ("–", "1,200 running total since May"),
        ("–", "3 in one day"),
    ]
    days = [words(cell) for cell in page.select("th[scope=rowgroup]")]
    assert days == [
        "29 December 2024 Ferry port at Selm hit Corrected",
        "28 December 2024 Selm shelled for a second night",
    ]


def test_a_conflict_with_many_figures_and_the_seventh_conflict_have_pages_of_their_own(build):
    lines = [figure(value=str(n)) for n in range(10, 10 + ROWS_SHOWN + 1)]
    lines += [figure(conflict=f"War {n}", value=str(40 + n)) for n in range(CONFLICTS_SHOWN)]
    built = build({**BRIEFINGS, "figures/2024/2024-12-29.jsonl": jsonl(*lines)})
    page = built.page("figures/killed/")
    assert [words(h) for h in page.select("main h2")] == ["The quiet war", *(f"War {n}" for n in range(5)), "Elsewhere"]
    links = [link["href"] for link in page.select("main a")]
    assert "../../figures/killed/quiet-war/" in links
    assert "../../figures/killed/war-5/" in links
    assert "../../figures/killed/war-1/" not in links
    assert len(page.find("section").select("tbody td b")) == ROWS_SHOWN
    own = built.page("figures/killed/quiet-war/")
    assert words(own.h1) == "Killed: The quiet war"
    assert len(own.select("tbody td b")) == ROWS_SHOWN + 1
    assert [words(link) for link in own.select(".kicker a")] == ["Figures", "Killed"]


def test_a_topic_leads_to_its_figures(site):
    links = {words(a): a["href"] for a in site.page("topics/quiet-war/").select("p.facts a")}
    assert links["killed"] == "../../figures/killed/#quiet-war_"
    assert site.page("figures/killed/").find(id="quiet-war_").name == "h2"


def test_every_link_within_the_site_leads_somewhere(site):
    anchors = {path: {tag["id"] for tag in page.find_all(id=True)} for path, page in site.pages.items()}
    broken, checked = [], 0
    for path, page in site.pages.items():
        for link in page.find_all(["a", "link"], href=True):
            parts = urlsplit(link["href"].removeprefix("https://example.org/nightdesk/") or "./")
            if parts.scheme or (path == "404.html" and link["href"].startswith("https:")):
                continue
            absolute = link["href"].startswith("https:")
            target = posixpath.normpath(
                posixpath.join("" if absolute else posixpath.dirname(path), unquote(parts.path))
            )
            target = path if not parts.path else target
            target = target if target in site.files else posixpath.normpath(posixpath.join(target, "index.html"))
            checked += 1
            if target not in site.files or (parts.fragment and parts.fragment not in anchors.get(target, ())):
                broken.append((path, link["href"]))
    assert broken == []
    assert checked > 300


def test_the_sitemap_names_every_page_of_figures(site):
    told = set(re.findall("<loc>https://example.org/nightdesk/(.*?)</loc>", site.text("sitemap.xml")))
    pages = {path.removesuffix("index.html") for path in site.pages if "figures" in path}
    assert pages
    assert pages <= told


def test_an_id_stands_once_in_a_page_and_no_heading_level_is_left_out(site):
    for path, page in site.pages.items():
        ids = [tag["id"] for tag in page.find_all(id=True)]
        assert sorted(ids) == sorted(set(ids)), path
        level = 0
        for heading in page.find_all(["h1", "h2", "h3", "h4"]):
            assert int(heading.name[1]) <= level + 1, (path, heading)
            level = int(heading.name[1])
        for node in page.find_all(attrs={"aria-labelledby": True}):
            assert node["aria-labelledby"] in ids, path


# --- nothing there, something broken, the same again


def test_days_without_figures_and_claims_build_as_before(build):
    built = build(BRIEFINGS)
    assert built.page(DAY).find(class_="counted") is None
    assert built.page(DAY).find(class_="sides") is None
    names = set(built.files)
    assert not {name for name in names if "figures" in name or name.endswith("claims.ndjson")}
    assert DAY + "cite.json" in names
    assert "figures/" not in built.text("index.html")


def test_two_builds_give_the_same_bytes(site, build):
    from tests.site_data.days import CONTENT

    assert build(CONTENT, PYTHONHASHSEED="7").ours == site.ours


def test_a_storys_page_has_its_newest_figures_under_their_days(site):
    page = site.page("stories/2024-12-28-ccc333/")
    heads = [" ".join(th.get_text(" ").split()) for th in page.select("table.figures tbody th")]
    assert heads == [
        "29 December 2024 Ferry port at Selm hit Corrected",
        "28 December 2024 Selm shelled for a second night",
    ]
    assert page.select_one("table.figures tbody td").get_text(" ", strip=True).startswith("Killed")
    assert page.find("a", href="#figures_")


def test_an_outlet_that_names_who_gives_a_number_does_not_stand_in_its_own_name_too():
    lines = (
        figure(speaker="the army"),
        figure(speaker=None),
        figure(speaker=None, source="Radio", url="https://radio.example/b"),
    )
    row = Row(ITEM, lines)
    assert [(voice.speaker, [outlet.source for outlet in voice.outlets]) for voice in row.voices] == [
        ("the army", ["Example Wire"]),
        (None, ["Radio"]),
    ]
    assert [voice.speaker for voice in replace(row, lines=lines[:2]).voices] == ["the army"]
