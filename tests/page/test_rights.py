"""No page shows more of a source than its class allows, whoever wrote the line."""

from __future__ import annotations

import pytest

from scrapers.briefing_file import parse
from scrapers.model import Rights
from scrapers.page.rights import ANYBODY, Right, overlong

RIGHTS = {
    "Open Office": Right(rights=Rights.FULL),
    "Quotable Post": Right(rights=Rights.EXCERPT),
    "Feed Times": Right(rights=Rights.PREVIEW),
    "Terse Times": Right(rights=Rights.PREVIEW, limit=100),
    "Strict Times": Right(rights=Rights.LINK, limit=0),
    ANYBODY: Right(rights=Rights.PREVIEW),
}
LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"


def file(prose: str, *, outlet: str, headline: str = "Headline") -> str:
    return (
        "Title: x\nDate: 2026-08-21\n\n## Headline {#abc}\n\nTopics: Gaza\n\n"
        f"{prose}\n\n- [{headline}](https://example.org/a) — {outlet}, 2026-08-21 14:20 UTC\n"
    )


PASSAGE = f"> {LONG}\n> — [Outlet](https://example.org/a)"
LONGER = f"> {LONG} {LONG} {LONG} {LONG}\n> — [Outlet](https://example.org/a)"

CASES = {
    "a speaker's fifteen words": (f"“{LONG.rsplit(' ', 1)[0]}”, said X.", "Strict Times", None),
    "sixteen words of class link": (f"“{LONG}”, said X.", "Strict Times", "16 quoted words of Strict Times"),
    "the same in straight quotation marks": (f'"{LONG}", said X.', "Strict Times", "16 quoted words"),
    "the same in German ones": (f"„{LONG}“, said X.", "Strict Times", "16 quoted words"),
    "a passage of class link": (PASSAGE, "Strict Times", "0 may be shown"),
    "a passage of class preview": (PASSAGE, "Feed Times", None),
    "a passage of an outlet nobody knows": (PASSAGE, "Somebody", None),
    "a passage beyond its source's own limit": (
        PASSAGE.replace(LONG, f"{LONG} {LONG[:40]}"),
        "Terse Times",
        "100 may be shown",
    ),
    "a passage too long": (LONGER, "Quotable Post", "of rights class 'excerpt': 280 may be shown"),
    "a long passage in a sentence": (f"“{LONG} {LONG} {LONG} {LONG}”, it writes.", "Feed Times", "'preview'"),
    "two passages of one article": (f"{PASSAGE}\n\n{PASSAGE}", "Quotable Post", "a second passage"),
    "a passage and a quotation of one article": (f"{PASSAGE}\n\n“{LONG}”, it adds.", "Feed Times", "a second passage"),
    "a passage of an article that is not cited": (
        PASSAGE.replace("org/a", "org/z"),
        "Quotable Post",
        "is not cited in this section",
    ),
    "wire copy in a local feed": (PASSAGE, "Big Wire via Quotable Post", "'link'"),
    "a copy of what may be quoted": (PASSAGE, "Feed Times via Quotable Post", None),
    "public domain": (LONGER, "Open Office", None),
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
        assert 8 <= (faults[0].line or 0) <= 8 + prose.count("\n")


def test_a_headline_is_no_way_round() -> None:
    text = file("Text.", outlet="Strict Times", headline="word " * 40)
    (fault,) = overlong(parse(text)[0], text, RIGHTS)
    assert "a headline of" in str(fault)
    assert fault.line == 10


def test_the_source_a_sentence_links_to_decides() -> None:
    text = file(f"“{LONG}”, [Open Office](https://example.org/b) writes.", outlet="Strict Times").rstrip("\n")
    text += "\n- [Other](https://example.org/b) — Open Office, undated\n"
    assert list(overlong(parse(text)[0], text, RIGHTS)) == []
