"""What a text is about, as numbers: a bag of stemmed words, the headline's weighing most.

The recipe ("rec" in the research): stems of the first 600 words, the headline three times, the first 100 words three
times more, names of several words as terms of their own; 1 + log of the count, times how rare the term is tonight and
in general news (`frequencies.txt`): a night of forty articles cannot tell by itself that "president" says little.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
import snowballstemmer
from scipy import sparse

#: Words of a text that are read; what follows the first 600 is background (research: 300 to 1,000 are alike).
READ_WORDS = 600
#: How often the headline's words count, and the words of the beginning beside once.
HEADLINE_TIMES, LEDE_TIMES, LEDE_WORDS = 3, 3, 100
#: The heaviest terms of a text that are kept: the rest costs time and says little.
KEPT_TERMS = 120
#: As many articles as the background counts for beside tonight's. Swept 0 to 8,000 on the dev sets: 1,000 to 1,500.
BACKGROUND = 1000
#: Share of articles in which a term is taken to occur that the background does not list.
UNLISTED = 0.001
#: In so many articles of one source a line is furniture of its site.
FURNITURE = 3

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
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
    и в не на что с он как из по к но у за от о для это его а то же ее бы так і у що не на з та як до за від про""".split()
)


@lru_cache(maxsize=16)
def _stemmer(language: str) -> object:
    name = _STEMMERS.get(language)
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None


_STEMS: dict[tuple[str, str], str] = {}


def stem(word: str, language: str = "en") -> str:
    """A word's stem, lower case; the word itself in a language without a stemmer; "" for a word of no weight."""
    key = (language, word)
    found = _STEMS.get(key)
    if found is None:
        low = word.lower().replace("’", "'")
        if low in _STOP or len(low) < 2:
            found = ""
        else:
            bare = low[:-2] if low.endswith("'s") else low
            tool = _stemmer(language)
            found = tool.stemWord(bare) if tool is not None else bare  # type: ignore[attr-defined]
        _STEMS[key] = found
    return found


def bag(headline: str, text: str, language: str = "en") -> Counter[str]:
    """Terms of an article with how often they count."""
    language = language[:2]
    counts: Counter[str] = Counter()
    for word in _TOKEN.findall(headline):
        counts[stem(word, language)] += HEADLINE_TIMES
    body = _TOKEN.findall(text[: READ_WORDS * 9])[:READ_WORDS]
    stems = [stem(word, language) for word in body]
    counts.update(stems)
    for term in stems[:LEDE_WORDS]:
        counts[term] += LEDE_TIMES
    for name in set(_NAME.findall(headline)) | set(_NAME.findall(text[:3000])):
        counts["_" + name.lower()] += 1
    counts.pop("", None)
    return counts


@cache
def background() -> dict[str, float]:
    """The share of general news articles in which a term occurs; terms in fewer than one of 500 are not listed."""
    found: dict[str, float] = {}
    for line in (files("scrapers.group") / "frequencies.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            count, _, terms = line.partition(":")
            found.update((term.replace("+", " "), int(count) / 10_000) for term in terms.split())
    return found


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


def matrix(bags: Sequence[Counter[str]]) -> sparse.csr_matrix:
    """Rows of unit length, a row a bag: (1 + log count) x log of how rare, the heaviest terms only."""
    vocabulary: dict[str, int] = {}
    columns: list[int] = []
    counts: list[int] = []
    ends = [0]
    for each in bags:
        for term, count in each.items():
            columns.append(vocabulary.setdefault(term, len(vocabulary)))
            counts.append(count)
        ends.append(len(columns))
    size = max(1, len(vocabulary))
    column = np.asarray(columns, dtype=np.int64)
    listed = background()
    general = np.fromiter((listed.get(term, UNLISTED) for term in vocabulary), np.float64, len(vocabulary))
    tonight = np.bincount(column, minlength=size)[: len(vocabulary)]
    rarity = np.log((len(bags) + BACKGROUND + 1.0) / (tonight + BACKGROUND * general + 0.5))
    values = ((1.0 + np.log(np.asarray(counts, dtype=np.float64))) * rarity[column]).astype(np.float32)
    made = sparse.csr_matrix((values, column, np.asarray(ends)), shape=(len(bags), size))
    made = _heaviest(made, KEPT_TERMS)
    norms = np.sqrt(np.asarray(made.multiply(made).sum(axis=1)).ravel())
    norms[norms == 0] = 1.0
    return sparse.csr_matrix(sparse.diags(1.0 / norms).astype(np.float32) @ made)


def _heaviest(made: sparse.csr_matrix, kept: int) -> sparse.csr_matrix:
    keep = np.ones(made.nnz, dtype=bool)
    for row in range(made.shape[0]):
        start, end = made.indptr[row], made.indptr[row + 1]
        if end - start > kept:
            least = np.argpartition(made.data[start:end], end - start - kept)[: end - start - kept]
            keep[start + least] = False
    if keep.all():
        return made
    rows = np.repeat(np.arange(made.shape[0]), np.diff(made.indptr))[keep]
    return sparse.csr_matrix((made.data[keep], (rows, made.indices[keep])), shape=made.shape)
