"""The briefing file: what stands in it is read, what is wrong in it is told with its line."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from scrapers.briefing import UNSEEN, Briefing, Citation, Correction, Section
from scrapers.briefing_file import dumps, loads, parse
from scrapers.errors import ContentError

FILE = """\
Title: Briefing for Friday 21 August 2026
Date: 2026-08-21
Window: 2026-08-20 17:30 – 2026-08-21 23:30 UTC
Summary: Mediators resume talks in Doha: delegations to stay.

## Mediators resume "ceasefire" talks in Doha {#qz7k3m}

Topics: Gaza, Ceasefire
Place: Doha, Qatar
Follows: 2026-08-20#m2x9pd
Related: 2026-08-20#p4wqa2
Correction: 2026-08-22: the talks began on Friday, not on Thursday

Mediators said that talks had resumed, [Example Wire](https://example.org/a) reports.

- [Talks \\[resume\\]: what we know](https://example.org/a) — Example Wire, 2026-08-21 14:20 UTC
- [Talks restart](https://example.org/b%28c%29) — Example Wire via The Post · state media, QA, undated

## What we could not see

- Example Radio: timeout (no answer within 30 s), 2026-08-21 23:30 UTC
"""


def test_reads_a_whole_briefing() -> None:
    briefing = loads(FILE)
    assert briefing.day == date(2026, 8, 21)
    assert briefing.summary == "Mediators resume talks in Doha: delegations to stay."
    (section,) = briefing.developments
    assert section.topics == ("Gaza", "Ceasefire")
    assert (section.follows, section.related) == ("2026-08-20#m2x9pd", "2026-08-20#p4wqa2")
    assert section.corrections == (
        Correction(day=date(2026, 8, 22), text="the talks began on Friday, not on Thursday"),
    )
    first, second = section.citations
    assert first == Citation(
        headline="Talks [resume]: what we know",
        url="https://example.org/a",
        source="Example Wire",
        published=datetime(2026, 8, 21, 14, 20, tzinfo=UTC),
    )
    assert (second.origin, second.source, second.label) == ("Example Wire", "The Post", "state media, QA")
    assert second.published is None
    assert briefing.items(UNSEEN) == ("Example Radio: timeout (no answer within 30 s), 2026-08-21 23:30 UTC",)
    assert briefing.updated == date(2026, 8, 22)


def test_writing_gives_back_what_was_read() -> None:
    assert dumps(loads(FILE)) == FILE


def test_copies_of_one_wire_story_are_one_voice() -> None:
    (section,) = loads(FILE).developments
    assert (section.outlets, section.voices) == (2, 1)


def test_desks_of_one_house_are_one_voice() -> None:
    citations = tuple(
        Citation(headline="x", url=f"https://example.org/{n}", source=name)
        for n, name in enumerate(("The Paper - World", "The Paper - International", "Paper"))
    )
    assert Section(headline="x", id="x", citations=citations).voices == 1


FAULTS = {
    "unknown field": ("Topics:", "Topcis:", 8, "did you mean 'Topics'?"),
    "no date": ("Date: 2026-08-21\n", "", 1, "no 'Date: YYYY-MM-DD' line"),
    "a day that does not exist": ("2026-08-21\nW", "2026-02-31\nW", 2, "no day"),
    "a field twice": ("Place: Doha", "Place: Rome\nPlace: Doha", 10, "stands twice"),
    "a broken id": ("{#qz7k3m}", "{#QZ 7}", 6, "is no id"),
    "a broken link to an earlier day": ("2026-08-20#m2x9pd", "yesterday", 10, "is no link"),
    "a correction without a day": ("Correction: 2026-08-22: the", "Correction: the", 12, "Correction: 2026-08-22:"),
    "a citation without an outlet": (" — Example Wire, 2026-08-21 14:20 UTC", "", 16, "a citation reads"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_tells_what_is_wrong_and_in_which_line(case: str) -> None:
    good, bad, line, message = FAULTS[case]
    assert FILE.count(good) == 1
    with pytest.raises(ContentError) as caught:
        loads(FILE.replace(good, bad))
    assert caught.value.line == line
    assert message in str(caught.value)


def test_a_fault_in_one_line_leaves_the_rest_readable() -> None:
    briefing, faults = parse(FILE.replace("Topics:", "Topcis:"), day=date(2026, 8, 21))
    assert len(faults) == 1
    assert briefing.developments[0].citations[0].source == "Example Wire"


def test_an_unreadable_citation_stays_on_the_page_as_prose() -> None:
    briefing, faults = parse(FILE.replace(", 2026-08-21 14:20 UTC", ""), day=None)
    assert faults
    assert "what we know" in briefing.developments[0].prose


def test_two_developments_cannot_share_an_id() -> None:
    second = "\n## Another {#qz7k3m}\n\nText.\n"
    assert "stands twice" in str(parse(FILE + second)[1][0])


def test_hidden_developments_are_not_shown_and_pinned_ones_come_first() -> None:
    def section(identity: str, **kind: bool) -> Section:
        return Section(headline=identity, id=identity, **kind)  # type: ignore[arg-type]

    briefing = Briefing(
        day=date(2026, 1, 1), title="x", sections=(section("a"), section("b", hidden=True), section("c", pinned=True))
    )
    assert [s.id for s in loads(dumps(briefing)).developments] == ["c", "a"]


def test_windows_line_ends_are_read() -> None:
    assert loads(FILE.replace("\n", "\r\n")) == loads(FILE)


def test_a_day_without_any_section_is_a_day() -> None:
    text = "Title: A quiet day\nDate: 2026-08-21\n"
    assert loads(text).sections == ()
    assert dumps(loads(text)) == text
