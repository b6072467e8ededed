"""Text that may be written down, and addresses that are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.addresses import (
    absolute_url,
    address_key,
    as_once_written,
    canonical_url,
    cited_url,
    is_page,
    one_house,
    short_hash,
    suspects,
)
from scrapers.text import fit, line, plain, shortened

PLAIN = {
    "tags": ("<b>Talks</b> resume<br/>in Doha", "Talks resume in Doha"),
    "entities": ("AT&amp;T &#8211; &quot;x&quot;", 'AT&T – "x"'),
    "escaped twice": ("&amp;lt;b&amp;gt;Talks&amp;lt;/b&amp;gt;", "Talks"),
    "a sign that is no tag": ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
    "control characters": ("a\x00b\x0bc\ufffe", "abc"),
    "a lone surrogate": ("a\ud800b", "ab"),
    "direction overrides": ("\u202eevil\u202c", "evil"),
    "white space of every kind": (" a\u00a0\u2028\n\tb ", "a b"),
    "joiners that Persian needs": ("می\u200cخواهم", "می\u200cخواهم"),
}


@pytest.mark.parametrize("case", PLAIN)
def test_makes_plain_text_of_a_feeds_snippet(case: str) -> None:
    markup, expected = PLAIN[case]
    assert plain(markup) == expected


@given(st.text(alphabet=st.characters(codec=None)))
def test_fit_text_can_always_be_written(text: str) -> None:
    fit(text).encode("utf-8")
    assert line(line(text)) == line(text)


def test_shortens_at_a_word() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one", 9) == "one"


CANONICAL = {
    "trackers go": ("https://a.org/x?utm_source=rss&id=3&fbclid=z", "https://a.org/x?id=3"),
    "what may be an article stays": ("https://a.org/x?feed=771", "https://a.org/x?feed=771"),
    "bytes that are no UTF-8 stay": ("https://a.org/%CF%F0?t=%cf%F0", "https://a.org/%CF%F0?t=%CF%F0"),
    "a post's fragment stays": ("https://a.org/x#post-3", "https://a.org/x#post-3"),
    "a name and password go": ("https://me:pw@a.org/x", "https://a.org/x"),
    "host and scheme are lower case, the path is not": ("HTTPS://A.Org/Path", "https://a.org/Path"),
    "default ports go": ("http://a.org:80/x", "http://a.org/x"),
    "other ports stay": ("http://a.org:8700/x", "http://a.org:8700/x"),
    "fragments go": ("https://a.org/x#top", "https://a.org/x"),
    "an empty path is the root": ("https://a.org", "https://a.org/"),
    "letters of every script are encoded once": (
        "https://a.org/новини",
        "https://a.org/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8",
    ),
    "what is no web address stays": ("tag:a.org,2024:1", "tag:a.org,2024:1"),
    "an IPv6 host": ("http://[::1]:80/x", "http://[::1]/x"),
    "a port that is none": ("http://a.org:x/", "http://a.org:x/"),
}


@pytest.mark.parametrize("case", CANONICAL)
def test_an_article_has_one_address(case: str) -> None:
    url, expected = CANONICAL[case]
    assert canonical_url(url) == expected
    assert canonical_url(expected) == expected


#: Addresses as publishers write them, to the byte.
WRITTEN = (
    "https://a.org//x/%7Ey/%cf%F0",
    "https://A.Org:443/Path?",
    "https://a.org/x?b=1&&a=x,y:z&c",
    "https://a.org/x?q=a+b%20c;d=e",
    "http://a.org#ai=9324&aitype=rss",
    "https://a.org/#!/article/33",
    "https://a.org/a(b)[c]'d",
)
CUT = {
    "between others": ("https://a.org/x?a=%CF%F0&utm_source=r&&b", "https://a.org/x?a=%CF%F0&&b"),
    "alone": ("https://a.org//x?utm_source=r", "https://a.org//x"),
    "with a fragment": ("https://a.org/x?fbclid=r#post-3", "https://a.org/x#post-3"),
    "a fragment that counts": ("https://a.org/x?a=b,c#xtor=RSS-1", "https://a.org/x?a=b,c"),
    "what cannot stand in an address": ('https://a.org/x y"<z>\u202e', "https://a.org/x%20y%22%3Cz%3E%E2%80%AE"),
}


@pytest.mark.parametrize("url", WRITTEN)
def test_an_address_is_cited_to_the_byte(url: str) -> None:
    assert absolute_url(url, "https://b.org/") == cited_url(url) == url


@pytest.mark.parametrize("case", CUT)
def test_trackers_are_cut_out_of_the_text(case: str) -> None:
    url, expected = CUT[case]
    assert cited_url(url) == cited_url(expected) == expected


_PARTS = st.text(alphabet="aZ9-._~/%CF=&+,;:@!$'()*", max_size=12)


@given(_PARTS, _PARTS, st.text(alphabet="a9-/!=", max_size=5))
def test_the_compared_address_can_be_made_of_the_cited_one(path: str, query: str, fragment: str) -> None:
    url = cited_url(f"https://a.org/{path}?{query}#{fragment}")
    assert cited_url(url) == url
    assert canonical_url(canonical_url(url)) == canonical_url(url)
    assert address_key(canonical_url(url)) == address_key(canonical_url(canonical_url(url)))
    assert address_key(canonical_url(as_once_written(url))).partition("#")[0].startswith("//a.org")


_NAMES = ("a", "utm_source", "feed", "sh", "ns_id", "cmp", "at_x", "fbclid", "xtor", "partner", "_gl")
_PAIRS = st.tuples(st.sampled_from(_NAMES), st.sampled_from(("", "=", "=1", "=x,y", "=%CF%F0", "=a+b%20c d", "=é")))


@given(_PARTS, st.lists(_PAIRS, max_size=5))
def test_of_what_is_cited_the_address_in_an_older_recording_can_be_made(
    path: str, pairs: list[tuple[str, str]]
) -> None:
    link = f"https://a.org/{path.replace('?', '')}?{'&'.join(map(''.join, pairs))}"
    for names in ((), tuple(suspects(link))):
        assert as_once_written(cited_url(link, names)) == as_once_written(link)


#: Two addresses, and whether they are compared as one.
COMPARED = {
    "http": ("https://a.org/x", "http://a.org/x", True),
    "www": ("https://a.org/x", "https://www.a.org/x/", True),
    "amp.": ("https://a.org/n/x", "https://amp.a.org/n/x", True),
    "/amp": ("https://a.org/n/x", "https://a.org/n/x/amp", True),
    "amp/": ("https://a.org/n/x", "https://a.org/amp/n/x", True),
    ".amp.html": ("https://a.org/n/x.html", "https://a.org/n/x.amp.html", True),
    "?amp=1": ("https://a.org/n/x?id=4", "https://a.org/n/x?amp=1&id=4", True),
    "a section of that name": ("https://a.org/", "https://a.org/amp", False),
    "the case of a path": ("https://a.org/x", "https://a.org/X", False),
    "bytes": ("https://a.org/?t=%CF%F0", "https://a.org/?t=%CF%F1", False),
    "a slash that is escaped": ("https://a.org/a%2Fb", "https://a.org/a/b", False),
    "a port": ("https://a.org/x", "https://a.org:8443/x", False),
    "a fragment": ("https://a.org/x#p-1", "https://a.org/x#p-2", False),
}


@pytest.mark.parametrize("case", COMPARED)
def test_by_what_addresses_are_compared(case: str) -> None:
    one, other, same = COMPARED[case]
    assert (address_key(canonical_url(one)) == address_key(canonical_url(other))) is same


@pytest.mark.parametrize(
    ("url", "other", "one"),
    [
        ("https://rss.a.org/f", "https://www.a.org/x", True),
        ("https://m.a.org/f", "https://amp.a.org/x", True),
        ("https://a.blogs.org/f", "https://b.blogs.org/x", False),
        ("https://xa.org/", "https://a.org/", False),
        ("https://a.org/", "", False),
        ("http://[x/", "http://[x/", False),
    ],
)
def test_a_house_is_a_site_and_what_lies_below_it(url: str, other: str, one: bool) -> None:
    assert one_house(url, other) is one_house(other, url) is one


def test_a_front_page_is_no_page() -> None:
    assert [is_page(f"https://a.org{end}") for end in ("", "/", "//", "#x")] == [False] * 4
    assert [is_page(f"https://a.org{end}") for end in ("/x", "?p=1", "/#/x")] == [True] * 3
    assert not is_page("http://[x/")


ABSOLUTE = {
    "relative": ("../b", "https://a.org/x/y", "https://a.org/b"),
    "without a scheme": ("//b.org/c", "https://a.org/", "https://b.org/c"),
    "script": ("javascript:alert(1)", "https://a.org/", None),
    "mail": ("mailto:a@b.org", "https://a.org/", None),
    "a broken host": ("http://[x/", "https://a.org/", None),
    "a port that is none": ("http://a.org:port/", "", None),
}


@pytest.mark.parametrize("case", ABSOLUTE)
def test_only_web_addresses_become_absolute(case: str) -> None:
    url, base, expected = ABSOLUTE[case]
    assert absolute_url(url, base) == expected


def test_short_ids_are_lasting() -> None:
    assert short_hash("https://example.org/a") == short_hash("https://example.org/a")
    assert len({short_hash(str(n)) for n in range(5000)}) == 5000
