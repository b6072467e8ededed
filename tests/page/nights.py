"""Nights for the properties that hold on every one: the built-in sample nights and, where present, shared real ones."""

from __future__ import annotations

import json
import os
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import feedparser

from scrapers import night as night_module
from scrapers.__main__ import main
from scrapers.addresses import short_hash
from scrapers.briefing import Briefing
from scrapers.commands.group import read_topics
from scrapers.extract.entries import previews_of
from scrapers.facts.speakers import Aliases, read_aliases
from scrapers.group import developments as group
from scrapers.group.relevance import relevance
from scrapers.model import Article, Development, Rights, Source
from scrapers.page.day import briefing_of
from scrapers.text import plain
from tests.desk import DESK, SITE, furnished

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared"))
#: One night of each kind: a war begins, a dam breaks, a mutiny, a coup, a small press. Read by the tests only.
SHARED_DAYS = ("2023-04-15", "2023-06-06", "2023-06-24", "2023-07-27", "2025-10-08")
SAMPLE_DAYS = ("2024-12-28", "2024-12-29")


@dataclass(frozen=True)
class Night:
    """What a night found, and the briefing that came of it."""

    developments: tuple[Development, ...]
    briefing: Briefing


@cache
def aliases() -> Aliases:
    return read_aliases((DESK / "speakers.txt").read_text(encoding="utf-8"))


@cache
def night(day: str) -> Night | None:
    """The night of a day; None of a real one where the shared data is absent."""
    return _sample(day) if day in SAMPLE_DAYS else _real(day)


def _sample(day: str) -> Night:
    held: list[Night] = []

    def spied(developments: list[Development], **options: object) -> Briefing:
        made = briefing_of(developments, **options)  # type: ignore[arg-type]
        held.append(Night(tuple(developments), made))
        return made

    night_module.briefing_of, kept = spied, night_module.briefing_of  # type: ignore[assignment]
    try:
        with TemporaryDirectory() as folder:
            content = str(furnished(Path(folder)))
            assert main(["night", "--sample", day, "--content", content, "--settings", str(SITE)]) == 0
    finally:
        night_module.briefing_of = kept
    return held[0]


def _real(day: str) -> Night | None:
    folder = SHARED / "data" / "nights" / day
    if not folder.exists():
        return None
    topics = read_topics(DESK)
    now = datetime.fromisoformat(f"{day}T23:30:00+00:00")
    articles = [
        each for each in _entries(folder) if each.published and now - timedelta(hours=30) <= each.published <= now
    ]
    found = group(
        [
            a
            for a in articles
            if relevance(a.headline, a.summary, topics=topics, language=a.language, url=a.url).on_topic
        ],
        topics=topics,
        past=(),
        now=now,
        limit=30,
    )
    made = briefing_of(
        found,
        day=date.fromisoformat(day),
        now=now,
        window=timedelta(hours=30),
        topics=topics,
        reports=(),
        past={},
        aliases=aliases(),
    )
    return Night(tuple(found), made)


def _entries(folder: Path) -> Iterator[Article]:
    """The night's feed entries, each with what its feed offers to be shown."""
    index = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    for name in sorted({row["source"] for row in index if row["tier"] != "offtopic"}):
        language = next((row["lang"] or "en" for row in index if row["source"] == name), "en")[:2]
        source = Source(name=name, feeds=(), language=language, family=name.split("-")[0], rights=Rights.PREVIEW)
        for entry in feedparser.parse(folder / name / "feed.xml").entries:
            moment = entry.get("published_parsed")
            summary = plain(entry.get("summary", ""))[:2000]
            yield Article(
                id=short_hash(f"{name} {entry.get('link', '')}"),
                source=source,
                url=entry.get("link", ""),
                headline=plain(entry.get("title", "")),
                summary=summary,
                previews=previews_of(entry.get("summary", "")),
                text=summary,
                published=datetime.fromtimestamp(timegm(moment), UTC) if moment else None,
                language=language,
                rights=Rights.PREVIEW,
            )
