"""How do we say it? Days, times and counts in words, in the site's language, without the machine's locale."""

from __future__ import annotations

import html
import math
import re
from contextlib import suppress
from datetime import UTC, date, datetime, time

from plugins import passages
from plugins.in_full import Parted
from plugins.passages import Rows
from plugins.vocabulary import capital, labelled, row_label
from plugins.words import N_, day_words, here, language_name, say, say_count, voice
from scrapers.briefing import Briefing, Section, new_passages, nothing_new
from scrapers.briefing_file import time_of
from scrapers.languages import LANGUAGES
from scrapers.passage import Passage
from scrapers.text import shortened

#: As the night writes them into its files.
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
# Brysbaert 2019, "How many words do we read per minute?": 238 for English non-fiction, read silently.
_WORDS_A_MINUTE = 238
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_LINK = re.compile(r"(?<!\\)!?\[((?:\\.|[^\[\]\\])*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_MARKS = re.compile(
    r"(?<!\\)(?:[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))|^#{1,6} |^(?:> ?)+|^[-*+] ",
    re.MULTILINE,
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>-])")
_ENTITY = re.compile(r"&#?\w+;")


def day_long(day: date) -> str:
    """`Friday 21 August 2026`."""
    return day_words(day, "long")


def day_short(day: date) -> str:
    """`21 August`."""
    return day_words(day, "short")


def day_near(day: date, near: date | None = None) -> str:
    """`12 April` beside a day of the same year, else `12 April 2023`."""
    return day_words(day, "short" if near and near.year == day.year else "whole")


def day_span(first: date, last: date) -> str:
    """`27 to 29 December 2024`, `30 December 2024 to 2 January 2025`; one day is that day."""
    end = day_near(last)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return say("%(first)s to %(last)s", first=first.day, last=end)
    return say("%(first)s to %(last)s", first=day_near(first, last), last=end)


def month(day: date) -> str:
    """`August 2026`."""
    return day_words(day, "month")


def clock(moment: datetime, day: date) -> str:
    """`14:20` on the day of the briefing, `20 Aug 23:50` on another; only the day where no time is known.

    Where the site has a time zone, that zone's time with UTC beside: `16:20 (14:20 UTC)`.
    """
    moment = moment.astimezone(UTC)
    if moment.time() == time():
        return day_words(moment.date(), "brief")
    told = _clock(moment, near=day)
    local = here(moment)
    if not voice().local:
        return told
    # A day that either names makes the other name its own.
    return f"{_clock(local, near=day if moment.date() == day else None)} ({_clock(moment, near=local.date())} UTC)"


def _clock(moment: datetime, near: date | None) -> str:
    days = [] if moment.date() == near else [day_words(moment.date(), "brief")]
    return " ".join([*days, f"{moment:%H:%M}"])


def window(told: str) -> str:
    """`2026-08-20 17:30 – 2026-08-21 23:30 UTC`, as the night writes it; in the site's time zone with UTC beside."""
    ends = [time_of(end.strip().removesuffix(" UTC")) for end in told.split(" – ")]
    if not voice().local or len(ends) != 2 or None in ends:
        return told
    return f"{' – '.join(f'{here(end):%Y-%m-%d %H:%M}' for end in ends if end)} ({told})"


def title(briefing: Briefing) -> str:
    """The title of a day: an editor's as it stands, the night's in the site's language."""
    day = briefing.day
    fixed = f"Briefing for {WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
    return say("Briefing for %(day)s", day=day_long(day)) if briefing.title == fixed else briefing.title


def heading(headline: str) -> str:
    """The heading of a section that is no development: the night's own in the site's language."""
    return say(headline) if headline in FIXED_HEADINGS else headline


def machine_time(moment: datetime) -> str:
    """For `<time datetime>`: `2026-08-21T14:20Z`, or the bare day where no time is known."""
    moment = moment.astimezone(UTC)
    return f"{moment:%Y-%m-%dT%H:%MZ}" if moment.time() != time() else f"{moment:%Y-%m-%d}"


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 outlet`, `5 outlets`, in as many forms as the site's language has."""
    return say_count(f"%(num)s {one}", f"%(num)s {many or one + 's'}", number)


def kind_of_news(section: Section) -> str:
    """What a development is to who read the days before: "New", "Continues", "Told again", "Update", or nothing."""
    if not section.change:
        return ""
    if section.change.casefold() == "new":
        return N_("New")
    if section.change.casefold().rstrip(".") == "continues":
        return N_("Continues")
    return N_("Told again") if nothing_new(section) else N_("Update")


def tag(section: Section) -> str:
    """The same in the site's language."""
    return say(kind_of_news(section))


def language(section: Section) -> str:
    """`German` where all that the section quotes is in German, and so is its heading; else nothing."""
    spoken = {passage.language for passage in section.passages}
    code = (spoken.pop() or "") if len(spoken) == 1 else ""
    if code not in LANGUAGES or code == voice().language != "en":
        return ""
    return LANGUAGES[code] if voice().language == "en" else language_name(code)


def support(section: Section) -> str:
    """How well a development is supported: `5 outlets, 2 independent origins`, or `5 independent outlets`."""
    if section.outlets == 1:
        return count(1, "outlet")
    if section.voices >= section.outlets:
        return count(section.outlets, "independent outlet")
    return f"{count(section.outlets, 'outlet')}, {count(section.voices, 'independent origin')}"


def plain(prose: str) -> str:
    """Prose as plain text, for counting and plain feeds: links keep their words, passages their outlet."""
    return "\n".join(
        passages.as_text(piece) if isinstance(piece, Passage) else _unmarked(piece) for piece in passages.pieces(prose)
    ).strip()


def _unmarked(piece: Rows | str) -> str:
    markdown = (
        piece
        if isinstance(piece, str)
        else "\n".join(f"{labelled(row_label(row.label))} {row.values}" for row in piece.rows)
    )
    words = _ESCAPED.sub(r"\1", _MARKS.sub("", _LINK.sub(r"\1", markdown)))
    return _ENTITY.sub(lambda sign: html.unescape(sign[0]), words)


def first_words(prose: str, limit: int) -> str:
    """What stands for the prose in a line of plain text: its first passage with its outlet, or what is before that."""
    first = passages.lead(prose)
    if isinstance(first, Passage):
        return passages.as_text(first, limit)
    return shortened(_unmarked(first).strip(), limit)


def marked_prose(section: Section) -> str:
    """The prose, with "New:" above each passage that its change line calls new; once where all of them are.

    A passage is a publisher's, so our word stands above it and never in it.
    """
    lines = section.prose.split("\n")
    new = new_passages(section)
    for passage in reversed(new[:1] if len(new) == len(section.passages) else new):
        lines[passage.line : passage.line] = ["", "**" + say("New:") + "**", ""]
    return "\n".join(lines)


def change_beside(section: Section) -> str:
    """What is new, for the line above the prose; empty where the passages below are marked instead."""
    return "" if new_passages(section) else section.change or ""


#: What the heading was where it is itself the news: `before, on 28 December: “…”`.
_BEFORE = re.compile(r"(before, on [^:“]{3,20}): (?=“)", re.I)
_ON_DAY = re.compile(r"before, on (?P<day>[1-9]|[12]\d|3[01]) (?P<month>[A-Z][a-z]+)", re.I)
#: The change lines and headings that the night writes as they stand.
AGAIN = (
    N_("told again, with no new fact, figure or speaker that we found"),
    N_("told again, with no new fact, figure, speaker or source that we found"),
    N_("told again"),
)
FIXED_HEADINGS = (N_("What we could not see"), N_("Ahead"))


def change_label(section: Section) -> str:
    """What stands before the change line: that it is new, or when the heading was another."""
    before = _BEFORE.match(section.change or "")
    if not before:
        return say("What is new")
    if voice().language == "en":
        return f"{before[1][0].upper()}{before[1][1:]}"
    day = _ON_DAY.fullmatch(before[1])
    if day is None or day["month"] not in MONTHS:
        return before[1]
    with suppress(ValueError):  # 31 June
        # Of a leap year, for a day without a year.
        return say("Before, on %(day)s", day=day_short(date(2024, MONTHS.index(day["month"]) + 1, int(day["day"]))))
    return before[1]


def change_in_words(section: Section) -> str:
    """A change line that says that nothing is new, in the site's language; any other as it stands."""
    change = section.change or ""
    if nothing_new(section):
        whole = change.rstrip(".")
        return say(whole if whole in AGAIN else "told again") if voice().language != "en" else change
    return change


def change_words(section: Section) -> str:
    """The change line behind its label."""
    return _BEFORE.sub("", change_beside(section))


#: The most developments and characters a summary made of headlines holds; one is told whole or not at all.
IN_SUMMARY, SUMMARY = 3, 240


def summary(briefing: Briefing) -> str:
    """The day in one sentence: an editor's, else of the first headlines that readers see; empty if there is none."""
    shown = briefing.developments
    if briefing.summary:
        return briefing.summary
    if not shown:
        quiet = briefing.window and not any(section.id for section in briefing.sections)
        return say("No development was found in the feeds that could be read.") if quiet else ""
    told: list[str] = []
    for section in shown:
        headline = section.headline.rstrip(" .,;:…")
        if told and (len("; ".join([*told, headline])) > SUMMARY or "…" in section.headline):
            continue
        told.append(headline)
        if len(told) == IN_SUMMARY:
            break
    more = len(shown) - len(told)
    if more:
        told.append(say("and %(developments)s", developments=count(more, "more development")))
    return "; ".join(told) + "."


def standfirst(briefing: Briefing) -> str:
    """What stands below a day's title: an editor's sentence, or that nothing was found. Headlines need none."""
    return briefing.summary or ("" if briefing.developments else summary(briefing))


def description(briefing: Briefing, limit: int = 200) -> str:
    """The day in one line of plain text, of a length that search engines and lists show."""
    return shortened(summary(briefing) or title(briefing), limit)


def section_text(section: Section) -> str:
    """A development in plain text, without its headline: what its page says of it, and who reports."""
    parts = [
        *(" ".join((say("Correction, %(day)s:", day=day_near(each.day)), each.text)) for each in section.corrections),
        *(" ".join((say("Editor’s note:"), note)) for note in section.notes),
    ]
    if kind_of_news(section) == "Update" and change_beside(section):
        parts.append(f"{labelled(change_label(section))} {change_words(section)}")
    elif kind_of_news(section) == "Told again":
        parts.append(capital(change_in_words(section)))
    parts.append(plain(marked_prose(section)))
    if section.citations:
        outlets = dict.fromkeys(citation.source for citation in section.citations)
        parts.append(f"{support(section)}: {', '.join(outlets)}")
    return "\n\n".join(part for part in parts if part)


def day_text(briefing: Briefing, told: Parted) -> str:
    """A day in plain text, as its page has it: what stands in full, and the headlines of the rest."""
    parts = [
        summary(briefing),
        *(" ".join((say("Editor’s note:"), note)) for note in briefing.notes),
        plain(briefing.opening),
    ]
    for section in told.full:
        parts += [section.headline, section_text(section)]
    if told.also:
        parts.append("\n".join([say("Also reported") + ":", *(f"- {section.headline}" for section in told.also)]))
    return "\n\n".join(part for part in parts if part)


def minutes(briefing: Briefing, told: Parted, *beside: str) -> int:
    """How long the day takes to read, in minutes: what stands unfolded, and what stands `beside` its text.

    Of what stands in a line its headline counts; folded citations and the list of links at the top do not.
    """
    texts = [title(briefing), summary(briefing), *briefing.notes, plain(briefing.opening), *beside]
    for section in told.full:
        texts += [section.headline, section.change or "", plain(section.prose), *section.notes]
        texts += [correction.text for correction in section.corrections]
    texts += [section.headline for section in told.also]
    texts += [text for s in briefing.sections if not s.id for text in (s.headline, plain(s.prose))]
    return max(1, math.ceil(sum(len(_WORD.findall(text)) for text in texts) / _WORDS_A_MINUTE))
