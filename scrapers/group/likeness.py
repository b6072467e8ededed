"""How like two articles are: cosine of their bags, within a window of days, as a sparse graph."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from scipy import sparse

#: Pairs less alike than this have no edge; the mean over a group hardly feels them.
FLOOR = 0.05
#: Days between two articles beyond which they tell of different developments, whatever their words.
WINDOW_DAYS = 7.0
#: Rows multiplied at a time: keeps the memory of a large night low.
_BLOCK = 1024


def graph(rows: sparse.csr_matrix, times: Sequence[datetime | None]) -> sparse.csr_matrix:
    """The symmetric graph of all pairs with a likeness of `FLOOR` or more inside the window."""
    count = rows.shape[0]
    days = np.array([time.timestamp() / 86400.0 if time else np.nan for time in times])
    turned = sparse.csr_matrix(rows.T)
    parts: list[sparse.csr_matrix] = []
    for start in range(0, count, _BLOCK):
        block = sparse.csr_matrix(rows[start : start + _BLOCK] @ turned)
        at = np.repeat(np.arange(start, start + block.shape[0]), np.diff(block.indptr))
        apart = np.abs(days[at] - days[block.indices])
        keep = (block.data >= FLOOR) & (at != block.indices) & ~(apart > WINDOW_DAYS)
        parts.append(sparse.csr_matrix((block.data[keep], (at[keep] - start, block.indices[keep])), shape=block.shape))
    return sparse.csr_matrix(sparse.vstack(parts)) if parts else sparse.csr_matrix((0, 0))
