"""A clause is told in an order of ours where its article's is too near, and only where the order tells the same."""

from __future__ import annotations

import pytest

from scrapers.compose.copied import COPIED_WORDS, longest_copy
from scrapers.compose.recast import recast
from scrapers.compose.spelling import NO_SPELLING

RECAST = {
    "who holds an office before it": (
        "Egyptian President Ana Petrov said her country is prepared to leave the great court of the river towns",
        "Ana Petrov, the Egyptian president, said her country is prepared to leave the great court of the river towns",
    ),
    "also further on": (
        "The envoys of all the river towns met in the harbour hall with Iraq’s Foreign Minister Ana Petrov on Friday",
        "The envoys of all the river towns met in the harbour hall with Ana Petrov, Iraq’s foreign minister, on Friday",
    ),
    "what was done before who did it": (
        "Rebels of the river towns near Koravets abducted four nurses of the old hospital in a raid before the morning",
        (
            "Four nurses of the old hospital were abducted by rebels of the river towns near Koravets in a raid before the"
            " morning"
        ),
    ),
    "at least so many": (
        "A rebel group in the hills behind the harbour killed at least 42 people of the river towns on a Friday",
        "At least 42 people of the river towns were killed by a rebel group in the hills behind the harbour on a Friday",
    ),
    "one": (
        "The police of Koravets have long ago seized a large boat",
        None,
    ),
    "one of whom the age is told": (
        "Soldiers of the river towns killed a 15-year-old boy during a raid on the largest camp of the occupied hills",
        (
            "A 15-year-old boy was killed by soldiers of the river towns during a raid on the largest camp of the occupied"
            " hills"
        ),
    ),
    "in the past": (
        "Poland and Hungary have banned imports of grain and other food from the river towns to protect local farmers",
        "Poland and Hungary banned imports of grain and other food from the river towns to protect local farmers",
    ),
}


@pytest.mark.parametrize("case", RECAST)
def test_tells_the_same_in_another_order(case: str) -> None:
    clause, expected = RECAST[case]
    assert recast(clause, f"{clause}.", NO_SPELLING) == (expected or clause)
    assert longest_copy(expected or clause, clause) <= COPIED_WORDS


LEFT = {
    "who held the office": (
        "A court of the river towns ordered former Egyptian President Ana Petrov to be released on bail on a Friday"
    ),
    "a man kidnapped": (
        "Soldiers of the old second brigade of the river towns freed a sailor kidnapped near the airport of the capital"
    ),
    "and two of his men": (
        "Troops of the river towns killed the leader of the hill men in the south and two of his men in a long raid"
    ),
    "what was never done": (
        "The towns of the river and of the hills never signed a pact on bombs that most other towns signed long ago"
    ),
    "what hangs on whom it was done to": (
        "A court in the harbour of Koravets rejected an appeal from the well-known reporter Ana Petrov to be freed soon"
    ),
    "a place that is the noun's": (
        "Rebels targeted cities across the old lands of the river in the most severe raid in more than a month"
    ),
    "whom it was done to is told by a clause": (
        "Rebels killed a man who had worked for the harbour of the river towns for more than thirty years"
    ),
    "a second deed": (
        "Rebels killed four men and burned the harbour hall of the river towns to the ground in the early morning"
    ),
    "an order to do something": (
        "Rebels attacked a town to free four men whom the harbour police of the river towns had held since May"
    ),
    "an office of no state": (
        "Harbour President Ana Petrov said her town is prepared to leave the great court of the river towns soon"
    ),
}


@pytest.mark.parametrize("case", LEFT)
def test_nothing_is_told_where_another_order_might_tell_something_else(case: str) -> None:
    assert recast(LEFT[case], f"{LEFT[case]}.", NO_SPELLING) is None
