"""Who says what about a development, side by side; and where only one side has spoken, that it is so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.figures import Outlet
from plugins.parties import PARTIES, camps
from plugins.sides import listed, possessive, side_heading, side_name
from plugins.vocabulary import capital
from plugins.words import say
from scrapers.ledger import ClaimLine

#: What is shown of a side; the rest is in the day's claims.ndjson.
CLAIMS_OF_SIDE = 3
SIDES_SHOWN = 4
#: Words out of the midst of a sentence that tell anything by themselves, at least: "grave concern" does not.
FEWEST_WORDS = 5
#: A speaker's own words that any class of rights lets stand; the night writes no line with more.
MOST_WORDS = 15
#: What says enough without a word of what was said.
DENIALS = ("denied", "rejected")
#: One speaker's own words at most so often, so that others of the side are read too.
WORDS_OF_SPEAKER = 2
OUTLETS_SHOWN = 2
#: People who speak for themselves, also where a country's name stands before them ("Sudanese doctors").
_PRIVATE = re.compile(
    r"\b(?:residents?|inhabitants|villagers?|locals|survivors?|witness(?:es)?|relatives?|famil(?:y|ies)|doctors?|medics?"
    r"|nurses?|rescuers|rescue workers|aid workers?|volunteers?|teachers?|fisher(?:man|men)|analysts?|experts?"
    r"|researchers?|historians?|lawyers?|journalists?|reporters?|newspapers?|media|activists?|dissidents?|opposition"
    r"|exiles?|protest[eo]rs?|students?|parents|victims?|Washington Post|New York Times|Wall Street Journal)\b",
    re.IGNORECASE,
)
#: Organisations of no side. Whoever is in neither list may speak for one: "the ministry", "the army", a name.
_NEUTRAL = re.compile(
    r"\b(?:aid (?:groups?|agency|agencies)|monitors?|United Nations|UN|U\.N\.|UNICEF|UNHCR|OCHA"
    r"|World Health Organization|World Food Programme|Red Cross|MSF|Doctors Without Borders|Amnesty|Human Rights Watch"
    r"|Observatory|Save the Children|Reuters|AFP|AP|BBC)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(?:state|official|ministry|army|military|police|government|-run|run by)", re.IGNORECASE)


@dataclass(frozen=True)
class Statement:
    """What one speaker is said to have said: own words, or that they denied it."""

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
    """Of a development: two sides or more, and the sentence that says that only one of the conflict's was heard."""

    #: Side by side; what stands together against the others is one column. None where fewer than two sides say anything
    #: that can be shown: a name without a word said tells a reader nothing.
    columns: tuple[tuple[Side, ...], ...] = ()
    #: Sides that are quoted and not shown, in words.
    others: str | None = None
    only: str | None = None

    @property
    def sides(self) -> tuple[Side, ...]:
        return tuple(side for column in self.columns for side in column)


def who_says_what(lines: Iterable[ClaimLine], labels: Iterable[str | None] = ()) -> WhoSaysWhat | None:
    """What the page shows of a development's claims; None if there is nothing to show.

    Claims without a certain speaker are left out, and so are speakers who belong to no side: the list is there to set
    the sides of a conflict side by side, and the development's passages have the others. `labels` are those of all
    outlets that are cited.
    """
    # A nation is no side: "Sudanese doctors" do not speak for one of Sudan's.
    said = [replace(line, side=None) if line.speaker and _is_private(line.speaker) else line for line in lines]
    of_side: dict[str, list[ClaimLine]] = defaultdict(list)
    for line in said:
        if line.speaker and line.side:
            of_side[line.side].append(line)
    only = _only(said, set(of_side), labels)
    if len(of_side) < 2:
        return WhoSaysWhat(only=only) if only else None
    articles = {code: len({line.url for line in lines}) for code, lines in of_side.items()}
    statements = {code: _statements(lines) for code, lines in of_side.items()}
    columns = _columns(_conflict(said), articles)
    order = [code for column in columns for code in column]
    shown = [code for code in order if statements[code]][:SIDES_SHOWN]
    if len(shown) < 2 or not any(each.words for code in shown for each in statements[code]):
        return WhoSaysWhat(only=only) if only else None
    rest = [code for code in order if code not in shown]
    return WhoSaysWhat(
        columns=tuple(
            tuple(Side(code, statements[code]) for code in column if code in shown)
            for column in columns
            if set(shown) & set(column)
        ),
        others=listed([side_name(code) for code in rest]) or None,
        only=only,
    )


def _conflict(said: Sequence[ClaimLine]) -> str | None:
    return next((line.conflict for line in said if line.conflict), None)


def _columns(conflict: str | None, articles: Mapping[str, int]) -> list[list[str]]:
    """The conflict's sides first, codes that stand together in one column; then third parties; most quoted first."""
    of_party = {code: n for n, camp in enumerate(PARTIES.get(conflict or "", ())) for code in camp}
    columns: dict[object, list[str]] = defaultdict(list)
    for code in sorted(articles, key=lambda code: -articles[code]):
        columns[of_party.get(code, code)].append(code)
    return sorted(columns.values(), key=lambda column: (column[0] not in of_party, -articles[column[0]]))


def _only(said: Sequence[ClaimLine], codes: set[str], labels: Iterable[str | None]) -> str | None:
    """The sentence that says that only one side of the conflict is quoted; None unless that is sure.

    It is not where somebody speaks whose side is not known and who may be of the other, or where an outlet of another
    side's state is cited, which is a voice of that side in itself.
    """
    conflict = _conflict(said)
    if conflict is None or any(not line.side and not _is_bystander(line.speaker) for line in said):
        return None
    heard = camps(conflict, codes)
    if len(heard) != 1:
        return None
    states = {label.rpartition(", ")[2] for label in labels if label and ", " in label}
    if conflict in PARTIES and len(camps(conflict, codes | states)) != 1:
        return None
    name = possessive(side_name(heard[0]))
    if codes == {heard[0]} and all(line.side for line in said):
        return say("In what we read, only %(whose)s side is quoted.", whose=name)
    return say("In what we read, %(whose)s is the only side of the conflict that is quoted.", whose=name)


def _is_private(speaker: str) -> bool:
    return bool(_PRIVATE.search(speaker)) and not _OFFICE.search(speaker)


def _is_bystander(speaker: str | None) -> bool:
    """Whether somebody without a side surely has none."""
    return speaker is not None and (
        _is_private(speaker) or bool(_NEUTRAL.search(speaker) and not _OFFICE.search(speaker))
    )


def _shown_words(line: ClaimLine) -> str | None:
    """A speaker's own words without a mark left over at their end; None where they are a scrap or too many."""
    if not line.direct or not line.words or len(line.words.split()) > MOST_WORDS:
        return None
    bare = line.words.strip().rstrip(" ,;:–—-")
    whole = bare[:1].isupper() or (line.verb == "said" and len(bare.split()) >= FEWEST_WORDS)
    return bare if whole else None


def _statements(lines: Sequence[ClaimLine]) -> tuple[Statement, ...]:
    """At most three of a side, the most definite first: own words, not hedged; then who denied it."""
    lines = [replace(line, words=_shown_words(line)) for line in lines]
    made: dict[tuple[str, str], Statement] = {}
    words_of: dict[str, int] = defaultdict(int)
    for line in sorted(lines, key=lambda line: (line.words is None, line.hedged)):
        speaker = line.speaker or ""
        person = speaker.casefold()
        # The same words told by two outlets are one statement; without words, so is all that a speaker says.
        key = (person, (line.words or "").casefold().strip(" .,;:!?"))
        outlet = Outlet(line.source, line.label, line.url)
        if known := made.get(key):
            if outlet.source not in {other.source for other in known.outlets}:
                made[key] = replace(known, role=known.role or line.role, outlets=(*known.outlets, outlet))
            continue
        if (line.words is None and words_of[person]) or words_of[person] >= WORDS_OF_SPEAKER:
            continue
        words_of[person] += line.words is not None
        made[key] = Statement(capital(speaker), line.role, line.verb, line.words, (outlet,))
    # "denied" says enough beside what the other side says; that somebody spoke does not
    return tuple(s for s in made.values() if s.words or s.verb in DENIALS)[:CLAIMS_OF_SIDE]
