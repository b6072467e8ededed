"""Sentences: where does each one begin and end?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import nupunkt

from scrapers.facts.quotation import straight
from scrapers.facts.saying import MONTHS_SHORT, NOUN_TOO, SPEAKING_NOUNS, SPEECH, STRONG, TITLES, WEAK

_PARAGRAPH = re.compile(r"[^\n]+")
# What may stand before a full stop without ending a sentence, beyond what nupunkt knows: titles, months, initials.
_ABBREVIATION = re.compile(rf"(?:^|[\s(\"'])(?:{TITLES}|{MONTHS_SHORT}|St|Ft|Mt|Nos?|vs|Inc|approx|[A-Z])\.$")
_SAID = rf"(?:{'|'.join(sorted(STRONG | (SPEECH.keys() - WEAK - NOUN_TOO)))})"
# `“Why?” he asked.` is one sentence although the question ends inside the marks.
_TAG_FOLLOWS = re.compile(
    rf"(?:(?:he|she|they|it|I|we)\s+{_SAID}|{_SAID}\s+[A-Zthe]|(?:[A-Z][\w'.-]*\s+){{1,3}}{_SAID}\b)"
)
_SIGNATURE = re.compile(r"[—–―]\s?[A-Z](?:[^.!?]|\b[A-Z]\.){2,50}(?=\.?\s*(?:\n|$))")
#: `the U.S. Ambassador`: after a state's initials its offices and people go on.
_OF_A_STATE = re.compile(r"\b(?:U\.S|U\.N|U\.K|E\.U)\.$")
_GOES_ON = re.compile(r"[a-z(]|(?P<office>[A-Z][a-z]+)\b")
_OF_ITS_STATE = frozenset(
    """vice state treasury attorney air coast marine marines central european africa special security high human sen
    rep supreme justice prime fifth world charter homeland gen adm lt col""".split()
)
_OPEN_ENDED = re.compile(r"[?!,—–][\"']$")


def sentence_spans(text: str, *, whole: Sequence[tuple[int, int]] = ()) -> tuple[tuple[int, int], ...]:
    """(start, end) of every sentence, in order; paragraphs are apart by newlines, blank ones are left out.

    `whole`: spans (quotations) inside which no sentence ends.
    """
    return _spans(text, tuple(whole))


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """(start, end) of the sentence that holds the place `at`; of the whole text where none does."""
    return next((span for span in sentence_spans(text) if span[0] <= at < span[1]), (0, len(text)))


# An article's claims, figures and statements ask one after the other where its sentences are, each claim several times.
@lru_cache(maxsize=16)
def _spans(text: str, whole: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    text = straight(text)
    spans: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        first = len(spans)
        for start, end in nupunkt.sent_spans(paragraph[0]):
            start, end = _trimmed(text, paragraph.start() + start, paragraph.start() + end)
            if start == end:
                continue
            if len(spans) > first and _belongs_to_last(text, spans[-1], start, whole):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return tuple(spans)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order, without the white space between them."""
    return tuple(text[start:end] for start, end in sentence_spans(text))


def _belongs_to_last(text: str, last: tuple[int, int], start: int, whole: Sequence[tuple[int, int]]) -> bool:
    before = text[last[0] : last[1]]
    return bool(
        any(a < start < b for a, b in whole)
        or (_OF_A_STATE.search(before) and _goes_on(text, start))
        or _ABBREVIATION.search(before[-12:])
        or _open_bracket(before)
        or (before[-1] in "\"'" and _SIGNATURE.match(text, start))
        or (_OPEN_ENDED.search(before) and _TAG_FOLLOWS.match(text, start))
    )


def _goes_on(text: str, start: int) -> bool:
    """Small letters, an office or a body; `Officials` may begin a sentence."""
    found = _GOES_ON.match(text, start)
    office = found["office"].lower() if found and found["office"] else ""
    return found is not None and (
        not office or office in _OF_ITS_STATE or (office in SPEAKING_NOUNS and not office.endswith("s"))
    )


def _open_bracket(before: str) -> bool:
    """`Rep. Moore (D-Wis.) said`: the sentence does not end inside a short bracket."""
    opened = before.rfind("(")
    return opened >= 0 and ")" not in before[opened:] and len(before) - opened < 30


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
