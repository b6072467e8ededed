"""The picture beside a link to a day: its map, its date and the site's name, drawn when the site is built.

Headlines are in any script and no font is sure to be on the machine, so the only words are those that Pillow's own font
has the letters of; a name that it cannot write is left out, never shown as boxes. The colours are those of the
stylesheet. The same day gives the same bytes on the same versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from plugins.geography import spots
from plugins.maps import WIDTH, chart
from plugins.routes import CARD, CARD_SIZE, DAY_CARD_SIZE, day_path
from plugins.site import Site
from plugins.wording import count, day_long
from plugins.words import say
from scrapers.briefing import Briefing
from scrapers.places.gazetteer import Gazetteer
from scrapers.text import line

#: The newest days that have a picture of their own: links are shared while they are news. A picture is about 16 kB and
#: 15 ms, so ten years of days would be 58 MB and a minute of every night; sixty are 1 MB and a second.
DAYS = 60
#: Shares of the height: the map, the lines of text below it and their letters.
_MAP, _FIRST, _SECOND = 0.73, 0.765, 0.89
_LARGE, _SMALL = (0.1, 0.075, 0.06), (0.06, 0.045)
_EDGE = 0.05  # of the width, left and right of the text
_DOT = 0.012  # of the width
#: Steps of grey between paper and ink, for the edges of letters; what else is drawn has one number each.
_INK = 63
_SEA, _LAND, _MARK = 64, 65, 66

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@dataclass(frozen=True)
class Card:
    """A picture of the site's: where it stands, how large it is, and what it shows."""

    path: str
    alt: str
    size: tuple[int, int]


@dataclass(frozen=True)
class Cards:
    """Every picture of a site."""

    site: Site
    gazetteer: Gazetteer
    #: Six hexadecimal digits by the names of the stylesheet.
    palette: Mapping[str, str]

    @cached_property
    def _drawn(self) -> frozenset[date]:
        return frozenset(each.day for each in self.site.days[:DAYS])

    def of(self, briefing: Briefing | None = None) -> Card:
        """The picture of a day, of an older one or none the site's own."""
        if briefing is None or briefing.day not in self._drawn:
            return Card(CARD, say("%(site)s: a map of the world", site=line(self.site.settings.name)), CARD_SIZE)
        path = f"{day_path(briefing.day)}{CARD}"
        number = len(self._points(briefing))
        day, places = day_long(briefing.day), count(number, "place")
        alt = (
            say("%(day)s: %(places)s on a map", day=day, places=places)
            if number
            else say("%(day)s: a map of the world", day=day)
        )
        return Card(path, alt, DAY_CARD_SIZE)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Path and PNG of every picture."""
        name = line(self.site.settings.name)
        yield CARD, picture(self.palette, CARD_SIZE, name, line(self.site.settings.tagline))
        for briefing in self.site.days[:DAYS]:
            words = day_long(briefing.day)
            first = words if can_write(words) else briefing.day.isoformat()
            points = self._points(briefing)
            yield self.of(briefing).path, picture(self.palette, DAY_CARD_SIZE, first, name, points)

    def _points(self, briefing: Briefing) -> tuple[tuple[float, float], ...]:
        """Where the day's developments happened, degrees north and east, each place once."""
        found = (spot.place.at for spot in spots(self.site.items_on(briefing.day), self.gazetteer))
        return tuple(dict.fromkeys(point for point in found if point))


def picture(
    palette: Mapping[str, str],
    size: tuple[int, int],
    first: str,
    second: str = "",
    points: tuple[tuple[float, float], ...] = (),
) -> bytes:
    """A map with dots and two lines below it, as PNG; a line that cannot be written or is too long is left out."""
    width, height = size
    image = Image.new("L", size, 0)
    draw = ImageDraw.Draw(image)
    below = round(height * _MAP)
    drawn = chart(points, below / width)
    scale = width / WIDTH
    draw.rectangle((0, 0, width, below), fill=_SEA)
    for ring in drawn.land:
        draw.polygon([(x * scale, y * scale) for x, y in ring], fill=_LAND)
    radius = width * _DOT
    for x, y in drawn.points:
        middle = (x * scale, y * scale)
        draw.ellipse((middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius), fill=_MARK)
    draw.rectangle((0, below, width, height), fill=0)
    for words, top, sizes in ((first, _FIRST, _LARGE), (second, _SECOND, _SMALL)):
        for letters in map(font, [round(height * size) for size in sizes] if can_write(words) else ()):
            if letters.getlength(words) <= width * (1 - 2 * _EDGE):
                draw.text((width * _EDGE, height * top), words, fill=_INK, font=letters)
                break
    image.putpalette(_colours(palette))
    made = BytesIO()
    image.save(made, "PNG", compress_level=6)
    return made.getvalue()


@lru_cache
def font(size: int) -> Font:
    """Pillow's own font in a size of pixels, laid out alike whatever else is on the machine."""
    own = ImageFont.load_default(size)
    if isinstance(own, ImageFont.FreeTypeFont):
        return own.font_variant(layout_engine=ImageFont.Layout.BASIC)
    return own


@lru_cache
def _has(letter: str) -> bool:
    """Whether the font has a letter: what it has not is drawn as one and the same box."""
    drawn, box = (font(40).getmask(each) for each in (letter, "\U0010fffd"))
    return letter == " " or (drawn.size, bytes(drawn)) != (box.size, bytes(box))


def can_write(words: str) -> bool:
    """Whether the font has every letter of the words, and there are any."""
    return bool(words.strip()) and all(map(_has, words))


def _colours(palette: Mapping[str, str]) -> list[int]:
    """The picture's colours: from paper to ink, then sea, land and dots."""
    paper, ink, sea, land, red = (bytes.fromhex(palette[name]) for name in ("paper", "ink", "mark", "land", "red"))
    ramp = [round(a + (b - a) * step / _INK) for step in range(_INK + 1) for a, b in zip(paper, ink, strict=True)]
    return [*ramp, *sea, *land, *red]
