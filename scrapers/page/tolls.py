"""Tolls: of the running death tolls that a day's developments tell of one war, which one is told, and where?

The highest, in the first development that has it. An older and lower one beside it would only mislead; what one event
cost, at a place of its own, is no running toll.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from scrapers.facts.beginning import first_figures
from scrapers.facts.figures import Figure
from scrapers.facts.same_count import counted
from scrapers.facts.speakers import Aliases
from scrapers.model import Development
from scrapers.nations import NATIONS

#: What is counted as a war goes on.
RUNNING = ("killed", "injured")
_AT_WAR = re.compile(
    r"\b(?:fight\w*|clash\w*|battl\w*|conflict|war|toll|violence|rage[sd]?|raging|truce|cease-?fire|evacuat\w*"
    r"|hostilities|third day|second week)\b",
    re.I,
)

_ATTACK = re.compile(
    r"\b(?:kill\w*|attack\w*|strikes?|struck|missiles?|bomb\w*|shell(?:ed|ing)|raids?|ambush\w*|massacre\w*|gunm[ae]n"
    r"|shoot\w*|shot|blasts?|explo\w+|drones?)\b",
    re.I,
)


def is_running_toll(figure: Figure, headline: str) -> bool:
    """Does it count the dead of a war, and not those of one event?"""
    if figure.metric not in RUNNING or figure.part or figure.value is None:
        return False
    place = (figure.place or "").casefold()
    whole = not place or (place in NATIONS and NATIONS[place][0].casefold() == place)
    return whole and (figure.window == "cumulative" or _AT_WAR.search(headline) is not None)


def tolls_of(developments: Sequence[Development], aliases: Aliases) -> Callable[[Figure, Development], bool]:
    """Whether a number may be told in a development, the day as a whole seen."""
    highest: dict[tuple[str, str, str], tuple[Decimal, str]] = {}
    for development in developments:
        for article in development.articles:
            for figure, _ in first_figures(article, aliases=aliases) if article.in_english else ():
                if (key := _key(figure, development, article.headline)) is None:
                    continue
                value = Decimal(figure.value or 0)
                if key not in highest or value > highest[key][0]:
                    highest[key] = value, development.id
    return lambda figure, development: _tells(figure, development, highest)


def _key(figure: Figure, development: Development, headline: str) -> tuple[str, str, str] | None:
    if development.conflict is None or not is_running_toll(figure, f"{headline}; {development.headline}"):
        return None
    attack = _ATTACK.search(development.headline) and not _AT_WAR.search(development.headline)
    if figure.window != "cumulative" and attack:
        return None  # what one attack cost, whatever its other reports call the war
    return (development.conflict, *counted(figure))


def _tells(
    figure: Figure, development: Development, highest: Mapping[tuple[str, str, str], tuple[Decimal, str]]
) -> bool:
    headlines = "; ".join(article.headline for article in development.articles)
    key = _key(figure, development, headlines)
    return key is None or key not in highest or highest[key] == (Decimal(figure.value or 0), development.id)
