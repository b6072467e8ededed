"""When does a page say it was published?"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from dateutil import parser as dateutil_parser

#: Zone names that pages write; their offset in hours. An unknown name makes the time one without a zone.
ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "CET": 1, "WEST": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "TRT": 3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9,
    "HST": -10, "JST": 9, "KST": 9, "HKT": 8, "PKT": 5, "SAST": 2, "EAT": 3, "CAT": 2, "WAT": 1, "AEST": 10, "AEDT": 11,
}  # fmt: skip
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?$", re.I
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]\D{0,8}(?:(\d{1,2})[時시:](\d{1,2}))?")
_RFC_822 = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
_SLASHES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/\d{4}")
_OFFSET_NAMED = re.compile(r"\b(?:GMT|UTC)\s*([+-])(\d{1,2})(?::?(\d\d))?$", re.I)
_ZONE_WORD = re.compile(r"\[[A-Za-z/_+-]+\]$")


def moment(value: str | None) -> tuple[datetime, bool, bool] | None:
    """(time, has a time of day, has a zone) of a written date, or None; without a zone it is read as UTC."""
    if not value or len(value) > 80:
        return None
    text = _ZONE_WORD.sub("", value.strip())
    if match := _ISO.match(text):
        day, clock, zone = match.groups()
        try:
            found = datetime.fromisoformat(f"{day}T{clock or '00:00'}")
        except ValueError:
            return None
        return _with_zone(found, zone), clock is not None, zone is not None
    if re.fullmatch(r"\d{10}(?:\d{3})?", text):
        return datetime.fromtimestamp(int(text[:10]), UTC), True, True
    if match := _CJK.search(text):
        numbers = [int(each) if each else 0 for each in match.groups()]
        try:
            return datetime(*numbers, tzinfo=UTC), match.group(4) is not None, False  # type: ignore[misc,arg-type]
        except ValueError:
            return None
    if not _YEAR.search(text):
        return None  # a guess at the year would be one
    if (written := _SLASHES.search(text)) and max(int(part) for part in written.groups()) <= 12:
        return None  # month first or day first: a guess would be one
    text = _OFFSET_NAMED.sub(lambda m: f"{m[1]}{int(m[2]):02}{m[3] or '00'}", text)
    if _RFC_822.match(text) and text.rsplit(" ", 1)[-1].upper() not in ZONES.keys() - {"GMT", "UTC", "Z"}:
        try:
            found = parsedate_to_datetime(text)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)), True, found.tzinfo is not None
        except (ValueError, TypeError, IndexError):
            pass
    try:
        offsets = {name: hours * 3600 for name, hours in ZONES.items()}
        found = dateutil_parser.parse(text, tzinfos=offsets, default=_NO_YEAR, dayfirst=_day_first(text))
    except (ValueError, OverflowError, TypeError):
        return None
    if found.year < 1990:
        return None
    has_time = bool(re.search(r"\d[:.h]\d\d", text))
    return (found if found.tzinfo else found.replace(tzinfo=UTC)), has_time, found.tzinfo is not None


#: What a text without a year gets: refused below.
_NO_YEAR = datetime(1, 1, 1)  # noqa: DTZ001  (the text's own zone counts)


def _day_first(text: str) -> bool:
    """`03.05.2024` has the day first everywhere; `03/05/2024` may not, and then nothing is better than a guess."""
    return bool(re.search(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}", text))


def _with_zone(found: datetime, zone: str | None) -> datetime:
    if zone is None or zone.upper() in ("Z", "UTC", "GMT"):
        return found.replace(tzinfo=UTC)
    sign = -1 if zone[0] == "-" else 1
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset >= timedelta(hours=24):
        return found.replace(tzinfo=UTC)
    return found.replace(tzinfo=timezone(sign * offset))


def best(candidates: list[str]) -> datetime | None:
    """The date that the first of the candidates names, as exactly as a later one that agrees with it tells.

    A day alone takes the time of the first candidate on the same day (or the day before or after, for the zone); a
    time without a zone takes the zone of one with the same wall clock.
    """
    read = [found for each in candidates if (found := moment(each))]
    if not read:
        return None
    time, has_clock, has_zone = read[0]
    for other, other_clock, other_zone in read[1:]:
        if not has_clock and other_clock and abs((other.date() - time.date()).days) <= (1 if other_zone else 0):
            return other
        if (
            has_clock
            and not has_zone
            and other_zone
            and other.replace(tzinfo=None, second=0) == time.replace(tzinfo=None, second=0)
        ):
            return other
    return time
