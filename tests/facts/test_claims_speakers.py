"""The alias table that editors edit, and what the words for a speaker say by themselves."""

from __future__ import annotations

import pytest

from scrapers.errors import ContentError
from scrapers.facts import speakers
from scrapers.facts.claims import claims
from scrapers.facts.names import _FULL_NAME, Cast, in_a_sentence, person
from scrapers.facts.quotation import straight
from scrapers.facts.speakers import institution, read_aliases
from tests.desk import DESK

TABLE = DESK / "speakers.txt"

FAULTS = {
    "no equals sign": ("Zelensky Volodymyr Zelensky", 1, "alias, alias = Name"),
    "no name": ("# note\nZelensky = | president | UA", 2, "alias, alias = Name"),
    "too many parts": ("a = B | c | D | e", 1, "alias, alias = Name"),
    "one alias for two": ("Ali = Ali Hasan\n\nAli = Ali Reza", 3, "already stands for 'Ali Hasan'"),
    "a side that is a sentence": ("a = B | c | on the side of the angels, all of them", 1, "two letters"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_faulty_line_is_told_with_its_number_and_remedy(case: str) -> None:
    text, line, message = FAULTS[case]
    with pytest.raises(ContentError, match=message) as caught:
        read_aliases(text)
    assert caught.value.line == line


def test_the_table_in_content_can_be_read_and_knows_both_spellings() -> None:
    table = read_aliases(TABLE.read_text(encoding="utf-8"))
    for words in ("Zelensky", "Volodymyr Zelenskiy", "the President of Ukraine"):
        found = table.find(words)
        assert found is not None
        assert (found.name, found.side) == ("Volodymyr Zelensky", "UA")
    assert table.find("MoH in Gaza") == table.find("the Hamas-run health ministry")
    assert table.find("somebody else") is None


INSTITUTIONS = {
    "the Russian defence ministry": ("Russia's Defence Ministry", "RU"),
    "Russia’s Ministry of Defence": ("Russia's Defence Ministry", "RU"),
    "Ministry of Defence of Ukraine": ("Ukraine's Defence Ministry", "UA"),
    "South Sudan's army": ("South Sudan's military", "SS"),
    "the US Army": ("the US military", "US"),
    "Ukrainian officials": None,
    "the army": None,
    "the Sudanese army chief": None,
}


@pytest.mark.parametrize("words", INSTITUTIONS)
def test_a_states_institution_is_one_whatever_its_form(words: str) -> None:
    found = institution(words)
    assert (found and (found.name, found.side)) == INSTITUTIONS[words]


PERSONS = {
    "Internal Petrov": "Petrov",
    "Defence Minister Israel Petrov": "Israel Petrov",
    "Azerbaijan Airlines": None,
    "Russian Foreign Minister Sergey Orlov": "Sergey Orlov",
    "Gen. Abdel Fattah al-Nur": "Abdel Fattah al-Nur",
    "Ursula von Hagen": "Ursula von Hagen",
    "the Pentagon": None,
    "activists in El Fasher": None,
    "UN": None,
    "officials": None,
}


@pytest.mark.parametrize("words", PERSONS)
def test_finds_a_persons_name_in_a_noun_phrase(words: str) -> None:
    assert person(words) == PERSONS[words]


IN_A_SENTENCE = {
    "One Defence official": "one Defence official",
    "Officials": "officials",
    "Local officials": "local officials",
    "Official": "an official",
    "UN envoy": "a UN envoy",
    "governor": "the governor",
    "The army": "the army",
    "Médecins du Nord": "Médecins du Nord",
}


@pytest.mark.parametrize("words", IN_A_SENTENCE)
def test_a_speaker_is_named_as_a_sentence_needs_it(words: str) -> None:
    assert in_a_sentence(words) == IN_A_SENTENCE[words]


def test_a_surname_is_the_articles_own_person_before_the_tables() -> None:
    table = read_aliases("Trump = Donald Trump | president of the United States | US")
    cast = Cast(table, {"Trump": "Ivana Trump"}, {})
    found = cast.named("Trump")
    assert found is not None
    assert found.name == "Ivana Trump"


def test_a_capital_stands_for_its_country() -> None:
    found = Cast(read_aliases(""), {}, {}).named("Washington")
    assert found is not None
    assert (found.name, found.side) == ("the United States", "US")


@pytest.mark.parametrize("role", [None, "governor of Koravets"])
def test_an_article_is_read_once_for_all_that_a_speaker_says_in_it(
    role: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(speakers, "straight", lambda text: read.append(text) or straight(text))
    aliases = read_aliases(f"Ana Petrov = Ana Petrov | {role or ''} |\n")
    said = [f"“The hall burned for {hour} hours,” said Ana Petrov, governor of Koravets." for hour in range(50)]
    text = "\n".join(said)
    assert [claim.role for claim in claims(text, aliases=aliases)] == [role] * 50
    assert sum(len(each) == len(text) for each in read) <= 1


@pytest.mark.parametrize("piece", ["A.", "Aa-", "A-", "A'a", "Aa'", "al-Aa"])
def test_a_name_is_looked_for_in_a_stretch_that_has_an_end(piece: str) -> None:
    longest = [max(map(len, _FULL_NAME.findall(f"{piece * times} Petrov said")), default=0) for times in (500, 5000)]
    assert longest[0] == longest[1]
