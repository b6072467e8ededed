"""Which entries of a feed are one article, and by which address each is cited."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.extract.feed import read_feed
from scrapers.extract.identity import Claim, Claims, alike, guid_key, keys_of, of_entry
from scrapers.model import Entry, Feed, FeedReading

NOW = datetime(2026, 8, 21, 20, 0, tzinfo=UTC)
HOME = "https://gazette.example"
#: Four things that happened.
HEADLINES = (
    "Ferry service to Port Ostra suspended after shelling",
    "Mayor of Lindow leaves office over the siege",
    "Monitors withdraw from Bay of Tamm",
    "Two aid workers freed at the Veld crossing",
)
Row = tuple[str, str | None, str]


def read(*rows: Row, more: str = "") -> FeedReading:
    """What a feed says whose entries have (link, GUID or None, headline)."""
    items = "".join(
        f"<item><title>{escape(headline)}</title><link>{escape(link)}</link>"
        + (f'<guid isPermaLink="false">{escape(guid)}</guid>' if guid is not None else "")
        + f"<pubDate>Fri, 21 Aug 2026 10:00:00 GMT</pubDate>{more}</item>"
        for link, guid, headline in rows
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>G</title>{items}</channel></rss>'
    return read_feed(body.encode(), Feed(url=f"{HOME}/f"), url=f"{HOME}/f", content_type="application/rss+xml", now=NOW)


def links(*ends: str, guids: tuple[str | None, ...] = (None,) * 9) -> tuple[Row, ...]:
    return tuple((f"{HOME}{end}", guid, headline) for end, guid, headline in zip(ends, guids, HEADLINES, strict=False))


#: Entries that differ in the one thing only that is named.
DIFFERENT = {
    "a fragment": links("/live#p-3", "/live#p-2", "/live#p-1"),
    "a fragment, one GUID for all": links("/live#p-3", "/live#p-2", "/live#p-1", guids=("x", "x", "x")),
    "a fragment, the home as GUID": links("#ai=1&kind=rss", "#ai=2&kind=rss", guids=(HOME, HOME)),
    "a route": links("/#/item/31", "/#/item/32", "/#!/item/33"),
    "a route of a page below": links("/app/#/31", "/app/#/32"),
    "a GUID, one link for all": links("/notices/", "/notices/", "/notices/", guids=("26-1", "26-2", "26-3")),
    "a GUID that is an address": links(
        "/notices/", "/notices/", guids=(f"{HOME}/notices/?n=1", f"{HOME}/notices/?n=2")
    ),
    "a GUID with a fragment": links("/live", "/live", guids=(f"{HOME}/live#3", f"{HOME}/live#2")),
    "a GUID, the home as link": links("/", "/", guids=("1", "2")),
    "its words, one link for all and no GUID": links("/notices/", "/notices/", "/notices/"),
    "its words, of two": links("/notices/", "/notices/"),
    "its words, the list as link and GUID": links("/n/", "/n/", guids=(f"{HOME}/n/", f"{HOME}/n/")),
    "feed=": links("/show.php?feed=771", "/show.php?feed=772", "/show.php?feed=773"),
    "rss=": links("/index.php?rss=771", "/index.php?rss=772"),
    "sh= beside a partner= that all have": links("/item?partner=1&sh=4", "/item?partner=1&sh=5"),
    "ns_id=": links("/wiki?ns_id=4", "/wiki?ns_id=5"),
    "at_id=": links("/a?at_id=4", "/a?at_id=5"),
    "ocid=, of different pages too": links("/a?ocid=4", "/a?ocid=5", "/b?ocid=6"),
    "two names that only together tell": links("/s?feed=1&itid=1", "/s?feed=1&itid=2", "/s?feed=2&itid=1"),
    "bytes that are no UTF-8": links("/%CF%F0", "/%CF%F1"),
    "bytes that are no UTF-8 in a parameter": links("/a?t=%CF%F0", "/a?t=%CF%F1"),
}


@pytest.mark.parametrize("case", DIFFERENT)
def test_entries_that_differ_stay_apart_and_are_cited_as_they_are_written(case: str) -> None:
    rows = DIFFERENT[case]
    reading = read(*rows)
    assert [entry.url for entry in reading.entries] == [link for link, _, _ in rows]
    assert "doubled" not in reading.detail
    known = Claims()
    for entry in reading.entries:
        assert known.same(of_entry(entry, "Gazette")) is None, "nor are they one for the night"
        known.add(of_entry(entry, "Gazette"))


_A = HEADLINES[0]
#: Entries that are one.
ONE = {
    "one link": ((f"{HOME}/a", None, _A), (f"{HOME}/a", None, "Ferry suspended")),
    "one link and headline, GUIDs that differ": ((f"{HOME}/a", "1", _A), (f"{HOME}/a", "2", _A)),
    "one GUID, links that change": ((f"{HOME}/a?s=81", "1", _A), (f"{HOME}/a?s=82", "1", _A)),
    "one GUID, and a changed headline": ((f"{HOME}/a?s=81", "1", _A), (f"{HOME}/a?s=82", "1", f"Live: {_A}")),
    "no GUID, links that change": ((f"{HOME}/a?s=81", None, _A), (f"{HOME}/a?s=82", None, _A)),
    "a tracker": ((f"{HOME}/a?utm_source=x", None, _A), (f"{HOME}/a", None, _A)),
    "http and https": ((f"{HOME}/a", None, _A), ("http://gazette.example/a", None, _A)),
    "www": ((f"{HOME}/a", None, _A), ("https://www.gazette.example/a", None, _A)),
    "a slash": ((f"{HOME}/a", None, _A), (f"{HOME}/a/", None, _A)),
    "AMP": ((f"{HOME}/n/a", None, _A), (f"{HOME}/n/a/amp/", None, _A)),
    "the place of its comments": ((f"{HOME}/a", None, _A), (f"{HOME}/a#comments", None, _A)),
    "a fragment that counts visits": ((f"{HOME}/a#xtor=RSS-1", None, _A), (f"{HOME}/a", None, _A)),
    "an escape": ((f"{HOME}/caf%c3%a9-%7Ea", None, _A), (f"{HOME}/caf%C3%A9-~a", None, _A)),
    "the order of parameters": ((f"{HOME}/a?x=1&y=2", None, _A), (f"{HOME}/a?y=2&x=1", None, _A)),
}


@pytest.mark.parametrize("case", ONE)
def test_one_article_is_one_entry(case: str) -> None:
    reading = read(*ONE[case], (f"{HOME}/z", "z", HEADLINES[1]))
    assert [entry.headline for entry in reading.entries] == [_A, HEADLINES[1]]
    assert "1 doubled" in reading.detail
    known = Claims([of_entry(read(ONE[case][0]).entries[0], "Gazette")])
    assert known.same(of_entry(read(ONE[case][1]).entries[0], "Gazette")), "on another night too"


TRACKED = {
    "one value for all": ("?ns_mchannel=rss&ito=1490", "?ns_mchannel=rss&ito=1490", "?ns_mchannel=rss&ito=1490"),
    "two campaigns": ("?at_campaign=A", "?at_campaign=B", "?at_campaign=A"),
    "not on all": ("?rss=1", "", "?rss=1"),
    "beside others": ("?ito=1&utm_medium=f", "?utm_medium=f&ito=1", "?ito=1"),
    "a fragment for all": ("#r=feed", "#r=feed", "#r=feed"),
}


@pytest.mark.parametrize("case", TRACKED)
def test_what_all_entries_have_alike_and_need_not_is_a_tracker(case: str) -> None:
    rows = links(*(f"/{at}{end}" for at, end in enumerate(TRACKED[case])))
    assert [entry.url for entry in read(*rows).entries] == [f"{HOME}/{at}" for at in range(3)]


_NAMES = st.sampled_from(("feed", "rss", "sh", "partner", "ns_id", "ito", "at_x", "spm", "taid", "id", "p"))


@given(_NAMES, st.lists(st.integers(0, 99), min_size=2, max_size=6, unique=True), st.booleans())
def test_no_parameter_that_tells_entries_apart_is_cut(name: str, values: list[int], own_page: bool) -> None:
    rows = [
        (f"{HOME}/{f'p{value}' if own_page else 'p'}?{name}={value}", None, f"Report number {value} from the front")
        for value in values
    ]
    assert [entry.url for entry in read(*rows).entries] == [link for link, _, _ in rows]


_ENDS = st.sampled_from(
    ("", "/", "/l", "/l?feed=1", "/l?feed=2", "/l#p-1", "/l#comments", "/#/r", "/a?rss=1", "/b?rss=1")
)
_GUIDS = st.sampled_from((None, "1", "2", HOME, f"{HOME}/l", f"{HOME}/l#p-1", "https://post.example/x"))


@given(st.lists(st.tuples(_ENDS, _GUIDS), max_size=4))
def test_what_tells_of_another_thing_never_vanishes_but_by_its_own_link_and_guid(
    ends: list[tuple[str, str | None]],
) -> None:
    rows = links(*(end for end, _ in ends), guids=tuple(guid for _, guid in ends))
    left = {entry.headline for entry in read(*rows).entries}
    for link, guid, headline in rows:
        twins = [row for row in rows if row[2] != headline and row[1] == guid and guid is not None]
        assert headline in left or twins, (link, guid, headline)


#: (headline, headline, do they tell of one thing?)
WORDS = {
    "the same": ("Army says bridge taken", "Army says: bridge taken!", True),
    "more of it": ("Army says bridge at Veld taken", "Live: Army says bridge at Veld has been taken", True),
    "another number": ("Situation report 12", "Situation report 13", False),
    "another thing": ("Army says bridge taken", "Two aid workers freed", False),
    "nothing": ("", "Two aid workers freed", False),
}


@pytest.mark.parametrize("case", WORDS)
def test_headlines_agree_by_what_they_tell(case: str) -> None:
    one, other, agree = WORDS[case]
    assert alike(one, other) is alike(other, one) is agree


def entry(url: str = f"{HOME}/a", guid: str = "", headline: str = _A, *, shares: bool = False) -> Entry:
    return Entry(url=url, guid=guid or url, headline=headline, published=NOW, shares_page=shares)


#: GUID to what it is known by, of an entry at https://gazette.example/a.
GUIDS = {
    "a number": ("4711", "gazette.example 4711"),
    "its own house's address": (f"{HOME}/?p=12", f"{HOME}/?p=12"),
    "a host below": ("https://cms.gazette.example/12", "https://cms.gazette.example/12"),
    "another house's address": ("https://post.example/x", "gazette.example https://post.example/x"),
    "a name that ends alike": ("https://the-gazette.example/x", "gazette.example https://the-gazette.example/x"),
    "its own house's tag": ("tag:gazette.example,2026:1", "tag:gazette.example,2026:1"),
    "another house's tag": ("tag:post.example,2026:1", "gazette.example tag:post.example,2026:1"),
    "the front page": (f"{HOME}/", None),
    "a count of revisions": (f"{HOME}/a#4", None),
}


@pytest.mark.parametrize("case", GUIDS)
def test_a_guid_is_a_key_of_its_own_house_alone(case: str) -> None:
    guid, key = GUIDS[case]
    assert guid_key(entry(guid=guid)) == key
    assert set(keys_of(entry(guid=guid))) == {*filter(None, (key,)), f"{HOME}/a"}


def test_the_page_of_a_list_is_no_key() -> None:
    assert keys_of(entry(guid="26-1", shares=True)) == ("gazette.example 26-1",)
    one, other = read(*links("/n/", "/n/", guids=("1", "2"))).entries
    assert not set(keys_of(one)) & set(keys_of(other))


#: (what was known, what comes, is it the same?): of one source, of another night.
NIGHTS = {
    "a new link, the GUID stays": (entry(f"{HOME}/a?s=1", "1"), entry(f"{HOME}/a?s=2", "1", "Ferries stop"), True),
    "a reworded headline": (entry(), entry(headline="Shelling stops boats"), True),
    "a new GUID for a like headline": (entry(guid="1"), entry(guid="2", headline=f"Updated: {_A}"), True),
    "a new GUID, a new headline": (entry(guid="1"), entry(guid="2", headline=HEADLINES[1]), False),
    "a revision": (entry(guid=f"{HOME}/a#1"), entry(guid=f"{HOME}/a#2", headline=HEADLINES[1]), True),
    "the next post": (entry(f"{HOME}/l#1"), entry(f"{HOME}/l#2", headline=HEADLINES[1]), False),
    "another parameter": (entry(f"{HOME}/s?feed=1"), entry(f"{HOME}/s?feed=2", headline=HEADLINES[1]), False),
    "the home as GUID": (entry(f"{HOME}/a", HOME), entry(f"{HOME}/b", HOME, HEADLINES[1]), False),
}


@pytest.mark.parametrize("case", NIGHTS)
def test_what_was_known_on_an_earlier_night(case: str) -> None:
    before, now, same = NIGHTS[case]
    known = Claims([of_entry(before, "Gazette")])
    assert bool(known.same(of_entry(now, "Gazette"))) is same


@pytest.mark.parametrize(("headline", "same"), [(_A, True), (f"Ferries: {_A}", True), (HEADLINES[1], False)])
def test_of_two_sources_that_claim_one_address_both_stay_until_their_words_agree(headline: str, same: bool) -> None:
    known = Claims([of_entry(entry(), "Gazette")])
    claim = of_entry(entry(headline=headline), "Carrier")
    assert bool(known.same(claim)) is same
    assert bool(known.contested(claim)) is not same


def test_a_claim_without_an_address_is_no_page() -> None:
    assert Claim(source="x", keys=frozenset({"k"}), headline=_A).told is None
