"""The sample nights hold together: every link answers, every page reads, nothing in them is a real outlet's."""

from __future__ import annotations

import importlib
import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup

from scrapers import sample
from scrapers.model import Affiliation, Rights, Source

SAMPLE = Path(sample.__file__).parent
NIGHTS = ("2024-12-28", "2024-12-29")
MARK = "<!-- Nightdesk sample: an invented outlet -->"
MODULES = tuple(sorted(path.stem for path in (SAMPLE / "sources").glob("*.py") if path.stem != "__init__"))


@cache
def sources() -> tuple[Source, ...]:
    return tuple(importlib.import_module(f"scrapers.sample.sources.{name}").SOURCE for name in MODULES)


def file_of(url: str, night: str) -> Path:
    """Where the README says that an address is kept; query and fragment do not count."""
    parts = urlsplit(url)
    return SAMPLE / night / parts.netloc / (parts.path.lstrip("/") + ("index.html" if parts.path.endswith("/") else ""))


def status(path: Path) -> int:
    headers = path.with_name(path.name + ".headers")
    found = re.search(r"^:status: (\d{3})$", headers.read_text("utf-8"), re.M) if headers.exists() else None
    return int(found[1]) if found else 200


@cache
def entries(night: str) -> tuple[tuple[str, str], ...]:
    """(link, title) of every entry of the feeds that answer that night."""
    return tuple(
        (entry.link, entry.title)
        for source in sources()
        for feed in source.feeds
        if status(file_of(feed.url, night)) == 200
        for entry in feedparser.parse(file_of(feed.url, night).read_bytes()).entries
    )


@cache
def pages(night: str) -> tuple[Path, ...]:
    return tuple(sorted((SAMPLE / night).rglob("*.html")))


def plain(text: str) -> str:
    """Words only: feeds and pages differ in quotation marks."""
    return " ".join(re.findall(r"\w+", unescape(text)))


@pytest.mark.parametrize("module", MODULES)
def test_every_source_says_that_it_is_a_sample(module: str) -> None:
    loaded = importlib.import_module(f"scrapers.sample.sources.{module}")
    source = loaded.SOURCE
    assert source.sample is True
    assert source.feeds
    assert source.rights_why != Source(name="", feeds=()).rights_why
    assert (loaded.__doc__ or "").strip().count("\n") == 0
    assert source.rights in (Rights.LINK, Rights.PREVIEW) or source.credit, "what may be quoted names its credit line"


@pytest.mark.parametrize("module", MODULES)
def test_no_host_can_be_a_real_outlet(module: str) -> None:
    source = importlib.import_module(f"scrapers.sample.sources.{module}").SOURCE
    for url in (source.homepage, *(feed.url for feed in source.feeds)):
        assert urlsplit(url).netloc.endswith(".example")


def test_folders_are_hosts_of_the_sources_and_nothing_else() -> None:
    known = {urlsplit(feed.url).netloc for source in sources() for feed in source.feeds}
    for night in NIGHTS:
        assert {path.name for path in (SAMPLE / night).iterdir()} == known


def test_pages_and_feeds_link_to_no_real_host() -> None:
    namespaces = {"schema.org", "ogp.me", "api.w.org", "www.w3.org", "purl.org", "search.yahoo.com"}
    found = {
        urlsplit(url).netloc
        for path in SAMPLE.glob("2024-*/**/*")
        if path.is_file()
        for url in re.findall(r"https?://[^\s\"'<>&)]+", path.read_text("utf-8"))
    }
    assert {host for host in found if not host.endswith(".example")} <= namespaces


def test_there_are_outlets_of_several_sides() -> None:
    assert len(sources()) >= 10
    affiliations = {source.affiliation for source in sources()}
    wanted = {"AGENCY", "STATE", "GOVERNMENT", "INDEPENDENT", "PUBLIC", "STATE_FUNDED", "IGO"}
    assert affiliations >= {Affiliation[name] for name in wanted}
    in_ukraine_war = {source.country for source in sources() if "ukraine" in source.party_to}
    assert in_ukraine_war == {"RU", "UA"}
    assert {source.language for source in sources()} >= {"en", "de"}
    assert {source.rights for source in sources()} == set(Rights)


def test_names_feeds_and_hosts_are_told_apart() -> None:
    for key in ("name", "homepage", "feeds"):
        assert len({getattr(source, key) for source in sources()}) == len(sources())


def test_there_are_enough_pages() -> None:
    assert len(pages(NIGHTS[0])) >= 24
    assert len(pages(NIGHTS[1])) >= 20
    assert len(pages(NIGHTS[0])) + len(pages(NIGHTS[1])) >= 44


def test_feeds_are_of_three_kinds_and_well_formed() -> None:
    for night in NIGHTS:
        kinds = []
        for source in sources():
            path = file_of(source.feeds[0].url, night)
            if status(path) != 200:
                continue
            feed = feedparser.parse(path.read_bytes())
            assert not feed.bozo, (path, feed.get("bozo_exception"))
            assert feed.entries
            assert all(entry.get("published_parsed") or entry.get("updated_parsed") for entry in feed.entries), path
            kinds.append(feed.version)
        assert (kinds.count("atom10"), kinds.count("rss10")) == (1, 1)
        assert kinds.count("rss20") == len(kinds) - 2


def test_one_source_refuses_on_the_first_night_and_answers_on_the_second() -> None:
    refused = {
        night: [source.name for source in sources() if status(file_of(source.feeds[0].url, night)) == 403]
        for night in NIGHTS
    }
    assert refused == {NIGHTS[0]: ["Levant Observer"], NIGHTS[1]: []}
    assert MARK in file_of("https://www.levantobserver.example/en/rss.xml", NIGHTS[0]).read_text("utf-8")


@pytest.mark.parametrize("night", NIGHTS)
def test_every_link_of_a_feed_has_its_page_that_night_or_before(night: str) -> None:
    until = NIGHTS[: NIGHTS.index(night) + 1]
    missing = [link for link, _ in entries(night) if not any(file_of(link, day).is_file() for day in until)]
    assert not missing


@pytest.mark.parametrize("night", NIGHTS)
def test_every_page_is_listed_by_a_feed_of_its_night(night: str) -> None:
    assert set(pages(night)) <= {file_of(link, night) for link, _ in entries(night)}


def test_a_feed_still_lists_what_was_there_the_night_before() -> None:
    first, second = ({link for link, _ in entries(night)} for night in NIGHTS)
    assert first & second


@pytest.mark.parametrize("night", NIGHTS)
def test_every_page_is_marked_and_holds_its_headline_and_its_text(night: str) -> None:
    titles = {file_of(link, night): title for link, title in entries(night)}
    for path in pages(night):
        markup = path.read_text("utf-8")
        assert MARK in markup, path
        page = BeautifulSoup(markup, "lxml")
        assert page.title is not None
        headings = [plain(tag.get_text(" ")) for tag in page.find_all("h1")]
        assert any(plain(titles[path]) in heading for heading in headings), path
        assert len(page.get_text(" ").split()) > 180, path


@pytest.mark.parametrize("night", NIGHTS)
def test_what_a_page_says_as_json_is_json(night: str) -> None:
    counts = {True: 0, False: 0}
    for path in pages(night):
        scripts = BeautifulSoup(path.read_bytes(), "lxml").find_all("script", type="application/ld+json")
        counts[bool(scripts)] += 1
        for script in scripts:
            assert json.loads(script.get_text())["@context"]
    assert min(counts.values()) > 5, "some pages carry JSON-LD, some do not"


@pytest.mark.parametrize("module", MODULES)
def test_a_profile_finds_its_places_on_every_page_of_its_source(module: str) -> None:
    source = importlib.import_module(f"scrapers.sample.sources.{module}").SOURCE
    chosen = source.profile
    needed = [one for one in (chosen.container, chosen.standfirst, chosen.byline) if isinstance(one, str)]
    host = urlsplit(source.homepage).netloc
    own = [path for night in NIGHTS for path in pages(night) if host in path.parts]
    assert own
    dropped: set[str] = set()
    for path in own:
        page = BeautifulSoup(path.read_bytes(), "lxml")
        for selector in needed:
            assert page.select(selector), (selector, path)
        dropped |= {selector for selector in chosen.drop if page.select(selector)}
    assert dropped == set(chosen.drop), "what is to be dropped is there to be dropped"


def test_one_outlet_s_json_ld_says_nothing_true_of_its_pages() -> None:
    for path in (path for night in NIGHTS for path in pages(night) if "frontline-mirror.example" in path.parts):
        script = BeautifulSoup(path.read_bytes(), "lxml").find("script", type="application/ld+json")
        assert script is not None
        article = next(part for part in json.loads(script.get_text())["@graph"] if part["@type"] == "Article")
        assert (article["headline"], article["datePublished"][:4]) == ("Hello world!", "2019")


def test_a_headers_file_belongs_to_an_answer_and_holds_names_with_values() -> None:
    found = sorted(SAMPLE.glob("2024-*/**/*.headers"))
    assert found
    for path in found:
        assert path.with_name(path.name.removesuffix(".headers")).is_file(), path
        for line in path.read_text("utf-8").splitlines():
            assert re.fullmatch(r":status: \d{3}|[A-Z][A-Za-z-]+: \S.*", line), (path, line)


def test_the_two_shapes_of_copies_are_among_the_pages() -> None:
    trade = [
        path.read_text("utf-8") for night in NIGHTS for path in pages(night) if "www.defensedesk.example" in path.parts
    ]
    wire = [text for text in trade if re.search(r'class="dl">[^<]+ \(NORTHWIRE\) Dec \d+, 2024<', text)]
    assert len(wire) >= 4
    assert any(re.search(r"<p>- '.+' -</p>", text) for text in wire)
    assert all(re.search(r"<p>[a-z]{2,3}(/[a-z]{2,3})+</p>", text) for text in wire)
    mirrors = [
        path.read_text("utf-8") for night in NIGHTS for path in pages(night) if "frontline-mirror.example" in path.parts
    ]
    assert len(mirrors) == 2
    for text in mirrors:
        source = re.search(r'<a href="([^"]+)"[^>]*>Source link', text)
        assert source is not None
        original = next(file_of(source[1], night) for night in NIGHTS if file_of(source[1], night).is_file())
        assert "Key developments on Dec. 2" in text
        assert "Key developments on Dec. 2" in original.read_text("utf-8")
    assert "Key developments on Dec. 28 – 29:" in mirrors[1]


def test_no_two_pages_share_an_address_across_nights_with_another_text() -> None:
    addresses = [{path.relative_to(SAMPLE / night): path.read_bytes() for path in pages(night)} for night in NIGHTS]
    for address in addresses[0].keys() & addresses[1].keys():
        assert addresses[0][address] == addresses[1][address], address
