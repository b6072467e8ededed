"""How do we say it? Days, times and counts in words, in English, without the machine's locale."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, time

from plugins.in_full import Parted
from scrapers.briefing import Briefing, Section, nothing_new
from scrapers.text import shortened

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
# Brysbaert 2019, "How many words do we read per minute?": 238 for English non-fiction, read silently.
_WORDS_A_MINUTE = 238
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_LINK = re.compile(r"!?\[((?:\\.|[^\[\]\\])*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_MARKS = re.compile(
    r"(?<!\\)(?:[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))|^#{1,6} |^(?:> ?)+|^[-*+] ",
    re.MULTILINE,
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>-])")


def day_long(day: date) -> str:
    """`Friday 21 August 2026`."""
    return f"{_WEEKDAYS[day.weekday()]} {day_short(day)} {day.year}"


def day_short(day: date) -> str:
    """`21 August`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def day_near(day: date, near: date | None = None) -> str:
    """`12 April` beside a day of the same year, else `12 April 2023`."""
    return day_short(day) if near and near.year == day.year else f"{day_short(day)} {day.year}"


def month(day: date) -> str:
    """`August 2026`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def clock(moment: datetime, day: date) -> str:
    """`14:20` on the day of the briefing, `20 Aug 23:50` on another; only the day where no time is known."""
    moment = moment.astimezone(UTC)
    parts = (
        [] if moment.date() == day and moment.time() != time() else [f"{moment.day} {_MONTHS[moment.month - 1][:3]}"]
    )
    return " ".join(parts + ([f"{moment:%H:%M}"] if moment.time() != time() else []))


def machine_time(moment: datetime) -> str:
    """For `<time datetime>`: `2026-08-21T14:20Z`, or the bare day where no time is known."""
    moment = moment.astimezone(UTC)
    return f"{moment:%Y-%m-%dT%H:%MZ}" if moment.time() != time() else f"{moment:%Y-%m-%d}"


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 outlet`, `5 outlets`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def tag(section: Section) -> str:
    """What a development is to who read the days before: new, an update, the same going on, or told again."""
    if not section.change:
        return ""
    if section.change.casefold() == "new":
        return "New"
    if section.change.casefold().rstrip(".") == "continues":
        return "Continues"
    return "Told again" if nothing_new(section) else "Update"


#: A section of which only reports in another language tell.
_TOLD_IN = re.compile(r"Told in (?P<language>[A-Z]\w+) by\b")


def language(section: Section) -> str:
    """`German` where the heading is a report's in German, as the section's own words say; else nothing."""
    told = _TOLD_IN.match(section.prose)
    return told["language"] if told else ""


def support(section: Section) -> str:
    """How well a development is supported: `5 outlets, 2 independent origins`."""
    outlets = count(section.outlets, "outlet")
    return outlets if section.outlets == 1 else f"{outlets}, {count(section.voices, 'independent origin')}"


def plain(prose: str) -> str:
    """Markdown prose as plain text, for counting, descriptions and plain feeds: links keep their words."""
    return _ESCAPED.sub(r"\1", _MARKS.sub("", _LINK.sub(r"\1", prose))).strip()


def new_line(section: Section) -> int | None:
    """Which line of the prose the change line says again, its outlet in brackets; None if it says something else."""
    change = _OUTLET_BEHIND.sub("", section.change or "")
    lines = section.prose.split("\n")
    return next((at for at, line in enumerate(lines) if len(change) > 9 and change in plain(line)), None)


_OUTLET_BEHIND = re.compile(r"\s\([^()]*(?:\([^()]*\))?\)$")


def marked_prose(section: Section) -> str:
    """The prose, with "New:" before the sentence that the change line would only repeat."""
    at = new_line(section) if tag(section) == "Update" else None
    return "\n".join(
        f"**New:** {line}" if number == at else line for number, line in enumerate(section.prose.split("\n"))
    )


def change_beside(section: Section) -> str:
    """What is new, for the line above the prose; empty where a sentence of the prose says it."""
    return (section.change or "") if new_line(section) is None else ""


#: What the heading was where it is itself the news: `before, on 28 December: “…”`.
_BEFORE = re.compile(r"(before, on [^:“]{3,20}): (?=“)", re.I)


def change_label(section: Section) -> str:
    """What stands before the change line: that it is new, or when the heading was another."""
    before = _BEFORE.match(section.change or "")
    return f"{before[1][0].upper()}{before[1][1:]}" if before else "What is new"


def change_words(section: Section) -> str:
    """The change line behind its label."""
    return _BEFORE.sub("", change_beside(section))


def first_sentence(section: Section) -> str:
    """The first line of a development's prose: prose is written one sentence a line."""
    return next((line.strip() for line in section.prose.split("\n") if line.strip()), "")


#: The most developments and characters a summary made of headlines holds; one is told whole or not at all.
IN_SUMMARY, SUMMARY = 3, 240


def summary(briefing: Briefing) -> str:
    """The day in one sentence: an editor's, else of the first headlines that readers see; empty if there is none."""
    shown = briefing.developments
    if briefing.summary:
        return briefing.summary
    if not shown:
        quiet = briefing.window and not any(section.id for section in briefing.sections)
        return "No development was found in the feeds that could be read." if quiet else ""
    told: list[str] = []
    for section in shown:
        headline = section.headline.rstrip(" .,;:…")
        if told and (len("; ".join([*told, headline])) > SUMMARY or "…" in section.headline):
            continue
        told.append(headline)
        if len(told) == IN_SUMMARY:
            break
    more = len(shown) - len(told)
    return "; ".join(told) + (f"; and {count(more, 'more development')}." if more else ".")


def description(briefing: Briefing, limit: int = 200) -> str:
    """The day in one line of plain text, of a length that search engines and lists show."""
    return shortened(summary(briefing) or briefing.title, limit)


def minutes(briefing: Briefing, told: Parted, *beside: str) -> int:
    """How long the day takes to read, in minutes: what stands unfolded, and what stands `beside` its text.

    Of what stands in a line its headline counts; folded citations and the list of links at the top do not.
    """
    texts = [briefing.title, summary(briefing), *briefing.notes, plain(briefing.opening), *beside]
    for section in told.full:
        texts += [section.headline, section.change or "", plain(section.prose), *section.notes]
        texts += [correction.text for correction in section.corrections]
    texts += [section.headline for section in told.also]
    texts += [text for s in briefing.sections if not s.id for text in (s.headline, plain(s.prose))]
    return max(1, math.ceil(sum(len(_WORD.findall(text)) for text in texts) / _WORDS_A_MINUTE))
