"""Syndicated copies: one text under several names, also shortened or under another headline; it counts once.

Exact overlap of five-word shingles, no sketch: most shingles occur once a night and drop out before pairs are made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scrapers.group.bags import stem
from scrapers.model import Affiliation, Article

#: Words of a shingle, and words of a text that are read.
SHINGLE, READ_WORDS = 5, 700
#: Overlap (Jaccard) that makes a copy beside a like headline, and alone. At .5 to .7 without a like headline only one
#: pair in twenty is the same story: site furniture (research, section 3).
LIKE_TEXT, SAME_TEXT = 0.5, 0.9
#: Share of the shorter text's shingles found in the longer that makes a shortened copy, beside a like headline.
SHORTENED = 0.8
#: Words two headlines share, of the shorter one's.
LIKE_HEADLINE = 0.3
#: Days between the two beyond which a like text is an anniversary or a standing page.
COPY_DAYS = 3.0
#: Texts with fewer shingles say too little for a shortened copy.
FEW_SHINGLES = 25
#: A shingle in more articles than this is furniture of a site.
_COMMON = 60

_WORD = re.compile(r"[^\W_]+")


def headline_overlap(one: str, other: str, language: str = "en") -> float:
    """Stems two headlines share, as a part of the shorter one's; 0 if either is empty."""
    first = {stem(word, language) for word in _WORD.findall(one)} - {""}
    second = {stem(word, language) for word in _WORD.findall(other)} - {""}
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _shingles(texts: Sequence[str]) -> sparse.csr_matrix:
    """A row a text, a column a shingle that occurs in more than one text."""
    numbers: dict[str, int] = {}
    parts: list[NDArray[np.uint64]] = []
    for text in texts:
        words = _WORD.findall(text[: READ_WORDS * 9].lower())[:READ_WORDS]
        ids = np.fromiter((numbers.setdefault(word, len(numbers)) for word in words), np.uint64, len(words))
        if len(ids) < SHINGLE:
            parts.append(np.empty(0, np.uint64))
            continue
        rolled = np.zeros(len(ids) - SHINGLE + 1, np.uint64)
        for step in range(SHINGLE):
            # an odd multiplier and wrap-around: distinct shingles collide about once in 2**64
            rolled = rolled * np.uint64(0x9E3779B97F4A7C15) + ids[step : step + len(rolled)] + np.uint64(1)
            rolled ^= rolled >> np.uint64(29)
        parts.append(np.unique(rolled))
    ends = np.concatenate(([0], np.cumsum([len(part) for part in parts])))
    every = np.concatenate(parts) if parts else np.empty(0, np.uint64)
    _, column, counts = np.unique(every, return_inverse=True, return_counts=True)
    made = sparse.csr_matrix((np.ones(len(column), np.float32), column, ends), shape=(len(texts), max(1, len(counts))))
    shared = (counts > 1) & (counts <= _COMMON)
    return sparse.csr_matrix(made[:, np.flatnonzero(shared)]) if len(counts) else made


def copy_pairs(texts: Sequence[str]) -> list[tuple[int, int, float, float]]:
    """(row, row, Jaccard, share of the shorter) of all pairs with much in common."""
    made = _shingles(texts)
    sizes = np.array(
        [max(0, min(READ_WORDS, len(_WORD.findall(text[: READ_WORDS * 9]))) - SHINGLE + 1) for text in texts]
    )
    common = sparse.coo_matrix(sparse.triu(made @ made.T, k=1))
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
        if first.published and second.published:
            if abs((first.published - second.published).total_seconds()) > COPY_DAYS * 86400:
                continue
        shorter = min(len(texts[one].split()), len(texts[other].split()))
        like = headline_overlap(first.headline, second.headline, first.language) >= LIKE_HEADLINE
        if (
            (jaccard >= SAME_TEXT)
            or (like and jaccard >= LIKE_TEXT)
            or (like and share >= SHORTENED and shorter >= FEW_SHINGLES)
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


def _originality(article: Article) -> tuple[bool, float, str]:
    agency = article.source.affiliation is Affiliation.AGENCY
    time = article.published.timestamp() if article.published else float("inf")
    return (not agency, time, article.id)


def origin_of(article: Article) -> str:
    """Who made the text, as far as the page says: the agency it names, else the house of the source."""
    if article.origin is not None:
        return article.origin.name.casefold()
    if article.dateline is not None and article.dateline.agency:
        return article.dateline.agency.casefold()
    return (article.source.family or article.source.name).casefold()
