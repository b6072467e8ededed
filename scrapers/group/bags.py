"""What a text is about, as numbers: a bag of stemmed words, the headline's weighing most.

The recipe ("rec" in the research): stems of the first 600 words, the headline three times, the first 100 words three
times more, names of several words as terms of their own; 1 + log of the count, times how rare the term is tonight and
in general news (`frequencies.txt`): a night of forty articles cannot tell by itself that "president" says little.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scrapers.group.lexicon import parsed
from scrapers.model import Topic
from scrapers.stems import UNLISTED, english_stem, frequencies, raw_words, stems_of

#: Words of a text that are read; what follows the first 600 is background (research: 300 to 1,000 are alike).
READ_WORDS = 600
#: How often the headline's words count, and the words of the beginning beside once.
HEADLINE_TIMES, LEDE_TIMES, LEDE_WORDS = 3, 3, 100
#: The heaviest terms of a text that are kept: the rest costs time and says little. On the dev sets macro B-cubed F1 is
#: .910 with 120, .912 with 80 and .910 with 60; on the two largest .001 less with 80 and .007 less with 60.
KEPT_TERMS = 80
#: As many articles as the background counts for beside tonight's. Swept 0 to 8,000 on the dev sets: 1,000 to 1,500.
BACKGROUND = 1000
#: Share of articles in which a word of war is taken to occur at least.
WAR_WORDS = 0.03
#: In so many articles of one source a line is furniture of its site.
FURNITURE = 3

_NAME = re.compile(r"(?:[A-Z][\w'’]+)(?:[ -](?:of |al-|el-|de |bin )?[A-Z][\w'’]+)+")


def bag(headline: str, text: str, language: str = "en") -> Counter[str]:
    """Terms of an article with how often they count."""
    stems = stems_of(language)
    head = list(map(stems.__getitem__, raw_words(headline)))
    body = list(map(stems.__getitem__, raw_words(text[: READ_WORDS * 9])[:READ_WORDS]))
    counts = Counter(head * HEADLINE_TIMES + body + body[:LEDE_WORDS] * LEDE_TIMES)
    # not a set: its order differs from run to run, and with it which of two equal terms is kept
    for name in dict.fromkeys(_NAME.findall(headline) + _NAME.findall(text[:3000])):
        counts["_" + name.lower()] += 1
    counts.pop("", None)
    return counts


_CAPITAL = re.compile(r"\b[A-ZÀ-ÞĀ-ŽА-ЯЄІЇҐ][\w'’]+")
#: A capitalised word in more than this share of general news articles is no name that tells two events apart.
NAME_SHARE = 0.012


def names_of(headline: str, text: str, language: str = "en", wars: frozenset[str] = frozenset()) -> frozenset[str]:
    """The rarer capitalised words of a headline and of the first words below it: people, towns, groups.

    `wars` are the first letters of names that are left out, since they stand for a whole war (`war_names`).
    """
    stems, listed = stems_of(language), background()
    found = {stems[word.lower()] for word in _CAPITAL.findall(headline) + _CAPITAL.findall(text[:300])}
    return frozenset(term for term in found if term and term[:5] not in wars and listed.get(term, 0.0) <= NAME_SHARE)


def war_names(topics: Sequence[Topic]) -> frozenset[str]:
    """The first five letters of the names by which the conflicts go.

    "Sudan" and "Sudanese" are in all that is told of that war, and tell no two events apart.
    """
    return frozenset(
        word[:5].lower()
        for topic in topics
        if topic.kind == "conflict"
        for name in (topic.name, *topic.aliases)
        for word in name.replace("-", " ").split()
        if word[:1].isupper()
    )


@cache
def background() -> dict[str, float]:
    """The share of general news articles in which a term occurs; a word of war in `WAR_WORDS` of them at least."""
    found = dict(frequencies())
    # in news of wars the words of war are common: who, where and how many tell two attacks apart, not "attack"
    for sense in lexicon_words():
        term = english_stem(sense)
        found[term] = max(found.get(term, 0.0), WAR_WORDS)
    return found


def lexicon_words() -> list[str]:
    """The single English words of the lexicon that speak for war, endings cut."""
    return [
        term.rstrip("*")
        for term, sense in parsed()["en"]
        if " " not in term and sense.group in ("war", "force", "harm", "group", "state") and len(term) > 2
    ]


def own_texts(texts: Sequence[tuple[str, str]]) -> list[str]:
    """The texts of (source, text) without the lines that one source repeats: newsletter boxes, notices, captions."""
    lines = [[line for line in text.split("\n") if line.strip()] for _, text in texts]
    counts = Counter(
        (source, line) for (source, _), held in zip(texts, lines, strict=True) if len(held) > 1 for line in set(held)
    )
    return [
        "\n".join(line for line in held if counts[source, line] < FURNITURE) if len(held) > 1 else text
        for (source, text), held in zip(texts, lines, strict=True)
    ]


class _Numbers(dict[str, int]):
    """A number for each term, in the order in which terms are met."""

    def __missing__(self, term: str) -> int:
        self[term] = number = len(self)
        return number


@dataclass(frozen=True)
class Seen:
    """What earlier days say of how rare a term is: how many articles there were, and in how many each term occurs."""

    articles: int
    terms: Mapping[str, int]


#: Before the first day.
NOTHING_SEEN = Seen(0, MappingProxyType({}))


def matrix(
    bags: Iterable[Counter[str]], wars: frozenset[str] = frozenset(), seen: Seen = NOTHING_SEEN
) -> sparse.csr_matrix:
    """Rows of unit length, a row a bag: (1 + log count) x log of how rare, the heaviest terms only.

    `wars` are the first five letters of names that stand for a whole war: as common as words of war. `seen` is what
    earlier days say of how rare a term is.
    """
    vocabulary = _Numbers()
    # one bag at a time, so that bags made as they are asked for are never all in memory
    columns: list[NDArray[np.int32]] = []
    counts: list[NDArray[np.float32]] = []
    for each in bags:
        columns.append(np.fromiter(map(vocabulary.__getitem__, each), np.int32, len(each)))
        counts.append(np.fromiter(each.values(), np.float32, len(each)))
    ends = np.concatenate(([0], np.cumsum([len(each) for each in columns], dtype=np.int64)))
    column = np.concatenate([*columns, np.empty(0, np.int32)])
    count = np.concatenate([*counts, np.empty(0, np.float32)])
    size = max(1, len(vocabulary))
    listed = background()
    general = np.fromiter((listed.get(term, UNLISTED) for term in vocabulary), np.float64, len(vocabulary))
    if wars:
        named = np.fromiter((term[:5] in wars for term in vocabulary), np.bool_, len(vocabulary))
        general = np.where(named, np.maximum(general, WAR_WORDS), general)
    tonight = np.bincount(column, minlength=size)[: len(vocabulary)]
    total = len(columns) + seen.articles
    if seen.articles:
        tonight = tonight + np.fromiter((seen.terms.get(term, 0) for term in vocabulary), np.int64, len(vocabulary))
    rarity = np.log((total + BACKGROUND + 1.0) / (tonight + BACKGROUND * general + 0.5))
    values = ((1.0 + np.log(count)) * rarity[column]).astype(np.float32)
    keep = _heaviest(values, ends)
    values, column = values[keep], column[keep]
    row = np.repeat(np.arange(len(columns)), np.diff(ends))[keep]
    norms = np.sqrt(np.bincount(row, values.astype(np.float64) ** 2, minlength=len(columns)))
    norms[norms == 0] = 1.0
    ends = np.concatenate(([0], np.cumsum(np.bincount(row, minlength=len(columns)))))
    return sparse.csr_matrix(((values / norms[row]).astype(np.float32), column, ends), shape=(len(columns), size))


def _heaviest(values: NDArray[np.float32], ends: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of each row's values are among its `KEPT_TERMS` largest."""
    keep = np.ones(len(values), np.bool_)
    for start, end in pairwise(ends.tolist()):
        if end - start > KEPT_TERMS:
            keep[start + np.argpartition(values[start:end], end - start - KEPT_TERMS)[: end - start - KEPT_TERMS]] = (
                False
            )
    return keep
