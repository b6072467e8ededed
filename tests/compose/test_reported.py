"""What somebody is said to have said becomes a sentence of ours, or none."""

from __future__ import annotations

import pytest

from scrapers.compose.claims import claims
from scrapers.compose.reported import reported
from scrapers.compose.speakers import read_aliases

ALIASES = read_aliases("Ana Petrov = Ana Petrov | chief negotiator\nNorvia = Norvia | | NV\nOstland = Ostland | | OS\n")


def made(text: str) -> list[str]:
    return [ways[-1] for claim in claims(text, aliases=ALIASES) if (ways := reported(text, claim))]


TOLD = {
    "a clause, what hangs on it left out": (
        "Ana Petrov said the rebels had left the harbour of Koravets, where fighting had raged since Monday.",
        "Ana Petrov said that the rebels had left the harbour of Koravets",
    ),
    "in the present tense": (
        "Norvia says its forces are holding the harbour of Koravets as the rebels advance on the town from the north.",
        "Norvia said that its forces are holding the harbour of Koravets",
    ),
    "with somebody's own words inside": (
        "Ana Petrov said the raid on Koravets was “a grave and needless mistake” that would be answered.",
        "Ana Petrov said that the raid on Koravets was “a grave and needless mistake” that would be answered",
    ),
    "with what the text calls the speaker": (
        "Ana Petrov, the chief negotiator, said that the harbour of Koravets would reopen.",
        "Ana Petrov, the chief negotiator, said that the harbour of Koravets would reopen",
    ),
    "whom somebody told it": (
        "Ana Petrov told Ostland's Prime Minister Oskar Dunn that Norvia would reopen the harbour of Koravets.",
        "Ana Petrov told Oskar Dunn that Norvia would reopen the harbour of Koravets",
    ),
    "told to anybody": (
        "Ana Petrov told reporters on Friday that the harbour of Koravets would reopen.",
        "Ana Petrov said that the harbour of Koravets would reopen",
    ),
    "what is denied": (
        "Norvia denied reports of a second raid on Koravets, calling them lies.",
        "Norvia denied reports of a second raid on Koravets",
    ),
    "what is urged": (
        "Norvia and Ostland urged a return to the talks in Koravets, after clashes there.",
        "Norvia and Ostland urged a return to the talks in Koravets",
    ),
    "whom somebody accuses": (
        "Ana Petrov accused Ostland of “breaking its word” in Koravets.",
        "Ana Petrov accused Ostland of “breaking its word” in Koravets",
    ),
    "what somebody will do": (
        "Ana Petrov vowed to keep the harbour of Koravets open.",
        "Ana Petrov vowed to keep the harbour of Koravets open",
    ),
    "what somebody calls a thing": (
        "Ana Petrov called the raid on Koravets “reckless and unsafe”.",
        "Ana Petrov called the raid on Koravets “reckless and unsafe”",
    ),
    "who says so at the end": (
        "The harbour of Koravets was shelled twice on Monday, the coastguard said.",
        "The harbour of Koravets was shelled twice on Monday, according to the coastguard",
    ),
    "a claim stays a claim": (
        "The harbour of Koravets was taken on Monday, the rebels claimed.",
        "The harbour of Koravets was taken on Monday, the rebels claim",
    ),
    "at which time of the day": (
        "Norvia said Friday evening that the harbour of Koravets would reopen.",
        "Norvia said that the harbour of Koravets would reopen",
    ),
    "several say so, in the present": (
        "Officials in Norvia say there was no sign of a raid on Koravets.",
        "Officials in Norvia said that there was no sign of a raid on Koravets",
    ),
    "what a clause behind the name says of who speaks": (
        "Ana Petrov, who has led the talks since May, said the harbour of Koravets would reopen.",
        "Ana Petrov said that the harbour of Koravets would reopen",
    ),
    "the first of two deeds": (
        "Norvia's army said the convoy of lorries crossed the river north of Varnau early on Friday and drove up hills.",
        "Norvia's army said that the convoy of lorries crossed the river north of Varnau early on Friday",
    ),
    "the first of two places": (
        "Ana Petrov said the raids by the army had damaged peace and trust on the river and in the hills to the north.",
        "Ana Petrov said that the raids by the army had damaged peace and trust on the river",
    ),
    "without what a place is, at the end": (
        "Norvia's army said the latest missile of the rebels was fired from Varnau near Koravets, home to the main port.",
        "Norvia's army said that the latest missile of the rebels was fired from Varnau near Koravets",
    ),
    "whom the text cites is no office": (
        "Ana Petrov, citing an official, said that the harbour of Koravets would reopen.",
        "Ana Petrov said that the harbour of Koravets would reopen",
    ),
    "one of two who speak": (
        "From two towns, Dunn and Defense Secretary Mara Vint said the harbour of Koravets would reopen.",
        "Mara Vint said that the harbour of Koravets would reopen",
    ),
    "what they are taken for": (
        "Ana Petrov said the leaders of the rebels in the hills treat the men as shields of flesh in the long war.",
        "Ana Petrov said that the leaders of the rebels in the hills treat the men as shields of flesh",
    ),
    "how many thousand": (
        "Norvia said more than 3,000 sailors of Ostland had been killed or wounded.",
        "Norvia said that more than 3,000 sailors of Ostland had been killed or wounded",
    ),
    "most of them": (
        "Norvia said that dozens of people had been arrested in Koravets, among them two judges.",
        "Norvia said that dozens of people had been arrested in Koravets",
    ),
    "a monitor by its name": (
        "A war monitor based in Ostland, the River Watch for Human Rights, said that dozens were arrested in Koravets.",
        "the River Watch for Human Rights said that dozens were arrested in Koravets",
    ),
    "told to a paper named Post": (
        "Ana Petrov told The Koravets Post that the harbour would reopen on Monday.",
        "Ana Petrov told The Koravets Post that the harbour would reopen on Monday",
    ),
    "what somebody has done, perhaps long ago": (
        "Ana Petrov has promised to rid the harbour of Koravets of arms.",
        "Ana Petrov has promised to rid the harbour of Koravets of arms",
    ),
    "without an aside and what hangs on it": (
        "Norvia said it would put duties on a range of goods, including fish and gas, striking back at Ostland.",
        "Norvia said that it would put duties on a range of goods",
    ),
    "at a later hour": (
        "Norvia said later that the harbour of Koravets would reopen.",
        "Norvia said that the harbour of Koravets would reopen",
    ),
    "by which means": (
        "Norvia said in a statement that the harbour of Koravets would reopen.",
        "Norvia said that the harbour of Koravets would reopen",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_tells_who_said_what(case: str) -> None:
    text, expected = TOLD[case]
    assert made(text) == [expected]


NOT_TOLD = {
    "it hangs on another deed": "The talks opened weeks after Norvia said that the harbour of Koravets would close.",
    "it only describes": "The envoy, who has denied the raid on Koravets, arrived on Monday.",
    "it is bound by a condition": "Norvia said the harbour of Koravets would reopen, unless the rebels returned to it.",
    "one half of a contrast": "Norvia said the harbour of Koravets was calm but the town was burning.",
    "no verb of its own": "People in the harbour town said nothing of the raid on Koravets.",
    "somebody who stands elsewhere": "Ana Petrov said they had taken him from the harbour of Koravets.",
    "whose police is not told": "The town’s police said the harbour of Koravets was shelled on Monday.",
    "years ago": "Ana Petrov said the harbour of Koravets was shelled three years ago.",
    "too long to be ours": (
        "Ana Petrov said the rebels had in the night taken the old harbour and the two roads that lead from it to the"
        " market of Koravets and to the airport beyond it."
    ),
    "a standfirst run into the text": (
        "Clashes around the harbour of Koravets A ship that carried grain was hit there, the coastguard said."
    ),
    "it is broken at an abbreviation": "Ana Petrov said the harbour of Koravets was closed by Cpt. Belor on Monday.",
    "who ought to do it is open": "Ana Petrov told Oskar Dunn that she must open the harbour of Koravets.",
    "what somebody says that she told": (
        "Lavrov said Ana Petrov told Xi Jinping that the harbour of Koravets would reopen."
    ),
    "what was told and is false": "Ana Petrov falsely told Xi Jinping that the harbour of Koravets had reopened.",
    "whom it was told stands elsewhere": "Ana Petrov told him that the harbour of Koravets would reopen.",
    "it turns": "Ana Petrov said the harbour of Koravets was calm on Monday, but the town was not.",
    "whose spokesman is not told": "Her campaign spokesman, Oskar Dunn, said the harbour of Koravets was calm.",
    "a surname alone and a pronoun": "Petrov said she was recovering in the harbour of Koravets.",
    "it was never said": "Norvia never denied the raid on the harbour of Koravets.",
    "it had been said before": "Norvia had earlier said that the harbour of Koravets would close.",
    "a condition between dashes": "Norvia said the harbour of Koravets would reopen – if the rebels leave the town.",
    "a condition in brackets": "Norvia said the harbour of Koravets would reopen (if the rebels leave the town).",
    "as long as": "Norvia said the harbour of Koravets would stay open, as long as the truce holds.",
    "a promise while something lasts": (
        "Norvia said its troops would not attack the harbour of Koravets or the old town of Varnau while talks between the"
        " two sides were going on."
    ),
    "another time": "Ana Petrov said the harbour of Koravets was then in the hands of the rebels.",
    "whom somebody warned of what": "Ana Petrov warned the nation of the dangers the raid on Koravets presented.",
    "two nouns of one verb": (
        "Ana Petrov said that men on carts had raided the village of Varnau where dozens of men and boys were taken away"
        " to the hills."
    ),
    "a clause that hangs on nothing": "Even as the truce began, Ana Petrov said.",
    "how many of what stood elsewhere": "The guns of Varnau have shot down 130, Ana Petrov said.",
    "for what stood elsewhere": "Norvia denied that its forces were responsible.",
    "words that the writer mended": 'Ana Petrov said the men were "wip[ing] their feet" on the flag of Koravets.',
    "what ought to be cleared": "Norvia said that it should be cleared of the rebels of the harbour guild.",
    "said in another year": "Ana Petrov said late last year that the harbour of Koravets would reopen.",
    "the other side’s word would be gone": (
        "Norvia said the raid on Koravets was the work of the rebels, while Ostland called the charge a lie."
    ),
    "a thing announced": "Ana Petrov announced terms of a truce that would end the war on the river.",
    "what the quotation only describes": "Ana Petrov called the raid on Koravets a “most serious” threat.",
    "what is denied is a charge": "Norvia denied accusations that the raid on Koravets was a mistake of the army.",
    "whether what": (
        "Ana Petrov said the guild in the hills has sought the lists of the old harbour to find out whether in the last"
        " ten years Norvia had paid for it."
    ),
    "whom he wants to remove": "It is a blow to the men whom Ana Petrov has vowed to remove from Koravets.",
    "how many could be": "The dam could break and 12,000 people would drown in Koravets, Ana Petrov said.",
    "it begins with but": "But when Norvia decides to go to Koravets it is a new game, Ana Petrov said.",
    "what the second deed undid": (
        "Norvia's army said the rebels of the hills had taken the port of Varnau on the lake on Friday and withdrew from"
        " it by night."
    ),
    "of several causes one": "Norvia's guild said that the damage to the line could be sabotage, a theft or a fault.",
    "he spoke before": "Ana Petrov, who spoke before the fall of Varnau, said that the harbour was full of rebels.",
    "contrary to what somebody said": (
        "Contrary to what Norvia said, the harbour of Koravets did have more guards than ships."
    ),
    "another, of whom none was told": "The harbour of Koravets was full of rebels, another source said.",
    "one half of what became of it": (
        "The harbour of Koravets was to be shut on Monday, but the rebels came before it, Ana Petrov said."
    ),
    "a member of what": "Member of river guild says that the harbour of Koravets has to close.",
    "a thing that was reported": "Norvia reported an additional 181 new confirmed raids on Koravets on Monday.",
    "in an unrelated case": "In an unrelated case, Ana Petrov rejected efforts to make the lists of Koravets public.",
    "only basically": "Ana Petrov basically blames the raid on Koravets on the guild.",
    "what stood against it": "Norvia said the guild of Koravets has nonetheless begun to arm the men of the hills.",
    "in spite of what": (
        "Ana Petrov said the raids on the towns along the river and in the hills of the north are going on despite the"
        " gaps in what the army knows."
    ),
    "a piece of a body’s name": "Dunn, chairman of the Prisoners Club, which helps them, said the charges were false.",
    "some among many": "Several states, including Norvia, say the harbour of Koravets is to stay closed.",
    "a headline's manner": "Senior official says harbour could close in Koravets.",
}


@pytest.mark.parametrize("case", NOT_TOLD)
def test_what_is_not_certain_is_not_told(case: str) -> None:
    assert made(NOT_TOLD[case]) == []
