"""Which colours has the stylesheet? Pictures and the site's sign are drawn in them, so they stand in one place."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: What a colour is drawn in where the stylesheet does not give it in a form that pictures can be drawn in.
PLAIN = {"paper": "ffffff", "ink": "000000", "mark": "eeeeee", "land": "bbbbbb", "red": "990000"}
_PALETTE = re.compile(r":root\s*\{([^}]*)\}")
_COLOUR = re.compile(r"--(\w+):\s*#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")


def palettes(source: str) -> tuple[dict[str, str], dict[str, str]]:
    """The colours of the light and the dark page by their names (`paper`), six hexadecimal digits each.

    Of another form (`rgb()`, a name) or missing they are not among them; `PLAIN` stands for those that are drawn.
    """
    found = [
        {name: digits if len(digits) == 6 else "".join(2 * digit for digit in digits) for name, digits in told}
        for block in _PALETTE.findall(source)
        if (told := _COLOUR.findall(block))
    ]
    light, dark = [*found, {}, {}][:2]
    return light, dark


def icon(source: str, palette: Mapping[str, str]) -> str:
    """The site's sign (SVG) with the colours that it names (`var(--paper)`) written out: an icon has no stylesheet."""
    return re.sub(r"var\(--(\w+)\)", lambda name: f"#{palette[name[1]]}" if name[1] in palette else name[0], source)
