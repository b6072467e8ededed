"""An invented archive of any number of days, as nights write it: `python tests/bench/archive.py FOLDER DAYS`.

The sizes are those of sixteen real nights: a briefing of 35 kB (12 developments with their reports, 18 with fewer), a
wire log of 170 kB, 33 kB of claims, 11 kB of figures; 1,500 topics and places, stories that go on for weeks. The same
number of days is the same archive, to the byte, and a longer one begins with the shorter.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from scrapers.nations import CODES

FIRST = date(2016, 12, 1)
FULL, SHORT = 12, 18
#: Beside them every state is a place; each has five invented towns.
TOPICS, TOWNS, OUTLETS = 1300, 5, 60
#: Share of developments that go on with a story, and the longest time a story rests.
GOES_ON, RESTS = 0.4, 6
#: Articles of a night that no development cites.
LEFT_OUT = 150

SYLLABLES = "ba be bo da de du fa ga go ha ka ki ko la le lo ma me mi mo na ne no pa po ra re ri ro sa se si so ta te to va ve zo".split()
WORDS = """after against aid air along army arrived attack back barrage base before began behind blast border bridge broke
call camp capital cease centre city civilians clashes closed coast column commander convoy council court crew crossed
crossing damage dawn deal defence deny depot district drone east elders emergency envoy evacuated families fell field fighting
fire first fled forces fuel garrison governor grain ground guards harbour held hill hospital hours houses injured inside
killed lines market militia mine ministry missile month morning mountain near negotiators night north officials outskirts
patrol people petrol plain police port positions power prisoners protest quarter quiet raid railway reached rebels refugees
region reported residents river road rockets said school sea seized shelling ship shortly siege soldiers south spokesman
station storm strike supplies survivors talks tents three through took town trucks truce under unit until valley village
warned water week west withdrew wounded""".split()
METRICS, KINDS = (
    ("killed", "injured", "displaced", "missing"),
    ("strike", "battle", "attack", "talks", "aid", "diplomacy"),
)
VERBS = ("said", "claimed", "denied", "accused", "confirmed")


def _names(dice: random.Random, number: int, ending: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    while len(found) < number:
        found["".join(dice.choices(SYLLABLES, k=dice.choice((2, 3, 3)))).capitalize() + ending] = None
    return tuple(found)


@dataclass
class _Story:
    key: str
    topics: tuple[str, ...]
    place: str
    words: list[str]
    last: date


@dataclass
class _World:
    dice: random.Random = field(default_factory=lambda: random.Random(20161201))
    stories: list[_Story] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.topics = _names(self.dice, TOPICS, "")
        self.places = tuple(self.dice.sample(sorted(CODES), len(CODES)))
        self.towns = _names(self.dice, TOWNS * len(self.places), "burg")
        self.outlets = _names(self.dice, OUTLETS, " Post")

    def rare(self, names: tuple[str, ...]) -> str:
        """Few are told of every day, most seldom: Zipf's law, roughly."""
        return names[min(int(len(names) ** self.dice.random()) - 1, len(names) - 1)]

    def sentence(self, words: list[str], least: int) -> str:
        more = self.dice.choices(WORDS, k=self.dice.randint(least, least + 12))
        return " ".join([*self.dice.sample(words, 3), *more]).capitalize() + "."


def days(number: int) -> Iterator[tuple[date, dict[str, str]]]:
    """Each day with its files, by their path below `content/`."""
    world = _World()
    for n in range(number):
        day = FIRST + timedelta(days=n)
        yield day, _day(world, day)


def _day(world: _World, day: date) -> dict[str, str]:
    dice, briefing = (
        world.dice,
        [f"Title: Briefing for {day}\nDate: {day}\nWindow: {day - timedelta(1)} 17:30 – {day} 23:30 UTC\n"],
    )
    wire: list[dict[str, object]] = []
    claims: list[dict[str, object]] = []
    figures: list[dict[str, object]] = []
    open_stories = [story for story in world.stories if (day - story.last).days <= RESTS]
    world.stories = open_stories
    for n in range(FULL + SHORT):
        identity = f"{dice.getrandbits(29):06x}"[:6].replace("0", "g") + f"{n:02d}"
        going = [story for story in open_stories if story.last < day]
        story = dice.choice(going) if going and dice.random() < GOES_ON else None
        follows = story.key if story else None
        if story is None:
            topics = tuple(dict.fromkeys(world.rare(world.topics) for _ in range(dice.randint(1, 3))))
            place = world.rare(world.places)
            story = _Story("", topics, f"{world.towns[TOWNS * world.places.index(place) + dice.randrange(TOWNS)]}, {place}",
                           dice.choices(WORDS, k=8), day)  # fmt: skip
            world.stories.append(story)
        story.key, story.last = f"{day}#{identity}", day
        reports = dice.randint(4, 9) if n < FULL else dice.randint(1, 3)
        briefing.append(_section(world, day, identity, story, follows, reports, n < FULL, wire, claims, figures))
    for _ in range(LEFT_OUT):
        _article(world, day, "", dice.choices(WORDS, k=8), wire)
    when = f"{day:%Y}/{day}"
    lines = {
        "wire": sorted(wire, key=lambda line: (str(line["source"]), str(line["url"]))),
        "claims": claims,
        "figures": figures,
    }
    return {
        f"briefings/{when}.md": "\n".join(briefing),
        **{f"{kind}/{when}.jsonl": "".join(json.dumps(line) + "\n" for line in of) for kind, of in lines.items()},
    }


def _article(
    world: _World, day: date, development: str, words: list[str], wire: list[dict[str, object]]
) -> dict[str, object]:
    dice, outlet = world.dice, world.rare(world.outlets)
    title = " ".join([*dice.sample(words, 4), *dice.choices(WORDS, k=dice.randint(4, 8))]).capitalize()
    url = f"https://{outlet.split()[0].lower()}.example/{day:%Y/%m/%d}/{title.lower().replace(' ', '-')}-{dice.getrandbits(24):06x}"
    published = datetime(day.year, day.month, day.day, dice.randrange(24), dice.randrange(60), tzinfo=UTC)
    line: dict[str, object] = {
        "id": f"{dice.getrandbits(30):08x}"[:6], "development": development, "url": url, "canonical": url,
        "keys": [url, f"https://{outlet.split()[0].lower()}.example/?p={dice.getrandbits(24)}"], "source": outlet,
        "headline": title, "published": f"{published:%Y-%m-%dT%H:%M:%SZ}", "time": f"{day}T23:30:00Z", "status": 200,
        "sha256": f"{dice.getrandbits(256):064x}", "outcome": "cited" if development else "left out",
    }  # fmt: skip
    wire.append(line)
    return line


def _section(
    world: _World,
    day: date,
    identity: str,
    story: _Story,
    follows: str | None,
    reports: int,
    full: bool,
    wire: list[dict[str, object]],
    claims: list[dict[str, object]],
    figures: list[dict[str, object]],
) -> str:
    dice = world.dice
    articles = [_article(world, day, identity, story.words, wire) for _ in range(reports)]
    lines = [
        f"## {articles[0]['headline']} {{#{identity}}}\n",
        f"Topics: {', '.join(story.topics)}",
        f"Place: {story.place}",
    ]
    lines += [f"About: {story.place.split(', ')[1]}", f"Kind: {dice.choice(KINDS)}"]
    lines += (
        [f"Follows: {follows}", f"Change: new in the words of {articles[-1]['source']}\n"]
        if follows
        else ["Change: new\n"]
    )
    for article in articles[: dice.randint(2, 3) if full else 1]:
        lines.append(f"> {world.sentence(story.words, 16)}\n> — [{article['source']}]({article['url']})\n")
    for article in articles:
        at = str(article["published"])
        lines.append(f"- [{article['headline']}]({article['url']}) — {article['source']}, {at[:10]} {at[11:16]} UTC")
        shared = {"development": f"{day}#{identity}", "conflict": None, "source": article["source"], "label": None,
                  "url": article["url"], "published": article["published"]}  # fmt: skip
        if dice.random() < 0.55:
            claims.append({"id": f"{dice.getrandbits(50):010x}"[:10], "speaker": f"the {dice.choice(WORDS)} {dice.choice(WORDS)}",
                           "role": None, "side": None, "verb": dice.choice(VERBS), "direct": False, "hedged": False,
                           "relay": [], "words": None, "start": 0, "end": dice.randint(40, 200), **shared})  # fmt: skip
        if dice.random() < 0.19:
            figures.append({"id": f"{dice.getrandbits(50):010x}"[:10], "metric": dice.choice(METRICS),
                            "value": str(dice.randint(1, 400)), "upper": None, "qualifier": "at least", "currency": None,
                            "window": None, "period": None, "place": None, "who": "people", "part": False,
                            "speaker": "officials", "side": None, **shared})  # fmt: skip
    return "\n".join(lines) + "\n"


def lists() -> dict[str, str]:
    """Where the invented towns lie, and the topics' files."""
    world, dice = _World(), random.Random(1)
    towns = (
        f"{town} = {town} | town | {CODES[world.places[n // TOWNS]]} | "
        f"{dice.uniform(-55, 65):.2f}, {dice.uniform(-170, 175):.2f}\n"
        for n, town in enumerate(world.towns)
    )
    topics = {f"topics/{name.lower()}.md": f"Name: {name}\nKind: subject\n" for name in world.topics}
    return {"places.txt": "".join(towns), **topics}


def write(content: Path, number: int, since: int = 0) -> None:
    """Puts the days from the one numbered `since` (0: the first) to the one before `number` into `content`."""
    fresh = {} if since else lists()
    for n, (_, files) in enumerate(days(number)):
        fresh |= files if n >= since else {}
        for name, text in fresh.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        fresh = {}


def main() -> None:
    """Writes the archive; without arguments, says what a day of it weighs."""
    if len(sys.argv) > 2:
        write(Path(sys.argv[1]), int(sys.argv[2]))
        return
    weights: Counter[str] = Counter()
    for _, files in days(30):
        for name, text in files.items():
            weights[name.split("/")[0]] += len(text.encode())
    print(", ".join(f"{kind} {of / 30_000:.0f} kB" for kind, of in weights.items()), "a day")


if __name__ == "__main__":
    main()
