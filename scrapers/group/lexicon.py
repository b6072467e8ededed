"""The words of war: which terms a text holds, by class, weight and kind.

The lists are data (`lexicon.txt`); a topic's keywords are matched the same way. A term is a word, a word's beginning
(`shell*`) or a phrase of such. Text is cut into words once; every distinct word is looked up once in a lifetime.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*", re.UNICODE)


def words_of(text: str) -> list[str]:
    """The words of a text as they stand; an apostrophe is straightened and a possessive ending cut."""
    text = text.replace("’", "'")
    found = _WORD.findall(text)
    if "'" not in text:
        return found
    return [_bare(word) if "'" in word else word for word in found]


def _bare(word: str) -> str:
    if word.endswith(("'s", "'S")):
        return word[:-2]
    # French and Italian elision: l'armée, d'Ukraine
    return word[2:] if word[1:2] == "'" and word[0] in "lLdD" else word


class Terms(Generic[T]):
    """Terms with what they stand for, ready to be found among words."""

    def __init__(self, terms: Iterable[tuple[str, T]]) -> None:
        self._whole: dict[str, list[tuple[tuple[str, ...], str, T]]] = {}
        self._begin: dict[str, list[tuple[tuple[str, ...], str, T]]] = {}
        for term, value in terms:
            first, *rest = term.split()
            table = self._begin if first.endswith("*") else self._whole
            table.setdefault(first.rstrip("*"), []).append((tuple(rest), term, value))
        self._lengths = sorted({len(key) for key in self._begin})
        keys = {*self._whole, *self._begin}
        #: How terms begin: most words are known by three letters to begin none.
        self._starts = {key[:3] for key in keys}
        self._short = {key for key in keys if len(key) < 3}
        #: Every word ever looked up, and what begins with those that begin something.
        self._known: set[str] = set()
        self._speaking: dict[str, tuple[tuple[tuple[str, ...], str, T], ...]] = {}

    def _learn(self, word: str) -> None:
        self._known.add(word)
        if word[:3] not in self._starts and word[:2] not in self._short and word[:1] not in self._short:
            return
        found = list(self._whole.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            found.extend(self._begin.get(word[:length], ()))
        if found:
            found.sort(key=lambda entry: -len(entry[0]))
            self._speaking[word] = tuple(found)

    def find(self, words: list[str]) -> list[tuple[int, str, T]]:
        """(position, term, value) of every term; of those that begin at one word only the longest.

        Words inside a phrase that was found are not looked at again, so `war of words` is not also `war`.
        """
        hits: list[tuple[int, str, T]] = []
        for word in set(words).difference(self._known):
            self._learn(word)
        speaking = self._speaking
        free = 0
        # nine words in ten begin no term: only the others are looked at one by one
        for at in [at for at, word in enumerate(words) if word in speaking]:
            if at < free:
                continue
            for rest, term, value in speaking[words[at]]:
                if not rest or _follows(words, at + 1, rest):
                    hits.append((at, term, value))
                    free = at + 1 + len(rest)
                    break
        return hits


def _follows(words: list[str], start: int, rest: tuple[str, ...]) -> bool:
    if start + len(rest) > len(words):
        return False
    for at, part in enumerate(rest, start):
        if words[at] != part and not (part[-1] == "*" and words[at].startswith(part[:-1])):
            return False
    return True


@dataclass(frozen=True)
class Sense:
    """What a term of the lexicon speaks for."""

    group: str  # "war", "force", "group", "harm", "state", "no"
    weight: float
    kind: str | None


def parse(text: str) -> dict[str, tuple[tuple[str, Sense], ...]]:
    """The terms of a lexicon file by language.

    `[en]` begins a language's part (several codes may share one), lines are `CLASS WEIGHT [KIND]: term, term`, and
    `#` starts a comment line.
    """
    terms: dict[str, list[tuple[str, Sense]]] = {}
    languages: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            languages = line.strip("[] ").split()
            continue
        head, _, tail = line.partition(":")
        group, weight, *kind = head.split()
        sense = Sense(group, float(weight), kind[0] if kind else None)
        for language in languages:
            # "u.n." is written as people do; a word's last full stop is not part of it
            terms.setdefault(language, []).extend(
                (term.strip().replace(". ", " ").rstrip("."), sense) for term in tail.split(",") if term.strip()
            )
    return {language: tuple(found) for language, found in terms.items()}


@cache
def parsed() -> dict[str, tuple[tuple[str, Sense], ...]]:
    """The lexicon that comes with the project, by language; read once."""
    return parse((files("scrapers.group") / "lexicon.txt").read_text(encoding="utf-8"))


@cache
def lexicon(language: str = "en") -> Terms[Sense]:
    """The words of war that come with the project, in a language (BCP 47); English for one that has no list."""
    held = parsed()
    code = language.lower().split("-")[0]
    return Terms(held.get(code, held["en"]))


def languages() -> frozenset[str]:
    """The languages that have a list."""
    return frozenset(parsed())
