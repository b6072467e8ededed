"""What did a night do, and what became of each source, page and entry? The run report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from scrapers.outcome import Result


@dataclass(frozen=True, kw_only=True)
class SourceReport:
    """A row of the run report: what became of one feed of a source this night."""

    name: str
    feed: str
    outcome: Result
    detail: str = ""
    entries: int = 0
    articles: int = 0
    cited: int = 0
    #: Pages of this source's feeds that were asked for, and how many of them held another text than the article.
    pages: int = 0
    not_its_article: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True)
class PageReport:
    """What became of a single page or entry that is no article tonight, and why."""

    url: str
    outcome: Result
    detail: str = ""
    #: The source's name, where it is the page of an entry.
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a night did."""

    day: date
    now: datetime
    sources: tuple[SourceReport, ...]
    pages: tuple[PageReport, ...] = ()
    #: How many entries were let in, and how many left out by which reason.
    judged: tuple[tuple[str, int], ...] = ()
    #: Faults in files that editors may have touched, as `PATH:LINE: what to do`.
    notes: tuple[str, ...] = ()
    #: Developments found tonight.
    developments: int = 0
    #: Files that were written, relative to the content folder; empty if nothing changed.
    written: tuple[str, ...] = ()
    #: Too few sources answered; nothing was written.
    too_few: bool = False
