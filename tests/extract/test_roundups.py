"""Round-ups become one part a development; other articles none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from html import escape

import pytest

from scrapers.extract.page import read_page
from scrapers.model import Reading
from tests.extract.building import (
    FIVE,
    KEY,
    TITLE,
    Told,
    bullets,
    card,
    live_blog,
    page,
    prose,
    sections,
    ticker_entry,
)

URL = "https://courier.example/2024/12/04/war-latest"
INTRO = f"<p>{escape(KEY)}</p>"
PROMO = (
    "How the harbour of Aldermoor was lost and won",
    "Six weeks of blockade taught a small town what a quay is worth. A report from the pilots' house and the mill…",
)
FLAT_CARD = f'<p><a href="/other">{PROMO[0]}</a></p><p>{PROMO[1]}</p><p>{escape(TITLE)}</p>'
BARE_CARD = f"<div><div>{PROMO[0]}</div><div>{PROMO[1]}</div><div><span>{escape(TITLE)}</span></div></div>"


def read(body: str, **others: str) -> Reading:
    return read_page(page(body, **others), url=URL)


def h(level: int, words: Callable[[Told], str] = lambda each: each.bullet) -> Callable[[Told], str]:
    return lambda each: f"<h{level}>{escape(words(each))}</h{level}>"


def lines(told: Told) -> str:
    """A section of a page that knows no paragraphs."""
    return f"<b>{escape(told.bullet)}</b><br><br>" + "".join(f"{escape(text)}<br><br>" for text in told.paragraphs)


#: Shapes that give every development with its bullet as title and its own text.
WHOLE = {
    "a key list and sections under h2": INTRO + bullets(FIVE) + sections(FIVE, h(2)),
    "a key list and sections under h3 with emphasis": INTRO
    + bullets(FIVE)
    + sections(FIVE, lambda each: f"<h3><strong>{escape(each.bullet)}</strong></h3>"),
    "headings in other words than their bullets": INTRO
    + bullets(FIVE)
    + sections(FIVE, h(2, lambda each: each.reworded)),
    "sections in another order than the list": INTRO + bullets(FIVE) + sections(FIVE[::-1], h(2)),
    "headings that are bold paragraphs": INTRO
    + bullets(FIVE)
    + sections(FIVE, lambda each: f"<p><strong>{escape(each.bullet)}</strong></p>"),
    "headings that are plain paragraphs": INTRO
    + bullets(FIVE)
    + sections(FIVE, lambda each: f"<p>{escape(each.bullet)}</p>"),
    "bullets that are paragraphs with a dot": INTRO + bullets(FIVE, "<p>• {}</p>", "{}") + sections(FIVE, h(2)),
    "no paragraphs at all, only line breaks": INTRO + bullets(FIVE) + "".join(lines(each) for each in FIVE),
    "the first section has no heading": INTRO + bullets(FIVE) + prose(FIVE[0]) + sections(FIVE[1:], h(2)),
    "no headings: the paragraphs follow the bullets": INTRO + bullets(FIVE) + "".join(prose(each) for each in FIVE),
    "bullets lead to their sections": INTRO
    + "<ul>"
    + "".join(f'<li><a href="#s{number}">{escape(each.bullet)}</a></li>' for number, each in enumerate(FIVE))
    + "</ul>"
    + "".join(f'<h2 id="s{number}">Part {number}</h2>{prose(each)}' for number, each in enumerate(FIVE)),
    "the list stands in a box with a heading": f"<div class='summary'><h3>Key points</h3>{bullets(FIVE)}</div>"
    + sections(FIVE, h(2)),
    "the list is numbered": INTRO + bullets(FIVE, "<li>{}</li>", "<ol>{}</ol>") + sections(FIVE, h(2)),
    "numbers stand before the headings": INTRO
    + bullets(FIVE)
    + "".join(f"<h2>{number}. {escape(each.bullet)}</h2>{prose(each)}" for number, each in enumerate(FIVE, 1)),
    "each section is an element": INTRO
    + bullets(FIVE)
    + "".join(f"<section><h2>{escape(each.bullet)}</h2>{prose(each)}</section>" for each in FIVE),
    "promo cards between the sections": INTRO
    + bullets(FIVE)
    + sections(FIVE, h(2), between=card(*PROMO, "The Marrin Courier")),
    "promo cards that lost their box": INTRO + bullets(FIVE) + sections(FIVE, h(2), between=FLAT_CARD),
    "promo cards that lost box and link": INTRO + bullets(FIVE) + sections(FIVE, h(2), between=BARE_CARD),
    "a sign-up box and a read-also line between": INTRO
    + bullets(FIVE)
    + sections(
        FIVE,
        h(2),
        between='<div class="newsletter-signup"><p>Get the War Letter. Sign up for our free newsletter.</p></div>'
        '<p>Read also: <a href="/other">The mill that never stopped</a></p>',
    ),
    "a list without a word above it": bullets(FIVE) + sections(FIVE, h(2)),
}


@pytest.mark.parametrize("shape", WHOLE)
def test_every_development_comes_out_with_its_own_text(shape: str) -> None:
    reading = read(WHOLE[shape])
    assert [part.title for part in reading.parts] == [each.bullet for each in FIVE]
    for part, each in zip(reading.parts, FIVE, strict=True):
        assert part.text == each.text
        assert not any(words in part.text for words in PROMO)


@pytest.mark.parametrize("shape", [shape for shape in WHOLE if "line breaks" not in shape])
def test_every_development_keeps_its_own_link(shape: str) -> None:
    for part, each in zip(read(WHOLE[shape]).parts, FIVE, strict=True):
        assert part.links == (each.link,)


#: Shapes without bullets, or with other titles: (page body, page title, expected titles, expected texts)
OTHERS: dict[str, tuple[str, str, list[str], list[str]]] = {
    "headings with sections, by the title's word": (
        sections(FIVE, h(2)),
        "What we know on day 316 of the war",
        [each.bullet for each in FIVE],
        [each.text for each in FIVE],
    ),
    "headings that link to the whole story": (
        sections(FIVE, lambda each: f'<h2><a href="/full">{escape(each.bullet)}</a></h2>'),
        "Morning briefing: harbour, talks, depot",
        [each.bullet for each in FIVE],
        [each.text for each in FIVE],
    ),
    "an agency's framed headings": (
        "<p>Here are the latest developments:</p>" + sections(FIVE, lambda each: f"<p>- {escape(each.bullet)} -</p>"),
        "War in Marrin: Latest developments",
        [each.bullet for each in FIVE],
        [each.text for each in FIVE],
    ),
    "labels with lists of developments": (
        "<p>Here is how things stand:</p>"
        + "".join(
            f"<h3>{label}</h3><ul>" + "".join(f"<li>{escape(each.paragraphs[0])}</li>" for each in told) + "</ul>"
            for label, told in (("Fighting", FIVE[:3]), ("Diplomacy", FIVE[3:]))
        ),
        "List of key events, day 1,040",
        [each.paragraphs[0].removesuffix(".") for each in FIVE],
        [each.paragraphs[0] for each in FIVE],
    ),
    "a list whose items are the developments": (
        "<ul>" + "".join(f"<li>{escape(' '.join(each.paragraphs))}</li>" for each in FIVE) + "</ul>",
        "War at a glance: what we know",
        [each.paragraphs[0].removesuffix(".") for each in FIVE],
        [" ".join(each.paragraphs) for each in FIVE],
    ),
    "items that begin with bold words": (
        "<ul>"
        + "".join(f"<li><strong>{escape(each.bullet)}.</strong> {escape(each.paragraphs[0])}</li>" for each in FIVE)
        + "</ul>",
        "War at a glance: what we know",
        [each.bullet for each in FIVE],
        [f"{each.bullet}. {each.paragraphs[0]}" for each in FIVE],
    ),
    "paragraphs that begin with bold words": (
        "".join(
            f"<p><b>{escape(each.bullet)}.</b> {escape(each.paragraphs[0])}</p><p>{escape(each.paragraphs[1])}</p>"
            for each in FIVE
        ),
        "The week in brief",
        [each.bullet for each in FIVE],
        [f"{each.bullet}. {each.paragraphs[0]}\n{each.paragraphs[1]}" for each in FIVE],
    ),
    "a bullet without a section survives": (
        INTRO + bullets(FIVE) + sections(FIVE[:3], h(2)),
        TITLE,
        [each.bullet for each in FIVE],
        [*(each.text for each in FIVE[:3]), *(each.bullet for each in FIVE[3:])],
    ),
    "a section without a bullet survives": (
        INTRO + bullets(FIVE[:4]) + sections(FIVE, h(2)),
        TITLE,
        [each.bullet for each in FIVE],
        [each.text for each in FIVE],
    ),
    "sub-headings within a section stay in it": (
        INTRO
        + bullets(FIVE[:2])
        + f"<h2>{escape(FIVE[0].bullet)}</h2>{prose(FIVE[0])}<h3>Background</h3>{prose(FIVE[4])}"
        + f"<h2>{escape(FIVE[1].bullet)}</h2>{prose(FIVE[1])}",
        TITLE,
        [each.bullet for each in FIVE[:2]],
        [f"{FIVE[0].text}\nBackground\n{FIVE[4].text}", FIVE[1].text],
    ),
    "German": (
        (
            "<p>Das Wichtigste in Kürze:</p><ul><li>Hafen von Aldermoor wieder für Getreideschiffe offen</li>"
            "<li>Regierung in Veldanien lehnt Vorschlag zur Waffenruhe ab</li></ul>"
            "<h2>Hafen von Aldermoor öffnet für Getreideschiffe</h2><p>Der Hafen hat am Dienstag zwei Schiffe mit Getreide aufgenommen.</p>"
            "<h2>Veldanien lehnt Vorschlag zur Waffenruhe ab</h2><p>Die Regierung hat den Vorschlag der Vermittler am Abend zurückgewiesen.</p>"
        ),
        "Krieg in Marrin: Die Lage im Überblick",
        [
            "Hafen von Aldermoor wieder für Getreideschiffe offen",
            "Regierung in Veldanien lehnt Vorschlag zur Waffenruhe ab",
        ],
        [
            "Der Hafen hat am Dienstag zwei Schiffe mit Getreide aufgenommen.",
            "Die Regierung hat den Vorschlag der Vermittler am Abend zurückgewiesen.",
        ],
    ),
    "Ukrainian": (
        (
            "<p>Головне за добу:</p><ul><li>Порт Алдермур знову приймає кораблі із зерном</li>"
            "<li>Уряд Вельданії відхилив пропозицію перемир'я</li></ul>"
            "<h2>Порт Алдермур приймає кораблі із зерном</h2><p>У вівторок порт прийняв два кораблі, вперше за шість тижнів, повідомила влада.</p>"
            "<h2>Вельданія відхилила пропозицію перемир'я</h2><p>Уряд не погодився на пропозицію посередників, сказала міністерка.</p>"
        ),
        "Війна в Марріні: головне за день",
        ["Порт Алдермур знову приймає кораблі із зерном", "Уряд Вельданії відхилив пропозицію перемир'я"],
        [
            "У вівторок порт прийняв два кораблі, вперше за шість тижнів, повідомила влада.",
            "Уряд не погодився на пропозицію посередників, сказала міністерка.",
        ],
    ),
}


@pytest.mark.parametrize("shape", OTHERS)
def test_other_shapes_give_their_developments_too(shape: str) -> None:
    body, title, titles, texts = OTHERS[shape]
    parts = read(body, title=title).parts
    assert [part.title for part in parts] == titles
    assert [part.text for part in parts] == texts


CET = timezone(timedelta(hours=1))
TICKER_TITLE = "War in Marrin – live: harbour open again"
#: (page body, head, are the times known with their zone)
TICKERS: dict[str, tuple[str, str]] = {
    "entries with <time datetime>": (
        "".join(
            ticker_entry(
                each, '<article id="e{id}"><time datetime="{iso}">{clock}</time><h3>{name}</h3>{prose}</article>'
            )
            for each in FIVE
        ),
        "",
    ),
    "entries in a row, the time above": (
        "".join(ticker_entry(each, '<p id="e{id}"><b>{clock}</b></p><h3>{name}</h3>{prose}') for each in FIVE),
        "",
    ),
    "entries in a row, the heading above": (
        "".join(ticker_entry(each, '<h3>{name}</h3><p id="e{id}">{clock} CET</p>{prose}') for each in FIVE),
        "",
    ),
    "clocks with am and pm": (
        "".join(ticker_entry(each, '<div id="e{id}"><span>{half}</span><h2>{name}</h2>{prose}</div>') for each in FIVE),
        "",
    ),
    "entries in JSON-LD": ("<p>The entries are loaded by a script.</p>", live_blog(FIVE)),
}


@pytest.mark.parametrize("shape", TICKERS)
def test_a_ticker_gives_its_entries_with_time_and_anchor(shape: str) -> None:
    body, head = TICKERS[shape]
    parts = read(body, title=TICKER_TITLE, head=head, published="2024-12-04T06:00:00+01:00").parts
    assert [part.title for part in parts] == [each.bullet for each in FIVE]
    assert [part.text for part in parts] == [each.text for each in FIVE]
    assert [part.anchor for part in parts] == [f"e{each.clock.replace(':', '')}" for each in FIVE]
    assert [part.published for part in parts] == [
        datetime(2024, 12, 4, int(each.clock[:2]), int(each.clock[3:]), tzinfo=CET) for each in FIVE
    ]


def test_a_ticker_that_goes_back_over_midnight_changes_the_day() -> None:
    clocks = ("00:40", "00:10", "23:50", "23:20")
    body = "".join(
        f"<div class='entry'><p>{clock}</p>{prose(each, linked=False)}</div>"
        for clock, each in zip(clocks, FIVE, strict=False)
    )
    head = '<meta property="article:modified_time" content="2024-12-04T00:45:00+00:00">'
    parts = read(body, title=TICKER_TITLE, head=head, published="2024-12-03T06:00:00+00:00").parts
    assert [part.published for part in parts] == [
        datetime(2024, 12, day, int(clock[:2]), int(clock[3:]), tzinfo=UTC)
        for day, clock in zip((4, 4, 3, 3), clocks, strict=True)
    ]


def test_there_are_twenty_five_shapes_or_more() -> None:
    assert len(WHOLE) + len(OTHERS) + len(TICKERS) >= 25


def test_the_window_is_what_the_list_states() -> None:
    assert read(WHOLE["a key list and sections under h2"]).window == (date(2024, 12, 3), date(2024, 12, 4))


def test_a_part_has_the_anchor_of_its_heading() -> None:
    body = (
        INTRO
        + bullets(FIVE[:2])
        + "".join(f'<h2 id="d{n}">{escape(e.bullet)}</h2>{prose(e)}' for n, e in enumerate(FIVE[:2]))
    )
    assert [part.anchor for part in read(body).parts] == ["d0", "d1"]


ORDINARY = {
    "an article with sub-headings": (
        prose(FIVE[0]) + sections(FIVE[1:], h(2, lambda each: each.reworded)),
        "How the harbour of Aldermoor was lost and won",
    ),
    "an article with a list in it": (
        prose(FIVE[0])
        + "<p>The ships carried:</p><ul><li>wheat, in bulk</li><li>rye, in sacks</li></ul>"
        + prose(FIVE[1]),
        "Two ships reach Aldermoor",
    ),
    "an article with a summary of points above it": (
        "<ul><li>Two ships came in.</li><li>The channel was cleared by night.</li></ul>"
        + "".join(prose(each) for each in FIVE[:2]),
        "Two ships reach Aldermoor",
    ),
    "an article of paragraphs": ("".join(prose(each) for each in FIVE), "Two ships reach Aldermoor"),
    "an article that names three times of day": (
        "".join(f"<p>At {each.clock} {escape(each.paragraphs[0])}</p>" for each in FIVE),
        "A day at the harbour",
    ),
}


@pytest.mark.parametrize("shape", ORDINARY)
def test_an_ordinary_article_has_no_parts(shape: str) -> None:
    body, title = ORDINARY[shape]
    reading = read(body, title=title)
    assert reading.parts == ()
    assert reading.window is None
    assert FIVE[1].paragraphs[0] in reading.text
