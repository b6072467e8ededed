"""Noun phrases: which words of a sentence name somebody who can speak?

No tagger and no model: the shape of names, and a list of nouns that can speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from scrapers.compose.nations import NATIONS
from scrapers.compose.quotation import Quotation
from scrapers.compose.speechwords import (
    ADVERBS,
    AUXILIARIES,
    CAPITAL_FUNCTION_WORDS,
    FUNCTION_WORDS,
    LINKS,
    MONTHS_AND_DAYS,
    NOUN_TOO,
    PRONOUNS,
    SPEAKING_NOUNS,
    SPEECH,
)

_TOKEN = re.compile(
    r"(?P<abbr>(?:[A-Z]\.){2,}|(?:Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|Dr|Mr|Mrs|Ms|Prof|Jr|Sr|St"
    r"|Jan|Feb|Aug|Sept|Oct"
    r"|Nov|Dec|[A-Z])\.)"
    r"|(?P<word>[^\W\d_](?:[\w]|[’'\-&/.](?=\w)|(?<=s)[’'](?=\s[a-zA-Z]))*)"
    r"|(?P<number>[\d$€£](?:[\w]|[.,:](?=\d))*%?)"
    r"|(?P<stop>\S)"
)


class Token(NamedTuple):
    """A word, number, mark or whole quotation of a sentence, with its place in the text."""

    kind: str  # "word", "number", "stop" or "quote"
    words: str
    #: The words in lower case.
    low: str
    start: int
    end: int


def tokens(text: str, start: int, end: int, quotes: Sequence[Quotation] = ()) -> tuple[Token, ...]:
    """The tokens of a sentence; a quotation is one token."""
    found: list[Token] = []
    at = start
    for quote in [q for q in quotes if q.end > start and q.start < end]:
        found.extend(_plain(text, at, quote.start))
        words = text[max(start, quote.start) : min(end, quote.end)]
        found.append(Token("quote", words, words.lower(), quote.start, quote.end))
        at = quote.end
    found.extend(_plain(text, at, end))
    return tuple(found)


def lowered(words: str) -> str:
    """In small letters; the health agency stays apart from the pronoun that it would become."""
    return "w.h.o." if words == "WHO" else words.lower()


def _plain(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    if start >= end:
        return found
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "stop"
        words = match[0]
        found.append(Token("word" if kind == "abbr" else kind, words, lowered(words), match.start(), match.end()))
    return found


# --- noun phrases that can speak -----------------------------------------------------------------------------------


def is_capital(token: Token) -> bool:
    if token.kind != "word" or token.words in CAPITAL_FUNCTION_WORDS:
        return False
    return token.words[0].isupper() or token.words[:3] in ("al-", "el-", "an-", "as-", "ar-", "at-", "ad-")


def bare(token: Token) -> str:
    low = token.low
    return low[:-2] if low.endswith(("'s", "’s")) else low.rstrip("'’")


def can_head(row: Sequence[Token], at: int) -> bool:
    """May this token be the last word of a name or of a noun phrase that speaks?"""
    token = row[at]
    if token.kind != "word":
        return False
    if token.low in PRONOUNS or token.low.replace("’", "'") in CONTRACTED or speaks(token.low):
        return True
    return is_capital(token) and token.low not in MONTHS_AND_DAYS and not token.words.endswith(("'s", "’s"))


def speaks(low: str) -> bool:
    tail = low.rsplit("-", 1)[-1]
    return low in SPEAKING_NOUNS or tail in SPEAKING_NOUNS


def phrase_before(row: Sequence[Token], last: int, floor: int = 0) -> tuple[int, int] | None:
    """(first, last) token of the noun phrase that ends at `last`, None if nothing there can speak."""
    if last < floor or not (can_head(row, last) or row[last].low in PLACE_NOUNS):
        return None
    if row[last].low in PRONOUNS or row[last].low.replace("’", "'") in CONTRACTED:
        return last, last
    first = last
    while first - 1 >= floor:
        token = row[first - 1]
        if token.kind != "word":
            # `Rep. G.K. Butterfield (D-N.C.) said` and `a 43-year-old resident`
            if token.words == ")" and (opened := opening(row, first - 1, floor)) is not None and opened > floor:
                first = opened
                continue
            if token.kind == "number" and not is_capital(row[first]):
                first -= 1
                continue
            break
        low = token.low
        if low in DETERMINERS:
            first -= 1
            linked = first - 1 >= floor and row[first - 1].low in LINKS and low not in QUANTITIES
            if low in QUANTITIES or linked:
                continue
            break
        if low in LINKS:
            # `spokesman for the army`: only between two nouns, the left of which can carry it
            left = first - 2
            if left >= floor and row[left].kind == "word" and (speaks(bare(row[left])) or is_capital(row[left])):
                if low in ("and", "&") and not (is_capital(row[left]) and is_capital(row[first])):
                    break
                if low in ("in", "at", "on", "from", "to", "with", "by", "near") and not speaks(bare(row[left])):
                    break
                first -= 2
                continue
            break
        if is_capital(token) or (
            low not in FUNCTION_WORDS and (low not in SPEECH or low == "state") and token.words[0].islower()
        ):
            if low in MONTHS_AND_DAYS or (is_adverb(low) and low not in NATIONS):
                break
            first -= 1
            continue
        break
    while first < last and (row[first].low in CAPITAL_LEADS or row[first].kind == "stop"):
        first += 1
    if first - 1 >= floor and row[first - 1].low in INSIDE:
        # `A prosecutor in the trial for the Proud Boys said`: the phrase only hangs on another; find that or give up
        for at in range(first - 2, max(floor - 1, first - 10), -1):
            if row[at].kind != "word" or row[at].low in SPEECH:
                return None
            if speaks(row[at].low) and row[at + 1].low in LINKS:
                outer = phrase_before(row, at, floor)
                return (outer[0], last) if outer else None
        return None
    if row[last].low in PLACE_NOUNS and not any(speaks(bare(token)) for token in row[first:last]):
        return None
    return first, last


#: Nouns that can end a phrase only behind one that speaks: "the governor of Kharkiv region", "the secretary of state".
PLACE_NOUNS = frozenset(
    "province region district oblast city town village area state camp county sector capital".split()
)
INSIDE = frozenset(
    "of for in at from to on with by near against over about into under between among amid despite".split()
)
QUANTITIES = frozenset("two three one some".split())
CONTRACTED = frozenset("he's she's they're they've he'd she'd i've we've it's they'd".split())
DETERMINERS = QUANTITIES | frozenset("the a an his her its their our my your another".split())
CAPITAL_LEADS = frozenset(
    "but and so yet as when while after before then later also meanwhile if though although".split()
)


def is_adverb(low: str) -> bool:
    return low.endswith("ly") and low not in (
        "family",
        "assembly",
        "ally",
        "daily",
        "weekly",
        "monthly",
        "elderly",
        "early",
    )


def opening(row: Sequence[Token], closing: int, floor: int) -> int | None:
    for at in range(closing - 1, max(floor, closing - 8) - 1, -1):
        if row[at].words == "(":
            return at
    return None


def phrase_after(row: Sequence[Token], first: int) -> tuple[int, int] | None:
    """(first, last) token of the noun phrase that begins at `first`, None if nothing there can speak."""
    count = len(row)
    if first >= count or row[first].kind not in ("word", "number"):
        return None
    if row[first].low in PRONOUNS:
        return first, first
    at = first
    head: int | None = None
    while at < count:
        token = row[at]
        if token.kind == "number" and head is None:
            at += 1
            continue
        if token.kind != "word":
            break
        low = token.low
        if low in DETERMINERS:
            if at != first and row[at - 1].low not in LINKS:
                break
            at += 1
            continue
        if low in LINKS and head == at - 1 and at + 1 < count:
            following = row[at + 1]
            joins = low in ("of", "for") or (low in ("in", "at", "from", "with", "to") and speaks(bare(row[head])))
            if low in ("and", "&"):
                joins = is_capital(row[head]) and is_capital(following)
            if (
                joins
                and following.kind == "word"
                and (
                    is_capital(following)
                    or following.low not in FUNCTION_WORDS | {"that"}
                    or following.low in ("the", "a", "his", "their", "its")
                )
            ):
                at += 1
                continue
            break
        if low in MONTHS_AND_DAYS or low in ADVERBS or low in FUNCTION_WORDS:
            break
        if is_adverb(low):
            break
        if low == "state" and head is not None and at + 1 < count and speaks(row[at + 1].low):
            at += 1  # `Russian state media`
            continue
        noun = low in NOUN_TOO and speaks(low) and row[first].low in DETERMINERS
        if (low in SPEECH or low in AUXILIARIES) and head is not None and not is_capital(token) and not noun:
            break
        if is_capital(token) or speaks(bare(token)):
            head = at
        elif head is not None and speaks(bare(row[head])) and not is_capital(row[head]):
            break
        at += 1
    if head is None or not can_head(row, head):
        return None
    return first, head
