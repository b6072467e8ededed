"""Which entries does a live ticker have, each with its time?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from html import unescape
from itertools import pairwise
from typing import Any

from bs4.element import Tag
from lxml import html as lxml_html

from scrapers.extract import dates, jsonld
from scrapers.extract.metadata import Head
from scrapers.extract.pieces import Piece, squeezed
from scrapers.extract.roundup import _links, first_sentence
from scrapers.extract.writtendate import cut_date
from scrapers.extract.zones import NAMES, ZONE, zone_of
from scrapers.model import Part

#: Entries from which on a page is a ticker.
FEWEST = 3
_CLOCK = re.compile(
    r"^(?:(?:published|updated|posted|um|at|à|alle|o)\s+)?(?:\d{1,2} (?:min(?:ute)?s?|hours?|h|m) "
    r"ago\s*)?(?P<hour>[01]?\d|2[0-3])\s?[:.h時시]\s?(?P<minute>[0-5]\d)(?P<half>\s?[ap]\.?m\.?)?"
    r"(?=\D|$)(?P<rest>.{0,40})$",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s*[(,]?\s?" + ZONE)
_WORD = re.compile(r"[^\W\d_]{2,}|\d{3,}")
#: What stands beside the day in a heading: its weekday, and the number of a war's day.
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|"
    r"jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|понедельник|вторник|среда|"
    r"четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|пʼятниця|п'ятниця|субота|неділя|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)|day \d+|today|yesterday)\b",
    re.IGNORECASE,
)
_LIVE = re.compile(
    (
        r"\blive\b|liveblog|ticker|minute by minute|as it happened|en direct|en vivo|minuto a minuto|in "
        r"diretta|ao vivo|na żywo|živě|canlı|онлайн|прямой эфир|наживо|مباشر|速報|실시간|直播"
    ),
    re.IGNORECASE,
)


def from_jsonld(head: Head, *, url: str) -> tuple[Part, ...]:
    """The entries of a `LiveBlogPosting`, as the page's JSON-LD lists them."""
    found: list[Part] = []
    for node in (head.article, *head.nodes):
        updates = node.get("liveBlogUpdate")
        if not isinstance(updates, list):
            continue
        found += [part for update in updates if isinstance(update, dict) and (part := _update(update, url))]
        if found:
            break
    return tuple(found) if len(found) >= 2 else ()


def _update(update: dict[str, Any], url: str) -> Part | None:
    title = squeezed(unescape(jsonld.text(update.get("headline")) or jsonld.text(update.get("name"))))
    raw = jsonld.text(update.get("articleBody"))
    text, links = _plain(raw) if raw else ("", ())
    if not (text or title):
        return None
    read = dates.moment(jsonld.text(update.get("datePublished")) or None)
    own = jsonld.text(update.get("url"))
    return Part(
        title=title or first_sentence(text),
        text=text or title,
        anchor=own.split("#", 1)[1] or None if "#" in own else None,
        published=read[0] if read else None,
        links=_links(links, url),
    )


def _plain(raw: str) -> tuple[str, tuple[str, ...]]:
    if "<" not in raw:
        return "\n".join(line for each in unescape(raw).split("\n") if (line := squeezed(each))), ()
    try:
        tree = lxml_html.fragment_fromstring(raw, create_parent="div")
    except Exception:  # lxml raises what it likes on fragments
        return squeezed(re.sub(r"<[^>]*>", " ", raw)), ()
    for element in tree.iter("p", "li", "br", "h2", "h3", "h4", "blockquote"):
        element.tail = "\n" + (element.tail or "")
    lines = (squeezed(line) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line), tuple(e.get("href", "") for e in tree.iter("a") if e.get("href"))


def entries(
    pieces: Sequence[Piece],
    *,
    title: str | None,
    published: datetime | None,
    updated: datetime | None,
    url: str,
    live: bool,
) -> tuple[Part, ...]:
    """The entries on the page: each from one time stamp to the next, or the element that holds a stamp and its text."""
    stamps = [piece for piece in pieces if _is_stamp(piece)]
    if len(stamps) < (FEWEST if live or _LIVE.search(f"{title} {url}") else 5):
        return ()
    days = _days(pieces, published)
    kept = [piece for piece in pieces if not piece.why and piece.order not in days]
    groups = _by_element(stamps, kept) or _by_order(stamps, kept)
    times = _times(stamps, published=published, updated=updated, days=days)
    found: list[Part] = []
    for stamp, time in zip(stamps, times, strict=True):
        group = groups.get(stamp.order, [])
        if not any(piece.weight or piece.kind in ("p", "li", "quote") for piece in group):
            continue
        heading = next((piece for piece in group if piece.kind == "h"), None)
        body = [piece for piece in group if piece is not heading]
        text = "\n".join(piece.text for piece in body)
        if not text:
            continue
        name = heading.text if heading else group[0].lead if len(group[0].lead) >= 15 else first_sentence(body[0].text)
        found.append(
            Part(
                title=name.strip(" .:") if heading is None else name,
                text=text,
                anchor=_anchor(stamp, group),
                published=time,
                links=_links([link for piece in group for link in piece.links], url),
            )
        )
    return tuple(found) if len(found) >= FEWEST else ()


def _is_stamp(piece: Piece) -> bool:
    return (
        piece.length <= 60
        and piece.kind != "caption"
        and (bool(_CLOCK.match(piece.text)) or (piece.time is not None and "T" in piece.time))
    )


def is_stamp(piece: Piece) -> bool:
    """Is the piece nothing but a time of day, with a name or a zone beside it?"""
    return _is_stamp(piece)


def _by_element(stamps: Sequence[Piece], kept: Sequence[Piece]) -> dict[int, list[Piece]]:
    """Each stamp's smallest element with prose in it, if no element holds two stamps."""
    chains: dict[int, list[Piece]] = {}
    for piece in kept:
        tag: Tag | None = piece.tag
        while tag is not None:
            chains.setdefault(id(tag), []).append(piece)
            tag = tag.parent
    holders: dict[int, int] = {}
    groups: dict[int, list[Piece]] = {}
    for stamp in stamps:
        tag = stamp.tag
        while tag is not None and not any(piece.weight for piece in chains.get(id(tag), ()) if piece is not stamp):
            tag = tag.parent
        if tag is None or id(tag) in holders:
            return {}
        holders[id(tag)] = stamp.order
        groups[stamp.order] = [piece for piece in chains[id(tag)] if piece is not stamp and not _is_stamp(piece)]
    # nested holders: an outer one would hold the inner one's text too
    claimed = [piece.order for group in groups.values() for piece in group]
    return groups if len(claimed) == len(set(claimed)) else {}


def _by_order(stamps: Sequence[Piece], kept: Sequence[Piece]) -> dict[int, list[Piece]]:
    groups: dict[int, list[Piece]] = {}
    bounds = [*(stamp.order for stamp in stamps), 10**9]
    pending: Piece | None = None
    for index, stamp in enumerate(stamps):
        group = [piece for piece in kept if bounds[index] < piece.order < bounds[index + 1]]
        if pending is not None:
            group.insert(0, pending)
            pending = None
        # a heading right above the next stamp is the next entry's
        if group and group[-1].kind == "h" and index + 1 < len(stamps):
            pending = group.pop()
        groups[stamp.order] = group
    first = [piece for piece in kept if piece.order < bounds[0]]
    if first and first[-1].kind == "h" and groups and not any(p.kind == "h" for p in groups[stamps[0].order][:1]):
        groups[stamps[0].order].insert(0, first[-1])
    return groups


def _days(pieces: Sequence[Piece], published: datetime | None) -> dict[int, date]:
    """By the order of its piece, the day of each line that is nothing but a day: a heading of the entries below it."""
    found: dict[int, date] = {}
    for piece in pieces:
        if piece.length > 40 or _is_stamp(piece):
            continue
        written, rest = cut_date(piece.text, published.date() if published else None)
        if written and written.date and not _WORD.search(_WEEKDAY.sub("", rest)):
            found[piece.order] = written.date
    return found


def _times(
    stamps: Sequence[Piece], *, published: datetime | None, updated: datetime | None, days: Mapping[int, date]
) -> list[datetime | None]:
    """Each stamp's time: its own date, else its clock on the day it stands under.

    That is the day of the heading above it, else the page's, one day on or back at each midnight. A zone beside the
    clock counts; one that leaves a choice leaves no time.
    """
    clocks = [_Clock(stamp) for stamp in stamps]
    if all(clock.own for clock in clocks):
        return [clock.own for clock in clocks]
    zone = next((clock.zone for clock in clocks if clock.zone), None)
    known = [clock.time for clock in clocks if clock.time]
    falling = sum(1 for one, two in pairwise(known) if two <= one) >= 0.5 * max(len(known) - 1, 1)
    order = list(range(len(stamps)))
    if falling and updated is None:
        order.reverse()  # only the beginning is known: from the oldest entry on
        falling = False
    base = updated if falling else published
    if zone and base:
        base = base.astimezone(zone)
    day = base.date() if base else None
    last: tuple[int, int] | None = None
    for index in order:
        clock = clocks[index]
        if clock.time is None:
            continue
        above = max((at for at in days if at < stamps[index].order), default=None)
        if above is not None:
            day, last = days[above], None
        elif day is not None and base is not None:
            day += timedelta(days=_turned(clock.time, last, base, falling=falling))
            last = clock.time
        if clock.own is None and day is not None and not clock.choice:
            at = datetime(day.year, day.month, day.day, *clock.time, tzinfo=clock.zone)
            clock.own = at if clock.zone else at.replace(tzinfo=base.tzinfo if base else UTC)
    return [clock.own for clock in clocks]


def _turned(time: tuple[int, int], last: tuple[int, int] | None, base: datetime, *, falling: bool) -> int:
    """The days from the entry before to this one, as the entries fall or rise: -1, 0 or 1."""
    if last is None:
        # the newest is not later than the page, with half an hour's grace; the oldest may be of the evening before
        return -1 if falling and time > (base.hour, base.minute + 30) else 0
    if falling:
        return -1 if time > last else 0
    return 1 if time < last else 0


class _Clock:
    """What a stamp says: a whole date of its own, or a time of day and perhaps a zone."""

    __slots__ = ("choice", "own", "time", "zone")

    def __init__(self, stamp: Piece) -> None:
        own = dates.moment(stamp.time) or dates.moment(stamp.text)
        self.own = own[0] if own and own[1] else None
        match = _CLOCK.match(stamp.text)
        self.time = _clock(match) if match else None
        beside = _ZONE.match(match["rest"]) if match else None
        self.zone = zone_of(beside["zone"]) if beside else None
        #: Only a name that is known to be a zone's leaves a choice; other capitals are an author's.
        self.choice = beside is not None and self.zone is None and beside["zone"] in NAMES


def _clock(match: re.Match[str]) -> tuple[int, int] | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    if half := match["half"]:
        hour = hour % 12 + (12 if half.strip().lower().startswith("p") else 0)
    return (hour, minute) if hour < 24 else None


def _anchor(stamp: Piece, group: Sequence[Piece]) -> str | None:
    for piece in (stamp, *group[:2]):
        if piece.anchor:
            return piece.anchor
        if piece.target:
            return piece.target
    tag: Tag | None = stamp.tag
    for _ in range(3):
        if tag is None or tag.name in ("body", "main"):
            break
        if identity := tag.get("id"):
            return str(identity)
        tag = tag.parent
    return None
