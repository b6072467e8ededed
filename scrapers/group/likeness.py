"""How like two articles are: cosine of their bags, less what chance makes alike around here, as a sparse graph.

In a heap of ten articles a cosine of .15 means something; among a thousand on one war it means nothing. So each
article's *background* is taken off: its mean likeness to those that stand too far down its list (16th to 60th) to be
of the same event. One threshold then serves small and large nights (dev sets: macro B-cubed F1 90.2 to 91.1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

#: Pairs less alike than this have no edge; the mean over a group hardly feels them.
FLOOR = 0.04
#: Days between two articles beyond which they tell of different developments, whatever their words.
WINDOW_DAYS = 7.0
#: Which of an article's nearest make its background; and the most it may be, so that an event told by a hundred
#: outlets is not cut up for being told so often.
BACKGROUND_FROM, BACKGROUND_TO, BACKGROUND_MOST = 15, 60, 0.10
#: Up to so many words a text is a headline with a summary, from so many on a whole article.
BRIEF_WORDS, WHOLE_WORDS = 40, 70
#: What two brief texts need more: chance makes few words alike sooner than many.
BRIEF_NEEDS = 0.02
#: What remains of the likeness of two brief texts that belong to different conflicts.
OTHER_CONFLICT = 0.5
#: What remains of it between two brief texts that share no name though there are names: a car bomb in one town and a
#: car bomb in another share every other word. Swept .5 to 1 on four nights whose entries people labelled by event.
OTHER_NAMES = 0.65
#: Names in more than this share of tonight's articles name the war, not the event.
WAR_NAMES = 0.15
#: Rows multiplied at a time: keeps the memory of a large night low.
_BLOCK = 512
#: Edges whose names are compared at a time.
_EDGES = 200_000
#: An article keeps an edge to so many of its nearest, and to those of which it is one of the nearest: the groups of the
#: dev sets are the same with 100 and with 250.
NEIGHBOURS = 100
#: Terms in more articles than `COMMON` are left out of the likeness; in a large night also rarer ones, so that an
#: article costs `COST` multiplications in the mean and four times the articles take four times as long, not sixteen.
#: Swept 200 to 500 and 5,000 to 99,999 on the dev sets: macro B-cubed F1 .911 to .912.
COMMON, COST = 300, 5000


def graph(
    rows: sparse.csr_matrix,
    times: Sequence[datetime | None],
    lengths: Sequence[int] | None = None,
    conflicts: Sequence[str | None] | None = None,
    names: Sequence[frozenset[str]] | None = None,
) -> sparse.csr_matrix:
    """The symmetric graph of all pairs inside the window: likeness less the mean of the two backgrounds.

    `lengths` are the words of each text, None if all are whole articles. `conflicts` are the conflicts they belong to,
    where that is known: brief texts of two conflicts are seldom about one event. `names` are the names in each: of
    brief texts that share none the same holds.
    """
    cosines = _cosines(rows, times)
    ground = background(cosines)
    brief = brevity(lengths) if lengths is not None else np.zeros(len(ground))
    at = np.repeat(np.arange(cosines.shape[0]), np.diff(cosines.indptr))
    to = cosines.indices
    kept = np.ones(len(at))
    if conflicts is not None:
        number = {name: place for place, name in enumerate(sorted({name for name in conflicts if name}), 1)}
        label = np.array([number.get(name or "", 0) for name in conflicts])
        other = (label[at] != label[to]) & (label[at] > 0) & (label[to] > 0)
        kept = np.where(other, 1.0 - (1.0 - OTHER_CONFLICT) * (brief[at] + brief[to]) / 2, kept)
    if names is not None and brief.any():
        apart = ~_share_a_name(names, at, to)
        kept = np.where(apart, kept * (1.0 - (1.0 - OTHER_NAMES) * np.minimum(brief[at], brief[to])), kept)
    needs = (ground[at] + ground[to] + BRIEF_NEEDS * (brief[at] + brief[to])) / 2
    cosines.data = (cosines.data * kept - needs).astype(cosines.data.dtype)
    return cosines


def _share_a_name(names: Sequence[frozenset[str]], at: NDArray[np.int64], to: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For each edge: is there a name in both, or none at all in either?"""
    counts = Counter(name for held in names for name in held)
    most = max(8.0, WAR_NAMES * len(names))
    number = {name: place for place, name in enumerate(sorted(name for name in counts if counts[name] <= most))}
    held = [[number[name] for name in each if name in number] for each in names]
    ends = np.cumsum([0, *(len(each) for each in held)])
    has = np.fromiter(chain.from_iterable(held), np.int32, int(ends[-1]))
    table = sparse.csr_matrix((np.ones(len(has), np.int8), has, ends), shape=(len(names), max(1, len(number))))
    table.sort_indices()
    some = np.diff(ends) > 0
    found = ~(some[at] | some[to])
    both = np.flatnonzero(some[at] & some[to])
    for start in range(0, len(both), _EDGES):
        part = both[start : start + _EDGES]
        shared = sparse.csr_matrix(table[at[part]].multiply(table[to[part]]))
        found[part] = np.diff(shared.indptr) > 0
    return found


def group_cosines(groups: Sequence[Sequence[int]], rows: sparse.csr_matrix) -> NDArray[np.float64]:
    """How like the groups' summed words are, each to each: their cosines. A group is the numbers of its rows."""
    home = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    member = np.concatenate([np.asarray(group) for group in groups])
    gather = sparse.csr_matrix((np.ones(len(home)), (home, member)), shape=(len(groups), rows.shape[0]))
    sums = sparse.csr_matrix(gather @ rows)
    norms = np.sqrt(np.asarray(sums.multiply(sums).sum(axis=1)).ravel())
    norms[norms == 0] = 1.0
    unit = sparse.diags(1.0 / norms) @ sums
    return np.asarray((unit @ unit.T).todense())


def brevity(lengths: Sequence[int]) -> NDArray[np.float64]:
    """From 0 for a whole article to 1 for a headline with a summary."""
    words = np.asarray(lengths, dtype=np.float64)
    return np.clip((WHOLE_WORDS - words) / (WHOLE_WORDS - BRIEF_WORDS), 0.0, 1.0)


def background(cosines: sparse.csr_matrix) -> NDArray[np.float64]:
    """Each row's mean likeness to its 16th to 60th nearest; those that are missing count as nought."""
    found = np.zeros(cosines.shape[0])
    for row in range(cosines.shape[0]):
        values = cosines.data[cosines.indptr[row] : cosines.indptr[row + 1]]
        if len(values) <= BACKGROUND_FROM:
            continue
        top = min(BACKGROUND_TO, len(values))
        nearest = np.sort(np.partition(values, len(values) - top)[len(values) - top :])
        found[row] = nearest[: top - BACKGROUND_FROM].sum() / (BACKGROUND_TO - BACKGROUND_FROM)
    return np.minimum(found, BACKGROUND_MOST)


def _cosines(rows: sparse.csr_matrix, times: Sequence[datetime | None]) -> sparse.csr_matrix:
    count = rows.shape[0]
    days = np.array([time.timestamp() / 86400.0 if time else np.nan for time in times])
    rare = _without_common(rows)
    turned = sparse.csr_matrix(rare.T)
    at_all: list[NDArray[np.int32]] = []
    to_all: list[NDArray[np.int32]] = []
    values: list[NDArray[np.float32]] = []
    for start in range(0, count, _BLOCK):
        block = sparse.csr_matrix(rare[start : start + _BLOCK] @ turned)
        at = np.repeat(np.arange(start, start + block.shape[0], dtype=np.int32), np.diff(block.indptr))
        to = block.indices
        keep = (block.data >= FLOOR) & (at != to)
        at, to, data = at[keep], to[keep], block.data[keep].astype(np.float32)
        keep = ~(np.abs(days[at] - days[to]) > WINDOW_DAYS)
        at, to, data = _nearest(at[keep], to[keep], data[keep])
        at_all.append(at)
        to_all.append(to)
        values.append(data)
    if not count:
        return sparse.csr_matrix((0, 0))
    made = sparse.csr_matrix(
        (np.concatenate(values), (np.concatenate(at_all), np.concatenate(to_all))), shape=(count, count)
    )
    return made if count <= NEIGHBOURS else sparse.csr_matrix(made.maximum(made.T))


def _without_common(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """The rows without the terms that too many share: they say nothing and cost the square of their number."""
    count = np.bincount(rows.indices, minlength=rows.shape[1])
    steps = np.sort(count)
    within = np.searchsorted(np.cumsum(steps.astype(np.float64) ** 2), COST * rows.shape[0], side="right")
    most = min(COMMON, int(steps[within]) - 1) if within < len(steps) else COMMON
    if (count <= most).all():
        return rows
    rare = rows.copy()
    rare.data[count[rare.indices] > most] = 0.0
    rare.eliminate_zeros()
    return rare


def _nearest(
    at: NDArray[np.int32], to: NDArray[np.int32], data: NDArray[np.float32]
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]:
    """Of each row's edges the `NEIGHBOURS` nearest; ties by column, so the same whatever the order."""
    keep = np.ones(len(at), np.bool_)
    ends = np.concatenate(([0], np.flatnonzero(np.diff(at)) + 1, [len(at)]))
    for start, end in pairwise(ends.tolist()):
        if end - start > NEIGHBOURS:
            values = data[start:end]
            least = np.partition(values, len(values) - NEIGHBOURS)[len(values) - NEIGHBOURS]
            inside = values > least
            ties = np.flatnonzero(values == least)
            ties = ties[np.argsort(to[start:end][ties])]
            inside[ties[: NEIGHBOURS - int(inside.sum())]] = True
            keep[start:end] = inside
    return at[keep], to[keep], data[keep]
