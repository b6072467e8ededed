"""What kind of event does a headline tell of? Its main act decides; where none is certain, none is said.

A headline is read from the left, and the first term of `kinds.txt` decides: "UN condemns strike" is diplomacy, "Strike
kills three, UN says" a strike. What stands behind "after", "amid" or "despite" is background and decides only where
nothing before it does, fighting only behind "after"; so do a label before a colon and who says it; what is deterred or
could be did not happen.
In other languages the words of `lexicon.txt` speak, those that weigh most.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from scrapers.group.lexicon import lexicon, words_of

#: Every kind there is, as `Kind:` names it.
KINDS = (
    "strike", "attack", "battle", "unrest", "prisoners", "talks", "law", "sanctions", "arms", "nuclear",
    "shipping", "aid", "displacement", "posture", "intelligence", "diplomacy",
)  # fmt: skip
#: In `kinds.txt` beside the kinds: words that name no act, and acts that are none of the kinds.
SKIP, OTHER = "skip", "other"
#: What a word of a headline stands in, the most telling first: its clause, its second clause, the background of it, a
#: label or who says it, and what did not happen.
MAIN, SECOND, BACKGROUND, FRAME, UNREAL = range(5)

#: What a war has every day, once: its fighting, its aid and its talks go on, under headings that share little.
RUNNING = frozenset(("battle", "aid", "talks"))
#: Kinds that a time or a reason does not make: "during fighting" much else happens; what comes "after" it is its own.
_CIRCUMSTANCES = frozenset(("battle", "strike", "attack", "unrest", "aid", "nuclear", "displacement", "diplomacy"))
_AFTERMATH = frozenset(("after", "following", "since"))

_WORD = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*|[,;]")
#: "Sudan fighting: ...", a label of at most four words before what is told in three or more.
_LABEL = re.compile(r"(?:[^\s:]+ ){0,3}[^\s:]+: (?=(?:\S+ ){2}\S)")
#: "..., officials say", "...: report", "... - Minister": at most seven words.
_FRAME = re.compile(r"(?P<sign>,| [-–—|]|:) (?P<who>(?:[^\s,:]+ ){0,6}[^\s,:]+)$")
_SAYING = re.compile(
    r"\b(?:says?|said|claims?|warns?|reports?|reportedly|according to|officials?|shows?|finds?|confirms?|alleges?"
    r"|state media|sources?|experts?)\b",
    re.I,
)
_SECOND = frozenset("as while but whilst though although with whose who which where".split())
_BACKGROUND = frozenset(
    "after amid amidst since despite following before when because during ahead over until without".split()
)
_UNREAL = frozenset("deter prevent avert avoid thwart foil stop against if could might would".split())


@dataclass(frozen=True)
class Term:
    """What follows a term's first word, as a pattern, and the kind that the term speaks for."""

    kind: str
    rest: re.Pattern[str]
    #: Does it hold a gap (`...`)?
    open: bool


@dataclass(frozen=True)
class Acts:
    """The terms of a list by their first word, or by its beginning."""

    whole: dict[str, tuple[Term, ...]]
    begin: dict[str, tuple[Term, ...]]

    def at(self, word: str) -> Iterator[Term]:
        """The terms that may begin with a word."""
        yield from self.whole.get(word, ())
        for length in range(3, len(word) + 1):  # no beginning in the list is shorter
            yield from self.begin.get(word[:length], ())


def _pattern(part: str) -> str:
    if part == "...":
        return r"(?: \S+){0,6}?"
    return " (?:" + "|".join(re.escape(choice).replace(r"\*", r"\S*") for choice in part.split("|")) + ")"


def parse(text: str) -> Acts:
    """The terms of a file: lines `KIND: term, term`; `#` begins a comment line. Raises ValueError for another kind."""
    whole: dict[str, list[Term]] = defaultdict(list)
    begin: dict[str, list[Term]] = defaultdict(list)
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, terms = line.partition(":")
        if kind not in (*KINDS, SKIP, OTHER):
            raise ValueError(f"no kind {kind!r}; known: {', '.join((*KINDS, SKIP, OTHER))}")
        for term in terms.split(","):
            first, *rest = term.split()
            held = Term(kind, re.compile("".join(map(_pattern, rest)) + r"(?=\s|$)"), "..." in rest)
            for choice in first.split("|"):
                (begin if choice.endswith("*") else whole)[choice.rstrip("*")].append(held)
    return Acts(
        {word: tuple(found) for word, found in whole.items()}, {word: tuple(found) for word, found in begin.items()}
    )


@cache
def acts() -> Acts:
    """The list that comes with the project; read once."""
    return parse((files("scrapers.group") / "kinds.txt").read_text(encoding="utf-8"))


def standing(headline: str) -> tuple[tuple[str, int], ...]:
    """The words of a headline in lower case, hyphens and possessive endings off, and what each stands in."""
    text = re.sub(r"(?<=\w)-(?=\w)", " ", headline.replace("’", "'").replace("‘", "'")).strip()
    label = _LABEL.match(text)
    start = label.end() if label else 0
    frame = _FRAME.search(text, start)
    if frame and not _SAYING.search(frame["who"]) and (frame["sign"] == "," or len(frame["who"].split()) > 3):
        frame = None
    end = frame.start() if frame else len(text)
    told = _clauses(_words(text[start:end]))
    framed = [(word, FRAME) for word in _words(text[:start]) + _words(text[end:])]
    return tuple(pair for pair in told + framed if pair[0] not in ",;")


def _words(text: str) -> list[str]:
    return [word.lower().removesuffix("'s") for word in _WORD.findall(text)]


def _clauses(words: list[str]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    now = MAIN
    for word in words:
        if word in ",;":
            # "After a night of fighting, the army ..."
            now = MAIN if now == UNREAL or not any(part == MAIN for _, part in found) else now
        elif word in _BACKGROUND:
            now = BACKGROUND
        elif word in _SECOND and now == MAIN:
            now = SECOND
        found.append((word, now))
        if word in _UNREAL:
            now = UNREAL
    return found


def told(headline: str) -> tuple[tuple[int, int, str, str], ...]:
    """(what it stands in, place, kind, words) of every term in a headline, the one that decides first."""
    stands = standing(headline)
    words = [word for word, _ in stands]
    for at in range(len(words)):
        for term, said in _terms(words, at):
            if term.kind == SKIP:
                words[at : at + len(said)] = ["_"] * len(said)  # no part of any term
                break
    return tuple(
        sorted(
            (_weakest(stands, at, len(said)), at, term.kind, " ".join(said))
            for at, (_, part) in enumerate(stands)
            if part != UNREAL
            for term, said in _terms(words, at)[:1]
        )
    )


def _weakest(stands: Sequence[tuple[str, int]], at: int, size: int) -> int:
    """What a term stands in: one that reaches from its clause into the background tells less than one that does not."""
    part, last = stands[at][1], stands[at + size - 1][1]
    return SECOND if part == MAIN and last == BACKGROUND else part


def _terms(words: Sequence[str], at: int) -> list[tuple[Term, list[str]]]:
    """The terms that begin at a word, with their words: with a gap the one that closes first, then the longest."""
    tail = "".join(f" {word}" for word in words[at + 1 :])
    held = [(term, match.end()) for term in acts().at(words[at]) if (match := term.rest.match(tail))]
    held.sort(key=lambda hit: (not hit[0].open, hit[1] if hit[0].open else -hit[1]))
    return [(term, [words[at], *tail[:end].split()]) for term, end in held]


def kind_of(headline: str, language: str = "en") -> str | None:
    """The kind of event a headline tells of; None where no act is certain or it is none of the kinds."""
    if language.lower().split("-")[0] == "en":
        found = told(headline)
        if not found or found[0][2] == OTHER or _is_circumstance(found[0], headline):
            return None
        return found[0][2]
    weights: dict[str, float] = {}
    words = [word.lower() for word in words_of(headline)]
    for sense in {term: sense for _, term, sense in lexicon(language).find(words)}.values():
        if sense.kind:
            weights[sense.kind] = weights.get(sense.kind, 0.0) + sense.weight
    return max(weights, key=lambda kind: (weights[kind], kind), default=None)


def _is_circumstance(term: tuple[int, int, str, str], headline: str) -> bool:
    """Is it only the time or the reason of what the headline tells?"""
    part, at, kind, _ = term
    if part != BACKGROUND or kind not in _CIRCUMSTANCES:
        return False
    before = [word for word, _ in standing(headline)[:at] if word in _BACKGROUND]
    return not before or before[-1] not in _AFTERMATH
