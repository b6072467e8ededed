"""Who said it, in words that tell a reader who that is?"""

from __future__ import annotations

import re
from itertools import pairwise

from scrapers.compose.articles import PREPOSITIONS
from scrapers.compose.claims import Claim
from scrapers.compose.names import in_a_sentence
from scrapers.compose.nations import NATIONS
from scrapers.compose.speakers import NO_ALIASES, Aliases
from scrapers.compose.speechwords import SPEAKING_NOUNS
from scrapers.compose.spelling import COMMON

#: Capitals of an office: with more of them it is what a page sets beside a picture.
MOST_CAPITALS = 4
#: What stands between two commas behind a name and is no office.
_NO_OFFICE = re.compile(
    r"(?:an?\s)?(?:who|which|speaking|citing|quoting|referring|at|in|on|during|after|for|by|from|with|to|as)\b", re.I
)
#: `Dunn and Defence Secretary`, before another name.
_TWO = re.compile(r"[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?\sand\s[A-Z]")
#: Whose they are is told elsewhere.
_SOMEBODY_S = re.compile(r"the\s\w+[’']s\s|his\s|her\s|its\s")
#: What is left of a body's name that was cut; of the second only where the text calls its bearer something.
_SCRAPS = frozenset(
    "Fleet Command Council Office Club Party Union Association Institute Center Centre Front Movement".split()
)
_BODIES = frozenset(
    "Caucus Committee Coalition Society League Congress Assembly Foundation Federation Network Alliance".split()
)
#: A person's name, by its form.
_PERSON = re.compile(r"[A-Z][\w’'.-]+(?:\s(?:(?:al|el|de|van|von|bin|da|di)[\s-])?[A-Z][\w’'.-]+){0,3}")


def is_known(claim: Claim, aliases: Aliases = NO_ALIASES) -> bool:
    """Would a reader know who speaks: by an office, a state or a body, or by a name of the alias table?"""
    name = claim.speaker or ""
    if claim.role or claim.side or name.casefold() in NATIONS or aliases.find(name) is not None:
        return True
    return _PERSON.fullmatch(name) is None or any(word.casefold() in SPEAKING_NOUNS for word in name.split())


_OPENS_NO_NAME = frozenset("including with among like but and or because another other".split())


def is_somebody(claim: Claim) -> bool:
    """Could a reader tell who that is, and is it no scrap of a longer name?"""
    words, source = (claim.speaker or "").split(), (claim.source or "").casefold()
    if len(words) > 7 or source in ("who", "which", "that"):
        return False
    if (
        words[1:2] == ["another"]
        or any(one == other for one, other in pairwise(words))
        or _SOMEBODY_S.match(source)
        or _SOMEBODY_S.match((claim.speaker or "").casefold())
    ):
        return False
    if words[:1] and words[0].casefold() in _OPENS_NO_NAME:
        return False
    if len(words) == 1 and (words[0] in _SCRAPS or (claim.role and words[0] in _BODIES)):
        return False  # `Ana Petrov, chairman of the River Club, said`: a piece of the body's name
    if len(words) == 1 and words[0].casefold() in COMMON:
        return words[0].casefold() in SPEAKING_NOUNS
    role = (claim.role or "").split()
    if role and (role[0].casefold() in ("her", "his", "their", "its") or "supporter" in role):
        return False
    if role and role[-1].casefold() in PREPOSITIONS | {"the", "capital", "city", "town", "region"}:
        return False
    return not role or any(word.strip(",").casefold() in SPEAKING_NOUNS for word in role)


def who_says(claim: Claim) -> str:
    """The name with the office that the text gives, if it may stand: `Ana Petrov, the chief negotiator,`."""
    return with_office(claim.speaker or "", claim.role)


#: Words of an office at most.
LONGEST = 9
#: Where somebody is whose spokesman: too much to be told of him.
_WHERE = re.compile(r"\s(?:in|at|on|near|based|who|which)\s.*$")
#: An office that says little where nothing says whose: `a masked spokesman`.
_OF_ANYBODY = re.compile(
    r"(?:an?\s|the\s)?(?:[a-z-]+\s){0,2}(?:spokes\w+|officials?|officers?|members?|aides?|advis[eo]rs?|commanders?|leaders?|lawyers?"
    r"|analysts?|experts?|activists?|soldiers?|representatives?|ministers?|sources?)$"
    r"|.*\bof\sthe\s(?:hospital|school|camp|village|town|company|group|organi[sz]ation|party|charity|agency|team)$"
)


def with_office(name: str, role: str | None) -> str:
    """`Ana Petrov, the chief negotiator,` of a name and what a text calls its bearer; the name if that says nothing."""
    name = re.sub(r"^(?:PM|President|Premier)\s", "", name)
    first, _, rest = name.partition(" ")
    if first in ("a", "an", "the") and re.match(r"(?:Senior|Special|Top|Deputy|Leading)\s", rest):
        name = f"{first} {rest[0].lower()}{rest[1:]}"
    elif rest and first.casefold() in SPEAKING_NOUNS:
        name = in_a_sentence(name)
    if role and len(role.split()) > LONGEST:
        role = _WHERE.sub("", role)
    if (
        not role
        or role.casefold().startswith(("ex-", "the one"))
        or not 2 <= len(role.split()) <= LONGEST
        or _NO_OFFICE.match(role)
        or role.split()[-1].casefold() in PREPOSITIONS | {"the", "and"}
        or _TWO.match(role)
        or _OF_ANYBODY.fullmatch(role)
        or re.search(r"[“”\"(),]", role)
    ):
        return name
    role = re.sub(r"^(?:The\s)?Former\s", "the former ", re.sub(r"^The\s", "the ", role))
    words = role.split()
    if " " not in name and words[-1][0].isupper() and words[-1].casefold() not in SPEAKING_NOUNS | NATIONS.keys():
        name, words = f"{words[-1]} {name}", words[:-1]  # a first name left with the office
        role = " ".join(words)
    if role.endswith(".") or sum(word[0].isupper() for word in words) > MOST_CAPITALS:
        return name
    words = _office_in_small(words)
    of_state = any(" ".join(words[:n]).casefold() in NATIONS and len(words) > n for n in (2, 1))
    the_one = words[-1].casefold() in _THE_ONE and words[0].casefold() not in ("the", "a", "an", "deputy", "vice")
    if of_state or (the_one and not re.search(r"[’']s?$", words[0])):
        words = ["the", *words]
    role = " ".join(words)
    told = in_a_sentence(role) if role[0].islower() and " of " not in role else role
    return f"{name}, {_PARTIES.sub(lambda party: party[0].title(), told)},"


#: They keep their capital.
_PARTIES = re.compile(r"\b(republican|democrat|democratic)\b")


#: Words of an office that keep no capital beside a name, and of them those of which a state or a town has one.
_THE_ONE = frozenset(
    "minister president governor mayor chancellor premier commander-in-chief secretary speaker".split()
)
_OFFICES = _THE_ONE | frozenset(
    """chief leader head director commander ambassador envoy official officer adviser advisor chairman chairwoman
    spokesman spokeswoman spokesperson prime foreign defence defense interior deputy vice acting interim former
    information finance energy justice health regional provincial local general press attorney police""".split()
)


def _office_in_small(words: list[str]) -> list[str]:
    """`the Egyptian information minister`, `a Central Command spokesman`: what names a body or a town stays."""
    at = len(words)
    while at and words[at - 1].casefold() in _OFFICES:
        at -= 1
    first = [words[0].lower()] if at and words[0].casefold() in ("acting", "interim", "former", "local") else words[:1]
    return [*first[: bool(at)], *words[1:at], *(word.lower() for word in words[at:])]


def is_a_person(name: str) -> bool:
    """Is it a person's name, by its form: neither a state nor a body that speaks?"""
    if name.casefold() in NATIONS or not _PERSON.fullmatch(name):
        return False
    return not any(word.casefold() in SPEAKING_NOUNS for word in name.split())


def is_stranger(name: str, told: str, aliases: Aliases = NO_ALIASES) -> bool:
    """Is it a person of whom a reader knows nothing, for what is `told` says no office of his and no table has him?"""
    return aliases.find(name) is None and " " in name and is_a_person(name) and f"{name}, " not in f"{told} "
