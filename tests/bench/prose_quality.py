"""What does a whole article give? Counts the sentences of our own that articles on conflict give, and prints them.

    python tests/bench/prose_quality.py [--sheet FILE]

Each English article of the labelled groups that is on topic and has a whole text stands as a section of its own, under
its own headline; skipped where the shared data is absent. `--sheet` writes heading, text and sentences for a reader who
grades them (useful, nothing new, wrong): how many are told says nothing of whether they are right.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scrapers.commands.group import read_topics  # noqa: E402
from scrapers.compose.adds import without_outlet  # noqa: E402
from scrapers.compose.ourwords import in_others_words, in_our_words  # noqa: E402
from scrapers.compose.prose import sentences_of, told_by  # noqa: E402
from scrapers.compose.speakers import read_aliases  # noqa: E402
from scrapers.compose.spelling import spelling_of  # noqa: E402
from scrapers.group.relevance import relevance  # noqa: E402
from scrapers.model import Article, Development, Source  # noqa: E402

SHARED = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared"))
ALIASES = read_aliases((ROOT / "content" / "speakers.txt").read_text(encoding="utf-8"))
#: Characters from which on a text is an article's and not a feed's summary.
WHOLE = 900


def whole_articles() -> Iterator[Article]:
    """The articles on topic, each once; none where the shared data is absent."""
    topics = read_topics(ROOT / "content")
    seen: set[str] = set()
    for path in sorted((SHARED / "data" / "groups").glob("*.dev.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            key = row["url"] or row["id"]
            if key in seen or not row["title"] or len(row["text"] or "") < WHOLE or row.get("lang", "en") != "en":
                continue
            seen.add(key)
            if relevance(row["title"], "", row["text"], topics=topics).on_topic:
                yield _article(row)


def _article(row: dict[str, Any]) -> Article:
    day = datetime.fromisoformat(row["date"][:10]).replace(hour=12, tzinfo=UTC) if row["date"] else None
    return Article(
        id=row["id"],
        source=Source(name=row["source"] or "an outlet", feeds=()),
        url=row["url"] or f"https://example.org/{row['id']}",
        headline=row["title"],
        text=row["text"],
        published=day,
    )


def told(article: Article) -> list[str]:
    """The sentences of our own of a section of this article alone, without the outlet."""
    names = (speaker.name for speaker in ALIASES.speakers.values())
    spelling = spelling_of((article.headline, article.text), names=names)
    section = Development(id="x", headline=article.headline, articles=(article,), conflict="any")
    made = sentences_of(section, words=in_our_words(ALIASES), retellings=in_others_words(ALIASES, spelling))
    return [without_outlet(text) for text in made if text != told_by(section)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sheet", type=Path, help="write the sentences with their articles, for a reader")
    options = parser.parse_args()
    given = [(article, told(article)) for article in whole_articles()]
    if not given:
        print("skipped: no labelled articles here (set NIGHTDESK_SHARED)")
        return 0
    none, two = sum(not texts for _, texts in given), sum(len(texts) > 1 for _, texts in given)
    count = sum(len(texts) for _, texts in given)
    print(f"articles {len(given)} | without a sentence {none} | two or more {two} | sentences {count}")
    if options.sheet:
        with options.sheet.open("w", encoding="utf-8") as sheet:
            for article, texts in given:
                if texts:
                    print(f"\n## {article.headline}\n{article.published}\n{article.text}", file=sheet)
                    print(*(f"--> {text}" for text in texts), sep="\n", file=sheet)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
