"""In what order: what a development weighs, as a sum of named parts.

Never mere volume: ten copies of one wire story are one origin, and the tenth origin adds little. `WEIGHTS` is the one
place where the figures stand; the method page prints it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from scrapers.group import headlines
from scrapers.group.copies import voice_of
from scrapers.model import Article, Topic


@dataclass(frozen=True)
class Weight:
    """A part of the importance: its name, how much it can count, and what it is in a plain sentence."""

    name: str
    weight: float
    sentence: str


#: Every part of the order. Each part's own value lies between 0 and 1 and is multiplied by its weight.
WEIGHTS: tuple[Weight, ...] = (
    Weight(
        "origins",
        4.5,
        "How many independent newsrooms tell of it, multiplied by how surely it is about armed conflict; copies and "
        "sister papers count once, each further one counts less.",
    ),
    Weight(
        "severity",
        2.0,
        "How grave it is: the dead that are named, and the kind of event, as far as arms are spoken of at all.",
    ),
    Weight("certainty", 1.6, "How plainly it is about armed conflict, its diplomacy, its victims or its law."),
    Weight("newness", 1.3, "How recent the newest report is, over the last day and a half."),
    Weight("spread", 0.6, "Whether sources of several countries or several kinds tell of it."),
    Weight("local", 0.7, "Whether a source whose reporters are in the region tells of it."),
    Weight("report", 1.3, "Whether it is told as news: questions, explainers, scenes and live pages lose this part."),
    Weight(
        "background",
        -1.6,
        "What is a scene, a portrait, an explainer or what could come loses this: what happened goes before it.",
    ),
    Weight("readable", 2.0, "Whether at least one of its reports is in English, the language of these pages."),
    Weight(
        "floor",
        0.6,
        "The first development of each conflict gets this, and has a place on the page however small its press is.",
    ),
    Weight(
        "crowding",
        -2.0,
        "Each further development of the same conflict loses some, so that one war does not fill the page.",
    ),
    Weight(
        "unplaced",
        -2.0,
        "What a single article tells and what names no conflict of the topic list at its beginning loses this.",
    ),
    Weight("twin", -2.0, "What tells much the same as a development further up loses up to this."),
    Weight("told", -1.2, "What an earlier briefing already told loses this, as far as it is the same again."),
)
_WEIGHT = {part.name: part.weight for part in WEIGHTS}

#: Probability of being about armed conflict from which it counts as certain at all, and wholly.
DOUBTFUL, CERTAIN = 0.5, 0.9
#: How what a development is about multiplies how many newsrooms tell it: its probability to this power.
ABOUT = 0.7
#: Independent newsrooms at which that part is full; the first doubles count as much as the last.
ORIGINS_FULL = 16

#: From how little its best headline reads as news a development is background, and from where wholly so.
SCENE_FROM, SCENE_ALL = 0.6, 0.3
#: From how little its headlines read as news (`headlines.report`) what so many newsrooms have is background.
BACKGROUND, HARDLY_ANYBODY = 0.3, 2

#: Likeness of two developments' words from which one is the other's twin, and at which it is wholly so.
TWIN_FROM, TWIN_ALL = 0.35, 0.6

#: From how plainly it tells of arms a development is owed a place on the page as the only one of its conflict.
ARMED = 0.5

#: How grave a kind of event is by itself, before the dead are counted.
KIND_SEVERITY = {
    "attack": 0.55, "strike": 0.5, "battle": 0.5, "unrest": 0.5, "prisoners": 0.45, "law": 0.4, "talks": 0.4,
    "shipping": 0.45, "sanctions": 0.35, "arms": 0.35, "nuclear": 0.35, "aid": 0.35, "displacement": 0.4,
    "posture": 0.35, "intelligence": 0.35, "diplomacy": 0.25,
}  # fmt: skip

_NUMBER = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "dozen": 12, "dozens": 30, "scores": 40, "hundreds": 200, "thousands": 1000, "one": 1, "a": 1,
}  # fmt: skip
_COUNT = r"(\d{1,3}(?:,\d{3})+|\d{1,4}|" + "|".join(_NUMBER) + r")"
_WHO = r"(?:[\w'’-]+ ){0,4}?"
_DEAD = re.compile(
    rf"\b{_COUNT}(?:\+|)?\s+{_WHO}(?:are |were |have been |had been |reported |feared |confirmed )?(?:killed"
    rf"|dead|die|dies|died|slain|massacred|shot dead)\b"
    rf"|\b(?:kills?|killed|killing|kill|death toll|deaths?|dead|slay|claims?)\b(?: \w+){{0,4}}? (?:at least "
    rf"|about |around |nearly |more than |over |some |up to |to |nears |reaches )?{_COUNT}\b"
    rf"|\b{_COUNT} {_WHO}(?:zabit|zginę|ofiar|tote|getötet|morts|tués|muertos|загибл|погиб)",
    re.I,
)

#: Bodies found of people of whom it is said that they were killed, and not long ago.
_BODIES = re.compile(
    rf"\b{_COUNT} {_WHO}(?:bodies|corpses)\b(?=.*\b(?:massacre|mass grave|executed|shot|bound|tortured)\b)", re.I
)


def _value(count: str) -> int:
    return _NUMBER.get(count.lower(), 0) or (int(count.replace(",", "")) if count[0].isdigit() else 0)


def dead_in(text: str) -> int:
    """The largest number of dead a headline or summary names; 0 if none. Years and ages are left out."""
    most = 0
    for match in (*_DEAD.finditer(text), *_BODIES.finditer(text)):
        raw = next(group for group in match.groups() if group)
        value = _value(raw)
        if 1900 <= value <= 2100 and "," not in raw:
            continue
        most = max(most, value)
    return most


def dead_of(article: Article) -> float:
    """The dead a headline names; of those that only the summary names a third: there it is often the toll so far."""
    return max(float(dead_in(article.headline)), dead_in(article.summary[:240]) / 3.0)


def severity(articles: Sequence[Article], kind: str | None) -> float:
    """From 0 to 1: the kind's own gravity, raised by the logarithm of the dead."""
    base = KIND_SEVERITY.get(kind or "", 0.25)
    counts = sorted((dead_of(article) for article in articles), reverse=True)
    # the second highest where several tell of it: one slip or an all-time total should not lead the page
    dead = counts[min(1, len(counts) - 1)] if counts else 0
    dead = dead or (counts[0] if counts else 0)
    return min(1.0, base + 0.16 * math.log2(1 + min(dead, 60))) if dead else base


def parts(
    articles: Sequence[Article],
    *,
    copies: dict[str, str],
    kind: str | None,
    about: float,
    armed: float,
    told: float,
    topic: Topic | None,
    now: datetime,
) -> dict[str, float]:
    """Every part but floor and crowding, which depend on the other developments; weighted."""
    by_id = {article.id: article for article in articles}
    origins = {voice_of(by_id.get(copies.get(article.id, article.id), article)) for article in articles}
    countries = {article.source.country for article in articles if article.source.country}
    sides = {article.source.affiliation for article in articles}
    times = [article.published for article in articles if article.published]
    hours = max(0.0, (now - max(times)).total_seconds() / 3600) if times else 18.0
    regions = set(topic.regions) | {topic.slug} if topic else set()
    local = any(regions & set(article.source.regions) for article in articles)
    manner = sorted((headlines.report(article.headline, article.language) for article in articles), reverse=True)
    value = {
        "origins": min(1.0, math.log2(1 + len(origins)) / math.log2(1 + ORIGINS_FULL)) * about**ABOUT,
        "severity": severity(articles, kind) * (0.6 + 0.4 * armed),
        "certainty": min(1.0, max(0.0, (about - DOUBTFUL) / (CERTAIN - DOUBTFUL))),
        "newness": max(0.0, 1.0 - hours / 36.0),
        "spread": min(1.0, 0.34 * (len(countries) + len(sides) - 2)) if len(countries) + len(sides) > 2 else 0.0,
        "local": float(local),
        "report": sum(manner[:3]) / len(manner[:3]),
        "background": min(1.0, max(0.0, (SCENE_FROM - manner[0]) / (SCENE_FROM - SCENE_ALL))),
        "readable": float(any(article.in_english for article in articles)),
        "unplaced": float(topic is None and len(origins) == 1),
        "told": told,
    }
    return {name: round(_WEIGHT[name] * amount, 4) for name, amount in value.items()}


def placed(
    found: Sequence[tuple[dict[str, float], str | None, float]],
    alike: NDArray[np.float64] | None = None,
) -> list[tuple[int, tuple[tuple[str, float], ...]]]:
    """Positions in order of importance with their weights; floor, crowding and twin set.

    `found` is (weights, conflict, armed) each, `alike` the likeness of each to each. Greedy: the best remaining goes
    next; each further one of its conflict then loses more, and so does what is like one that stands above it. The floor
    counts as far as a development tells of arms. Ties keep the order given.
    """
    count = len(found)
    base = np.array([sum(weights.values()) for weights, _, _ in found])
    number = {conflict: at for at, conflict in enumerate(dict.fromkeys(conflict for _, conflict, _ in found))}
    conflicts = np.array([number[conflict] for _, conflict, _ in found], dtype=np.int64)
    owed = np.array([_floor(weights, conflict, armed) for weights, conflict, armed in found])
    taken = np.zeros(len(number))
    nearest = np.zeros(count)  # to any that stands above
    left = np.ones(count, dtype=np.bool_)
    order: list[tuple[int, tuple[tuple[str, float], ...]]] = []
    for _ in range(count):
        before = taken[conflicts]
        floor = np.where(before == 0, owed, 0.0)
        crowd = _WEIGHT["crowding"] * (1.0 - 1.0 / (1.0 + 0.18 * before))
        twin = _WEIGHT["twin"] * np.clip((nearest - TWIN_FROM) / (TWIN_ALL - TWIN_FROM), 0.0, 1.0)
        total = np.where(left, base + floor + crowd + twin, -np.inf)
        best = int(np.flatnonzero(total >= total.max() - 1e-9)[0])
        left[best] = False
        taken[conflicts[best]] += 1
        named = dict(found[best][0])
        named |= {"floor": round(float(floor[best]), 4), "crowding": round(float(crowd[best]), 4)}
        named["twin"] = round(float(twin[best]), 4)
        if alike is not None:
            nearest = np.maximum(nearest, alike[best])
        order.append((best, tuple((part.name, named[part.name]) for part in WEIGHTS if named.get(part.name))))
    return order


def _floor(weights: dict[str, float], conflict: str | None, armed: float) -> float:
    """What the first of a conflict gets: a scene or a portrait is not the news by which a war gets its place."""
    if conflict is None:
        return 0.0
    news = 0.3 + 0.7 * weights.get("report", 0.0) / _WEIGHT["report"]
    return _WEIGHT["floor"] * min(1.0, 1.3 * armed) * news


def _by_at_most(origins: int, weights: dict[str, float]) -> bool:
    """Do no more independent origins than these tell it?"""
    return weights["origins"] <= _WEIGHT["origins"] * math.log2(1 + origins) / math.log2(1 + ORIGINS_FULL) + 1e-4


def is_background(weights: dict[str, float]) -> bool:
    """Is it an explainer, a scene, a list or a live page that hardly anybody else has? Worth reading, and no news.

    `weights` as `parts` gives them. Its articles stay in the wire log and may come back with a development.
    """
    return _by_at_most(HARDLY_ANYBODY, weights) and weights["report"] <= BACKGROUND * _WEIGHT["report"] + 1e-4


def kept(order: Sequence[int], found: Sequence[tuple[dict[str, float], str | None, float]], limit: int) -> list[int]:
    """The first `limit` of an order, in which the first development of every conflict has a place.

    It takes the place of the last one that is not its own conflict's first, if it plainly tells of arms (`ARMED`) and
    as news: a war whose press is small is not missing from a full page. `found` as in `placed`.
    """
    first: dict[str | None, int] = {}
    for at in order:
        first.setdefault(found[at][1], at)
    page = list(order[:limit])
    owed = [
        at
        for conflict, at in first.items()
        if conflict is not None
        and at not in page
        and found[at][2] >= ARMED
        and found[at][0].get("report", 0.0) >= 0.5 * _WEIGHT["report"]
    ]
    for at in owed:
        spare = next((other for other in reversed(page) if first[found[other][1]] != other), None)
        if spare is None:
            break
        page.remove(spare)
        page.append(at)
    chosen = set(page)
    return [at for at in order if at in chosen]
