"""Noun phrases: which words of a sentence name somebody who can speak?

No tagger and no model: the shape of names, and a list of nouns that can speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from scrapers.facts.quotation import Quotation
from scrapers.facts.saying import (
    AUXILIARIES,
    CAPITAL_FUNCTION_WORDS,
    FUNCTION_WORDS,
    LINKS,
    MONTHS_AND_DAYS,
    MONTHS_SHORT,
    NOUN_TOO,
    PRONOUNS,
    SPEAKING_NOUNS,
    SPEECH,
    TITLES,
)
from scrapers.nations import NATIONS

_TOKEN = re.compile(
    rf"(?P<initials>(?:[A-Z]\.){{2,}}(?:['-]\w+)*)|(?P<abbr>(?:{TITLES}|{MONTHS_SHORT}|Jr|Sr|St|[A-Z])\.)"
    r"|(?P<word>[^\W\d_](?:(?<=-)(?:[A-Z]\.){2,}|[\w]|['\-&/.](?=\w)|(?<=s)'(?=\s[a-zA-Z]))*)"
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
    """In small letters and without the stops of initials; what would become a pronoun stays apart from it."""
    return _NO_PRONOUNS.get(words) or (words.replace(".", "") if _INITIALS.search(words) else words).lower()


_INITIALS = re.compile(r"\b(?:[A-Z]\.){2}")
_NO_PRONOUNS = dict.fromkeys(("US", "U.S."), "u.s.") | dict.fromkeys(("WHO", "W.H.O."), "w.h.o.")


def _plain(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    if start >= end:
        return found
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "stop"
        kind = "word" if kind in ("abbr", "initials") else kind
        found.append(Token(kind, match[0], lowered(match[0]), match.start(), match.end()))
    return found


# --- noun phrases that can speak -----------------------------------------------------------------------------------


def is_capital(token: Token) -> bool:
    if token.kind != "word" or token.words in CAPITAL_FUNCTION_WORDS:
        return False
    return token.words[0].isupper() or token.words[:3] in ("al-", "el-", "an-", "as-", "ar-", "at-", "ad-")


def bare(token: Token) -> str:
    low = token.low
    return low[:-2] if low.endswith("'s") else low.rstrip("'")


def can_head(row: Sequence[Token], at: int) -> bool:
    """May this token be the last word of a name or of a noun phrase that speaks?"""
    token = row[at]
    if token.kind != "word":
        return False
    if token.low in PRONOUNS or token.low in CONTRACTED or speaks(token.low):
        return True
    return is_capital(token) and token.low not in MONTHS_AND_DAYS and not token.words.endswith("'s")


def speaks(low: str) -> bool:
    tail = low.rsplit("-", 1)[-1]
    return low in SPEAKING_NOUNS or tail in SPEAKING_NOUNS


def phrase_before(row: Sequence[Token], last: int, floor: int = 0) -> tuple[int, int] | None:
    """(first, last) token of the noun phrase that ends at `last`, None if nothing there can speak."""
    if last < floor or not (can_head(row, last) or row[last].low in PLACE_NOUNS):
        return None
    if row[last].low in PRONOUNS or row[last].low in CONTRACTED:
        return last, last
    first = last
    while (further := _one_more(row, first, floor)) is not None:
        first = further
        if row[first].low in DETERMINERS - QUANTITIES and not _is_linked(row, first, floor):
            break
    while first < last and (row[first].low in CAPITAL_LEADS or row[first].kind == "stop"):
        first += 1
    if first - 1 >= floor and row[first - 1].low in INSIDE:
        outer = _holds(row, first, floor)
        return (outer, last) if outer is not None else None
    if row[last].low in PLACE_NOUNS and not any(speaks(bare(token)) for token in row[first:last]):
        return None
    return first, last


def _is_linked(row: Sequence[Token], at: int, floor: int) -> bool:
    return at - 1 >= floor and row[at - 1].low in LINKS


def _one_more(row: Sequence[Token], first: int, floor: int) -> int | None:
    """Where a noun phrase that has got to `first` begins one step further left; None where it goes no further."""
    if first - 1 < floor:
        return None
    token, low = row[first - 1], row[first - 1].low
    if token.kind != "word":
        # `Rep. G.K. Butterfield (D-N.C.) said` and `a 43-year-old resident`
        if token.words == ")" and (opened := opening(row, first - 1, floor)) is not None and opened > floor:
            return opened
        return first - 1 if token.kind == "number" and not is_capital(row[first]) else None
    if low in DETERMINERS:
        return first - 1
    if low in LINKS:
        # `spokesman for the army`: only between two nouns, the left of which can carry it
        if first - 2 < floor or row[first - 2].kind != "word":
            return None
        speaking, named = speaks(bare(row[first - 2])), is_capital(row[first - 2])
        joins = (
            named and is_capital(row[first]) if low in ("and", "&") else speaking or (named and low in ("of", "for"))
        )
        return first - 2 if joins and (speaking or named) else None
    if low in MONTHS_AND_DAYS or (is_adverb(low) and low not in NATIONS):
        return None
    plain = low not in FUNCTION_WORDS and (low not in SPEECH or low == "state") and token.words[0].islower()
    return first - 1 if plain or is_capital(token) else None


def _holds(row: Sequence[Token], first: int, floor: int) -> int | None:
    """`A prosecutor in the trial for the Proud Boys said`: the phrase only hangs on another; where that begins."""
    for at in range(first - 2, max(floor - 1, first - 10), -1):
        if row[at].kind != "word" or row[at].low in SPEECH:
            return None
        if speaks(row[at].low) and row[at + 1].low in LINKS:
            outer = phrase_before(row, at, floor)
            return outer[0] if outer else None
    return None


#: Nouns that can end a phrase only behind one that speaks: "the governor of Kharkiv region", "the secretary of state".
PLACE_NOUNS = frozenset(
    "province region district oblast city town village area state camp county sector capital".split()
)
INSIDE = frozenset(
    """of for in at from to on with by near against over about into under between among amid despite through across
    along around behind outside inside during""".split()
)
QUANTITIES = frozenset("two three one some".split())
CONTRACTED = frozenset(
    "he's she's they're they've he'd she'd i've we've it's they'd he'll she'll they'll we'll it'll".split()
)
_BEGIN = frozenset("the a his their its".split())
DETERMINERS = QUANTITIES | frozenset("the a an his her its their our my your another".split())
CAPITAL_LEADS = frozenset(
    "but and so yet as when while after before then later also meanwhile if though although".split()
)


def is_adverb(low: str) -> bool:
    return low.endswith("ly") and low not in _NO_ADVERBS


_NO_ADVERBS = frozenset("family assembly ally daily weekly monthly elderly early".split())


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
            begins = is_capital(following) or following.low not in FUNCTION_WORDS - _BEGIN
            if joins and following.kind == "word" and begins:
                at += 1
                continue
            break
        if low in MONTHS_AND_DAYS or low in FUNCTION_WORDS or is_adverb(low):
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
