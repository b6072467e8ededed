"""The page of a country: by kind of event, by town, as a table, and on one printed sheet."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest

from plugins.areas import COLUMNS, PRINTED, TOWNS, Area
from plugins.downloads import table
from plugins.geography import read_gazetteer
from plugins.site import Site
from scrapers.briefing_file import parse
from scrapers.settings import loads
from tests.built_site import ROOT

SETTINGS = loads('[site]\nname="N"\nurl="https://example.org/n"\nemail="a@b.c"\npublisher="p"')
LAST = date(2024, 12, 30)
PLACES = "Little Selm = Selm | town | UA | -33.44, -5.84\n= Grey Sea | waters | - | -18, 39\n"


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


def day_text(back: int, *sections: str, front: str = "") -> str:
    """A briefing some days before the last; a section is its headline, then fields."""
    day = LAST - timedelta(days=back)
    pieces = [f"Title: Day {day}\nDate: {day}\n{front}"]
    for n, section in enumerate(sections):
        head, _, fields = section.partition("\n")
        pieces.append(f"## {head} {{#id{n:03d}}}\n\n{fields}\n\n- [So](https://example.org/{n}) — Wire, undated\n")
    return "\n".join(pieces)


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    content = tmp_path_factory.mktemp("places")
    (content / "places.txt").write_text(PLACES, encoding="utf-8")
    return read_gazetteer(content)


@pytest.fixture
def area(gazetteer):
    def of(country: str, *days: str) -> Area:
        site = Site(SETTINGS, tuple(parse(text)[0] for text in days))
        return Area(site, next(taxon for taxon in site.places if taxon.name == country), gazetteer)

    return of


def rows(area: Area) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(area.csv())))


# --- by kind


def test_kinds_are_counted_up_to_the_newest_briefing_the_uncertain_last(area):
    strike, other = "A\nPlace: Ukraine\nKind: strike", "B\nPlace: Ukraine"
    made = area("Ukraine", day_text(0, other, other), day_text(6, strike), day_text(7, strike), day_text(30, strike))
    assert [(each.kind, each.short, each.long) for each in made.kinds] == [("Strike", 1, 2), ("Not certain", 2, 2)]
    assert (made.total(7), made.total(30)) == (3, 4)
    assert (made.briefings(7), made.briefings(30)) == (2, 3)


def test_the_days_that_are_counted_end_with_the_last_one_that_tells_of_the_country(area):
    made = area("Ukraine", day_text(0, "A\nPlace: Sudan"), day_text(30, "B\nPlace: Ukraine"))
    assert (made.last, made.total(30), made.briefings(30)) == (LAST - timedelta(days=30), 1, 1)


# --- by town


def test_a_development_counts_once_in_each_town_of_this_country(area):
    places = (
        "A\nPlace: Selm, Ukraine; Oblivion, Ukraine",
        "B\nPlace: selm, Ukraine; Selm, Ukraine",
        "C\nPlace: Selm, Sudan",
    )
    made = area("Ukraine", day_text(0, *places), day_text(3, "D\nPlace: Ukraine"))
    assert [(town.name, town.level, town.developments, town.last) for town in made.towns] == [
        ("Selm", "town", 2, LAST),
        ("Oblivion", "", 1, LAST),
    ]


def test_of_many_towns_the_most_told_of_are_shown(area):
    days = [f"X\nPlace: T{n}, Ukraine; T{n + 1}, Ukraine" for n in range(60)]
    made = area("Ukraine", day_text(0, *days))
    assert (len(made.towns), len(made.towns_shown)) == (61, TOWNS)
    assert {town.developments for town in made.towns_shown} == {2}


# --- the table


def test_every_place_of_a_development_there_is_a_row_with_its_codes(area):
    made = area("Ukraine", day_text(0, "Two, hit\nPlace: Little Selm, Ukraine; Sudan\nKind: strike\nTopics: A b, C"))
    (row,) = rows(made)
    assert tuple(row) == COLUMNS
    assert row == {
        "day": "2024-12-30",
        "headline": "Two, hit",
        "place": "Selm",
        "level": "town",
        "country": "UA",
        "region": "",
        "geonames": "",
        "lat": "-33.44",
        "lon": "-5.84",
        "kind": "strike",
        "topics": "a-b; c",
        "sources": "1",
        "permalink": "https://example.org/n/2024/12/30/#id000",
        "sample": "false",
    }


def test_what_no_list_knows_stands_as_it_is_written_and_a_sea_has_its_point(area):
    days = day_text(0, "A\nPlace: Selm by the Sea, Nowhere", "B\nPlace: Grey Sea", front="Sample: invented\n")
    (nowhere,), (sea,) = rows(area("Nowhere", days)), rows(area("Grey Sea", days))
    assert (nowhere["place"], nowhere["level"], nowhere["lat"]) == ("Selm by the Sea, Nowhere", "", "")
    assert (sea["place"], sea["level"], sea["country"], sea["lat"]) == ("Grey Sea", "waters", "", "-18.0")
    assert nowhere["sample"] == "true"


@pytest.mark.parametrize("text", ['=HYPERLINK("http://evil.example")', "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_a_stranger_is_run_as_a_formula(area, text):
    (row,) = rows(area("Nowhere", day_text(0, f"{text}\nPlace: {text}, Nowhere\nKind: {text}")))
    assert (row["headline"], row["kind"]) == (f"'{text}", f"'{text}")
    assert row["place"].startswith(f"'{text}")


def test_numbers_stay_numbers_and_text_that_looks_like_one_does_not():
    assert (
        table(("a", "b"), [(-1.5, "-1.5"), (True, None), ("a\nb", 0)]) == 'a,b\r\n-1.5,\'-1.5\r\ntrue,\r\n"a\nb",0\r\n'
    )


# --- the page


@pytest.fixture(scope="module")
def busy(build):
    """Forty days of Astria, one development each and two on the last."""
    files = {}
    for back in range(40):
        sections = ["Hit\nPlace: Selm, Astria\nKind: strike"] * (2 if back == 0 else 1)
        files[f"briefings/2024/{LAST - timedelta(days=back)}.md"] = day_text(back, *sections)
    return build(files)


def test_the_page_has_its_tables_with_captions_and_says_what_they_do_not(busy):
    page = busy.page("places/astria/")
    kinds, towns = page.select("table.counts")
    assert words(kinds.caption) == "Developments by kind of event, up to the last, on 30 December 2024"
    assert [words(th) for th in kinds.thead.find_all("th")] == [
        "Kind",
        "7 days, 7 with a briefing",
        "30 days, 30 with a briefing",
    ]
    assert [[words(cell) for cell in row.find_all(["th", "td"])] for row in kinds.tbody.find_all("tr")] == [
        ["Strike", "8", "31"],
        ["All", "8", "31"],
    ]
    assert words(towns.caption) == "Towns and regions, 21 November to 30 December 2024"
    assert [words(cell) for cell in towns.tbody.tr.find_all(["th", "td"])] == [
        "Selm",
        "not listed",
        "41",
        "30 December",
    ]
    assert "is not the same as calm" in words(page.main)
    assert [link["href"] for link in page.select('a[type="text/csv"]')] == ["../../places/astria/developments.csv"]
    assert busy.text("places/astria/developments.csv").count("\n") == 42


def test_the_newest_headlines_are_printed_and_the_others_are_not(busy):
    page = busy.page("places/astria/")
    shown = [li for li in page.select(".sheet section.told li") if "late" not in li.get("class", ())]
    assert len(shown) == PRINTED < len(page.select(".sheet section.told li"))
    hidden = [section for section in page.select("section.told") if "late" in section.get("class", ())]
    assert all(not [li for li in section.select("li") if li in shown] for section in hidden)
    # Of a day whose headlines are printed in part, the day is printed.
    days = {section.time["datetime"] for section in page.select("section.told") if section not in hidden}
    assert len(days) == 24


def test_a_topic_and_a_year_of_a_place_are_no_sheet(site):
    assert site.page("topics/black-coast/").select(".sheet, .late, table.counts") == []
    assert len(site.page("places/astria/").select(".sheet")) == 1


def test_a_country_not_told_of_lately_says_when_it_last_was(build):
    files = {
        "briefings/2024/2024-12-30.md": day_text(0, "A"),
        "briefings/2024/2024-11-01.md": day_text(59, "B\nPlace: Astria"),
    }
    page = build(files).page("places/astria/")
    assert "Developments by kind of event, up to the last, on 1 November 2024" in words(page.main)


def test_places_are_one_step_from_every_page(site):
    assert all("places/" in page.find_all("footer")[-1].decode() for page in site.pages.values())


def test_print_hides_what_the_sheet_does_not_need_and_never_a_licence_line():
    css = (ROOT / "theme" / "static" / "site.css").read_text(encoding="utf-8")
    assert ".sheet > :not(h1, .by-kind, .told, .credit), .sheet .late { display: none; }" in css
