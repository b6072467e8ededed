"""The picture beside a link: it is there, small, without boxes for letters, and the same to the byte."""

from __future__ import annotations

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image

from plugins.cards import DAYS, Cards, can_write, picture
from plugins.colours import PLAIN, icon, palettes
from plugins.routes import CARD_SIZE, DAY_CARD_SIZE
from plugins.site import Site
from scrapers.briefing import Briefing
from scrapers.places.gazetteer import gazetteer_of
from scrapers.settings import Settings

SETTINGS = Settings(name="The Quay", url="https://example.org/quay", email="a@example.org", publisher="Us")
POINTS = ((31.5, 34.47), (50.45, 30.52))


def shown(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def cards(days: int = 1, settings: Settings = SETTINGS) -> Cards:
    first = date(2024, 12, 31)
    briefings = tuple(Briefing(day=first - timedelta(days=n), title="A day") for n in range(days))
    return Cards(Site(settings, briefings), gazetteer_of(""), PLAIN)


def test_every_page_names_a_picture_that_is_there_in_the_size_it_says(site):
    for path, page in site.pages.items():
        told = {tag["property"]: tag["content"] for tag in page.find_all("meta", property=re.compile("^og:image"))}
        file = told["og:image"].removeprefix("https://example.org/nightdesk/")
        size = Image.open(BytesIO(site.files[file])).size
        assert (int(told["og:image:width"]), int(told["og:image:height"])) == size, path
        assert told["og:image:alt"].strip()
        assert page.find("meta", attrs={"name": "twitter:card"})["content"] == "summary_large_image"
    assert "2024/12/29/card.png" in site.page("2024/12/29/").find("meta", property="og:image")["content"]
    assert "2024/12/29/card.png" in site.page("").find("meta", property="og:image")["content"]


def test_a_picture_is_small_and_the_same_every_time(site):
    first, second = (picture(PLAIN, DAY_CARD_SIZE, "Sunday 29 December 2024", "The Quay", POINTS) for _ in range(2))
    assert first == second
    drawn = [data for path, data in site.files.items() if path.endswith("card.png")]
    assert len(drawn) == 4
    assert all(len(data) < 40_000 for data in [first, *drawn])


def test_a_dot_stands_for_each_place_and_none_where_no_place_is_known():
    red = tuple(bytes.fromhex(PLAIN["red"]))
    with_dots = shown(picture(PLAIN, DAY_CARD_SIZE, "", "", POINTS))
    without = shown(picture(PLAIN, DAY_CARD_SIZE, "", ""))
    assert {colour: n for n, colour in with_dots.getcolors(1 << 20)}.get(red, 0) > 1_000
    assert red not in {colour for _, colour in without.getcolors(1 << 20)}


@pytest.mark.parametrize("words", ["Ніч", "الليل", "夜の机", "Nuit \u2014 夜", "", "  "])
def test_what_the_font_cannot_write_is_left_out(words):
    assert not can_write(words)
    assert picture(PLAIN, CARD_SIZE, words) == picture(PLAIN, CARD_SIZE, "")


@pytest.mark.parametrize("words", ["Nightdesk", "Sunday 29 December 2024", "2024-12-29", "Briefing & more: who, what?"])
def test_what_the_font_can_write_stands_there(words):
    assert can_write(words)
    assert picture(PLAIN, CARD_SIZE, words) != picture(PLAIN, CARD_SIZE, "")


def test_a_name_that_is_too_long_is_left_out_and_never_cut():
    assert picture(PLAIN, CARD_SIZE, "Night " * 60) == picture(PLAIN, CARD_SIZE, "")
    inside = shown(picture(PLAIN, CARD_SIZE, "A name of some forty letters in one line"))
    right = inside.crop((int(CARD_SIZE[0] * 0.97), int(CARD_SIZE[1] * 0.75), *CARD_SIZE))
    assert len(right.getcolors()) == 1


def test_the_newest_days_have_a_picture_and_older_ones_the_sites_own():
    made = cards(DAYS + 3)
    newest, oldest = made.site.days[0], made.site.days[-1]
    assert made.of(newest).path == "2024/12/31/card.png"
    assert made.of(oldest) == made.of() == made.of(None)
    names = [path for path, _ in zip(_paths(made), range(DAYS + 5), strict=False)]
    assert len(names) == DAYS + 1
    assert {made.of(day).path for day in made.site.days} == set(names)


def _paths(made: Cards) -> list[str]:
    return [path for path, _ in made.files()]


def test_colours_are_those_of_the_stylesheet():
    light, dark = palettes(
        ":root { --paper: #fff; --ink: #102030; --land: tan }\n@media x { :root { --ink: #eeeeee } }"
    )
    assert light == {"paper": "ffffff", "ink": "102030"}
    assert dark == {"ink": "eeeeee"}
    assert palettes("a { color: red }") == ({}, {})
    assert icon('<rect fill="var(--ink)" stroke="var(--no)"/>', light) == '<rect fill="#102030" stroke="var(--no)"/>'
    paper = shown(picture({**PLAIN, "paper": "123456"}, CARD_SIZE, "")).getpixel((5, CARD_SIZE[1] - 5))
    assert paper == (0x12, 0x34, 0x56)
