"""Which headline stands above a development, where all are as near to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.group.heading import best

#: The headlines, the one to be shown first; hours since each was published.
SHOWN = {
    "what came of it, not what was to come": (
        ("Norland and Sudland sign pact on fleets", "Norland announcing new pact with Sudland on fleets"),
        (1.0, 12.0),
    ),
    "a report, not the first sentence of a round-up": (
        (
            "Envoy Ana Petrov says she faces new charges in Koravets",
            "The envoy Ana Petrov has said on Friday that she is being investigated on charges in Koravets,",
        ),
        (3.0, 0.0),
    ),
    "how many, where others say dozens": (
        ("Exchange frees 130 prisoners of war at Talvor", "Dozens of prisoners of war freed at Talvor in exchange"),
        (3.0, 0.0),
    ),
    "the toll that others tell of": (
        ("Shelling of Koravets kills nine in market", "Shelling of Koravets hits market", "Nine killed in Koravets"),
        (1.0, 1.0, 1.0),
    ),
    "a claim in somebody's name where others hedge": (
        (
            "Rebels shot farmers at border, monitors say",
            "Rebels shoot farmers at the border",
            "Rebels accused of shooting farmers",
        ),
        (1.0, 1.0, 1.0),
    ),
    "a report, not a portrait": (
        ("Women of Talvor guard harbour after raid", "Harbour watch: The women guarding Talvor"),
        (5.0, 0.0),
    ),
    "no somebody's words alone": (
        ("Refugees cross river at Talvor as camps fill", "‘A deadly trip’: refugees cross river at Talvor"),
        (5.0, 0.0),
    ),
    "no question in its midst": (
        ("Pact of Talvor follows new missile tests", "A threat to the king? Inside the pact of Talvor"),
        (5.0, 0.0),
    ),
    "no shouting": (("Allies agree Norland will join pact", "Allies AGREE Norland will join pact"), (2.0, 1.0)),
    "no stirring": (("Norland bans grain of Sudland", "Fury as Norland bans grain of Sudland"), (2.0, 0.0)),
    "no toll that newer ones exceed": (
        (
            "Nine people killed as Talvor is raided",
            "Raid on Talvor market by rebels kills five in night",
            "Nine killed in Talvor",
        ),
        (1.0, 1.5, 1.0),
    ),
    "a sum, though its parts are smaller": (
        ("Raid on Talvor kills six men and a boy", "Seven dead, Talvor raided", "Seven dead at Talvor after raid"),
        (1.0, 1.0, 1.0),
    ),
    "nobody's own voice outside quotation marks": (
        ("Mayor of Talvor stays in town as army nears", "We will stay in Talvor, mayor says as army nears"),
        (5.0, 0.0),
    ),
    "no quotation that does not end": (
        ("Envoy thanks rebels for Talvor truce talks", "Envoy thanks ‘old friends for their Talvor truce talks"),
        (5.0, 0.0),
    ),
    "no shorthand of the newsroom": (
        (
            "Second medic of Norland dies in Talvor, palace says",
            "Second medic of Norland dies in Talvor, palace spox says",
        ),
        (2.0, 0.0),
    ),
    "who and where": (("Envoy says Norland stays in pact", "Minister says land stays in the pact"), (2.0, 0.0)),
    "no several things at once": (
        ("Strike cuts power in Koravets region", "Latest on Norland: prisoners, diplomacy and the fight for Koravets"),
        (5.0, 0.0),
    ),
}


@pytest.mark.parametrize("case", SHOWN)
@pytest.mark.parametrize("turn", [1, -1])
def test_of_headlines_as_near_it_shows(case: str, turn: int) -> None:
    headlines, ages = SHOWN[case][0][::turn], SHOWN[case][1][::turn]
    shown = best(headlines, [1.0] * len(headlines), ["en"] * len(headlines), ages)
    assert headlines[shown] == SHOWN[case][0][0]


def test_english_goes_first() -> None:
    assert best(["Angriff auf Hafen von Koravets", "Harbour attacked"], [1.5, 1.0], ["de", "en"]) == 1


def test_nearness_decides_between_reports() -> None:
    assert best(["Envoy meets rebels in Talvor", "Envoy meets traders in Koravets"], [1.0, 1.6], ["en", "en"]) == 1


DOUBTS = ("The raid resulted in the probable death of the rebel leader.", "The rebel leader was probably killed.")


def test_a_heading_that_is_surer_of_a_death_than_its_texts_steps_aside() -> None:
    sure = ("Raid in Talvor kills rebel leader Ana Petrov", "Raid in Talvor targets rebel leader Ana Petrov")
    near, languages = [1.0, 0.9], ["en", "en"]
    assert best(sure, near, languages, texts=("The raid killed the rebel leader.",) * 2) == 0
    assert best(sure, near, languages, texts=DOUBTS) == 1
    # one text of three that doubts is not most of them
    assert best(sure, near, languages, texts=("The raid killed the rebel leader.", "She was killed.", DOUBTS[1])) == 0


@given(st.integers(0, 5))
def test_a_heading_is_short_where_anybody_has_a_short_one(turn: int) -> None:
    short = "Army retakes Bakhmara after a week of fighting"
    long = "Army retakes Bakhmara, a town of 12,000 in the eastern hills, after a week of fighting for its bridge, says"
    held = [f"{long} {name}" for name in ("governor", "minister", "army")] + [short]
    held = held[turn % 4 :] + held[: turn % 4]
    assert held[best(held, [1.0] * 4, ["en"] * 4)] == short
