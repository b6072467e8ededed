"""The days ahead as a calendar that programs subscribe to: iCalendar, RFC 5545."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from plugins.ahead_dates import AheadDate
from plugins.dating import published
from plugins.wording import day_long
from plugins.words import N_, say
from scrapers.settings import Settings
from scrapers.text import line

#: Where it stands.
PATH = "ahead.ics"
#: Octets of a line without its end; what is longer goes on in the next line, behind a blank.
OCTETS = 75
BOUNDS = {"By": N_("By this day:"), "Until": N_("Until this day:"), "From": N_("From this day:")}


def calendar(settings: Settings, dates: Sequence[AheadDate]) -> str:
    """One event a date, of a whole day. Nothing in it is of a clock: the same briefings make the same bytes."""
    return "".join(f"{folded(each)}\r\n" for each in _lines(settings, dates))


def _lines(settings: Settings, dates: Sequence[AheadDate]) -> Iterator[str]:
    name = _text(say("%(site)s: ahead", site=settings.name))
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//{_text(settings.publisher)}//Nightdesk//{settings.language.upper()}"
    yield from (f"{each}:{name}" for each in ("NAME", "X-WR-CALNAME"))
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    for each in dates:
        yield from _event(settings, each)
    yield "END:VCALENDAR"


def _event(settings: Settings, each: AheadDate) -> Iterator[str]:
    sample = say("Sample:") + " " if each.briefing.sample else ""
    bound = say(BOUNDS[each.bound]) + " " if each.bound else ""
    by = f" — {each.outlet}" if each.outlet else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{each.id}@{settings.authority}"
    yield f"DTSTAMP:{published(each.briefing):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{each.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{sample}{bound}{each.words}{by}')}"
    yield f"DESCRIPTION:{_text(chr(10).join(_description(each)))}"
    yield f"URL:{settings.url}/{each.path}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(each: AheadDate) -> Iterator[str]:
    if each.briefing.sample:
        yield " ".join((say("Sample:"), line(each.briefing.sample)))
    yield say("Named in the briefing of %(day)s.", day=day_long(each.briefing.day))
    if each.url:
        yield each.url
    if each.credit:
        source = "" if each.credit.names_source else f"{each.credit.source}: "
        yield f"{source}{each.credit.words}{f' {each.credit.url}' if each.credit.url else ''}"


def _text(text: str) -> str:
    """A value of the type TEXT: its signs escaped, a line break as two letters."""
    one = "\n".join(line(part) for part in text.split("\n"))
    return re.sub(r"([\\;,])", r"\\\1", one).replace("\n", r"\n")


def folded(content: str) -> str:
    """A line of content in lines of 75 octets at most; no letter is cut."""
    lines, size = [""], 0
    for letter in content:
        octets = len(letter.encode())
        if size + octets > OCTETS:
            lines.append(" ")
            size = 1
        lines[-1] += letter
        size += octets
    return "\r\n".join(lines)
