"""Novelty: how much does a text tell that is not told yet?

Each term weighs what it tells tonight: much where few articles have it, little where every report of the war does.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from scrapers.facts.about import is_state, terms
from scrapers.model import Development
from scrapers.stems import UNLISTED, frequencies

#: As many articles as general news counts for beside tonight's (as in grouping: `scrapers.group.bags`).
BACKGROUND = 1000
#: Share of articles in which a state's name is taken to occur.
STATE_SHARE = 0.02

#: A text with its language (BCP 47).
Told = tuple[str, str | None]


class Tonight:
    """The night's developments as far as one of them must know the others: how rare a term is, where a page stands."""

    def __init__(self, developments: Iterable[Development]) -> None:
        self._developments = tuple(developments)
        self._weights = lru_cache(maxsize=8192)(self._weights_of)

    @cached_property
    def _spread(self) -> tuple[int, Mapping[str, int]]:
        """How many articles there are, and in how many each term stands."""
        held: Counter[str] = Counter()
        articles = [article for development in self._developments for article in development.articles]
        for article in articles:
            held.update(terms(f"{article.headline}. {article.summary[:600]}", article.language))
        return len(articles), held

    def weights(self, text: str, language: str = "en") -> Mapping[str, float]:
        """The terms of a text with what each tells tonight, in natural logarithms."""
        return self._weights(text, language)

    def _weights_of(self, text: str, language: str) -> Mapping[str, float]:
        articles, held = self._spread
        found: dict[str, float] = {}
        for term in terms(text, language):
            general = STATE_SHARE if is_state(term) else frequencies().get(term, UNLISTED)
            rare = math.log((articles + BACKGROUND + 1) / (held.get(term, 0) + BACKGROUND * general + 0.5))
            found[term] = max(rare, 0.0)
        return found

    def new(self, text: str, told: Iterable[Told], language: str = "en") -> Mapping[str, float]:
        """The terms of a text that nothing `told` has, nor has in another form ("Sudanese" beside "Sudan").

        What is told in nobody knows which language is read as in the text's own.
        """
        known = {term for each, its in told for term in terms(each, its or language)}
        kin = {term[:KIN] for term in known if len(term) >= KIN}
        weights = self.weights(text, language)
        return {term: weight for term, weight in weights.items() if term not in known and term[:KIN] not in kin}

    @cached_property
    def _headings(self) -> Mapping[str, int]:
        """Under how many headings an address stands, whatever its fragment."""
        held: Counter[str] = Counter()
        for development in self._developments:
            held.update({article.url.partition("#")[0] for article in development.articles})
        return held

    def holds_several(self, url: str) -> bool:
        """Does a page tell of several developments of the night?"""
        return self._headings.get(url.partition("#")[0], 0) > 1


#: Letters at the beginning by which two forms of a long word are one.
KIN = 6
