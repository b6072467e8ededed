"""How a night's findings come into a file that editors may have changed: the machine only ever adds.

What people wrote is never rewritten, so the merge works on the text itself and inserts lines; what an editor deleted
stays deleted (the wire log remembers that it was cited); running it twice changes nothing. One line is renewed, and
only as the machine wrote it: `Window:`, which spans every run of the day. Headings and
addresses are found without judging the rest, so a hand-broken file keeps every byte and still gets the night's news.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from scrapers.briefing import AHEAD, UNSEEN, Briefing, Section, item_key, link
from scrapers.briefing_file import WINDOW, citation_line, dumps, section_text
from scrapers.fields import leading_fields

_HEADING = re.compile(r"## .*?(?:\{#([a-z0-9-]+)\})?[ \t]*\r?")
_URL = re.compile(r"(?<!\\)\]\(<?(https?://[^()\s<>]+)")


@dataclass(frozen=True)
class _Place:
    """Where a section stands in the old text: lines `start` to `end`, `end` not among them."""

    id: str | None
    headline: str
    start: int
    end: int
    urls: frozenset[str]


def merge(
    old: str | None,
    new: Briefing,
    seen: Mapping[str, str],
    told: Collection[str] = (),
    homes: Mapping[str, str] | None = None,
    windows: Collection[str] = (),
) -> str:
    """The file's new text.

    `old` is the file as it stands, None if there is none. `seen` gives, for each address the wire log already holds as
    cited on this day, the id of the development that cited it; `told` holds what the lists below ("Ahead", "What we
    could not see") have named on this day already, by `item_key`. `homes` gives, for each new development, the one that
    cited its articles before; without it, that is read off `seen`. A new development goes to the section of its home,
    of its own id, or that holds most of its addresses; one whose home stands nowhere any more was deleted and stays so.
    `windows` holds what the machine wrote as the day's window before: any other is an editor's and stays.
    """
    if old is None or not old.strip("\ufeff \t\r\n"):
        return dumps(new)
    newline = "\r\n" if "\r\n" in old else "\n"
    lines = _with_window(old.split("\n"), new.window, windows)
    places = _places(lines)
    standing = frozenset().union(*(place.urls for place in places if place.id or place.headline not in (AHEAD, UNSEEN)))
    inserts: dict[int, list[str]] = {}

    developments = [place for place in places if place.id]
    tail = developments[-1].end if developments else (places[0].start if places else len(lines))
    for section in new.sections:
        if section.id is None:
            continue
        before = _before(section, seen) if homes is None else homes.get(section.id)
        home = _home(section, places, before)
        if home is not None:
            fresh = [c for c in section.citations if link(c.url) not in standing and c.url not in seen]
            if fresh:
                inserts.setdefault(_after_citations(lines, home), []).extend(map(citation_line, fresh))
        elif before is None:
            inserts.setdefault(tail, []).extend(["", *section_text(section).split("\n")])

    for headline in (AHEAD, UNSEEN):
        for at, added in _listed(lines, places, headline, new.items(headline), told).items():
            inserts.setdefault(at, []).extend(added)
    if not inserts:
        return "\n".join(lines)
    return _inserted(lines, inserts, newline)


def _with_window(lines: list[str], tonight: str | None, windows: Collection[str]) -> list[str]:
    """The lines with a window that the machine wrote widened by tonight's."""
    first = next((n for n, text in enumerate(lines) if text.strip("\ufeff \t\r")), 0)
    fields, _ = leading_fields([text.lstrip("\ufeff").rstrip("\r") for text in lines], first)
    for field in fields:
        if field.name == "Window" and field.value in windows:
            at = field.line - 1
            return [*lines[:at], lines[at].replace(field.value, widened(field.value, tonight or "")), *lines[at + 1 :]]
    return lines


def widened(window: str, tonight: str) -> str:
    """A window that spans both. The end of the first run stays in it, since the day's feeds are dated by that."""
    held, added = WINDOW.fullmatch(window), WINDOW.fullmatch(tonight)
    if held is None or added is None:
        return window
    # Written so, moments sort as text.
    first, last = min(held["first"], added["first"]), max(held["last"], added["last"])
    began = held["began"] or held["last"]
    return f"{first} – {last} UTC" + (f", first published {began} UTC" if began != last else "")


def _places(lines: Sequence[str]) -> list[_Place]:
    starts = [n for n, text in enumerate(lines) if text.startswith("## ")]
    places = []
    for start, following in zip(starts, [*starts, len(lines)][1:], strict=True):
        end = following
        while end > start + 1 and not lines[end - 1].strip():
            end -= 1
        match = _HEADING.fullmatch(lines[start])
        urls = frozenset(_URL.findall("\n".join(lines[start + 1 : end])))
        headline = re.sub(r"\s*\{#.*", "", lines[start][3:]).strip()
        places.append(_Place(match[1] if match else None, headline, start, end, urls))
    return places


def _before(section: Section, seen: Mapping[str, str]) -> str | None:
    """The development that cited most of the section's articles before."""
    votes = Counter(seen[link(c.url)] for c in section.citations if link(c.url) in seen)
    return min(votes, key=lambda home: (-votes[home], home)) if votes else None


def _home(section: Section, places: Sequence[_Place], before: str | None) -> _Place | None:
    """The section of the file that tells of the same development."""
    for identity in (before, section.id):
        for place in places:
            if identity is not None and place.id == identity:
                return place
    urls = frozenset(link(citation.url) for citation in section.citations)
    told = [place for place in places if place.id or (place.urls and place.headline not in (AHEAD, UNSEEN))]
    best = max(told, key=lambda place: (len(place.urls & urls), -place.start), default=None)
    return best if best is not None and urls and len(best.urls & urls) * 2 > len(urls) else None


def _after_citations(lines: Sequence[str], place: _Place) -> int:
    cited = [n for n in range(place.start, place.end) if lines[n].startswith("- [") and _URL.search(lines[n])]
    return cited[-1] + 1 if cited else place.end


def _listed(
    lines: Sequence[str], places: Sequence[_Place], headline: str, items: Sequence[str], told: Collection[str]
) -> dict[int, list[str]]:
    """Lines of a plain section's list that were not written before."""
    place = next((p for p in places if p.id is None and p.headline == headline), None)
    standing = {item_key(text[2:].rstrip("\r")) for text in lines[place.start : place.end]} if place else set()
    fresh = [f"- {item}" for item in items if item_key(item) not in told and item_key(item) not in standing]
    if not fresh:
        return {}
    if place is None:
        return {len(lines): ["", f"## {headline}", "", *fresh]}
    return {place.end: fresh if place.end > place.start + 1 else ["", *fresh]}


def _inserted(lines: Sequence[str], inserts: Mapping[int, Sequence[str]], newline: str) -> str:
    result: list[str] = []
    for n in range(len(lines) + 1):
        if n in inserts:
            added = list(inserts[n])
            # A citation put below the last line of prose needs a blank line between them to be a list.
            previous = result[-1] if result else ""
            if added[0].startswith("- ") and previous.strip() and not previous.startswith("- "):
                added.insert(0, "")
            result += [text + newline.removesuffix("\n") for text in added]
        if n < len(lines):
            result.append(lines[n])
    text = "\n".join(result)
    # The file may or may not have ended in a newline; now it does, once.
    return text.rstrip("\r\n") + newline
