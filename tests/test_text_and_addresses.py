"""Text that may be written down, and addresses that are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.addresses import absolute_url, canonical_url, short_hash
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
    "the BBC's": ("https://www.bbc.co.uk/news/x-1?at_medium=RSS&at_campaign=K", "https://www.bbc.co.uk/news/x-1"),
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
