"""Can it be read? Contrast, size, and what a stylesheet must not do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.style import Stylesheet, policy

CSS = (Path(__file__).resolve().parents[2] / "theme" / "static" / "site.css").read_text(encoding="utf-8")


def palettes() -> dict[str, dict[str, str]]:
    """The colours of the light and the dark page, six hexadecimal digits each."""
    light, dark = re.findall(r":root \{([^}]*--paper[^}]*--link[^}]*)\}", CSS)[:2]
    return {
        name: dict(re.findall(r"--(\w+): #([0-9a-f]{6})", block)) for name, block in (("light", light), ("dark", dark))
    }


def luminance(colour: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("colour", ["ink", "soft", "link", "red"])
@pytest.mark.parametrize("ground", ["paper", "mark"])
def test_every_text_stands_out_by_four_and_a_half_to_one(palette, colour, ground):
    colours = palettes()[palette]
    brighter, darker = sorted((luminance(colours[colour]), luminance(colours[ground])), reverse=True)
    assert (brighter + 0.05) / (darker + 0.05) >= 4.5


def test_the_banner_of_a_sample_can_be_read():
    for colours in palettes().values():
        brighter, darker = sorted((luminance(colours["paper"]), luminance(colours["red"])), reverse=True)
        assert (brighter + 0.05) / (darker + 0.05) >= 4.5


def test_the_stylesheet_loads_nothing_and_is_small():
    css = Stylesheet(CSS).whole
    assert not re.search(r"url\(|@import|@font-face", css)
    assert len(css.encode()) < 12_500


def test_the_stylesheet_cannot_end_its_element():
    with pytest.raises(ValueError, match="could end"):
        Stylesheet("a { content: '</style>'; }")


def test_taking_out_blanks_keeps_what_the_rules_say():
    made = Stylesheet(
        "/* c */\n@media (min-width: 60rem) { .a  .b > p:first-child { margin: 0 auto; width: calc(1rem + 2px); } }"
    ).whole
    assert made == "@media (min-width: 60rem){.a .b>p:first-child{margin:0 auto;width:calc(1rem + 2px)}}"


def test_another_stylesheet_has_another_policy():
    assert policy("a") != policy("b")


@pytest.mark.parametrize("css", ["a { color: red", "@media print { a { color: red }"])
def test_a_stylesheet_that_ends_within_a_rule_is_refused(css):
    with pytest.raises(ValueError, match="stylesheet"):
        Stylesheet(css)


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Each selector with its declarations; what stands in an at-rule like the others."""
    for head, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        if not head.startswith("@"):
            for selector in re.split(r",(?![^()]*\))", head):
                yield selector, body


#: What a browser alone knows, or what no tree of elements holds.
LIVE = re.compile(r"::?(?:hover|focus-visible|focus|details-content|before)\b|\[open\]")


def test_a_page_holds_each_rule_that_matches_something_on_it_and_few_that_do_not(site):
    """By another reader of selectors than ours: soupsieve's."""
    whole = Stylesheet(CSS).whole
    sizes = {}
    for path, page in site.pages.items():
        if not page.style or path == "search/index.html":
            continue
        own = set(rules(page.style.string))
        for selector, body in rules(whole):
            plain = LIVE.sub("", selector.replace(":is(:hover, :focus-visible)", "")).strip(" >") or "*"
            if (selector, body) not in own:
                assert not page.select(plain.replace(":root", "html")), (path, selector)
        sizes[path] = len(page.style.string)
    assert len(sizes) > 20
    assert max(sizes.values()) < 0.75 * len(whole)


def test_the_search_whose_script_makes_what_it_finds_has_the_whole_stylesheet(site):
    assert site.page("search/").style.string == Stylesheet(CSS).whole
