"""Attribution: who says so, in one sentence, and how far does their word reach?

No tagger and no model: speech verbs, the shape of names, and a list of nouns that can speak. What the rules do not
settle stays open. Method and first figures: rules written on PolNeAR's dev part, here written anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scrapers.facts.names import PARTICLES
from scrapers.facts.nounphrases import (
    CONTRACTED,
    DETERMINERS,
    Token,
    is_capital,
    phrase_after,
    phrase_before,
    speaks,
)
from scrapers.facts.saying import (
    ADVERBS,
    MONTHS_AND_DAYS,
    NOUN_TOO,
    PRONOUNS,
    SPEECH,
    SPOKEN_OF,
    STRONG,
    WEAK,
)
from scrapers.facts.whospeaks import (
    Source,
    apposition_after,
    first_subject,
    named_beside,
    source_at,
    subject_before,
)
from scrapers.nations import NATIONS


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


def _cue(source: Source | None, token: Token, reach: tuple[int, int], form: str, verb: str | None = None) -> Cue:
    return Cue(source, verb or token.low, token.start, token.end, reach, form)


# --- cues ----------------------------------------------------------------------------------------------------------


def cues(text: str, row: Sequence[Token]) -> tuple[Cue, ...]:
    """Every attribution in a sentence, in order."""
    found: list[Cue] = []
    for at, token in enumerate(row):
        if token.kind != "word":
            continue
        low = token.low
        back = (row[0].start, token.start)
        following = row[at + 1].low if at + 1 < len(row) else ""
        if low == "according" and at + 2 < len(row) and following == "to":
            if cue := _according(text, row, at):
                found.append(cue)
        elif low == "per" and at and following in DETERMINERS and row[at - 1].words in (",", ")"):
            if phrase := phrase_after(row, at + 1):
                found.append(_cue(source_at(row, *phrase, text), token, back, "according", "according to"))
        elif low in ("citing", "quoting") and (phrase := phrase_after(row, at + 1)):
            found.append(_cue(source_at(row, *phrase, text), token, back, "citing"))
        elif low in _PASSES_ON and (cue := _passed_on(text, row, at)):
            found.append(cue)
        elif low == "post" and at and is_capital(token) and is_capital(row[at - 1]):
            continue  # `The Koravets Post`
        elif low in SPEECH and (cue := _at_verb(text, row, at)):
            earlier = next((c for c in reversed(found) if c.source is not None and c.form != "citing"), None)
            if low.endswith("ing") and earlier is not None and at and row[at - 1].words == ",":
                cue = replace(cue, source=earlier.source)  # `X said A, adding that B`
            found.append(cue)
    if all(cue.verb in WEAK or cue.source is None for cue in found) and (
        cue := _signed(text, row) or _headline_tail(text, row)
    ):
        found.append(cue)
    return tuple(_reaches(text, row, found))


_PASSES_ON = frozenset(("cited", "cites", "quoted", "quotes"))


def _name_and_role(text: str, row: Sequence[Token], phrase: tuple[int, int]) -> tuple[tuple[int, int], str | None]:
    """The words that name the speaker and those beside them.

    Of `the head of the district, Ihor Kovalenko` the name goes first, whichever stands first.
    """
    beside = apposition_after(text, row, phrase[1])
    name = named_beside(row, phrase[1] + 2, phrase[1] + 1 + len(beside.split())) if beside is not None else None
    if name and text[row[name[0]].start : row[name[1]].end] == beside and not is_capital(row[phrase[1]]):
        return name, text[row[phrase[0]].start : row[phrase[1]].end]
    return phrase, beside


def _passed_on(text: str, row: Sequence[Token], at: int) -> Cue | None:
    """`Tasnim, which cited a commander` and `the paper quoted the police chief, X, as saying`: the other's word."""
    says = any(row[i].low == "as" and row[i + 1].low == "saying" for i in range(at + 1, min(at + 15, len(row) - 1)))
    if not says and not (at and row[at - 1].low == "which"):
        return None
    phrase = phrase_after(row, at + 1)
    if phrase is None:
        return None
    phrase, beside = _name_and_role(text, row, phrase)
    return _cue(source_at(row, *phrase, text, beside), row[at], (row[0].start, row[-1].end), "citing", "citing")


_GIVEN_OUT = frozenset("published released compiled issued gathered provided collected given shared announced".split())
_PAPERS = frozenset("data figures totals numbers statistics estimates records report reports statement update".split())


#: When it was given out.
_WHEN = MONTHS_AND_DAYS | frozenset("on late early today morning evening night afternoon".split())


def _author(row: Sequence[Token], at: int) -> tuple[int, int] | None:
    """`according to totals published by the army`, `… figures from the UN`: who stands behind the paper."""
    for i in range(at + 1, min(at + 12, len(row) - 1)):
        if row[i].kind == "stop":
            return None
        behind = (row[i].low == "by" and row[i - 1].low in _GIVEN_OUT) or (
            row[i].low == "from"
            and (papers := [n for n in range(at + 1, i) if row[n].low in _PAPERS])
            and all(token.low in _GIVEN_OUT | _WHEN for token in row[papers[-1] + 1 : i])
        )
        if behind:
            return phrase_after(row, i + 1)
    return None


def _according(text: str, row: Sequence[Token], at: int) -> Cue | None:
    phrase = _author(row, at + 2) or phrase_after(row, at + 2)
    if phrase is None:
        return None
    if phrase[1] + 1 < len(row) and row[phrase[1] + 1].low in _PAPERS | {"documents", "sources"}:
        phrase = phrase[0], phrase[1] + 1  # `internal government documents`
    beside = apposition_after(text, row, phrase[1])
    reach = (row[0].start, row[at].start)
    if at == 0:
        reach = (row[min(phrase[1] + 1, len(row) - 1)].start, row[-1].end)
    return Cue(
        source_at(row, *phrase, text, beside), "according to", row[at].start, row[at + 1].end, reach, "according"
    )


def _at_verb(text: str, row: Sequence[Token], at: int) -> Cue | None:
    token = row[at]
    low = token.low
    before = row[at - 1] if at else None
    if low in ("state", "states") and _is_a_state(row, at):
        return None
    if low in ("claim", "claims", "claimed", "claiming") and any(
        t.low in ("lives", "life", "responsibility", "victory", "asylum") for t in row[at + 1 : at + 7]
    ):
        return None
    if before is not None and before.low in _NOT_SAID:
        return None
    if low in NOUN_TOO and before is not None and (before.low in _BEFORE_NOUNS or before.words.endswith("'s")):
        # `and claims`: a verb where somebody's doings follow
        after = row[at + 1].low if at + 1 < len(row) else ""
        if before.low not in ("and", "or") or after not in (_STATED if low == "states" else PRONOUNS | CONTRACTED):
            return None
    if low in SPOKEN_OF and any(token.low in _PASSIVE for token in row[max(0, at - 2) : at]):
        return None
    if low in BLAMED and at + 1 < len(row) and row[at + 1].low in _BLAMED_FOR:
        return None  # `Security forces accused of a massacre`
    if low.endswith("ing"):
        return _participle(text, row, at)
    if inverted := _inverted(text, row, at):
        return inverted
    subject = subject_before(text, row, at)
    return _placed(row, subject, at) if subject else None


#: `to say`, `had been told`, `did not say`: nobody is said to speak.
_NOT_SAID = frozenset("to be been being not can could should might may let".split())
#: Between them and a verb stands something else; a noun may follow at once.
_BEFORE_NOUNS = frozenset(
    "the a an his her its their of any no in such these those and or new more that on by this".split()
)
#: What is stated begins with one of these.
_STATED = DETERMINERS | PRONOUNS | CONTRACTED | frozenset("that there this no if".split())
_GROUPED = frozenset("arab baltic eastern gulf member northern sahel southern swing western".split())


def _is_a_state(row: Sequence[Token], at: int) -> bool:
    """`the United States`, `a Palestinian state`, `Gulf states met`; but `Ruth Hale states that …`."""
    before, after = row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None
    if row[at].words[0].isupper() or (before is not None and before.low in DETERMINERS):
        return True
    if before is None or not before.words[0].isupper() or row[at].low == "state":
        return before is not None and before.words[0].isupper()
    if after is not None and (after.low in _STATED or after.kind in ("quote", "number") or after.words == ":"):
        return False
    group = before.words.isupper() or before.low in _GROUPED or before.low in NATIONS
    return group or not (after is None or after.kind == "stop" or is_capital(after))


_AFTER_TAIL = MONTHS_AND_DAYS | ADVERBS
_AFTER_TAIL |= frozenset(
    "on in at to during from via late early earlier after by when before as while for this reporters".split()
)


def _placed(row: Sequence[Token], subject: Source, verb: int) -> Cue:
    """A cue with its reach: `X said that A` reaches on, `A, X said on Friday.` back, `A, X said, B` both ways."""
    token = row[verb]
    first = next((i for i, t in enumerate(row) if t.start >= subject.start), 0)
    last = row[-1].end
    after = row[verb + 1] if verb + 1 < len(row) else None
    if first and (row[first - 1].words in (",", "—", "–") or row[first - 1].kind == "quote"):
        closed = after is None or (after.kind == "stop" and after.words not in ('"', ":"))
        told = token.low == "told" and all(t.low != "that" and t.kind != "quote" for t in row[verb + 1 :])
        if closed or told or after is None or after.low in _AFTER_TAIL:
            inside = after is not None and after.words == "," and row[first - 1].words == ","
            return _cue(subject, token, (row[0].start, last if inside else row[first - 1].end), "after")
    return _cue(subject, token, (token.end, last), "before")


def _inverted(text: str, row: Sequence[Token], at: int) -> Cue | None:
    """`“…,” said the governor of Kharkiv` and `, said Gen. Milley, chairman of …`."""
    token = row[at]
    if at == 0:
        phrase = phrase_after(row, 1) if token.low in STRONG else None
        if phrase is None or phrase[1] + 1 >= len(row) or row[phrase[1] + 1].words not in (":", ","):
            return None
        return _cue(source_at(row, *phrase, text), token, (row[phrase[1]].end, row[-1].end), "before")
    before = row[at - 1]
    quoted = before.kind == "quote" or (
        before.words in (",", "—", "–") and at >= 2 and token.low not in ("say", "claims", "reports", "warns")
    )
    if not quoted or token.low == "told":
        return None
    phrase = phrase_after(row, at + 1)
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
    phrase, beside = _name_and_role(text, row, phrase)
    return _cue(source_at(row, *phrase, text, beside), token, (row[0].start, token.start), "after")


#: Without an object these are passive in headlines.
BLAMED = frozenset("accused charged blamed condemned criticised criticized denounced urged ordered asked".split())
_BLAMED_FOR = frozenset("of for over with by after as to".split())
_PASSIVE = frozenset("was were is are been be".split())


def _participle(text: str, row: Sequence[Token], at: int) -> Cue | None:
    """`…, saying “…”`: the one who speaks is the subject of the sentence."""
    if not at:
        return None
    before = row[at - 1]
    subject: Source | None = None
    if before.words in (",", "—", "–") or before.low in _BEFORE_SAYING or before.kind == "quote":
        subject = first_subject(text, row, at)
    elif before.low in CONTRACTED:
        subject = source_at(row, at - 1, at - 1, text)  # `he's claiming`
    elif is_capital(before) and not before.words.endswith("'s") and (phrase := phrase_before(row, at - 1)):
        subject = source_at(row, *phrase, text)  # `footage of Trump saying`
    elif before.low in ("is", "was", "are", "were", "been"):
        subject = subject_before(text, row, at - 1 if before.low != "been" else at - 2)
    return _cue(subject, row[at], (row[at].end, row[-1].end), "before") if subject else None


_BEFORE_SAYING = frozenset("and by in while before after without".split())


def _signed(text: str, row: Sequence[Token]) -> Cue | None:
    """`“…” — Name`: a signature after a quotation."""
    if len(row) >= 3 and row[0].kind == "quote" and row[1].words in ("—", "–", "―", "-"):
        last = len(row) - 1 if row[-1].kind == "word" else len(row) - 2
        if 2 <= last <= 6 and all(is_capital(token) or token.low in PARTICLES for token in row[2 : last + 1]):
            return _cue(source_at(row, 2, last, text), row[1], (row[0].start, row[1].start), "after", "says")
    return None


def _headline_tail(text: str, row: Sequence[Token]) -> Cue | None:
    """Headlines: `RSF attack kills 100: UN`, `UN: 5.7 million displaced`, `… – medics`."""
    breaks = [at for at, token in enumerate(row) if token.words in (":", "–", "—") and token.kind == "stop"]
    last = len(row) - 1
    if not breaks or row[last].words == ".":
        return None
    at = breaks[-1]
    if 0 < last - at <= 4 and phrase_after(row, at + 1) == (at + 1, last):
        return _cue(source_at(row, at + 1, last, text), row[at], (row[0].start, row[at].start), "after", "says")
    at = breaks[0]
    if len(breaks) > 1 or at > 3 or row[at].words != ":" or phrase_after(row, 0) != (0, at - 1):
        return None
    known = speaks(row[at - 1].low) or (row[0].words.isupper() and len(row[0].words) <= 5)
    if not known or any(token.low in _NO_SPEAKERS for token in row[:at]):
        return None
    return _cue(source_at(row, 0, at - 1, text), row[at], (row[at].end, row[-1].end), "before", "says")


#: `Ukraine war: …`
_NO_SPEAKERS = frozenset("war crisis fighting conflict latest live".split())


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
            closing = next((c for c in found[number + 1 :] if c.form == "according" and c.source is not None), None)
            if closing is not None and closing.source is not None and closing.source.end >= row[-1].start - 1:
                end = min(end, closing.start)  # `X said A, according to Y.`
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
