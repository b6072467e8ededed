"""Learned: how much do the words of a text speak of armed conflict, its diplomacy, its victims or its law?

A logistic regression on stems and pairs of stems, trained by `tests/train/conflict_words.py` on eleven years of
sentences that people filed by category and on what outlets file under sport, culture or business; its weights are data
(`conflict_words.txt`). It has two voices, one that knows names and one that does not: a war that begins tomorrow is in
no list of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import exp, log, sqrt

from scrapers.stems import raw_words, stems_of

#: Weights are kept as whole numbers, so many to one.
SCALE = 50


@dataclass(frozen=True, eq=False)
class Weights:
    """Term -> (weight with names, weight without), in parts of `SCALE`; what each voice starts from."""

    terms: Mapping[str, tuple[int, int]]
    start: tuple[float, float]


@cache
def shipped() -> Weights:
    """The weights that come with the program."""
    return read((files("scrapers.group") / "conflict_words.txt").read_text(encoding="utf-8"))


def read(text: str) -> Weights:
    """Weights of their file: a line for the starts, then a line a term, `weight weight term`."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    first = lines[0].split()
    terms: dict[str, tuple[int, int]] = {}
    for line in lines[1:]:
        named, masked, term = line.split(" ", 2)
        terms[term] = int(named), int(masked)
    return Weights(terms, (float(first[0]), float(first[1])))


#: How the file of weights begins: what it is made of, and whose that is.
HEAD = """# How much a word speaks of armed conflict: logistic regression on stems, and on two in a row; see learned.py.
# Learned from the Current events portal of Wikipedia, 2010 to 2020, by its contributors, CC BY-SA 4.0
# (https://creativecommons.org/licenses/by-sa/4.0/): this file of numbers is given under the same licence, apart from
# the code. Made by `make train`. First line: where both voices start. Then: weight with names, without names, term.
"""


def written(weights: Weights) -> str:
    """Weights as their file; `read` gives them back."""
    rows = [f"{weights.start[0]} {weights.start[1]}"]
    rows += [f"{named} {masked} {term}" for term, (named, masked) in sorted(weights.terms.items())]
    return HEAD + "\n".join(rows) + "\n"


def terms_of(text: str, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The stems of an English text, and each two that stand beside each other; nothing of the words `without`."""
    stems = stems_of("en")
    found: set[str] = set()
    before = ""
    for word in raw_words(text):
        stem = "" if word in without or word.removesuffix("'s") in without else stems[word]
        if stem:
            found.add(stem)
            if before:
                found.add(f"{before} {stem}")
        before = stem
    return frozenset(found)


def log_odds(text: str, weights: Weights | None = None) -> tuple[float, float]:
    """Of a text, in natural logarithms: with names, without. Zero is as likely as not."""
    return _log_odds(text, weights or shipped())


# An entry is asked for its names, for the names of others, and for itself, with its page and without.
@lru_cache(maxsize=16384)
def _log_odds(text: str, weights: Weights) -> tuple[float, float]:
    held = [weights.terms[term] for term in terms_of(text) if term in weights.terms]
    found = []
    for voice in (0, 1):
        own = [each[voice] for each in held if each[voice]]
        found.append(weights.start[voice] + sum(own) / SCALE / sqrt(len(own) or 1))
    return found[0], found[1]


# --- tonight's names ---------------------------------------------------------------------------------------------

#: Entries beside its own that a name's share is drawn to the night's mean by.
PRIOR = 3.0
_NAME = re.compile(r"(?<=[a-zß-ÿ,;] )[A-ZÀ-ŽА-ЯІЄЇҐ][\w’'-]{2,}")


class Names:
    """How much tonight's entries that hold a name speak of war with their names left aside: a new war names itself."""

    def __init__(self, entries: Iterable[tuple[str, str]], weights: Weights | None = None) -> None:
        texts = [f"{headline}. {summary}" for headline, summary in entries]
        held = [(text, likely(log_odds(text, weights)[1])) for text in texts]
        known = {name for text, _ in held for name in _names(text)}
        self._sums: dict[str, float] = {}
        self._counts: dict[str, int] = {}
        for text, share in held:
            for name in _held(text) & known:
                self._sums[name] = self._sums.get(name, 0.0) + share
                self._counts[name] = self._counts.get(name, 0) + 1
        self._mean = sum(share for _, share in held) / len(held) if held else 0.5
        self._weights = weights

    def log_odds(self, headline: str, summary: str) -> float:
        """Of the two names of an entry that speak most of war tonight, the entry itself left aside; 0.0 without one."""
        text = f"{headline}. {summary}"
        own = likely(log_odds(text, self._weights)[1])
        shares = []
        for name in _held(text) & self._counts.keys():
            count = self._counts[name] - 1
            shares.append((max(0.0, self._sums[name] - own) + PRIOR * self._mean) / (count + PRIOR))
        best = sorted(shares)[-2:]
        return sum(logit(share) - logit(self._mean) for share in best) / 2


def _names(text: str) -> set[str]:
    """The words that begin with a capital within a sentence, of a name of several each."""
    return {word for name in _NAME.findall(text) for word in _held(name)}


def _held(text: str) -> set[str]:
    """The words of a text, of "Khartoum's" and "El-Fasher" those that others write too."""
    return {word.removesuffix("'s") for word in raw_words(text)}


def likely(odds: float) -> float:
    """A probability of log-odds."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))


def logit(share: float) -> float:
    """Log-odds of a probability."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    return log(share / (1 - share))
