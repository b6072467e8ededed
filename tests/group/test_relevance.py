"""On topic or not, which conflict, what kind: as tables, so that a mistake met on a real night becomes one line."""

from __future__ import annotations

import pytest

from scrapers.group.relevance import armed, relevance
from tests.group.topic_table import HELD, OTHER, SEEN
from tests.group.world import topics


def judged(rows: tuple[tuple[str, str, bool], ...]) -> list[str]:
    """The headlines on which the voices together and the person differ; more are let in than are told of."""
    return [head for head, summary, wanted in rows if (relevance(head, summary, topics=topics()).odds > 0) != wanted]


def test_headlines_that_were_in_view_are_judged_as_a_person_does() -> None:
    wrong = judged(SEEN)
    assert len(wrong) <= 1, wrong


def test_headlines_that_were_held_back_are_judged_as_a_person_does_nine_times_in_ten() -> None:
    wrong = judged(HELD)
    assert len(wrong) <= len(HELD) * 0.1, wrong


@pytest.mark.parametrize(("language", "headline", "summary", "wanted"), OTHER)
def test_other_languages_do_no_harm(language: str, headline: str, summary: str, wanted: bool) -> None:
    assert relevance(headline, summary, topics=topics(), language=language).on_topic is wanted


CONFLICT_AND_KIND = {
    "a strike": ("Missiles hit power plant near Kharkiv", "ukraine", "strike"),
    "a battle": ("Army and RSF clash in Omdurman", "sudan", "battle"),
    "an attack": ("Suicide bomber kills five in Peshawar", "pakistan", "attack"),
    "talks": ("Truce talks on Gaza resume in Cairo", "gaza", "talks"),
    "prisoners": ("Prisoner swap completed between Kyiv and Moscow", "ukraine", "prisoners"),
    "law": ("War crimes trial of Syrian officer opens in Koblenz", "syria", "law"),
    "aid": ("Aid convoy reaches besieged Darfur camp", "sudan", "aid"),
    "a coup": ("Junta in Myanmar extends military rule", "myanmar", "unrest"),
    "the south is not the north": ("Fighting breaks out in South Sudan's Jonglei", "south-sudan", "battle"),
    "a hint yields to a name": ("Russia says it will keep its air base in Syria", "syria", None),
    "arms": ("Howitzer ammunition deliveries to Ukraine delayed", "ukraine", "arms"),
    "a sea": ("Houthi missile misses cargo ship in Red Sea", "yemen-red-sea", "strike"),
}


@pytest.mark.parametrize("case", CONFLICT_AND_KIND)
def test_says_which_conflict_and_what_kind(case: str) -> None:
    headline, conflict, kind = CONFLICT_AND_KIND[case]
    verdict = relevance(headline, topics=topics())
    assert verdict.conflict == conflict
    if kind is not None:
        assert verdict.kind == kind


def test_the_address_of_a_sports_page_speaks_against_it() -> None:
    headline = "Ukraine and Russia fighters meet in the ring"
    plain = relevance(headline, topics=topics(), url="https://example.org/news/1")
    sport = relevance(headline, topics=topics(), url="https://example.org/sport/1")
    assert sport.odds < plain.odds


def test_a_category_of_opinion_speaks_against_it() -> None:
    headline = "Ceasefire in Sudan is the only way"
    assert relevance(headline, topics=topics()).on_topic
    assert not relevance(headline, topics=topics(), categories=("Opinion",)).on_topic


def test_the_text_of_the_page_can_put_a_bare_headline_on_topic() -> None:
    text = "Rebels of the M23 shelled positions of the Congolese army near Goma on Friday, and thousands fled the fighting."
    assert not relevance("A long night in the hills", topics=topics()).on_topic
    assert relevance("A long night in the hills", text=text, topics=topics()).on_topic


def test_every_verdict_says_why() -> None:
    verdict = relevance("Drone strike on Odesa port kills two", topics=topics())
    assert any(name.startswith("war:") for name, _ in verdict.reasons)
    assert any(name == "place:ukraine" for name, _ in verdict.reasons)


def test_without_topics_words_of_war_still_speak() -> None:
    assert relevance("Rebels shell army base, dozens of soldiers killed", topics=()).on_topic


def test_arms_weigh_more_than_politics_of_a_place() -> None:
    fighting = relevance("Artillery shells fall on Kherson", topics=topics())
    politics = relevance("Colombia holds talks with lenders", topics=topics())
    assert armed(fighting) > 0.8 > armed(politics)


def test_a_place_alone_in_a_language_not_learned_says_nothing_of_war() -> None:
    def odds(headline: str) -> float:
        return relevance(headline, topics=topics(), language="es").odds

    assert odds("Una empresa abre tiendas en Gaza y Bogotá") < 0 < odds("Bombardeo en Gaza: guerra sin tregua")
