"""Who says what: quotations and reported speech, with the speaker where the words settle it."""

from __future__ import annotations

import pytest

from scrapers.facts.claims import Claim, claims
from scrapers.facts.quotation import quotations
from scrapers.facts.sentences import sentences
from scrapers.facts.speakers import read_aliases

ALIASES = read_aliases(
    """
Zelensky, Zelenskyy = Volodymyr Zelensky | president of Ukraine | UA
MoH in Gaza, Gaza health ministry = Gaza's Health Ministry | run by Hamas | Hamas
TASS, state-owned TASS = TASS | Russian state news agency | RU
Trend = Trend | |
Aliyev = Ilham Aliyev | president of Azerbaijan | AZ
"""
)

# text -> the speaker of its first quotation, and the words that name them in the text
QUOTED = {
    "name after": ("“We will hold the town,” Zelensky said on Tuesday.", "Volodymyr Zelensky", "Zelensky"),
    "name after the verb": (
        '"We will hold the town," said Gen. Marek Dolan, head of the brigade.',
        "Marek Dolan",
        "Gen. Marek Dolan",
    ),
    "name before": (
        "Foreign Minister Ana Petrov warned: “There will be a price to pay.”",
        "Ana Petrov",
        "Foreign Minister Ana Petrov",
    ),
    "an office and the name between commas": (
        "The mayor, Ihor Kovalenko, wrote: “Stay in the shelters tonight.”",
        "Ihor Kovalenko",
        "Ihor Kovalenko",
    ),
    "a name and the office between commas": (
        "Petro Lysenko, head of the regional administration, said “the water is back in every street”.",
        "Petro Lysenko",
        "Petro Lysenko",
    ),
    "a second quotation after the first": (
        "“We are ready,” Zelensky said. “We have been ready for weeks.”",
        "Volodymyr Zelensky",
        "Zelensky",
    ),
    "the speaker in the paragraph before": (
        "Zelensky added in his address:\n“Our sky must be closed to their missiles.”",
        "Volodymyr Zelensky",
        "Zelensky",
    ),
    "a signature": ("“I will never go back to that house.” — Amina Yusuf", "Amina Yusuf", "Amina Yusuf"),
    "somebody whom only their calling names": (
        "“The roads are cut,” a doctor in El Geneina said.",
        "a doctor in El Geneina",
        "a doctor in El Geneina",
    ),
    "nobody named": ("The banner read “no more war in our name” in red letters.", None, None),
    "a question is no answer": ("Was it “the end of the road for us all”? The town waits.", None, None),
    "he, where only one man can be meant": (
        "Petro Lysenko said the bridge was mined. “It is a trap for our boys,” he said.",
        "Petro Lysenko",
        "he",
    ),
    "he, where it may be either of two": (
        "Petro Lysenko met Marek Dolan and Ana Petrov. “It is a trap for our boys,” he said.",
        None,
        "he",
    ),
    "said she felt: the one who is named": (
        "Ana Petrov said she felt “ashamed of what we did there”.",
        "Ana Petrov",
        "Ana Petrov",
    ),
    "a surname takes the full name of the same article": (
        "Marek Dolan commands the brigade. “We need shells,” Dolan said.",
        "Marek Dolan",
        "Dolan",
    ),
}


@pytest.mark.parametrize("case", QUOTED)
def test_finds_who_speaks_a_quotation(case: str) -> None:
    text, speaker, source = QUOTED[case]
    direct = [claim for claim in claims(text, aliases=ALIASES) if claim.direct]
    assert direct, "no quotation found"
    assert (direct[-1].speaker, direct[-1].source) == (speaker, source)


# text -> speaker, side, class of the verb, exact words, who passes it on
TOLD = {
    "said that": (
        "The Gaza health ministry said that 21 people had been killed.",
        ("Gaza's Health Ministry", "Hamas", "said", "21 people had been killed", ()),
    ),
    "the state institution in another form": (
        "Russia’s Ministry of Defence claimed that its forces had taken the village.",
        ("Russia's Defence Ministry", "RU", "claimed", "its forces had taken the village", ()),
    ),
    "after what is said": (
        "The bridge was blown up before dawn, the Ukrainian air force said on Monday.",
        ("Ukraine's Air Force", "UA", "said", "The bridge was blown up before dawn", ()),
    ),
    "according to": (
        "Two depots burned all night, according to the Gaza health ministry.",
        ("Gaza's Health Ministry", "Hamas", "said", "Two depots burned all night", ()),
    ),
    "a chain": (
        "Lavrov said the talks were over, according to state-owned TASS.",
        ("Lavrov", None, "said", "the talks were over", ("TASS",)),
    ),
    "the agency, which the sentence before names": (
        "The Coast Guard Union said the port was shut. Two ferries had turned back, according to the agency.",
        ("the Coast Guard Union", None, "said", "Two ferries had turned back", ()),
    ),
    "the agency, which nothing names": (
        "Officials said the port was shut. Two ferries had turned back, according to the agency.",
        ("the agency", None, "said", "Two ferries had turned back", ()),
    ),
    "the group, where two could be meant": (
        "The Coast Guard Union said it was over, Hamas said otherwise. The group said it would answer on Monday.",
        ("the group", None, "said", "it would answer on Monday", ()),
    ),
    "the WHO, which is no pronoun": (
        "The WHO said the last hospital in the town had closed.",
        ("the WHO", None, "said", "the last hospital in the town had closed", ()),
    ),
    "denied": (
        "Kyiv denied that its drones had crossed the border.",
        ("Ukraine", "UA", "denied", "its drones had crossed the border", ()),
    ),
    "confirmed": (
        "Israel confirmed that its jets had struck the port.",
        ("Israel", "IL", "confirmed", "its jets had struck the port", ()),
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_reads_what_is_told_in_the_third_person(case: str) -> None:
    text, expected = TOLD[case]
    claim = [claim for claim in claims(text, aliases=ALIASES) if not claim.direct][-1]
    assert (claim.speaker, claim.side, claim.verb, claim.words, claim.relay) == expected


NOT_SAID = {
    "was told": "The commander was told that the town had fallen.",
    "accused of, as a headline has it": "Security forces accused of burning the village",
    "claimed lives": "The fighting has claimed hundreds of lives in the valley.",
    "a report as a noun": "The reports of the massacre spread through the camp.",
    "the United States": "The United States sent a carrier to the region last week.",
}


@pytest.mark.parametrize("case", NOT_SAID)
def test_leaves_what_is_no_speech(case: str) -> None:
    assert claims(NOT_SAID[case], aliases=ALIASES) == ()


def test_a_noun_phrase_that_hangs_on_another_is_not_the_speaker() -> None:
    (claim,) = claims("A prosecutor in the trial of the Red Vests said the group had planned it.", aliases=ALIASES)
    assert claim.source == "A prosecutor in the trial of the Red Vests"


def test_words_stand_in_the_text_where_the_span_says() -> None:
    text = "“We are ready,” Zelensky said. Officials said the road was open.\n“No,” she added, “not yet for all of us.”"
    found: tuple[Claim, ...] = claims(text, aliases=ALIASES)
    assert len(found) >= 3
    for claim in found:
        assert text[slice(*claim.span)] == claim.words


def test_marks_what_the_text_itself_holds_at_arms_length() -> None:
    (claim,) = claims("The governor said the dam had reportedly been mined.", aliases=ALIASES)
    assert claim.hedged


QUOTATION_MARKS = {
    "curly": ("He said “yes, we will go” and left.", ["“yes, we will go”"]),
    "straight": ('He said "yes, we will go" and left.', ['"yes, we will go"']),
    "single": ("He said ‘yes, we will go’ and left.", ["‘yes, we will go’"]),
    "an apostrophe opens nothing": ("The rebels’ leader and the army’s chief met.", []),
    "one inside another": ("“He told me ‘run’ and I ran.”", ["“He told me ‘run’ and I ran.”"]),
    "not closed: to the end of the paragraph": ("“We ran.\n“Then we hid.”", ["“We ran.", "“Then we hid.”"]),
}


@pytest.mark.parametrize("case", QUOTATION_MARKS)
def test_finds_quotations(case: str) -> None:
    text, expected = QUOTATION_MARKS[case]
    assert [text[quote.start : quote.end] for quote in quotations(text)] == expected


SENTENCES = {
    "titles and initials": ("Gen. A. Dolan met Sen. Ruth Hale on Jan. 3. He left.", 2),
    "a question inside a quotation": ("“Why us?” Amina Yusuf asked. Nobody knew.", 2),
    "paragraphs end sentences": ("A headline without a stop\nThe first sentence. The second.", 3),
    "a party in brackets": ("Rep. Ruth Hale (D-Wis.) said no. She left.", 2),
    "a state's initials before its office": ("It met the U.S. Ambassador in Koravets. She left.", 2),
    "white space is no sentence": ("  \n\n ", 0),
}


@pytest.mark.parametrize("case", SENTENCES)
def test_splits_sentences(case: str) -> None:
    text, count = SENTENCES[case]
    assert len(sentences(text)) == count


#: What nobody in them is said to have said.
NOBODY_SAID = {
    "did not say": ("The mayor did not say that the bridge was mined.", "the bridge was mined"),
    "would not say": ("Ana Petrov would not say the town had fallen on Friday.", "the town had fallen"),
    "may announce": ("The mayor may announce that the town had fallen.", "the town had fallen"),
    "could not confirm": ("The army could not confirm that the dam had burst.", "the dam had burst"),
}


@pytest.mark.parametrize("case", NOBODY_SAID)
def test_who_did_not_say_it_is_not_its_speaker(case: str) -> None:
    text, words = NOBODY_SAID[case]
    assert not [claim for claim in claims(text) if words in claim.words]


#: What the speaker's word ends before.
TURNED = {
    "but": "The army said the town of Selm was quiet, but the river road was cut by shells.",
    "while": "The army said the town of Selm was quiet, while the river road was cut by shells.",
    "although": "The army said the town of Selm was quiet, although the river road was cut by shells.",
    "a semicolon": "The army said the town of Selm was quiet; the river road was cut by shells.",
}


@pytest.mark.parametrize("case", TURNED)
def test_a_speakers_word_ends_where_the_sentence_turns(case: str) -> None:
    (claim,) = claims(TURNED[case])
    assert claim.words == "the town of Selm was quiet"


UNSETTLED = {
    "another man is named before “he”": "Petro Lysenko said the bridge was mined. When Marek Dolan came, he said the road was open.",
    "another one in between": "Petro Lysenko said the bridge was mined. Marek Dolan came at noon. He said the road was open.",
}


@pytest.mark.parametrize("case", UNSETTLED)
def test_a_pronoun_that_may_be_either_of_two_is_nobody(case: str) -> None:
    assert [claim.speaker for claim in claims(UNSETTLED[case]) if "road was open" in claim.words] == [None]


def test_a_surname_that_two_people_of_the_article_have_is_neither() -> None:
    for first, second in (("Marek", "Ana"), ("Ana", "Marek")):
        text = f"{first} Dolan commands the brigade. {second} Dolan runs the clinic. “We need shells,” Dolan said."
        assert [claim.speaker for claim in claims(text)] == ["Dolan"]


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker_and_ends_there() -> None:
    text = (
        "“We hold the bridge,” Petro Lysenko said on Friday. “It stands.\n“We shall mend it.”\n"
        "The river rose at noon.\n“The dam is lost,” said Amina Yusuf."
    )
    assert [(claim.speaker, claim.words) for claim in claims(text)] == [
        ("Petro Lysenko", "We hold the bridge,"),
        ("Petro Lysenko", "It stands."),
        ("Petro Lysenko", "We shall mend it."),
        ("Amina Yusuf", "The dam is lost,"),
    ]
