"""Whatever marks words stand in, the gate sees them; what only looks like a mark is none."""

from __future__ import annotations

import pytest

from scrapers.page.quoted import quoted

WORDS = "the market hall of Koravets burned until noon and the rebels’ camp didn’t, it’s said, hold out"
PAIRS = ("“”", "””", '""', "„“", "„”", "«»", "»«", "»»", "‹›", "›‹", "「」", "『』", "‘’", "‚‘", "''")


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted(text)]


AROUND = (
    "{}",
    "He said {} on Friday.",
    "He said ({}), on Friday.",
    "Who — {} — said so?",
    "**{}**",
    "A: {}\n\nThe end.",
)


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("pair", PAIRS)
def test_words_between_marks_are_seen(pair: str, around: str) -> None:
    for words in (WORDS, f"{WORDS}.", WORDS.replace(" and", "\nand")):
        assert found(around.format(pair[0] + words + pair[1])) == [words]


@pytest.mark.parametrize("inner", PAIRS)
@pytest.mark.parametrize("pair", ["“”", '""', "«»", "‘’", "「」"])
def test_what_is_quoted_inside_takes_nothing_off(pair: str, inner: str) -> None:
    if (set(pair) & set(inner) - {"”"}) or (pair == "‘’" and inner in ("‚‘", "''")):
        pytest.skip("which mark is whose cannot be told")
    words = f"{WORDS}, {inner[0]}a ruin{inner[1]} by dusk"
    assert found(f"He said {pair[0]}{words}{pair[1]} on Friday.") == [words]
    assert found(f"He said {pair[0]}{inner[0]}A ruin{inner[1]} by dusk{pair[1]}.") == [
        f"{inner[0]}A ruin{inner[1]} by dusk"
    ]


@pytest.mark.parametrize("mark", ["“", '"', "„", "«", "»", "‹", "「"])
def test_a_mark_that_is_never_closed_quotes_to_the_end_of_its_paragraph_or_item(mark: str) -> None:
    assert found(f"He said {mark}{WORDS}\n\nThe end.") == [WORDS]
    assert found(f"- He said {mark}{WORDS}\n- She said “no”.") == [WORDS, "no"]
    assert found(f"“Yes”, said {mark}{WORDS}") == ["Yes", WORDS]


def test_nested_marks_of_one_form_are_one_quotation() -> None:
    assert found("He said “long “inner” long” on Friday.") == ["long “inner” long"]
    assert found("He said “long “inner” long on Friday.") == ["long “inner” long on Friday."]
    assert found("He said „long „inner“ long“ on Friday.") == ["long „inner“ long"]


ORDINARY = (
    "The rebels’ camp and the boys' school weren’t hit, it's said, and ’tis the ‘90s again in N’Djamena.",
    "‘Abd al-Rahman of Sana‘a and Ta'izz said the cows' market stayed shut in the '80s, as 'twas before.",
    "Read more » and go Home » News » War, or < and > as 5 < 6.",
    "The 5\" gun and the 6' wall of 7' 6\" stood.",
    "Shells fell at 48° 15' 30\" north, and rock 'n' roll went on.",
    "It fell — the rebels said — on the soldiers’ barracks; the guards' huts burned.",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_what_only_looks_like_a_mark_quotes_nothing(text: str) -> None:
    assert found(text) == []


def test_two_quotations_are_two() -> None:
    for a, b in PAIRS:
        assert found(f"{a}One{b} and {a}two{b}, {a}three{b}.") == ["One", "two", "three"]
    assert found("‘The cows’ and ‘the harbour’") == ["The cows", "the harbour"]
