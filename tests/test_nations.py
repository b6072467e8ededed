"""The one list of states: each word stands for one, and a phrase for the state that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrapers import nations
from scrapers.facts.about import is_state, terms
from scrapers.facts.saying import FUNCTION_WORDS, MONTHS_AND_DAYS
from scrapers.nations import NATIONS, written_large

LINES = (Path(nations.__file__).parent / "nations.tsv").read_text(encoding="utf-8").splitlines()
#: Members of the United Nations in 2026, and those that news treats alike: VA, PS, XK, TW, EH and the EU.
STATES = 193 + 6


def words_of(line: str) -> list[str]:
    _, name, others = line.split("\t")
    return [word.casefold() for word in (name.removeprefix("the "), *others.split(", ")) if word]


def test_every_state_is_there_once() -> None:
    codes = [line.split("\t")[0] for line in LINES if not line.startswith("#")]
    assert len(codes) == len(set(codes)) == STATES
    assert sorted({"VA", "PS", "XK", "TW", "EH", "EU", "CR"} - set(codes)) == []


def test_no_word_stands_for_two_states_or_for_something_else() -> None:
    words = [word for line in LINES if not line.startswith("#") for word in words_of(line)]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert sorted(set(words) & (FUNCTION_WORDS | MONTHS_AND_DAYS)) == ["us"]


NAMED = {
    "the Ukrainian air force": "UA",
    "U.S. officials": "US",
    "E.U. officials": "EU",
    "one of us": None,
    "the Democratic Republic of Congo": "CD",
    "the Republic of Congo's army": "CG",
    "Papua New Guinean police": "PG",
    "Equatorial Guinea": "GQ",
    "officials in Cairo": "EG",
    "Costa Rican judges": "CR",
    "the village elders": None,
}


@pytest.mark.parametrize("words", NAMED)
def test_a_phrase_names_its_state(words: str) -> None:
    found = nations.nation(words)
    assert (found and found[1]) == NAMED[words]


SMALL = ("They told us that the turkey was polish.", "A jordan almond for us", "Give us chad and china plates")


@pytest.mark.parametrize("text", SMALL)
def test_what_is_written_small_is_no_state(text: str) -> None:
    assert not [term for term in terms(text) if is_state(term)]
    assert not [word for word in NATIONS if written_large(word, text)]


@pytest.mark.parametrize(
    "text", ["US strikes Turkey and Jordan", "US STRIKES TURKEY AND JORDAN", "Turkey, Jordan, the US"]
)
def test_what_is_written_large_is_a_state_also_where_all_is(text: str) -> None:
    assert {term for term in terms(text) if is_state(term)} == {"US", "TR", "JO"}
    assert {NATIONS[word][1] for word in NATIONS if written_large(word, text)} == {"US", "TR", "JO"}
