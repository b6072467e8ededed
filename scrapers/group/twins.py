"""Which two developments of one page are one, though their articles share too few words to be one group?

Grouping compares article with article; a page shows what the groups as wholes have in common. Two of one conflict are
one where their words are alike, where each one's headlines say little that the other does not tell, and where neither
is headed by a name that the other's headlines lack: one country's evacuation is not another's. When in doubt they stay
apart: a development told twice does less harm than two made one.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from scrapers.group.kinds import RUNNING
from scrapers.model import Article, Development
from scrapers.stems import raw_words, stem

#: Likeness of two developments' words from which they may be one, and what part of its headlines' weight each must find
#: told in the other. Chosen by reading all pairs of sections of eight days of April 2023: above it none was wrong that
#: no name keeps apart; what is the same begins at .31, aspects of one thing end at .21.
LIKE, COVERED = 0.40, 0.30
#: Likeness of two developments' words from which they are one where one of them is of no conflict that is listed.
ALIKE = 0.40
#: The likeness in a conflict that has at most `RARE` developments on the page.
LIKE_RARE, RARE = 0.25, 4
#: The same where one has at most `FEW` articles, and what must be told there are its own headlines alone: from .48 on
#: the same, at .40 not. Two of so few cannot be part of each other, and must share a name that stands in at most `RARE`
#: of the page's developments: two shootings share every other word.
LIKE_FEW, COVERED_FEW, FEW = 0.25, 0.45, 2
#: Likeness from which two of one running kind (`kinds.RUNNING`) are one, where one has at most `FEW_OF_KIND` articles.
LIKE_OF_KIND, FEW_OF_KIND = 0.22, 3
#: Likeness from which two that tell how people leave are one, where one of `_STATES` heads both: it has one evacuation.
LEAVING, LIKE_LEAVING = "displacement", 0.15
#: Characters of a summary that are read, and letters of a stem by which words are compared: "Sudan" and "Sudanese",
#: "evacuation" and "evacuates".
READ, LETTERS = 400, 5
#: Letters by which names are compared: "Mali" and "Malian".
STEM = 4
#: Share of a development's headlines in which a word stands that heads it, and from how many headlines on such a name
#: keeps apart by itself; of fewer, each must have one that the other lacks.
HEADED, SEVERAL = 0.5, 3
#: Share of the other's headlines in which it may stand in passing.
PASSING = 0.1
#: A word that begins with a capital in so large a share of the places where a sentence does not begin is a name.
NAME = 0.8

_NUMBERS = {
    word: str(number)
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}
_JOINED = re.compile(r"\b(cease|counter)-(?=fire|offensive)", re.I)
_DOTS = re.compile(r"\b([A-Z])\.([A-Z])\.")
#: A state and its people whose names begin differently, and one name for both.
_STATES = (
    (re.compile(r"\b(?:USA?|Americans?)\b"), "Usamerica"),
    (re.compile(r"\b(?:UK|Brit(?:ain|ish|ons?))\b"), "Ukbritain"),
)
_STATE_STEMS = frozenset(name[:LETTERS].lower() for _, name in _STATES)
_INSIDE = re.compile(r"(?<=[a-z,] )[^\W\d_][\w'’]*")


@dataclass(frozen=True)
class _Told:
    """What a development is known by: in what share of its headlines, and of its articles, a word stands."""

    headed: Mapping[str, float]
    words: Mapping[str, float]
    #: The numbers that stand in as many headlines as a name that heads it, and all that it tells.
    heading: frozenset[str]
    numbers: frozenset[str]
    articles: int


def joined(page: Sequence[Development], alike: NDArray[np.float64], wars: frozenset[str] = frozenset()) -> list[int]:
    """For each development the number of the one it belongs to: its own, or that of an earlier one.

    Each joins at most one other, the one nearest to both; whoever calls again with what came of it joins what is left.
    `alike` is how like each is to each; `wars` are the first letters of names that stand for a whole war.
    """
    home = list(range(len(page)))
    of_conflict = Counter(one.conflict for one in page)
    near = [
        (one, other)
        for one, other in combinations(range(len(page)), 2)
        if (alike[one, other] >= ALIKE and None in (page[one].conflict, page[other].conflict))
        or (
            page[one].conflict is not None
            and page[one].conflict == page[other].conflict
            and alike[one, other] >= min(LIKE, LIKE_RARE, LIKE_FEW, LIKE_OF_KIND, LIKE_LEAVING)
        )
    ]
    if not near:
        return home
    names = wars | _names([article for one in page for article in one.articles])
    told = [_told(one) for one in page]
    spread = Counter(word for one in told for word in one.words)
    # that it is about this war both have in common before a word is read
    weight = {word: 0.0 if word in wars else math.log((len(page) + 1) / count) for word, count in spread.items()}
    # what stands for a whole war tells two events apart only where that war is seldom told of
    telling = names - {word for word in wars if spread[word] > RARE}
    found: list[tuple[float, int, int]] = []
    for one, other in near:
        here, there = told[one], told[other]
        rare = of_conflict[page[one].conflict] <= RARE
        like = float(alike[one, other])
        if None in (page[one].conflict, page[other].conflict):
            # a war that is in no list yet has no label to be told by
            if not _apart(here, there, telling):
                found.append((-round(like / ALIKE, 6), one, other))
            continue
        kind = page[one].kind if page[one].kind == page[other].kind else None
        if kind == LEAVING and like >= LIKE_LEAVING and _same_state(here, there):
            found.append((-round(like / LIKE_LEAVING, 6), one, other))
            continue
        if kind in RUNNING and like >= LIKE_OF_KIND and min(here.articles, there.articles) <= FEW_OF_KIND:
            if not _apart(here, there, telling):
                found.append((-round(like / LIKE_OF_KIND, 6), one, other))
            continue
        enough = _enough(here, there, weight, like, rare=rare)
        if max(here.articles, there.articles) <= FEW and not any(
            spread[word] <= RARE for word in here.words.keys() & there.words.keys() & names
        ):
            continue
        if enough >= 1.0 and not _apart(here, there, telling):
            found.append((-round(enough, 6), one, other))
    taken: set[int] = set()
    for _, one, other in sorted(found):
        if not {one, other} & taken:
            home[other] = one
            taken |= {one, other}
    return home


def _told(development: Development) -> _Told:
    headed: Counter[str] = Counter()
    words: Counter[str] = Counter()
    heading: Counter[str] = Counter()
    numbers: set[str] = set()
    for article in development.articles:
        below = (article.summary or article.text)[:READ]
        head = _words(article.headline, article.language)
        headed.update(head)
        words.update(head | _words(below, article.language))
        heading.update(_numbers(article.headline))
        numbers |= _numbers(f"{article.headline} {below}")
    count = len(development.articles)
    return _Told(
        # in one order, so that sums of them are the same in every run
        {word: times / count for word, times in sorted(headed.items())},
        {word: times / count for word, times in sorted(words.items())},
        frozenset(number for number, times in heading.items() if times >= HEADED * count),
        frozenset(numbers),
        count,
    )


def _plain(text: str) -> str:
    text = _DOTS.sub(r"\1\2", _JOINED.sub(r"\1", text))
    for state, name in _STATES:
        text = state.sub(name, text)
    return text


def _words(text: str, language: str) -> set[str]:
    return {found[:LETTERS] for word in raw_words(_plain(text)) if (found := stem(word, language))}


def _numbers(text: str) -> set[str]:
    words = raw_words(_plain(text))
    return {word for word in words if word.isdigit()} | {_NUMBERS[word] for word in words if word in _NUMBERS}


def _enough(one: _Told, other: _Told, weight: Mapping[str, float], alike: float, *, rare: bool) -> float:
    """How much of what makes two one they have, by the easiest of the ways; from 1 on it is enough."""
    mine, theirs = _covered(one, other, weight), _covered(other, one, weight)
    ways = [0.0]
    if alike >= (LIKE_RARE if rare else LIKE):
        ways.append(min(mine, theirs) / COVERED)
    if alike >= LIKE_FEW and max(one.articles, other.articles) > FEW:
        ways += [part / COVERED_FEW for part, told in ((mine, one), (theirs, other)) if told.articles <= FEW]
    return max(ways)


def _covered(one: _Told, other: _Told, weight: Mapping[str, float]) -> float:
    """How much of the weight of one's headlines the other tells; a word that half as many tell there is told."""
    whole = sum(share * weight[word] for word, share in one.headed.items())
    if not whole:
        return 0.0
    return (
        sum(
            share * weight[word] * min(1.0, 2.0 * other.words.get(word, 0.0) / share)
            for word, share in one.headed.items()
        )
        / whole
    )


def _apart(one: _Told, other: _Told, names: frozenset[str]) -> bool:
    """Is one headed by a name that the other lacks, or each by a number of its own?"""
    if _other_numbers(one, other):
        return True
    lacks, lacked = _own(one, other, names), _own(other, one, names)
    return (lacks and one.articles >= SEVERAL) or (lacked and other.articles >= SEVERAL) or (lacks and lacked)


def _other_numbers(one: _Told, other: _Told) -> bool:
    return (
        bool(one.heading and other.heading)
        and one.heading.isdisjoint(other.numbers)
        and other.heading.isdisjoint(one.numbers)
    )


def _same_state(one: _Told, other: _Told) -> bool:
    """Does one of `_STATES` head both?"""
    return any(min(one.headed.get(stem, 0.0), other.headed.get(stem, 0.0)) >= HEADED for stem in _STATE_STEMS)


def _own(one: _Told, other: _Told, names: frozenset[str]) -> bool:
    """Is one headed by a name that the other's headlines lack, also with another ending?"""
    passing = {word[:STEM] for word, share in other.headed.items() if share > PASSING}
    return any(share >= HEADED and word in names and word[:STEM] not in passing for word, share in one.headed.items())


def _names(articles: Sequence[Article]) -> frozenset[str]:
    """The words that begin with a capital within a sentence."""
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for article in articles:
        for word in _INSIDE.findall(_plain((article.summary or article.text)[:READ])):
            if found := stem(word, article.language):
                (large if word[0].isupper() else small)[found[:LETTERS]] += 1
    return frozenset(word for word, times in large.items() if times >= NAME * (times + small.get(word, 0)))
