"""What publishers offer to be shown beside their links. Every outlet is invented."""

from __future__ import annotations

import json

import pytest

from scrapers.extract.page import read_page
from scrapers.extract.preview import of_entry
from scrapers.model import Entry, Preview, Reading

URL = "https://courier.example/2026/08/21/bridge"
LEAD = "The ferry to Aldermoor runs again after nine weeks of storms, and the mail with it."
ARTICLE = "".join(
    f"<p>Paragraph {number} says that the ferry left on time and came back with the mail of the day.</p>"
    for number in ("one", "two", "three", "four")
)


def read(head: str = "", above: str = "") -> Reading:
    page = (
        f'<html><head><meta property="og:site_name" content="The Marrin Courier">{head}</head>'
        f"<body><article><h1>The ferry is back</h1>{above}<div class='text'>{ARTICLE}</div></article></body></html>"
    )
    return read_page(page.encode(), url=URL)


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


#: head, and what it offers, in order: (place, text).
HEADS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "nothing": ("", []),
    "all places, in their order": (
        meta("description", "It sails at nine.")
        + meta("twitter:description", "A ferry sails.")
        + meta("og:description", "Storms have ended.")
        + ld(description="Mail is back.", headline="The ferry is back"),
        [
            ("json-ld", "Mail is back."),
            ("og:description", "Storms have ended."),
            ("twitter:description", "A ferry sails."),
            ("description", "It sails at nine."),
        ],
    ),
    "each text once": (
        meta("og:description", "Storms have ended.") + meta("description", "Storms have ended"),
        [("og:description", "Storms have ended.")],
    ),
    "one plain line": (
        meta("og:description", "Storms &amp;amp; waves&#10; have &lt;b&gt;ended&lt;/b&gt;."),
        [("og:description", "Storms & waves have ended.")],
    ),
    "not the title": (meta("og:description", "The ferry is back!"), []),
    "not the title with the site's name": (meta("og:description", "The ferry is back - The Marrin Courier"), []),
    "not the site's name": (meta("description", "The Marrin Courier"), []),
    "not what the site says of itself": (
        meta("description", "News of Marrin since 1887.")
        + '<script type="application/ld+json">{"@type": "WebSite", "description": "News of Marrin, since 1887"}</script>',
        [],
    ),
    "not what the publisher says of itself": (
        meta("description", "News of Marrin since 1887.")
        + ld(publisher={"@type": "Organization", "slogan": "News of Marrin since 1887"}),
        [],
    ),
    "no article in the wrong place": (meta("description", "word " * 2000), []),
    "of shapes that are none": (ld(description={"@type": "Thing"}, headline=[]), []),
}


@pytest.mark.parametrize("case", HEADS)
def test_a_page_s_head_offers(case: str) -> None:
    head, offered = HEADS[case]
    assert [(each.place, each.text) for each in read(head).previews] == offered


def test_the_standfirst_comes_first_and_its_copy_in_the_head_is_no_second() -> None:
    reading = read(meta("og:description", LEAD), f'<p class="standfirst">{LEAD}</p>')
    assert reading.standfirst == LEAD
    assert reading.previews == (Preview(text=LEAD, place="standfirst"),)


def test_what_the_page_withholds_is_offered_nowhere() -> None:
    reading = read(
        meta("og:description", LEAD) + meta("description", "It sails at nine."),
        f'<p class="standfirst" data-nosnippet>{LEAD}</p>',
    )
    assert reading.standfirst == LEAD, "it is read: facts are free"
    assert reading.previews == (Preview(text="It sails at nine.", place="description"),)


ENTRIES = {
    "a summary": (LEAD, LEAD),
    "none": ("", None),
    "the headline again": ("Ferry is back!", None),
    "with WordPress's line": (f"{LEAD} The post Ferry is back appeared first on The Marrin Courier.", LEAD),
    "with the label of a link": (f"{LEAD} Continue reading...", LEAD),
    "a line alone": ("The post Ferry is back first appeared on The Marrin Courier.", None),
    "words that only look like it": (
        "The post office opened first on Tuesday.",
        "The post office opened first on Tuesday.",
    ),
}


@pytest.mark.parametrize("case", ENTRIES)
def test_a_feed_offers_its_summary(case: str) -> None:
    summary, offered = ENTRIES[case]
    entry = Entry(guid="1", url=URL, headline="Ferry is back", summary=summary)
    assert of_entry(entry) == ((Preview(text=offered, place="feed summary"),) if offered else ())


def test_a_summary_that_the_page_withholds_is_not_offered() -> None:
    entry = Entry(guid="1", url=URL, headline="Ferry is back", summary=LEAD)
    assert of_entry(entry, withheld=LEAD) == ()
