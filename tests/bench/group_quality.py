"""How good are the groups, the copies and the order? Prints the tables on the shared dev data; skips without it.

    python tests/bench/group_quality.py [groups] [days] [copies] [events] [kinds] [nights]

Dev figures: the thresholds were chosen on these very sets. Groups: B-cubed and pair F1 with one setting for all sets;
`gva` is dated, `gva-nd` the same without dates. Copies: pairs shown as one text that tell of one event, and pairs of
Jaccard .5 or more with like headlines that are shown as one. Days: `gva` grouped in one batch, and day by day with the
past frozen: a day's groups join those of the last seven days or stay alone. Events: the developments of four nights
against the events people saw in their entries (`tests/data/nights`), and how many of the first twenty are on topic.
Kinds: what kind of event a headline tells of, against a reader's labels: odd days were in view, even days held back.
Nights: recall of people's sentences, run in a row.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from calendar import timegm
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import feedparser  # noqa: E402
from dateutil.parser import isoparse  # noqa: E402

from scrapers.commands.group import read_topics  # noqa: E402
from scrapers.group import developments, relevance, same_event  # noqa: E402
from scrapers.group.attach import day_by_day  # noqa: E402
from scrapers.group.copies import COPY_TIME, copies, headline_overlap  # noqa: E402
from scrapers.group.kinds import kind_of  # noqa: E402
from scrapers.model import Article, PastDevelopment, Source  # noqa: E402
from scrapers.text import plain  # noqa: E402

SHARED = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared"))
SETS = (
    ("basil", False),
    ("g5w1h", False),
    ("gva", True),
    ("gva", False),
    ("roundup", False),
    ("wikinews", False),
    ("mix", False),
)
TOPICS = read_topics(ROOT / "content")


def labelled(name: str, dated: bool) -> tuple[list[Article], dict[str, str]]:
    """A dev set's articles, and the event of those that have a label."""
    articles: list[Article] = []
    gold: dict[str, str] = {}
    for line in (SHARED / "data" / "groups" / f"{name}.dev.jsonl").read_text(encoding="utf-8").splitlines():
        held = json.loads(line)
        when = isoparse(held["date"]).replace(tzinfo=UTC) if dated and held.get("date") else None
        articles.append(
            Article(
                id=held["id"],
                source=Source(name=held.get("source") or "unknown", feeds=()),
                url=held.get("url") or "",
                headline=held["title"] or "",
                text=held["text"] or "",
                published=when,
            )
        )
        if held["cluster"] is not None:
            gold[held["id"]] = held["cluster"]
    return articles, gold


def scores(gold: dict[str, str], groups: Sequence[Sequence[Article]]) -> tuple[float, float]:
    """B-cubed F1 and pair F1 over the labelled articles."""
    held = [[gold[one.id] for one in group if one.id in gold] for group in groups]
    total = sum(len(group) for group in held)
    of = Counter(gold.values())
    joint = [(count, len(group), of[event]) for group in held for event, count in Counter(group).items()]
    precision = sum(count * count / size for count, size, _ in joint) / total
    recall = sum(count * count / size for count, _, size in joint) / total

    def pairs(number: int) -> int:
        return number * (number - 1) // 2

    right, shown = sum(pairs(count) for count, _, _ in joint), sum(pairs(len(group)) for group in held)
    wanted = sum(pairs(count) for count in of.values())
    return 2 * precision * recall / (precision + recall), 2 * right / max(1, shown + wanted)


def show_groups() -> None:
    table: list[tuple[float, float]] = []
    for name, dated in SETS:
        articles, gold = labelled(name, dated)
        verdicts = {one.id: relevance(one.headline, "", one.text, topics=TOPICS, url=one.url) for one in articles}
        groups = same_event(articles, {key: one.conflict for key, one in verdicts.items()}, TOPICS)
        table.append(scores(gold, groups))
        label = name if dated or name != "gva" else "gva-nd"
        print(f"{label:9} {len(articles):5} articles  B-cubed F1 {table[-1][0]:.3f}  pair F1 {table[-1][1]:.3f}")
    macro = [sum(column) / len(table) for column in zip(*table, strict=True)]
    print(f"macro                     B-cubed F1 {macro[0]:.3f}  pair F1 {macro[1]:.3f}")


def show_days() -> None:
    articles, gold = labelled("gva", True)
    articles = [one for one in articles if one.published]
    gold = {one.id: gold[one.id] for one in articles if one.id in gold}
    conflicts = {one.id: relevance(one.headline, "", one.text, topics=TOPICS, url=one.url).conflict for one in articles}
    batch = scores(gold, same_event(articles, conflicts, TOPICS))
    daily = scores(gold, day_by_day(articles, conflicts, TOPICS))
    print(f"gva in one batch  B-cubed F1 {batch[0]:.3f}  pair F1 {batch[1]:.3f}")
    print(f"gva day by day    B-cubed F1 {daily[0]:.3f}  pair F1 {daily[1]:.3f}  ({daily[0] - batch[0]:+.3f})")


def like_pairs(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """Pairs of Jaccard .5 or more over all shingles, with like headlines, at most three days apart."""
    shingles: list[set[tuple[str, ...]]] = []
    for one in articles:
        words = "".join(letter if letter.isalnum() else " " for letter in one.text.lower()).split()
        shingles.append({tuple(words[at : at + 5]) for at in range(len(words) - 4)})
    where: dict[tuple[str, ...], list[int]] = {}
    for number, held in enumerate(shingles):
        for shingle in held:
            where.setdefault(shingle, []).append(number)
    common: Counter[tuple[int, int]] = Counter()
    for rows in where.values():
        if 1 < len(rows) <= 300:
            common.update((one, other) for at, one in enumerate(rows) for other in rows[at + 1 :])
    for (at, to), count in common.items():
        first, second = articles[at], articles[to]
        if count / (len(shingles[at]) + len(shingles[to]) - count) < 0.5:
            continue
        if headline_overlap(first.headline, second.headline) < 0.3:
            continue
        if first.published and second.published and abs(first.published - second.published) > COPY_TIME:
            continue
        yield first.id, second.id


def show_copies() -> None:
    for name, dated in (("gva", True), ("g5w1h", False), ("mix", False)):
        articles, gold = labelled(name, dated)
        home: dict[str, str] = {}
        for copy, of in copies(articles):
            home[copy], home[of] = of, of
        members: dict[str, list[str]] = {}
        for key, of in home.items():
            members.setdefault(of, []).append(key)
        shown = [
            (one, other)
            for group in members.values()
            for at, one in enumerate(group)
            for other in group[at + 1 :]
            if one in gold and other in gold
        ]
        right = sum(gold[one] == gold[other] for one, other in shown)
        wanted = list(like_pairs(articles))
        found = sum(one in home and home.get(one) == home.get(other) for one, other in wanted)
        print(f"{name:6} shown as one: {right} of {len(shown)} right; like pairs found: {found} of {len(wanted)}")


def night(day: str) -> Iterator[Article]:
    """The night's entries with their real addresses."""
    folder = SHARED / "data" / "nights" / day
    index = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    for name in sorted({row["source"] for row in index if row["tier"] != "offtopic"}):
        rows = [row for row in index if row["source"] == name]
        language = (rows[0]["lang"] or "en")[:2]
        source = Source(name=name, feeds=(), language=language, family=name.split("-")[0])
        real = {key: row["item_url"] for row in rows for key in (row["title"], row["item_url"])}
        for entry in feedparser.parse(folder / name / "feed.xml").entries:
            moment = entry.get("published_parsed")
            url = real.get(entry.get("link", "")) or real.get(entry.get("title", "")) or entry.get("link", "")
            body = entry["content"][0]["value"] if entry.get("content") else ""
            yield Article(
                id=url,
                source=source,
                url=url,
                headline=plain(entry.get("title", "")),
                summary=plain(entry.get("summary", ""))[:600],
                text=plain(body)[:6000],
                published=datetime.fromtimestamp(timegm(moment), UTC) if moment else None,
                language=language,
            )


def show_events() -> None:
    rows = [
        json.loads(line) for line in (ROOT / "tests/data/nights/events.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for day in sorted({row["night"] for row in rows}):
        label = {row["url"]: row for row in rows if row["night"] == day}
        once = {one.url: one for one in night(day) if one.url in label}
        now = datetime.fromisoformat(day).replace(hour=23, minute=30, tzinfo=UTC)
        told = developments(tuple(once.values()), topics=TOPICS, now=now, limit=10_000)
        gold = {one.id: event for one in once.values() if (event := label[one.url]["event"])}
        both = scores(gold, [[one for one in each.articles if one.id in gold] for each in told])
        first = Counter(label[each.articles[0].url]["topic"] for each in told[:20])
        top = {row["event"] for row in label.values() if row["grade"] >= 2}
        seen = {label[one.url]["event"] for each in told[:20] for one in each.articles}
        print(
            f"{day}  B-cubed F1 {both[0]:.3f}  pair F1 {both[1]:.3f}  first 20: {first['y']} on topic,"
            f" {first['b']} at the border, {first['n']} not; events of weight in them {len(top & seen)} of {len(top)}"
        )


def one_war() -> dict[str, dict[str, str | None]]:
    """The events of the entries of nights of one war, by night and address: the shared labels and our own."""
    found: dict[str, dict[str, str | None]] = {}
    for path in (SHARED / "data/labels/one-war-nights.jsonl", ROOT / "tests/data/nights/one-war.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line) if line.startswith("{") else {}
            if "event" in row:
                found.setdefault(row["night"], {})[row["url"]] = row["event"]
    return found


def show_war() -> None:
    for day, label in sorted(one_war().items()):
        now = datetime.fromisoformat(day).replace(hour=23, minute=30, tzinfo=UTC)
        window = (now - timedelta(hours=30), now)
        entries = {one.url: one for one in night(day) if one.published and window[0] <= one.published <= window[1]}
        told = developments(tuple(entries.values()), topics=TOPICS, now=now, limit=10_000)
        gold = {one.id: event for url, one in entries.items() if (event := label.get(url))}
        groups = [[one for one in each.articles if one.id in gold] for each in told]
        seen = {one.id for group in groups for one in group}
        alone = [[one] for one in entries.values() if one.id in gold and one.id not in seen]
        both = scores(gold, [*(group for group in groups if group), *alone])
        pure, homes = [], []
        for place, each in enumerate(told[:30]):
            events = [label[one.url] for one in each.articles if one.url in label]
            named = Counter(event for event in events if event)
            homes += [named.most_common(1)[0][0]] if named else []
            pure += [named.most_common(1)[0][1] / len(events)] if named and place < 12 else []
        twins = sum(count - 1 for count in Counter(homes).values())
        print(
            f"{day}  B-cubed F1 {both[0]:.3f}  pair F1 {both[1]:.3f}  purity of the first 12 {sum(pure) / len(pure):.2f}"
            f"  twins among the first 30: {twins}"
        )


def show_kinds() -> None:
    rows = [
        json.loads(line) for line in (ROOT / "tests/data/nights/kinds.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    counts: dict[str, Counter[str]] = {"odd days": Counter(), "even days": Counter()}
    for day in sorted({row["night"] for row in rows}):
        label = {row["url"]: row["kinds"] for row in rows if row["night"] == day}
        once = {one.url: one for one in night(day) if one.url in label}
        for one in once.values():
            named, right = kind_of(one.headline, one.language), label[one.url]
            verdict = "right" if named in right else "wrong" if named else "none said"
            counts["odd days" if int(day[-2:]) % 2 else "even days"][verdict] += 1
    for days, found in counts.items():
        said = ", ".join(f"{word} {found[word] / found.total():.3f}" for word in ("right", "none said", "wrong"))
        print(f"{days}  of {found.total()}: {said}")


def show_nights() -> None:
    cited: set[str] = set()
    past: list[PastDevelopment] = []
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(SHARED / "tools" / "score_briefing.py")]
        for path in sorted((SHARED / "data" / "nights").iterdir()):
            day = date.fromisoformat(path.name)
            now = datetime(day.year, day.month, day.day, 23, 30, tzinfo=UTC)
            fresh = [
                one
                for one in night(path.name)
                if one.url not in cited
                and one.published
                and now - timedelta(hours=30) <= one.published <= now + timedelta(hours=1)
            ]
            told = developments(fresh, topics=TOPICS, past=past, now=now, limit=30)
            cited |= {one.url for development in told for one in development.articles}
            past = [one for one in past if (day - one.day).days < 6] + [
                PastDevelopment(
                    day=day,
                    id=one.id,
                    headline=one.headline,
                    texts=tuple(each.headline for each in one.articles),
                    conflict=one.conflict,
                    kind=one.kind,
                    terms=one.terms,
                )
                for one in told
            ]
            file = Path(folder, f"{day}.jsonl")
            file.write_text(
                "".join(json.dumps({"urls": [each.url for each in one.articles]}) + "\n" for one in told),
                encoding="utf-8",
            )
            command += [str(SHARED / "data" / "references" / f"{day}.candidates.json"), str(file)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> int:
    if not (SHARED / "data" / "groups").is_dir():
        print(f"skipped: no data in {SHARED}")
        return 0
    shows = {
        "groups": show_groups,
        "days": show_days,
        "copies": show_copies,
        "events": show_events,
        "war": show_war,
        "kinds": show_kinds,
        "nights": show_nights,
    }
    for name in sys.argv[1:] or list(shows):
        shows[name]()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
