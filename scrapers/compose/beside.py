"""Beside: two numbers for the same thing, each with who gives it, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from scrapers.compose.figures import Figure
from scrapers.compose.nations import NATIONS
from scrapers.compose.phrases import number
from scrapers.model import Article

#: A number beyond this many times another counts something else.
APART = 3
#: A report this much older than the newest of them is an earlier one.
EARLIER = timedelta(hours=3)
#: Numbers beside each other at most.
VOICES = 4

#: The metrics on which parties and outlets differ, as the sentence begins.
LEADS = {
    "killed": "Killed",
    "injured": "Injured",
    "captured": "Captured",
    "missing": "Missing",
    "displaced": "Displaced",
    "evacuated": "Evacuated",
    "detained": "Detained",
    "freed": "Freed",
    "abducted": "Abducted",
    "prisoners_exchanged": "Prisoners exchanged",
    "drones_launched": "Drones launched",
    "drones_intercepted": "Drones intercepted",
    "missiles_launched": "Missiles launched",
    "missiles_intercepted": "Missiles intercepted",
}
_STATES_OF = frozenset("dead killed injured wounded badly hurt missing".split())
_ANYBODY = frozenset("people person persons civilians civilian others lives residents villagers victims adults".split())


@dataclass(frozen=True, slots=True)
class Given:
    """A figure, and the outlet that gives it as the sentence names it."""

    figure: Figure
    outlet: str
    article: Article


def counted(figure: Figure) -> tuple[str, str]:
    """What a figure counts: two with the same may be set beside each other."""
    words = [word for word in (figure.who or "people").casefold().split() if word not in _STATES_OF]
    who = words[-1] if words else "people"
    if figure.metric in ("killed", "injured") and (who.rstrip("s") in NATIONS or who in ("citizens", "nationals")):
        who = "people"  # the dead of a strike are one number, whatever an outlet calls them
    return figure.metric, "people" if who in _ANYBODY else who.rstrip("s")


def differ(one: Figure, other: Figure) -> bool:
    """Do they give different numbers for the same thing?"""
    return same_thing(one, other) and (one.value, one.upper) != (other.value, other.upper)


def same_thing(one: Figure, other: Figure) -> bool:
    """Do they count the same, as far as their words tell?"""
    if counted(one) != counted(other) or one.metric not in LEADS or one.value is None or other.value is None:
        return False
    if one.part or other.part or (one.window == "daily") != (other.window == "daily"):
        return False
    low, high = sorted((Decimal(one.value), Decimal(other.value)))
    return high <= low * APART


def _newest_first(given: Given) -> float:
    return -given.article.published.timestamp() if given.article.published else 0.0


def beside(given: Sequence[Given]) -> str | None:
    """`Killed: at least 12 according to Kyiv (OUTLET); three according to Moscow (OUTLET).`; None for a single number.

    The newest stands first. The same number of the same speaker stands once, with the outlets that have it.
    """
    if not any(differ(given[0].figure, each.figure) for each in given):
        return None
    rows: dict[tuple[str, str | None], list[Given]] = {}
    for each in sorted(given, key=_newest_first):
        rows.setdefault((number(each.figure), each.figure.speaker), []).append(each)
    newest = max((each.article.published for each in given if each.article.published), default=None)
    told = []
    for (value, speaker), voices in list(rows.items())[:VOICES]:
        outlets = " and ".join(voice.outlet for voice in voices[:2])
        if speaker:
            told.append(f"{value} according to {speaker} ({outlets})")
        elif newest and all(v.article.published and newest - v.article.published > EARLIER for v in voices):
            told.append(f"{value} in an earlier report by {outlets}")
        else:
            told.append(f"{value} according to {outlets}")
    return f"{LEADS[given[0].figure.metric]}: {'; '.join(told)}."
