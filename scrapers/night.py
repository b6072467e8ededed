"""The night's run: the order of the steps, and what becomes of every source, entry and page.

Feeds, then the pages of entries that are on topic, then groups, then the briefing. Whatever goes wrong with one source
or one page is a value that ends in the report; the night goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Protocol

from scrapers import files, ledger, wire
from scrapers.addresses import canonical_url, short_hash
from scrapers.bounded import GaveUp, bounded
from scrapers.briefing import Briefing, link, parse
from scrapers.compose.data import claim_lines, figure_lines
from scrapers.compose.day import briefing_of
from scrapers.compose.rights import overlong
from scrapers.compose.speakers import Aliases
from scrapers.extract.article import articles_of
from scrapers.extract.jobs import FeedJob, PageJob
from scrapers.extract.jobs import read as read_job
from scrapers.fetch import Fetcher
from scrapers.fetch.judgement import judge
from scrapers.fetch.state import Known, State
from scrapers.group import developments as group
from scrapers.group.relevance import relevance
from scrapers.merge import merge
from scrapers.model import (
    Article,
    Development,
    Entry,
    Evidence,
    Feed,
    FeedReading,
    Outcome,
    PageReport,
    PastDevelopment,
    Reading,
    Report,
    Request,
    Response,
    Result,
    Source,
    SourceReport,
    Topic,
    strictest,
)
from scrapers.settings import Settings

#: A clock that runs ahead by less than this is a slip of a server's, not a date in the future.
AHEAD = timedelta(hours=1)
#: How far back the wire log is asked whether an article was cited before, and a story had begun.
REMEMBERED = 366  # days
STORY = 7  # days
#: Pages read a night and a source at most: the newest first. Politeness, and a bound on what one feed can cost.
PAGES, PAGES_A_SOURCE = 600, 60
#: Reading one feed or page may take this much before it is given up (measured: see scrapers/bounded.py).
SECONDS, MEGABYTES = 10.0, 1024


class Progress(Protocol):
    """Who watches the night: a bar on a terminal, plain lines in a log, or nobody."""

    def begin(self, step: str, total: int) -> None: ...
    def advance(self) -> None: ...


class Unwatched:
    """Nobody watches."""

    def begin(self, step: str, total: int) -> None: ...
    def advance(self) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything a night needs to know before it begins."""

    day: date
    now: datetime
    sources: tuple[Source, ...]
    topics: tuple[Topic, ...]
    settings: Settings
    content: Path
    #: Who goes by which names.
    aliases: Aliases
    workers: int = 2

    @property
    def window(self) -> timedelta:
        return timedelta(hours=self.settings.window_hours)


@dataclass(frozen=True)
class _Candidate:
    """An entry that is on topic, with where it came from."""

    source: Source
    entry: Entry
    feed: Response


@dataclass(frozen=True)
class _Read:
    """One feed as it was found."""

    source: Source
    feed: Feed
    outcome: Outcome
    #: What it said tonight or, unchanged, when it last answered.
    response: Response | None
    reading: FeedReading | None
    #: The night's verdict and a few words on it.
    result: Result
    detail: str


def night(plan: Plan, *, fetcher: Fetcher, state: State | None = None, progress: Progress | None = None) -> Report:
    """Run one night; what it wrote and what became of every source.

    Nothing is written when too few sources answered (`Report.too_few`). `state` is told how each feed's night ended;
    saving it is the caller's, once the night is safe on disk.
    """
    watch = progress or Unwatched()
    reads = _read_feeds(plan, fetcher, state, watch)
    rows = [_row(read) for read in reads]
    report = Report(day=plan.day, now=plan.now, sources=tuple(rows))
    asked = [row for row in rows if row.outcome is not Result.RESTING]
    if not asked or sum(row.outcome.good for row in asked) < plan.settings.answered * len(asked):
        return replace(report, too_few=True)

    before, notes = _cited_before(plan)
    candidates, odd = _candidates(plan, reads, before)
    articles, unread = _read_articles(plan, candidates, fetcher, watch)
    articles, undated = _of_tonight(plan, articles, before)
    watch.begin("grouping", 1)
    past, faults = _past(plan)
    found = group(articles, topics=plan.topics, past=past, now=plan.now, limit=plan.settings.developments)
    watch.advance()
    briefing = briefing_of(
        found,
        day=plan.day,
        now=plan.now,
        window=plan.window,
        topics=plan.topics,
        reports=rows,
        past={f"{each.day}#{each.id}": each for each in past},
        aliases=plan.aliases,
        sample=any(source.sample for source in plan.sources),
    )
    written, more = _write(plan, briefing, found, articles)
    return replace(
        report,
        sources=tuple(_counted(row, articles, found) for row in rows),
        pages=(*odd, *unread, *undated),
        notes=(*notes, *faults, *more),
        developments=len(found),
        written=written,
    )


# --- feeds -------------------------------------------------------------------------------------------------------


def _read_feeds(plan: Plan, fetcher: Fetcher, state: State | None, watch: Progress) -> list[_Read]:
    feeds = [(source, feed) for source in plan.sources for feed in source.feeds]
    watch.begin("feeds", len(feeds))
    requests = [Request(url=feed.url, purpose="feed") for _, feed in feeds]
    outcomes = fetcher.fetch(requests, done=lambda _: watch.advance())
    responses = [
        fetcher.remembered(outcome.request.url) if outcome.result is Result.UNCHANGED else outcome.response
        for outcome in outcomes
    ]
    readings = _readings(
        plan,
        [
            FeedJob(response=response, feed=feed, now=plan.now) if response else None
            for (_, feed), response in zip(feeds, responses, strict=True)
        ],
    )
    return [
        _judged(plan, source, feed, outcome, response, _feed_reading(reading), state)
        for (source, feed), outcome, response, reading in zip(feeds, outcomes, responses, readings, strict=True)
    ]


def _judged(
    plan: Plan,
    source: Source,
    feed: Feed,
    outcome: Outcome,
    response: Response | None,
    reading: FeedReading | None,
    state: State | None,
) -> _Read:
    result, detail = judge(outcome, reading, last=state.known(feed.url) if state else Known())
    if state is not None:
        # A feed that shrank or gives no dates still answers: it is told, and is no reason to stop asking it.
        kept = Result.OK if result in (Result.FEWER_ITEMS, Result.UNDATED) else result
        count = len(reading.entries) if reading else None
        state.note(feed.url, kept, now=plan.now, items=count, response=response if kept is Result.OK else None)
    return _Read(source, feed, outcome, response, reading, result, detail)


def _feed_reading(reading: object) -> FeedReading | None:
    if isinstance(reading, GaveUp):
        return FeedReading(entries=(), result=Result.GAVE_UP, detail=reading.reason)
    return reading if isinstance(reading, FeedReading) else None


def _row(read: _Read) -> SourceReport:
    return SourceReport(
        name=read.source.name,
        feed=read.feed.url,
        outcome=read.result,
        detail=read.detail,
        entries=len(read.reading.entries) if read.reading else 0,
        seconds=round(read.outcome.seconds, 3),
    )


def _candidates(
    plan: Plan, reads: Iterable[_Read], before: frozenset[str]
) -> tuple[list[_Candidate], tuple[PageReport, ...]]:
    """Entries of tonight that are on topic by their headline and summary, each once, the newest of a source first."""
    found: dict[str, _Candidate] = {}
    odd: list[PageReport] = []
    for read in reads:
        taken = 0
        for entry in sorted(read.reading.entries if read.reading else (), key=_newest_first):
            keys = {entry.url, canonical_url(entry.guid)}
            if keys & before or keys & found.keys():
                continue
            if entry.published is not None and entry.published > plan.now + AHEAD:
                odd.append(PageReport(url=entry.url, outcome=Result.FUTURE, detail=f"dated {entry.published:%Y-%m-%d}"))
                continue
            if entry.published is not None and entry.published < plan.now - plan.window:
                continue
            if taken == PAGES_A_SOURCE or not _on_topic(plan, entry, read.source):
                continue
            taken += 1
            if read.response is not None:
                candidate = _Candidate(read.source, entry, read.response)
                found.update(dict.fromkeys(keys, candidate))
    once = {id(candidate): candidate for candidate in found.values()}
    return list(islice(once.values(), PAGES)), tuple(odd)


def _newest_first(entry: Entry) -> tuple[bool, float, str]:
    return entry.published is None, -(entry.published.timestamp() if entry.published else 0.0), entry.url


def _on_topic(plan: Plan, entry: Entry, source: Source) -> bool:
    return relevance(
        entry.headline,
        entry.summary,
        topics=plan.topics,
        language=entry.language or source.language,
        url=entry.url,
        categories=entry.categories,
    ).on_topic


# --- pages -------------------------------------------------------------------------------------------------------


def _read_articles(
    plan: Plan, candidates: Sequence[_Candidate], fetcher: Fetcher, watch: Progress
) -> tuple[list[Article], tuple[PageReport, ...]]:
    watch.begin("pages", len(candidates))
    requests = [Request(url=candidate.entry.url) for candidate in candidates]
    outcomes = fetcher.fetch(requests, done=lambda _: watch.advance())
    readings = _readings(
        plan,
        [
            PageJob(response=outcome.response, profile=candidate.source.profile) if outcome.response else None
            for candidate, outcome in zip(candidates, outcomes, strict=True)
        ],
    )
    articles: list[Article] = []
    unread: list[PageReport] = []
    for candidate, outcome, reading in zip(candidates, outcomes, readings, strict=True):
        page = reading if isinstance(reading, Reading) else None
        if isinstance(reading, GaveUp):
            unread.append(PageReport(url=candidate.entry.url, outcome=Result.GAVE_UP, detail=reading.reason))
        elif not outcome.result.good:
            unread.append(PageReport(url=candidate.entry.url, outcome=outcome.result, detail=outcome.detail))
        elif page is not None and page.result is not Result.OK:
            unread.append(PageReport(url=candidate.entry.url, outcome=page.result, detail=page.detail))
        elif page is not None and page.profile_broken:
            detail = f"the profile of {candidate.source.name} finds nothing here; the generic reading served"
            unread.append(PageReport(url=candidate.entry.url, outcome=Result.OK, detail=detail))
        response = outcome.response or candidate.feed
        articles += articles_of(
            candidate.entry,
            page,
            candidate.source,
            ceiling=plan.settings.rights,
            evidence=Evidence(
                url=response.final_url, time=response.fetched, status=response.status, sha256=response.sha256
            ),
            first_seen=plan.now,
        )
    return articles, tuple(unread)


def _of_tonight(
    plan: Plan, articles: Iterable[Article], before: frozenset[str]
) -> tuple[list[Article], tuple[PageReport, ...]]:
    """The articles that are of tonight and on topic now that their pages are read; each once, whatever feeds it was in.

    An article whose date nobody gives is left out: nothing shows that it is tonight's.
    """
    kept: dict[str, Article] = {}
    undated: list[PageReport] = []
    for article in articles:
        if before.intersection(article.keys) or any(key in kept for key in _own_keys(article)):
            continue
        if article.published is None:
            undated.append(
                PageReport(url=article.url, outcome=Result.UNDATED, detail="neither feed nor page has a date")
            )
            continue
        if not plan.now - plan.window <= article.published <= plan.now + AHEAD:
            continue
        about = relevance(
            article.headline,
            article.summary,
            article.text,
            topics=plan.topics,
            language=article.language,
            url=article.url,
        )
        if about.on_topic:
            kept.update(dict.fromkeys(_own_keys(article), article))
    once = {article.id: article for article in kept.values()}
    return list(once.values()), tuple(undated)


def _own_keys(article: Article) -> tuple[str, ...]:
    """The keys that are this article's alone: a part of a round-up shares the page's with the other parts."""
    parts = tuple(key for key in article.keys if "#" in key)
    return parts or article.keys


def _readings(plan: Plan, jobs: Sequence[FeedJob | PageJob | None]) -> list[FeedReading | Reading | GaveUp | None]:
    """What each job read, or the GaveUp of one that took too long or too much; None where there was nothing to read."""
    readings: list[FeedReading | Reading | GaveUp | None] = [None] * len(jobs)
    wanted = [(n, job) for n, job in enumerate(jobs) if job is not None]
    items = [job for _, job in wanted]
    for n, value in bounded(read_job, items, seconds=SECONDS, megabytes=MEGABYTES, workers=plan.workers):
        readings[wanted[n][0]] = value
    return readings


# --- what is known already ---------------------------------------------------------------------------------------


def _cited_before(plan: Plan) -> tuple[frozenset[str], tuple[str, ...]]:
    """Every key of an article that an earlier day cites, or that an editor took out of one."""
    keys: set[str] = set()
    notes: list[str] = []
    for day in islice(wire.days_before(plan.content, plan.day), REMEMBERED):
        lines, faults = wire.read_day(plan.content, day)
        notes += map(str, faults)
        keys.update(key for line in lines if line.outcome in wire.KNOWN for key in line.keys)
    return frozenset(keys), tuple(notes)


def _past(plan: Plan) -> tuple[tuple[PastDevelopment, ...], tuple[str, ...]]:
    """The developments of the last days, from their briefings as the editors left them."""
    past: list[PastDevelopment] = []
    notes: list[str] = []
    slugs = {name.casefold(): topic.slug for topic in plan.topics for name in (topic.name, *topic.aliases)}
    for ago in range(STORY, 0, -1):
        day = plan.day - timedelta(days=ago)
        path = briefing_path(plan.content, day)
        if not path.exists():
            continue
        briefing, faults = parse(files.read(path), day=day)
        notes += [str(fault.at(str(path))) for fault in faults]
        past += [
            PastDevelopment(
                day=day,
                id=section.id or "",
                headline=section.headline,
                texts=(*(citation.headline for citation in section.citations), *section.prose.split("\n")),
                sources=tuple(sorted({citation.source for citation in section.citations})),
                conflict=next((slugs[t.casefold()] for t in section.topics if t.casefold() in slugs), None),
                kind=section.kind,
                follows=section.follows,
            )
            for section in briefing.developments
        ]
    return tuple(past), tuple(notes)


# --- writing -----------------------------------------------------------------------------------------------------


def briefing_path(content: Path, day: date) -> Path:
    return content / "briefings" / f"{day:%Y}" / f"{day}.md"


def _write(
    plan: Plan, briefing: Briefing, found: Sequence[Development], articles: Sequence[Article]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Merge the briefing into its file and append to the wire log; the changed files, and the faults."""
    path = briefing_path(plan.content, plan.day)
    old = files.read(path) if path.exists() else None
    lines, faults = wire.read_day(plan.content, plan.day)
    seen = {link(line.url): line.development for line in lines if line.outcome in wire.KNOWN}
    told = {line.source for line in lines if line.outcome == wire.UNREAD}
    text = merge(old, briefing, seen, told)
    written = []
    if text != old:
        files.write(path, text)
        written.append(str(path.relative_to(plan.content)))
    notes = [*map(str, faults), *_faults(plan, path, text)]
    for name, old_lines, new_lines in _ledgers(plan, found):
        if new_lines != old_lines:
            files.write(plan.content / name, new_lines)
            written.append(name)
    log = [*_wire_lines(found, articles, lines, text), *_unread_lines(briefing)]
    if wire.append(plan.content, plan.day, log):
        written.append(str(wire.wire_path(plan.content, plan.day).relative_to(plan.content)))
    return tuple(written), tuple(notes)


def _ledgers(plan: Plan, found: Sequence[Development]) -> Iterator[tuple[str, str, str]]:
    """The day's files of figures and claims: name below the content folder, text as it stands, text to be."""
    figures, claims = (plan.content / ledger.path_of(kind, plan.day) for kind in (ledger.FigureLine, ledger.ClaimLine))
    old = files.read(figures) if figures.exists() else ""
    lines = figure_lines(found, day=plan.day, aliases=plan.aliases)
    yield str(figures.relative_to(plan.content)), old, ledger.added(old, lines, ledger.FigureLine)
    old = files.read(claims) if claims.exists() else ""
    said = claim_lines(found, day=plan.day, aliases=plan.aliases)
    yield str(claims.relative_to(plan.content)), old, ledger.added(old, said, ledger.ClaimLine)


def _faults(plan: Plan, path: Path, text: str) -> Iterable[str]:
    """What is wrong in the file as it now stands, and where it shows more of a source than it may."""
    briefing, faults = parse(text, day=plan.day)
    rights = {source.name: strictest(source.rights, plan.settings.rights) for source in plan.sources}
    return [str(fault.at(str(path))) for fault in (*faults, *overlong(briefing, text, rights))]


def _wire_lines(
    found: Sequence[Development], articles: Sequence[Article], held: Sequence[wire.WireLine], text: str
) -> list[wire.WireLine]:
    home = {article.id: development.id for development in found for article in development.articles}
    known = {key: line.id for line in held for key in line.keys}
    lines = []
    for article in sorted(articles, key=lambda a: (a.source.name, a.url, a.id)):
        if article.id not in home:
            outcome = wire.LEFT_OUT
        else:
            outcome = wire.CITED if f"]({link(article.url)})" in text else wire.WITHHELD
        evidence = article.evidence
        lines.append(
            wire.WireLine(
                id=next((known[key] for key in _own_keys(article) if key in known), article.id),
                development=home.get(article.id, ""),
                url=article.url,
                canonical=next((key for key in article.keys if key != article.url and "://" in key), article.url),
                keys=article.keys,
                source=article.source.name,
                headline=article.headline,
                published=wire.stamp(article.published),
                time=wire.stamp(evidence.time) if evidence else None,
                status=evidence.status if evidence else None,
                sha256=evidence.sha256 if evidence else None,
                outcome=outcome,
            )
        )
    return lines


def _unread_lines(briefing: Briefing) -> Iterator[wire.WireLine]:
    """A line for each source the briefing names as not seen: what an editor strikes out is not written again."""
    for item in briefing.unseen:
        name, _, detail = item.partition(": ")
        yield wire.WireLine(
            id=short_hash(name),
            development="",
            url="",
            canonical="",
            keys=(),
            source=name,
            headline=detail,
            published=None,
            time=None,
            status=None,
            sha256=None,
            outcome=wire.UNREAD,
        )


def _counted(row: SourceReport, articles: Iterable[Article], found: Iterable[Development]) -> SourceReport:
    cited: Mapping[str, int] = Counter(a.source.name for development in found for a in development.articles)
    return replace(row, articles=sum(a.source.name == row.name for a in articles), cited=cited.get(row.name, 0))
