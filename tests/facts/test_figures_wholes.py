"""The whole of which a part is told is not what happened."""

from __future__ import annotations

import pytest

from scrapers.facts.figures import figures

WHOLES = {
    "a part of all on board": ("Thirty-eight of the 67 people on board died near Aktau.", "67"),
    "half of them": ("The army downed half of ten drones overnight.", "10"),
    "two of five": ("Two of the five soldiers were killed.", "5"),
    "most of them": ("Most of the 40 hostages were freed.", "40"),
}


@pytest.mark.parametrize("case", WHOLES)
def test_the_whole_is_no_figure(case: str) -> None:
    text, whole = WHOLES[case]
    assert whole not in [str(figure.value) for figure in figures(text)]


def test_drones_shot_down_of_those_launched_are_both_told() -> None:
    found = {figure.metric: figure.value for figure in figures("Air defence shot down 15 of 16 drones overnight.")}
    assert found == {"drones_intercepted": 15, "drones_launched": 16}
