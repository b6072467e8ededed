"""A map of places, drawn when the site is built: the coast without borders, and numbered marks that are links.

Inline SVG, no script, nothing from elsewhere. The same stands beside it as a list of text. Only what lies inside the
frame is drawn, so a map of one war weighs a kilobyte or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import cos, radians
from pathlib import Path

from plugins.geography import Spot
from plugins.geography import spots as spots_of
from plugins.site import Item
from scrapers.model import Level, Place
from scrapers.places.gazetteer import Gazetteer

#: Units of the drawing's width, and its height as a share of it: between a screen's and a band's.
WIDTH, FLATTEST, TALLEST = 700, 0.42, 0.62
#: Degrees north and south that a map shows at least, and beside its marks.
LEAST, MARGIN = 16.0, 3.0
#: North and south ends of the world as it is drawn.
NORTH, SOUTH = 78.0, -56.0
#: Units within which two marks are one.
NEAR = 26
#: Degrees across for which the coast is drawn a unit coarser: on a phone no map is finer than two of its points.
COARSER = 40.0
#: Corners of an island that is too small to be drawn.
FEWEST = 4
#: Marks of one map at most: more cannot be told apart.
MOST = 24


@dataclass(frozen=True)
class Mark:
    """One or several places that lie together, and the developments there."""

    x: int
    y: int
    #: As the list beside the map numbers them.
    numbers: tuple[int, ...]
    places: tuple[Place, ...]
    #: Permalink of the first development there, below the site's address.
    path: str

    @property
    def label(self) -> str:
        """What it is called: "1, 3: Gaza City, Rafah"."""
        names = dict.fromkeys(place.name for place in self.places)
        return f"{', '.join(map(str, self.numbers))}: {', '.join(names)}"

    @property
    def text(self) -> str:
        """What stands in it."""
        return str(self.numbers[0]) if len(self.numbers) == 1 else f"{self.numbers[0]}+"


@dataclass(frozen=True)
class Listed:
    """A place of the list beside the map, with all that happened there."""

    #: None of one without a point, which is on no map: a whole state.
    number: int | None
    place: Place
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Map:
    """A drawing and its list."""

    width: int
    height: int
    #: Units of the drawing in one of the path's.
    step: int
    #: The land, as an SVG path.
    land: str
    marks: tuple[Mark, ...]
    listed: tuple[Listed, ...]


def map_of(items: Iterable[Item], gazetteer: Gazetteer) -> Map | None:
    """The map of developments; None where no point is known."""
    return drawn(spots_of(items, gazetteer))


def drawn(spots: Iterable[Spot]) -> Map | None:
    """The map of places; None where none has a point."""
    held: dict[Place, list[Spot]] = {}
    for spot in spots:
        held.setdefault(spot.place, []).append(spot)
    pointed = [place for place in held if place.at][:MOST]
    if not pointed:
        return None
    numbers = {place: number for number, place in enumerate(pointed, 1)}
    frame = _frame([place.at for place in pointed if place.at])
    marks: list[Mark] = []
    for place in pointed:
        x, y = frame.point(*(place.at or (0.0, 0.0)))
        at = next((n for n, mark in enumerate(marks) if abs(mark.x - x) < NEAR and abs(mark.y - y) < NEAR), None)
        if at is None:
            marks.append(Mark(x, y, (numbers[place],), (place,), held[place][0].item.path))
        else:
            mark = marks[at]
            marks[at] = Mark(mark.x, mark.y, (*mark.numbers, numbers[place]), (*mark.places, place), mark.path)
    states = [place for place in held if place.level is Level.COUNTRY]
    listed = [Listed(numbers.get(place), place, tuple(held[place])) for place in (*pointed, *states)]
    return Map(WIDTH, frame.height, frame.step, frame.land(), tuple(marks), tuple(listed))


@dataclass(frozen=True)
class _Frame:
    """The part of the world that a map shows."""

    west: float
    north: float
    #: Units a degree east and a degree south.
    across: float
    down: float
    height: int
    #: Units of the finest step of the coast: a wide map shows no bays.
    step: int

    def point(self, north: float, east: float) -> tuple[int, int]:
        return round((east - self.west) % 360 * self.across), round((self.north - north) * self.down)

    def land(self) -> str:
        """The coast inside the frame as a path of whole steps, each from the last; no island of a few corners."""
        return "".join(map(_path, self.rings()))

    def rings(self) -> Iterator[list[tuple[int, int]]]:
        """The coast inside the frame, in whole steps."""
        east_end = self.west + WIDTH / self.across
        south_end = self.north - self.height / self.down
        for ring, (west, east, south, north) in coast():
            if west > east_end or east < self.west or south > self.north or north < south_end:
                continue
            points = [
                ((east / 10 - self.west) * self.across, (self.north - north / 10) * self.down) for east, north in ring
            ]
            inside = _clipped(points, float(WIDTH), float(self.height))
            corners = _corners([(round(x / self.step), round(y / self.step)) for x, y in inside])
            if len(corners) > FEWEST:
                yield corners


def _corners(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A ring without the points that lie on the way from one to the next."""
    kept: list[tuple[int, int]] = []
    for x, y in points:
        if kept and kept[-1] == (x, y):
            continue
        while len(kept) > 1 and _turn(kept[-2], kept[-1], (x, y)) == 0:
            kept.pop()
        if not kept or kept[-1] != (x, y):
            kept.append((x, y))
    return kept


def _turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def _path(points: Sequence[tuple[int, int]]) -> str:
    (x, y), *rest = points
    pieces = [f"M{x} {y}l"]
    for to_x, to_y in rest:
        dx, dy = to_x - x, to_y - y
        x, y = to_x, to_y
        pieces.append(f"{dx}{'' if dy < 0 else ' '}{dy}")
    # steps are parted by a blank, or by the minus of the next
    text = pieces[0] + pieces[1]
    for piece in pieces[2:]:
        text += piece if piece.startswith("-") else f" {piece}"
    return text + "z"


@dataclass(frozen=True)
class Chart:
    """Land and points as they are drawn into a picture, in units of which the picture is `WIDTH` wide."""

    land: tuple[tuple[tuple[int, int], ...], ...]
    points: tuple[tuple[int, int], ...]


#: What a picture without points shows, degrees north and east: the world, Africa in its middle.
_WORLD = ((62.0, -100.0), (0.0, 20.0), (-38.0, 140.0))


@lru_cache(maxsize=8)  # days without a point, of which there can be many, show the same world
def chart(points: tuple[tuple[float, float], ...], share: float) -> Chart:
    """The map of points (degrees north and east), so high as a share of its width; of none, the world."""
    frame = replace(_frame(points or _WORLD, share, share), step=1)
    land = tuple(tuple(ring) for ring in frame.rings())
    return Chart(land, tuple(frame.point(*point) for point in points))


def _frame(points: Sequence[tuple[float, float]], flattest: float = FLATTEST, tallest: float = TALLEST) -> _Frame:
    """A frame around points, not too near and not beyond the world; its middle is drawn in its true proportions."""
    norths = [north for north, _ in points]
    easts = _together([east for _, east in points])
    tall = max(LEAST, 1.12 * (max(norths) - min(norths)) + 2 * MARGIN)
    wide = max(LEAST, 1.12 * (max(easts) - min(easts)) + 2 * MARGIN)
    middle = (max(norths) + min(norths)) / 2
    shrink = cos(radians(max(-60.0, min(60.0, middle))))
    share = max(flattest, min(tallest, tall / (wide * shrink)))
    wide = max(wide, tall / (share * shrink))
    tall = wide * shrink * share
    if tall > NORTH - SOUTH:
        tall = NORTH - SOUTH
        wide = min(360.0, max(1.12 * (max(easts) - min(easts)), tall / (share * shrink)))
        share = tall / (wide * shrink)
    north = min(NORTH, max(middle + tall / 2, SOUTH + tall))
    west = (max(easts) + min(easts)) / 2 - wide / 2
    across = WIDTH / wide
    height = round(WIDTH * share)
    step = 1 + round(wide / COARSER)
    return _Frame(west, north, across, height / tall, height, step)


def _together(easts: Sequence[float]) -> list[float]:
    """Degrees east that lie together, those beyond the antimeridian as more than 180."""
    plain = list(easts)
    turned = [east + 360 if east < 0 else east for east in easts]
    return turned if max(turned) - min(turned) < max(plain) - min(plain) else plain


#: A line around land in tenths of a degree east and north, and its ends west, east, south and north in degrees.
Ring = tuple[tuple[tuple[int, int], ...], tuple[float, float, float, float]]


@cache
def coast() -> tuple[Ring, ...]:
    """The rings of the land, each also a world further on either side, for maps across the antimeridian."""
    text = (Path(__file__).parent / "coastline.txt").read_text(encoding="utf-8")
    rings = []
    for line in text.splitlines():
        if not line.startswith("#"):
            numbers = list(map(int, line.split()))
            rings.append(tuple(zip(numbers[::2], numbers[1::2], strict=True)))
    turned = (tuple((east + turn, north) for east, north in ring) for turn in (-3600, 0, 3600) for ring in rings)
    return tuple((ring, _ends(ring)) for ring in turned)


def _ends(ring: tuple[tuple[int, int], ...]) -> tuple[float, float, float, float]:
    easts, norths = zip(*ring, strict=True)
    return min(easts) / 10, max(easts) / 10, min(norths) / 10, max(norths) / 10


def _clipped(points: list[tuple[float, float]], width: float, height: float) -> list[tuple[float, float]]:
    """A ring inside a frame (Sutherland and Hodgman, 1974)."""
    for axis, bound, less in ((0, 0.0, False), (0, width, True), (1, 0.0, False), (1, height, True)):
        inside = [point[axis] <= bound for point in points] if less else [point[axis] >= bound for point in points]
        if all(inside):
            continue
        if not any(inside):
            return []
        kept: list[tuple[float, float]] = []
        before, was_inside = points[-1], inside[-1]
        for point, is_inside in zip(points, inside, strict=True):
            if is_inside != was_inside:
                part = (bound - before[axis]) / (point[axis] - before[axis])
                kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
            if is_inside:
                kept.append(point)
            before, was_inside = point, is_inside
        points = kept
    return points
