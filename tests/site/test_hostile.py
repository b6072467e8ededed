"""What strangers write is text: no headline, source, place or prose makes markup, on a page or in a feed."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from lxml import etree

from scrapers.passage import Passage, written
from scrapers.text import line
from tests.site.browser import served, visiting

VECTORS = json.loads((Path(__file__).parent / "hostile.json").read_text(encoding="utf-8"))
PER_DAY = 40

# What the theme and the cleaned prose may hold; anything else came from a stranger.
TAGS = set(
    "html head meta title link style script body article a p strong em b header nav main footer section h1 h2 h3 h4 ol ul li "
    "bdi div span time details summary code pre blockquote cite br table caption thead tbody tr th td hr small".split()
)
ATTRIBUTES = set(
    "href cite rel id class dir lang role title datetime content name property charset type start tabindex http-equiv "
    "aria-label aria-labelledby scope colspan".split()
)
IN_FEEDS = set("body div p a b span h2 h3 h4 em strong ul ol li blockquote code pre br".split())
# Of the one page with a form and a script of ours.
OF_MISSING = set("form label input button".split())
OF_SEARCH = set("form label input select option button noscript".split())
ATTRIBUTES_OF_SEARCH = set("for name value type action autocomplete aria-describedby hidden src data-years".split())
OF_FEEDS = {"href", "style", "rel", "lang", "dir"}


def one_line(text: str) -> str:
    return re.sub(r"[\r\n]+", " ", text)


def address(text: str) -> str:
    return re.sub(r"[()\s]", "%20", text)


def escaped(text: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", text)


def quoted(text: str) -> str:
    """A passage as the night writes it."""
    return written(Passage(text=line(text) or "x", source=line(text) or "x", url="https://example.org/a", label="x"))


def hostile_day(day: date, vectors: list[str]) -> str:
    """A briefing in which every vector stands in every place where the words of a stranger may stand."""
    first, second, third = (one_line(vectors[n % len(vectors)]) for n in range(3))
    pieces = [
        f"Title: {first}\nDate: {day}\nWindow: {second}\nSummary: {third}\nNote: {first}\n",
        f"{vectors[0]}\n",
    ]
    for n, raw in enumerate(vectors):
        text = one_line(raw)
        pieces.append(
            f"## {text} {{#v{n:02d}}}\n\nTopics: {text}\nPlace: {text}\nKind: {text}\nChange: {text}\nNote: {text}\n"
            f"Correction: {day}: {text}\n\n{raw}\n\nThey said {text} and "
            f"[{text}](https://example.org/{address(text)}).\n\n{quoted(text)}\n\n"
            f"> {text}\n> — [{escaped(text)}](https://example.org/{address(text)}) · {text} · in French\n\n"
            f"- Killed: {text} ({text}, by [{escaped(text)}](https://example.org/{address(text)}))\n\n"
            f"- [{escaped(text)}](https://example.org/{address(text)}) — {text} via {text} · "
            f"{text}, {day} 10:00 UTC\n"
        )
    pieces.append(f"## {first}\n\n{vectors[0]}\n")
    pieces.append("## What we could not see\n\n" + "".join(f"- {one_line(v)}\n" for v in vectors))
    return "\n".join(pieces)


@pytest.fixture(scope="module")
def hostile(build):
    files = {}
    for n in range(0, len(VECTORS), PER_DAY):
        day = date(2024, 1, 1) + timedelta(days=n // PER_DAY)
        files[f"briefings/2024/{day}.md"] = hostile_day(day, VECTORS[n : n + PER_DAY])
    files["topics/fog.md"] = f"Name: {one_line(VECTORS[0])}\nAliases: fog\n\n{VECTORS[0]}\n\n{VECTORS[10]}\n"
    files["pages/about.md"] = "Title: <script>pwn()</script>\n\n" + "\n\n".join(VECTORS)
    return build(files)


def strange(soup: BeautifulSoup, tags: set[str], attributes: set[str]) -> list[str]:
    found = []
    for tag in soup.find_all(True):
        if tag.name not in tags or (tag.name == "script" and tag.get("type") != "application/ld+json"):
            found.append(str(tag)[:120])
        for name, value in tag.attrs.items():
            address = str(value).strip().casefold()
            safe = (
                name != "href" or address.startswith(("https://", "http://", "mailto:", "#", "/", ".")) or not address
            )
            if name not in attributes or not safe:
                found.append(f"{tag.name} {name}={str(value)[:80]}")
    return found


def test_no_page_holds_an_element_or_an_attribute_that_is_not_ours(hostile):
    assert len(hostile.pages) > 100
    for path, page in hostile.pages.items():
        own = {"href", "rel", "id", "title", "scope"} if path == "about/index.html" else set()
        if path == "search/index.html":
            (script,) = page.find_all("script")
            assert script.extract().attrs == {"type": "module", "src": "../search/search.js"}
            assert strange(page, TAGS | OF_SEARCH, ATTRIBUTES | ATTRIBUTES_OF_SEARCH) == []
            continue
        if path == "404.html":
            assert strange(page, TAGS | OF_MISSING, ATTRIBUTES | ATTRIBUTES_OF_SEARCH | {"method"}) == []
            continue
        assert strange(page, TAGS, ATTRIBUTES | own) == [], path


def test_the_vectors_are_really_there_as_text(hostile):
    shown = " ".join(page.main.get_text() for path, page in hostile.pages.items() if path.startswith("2024"))
    assert shown.count("<script>pwn()</script>") > 100
    assert shown.count("onerror=pwn()") > 100


def test_a_hostile_passage_stands_word_for_word(hostile):
    blocks = [
        block for path, page in hostile.pages.items() if path.startswith("2024/") for block in page.select(".passage")
    ]
    shown = {line(block.p.get_text()) for block in blocks if block.p}
    assert {line(vector) for vector in VECTORS if line(vector)} <= shown


def test_every_hostile_day_is_whole(hostile):
    days = [page for path, page in hostile.pages.items() if path.startswith("2024/") and "evidence/" not in path]
    worded = [vector for vector in VECTORS if line(vector)]
    assert sum(len(page.select("article.development")) for page in days) == len(worded) > 380
    for page in days:
        ids = [tag["id"] for tag in page.find_all(id=True)]
        assert len(ids) == len(set(ids))


def test_structured_data_cannot_end_its_script(hostile):
    types = Counter()
    for path, page in hostile.pages.items():
        scripts = page.find_all("script", type="application/ld+json")
        for script in scripts:
            data = json.loads(script.string)
            types[data["@type"]] += 1
            assert len(script.string.encode()) < 3_000, path
        if path != "search/index.html":
            assert hostile.text(path).count("</script") == len(scripts), path
    assert {"NewsArticle", "WebSite", "CollectionPage", "Dataset"} <= set(types)
    assert types["NewsArticle"] > 5


def test_every_feed_stays_valid_and_its_html_safe(hostile):
    feeds = [name for name in hostile.files if name.startswith("feeds/") and name.endswith(".xml")]
    assert len(feeds) > 500
    for name in feeds:
        etree.fromstring(hostile.files[name])
    # feedparser takes a tenth of a second each, so of the feeds of topics and places every fortieth is read.
    for name in [name for name in feeds if name.count("/") == 1] + feeds[::40]:
        parsed = feedparser.parse(hostile.files[name], sanitize_html=False, resolve_relative_uris=False)
        assert not parsed.bozo, name
        for entry in parsed.entries:
            html = entry.content[0].value if "content" in entry else entry.summary
            soup = BeautifulSoup(f"<body>{html}</body>", "lxml").body
            assert strange(soup, IN_FEEDS, OF_FEEDS) == [], name
            assert not re.search(r"[<>]", entry.title), name
            assert not re.search(r"<", entry.summary), name
            assert len(entry.title) <= 90


def test_no_item_and_no_line_of_a_feed_is_too_long(hostile):
    for name, data in hostile.files.items():
        if name.startswith("feeds/") and name.endswith(".xml"):
            assert max(map(len, data.split(b"\n"))) < 900, name
            items = etree.fromstring(data).iter("{http://purl.org/rss/1.0/modules/content/}encoded")
            assert all(len((item.text or "").encode()) < 60_000 for item in items), name


def test_the_json_feeds_can_be_read_and_say_the_same(hostile):
    feed = json.loads(hostile.files["feeds/digest.json"])
    assert len(feed["items"]) >= 7
    for item in feed["items"]:
        assert strange(BeautifulSoup(item["content_html"], "lxml").body, IN_FEEDS, OF_FEEDS) == []
        assert unescape(item["title"]).count("<") == 0


def kind_of(path: str) -> str:
    """The same for pages that one template makes of different days, topics and outlets."""
    return re.sub(r"^(topics|places|stories|sources)/[^/]+/", r"\1/x/", re.sub("[0-9]+", "0", path))


def test_in_a_browser_no_page_runs_a_strangers_word_asks_anybody_else_or_grows_wider_than_a_phone(hostile, chromium):
    of_kind = {kind_of(path): path for path in sorted(hostile.pages, key=lambda path: len(hostile.files[path]))}
    faults = []
    with served(hostile.folder) as here, visiting(chromium, width=320) as visit:
        for path in of_kind.values():
            visit.page.goto(here + path)
            if visit.page.evaluate("document.documentElement.scrollWidth") > 320:
                faults.append(f"{path} is wider than its screen")
        faults += [
            told for told in visit.complaints if "favicon.svg" not in told
        ]  # the lost page's, under another address
        faults += [url for url in visit.asked if not url.startswith(here) and "favicon.svg" not in url]
    assert len(of_kind) > 15
    assert faults == []


@pytest.mark.parametrize(
    "scheme",
    [
        "javascript:alert`1`",
        "JavaScript:alert`1`",
        "data:text/html;base64,PHN",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://x.example/a",
    ],
)
def test_a_citation_of_no_web_page_leads_nowhere(build, scheme):
    day = f"Title: A day\nDate: 2024-01-01\n\n## One {{#one111}}\n\n- [It did]({scheme}) — Wire, 2024-01-01 10:00 UTC\n"
    built = build({"briefings/2024/2024-01-01.md": day})
    links = {str(tag.get("href")) for page in built.pages.values() for tag in page.find_all(href=True)}
    assert not [link for link in links if link.casefold().startswith(scheme.split(":")[0].casefold() + ":")]
    assert not [
        path
        for path, data in built.ours.items()
        if path.endswith((".json", ".xml", ".ics", ".csv")) and scheme.encode() in data
    ]
