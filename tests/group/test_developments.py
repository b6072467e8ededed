"""From a night's articles to its developments in order."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from scrapers.group import developments, same_event
from scrapers.group.developments import _agreed, _without_strays
from scrapers.model import Affiliation, Article, Development, PastDevelopment, Relevance
from tests.group.test_copies import HEAD, WIRE
from tests.group.world import NIGHT, NOW, article, source, topics


def made(articles: tuple[Article, ...], **more: object) -> tuple[Development, ...]:
    return developments(articles, topics=topics(), now=NOW, **more)  # type: ignore[arg-type]


def ids(development: Development) -> set[str]:
    return {each.id for each in development.articles}


def test_what_happened_once_is_one_development() -> None:
    assert sorted((ids(one) for one in made(NIGHT)), key=min) == [{"a1", "a2", "a3", "a4"}, {"b1", "b2", "b3"}, {"c1"}]


def test_what_is_not_about_conflict_is_left_out() -> None:
    assert not {"x1", "x2", "x3"} & {key for one in made(NIGHT) for key in ids(one)}


@pytest.mark.parametrize("seed", range(4))
def test_shuffled_input_gives_the_same_developments(seed: int) -> None:
    mixed = list(NIGHT)
    random.Random(seed).shuffle(mixed)
    assert made(tuple(mixed)) == made(NIGHT)


def test_the_same_article_given_twice_counts_once() -> None:
    assert made(NIGHT + NIGHT) == made(NIGHT)


def test_titles_alone_suffice_for_a_plain_case() -> None:
    bare = tuple(replace(one, summary="", text="") for one in NIGHT if one.id in ("a1", "a2", "a3", "b1", "b2"))
    homes = {each.id: number for number, group in enumerate(same_event(bare)) for each in group}
    assert homes["a1"] == homes["a2"] == homes["a3"] != homes["b1"] == homes["b2"]


def test_the_headline_tells_and_does_not_ask_or_tease() -> None:
    strike = next(one for one in made(NIGHT) if "a1" in ids(one))
    assert "what we know" not in strike.headline.lower()
    assert strike.articles[0].headline == strike.headline


def test_the_weights_are_the_importance() -> None:
    for one in made(NIGHT):
        assert sum(value for _, value in one.weights) == pytest.approx(one.importance)
    order = [one.importance for one in made(NIGHT)]
    assert order == sorted(order, reverse=True)


def test_a_development_is_named_after_its_first_article() -> None:
    assert {one.id for one in made(NIGHT)} == {"a1", "b1", "c1"}


def test_a_small_war_told_by_one_outlet_is_not_missing() -> None:
    many = tuple(
        article(
            f"u{number}",
            f"Shells hit {place} in Ukraine, {number + 2} wounded",
            f"Artillery shells fell on {place} overnight, the council said.",
            by=f"Outlet {number}",
        )
        for number, place in enumerate(("Nikopol", "Orikhiv", "Vovchansk", "Siversk", "Huliaipole", "Lyman", "Izium"))
    )
    small = next(one for one in NIGHT if one.id == "c1")
    told = made((*many, small), limit=3)
    assert any("c1" in ids(one) for one in told)
    assert any(name == "floor" for one in told if "c1" in ids(one) for name, _ in one.weights)


def test_ten_copies_of_one_wire_story_weigh_as_one_origin() -> None:
    head = "Shelling along river in Sudan empties eleven villages"
    wire = article("w0", head, text=WIRE + " Sudan.", by=source("Wire", affiliation=Affiliation.AGENCY), hours=9)
    carried = tuple(
        article(f"w{number}", head, text=WIRE + " Sudan.", by=f"Paper {number}", hours=8) for number in range(1, 10)
    )
    alone = made((wire,))[0]
    crowd = made((wire, *carried))[0]
    assert len(crowd.copies) == 9
    assert {of for _, of in crowd.copies} == {"w0"}
    # what ten entries say of a name is hardly more than what one does
    assert dict(crowd.weights)["origins"] == pytest.approx(dict(alone.weights)["origins"], abs=0.01)


def test_sister_papers_are_one_origin() -> None:
    sisters = tuple(
        replace(one, source=source(f"Paper {one.id}", family="One House"))
        for one in NIGHT
        if one.id in ("a1", "a2", "a3")
    )
    strangers = tuple(one for one in NIGHT if one.id in ("a1", "a2", "a3"))
    assert dict(made(sisters)[0].weights)["origins"] < dict(made(strangers)[0].weights)["origins"]


def test_more_dead_weigh_more() -> None:
    few = article("f", "Car bomb kills two in Mogadishu", "A car bomb went off at a gate in Mogadishu.")
    many = article(
        "m",
        "At least 58 dead as militants storm Somali hotel",
        "Al-Shabab fighters held the hotel in Baidoa for nine hours.",
    )
    order = [one.id for one in made((few, many, *NIGHT))]
    assert order.index("m") < order.index("f")


PAST = (
    PastDevelopment(
        day=date(2026, 8, 19),
        id="p1",
        headline="Gaza ceasefire talks in Doha break off",
        texts=(
            "Mediators in Doha say ceasefire talks on Gaza have stopped",
            "Delegations leave Doha, talks on Gaza halted",
        ),
        conflict="gaza",
    ),
    PastDevelopment(
        day=date(2026, 8, 20), id="p2", headline="Election rally in Lima", texts=("Crowds fill square in Lima",)
    ),
)


def test_a_development_follows_the_story_it_continues() -> None:
    told = {next(iter(sorted(ids(one)))): one.follows for one in made(NIGHT, past=PAST)}
    assert told["b1"] == "2026-08-19#p1"
    assert told["c1"] is None


def test_a_kind_on_which_the_other_headlines_agree_is_the_developments() -> None:
    assert _agreed([None, "talks", "talks", "talks", "law"]) == "talks"
    assert _agreed([None, "talks", "talks"]) is None  # two are few
    assert _agreed([None, None, None, None, "talks", "talks", "talks"]) is None


def test_a_story_older_than_a_week_is_not_continued() -> None:
    old = (replace(PAST[0], day=date(2026, 8, 10)),)
    assert all(one.follows is None for one in made(NIGHT, past=old))


def test_what_was_told_yesterday_ranks_lower_and_says_so() -> None:
    talks = [one for one in NIGHT if one.id.startswith("b")]
    yesterday = (
        PastDevelopment(
            day=date(2026, 8, 20),
            id="p3",
            headline=talks[0].headline,
            texts=tuple(one.headline for one in talks),
            conflict="gaza",
        ),
    )
    fresh = next(one for one in made(NIGHT) if "b1" in ids(one))
    again = next(one for one in made(NIGHT, past=yesterday) if "b1" in ids(one))
    assert again.importance < fresh.importance
    assert dict(again.weights)["told"] < 0


def test_the_next_days_consequence_is_another_development() -> None:
    first = article(
        "d1",
        "Rebels capture Uvira airport in eastern Congo",
        "Fighters of the M23 took the airport of Uvira on Thursday after two days of fighting, residents said.",
        hours=28,
    )
    again = article(
        "d2",
        "M23 takes airport of Uvira after two days of fighting",
        "Residents of Uvira in eastern Congo say the rebels hold the airport.",
        by="Harbour Times",
        hours=27,
    )
    after = article(
        "d3",
        "Security Council calls emergency meeting on Congo",
        "Ambassadors will meet in New York on Saturday at the request of France, a diplomat said.",
        hours=3,
    )
    groups = [{each.id for each in group} for group in same_event((first, again, after, *NIGHT), topics=topics())]
    assert {"d1", "d2"} in groups
    assert {"d3"} in groups


def test_no_article_gives_no_development() -> None:
    assert made(()) == ()
    assert made(tuple(one for one in NIGHT if one.id.startswith("x"))) == ()


def test_no_more_than_the_limit() -> None:
    assert len(made(NIGHT, limit=2)) == 2


def test_copies_are_cited_after_the_originals() -> None:
    wire = article("z9", HEAD + " in Sudan", text=WIRE, by="Wire", hours=9)
    copy = article("a0", HEAD + " in Sudan", text=WIRE, by="Paper", hours=8)
    one = made((wire, copy))[0]
    assert [each.id for each in one.articles] == ["z9", "a0"]
    assert one.copies == (("a0", "z9"),)


def test_a_development_has_the_kind_of_its_headline_and_none_where_no_act_is_certain() -> None:
    (strike,) = made((article("k1", "Drone strike on Odesa port kills two dockers"),))
    assert strike.kind == "strike"
    (quiet,) = made((article("k2", "Life beside the front line in Donbas", "Soldiers and shelling are never far."),))
    assert quiet.kind is None


def test_where_its_headline_says_no_kind_the_others_say_how_grave_it_is() -> None:
    silent = article("k3", "Ukrainian army soldiers on river island near Kherson wait for boats")
    telling = article("k4", "Video: Ukrainian army soldiers clash on river island near Kherson", by="Second Post")
    alone, both = made((silent,)), made((silent, telling))
    gravity = [dict(one[0].weights)["severity"] for one in (alone, both)]
    assert len(both) == 1
    assert [one[0].kind for one in (alone, both)] == [None, None]
    assert gravity[1] > gravity[0]


def test_what_names_its_war_far_down_only_goes_below_what_names_it() -> None:
    far = "The finance chief of the north spoke of roads, taxes and schools for most of an hour. " * 3
    named = article("n1", "Shelling near Kharkiv kills two", "Two people died in Kharkiv.", by="Post A")
    passing = article(
        "p1", "Finance chief calls plan naive", far + "He spoke of arms for Ukraine's war with Russia too.", by="Post B"
    )
    weights = {one.id: dict(one.weights) for one in developments((*NIGHT, named, passing), topics=topics(), now=NOW)}
    assert "unplaced" not in weights["n1"]
    assert weights["p1"]["unplaced"] < 0


def test_a_member_of_another_conflict_that_is_rather_not_about_war_leaves_its_group() -> None:
    def verdict(odds: float, conflict: str | None) -> Relevance:
        return Relevance(on_topic=True, odds=odds, conflict=conflict)

    strike, crash, nowhere = verdict(3.0, "yemen"), verdict(-1.2, "korea"), verdict(-1.2, None)
    assert _without_strays([4, 7, 9], [strike, crash, nowhere]) == [[4, 9], [7]]
    assert _without_strays([4, 7], [strike, verdict(0.5, "korea")]) == [[4, 7]]
