"""Syndicated copies: one text under several names, also shortened or under another headline; it counts once.

Exact overlap of five-word shingles, no sketch: most shingles occur once a night and drop out before pairs are made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scrapers.group.bags import stem
from scrapers.model import Affiliation, Article

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
_SHARES = 4

_WORD = re.compile(r"[^\W_]+")


def headline_overlap(one: str, other: str, language: str = "en") -> float:
    """Stems two headlines share, as a part of the shorter one's; 0 if either is empty."""
    first = {stem(word, language) for word in _WORD.findall(one)} - {""}
    second = {stem(word, language) for word in _WORD.findall(other)} - {""}
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _shingles(texts: Sequence[str]) -> tuple[sparse.csr_matrix, NDArray[np.int64]]:
    """A row a text, a column a shingle that occurs in more than one text; and how many shingles each text has."""
    parts: list[NDArray[np.uint64]] = []
    for text in texts:
        words = _WORD.findall(text[: READ_WORDS * 9].lower())[:READ_WORDS]
        # a word's hash differs from run to run, but only sameness within this run counts
        ids = np.fromiter(map(hash, words), np.int64, len(words)).view(np.uint64)
        rolled = np.zeros(max(0, len(ids) - SHINGLE + 1), np.uint64)
        for step in range(SHINGLE if len(rolled) else 0):
            # an odd multiplier and wrap-around: distinct shingles collide about once in 2**64
            rolled = rolled * np.uint64(0x9E3779B97F4A7C15) + ids[step : step + len(rolled)] + np.uint64(1)
            rolled ^= rolled >> np.uint64(29)
        parts.append(np.unique(rolled))
    sizes = np.array([len(part) for part in parts], np.int64)
    rows: list[NDArray[np.int64]] = []
    columns: list[NDArray[np.int64]] = []
    count = 0
    # in shares, so that a night of twenty thousand articles fits into little memory
    for share in range(_SHARES):
        mine = [part[part % np.uint64(_SHARES) == share] for part in parts]
        found, column, width = _runs(mine)
        rows.append(found)
        columns.append(column + count)
        count += width
    at, to = np.concatenate(rows), np.concatenate(columns)
    made = sparse.csr_matrix((np.ones(len(at), np.float32), (at, to)), shape=(len(texts), max(1, count)))
    return made, sizes


def _runs(parts: Sequence[NDArray[np.uint64]]) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Rows, columns, number of columns of the shingles that are in several texts, but in fewer than furniture is."""
    every = np.concatenate(parts) if parts else np.empty(0, np.uint64)
    if not len(every):
        return np.empty(0, np.int64), np.empty(0, np.int64), 0
    order = np.argsort(every, kind="stable")
    every = every[order]
    starts = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1])))
    counts = np.diff(np.concatenate((starts, [len(every)])))
    kept = (counts > 1) & (counts <= _COMMON)
    column = np.repeat(np.where(kept, np.cumsum(kept) - 1, -1), counts)
    owner = np.repeat(np.arange(len(parts)), [len(part) for part in parts])[order]
    inside = column >= 0
    return owner[inside], column[inside], int(kept.sum())


def copy_pairs(texts: Sequence[str]) -> list[tuple[int, int, float, float]]:
    """(row, row, Jaccard, share of the shorter) of all pairs with much in common."""
    made, sizes = _shingles(texts)
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
        if first.published and second.published and abs(first.published - second.published) > COPY_TIME:
            continue
        shorter = min(len(texts[one].split()), len(texts[other].split()))
        dated = first.published is not None and second.published is not None
        shared = headline_overlap(first.headline, second.headline, first.language)
        like = shared >= (LIKE_HEADLINE if dated else LIKE_HEADLINE_UNDATED)
        if (
            (dated and jaccard >= SAME_TEXT)
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
