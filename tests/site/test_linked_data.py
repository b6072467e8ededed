"""What machines read: structured data of every page, in schema.org's words, bounded and once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from plugins.cards import Cards
from plugins.language_marks import Spoken
from plugins.linked_data import DUMPS, LIMIT, LinkedData, octets, within
from plugins.site import Site
from scrapers.places.gazetteer import gazetteer_of
from scrapers.settings import Settings
from tests.built_site import URL
from tests.site_data.days import CONTENT as FIGURES

#: What schema.org lets these types say, of what we use (https://schema.org/docs/full.html).
WORK = set(
    "url name headline description inLanguage image datePublished dateModified isPartOf hasPart publisher citation "
    "correction spatialCoverage temporalCoverage about creator license usageInfo isAccessibleForFree "
    "sourceOrganization text".split()
)
TYPES = {
    "NewsArticle": WORK,
    "Article": WORK,
    "WebSite": WORK,
    "CollectionPage": WORK,
    "CreativeWorkSeries": WORK | {"startDate"},
    "CorrectionComment": WORK,
    "DataCatalog": WORK | {"dataset"},
    "Dataset": WORK | {"distribution", "variableMeasured"},
    "DataDownload": {"encodingFormat", "contentUrl"},
    "Organization": {"name", "email"},
    "Place": {"name", "geo"},
    "Country": {"name"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Thing": {"name"},
}
NEEDED = {
    "NewsArticle": {"headline", "url", "datePublished"},
    "Article": {"name", "url", "publisher"},
    "CorrectionComment": {"text", "datePublished", "url"},
    "Dataset": {"name", "url"},
    "DataDownload": {"encodingFormat", "contentUrl"},
    "GeoCoordinates": {"latitude", "longitude"},
}
#: Which type each kind of page has, by the first part of its path and how many parts it has.
KINDS = {
    r"index\.html": "WebSite",
    r"\d{4}/\d\d/\d\d/index\.html": "NewsArticle",
    r"\d{4}/\d\d/\d\d/figures/index\.html": "Dataset",
    r"stories/\d{4}-\d\d-\d\d-.+/index\.html": "CreativeWorkSeries",
    r"topics/[^/]+/(\d{4}/)?index\.html": "CollectionPage",
    r"places/[^/]+/(\d{4}/)?index\.html": "CollectionPage",
    r"figures/index\.html": "DataCatalog",
    r"figures/[^/]+/([^/]+/)?index\.html": "Dataset",
    r"archive/index\.html": "Dataset",
}


def data_of(page) -> dict | None:
    found = page.find_all("script", type="application/ld+json")
    assert len(found) <= 1
    return json.loads(found[0].string) if found else None


def nodes(value: object) -> Iterator[dict]:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(each)


@pytest.fixture(scope="module")
def counted(build):
    """A site with figures."""
    return build(FIGURES)


@pytest.fixture(scope="module", params=["site", "counted"])
def either(request):
    return request.getfixturevalue(request.param)


def test_every_kind_of_page_has_its_type(site, counted):
    met = set()
    for pages in (site.pages, counted.pages):
        for path, page in pages.items():
            kind = next((each for each in KINDS if re.fullmatch(each, path)), None)
            moved = page.find("meta", attrs={"http-equiv": "refresh"})
            data = None if moved else data_of(page)
            assert (data and data["@type"]) == (KINDS[kind] if kind and not moved else None), path
            met.add(kind)
    assert met >= set(KINDS)


def test_every_name_is_schema_orgs_and_every_value_is_of_its_form(either):
    for path, page in either.pages.items():
        data = data_of(page)
        if data is None:
            continue
        assert data["@context"] == "https://schema.org"
        for node in nodes(data):
            names = set(node) - {"@context", "@type"}
            assert names <= TYPES[node["@type"]], (path, node)
            assert names >= NEEDED.get(node["@type"], set()), (path, node)
            assert "@context" not in node or node is data
            for name in names & {"url", "contentUrl", "image", "usageInfo"}:
                assert re.match(r"https?://[^\s/]+/", node[name]), (path, node[name])
            for name in names & {"datePublished", "dateModified", "startDate"}:
                assert datetime.fromisoformat(node[name])
            assert all(value not in ("", [], {}, None) for value in node.values()), (path, node)


def test_nothing_is_told_twice_and_all_is_small(either):
    for path, page in either.pages.items():
        data = data_of(page)
        if data is None:
            continue
        assert octets(data) <= LIMIT + 100, path
        assert len(page.find("script").string.encode()) == octets(data)
        for node in nodes(data):
            for name in ("citation", "correction", "spatialCoverage", "hasPart", "distribution"):
                told = [json.dumps(each) for each in node.get(name, [])] if isinstance(node.get(name), list) else []
                assert len(told) == len(set(told)), (path, name)


def test_what_is_told_leads_to_what_is_there(either):
    """An address of ours leads to a page; one that is cited stands on the page of its day."""
    cited = {link["href"] for page in either.pages.values() for link in page.main.find_all("a", href=True)}
    for path, page in either.pages.items():
        for node in nodes(data_of(page) or {}):
            url = node.get("url") or node.get("contentUrl") or f"{URL}/"
            if not url.startswith(URL):
                assert url in cited, path
                continue
            file, _, fragment = url.removeprefix(f"{URL}/").partition("#")
            target = file + "index.html" if not file or file.endswith("/") else file
            assert target in either.files, (path, url)
            assert not fragment or either.pages[target].find(id=fragment), (path, url)


def test_a_day_tells_its_places_its_corrections_and_its_leading_articles(site):
    data = data_of(site.page("2024/12/28/")), data_of(site.page("2024/12/29/"))
    corrections = [each for day in data for each in day.get("correction", ())]
    shown = " ".join(page.get_text() for path, page in site.pages.items() if path.startswith("2024/"))
    assert corrections
    assert all(each["text"] in " ".join(shown.split()) for each in corrections)
    assert {each["publisher"]["name"] for day in data for each in day["citation"]}
    first = site.page("2024/12/29/evidence/").select_one("li.report a")["href"]
    assert data[1]["citation"][0]["url"] == first


def test_a_place_has_its_point_where_the_gazetteer_has_one():
    whole = Site(Settings(name="Q", url="https://example.org", email="a@example.org", publisher="Us"), ())
    gazetteer = gazetteer_of("")
    linked = LinkedData(whole, gazetteer, Spoken(), Cards(whole, gazetteer, {}))
    assert linked.place("Kharkiv, Ukraine")["geo"]["latitude"] == pytest.approx(49.98, abs=0.1)
    assert linked.place("Ukraine") == {"@type": "Country", "name": "Ukraine"}
    assert linked.place("Tornavel") == {"@type": "Place", "name": "Tornavel"}


def test_places_are_on_the_earth(counted, site):
    places = [
        node
        for built in (counted, site)
        for page in built.pages.values()
        for node in nodes(data_of(page) or {})
        if node.get("@type") in ("Place", "Country")
    ]
    assert places
    for place in places:
        if "geo" in place:
            assert -90 <= place["geo"]["latitude"] <= 90
            assert -180 <= place["geo"]["longitude"] <= 180


def test_a_dataset_names_its_days_its_files_and_who_made_it(counted):
    sets = [data for page in counted.pages.values() if (data := data_of(page)) and data["@type"] == "Dataset"]
    assert len(sets) > 3
    for told in sets:
        first, _, last = told["temporalCoverage"].partition("/")
        assert date.fromisoformat(first) <= date.fromisoformat(last or first)
        assert 50 <= len(told["description"]) <= 5000  # what Google's dataset search asks for
        assert told["creator"]["name"]
        assert told["distribution"]
        assert "license" not in told  # site.toml gives none
    assert any({"text/csv", "application/json"} == {f["encodingFormat"] for f in told["distribution"]} for told in sets)


def test_a_list_is_cut_where_the_room_ends():
    many = [{"@type": "Place", "name": f"Place {n}"} for n in range(500)]
    for limit in (60, 400, 2_900):
        made = within({"@type": "Thing"}, "spatialCoverage", iter(many), limit)
        assert octets(made) <= limit
        assert octets(made) > limit - 60 or "spatialCoverage" not in made
    assert within({"a": 1}, "b", [], 100) == {"a": 1}


def test_letters_are_not_written_as_six_signs_and_no_tag_survives():
    assert DUMPS["ensure_ascii"] is False
    assert octets({"a": "Ж"}) == len('{"a":"Ж"}'.encode())
    assert octets({"a": "</script>"}) > len('{"a":"</script>"}')
