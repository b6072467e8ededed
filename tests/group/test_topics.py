"""A topic's file: read, written, and refused with line and remedy."""

from __future__ import annotations

import pytest

from scrapers.errors import ContentError
from scrapers.group.relevance import relevance
from scrapers.topics import dumps, loads
from tests.desk import DESK
from tests.group.world import topics

TEXT = (
    "Name: Sudan\nAliases: Darfur\nKind: conflict\nKeywords: RSF!, Sudan*, Bashir?\nEvents: talks, aid\nRegions: africa\n"
    "\nTwo armies.\n"
)


def test_what_is_written_is_read_back() -> None:
    topic = loads(TEXT, slug="sudan")
    assert (topic.name, topic.keywords, topic.introduction) == ("Sudan", ("RSF!", "Sudan*", "Bashir?"), "Two armies.")
    assert topic.events == ("talks", "aid")
    assert loads(dumps(topic), slug="sudan") == topic
    assert dumps(topic) == TEXT


def test_every_topic_of_the_project_reads_and_is_complete() -> None:
    found = topics()
    assert len(found) >= 40
    for topic in found:
        assert topic.keywords, topic.slug
        assert 40 < len(topic.introduction) < 900, topic.slug
        assert (DESK / "topics" / f"{topic.slug}.md").read_text(encoding="utf-8") == dumps(topic)
    names = [name.casefold() for topic in found for name in (topic.name, *topic.aliases)]
    assert len(names) == len(set(names)), "two topics answer to one name"


@pytest.mark.parametrize(
    "headline", ["China names envoy for trade in its hills", "Court in China jails three men over a swindle"]
)
def test_a_report_of_china_is_not_one_of_taiwan(headline: str) -> None:
    assert relevance(headline, topics=topics()).conflict != "taiwan-south-china-sea"
    assert relevance(f"{headline}, Taiwan says", topics=topics()).conflict == "taiwan-south-china-sea"


WRONG = {
    "an unknown field": ("Name: X\nKeyword: a\n\nText", "sudan", 2),
    "no name": ("Kind: conflict\n\nText", "sudan", 1),
    "an unknown kind": ("Name: X\nKind: war\n", "sudan", 2),
    "a keyword that matches everything": ("Name: X\nKeywords: *\n", "sudan", 2),
    "a star inside": ("Name: X\nKeywords: Su*dan\n", "sudan", 2),
    "a name twice": ("Name: X\nName: Y\n", "sudan", 2),
    "a slug that is no address": ("Name: X\n", "Süd Sudan", None),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_fault_is_told_with_its_line(case: str) -> None:
    text, slug, line = WRONG[case]
    with pytest.raises(ContentError) as caught:
        loads(text, slug=slug)
    assert caught.value.line == line
