"""Which pages are read where not all may be: those of what leads, then each source in turn, within its bounds."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.group.learned import Names
from scrapers.group.reading_list import reading_list
from scrapers.model import Article
from tests.group.world import NIGHT, NOW, article, topics

#: What one source has besides, newest first: nothing that a page would show.
CHATTER = tuple(
    article(f"z{number:02}", f"Council of village {number} plans a new footpath", by="Busy Wire", hours=number / 10)
    for number in range(1, 20)
)


def chosen(entries: tuple[Article, ...], most: int, most_a_source: int) -> frozenset[str]:
    return reading_list(entries, topics=topics(), tonight=Names(()), now=NOW, most=most, most_a_source=most_a_source)


def test_all_are_read_where_all_may_be() -> None:
    assert chosen(NIGHT, len(NIGHT), len(NIGHT)) == {one.id for one in NIGHT}


def test_what_leads_the_page_is_read_before_what_is_merely_new() -> None:
    lead = {one.id for one in NIGHT if "strike" in one.headline.lower()}
    assert len(lead) > 1
    assert lead <= chosen(CHATTER + NIGHT, 8, 8)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 30), st.integers(1, 10))
def test_no_bound_is_passed_and_none_is_left_unused(most: int, most_a_source: int) -> None:
    entries = CHATTER + NIGHT
    found = chosen(entries, most, most_a_source)
    of_source = Counter(one.source.name for one in entries)
    read = Counter(one.source.name for one in entries if one.id in found)
    assert all(count <= most_a_source for count in read.values())
    assert len(found) == min(most, sum(min(count, most_a_source) for count in of_source.values()))
