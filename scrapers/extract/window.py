"""Which days does a round-up say it covers?"""

from __future__ import annotations

import re
from datetime import date

from scrapers.extract.writtendate import day_of, month

_NAME = r"([^\W\d_]{3,10})\.?"
_YEAR = r"(?:,?\s*((?:19|20)\d\d))?"
_TO = r"\s*(?:–|—|-|‑|/|&|and|to|through|until|bis|und|au|et|al|y|до|по|и|та)\s*"
#: `Dec. 28 – 29`, `Dec. 30 – Jan. 1, 2025`
_MONTH_FIRST = re.compile(
    (
        rf"\b{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}{_TO}(?:{_NAME}\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?!\d|"
        rf"[:.]\d|\s*[%]){_YEAR}"
    ),
    re.I,
)
#: `28–29 December 2024`, `30. Dezember bis 1. Januar`
_DAY_FIRST = re.compile(
    (
        rf"(?<!\d)(\d{{1,2}})\.?(?:st|nd|rd|th|er)?\s*(?:de\s+)?(?:{_NAME}{_YEAR})?{_TO}(\d{{1,2}})\.?(?:st|nd|"
        rf"rd|th)?\s+(?:de\s+)?{_NAME}{_YEAR}"
    ),
    re.I,
)
_ONE_MONTH_FIRST = re.compile(rf"\b{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[:.]\d){_YEAR}", re.I)
_ONE_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})\.?(?:st|nd|rd|th|er)?\s+(?:de\s+)?{_NAME}{_YEAR}", re.I)


def window(text: str, *, published: date | None) -> tuple[date, date] | None:
    """(first, last) day of a window that a line states, or None. A line that names one day states that day."""
    for match in _MONTH_FIRST.finditer(text):
        name, first, year, second_name, last, second_year = match.groups()
        if found := _span(first, name, last, second_name or name, second_year or year, published):
            return found
    for match in _DAY_FIRST.finditer(text):
        first, name, year, last, second_name, second_year = match.groups()
        if found := _span(first, name or second_name, last, second_name, second_year or year, published):
            return found
    for pattern in (_ONE_MONTH_FIRST, _ONE_DAY_FIRST):
        for match in pattern.finditer(text):
            name, day, year = match.groups() if pattern is _ONE_MONTH_FIRST else (match[2], match[1], match[3])
            if found := _span(day, name, day, name, year, published):
                return found
    return None


def _span(
    first: str, name: str, last: str, last_name: str, last_year: str | None, published: date | None
) -> tuple[date, date] | None:
    number, last_number = month(name), month(last_name)
    if number is None or last_number is None:
        return None
    end = day_of(int(last), last_number, int(last_year) if last_year else None, published)
    if end is None:
        return None
    begin_year = end.year - 1 if number > last_number else end.year
    start = day_of(int(first), number, begin_year, None)
    # a window of a month is a misreading
    return (start, end) if start and start <= end and (end - start).days <= 31 else None
