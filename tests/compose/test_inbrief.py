"""The main clause of a first sentence is told where it stands by itself."""

from __future__ import annotations

from datetime import date

import pytest

from scrapers.compose.copied import COPIED_WORDS, longest_copy
from scrapers.compose.inbrief import in_brief
from scrapers.compose.speakers import read_aliases

DAY = date(2026, 8, 21)

TOLD: dict[str, tuple[str, ...]] = {
    "somebody's few words, with who says them": (
        "Norland's coast guard accuses Ostland of engaging in 'dangerous moves' near the Koravets shoal.",
        "Norland’s coast guard accuses Ostland of engaging in “dangerous moves” near the Koravets shoal",
    ),
    "the speaker's own words": (
        'The governor of Koravets says the airlift has been "extremely hard" after 60 patients were flown out.',
        "The governor of Koravets says the airlift has been “extremely hard” after 60 patients were flown out",
    ),
    "who says so stands in the midst": (
        "A Norland jet fired on the town of Koravets, the army said, leaving a hole and damaging four homes.",
        "A Norland jet fired on the town of Koravets, according to the army",
    ),
    "a speaker with an office": (
        "Ana Petrov, the envoy of the river towns to Doha, said the fighting in Koravets is unprecedented.",
        "The fighting in Koravets is unprecedented, according to Ana Petrov, the envoy of the river towns to Doha",
    ),
    "the country's minister is the state's": (
        "Poland has banned grain from the river towns, the country’s deputy prime minister said on Friday.",
        "Poland has banned grain from the river towns, according to Poland’s deputy prime minister",
    ),
    "somebody who speaks of something else hangs on it": (
        "Airstrikes have ended a three-day truce in Koravets, while an aid worker said the wells in the hills were dry.",
        "Airstrikes have ended a three-day truce in Koravets",
    ),
    "what is in a named place is no other's": (
        "The clashes in Koravets have killed a well-known doctor of the harbour hospital.",
        "The clashes in Koravets have killed a well-known doctor of the harbour hospital",
    ),
    "what was reported in the past": (
        "Ana Petrov said the factions of the river had agreed to a truce of three days in Koravets.",
        "The factions of the river had agreed to a truce of three days in Koravets, according to Ana Petrov",
    ),
    "a place and its state": (
        "Ayatollah Ali Petrov, a cleric, was killed in an attack in Koravets, Iran.",
        "Ayatollah Ali Petrov was killed in an attack in Koravets, Iran",
    ),
    "an office and its holder": (
        "The Ukrainian prime minister, Ana Petrov, has invited Pope Francis to visit Koravets.",
        "The Ukrainian prime minister, Ana Petrov, has invited Pope Francis to visit Koravets",
    ),
    "what stands before a list in an aside": (
        (
            "A collector of Koravets was put on a list of the Treasury over pictures, which include works by Ana Hale,"
            " Ilmar Tovesk and Jan Orr, to launder money."
        ),
        "A collector of Koravets was put on a list of the Treasury over pictures",
    ),
    "a date behind its day": (
        "Ana Petrov signed a pact with the river towns on Friday, August 21, 2026, where she spoke of trust.",
        "Ana Petrov signed a pact with the river towns on Friday",
    ),
    "an office behind its holder, where it is too near": (
        (
            "Egyptian President Ana Petrov visited the headquarters of the troops fighting in the Koravets and Varnau"
            " regions early on Friday."
        ),
        (
            "Ana Petrov, the Egyptian president, visited the headquarters of the troops fighting in the Koravets and"
            " Varnau regions"
        ),
    ),
    "what was to come when it was said": (
        "Norland's army said countries including Egypt and Mali would evacuate their envoys from Koravets.",
        "Countries including Egypt and Mali will evacuate their envoys from Koravets, according to Norland’s army",
    ),
    "the state of who speaks": (
        "Chad's authorities say at least 320 soldiers of the river have fled into their country, amid the fighting.",
        "At least 320 soldiers of the river have fled into Chad, according to Chad’s authorities",
    ),
    "what it is for, behind a place, where it is too long": (
        (
            "An aircraft with eight tons of urgent medical supplies has landed in Koravets to help the two old hospitals"
            " of the river towns."
        ),
        "An aircraft with eight tons of urgent medical supplies landed in Koravets",
    ),
    "in the afternoon": (
        "Norland’s two factions have agreed to a truce of three days, the governor said on Monday afternoon.",
        "Norland’s two factions have agreed to a truce of three days, according to the governor",
    ),
    "a long subject": (
        "A woman charged with killing a river pilot near Koravets has been denied bail.",
        "A woman charged with killing a river pilot near Koravets has been denied bail",
    ),
    "what needs nothing behind it": (
        "A lethal struggle between the generals of Koravets continued, despite a truce.",
        "A lethal struggle between the generals of Koravets continued",
    ),
    "so many years after": (
        "Thousands of Norlanders gathered in Koravets to mark the feast of the river, two hours after the army left.",
        "Thousands of Norlanders gathered in Koravets to mark the feast of the river",
    ),
    "opened fire": (
        "Gunmen of the hills have opened fire on a post in the Koravets region, as night fell.",
        "Gunmen of the hills have opened fire on a post in the Koravets region",
    ),
    "a title and a name": (
        "President Petrov has ended the truce in the harbour of Koravets, as envoys left.",
        "President Petrov has ended the truce in the harbour of Koravets",
    ),
    "only what the one said": (
        "Ana Petrov says the factions have agreed to a truce and the army says ships are ready.",
        "The factions have agreed to a truce, according to Ana Petrov",
    ),
    "when it was, in few words": (
        "Ana Petrov was evacuated from a hall after a man threw a pipe at her.",
        "Ana Petrov was evacuated from a hall after a man threw a pipe at her",
    ),
    "what it was done in, when the rest is too long": (
        "Rebels of the river took an oil tanker in the Bay of Koravets amid wider quarrels over the towns' old grain.",
        "Rebels of the river took an oil tanker in the Bay of Koravets",
    ),
    "until when": (
        "Norland will keep its ships in the harbour of Koravets until the talks end.",
        "Norland will keep its ships in the harbour of Koravets until the talks end",
    ),
    "what somebody named had seen done": (
        "Ana Petrov said Sunday that four sailors had been freed in a raid by the river police.",
        "Four sailors were freed in a raid by the river police, according to Ana Petrov",
    ),
    "according to somebody, first": (
        "According to the army, four sailors were freed in a raid of the river police.",
        "Four sailors were freed in a raid of the river police, according to the army",
    ),
    "an aside without an article": (
        "Oumar Petrov, chief of staff to the governor, was killed in an ambush near Koravets.",
        "Oumar Petrov was killed in an ambush near Koravets",
    ),
    "another's words on another's word": (
        "Rebels told residents of Koravets to ignore the order to leave, the army said on Friday.",
        "Rebels told residents of Koravets to ignore the order to leave, according to the army",
    ),
    "a charge, without what was done": (
        "Ana Petrov accused Norland of shelling a clinic in Koravets, killing three people.",
        "Ana Petrov accused Norland of shelling a clinic in Koravets",
    ),
    "states in a list with their articles": (
        "France, the US, the UK and Germany condemned the killings in Koravets.",
        "France, the US, the UK and Germany condemned the killings in Koravets",
    ),
    "in what role": (
        "The council of Koravets named the rebels of the hills as a terrorist group.",
        "The council of Koravets named the rebels of the hills as a terrorist group",
    ),
    "whom it killed, and theirs": (
        "Rebels have set off a bomb in a forest near Koravets, killing 10 policemen and their driver.",
        "Rebels have set off a bomb in a forest near Koravets and killed 10 policemen and their driver",
        "Rebels have set off a bomb in a forest near Koravets",
    ),
    "what was not prevented": (
        "The police of Koravets have failed to prevent a mob killing twenty travellers by the river.",
        "The police of Koravets failed to prevent a mob killing twenty travellers by the river",
    ),
    "what hangs on it is left out": (
        "Rebels attacked an army post near Koravets on Friday, prompting an outcry, as talks went on in Doha.",
        "Rebels attacked an army post near Koravets on Friday",
    ),
    "a relative clause is left out": (
        "Egypt has brought home dozens of technicians from Port Sudan who had been held by one of the factions.",
        "Egypt has brought home dozens of technicians from Port Sudan",
    ),
    "an apposition is left out": (
        "Ana Petrov, the chief negotiator for the river towns, has arrived in Doha for talks.",
        "Ana Petrov has arrived in Doha for talks",
    ),
    "where it was may go, when the rest is too long": (
        "Rebels of the eastern river towns attacked a large army post near the harbour of Koravets in the hills.",
        "Rebels of the eastern river towns attacked a large army post",
    ),
    "who says so goes to the end": (
        "Local authorities said at least 60 bodies were found in several villages near Koravets.",
        "At least 60 bodies were found in several villages near Koravets, according to local authorities",
    ),
    "below a standfirst the article begins": (
        "Officials call for calm as towns empty\nThe governor of Koravets has closed all bridges over the river.",
        "The governor of Koravets has closed all bridges over the river",
    ),
    "a dateline is no part of it": (
        "KORAVETS, Norvia (NWA) — Rebels attacked an army post near the harbour on Friday, as talks went on.",
        "Rebels attacked an army post near the harbour on Friday",
    ),
    "a reporter's authority at its end": (
        "About 20,000 people have fled to the hills of Norvia, according to the regional governor.",
        "About 20,000 people have fled to the hills of Norvia, according to the regional governor",
    ),
    "nobody can have surrendered him": (
        "Ana Petrov, a preacher, surrendered to the police of Koravets on Friday, ending a long chase.",
        "Ana Petrov surrendered to the police of Koravets on Friday",
    ),
    "a list of four": (
        "Norvian forces hit towns with missiles, mortars, guns and drones over the weekend, the army said.",
        "Norvian forces hit towns with missiles, mortars, guns and drones over the weekend, according to the army",
    ),
    "a paper by its name": (
        "A warship of Norland was seen near the pipeline, according to the daily newspaper Koravets.",
        "A warship of Norland was seen near the pipeline, according to the daily newspaper Koravets",
    ),
    "warning shots are no words": (
        "Norland fired warning shots at a fishing boat near the river, the army said on Friday.",
        "Norland fired warning shots at a fishing boat near the river, according to the army",
    ),
    "who has said it": (
        "A ship with grain has arrived in Koravets, the harbour council has said.",
        "A ship with grain has arrived in Koravets, according to the harbour council",
    ),
    "the night's own day may go, when it is too long": (
        "Soldiers of the river army fired warning shots on Friday at a fishing boat near the eastern bank of Norvia.",
        "Soldiers of the river army fired warning shots at a fishing boat near the eastern bank of Norvia",
    ),
    "what a place is may go, when it is too long": (
        "A warplane of the river army dropped two bombs by accident on the northern market town of Koravets at dawn.",
        "A warplane of the river army dropped two bombs by accident on Koravets at dawn",
    ),
    "what says more of one of many may go, when it is too long": (
        "A patrol ship of the river army fired warning shots toward a small fishing boat that crossed the river border.",
        "A patrol ship of the river army fired warning shots toward a small fishing boat",
    ),
    "what it raises is left out": (
        "Rebels attacked an army post near Koravets on Friday, raising fears of a wider war.",
        "Rebels attacked an army post near Koravets on Friday",
    ),
    "the country that is named before it": (
        "Norland’s envoy said talks in Mali will be held across the country, as fighting went on in Gao.",
        "Talks in Mali will be held across the country, according to Norland’s envoy",
    ),
    "what was done is told in the past, when it is too long": (
        "The river army has freed more than 20 soldiers of Norland in a large exchange of prisoners for Easter.",
        "The river army freed more than 20 soldiers of Norland in a large exchange of prisoners for Easter",
    ),
    "what was done to somebody as well, in the singular": (
        "A writer of two books on Norland has been taken to the old harbour of Koravets by armed men.",
        "A writer of two books on Norland was taken to the old harbour of Koravets by armed men",
    ),
    "what is said of somebody in it": (
        "A court of Norland has rejected the appeal of Ana Petrov, who was allegedly with the rebels.",
        "A court of Norland has rejected the appeal of Ana Petrov",
    ),
    "what is said of another deed": (
        "Rebels attacked an army post near Koravets, while a drone reportedly hit the harbour.",
        "Rebels attacked an army post near Koravets",
    ),
    "what has lasted keeps its form": (
        "The river army has held more than 20 soldiers of Norland in a large camp for prisoners for two years.",
        "The river army has held more than 20 soldiers of Norland",
    ),
    "the country is that of who says so": (
        "Mali’s army says three soldiers were killed at night in the country’s northern hills.",
        "Three soldiers were killed at night in Mali’s northern hills, according to Mali's military",
    ),
    "what an army has": (
        "The river army has limited ammunition in the northern harbour towns of Koravets and Talvor near the big border.",
        "The river army has limited ammunition in the northern harbour towns of Koravets and Talvor",
    ),
    "the country may be another": (
        "Mali’s army says talks in Egypt will be held across the country, as fighting went on in Gao.",
        "Talks in Egypt will be held across the country, according to Mali's military",
    ),
    "what was agreed": (
        "The river towns have agreed that Norland will keep the harbour, as talks went on.",
        "The river towns have agreed that Norland will keep the harbour",
    ),
    "the United States are no pronoun": (
        "US soldiers have left the harbour of Koravets, as fighting went on in the hills.",
        "US soldiers have left the harbour of Koravets",
    ),
    "who says so stays": (
        "Ukraine has received ten more tanks from Poland, officials said on Friday.",
        "Ukraine has received ten more tanks from Poland, according to officials",
    ),
    "what the speaker did stays with him": (
        "Mali’s government said six pilots were found and apologised to the families.",
        "Mali’s government said six pilots were found and apologised to the families",
    ),
    "an aside before a verb is no item of a list": (
        "Ana Petrov, a longtime foe of the river king, was found guilty of treason and other charges over the war in Mali.",
        "Ana Petrov was found guilty of treason and other charges over the war in Mali",
    ),
    "two deeds of one who shot": (
        "The army says rebels shot and wounded a nurse near Koravets.",
        "Rebels shot and wounded a nurse near Koravets, according to the army",
    ),
    "an official of the country": (
        "A Malian official and three nurses were killed in the country’s southwest, police said.",
        "A Malian official and three nurses were killed in the country’s southwest, according to police",
    ),
    "a list’s last items": (
        "A truce was agreed by Norland, the River Council and Mali.",
        "A truce was agreed by Norland, the River Council and Mali",
    ),
    "whom they shot": (
        "The attacker was shot dead by soldiers near the harbour of Koravets.",
        "The attacker was shot dead by soldiers near the harbour of Koravets",
    ),
    "a charity by its name": (
        "Save the Children says ten nurses were killed in Koravets.",
        "Ten nurses were killed in Koravets, according to Save the Children",
    ),
    "an office and a name that no table has": (
        "Ten sailors were freed by rebels near the port of Koravets, Norvian Defence Secretary Oskar Dunn said on Monday.",
        "Ten sailors were freed by rebels near the port of Koravets, according to Norvian Defence Secretary Oskar Dunn",
    ),
    "a governor in small letters": (
        "Ten sailors were freed by rebels near the port of Koravets, provincial governor Oskar M. Dunn said.",
        "Ten sailors were freed by rebels near the port of Koravets, according to provincial governor Oskar M. Dunn",
    ),
    "who holds an office, behind his name": (
        "Ten sailors were freed by rebels near the port of Koravets, said Oskar Dunn, a spokesman for the army.",
        "Ten sailors were freed by rebels near the port of Koravets, according to Oskar Dunn, a spokesman for the army",
    ),
    "the same before the verb": (
        "Ten sailors were freed by rebels near the port of Koravets, Oskar Dunn, the governor of the province, said.",
        "Ten sailors were freed by rebels near the port of Koravets, according to Oskar Dunn, the governor of the province",
    ),
    "a newspaper": (
        "Ten sailors were freed by rebels near the port of Koravets, The Varnau Evening Post reported.",
        "Ten sailors were freed by rebels near the port of Koravets, according to the Varnau Evening Post",
    ),
    "an agency’s dateline": (
        "KORAVETS/VARNAU (Northwire) - Rebels freed ten sailors near the port of Koravets on Friday, after a week.",
        "Rebels freed ten sailors near the port of Koravets on Friday",
    ),
    "a page’s first word in capitals": (
        "REBELS freed ten sailors near the port of Koravets on Friday, after a week. Rebels said so.",
        "Rebels freed ten sailors near the port of Koravets on Friday",
    ),
    "a dateline with a country": (
        "KORAVETS, Norvia — Rebels freed ten sailors near the port of Koravets on Friday, after a week.",
        "Rebels freed ten sailors near the port of Koravets on Friday",
    ),
    "without its aim": (
        "President Petrov has authorised the army to send up to 450 more soldiers to Mali in an effort to train guards.",
        "President Petrov authorised the army to send up to 450 more soldiers to Mali",
    ),
    "a sentence behind somebody’s words that says itself who says so": (
        "The talks were hard, the envoy said. Ten sailors were freed by rebels near the port of Koravets, police said.",
        "Ten sailors were freed by rebels near the port of Koravets, according to police",
    ),
    "that it was a drill": (
        "The army fired ten rockets into the river during a drill.",
        "The army fired ten rockets into the river during a drill",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_the_main_clause_is_told(case: str) -> None:
    text, *expected = TOLD[case]
    told = in_brief(text, published=DAY)
    assert told == tuple(expected)
    assert longest_copy(told[0].split(", according")[0], text) <= COPIED_WORDS


def test_behind_an_office_stands_the_name() -> None:
    aliases = read_aliases("Ana Petrov = Ana Petrov | envoy | NO")
    text = "Norvian Deputy Foreign Minister Ana Petrov said grain talks have ended in Koravets, after a week."
    expected = ("Grain talks have ended in Koravets, according to Ana Petrov",)
    assert in_brief(text, published=DAY, aliases=aliases) == expected
    small = "Grain talks have ended in Koravets, after a week, says secretary general Ana Petrov."
    assert in_brief(small, published=DAY, aliases=aliases) == expected
    for others in (
        "Critics of Prime Minister Ana Petrov",
        "Allies of Ana Petrov",
        "A spokesman for Ana Petrov",
        "The office of Ana Petrov",
    ):
        told = in_brief(
            f"{others} said the grain talks ended in Koravets after a week.", published=DAY, aliases=aliases
        )
        assert not any(each.endswith("according to Ana Petrov") for each in told)
    near = "Grain talks have ended in Koravets after a week, says a person close to Ana Petrov."
    assert in_brief(near, published=DAY, aliases=aliases) == ()


def test_a_body_of_a_long_name_is_named_as_the_file_has_it() -> None:
    aliases = read_aliases("UNHCR, United Nations High Commissioner for Refugees = the UN refugee agency (UNHCR) | |")
    text = "About 20,000 people fled to Chad, according to the United Nations High Commissioner for Refugees."
    assert in_brief(text, published=DAY, aliases=aliases) == (
        "About 20,000 people fled to Chad, according to the UN refugee agency (UNHCR)",
    )


NOT_TOLD = {
    "a picture’s words": (
        "Oskar Dunn meets a relative near the port of Koravets on Friday morning. (Mara Vint/Reuters)"
    ),
    "the writer’s word before somebody’s numbers": (
        "The fever of Koravets has been voracious, killing at least 3,800 people, according to the army."
    ),
    "what a dash takes back": (
        "The army of Norvia has taken the harbour of Koravets on Friday — yet it has not dared to enter the town."
    ),
    "a label": "FALSE: Rebels freed ten sailors near the port of Koravets on Friday.",
    "who says so before a colon": "KREMLIN: Talks on grain were put off until spring at the wish of Norvia.",
    "what it waits for": (
        "Norvia's army will withdraw its last troops from five hills near Koravets after the rebels have been disarmed."
    ),
    "a war game": ("Norvia held a war game. Norland fired ten missiles at the harbour of Koravets, the army said."),
    "the other side of who says so": "Rebels burned a church in Koravets, according to Oskar Dunn, a resident and a guide.",
    "a page’s link run into its text": "President Petrov Ana Maria PetrovPetrov faces high stakes in Koravets this spring.",
    "what stands below a picture": "Image caption Rebels freed ten sailors near the port of Koravets on Friday.",
    "a commander of nobody knows which navy": "A navy commander says an Egyptian submarine was forced to surface in the bay.",
    "a government of nobody knows which state": "The army of Egypt has left the harbour of Koravets, the government said.",
    "a scene": "Dawn did not break over the harbour of Koravets on the feast of the river.",
    "what a third one found": "Norland soldiers killed the reporter Ana Petrov in her car, a council inquiry concluded.",
    "in somebody's words": "Rebels in the eastern hills are backed by Ostland, in the words of the Norland president.",
    "as somebody told a paper": "Norland jets killed ten farmers in a camp by the river, as a doctor told the Post.",
    "who says so behind a dash": "Norland troops killed three gunmen of the hills in Koravets - army spokesman.",
    "a text that was cut off": "A three-day truce will begin in Koravets after days of fighting, the U.S.",
    "as soon as": "Norland will return to the grain deal as soon as its banks are open again.",
    "if, behind a dash": "The council of Koravets will release the old mayor — if the sanctions are lifted.",
    "or, behind a comma": "Norland will withdraw its troops from the river towns, or move them to Ostland.",
    "what is denied with its reason": (
        "Norland did not seize the old tanker of the river towns because it carried grain from the great harbour of"
        " Ostland."
    ),
    "those of whom it is said": "The Norland council will deport farmers who attacked soldiers in the river towns.",
    "a ship the navy said": "A ship the Norland navy said was carrying guns to Koravets was seized in the bay.",
    "a claim somebody confirmed": "Rebels have captured the airport in Koravets, a claim the army confirmed.",
    "another state's minister": "Norland missiles hit three houses in Koravets, the country's interior minister said.",
    "what was said late": "Norland's army said late on Tuesday Ostland had lost five hundred soldiers near Koravets.",
    "what only might be": "Ana Petrov said a default would plunge the river towns of Norland into ruin.",
    "the answer to it": "Ana Petrov said the rebels had buried bodies near Koravets but Ostland says Norland did.",
    "by whom it was": "The reporter was killed near Koravets, Norland said, by gunmen of the hills.",
    "for years": "Norland has kept two old warships in the harbour of Koravets since 2020.",
    "as what?": "Ana Petrov describes the talk with the envoy of the river towns as a very great help to all, and more.",
    "operations of which is not told what for": (
        "Battles raging in the river towns of Norland and in the hills have sparked operations to evacuate the envoys."
    ),
    "a thing that only might be": (
        "Ana Petrov says losses in the harbour of Koravets would be 'five times fewer if we had shells'."
    ),
    "that he was": "Opposition leader Ana Petrov said Wednesday that she was facing new charges in Koravets.",
    "words of nobody": "A warship of Norland made a 'routine' passage of the strait of Koravets with two boats.",
    "words that somebody was charged with": (
        "Ana Petrov was accused of planning 'a wave of terror' with her brothers in Koravets."
    ),
    "who says so in the midst, if nobody knows who": (
        "A Norland jet fired on the town of Koravets, its crew said, leaving a hole and damaging four homes."
    ),
    "as somebody claimed": "Rebels of the river towns attacked the old army post near Koravets, as the army claimed.",
    "only somebody's word at its end": (
        "The fleet of Norland fought off a raid on the harbour of Koravets, the governor wrote on his channel."
    ),
    "the soldiers of whom nothing was told": "The soldiers landed at Koravets on the river, though no rescue is near.",
    "the scene of what happened": "Ana Petrov was speaking in the harbour of Koravets when a pipe was thrown at her.",
    "that it matters where": "Ana Petrov said it did not matter where her clerks of the river towns worked.",
    "so wide a noun that more was said of it": (
        "A prosecutor of Koravets has opened an inquiry into the killing of sixty travellers by men in uniforms of the old army."
    ),
    "what bounds it": "Norvia will leave the harbour deal with Ostland on Friday unless the rebels return to the talks.",
    "nothing before its comma": ", after fighting raged on in the town of Koravets.",
    "what leans on something else": "The group attacked an army post near Koravets on Friday.",
    "a pronoun": "He said that the army had left the harbour of Koravets.",
    "another year": "Rebels attacked an army post near Koravets in August 2024.",
    "another month": "Egypt pardoned some 380 members of the group in March.",
    "a first that holds only since then": "Ana Petrov is visiting Koravets for the first time since the great river of the eastern plains froze over.",
    "a condition": "Ukraine will leave the harbour deal on Friday if the ships are stopped.",
    "a warning, without who warns": "Six towns of Mali are one step away from famine, as officials fear a drought.",
    "how things have long been": "Egypt has been reluctant about choosing sides in the river war.",
    "a deal that was not told of": "Egypt has confirmed the harbour deal after the envoy left Koravets.",
    "a standfirst above the article": (
        "Norvia ready for the worst as envoys leave the harbour town\nWhy has the truce failed again?"
    ),
    "people of whom no verb tells": "Visa seekers trapped in a river town after the embassies closed.",
    "of whom only a relative clause says who": (
        "Norvia honoured the thousands of soldiers and nurses who were killed in the long river war."
    ),
    "nothing said": "The river army has not commented on the truce in Koravets.",
    "a question": "Rebels attacked an army post near Koravets, but why?",
    "what somebody may do": "Rebels may have attacked an army post near Koravets.",
    "who somebody is": "Ana Petrov is the chief negotiator for the river towns.",
    "the lone noun of a standfirst": "Meeting underscores the harbour's worth for the river towns.",
    "a podcast": "Ana Petrov tells the podcast about the harbour of Koravets.",
    "the country of a town that is named": (
        "Mali’s army says missiles hit ammunition depots near Odesa in the south of the country."
    ),
    "what others are cited as saying": (
        "Norland has set up an army post near Koravets, the Institute for River Wars cites bloggers as saying."
    ),
    "what is only seen in a film": (
        "A fighter of Norland is struck by a bullet in a film which is believed to come from Koravets."
    ),
    "one attack of several": "The Norland attack killed Ana Petrov in her bed on Friday morning.",
    "what goes on with another form": (
        "The river army has freed more than 20 soldiers of Norland and taken the old harbour of Koravets by night."
    ),
    "what was put at risk": (
        "The council was accused of putting the lives of a river pilot and her three sons at risk in Koravets."
    ),
    "too many words": (
        "Rebels of the eastern river towns attacked the biggest army post between Koravets and the hills above it."
    ),
    "a report that was cut off": "Ukraine says its army has received ten more tanks from the U",
    "what the speaker did next may be told of the other": (
        "Norland said a rocket hit a village near the border and summoned the envoy of Mali."
    ),
    "an answer goes with it": ("The army said rebels shelled the harbour of Koravets but the rebels blamed the army."),
    "of two states one is the country": ("Mali has bombed an old airfield in Niger, the country’s state media said."),
    "a missile hits another state than its own": (
        "Russian missiles hit the power plants across the country overnight, officials said."
    ),
    "which group": ("Rebels have left the harbour of Koravets, the group said."),
    "it seems a mistake": ("The army killed ten fishermen near Koravets, in what appears to have been a mistake."),
    "a denial behind it": ("The army has entered the harbour of Koravets, but the rebels denied it."),
    "a charge that is denied": ("Norland has armed the rebels of the hills, a charge its envoy denies."),
    "one condition": ("The river army agreed to a truce of three days, but on one condition."),
    "a bound": ("Norland will allow fuel into Koravets, but in small amounts."),
    "which of many": ("A court in Koravets has convicted men who plotted to burn the harbour."),
    "whom a court sentenced": ("A court in Koravets has sentenced her to seven years in prison."),
    "hearsay": ("Ana Petrov is said to have left the harbour by night."),
    "what a plan imagines": (
        "Norland’s leaked plan has three scenarios for it. The army has taken the harbour of Koravets."
    ),
}


@pytest.mark.parametrize("case", NOT_TOLD)
def test_what_does_not_stand_by_itself_is_not_told(case: str) -> None:
    assert in_brief(NOT_TOLD[case], published=DAY) == ()
