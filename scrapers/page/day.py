"""One day's briefing out of its developments: title, window, sections, and what could not be seen.

Its summary is not written here: it is made of the headlines that readers see, where they see them (`plugins/wording`).
So it follows whatever an editor hides, rewords or joins, and a `Summary:` line is always an editor's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from scrapers.briefing import AHEAD, UNSEEN, Briefing, Section
from scrapers.briefing_file import time_text
from scrapers.facts.ahead import ahead
from scrapers.facts.speakers import Aliases
from scrapers.model import Development, PastDevelopment, Topic
from scrapers.outcome import Result
from scrapers.page.data_rows import cited
from scrapers.page.novelty import Tonight
from scrapers.page.section import section_of
from scrapers.page.spelling import spelling_of
from scrapers.page.tolls import tolls_of
from scrapers.passage import escaped
from scrapers.report import SourceReport
from scrapers.text import line
from scrapers.withheld import may_stand_in_passing

#: How far ahead, and how many dates at most.
HORIZON, DATES = timedelta(days=370), 8

SAMPLE = "invented outlets and pages written for this software; not news"


def briefing_of(
    developments: Sequence[Development],
    *,
    day: date,
    now: datetime,
    window: timedelta,
    topics: Sequence[Topic],
    reports: Sequence[SourceReport],
    past: Mapping[str, PastDevelopment],
    aliases: Aliases,
    sample: bool = False,
    made: datetime | None = None,
) -> Briefing:
    """The briefing of `day` as the machine makes it at `now`, from what was published in the `window` before.

    `made` is later than `now` where the night was not run in its time: the briefing says so.
    """
    spelling = spelling_of(_texts(developments, past), names=(speaker.name for speaker in aliases.speakers.values()))
    tonight = Tonight(developments)
    tells = tolls_of(developments, aliases)
    sections = [
        section_of(
            development, topics=topics, past=past, aliases=aliases, tonight=tonight, spelling=spelling, tells=tells
        )
        for development in developments
    ]
    if dates := ahead_lines(developments, day=day):
        sections.append(Section(headline=AHEAD, prose="\n".join(dates)))
    unseen = unseen_lines(reports, now=made or now)
    if made is not None and made > now:
        unseen = (*unseen, f"- {LATE}, {time_text(made)}")
    if unseen:
        sections.append(Section(headline=UNSEEN, prose="\n".join(unseen)))
    return Briefing(
        day=day,
        title=f"Briefing for {day:%A} {day.day} {day:%B %Y}",
        window=f"{(now - window).astimezone(UTC):%Y-%m-%d %H:%M} – {time_text(now)}",
        sample=SAMPLE if sample else None,
        sections=tuple(sections),
    )


def _texts(developments: Sequence[Development], past: Mapping[str, PastDevelopment]) -> Iterator[str]:
    """What the night and the days before tell in English: by it the words of headlines are spelt."""
    for development in developments:
        for article in development.articles:
            if article.in_english:
                yield from (article.headline, article.summary, article.text)
    for key in sorted(past):
        yield from past[key].texts


def ahead_lines(developments: Sequence[Development], *, day: date) -> tuple[str, ...]:
    """Dated events to come that the cited articles name, the nearest first, each with who names it."""
    found: dict[str, tuple[date, str]] = {}
    for development in developments:
        for article in development.articles:
            if article.published is None or not article.in_english:
                continue
            for event in ahead(article.text, published=article.published.date()):
                if not event.text or not may_stand_in_passing(article, event.text, speakers_own=False):
                    continue
                if day < event.day <= day + HORIZON:
                    when = f"{event.day:%A} {event.day.day} {event.day:%B %Y}"
                    when = when if event.bound == "on" else f"{event.bound.capitalize()} {when}"
                    key = f"{when}: “{escaped(event.text)}”"
                    found.setdefault(key.casefold(), (event.day, f"- {key} ({cited(article)})"))
    return tuple(text for _, text in sorted(found.values()))[:DATES]


#: What the section says of a day whose night was not run in its time.
LATE = "This briefing: made late (no night was run in its time; feeds hold the newest reports alone)"
#: A source of which at least so many pages were asked for, and none held its article, shows us a wall.
WALL = 3


def unseen_lines(reports: Sequence[SourceReport], *, now: datetime) -> tuple[str, ...]:
    """A line for every feed that could not be read, and for every source whose pages are all walls.

    A failed source is never shown as a calm day.
    """
    quiet = (Result.OK, Result.UNCHANGED, Result.UNDATED, Result.FEWER_ITEMS)
    failed = {(r.name, r.feed): (r.outcome, r.detail) for r in reports if r.outcome not in quiet}
    for report in reports:
        if WALL <= report.pages == report.not_its_article and not any(name == report.name for name, _ in failed):
            failed[report.name, ""] = Result.NO_TEXT, f"none of {report.pages} pages holds its article"
    return tuple(
        f"- {_safe(name)}: {outcome}{_reason(detail)}, {time_text(now)}"
        for (name, _), (outcome, detail) in sorted(failed.items(), key=lambda each: (each[0][0].casefold(), each[0][1]))
    )


def _reason(detail: str) -> str:
    """Why, for people; what a server wrote is text, not markup."""
    return f" ({_safe(detail)})" if detail else ""


def _safe(text: str) -> str:
    """What a stranger wrote, as one line of Markdown that is only text."""
    return escaped(line(text))
