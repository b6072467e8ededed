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
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType

import numpy as np
import snowballstemmer
from numpy.typing import NDArray
from scipy import sparse

from scrapers.group.lexicon import parsed
from scrapers.model import Topic

#: Words of a text that are read; what follows the first 600 is background (research: 300 to 1,000 are alike).
READ_WORDS = 600
#: How often the headline's words count, and the words of the beginning beside once.
HEADLINE_TIMES, LEDE_TIMES, LEDE_WORDS = 3, 3, 100
#: The heaviest terms of a text that are kept: the rest costs time and says little. On the dev sets macro B-cubed F1 is
#: .910 with 120, .912 with 80 and .910 with 60; on the two largest .001 less with 80 and .007 less with 60.
KEPT_TERMS = 80
#: As many articles as the background counts for beside tonight's. Swept 0 to 8,000 on the dev sets: 1,000 to 1,500.
BACKGROUND = 1000
#: Share of articles in which a term is taken to occur that the background does not list.
UNLISTED = 0.001
#: Share of articles in which a word of war is taken to occur at least.
WAR_WORDS = 0.03
#: In so many articles of one source a line is furniture of its site.
FURNITURE = 3

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_NAME = re.compile(r"(?:[A-Z][\w'’]+)(?:[ -](?:of |al-|el-|de |bin )?[A-Z][\w'’]+)+")
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
def _stems(language: str) -> _Stems:
    return _Stems(language)


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
    return _stems(language[:2])[word.lower()]


def bag(headline: str, text: str, language: str = "en") -> Counter[str]:
    """Terms of an article with how often they count."""
    stems = _stems(language[:2])
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
    stems, listed = _stems(language[:2]), background()
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
    """The share of general news articles in which a term occurs; terms in fewer than one of 500 are not listed."""
    found: dict[str, float] = {}
    for line in (files("scrapers.group") / "frequencies.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            count, _, terms = line.partition(":")
            found.update((term.replace("+", " "), int(count) / 10_000) for term in terms.split())
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
