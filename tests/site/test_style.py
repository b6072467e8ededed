"""Can it be read? Contrast, size, and what a stylesheet must not do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.style import policy, stylesheet

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
    css = stylesheet(CSS)
    assert not re.search(r"url\(|@import|@font-face", css)
    assert len(css.encode()) < 12_500


def test_the_stylesheet_cannot_end_its_element():
    with pytest.raises(ValueError, match="could end"):
        stylesheet("a { content: '</style>'; }")


def test_taking_out_blanks_keeps_what_the_rules_say():
    made = stylesheet(
        "/* c */\n@media (min-width: 60rem) { .a  .b > p:first-child { margin: 0 auto; width: calc(1rem + 2px); } }"
    )
    assert made == "@media (min-width: 60rem){.a .b>p:first-child{margin:0 auto;width:calc(1rem + 2px)}}"


def test_another_stylesheet_has_another_policy():
    assert policy("a") != policy("b")
