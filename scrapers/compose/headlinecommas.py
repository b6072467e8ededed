"""Headline commas: which comma of a headline is an "and", which a sentence has as well, and which may be anything?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scrapers.compose.articles import PREPOSITIONS, bare
from scrapers.compose.nations import NATIONS
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.newsverbs import (
    DONE,
    FINITE,
    PAST,
    PLURAL,
    PLURAL_OR_NOUN,
    SINGULAR,
    SINGULAR_OR_NOUN,
    SUBORDINATE,
    VERBS,
)

_MAY_FOLLOW_A_COMMA = frozenset(
    """and but as after with despite while when including amid by leaving or before because since until citing in at
    near on from for following""".split()
)


def joined_commas(words: list[str], low: list[str], at: int) -> list[str] | None:
    """Commas of a headline as a sentence has them; None where one may stand for anything."""
    told = list(words)
    commas = [i for i, word in enumerate(words[:-1]) if word.endswith(",")]
    for i in commas:
        following = low[i + 1]
        if following in _MAY_FOLLOW_A_COMMA or (following.endswith("ing") and len(following) > 5):
            continue
        if i > at and following in SINGULAR | SINGULAR_OR_NOUN and low[at].endswith("s") and low[at] not in FINITE:
            if len(commas) > 1:
                return None
            return [*words[:i], words[i][:-1], "and", *words[i + 1 :]]
        if i > at and _is_list(words, low, i):
            continue
        if i > at and commas == [i] and _second_of_two(words, low, i):
            return [*words[:i], words[i][:-1], "and", *words[i + 1 :]]
        return None
    return told


def _is_list(words: Sequence[str], low: Sequence[str], at: int) -> bool:
    """`honey, grain and oil`, `Germany, France and Italy`."""
    match = re.match(r"(?:[\w’.-]+,\s|[\w’.-]+\s){1,3}?and\s[\w’.-]+(?:$|\s)", " ".join(words[at + 1 : at + 7]))
    return match is not None and not any(
        word in FINITE | SINGULAR | DONE for word in low[at + 1 : at + 1 + len(match[0].split())]
    )


def _second_of_two(words: Sequence[str], low: Sequence[str], at: int) -> bool:
    """`aid, weapons to Ukraine`, `3 troops, 7 militants`: the comma is an "and"."""
    end = next((i for i in range(at + 1, len(words)) if low[i] in PREPOSITIONS or low[i] == "to"), len(words))
    piece = low[at + 1 : end]
    if not 1 <= len(piece) <= 3 or piece[0] in ("day", "days", "hours", "weeks", "months", "no", "not", "just"):
        return False
    if any(word in FINITE | SINGULAR | SINGULAR_OR_NOUN | DONE | VERBS for word in piece):
        return False
    if is_plural(piece[-1]):
        return is_plural(low[at]) or low[at] in ("aid", "food", "water", "fuel", "money")
    return piece[-1] in NATIONS and low[at] in NATIONS


def joined_subjects(words: list[str]) -> list[str]:
    """`Gunfire, explosions are heard` and `Japan, South Korea, US hold` with their "and"."""
    commas = [i for i, word in enumerate(words[:8]) if word.endswith(",")]
    if not commas or commas[0] > 2 or len(commas) > 2:
        return words
    last = commas[-1]
    end = next(
        (i for i in range(last + 1, min(last + 4, len(words)))
         if (low := bare(words[i])) in FINITE | PLURAL | PLURAL_OR_NOUN | DONE or low in ("to", "set")),
        None,
    )  # fmt: skip
    if end is None or end == last + 1 or bare(words[end]) in ("is", "was", "has", "does"):
        return words
    pieces = [words[: commas[0] + 1], *(words[a + 1 : b + 1] for a, b in pairwise(commas))]
    nouns = [*(piece[-1].strip(",") for piece in pieces), words[end - 1]]
    countries = all(noun[0].isupper() and not is_plural(noun) for noun in nouns)
    many = all(is_plural(noun) or noun.casefold() in ("gunfire", "army") for noun in nouns)
    if not (countries or many) or any(bare(w) in PREPOSITIONS | SUBORDINATE for w in words[:end]):
        return words
    return [*words[:last], words[last].rstrip(","), "and", *words[last + 1 :]]


def as_is_whole(low: Sequence[str]) -> bool:
    """`as clashes continue` has its verb; `as 50 people killed` has not."""
    for at, word in enumerate(low):
        if word in ("as", "while", "after") and at + 2 < len(low):
            rest = low[at + 1 :]
            finite = any(w in FINITE | SINGULAR | SINGULAR_OR_NOUN | PLURAL | PLURAL_OR_NOUN | PAST for w in rest[1:])
            if (
                word in ("as", "while")
                and not finite
                and (len(rest) > 3 or rest[-1].endswith("ed") or rest[-1] == "shot")
            ):
                return False
            if not finite and any(w in DONE for w in rest[1:]) and not rest[0].endswith("ing"):
                return False
    return True
