"""Which conflict does a development belong to, now that it is known where it happened and which states it concerns?

A word is a mention, not a belonging: a blast in Peshawar that names the Afghan Taliban is Pakistan's. What happened is
settled by where; what is said, agreed or judged by the states it is about, wherever people met.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scrapers.model import Development, Level, Place, Topic, Whereabouts
from scrapers.places.gazetteer import Gazetteer
from scrapers.places.where import whereabouts

#: Kinds of event that happen where they happen (`group.kinds`).
OF_A_PLACE = frozenset("attack strike battle unrest displacement shipping".split())


#: Articles of a development that are read for its place.
READ = 8


def placed(development: Development, topics: Sequence[Topic], gazetteer: Gazetteer) -> Development:
    """The development with where it happened, which states it concerns, and the conflict it therefore belongs to."""
    states = next((topic.states for topic in topics if topic.slug == development.conflict), frozenset())
    found = whereabouts(development.headline, development.articles[:READ], gazetteer=gazetteer, countries=states)
    conflict = conflict_of(development.conflict, development.kind, found, topics)
    return replace(development, whereabouts=found, conflict=conflict)


def conflict_of(held: str | None, kind: str | None, found: Whereabouts, topics: Sequence[Topic]) -> str | None:
    """The slug of the conflict; `held` is that of its words, which stays where nothing speaks against it.

    None where its words name a conflict that is neither where it happened nor what it is about. What no words gave a
    conflict gets none here.
    """
    conflicts = {topic.slug: topic for topic in topics if topic.kind == "conflict" and topic.where}
    if held not in conflicts or not (found.places or found.about):
        return held
    about = {slug for slug, topic in conflicts.items() if topic.states & set(found.about)}
    if kind not in OF_A_PLACE and (held in about or conflicts[held].states & found.named):
        return held
    by_place = {
        slug: max((_rank(place, topic) for place in found.places), default=0) for slug, topic in conflicts.items()
    }
    best = max(by_place.values(), default=0)
    fought = {slug for slug, rank in by_place.items() if rank == best and best}
    if held in fought:
        return held
    if len(fought) == 1:
        return fought.pop()
    if held in about or conflicts[held].states & found.named:
        return held
    # whose war is also fought in a neighbour's land is not the neighbour's
    home = {slug for slug in about if conflicts[slug].home in found.about}
    return home.pop() if len(home) == 1 and not fought else None


def _rank(place: Place, topic: Topic) -> int:
    """How surely a topic's list holds a place: 3 by its name or region, 2 by the conflict's own state, 1 by another."""
    if place.name in topic.where or (place.region and place.region in topic.where):
        return 3
    if place.level is Level.WATERS or place.country not in topic.states:
        return 0
    return 2 if place.country == topic.home else 1
