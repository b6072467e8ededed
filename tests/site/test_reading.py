"""What a reader does with the site in a real browser: a small screen, large text, keys alone, paper, and what she looks for."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.site.browser import served, visiting

#: One page of each kind, by its address.
KINDS = (
    "", "2024/12/29/", "2024/12/29/evidence/", "archive/", "archive/2024/", "topics/", "topics/black-coast/", "places/",
    "places/astria/", "stories/", "sources/", "status/", "weeks/", "weeks/2024-W52/", "search/", "subscribe/", "about/",
    "method/", "corrections/", "404.html",
)  # fmt: skip
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

ARABIC = "قصف على سوق سلم يوقع أربعة جرحى"
CHINESE = "塞尔姆市场遭炮击四人受伤"
LONG = "Donaudampfschifffahrts" * 18
ODD = {
    "briefings/2024/2024-12-29.md": f"""Title: Briefing for Sunday 29 December 2024
Date: 2024-12-29
Window: 2024-12-28 17:30 – 2024-12-29 23:30 UTC
Sample: invented outlets

## {ARABIC} {{#arabic}}

Topics: {LONG}
Place: {LONG}
Change: new

> {ARABIC}
> — [صوت سلم](https://example.org/ar) · in Arabic

- [{ARABIC}](https://example.org/ar) — صوت سلم, 2024-12-29 14:20 UTC

## {LONG} {{#long}}

Change: new

> {LONG}
> — [{LONG}](https://example.org/{LONG})

- [{LONG}](https://example.org/long) — {LONG}, 2024-12-29 14:20 UTC

## {CHINESE} {{#chinese}}

Change: new

> {CHINESE}
> — [塞尔姆日报](https://example.org/zh) · in Chinese

- [{CHINESE}](https://example.org/zh) — 塞尔姆日报, 2024-12-29 14:20 UTC
"""
}


def told_in(day: int, *developments: str) -> str:
    return f"Title: Briefing for {day} April 2024\nDate: 2024-04-{day:02d}\n\n" + "\n\n".join(developments)


def development(identity: str, heading: str, rows: str, *fields: str) -> str:
    cited = f"- [{heading}](https://wire.example/{identity}) — Example Wire, undated"
    return f"## {heading} {{#{identity}}}\n\n" + "\n".join(fields) + f"\n\n{rows}\n\n{cited}"


DEAD = "- Killed: at least 12 (port doctors, by [Example Wire](https://wire.example/ferry1))"
SAID = "- Said: Astria’s army, in the words of [Example Wire](https://wire.example/ferry2): “We hit no ship.”; the Selm Front, in the words of [Example Post](https://post.example/ferry2): “They shelled a ferry.”"
LOOKED_FOR = {
    "topics/black-coast.md": "Name: Black coast\nKind: conflict\n\nThe ports.\n",
    "briefings/2024/2024-04-22.md": told_in(
        22, development("mali01", "Convoy halts in Mali", "", "Place: Gao, Mali", "Change: new")
    ),
    "briefings/2024/2024-04-23.md": told_in(
        23,
        development("ferry1", "Ferry burns in Selm", DEAD, "Topics: Black coast", "Place: Selm, Astria", "Change: new"),
        development("mali02", "Market opens in Mali", "", "Place: Gao, Mali", "Change: new"),
    ),
    "briefings/2024/2024-04-24.md": told_in(
        24,
        development(
            "ferry2", "Army denies it shelled the ferry", SAID, "Topics: Black coast", "Place: Selm, Astria",
            "Follows: 2024-04-23#ferry1", "Change: new",
            "Correction: 2024-04-25: We wrote that the ferry sank. It burned.",
        ),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def odd(build):
    return build(ODD)


@pytest.fixture(scope="module")
def looked_for(build):
    return build(LOOKED_FOR)


@pytest.mark.parametrize("width", [320, 640], ids=["a small phone", "text twice as large"])
def test_nothing_is_wider_than_the_screen(chromium, site, odd, width):
    faults = []
    for built in (site, odd):
        with served(built.folder) as here, visiting(chromium, width=width) as visit:
            for path in [
                path for path in KINDS if (built.folder / (path + "index.html" * (not path.endswith("html")))).exists()
            ]:
                visit.page.goto(here + path)
                if width == 640:
                    visit.page.evaluate("document.documentElement.style.fontSize = '200%'")
                # what lies beyond may be scrolled to within its own table, and nowhere else
                if (beyond := visit.page.evaluate(WIDER)) > 0:
                    faults.append((built is odd, path, beyond))
    assert faults == []


@pytest.mark.parametrize(("palette", "kinds"), [("light", KINDS), ("dark", KINDS[:9])], ids=["light", "dark"])
def test_a_screen_reader_stumbles_over_nothing(chromium, site, odd, palette, kinds):
    """By axe-core's rules; its script runs beside the page's policy, which lets none in."""
    faults = []
    for built, paths in ((site, kinds), (odd, KINDS[:3])):
        with served(built.folder) as here, visiting(chromium, bypass_csp=True, color_scheme=palette) as visit:
            for path in paths:
                if (built.folder / (path + "index.html" * (not path.endswith("html")))).exists():
                    visit.page.goto(here + path)
                    # The dark palette changes colours alone.
                    rules = None if palette == "light" else {"runOnly": ["color-contrast"]}
                    found = Axe().run(visit.page, options=rules).response["violations"]
                    faults += [(path, fault["id"], fault["nodes"][0]["html"][:150]) for fault in found]
    assert faults == []


def test_no_page_asks_anybody_else_for_anything_and_none_breaks_its_own_policy(chromium, site):
    with served(site.folder) as here, visiting(chromium) as visit:
        for path in KINDS:
            if path != "404.html":  # its links are absolute, and this is another address
                visit.page.goto(here + path)
        assert [url for url in visit.asked if not url.startswith(here)] == []
        assert visit.complaints == []


def test_the_text_is_two_keys_away_and_a_line_opens_with_the_keyboard(chromium, site):
    with served(site.folder) as here, visiting(chromium) as visit:
        page = visit.page
        page.goto(here + "2024/12/29/")
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.inner_text() == "Skip to the text"
        assert skip.bounding_box()["x"] >= 0
        page.keyboard.press("Enter")
        assert page.locator(":focus").get_attribute("id") == "main_"
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('details.cited > summary')"):
                break
        opened = "document.activeElement.parentElement.open"
        assert page.evaluate(opened) is False
        page.keyboard.press("Enter")
        assert page.evaluate(opened) is True
        # whoever moves by keys sees where she is
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_permalink_into_a_folded_line_opens_it(chromium, build):
    built = build(
        {
            "briefings/2024/2024-12-29.md": "Title: A day\nDate: 2024-12-29\n\n"
            + "\n\n".join(
                development(
                    f"dev{n:03d}", f"Convoy {n} leaves", "> It left.\n> — [Wire](https://e.example)", "Change: new"
                )
                for n in range(20)
            )
        }
    )
    with served(built.folder) as here, visiting(chromium, width=360) as visit:
        page = visit.page
        page.goto(here + "2024/12/29/#dev015")
        expect(page.locator("#dev015")).to_be_visible()
        assert page.locator("details.line[open]").count() == 1
        assert page.locator("#dev014").is_hidden()


def test_the_calendar_leads_to_a_day_by_keys(chromium, site):
    with served(site.folder) as here, visiting(chromium) as visit:
        page = visit.page
        page.goto(here + "archive/2024/")
        page.locator("table.month a", has_text="29").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/2024/12/29/")


def test_words_of_other_scripts_run_their_own_way(chromium, odd):
    with served(odd.folder) as here, visiting(chromium, width=360) as visit:
        for path in ("", "2024/12/29/"):
            visit.page.goto(here + path)
            for words, way in ((ARABIC, "rtl"), (CHINESE, "ltr")):
                for place in visit.page.get_by_text(words).all():
                    assert place.evaluate("e => getComputedStyle(e).direction") == way, (path, words)
            heading = visit.page.locator("h2", has_text=ARABIC).first
            assert heading.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_on_paper_stand_headings_first_quotations_and_outlets_by_name(chromium, odd):
    with served(odd.folder) as here, visiting(chromium) as visit:
        visit.page.goto(here + "2024/12/29/")
        visit.page.emulate_media(media="print")
        for gone in ("nav[aria-label=Site]", "figure.map", ".permalink >> nth=0"):
            if visit.page.locator(gone).count():
                assert visit.page.locator(gone).first.is_hidden(), gone
        assert visit.page.get_by_role("heading", name=ARABIC).is_visible()
        assert visit.page.locator(".cited p", has_text="صوت سلم").first.is_visible()
        assert re.findall(rb"/Type\s*/Page\b(?!s)", visit.page.pdf())


# --- what a stranger looks for, each in at most three clicks from the front page


def clicked(page: Page, *names: str) -> None:
    """Follows links by their words; the first that begins so and can be seen."""
    assert len(names) <= 3
    for name in names:
        page.locator("a:visible", has_text=re.compile(rf"^\s*{re.escape(name)}")).first.click()


STORIES = {
    "the dead of a given war this week": (("Weeks", "Week 17"), "Black coast", "at least 12"),
    "all of Mali in April": (("Places", "Mali"), "Convoy halts in Mali", "Market opens in Mali"),
    "who said it and what the other side said": (("Army denies it shelled the ferry",), "We hit no ship.", "They shelled a ferry."),
    "the corrections": (("Corrections",), "We wrote that the ferry sank. It burned."),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_a_stranger_finds(chromium, looked_for, story):
    clicks, *found = STORIES[story]
    with served(looked_for.folder) as here, visiting(chromium, width=360) as visit:
        visit.page.goto(here)
        clicked(visit.page, *clicks)
        for words in found:
            expect(visit.page.get_by_text(words).first).to_be_visible()
