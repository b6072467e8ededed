"""The learned judgement: what is shipped is what was trained, a new war names itself, no single word decides."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest

from scrapers.group.learned import HEAD, Names, Weights, likely, log_odds, read, shipped, written
from scrapers.group.relevance import LET_IN, relevance
from tests.group.world import topics

FILE = (files("scrapers.group") / "conflict_words.txt").read_text(encoding="utf-8")
#: Of the file that `make train` made last; a new one comes with its own figures (`tests/bench/news_quality.py`).
DIGEST = "483c9ed56900c21d0496293ce9f17670d3b8534e8682d30653ed53d43933be27"


def test_the_shipped_weights_are_those_that_were_trained() -> None:
    assert hashlib.sha256(FILE.encode()).hexdigest() == DIGEST
    assert len(FILE.encode()) <= 500_000
    assert FILE.startswith(HEAD)
    assert "CC BY-SA 4.0" in HEAD


def test_weights_are_read_back_as_they_were_written() -> None:
    weights = Weights({"raid": (12, 9), "raid on": (3, 0)}, (-1.5, -1.25))
    again = read(written(weights))
    assert (again.terms, again.start) == (weights.terms, weights.start)


WAR = (
    "Shells fall on harbour of Koravets as troops cross river",
    "Rebels seize airport, dozens of soldiers killed in ambush",
    "Truce talks break off after air strikes on refugee camp",
)
PEACE = (
    "Striker scores twice as Rovers win cup final",
    "New album tops charts after record-breaking concert tour",
    "Shares rise as chipmaker beats profit forecast",
)


def test_words_of_war_speak_for_it_and_of_peace_against_with_names_and_without() -> None:
    for voice in (0, 1):
        assert min(log_odds(text)[voice] for text in WAR) > max(log_odds(text)[voice] for text in PEACE)


def test_a_new_war_names_itself() -> None:
    night = [(text, "") for text in (*WAR, *PEACE)]
    told = [
        (text, f"It happened near the town of Zelmira, the army said, and Zelmira burned. {text}") for text in WAR * 3
    ]
    names = Names([*night, *told])
    assert names.log_odds("Mayor of Zelmira speaks", "He spoke for an hour.") > 0.5
    assert names.log_odds("Mayor of Orn speaks", "He spoke for an hour.") == 0.0
    quiet = Names(night)
    assert quiet.log_odds("Mayor of Zelmira speaks", "He spoke for an hour.") == 0.0


def test_names_are_the_same_in_any_order() -> None:
    told = [
        (text, f"It happened near Zelmira, said Ana Petrov of the council of Orn. {text}") for text in (*WAR, *PEACE)
    ]
    one, other = Names(told), Names(reversed(told))
    for headline, summary in told:
        assert one.log_odds(headline, summary) == pytest.approx(other.log_odds(headline, summary), abs=1e-9)


@pytest.mark.parametrize("word", ["wife", "Texas", "tiger", "beer", "teenager", "church", "harvest", "tourists"])
def test_no_everyday_word_throws_a_report_out(word: str) -> None:
    for text in WAR:
        verdict = relevance(text, f"A {word} was seen there, residents said.", topics=topics())
        assert verdict.on_topic, (text, verdict)


@pytest.mark.parametrize("text", WAR)
def test_a_war_of_no_topic_is_let_in(text: str) -> None:
    assert relevance(text, topics=()).odds >= LET_IN


def test_log_odds_become_a_probability() -> None:
    assert likely(0.0) == 0.5
    assert likely(99.0) == pytest.approx(1.0)
    assert shipped().start[0] < 0
