"""Where does each figure stand in a plot? Geometry only; the theme draws it as SVG, without script or library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from plugins.figures import Row
from plugins.words import N_, day_words, say

# In the plot's own units; it is drawn as wide as its column, so letters of 13 are read on a phone too.
WIDTH, HEIGHT = 400, 220
LEFT, RIGHT, TOP, BOTTOM = 52, 14, 12, 30
#: What is plotted before the newest figure: three months on a page of its own, one month where others share the page.
DAYS, DAYS_SHARED = 92, 31
# Above this factor between the largest and the smallest number, a straight scale hides all but the largest.
_TOO_FAR_APART = 100
_SCALES = (
    (12, N_("%(number)stn")),
    (9, N_("%(number)sbn")),
    (6, N_("%(number)sm")),
    (3, N_("%(number)sk")),
)


@dataclass(frozen=True)
class Tick:
    at: float
    text: str


@dataclass(frozen=True)
class Point:
    x: float
    y: float
    #: Of a range: where its upper end stands.
    top: float | None
    row: Row

    @property
    def open(self) -> bool:
        """Whether the number is a bound or an estimate, not a count."""
        return self.row.lines[0].qualifier != "exactly"


@dataclass(frozen=True)
class Plot:
    points: tuple[Point, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    first: date
    last: date
    #: How many times the one before each step up is; None on a straight scale.
    factor: int | None
    #: Figures in words ("dozens"), which have no place in a plot.
    without: int

    @property
    def bounds(self) -> bool:
        return any(point.open for point in self.points)

    width, height = WIDTH, HEIGHT
    left, right, top, bottom = LEFT, WIDTH - RIGHT, TOP, HEIGHT - BOTTOM


def plot(rows: Sequence[Row], days: int = DAYS) -> Plot | None:
    """The rows (of one metric, conflict, window and currency) against their days; None with fewer than two days.

    Points are not joined: two numbers of two days may come from two sides, and a day without a figure is no zero.
    """
    last = max((row.item.day for row in rows), default=None)
    if last is None:
        return None
    recent = [row for row in rows if last - row.item.day < timedelta(days=days)]
    numbered = [row for row in recent if row.value is not None]
    told = {row.item.day for row in numbered}
    if len(told) < 2:
        return None
    first, last = min(told), max(told)
    values = [value for row in numbered for value in (row.value, row.upper) if value is not None]
    smallest, largest = min(values), max(values)
    powers = smallest > 0 and largest > _TOO_FAR_APART * smallest
    up = _powers(smallest, largest) if powers else _steps(largest)
    low, high = float(up[0]), float(up[-1])

    def across(day: date) -> float:
        return round(LEFT + 8 + (WIDTH - RIGHT - LEFT - 16) * (day - first).days / (last - first).days, 1)

    def height(value: Decimal) -> float:
        if powers:
            share = (math.log10(float(value)) - math.log10(low)) / (math.log10(high) - math.log10(low))
        else:
            share = float(value) / high
        return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share, 1)

    points = tuple(
        Point(across(row.item.day), height(row.value), height(row.upper) if row.upper is not None else None, row)
        for row in sorted(numbered, key=lambda row: row.item.day)
        if row.value is not None
    )
    return Plot(
        points=points,
        across=tuple(Tick(across(day), _day(day)) for day in _dates(first, last)),
        up=tuple(Tick(height(value), _short(value)) for value in up),
        first=first,
        last=last,
        factor=int(up[1] / up[0]) if powers else None,
        without=len(recent) - len(numbered),
    )


def _steps(largest: Decimal) -> list[Decimal]:
    """Zero to at least `largest` in three to five even steps of 1, 2 or 5 times a power of ten."""
    if largest <= 0:
        return [Decimal(0), Decimal(1)]
    size = Decimal(10) ** (largest.adjusted() - 1)
    step = next(step for factor in (1, 2, 5, 10, 20, 50, 100) if (step := factor * size) * 5 >= largest)
    step = max(step, Decimal(1)) if largest >= 1 else step
    return [step * n for n in range(math.ceil(largest / step) + 1)]


def _powers(smallest: Decimal, largest: Decimal) -> list[Decimal]:
    low, high = smallest.adjusted(), largest.adjusted()
    high += largest > Decimal(10) ** high
    every = math.ceil((high - low) / 5) or 1
    return [Decimal(10) ** n for n in range(low, high + every, every)]


def _dates(first: date, last: date) -> list[date]:
    """The first and the last day, and one or two between where there is room."""
    span = (last - first).days
    parts = 3 if span >= 6 else 2 if span >= 4 else 1
    return [first + timedelta(days=round(span * n / parts)) for n in range(parts + 1)]


def _day(day: date) -> str:
    """`30 Nov`: four of them stand side by side on a phone."""
    return day_words(day, "brief")


def _short(value: Decimal) -> str:
    for scale, letter in _SCALES:
        if value >= Decimal(10) ** scale:
            return say(letter, number=f"{(value / Decimal(10) ** scale).normalize():f}")
    return f"{value.normalize():f}"
