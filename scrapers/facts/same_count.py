"""Same count: do two figures count the same thing, so that they may stand beside each other or one revise the other?"""

from __future__ import annotations

from decimal import Decimal

from scrapers.facts.figures import Figure
from scrapers.nations import NATIONS

#: A number beyond this many times another counts something else.
APART = 3
_STATES_OF = frozenset("dead killed injured wounded badly hurt missing".split())
_ANYBODY = frozenset("people person persons civilians civilian others lives residents villagers victims".split())


def counted(figure: Figure) -> tuple[str, str]:
    """What a figure counts: its metric, and of whom ("people" for anybody)."""
    words = [word for word in (figure.who or "people").casefold().split() if word not in _STATES_OF]
    who = words[-1] if words else "people"
    if figure.metric in ("killed", "injured") and (who.rstrip("s") in NATIONS or who in ("citizens", "nationals")):
        who = "people"  # the dead of a strike are one number, whatever an outlet calls them
    return figure.metric, "people" if who in _ANYBODY else who.rstrip("s")


def same_thing(one: Figure, other: Figure) -> bool:
    """Do they count the same, as far as their words tell?"""
    if counted(one) != counted(other) or one.value is None or other.value is None or one.currency != other.currency:
        return False
    if one.part or other.part or (one.window == "daily") != (other.window == "daily"):
        return False
    places = [each.place.casefold() for each in (one, other) if each.place]
    if len(places) == 2 and places[0] not in places[1] and places[1] not in places[0]:
        return False
    low, high = sorted((Decimal(one.value), Decimal(other.value)))
    return high <= low * APART


def differ(one: Figure, other: Figure) -> bool:
    """Do they give different numbers for the same thing?"""
    return same_thing(one, other) and (one.value, one.upper) != (other.value, other.upper)
