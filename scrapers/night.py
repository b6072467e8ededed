"""The night's run: the order of the steps, and what becomes of every source, entry and page.

Feeds, then the pages of entries that are on topic, then groups, then the briefing. Whatever goes wrong with one source
or one page is a value that ends in the report; the night goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from scrapers import journal
from scrapers.addresses import short_hash
from scrapers.bounded import GaveUp, bounded
from scrapers.candidates import AHEAD, Candidate, Read, asked_of, candidates_of, entries_of, language_of
from scrapers.day_files import as_cited, past_developments, write_day
from scrapers.extract import canonical
from scrapers.extract.article import articles_of
from scrapers.extract.belonging import NOT_THE_ARTICLE, Asked
from scrapers.extract.belonging import judged as belonging
from scrapers.extract.identity import Claims, of_article, of_entry
from scrapers.extract.jobs import FeedJob, PageJob
from scrapers.extract.jobs import read as read_job
from scrapers.fetch import Fetcher
from scrapers.fetch.judgement import judge
from scrapers.fetch.state import Known, State
from scrapers.group import developments as group
from scrapers.group.learned import Names
from scrapers.group.relevance import relevance
from scrapers.model import Article, Development, Entry, Evidence, Feed, FeedReading, Preview, Reading, Source
from scrapers.outcome import Outcome, Request, Response, Result
from scrapers.page.day import briefing_of
from scrapers.page_answers import answers_of, arrived
from scrapers.places.conflict import placed
from scrapers.plan import Plan
from scrapers.remembered import cited_before
from scrapers.report import PageReport, Report, SourceReport

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

    before, notes = cited_before(plan.content, plan.day, plan.cache)
    tonight = _names(plan, reads)
    told = Claims(of_entry(entry, read.source.name) for read in reads for entry in entries_of(read))
    candidates, odd, judged = candidates_of(plan, reads, before, told, tonight)
    asked = asked_of(plan, candidates, tonight)
    articles, unread = _read_articles(plan, candidates, asked, fetcher, watch, (told, before))
    rows = _with_pages(rows, Counter(candidates[at].source.name for at in asked), unread)
    articles, undated = _of_tonight(plan, articles, before, tonight)
    articles = as_cited(plan, articles)
    watch.begin("grouping", 1)
    past, faults = past_developments(plan)
    found = group(
        articles,
        topics=plan.topics,
        past=past,
        now=plan.end,
        day=plan.day,
        limit=plan.settings.developments,
        tonight=tonight,
    )
    found = tuple(placed(development, plan.topics, plan.gazetteer) for development in found)
    watch.advance()
    briefing = briefing_of(
        found,
        day=plan.day,
        now=plan.end,
        made=plan.now,
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


def _read_feeds(plan: Plan, fetcher: Fetcher, state: State | None, watch: Progress) -> list[Read]:
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
) -> Read:
    result, detail = judge(outcome, reading, last=state.known(feed.url) if state else Known())
    if state is not None:
        # A feed that gives no dates still answers: it is told every night, and is no reason to stop asking it.
        kept = Result.OK if result is Result.UNDATED else result
        count = len(reading.entries) if reading else None
        state.note(feed.url, kept, now=plan.now, items=count, response=response if kept is Result.OK else None)
    return Read(source, feed, outcome, response, reading, result, detail)


def _feed_reading(reading: object) -> FeedReading | None:
    if isinstance(reading, GaveUp):
        return FeedReading(entries=(), result=Result.GAVE_UP, detail=reading.reason)
    if not isinstance(reading, FeedReading):
        return None
    entries = tuple(replace(entry, language=entry.language or reading.language) for entry in reading.entries)
    return replace(reading, entries=entries)


def _row(read: Read) -> SourceReport:
    return SourceReport(
        name=read.source.name,
        feed=read.feed.url,
        outcome=read.result,
        detail=read.detail,
        entries=len(read.reading.entries) if read.reading else 0,
        seconds=round(read.outcome.seconds, 3),
    )


def _names(plan: Plan, reads: Iterable[Read]) -> Names:
    """What tonight's English entries say of the names they hold."""
    texts = {
        (entry.url, entry.guid): (entry.headline, entry.summary)
        for read in reads
        for entry in entries_of(read)
        if (entry.published is None or plan.end - plan.window <= entry.published <= plan.end + AHEAD)
        and language_of(read.source, entry) == "en"
    }
    return Names(texts[key] for key in sorted(texts))


# --- pages -------------------------------------------------------------------------------------------------------


def _read_articles(
    plan: Plan,
    candidates: Sequence[Candidate],
    asked: frozenset[int],
    fetcher: Fetcher,
    watch: Progress,
    known: Sequence[Claims],
) -> tuple[list[Article], tuple[PageReport, ...]]:
    """The articles of the candidates, of the numbers `asked` with their pages; and every page that gave none.

    `known` holds what is claimed already: no page may claim it in other words.
    """
    watch.begin("pages", len(asked))
    answers = answers_of([candidates[at].entry.url for at in sorted(asked)], fetcher, done=lambda _: watch.advance())
    outcomes = [
        answers[candidate.entry.url] if at in asked else _not_asked(candidate.entry)
        for at, candidate in enumerate(candidates)
    ]
    readings = _readings(
        plan,
        [
            PageJob(response=outcome.response, profile=candidate.source.profile) if outcome.response else None
            for candidate, outcome in zip(candidates, outcomes, strict=True)
        ],
    )
    readings, unread = _fitting(candidates, outcomes, readings, known)
    articles: list[Article] = []
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
    candidates: Sequence[Candidate],
    outcomes: Sequence[Outcome],
    readings: Sequence[FeedReading | Reading | GaveUp | None],
    known: Sequence[Claims],
) -> tuple[list[FeedReading | Reading | GaveUp | None], list[PageReport]]:
    """The readings; of a page that is not its entry's article one without text, which says why.

    With them each page that claims to be an article which somebody else tells in other words.
    """
    found = list(readings)
    asked = {
        at: Asked(
            source=candidate.source.name,
            entry=candidate.entry,
            final_url=arrived(candidate.entry.url, response.final_url),
            reading=reading,
        )
        for at, (candidate, outcome, reading) in enumerate(zip(candidates, outcomes, readings, strict=True))
        if isinstance(reading, Reading) and (response := outcome.response)
    }
    fitting = belonging(list(asked.values()))
    pages = [replace(each, reading=reading) for each, reading in zip(asked.values(), fitting, strict=True)]
    fitting, claims = canonical.checked(pages, known)
    for at, reading in zip(asked, fitting, strict=True):
        found[at] = reading
    return found, [PageReport(url=url, outcome=Result.OK, detail=detail) for url, detail in claims]


def _not_asked(entry: Entry) -> Outcome:
    why = "its page holds other entries too" if entry.shares_page else "enough pages for one night"
    return Outcome(request=Request(url=entry.url), result=Result.NOT_ASKED, detail=why)


def _with_pages(
    rows: Iterable[SourceReport], asked: Mapping[str, int], unread: Iterable[PageReport]
) -> list[SourceReport]:
    """The rows with what became of their sources' pages."""
    other = Counter(each.source for each in unread if each.detail.startswith(NOT_THE_ARTICLE))
    return [replace(row, pages=asked.get(row.name, 0), not_its_article=other[row.name]) for row in rows]


def _shared_previews(candidates: Sequence[Candidate], readings: Sequence[object]) -> set[tuple[str, str]]:
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
    plan: Plan, articles: Iterable[Article], before: Claims, tonight: Names
) -> tuple[list[Article], tuple[PageReport, ...]]:
    """The articles that are of tonight and on topic now that their pages are read; each once, whatever feeds it was in.

    An article whose date nobody gives is left out: nothing shows that it is tonight's.
    """
    kept = Claims()
    once: dict[str, Article] = {}
    undated: list[PageReport] = []
    for article in articles:
        claim = of_article(article, own=True)
        if before.same(of_article(article)) or kept.same(claim):
            continue
        if article.published is None:
            undated.append(
                PageReport(url=article.url, outcome=Result.UNDATED, detail="neither feed nor page has a date")
            )
            continue
        if not plan.end - plan.window <= article.published <= plan.end + AHEAD:
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
            kept.add(claim)
            if article.id in once:  # of two that claim one identity both stay
                article = replace(article, id=short_hash(f"{article.id} {article.source.name}"))
            once[article.id] = article
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
