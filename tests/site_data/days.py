"""Two invented days of an invented war, as an editor's files and as lines of the ledger."""

from __future__ import annotations

import json
from dataclasses import asdict

from scrapers.ledger import ClaimLine, FigureLine

WIRE, POST, RADIO = "https://wire.example/", "https://post.example/", "https://radio.example/"


def figure(**fields) -> FigureLine:
    """A line of figures with defaults for what a case does not care about."""
    values = {"value": "12", "metric": "killed", "qualifier": "exactly", "url": WIRE + "a", "source": "Example Wire"}
    for name in ("upper", "currency", "window", "period", "place", "who", "speaker", "side", "label", "published"):
        values[name] = None
    values |= {"development": "2024-12-29#aaa111", "conflict": "quiet-war", "part": False} | fields
    values.setdefault("id", "-".join(str(value) for value in values.values()))
    return FigureLine(**values)


def claim(**fields) -> ClaimLine:
    """A line of claims, likewise."""
    values = {"speaker": "Astria's army", "role": None, "side": "Astria", "verb": "said", "direct": False}
    values |= {"hedged": False, "relay": (), "words": None, "start": 0, "end": 9, "url": WIRE + "a", "label": None}
    values |= {"development": "2024-12-29#aaa111", "conflict": "quiet-war", "source": "Example Wire", "published": None}
    values |= fields
    values.setdefault("id", "-".join(str(value) for value in values.values()))
    return ClaimLine(**values)


def jsonl(*lines) -> str:
    return "".join(
        json.dumps(line if isinstance(line, dict) else asdict(line), ensure_ascii=False) + "\n" for line in lines
    )


TOPIC = "Name: The quiet war\nKind: conflict\nKeywords: Selm!\n\nAn invented war.\n"
DAY_28 = f"""\
Title: Briefing for Saturday 28 December 2024
Date: 2024-12-28
Window: 2024-12-27 17:30 – 2024-12-28 23:30 UTC

## Selm shelled for a second night {{#ccc333}}

Topics: The quiet war

Ten people were killed, [Example Wire]({WIRE}c) reports.

- [Selm shelled again]({WIRE}c) — Example Wire, 2024-12-28 09:00 UTC
"""
DAY_29 = f"""\
Title: Briefing for Sunday 29 December 2024
Date: 2024-12-29
Window: 2024-12-28 17:30 – 2024-12-29 23:30 UTC

## Ferry port at Selm hit {{#aaa111}}

Topics: The quiet war
Follows: 2024-12-28#ccc333
Correction: 2024-12-30: the port is at Selm, not at Lower Selm

Twelve people were killed at the ferry port, [Example Wire]({WIRE}a) reports.

- [Twelve die at ferry port]({WIRE}a) — Example Wire, 2024-12-29 09:00 UTC
- [Port hit, army says]({POST}a) — Example Post · state media, AS, 2024-12-29 10:00 UTC
- [Selm after the strike]({RADIO}a) — Radio Example, 2024-12-29 11:00 UTC

## Drones over the coast {{#bbb222}}

Topics: The quiet war

Drones flew in the night, [Example Wire]({WIRE}b) reports.

- [Drones in the night]({WIRE}b) — Example Wire, 2024-12-29 07:00 UTC
- [Night of drones]({POST}b) — Example Post · state media, AS, 2024-12-29 08:00 UTC

## An editor hid this {{#hid000}}

Topics: The quiet war
Hidden: yes

Nine were killed, [Example Wire]({WIRE}h) reports.

- [Nine die]({WIRE}h) — Example Wire, 2024-12-29 07:00 UTC

## A quiet day in the north {{#ddd444}}

Topics: The quiet war

Nothing was heard, [Radio Example]({RADIO}d) reports.

- [Quiet day]({RADIO}d) — Radio Example, undated
"""
STATE = {"source": "Example Post", "label": "state media, AS"}
FIGURES_28 = (
    figure(development="2024-12-28#ccc333", url=WIRE + "c", value="10", place="Selm"),
    figure(development="2024-12-28#ccc333", url=WIRE + "c", value="1200", window="cumulative", period="since May"),
    figure(development="2024-12-28#ccc333", url=WIRE + "c", value="3", window="daily"),
)
FIGURES_29 = (
    figure(place="Selm", who="people", speaker="the harbour master"),
    figure(url=POST + "a", place="Selm", **STATE),
    figure(url=RADIO + "a", source="Radio Example"),
    figure(value="2", who="children", part=True),
    figure(value="1212", window="cumulative", qualifier="at least"),
    figure(metric="injured", value=None, qualifier="dozens", who="of people"),
    figure(metric="aid_money", value="1500000", currency="EUR", qualifier="about", speaker="Astria's government"),
    figure(development="2024-12-29#bbb222", url=WIRE + "b", metric="drones_launched", value="30", upper="40"),
    figure(
        development="2024-12-29#bbb222", url=WIRE + "b", metric="drones_intercepted", value="29", speaker="Astria's army", side="Astria"
    ),
    figure(
        development="2024-12-29#bbb222", url=POST + "b", metric="drones_intercepted", value="4", speaker="the Selm Front",
        side="Selm Front", **STATE,
    ),
    figure(development="2024-12-29#hid000", url=WIRE + "h", value="9"),
    figure(development="2024-12-29#aaa111", url="https://gone.example/", value="77"),
)  # fmt: skip
CLAIMS_29 = (
    claim(verb="denied"),
    claim(words="We were not there", direct=True, speaker="Ana Vesna", role="defence minister of Astria"),
    claim(words="It was not us", direct=True, hedged=True, speaker="Ana Vesna", role="defence minister of Astria"),
    claim(
        words="Not us at all",
        direct=True,
        speaker="Ana Vesna",
        role="defence minister of Astria",
        url=RADIO + "a",
        source="Radio Example",
    ),
    claim(speaker="the governor of Selm", url=POST + "a", **STATE),
    claim(speaker="a fourth voice of Astria"),
    claim(
        speaker="the Selm Front",
        side="Selm Front",
        words="They struck the port",
        direct=True,
        url=RADIO + "a",
        source="Radio Example",
    ),
    claim(speaker=None, side=None, words="nobody knows who said this", direct=True),
    claim(speaker="Astria's army", development="2024-12-29#bbb222", url=WIRE + "b"),
    claim(speaker="a fisherman", side=None, development="2024-12-29#ddd444", url=RADIO + "d", source="Radio Example"),
    claim(speaker="the coast guard", side="US", development="2024-12-28#ccc333", url=WIRE + "c"),
)
SHA = "ab" * 32
WIRE_28 = jsonl(
    {"id": "1", "url": WIRE + "a", "time": "2024-12-28T23:31:00Z", "sha256": "cd" * 32, "outcome": "left out"}
)
WIRE_29 = jsonl(
    {"id": "1", "url": WIRE + "a", "time": "2024-12-29T23:30:00Z", "sha256": SHA, "outcome": "cited"},
    {"id": "2", "url": POST + "a", "time": None, "sha256": None, "outcome": "cited"},
)
BRIEFINGS = {
    "topics/quiet-war.md": TOPIC,
    "briefings/2024/2024-12-28.md": DAY_28,
    "briefings/2024/2024-12-29.md": DAY_29,
}
CONTENT = {
    **BRIEFINGS,
    "figures/2024/2024-12-28.jsonl": jsonl(*FIGURES_28),
    "figures/2024/2024-12-29.jsonl": jsonl(*FIGURES_29),
    "claims/2024/2024-12-28.jsonl": jsonl(CLAIMS_29[-1]),
    "claims/2024/2024-12-29.jsonl": jsonl(*CLAIMS_29[:-1]),
    "wire/2024/2024-12-28.jsonl": WIRE_28,
    "wire/2024/2024-12-29.jsonl": WIRE_29,
}
