"""Two real texts as they were scraped, set into pages as their sites may look. Skips where the shared data is absent."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

import pytest

from scrapers.extract.page import read_page
from scrapers.model import Dateline

SHARED = Path(os.environ.get("NIGHTDESK_SHARED") or Path(__file__).resolve().parents[3] / "shared")
SEEDS = SHARED / "data" / "seeds"
ROUND_UP, WIRE = SEEDS / "daily-round-up.txt", SEEDS / "wire-story-as-republished.txt"

pytestmark = pytest.mark.skipif(not ROUND_UP.is_file(), reason="the shared texts are not here")


@dataclass(frozen=True)
class RoundUp:
    """The round-up, its lines told apart."""

    title: str
    key: str
    bullets: tuple[str, ...]
    told: dict[str, list[str]]  # bullet: its paragraphs
    pieces: tuple[tuple[str, ...], ...]  # ("heading", bullet), ("text", paragraph), ("card", title, text, foot)
    cards: tuple[tuple[str, str], ...]


def round_up() -> RoundUp:
    lines = [line.strip() for line in ROUND_UP.read_text(encoding="utf-8").split("\n") if line.strip()]
    title, key = lines[:2]
    bullets = tuple(line.removeprefix("•").strip() for line in lines if line.startswith("•"))
    rest = lines[2 + len(bullets) : lines.index("Source link")]
    told: dict[str, list[str]] = {bullet: [] for bullet in bullets}
    pieces: list[tuple[str, ...]] = []
    cards: list[tuple[str, str]] = []
    current = bullets[0]
    while rest:
        line = rest.pop(0)
        if line in bullets:
            current = line
            pieces.append(("heading", line))
        elif len(rest) > 1 and rest[1] == title:
            pieces.append(("card", line, rest.pop(0), rest.pop(0)))
            cards.append((pieces[-1][1], pieces[-1][2]))
        else:
            told[current].append(line)
            pieces.append(("text", line))
    return RoundUp(title, key, bullets, told, tuple(pieces), tuple(cards))


#: How a site may set (heading, paragraph, promo card).
SETTINGS = {
    "a bookmark card in a figure": (
        "<h2>{}</h2>",
        "<p>{}</p>",
        (
            '<figure class="kg-card kg-bookmark-card"><a href="https://promo.example/1"><div><div>{}</div><div>{}</div>'
            "<div><span>{}</span></div></div></a></figure>"
        ),
    ),
    "a card of one link": (
        "<h2><strong>{}</strong></h2>",
        "<p>{}</p>",
        '<div class="box"><a href="https://promo.example/1"><div>{}</div><div>{}</div><div>{}</div></a></div>',
    ),
    "a card whose title alone is a link": (
        "<p><strong>{}</strong></p>",
        "<p>{}</p>",
        '<p><a href="https://promo.example/1">{}</a></p><p>{}</p><p>{}</p>',
    ),
    "a card without any link": (
        "<p>{}</p>",
        "<p>{}</p>",
        "<div><div>{}</div><div>{}</div><div><span>{}</span></div></div>",
    ),
    "line breaks": (
        "<b>{}</b><br><br>",
        "{}<br><br>",
        '<a href="https://promo.example/1">{}</a><br>{}<br>{}<br><br>',
    ),
    "headings of the third level in sections": (
        "<h3>{}</h3>",
        "<div><p>{}</p></div>",
        '<aside><h4><a href="https://promo.example/1">{}</a></h4><p>{}</p><span>{}</span></aside>',
    ),
}


def page_of(seed: RoundUp, heading: str, text: str, card: str) -> bytes:
    body = "".join(
        {"heading": heading, "text": text, "card": card}[piece[0]].format(*map(escape, piece[1:]))
        for piece in seed.pieces
    )
    items = "".join(f"<li>{escape(bullet)}</li>" for bullet in seed.bullets)
    menu = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(12))
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{escape(seed.title)} - Carrier Daily</title>"
        '<meta property="og:site_name" content="Carrier Daily">'
        '<meta property="article:published_time" content="2024-12-30T05:00:00+00:00"></head>'
        f"<body><nav><ul>{menu}</ul></nav><main><article><h1>{escape(seed.title)}</h1><div class='entry'>"
        f"<p>{escape(seed.key)}</p><ul>{items}</ul>{body}"
        '<p><a href="https://paper.example/war">Source link</a></p><p>(Visited 1 times, 1 visits today)</p>'
        "<h4>About The Author</h4><p>Related:</p></div></article></main><aside><h3>Recent posts</h3>"
        f"<ul>{menu}</ul></aside><footer><p>© 2024 Carrier Daily</p></footer></body></html>"
    ).encode()


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_development_of_the_round_up_has_its_own_text_and_no_promo_card(setting: str) -> None:
    seed = round_up()
    reading = read_page(page_of(seed, *SETTINGS[setting]), url="https://carrier.example/2024/12/30/war")
    assert len(seed.bullets) == 5
    assert len(seed.cards) == 3
    assert [part.title for part in reading.parts] == list(seed.bullets)
    assert [part.text.split("\n") for part in reading.parts] == list(seed.told.values())
    for title, text in seed.cards:
        assert title not in reading.text
        assert text not in reading.text
    assert reading.window == (date(2024, 12, 28), date(2024, 12, 29))
    assert reading.origin is not None
    assert (reading.origin.url, reading.origin.evidence) == ("https://paper.example/war", "source link")


#: How a carrier's page may set a line.
LINES = {"paragraphs": "<p>{}</p>", "line breaks": "{}<br><br>", "divisions": "<div>{}</div>"}


@pytest.mark.parametrize("setting", LINES)
def test_the_wire_story_comes_out_without_what_the_carrier_put_round_it(setting: str) -> None:
    lines = [line.strip() for line in WIRE.read_text(encoding="utf-8").split("\n") if line.strip()]
    body = "".join(LINES[setting].format(escape(line)) for line in lines)
    title = lines[2]
    page = (
        f"<html><head><title>{escape(title)}</title></head><body><table><tr><td>{body}</td></tr></table></body></html>"
    )
    reading = read_page(page.encode(), url="https://carrier.example/reports/x.html")
    assert reading.title == title
    assert reading.authors == ("Max Delany",)
    assert reading.dateline == Dateline(place="Brussels, Belgium", agency="AFP", date=date(2024, 12, 3))
    assert reading.origin is not None
    assert (reading.origin.name, reading.origin.evidence) == ("AFP", "dateline")
    assert reading.rights_line is not None
    assert "Space Media Network" in reading.rights_line
    first = next(index for index, line in enumerate(lines) if "(AFP)" in line) + 1
    last = next(index for index, line in enumerate(lines) if line.count("/") == 3 and " " not in line)
    wanted = [line.removeprefix("- ").removesuffix(" -") for line in lines[first:last]]
    assert [block.text for block in reading.blocks] == wanted
    assert {block.text for block in reading.blocks if block.kind == "h"} == {"'Good deal'", "Boots on ground?"}
    assert reading.parts == ()
