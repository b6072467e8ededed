"""Where did it happen, and what is it about? Labelled developments of the shared nights.

    python tests/bench/places_quality.py [--show]

For each draw of `tests/data/places/labels.jsonl`: how many developments have a place, or a state that they concern; of
those that name a town, region or waters how many are found; how many fine places, states and concerns are right, and
how many topics are wrong. Then what loading the gazetteer and placing a night's developments costs. Skipped where the
shared data is absent.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scrapers.commands.group import read_topics  # noqa: E402
from scrapers.facts.speakers import read_aliases  # noqa: E402
from scrapers.group.relevance import commonest, relevance  # noqa: E402
from scrapers.model import Article, Development, Level  # noqa: E402
from scrapers.places.conflict import placed  # noqa: E402
from scrapers.places.folding import fold  # noqa: E402
from scrapers.places.gazetteer import Gazetteer, gazetteer_of  # noqa: E402
from tests.bench.excerpt_quality import NIGHTS  # noqa: E402
from tests.bench.group_quality import night  # noqa: E402

LABELS = ROOT / "tests" / "data" / "places" / "labels.jsonl"
TOPICS = read_topics(ROOT / "content")
#: Words of a region's name that tell no two apart.
UNITS = frozenset("region oblast province state governorate".split())


def gazetteer() -> Gazetteer:
    """The gazetteer with the editors' places and the speakers' states, as a night has it."""
    aliases = read_aliases((ROOT / "content" / "speakers.txt").read_text(encoding="utf-8"))
    sides = {name: speaker.side for name, speaker in aliases.speakers.items() if speaker.side}
    return gazetteer_of((ROOT / "content" / "places.txt").read_text(encoding="utf-8"), sides)


@cache
def articles_of(day: str) -> dict[str, Article]:
    """A night's entries by address."""
    return {article.url: article for article in night(day)}


def developments() -> Iterator[tuple[dict[str, Any], Development]]:
    """Each label with its development, its conflict by its words."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        held = articles_of(label["night"])
        told = tuple(held[url] for url in label["articles"] if url in held)
        conflict = commonest(
            relevance(each.headline, each.summary, topics=TOPICS, language=each.language, url=each.url).conflict
            for each in told
        )
        heading = held[label["heading"]].headline
        yield label, Development(id="x", headline=heading, articles=told, conflict=conflict)


def bare(name: str) -> str:
    """A name without what says that it is a region's."""
    return " ".join(word for word in fold(name).split() if word not in UNITS)


def score(label: dict[str, Any], made: Development, count: Counter[str]) -> list[str]:
    """Count what is right; the kinds of what is wrong."""
    found = made.whereabouts
    fine = [bare(place.name) for place in found.places if place.level is not Level.COUNTRY]
    right = {bare(name) for name in (*label["places"], *label["acceptable_places"])}
    where = {*label["where"], *label["acceptable_where"]}
    wrong = []
    count.update({"all": 1, "placed": bool(found.places), "placed or about": bool(found.places or found.about)})
    if fine:
        good = all(name in right for name in fine)
        count.update({"fine": 1, "fine right": good})
        wrong += [] if good else ["place"]
    if label["places"]:
        good = any(name in right for name in fine)
        count.update({"named": 1, "found": good})
        wrong += [] if good else ["missed"]
    if found.places and not fine:
        good = found.places[0].country in where
        count.update({"state": 1, "state right": good})
        wrong += [] if good else ["state"]
    if found.about:
        good = bool({*label["about"], *where} & set(found.about))
        count.update({"about": 1, "about right": good})
        wrong += [] if good else ["about"]
    if made.conflict and made.conflict not in {*label["conflict"], *label["acceptable_conflict"]}:
        count.update({"wrong topic": 1})
        wrong.append("topic")
    return wrong


def main() -> int:
    if not NIGHTS.exists():
        print("skipped: no shared nights here (set NIGHTDESK_SHARED)")
        return 0
    cases = list(developments())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    places = gazetteer()
    loaded = time.process_time()
    made = [(label, placed(one, TOPICS, places)) for label, one in cases]
    done = time.process_time()
    for draw in (1, 2):
        count: Counter[str] = Counter()
        for label, one in made:
            if label["draw"] == draw and (wrong := score(label, one, count)) and "--show" in sys.argv:
                shown = [place.name for place in one.whereabouts.places]
                print(wrong, one.headline, shown, one.whereabouts.about, one.conflict, "| label", label["places"],
                      label["where"], label["about"], label["conflict"])  # fmt: skip
        parts = [("placed", "all"), ("placed or about", "all"), ("found", "named"), ("fine right", "fine"),
                 ("state right", "state"), ("about right", "about"), ("wrong topic", "all")]  # fmt: skip
        print(f"draw {draw}: " + ", ".join(f"{part} {count[part]} of {count[of]}" for part, of in parts))
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"loading {loaded - start:.2f} CPU s, {len(made)} developments {done - loaded:.2f} CPU s, {more:.0f} MB more")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
