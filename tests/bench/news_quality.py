"""What is news, and in what order? People's sentences of the shared nights, each event with its own nights left out.

    python tests/bench/news_quality.py

The weights of the learned words are trained anew for each of the ten events without its nights. For each: sentences
that people wrote, those with a report let in, and those with one cited by the first 12, 20 and all developments. Then
the same with the topics' names taken away: how a war fares that no list knows. Feeds only: no pages, no days before.
One standard error of a hundred sentences is 4. Skipped where the shared data is absent.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scrapers.commands.group import read_topics  # noqa: E402
from scrapers.group import learned  # noqa: E402
from scrapers.group.developments import developments  # noqa: E402
from scrapers.group.learned import Names, Weights  # noqa: E402
from scrapers.group.relevance import THRESHOLD  # noqa: E402
from scrapers.model import Article, Topic  # noqa: E402
from tests.bench.excerpt_quality import NIGHTS, SHARED, runs_of  # noqa: E402
from tests.bench.group_quality import night  # noqa: E402
from tests.train.conflict_words import trained  # noqa: E402

RELEVANCE = import_module("scrapers.group.relevance")
#: A candidate of a sentence from which it may report it (`score_briefing.py`).
REPORTS = 0.25
ROW = "{:12} {:>9} {:>7} {:>5} {:>5} {:>5}   {:>7}"


def sentences(day: str) -> list[list[str]]:
    """For each sentence about a conflict that people wrote on a day the addresses of entries that may report it."""
    path = SHARED / "data" / "references" / f"{day}.candidates.json"
    rows = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    found = [[c["item_url"] for c in r["candidates"] if c["score"] >= REPORTS] for r in rows if r["kw_conflict"]]
    return [addresses for addresses in found if addresses]


def entries(day: str) -> list[Article]:
    """A night's entries within its window, each address once."""
    now = _now(day)
    held = {a.url: a for a in night(day) if a.published and now - timedelta(hours=30) <= a.published <= now}
    return sorted(held.values(), key=lambda article: article.id)


def _now(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T23:30:00").replace(tzinfo=UTC)


def measured(days: Sequence[str], weights: Weights, topics: tuple[Topic, ...]) -> list[int]:
    """Sentences, let in, cited at 12, 20 and all, entries let in."""
    total = [0] * 6
    with mock.patch.object(learned, "shipped", return_value=weights):
        for day in days:
            articles = entries(day)
            tonight = Names((a.headline, a.summary) for a in articles if a.in_english)
            let_in = {a.url for a in articles if _is_let_in(a, topics, tonight)}
            page = developments(articles, topics=topics, now=_now(day), tonight=tonight)
            rank: dict[str, int] = {}
            for place, development in enumerate(page):
                for article in development.articles:
                    rank.setdefault(article.url, place)
            for addresses in sentences(day):
                best = min((rank[url] for url in addresses if url in rank), default=1000)
                row = [1, any(url in let_in for url in addresses), best < 12, best < 20, best < 1000]
                total = [a + int(b) for a, b in zip(total, [*row, 0], strict=True)]
            total[5] += len(let_in)
    return total


def _is_let_in(article: Article, topics: tuple[Topic, ...], tonight: Names) -> bool:
    verdict = RELEVANCE.relevance(
        article.headline, article.summary, topics=topics, language=article.language, url=article.url, tonight=tonight
    )
    return bool(verdict.on_topic)


def tables(topics: tuple[Topic, ...]) -> Iterator[str]:
    """A row an event, and their sum, with the topics and without."""
    days = sorted(path.name for path in NIGHTS.iterdir() if path.is_dir())
    events = [(run, trained(run)) for run in runs_of(days)]
    for title, known in (("topics known", topics), ("topics' names taken away", ())):
        yield f"\n{title}\n" + ROW.format("event", "sentences", "let in", "12", "20", "all", "entries")
        total = [0] * 6
        for run, weights in events:
            row = measured(run, weights, known)
            total = [a + b for a, b in zip(total, row, strict=True)]
            yield ROW.format(run[0], *row)
        yield ROW.format("all", *total)


def main() -> int:
    if not NIGHTS.exists():
        print("skipped: no shared nights here (set NIGHTDESK_SHARED)")
        return 0
    print(f"list alone lets in from {THRESHOLD:g} points; one standard error is 4 of 100 sentences")
    for line in tables(read_topics(ROOT / "content")):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
