"""About: is a text about what a heading tells?

One measure for all: the likeness of two short texts, each word weighed by how rare it is in general news. No list of
subjects and no verbs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from math import sqrt

from scrapers.model import Article, Development
from scrapers.nations import NATIONS
from scrapers.stems import rarity, raw_words, stems_of
from scrapers.teaser import is_running

#: Likeness from which a passage with its headline is of a heading's thing: a prototype tried .1 to .25 on twelve nights
#: of February, April and June 2023 (other stories among 176 passages: 3 without it, 1 with it).
OF_IT = 0.15
#: What the name of a state at war tells at most, in nights that are full of it.
STATE = 2.5
#: Characters of an article that show what it is about.
BEGINNING = 200

_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z]\.|\s|$|[’'])")


@lru_cache(maxsize=16384)
def terms(text: str, language: str = "en") -> tuple[str, ...]:
    """What a text speaks of, each once, in its order: stems, and a state by its two letters, whatever stands for it.

    A state is written with a capital: nobody tells "us" of the US, and a turkey is no Turkey.
    """
    stems = stems_of(language)
    text = _INITIALS.sub(r"\1", text)
    words = raw_words(text)
    large = {word.lower() for word in _WORD.findall(text) if word != word.lower()}
    nations = (NATIONS.get(word) or NATIONS.get(word.removesuffix("s")) if word in large else None for word in words)
    found = (nation[1] if nation else stems[word] for word, nation in zip(words, nations, strict=True))
    return tuple(dict.fromkeys(term for term in found if term))


def is_state(term: str) -> bool:
    """Is it a state, not a stem?"""
    return term.isupper() and len(term) == 2


@lru_cache(maxsize=16384)
def weights(text: str, language: str = "en") -> Mapping[str, float]:
    """The terms of a text with what each tells."""
    return {term: STATE if is_state(term) else rarity(term) for term in terms(text, language)}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """From 0 to 1: the cosine of two texts' weights."""
    shared = sum(weight * other[stem] for stem, weight in one.items() if stem in other)
    if not shared:
        return 0.0
    return shared / sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


def is_about(text: str, heading: str, language: str = "en") -> bool:
    """Is a text of the thing that a heading tells?"""
    return likeness(weights(text, language), weights(heading, language)) >= OF_IT


def is_of(article: Article, development: Development) -> bool:
    """Is the whole article about what the development's heading tells, and no page that runs all day?"""
    if is_running(article.headline):
        return False
    heading = development.headline
    beginning = f"{article.headline}. {(article.text or article.summary)[:BEGINNING]}"
    return article.headline == heading or is_about(article.headline, heading) or is_about(beginning, heading)
