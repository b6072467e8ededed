"""Which earlier development does one continue? One earlier day and one tonight, their headlines only."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from scrapers.group.headlines import is_running
from scrapers.group.stories import follows
from scrapers.model import PastDevelopment

NOW = datetime(2026, 8, 21, 23, 30, tzinfo=UTC)
WARS = frozenset({"norla"})


def past(*headlines: str, days: int = 1, key: str = "aaaa") -> PastDevelopment:
    day = NOW.date() - timedelta(days=days)
    return PastDevelopment(day=day, id=key, headline=headlines[0], texts=headlines, conflict="norland")


def followed(tonight: tuple[str, ...], *earlier: PastDevelopment) -> str | None:
    found = follows([([tonight[0], *tonight], "norland", "en")], earlier, now=NOW, wars=WARS)
    return found[0][0]


BRIDGE = ("Rebels cut power of Talvor in night raid on Norland station", "Engineers restore power in Talvor of Norland")
PORT = ("Norland army shells the port of Koravets again", "Port of Koravets in Norland burns as army shells it")


def test_a_story_goes_on_under_its_own_name() -> None:
    assert followed(("Shelling of Koravets port by Norland army goes on",), past(*PORT)) == "2026-08-20#aaaa"


RUNNING = {
    "a round-up": "Latest on Norland: the power of Talvor, night raid, the port of Koravets",
    "a live page": "Norland war live: power station of Talvor cut off in night raid",
    "a count of days": "Raid on Talvor power station in Norland: what we know on day 420",
    "a briefing": "Thursday briefing: Norland raid cuts power of Talvor",
}


@pytest.mark.parametrize("case", RUNNING)
def test_a_page_of_several_things_has_no_predecessor_and_is_none(case: str) -> None:
    page = RUNNING[case]
    assert is_running(page)
    assert followed((page,), past(*BRIDGE)) is None
    assert followed(BRIDGE, past(page)) is None


def test_nor_does_it_tie_two_others_to_each_other() -> None:
    page = "Latest on Norland: rebels cut power of Talvor in night raid, army shells the port of Koravets"
    assert followed((*PORT[:1], page), past(*BRIDGE, page)) is None


@pytest.mark.parametrize(
    "headline", ["Army alive to risks in Talvor", "Envoys live in Koravets", "Raid on day of vote"]
)
def test_what_reports_is_no_such_page(headline: str) -> None:
    assert not is_running(headline)


def test_without_a_name_of_its_own_it_continues_the_day_before_only() -> None:
    raid = "Gunmen kill farmers in village raid in Norland"
    assert followed((raid,), past(raid, days=1)) == "2026-08-20#aaaa"
    assert followed((raid,), past(raid, days=2)) is None


def test_the_older_the_nearer() -> None:
    tonight = ("Envoy doubts gains of army near river at Koravets", "Minister counts the gains by the river")
    earlier = ("Norland army at Koravets waits for shells, general says",)
    assert followed(tonight, past(*earlier, days=1)) == "2026-08-20#aaaa"
    assert followed(tonight, past(*earlier, days=7)) is None


def test_a_town_that_is_in_all_of_a_war_ties_no_two_of_its_events() -> None:
    streets = [
        past(f"Norland army fights for {part} of Koravets", days=2, key=part) for part in ("wells", "mill", "dam")
    ]
    tonight = ("Norland army lets doctors into Koravets, fights for wells",)
    assert followed(tonight, streets[0]) == "2026-08-19#wells"
    assert followed(tonight, *streets) is None


FIRE = (
    "Farmers of Norland mourn harvest lost to fire",
    "Fire in the fields of Norland, farmers mourn",
    "Farmers mourn lost harvest",
    "Harvest lost to fire in Norland",
    "Grain lost to fire",
)


def test_a_name_in_one_of_many_headlines_is_not_the_groups_own() -> None:
    once = (*FIRE, "Fire takes harvest, Koravets envoy says")
    assert followed(once, past(*once, days=2)) is None
    twice = (*once, "Koravets envoy mourns harvest")
    assert followed(twice, past(*twice, days=2)) == "2026-08-19#aaaa"
