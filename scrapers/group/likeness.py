"""How like two articles are: cosine of their bags, less what chance makes alike around here, as a sparse graph.

In a heap of ten articles a cosine of .15 means something; among a thousand on one war it means nothing. So each
article's *background* is taken off: its mean likeness to those that stand too far down its list (16th to 60th) to be
of the same event. One threshold then serves small and large nights (dev sets: macro B-cubed F1 90.2 to 91.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

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
BRIEF_WORDS, WHOLE_WORDS = 40, 90
#: By how much the likeness of two brief texts is raised. On headlines alone the best threshold is about half of that on
#: whole articles (research: .08 against .18); on headlines with summaries, the April nights, three quarters.
BRIEF_GAIN = 0.3
#: What remains of the likeness of two brief texts that belong to different conflicts.
OTHER_CONFLICT = 0.5
#: Rows multiplied at a time: keeps the memory of a large night low.
_BLOCK = 1024


def graph(
    rows: sparse.csr_matrix,
    times: Sequence[datetime | None],
    lengths: Sequence[int] | None = None,
    conflicts: Sequence[str | None] | None = None,
) -> sparse.csr_matrix:
    """The symmetric graph of all pairs inside the window: likeness less the mean of the two backgrounds.

    `lengths` are the words of each text: a headline with a summary has few to share, so its likeness counts for more.
    None if all are whole articles. `conflicts` are the conflicts they belong to, where that is known: brief texts
    of two conflicts are seldom about one event.
    """
    cosines = _cosines(rows, times)
    ground = background(cosines)
    brief = brevity(lengths) if lengths is not None else np.zeros(len(ground))
    at = np.repeat(np.arange(cosines.shape[0]), np.diff(cosines.indptr))
    to = cosines.indices
    taken = (ground * (1.0 - brief))[at] + (ground * (1.0 - brief))[to]
    gain = 1.0 + BRIEF_GAIN * (brief[at] + brief[to]) / 2
    if conflicts is not None:
        number = {name: place for place, name in enumerate(sorted({name for name in conflicts if name}), 1)}
        label = np.array([number.get(name or "", 0) for name in conflicts])
        other = (label[at] != label[to]) & (label[at] > 0) & (label[to] > 0)
        gain = np.where(other, gain * (1.0 - (1.0 - OTHER_CONFLICT) * (brief[at] + brief[to]) / 2), gain)
    cosines.data = (cosines.data * gain - taken / 2).astype(cosines.data.dtype)
    return cosines


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
    turned = sparse.csr_matrix(rows.T)
    parts: list[sparse.csr_matrix] = []
    for start in range(0, count, _BLOCK):
        block = sparse.csr_matrix(rows[start : start + _BLOCK] @ turned)
        at = np.repeat(np.arange(start, start + block.shape[0]), np.diff(block.indptr))
        apart = np.abs(days[at] - days[block.indices])
        keep = (block.data >= FLOOR) & (at != block.indices) & ~(apart > WINDOW_DAYS)
        parts.append(sparse.csr_matrix((block.data[keep], (at[keep] - start, block.indices[keep])), shape=block.shape))
    return sparse.csr_matrix(sparse.vstack(parts)) if parts else sparse.csr_matrix((0, 0))
