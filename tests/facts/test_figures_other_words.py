"""What is only written in other marks or other words of the same meaning gives the same figures."""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import feedparser
import pytest

from scrapers.facts.figures import figures
from scrapers.facts.phrases import PHRASES
from scrapers.facts.speakers import read_aliases
from tests.desk import DESK

ROOT = Path(__file__).resolve().parents[2]
ALIASES = read_aliases((DESK / "speakers.txt").read_text(encoding="utf-8"))
NIGHTS = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared")) / "data" / "nights"

SENTENCES = (
    *(text for phrase in PHRASES for text in phrase.told),
    *(
        json.loads(line)["text"]
        for line in (ROOT / "tests/data/claims/figures-own.jsonl").read_text(encoding="utf-8").splitlines()
    ),
    "The U.S. military said it killed 12 fighters in Norvia.",
    "Two drones hit a US base, and “at least three” U.S. soldiers were wounded, the army's spokesman said.",
    "'Some 40 people were killed,' the mayor said. \"We've lost 12 homes,\" he said.",
)


def straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def curly(text: str) -> str:
    text = re.sub(r'(?<![\w.,!?…)])"', "“", text).replace('"', "”")
    return re.sub(r"(?<![\w.,!?…)”])'(?=\w)", "‘", text).replace("'", "’")


#: What is changed -> how, and the share of texts whose figures may change.
CHANGES: dict[str, tuple[Callable[[str], str], float]] = {
    "straight marks": (straight, 0.0),
    "curly marks": (curly, 0.0),
    "US": (lambda text: re.sub(r"\bU\.S\.(?=\s[a-z]|-)", "US", text), 0.0),
    "U.S.": (lambda text: re.sub(r"\bUS(?=\s[a-z]|-)", "U.S.", text), 0.0),
    "slain": (lambda text: re.sub(r"(?<=\b(?:was|ere|een) )killed\b(?! or| and)", "slain", text), 0.0),
    "stated": (lambda text: re.sub(r"\bsaid\b(?! to)", "stated", text), 0.01),
    "says": (lambda text: re.sub(r"\bsaid\b(?! to)", "says", text), 0.0),
}


def read(text: str) -> list[tuple[object, ...]]:
    return [
        (
            figure.metric,
            figure.value,
            straight(figure.speaker or "").replace("U.S.", "US").removeprefix("an ").removeprefix("a "),
        )
        for figure in figures(text, aliases=ALIASES)
    ]


def changed(texts: Iterable[str], change: Callable[[str], str]) -> tuple[list[str], int]:
    """The texts whose figures are others when they are written so, and how many are written otherwise."""
    others, tried = [], 0
    for text in texts:
        if (written := change(text)) != text:
            tried += 1
            if read(written) != read(text):
                others.append(text)
    return others, tried


@pytest.mark.parametrize("name", CHANGES)
def test_figures_are_the_same_in_other_words(name: str) -> None:
    change, share = CHANGES[name]
    others, tried = changed(SENTENCES, change)
    assert len(others) <= share * tried, others


@cache
def summaries() -> tuple[str, ...]:
    """Of one night."""
    entries = [
        each for path in sorted(NIGHTS.glob("2023-12-02/*/feed.xml")) for each in feedparser.parse(str(path)).entries
    ]
    return tuple(html.unescape(re.sub(r"<[^>]+>|\s+", " ", each.get("summary", ""))).strip() for each in entries)


@pytest.mark.skipif(not NIGHTS.exists(), reason="the shared data is not here")
@pytest.mark.parametrize("name", CHANGES)
def test_figures_of_real_summaries_are_the_same_in_other_words(name: str) -> None:
    change, share = CHANGES[name]
    others, tried = changed(summaries(), change)
    assert len(others) <= share * tried, others
