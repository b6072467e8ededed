"""How fast are articles read into groups, and with how much memory? Articles are made up from the word lists.

    python tests/bench/group_speed.py [1000 5000 20000]

CPU seconds of one process, from `Article` to relevance, groups, stories and copies, beside what it takes to count the
words of the same texts with `re` and `Counter`; each size runs in a process of its own for its memory.
"""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scrapers.commands.group import read_topics  # noqa: E402
from scrapers.group import copies, developments, same_event  # noqa: E402
from scrapers.group.bags import background  # noqa: E402
from scrapers.group.relevance import relevance  # noqa: E402
from scrapers.group.stories import story_of  # noqa: E402
from scrapers.model import Article, Source  # noqa: E402

NOW = datetime(2026, 8, 21, 23, 30, tzinfo=UTC)


def made(count: int, words: int) -> list[Article]:
    """Articles of `words` words; four in five tell of an event of which a dozen others tell, with its own rare words."""
    chance = random.Random(1)
    common = [term for term in background() if not term.startswith("_")]
    weights = [background()[term] for term in common]
    places = ["Kharkiv", "Gaza", "Darfur", "Goma", "Rakhine", "Aleppo", "Borno", "Kabul"]
    events = [[f"Name{chance.randrange(40 * count)}" for _ in range(12)] for _ in range(max(1, count // 6))]
    articles: list[Article] = []
    for number in range(count):
        own = chance.choice(events) if number % 5 else [f"Lone{number}x{at}" for at in range(12)]
        place = chance.choice(places)
        text = chance.choices(common, weights, k=words)
        for at in range(0, words, 9):
            text[at] = chance.choice(own)
        head = f"Shelling near {place} as {own[0]} and {own[1]} {text[1]} {text[2]}"
        articles.append(
            Article(
                id=f"{number:06}",
                source=Source(name=f"Outlet {number % 150}", feeds=()),
                url=f"https://example.org/{number}",
                headline=head,
                summary=" ".join(text[:30]),
                text=" ".join(text),
                published=NOW - timedelta(minutes=chance.randrange(1800)),
            )
        )
    return articles


def one(count: int) -> None:
    articles = made(count, 600)
    topics = read_topics(ROOT / "content")
    times = [time.process_time()]
    verdicts = [
        relevance(each.headline, each.summary, each.text, topics=topics, language=each.language, url=each.url)
        for each in articles
    ]
    times.append(time.process_time())
    conflicts = {each.id: verdict.conflict for each, verdict in zip(articles, verdicts, strict=True)}
    groups = same_event(articles, conflicts, topics)
    times.append(time.process_time())
    stories = story_of(groups, conflicts)
    times.append(time.process_time())
    found = copies(articles)
    times.append(time.process_time())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    start = time.process_time()
    for each in articles:
        Counter(re.findall(r"\w+", f"{each.headline} {each.text}".lower()))
    peer = time.process_time() - start
    steps = "  ".join(
        f"{name} {later - sooner:.2f}"
        for name, (sooner, later) in zip(("relevance", "groups", "stories", "copies"), pairwise(times), strict=True)
    )
    whole = times[-1] - times[0]
    print(
        f"{count:6} articles  {steps}  whole {whole:.2f} s, {whole / peer:.1f} times counting their words with re,"
        f" {count / whole:.0f}/s  {memory} MB  {len(groups)} groups  {len(set(stories))} stories  {len(found)} copies",
        flush=True,
    )


def a_night() -> None:
    entries = made(3000, 40)
    topics = read_topics(ROOT / "content")
    start = time.process_time()
    told = developments(entries, topics=topics, now=NOW)
    print(f"  3000 entries to {len(told)} ordered developments: {time.process_time() - start:.2f} CPU s")


def main() -> int:
    if sys.argv[1:2] == ["--one"]:
        one(int(sys.argv[2]))
        return 0
    for count in sys.argv[1:] or ["1000", "5000", "20000"]:
        subprocess.run([sys.executable, __file__, "--one", count], check=True)
    a_night()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
