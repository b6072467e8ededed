"""What is read out of a page, and what is left."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from scrapers.extract.body import second_opinion
from scrapers.extract.page import read_page, text_as_shown
from scrapers.extract.pieces import pieces_of
from scrapers.model import Profile, Reading
from scrapers.outcome import Result

PAGES = Path(__file__).parents[1] / "data" / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
URL = "https://news.example/2024/05/06/bridge"


def read(name: str, profile: Profile | None = None) -> Reading:
    return read_page((PAGES / f"{name}.html").read_bytes(), url=URL, profile=profile)


def seen(reading: Reading) -> dict[str, Any]:
    """A reading in the words of the expectation files."""
    line, origin = reading.dateline, reading.origin
    return {
        **asdict(reading),
        "authors": list(reading.authors),
        "byline": list(reading.byline),
        "captions": list(reading.captions),
        "published": reading.published.isoformat() if reading.published else None,
        "updated": reading.updated.isoformat() if reading.updated else None,
        "dateline": [line.place, line.agency, line.date.isoformat() if line.date else None] if line else None,
        "origin": [origin.name, origin.evidence] if origin else None,
        "kinds": [block.kind for block in reading.blocks],
        "text": [block.text for block in reading.blocks],
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_page_says_what_its_expectation_says(name: str) -> None:
    wanted = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    got = seen(read(name))
    assert {key: got[key] for key in wanted} == wanted


def test_the_text_is_its_blocks() -> None:
    reading = read("split-body")
    assert reading.text == "\n".join(block.text for block in reading.blocks)


def test_the_text_as_shown_has_the_dateline_in_its_place() -> None:
    reading = read("consent-between")
    assert "Aldermoor (dpa) - " not in reading.text
    assert "\nAldermoor (dpa) - Der Rat der Stadt" in text_as_shown(reading)


ARTICLE = "".join(
    f"<p>Paragraph {number} says that the ferry left on time and came back with the mail of the day.</p>"
    for number in ("one", "two", "three", "four")
)


def of(head: str = "", body: str = ARTICLE, url: str = URL) -> Reading:
    page = f"<html><head>{head}</head><body><article><h1>The ferry is back</h1>{body}</article></body></html>"
    return read_page(page.encode(), url=url)


def ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


#: head of the page: the date it was published, as ISO 8601 with the publisher's own offset
PUBLISHED = {
    "JSON-LD": (ld('"datePublished": "2024-05-06T18:30:15+02:00"'), "2024-05-06T18:30:15+02:00"),
    "JSON-LD before meta": (
        ld('"datePublished": "2024-05-06T18:30:00+02:00"') + meta("article:published_time", "2024-05-01T00:00:00Z"),
        "2024-05-06T18:30:00+02:00",
    ),
    "meta": (meta("article:published_time", "2024-05-06T18:30:00+0200"), "2024-05-06T18:30:00+02:00"),
    "never the date of an update": (ld('"dateModified": "2024-05-06T18:30:00+02:00"'), None),
    "a date that does not exist": (ld('"datePublished": "2024-02-31T18:30:00+02:00"'), None),
    "milliseconds and Z": (ld('"datePublished": "2024-05-06T18:30:00.123Z"'), "2024-05-06T18:30:00+00:00"),
    "a day, and a meta that tells its hour": (
        ld('"datePublished": "2024-05-06"') + meta("article:published_time", "2024-05-06T18:30:00+02:00"),
        "2024-05-06T18:30:00+02:00",
    ),
    "no zone, and a meta with the same clock and one": (
        ld('"datePublished": "2024-05-06T18:30:00"') + meta("article:published_time", "2024-05-06T18:30:00+02:00"),
        "2024-05-06T18:30:00+02:00",
    ),
    "no zone at all is read as UTC": (ld('"datePublished": "2024-05-06 18:30"'), "2024-05-06T18:30:00+00:00"),
    "RFC 822": (meta("article:published_time", "Mon, 06 May 2024 18:30:00 +0200"), "2024-05-06T18:30:00+02:00"),
    "in words, with a zone's name": (
        meta("article:published_time", "May 6, 2024 6:30 PM EDT"),
        "2024-05-06T18:30:00-04:00",
    ),
    "seconds since 1970": (meta("article:published_time", "1715013000"), "2024-05-06T16:30:00+00:00"),
    "<time> last": ('<time datetime="2024-05-06T18:30:00+02:00">Monday</time>', "2024-05-06T18:30:00+02:00"),
    "nothing": ("", None),
    "no date": (meta("article:published_time", "yesterday"), None),
    "the publisher's offset is not turned into another": (
        ld('"datePublished": "2024-05-06T00:10:00+05:45"'),
        "2024-05-06T00:10:00+05:45",
    ),
}


#: a line below the headline: the date it shows
SHOWN = {
    "6 May 2024": "2024-05-06T00:00:00+00:00",
    "Published: May 6, 2024, 6:30 PM": "2024-05-06T18:30:00+00:00",
    "erstellt: 06. Mai 2024, 18:30 Uhr": "2024-05-06T18:30:00+00:00",
    "06.05.2024 | 18:30": "2024-05-06T18:30:00+00:00",
    "6 мая 2024, 18:30": "2024-05-06T18:30:00+00:00",
    "2024年5月6日 18時30分": "2024-05-06T18:30:00+00:00",
    "Updated: 6 May 2024": None,
    "Aldermoor (AFP) May 6, 2024": None,
    "6 May": None,
    "Sections: 2024": None,
}


@pytest.mark.parametrize("line", SHOWN)
def test_a_date_that_only_the_page_shows_is_read(line: str) -> None:
    found = of(body=f"<div>{line}</div>{ARTICLE}").published
    assert (found.isoformat() if found else None) == SHOWN[line]


def test_the_time_above_the_headline_is_another_storys() -> None:
    teaser = "<div><a href='/x'>Other</a> <time datetime='2024-01-01T00:00:00Z'>1 January</time></div>"
    page = f"<html><body>{teaser}<h1>The ferry is back</h1><time datetime='2024-05-06T18:30:00Z'></time>{ARTICLE}</body></html>"
    found = read_page(page.encode(), url=URL).published
    assert found is not None
    assert found.isoformat() == "2024-05-06T18:30:00+00:00"


@pytest.mark.parametrize("case", PUBLISHED)
def test_reads_when_it_was_published(case: str) -> None:
    head, wanted = PUBLISHED[case]
    found = of(head).published
    assert (found.isoformat() if found else None) == wanted


#: head of the page, opening of the body: people
AUTHORS = {
    "people of JSON-LD": (
        ld('"author": [{"@type": "Person", "name": "Ida Reed"}, {"name": "Tom Lark"}]'),
        "",
        ("Ida Reed", "Tom Lark"),
    ),
    "one string with several": (
        ld('"author": {"name": "Ida Reed, Tom Lark and Bo Li"}'),
        "",
        ("Ida Reed", "Tom Lark", "Bo Li"),
    ),
    "a person named elsewhere in the graph": (
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "Article", "author": {"@id": "#p1"}}, '
            '{"@type": "Person", "@id": "#p1", "name": "Ida Reed"}]}</script>'
        ),
        "",
        ("Ida Reed",),
    ),
    "the agency is none": (ld('"author": [{"name": "Ida Reed"}, {"name": "AFP"}]'), "", ("Ida Reed",)),
    "a desk is none": (ld('"author": {"name": "News desk"}'), "", ()),
    "the site is none": (ld('"author": {"name": "News Example"}') + meta("og:site_name", "News Example"), "", ()),
    "meta": ('<meta name="author" content="By Ida Reed">', "", ("Ida Reed",)),
    "an address is none": ('<meta property="article:author" content="https://social.example/ida">', "", ()),
    "a byline on the page": ("", "<p class='byline'>By Ida Reed and Tom Lark</p>", ("Ida Reed", "Tom Lark")),
    "a byline with a date": ("", "<div>Ida Reed | 6 May 2024</div>", ("Ida Reed",)),
    "in German": ("", "<p>Von Ida Reed und Tom Lark</p>", ("Ida Reed", "Tom Lark")),
    "a surname in capitals": ("", "<p>By Ida REED</p>", ("Ida Reed",)),
    "none": ("", "", ()),
}


@pytest.mark.parametrize("case", AUTHORS)
def test_reads_the_people_who_wrote_it(case: str) -> None:
    head, opening, wanted = AUTHORS[case]
    reading = of(head, opening + ARTICLE)
    assert reading.authors == wanted
    assert reading.text.startswith("Paragraph one")


#: head of the page: title
TITLES = {
    "the site's name is cut": (
        "<title>The ferry is back | News Example</title>" + meta("og:site_name", "News Example"),
        "The ferry is back",
    ),
    "also in front": (
        ld('"headline": "News Example - The ferry is back again"') + meta("og:site_name", "News Example"),
        "The ferry is back again",
    ),
    "escaped twice": (ld('"headline": "Ferry &amp;amp; mail are back"'), "Ferry & mail are back"),
    "a lone surrogate": (
        ld('"headline": "The ferry \\\\ud83d is back today"').replace("\\\\u", "\\u"),
        "The ferry is back today",
    ),
    "a dash of its own stays": (ld('"headline": "The ferry - what now?"'), "The ferry - what now?"),
    "only the h1": ("", "The ferry is back"),
    "a site's name that the head does not give": (
        meta("og:title", "The ferry is back | Lark Daily"),
        "The ferry is back",
    ),
    "site and author behind stars": (
        meta("og:title", "The ferry is back * Lark Daily * by Ida Reed"),
        "The ferry is back",
    ),
    "a kicker glued to a shared title": (meta("og:title", "RiverThe ferry is back"), "The ferry is back"),
    "a headline that ends alike is another": (
        ld('"headline": "Now even the ferry is back"'),
        "Now even the ferry is back",
    ),
}


@pytest.mark.parametrize("case", TITLES)
def test_reads_the_title(case: str) -> None:
    head, wanted = TITLES[case]
    title = of(head).title
    assert " ".join((title or "").split()) == wanted


def test_a_kicker_within_the_h1_is_not_glued_to_the_headline() -> None:
    h1 = "<h1><span>River</span><span>The mill stands still again</span></h1>"
    page = f"<html><head><title>The mill stands still again</title></head><body><article>{h1}{ARTICLE}</article></body></html>"
    assert read_page(page.encode(), url=URL).title == "The mill stands still again"


#: a line between or below the paragraphs that is the page's
LEAKS = (
    '<p>Read also: <a href="/x">The mill that stood still</a></p>',
    '<p><a href="/x">READ MORE: The mill that stood still</a></p>',
    '<p>Lesen Sie auch: <a href="/x">Die Mühle, die stillstand</a></p>',
    '<p>Les også: <a href="/x">Møllen som sto</a></p>',
    '<p>À lire aussi : <a href="/x">Le moulin</a></p>',
    '<p>Lea también: <a href="/x">El molino</a></p>',
    '<p>Czytaj też: <a href="/x">Młyn</a></p>',
    '<p>Читайте также: <a href="/x">Мельница</a></p>',
    '<p>اقرأ أيضا: <a href="/x">الطاحونة</a></p>',
    '<p>関連記事：<a href="/x">水車小屋</a></p>',
    "<p>Sign up for our free newsletter and get the news of the river every morning.</p>",
    '<div class="newsletter"><p>The best of the river, every week, in one letter that you can trust and enjoy.</p></div>',
    "<p>Advertisement</p>",
    "<p>Reporting by Ida Reed in Aldermoor; Editing by Tom Lark</p>",
    "<p>© 2024 News Example. All rights reserved.</p>",
    "<p>Associated Press writer Tom Lark in Kestrel contributed to this report.</p>",
    "<p>The ferry is back</p>",
    "<p>The ferry in the harbour (Image: Max Fern)</p>",
    '<blockquote class="twitter-tweet"><p>The ferry! The ferry is there, and everybody is on the quay to see it come in.</p></blockquote>',
    "<p>(Visited 12 times, 3 visits today)</p>",
    "<blockquote>The ferry left on time and came back with the mail of the day.</blockquote>",
    "<p>ir/tl</p>",
    '<div style="display: none"><p>This paragraph is hidden and must not be read by anybody at all today.</p></div>',
)


@pytest.mark.parametrize("leak", LEAKS)
def test_what_is_the_pages_own_is_cut(leak: str) -> None:
    wanted = of().text
    assert of(body=ARTICLE + leak).text == wanted
    if "ir/tl" not in leak:
        assert of(body=ARTICLE.replace("</p><p>Paragraph three", f"</p>{leak}<p>Paragraph three")).text == wanted


#: Sentences that begin like the page's own lines and are news.
KEPT = (
    "Two journalists were killed in the strike, the ministry reported on Monday evening.",
    "Heavy fighting was reported from the city of Kestrel, and two roads were closed.",
    "Published in 2019, the report found that the pillars of the bridge were weak.",
    "Sources said that the talks would go on.",
    "More than forty people waited on the quay.",
    "Copyright law was not discussed at the meeting of the two ministers on Monday.",
    "Comments by the minister were met with anger in the harbour of Aldermoor.",
    "Support for the plan has grown since the winter, according to a survey by the town.",
    "Recommended doses were not on board, and the ship turned round before the strait.",
    "Image after image showed the same street, the same shop, and the same broken gate.",
)


@pytest.mark.parametrize("sentence", KEPT)
def test_a_sentence_of_the_article_is_kept_whatever_it_begins_with(sentence: str) -> None:
    assert sentence in of(body=f"{ARTICLE}<p>{sentence}</p>{ARTICLE.replace('Paragraph', 'Then paragraph')}").text


def test_comments_are_cut_though_they_are_longer_than_the_article() -> None:
    comments = "".join(
        f"<p>Comment {number}: I think that the ferry should never have left at all, and said so.</p>"
        for number in range(12)
    )
    found = of(body=f"<div>{ARTICLE}</div><div id='comments'>{comments}</div>")
    assert found.text == of().text


PROFILED = (
    "<html><body><div class='a'><h1>The ferry is back</h1><p class='sum'>It came at noon, with the mail.</p>"
    "<p class='who'>Ida Reed</p>"
    + ARTICLE
    + "<p class='ps'>A word of the house that only a profile knows to leave out, each day.</p></div></body></html>"
)


def test_a_profile_drops_what_only_it_knows() -> None:
    reading = read_page(PROFILED.encode(), url=URL, profile=Profile(drop=("p.ps",)))
    assert "word of the house" in read_page(PROFILED.encode(), url=URL).text
    assert "word of the house" not in reading.text
    assert not reading.profile_broken


def test_a_profile_gives_container_standfirst_and_byline() -> None:
    profile = Profile(container="div.a", standfirst="p.sum", byline="p.who")
    reading = read_page(PROFILED.encode(), url=URL, profile=profile)
    assert reading.standfirst == "It came at noon, with the mail."
    assert reading.authors == ("Ida Reed",)
    assert reading.text.startswith("It came at noon, with the mail.\nParagraph one")
    assert not reading.profile_broken


def test_a_byline_may_be_a_function() -> None:
    def byline(page: BeautifulSoup) -> str | None:
        found = page.select_one("p.who")
        return found.get_text() if found else None

    assert read_page(PROFILED.encode(), url=URL, profile=Profile(byline=byline)).authors == ("Ida Reed",)


@pytest.mark.parametrize("container", ["div.gone", "p.sum", "div[", ""])
def test_where_a_profile_finds_too_little_the_generic_reading_serves(container: str) -> None:
    reading = read_page(PROFILED.encode(), url=URL, profile=Profile(container=container))
    assert reading.text == read_page(PROFILED.encode(), url=URL).text
    assert reading.profile_broken is bool(container)


def test_a_standfirst_selector_that_finds_nothing_breaks_the_profile() -> None:
    assert read_page(PROFILED.encode(), url=URL, profile=Profile(standfirst="p.gone")).profile_broken


#: a page's bytes and its charset declaration
CHARSETS = {
    "declared in the header": ("Zürich".encode("latin-1"), "text/html; charset=ISO-8859-1"),
    "UTF-8 though another is declared": ("Zürich".encode(), "text/html; charset=ISO-8859-1"),
    "nothing declared": ("Zürich".encode(), None),
    "with a byte order mark": ("\ufeffZürich".encode(), None),
}


@pytest.mark.parametrize("case", CHARSETS)
def test_reads_the_charset(case: str) -> None:
    word, kind = CHARSETS[case]
    page = b"<html><body><h1>" + word + b"</h1>" + ARTICLE.encode() + b"</body></html>"
    if case == "with a byte order mark":
        page = b"\xef\xbb\xbf" + page.replace(b"\xef\xbb\xbf", b"")
    assert read_page(page, url=URL, content_type=kind).title == "Zürich"


#: what is no article, and what is said of it
NOTHING = {
    "nothing": (b"", Result.EMPTY),
    "blanks": (b" \n\t ", Result.EMPTY),
    "no markup": (b"\x00\x01\x02", Result.NO_TEXT),
    "a PDF": (b"%PDF-1.7 ...", Result.NO_TEXT),
    "an empty page": (b"<html><body></body></html>", Result.NO_TEXT),
    "a menu": (b"<ul>" + b"<li><a href='/x'>One</a></li>" * 20 + b"</ul>", Result.NO_TEXT),
    "a script": (b"<script>var a = 1;</script>", Result.NO_TEXT),
    "too many elements": (b"<i>x</i>" * 70_000, Result.TOO_LARGE),
}


@pytest.mark.parametrize("case", NOTHING)
def test_what_is_no_article_says_so(case: str) -> None:
    body, result = NOTHING[case]
    reading = read_page(body, url=URL)
    assert (reading.result, reading.text) == (result, "")
    assert reading.detail


def test_where_names_mislead_the_paragraphs_that_stand_alike_are_the_body() -> None:
    soup = BeautifulSoup(f"<body><div class='x'>{ARTICLE}</div><div><p>Short.</p></div></body>", "lxml")
    every = pieces_of(soup.body or soup)
    for piece in every:
        piece.why = "named latest"
    found = second_opinion(soup.body or soup, every, every)
    assert found is not None
    assert [piece.text.split()[1] for piece in found] == ["one", "two", "three", "four"]
    assert second_opinion(soup.body or soup, every, found) is None


LONG = ARTICLE * 12
#: what stands below the paragraphs, and whether the text is only the beginning
STUBS = {
    "nothing": (ARTICLE, "", False),
    "a wall right below": (ARTICLE, "<p>To continue reading this article, subscribe now.</p>", True),
    "in German": (ARTICLE, "<p>Jetzt weiterlesen mit dem Abo</p>", True),
    "in Japanese": (ARTICLE, "<p>この記事は有料会員限定です。</p>", True),
    "a wall under a long text is for other texts": (LONG, "<p>Subscribe to read more stories like this.</p>", False),
    "a wall that says how much is missing": (LONG, "<p>Il vous reste 57.09% de cet article à lire.</p>", True),
    "a teaser's end": ("<p>The ferry left on time and came back with the mail of the day, and then …</p>", "", True),
    "read more": ("<p>The ferry left on time and came back with the mail of the day [...] Read more</p>", "", True),
}


@pytest.mark.parametrize("case", STUBS)
def test_knows_a_beginning_from_an_article(case: str) -> None:
    text, below, stub = STUBS[case]
    text = "".join(f"{part}</p>".replace("Paragraph", f"Number {n}") for n, part in enumerate(text.split("</p>")[:-1]))
    assert of(body=text + below).stub is stub


def test_what_says_it_is_not_free_may_be_whole() -> None:
    closed = ld('"isAccessibleForFree": false')
    assert not of(closed, LONG).stub
    assert of(closed, "<p>The ferry left on time and came back with the mail of the day.</p>").stub
