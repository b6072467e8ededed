"""Mentions: which words of a text name a place or a state, and how do they stand in their sentence?

What happened *in*, *at*, *near* a place, or what *hit* it, happened there (`HERE`); what a capital *says*, what goes
*to* a country as aid or is *about* it happened elsewhere (`NOT`). Between the two: whose it is, who does it, what is
merely named. The classes and their order are those of a prototype that was tried on 120 labelled sections.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from scrapers.model import Level, Place
from scrapers.nations import NATIONS
from scrapers.places.folding import fold
from scrapers.places.gazetteer import LONGEST, STATES, Gazetteer

#: How much a mention says that it happened there.
HERE, EVENT, SPOT, TOWARD, BARE, WHOSE, WAR, DOES, NOT = 3.0, 2.5, 2.0, 1.0, 1.0, 0.7, 0.7, 0.5, 0.0


@dataclass(frozen=True)
class Mention:
    """Words of a text that name a place, or a state or its people."""

    #: What they may mean; empty of a state and its people.
    places: tuple[Place, ...]
    #: ISO 3166 alpha-2 of the state that they name, or whose people, government or capital.
    country: str | None
    #: Is the state itself named, not its people ("Ukraine", not "Ukrainian")?
    is_state: bool
    #: How much they say that it happened there.
    weight: float
    #: Where they begin in the text.
    start: int
    #: Is it said of them that there is war, or peace, there ("war in Y", "Y war")?
    of_war: bool = False
    #: Is the name enough by itself, since few others are written so (in Cyrillic or Arabic letters)?
    is_sure: bool = False


_TOKEN = re.compile(r"U\.S\.|U\.K\.|U\.N\.|[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*(?:-[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*)*")
_PARTICLES = frozenset("al el ez es de la las los ad as ar ash an of the and bin abu upon on ul ain".split())
_OWNER = re.compile(r"[’'ʼ]s?$")


def mentions(text: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The places and states that an English text names, in order, each with its sentence's grammar."""
    tokens = [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text)]
    at = 0
    while at < len(tokens):
        start, _, word = tokens[at]
        if not (word[0].isupper() or word.startswith(("al-", "el-"))):
            at += 1
            continue
        found, used = _longest(text, tokens, at, gazetteer)
        if found is None:
            at += 1
            continue
        places, country, is_state = found
        stop = tokens[at + used - 1][1]
        if country and not places and (seat := _SEAT.match(text, stop)) and (capital := gazetteer.capital(country)):
            places, stop = (capital,), seat.end()
        weight, of_war, places = _judged(
            text, start, stop, places, is_state=is_state, owner=bool(_OWNER.search(text[start:stop]))
        )
        yield Mention(places, country, is_state, weight, start, of_war)
        at += used


#: "Sudanese capital", "Sudan's capital".
_SEAT = re.compile(r"(?:[’'ʼ]s)?\s+capital\b(?!\s+(?:market|flow|punishment|[A-Z]))")
_Found = tuple[tuple[Place, ...], str | None, bool]


def _longest(text: str, tokens: list[tuple[int, int, str]], at: int, gazetteer: Gazetteer) -> tuple[_Found | None, int]:
    """What the longest name that begins at a token means, and of how many tokens it is."""
    most = 1
    while at + most < len(tokens) and most < LONGEST:
        gap = text[tokens[at + most - 1][1] : tokens[at + most][0]]
        following = tokens[at + most][2]
        if gap != " " or not (
            following[0].isupper() or following in _PARTICLES or gazetteer.begins(fold(tokens[at][2]))
        ):
            break
        most += 1
    for count in range(most, 0, -1):
        words = text[tokens[at][0] : tokens[at + count - 1][1]]
        if tokens[at + count - 1][2] in _PARTICLES:
            continue
        key = fold(_OWNER.sub("", words))
        if count == 1 and len(key) < 3 and key not in _SHORT:
            continue
        if meant := _meaning(key, words, gazetteer):
            return meant, count
    return None, 1


_SHORT = {
    "us": "us",
    "u s": "us",
    "uk": "uk",
    "u k": "uk",
    "uae": "uae",
    "drc": "drc",
    "car": "central african republic",
}


def _meaning(key: str, words: str, gazetteer: Gazetteer) -> _Found | None:
    if key in _SHORT and _OWNER.sub("", words).replace(".", "").isupper():
        nation = NATIONS.get(_SHORT[key])
        return ((), nation[1], True) if nation else None
    if gazetteer.is_own(key):
        places = gazetteer.named(key)
        return places, places[0].country, False
    if key in STATES:
        return (), STATES[key], True
    places = gazetteer.named(key)
    nation = NATIONS.get(key)
    capitals = tuple(place for place in places if place.capital)
    if nation and not capitals:
        # an adjective of a state; a town of that name is not meant
        return (), nation[1], False
    if capitals:
        return capitals, capitals[0].country, False
    if places:
        return places, None, False
    first, dash, _ = words.partition("-")
    if dash and len(first) > 2 and (head := _meaning(fold(first), first, gazetteer)) and head[1]:
        return (), head[1], False  # "Ukrainian-made", "Israel-Gaza"
    speaks_for = gazetteer.state_of_speaker(key)
    return ((), speaks_for, False) if speaks_for else None


# --- how they stand ------------------------------------------------------------------------------------------------


_GRAMMAR: dict[str, list[str]] = tomllib.loads((files("scrapers.places") / "grammar.toml").read_text(encoding="utf-8"))


def any_of(*names: str) -> str:
    """The alternatives of the grammar's lists of these names, for a regular expression."""
    return "|".join(part for name in names for part in _GRAMMAR[name])


_SKIP = frozenset(_GRAMMAR["skip"])
_OF_UNIT = re.compile(rf"\b(?:{any_of('units')})\s+of$", re.I)
_STRUCK = rf"\b(?:{any_of('blows')})\b[^,.;:]{{0,25}}\b(?:on|against|over)$"
_HERE = re.compile(
    r"\b(?:in|at|near|outside|inside|within|across|around|off|throughout|along|beside|above|amid)$"
    r"|\b(?:(?:north|south|east|west)\w*|outskirts|miles|kilomet\w+|km)\s+(?:\w+\s+)?of$"
    rf"|\b(?:{any_of('done')})$|{_STRUCK}|\b(?:{any_of('taking')})\s+(?:of|for)$"
    r"|\b(?:visit|trip|arrives?|returns?|travels?)\s+to$|\b(?:fled|flee|fleeing|evacuated?|escaped?)$",
    re.I,
)
_BLOW_ON = re.compile(_STRUCK, re.I)
_ABOUT_WAR = re.compile(rf"\b(?:{any_of('about_war')})\b(?:\s\w+)?\s+(?:in|of|on|over)$", re.I)
_SEATED = re.compile(rf"\b(?:{any_of('seated')})\s+(?:in|at|to)$", re.I)
_TOWARD = re.compile(r"\b(?:into|from|to|towards?|through|via|for)$", re.I)
_NOT = re.compile(
    r"\b(?:by|with|against|between|than|like|about|regarding|for|of|versus|without|amid|despite|on|over|and|or|to)$",
    re.I,
)
_GIVEN = re.compile(
    rf"\b(?:{any_of('given')})\b[^,.;:]{{0,30}}\b(?:to|for)$"
    rf"|\b(?:{any_of('laid')})\b[^,.;:]{{0,30}}\b(?:on|against)$",
    re.I,
)
_SPOT = re.compile(rf"\s+(?:{any_of('spots')})\b", re.I)
_REGION = re.compile(r"\s+(?:region|province|oblast|governorate|state|prefecture|county|department|district)\b", re.I)
_REGION_BEFORE = re.compile(r"\b(?:region|province|oblast|governorate|state|prefecture)\s+of$", re.I)
_SAYS = re.compile(rf"(?:[’'ʼ]s)?\s+(?:\w+ly\s+)?(?:{any_of('says')})\b", re.I)
_EVENT = re.compile(rf"\s+(?:\w+\s+)?(?:{any_of('events')})\b", re.I)
_PEOPLE = re.compile(rf"\s+(?:\w+\s+)?(?:{any_of('people')})\b", re.I)
_MEETING = re.compile(rf"\b(?:{any_of('meeting')})\b", re.I)
_WAR_AFTER = re.compile(rf"\s+(?:{any_of('war')})\b", re.I)
_NAMED_AFTER = re.compile(rf"\s+(?:{any_of('named_after')})\b", re.I)


def _judged(
    text: str, start: int, stop: int, places: tuple[Place, ...], *, is_state: bool, owner: bool
) -> tuple[float, bool, tuple[Place, ...]]:
    """How much a mention says that it happened there; whether of a war; and which places its unit leaves of it."""
    before = _before(text, start)
    after = text[stop : stop + 40]
    if _REGION.match(after) or _REGION_BEFORE.search(before):
        places = tuple(place for place in places if place.level is Level.REGION) or places
    if after.startswith("-") or (_NAMED_AFTER.match(after) and places):
        return NOT, False, places
    if (_SEATED.search(before) and not _MEETING.search(before)) or _GIVEN.search(before):
        return NOT, False, places
    if _ABOUT_WAR.search(before):
        return WAR, True, places
    if _WAR_AFTER.match(after) and not _HERE.search(before):
        return WAR, True, places
    if _EVENT.match(after) and (places or is_state):
        return EVENT, False, places
    if _PEOPLE.match(after) and not places:
        return (HERE if _BLOW_ON.search(before) else NOT if _NOT.search(before) else DOES), False, places
    if _HERE.search(before):
        return (
            (HERE if not (_WAR_AFTER.match(after) and before.endswith("in")) else WAR),
            bool(_WAR_AFTER.match(after)),
            places,
        )
    if _SPOT.match(after) and (places or is_state):
        return SPOT, False, places
    if any(place.level is Level.WATERS for place in places) and not _NOT.search(before):
        return SPOT, False, places
    if _SAYS.match(after):
        return NOT, False, places
    if before.strip() == "" and text[stop : stop + 1] == ":":
        return 1.5, False, places
    if _TOWARD.search(before):
        return TOWARD, False, places
    if _NOT.search(before):
        return NOT, False, places
    if owner:
        return WHOSE, False, places
    return (DOES if re.match(r"\s+[a-z]+", after) else BARE), False, places


def _before(text: str, start: int) -> str:
    """The words before a mention, without what stands between a preposition and its name."""
    window = text[max(0, start - 90) : start]
    window = re.split(r"[.!?;:]\s", window)[-1].rstrip()
    while window:
        cut = re.search(r"(\S+)$", window)
        if cut is None:
            break
        word = cut[1]
        bare = word.strip("“”\"'‘’(").lower()
        adjective = bare in NATIONS or re.fullmatch(
            r"[\w-]+-(?:held|controlled|run|occupied|backed|annexed|administered|ruled)", bare
        )
        unit = bare == "of" and _OF_UNIT.search(window)
        if not (bare in _SKIP or adjective or unit or re.search(r"[’'ʼ]s$", word)):
            break
        window = window[: cut.start()].rstrip()
    return window
