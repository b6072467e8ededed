"""Who says what about a development, side by side; and where only one side has spoken, that it is so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.figure_words import capital
from plugins.figures import Outlet
from plugins.sides import listed, possessive, side_heading, side_name
from scrapers.ledger import ClaimLine

#: What is shown of a side; the rest is in the day's claims.ndjson.
CLAIMS_OF_SIDE = 3
SIDES_SHOWN = 4
#: One speaker's own words at most so often, so that others of the side are read too.
WORDS_OF_SPEAKER = 2
OUTLETS_SHOWN = 2


@dataclass(frozen=True)
class Statement:
    """What one speaker is said to have said: own words, or only that they spoke, with the outlets that tell it."""

    speaker: str
    role: str | None
    verb: str
    words: str | None
    outlets: tuple[Outlet, ...]

    @property
    def shown(self) -> tuple[Outlet, ...]:
        return self.outlets[:OUTLETS_SHOWN]


@dataclass(frozen=True)
class Side:
    code: str
    statements: tuple[Statement, ...]

    @property
    def name(self) -> str:
        return side_heading(self.code)


@dataclass(frozen=True)
class WhoSaysWhat:
    """Of a development: two sides or more, or the sentence that says that only one was heard."""

    sides: tuple[Side, ...] = ()
    #: Sides that are quoted and not shown, in words.
    others: str | None = None
    only: str | None = None

    @property
    def heading(self) -> str:
        """What the list can tell: where no outlet gives a speaker's own words, only who speaks."""
        return "Who says what" if any(each.words for side in self.sides for each in side.statements) else "Who speaks"


def who_says_what(lines: Iterable[ClaimLine]) -> WhoSaysWhat | None:
    """What the page shows of a development's claims; None if there is nothing to show.

    Claims without a certain speaker are left out, and so are speakers who belong to no side: the list is there to set
    the sides of a conflict side by side, and the development's sentences name the others.
    """
    attributed = [line for line in lines if line.speaker]
    told: dict[str, list[ClaimLine]] = defaultdict(list)
    for line in attributed:
        if line.side:
            told[line.side].append(line)
    if len(told) >= 2:
        order = sorted(told, key=lambda code: -len({line.url for line in told[code]}))
        shown, rest = order[:SIDES_SHOWN], order[SIDES_SHOWN:]
        return WhoSaysWhat(
            sides=tuple(Side(code, _statements(told[code])) for code in shown),
            others=listed([side_name(code) for code in rest]) or None,
        )
    if told and any(line.conflict for line in attributed):
        (code,) = told
        name = side_name(code)
        if all(line.side for line in attributed):
            return WhoSaysWhat(only=f"In what we read, only {possessive(name)} side is quoted.")
        return WhoSaysWhat(only=f"In what we read, {possessive(name)} is the only side that is quoted.")
    return None


def _statements(lines: Sequence[ClaimLine]) -> tuple[Statement, ...]:
    """At most three of a side, the most definite first: own words, not hedged; then who else spoke."""
    ranked = sorted(lines, key=lambda line: (line.words is None, not line.direct, line.hedged))
    made: dict[tuple[str, str], Statement] = {}
    words_of: dict[str, int] = defaultdict(int)
    for line in ranked:
        speaker = line.speaker or ""
        person = speaker.casefold()
        # The same words told by two outlets are one statement; without words, so is all that a speaker says.
        key = (person, (line.words or "").casefold().strip(" .,;:!?"))
        outlet = Outlet(line.source, line.label, line.url)
        if known := made.get(key):
            if outlet.source not in {other.source for other in known.outlets}:
                made[key] = Statement(
                    known.speaker, known.role or line.role, known.verb, known.words, (*known.outlets, outlet)
                )
            continue
        if (line.words is None and words_of[person]) or words_of[person] >= WORDS_OF_SPEAKER:
            continue
        words_of[person] += line.words is not None
        made[key] = Statement(capital(speaker), line.role, line.verb, line.words, (outlet,))
    return tuple(made.values())[:CLAIMS_OF_SIDE]
