"""Figures by family: each way the news has of telling one thing, and each way it has of not telling it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrapers.facts.figures import figures
from scrapers.facts.speakers import read_aliases
from tests.desk import DESK

ROOT = Path(__file__).resolve().parents[2]
ALIASES = read_aliases((DESK / "speakers.txt").read_text(encoding="utf-8"))

Told = list[tuple[str, int]]

#: Sentence -> metric and value of each figure, in the order of the text.
TOLD: dict[str, dict[str, Told]] = {
    "numbers": {
        "Forty-odd miners were killed at Djugu.": [("killed", 40)],
        "A couple of hundred fighters surrendered at Kidal.": [("captured", 200)],
        'The mayor spoke of "at least fifteen" dead.': [("killed", 15)],
        "A score of rebels were killed, the army said.": [("killed", 20)],
        "Twenty to 25 militants were killed in the swamp.": [("killed", 20)],
        "Anywhere from 50 to 70 civilians died at El Obeid, medics said.": [("killed", 50)],
    },
    "the dead": {
        "It condemned the murder of six nurses in Jonglei.": [("killed", 6)],
        "The death toll climbed to 104 overnight.": [("killed", 104)],
        "Sunday's clash left seven troops dead.": [("killed", 7)],
        "In all 146 people have died and 300 have been hurt since April.": [("killed", 146), ("injured", 300)],
        "The attack was the deadliest in years, with 67 people killed.": [("killed", 67)],
    },
    "the wounded": {
        "Doctors treated 40 wounded at the clinic.": [("injured", 40)],
        "Thirty people suffered burns.": [("injured", 30)],
        "Nine people were taken to hospital with injuries.": [("injured", 9)],
    },
    "bodies": {
        "Rescuers dug five bodies out of the debris.": [("bodies_found", 5)],
    },
    "people on the move": {
        "More than 70,000 people have taken refuge in Chad.": [("displaced", 70000)],
    },
    "held and let go": {
        "Kyiv and Moscow swapped 84 captives apiece.": [("prisoners_exchanged", 84)],
        "Fifty hostages remain in Gaza, officials said.": [("hostages_held", 50)],
    },
    "drones and missiles": {
        "A salvo of 25 rockets was fired at Haifa.": [("missiles_launched", 25)],
    },
    "strikes and clashes": {},
    "aid": {
        "The EU released €1.5 billion in aid for Ukraine.": [("aid_money", 1500000000)],
        "Sweden will give SEK 16bn in military support to Ukraine.": [("aid_money", 16000000000)],
        "A further 20 million riyals in aid was pledged by Riyadh.": [("aid_money", 20000000)],
    },
}

#: Sentences that hold numbers and no figure.
NOTHING = {
    "a denial": "The ministry denied that 40 soldiers had been killed.",
    "a rejected claim": "Moscow rejected claims that 600 of its men had died at Makiivka.",
    "a false report": "Reports that 15 hostages had been freed were false, the office said.",
    "a lack of evidence": "There is no evidence that 200 people were killed there, the police said.",
    "a refusal to say": "She would not say whether the 12 sailors aboard had been rescued.",
    "a condition": "Unless aid arrives, 50,000 people could die.",
    "a fear": "Aid groups fear that up to 1,000 people may be killed.",
    "a plan": "The deal provides for the release of 33 hostages.",
    "a threat": "He threatened to execute ten hostages.",
    "years": "He was killed in 2019 and his brother in 2021.",
    "ages": "A man of 45 and a woman of 60 came to the square.",
    "a distance": "The village lies 14 km from the front and 30 miles from Sumy.",
    "votes": "Parliament voted 88 to 12 to extend martial law.",
    "prices": "A sack of flour costs 120 dollars in El Fasher.",
    "a gap": "The aid plan is $1.4bn short.",
    "wings": "The 200 soldiers marched past the reviewing stand.",
    "a sentence in court": "A court sentenced 23 soldiers to death.",
    "a talk": "The two ministers spoke 14 times last year.",
    "a squad": "A 12-man squad held the bridge.",
    "a poll": "Of 1,000 people asked, 610 wanted talks.",
    "a unit": "The 47th Brigade and Unit 8200 were moved.",
    "a survivor": "All 19 crew survived.",
    "a right to return": "About 40,000 people have returned to their homes in Khartoum.",
    "a capacity": "The camp was built for 10,000 people.",
    "a bid": "Turkey offered to host 500 wounded.",
    "a hope": "He hopes that 12 captives will be freed.",
    "sanctions": "The EU blacklisted 26 officials and 40 ships.",
    "lost ground": "The army lost three villages and 20 tanks.",
    "homes built": "Israel approved 3,400 homes in the settlement.",
    "a purchase": "Poland bought $6bn of weapons from Seoul.",
    "a word that may mean killed, hurt or caught": "Turkish forces neutralised nine militants.",
    "a strike of workers": "Some 3,000 dockers have been on strike for two days.",
}


#: A second round, written to see whether the first one's families held.
MORE: dict[str, Told] = {
    "The hunger sect’s death toll surpasses 100.": [("killed", 100)],
    "Ten members of the same family, seven of them women, were killed in Koravets.": [("killed", 10), ("killed", 7)],
    "Drone strikes across Norvia claim at least a dozen lives.": [("killed", 12)],
    "The number of people killed is approaching 200,000.": [("killed", 200000)],
    "Iran released five envoys held captive and offered clemency to seven men held in jails abroad.": [("freed", 5)],
    "In 1995 some 8,000 men and boys were murdered at Srebrenica.": [("killed", 8000)],
    "Ten people were hanged for spying in June, rights groups say.": [("killed", 10)],
    "A car bomb went off, wounding at least seven and killing one.": [("injured", 7), ("killed", 1)],
    "Four of the five crew of the tanker were plucked from the sea; one is still missing.": [
        ("rescued", 4),
        ("missing", 1),
    ],
    "Russia fired 26 ballistic missiles and 479 drones at Ukraine overnight.": [
        ("missiles_launched", 26),
        ("drones_launched", 479),
    ],
    "The air force said 35 of 41 cruise missiles had been destroyed.": [
        ("missiles_intercepted", 35),
        ("missiles_launched", 41),
    ],
    "Iran executed nine Kurds last month, according to Hengaw.": [("killed", 9)],
    "A UN panel said 72 peacekeepers had been killed in Mali since 2013.": [("killed", 72)],
    "The World Bank approved a $700m grant to rebuild Lebanon's power grid.": [("aid_money", 700000000)],
    "A bomb planted by the road took the lives of six conscripts.": [("killed", 6)],
    "Twenty-three Yazidi women were released from captivity.": [("freed", 23)],
    "Of the 20 who were wounded, five have since died.": [("injured", 20), ("killed", 5)],
    "A second strike on the same house killed 11 of the rescuers.": [("killed", 11)],
    "A barrage of 20 rockets set off sirens in Safed.": [("missiles_launched", 20)],
}

#: As `NOTHING`, told by the sentence itself.
NOTHING_MORE = (
    "Prosecutors asked for 40 arrests in Koravets on Friday.",
    "He hoped to find the 30,000 emails that are missing.",
    "The champion pulled out of her last two tournaments with an injury.",
    "Only 173 of the 3,538 police departments that were asked arrested fewer.",
    "The pledge fell short of the 2,000 drones a month that Kyiv wants.",
    "Of the 31 pupils taken from Kuriga, all but four are home.",
    "Nearly 3,000 trucks are waiting on the Egyptian side, drivers said.",
    "Officials want the death toll kept below 100.",
    "The bill would pay for 1,200 new missiles.",
    "The hospital has 80 beds for 300 patients.",
    "Sudan's army retook the palace after 700 days.",
    "A quarter of the 80,000 soldiers have deserted.",
    "Germany is to send 5,000 soldiers to Lithuania by 2027.",
    "If confirmed, the loss of 40 aircraft would be the worst of the war.",
    "The army wants 30,000 more recruits.",
    "As many as 1,500 may lie under the rubble.",
    "Brussels stumped up another €600m for Kyiv's war chest.",
    "Police fired tear gas, and 63 demonstrators were bundled into vans.",
    "The exchange, the tenth this year, brought home 270 Ukrainians.",
    "Ukraine says only nine of the 50 missiles got through.",
    "He had 14 children.",
    "Israel has approved visas for 300 aid workers.",
    "The general promised that 10,000 troops would go home.",
    "More than 200,000 have signed the petition to free the 20 hostages.",
    "Tehran would release five Americans for $6bn, officials said.",
    "Kenya flew 25 tonnes of medicine to Port Sudan.",
    "Saudi Arabia put $500m in Yemen's central bank.",
    "Six conscripts lost limbs.",
    "No one believes the claim that 2,000 surrendered.",
    "The camp, home to 60,000 people, came under mortar fire.",
    "Three in five of the dead were women.",
    "The police shot into the crowd, killing a score or more.",
    "The dead man was one of 12 brothers.",
    "Attacks on 14 hospitals have been recorded since January.",
    "Rebels say they are holding 400 prisoners of war.",
    "More than half of the 600 aid trucks were looted.",
    "Egypt proposed freeing ten hostages in return for a truce of 60 days.",
    "The draft calls on both sides to free 300 prisoners.",
    "Under the plan Israel would release 1,000 Palestinians.",
    "The commander boasted that he could field 40,000 fighters.",
    "Turnout was 31% and 12 people were fined.",
    "Troops were told to expect 200 casualties.",
    "The drill simulated an attack in which 500 people were killed.",
    "Had the missile hit the school, 90 children might have died.",
    "Insurers put the damage at $40m.",
    "The mayor, a father of four, was elected with 3,400 votes.",
    "The town, population 9,000, lies 12 miles from the border.",
    "Barrels of crude rose to 92 dollars.",
    "An earlier report of 25 deaths was withdrawn.",
    "The minister dismissed as propaganda a report of 300 dead.",
    "The army rejected the rebels' figure of 60 dead.",
    "Nobody believes that 5,000 North Koreans were killed.",
    "Kyiv has asked for 25 Patriot batteries and 300 missiles.",
    "The factory can build 200 drones a day.",
    "He is accused of plotting to kill 30 people.",
    "The trial of 16 soldiers opened on Monday.",
    "Prosecutors sought life terms for 12 men.",
    "The court acquitted seven protesters.",
    "The UN wants to move 2,000 refugees to Rwanda.",
    "About 300 lorries a day used to cross.",
    "The ceasefire has held for 40 days, though 12 violations were reported.",
    "The rebels threaten to shoot 20 captives.",
    "They promise to hand over 28 bodies.",
    "It was the 12th strike in three weeks.",
    "The novel sold 3,000 copies and the film had 12 screenings.",
    "At 78, the general has survived six attempts on his life.",
    "The regiment was founded in 1812 with 600 men.",
    "Families of 58 hostages marched to parliament.",
    "The embassy denied reports that 12 of its citizens were missing.",
    "Neither side confirmed that 40 captives had been swapped.",
    "Rumours that 15 officers had been arrested could not be confirmed.",
    "The 300-bed hospital was hit.",
    "The army says it needs 10,000 more men.",
    "It would take 700 trucks to clear the backlog.",
    "Asked whether 30 men had surrendered, he laughed.",
    "The army has not said how many of its 2,000 soldiers were hurt.",
    "The brigade was meant to have 4,000 soldiers.",
)


@pytest.mark.parametrize("text", [text for family in TOLD.values() for text in family])
def test_reads_each_way_of_telling_it(text: str) -> None:
    expected = next(family[text] for family in TOLD.values() if text in family)
    assert [(f.metric, f.value) for f in figures(text, aliases=ALIASES) if f.value is not None] == expected


@pytest.mark.parametrize("case", NOTHING)
def test_reads_no_figure_where_nothing_is_said_to_have_happened(case: str) -> None:
    assert [(f.metric, f.value) for f in figures(NOTHING[case], aliases=ALIASES)] == []


@pytest.mark.parametrize("text", MORE)
def test_reads_what_was_told_in_other_words_too(text: str) -> None:
    assert [(f.metric, f.value) for f in figures(text, aliases=ALIASES) if f.value is not None] == MORE[text]


@pytest.mark.parametrize("text", NOTHING_MORE)
def test_reads_no_figure_in_what_is_wished_doubted_or_merely_there(text: str) -> None:
    assert figures(text, aliases=ALIASES) == ()


# sentence -> speaker, relay
WHO_SAYS = {
    "Thailand has moved 5,000 people, its health ministry said, adding that 15 had been killed.": (
        "the health ministry",
        (),
    ),
    "According to Tass, which cited a local governor, nine people were killed.": ("a local governor", ("TASS",)),
    "Ten men were arrested in Herat, the daily quoted Afghanistan's police chief, Abdul Rahim, as saying.": (
        "Abdul Rahim",
        (),
    ),
    "Some 700 soldiers were killed in May, according to figures compiled by the Ukrainian army.": (
        "Ukraine's military",
        (),
    ),
    "Forty rebels were killed, Mozambique's defence minister told state radio.": ("Mozambique's defence minister", ()),
    "About 900 people were driven from Bukavu, the IOM found.": ("the International Organization for Migration", ()),
    "The UN has verified the deaths of 212 civilians.": ("the United Nations", ()),
}


@pytest.mark.parametrize("text", WHO_SAYS)
def test_finds_who_gives_a_figure_at_second_hand(text: str) -> None:
    found = {(f.speaker, f.relay) for f in figures(text, aliases=ALIASES) if f.value != 5000}
    assert found == {WHO_SAYS[text]}
