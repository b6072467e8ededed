"""Average linkage against the textbook way, one merge at a time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import sparse

from scrapers.group.linkage import average_linkage


def textbook(matrix: NDArray[np.float64], threshold: float) -> list[set[int]]:
    """Join the nearest pair again and again."""
    groups = [{row} for row in range(len(matrix))]
    while len(groups) > 1:
        best, at = -1.0, (0, 0)
        for one in range(len(groups)):
            for other in range(one + 1, len(groups)):
                mean = float(np.mean([matrix[a, b] for a in groups[one] for b in groups[other]]))
                if mean > best + 1e-9:
                    best, at = mean, (one, other)
        if best < threshold - 1e-12:
            break
        groups[at[0]] |= groups.pop(at[1])
    return sorted(groups, key=min)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 9), st.integers(0, 10_000), st.sampled_from([0.2, 0.4, 0.6]))
def test_gives_the_groups_of_the_textbook(count: int, seed: int, threshold: float) -> None:
    values = np.random.default_rng(seed).random((count, count))
    matrix = np.triu(values, 1)
    matrix = matrix + matrix.T
    labels = average_linkage(sparse.csr_matrix(matrix), threshold)
    groups = sorted(({int(at) for at in np.flatnonzero(labels == label)} for label in set(labels.tolist())), key=min)
    assert groups == textbook(matrix, threshold)


EDGES = {
    "two that are alike": ([(0, 1, 0.5)], 3, [0, 0, 2]),
    "below the threshold": ([(0, 1, 0.1)], 2, [0, 1]),
    "a chain does not hold together": ([(0, 1, 0.5), (1, 2, 0.3)], 3, [0, 0, 2]),
    "nothing is alike": ([], 2, [0, 1]),
}


@pytest.mark.parametrize("case", EDGES)
def test_small_graphs(case: str) -> None:
    edges, count, expected = EDGES[case]
    matrix = np.zeros((count, count))
    for one, other, value in edges:
        matrix[one, other] = matrix[other, one] = value
    assert average_linkage(sparse.csr_matrix(matrix), 0.2).tolist() == expected
