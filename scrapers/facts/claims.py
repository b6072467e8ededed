"""Claims: who says what, and in which words?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from scrapers.facts.attribution import Cue, cues
from scrapers.facts.names import Cast, cast_of
from scrapers.facts.nounphrases import Token, tokens
from scrapers.facts.quotation import Quotation, quotations, straight
from scrapers.facts.saying import SPEECH, WEAK
from scrapers.facts.sentences import sentence_spans
from scrapers.facts.speakers import NO_ALIASES, Aliases, stated_role
from scrapers.facts.whospeaks import Source


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """Something somebody is said to have said."""

    #: The speaker's full name as Nightdesk writes it; None for unattributed: a speaker that is not certain stays open.
    speaker: str | None
    role: str | None
    #: Two letters of a state, or a party's short name; None if not known or none.
    side: str | None
    #: The words that name the speaker in the text ("he", "the regional governor"); None if no words do.
    source: str | None
    #: "said", "reported", "claimed", "denied", "confirmed", "warned", "ordered", "urged", "promised", "accused",
    #: "estimated", "believed", "asked".
    verb: str
    #: What was said, exactly as the text has it, a quotation without its marks.
    words: str
    #: Where `words` stand in the text.
    span: tuple[int, int]
    #: A quotation in the speaker's own words.
    direct: bool
    #: Who passes it on, nearest to the reader first: ("TASS",) for "Lavrov said, according to TASS".
    relay: tuple[str, ...] = ()
    #: The text itself holds it at arm's length ("reportedly", "allegedly", "unconfirmed").
    hedged: bool = False


_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|purportedly|purported|alleged|unconfirmed|unverified|so-called)\b", re.I
)
_THAT = re.compile(
    r"^(?:(?:on\s)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s|today\s|late\s|early\s"
    r"|this\sweek\s)*(?:that\s)?(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence taken apart: for `claims` and `figures`."""

    start: int
    end: int
    paragraph: int
    row: tuple[Token, ...]
    cues: tuple[Cue, ...]


#: Tokens beyond which a "sentence" is a table or a list: nobody is said to speak there.
LONGEST = 400


def taken_apart(text: str) -> tuple[tuple[Sentence, ...], tuple[Quotation, ...]]:
    """The text's sentences with their attributions, and its quotations; whatever marks and blanks it has."""
    return _taken_apart(straight(text))


# The same article is asked for its claims, its figures and its statements, one after the other.
@lru_cache(maxsize=8)
def _taken_apart(text: str) -> tuple[tuple[Sentence, ...], tuple[Quotation, ...]]:
    quotes = quotations(text)
    whole = [(quote.start, quote.end) for quote in quotes]
    found: list[Sentence] = []
    paragraph, at = 0, 0
    for start, end in sentence_spans(text, whole=whole):
        paragraph += text.count("\n", at, start)
        at = start
        near = [quote for quote in quotes if quote.end > start and quote.start < end]
        row = tokens(text, start, end, near)
        found.append(Sentence(start, end, paragraph, row, cues(text, row) if len(row) <= LONGEST else ()))
    return tuple(found), quotes


def claims(text: str, *, aliases: Aliases = NO_ALIASES) -> tuple[Claim, ...]:
    """Every claim in a text, in order: quotations, and what is told in the third person with a speech verb.

    A speaker is named only where the words settle it; a pronoun only where one person alone can be meant.
    """
    plain = straight(text)
    parts, quotes = taken_apart(plain)
    cast = cast_of(plain, parts, aliases)
    found: list[Claim] = []
    for quote, answer in zip(quotes, speakers_of_quotations(plain, parts, quotes), strict=True):
        words = plain[quote.start : quote.end].strip("\"' \n")
        if len(words.split()) > 1:
            begin = plain.index(words, quote.start)
            found.append(_claim(text, cast, parts, answer, (begin, begin + len(words)), direct=True))
    for answer, span in _indirect(plain, parts, quotes):
        found.append(_claim(text, cast, parts, answer, span, direct=False))
    return tuple(sorted(found, key=lambda claim: (claim.span, not claim.direct)))


@dataclass(frozen=True, slots=True)
class Answer:
    """Who speaks a quotation: words and where they stand, and the sentence they stand in."""

    source: Source | None
    verb: str
    sentence: int
    relay: tuple[Source, ...] = ()


NOBODY = Answer(None, "said", -1)


def _claim(
    text: str, cast: Cast, parts: Sequence[Sentence], answer: Answer, span: tuple[int, int], *, direct: bool
) -> Claim:
    who = cast.who(answer.source)
    relay = tuple(known.name for source in answer.relay if (known := cast.who(source)))
    sentence = parts[answer.sentence] if answer.sentence >= 0 else None
    hedged = bool(sentence and _HEDGE.search(text, sentence.start, sentence.end))
    return Claim(
        speaker=who.name if who else None,
        role=stated_role(who, text) if who else None,
        side=who.side if who else None,
        source=text[answer.source.start : answer.source.end] if answer.source else None,
        verb=SPEECH.get(answer.verb, "said"),
        words=text[slice(*span)],
        span=span,
        direct=direct,
        relay=relay,
        hedged=hedged,
    )


# --- told in the third person ----------------------------------------------------------------------------------------


def _indirect(
    text: str, parts: Sequence[Sentence], quotes: Sequence[Quotation]
) -> Iterator[tuple[Answer, tuple[int, int]]]:
    """Who says it, and where what is said stands."""
    begins = [quote.start for quote in quotes]
    for number, sentence in enumerate(parts):
        main = [cue for cue in sentence.cues if cue.source is not None and cue.form != "citing"]
        passing_on = {source for cue in main if cue.form in ("before", "after") for source in relays(sentence, cue)}
        for cue in main:
            if cue.source in passing_on or (cue.verb in WEAK and not text.startswith(" that ", cue.end)):
                continue
            start, end = cue.reach
            words = text[start:end].strip(" ,;:—–.")
            if cue.verb in ("told", "tells", "tell", "telling", "warned", "informed"):
                # `told NATO that …`: whom he told is not what he said
                told, that, said = words.partition("that ")
                if that and len(told) < 60 and (not told or told.endswith(" ")):
                    words = said
                elif cue.verb != "warned":
                    continue
            words = _THAT.sub("", words) if cue.form == "before" else words
            begin = text.find(words, start)
            places = ((start, end), (begin + 1, begin + len(words)))
            if len(words.split()) < 3 or any(_is_within(quotes, begins, a, b) for a, b in places):
                continue
            yield Answer(cue.source, cue.verb, number, relays(sentence, cue)), (begin, begin + len(words))


def _is_within(quotes: Sequence[Quotation], begins: Sequence[int], start: int, end: int) -> bool:
    """Does a stretch stand in one of the quotations, which follow one another?"""
    at = bisect_right(begins, start) - 1
    return at >= 0 and end <= quotes[at].end


def relays(sentence: Sentence, cue: Cue) -> tuple[Source, ...]:
    """Who passes a cue's word on: later "according to TASS", "RIA reported", or what someone cites."""
    found = []
    for other in sentence.cues:
        if other is cue or other.source is None:
            continue
        if (other.form in ("according", "after") and other.start > cue.end and cue.form != "citing") or (
            cue.form == "citing" and other.end < cue.start
        ):
            found.append(other.source)
    return tuple(found)


# --- direct quotations ---------------------------------------------------------------------------------------


def speakers_of_quotations(text: str, parts: Sequence[Sentence], quotes: Sequence[Quotation]) -> tuple[Answer, ...]:
    """One answer for each quotation, in order."""
    answers: list[Answer] = []
    holder = 0
    for number, quote in enumerate(quotes):
        while holder + 1 < len(parts) and parts[holder + 1].start <= quote.start:
            holder += 1
        previous = answers[-1] if answers else NOBODY
        before = quotes[number - 1] if number else None
        answer = _in_sentence(parts, holder, quote) if parts else NOBODY
        if answer.source is None:
            answer = _carried(text, parts, holder, quote, before, previous)
        answers.append(answer)
    return tuple(answers)


def _in_sentence(parts: Sequence[Sentence], holder: int, quote: Quotation) -> Answer:
    sentence = parts[holder]
    row = sentence.row
    at = next((i for i, token in enumerate(row) if token.kind == "quote" and token.start == quote.start), None)
    if at is None:
        return NOBODY
    usable = [cue for cue in sentence.cues if cue.source is not None and cue.form != "citing"]
    ordered: list[tuple[int, Cue]] = []
    for cue in usable:
        assert cue.source is not None
        if cue.form == "after" and cue.start > quote.start:
            gap = [t for t in row if quote.end <= t.start < cue.start]
            ordered.append((len(gap), cue))
        elif cue.form == "according" and cue.start > quote.start:
            ordered.append((6 + sum(1 for t in row if quote.end <= t.start < cue.start), cue))
        elif cue.start > quote.start:
            gap = [t for t in row if quote.end <= t.start < cue.source.start]
            if len(gap) <= 1 and not any(t.kind == "word" for t in gap):
                ordered.append((0, cue))  # `“…,” Milley said`
        else:
            gap = [t for t in row if cue.end <= t.start < quote.start and t.kind == "word"]
            turned = any(t.low in ("but", "while") or t.words == ";" for t in row if cue.end <= t.start < quote.start)
            if not (turned and len(gap) > 6):
                ordered.append((1 + len(gap), cue))
    if ordered:
        cue = min(ordered, key=lambda pair: pair[0])[1]
        if cue.source is not None and cue.source.pronoun and cue.form == "before":
            # `DuVernay said she felt “…”`: the one who is named is the one who speaks
            outer = [other for _, other in ordered if other.end <= cue.source.start and other.form == "before"]
            if outer and not any(
                t.words == ";" or t.low in ("but", "while") for t in row if outer[-1].end <= t.start < cue.start
            ):
                cue = outer[-1]
        return Answer(cue.source, cue.verb, holder, relays(sentence, cue))
    return NOBODY


def _carried(
    text: str, parts: Sequence[Sentence], holder: int, quote: Quotation, before: Quotation | None, previous: Answer
) -> Answer:
    """The speaker of a quotation whose own sentence names none: from what stands before it."""
    sentence = parts[holder]
    alone = all(token.kind in ("quote", "stop") for token in sentence.row)
    earlier = parts[holder - 1] if holder else None
    if (
        earlier is not None
        and text[earlier.start : earlier.end].rstrip().endswith(":")
        and sentence.row
        and sentence.row[0].kind == "quote"
    ):
        named = [cue for cue in earlier.cues if cue.source is not None and cue.form != "citing"]
        if named:
            return Answer(named[-1].source, named[-1].verb, holder - 1)
    if (
        before is not None
        and not before.closed
        and previous.source is not None
        and not text[before.end : quote.start].strip()
    ):
        return previous
    if not alone or earlier is None or before is None or previous.source is None:
        return NOBODY
    between = text[before.end : quote.start]
    if earlier.paragraph == sentence.paragraph:
        # `“A,” X said. “B.”`: only X's own words stand between
        if before.end >= earlier.start:
            return replace(previous, sentence=previous.sentence)
        named = [cue for cue in earlier.cues if cue.source is not None]
        return Answer(named[-1].source, named[-1].verb, holder - 1) if named else NOBODY
    if before.end >= earlier.start and len(between) < 200:
        return previous
    return NOBODY
