"""What publishers say, in words for machines, of how much of a page may be shown. Every outlet is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.extract.page import read_page
from scrapers.extract.snippet import snippet_of, strictest_rule
from scrapers.model import Reading, SnippetRule
from scrapers.withheld import is_withheld

URL = "https://courier.example/2026/08/21/bridge"
ARTICLE = "".join(
    f"<p>Paragraph {number} says that the ferry left on time and came back with the mail of the day.</p>"
    for number in ("one", "two", "three", "four")
)


def read(head: str = "", body: str = ARTICLE) -> Reading:
    page = f"<html><head>{head}</head><body><article><h1>The ferry is back</h1>{body}</article></body></html>"
    return read_page(page.encode(), url=URL)


#: What stands in a robots meta or an X-Robots-Tag header: (limit, what was obeyed).
DIRECTIVES: dict[str, tuple[int | None, tuple[str, ...]]] = {
    "nosnippet": (0, ("nosnippet",)),
    "NoSnippet": (0, ("nosnippet",)),
    " noindex , NOSNIPPET,nofollow ": (0, ("nosnippet",)),
    "noindex;nosnippet": (0, ("nosnippet",)),
    "noindex nosnippet": (0, ("nosnippet",)),
    "max-snippet:120": (120, ("max-snippet:120",)),
    "max-snippet: 120": (120, ("max-snippet:120",)),
    "Max-Snippet=120": (120, ("max-snippet:120",)),
    "max-snippet:0": (0, ("max-snippet:0",)),
    "max-snippet:-1": (None, ()),
    "index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1": (None, ()),
    "max-snippet:50, max-snippet:80": (50, ("max-snippet:50", "max-snippet:80")),
    "max-snippet:80, nosnippet": (0, ("max-snippet:80", "nosnippet")),
    "max-image-preview:none": (None, ()),
    "max-snippet": (None, ()),
    "max-snippet:many": (None, ()),
    "max-snippet:1.5": (None, ()),
    # They speak of indexes, not of snippets.
    "noindex": (None, ()),
    "none": (None, ()),
    "nofollow, noimageindex": (None, ()),
    "all": (None, ()),
    # No copy of a page is ever published: it is obeyed, and limits no quotation.
    "noarchive": (None, ("noarchive",)),
    "max-snippet:120, noarchive": (120, ("max-snippet:120", "noarchive")),
    # A page of ours stays for years: what is to go by a day is not shown at all.
    "unavailable_after: 2030-08-21": (0, ("unavailable_after:2030-08-21",)),
    "unavailable_after: Friday, 25-Jun-27 15:00:00 GMT": (0, ("unavailable_after:friday, 25-jun-27 15:00:00 gmt",)),
    "unavailable_after: 25 Jun 2027 15:00:00 PST, noarchive": (
        0,
        ("unavailable_after:25 jun 2027 15:00:00 pst", "noarchive"),
    ),
    "unavailable_after": (None, ()),
    # Another's rules, and ours again.
    "otherbot: nosnippet": (None, ()),
    "otherbot: noindex, nosnippet": (None, ()),
    "googlebot: nosnippet": (0, ("nosnippet",)),
    "Googlebot : max-snippet:90": (90, ("max-snippet:90",)),
    "googlebot-news: nosnippet": (0, ("nosnippet",)),
    "Nightdesk: nosnippet": (0, ("nosnippet",)),
    "*: nosnippet": (0, ("nosnippet",)),
    "otherbot: nosnippet, googlebot: max-snippet:40": (40, ("max-snippet:40",)),
    "googlebot: noindex, otherbot: nosnippet": (None, ()),
    "otherbot: unavailable_after: 2027-01-01, nightdesk: noarchive": (None, ("noarchive",)),
    # Words that are none do not make the others another's.
    "zzz: 5, nosnippet": (0, ("nosnippet",)),
    "nosnippets": (None, ()),
    "": (None, ()),
}


@pytest.mark.parametrize("value", DIRECTIVES)
def test_a_header_says_what_may_be_shown(value: str) -> None:
    limit, said = DIRECTIVES[value]
    assert snippet_of({}, [("X-Robots-Tag", value)]) == SnippetRule(limit=limit, said=said)


@pytest.mark.parametrize("value", DIRECTIVES)
def test_a_meta_says_the_same(value: str) -> None:
    limit, said = DIRECTIVES[value]
    assert read(f'<meta name="robots" content="{value}">').snippet == SnippetRule(limit=limit, said=said)


HEADS = {
    "none": ("", None),
    "the engine's by name": ('<meta name="googlebot" content="nosnippet">', 0),
    "in capitals": ('<META NAME="ROBOTS" CONTENT="MAX-SNIPPET:30">', 30),
    "ours": ('<meta name="Nightdesk" content="nosnippet">', 0),
    "another's": ('<meta name="otherbot" content="nosnippet">', None),
    "several: the strictest": (
        (
            '<meta name="robots" content="max-snippet:200"><meta name="robots" content="max-snippet:60">'
            '<meta name="googlebot" content="max-snippet:90">'
        ),
        60,
    ),
    "under two names": ('<meta property="x:robots" name="robots" content="nosnippet">', 0),
    "as a header's stand-in": ('<meta http-equiv="X-Robots-Tag" content="nosnippet">', 0),
    "text mining reserved": ('<meta name="tdm-reservation" content="1">', 0),
    "text mining not reserved": ('<meta name="tdm-reservation" content="0">', None),
    "a word about robots in another meta": ('<meta name="description" content="nosnippet, robots">', None),
}


@pytest.mark.parametrize("case", HEADS)
def test_a_page_s_head_is_obeyed(case: str) -> None:
    head, limit = HEADS[case]
    reading = read(head)
    assert reading.snippet.limit == limit
    assert "Paragraph one" in reading.text, "the body is read all the same: facts are free"


HEADERS = {
    "none": ([], None, ()),
    "other headers": ([("content-type", "text/html"), ("robots", "nosnippet")], None, ()),
    "each of several": (
        [("x-robots-tag", "noindex"), ("x-robots-tag", "max-snippet:70"), ("x-robots-tag", "noarchive")],
        70,
        ("max-snippet:70", "noarchive"),
    ),
    "another's does not reach the next header": (
        [("x-robots-tag", "otherbot: noindex"), ("x-robots-tag", "nosnippet")],
        0,
        ("nosnippet",),
    ),
    "text mining reserved": ([("tdm-reservation", "1")], 0, ("tdm-reservation:1",)),
    "joined by a proxy": ([("TDM-Reservation", "0, 1")], 0, ("tdm-reservation:1",)),
    "text mining not reserved": ([("tdm-reservation", "0"), ("tdm-policy", "https://courier.example/1")], None, ()),
}


@pytest.mark.parametrize("case", HEADERS)
def test_a_server_s_headers_are_obeyed(case: str) -> None:
    headers, limit, said = HEADERS[case]
    assert snippet_of({}, headers) == SnippetRule(limit=limit, said=said)


def test_the_strictest_of_page_and_server_holds_and_both_are_told() -> None:
    page = snippet_of({"robots": ("max-snippet:120",)})
    assert strictest_rule(page, snippet_of({}, [("x-robots-tag", "max-snippet:300")])) == SnippetRule(
        limit=120, said=("max-snippet:120", "max-snippet:300")
    )
    assert strictest_rule(SnippetRule(), SnippetRule()) == SnippetRule()


SOUP = st.lists(
    st.sampled_from(
        ["nosnippet", "max-snippet", ":", "=", "-1", "0", "999999999999", ",", ";", " ", "googlebot", "otherbot", "*",
         "unavailable_after", "2027", "none", "tdm-reservation", "1", "\n", "\x00", "é", "٣", "\ud800"]
    ) | st.text(max_size=4),
    max_size=20,
).map("".join)  # fmt: skip


@given(SOUP, SOUP)
def test_no_soup_of_directives_raises(meta: str, header: str) -> None:
    rule = snippet_of({"robots": (meta,), "tdm-reservation": (meta,)}, [("x-robots-tag", header), (header, meta)])
    assert rule.limit is None or rule.limit >= 0
    assert rule.limit is None or rule.said, "a limit names what it comes from"


@given(SOUP)
def test_nosnippet_at_the_end_of_any_soup_without_agents_is_obeyed(soup: str) -> None:
    if ":" not in soup and "unavailable_after" not in soup:
        assert snippet_of({"robots": (f"{soup}, nosnippet",)}).limit == 0


@settings(max_examples=10)
@given(
    st.sampled_from(["a", "max-snippet:", "unavailable_after:", "unavailable_after: a,", " ", "otherbot: ", "a:", ","])
)
def test_a_megabyte_of_soup_is_no_burden(word: str) -> None:
    snippet_of({"robots": (word * 200_000,)}, [("x-robots-tag", word * 200_000), ("tdm-reservation", word * 200_000)])


# --- data-nosnippet ----------------------------------------------------------------------------------------------

LEAD = "The ferry to Aldermoor runs again after nine weeks of storms."

MARKED = {
    "a paragraph": (f"<p data-nosnippet>{LEAD}</p>", [LEAD]),
    "with a value": (f'<p data-nosnippet="false">{LEAD}</p>', [LEAD]),
    "in capitals": (f"<P DATA-NOSNIPPET>{LEAD}</P>", [LEAD]),
    "a part of a sentence": ("<p>The fare is <span data-nosnippet>four crowns</span>, he said.</p>", ["four crowns"]),
    "a box with paragraphs and a button": (
        (
            f"<div data-nosnippet><h3>More</h3><p>{LEAD}</p><p>Pilots say <b>so</b> too.</p><script>x()</script>"
            "<button>Read all of it now</button></div>"
        ),
        [LEAD, "Pilots say so too."],
    ),
    "one in another": (f"<section data-nosnippet><p data-nosnippet>{LEAD}</p></section>", [LEAD]),
    "none": (f"<p>{LEAD}</p>", []),
    "an empty one": ("<div data-nosnippet> </div>", []),
}


@pytest.mark.parametrize("case", MARKED)
def test_what_an_element_withholds_is_kept_apart_and_read(case: str) -> None:
    body, lines = MARKED[case]
    reading = read(body=body + ARTICLE)
    assert [each for each in reading.withheld.split("\n") if each] == lines
    assert "Paragraph one" in reading.text
    plain = read(body=body.replace(" data-nosnippet", "").replace(" DATA-NOSNIPPET", "") + ARTICLE)
    assert reading.text == plain.text


HELD = f"{LEAD}\nPilots had cleared the channel overnight. Nobody was hurt, the port said.\nfour crowns\nMore"

SHOWN = {
    "the same text": (LEAD, True),
    "in other signs": ("The ferry to Aldermoor runs again — after nine weeks of storms", True),
    "with more before it": (f"Good news. {LEAD}", True),
    "one sentence of it": ("Nobody was hurt, the port said.", True),
    "one sentence of it among others": ("It rained. Nobody was hurt, the port said. It was late.", True),
    "a few words of a longer line": ("cleared the channel", True),
    "a line within it": ("The fare is four crowns, he said.", True),
    "a short line, otherwise written": ("Four Crowns is a tavern.", False),
    "a word within a word": ("Moreover, it rained.", False),
    "another text": ("The council met on Tuesday.", False),
    "nothing": ("", False),
    "signs alone": ("…", False),
}


@pytest.mark.parametrize("case", SHOWN)
def test_nothing_of_it_is_quoted(case: str) -> None:
    text, expected = SHOWN[case]
    assert is_withheld(text, HELD) is expected
    assert not is_withheld(text, "")


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from(
            ["<div data-nosnippet>", "</div>", "<p data-nosnippet=1>", "word ", "<br>", "<svg>", "<!--", "\x00"]
        ),
        max_size=40,
    ).map("".join)
)
def test_no_soup_of_elements_ends_the_reading(soup: str) -> None:
    assert "Paragraph one" in read(body=ARTICLE + f"<div>{soup}</div>").text
