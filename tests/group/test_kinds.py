"""What kind of event a headline tells of: a mistake met on a real night becomes one line, in our own words."""

from __future__ import annotations

import pytest

from scrapers.group.importance import KIND_SEVERITY
from scrapers.group.kinds import BACKGROUND, FRAME, KINDS, MAIN, UNREAL, kind_of, parse, standing

#: Each with the kind that is right, None where no act is certain.
ACTS = {
    "a strike": ("Missiles slam into power plant outside Kharkiv", "strike"),
    "people killed by one": ("Four killed in overnight shelling of Kherson market", "strike"),
    "an attack": ("Gunmen storm village in Ituri", "attack"),
    "people killed in one": ("Nine soldiers killed in suspected rebel attack", "attack"),
    "evacuated from a bomb": ("Premier evacuated after bomb goes off at rally", "attack"),
    "a battle": ("Army and rebels clash outside Goma", "battle"),
    "people killed in one, far from the verb": (
        "Two dead in northern border gunfight between troops and smugglers",
        "battle",
    ),
    "arms promised after talks": ("North agreed to send shells to the rebels after peace talks: report", "arms"),
    "a crime that is confessed": ("Two former guards confess to killing farmers", "law"),
    "no battle but of words": ("Amid the crisis, an information battle", None),
    "somebody in hospital": ("Former ruler lies in military hospital", None),
    "a council of one country": ("Third medic dead, National Security Council says", None),
    "a mood": ("Humanitarian fears as thousands flee to the border", "displacement"),
    "an attack thrown back": ("Defenders repel assault on river town", "battle"),
    "a coup": ("Officers announce coup in island state", "unrest"),
    "prisoners": ("Government frees 1,200 prisoners for new year", "prisoners"),
    "a visit in prison": ("Consul visits detained engineer in prison", "prisoners"),
    "talks": ("Envoys hold second round of talks in Doha", "talks"),
    "a truce that is agreed": ("Generals agree to three-day truce", "talks"),
    "a truce that is not kept": ("Clashes in capital despite truce", "battle"),
    "law": ("Court jails former minister for treason", "law"),
    "a trial of an attack": ("Teacher convicted of 1990 embassy bombing", "law"),
    "sanctions": ("Neighbours halt grain imports to calm farmers", "sanctions"),
    "arms sold against an attack": ("Island to buy 60 missiles meant to repel invasion", "arms"),
    "nuclear": ("Nuclear talks resume after a year", "nuclear"),
    "a ship": ("Navy seizes foreign oil tanker in the gulf", "shipping"),
    "aid": ("Aid convoy reaches besieged camp", "aid"),
    "help for those who fled": ("Thousands flee fighting for the border", "displacement"),
    "an evacuation": ("Navy evacuates diplomats from capital", "displacement"),
    "a warning to one's own people": ("Ministry urges citizens to leave the coast at once", "displacement"),
    "a drill": ("Allies hold joint naval drill amid tension with the North", "posture"),
    "an intercept": ("Fighters intercept two foreign bombers over the Baltic", "posture"),
    "a warship": ("Destroyer sails through disputed strait", "posture"),
    "a test": ("North Korea test-fires ballistic missile", "posture"),
    "a leak": ("Leaked papers show army doubted its own plan", "intelligence"),
    "spying": ("Hackers target grid operators, agency finds", "intelligence"),
    "a statement": ("Minister condemns air strike on market", "diplomacy"),
    "a visit": ("Chancellor travels to Brasilia as allies differ on the war", "diplomacy"),
    "a call for a truce": ("Secretary calls for immediate ceasefire", "diplomacy"),
    # what stands around the act
    "who says it is no act": ("Missile hits bakery, ministry says", "strike"),
    "who says it, first": ("Ministry says missile hit bakery", "strike"),
    "a label is no act": ("Fighting in the delta: Aid ship docks with relief supplies", "aid"),
    "a label where nothing else says": ("Border clash: What we know so far this week", "battle"),
    "the background is no act": ("Mayor arrested over deadly raid on newspaper", "law"),
    "the background where nothing else says": ("Valley in shock after air raid", "strike"),
    "what goes on meanwhile is no act": ("Families hide at home during fighting", None),
    "what is deterred did not happen": ("New steps to deter attack from the north", "posture"),
    "what might be did not happen": ("River dam could be bombed next", None),
    "an accident": ("Stampede at mosque kills thirty", None),
    "a film": ("New film retells battle for the old town", None),
    "the office of a spy chief": ("Spy chief visits Ankara", "diplomacy"),
    "a figure of speech": ("Actor dies of heart attack on stage", None),
    "no act at all": ("Cotton, dust and hope in the far north", None),
}


@pytest.mark.parametrize("case", ACTS)
def test_the_act_of_a_headline_decides(case: str) -> None:
    headline, kind = ACTS[case]
    assert kind_of(headline) == kind


def test_what_names_a_whole_war_is_no_act_in_another_language() -> None:
    assert kind_of("Prezydent o wojnie i inwazji", "pl") is None


def test_each_word_of_a_headline_has_its_standing() -> None:
    held = dict(standing("Delta war: Mayor held after raid - report"))
    assert (held["war"], held["mayor"], held["raid"], held["report"]) == (FRAME, MAIN, BACKGROUND, FRAME)
    assert dict(standing("Steps to prevent raid, mayor insists on calm"))["raid"] == UNREAL


def test_background_that_comes_first_ends_with_its_comma() -> None:
    assert kind_of("After a week of talks, army bombards port") == "strike"


def test_of_terms_with_a_gap_the_one_that_closes_first_decides() -> None:
    acts = parse("battle: dead ... clash\nattack: dead ... gunmen, dead\n")
    found = {term.kind for term in acts.at("dead")}
    assert found == {"battle", "attack"}


def test_in_other_languages_the_words_that_weigh_most_speak() -> None:
    assert kind_of("Zawieszenie broni na froncie", "pl") == "talks"
    assert kind_of("Dzień dobry", "pl") is None


def test_a_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind 'strkie'"):
        parse("strkie: air raid\n")


def test_every_kind_has_its_gravity() -> None:
    assert set(KIND_SEVERITY) == set(KINDS)
