"""Which zone does a written name mean? One that leaves a choice (IST, CST, AST) means none."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

#: Names that mean one offset, in hours. Not here: BT, CST (America, China, Cuba), IST (India, Israel, Ireland), AST,
#: GST, AMT, ECT, SST and others that two countries use.
_HOURS = {
    "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "WET": 0, "BST": 1, "CET": 1, "WEST": 1, "WAT": 1, "MEZ": 1, "CEST": 2,
    "EET": 2, "SAST": 2, "CAT": 2, "MESZ": 2, "IDT": 3, "EEST": 3, "MSK": 3, "TRT": 3, "EAT": 3, "IRST": 3.5,
    "AZT": 4, "GET": 4, "SAMT": 4, "AFT": 4.5, "PKT": 5, "UZT": 5, "YEKT": 5, "NPT": 5.75, "MMT": 6.5, "WIB": 7,
    "ICT": 7, "NOVT": 7, "HKT": 8, "WITA": 8, "SGT": 8, "MYT": 8, "PHT": 8, "AWST": 8, "JST": 9, "KST": 9, "WIT": 9,
    "ACST": 9.5, "AEST": 10, "VLAT": 10, "ACDT": 10.5, "AEDT": 11, "NZST": 12, "NZDT": 13, "NDT": -2.5, "NST": -3.5,
    "BRT": -3, "ADT": -3, "EDT": -4, "EST": -5, "CDT": -5, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8, "AKDT": -8,
    "AKST": -9, "HST": -10,
}  # fmt: skip
#: Names of a clock that changes with the season, and of one written out.
_PLACES = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
    "eastern": "America/New_York", "pacific": "America/Los_Angeles", "moscow": "Europe/Moscow", "kyiv": "Europe/Kyiv",
    "kiev": "Europe/Kyiv", "beijing": "Asia/Shanghai", "tehran": "Asia/Tehran", "london": "Europe/London",
    "paris": "Europe/Paris", "berlin": "Europe/Berlin", "istanbul": "Europe/Istanbul", "seoul": "Asia/Seoul",
    "tokyo": "Asia/Tokyo", "taipei": "Asia/Taipei", "israel": "Asia/Jerusalem", "jerusalem": "Asia/Jerusalem",
    "baghdad": "Asia/Baghdad", "kabul": "Asia/Kabul", "new york": "America/New_York",
}  # fmt: skip
_LONG = {"greenwich mean": 0, "coordinated universal": 0, "universal": 0, "central european": 1, "eastern european": 2,
         "central european summer": 2, "eastern european summer": 3, "central european standard": 1,
         "eastern european standard": 2, "eastern standard": -5, "eastern daylight": -4, "pacific standard": -8,
         "pacific daylight": -7, "moscow standard": 3, "japan standard": 9, "korea standard": 9, "korean standard": 9,
         "china standard": 8, "india standard": 5.5, "british summer": 1, "israel standard": 2, "israel daylight": 3,
         "pakistan standard": 5}  # fmt: skip

_OFFSET = re.compile(r"(?:UTC|GMT|UT)?\s?([+\-−])(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)
#: A zone as it is written: an offset, a place of the zone database, words before "time", a name in capitals.
ZONE = (
    r"(?P<zone>Z[+-]\d[\d:]+|(?:UTC|GMT|UT)?\s?[+\-−]\d{1,2}(?::?\d\d)?(?!\d)|[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_+-]+){1,2}|"
    r"[A-Z][a-z]+(?: [A-Za-z]+){0,2} [Tt]ime\b|[Gg]mt\b|[Uu]tc\b|[A-Z]{1,5}(?![\w/]))"
)
#: Names that are a zone wherever they stand in a line with a time.
NAMES = frozenset(_HOURS) - {"Z", "UT", "CAT", "WIT", "GET", "BRT", "PHT"} | {"ET", "IST", "CST", "AST"}


def zone_of(written: str) -> tzinfo | None:
    """The zone that a written offset or name means; None for a name that is not known or leaves a choice."""
    text = " ".join(written.split())
    if match := _OFFSET.fullmatch(text):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return timezone(offset if match[1] == "+" else -offset) if offset <= timedelta(hours=14) else None
    name = text.upper()
    if name in _HOURS:
        return UTC if _HOURS[name] == 0 else timezone(timedelta(hours=_HOURS[name]))
    if text.lower().endswith(" time"):
        words = text.lower().removesuffix(" time")
        if words in _LONG:
            return timezone(timedelta(hours=_LONG[words]))
        return _place(_PLACES.get(words))
    return _place(text if "/" in text else _PLACES.get(name))


def _place(name: str | None) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
