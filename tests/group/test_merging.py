"""Groups join as wholes within a conflict, and nowhere else; no order plays a part."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from scrapers.group.merging import merged

#: Three articles of one event, two more of it in other words, and one of another.
ROWS = sparse.csr_matrix(
    np.array(
        [
            [3, 1, 0, 0, 0, 0],
            [3, 0, 1, 0, 0, 0],
            [3, 0, 0, 1, 0, 0],
            [1, 2, 0, 0, 0, 0],
            [1, 0, 2, 0, 0, 0],
            [0, 0, 0, 0, 3, 1],
        ],
        dtype=np.float64,
    )
)
GROUPS = [[0, 1, 2], [3, 4], [5]]
BRIEF = np.ones(6)
WHOLE = np.zeros(6)


def test_groups_of_one_conflict_that_tell_the_same_are_one() -> None:
    assert merged(GROUPS, ROWS, BRIEF, ["mali", "mali", "mali"]) == [[0, 1, 2, 3, 4], [5]]


def test_what_is_of_two_conflicts_of_none_or_whole_stays_apart() -> None:
    assert merged(GROUPS, ROWS, BRIEF, ["mali", "sudan", "mali"]) == GROUPS
    assert merged(GROUPS, ROWS, BRIEF, [None, None, None]) == GROUPS
    assert merged(GROUPS, ROWS, WHOLE, ["mali", "mali", "mali"]) == GROUPS


def test_two_small_groups_are_too_little_to_tell_by() -> None:
    assert merged([[3], [4], [5]], ROWS, BRIEF, ["mali"] * 3) == [[3], [4], [5]]


@settings(max_examples=50, deadline=None)
@given(st.permutations(range(3)))
def test_the_order_of_the_groups_plays_no_part(order: list[int]) -> None:
    turned = [GROUPS[at] for at in order]
    assert merged(turned, ROWS, BRIEF, ["mali"] * 3) == merged(GROUPS, ROWS, BRIEF, ["mali"] * 3)
