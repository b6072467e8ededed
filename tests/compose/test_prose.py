"""Which sentences a section has: of its own thing, each with news, and the toll of a war wherever it can be told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrapers.compose.belongs import without_shorter
from scrapers.compose.ourwords import in_our_words
from scrapers.compose.prose import headlines_beside, sentences_of
from scrapers.compose.speakers import read_aliases
from scrapers.model import Article, Development, Source

ALIASES = read_aliases("Norvia = Norvia | | NV\nOstland = Ostland | | OS\n")
HEADING = "Truce talks open in Koravets"


def article(outlet: str, headline: str, text: str = "") -> Article:
    return Article(
        id=f"{outlet} {headline}",
        source=Source(name=outlet, feeds=()),
        url=f"https://example.org/{outlet}",
        headline=headline,
        text=text,
        published=datetime(2026, 8, 21, 12, tzinfo=UTC),
    )


def told(*articles: Article, conflict: str | None = "norvia") -> list[str]:
    development = Development(id="x", headline=HEADING, articles=articles, conflict=conflict)
    return [text.split(", [")[0] for text in sentences_of(development, words=in_our_words(ALIASES))]


OWN = article("Wire", HEADING)
TOLL = "At least 400 people have been killed since the fighting between the two sides erupted on August 15."


def test_how_many_a_war_has_killed_is_told_whatever_the_report_is_about() -> None:
    assert told(OWN, article("Post", "What to know of Norvia", TOLL)) == [
        "At least 400 people have been killed since 15 August"
    ]


def test_so_is_it_from_an_outlet_that_is_told_already() -> None:
    first = article("Post", "Truce talks in Koravets", "Norvia said the truce talks would last until Monday.")
    assert "At least 400 people have been killed since 15 August" in told(
        OWN, first, article("Post", "Norvia explained", TOLL)
    )


def test_not_where_no_war_is_known() -> None:
    assert "400" not in " ".join(told(OWN, article("Post", "What to know of Norvia", TOLL), conflict=None))


def test_where_few_have_anything_to_tell_one_outlet_tells_two_things() -> None:
    text = (
        "Norvia said the truce talks in Koravets would move to a new hotel by the sea. "
        "Ostland denied reports of a raid on the hotel of the Norvian envoys in Koravets."
    )
    assert told(article("Wire", HEADING, text)) == [
        "Norvia said that the truce talks in Koravets would move to a new hotel by the sea",
        "Ostland denied reports of a raid on the hotel of the Norvian envoys in Koravets",
    ]


def test_a_charge_does_not_stand_without_the_answer() -> None:
    norvia = article("Wire", HEADING, "Norvia accused Ostland of “breaking the truce” in Koravets.")
    ostland = article("Post", HEADING, "Truce talks in Koravets go on. Ostland denied breaking the truce in Koravets.")
    others = [article(f"Radio {n}", HEADING, f"About {n}0 envoys came to the talks in Koravets.") for n in (3, 4)]
    assert any("Ostland denied" in text for text in told(norvia, *others, ostland))


def test_what_stands_further_down_in_the_heading_s_own_article_is_told_where_it_names_a_state_of_it() -> None:
    text = "Envoys of Egypt met in Koravets. They shook hands. They ate. They slept. Egypt denied a raid on Varnau."
    own = article("Wire", "Egypt opens truce talks", text)
    other = article("Post", "Talks of Egypt open", text)
    heading = Development(id="x", headline="Egypt opens truce talks", articles=(own,), conflict="egypt")
    told_of = [each.split(", [")[0] for each in sentences_of(heading, words=in_our_words(ALIASES))]
    assert told_of == ["Egypt denied a raid on Varnau"]
    heading = Development(id="x", headline="Egypt opens truce talks", articles=(other,), conflict="egypt")
    assert "Varnau" not in " ".join(sentences_of(heading, words=in_our_words(ALIASES)))


def test_somebody_s_own_words_from_further_down_are_not_told() -> None:
    text = "Envoys of Egypt met in Koravets. They shook hands. They ate. They slept. “{}” Egypt said."
    headline = "Egypt opens truce talks"
    own = article("Wire", headline, text.format("Egypt will hold the truce talks in Varnau with three envoys of Mali,"))
    section = Development(id="x", headline=headline, articles=(own,), conflict="egypt")
    assert "said: “" not in " ".join(sentences_of(section, words=in_our_words(ALIASES)))


OTHER = {
    "of something else, further down": (
        "Envoys met in Koravets. They shook hands. They ate. They slept. "
        "Ostland said the price of bread had doubled in Varnau."
    ),
    "of a thing nobody told of": "Norvia said the Koravets police had found the vehicle.",
}


@pytest.mark.parametrize("case", OTHER)
def test_what_a_reader_would_not_understand_is_not_told(case: str) -> None:
    (only,) = told(article("Wire", HEADING, OTHER[case]))
    assert only.startswith("Reported by")


def test_a_page_that_runs_all_day_lends_its_headline_to_nobody() -> None:
    text = "The agriculture minister of Ostland said the harvest would be poor in Varnau."
    assert "harvest" not in " ".join(told(OWN, article("Post", "Ostland harvest live: day 12 at a glance", text)))


def test_a_headline_with_another_number_does_not_stand_beside() -> None:
    heading = "At least 25 killed in raid on Koravets"
    others = (
        article("Post", "Raid on Koravets market kills 13 shoppers"),
        article("Radio", "Raid on Koravets: 25 die"),
    )
    development = Development(id="x", headline=heading, articles=(article("Wire", heading), *others))
    assert not any("13" in text for text in headlines_beside(development))


SAME = "Three pilots and seven sailors were killed in three raids in the volatile hills of Norvia"
RETOLD = {
    "the same numbers in what tells more": (SAME, True),
    "another number": (SAME.replace("seven", "nine"), False),
    "no number": (SAME.replace("Three pilots and seven sailors", "Dozens"), False),
}


@pytest.mark.parametrize("case", RETOLD)
def test_what_counts_as_the_heading_does_may_tell_more_of_it(case: str) -> None:
    sentence, expected = RETOLD[case]
    heading = "Raids in Norvia kill 3 pilots, 7 sailors"
    development = Development(id="x", headline=heading, articles=(article("Wire", heading),))
    told = sentences_of(development, words=lambda _: (), retellings=lambda _: (sentence,))
    assert (told[0].split(", [")[0] == sentence) is expected


def test_what_is_counted_is_counted_once() -> None:
    heading = "Rockets fall on Norvia"
    own = article("Wire", heading, "Five rockets were launched at Norvia on Friday, the army said.")
    other = article("Post", "Rockets hit Norvia from the hills of Ostland")
    development = Development(id="x", headline=heading, articles=(own, other))
    told = sentences_of(
        development,
        words=in_our_words(ALIASES),
        retellings=lambda each: (
            ("Five rockets were fired at Norvia from the hills of Ostland",) if each is other else ()
        ),
    )
    assert len([text for text in told if "rockets" in text]) == 1


def test_where_nothing_more_is_told_a_whole_sentence_stands_instead_of_who_reports() -> None:
    heading = "Koravets frees 4 sailors after clash"
    development = Development(id="x", headline=heading, articles=(article("Wire", heading),))
    told = sentences_of(
        development, words=lambda _: (), retellings=lambda _: ("Koravets has freed four merchant sailors",)
    )
    assert told == ("Koravets has freed four merchant sailors, [Wire](https://example.org/Wire) reports.",)


def test_where_the_heading_counts_and_names_nobody_the_first_sentence_says_who_counts() -> None:
    heading = "Bomb kills 12 people in Koravets"
    text = "A bomb killed 12 people in Koravets on Friday, the mayor said."
    development = Development(id="x", headline=heading, articles=(article("Wire", heading, text),))
    (told,) = sentences_of(development, words=in_our_words(ALIASES))
    assert told.startswith("12 people were killed in Koravets, according to the mayor")


def test_not_where_those_who_count_are_nobody_whom_a_reader_could_find() -> None:
    heading = "Bomb kills 12 people in Koravets"
    text = "A bomb killed 12 people in Koravets on Friday, officials said."
    development = Development(id="x", headline=heading, articles=(article("Wire", heading, text),))
    assert not any("12" in told for told in sentences_of(development, words=in_our_words(ALIASES)))


def test_the_voice_whose_lower_toll_gives_way_may_still_say_something() -> None:
    heading = "Missiles hit towns of Norvia"
    first = article("Gama", "Missiles hit Koravets", "At least 19 people were killed by missiles in Koravets.")
    more = article("Beta", "At least 90 people killed by missiles in Norvia", "")
    development = Development(id="x", headline=heading, articles=(first, more))
    told = sentences_of(development, words=in_our_words(ALIASES))
    assert [text for text in told if "90" in text]
    assert not [text for text in told if "19 people" in text]


def test_a_toll_that_has_risen_since_the_heading_was_written_is_told_first() -> None:
    heading = "Missiles hit Koravets and kill at least 12 people"
    later = article("Post", "At least 25 people killed by missiles in Koravets")
    envoy = article("Radio", "Missiles hit Koravets", "Norvia said the missiles on Koravets came from Ostland.")
    development = Development(id="x", headline=heading, articles=(article("Wire", heading), envoy, later))
    told = sentences_of(development, words=in_our_words(ALIASES))
    assert [text.split(", [")[0] for text in told][:1] == ["At least 25 people were killed in Koravets"]


def test_what_the_storys_earlier_days_told_is_not_told_again_in_the_same_words() -> None:
    norvia = "Norvia said the truce talks in Koravets would move to a new hotel by the sea."
    development = Development(id="x", headline=HEADING, articles=(article("Wire", HEADING, norvia),), conflict="norvia")
    words = in_our_words(ALIASES)
    (first,) = sentences_of(development, words=words)
    assert sentences_of(development, words=words, before=[first.replace("Wire", "Post")]) == (
        "Reported by [Wire](https://example.org/Wire).",
    )
    shorter = "Norvia said that the truce talks in Koravets would move, [Post](https://example.org/Post) reports."
    assert sentences_of(development, words=words, before=[shorter]) == (first,)


SHORT = "Five rockets were launched, according to the army, [Wire](https://example.org/a) reports."
FULL = "Five rockets were fired from Koravets at the harbour, according to {}, [Radio](https://example.org/b) reports."


def test_of_one_speakers_number_the_fuller_sentence_stands() -> None:
    assert without_shorter([SHORT, FULL.format("the army")]) == [FULL.format("the army")]


def test_another_speakers_number_stands_beside_it() -> None:
    both = [SHORT, FULL.format("a monitor")]
    assert without_shorter(both) == both
