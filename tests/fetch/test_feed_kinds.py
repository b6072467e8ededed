"""Every kind of feed is read to plain entries: a file each in `tests/data/feeds`, its comment says what is expected."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scrapers.extract.feed import read_feed
from scrapers.model import Feed, FeedKind, FeedReading

FEEDS = Path(__file__).parents[1] / "data" / "feeds"
NOW = datetime(2026, 8, 21, 20, 0, tzinfo=UTC)
ADDRESS = "https://feeds.example/feed"
FORMS = {
    "telegram.html": Feed(url="https://t.me/s/karsk_adm", kind=FeedKind.TELEGRAM),
    "listing.html": Feed(
        url="https://www.ministry.example/en/statements",
        kind=FeedKind.LISTING,
        item="ul.news li.item",
        headline="h3",
        time=".date",
    ),
    "wordpress.json": Feed(url=ADDRESS, kind=FeedKind.WORDPRESS),
    "news-sitemap.xml": Feed(url=ADDRESS, kind=FeedKind.SITEMAP),
}


def reading(name: str) -> FeedReading:
    form = FORMS.get(name, Feed(url=ADDRESS))
    return read_feed((FEEDS / name).read_bytes(), form, url=form.url, content_type=None, now=NOW)


def at(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize("name", sorted(path.name for path in FEEDS.iterdir()))
def test_a_feed_is_read_as_its_first_comment_says(name: str) -> None:
    comment = re.search(r"expect: (.+?)(?: -->|\",)", (FEEDS / name).read_text(encoding="utf-8"))
    assert comment is not None
    said = comment[1].replace('\\"', '"')
    result, count, *notes, first = said.split("; ", said.count("; "))
    found = reading(name)
    expected = (result, int(count.removesuffix(" entries")), first.removeprefix("first: "))
    assert (found.result, len(found.entries), found.entries[0].headline) == expected
    for note in notes:
        assert note in found.detail


def test_an_entry_of_rss_is_plain_text_with_its_address_and_its_time_in_utc() -> None:
    found = reading("rss20.xml")
    first, second, third = found.entries
    assert (found.title, found.language) == ("Ostra Courier", "en-GB")
    assert (first.guid, first.url) == ("courier-1001", "https://courier.example/news/ferry")
    assert first.summary == "The ferry came in on Friday."
    assert first.text == "The ferry came in on Friday.\nIt carried flour\nand medicine."
    assert (first.published, first.authors, first.categories) == (
        at(2026, 8, 21, 11, 20),
        ("Ada Brandt",),
        ("Harbour", "Aid"),
    )
    assert (second.url, second.published) == ("https://courier.example/news/bridge", at(2026, 8, 21, 11))
    assert third.headline == (
        "An entry that has no title gets its headline from the first words of its summary, cut at a word and not…"
    )
    assert third.published is None  # 31 February is no day


def test_an_entry_of_atom_has_its_alternate_link_and_both_its_times() -> None:
    found = reading("atom10.xml")
    first, third = found.entries
    assert (found.title, found.language) == ("The Monitor", "en")
    assert (first.url, first.guid) == ("https://monitor.example/en/a-1", "tag:monitor.example,2026:1")
    assert (first.published, first.updated) == (at(2026, 8, 21, 8), at(2026, 8, 21, 12))
    assert (first.summary, first.text) == ("Quiet for now.", "Quiet for now.\nNo shots were heard.")
    assert (first.authors, first.categories) == (("Lina Orfe",), ("ceasefire",))
    assert third.published == at(2026, 8, 21, 7)
    assert found.detail == "1 with an address that is no http or https"  # the second's was a script


def test_an_entry_of_a_json_feed() -> None:
    first, second = reading("jsonfeed11.json").entries
    assert (first.url, first.published) == ("https://brenn.example/2026/08/convoy", at(2026, 8, 21, 10, 5))
    assert (first.summary, first.text) == ("Guards gave no reason.", "Guards gave no reason.\nThe trucks turned.")
    assert (second.guid, second.headline, second.published) == ("2", "A note without a title.", at(2026, 8, 21, 7))


def test_an_entry_of_wordpress_has_its_time_from_the_gmt_field() -> None:
    first, _ = reading("wordpress.json").entries
    assert (first.published, first.guid) == (at(2026, 8, 21, 2, 10), "https://think.example/?p=9")
    assert first.text == "Key points.\nOne\nTwo"


def test_an_entry_of_a_news_sitemap() -> None:
    first, second = reading("news-sitemap.xml").entries
    assert (first.published, first.updated) == (at(2026, 8, 21, 9), at(2026, 8, 21, 10, 10))
    assert (first.language, first.categories) == ("en", ("Sennet", "repair"))
    assert second.published == at(2026, 8, 21)


def test_a_message_of_telegram_is_its_own_words_not_those_it_answers() -> None:
    found = reading("telegram.html")
    first, second = found.entries
    assert found.title == "Karsk region administration"
    assert first.text == "Night report: three drones were brought down over Karsk.\nNobody was hurt.\n#report"
    assert (first.url, first.published) == ("https://t.me/karsk_adm/102", at(2026, 8, 21, 5, 15))
    assert second.headline == "Shelter opening hours"


def test_an_entry_of_a_listing_is_what_the_form_selects() -> None:
    first, second = reading("listing.html").entries
    assert (first.url, first.published) == ("https://www.ministry.example/en/statements/77", at(2026, 8, 21, 10, 15))
    assert (second.url, second.published) == ("https://www.ministry.example/en/statements/76", at(2026, 8, 20, 15))
