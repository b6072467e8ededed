"""The night's run: the order of the steps, and what becomes of every source, entry and page.

Feeds, then the pages of entries that are on topic, then groups, then the briefing. Whatever goes wrong with one source
or one page is a value that ends in the report; the night goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from scrapers import journal
from scrapers.addresses import address_key
from scrapers.bounded import GaveUp, bounded
from scrapers.day_files import cited_before, past_developments, write_day
from scrapers.extract.article import articles_of, guid_key, own_keys
from scrapers.extract.belonging import NOT_THE_ARTICLE, Asked
from scrapers.extract.belonging import judged as belonging
from scrapers.extract.jobs import FeedJob, PageJob
from scrapers.extract.jobs import read as read_job
from scrapers.fetch import Fetcher
from scrapers.fetch.judgement import judge
from scrapers.fetch.state import Known, State
from scrapers.group import developments as group
from scrapers.group.learned import Names
from scrapers.group.reading_list import reading_list
from scrapers.group.relevance import relevance
from scrapers.model import Article, Development, Entry, Evidence, Feed, FeedReading, Preview, Reading, Source
from scrapers.outcome import Outcome, Request, Response, Result
from scrapers.page.day import briefing_of
from scrapers.places.conflict import placed
from scrapers.plan import Plan
from scrapers.report import PageReport, Report, SourceReport
from scrapers.text import primary_language

#: A clock that runs ahead by less than this is a slip of a server's, not a date in the future.
AHEAD = timedelta(hours=1)
#: Pages read a night and of a source at most. Politeness, and a bound on what one feed can cost.
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
    left = journal.finish(plan.content)
    reads = _read_feeds(plan, fetcher, state, watch)
    rows = [_row(read) for read in reads]
    report = Report(day=plan.day, now=plan.now, sources=tuple(rows))
    awake = [row for row in rows if row.outcome is not Result.RESTING]
    if not awake or sum(row.outcome.good for row in awake) < plan.settings.answered * len(awake):
        return replace(report, too_few=True)

    before, notes = cited_before(plan)
    tonight = _names(plan, reads)
    candidates, odd, judged = _candidates(plan, reads, before, tonight)
    asked = _asked(plan, candidates, tonight)
    articles, unread = _read_articles(plan, candidates, asked, fetcher, watch)
    rows = _with_pages(rows, Counter(candidates[at].source.name for at in asked), unread)
    articles, undated = _of_tonight(plan, articles, before, tonight)
    watch.begin("grouping", 1)
    past, faults = past_developments(plan)
    found = group(
        articles, topics=plan.topics, past=past, now=plan.now, limit=plan.settings.developments, tonight=tonight
    )
    found = tuple(placed(development, plan.topics, plan.gazetteer) for development in found)
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
    written = write_day(plan, briefing, found, articles)
    return replace(
        report,
        sources=tuple(_counted(row, articles, found) for row in rows),
        pages=(*odd, *unread, *undated),
        judged=judged,
        notes=(*left, *notes, *faults, *written.notes),
        developments=written.developments,
        written=written.files,
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
        # A feed that gives no dates still answers: it is told every night, and is no reason to stop asking it.
        kept = Result.OK if result is Result.UNDATED else result
        count = len(reading.entries) if reading else None
        state.note(feed.url, kept, now=plan.now, items=count, response=response if kept is Result.OK else None)
    return _Read(source, feed, outcome, response, reading, result, detail)


def _feed_reading(reading: object) -> FeedReading | None:
    if isinstance(reading, GaveUp):
        return FeedReading(entries=(), result=Result.GAVE_UP, detail=reading.reason)
    if not isinstance(reading, FeedReading):
        return None
    entries = tuple(replace(entry, language=entry.language or reading.language) for entry in reading.entries)
    return replace(reading, entries=entries)


def _row(read: _Read) -> SourceReport:
    return SourceReport(
        name=read.source.name,
        feed=read.feed.url,
        outcome=read.result,
        detail=read.detail,
        entries=len(read.reading.entries) if read.reading else 0,
        seconds=round(read.outcome.seconds, 3),
    )


def _names(plan: Plan, reads: Iterable[_Read]) -> Names:
    """What tonight's English entries say of the names they hold."""
    texts = {
        entry.url: (entry.headline, entry.summary)
        for read in reads
        for entry in (read.reading.entries if read.reading else ())
        if (entry.published is None or entry.published >= plan.now - plan.window)
        and _language(read.source, entry) == "en"
    }
    return Names(texts[url] for url in sorted(texts))


def _candidates(
    plan: Plan, reads: Iterable[_Read], before: frozenset[str], tonight: Names
) -> tuple[list[_Candidate], tuple[PageReport, ...], tuple[tuple[str, int], ...]]:
    """Entries of tonight that are let in by headline and summary, each once, the newest of a source first.

    With them what is odd, and how many entries were let in, and left out by which reason.
    """
    judged: Counter[str] = Counter()
    seen: set[str] = set()
    by_source: dict[str, list[_Candidate]] = {}
    odd: list[PageReport] = []
    for read in reads:
        taken = by_source.setdefault(read.source.name, [])
        for entry in sorted(read.reading.entries if read.reading else (), key=_newest_first):
            keys = {address_key(entry.url), address_key(guid_key(entry))}
            if keys & before or keys & seen:
                judged["known already"] += 1
                continue
            if entry.published is not None and entry.published > plan.now + AHEAD:
                odd.append(PageReport(url=entry.url, outcome=Result.FUTURE, detail=f"dated {entry.published:%Y-%m-%d}"))
                continue
            if entry.published is not None and entry.published < plan.now - plan.window:
                judged["older than the window"] += 1
                continue
            if read.response is None or not _on_topic(plan, entry, read.source, tonight):
                judged["not about armed conflict"] += 1
                continue
            judged["let in"] += 1
            seen |= keys
            taken.append(_Candidate(read.source, entry, read.response))
    candidates = [candidate for taken in by_source.values() for candidate in taken]
    return candidates, tuple(odd), tuple(sorted(judged.items()))


def _asked(plan: Plan, candidates: Sequence[_Candidate], tonight: Names) -> frozenset[int]:
    """The numbers of those whose pages are read; the others are told from their feeds."""
    entries = [
        Article(
            id=f"{at:06}",
            source=each.source,
            url=each.entry.url,
            headline=each.entry.headline,
            summary=each.entry.summary,
            text=each.entry.text,
            published=each.entry.published,
            language=_language(each.source, each.entry),
        )
        for at, each in enumerate(candidates)
    ]
    chosen = reading_list(
        entries, topics=plan.topics, tonight=tonight, now=plan.now, most=PAGES, most_a_source=PAGES_A_SOURCE
    )
    return frozenset(map(int, chosen))


def _newest_first(entry: Entry) -> tuple[bool, float, str]:
    return entry.published is None, -(entry.published.timestamp() if entry.published else 0.0), entry.url


def _language(source: Source, entry: Entry) -> str:
    """The language of an entry: its source's, where the editors say one, else what its feed says."""
    return primary_language(source.language or entry.language or "en")


def _on_topic(plan: Plan, entry: Entry, source: Source, tonight: Names) -> bool:
    return relevance(
        entry.headline,
        entry.summary,
        topics=plan.topics,
        language=_language(source, entry),
        url=entry.url,
        categories=entry.categories,
        tonight=tonight,
    ).on_topic


# --- pages -------------------------------------------------------------------------------------------------------


def _read_articles(
    plan: Plan, candidates: Sequence[_Candidate], asked: frozenset[int], fetcher: Fetcher, watch: Progress
) -> tuple[list[Article], tuple[PageReport, ...]]:
    """The articles of the candidates, of the numbers `asked` with their pages; and every page that gave none."""
    watch.begin("pages", len(asked))
    requests = [Request(url=candidates[at].entry.url) for at in sorted(asked)]
    answers = iter(fetcher.fetch(requests, done=lambda _: watch.advance()))
    outcomes = [
        next(answers)
        if at in asked
        else Outcome(
            request=Request(url=candidate.entry.url), result=Result.NOT_ASKED, detail="enough pages for one night"
        )
        for at, candidate in enumerate(candidates)
    ]
    readings = _readings(
        plan,
        [
            PageJob(response=outcome.response, profile=candidate.source.profile) if outcome.response else None
            for candidate, outcome in zip(candidates, outcomes, strict=True)
        ],
    )
    readings = _fitting(candidates, outcomes, readings)
    articles: list[Article] = []
    unread: list[PageReport] = []
    shared = _shared_canonicals(candidates, readings)
    slogans = _shared_previews(candidates, readings)
    for candidate, outcome, reading in zip(candidates, outcomes, readings, strict=True):
        page = reading if isinstance(reading, Reading) else None
        if isinstance(reading, GaveUp):
            unread.append(PageReport(url=candidate.entry.url, outcome=Result.GAVE_UP, detail=reading.reason))
        elif not outcome.result.good:
            unread.append(PageReport(url=candidate.entry.url, outcome=outcome.result, detail=outcome.detail))
        elif page is not None and page.result is not Result.OK:
            name = candidate.source.name
            unread.append(PageReport(url=candidate.entry.url, outcome=page.result, detail=page.detail, source=name))
        elif page is not None and page.profile_broken:
            detail = f"the profile of {candidate.source.name} finds nothing here; the generic reading served"
            unread.append(PageReport(url=candidate.entry.url, outcome=Result.OK, detail=detail))
        if page is not None and page.canonical and (candidate.source.name, page.canonical) in shared:
            page = replace(page, canonical=None)
        response = outcome.response or candidate.feed
        if page is not None:
            page = replace(page, previews=_own(page, candidate.source, slogans))
        articles += articles_of(
            candidate.entry,
            page,
            candidate.source,
            ceiling=plan.settings.rights,
            headers=(*(outcome.response.headers if outcome.response else ()), *candidate.feed.headers),
            evidence=Evidence(
                url=response.final_url, time=response.fetched, status=response.status, sha256=response.sha256
            ),
            sources=plan.sources,
        )
    return articles, tuple(unread)


def _fitting(
    candidates: Sequence[_Candidate],
    outcomes: Sequence[Outcome],
    readings: Sequence[FeedReading | Reading | GaveUp | None],
) -> list[FeedReading | Reading | GaveUp | None]:
    """The readings; of a page that is not its entry's article one without text, which says why."""
    found = list(readings)
    asked = {
        at: Asked(source=candidate.source.name, entry=candidate.entry, final_url=response.final_url, reading=reading)
        for at, (candidate, outcome, reading) in enumerate(zip(candidates, outcomes, readings, strict=True))
        if isinstance(reading, Reading) and (response := outcome.response)
    }
    for at, reading in zip(asked, belonging(list(asked.values())), strict=True):
        found[at] = reading
    return found


def _with_pages(
    rows: Iterable[SourceReport], asked: Mapping[str, int], unread: Iterable[PageReport]
) -> list[SourceReport]:
    """The rows with what became of their sources' pages."""
    other = Counter(each.source for each in unread if each.detail.startswith(NOT_THE_ARTICLE))
    return [replace(row, pages=asked.get(row.name, 0), not_its_article=other[row.name]) for row in rows]


def _shared_canonicals(candidates: Sequence[_Candidate], readings: Sequence[object]) -> set[tuple[str, str]]:
    """Canonical addresses that several pages of one source give: a template's slip, and nobody's identity."""
    given: Counter[tuple[str, str]] = Counter()
    for candidate, reading in zip(candidates, readings, strict=True):
        if isinstance(reading, Reading) and reading.canonical:
            given[candidate.source.name, reading.canonical] += 1
    return {key for key, times in given.items() if times > 1}


def _shared_previews(candidates: Sequence[_Candidate], readings: Sequence[object]) -> set[tuple[str, str]]:
    """Texts that pages of one source with different titles offer beside their links: they tell of the site."""
    titles: dict[tuple[str, str], set[str | None]] = {}
    for candidate, reading in zip(candidates, readings, strict=True):
        if isinstance(reading, Reading):
            for preview in reading.previews:
                titles.setdefault((candidate.source.name, preview.text), set()).add(reading.title)
    return {key for key, given in titles.items() if len(given) > 1}


def _own(page: Reading, source: Source, shared: set[tuple[str, str]]) -> tuple[Preview, ...]:
    """What a page offers that tells of itself."""
    return tuple(preview for preview in page.previews if (source.name, preview.text) not in shared)


def _of_tonight(
    plan: Plan, articles: Iterable[Article], before: frozenset[str], tonight: Names
) -> tuple[list[Article], tuple[PageReport, ...]]:
    """The articles that are of tonight and on topic now that their pages are read; each once, whatever feeds it was in.

    An article whose date nobody gives is left out: nothing shows that it is tonight's.
    """
    kept: dict[str, Article] = {}
    undated: list[PageReport] = []
    for article in articles:
        own = own_keys(article.keys)
        if before.intersection(map(address_key, article.keys)) or any(key in kept for key in own):
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
            tonight=tonight,
        )
        if about.on_topic:
            kept.update(dict.fromkeys(own, article))
    once = {article.id: article for article in kept.values()}
    return list(once.values()), tuple(undated)


def _readings(plan: Plan, jobs: Sequence[FeedJob | PageJob | None]) -> list[FeedReading | Reading | GaveUp | None]:
    """What each job read, or the GaveUp of one that took too long or too much; None where there was nothing to read."""
    readings: list[FeedReading | Reading | GaveUp | None] = [None] * len(jobs)
    wanted = [(n, job) for n, job in enumerate(jobs) if job is not None]
    items = [job for _, job in wanted]
    for n, value in bounded(read_job, items, seconds=SECONDS, megabytes=MEGABYTES, workers=plan.workers):
        readings[wanted[n][0]] = value
    return readings


def _counted(row: SourceReport, articles: Iterable[Article], found: Iterable[Development]) -> SourceReport:
    cited: Mapping[str, int] = Counter(a.source.name for development in found for a in development.articles)
    return replace(row, articles=sum(a.source.name == row.name for a in articles), cited=cited.get(row.name, 0))
