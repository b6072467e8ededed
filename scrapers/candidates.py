"""Which entries of tonight's feeds are let in, and of which is the page read?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from scrapers.addresses import one_house
from scrapers.extract import canonical
from scrapers.extract.identity import Claims, guid_claim, of_entry
from scrapers.group.learned import Names
from scrapers.group.reading_list import reading_list
from scrapers.group.relevance import relevance
from scrapers.model import Article, Entry, Feed, FeedReading, Source
from scrapers.outcome import Outcome, Response, Result
from scrapers.plan import Plan
from scrapers.report import PageReport
from scrapers.text import primary_language

#: A clock that runs ahead by less than this is a slip of a server's, not a date in the future.
AHEAD = timedelta(hours=1)
#: Pages read a night and of a source at most. Politeness, and a bound on what one feed can cost.
PAGES, PAGES_A_SOURCE = 600, 60


@dataclass(frozen=True)
class Candidate:
    """An entry that is on topic, with where it came from."""

    source: Source
    entry: Entry
    feed: Response


@dataclass(frozen=True)
class Read:
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


def candidates_of(
    plan: Plan, reads: Sequence[Read], before: Claims, told: Claims, tonight: Names
) -> tuple[list[Candidate], tuple[PageReport, ...], tuple[tuple[str, int], ...]]:
    """Entries of tonight that are let in by headline and summary, each once, the newest of a source first.

    Of one article in two feeds the entry of its own house is taken. `told` holds what all of tonight's entries claim.
    With them what is odd, and how many entries were let in, and left out by which reason.
    """
    judged: Counter[str] = Counter()
    seen = Claims()
    odd: list[PageReport] = []
    entries = [(read, entry) for read in reads for entry in sorted(entries_of(read), key=_newest_first)]
    taken: dict[int, Candidate] = {}
    for at in sorted(range(len(entries)), key=lambda at: (not _at_home(*entries[at]), at)):
        read, entry = entries[at]
        claim = of_entry(entry, read.source.name)
        if before.same(claim) or seen.same(claim):
            judged["known already"] += 1
            continue
        if entry.published is not None and entry.published > plan.now + AHEAD:
            odd.append(PageReport(url=entry.url, outcome=Result.FUTURE, detail=f"dated {entry.published:%Y-%m-%d}"))
            continue
        if entry.published is not None and entry.published < plan.end - plan.window:
            judged["older than the window"] += 1
            continue
        if entry.published is not None and entry.published > plan.end + AHEAD:
            judged["newer than the window"] += 1
            continue
        if read.response is None or not _on_topic(plan, entry, read.source, tonight):
            judged["not about armed conflict"] += 1
            continue
        judged["let in"] += 1
        foreign = guid_claim(entry, read.source.name)
        holder = before.contested(claim) or seen.contested(claim) or (told.contested(foreign) if foreign else None)
        if holder is not None:
            detail = canonical.said(holder.url, holder)
            odd.append(PageReport(url=entry.url, outcome=Result.OK, detail=detail, source=read.source.name))
        seen.add(claim)
        taken[at] = Candidate(read.source, entry, read.response)
    places = {name: at for at, name in enumerate(dict.fromkeys(read.source.name for read in reads))}
    candidates = [taken[at] for at in sorted(taken, key=lambda at: (places[taken[at].source.name], at))]
    return candidates, tuple(odd), tuple(sorted(judged.items()))


def _at_home(read: Read, entry: Entry) -> bool:
    """Does an entry lead to a page of the house whose feed it is in?"""
    return any(one_house(entry.url, each) for each in (read.source.homepage or "", read.feed.url))


def entries_of(read: Read) -> tuple[Entry, ...]:
    return read.reading.entries if read.reading else ()


def asked_of(plan: Plan, candidates: Sequence[Candidate], tonight: Names) -> frozenset[int]:
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
            language=language_of(each.source, each.entry),
        )
        for at, each in enumerate(candidates)
    ]
    entries = [entry for entry, each in zip(entries, candidates, strict=True) if not each.entry.shares_page]
    chosen = reading_list(
        entries, topics=plan.topics, tonight=tonight, now=plan.end, most=PAGES, most_a_source=PAGES_A_SOURCE
    )
    return frozenset(map(int, chosen))


def _newest_first(entry: Entry) -> tuple[bool, float, str]:
    return entry.published is None, -(entry.published.timestamp() if entry.published else 0.0), entry.url


def language_of(source: Source, entry: Entry) -> str:
    """The language of an entry: its source's, where the editors say one, else what its feed says."""
    return primary_language(source.language or entry.language or "en")


def _on_topic(plan: Plan, entry: Entry, source: Source, tonight: Names) -> bool:
    return relevance(
        entry.headline,
        entry.summary,
        topics=plan.topics,
        language=language_of(source, entry),
        url=entry.url,
        categories=entry.categories,
        tonight=tonight,
    ).on_topic
