"""No page shows more of a source than its class allows, whoever wrote the line."""

from __future__ import annotations

import pytest

from scrapers.briefing_file import parse
from scrapers.compose.rights import overlong
from scrapers.model import Rights

RIGHTS = {"Open Office": Rights.FULL, "Quotable Post": Rights.EXCERPT, "Strict Times": Rights.LINK}
LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"


def file(prose: str, *, outlet: str, headline: str = "Headline") -> str:
    return (
        "Title: x\nDate: 2026-08-21\n\n## Headline {#abc}\n\nTopics: Gaza\n\n"
        f"{prose}\n\n- [{headline}](https://example.org/a) — {outlet}, 2026-08-21 14:20 UTC\n"
    )


CASES = {
    "a speaker's fifteen words": (f"“{LONG.rsplit(' ', 1)[0]}”, said X.", "Strict Times", None),
    "sixteen words of class link": (f"“{LONG}”, said X.", "Strict Times", "16 quoted words of Strict Times"),
    "the same in straight quotation marks": (f'"{LONG}", said X.', "Strict Times", "16 quoted words"),
    "the same in German ones": (f"„{LONG}“, said X.", "Strict Times", "16 quoted words"),
    "an outlet nobody knows": (f"“{LONG}”, said X.", "Somebody", "16 quoted words of Somebody"),
    "a passage of class excerpt": (f"“{LONG}”, it writes.", "Quotable Post", None),
    "a passage too long": (f"“{LONG} {LONG} {LONG}”, it writes.", "Quotable Post", "of rights class 'excerpt'"),
    "two passages of one article": (f"“{LONG}”, it writes.\n“{LONG} x”, it adds.", "Quotable Post", "a second passage"),
    "wire copy in a local feed": (f"“{LONG}”, it writes.", "Big Wire via Quotable Post", "'link'"),
    "public domain": (f"“{LONG} {LONG} {LONG}”, it writes.", "Open Office", None),
}


@pytest.mark.parametrize("case", CASES)
def test_the_gate(case: str) -> None:
    prose, outlet, expected = CASES[case]
    text = file(prose, outlet=outlet)
    faults = list(overlong(parse(text)[0], text, RIGHTS))
    if expected is None:
        assert faults == []
    else:
        assert expected in str(faults[0])
        assert faults[0].line == 8 + prose.count("\n")


def test_a_headline_is_no_way_round() -> None:
    text = file("Text.", outlet="Strict Times", headline="word " * 40)
    (fault,) = overlong(parse(text)[0], text, RIGHTS)
    assert "a headline of" in str(fault)
    assert fault.line == 10


def test_the_source_a_sentence_links_to_decides() -> None:
    text = file(f"“{LONG}”, [Open Office](https://example.org/b) writes.", outlet="Strict Times").rstrip("\n")
    text += "\n- [Other](https://example.org/b) — Open Office, undated\n"
    assert list(overlong(parse(text)[0], text, RIGHTS)) == []
