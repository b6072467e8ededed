"""No page shows more of a source than its class allows, whoever wrote the line."""

from __future__ import annotations

import pytest

from scrapers.briefing_file import parse
from scrapers.model import Rights
from scrapers.page.rights import ANYBODY, HEADLINE, Right, overlong, rights_of

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
    "the same in single ones": (f"‘{LONG}’, said X.", "Strict Times", "16 quoted words"),
    "the same in French ones turned round": (f"»{LONG}«, said X.", "Strict Times", "16 quoted words"),
    "the same in Japanese ones": (f"「{LONG}」, said X.", "Strict Times", "16 quoted words"),
    "the same in marks that HTML has names for": (f"&ldquo;{LONG}&rdquo;, said X.", "Strict Times", "16 quoted words"),
    "the same in a mark that is not closed": (f"“{LONG}, said X.", "Strict Times", "18 quoted words"),
    "the same round another quotation": (f"“{LONG[:40]} “x” {LONG[40:]}”, said X.", "Strict Times", "quoted words"),
    "an apostrophe and what is whose": (
        f"The rebels’ camp didn’t hold, {LONG}, at the boys’ school.",
        "Strict Times",
        None,
    ),
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


def faults_of(prose: str, *, outlet: str, headline: str = "Headline") -> list[str]:
    text = file(prose, outlet=outlet, headline=headline)
    return [str(fault) for fault in overlong(parse(text)[0], text, RIGHTS)]


@pytest.mark.parametrize("outlet", ["Quotable Post", "Feed Times", "Terse Times", "Somebody"])
def test_a_passage_has_as_many_characters_as_its_source_allows_and_no_more(outlet: str) -> None:
    limit = RIGHTS.get(outlet, RIGHTS[ANYBODY]).limit
    for length, faults in ((limit, 0), (limit + 1, 1)):
        passage = f"> {'w' * length}\n> — [Outlet](https://example.org/a)"
        assert len(faults_of(passage, outlet=outlet)) == faults


def test_a_headline_has_as_many_characters_as_may_be_shown_and_no_more() -> None:
    assert faults_of("Text.", outlet="Strict Times", headline="w" * HEADLINE) == []
    assert len(faults_of("Text.", outlet="Strict Times", headline="w" * (HEADLINE + 1))) == 1


@pytest.mark.parametrize("ceiling", Rights)
def test_of_whom_nobody_knows_no_more_is_shown_than_a_preview_and_the_site_allow(ceiling: Rights) -> None:
    anybody = rights_of([], ceiling)[ANYBODY]
    assert anybody.rights is (Rights.LINK if ceiling is Rights.LINK else Rights.PREVIEW)
    assert (anybody.limit > 0) is (ceiling is not Rights.LINK)


#: Words in marks, and how few characters of the page its publisher must allow for them to be too many; None for never.
LIMITED = {
    "a few words of a page that is linked": ("“the market hall burned until”, [it says](https://example.org/a).", 28),
    "a long quotation": (f"“{LONG}”, [it says](https://example.org/a).", len(LONG)),
    "a long quotation that names no page": (f"“{LONG}”, it says.", len(LONG)),
    "a few words that name no page": ("“the market hall burned until”, it says.", None),
    "a catchword": ("It is “a sham at best”, [it says](https://example.org/a).", None),
    "a passage": (PASSAGE, len(LONG)),
}


@pytest.mark.parametrize("outlet", ["Open Office", "Quotable Post"])
@pytest.mark.parametrize("case", LIMITED)
def test_a_publishers_word_for_machines_holds_for_whatever_is_quoted_of_its_page(case: str, outlet: str) -> None:
    prose, characters = LIMITED[case]
    text = file(prose, outlet=outlet)
    for limit in (0, (characters or 0) - 1, characters or 0, 500):
        faults = list(overlong(parse(text)[0], text, RIGHTS, {"https://example.org/a": max(0, limit)}))
        assert bool(faults) is (characters is not None and limit < characters)
