"""Stems: the one home of what a word is worth. Words to stems, words of no weight, and how rare a stem is in news."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_STEMMERS = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese",
    "ru": "russian", "nl": "dutch", "sv": "swedish", "pl": "polish", "ar": "arabic", "tr": "turkish",
}  # fmt: skip

_STOP = frozenset(
    """a about above after again against all also am an and any are aren't as at be because been before being below
    between both but by can cannot could did didn't do does doesn't doing don't down during each even few for from
    further get had has hasn't have having he he'd he'll her here hers herself him himself his how however i i'm if in
    into is isn't it it's its itself just like made make many may me might more most mr mrs ms much must my myself new
    no nor not now of off on once one only or other our ours out over own per said same say says she should so some
    still such than that that's the their theirs them themselves then there these they this those through to too two
    under until up us very was wasn't we were weren't what when where which while who whom why will with won't would
    you your yours yourself monday tuesday wednesday thursday friday saturday sunday told according
    die der das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
    sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
    le la les de des du et en un une dans que qui pour sur au aux par est avec pas plus ce se sont son sa ses il elle
    el los las y del que en un una por con para su sus al lo como más pero sus le ya o este sí porque esta entre
    w i na z do nie się że to jest o a jak po co przez od dla ze są za przed czy już tylko jego jej oraz może być ma
    и в не на что с он как из по к но у за от о для это его а то же ее бы так і у що не на з та як до за від
    про""".split()
)


# Bytes of UTF-8 that are no part of a word: ASCII but letters, digits and the apostrophe; Latin-1's signs (C2), general
# punctuation and symbols (E2), and the marks of Arabic, Chinese and full-width text. Cutting bytes takes a third of the
# time of a pattern on text; what stays glued to a word in rarer scripts goes when its stem is worked out.
_PAUSE = bytes(32 if at < 128 and not chr(at).isalnum() and at != 39 else at for at in range(256))
_PAUSE_ALL = _PAUSE.replace(b"'", b" ")
_MARK = re.compile(rb"\xe2..|\xc2.|\xd8[\x8c\x9b\x9f]|\xe3\x80.|\xef[\xbc\xbd].", re.DOTALL)


def raw_words(text: str, *, apostrophes: bool = True) -> list[str]:
    """The lower-case words of a text; an apostrophe parts words, or stays where it is, also at a word's ends."""
    raw = text.lower().encode("utf-8", "replace")
    if not raw.isascii():
        raw = _MARK.sub(b" ", raw.replace(b"\xe2\x80\x99", b"'"))
    return raw.translate(_PAUSE if apostrophes else _PAUSE_ALL).decode("utf-8", "replace").split()


class _Stems(dict[str, str]):
    """Lower-case word to stem in one language, each worked out once; "" for a word of no weight."""

    def __init__(self, language: str) -> None:
        super().__init__()
        name = _STEMMERS.get(language)
        self._tool = snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None
        self._english = language == "en"

    def __missing__(self, word: str) -> str:
        held = _WORD.search(word.replace("’", "'"))
        bare = held[0] if held else ""
        if bare in _STOP or len(bare) < 2:
            found = ""
        else:
            bare = bare.removesuffix("'s")
            if self._english:
                found = english_stem(bare)
            else:
                found = self._tool.stemWord(bare) if self._tool is not None else bare
        self[word] = found
        return found


@lru_cache(maxsize=16)
def _of_language(language: str) -> _Stems:
    return _Stems(language)


def stems_of(language: str) -> Mapping[str, str]:
    """Lower-case word to stem in a language (BCP 47); "" for a word of no weight."""
    return _of_language(language[:2].lower())


def english_stem(word: str) -> str:
    """An English word's stem by its commonest endings: a tenth of Snowball's time, and as good for this use."""
    if len(word) < 5:
        return word[:-1] if len(word) == 4 and word[-1] == "s" and word[-2] not in "su" else word
    for ending, put in _BY_LAST.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            cut = word[: len(word) - len(ending)] + put
            return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz" else cut
    return word


_ENDINGS = (
    ("ations", ""), ("ation", ""), ("iveness", ""), ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""),
    ("ities", ""), ("ingly", ""), ("ings", ""), ("ing", ""), ("edly", ""), ("iers", "y"), ("ier", "y"), ("ies", "y"),
    ("ied", "y"), ("ions", ""), ("ion", ""), ("ors", ""), ("or", ""), ("ers", ""), ("er", ""), ("ives", ""),
    ("ive", ""), ("ity", ""), ("ness", ""), ("ly", ""), ("ed", ""), ("es", ""), ("sses", "ss"), ("ss", "ss"),
    ("us", "us"), ("is", "is"), ("s", ""), ("e", ""),
)  # fmt: skip
_BY_LAST = {last: [each for each in _ENDINGS if each[0][-1] == last] for last in {ending[-1] for ending, _ in _ENDINGS}}


def stem(word: str, language: str = "en") -> str:
    """A word's stem, lower case; the word itself in a language without a stemmer; "" for a word of no weight."""
    return stems_of(language)[word.lower()]


#: Share of articles in which a stem is taken to occur that `frequencies.txt` does not list.
UNLISTED = 0.001


@cache
def frequencies() -> Mapping[str, float]:
    """The share of general news articles in which a stem occurs; those in fewer than one of 500 are not listed."""
    found: dict[str, float] = {}
    for line in (files("scrapers") / "frequencies.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            count, _, terms = line.partition(":")
            found.update((term.replace("+", " "), int(count) / 10_000) for term in terms.split())
    return found


def rarity(term: str) -> float:
    """How much a stem tells, in natural logarithms: 6.9 for one that general news hardly has, .4 for "president"."""
    return -math.log(frequencies().get(term, UNLISTED))
