"""Who speaks: which words beside a verb are its subject?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scrapers.facts.names import PARTICLES
from scrapers.facts.nounphrases import (
    CONTRACTED,
    DETERMINERS,
    INSIDE,
    Token,
    is_adverb,
    is_capital,
    lowered,
    opening,
    phrase_after,
    phrase_before,
)
from scrapers.facts.saying import ADVERBS, AUXILIARIES, FUNCTION_WORDS, MONTHS_AND_DAYS, PRONOUNS, STRONG
from scrapers.nations import NATIONS


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name who speaks, as they stand in the text."""

    words: str
    start: int
    end: int
    #: What stands beside the name between commas: "the governor of the region".
    beside: str | None = None

    @property
    def pronoun(self) -> bool:
        return lowered(self.words) in PRONOUNS


def source_at(row: Sequence[Token], first: int, last: int, text: str, beside: str | None = None) -> Source:
    end = row[last].end
    if first == last and row[last].low in CONTRACTED:
        end = row[last].start + len(row[last].words.split("'")[0])
    return Source(text[row[first].start : end], row[first].start, end, beside)


def subject_before(text: str, row: Sequence[Token], verb: int) -> Source | None:
    """The subject of a verb: the noun phrase left of it, past adverbs, times and what stands between commas."""
    at = _skip_left(row, verb - 1)
    if at < 0:
        return None
    token = row[at]
    if token.words in (",", "—", "–", ")") and (phrase := _before_apposition(row, at)):
        (first, last), (open_, close) = phrase
        beside = text[row[open_].start : row[close].end]
        named = named_beside(row, open_, close)
        if named is not None and not any(is_capital(t) and t.low not in NATIONS for t in row[last : last + 1]):
            # `The mayor, Ihor Terekhov, said`: the name stands between the commas, the office before them
            return source_at(row, named[0], named[1], text, text[row[first].start : row[last].end])
        return source_at(row, first, last, text, beside)
    if token.words == "," and at and (whole := phrase_before(row, at - 1)) and whole[0] == 0:
        return source_at(row, *whole, text)  # `The general and chairman of the chiefs, estimates that`
    if token.low in ("who", "which", "that"):
        back = at - 1
        if back >= 0 and row[back].words == ",":
            back -= 1
        phrase_ = phrase_before(row, back) if back >= 0 else None
        return source_at(row, *phrase_, text) if phrase_ else None
    if token.low in ("and", "but") and at:
        # `Putin met Xi and said`: the subject of the clause before
        return first_subject(text, row, verb)
    phrase_ = phrase_before(row, at)
    if phrase_ is None and row[verb].low in STRONG and row[at].kind == "word" and row[at].low not in FUNCTION_WORDS:
        # `The announcer said`: whatever "said" something can speak, if an article opens its phrase
        for first in range(at - 1, max(-1, at - 4), -1):
            if row[first].low in ("the", "a", "an"):
                hangs = first and row[first - 1].low in INSIDE
                return None if hangs or is_capital(row[at]) else source_at(row, first, at, text)
            if row[first].kind != "word" or row[first].low in FUNCTION_WORDS:
                return None
    return source_at(row, *phrase_, text) if phrase_ else None


def _skip_left(row: Sequence[Token], at: int) -> int:
    """Past auxiliaries, adverbs, days and short phrases of time or place before a verb."""
    while at >= 0:
        low = row[at].low
        if row[at].kind != "word":
            return at
        if low in CONTRACTED:
            return at
        if low in AUXILIARIES or low in ADVERBS or (is_adverb(low) and row[at].words[0].islower()):
            at -= 1
            continue
        if low in MONTHS_AND_DAYS or low in ("week", "morning", "evening", "afternoon", "night", "month", "year"):
            back = at - 1
            while back >= 0 and (
                row[back].low in ("on", "late", "early", "last", "this", "earlier", "the", "next")
                or row[back].low in MONTHS_AND_DAYS
            ):
                back -= 1
            if back == at - 1 and low not in MONTHS_AND_DAYS:
                return at
            at = back
            continue
        return at
    return at


def _before_apposition(row: Sequence[Token], close: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """For `X, apposition, VERB`: ((first, last) of X, (first, last) of the apposition); None if there is no X."""
    pair = {",": ",", "—": "—", "–": "–", ")": "("}[row[close].words]
    nearest = None
    for at in range(close - 1, 0, -1):
        if row[at].kind == "quote" or row[at].words in (";", ":"):
            break
        if row[at].words == pair:
            left = at - 1
            if row[left].words == ")" and (opened := opening(row, left, 0)) is not None and opened > 0:
                left = opened - 1
            phrase = phrase_before(row, left)
            based = next((n for n in range(left, max(left - 4, 0), -1) if row[n].low == "based"), None)
            if phrase is None and based is not None:
                phrase = phrase_before(row, based - 1)  # `a monitor based in Norvia, the River Watch, said`
            if phrase is None:
                if at < close - 12:
                    break
                continue
            if pair != "," or nearest is None:
                nearest = (phrase, (at + 1, close - 1))
            # In `Mrochko, head of the city, region and district, said` the outermost name is meant; go on while the
            # phrase found is only a lower-case part of a list.
            named = any(is_capital(token) or token.low in PRONOUNS for token in row[phrase[0] : phrase[1] + 1])
            if named or row[phrase[0]].low in ("the", "a", "an"):
                nearest = (phrase, (at + 1, close - 1))
                break
            if pair != ",":
                break
    if nearest is None or nearest[1][1] < nearest[1][0]:
        return None
    return nearest


def named_beside(row: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The tokens of a name when it is all that stands between the commas: a person's, or with "the" a body's."""
    if last > first and row[first].low == "the":
        inner = row[first + 1 : last + 1]
        named = all(is_capital(token) or token.low in ("for", "of", "and", "on", "in") for token in inner)
        return (first, last) if named and len(inner) > 1 and is_capital(inner[0]) and is_capital(inner[-1]) else None
    if not 0 < last - first + 1 <= 6:
        return None
    span = row[first : last + 1]
    if all(is_capital(token) or token.low in PARTICLES for token in span) and not (
        len(span) == 1 and span[0].low in NATIONS
    ):
        return first, last
    return None


def apposition_after(text: str, row: Sequence[Token], last: int) -> str | None:
    """`, chairman of the Joint Chiefs of Staff,` after a name."""
    if last + 2 >= len(row) or row[last + 1].words not in (",", "("):
        return None
    closing = {",": (",", ".", ";"), "(": (")",)}[row[last + 1].words]
    for at in range(last + 2, min(len(row), last + 16)):
        if row[at].words in closing:
            first = row[last + 2]
            if first.low in FUNCTION_WORDS - {"a", "an", "the"} or first.low.endswith("ing") or at == last + 2:
                return None
            return text[first.start : row[at - 1].end]
    return None


def first_subject(text: str, row: Sequence[Token], before: int) -> Source | None:
    """The subject of the sentence: the noun phrase that begins it, or that follows its opening adverbial."""
    at = _clause_start(row, before)
    for start in (at, *[i + 1 for i in range(at, min(before, at + 14)) if row[i].words == ","][:1]):
        if start >= before:
            break
        if row[start].low in ("but", "and", "so", "yet") and start + 1 < before:
            start += 1
        phrase = phrase_after(row, start)
        if phrase is None or phrase[1] >= before:
            continue
        after = row[phrase[1] + 1] if phrase[1] + 1 < len(row) else None
        if row[start].kind == "word" and row[start].low in FUNCTION_WORDS - PRONOUNS - DETERMINERS:
            continue
        if after is not None and (after.kind == "word" or after.words in (",", "(", "—", "–")):
            if after.low in ("'s", "and", "or"):
                return None
            return source_at(row, *phrase, text, apposition_after(text, row, phrase[1]))
    return None


def _clause_start(row: Sequence[Token], before: int) -> int:
    """The first token of the sentence that is no quotation; past a semicolon, the part after it."""
    start = 0
    for at in range(before):
        if row[at].words == ";":
            start = at + 1
    while start < before and row[start].kind in ("quote", "stop"):
        start += 1
    return start
