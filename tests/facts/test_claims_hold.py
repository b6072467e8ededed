"""What keeps a text's meaning changes no claim's speaker: marks, initials, the verb of saying."""

from __future__ import annotations

import html
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup

from scrapers import sample
from scrapers.facts.claims import claims
from scrapers.facts.sentences import sentence_spans
from scrapers.facts.speakers import folded, read_aliases
from tests.desk import DESK

SHARED = Path(os.environ.get("NIGHTDESK_SHARED") or Path(__file__).resolve().parents[3] / "shared")
SAMPLE = Path(sample.__file__).parent
ALIASES = read_aliases((DESK / "speakers.txt").read_text(encoding="utf-8"))
#: Of a thousand named claims of real texts so many may change: initials that name no state (`R.S.F.`), typing errors.
PER_THOUSAND = 2

#: Sentences of our own, one a way of saying.
OWN = (
    "“We will hold the town,” Ana Petrov said on Tuesday. “We have no choice.”",
    "“We will hold the town,” said Gen. Marek Dolan, head of the U.S. brigade.",
    "The mayor, Ihor Kovalenko, said: “Stay in the shelters tonight.”",
    "Petro Lysenko, head of the region’s administration, said “the water is back in every street”.",
    "“Why us?” Amina Yusuf said. Nobody knew what the rebels’ leader wanted.",
    "The minister says the talks are over. He says the guns are “ready for the day”.",
    "Two depots burned all night, the Ukrainian air force said on Monday.",
    "Two depots burned all night, says the governor of Koravets.",
    "U.S. officials said that two jets had struck the port. The U.S. military gave no details.",
    "The U.S. State Department said on Friday that its envoy was on his way.",
    "U.S. President Ruth Hale said the strikes would go on, according to U.K. officials.",
    "A spokesman for the U.N. mission said that nobody had been hurt in the camp’s hospital.",
    "The announcer said that the border was shut, the army’s Telegram channel said.",
    "‘They came at night,’ a woman from the camp said. ‘We ran to the river.’",
    "“They told me ‘run’ and I ran,” Amina Yusuf said.",
    "Norvia’s Ministry of Defence said its forces had taken the village’s bridge.",
    "Ruth Hale said she felt “ashamed of what we did there”.",
    "Said Orlov said on Thursday: “The road is open.”",
    "“The road is open.\n“It will stay so,” Sergey O’Dowd said.",
    "Rescuers pulled two people from the house, he said, adding that more were missing.",
    "The group said, without giving any proof, that the ship was empty.",
    "Marek Dolan told reporters the bridge was mined, and said it would be blown up.",
    "Hospital staff in Koravets, who said they had no light, treated 20 people.",
)

_MARKS = str.maketrans("“”„‘’", '"""\'\'')
#: With curly and with straight marks, with and without the stops of initials.
OWN += tuple(text.translate(_MARKS).replace("U.S.", "US") for text in OWN)


def straight(text: str) -> str:
    return text.translate(_MARKS)


def curly(text: str) -> str:
    """As a word processor makes them: what opens stands at a word's beginning."""
    text = re.sub(r"(?<![^\s(\[—–-])\"(?=\S)", "“", text).replace('"', "”")
    return re.sub(r"(?<![^\s(\[—–“-])'(?=\S)", "‘", text).replace("'", "’")


def without_stops(text: str) -> str:
    """`the US`; where the stop ends the sentence as well, that one stays."""
    ends = {end for _, end in sentence_spans(text)}
    return re.sub(
        r"\b(?<![A-Z]\.)([A-Z])\.([A-Z])\.(?![A-Z]\.)",
        lambda found: found[1] + found[2] + ("." if found.end() in ends else ""),
        text,
    )


def with_stops(text: str) -> str:
    return re.sub(r"\b(U[SKN]|EU)\b(?![.&-])", lambda found: f"{found[1][0]}.{found[1][1]}.", text)


def verbs(pairs: dict[str, str]) -> Callable[[str], str]:
    """One verb of saying for another of its kind; `is said to be` and `so said` tell something else."""
    words = "|".join(pairs)
    pattern = re.compile(rf"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )\b({words})\b(?! to\b)")
    return lambda text: pattern.sub(lambda found: pairs[found[1]], text)


#: name -> what is done to the text
CHANGES: dict[str, Callable[[str], str]] = {
    "curly to straight marks": straight,
    "straight to curly marks": curly,
    "U.S. to US": without_stops,
    "US to U.S.": with_stops,
    "said to stated": verbs({"said": "stated"}),
    # Before a noun it may be the states themselves: `Gulf states ships`.
    "says to states": lambda text: re.sub(r"\bsays(?= (?:that|the|an?|it|its|he|she|they)\b)", "states", text),
    "said to explained": verbs({"said": "explained", "says": "explains"}),
    "unbroken spaces": lambda text: text.replace(" U", "\u00a0U").replace(" said", "\u00a0said"),
}


def _clean(markup: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup))).strip()


@cache
def sample_texts() -> tuple[str, ...]:
    """The summaries and pages of the built-in nights, as read from their files."""
    found: dict[str, None] = {}
    for path in sorted(SAMPLE.glob("2024-*/**/*")):
        if path.is_file() and path.suffix in (".xml", ""):
            found.update((_clean(entry.get("summary", "")), None) for entry in feedparser.parse(str(path)).entries)
        elif path.suffix == ".html":
            paragraphs = BeautifulSoup(path.read_text(encoding="utf-8", errors="replace"), "lxml")("p")
            found["\n".join(" ".join(each.get_text().split()) for each in paragraphs)] = None
    return tuple(text for text in found if len(text) > 40)


@cache
def shared_texts(nights: str = "2023-04-*") -> tuple[str, ...]:
    """The English summaries of shared nights in which somebody may speak."""
    found: dict[str, None] = {}
    for night in sorted((SHARED / "data" / "nights").glob(nights)):
        english = [
            s["id"] for s in json.loads((night / "sources.json").read_text("utf-8")) if (s["lang"] or "")[:2] == "en"
        ]
        for path in (path for source in english for path in sorted((night / source).glob("*.xml"))):
            for entry in feedparser.parse(str(path)).entries:
                if re.search(r"\b(?:said|says|told|according)\b|[“\"]", text := _clean(entry.get("summary", ""))):
                    found[text] = None
    return tuple(found)


def changes(texts: tuple[str, ...], change: Callable[[str], str]) -> Iterator[tuple[str, int, list[object]]]:
    """(text, its named claims, those that only one of the two forms has) of every text that the change touches."""
    for text in texts:
        if (other := change(text)) != text:
            before, after = (
                Counter(
                    (folded(change(claim.speaker)), claim.side, claim.verb, claim.direct)
                    for claim in claims(each, aliases=ALIASES)
                    if claim.speaker is not None
                )
                for each in (text, other)
            )
            yield text, before.total(), [*(before - after), *(after - before)]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("texts", [OWN, sample_texts()], ids=["own sentences", "sample nights"])
def test_a_change_that_keeps_the_meaning_keeps_every_speaker(change: str, texts: tuple[str, ...]) -> None:
    assert [(text, apart) for text, _, apart in changes(texts, CHANGES[change]) if apart] == []


@pytest.mark.parametrize("change", CHANGES)
def test_so_it_does_on_real_nights(change: str) -> None:
    texts = shared_texts("2023-04-2[01]")
    if not texts:
        pytest.skip("the shared data is not here")
    found = list(changes(texts, CHANGES[change]))
    apart = [(text, each) for text, _, each in found if each]
    assert len(apart) <= sum(named for _, named, _ in found) * PER_THOUSAND / 1000, apart
