"""Average linkage on a sparse graph of likeness, vectorised and exact.

Two groups are as like as the mean over all pairs across them; pairs without an edge count as nought. In each round all
pairs of groups that are each other's nearest join at once: with average linkage this gives the same groups as joining
the single nearest pair again and again (the measure is reducible), in a few dozen rounds instead of thousands.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph


def average_linkage(graph: sparse.csr_matrix, threshold: float) -> NDArray[np.int64]:
    """A label for each row of a symmetric graph; groups join while their mean likeness is `threshold` or more.

    Ties go to the smaller row number, so rows in a fixed order give fixed groups.
    """
    count = graph.shape[0]
    owner = np.arange(count, dtype=np.int64)
    sums = sparse.csr_matrix(graph, dtype=np.float64)
    sums.setdiag(0)
    sums.eliminate_zeros()
    sizes = np.ones(count)
    labels = np.arange(count, dtype=np.int64)  # of the groups still in play
    while (sums := _within_reach(sums, sizes, threshold)).nnz:
        best, value = _nearest(sums, sizes)
        rows = np.arange(len(sizes))
        alive = value >= threshold - 1e-12
        pair = alive & (best[best] == rows) & (rows < best)
        if not pair.any():
            break
        target = rows.copy()
        target[best[pair]] = rows[pair]
        owner = labels_of(owner, labels, target)
        # a group whose nearest is below the threshold can never join later: out of play
        stays = np.unique(target[alive])
        place = np.full(len(sizes), -1)
        place[stays] = np.arange(len(stays))
        column = place[target]
        keep = column >= 0
        join = sparse.csr_matrix((np.ones(int(keep.sum())), (rows[keep], column[keep])), shape=(len(sizes), len(stays)))
        sums = sparse.csr_matrix(join.T @ sums @ join)
        sums.setdiag(0)
        sums.eliminate_zeros()
        sizes = np.asarray(join.T @ sizes).ravel()
        labels = labels[stays]
    return owner


def _within_reach(sums: sparse.csr_matrix, sizes: NDArray[np.float64], threshold: float) -> sparse.csr_matrix:
    """The sums without those of groups that no chain of means of `threshold` or more binds: they can never join."""
    rows = np.repeat(np.arange(sums.shape[0]), np.diff(sums.indptr))
    near = sums.data >= (threshold - 1e-6) * sizes[rows] * sizes[sums.indices]
    _, part = csgraph.connected_components(
        sparse.csr_matrix((near[near], (rows[near], sums.indices[near])), shape=sums.shape), directed=False
    )
    keep = part[rows] == part[sums.indices]
    if keep.all():
        return sums
    ends = np.concatenate(([0], np.cumsum(np.bincount(rows[keep], minlength=sums.shape[0]))))
    return sparse.csr_matrix((sums.data[keep], sums.indices[keep], ends), shape=sums.shape)


def labels_of(owner: NDArray[np.int64], labels: NDArray[np.int64], target: NDArray[np.int64]) -> NDArray[np.int64]:
    """Every row's group after the groups `labels` were joined into `labels[target]`."""
    change = np.arange(len(owner), dtype=np.int64)
    change[labels] = labels[target]
    return change[owner]


def _nearest(sums: sparse.csr_matrix, sizes: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Each group's nearest and how near; ties by the pair's smaller, then larger number, the same from both ends."""
    count = sums.shape[0]
    degree = np.diff(sums.indptr)
    rows = np.repeat(np.arange(count, dtype=np.int64), degree)
    means = np.round(sums.data / (sizes[rows] * sizes[sums.indices]), 9)
    best = np.arange(count)
    value = np.full(count, -1.0)
    filled = np.flatnonzero(degree)
    value[filled] = np.maximum.reduceat(means, sums.indptr[:-1][filled])
    at = np.flatnonzero(means == value[rows])
    one, other = rows[at], sums.indices[at].astype(np.int64)
    pair = np.minimum(one, other) * count + np.maximum(one, other)
    order = np.lexsort((pair, one))
    first = order[np.concatenate(([True], one[order][1:] != one[order][:-1]))]
    best[one[first]] = other[first]
    return best, value
