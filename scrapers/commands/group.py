"""`nightdesk group`: group a file of articles, or say why two of them are together or apart."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from dateutil.parser import isoparse

from scrapers.errors import ConfigError, ContentError
from scrapers.group.attach import day_by_day
from scrapers.group.developments import same_event
from scrapers.group.explain import explain, place_of
from scrapers.group.relevance import relevance
from scrapers.group.stories import story_of
from scrapers.model import Article, Source, Topic
from scrapers.topics import loads


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the console command's parser."""
    parser = subparsers.add_parser(
        "group",
        description="Reads articles, one JSON object a line, and prints for each its group, its story, whether it is"
        " on topic, its conflict and what kind of event it tells of.",
    )
    parser.add_argument(
        "--batch",
        type=Path,
        required=True,
        metavar="FILE",
        help='lines {"id", "title", "text", "published", "source", "url", "lang"}; only id and title must be there',
    )
    parser.add_argument(
        "--explain",
        nargs="+",
        metavar="ID",
        help="of one article's id: why it is on the page, where, or why not; of two: why they are together or apart",
    )
    parser.add_argument(
        "--by-day",
        action="store_true",
        help="group each day at its end and leave the days before as they are, instead of all in one go",
    )
    parser.add_argument(
        "--content", type=Path, default=Path("content"), metavar="DIR", help="where topics/ is (default: content)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the groups, or the explanation; raises ConfigError for a file or an id that is not there."""
    topics = read_topics(args.content)
    articles = list(read_batch(args.batch))
    if args.explain:
        try:
            if len(args.explain) == 1:
                print("\n".join(place_of(articles, args.explain[0], topics=topics)))
            else:
                print("\n".join(explain(articles, *args.explain[:2], topics=topics)))
        except KeyError as error:
            raise ConfigError(f"no article with the id {error.args[0]!r} in {args.batch}") from error
        return 0
    for line in grouped(articles, topics, by_day=args.by_day):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def grouped(articles: list[Article], topics: tuple[Topic, ...], *, by_day: bool = False) -> Iterator[dict[str, object]]:
    """A line an article, in the order given."""
    verdicts = {
        article.id: relevance(
            article.headline, article.summary, article.text, topics=topics, language=article.language, url=article.url
        )
        for article in articles
    }
    conflicts = {key: verdict.conflict for key, verdict in verdicts.items()}
    groups = (day_by_day if by_day else same_event)(articles, conflicts, topics)
    stories = story_of(groups, conflicts)
    home: dict[str, tuple[str, str]] = {}
    for group, story in zip(groups, stories, strict=True):
        name = min(article.id for article in group)
        for article in group:
            home[article.id] = (name, story)
    for article in articles:
        verdict, (cluster, story) = verdicts[article.id], home[article.id]
        yield {
            "id": article.id,
            "cluster": cluster,
            "story": story,
            "on_topic": verdict.on_topic,
            "conflict": verdict.conflict if verdict.on_topic else None,
            "kind": verdict.kind if verdict.on_topic else None,
        }


def read_topics(content: Path) -> tuple[Topic, ...]:
    """The topics of a content folder, by name of the file; raises ContentError with the file."""
    found: list[Topic] = []
    for path in sorted((content / "topics").glob("*.md")):
        try:
            found.append(loads(path.read_text(encoding="utf-8"), slug=path.stem))
        except ContentError as error:
            raise error.at(str(path)) from error
    return tuple(found)


def read_batch(path: Path) -> Iterator[Article]:
    """The articles of a file; raises ConfigError with file and line for a line that cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ConfigError(f"cannot read {path}: {error.strerror}") from error
    sources: dict[str, Source] = {}
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            held = json.loads(line)
            key = str(held["id"])
        except (ValueError, KeyError, TypeError) as error:
            raise ConfigError(f"{path}:{number}: not a JSON object with an id: {error}") from error
        if key in seen:
            raise ConfigError(f"{path}:{number}: the id {key!r} stands twice")
        seen.add(key)
        name = str(held.get("source") or "unknown")
        text = str(held.get("text") or "")
        yield Article(
            id=key,
            source=sources.setdefault(name, Source(name=name, feeds=())),
            url=str(held.get("url") or ""),
            headline=str(held.get("title") or ""),
            summary=str(held.get("summary") or ""),
            text=text,
            published=_time(held.get("published") or held.get("date"), path, number),
            language=str(held.get("lang") or "en"),
        )


def _time(value: object, path: Path, number: int) -> datetime | None:
    if not value:
        return None
    try:
        time = isoparse(str(value))
    except ValueError as error:
        raise ConfigError(f"{path}:{number}: {value!r} is no time; write 2026-08-21T14:20:00Z") from error
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
