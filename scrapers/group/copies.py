"""Syndicated copies: one text under several names, also shortened or under another headline; it counts once.

Exact overlap of five-word shingles, no sketch: most shingles occur once a night and drop out before pairs are made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scrapers.model import Affiliation, Article
from scrapers.outlet import house
from scrapers.stems import raw_words, stem

#: Words of a shingle, and words of a text that are read.
SHINGLE, READ_WORDS = 5, 1200
#: Overlap (Jaccard) that makes a copy beside a like headline, and alone where both are dated. At .5 to .7 without such
#: a headline only one pair in twenty is the same story: site furniture (research, section 3).
LIKE_TEXT, SAME_TEXT = 0.5, 0.9
#: Share of the shorter text's shingles found in the longer that makes a shortened copy, beside a like headline.
SHORTENED = 0.8
#: Words two headlines share, of the shorter one's; more where no date keeps last year's apart.
LIKE_HEADLINE, LIKE_HEADLINE_UNDATED = 0.3, 0.6
#: The time between the two beyond which a like text is an anniversary or a standing page.
COPY_TIME = timedelta(days=3)
#: Texts with fewer shingles say too little for a shortened copy.
FEW_SHINGLES = 25
#: A shingle in more articles than this is furniture of a site.
_COMMON = 60
#: Bits by which the shingles are shared out, and texts that are cut into them together.
_SHARES, _TOGETHER = 3, 256

_WORD = re.compile(r"[^\W_]+")


def headline_overlap(one: str, other: str, language: str = "en") -> float:
    """Stems two headlines share, as a part of the shorter one's; 0 if either is empty."""
    first = {stem(word, language) for word in _WORD.findall(one)} - {""}
    second = {stem(word, language) for word in _WORD.findall(other)} - {""}
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _keys(texts: Sequence[str], bits: int) -> NDArray[np.uint64]:
    """A number for each shingle of each text: the hash of its words, with the text's own number in the last `bits`."""
    parts: list[NDArray[np.uint64]] = []
    shift = np.uint64(bits)
    for start in range(0, len(texts), _TOGETHER):
        words = [
            raw_words(text[: READ_WORDS * 9], apostrophes=False)[:READ_WORDS]
            for text in texts[start : start + _TOGETHER]
        ]
        owner = np.repeat(np.arange(start, start + len(words), dtype=np.uint64), [len(held) for held in words])
        # of its letters alone, so that two words that are taken for one are so in every run
        sums = map(crc32, map(str.encode, chain.from_iterable(words)))
        ids = np.fromiter(sums, np.uint64, len(owner)) * np.uint64(0x9E3779B97F4A7C15)
        rolled = np.zeros(max(0, len(ids) - SHINGLE + 1), np.uint64)
        for step in range(SHINGLE if len(rolled) else 0):
            # an odd multiplier and wrap-around: with twenty thousand articles some ten shingles collide
            rolled = rolled * np.uint64(0x9E3779B97F4A7C15) + ids[step : step + len(rolled)] + np.uint64(1)
            rolled ^= rolled >> np.uint64(29)
        first, last = owner[: len(rolled)], owner[SHINGLE - 1 :]
        inside = first == last
        parts.append((rolled[inside] >> shift << shift) | first[inside])
    return np.concatenate(parts) if parts else np.empty(0, np.uint64)


def _shingles(texts: Sequence[str]) -> tuple[sparse.csr_matrix, NDArray[np.float32], NDArray[np.int64]]:
    """A row a text, a column a set of texts that share shingles; how many they share; how many each text has."""
    bits = max(1, len(texts).bit_length())
    keys = _keys(texts, bits)
    shift, mask = np.uint64(bits), np.uint64((1 << bits) - 1)
    sizes = np.zeros(len(texts), np.int64)
    owners: list[NDArray[np.int64]] = []
    lengths: list[NDArray[np.int64]] = []
    # in shares, so that a night of twenty thousand articles fits into little memory
    share_of = (keys >> np.uint64(64 - _SHARES)).astype(np.uint8)
    for share in range(1 << _SHARES):
        mine = np.sort(keys[share_of == share])
        if not len(mine):
            continue
        mine = mine[np.concatenate(([True], mine[1:] != mine[:-1]))]
        sizes += np.bincount((mine & mask).astype(np.int64), minlength=len(texts))
        shingle = mine >> shift
        again = shingle[1:] == shingle[:-1]
        several = np.concatenate((again, [False])) | np.concatenate(([False], again))
        shingle, owner = shingle[several], (mine[several] & mask).astype(np.int64)
        if not len(owner):
            continue
        starts = np.flatnonzero(np.concatenate(([True], shingle[1:] != shingle[:-1])))
        counts = np.diff(np.concatenate((starts, [len(shingle)])))
        rare = counts <= _COMMON
        owners.append(owner[np.repeat(rare, counts)])
        lengths.append(counts[rare])
    owner = np.concatenate([*owners, np.empty(0, np.int64)])
    length = np.concatenate([*lengths, np.empty(0, np.int64)])
    ends = np.concatenate(([0], np.cumsum(length)))
    # most shingles that two texts share are shared by the same two: one column for all of them
    marks = np.random.default_rng(0).integers(0, 1 << 63, len(texts) + 1, dtype=np.uint64)
    signs = np.add.reduceat(marks[owner], ends[:-1]) if len(length) else np.empty(0, np.uint64)
    _, at, times = np.unique(signs, return_index=True, return_counts=True)
    columns = sparse.csr_matrix((np.ones(len(owner), np.float32), owner, ends), shape=(len(length), len(texts)))[at]
    return sparse.csr_matrix(columns.T), times.astype(np.float32), sizes


def copy_pairs(texts: Sequence[str]) -> list[tuple[int, int, float, float]]:
    """(row, row, Jaccard, share of the shorter) of all pairs with much in common."""
    made, times, sizes = _shingles(texts)
    common = sparse.coo_matrix(sparse.triu(made @ sparse.diags(times) @ made.T, k=1))
    least = np.minimum(sizes[common.row], sizes[common.col])
    both = sizes[common.row] + sizes[common.col] - common.data
    jaccard = common.data / np.maximum(both, 1)
    share = common.data / np.maximum(least, 1)
    keep = np.flatnonzero((jaccard >= LIKE_TEXT) | (share >= SHORTENED))
    return [(int(common.row[at]), int(common.col[at]), float(jaccard[at]), float(share[at])) for at in keep]


def copies(articles: Sequence[Article]) -> tuple[tuple[str, str], ...]:
    """(id of a copy, id of the article it is a copy of), sorted.

    The original is an agency's own piece, else the earliest, else the first by id.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    texts = [article.text or article.summary for article in ordered]
    root = list(range(len(ordered)))

    def top(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for one, other, jaccard, share in copy_pairs(texts):
        first, second = ordered[one], ordered[other]
        if first.published and second.published and abs(first.published - second.published) > COPY_TIME:
            continue
        dated = first.published is not None and second.published is not None
        shared = headline_overlap(first.headline, second.headline, first.language)
        like = shared >= (LIKE_HEADLINE if dated else LIKE_HEADLINE_UNDATED)
        if (
            (dated and jaccard >= SAME_TEXT)
            or (like and jaccard >= LIKE_TEXT)
            or (like and share >= SHORTENED and min(_count(texts[one]), _count(texts[other])) >= FEW_SHINGLES)
        ):
            root[top(other)] = top(one)
    members: dict[int, list[Article]] = {}
    for at, article in enumerate(ordered):
        members.setdefault(top(at), []).append(article)
    found: list[tuple[str, str]] = []
    for group in members.values():
        if len(group) > 1:
            original = min(group, key=_originality)
            found.extend((article.id, original.id) for article in group if article.id != original.id)
    return tuple(sorted(found))


def _count(text: str) -> int:
    return len(text.split())


def _originality(article: Article) -> tuple[bool, float, str]:
    agency = article.source.affiliation is Affiliation.AGENCY
    time = article.published.timestamp() if article.published else float("inf")
    return (not agency, time, article.id)


def voice_of(article: Article) -> str:
    """Whose word it is: copies of one wire's story, and the desks and papers of one house, have the same.

    As far as the page says: the agency that it names, else the house of the source.
    """
    if article.origin is not None:
        return house(article.origin.name)
    if article.dateline is not None and article.dateline.agency:
        return house(article.dateline.agency)
    return article.source.family.casefold() if article.source.family else house(article.source.name)
