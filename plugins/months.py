"""Which days has a month, week by week from Monday on, and which of them have a briefing?"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scrapers.briefing import Briefing


@dataclass(frozen=True)
class Cell:
    """A day of a month. Without a day it is one of the month before or after, with which a week is filled up."""

    day: date | None
    briefing: Briefing | None = None


def weeks(days: Sequence[Briefing]) -> tuple[tuple[Cell, ...], ...]:
    """The weeks of the month that these briefings are of, seven cells each."""
    told = {briefing.day: briefing for briefing in days}
    first = days[0].day.replace(day=1)
    last = calendar.monthrange(first.year, first.month)[1]
    numbers = [first.replace(day=n) for n in range(1, last + 1)]
    cells = [Cell(None)] * first.weekday() + [Cell(day, told.get(day)) for day in numbers]
    cells += [Cell(None)] * (-len(cells) % 7)
    return tuple(tuple(cells[n : n + 7]) for n in range(0, len(cells), 7))
