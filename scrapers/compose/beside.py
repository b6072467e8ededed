"""Beside: the numbers that two sides of a conflict give for the same thing, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from scrapers.compose.figures import Figure
from scrapers.compose.nations import NATIONS
from scrapers.compose.phrases import number
from scrapers.model import Article

#: A number beyond this many times another counts something else.
APART = 3
#: Two sides speak at about the same time within this.
SAME_TIME = timedelta(hours=6)

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


#: Reports this near to the last one are of one time: a toll rises, and the lower one of them is an older count.
ONE_TIME = timedelta(hours=6)
NEVER = datetime.min.replace(tzinfo=UTC)


def newest(given: Sequence[Given]) -> Given:
    """The highest number of those published last, within six hours; somebody's before nobody's."""
    last = max((each.article.published for each in given if each.article.published), default=None)
    recent = [
        each
        for each in given
        if last is None or (each.article.published is not None and last - each.article.published <= ONE_TIME)
    ]
    return max(
        recent,
        key=lambda each: (
            Decimal(each.figure.value or 0),
            each.figure.speaker is not None,
            each.article.published or NEVER,
        ),
    )


def _two_sides(given: Sequence[Given]) -> tuple[Given, Given] | None:
    """The newest number, and the newest that another side gives differently of the same place and time."""
    ordered = sorted(given, key=lambda each: -each.article.published.timestamp() if each.article.published else 0.0)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            sides = one.figure.side, other.figure.side
            if None in sides or sides[0] == sides[1] or not differ(one.figure, other.figure):
                continue
            if (one.figure.place or "").casefold() != (other.figure.place or "").casefold():
                continue
            times = one.article.published, other.article.published
            if times[0] and times[1] and times[0] - times[1] <= SAME_TIME:
                return one, other
    return None


def beside(given: Sequence[Given]) -> str | None:
    """`Killed in TOWN: at least 12 according to Kyiv (OUTLET); three according to Moscow (OUTLET).`

    Only where speakers of two sides give different numbers for the same; None otherwise.
    """
    sides = _two_sides(given)
    if sides is None:
        return None
    told = [f"{number(each.figure)} according to {each.figure.speaker} ({each.outlet})" for each in sides]
    where = f" in {sides[0].figure.place}" if sides[0].figure.place else ""
    return f"{LEADS[sides[0].figure.metric]}{where}: {'; '.join(told)}."
