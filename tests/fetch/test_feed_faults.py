"""What is no feed has a name, what is half a feed gives what it has, and nothing in a feed stalls its reader."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from functools import partial

import pytest

from scrapers.bounded import GaveUp, bounded
from scrapers.extract.feed import read_feed
from scrapers.extract.feedtext import paragraphs, snippet
from scrapers.extract.feedtime import feed_time
from scrapers.model import Feed, FeedKind, FeedReading
from scrapers.outcome import Result

NOW = datetime(2026, 8, 21, 20, 0, tzinfo=UTC)
ADDRESS = "https://a.example/feed.xml"


def item(number: int, date: str = "Fri, 21 Aug 2026 10:00:00 GMT", more: str = "") -> str:
    return (
        f"<item><title>Entry {number}</title><link>https://a.example/{number}</link>"
        f"<guid>https://a.example/{number}</guid><pubDate>{date}</pubDate>{more}</item>"
    )


def rss(*items: str, prolog: str = '<?xml version="1.0"?>', tail: str = "</channel></rss>") -> bytes:
    return f'{prolog}<rss version="2.0"><channel><title>A</title>{"".join(items)}{tail}'.encode()


def read(body: bytes, content_type: str | None = None, kind: FeedKind = FeedKind.FEED, **form: str) -> FeedReading:
    return read_feed(body, Feed(url=ADDRESS, kind=kind, **form), url=ADDRESS, content_type=content_type, now=NOW)  # type: ignore[arg-type]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
BOMB = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
POST = {"link": "https://a.example/1", "title": {"rendered": "Post"}, "date_gmt": "2026-08-21T10:00:00"}

#: what came: (bytes, how it is called, entries, a word of the detail)
FAULTS = {
    "nothing": (b"", Result.EMPTY, 0, ""),
    "white space": (b" \n ", Result.EMPTY, 0, ""),
    "a page": (b"<!doctype html><html><body><p>Hello</p></body></html>", Result.NOT_A_FEED, 0, "HTML"),
    "a page with a feed's words": (b"<html><rss version='2.0'></rss></html>", Result.NOT_A_FEED, 0, "HTML"),
    "plain text": (b"Not found\n", Result.NOT_A_FEED, 0, "neither"),
    "an OPML list": (b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', Result.NOT_A_FEED, 0, ""),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Result.NOT_A_FEED, 0, ""),
    "a gzip nobody unpacked": (gzip.compress(rss(item(1))), Result.NOT_A_FEED, 0, ""),
    "a feed without entries": (rss(), Result.EMPTY, 0, "no entries"),
    "a feed cut in its second entry": (rss(item(1), item(2)[:60], tail=""), Result.TRUNCATED, 1, "ends early"),
    "a feed cut before its first entry": (rss()[:50], Result.BROKEN_FEED, 0, ""),
    "an ampersand that is not escaped": (rss(item(1, more="<author>A & B</author>")), Result.OK, 1, "well-formed"),
    "control characters": (rss(item(1).replace("Entry", "En\x0btry\x00"), item(2)), Result.OK, 2, ""),
    "white space before the declaration": (b"\n\n  " + rss(item(1)), Result.OK, 1, ""),
    "a server's warning before it": (b"<br />\n<b>Warning</b>: in line 3\n" + rss(item(1)), Result.OK, 1, ""),
    "a byte order mark": (b"\xef\xbb\xbf" + rss(item(1)), Result.OK, 1, ""),
    "comments behind the end": (rss(item(1), tail="</channel></rss><!-- cached 3 s -->\n"), Result.OK, 1, ""),
    "references to no character": (rss(item(1).replace("Entry", "En&#xD800;&#0;&#99999999;try")), Result.OK, 1, ""),
    "all entries undated": (rss(item(1, ""), item(2, "yesterday")), Result.UNDATED, 2, ""),
    "one entry undated": (rss(item(1), item(2, "yesterday")), Result.OK, 2, ""),
    "all entries in the future": (rss(item(1, "Sat, 21 Aug 2027 10:00:00 GMT")), Result.FUTURE, 1, "2027-08-21"),
    "one entry in the future": (rss(item(1), item(2, "Sat, 21 Aug 2027 10:00:00 GMT")), Result.OK, 2, ""),
    "the same entry twice": (rss(item(1), item(1)), Result.OK, 1, "1 doubled"),
    "one GUID for all": (
        rss(*(item(n).replace(f"<guid>https://a.example/{n}", "<guid>https://a.example/") for n in range(4))),
        Result.OK,
        4,
        "",
    ),
    "an entry without a link": (rss(item(1), "<item><title>No link</title></item>"), Result.OK, 1, "without"),
    "an entry that is a script": (
        rss(item(1), "<item><title>x</title><link>javascript:alert(1)</link></item>"),
        Result.OK,
        1,
        "no http",
    ),
    "a comment of HTML before it": (rss(item(1), prolog="<!-- <html> or <feed> -->"), Result.OK, 1, ""),
    "an entity of HTML's": (rss(item(1).replace("Entry", "En&nbsp;try")), Result.OK, 1, "undefined entity"),
    "elements in capitals": (rss(item(1).replace("item>", "ITEM>").replace("link>", "LINK>")), Result.OK, 1, ""),
    "a link that is none": (rss("<item><title>x</title><link>http://[</link></item>"), Result.EMPTY, 0, "no http"),
    "entities that grow": (rss(item(1, more="<author>&l8;</author>"), prolog=BOMB), Result.BROKEN_FEED, 0, "grows"),
    "an entity from a file": (
        rss(item(1, more="<description>&x;</description>"), prolog=OUTSIDE),
        Result.BROKEN_FEED,
        0,
        "elsewhere",
    ),
    "half a million levels": (rss(item(1), "<a>" * 500_000), Result.BROKEN_FEED, 0, "exhaust"),
    "two hundred thousand attributes": (
        rss(item(1), "<a " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>"),
        Result.BROKEN_FEED,
        0,
        "exhaust",
    ),
    "JSON in ruins": (b'{"version": "1.1", "items": [{"id"', Result.BROKEN_FEED, 0, "JSON"),
    "JSON that is no feed": (b'{"error": "no such thing"}', Result.NOT_A_FEED, 0, ""),
    "JSON a hundred thousand levels deep": (b'{"items":' + b"[" * 100_000, Result.BROKEN_FEED, 0, "exhaust"),
    "JSON Feed of odd types": (
        b'{"items": [1, null, {"url": 5}, {"url": "/1", "title": "T", "tags": 5, "authors": "me"}]}',
        Result.UNDATED,
        1,
        "",
    ),
    "a JSON Feed without items": (b'{"version": "https://jsonfeed.org/version/1", "items": []}', Result.EMPTY, 0, ""),
    "WordPress without posts": (b"[]", Result.EMPTY, 0, ""),
    "WordPress that refuses": (b'{"code":"rest_no_route","message":"No route"}', Result.NOT_A_FEED, 0, "rest_no_route"),
    "WordPress with a local date only": (
        json.dumps([{**POST, "date_gmt": None, "date": "2026-08-21T10:00:00"}]).encode(),
        Result.UNDATED,
        1,
        "",
    ),
    "a list of numbers": (b"[1, 2]", Result.NOT_A_FEED, 0, ""),
    "an index of sitemaps": (
        b"<sitemapindex><sitemap><loc>https://a.example/s1.xml</loc></sitemap></sitemapindex>",
        Result.NOT_A_FEED,
        0,
        "s1.xml",
    ),
    "a sitemap cut short": (
        b"<urlset><url><loc>https://a.example/1</loc><title>T</title><lastmod>2026-08-21</lastmod></url><url><loc>http",
        Result.TRUNCATED,
        1,
        "ends early",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_what_is_wrong_with_a_feed_has_its_name(case: str) -> None:
    body, result, count, word = FAULTS[case]
    found = read(body)
    assert (found.result, len(found.entries)) == (result, count), found.detail
    assert word in found.detail


PAGES = {
    "a listing whose selector matches nothing": (FeedKind.LISTING, {"item": "li.gone"}, Result.EMPTY, "li.gone"),
    "a listing without a selector": (FeedKind.LISTING, {}, Result.NOT_A_FEED, "`item`"),
    "a listing with a broken selector": (FeedKind.LISTING, {"item": "li["}, Result.NOT_A_FEED, "selector"),
    "a channel that shows no preview": (FeedKind.TELEGRAM, {}, Result.NOT_A_FEED, "no public preview"),
}


@pytest.mark.parametrize("case", PAGES)
def test_what_is_wrong_with_a_page_has_its_name(case: str) -> None:
    kind, form, result, word = PAGES[case]
    found = read(b"<!doctype html><ul><li><a href='/1'>One</a></li></ul>", kind=kind, **form)
    assert found.result is result
    assert word in found.detail


def test_a_listing_without_a_time_selector_is_not_called_undated() -> None:
    found = read(b"<!doctype html><ul><li><a href='/1'>One</a></li></ul>", kind=FeedKind.LISTING, item="li")
    assert (found.result, found.entries[0].url) == (Result.OK, "https://a.example/1")


WORDS = "Мир у двері — «Привіт»"
DECLARED = '<?xml version="1.0" encoding="{}"?>'
CHARSETS = {
    "UTF-8, nothing said": ("utf-8", '<?xml version="1.0"?>', None),
    "UTF-8, the header says Latin-1": ("utf-8", '<?xml version="1.0"?>', "text/xml; charset=iso-8859-1"),
    "UTF-8, the header says US-ASCII": ("utf-8", DECLARED.format("utf-8"), "text/xml; charset=us-ascii"),
    "windows-1251, said in the document": ("cp1251", DECLARED.format("windows-1251"), "application/rss+xml"),
    "windows-1251, said in the header": ("cp1251", '<?xml version="1.0"?>', "text/xml; charset=windows-1251"),
    "windows-1251, the header says Latin-1": (
        "cp1251",
        DECLARED.format("windows-1251"),
        "text/xml; charset=iso-8859-1",
    ),
    "windows-1251, nothing said": ("cp1251", '<?xml version="1.0"?>', None),
    "windows-1251, UTF-8 is said": ("cp1251", DECLARED.format("utf-8"), None),
    "UTF-16 with a mark": ("utf-16", DECLARED.format("utf-16"), None),
    "UTF-16 without a mark": ("utf-16-le", DECLARED.format("utf-16"), None),
    "an unknown name is said": ("utf-8", DECLARED.format("klingon"), "text/xml; charset=klingon"),
}


@pytest.mark.parametrize("case", CHARSETS)
def test_the_charset_is_found(case: str) -> None:
    codec, prolog, content_type = CHARSETS[case]
    longer = "<description>" + "Слова про день, міста та людей. " * 20 + "</description>"
    text = rss(item(1, more=longer).replace("Entry 1", WORDS), prolog=prolog).decode()
    found = read(text.encode(codec, "replace"), content_type)
    assert found.entries[0].headline == WORDS


AUTHORS = {
    "an address and a name": ("jane@paper.example (Jane Doe)", ("Jane Doe",)),
    "a name and an address": ("Jane Doe &lt;jane@paper.example&gt;", ("Jane Doe",)),
    "an address alone": ("jane@paper.example", ()),
    "a name alone": ("Jane Doe", ("Jane Doe",)),
}


@pytest.mark.parametrize("case", AUTHORS)
def test_an_author_is_a_name_never_an_address(case: str) -> None:
    text, names = AUTHORS[case]
    (entry,) = read(rss(item(1, more=f"<author>{text}</author>"))).entries
    assert entry.authors == names


def test_a_pictures_words_are_not_the_entrys() -> None:
    picture = '<m xmlns:media="http://search.yahoo.com/mrss/"><media:title>P</media:title><media:description>A picture.'
    (entry,) = read(rss(item(1, more=picture + "</media:description></m>"))).entries
    assert (entry.headline, entry.summary) == ("Entry 1", "")


PARTED = {
    "a standfirst and the article": ("<p>Towns empty</p><p>The river rose.</p>", "Towns empty\nThe river rose."),
    "escaped twice": (
        "&lt;p&gt;Towns empty&lt;/p&gt;&lt;p&gt;It rose.&lt;/p&gt;",
        "Towns empty\nIt rose.",
    ),
    "what only leads on": ("<p>The river rose.</p> <a href='/1'>Continue reading...</a>", ""),
    "one paragraph": ("<p>The river rose.</p>", ""),
    "no paragraph": ("The river <b>rose</b>.", ""),
}


@pytest.mark.parametrize("case", PARTED)
def test_a_summary_keeps_its_paragraphs_for_those_who_read_its_sentences(case: str) -> None:
    markup, text = PARTED[case]
    (entry,) = read(rss(item(1, more=f"<description><![CDATA[{markup}]]></description>"))).entries
    assert entry.text == text
    assert "\n" not in entry.summary


def test_an_address_without_its_scheme_is_not_a_file_beside_the_feed() -> None:
    (entry,) = read(rss("<item><title>T</title><link>www.b.example/1</link></item>")).entries
    assert entry.url == "https://www.b.example/1"


def test_two_halves_of_a_character_become_it() -> None:
    (entry,) = read(rss(item(1).replace("Entry", "&#55357;&#56832; En&#xD83D;&#12;try"))).entries
    assert entry.headline == "\U0001f600 Entry 1"


def test_a_few_broken_bytes_do_not_change_the_charset() -> None:
    text = rss(item(1, more="<description>" + "Слова про день. " * 200 + "</description>").replace("Entry 1", WORDS))
    found = read(text.replace("день".encode(), "де".encode() + b"\xff", 1), "text/xml; charset=utf-8")
    assert found.entries[0].headline == WORDS


TIMES = {
    "RFC 822 with a zone": ("Fri, 21 Aug 2026 14:20:00 +0300", (11, 20)),
    "RFC 822, zone unknown": ("Fri, 21 Aug 2026 14:20:00 -0000", (14, 20)),
    "RFC 822 without a zone": ("Fri, 21 Aug 2026 14:20:00", (14, 20)),
    "RFC 822 without a weekday or seconds": ("21 Aug 2026 14:20 GMT", (14, 20)),
    "RFC 822 with a zone's name": ("Fri, 21 Aug 2026 14:20:00 EST", (19, 20)),
    "a zone's name that RFC 822 does not have": ("Fri, 21 Aug 2026 14:20:00 MSK", (11, 20)),
    "GMT and hours": ("Fri, 21 Aug 2026 14:20:00 GMT+2", (12, 20)),
    "a zone's name that several have": ("Fri, 21 Aug 2026 14:20:00 IST", None),
    "two digits for the year": ("Fri, 21 Aug 26 14:20:00 GMT", (14, 20)),
    "RFC 850": ("Friday, 21-Aug-26 14:20:00 GMT", (14, 20)),
    "asctime": ("Fri Aug 21 14:20:00 2026", (14, 20)),
    "the long month": ("Fri, 21 August 2026 14:20:00 +0000", (14, 20)),
    "another language's month": ("Пт, 21 авг 2026 14:20:00 +0300", (11, 20)),
    "in French": ("21 août 2026 à 14:20", (14, 20)),
    "in Spanish": ("21 de agosto de 2026, 14:20", (14, 20)),
    "the month first, and half a day": ("August 21, 2026 2:20 PM", (14, 20)),
    "half a day in RFC 822": ("Fri, 21 Aug 2026 2:20:00 PM", (14, 20)),
    "the hour after noon": ("August 21, 2026 12:20 p.m.", (12, 20)),
    "the wrong weekday": ("Mon, 21 Aug 2026 14:20:00 GMT", (14, 20)),
    "ISO 8601": ("2026-08-21T14:20:00Z", (14, 20)),
    "ISO 8601 with an offset": ("2026-08-21T14:20:00.123+05:30", (8, 50)),
    "ISO 8601, no colon in the offset": ("2026-08-21T14:20:00+0300", (11, 20)),
    "ISO 8601, no zone": ("2026-08-21T14:20:00", (14, 20)),
    "ISO 8601, basic": ("20260821T142000Z", (14, 20)),
    "a blank for the T": ("2026-08-21 14:20:00 +03:00", (11, 20)),
    "strokes": ("2026/08/21 14:20", (14, 20)),
    "a day alone": ("2026-08-21", (0, 0)),
    "the end of the day before": ("2026-08-20T24:00:00Z", (0, 0)),
    "dots": ("21.08.2026 14:20", (14, 20)),
    "strokes that leave no choice": ("08/21/2026 14:20", (14, 20)),
    "strokes that leave a choice": ("03/05/2026 14:20", None),
    "Japanese": ("2026年8月21日 14:20", (14, 20)),
    "words around it": ("Published on 21 August 2026, 14:20 GMT", (14, 20)),
    "two times": ("21 August 2026, 14:20, updated 15:30", None),
    "a day that does not exist": ("Fri, 31 Feb 2026 10:00:00 GMT", None),
    "an hour that does not exist": ("Fri, 21 Aug 2026 25:00:00 GMT", None),
    "a month that does not exist": ("2026-13-21T14:20:00Z", None),
    "a month alone": ("August 2026", None),
    "a year and a month": ("2026-08", None),
    "a year alone": ("2026", None),
    "a number of seconds": ("1787322000", (14, 20)),
    "words": ("yesterday at 14:20", None),
    "nothing": ("", None),
    "a program's zero": ("Thu, 01 Jan 1970 00:00:00 +0000", None),
    "a year far away": ("0001-01-01T00:00:00+14:00", None),
    "a year before years": ("Mon, 30 Nov -0001 00:00:00 +0000", None),
}


@pytest.mark.parametrize("case", TIMES)
def test_a_time_is_read_or_left_open_never_guessed(case: str) -> None:
    text, clock = TIMES[case]
    assert feed_time(text) == (datetime(2026, 8, 21, *clock, tzinfo=UTC) if clock else None)


SNIPPETS = {
    "markup goes": ("<p>One <b>two</b>.</p><p>Three</p>", "One two. Three"),
    "what is not shown goes with it": ("a<script>alert(1)</script><style>b{}</style>c", "a c"),
    "escaped markup goes": ("&lt;p&gt;One &amp;amp; two&lt;/p&gt;", "One & two"),
    "an escaped script goes": ("a&lt;script&gt;alert(1)&lt;/script&gt;c", "a c"),
    "a sign is no tag": ("5 < 6 & 7 > 3", "5 < 6 & 7 > 3"),
    "space is one blank": ("a\n\t b\u00a0 c", "a b c"),
    "control characters go": ("a\x00\x1b[31mb\u202e", "a[31mb"),
}


@pytest.mark.parametrize("case", SNIPPETS)
def test_a_snippet_is_one_plain_line(case: str) -> None:
    markup, text = SNIPPETS[case]
    assert snippet(markup) == text


def test_a_text_keeps_its_paragraphs() -> None:
    markup = "Lead<p>One <i>two</i> three</p><!-- x --><ul><li>a</li><li>b<script>no</script></li></ul>tail"
    assert paragraphs(markup) == "Lead\nOne two three\na\nb\ntail"
    assert paragraphs("  ") == ""


def test_a_feed_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    # Broken at once for a strict parser, and for a lenient one as good as endless.
    slow = rss(item(1), tail="&" + "<a>" * 600_000 + "</rss>")
    reader = partial(read_feed, feed=Feed(url=ADDRESS), url=ADDRESS, content_type=None, now=NOW)
    found = dict(bounded(reader, [slow, rss(item(1))], seconds=1.5, megabytes=300, workers=1))
    assert isinstance(found[0], GaveUp)
    assert isinstance(found[1], FeedReading)
    assert found[1].result is Result.OK
