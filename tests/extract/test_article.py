"""Entry and page make one article: whose text it is, by which addresses it is known again, how much may be shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from scrapers.extract.article import articles_of
from scrapers.extract.identity import own_keys
from scrapers.model import Entry, Feed, Origin, Part, Preview, Reading, Rights, SnippetRule, Source
from scrapers.outcome import Result

POST = Source(
    name="Example Post",
    homepage="https://post.example/",
    feeds=(Feed(url="https://post.example/feed"),),
    rights=Rights.EXCERPT,
)
WIRE = Source(
    name="Northwire",
    homepage="https://www.northwire.example/",
    feeds=(Feed(url="https://northwire.example/f"),),
    rights=Rights.LINK,
)
ENTRY = Entry(
    guid="https://post.example/a?id=1",
    url="https://post.example/a",
    headline="Talks resume",
    summary="Talks have resumed.",
    published=datetime(2026, 8, 21, 12, tzinfo=UTC),
)
PAGE = Reading(url="https://post.example/a", title="Talks resume in Doha", text="Talks have resumed in Doha. " * 5)


def test_the_page_gives_the_text_and_the_feed_the_headline_and_time() -> None:
    (article,) = articles_of(ENTRY, PAGE, POST)
    assert (article.headline, article.published) == ("Talks resume", ENTRY.published)
    assert article.text == PAGE.text
    assert article.rights is Rights.EXCERPT


def test_a_headline_that_the_feed_cut_short_is_the_pages() -> None:
    (article,) = articles_of(replace(ENTRY, headline="Talks res…"), PAGE, POST)
    assert article.headline == "Talks resume in Doha"


def test_without_a_page_the_feeds_words_serve() -> None:
    for page in (None, replace(PAGE, result=Result.NO_TEXT, text=""), replace(PAGE, stub=True)):
        (article,) = articles_of(ENTRY, page, POST)
        assert article.text == "Talks have resumed."


#: Addresses that a page of post.example may not claim.
FOREIGN = (
    "https://origin.example/story?utm_source=x",
    "https://the-post.example/a",
    "https://post.example.evil.example/a",
    "https://post.example@origin.example/a",
    "http://[::1]/a",
)


@pytest.mark.parametrize("address", FOREIGN)
def test_a_canonical_address_of_another_house_is_neither_cited_nor_a_key(address: str) -> None:
    (plain,) = articles_of(ENTRY, PAGE, POST)
    (article,) = articles_of(ENTRY, replace(PAGE, canonical=address), POST)
    assert (article.url, article.keys, article.id) == (plain.url, plain.keys, plain.id)


#: (where the page came from, the source's home, the address it gives): whether it is a key.
OWN = {
    "a host above": ("https://live.post.example/a", "https://post.example/", "https://post.example/talks", True),
    "a host below": ("https://post.example/a", "https://post.example/", "https://news.post.example/talks", True),
    "after a redirect": ("https://thepost.example/a", "https://post.example/", "https://thepost.example/talks", True),
    "the house's other home": ("https://post.example/a", "https://thepost.example/", "https://thepost.example/t", True),
    "beside it": ("https://a.blogs.example/a", "https://a.blogs.example/", "https://b.blogs.example/talks", False),
}


@pytest.mark.parametrize("case", OWN)
def test_a_page_may_claim_its_own_houses_address(case: str) -> None:
    came, home, address, own = OWN[case]
    entry = replace(ENTRY, url=came, guid=came)
    (article,) = articles_of(entry, replace(PAGE, url=came, canonical=address), replace(POST, homepage=home))
    assert (address in article.keys) is own


@pytest.mark.parametrize("entry", [replace(ENTRY, shares_page=True), replace(ENTRY, url=f"{ENTRY.url}#post-3")])
def test_a_page_that_holds_several_entries_names_none_of_them(entry: Entry) -> None:
    (article,) = articles_of(entry, replace(PAGE, canonical="https://post.example/talks"), POST)
    assert article.url == entry.url
    assert "https://post.example/talks" not in article.keys


def test_a_canonical_address_of_the_same_site_is_cited() -> None:
    (article,) = articles_of(ENTRY, replace(PAGE, canonical="https://post.example/2026/talks"), POST)
    assert article.url == "https://post.example/2026/talks"
    assert "https://post.example/a" in article.keys


def test_a_front_page_is_nobodys_canonical_address() -> None:
    (article,) = articles_of(ENTRY, replace(PAGE, canonical="https://post.example/"), POST)
    assert article.url == "https://post.example/a"


def test_one_article_at_two_addresses_of_its_house_has_one_identity() -> None:
    page = replace(PAGE, canonical="https://post.example/story")
    other = replace(ENTRY, guid="x", url="https://www.post.example/b")
    (one,), (two,) = articles_of(ENTRY, page, POST), articles_of(other, page, POST)
    assert one.id == two.id
    assert set(one.keys) & set(two.keys)


def test_wire_copy_takes_the_strictest_class_whoever_carries_it() -> None:
    origin = Origin(name="AFP", evidence="dateline")
    full = replace(POST, rights=Rights.FULL)
    (article,) = articles_of(ENTRY, replace(PAGE, origin=origin), full)
    assert article.rights is Rights.LINK
    assert article.origin == origin


#: (carrier's class, maker's class, the class that holds) where the maker is a source that we know.
MAKERS = {
    "a wire's copy in an open feed": (Rights.FULL, Rights.LINK, Rights.LINK),
    "an open text in an ordinary feed": (Rights.PREVIEW, Rights.FULL, Rights.PREVIEW),
    "a paper's text in another's feed": (Rights.EXCERPT, Rights.PREVIEW, Rights.PREVIEW),
}


@pytest.mark.parametrize("case", MAKERS)
def test_the_stricter_of_carrier_and_maker_holds(case: str) -> None:
    carrier, maker, holds = MAKERS[case]
    page = replace(PAGE, origin=Origin(name="Northwire", evidence="byline"))
    sources = (replace(POST, rights=carrier), replace(WIRE, rights=maker))
    (article,) = articles_of(ENTRY, page, sources[0], sources=sources)
    assert article.rights is holds
    (article,) = articles_of(ENTRY, page, sources[0], sources=sources, ceiling=Rights.LINK)
    assert article.rights is Rights.LINK


#: A feed's own words, and the agency that they name as the maker.
SIGNED = {
    "by its author": (replace(ENTRY, authors=("AFP",)), "AFP"),
    "among its authors": (replace(ENTRY, authors=("Jane Doe with Reuters",)), "Reuters"),
    "in its dateline": (replace(ENTRY, summary="DOHA, Aug 21 (Reuters) - Talks have resumed."), "Reuters"),
    "below its summary": (replace(ENTRY, summary="Talks have resumed, mediators said. (AP)"), "AP"),
    "nowhere": (replace(ENTRY, authors=("Jane Doe",)), None),
    "in its text only": (replace(ENTRY, summary="Talks have resumed, Reuters reports from Doha."), None),
    "its own": (replace(ENTRY, url="https://www.afp.example/a", authors=("AFP",)), None),
}


@pytest.mark.parametrize("case", SIGNED)
@pytest.mark.parametrize("page", [None, replace(PAGE, result=Result.NO_TEXT, text=""), PAGE])
def test_a_wires_copy_keeps_the_wires_class_also_where_only_the_feed_says_so(case: str, page: Reading | None) -> None:
    entry, maker = SIGNED[case]
    (article,) = articles_of(entry, page, POST)
    assert (article.origin.name if article.origin else None) == maker
    assert article.rights is (Rights.LINK if maker else Rights.EXCERPT)


OFFERED = (
    Preview(text="Mediators are hopeful.", place="standfirst"),
    Preview(text="Talks in Doha.", place="description"),
)


def test_the_feeds_summary_is_offered_first_and_no_text_twice() -> None:
    page = replace(PAGE, previews=(*OFFERED, Preview(text="Talks have resumed", place="og:description")))
    (article,) = articles_of(ENTRY, page, POST)
    assert article.previews == (Preview(text="Talks have resumed.", place="feed summary"), *OFFERED)
    assert article.summary == ENTRY.summary
    (article,) = articles_of(ENTRY, replace(page, stub=True), POST)
    assert len(article.previews) == 3, "a paywall's teaser page offers what it offers"
    for unread in (None, replace(page, result=Result.NO_TEXT)):
        (article,) = articles_of(ENTRY, unread, POST)
        assert [each.place for each in article.previews] == ["feed summary"]


def test_a_part_of_a_round_up_has_nothing_that_is_offered_of_the_whole_page() -> None:
    page = replace(
        PAGE,
        parts=(Part(title="First", text="One thing."), Part(title="Second", text="Another.")),
        previews=OFFERED,
        snippet=SnippetRule(limit=90, said=("max-snippet:90",)),
        withheld="Another.",
    )
    for part in articles_of(ENTRY, page, POST):
        assert part.previews == ()
        assert (part.snippet.limit, part.withheld) == (90, "Another.")


#: (what the page's head says, headers of page and feed): the limit, what was obeyed.
RULES: dict[str, tuple[SnippetRule, list[tuple[str, str]], int | None, tuple[str, ...]]] = {
    "nothing": (SnippetRule(), [("content-type", "text/html")], None, ()),
    "the page": (SnippetRule(limit=120, said=("max-snippet:120",)), [], 120, ("max-snippet:120",)),
    "a server": (SnippetRule(), [("x-robots-tag", "noindex, nosnippet")], 0, ("nosnippet",)),
    "another robot's": (SnippetRule(), [("x-robots-tag", "otherbot: nosnippet")], None, ()),
    "both": (
        SnippetRule(limit=120, said=("max-snippet:120",)),
        [("x-robots-tag", "max-snippet:60"), ("tdm-reservation", "0")],
        60,
        ("max-snippet:120", "max-snippet:60"),
    ),
    "text mining": (SnippetRule(), [("tdm-reservation", "1")], 0, ("tdm-reservation:1",)),
}


@pytest.mark.parametrize("case", RULES)
@pytest.mark.parametrize("result", [Result.OK, Result.NO_TEXT])
def test_the_strictest_word_of_page_and_servers_holds(case: str, result: Result) -> None:
    said, headers, limit, obeyed = RULES[case]
    (article,) = articles_of(ENTRY, replace(PAGE, snippet=said, result=result), POST, headers=headers)
    assert article.snippet == SnippetRule(limit=limit, said=obeyed)


def test_what_the_page_withholds_is_not_offered_of_the_feed_either() -> None:
    (article,) = articles_of(ENTRY, replace(PAGE, withheld="Talks have resumed. More follows."), POST)
    assert article.previews == ()
    assert article.withheld


def test_a_source_is_not_the_carrier_of_its_own_text() -> None:
    own = Origin(name="Example Post", evidence="byline")
    (article,) = articles_of(ENTRY, replace(PAGE, origin=own), POST)
    assert article.origin is None
    assert article.rights is Rights.EXCERPT


def test_an_origin_goes_by_the_name_we_know() -> None:
    for origin in (
        Origin(name="NORTHWIRE", evidence="dateline"),
        Origin(name="northwire.example", url="https://northwire.example/x", evidence="source link"),
    ):
        (article,) = articles_of(ENTRY, replace(PAGE, origin=origin), POST, sources=(POST, WIRE))
        assert article.origin is not None
        assert article.origin.name == "Northwire"


def test_the_site_can_lower_what_is_shown_of_anybody() -> None:
    (article,) = articles_of(ENTRY, PAGE, POST, ceiling=Rights.LINK)
    assert article.rights is Rights.LINK


def test_a_round_up_is_one_article_a_part_each_with_its_own_address_where_it_has_one() -> None:
    parts = (Part(title="First", text="One thing.", anchor="first"), Part(title="Second", text="Another."))
    first, second = articles_of(ENTRY, replace(PAGE, parts=parts), POST)
    assert (first.headline, first.text, first.url) == ("First", "One thing.", "https://post.example/a#first")
    assert second.url == "https://post.example/a"
    assert not set(own_keys(first.keys)) & set(own_keys(second.keys))
    assert first.id != second.id


UNFIT = [chr(at) for at in (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x200B, 0x202E, 0x2066, 0xFEFF, 0xD800)]


@pytest.mark.parametrize("sign", UNFIT, ids=ascii)
def test_no_character_that_may_not_be_written_down_comes_into_an_article(sign: str) -> None:
    said = f"Talks{sign} have\nresumed{sign} in Doha."
    entry = replace(ENTRY, headline=said, summary=said, text=said, previews=(Preview(text=said, place="feed summary"),))
    page = replace(
        PAGE,
        text=said * 9,
        standfirst=said,
        withheld=f"Nobody{sign}",
        previews=(Preview(text=f"Hope{sign}", place="description"),),
    )
    parts = (Part(title=said, text=said), Part(title=f"{said} x", text=said))
    for reading in (None, page, replace(page, parts=parts)):
        for article in articles_of(entry, reading, POST):
            texts = (article.headline, article.summary, article.text, article.withheld)
            assert sign not in "".join((*texts, *(each.text for each in article.previews)))
            assert "have\nresumed" in article.text, "its paragraphs stay apart"


def test_the_publishers_own_offset_becomes_utc() -> None:
    page = replace(PAGE, published=datetime(2026, 8, 21, 15, tzinfo=timezone(timedelta(hours=3))))
    (article,) = articles_of(replace(ENTRY, published=None), page, POST)
    assert article.published == datetime(2026, 8, 21, 12, tzinfo=UTC)


def test_a_guid_that_is_a_number_is_known_only_on_its_own_site() -> None:
    (one,) = articles_of(replace(ENTRY, guid="4711"), None, POST)
    (two,) = articles_of(replace(ENTRY, guid="4711", url="https://other.example/z"), None, WIRE)
    assert not set(one.keys) & set(two.keys)
