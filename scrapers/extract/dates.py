"""Which moment does a written date name, a feed's, a page's or a live post's? One that leaves a choice names none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from scrapers.extract.writtendate import month
from scrapers.extract.zones import NAMES, ZONE, zone_of

#: Older is a default that a program left (1970, 0001), never the date of an entry.
FIRST_YEAR = 1990

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TIME = re.compile(
    r"(?<![\d:.+\-−])(?:(?P<noon>午前|午後|上午|下午|오전|오후)\s*)?"
    r"(?:(?P<hour>\d{1,2})(?:[:.h時时시]\s?(?P<minute>\d\d)|:(?P<one>\d)(?=:\d))(?:[:.分분]\s?(?P<second>\d{1,2})"
    r"(?:[.,]\d+)?)?[分분秒초]?(?![\d:]|\.\d)\s*(?P<half>[AaPp]\.?\s?[Mm]\b\.?)?"
    r"|(?P<four>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC)\b)"
    r"|(?P<bare>\d{1,2})\s?(?P<bare_half>[AaPp]\.?[Mm]\b\.?))"
    r"(?:\s*[(,]?\s?" + ZONE + r"\)?)?"
)  # fmt: skip
_ISO = re.compile(r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?:[T ,]+(?=\d)|$)")
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z|[+-]\d{4})?)?", re.ASCII)
_WORDS = (
    # 21 August 2026; 21-Aug-26; 21 de agosto de 2026
    re.compile(r"(?<![\d:])(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+|of\s+|ב)?(?P<month>[^\W\d_]{3,12}"
               r"(?: (?:الثاني|الأول))?)\.?,?[\s-]+(?:de\s+)?(?P<year>(?:19|20)\d\d|\d\d(?=\s|$))(?!\d)"),
    # August 21, 2026
    re.compile(rf"(?P<month>[^\W\d_]{{3,12}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}(?![\d:])"),
    # Fri Aug 21 14:20:00 2026, with or without a zone between
    re.compile(rf"(?P<month>[^\W\d_]{{3,12}})\s+(?P<day>\d{{1,2}})\s+(?P<clock>\d\d:\d\d:\d\d(?:\s+\S+)?)\s+{_YEAR}$"),
)  # fmt: skip
_CJK = re.compile(rf"{_YEAR}\s*[年년]\s*(?P<month>\d{{1,2}})\s*[月월]\s*(?P<day>\d{{1,2}})\s*[日일]")
_YEAR_FIRST = re.compile(
    rf"(?<!\d){_YEAR}(?P<mark>[-./])\s?(?P<month>\d{{1,2}})(?P=mark)\s?(?P<day>\d{{1,2}})(?!\d)\.?"
)
_YEAR_LAST = re.compile(rf"(?<!\d)(?P<one>\d{{1,2}})(?P<mark>[-./])\s?(?P<two>\d{{1,2}})(?P=mark)\s?{_YEAR}(?!\d)")
_PLACE = re.compile(r"\[([A-Za-z/_+-]+)\]$")
_ADDRESS = re.compile(r"(?:[a-z]+:/)?/\S*$")
_NAME = re.compile(r"\b[A-Z]{2,5}\b")

#: A time, whether a time of day is written, whether a zone is.
Moment = tuple[datetime, bool, bool]


def moment(value: str | None) -> Moment | None:
    """(time, has a time of day, has a zone), or None for what is unreadable, impossible, ambiguous or names no day.

    Without a zone, or with `-0000`, it is UTC; a zone whose name is not known leaves a choice. A day alone is its
    midnight.
    """
    text = " ".join(_western(value or "").split())
    if not 8 <= len(text) <= 100 or _ADDRESS.match(text):
        return None
    try:
        found = _read(text)
    except (ValueError, OverflowError):
        return None
    return found if found and found[0].year >= FIRST_YEAR else None


def _western(value: str) -> str:
    """Arabic and Persian digits as European ones; marks of direction gone."""
    kept = (str(unicodedata.decimal(each, each)) for each in value[:200] if unicodedata.category(each) != "Cf")
    return "".join(kept) if not value.isascii() else value[:200]


def _read(text: str) -> Moment | None:
    if re.fullmatch(r"[1-3]\d{9}(?:\d{3})?", text):
        return datetime.fromtimestamp(int(text[:10]), UTC), True, True
    if match := _BASIC.fullmatch(text):
        year, month_, day_, hour, minute, second = (int(each or 0) for each in match.groups()[:6])
        day = datetime(year, month_, day_)  # noqa: DTZ001  (the text's own zone counts)
        return _at(day, hour, minute, second, match[7]) if match[4] else (day.replace(tzinfo=UTC), False, False)
    place = _PLACE.search(text)
    text = _PLACE.sub("", text)
    for date in _dates(text):
        if found := _day(date.groupdict()):
            rest = date.groupdict().get("clock") or f"{text[: date.start()]} | {text[date.end() :]}"
            return _clocked(found, rest, place[1] if place else None)
    return None


def _dates(text: str) -> Iterator[re.Match[str]]:
    if match := _ISO.match(text):
        yield match
    for pattern in (*_WORDS, _CJK, _YEAR_FIRST, _YEAR_LAST):
        yield from pattern.finditer(text)


def _day(date: dict[str, str | None]) -> datetime | None:
    year = int(date["year"] or 0)
    if len(date["year"] or "") == 2:
        year += 2000 if year < 50 else 1900  # RFC 5322, 4.3
    if "one" in date:
        day, number = int(date["one"] or 0), int(date["two"] or 0)
        if date["mark"] == "/":
            # 03/05 is March in one country and May in the next.
            if day <= 12 and number <= 12 and day != number:
                return None
            day, number = (day, number) if number <= 12 else (number, day)
        return datetime(year, number, day)  # noqa: DTZ001
    written = date["month"] or ""
    named = int(written) if written.isdecimal() else month(written)
    return datetime(year, named, int(date["day"] or 0)) if named else None  # noqa: DTZ001


def _clocked(day: datetime, rest: str, place: str | None) -> Moment | None:
    """The day with the one time of day that stands outside the date itself, if there is one."""
    times = list(_TIME.finditer(rest))
    if not times:
        return day.replace(tzinfo=UTC), False, False
    if len(times) > 1:
        return None
    clock = times[0]
    zone = clock["zone"] or place
    if zone is None:
        zone = next(
            (each for each in _NAME.findall(rest[: clock.start()] + rest[clock.end() :]) if each in NAMES), None
        )
    written = clock["hour"] or clock["bare"] or clock["four"][:2]
    hour = _hour(int(written), clock["half"] or clock["bare_half"] or clock["noon"])
    return _at(
        day, hour, int(clock["minute"] or clock["one"] or (clock["four"] or "0")[-2:]), int(clock["second"] or 0), zone
    )


def _hour(hour: int, half: str | None) -> int:
    """Of a day of 24; raises ValueError for one that such a half of a day does not have."""
    if not half:
        return hour
    late = half[0] in "Pp" or half in ("午後", "下午", "오후")
    if hour > 12 and not late:
        raise ValueError(hour)
    return hour if hour > 12 else hour % 12 + 12 * late


def _at(day: datetime, hour: int, minute: int, second: int, written: str | None) -> Moment | None:
    zone: tzinfo | None = zone_of(written) if written else UTC
    if zone is None or hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return None
    local = day + timedelta(hours=hour, minutes=minute, seconds=min(second, 59))
    return local.replace(tzinfo=zone), True, written is not None


def best(candidates: list[str]) -> datetime | None:
    """The date that the first of the candidates names, as exactly as a later one that agrees with it tells.

    A day alone takes the time of the first candidate on the same day (or the day before or after, for the zone); a
    time without a zone takes the zone of one with the same wall clock; a time in the morning of which another says the
    same in the afternoon lost its "pm".
    """
    read = [found for each in candidates if (found := moment(each))]
    if not read:
        return None
    time, has_clock, has_zone = read[0]
    for other, other_clock, other_zone in read[1:]:
        if not has_clock and other_clock and abs((other.date() - time.date()).days) <= (1 if other_zone else 0):
            return other
        apart = other.replace(tzinfo=None, second=0) - time.replace(tzinfo=None, second=0)
        if has_clock and other_zone and not has_zone and not apart:
            return other
        if has_clock and other_clock and apart == timedelta(hours=12) and other.date() == time.date():
            return other
    return time
