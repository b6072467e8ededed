"""Main clause: what of a sentence of running text stands by itself, and where is its verb?

Without a tagger: a verb is known by its form and its neighbours. Where the rules are not certain there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrapers.compose.articles import PREPOSITIONS
from scrapers.compose.nations import A_STATE
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.newsverbs import (
    DONE,
    FINITE,
    IRREGULAR,
    PAST,
    PLURAL,
    PLURAL_OR_NOUN,
    SINGULAR,
    SINGULAR_OR_NOUN,
    VERBS,
)
from scrapers.compose.speechwords import OFFICE


def without_asides(text: str) -> str | None:
    """Without brackets and what stands between two commas or dashes behind a noun; None where a comma stays unclear."""
    text = re.sub(r"\s\([^()]*\)", "", text)
    text = re.sub(r"\s[—–-]\s[^—–]*\s[—–-]\s", " ", text)
    if re.search(r"\s[—–-]+\s", text):
        text = re.split(r"\s[—–-]+\s", text)[0]
    text = re.sub(
        r",\s(?:a|an|the|who|which|whose|where|also|now|formerly|known|including|based|one of"
        r"|(?:deputy\s)?(?:chief|head|leader|director|president|minister|spokes\w+|commander|founder|editor|chair|chairman))"
        r"\b[^,]*,(?=\s[a-z“])(?!\s(?!(?:was|were|is|are|has|have|had|will|would|said|says)\b)"
        r"(?:(?:the|an?|two|three|four)\s)?[\w’-]+(?:\s[\w’-]+){0,4}\s(?:and|or)\s)(?!\s(?:and|or)\s)",
        "",
        text,
    )
    tail = re.search(
        r",\s(?:[a-z]+ing|the|a|an|but|and|or|with|in|at|on|to|according|so|even|just|especially|who|which"
        r"|where|some|many|part of|(?:more|less) than|nearly|almost|days|weeks|months|hours|years)\b[^,]*(?:,.*)?$",
        text,
    )
    if tail and _GOES_ON.match(tail[0]) and finite(["X", *tail[0][2:].split()]) is None:
        return text  # a list: "by Israel, the Palestinian Authority and Egypt"
    return text[: tail.start()] if tail and finite(text[: tail.start()].split()) else text


#: The last items of a list, or what somebody is.
_GOES_ON = re.compile(r",\s(?:the|an?)\s[^,]*\sand\s[^,]*$")


#: Not inside a number.
_COMMA = re.compile(r",(?!\d{3}\b)")
#: A place and what it lies in: `in Babolsar, Iran`.
_LIES_IN = re.compile(
    rf"\b((?:in|at|near|to|from|outside)\s(?!(?:{A_STATE}),)(?:[A-Z][\w’-]+\s?){{1,3}}),(?=\s(?:{A_STATE})(?!\sand\b|\w))"
)
#: An office and who holds it: `the foreign minister, Ana Petrov, has …`.
_HOLDS_IT = re.compile(
    rf"\b((?:{OFFICE})),"
    r"(\s[A-Z][\w’.-]+(?:\s[A-Z][\w’.-]+){1,3}),(?=\s)"
)


def has_comma(clause: str) -> bool:
    """Has it a comma that parts words, and not a number's digits, a place from its state, an office from its holder?"""
    return _COMMA.search(_HOLDS_IT.sub(r"\1\2", _LIES_IN.sub(r"\1", clause))) is not None


def listed(clause: str) -> bool:
    """Are its commas those of a list ("Poland, Hungary and Slovakia")?"""
    items = re.search(r"\w+(?:, (?:[\w’-]+ ){0,2}[\w’-]+){0,3}, (?:[\w’-]+ ){1,3}and [\w’-]+", clause)
    return items is not None and len(_COMMA.findall(items[0])) == len(_COMMA.findall(clause))


#: What nobody can have done to him: "the preacher surrendered to" is a whole deed.
_NEVER_DONE = frozenset(
    """surrendered arrived agreed refused returned responded reacted appealed pleaded vowed decided tried managed
    escaped voted collapsed died erupted exploded retreated advanced sailed travelled traveled clashed resigned appeared
    stampeded pledged promised""".split()
)


#: Words before the verb of a clause at most.
REACH = 12
#: What needs nothing behind it: "the struggle between two generals continued".
_WHOLE = frozenset("continued resumed escalated intensified collapsed".split())


def finite(words: Sequence[str]) -> int | None:
    """Where its verb stands, None where no form is surely one."""
    low = [word.strip(",.").casefold() for word in words]
    for at in range(1, min(len(low), REACH + 3)):
        before = low[at - 1]
        if before in PREPOSITIONS | {"to", "the", "a", "an"} or words[at][0].isupper():
            continue
        if low[at] in FINITE or low[at] in PAST or low[at] in SINGULAR:
            return at
        like_past = low[at] in IRREGULAR or (low[at] in VERBS and low[at].endswith("ed"))
        if like_past and before not in ("was", "were", "been", "be"):
            following = low[at + 1] if low[at + 1 : at + 3] != ["at", "least"] and at + 1 < len(low) else ""
            if low[at] == "left" and re.search(r"(?:ing|ed)$", following):
                continue  # "people left waiting"
            behind = low[at + 2] if at + 2 < len(low) else "in"
            if following in ("dead", "alive", "homeless") and behind in PREPOSITIONS:
                continue  # "two men shot dead by soldiers"
            if following not in ("by", "in", "at", "on", "for", "to", "with", "from", "of"):
                return at
            if low[at] in _NEVER_DONE or (low[at], following) in (("shot", "at"), ("fired", "on"), ("fired", "at")):
                return at
            if is_plural(before) and low[at] not in DONE:  # "applicants trapped in": by whom is not told
                return at
        plural = low[at] in PLURAL | PLURAL_OR_NOUN and low[at] not in ("ready", "open", "clear", "near", "free")
        if plural and is_plural(before) and (before == "forces" or before not in SINGULAR_OR_NOUN):
            return at
    return None


#: Behind these "that" begins what is said or settled, and no relative clause.
_THAT_IS_SAID = frozenset(
    """said told warned claimed agree agreed announced confirmed ruled decided acknowledged admitted conceded declared
    insisted vowed pledged
    promised""".split()
)


def stands(words: Sequence[str], at: int) -> bool:
    """Does the clause begin as a sentence does and end as one may?"""
    low = [word.strip(",.").casefold() for word in words]
    if not words[0][0].isupper() or at > REACH or (at == len(words) - 1 and low[at] not in _WHOLE):
        return False
    if low[-1] in PREPOSITIONS | {
        "and",
        "or",
        "the",
        "a",
        "an",
        "to",
        "that",
        "its",
        "his",
        "their",
        "as",
        "is",
        "was",
        "has",
    }:
        return False
    hangs = (word for before, word in zip(["", *low], low, strict=False) if before not in _THAT_IS_SAID)
    if any(word in ("that", "which", "who", "whom", "whose", "where") for word in hangs):
        return False
    return not any(word in ("he", "she", "they", "it", "him", "her", "them", "his") for word in low[: at + 1])
