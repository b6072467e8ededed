"""Which groups of a night are one as wholes, though their articles share too few words one by one?

A feed's headline and summary are some forty words: two of one event may share three of them. The words of a group of
several together are a text, and two such texts of one event are alike. So groups of brief texts within one known
conflict join while the cosine of their summed words is high enough; whole articles need none of this, and across
conflicts, or where a conflict is unknown, it makes one of what is two (measured: ordinary news is ruined without the
guard). Chosen on six nights whose entries people labelled by event: mean B-cubed F1 of the two nights of one war .668
to .680, of the four others .845 to .849.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scrapers.group.likeness import group_cosines

#: Cosine of two groups' words from which they are one, and where one of them is a single article.
ALIKE, ALIKE_SINGLE = 0.38, 0.42
#: Of two groups that join one has so many articles: two pairs are too little to tell by.
SEVERAL = 3
#: Mean brevity (`likeness.brevity`) of a group from which it is one of brief texts.
BRIEF = 0.5


def merged(
    groups: Sequence[Sequence[int]],
    rows: sparse.csr_matrix,
    brief: NDArray[np.float64],
    conflicts: Sequence[str | None],
) -> list[list[int]]:
    """The groups, those that are one as wholes joined; in order of their first articles.

    `groups` are positions in `rows`, the words of each article at unit length; `brief` is each article's brevity,
    `conflicts` each group's. Pairs that are each other's nearest join at once, again until none does.
    """
    held = sorted(sorted(group) for group in groups)
    labels = sorted({conflict for conflict in conflicts if conflict})
    of = {group[0]: conflict for group, conflict in zip(map(sorted, groups), conflicts, strict=True)}
    whole: list[list[int]] = [group for group in held if not of[group[0]] or brief[group].mean() < BRIEF]
    for label in labels:
        within = [group for group in held if of[group[0]] == label and brief[group].mean() >= BRIEF]
        whole += _within(within, rows)
    return sorted(whole)


def _within(groups: list[list[int]], rows: sparse.csr_matrix) -> list[list[int]]:
    while len(groups) > 1:
        likeness = np.round(group_cosines(groups, rows), 9)  # so that no order of sums plays a part
        np.fill_diagonal(likeness, 0.0)
        size = np.array([len(group) for group in groups])
        single = np.minimum(size[:, None], size[None, :]) == 1
        near = (likeness >= np.where(single, ALIKE_SINGLE, ALIKE)) & (np.maximum(size[:, None], size) >= SEVERAL)
        likeness = np.where(near, likeness, 0.0)
        best = likeness.argmax(axis=1)
        at = np.arange(len(groups))
        pairs = np.flatnonzero((likeness[at, best] > 0) & (best[best] == at) & (at < best))
        if not len(pairs):
            break
        for one in pairs:
            groups[one] = sorted(groups[one] + groups[best[one]])
        gone = set(best[pairs].tolist())
        groups = [group for number, group in enumerate(groups) if number not in gone]
    return groups
