"""Which moment does a feed's date name? Read strictly: a date that leaves a choice is no date."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from scrapers.extract.dates import ZONES

#: Months as dates are written (Slavic ones in the genitive); any unambiguous beginning of three letters serves.
_MONTHS = tuple(
    names.split()
    for names in (
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    )
)
_FIRST_YEAR = 1990  # older is a default that a program left (1970, 0001), never the date of an entry

_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\b\.?)?"
_ZONE = r"\s*\(?(?P<zone>(?:UTC|GMT|UT)?\s?[+-]\d{1,2}(?::?\d\d)?(?!\d)|[A-Z]{1,5}\b)?\)?"
_CLOCK = re.compile(rf"(?<![\d:.]){_TIME}(?![\d:]){_ZONE}")
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?:[T ,]+{_TIME}{_ZONE})?", re.ASCII
)
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z|[+-]\d{4})", re.ASCII)
_NUMBERS = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[./])\s?(?P<second>\d{1,2})(?P=mark)\s?(?P<year>\d{4})(?!\d)", re.ASCII
)
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_WORDS = (
    # 21 August 2026; 21-Aug-26; 21 de agosto de 2026
    re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+)?(?P<month>[^\W\d_]{3,12})\.?,?[\s-]+(?:de\s+)?"
               r"(?P<year>\d{4}|\d\d(?=\s|$))(?!\d)"),
    # August 21, 2026
    re.compile(r"(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?![\d:])"),
    # Fri Aug 21 14:20:00 2026, with or without a zone between
    re.compile(r"(?P<month>[^\W\d_]{3,12})\s+(?P<day>\d{1,2})\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{3,4}\s+)?(?P<year>\d{4})$"),
)  # fmt: skip


def feed_time(value: str | None) -> datetime | None:
    """A written date in UTC, or None: for one that is unreadable, impossible, ambiguous or names no day.

    A date without a zone, or with `-0000`, counts as UTC; a zone whose name is not known leaves a choice. A day
    without a time is its midnight.
    """
    text = " ".join((value or "").split())
    if not 8 <= len(text) <= 100:
        return None
    try:
        return _iso(text) or _named(text) or _numbered(text)
    except (ValueError, OverflowError):
        return None


def _iso(text: str) -> datetime | None:
    if match := _BASIC.fullmatch(text):
        year, month, day, hour, minute, second = map(int, match.groups()[:6])
        return _moment(datetime(year, month, day, tzinfo=UTC), hour, minute, second, _offset(match[7]))
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    day_ = datetime(int(match["year"]), int(match["month"]), int(match["day"]), tzinfo=UTC)
    return _at(day_, match) if match["hour"] else _plausible(day_)


def _named(text: str) -> datetime | None:
    for pattern in _WORDS:
        if (match := pattern.search(text)) and (month := _month(match["month"])):
            year = int(match["year"])
            if len(match["year"]) == 2:
                year += 2000 if year < 50 else 1900  # RFC 5322, 4.3
            return _clocked(datetime(year, month, int(match["day"]), tzinfo=UTC), text, match)
    if match := _CJK.search(text):
        return _clocked(datetime(int(match[1]), int(match[2]), int(match[3]), tzinfo=UTC), text, match)
    return None


def _numbered(text: str) -> datetime | None:
    match = _NUMBERS.search(text)
    if match is None:
        return None
    day, month = int(match["first"]), int(match["second"])
    if match["mark"] == "/":
        # 03/05 is March in one country and May in the next.
        if day <= 12 and month <= 12 and day != month:
            return None
        day, month = (day, month) if month <= 12 else (month, day)
    return _clocked(datetime(int(match["year"]), month, day, tzinfo=UTC), text, match)


def _clocked(day: datetime, text: str, date: re.Match[str]) -> datetime | None:
    """The day with the one time of day that stands outside the date itself, if there is one."""
    inside = date[0]
    rest = text if re.search(r"\d:\d\d", inside) else text[: date.start()] + " | " + text[date.end() :]
    times = list(_CLOCK.finditer(rest))
    if not times:
        return _plausible(day)
    return _at(day, times[0]) if len(times) == 1 else None


def _at(day: datetime, clock: re.Match[str]) -> datetime | None:
    offset = _offset(clock["zone"])
    if offset is None:
        return None
    hour = int(clock["hour"])
    if half := clock["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "Pp" else 0)
    return _moment(day, hour, int(clock["minute"]), int(clock["second"] or 0), offset)


def _moment(day: datetime, hour: int, minute: int, second: int, offset: timedelta | None) -> datetime | None:
    if offset is None or hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return None
    return _plausible(day + timedelta(hours=hour, minutes=minute, seconds=min(second, 59)) - offset)


def _plausible(moment: datetime) -> datetime | None:
    return moment if moment.year >= _FIRST_YEAR else None


def _offset(zone: str | None) -> timedelta | None:
    """Of a zone as it is written; None for a name that is not known, or for more than a zone can be."""
    if not zone:
        return timedelta(0)
    if match := re.fullmatch(r"(?:UTC|GMT|UT)?\s?([+-])(\d{1,2}):?(\d\d)?", zone):
        sign = -1 if match[1] == "-" else 1
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return sign * offset if offset <= timedelta(hours=14) else None
    if zone == "UT":
        return timedelta(0)
    return timedelta(hours=ZONES[zone]) if zone in ZONES else None


def _month(word: str) -> int | None:
    word = word.lower()
    found = {number for names in _MONTHS for number, name in enumerate(names, start=1) if name.startswith(word)}
    return found.pop() if len(found) == 1 else None
