"""Which earlier development does one continue? One earlier day and one tonight, their headlines only."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scrapers.group.stories import TERMS, Telling, follows, terms_of
from scrapers.model import Article, Feed, PastDevelopment, Source, Terms
from scrapers.teaser import is_running

NOW = datetime(2026, 8, 21, 23, 30, tzinfo=UTC)
WARS = frozenset({"norla"})


def past(*headlines: str, days: int = 1, key: str = "aaaa") -> PastDevelopment:
    day = NOW.date() - timedelta(days=days)
    return PastDevelopment(day=day, id=key, headline=headlines[0], texts=headlines, conflict="norland")


def followed(tonight: tuple[str, ...], *earlier: PastDevelopment) -> str | None:
    found = follows([Telling(texts=[tonight[0], *tonight], conflict="norland")], earlier, day=NOW.date(), wars=WARS)
    return found[0].follows


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


# --- by what both tell, beyond their headlines ---------------------------------------------------------------------


def telling(headline: str, text: str) -> tuple[str, Terms]:
    article = Article(
        id=headline,
        source=Source(name="Wire", feeds=(Feed(url="https://example.org/feed"),)),
        url="https://example.org/a",
        headline=headline,
        summary=text,
        text=text,
    )
    return headline, terms_of([article])


def link(
    tonight: tuple[str, Terms],
    earlier: tuple[str, Terms],
    *,
    days: int = 1,
    conflict: str = "norland",
    kinds: tuple[str | None, str | None] = (None, None),
) -> bool:
    before = replace(past(earlier[0], days=days), terms=earlier[1], kind=kinds[1])
    told = Telling(texts=[tonight[0]], conflict=conflict, kind=kinds[0], terms=tonight[1])
    return follows([told], [before], day=NOW.date(), wars=WARS)[0].follows is not None


AMBUSH = telling(
    "Six soldiers killed in the highlands",
    "Six soldiers died when fighters of the Grey Band ambushed a patrol that looked for the pilot Ilmar Tovesk.",
)
HUNT = telling(
    "Gunmen strike troops sent to free an airman",
    "Fighters of the Grey Band ambushed the patrol that looked for Ilmar Tovesk, a pilot; six soldiers died.",
)
RAID = telling(
    "Two farmers die in a night raid",
    "Two farmers died when men on motorcycles raided a village by the river and burned the harvest.",
)


def test_one_event_under_other_words_is_known_by_what_is_told() -> None:
    assert link(HUNT, AMBUSH)
    assert not link(HUNT, RAID)
    assert not link((HUNT[0], ()), AMBUSH)


def test_not_where_it_is_of_another_conflict() -> None:
    assert not link(HUNT, AMBUSH, conflict="elsewhere")


def test_after_more_than_a_day_it_shares_a_rare_term_too() -> None:
    assert link(HUNT, AMBUSH, days=3)
    plain = "Gunmen attacked a village in the night and killed several people, among them children, officials said."
    assert link(telling("Gunmen attack village", plain), telling("Village attacked by night", plain), days=1)
    assert not link(telling("Gunmen attack village", plain), telling("Village attacked by night", plain), days=3)


def test_less_is_enough_where_both_are_of_one_kind_and_of_the_day_before() -> None:
    flight = telling("Second flight brings out doctors", "A plane with forty doctors landed on the island at noon.")
    plan = telling(
        "Envoys plan flights for the wounded", "A plane may land by Friday, the mayor said; the ships were full."
    )
    assert link(flight, plan, kinds=("displacement", "displacement"))
    assert not link(flight, plan, kinds=("displacement", "talks"))
    assert not link(flight, plan)
    assert not link(flight, plan, days=2, kinds=("displacement", "displacement"))


def test_fighting_at_no_place_of_its_own_is_the_fighting_of_the_day_before() -> None:
    now = telling(
        "Fighting goes on for a third day as truce fails", "Shells fell on the capital from noon to midnight."
    )
    before = telling("Army and rebels keep up fighting for third night", "The envoys wait in a hotel by the airport.")
    named = telling(
        "Army and rebels keep up fighting in Talvor for third night", "The envoys wait in a hotel by the airport."
    )
    assert link(now, before, kinds=("battle", "battle"))
    assert not link(now, before, kinds=("attack", "attack"))
    assert not link(now, before, days=2, kinds=("battle", "battle"))
    assert not link(now, named, kinds=("battle", "battle"))


def test_what_is_near_and_of_the_same_war_is_related_to_the_day_before_unless_it_continues_it() -> None:
    flood, text = telling(
        "Flood wall of the harbour is inspected after long winter storms",
        "Masons inspected the flood wall by the harbour for a week; a report goes to the council of the town.",
    )
    headline, terms = telling(
        "Masons repair flood wall before spring",
        "The bakery by the market opened again and a choir sang; masons work on the flood wall.",
    )
    told = Telling(texts=[flood], conflict="norland", terms=text)
    day = replace(past(headline), terms=terms)

    def related(one: Telling, earlier: PastDevelopment) -> str | None:
        found = follows([one], [earlier], day=NOW.date(), wars=WARS)[0]
        assert not (found.follows and found.related)
        return found.related

    assert related(told, day) == "2026-08-20#aaaa"
    assert related(told, replace(day, day=NOW.date() - timedelta(days=2))) is None
    assert related(replace(told, conflict="elsewhere"), day) is None
    assert related(replace(told, conflict=None), replace(day, conflict=None)) is None
    assert related(told, replace(day, headline=f"Latest on Norland: {headline}", texts=(headline,))) is None
    assert related(told, past(flood)) is None  # that it continues


def test_what_is_less_near_is_related_where_both_are_of_one_kind() -> None:
    crossing, before = "Ferry brings doctors over after storm ends", "Storm keeps doctors ashore at night"
    told, day = Telling(texts=[crossing], conflict="norland", kind="aid"), replace(past(before), kind="aid")
    assert follows([told], [day], day=NOW.date(), wars=WARS)[0].related == "2026-08-20#aaaa"
    assert follows([told], [replace(day, kind="talks")], day=NOW.date(), wars=WARS)[0].related is None


def test_the_same_toll_of_the_same_towns_is_the_day_befores_also_on_a_page_that_runs_all_day() -> None:
    page = telling(
        "Norland live briefing: at least 25 dead in strikes", "Strikes on Talvor and Koravets left many dead."
    )
    before = telling("25 killed in raids on cities", "Missiles fell on Talvor at dawn, then on Koravets and a school.")
    other = telling("26 killed in raids on cities", "Missiles fell on Talvor at dawn, then on Koravets and a school.")
    assert link(page, before)
    assert not link(page, other)
    assert not link(page, before, days=2)


def test_terms_are_few_and_those_that_say_most_go_first() -> None:
    assert terms_of([]) == ()
    terms = [term for term, _ in telling("Talvor falls", " ".join(f"word{n} talvor." for n in range(200)))[1]]
    assert len(terms) <= TERMS
    assert terms[0] == "talv"
