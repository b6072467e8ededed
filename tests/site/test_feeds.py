"""What readers, services and mail programs may rely on in every feed."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import feedparser
import jsonschema
import pytest
from bs4 import BeautifulSoup
from lxml import etree

from tests.built_site import ROOT, built_site

HERE = Path(__file__).parent
HOME = "https://example.org/nightdesk/"
ATOM = "{http://www.w3.org/2005/Atom}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
NAMES = ("digest", "developments", "corrections", "topics/black-coast", "places/astria")
# Printable, lines apart; what RSS and Atom are served with decides the type, so only these endings.
ENDINGS = (".rss.xml", ".atom.xml", ".json")


def feeds(built, ending: str) -> dict[str, bytes]:
    return {n: data for n, data in built.files.items() if n.startswith("feeds/") and n.endswith(ending)}


def items(data: bytes) -> list[etree._Element]:
    return list(etree.fromstring(data).iter("item"))


def entries(data: bytes) -> list[etree._Element]:
    return list(etree.fromstring(data).iter(ATOM + "entry"))


def ids_of(data: bytes, ending: str) -> list[str]:
    if ending == ".json":
        return [item["id"] for item in json.loads(data)["items"]]
    return [e.text for e in etree.fromstring(data).iter("guid", ATOM + "id")]


# --- forms


@pytest.mark.parametrize("name", NAMES)
def test_every_feed_comes_as_rss_atom_and_json(name, site):
    for ending in ENDINGS:
        assert f"feeds/{name}{ending}" in site.files
    ids = [e.find(ATOM + "id").text for e in entries(site.files[f"feeds/{name}.atom.xml"])]
    assert [i.find("guid").text for i in items(site.files[f"feeds/{name}.rss.xml"])] == ids
    assert [i["id"] for i in json.loads(site.files[f"feeds/{name}.json"])["items"]] == ids
    assert len(ids) == len(set(ids)) > 0


def test_feedparser_reads_every_feed_without_a_complaint(site):
    for name, data in {**feeds(site, ".rss.xml"), **feeds(site, ".atom.xml")}.items():
        parsed = feedparser.parse(data)
        assert not parsed.bozo, name
        assert parsed.version == ("rss20" if name.endswith(".rss.xml") else "atom10")
        assert parsed.feed.title
        assert parsed.entries or name.startswith("feeds/corrections")


def test_atom_keeps_to_its_schema(site):
    schema = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    for name, data in feeds(site, ".atom.xml").items():
        schema.assertValid(etree.fromstring(data)), name


def test_json_keeps_to_its_schema(site):
    schema = json.loads((HERE / "jsonfeed.schema.json").read_text())
    for data in feeds(site, ".json").values():
        jsonschema.validate(json.loads(data), schema)


# --- what validators do not see


def test_every_address_is_absolute_and_https(site):
    for name, data in {**feeds(site, ".rss.xml"), **feeds(site, ".atom.xml")}.items():
        tree = etree.fromstring(data)
        found = [e.get("href") for e in tree.iter(ATOM + "link")] + [e.text for e in tree.iter("link")]
        bodies = [e.text for e in [*tree.iter(ENCODED), *tree.iter(ATOM + "content")]]
        for body in bodies:
            soup = BeautifulSoup(body, "lxml")
            found += [a["href"] for a in soup.find_all("a", href=True)]
            assert not soup.find_all(["script", "style", "form", "input", "iframe", "svg", "video", "img", "link"])
            assert not [tag for tag in soup.find_all(True) if any(key.startswith("on") for key in tag.attrs)]
        assert [url for url in found if not url.startswith(("https://", "mailto:"))] == [], name
        assert found


def test_no_item_is_empty_and_every_one_has_its_page(site):
    pages = {HOME + path.removesuffix("index.html") for path in site.pages}
    for name, data in feeds(site, ".rss.xml").items():
        for item in items(data):
            assert item.find("link").text.split("#")[0] in pages, name
            body = item.find(ENCODED)
            assert body is None or len(body.text) > 40
            assert re.sub(r"\s+", " ", item.find("description").text).strip()
    for data in feeds(site, ".atom.xml").values():
        for entry in entries(data):
            assert [link.get("rel") for link in entry.iter(ATOM + "link")] == ["alternate"]


def test_items_come_newest_first_and_no_feed_is_older_than_its_items(site):
    for name, data in feeds(site, ".rss.xml").items():
        tree = etree.fromstring(data)
        dates = [parsedate_to_datetime(item.find("pubDate").text) for item in tree.iter("item")]
        assert dates == sorted(dates, reverse=True), name
        changed = [item.find(ATOM + "updated").text for item in tree.iter("item")]
        built = parsedate_to_datetime(tree.find("channel/lastBuildDate").text)
        assert built.isoformat() == max(changed, default=built.isoformat())
        assert all(moment.tzinfo is not None for moment in dates)


def test_no_two_entries_of_a_feed_have_one_time(site):
    for name, data in feeds(site, ".atom.xml").items():
        for part in ("updated", "published"):
            times = [entry.find(ATOM + part).text for entry in entries(data)]
            assert len(times) == len(set(times)), name


def test_every_style_survives_what_readers_and_mail_programs_take_out(site):
    from feedparser.sanitizer import _HTMLSanitizer

    styles = set()
    for data in feeds(site, ".rss.xml").values():
        for item in items(data):
            body = BeautifulSoup(item.find(ENCODED).text, "lxml")
            styles |= {tag["style"] for tag in body.find_all(style=True)}
    keeper = _HTMLSanitizer("utf-8", "text/html")
    lost = {style for style in styles if len(keeper.sanitize_style(style).split(";")) - 1 != len(style.split(";"))}
    assert lost == set()
    assert len(styles) > 10


def test_developments_of_a_day_keep_their_order_where_readers_sort_by_time(site):
    ids = [item.find("guid").text.split(":")[-1] for item in items(site.files["feeds/developments.rss.xml"])]
    assert ids[:3] == ["selm03", "tarn05", "count1"]


def test_no_feed_has_a_byte_order_mark_or_a_long_line(site):
    for name, data in site.files.items():
        if name.startswith("feeds/"):
            assert not data.startswith(b"\xef\xbb\xbf")
            assert name.endswith(".json") or max(map(len, data.split(b"\n"))) < 900, name


def test_rss_names_its_page_itself_its_other_form_its_editor_and_how_often_to_look(site):
    channel = etree.fromstring(site.files["feeds/digest.rss.xml"]).find("channel")
    assert channel.find("link").text == HOME
    links = {link.get("rel"): link.get("href") for link in channel.findall(ATOM + "link")}
    assert links == {"self": HOME + "feeds/digest.rss.xml", "alternate": HOME + "feeds/digest.atom.xml"}
    assert channel.find("managingEditor").text == "editors@example.org (The Nightdesk editors)"
    assert (channel.find("language").text, channel.find("ttl").text) == ("en", "360")
    assert channel.find("item/author").text == "editors@example.org (The Nightdesk editors)"
    assert channel.find("item/guid").get("isPermaLink") == "false"
    topics = channel.findall("item")[0].findall("category")
    assert {topic.get("domain") for topic in topics} == {HOME + "topics/"}


def test_a_site_that_moves_with_its_id_host_set_keeps_every_id(site, tmp_path):
    conf = tmp_path / "moved.py"
    conf.write_text(
        f"import sys\nfrom dataclasses import replace\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        "NIGHTDESK = replace(NIGHTDESK, url='https://new.example.net', id_host='example.org')\n"
    )
    moved = built_site(
        tmp_path, {}, "-s", str(conf), base=HERE / "content", NIGHTDESK_SITEURL="https://new.example.net"
    )
    for name in NAMES:
        for ending in ENDINGS:
            before, after = (built.files[f"feeds/{name}{ending}"] for built in (site, moved))
            assert b"https://new.example.net/" in after
            assert ids_of(after, ending) == ids_of(before, ending) != []


# --- what stands in an item


def test_the_digest_is_the_whole_day(site):
    item = items(site.files["feeds/digest.rss.xml"])[1]
    assert item.find("guid").text == "tag:example.org,2024-12-28:nightdesk:briefing"
    assert parsedate_to_datetime(item.find("pubDate").text).isoformat() == "2024-12-28T23:30:00+00:00"
    body = BeautifulSoup(item.find(ENCODED).text, "lxml")
    assert len(item.find(ENCODED).text.encode()) < 60_000
    page = site.page("2024/12/28/")
    order = [line["id"] for line in page.find_all(id=True)]
    order = re.findall(r"\{#([a-z0-9-]+)\}", (HERE / "content/briefings/2024/2024-12-28.md").read_text("utf-8")) + order
    assert [h2.get_text(" ", strip=True) for h2 in body.find_all("h2")][:-2] == [
        h.get_text(" ", strip=True).removesuffix(" #")
        for h in sorted(page.select("main article.development > :is(h2, h3)"), key=lambda h: order.index(h["id"]))
    ]
    shown = {a["href"] for a in body.find_all("a")}
    assert {a["href"] for a in page.select("main > :is(article, section.of) details li > a[href^=http]")} <= shown
    assert "Coast Herald: robots denied" in body.get_text()
    assert "[state media, RU]" in body.get_text()
    assert body.find("div")["style"]
    assert not BeautifulSoup(item.find("description").text, "lxml").find(["div", "a"])


def test_an_item_of_the_digest_has_a_picture_of_the_size_that_mail_takes(site):
    data = site.files["card.png"]
    size = (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    assert data.startswith(b"\x89PNG")
    assert len(data) < 20_000
    for item in items(site.files["feeds/digest.rss.xml"]):
        (shown,) = item.findall("{http://search.yahoo.com/mrss/}content")
        assert shown.get("url") == HOME + "card.png"
        assert (shown.get("medium"), shown.get("type")) == ("image", "image/png")
        assert (int(shown.get("width")), int(shown.get("height"))) == size
        assert size[0] <= 600


def test_a_development_is_an_item_with_its_id_its_topics_and_its_place(site):
    entry = next(e for e in entries(site.files["feeds/developments.atom.xml"]) if "selm03" in e.find(ATOM + "id").text)
    assert entry.find(ATOM + "id").text == "tag:example.org,2024-12-29:nightdesk:selm03"
    assert entry.find(ATOM + "link").get("href") == HOME + "2024/12/29/#selm03"
    terms = [(c.get("scheme").removeprefix(HOME), c.get("term")) for c in entry.findall(ATOM + "category")]
    assert terms == [
        ("topics/", "black-coast"),
        ("topics/", "shipping"),
        ("topics/", "health-food"),
        ("places/", "astria"),
    ]
    assert entry.find(ATOM + "summary").text.startswith(
        "A ship with 31,000 tonnes of wheat left Port Selm on Sunday, Radio"
    )


def test_a_topics_feed_is_short_and_links_on(site):
    for item in items(site.files["feeds/topics/black-coast.rss.xml"]):
        assert len(item.find(ENCODED).text) < 3000
        assert "read on" in item.find(ENCODED).text


def test_a_hidden_development_is_in_no_feed(site):
    assert not [name for name, data in site.files.items() if b"dam900" in data]


def test_the_list_for_feed_readers_names_every_feed_once(site):
    outlines = etree.fromstring(site.files["feeds/all.opml"]).findall(".//outline[@xmlUrl]")
    listed = [outline.get("xmlUrl").removeprefix(HOME) for outline in outlines]
    assert sorted(listed) == sorted(feeds(site, ".rss.xml"))
    page = site.page("subscribe/")
    links = {a["href"].removeprefix("../") for a in page.find_all("a") if "/feeds/" in a["href"]}
    assert {name for ending in ENDINGS for name in feeds(site, ending)} | {"feeds/all.opml"} == links


# --- corrections, and what time does to a feed

DAY = "Title: A day\nDate: 2024-12-29\nWindow: 2024-12-28 17:30 – 2024-12-29 23:30 UTC\n\n## One {#one11}\n\nIt was.\n"
DATED = {
    "the window's end": (DAY, "2024-12-29T23:30:00+00:00"),
    "a window that ends after midnight": (DAY.replace("12-29 23:30", "12-30 02:10"), "2024-12-30T02:10:00+00:00"),
    "the first run's end of a day that was read twice": (
        DAY.replace("12-29 23:30 UTC", "12-30 04:47 UTC, first published 2024-12-30 02:17 UTC"),
        "2024-12-30T02:17:00+00:00",
    ),
    "no window": (DAY.replace("Window: 2024-12-28 17:30 – 2024-12-29 23:30 UTC\n", ""), "2024-12-29T23:59:00+00:00"),
    "a window that is no time": (DAY.replace("2024-12-29 23:30 UTC", "late"), "2024-12-29T23:59:00+00:00"),
    "a window of another year": (DAY.replace("2024-12-29 23:30", "2042-12-29 23:30"), "2024-12-29T23:59:00+00:00"),
}


@pytest.mark.parametrize("case", DATED)
def test_a_day_is_published_when_its_file_says(case):
    from plugins.dating import published
    from scrapers.briefing_file import parse

    text, expected = DATED[case]
    assert published(parse(text)[0]).isoformat() == expected


@pytest.fixture(scope="module")
def before(build):
    """The site of one plain day."""
    return build({"briefings/2024/2024-12-29.md": DAY})


def test_a_correction_moves_updated_and_nothing_else_and_stands_on_top(before, build):
    text = DAY.replace("\n\nIt", "\n\nCorrection: 2024-12-30: It is not.\n\nIt")
    after = build({"briefings/2024/2024-12-29.md": text})
    for name in ("digest", "developments"):
        (old,), (new,) = (entries(built.files[f"feeds/{name}.atom.xml"]) for built in (before, after))
        for part in ("id", "published", "title"):
            assert old.find(ATOM + part).text == new.find(ATOM + part).text
        assert old.find(ATOM + "updated").text == "2024-12-29T23:30:00+00:00"
        # Early on its day, so that a build on that day gives no time that is still to come.
        assert new.find(ATOM + "updated").text.startswith("2024-12-30T00:")
        first = BeautifulSoup(new.find(ATOM + "content").text, "lxml").p.get_text(" ", strip=True)
        assert first.startswith("Correction, 30 December 2024")
        assert "It is not." in first
    (told,) = entries(after.files["feeds/corrections.atom.xml"])
    assert told.find(ATOM + "id").text == "tag:example.org,2024-12-29:nightdesk:one11:correction:2024-12-30"


def test_a_headline_or_prose_reworded_keeps_the_id_and_the_dates_and_a_preview_too(before, build):
    text = DAY.replace("## One", "## Quite another").replace("It was", "It was so")
    after = build({"briefings/2024/2024-12-29.md": text}, NIGHTDESK_SITEURL="https://preview.example.net")
    for name in ("digest", "developments"):
        (old,), (new,) = (entries(built.files[f"feeds/{name}.atom.xml"]) for built in (before, after))
        for part in ("id", "published", "updated"):
            assert old.find(ATOM + part).text == new.find(ATOM + part).text
    assert new.find(ATOM + "title").text == "Quite another"
    assert new.find(ATOM + "link").get("href") == "https://preview.example.net/2024/12/29/#one11"


def test_a_hub_is_named_in_every_form_once_it_is_set(build):
    built = build({"briefings/2024/2024-12-29.md": DAY}, NIGHTDESK_HUB="https://hub.example.org/")
    for ending in (".rss.xml", ".atom.xml"):
        links = etree.fromstring(built.files["feeds/digest" + ending]).iter(ATOM + "link")
        assert "https://hub.example.org/" in [link.get("href") for link in links if link.get("rel") == "hub"]
    assert json.loads(built.files["feeds/digest.json"])["hubs"][0]["url"] == "https://hub.example.org/"


@pytest.fixture(scope="module")
def months(build):
    """Sixty days, one development each."""
    files = {}
    for n in range(60):
        day = date(2024, 1, 1) + timedelta(days=n)
        text = DAY.replace("2024-12-29", str(day)).replace("2024-12-28", str(day - timedelta(days=1)))
        files[f"briefings/2024/{day}.md"] = text.replace("\n\nIt", "\n\nTopics: Fog\n\nIt")
    return files, build(files)


def test_older_weeks_of_the_digest_are_archived_and_chained_and_no_day_is_in_two(months):
    _, built = months
    for form in ("rss", "atom"):
        seen: list[str] = []
        name = f"feeds/digest.{form}.xml"
        while name:
            tree = etree.fromstring(built.files[name])
            seen += [e.text for e in tree.iter("guid")] or [e.find(ATOM + "id").text for e in tree.iter(ATOM + "entry")]
            links = {link.get("rel"): link.get("href") for link in tree.iter(ATOM + "link")}
            archived = tree.find(".//{http://purl.org/syndication/history/1.0}archive") is not None
            assert archived == ("archive/" in name) == ("current" in links)
            name = links.get("prev-archive", "").removeprefix(HOME)
        assert len(seen) == len(set(seen)) == 60
        assert seen == sorted(seen, reverse=True)


def test_the_current_digest_holds_seven_to_thirteen_days(months):
    assert 7 <= len(items(months[1].files["feeds/digest.rss.xml"])) <= 13


def test_a_new_day_touches_only_the_feeds_it_is_in(months, build):
    files, before = months
    text = (
        files["briefings/2024/2024-02-29.md"].replace("2024-02-29", "2024-03-01").replace("Topics: Fog", "Topics: Ice")
    )
    after = build({**files, "briefings/2024/2024-03-01.md": text})
    changed = {n for n, data in after.files.items() if n.startswith("feeds/") and before.files.get(n) != data}
    assert {re.sub(r"\.(rss\.xml|atom\.xml|json)$", "", name) for name in changed} == {
        "feeds/digest",
        "feeds/developments",
        "feeds/topics/ice",
        "feeds/all.opml",
    }


def test_a_topic_that_is_called_like_a_place_is_one_tag(build):
    day = (
        "Title: A day\nDate: 2024-01-01\n\n## One {#one111}\n\nTopics: Selm\nPlace: Selm\n\n"
        "- [One](https://e.example/1) — Wire, 2024-01-01 10:00 UTC\n"
    )
    items = json.loads(build({"briefings/2024/2024-01-01.md": day}).text("feeds/developments.json"))["items"]
    assert [item["tags"] for item in items] == [["Selm"]]
