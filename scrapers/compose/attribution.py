"""Attribution: who says so, in one sentence, and how far does their word reach?

No tagger and no model: speech verbs, the shape of names, and a list of nouns that can speak. What the rules do not
settle stays open. Method and first figures: rules written on PolNeAR's dev part, here written anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    SPOKEN_OF,
    WEAK,
)

_TOKEN = re.compile(
    r"(?P<abbr>(?:[A-Z]\.){2,}|(?:Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|Dr|Mr|Mrs|Ms|Prof|Jr|Sr|St|Jan|Feb|Aug|Sept|Oct"
    r"|Nov|Dec|[A-Z])\.)"
    r"|(?P<word>[^\W\d_](?:[\w]|[’'\-&/.](?=\w)|(?<=s)[’'](?=\s[a-zA-Z]))*)"
    r"|(?P<number>[\d$€£](?:[\w]|[.,:](?=\d))*%?)"
    r"|(?P<stop>\S)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, mark or whole quotation of a sentence, with its place in the text."""

    kind: str  # "word", "number", "stop" or "quote"
    words: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.words.lower()


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
        return self.words.lower() in PRONOUNS


@dataclass(frozen=True, slots=True)
class Cue:
    """One place of a sentence where someone is said to speak."""

    #: None where the sentence leaves it open ("it was announced").
    source: Source | None
    verb: str
    #: Place of the verb in the text.
    start: int
    end: int
    #: Where what is said stands, as far as this sentence goes.
    reach: tuple[int, int]
    #: "before", "after" or "according".
    form: str


def tokens(text: str, start: int, end: int, quotes: Sequence[Quotation] = ()) -> tuple[Token, ...]:
    """The tokens of a sentence; a quotation is one token."""
    found: list[Token] = []
    at = start
    for quote in [q for q in quotes if q.end > start and q.start < end]:
        found.extend(_plain(text, at, quote.start))
        found.append(Token("quote", text[max(start, quote.start) : min(end, quote.end)], quote.start, quote.end))
        at = quote.end
    found.extend(_plain(text, at, end))
    return tuple(found)


def _plain(text: str, start: int, end: int) -> list[Token]:
    found = []
    if start >= end:
        return found
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "stop"
        found.append(Token("word" if kind == "abbr" else kind, match[0], match.start(), match.end()))
    return found


# --- noun phrases that can speak -----------------------------------------------------------------------------------


def _capital(token: Token) -> bool:
    return token.kind == "word" and token.words[0].isupper() and token.words not in CAPITAL_FUNCTION_WORDS


def _bare(token: Token) -> str:
    low = token.low
    return low[:-2] if low.endswith(("'s", "’s")) else low.rstrip("'’")


def _can_head(row: Sequence[Token], at: int) -> bool:
    """May this token be the last word of a name or of a noun phrase that speaks?"""
    token = row[at]
    if token.kind != "word":
        return False
    if token.low in PRONOUNS or token.low.replace("’", "'") in CONTRACTED or _speaking(token.low):
        return True
    return _capital(token) and token.low not in MONTHS_AND_DAYS and not token.words.endswith(("'s", "’s"))


def _speaking(low: str) -> bool:
    tail = low.rsplit("-", 1)[-1]
    return low in SPEAKING_NOUNS or tail in SPEAKING_NOUNS


def _phrase_before(row: Sequence[Token], last: int, floor: int = 0) -> tuple[int, int] | None:
    """(first, last) token of the noun phrase that ends at `last`, None if nothing there can speak."""
    if last < floor or not (_can_head(row, last) or row[last].low in PLACE_NOUNS):
        return None
    if row[last].low in PRONOUNS or row[last].low.replace("’", "'") in CONTRACTED:
        return last, last
    first = last
    while first - 1 >= floor:
        token = row[first - 1]
        if token.kind != "word":
            # `Rep. G.K. Butterfield (D-N.C.) said` and `a 43-year-old resident`
            if token.words == ")" and (opened := _opening(row, first - 1, floor)) is not None and opened > floor:
                first = opened
                continue
            if token.kind == "number" and not _capital(row[first]):
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
            if left >= floor and row[left].kind == "word" and (_speaking(_bare(row[left])) or _capital(row[left])):
                if low in ("and", "&") and not (_capital(row[left]) and _capital(row[first])):
                    break
                if low in ("in", "at", "on", "from", "to", "with", "by", "near") and not _speaking(_bare(row[left])):
                    break
                first -= 2
                continue
            break
        if _capital(token) or (low not in FUNCTION_WORDS and low not in SPEECH and token.words[0].islower()):
            if low in MONTHS_AND_DAYS or (_ends_adverb(low) and low not in NATIONS):
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
            if _speaking(row[at].low) and row[at + 1].low in LINKS:
                outer = _phrase_before(row, at, floor)
                return (outer[0], last) if outer else None
        return None
    if row[last].low in PLACE_NOUNS and not any(_speaking(_bare(token)) for token in row[first:last]):
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


def _ends_adverb(low: str) -> bool:
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


def _opening(row: Sequence[Token], closing: int, floor: int) -> int | None:
    for at in range(closing - 1, max(floor, closing - 8) - 1, -1):
        if row[at].words == "(":
            return at
    return None


def _phrase_after(row: Sequence[Token], first: int) -> tuple[int, int] | None:
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
            joins = low in ("of", "for") or (low in ("in", "at", "from", "with", "to") and _speaking(_bare(row[head])))
            if low in ("and", "&"):
                joins = _capital(row[head]) and _capital(following)
            if (
                joins
                and following.kind == "word"
                and (
                    _capital(following)
                    or following.low not in FUNCTION_WORDS | {"that"}
                    or following.low in ("the", "a", "his", "their", "its")
                )
            ):
                at += 1
                continue
            break
        if low in MONTHS_AND_DAYS or low in ADVERBS or low in FUNCTION_WORDS:
            break
        if _ends_adverb(low):
            break
        if low == "state" and head is not None and at + 1 < count and _speaking(row[at + 1].low):
            at += 1  # `Russian state media`
            continue
        noun = low in NOUN_TOO and _speaking(low) and row[first].low in DETERMINERS
        if (low in SPEECH or low in AUXILIARIES) and head is not None and not _capital(token) and not noun:
            break
        if _capital(token) or _speaking(_bare(token)):
            head = at
        elif head is not None and _speaking(_bare(row[head])) and not _capital(row[head]):
            break
        at += 1
    if head is None or not _can_head(row, head):
        return None
    return first, head


def _source(row: Sequence[Token], first: int, last: int, text: str, beside: str | None = None) -> Source:
    end = row[last].end
    if first == last and row[last].low.replace("’", "'") in CONTRACTED:
        end = row[last].start + len(re.split("['’]", row[last].words)[0])
    return Source(text[row[first].start : end], row[first].start, end, beside)


# --- cues ----------------------------------------------------------------------------------------------------------


def cues(text: str, row: Sequence[Token]) -> tuple[Cue, ...]:
    """Every attribution in a sentence, in order."""
    found: list[Cue] = []
    for at, token in enumerate(row):
        if token.kind != "word":
            continue
        low = token.low
        if low == "according" and at + 2 < len(row) and row[at + 1].low == "to":
            if cue := _according(text, row, at):
                found.append(cue)
        elif (
            low == "per"
            and at
            and at + 1 < len(row)
            and row[at + 1].low in DETERMINERS
            and row[at - 1].words in (",", ")")
        ):
            if phrase := _phrase_after(row, at + 1):
                source = _source(row, *phrase, text)
                found.append(
                    Cue(source, "according to", token.start, token.end, (row[0].start, token.start), "according")
                )
        elif low in ("citing", "quoting") and (phrase := _phrase_after(row, at + 1)):
            source = _source(row, *phrase, text)
            found.append(Cue(source, low, token.start, token.end, (row[0].start, token.start), "citing"))
        elif low in SPEECH and (cue := _at_verb(text, row, at)):
            found.append(cue)
    if not found and (cue := _signed(text, row) or _headline_tail(text, row)):
        found.append(cue)
    return tuple(_reaches(text, row, found))


def _according(text: str, row: Sequence[Token], at: int) -> Cue | None:
    phrase = _phrase_after(row, at + 2)
    if phrase is None:
        return None
    beside = _apposition_after(text, row, phrase[1])
    reach = (row[0].start, row[at].start)
    if at == 0:
        reach = (row[min(phrase[1] + 1, len(row) - 1)].start, row[-1].end)
    return Cue(_source(row, *phrase, text, beside), "according to", row[at].start, row[at + 1].end, reach, "according")


def _at_verb(text: str, row: Sequence[Token], at: int) -> Cue | None:
    token = row[at]
    low = token.low
    before = row[at - 1] if at else None
    if low in ("state", "states") and token.words[0].isupper():
        return None  # `the United States`
    if low in ("claim", "claims", "claimed", "claiming") and any(
        t.low in ("lives", "life", "responsibility", "victory", "asylum") for t in row[at + 1 : at + 7]
    ):
        return None
    if before is not None and before.low in (
        "to",
        "be",
        "been",
        "being",
        "not",
        "can",
        "could",
        "should",
        "might",
        "may",
        "let",
    ):
        # `to say`, `was told`: nobody is said to speak; but `had been told`, `did not say` neither.
        return None
    if (
        low in NOUN_TOO
        and before is not None
        and before.low
        in (
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
            "of",
            "any",
            "no",
            "in",
            "such",
            "these",
            "those",
            "and",
            "or",
            "new",
            "more",
            "that",
            "on",
            "by",
            "this",
        )
    ):
        return None
    if low in NOUN_TOO and before is not None and before.words.endswith(("'s", "’s")):
        return None
    if (
        low in SPOKEN_OF
        and at
        and any(row[at - back].low in ("was", "were", "is", "are", "been", "be") for back in (1, 2) if at - back >= 0)
    ):
        return None
    if (
        low in BLAMED
        and at + 1 < len(row)
        and row[at + 1].low in ("of", "for", "over", "with", "by", "after", "as", "to")
    ):
        return None  # `Security forces accused of a massacre`
    inverted = _inverted(text, row, at)
    if inverted is not None:
        return inverted
    if low.endswith("ing"):
        return _participle(text, row, at)
    subject = _subject_before(text, row, at)
    if subject is None:
        return None
    return _placed(row, subject, at)


_AFTER_TAIL = frozenset("on in at to during from via late early earlier after by when before as while for this".split())


def _placed(row: Sequence[Token], subject: Source, verb: int) -> Cue:
    """A cue with its reach: `X said that A` reaches on, `A, X said on Friday.` back, `A, X said, B` both ways."""
    token = row[verb]
    first = next((i for i, t in enumerate(row) if t.start >= subject.start), 0)
    last = row[-1].end
    after = row[verb + 1] if verb + 1 < len(row) else None
    if first and (row[first - 1].words in (",", "—", "–") or row[first - 1].kind == "quote"):
        closed = after is None or (after.kind == "stop" and after.words not in ("“", '"', ":"))
        if closed or after is None or after.low in _AFTER_TAIL | MONTHS_AND_DAYS | ADVERBS or after.low == "reporters":
            inside = after is not None and after.words == "," and row[first - 1].words == ","
            reach = (row[0].start, last if inside else row[first - 1].end)
            return Cue(subject, token.low, token.start, token.end, reach, "after")
    return Cue(subject, token.low, token.start, token.end, (token.end, last), "before")


def _inverted(text: str, row: Sequence[Token], at: int) -> Cue | None:
    """`“…,” said the governor of Kharkiv` and `, said Gen. Milley, chairman of …`."""
    if row[at].low.endswith("ing"):
        return None
    if at == 0:
        phrase = _phrase_after(row, 1) if row[0].low in ("said", "says", "added", "wrote") else None
        if phrase is None or phrase[1] + 1 >= len(row) or row[phrase[1] + 1].words not in (":", ","):
            return None
        return Cue(
            _source(row, *phrase, text),
            row[0].low,
            row[0].start,
            row[0].end,
            (row[phrase[1]].end, row[-1].end),
            "before",
        )
    before = row[at - 1]
    quoted = before.kind == "quote" or (before.words in (",", "—", "–") and at >= 2)
    if (
        not quoted
        or row[at].low in ("say", "told", "claims", "reports", "warns")
        and before.kind != "quote"
        and row[at].low != "told"
    ):
        return None
    if row[at].low == "told":
        return None
    phrase = _phrase_after(row, at + 1)
    if phrase is None:
        return None
    if phrase[0] == phrase[1] and row[phrase[0]].low in ("it", "this", "that", "us", "me", "him", "them"):
        return None
    if before.kind != "quote":
        # `Putin, who says Kyiv …`: a verb after a comma is inverted only when what follows ends the clause
        after = row[phrase[1] + 1] if phrase[1] + 1 < len(row) else None
        if (
            after is not None
            and after.words not in (",", ".", "(", ";")
            and after.low not in ADVERBS | MONTHS_AND_DAYS | {"on", "in", "at", "who", "during"}
        ):
            return None
    beside = _apposition_after(text, row, phrase[1])
    return Cue(
        _source(row, *phrase, text, beside),
        row[at].low,
        row[at].start,
        row[at].end,
        (row[0].start, row[at].start),
        "after",
    )


def _subject_before(text: str, row: Sequence[Token], verb: int) -> Source | None:
    """The subject of a verb: the noun phrase left of it, past adverbs, times and what stands between commas."""
    at = _skip_left(row, verb - 1)
    if at < 0:
        return None
    token = row[at]
    if token.words in (",", "—", "–", ")") and (phrase := _before_apposition(row, at)):
        (first, last), (open_, close) = phrase
        beside = text[row[open_].start : row[close].end]
        named = _named_beside(row, open_, close)
        if named is not None and not any(_capital(t) and t.low not in NATIONS for t in row[last : last + 1]):
            # `The mayor, Ihor Terekhov, said`: the name stands between the commas, the office before them
            return _source(row, named[0], named[1], text, text[row[first].start : row[last].end])
        return _source(row, first, last, text, beside)
    if token.low in ("who", "which", "that"):
        back = at - 1
        if back >= 0 and row[back].words == ",":
            back -= 1
        phrase_ = _phrase_before(row, back) if back >= 0 else None
        return _source(row, *phrase_, text) if phrase_ else None
    if token.low in ("and", "but") and at:
        # `Putin met Xi and said`: the subject of the clause before
        return _first_subject(text, row, verb)
    phrase_ = _phrase_before(row, at)
    if phrase_ is None and row[verb].low in STRONG and row[at].kind == "word" and row[at].low not in FUNCTION_WORDS:
        # `The announcer said`: whatever "said" something can speak, if an article opens its phrase
        for first in range(at - 1, max(-1, at - 4), -1):
            if row[first].low in ("the", "a", "an"):
                return _source(row, first, at, text)
            if row[first].kind != "word" or row[first].low in FUNCTION_WORDS:
                return None
    return _source(row, *phrase_, text) if phrase_ else None


#: Without an object these are passive in headlines.
BLAMED = frozenset("accused charged blamed condemned criticised criticized denounced urged ordered asked".split())
#: Verbs that nothing but a speaker takes.
STRONG = frozenset("said says added adds asked asks told wrote tweeted replied claimed claims".split())


def _skip_left(row: Sequence[Token], at: int) -> int:
    """Past auxiliaries, adverbs, days and short phrases of time or place before a verb."""
    while at >= 0:
        low = row[at].low
        if row[at].kind != "word":
            return at
        if low.replace("’", "'") in CONTRACTED:
            return at
        if low in AUXILIARIES or low in ADVERBS or (_ends_adverb(low) and row[at].words[0].islower()):
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
            if row[left].words == ")" and (opened := _opening(row, left, 0)) is not None and opened > 0:
                left = opened - 1
            phrase = _phrase_before(row, left)
            if phrase is None:
                if at < close - 12:
                    break
                continue
            if pair != "," or nearest is None:
                nearest = (phrase, (at + 1, close - 1))
            # In `Mrochko, head of the city, region and district, said` the outermost name is meant; go on while the
            # phrase found is only a lower-case part of a list.
            if any(_capital(token) or token.low in PRONOUNS for token in row[phrase[0] : phrase[1] + 1]) or row[
                phrase[0]
            ].low in ("the", "a", "an"):
                nearest = (phrase, (at + 1, close - 1))
                break
            if pair != ",":
                break
    if nearest is None or nearest[1][1] < nearest[1][0]:
        return None
    return nearest


def _named_beside(row: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The tokens of a person's name when it is all that stands between the commas."""
    if not 0 < last - first + 1 <= 6:
        return None
    span = row[first : last + 1]
    if all(_capital(token) or token.low in NAME_PARTICLES for token in span) and not (
        len(span) == 1 and span[0].low in NATIONS
    ):
        return first, last
    return None


def _apposition_after(text: str, row: Sequence[Token], last: int) -> str | None:
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


def _participle(text: str, row: Sequence[Token], at: int) -> Cue | None:
    """`…, saying “…”`: the one who speaks is the subject of the sentence."""
    before = row[at - 1] if at else None
    if before is None:
        return None
    if (
        before.words not in (",", "—", "–")
        and before.low not in ("and", "by", "in", "while", "before", "after", "without")
        and before.kind != "quote"
    ):
        # `Trump is saying`
        if before.low.replace("’", "'") in CONTRACTED:
            subject = _source(row, at - 1, at - 1, text)
            return Cue(subject, row[at].low, row[at].start, row[at].end, (row[at].end, row[-1].end), "before")
        if _capital(before) and not before.words.endswith(("'s", "’s")) and (phrase := _phrase_before(row, at - 1)):
            # `footage of Trump saying`
            subject = _source(row, *phrase, text)
            return Cue(subject, row[at].low, row[at].start, row[at].end, (row[at].end, row[-1].end), "before")
        if before.low in ("is", "was", "are", "were", "been"):
            subject = _subject_before(text, row, at - 1 if before.low != "been" else at - 2)
            if subject is not None:
                return Cue(subject, row[at].low, row[at].start, row[at].end, (row[at].end, row[-1].end), "before")
        return None
    subject = _first_subject(text, row, at)
    if subject is None:
        return None
    return Cue(subject, row[at].low, row[at].start, row[at].end, (row[at].end, row[-1].end), "before")


def _first_subject(text: str, row: Sequence[Token], before: int) -> Source | None:
    """The subject of the sentence: the noun phrase that begins it, or that follows its opening adverbial."""
    at = _clause_start(row, before)
    for start in (at, *[i + 1 for i in range(at, min(before, at + 14)) if row[i].words == ","][:1]):
        if start >= before:
            break
        if row[start].low in ("but", "and", "so", "yet") and start + 1 < before:
            start += 1
        phrase = _phrase_after(row, start)
        if phrase is None or phrase[1] >= before:
            continue
        after = row[phrase[1] + 1] if phrase[1] + 1 < len(row) else None
        if row[start].kind == "word" and row[start].low in FUNCTION_WORDS - PRONOUNS - {
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
        }:
            continue
        if after is not None and (after.kind == "word" or after.words in (",", "(", "—", "–")):
            if after.low in ("'s", "’s", "and", "or"):
                return None
            return _source(row, *phrase, text, _apposition_after(text, row, phrase[1]))
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


def _signed(text: str, row: Sequence[Token]) -> Cue | None:
    """`“…” — Name`: a signature after a quotation."""
    if len(row) >= 3 and row[0].kind == "quote" and row[1].words in ("—", "–", "―", "-"):
        last = len(row) - 1 if row[-1].kind == "word" else len(row) - 2
        if 2 <= last <= 6 and all(_capital(token) or token.low in NAME_PARTICLES for token in row[2 : last + 1]):
            return Cue(
                _source(row, 2, last, text), "says", row[1].start, row[1].end, (row[0].start, row[1].start), "after"
            )
    return None


NAME_PARTICLES = frozenset("al de van von bin el da der la".split())


def _headline_tail(text: str, row: Sequence[Token]) -> Cue | None:
    """Headlines: `RSF attack kills 100: UN`, `UN: 5.7 million displaced`, `… – medics`."""
    colons = [at for at, token in enumerate(row) if token.words in (":", "–", "—") and token.kind == "stop"]
    if len(colons) != 1:
        return None
    at = colons[0]
    last = len(row) - 1
    if row[last].words == ".":
        return None
    if 0 < last - at <= 4:
        phrase = _phrase_after(row, at + 1)
        if phrase == (at + 1, last):
            return Cue(
                _source(row, *phrase, text), "says", row[at].start, row[at].end, (row[0].start, row[at].start), "after"
            )
    if at <= 3 and row[at].words == ":":
        phrase = _phrase_after(row, 0)
        known = phrase == (0, at - 1) and (_speaking(row[at - 1].low) or row[0].words.isupper() or at == 2)
        if known and not any(
            row[i].low in ("war", "crisis", "fighting", "conflict", "latest", "live") for i in range(at)
        ):
            if _speaking(row[at - 1].low) or (row[0].words.isupper() and len(row[0].words) <= 5):
                return Cue(
                    _source(row, 0, at - 1, text),
                    "says",
                    row[at].start,
                    row[at].end,
                    (row[at].end, row[-1].end),
                    "before",
                )
    return None


def _own_voice(text: str, cue: Cue) -> bool:
    """Is this another speaker's word, not the same one's ("said it had recorded") nor a mere deed ("called him")?"""
    if cue.source is None or cue.source.pronoun:
        return False
    return cue.verb not in WEAK or text[cue.end : cue.end + 6] == " that "


_CLAUSE_BREAK = frozenset(("but", "while", "whereas", "although", "though"))


def _reaches(text: str, row: Sequence[Token], found: list[Cue]) -> list[Cue]:
    """Each cue's reach, cut where the next one begins or the clause turns ("but", "while", ";")."""
    result = []
    for number, cue in enumerate(found):
        start, end = cue.reach
        if cue.form == "before":
            following = found[number + 1] if number + 1 < len(found) else None
            if following is not None and following.form == "before" and _own_voice(text, following):
                assert following.source is not None
                end = min(end, max(cue.end, min(following.source.start, following.start)))
            for at, token in enumerate(row):
                if token.start > cue.end and (token.low in _CLAUSE_BREAK or token.words == ";"):
                    if token.low in _CLAUSE_BREAK and row[at - 1].words not in (",", ";", "—", "–"):
                        continue
                    end = min(end, token.start)
                    break
        elif number:
            earlier = found[number - 1]
            if cue.form == "after" or cue.form == "according":
                start = max(start, earlier.source.end if earlier.source and earlier.form != "before" else start)
        if cue.form == "after" or (cue.form == "according" and end <= cue.start):
            for token in row:
                if token.start < cue.start and token.words == ";":
                    start = max(start, token.end)
        result.append(replace(cue, reach=(start, end)))
    return result
