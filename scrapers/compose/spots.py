"""Spots: where does a sentence say it happened?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapers.compose.nations import NAMES, NATIONS
from scrapers.compose.speechwords import CAPITAL_FUNCTION_WORDS, MONTHS_AND_DAYS

if TYPE_CHECKING:
    from scrapers.compose.claims import Sentence
    from scrapers.compose.counts import Count

_NAME = r"[A-ZÀ-Ž][\w’'\-]*(?:\s(?:al-|el-|de |la |of )?[A-ZÀ-Ž][\w’'\-]*){0,3}"
_SPOT = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Oo]utside|[Aa]cross|[Oo]ver|[Oo]f|[Ff]rom|[Tt]o|[Ii]nto|[Ff]or)\s(?:(?!in\s|at\s|of\s)[a-z’'\-]+\s){{0,5}}(?:(?:of|in)\s(?:the\s)?)?(?P<name>{_NAME})"
    r"(?P<unit>\s(?:province|region|district|state|oblast|governorate|county|camp|city|area|border|hospital|village|town))?"
)
_HEADLINE = re.compile(rf"\b(?:hits?|attacks?|strikes?|on|shells?|rocks?)\s(?P<name>{_NAME})")
_NOT_PLACES = frozenset(
    "telegram facebook twitter x instagram reuters afp tass cnn bbc parliament congress nato orthodox easter ramadan christmas".split()
)


def place_of(text: str, sentence: Sentence, count: Count) -> str | None:
    """The place nearest after the number, else before it; None if the sentence names none."""
    after = _first(text, count.end, sentence.end, sentence)
    if after is not None:
        return after
    return _last(text, sentence.start, count.start, sentence)


def _first(text: str, start: int, end: int, sentence: Sentence) -> str | None:
    for match in _SPOT.finditer(text, start, end):
        if name := _place(match, sentence):
            return name
    return None


def _last(text: str, start: int, end: int, sentence: Sentence) -> str | None:
    names = [name for match in _SPOT.finditer(text, start, end) if (name := _place(match, sentence))]
    return names[-1] if names else None


def _place(match: re.Match[str], sentence: Sentence) -> str | None:
    name = match["name"]
    words = name.split()
    while len(words) > 1 and words[0].endswith(("'s", "’s")):
        words.pop(0)
    while words and (words[-1].endswith(("'s", "’s")) and len(words) > 1):
        words.pop()
    name = " ".join(words)
    name = re.sub(r"[’']s?$", "", name)
    low = name.lower()
    if low in _NOT_PLACES or low in MONTHS_AND_DAYS or words[0].lower() in MONTHS_AND_DAYS:
        return None
    if words[0] in CAPITAL_FUNCTION_WORDS or (low in NATIONS and NATIONS[low][0] not in NAMES):
        return None
    if (
        low in NATIONS
        and low.title() not in NAMES
        and name not in NAMES
        and low.endswith(("an", "ish", "ian", "ese", "i"))
    ):
        return None
    if name.isupper() and len(name) <= 5:
        return None
    start = match.start("name")
    for cue in sentence.cues:
        if cue.source and cue.source.start <= start < cue.source.end:
            return None
    return (
        name + (match["unit"] or "")
        if match["unit"] in (" province", " region", " district", " state", " camp")
        else name
    )
