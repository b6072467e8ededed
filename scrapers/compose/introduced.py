"""Introduced: does a sentence speak of "the crew" or "the place" that nothing before it has told of?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from scrapers.compose.adds import content
from scrapers.compose.articles import PREPOSITIONS, bare
from scrapers.compose.nations import NATIONS
from scrapers.compose.newsnouns import THE_ONE, is_plural
from scrapers.compose.newsverbs import FINITE, PAST, PLURAL, PLURAL_OR_NOUN, SINGULAR, SINGULAR_OR_NOUN, VERBS
from scrapers.compose.speechwords import MONTHS_AND_DAYS
from scrapers.compose.spelling import COMMON

#: What there is one of for every reader, in any report of a war.
_KNOWN = THE_ONE | frozenset(
    """war conflict fighting violence truce ceasefire cease-fire world west east north south media public state
    parliament authorities opposition president leader army military navy police government air sky sea border
    front frontline ground past future first second same most rest dead injured wounded killed missing day night
    morning evening weekend week weeks month months year years days hours hour moment end beginning internet
    economy law press weather coast people others minister secretary spokesman spokeswoman spokesperson
    goal reality truth fact point aim message question answer""".split()
)
#: What a body's name before it stands for, and no person's.
_BODIES = frozenset("alliance bloc union organisation organization movement agency company court ministry".split())
#: What a name before it in the sentence or the heading stands for.
_OF_A_NAME = _BODIES | frozenset(
    "country nation city town village region province district island republic territory area kingdom state".split()
)
#: What stands for a building that is named: "the structure" for a hospital.
_BUILT = frozenset("structure building facility site compound complex place premises".split())
_BUILDING = re.compile(
    r"\b(?:hospital|school|clinic|museum|church|mosque|market|prison|airport|station|plant|depot|base|camp|theatre|hotel"
    r"|apartment|house|home|warehouse|university|embassy|monastery|building|port|refinery)s?\b",
    re.I,
)
#: One of many, whoever's he is.
_SOMEBODY = frozenset(
    "driver man woman boy girl suspect gunman attacker teacher doctor nurse soldier student couple pair".split()
)
#: What a war has many of: one is not another for being alike.
_ACTS = frozenset(
    "attack strike raid assault bombing shelling launch test blast explosion drill meeting summit inquiry".split()
)
_ENDS = frozenset("and or but that which who whom whose when where while as if than to will would not".split())
_NAME = re.compile(r"\b(?!The\b)[A-Z][\w’'.-]*\w")
_PHRASE = re.compile(r"\b[Tt]he\s+")
#: A speaker's own words, but for the first of a whole sentence: whoever quotes them vouches for what they speak of.
_FURTHER_IN = re.compile(r"((?<=: )“\S+\s|“)([^”]*)(?=”)")


def not_introduced(sentence: str, told: Iterable[str]) -> tuple[str, ...]:
    """The nouns with "the" before them that neither the sentence itself, nor a name, nor anything told says which."""
    told = tuple(told)
    plain = _FURTHER_IN.sub(lambda quote: quote[1] + re.sub(r"\b[Tt]he\b", "a", quote[2]), sentence)
    plain = plain.replace("“", "").replace("”", "")
    known = frozenset[str]().union(*(content(each) for each in told))
    found: list[str] = []
    for match in _PHRASE.finditer(plain):
        words, follows = _phrase(plain[match.end() :].split())
        if words and words[-1].strip(",.").casefold() in MONTHS_AND_DAYS:
            words = words[:-1]  # "the table on Monday", "the talks Monday"
        if words and words[-1].casefold() in _SOMEBODY and words[-1].casefold() not in " ".join(told).casefold():
            found.append(words[-1])  # "the Koravets driver"
            continue
        if not words or any(word[:1].isupper() or word[:1].isdigit() or "“" in word for word in words):
            continue
        head = re.sub(r"[’']s?$", "", bare(words[-1]))
        if (
            follows in PREPOSITIONS | {"of", "that", "which", "who", "to", "whose", "where"}
            or head in _KNOWN
            or head.removesuffix("s") in _KNOWN
        ):
            continue
        earlier = plain[: match.start()]
        person = re.match(r"[A-Z][\w’-]+\s(?:[a-z]{2}[\s-])?[A-Z][\w’-]+(?:,|\s(?:said|told|accused))", plain)
        if (
            head in _OF_A_NAME
            and not (person and head in _BODIES)
            and any(name.casefold() not in COMMON for name in _NAME.findall(earlier))
        ):
            continue
        if head in _BUILT and (_BUILDING.search(earlier) or any(_BUILDING.search(each) for each in told)):
            continue
        act = head.removesuffix("s")
        if act in _ACTS and not re.search(rf"\b{act}", " ".join((*told, earlier)), re.I):
            found.append(head)  # "the attack" under "strike": it may be another
            continue
        form = content(head) or content(words[0])
        if not form or not (form <= known or form <= content(earlier)):
            found.append(head)
    return tuple(found)


#: Who does it: the first word of a sentence, or of what is said.
_DOES = re.compile(r"(?:^|\b(?:that|how|why|when|where|whether|if|after|before)\s)([A-Z][a-z’-]+[a-z])\s(?=[a-z])")


def surnames_alone(sentence: str, text: str, told: Iterable[str]) -> tuple[str, ...]:
    """Who does something and has a surname alone, though the text names him in full, and nothing told has named him."""
    known = " ".join(told)
    return tuple(
        name
        for found in _DOES.finditer(sentence)
        if (name := re.sub(r"’s?$", "", found[1])) not in known
        and name.casefold() not in COMMON | NATIONS.keys()
        and re.search(rf"\b[A-Z][a-z’-]+\s{re.escape(name)}\b", text)
    )


#: How it was done, behind the noun; a verb with "not".
_HOW = re.compile(
    r"(?!(?:family|assembly|rally|ally|supply|reply|monopoly|italy|july|elderly|daily|weekly|monthly)$)\w{3,}ly"
    r"|anyway|too|again|overnight|instead|alone|afterwards?|\w+n[’']t"
)


def _phrase(words: Sequence[str]) -> tuple[list[str], str]:
    """The words of the noun phrase that begins here, and the word behind it."""
    phrase: list[str] = []
    for at, word in enumerate(words):
        low = bare(word)
        if low in PREPOSITIONS or low in _ENDS or (at and _is_verb(low, bare(words[at - 1]))):
            return phrase, low
        if at and _HOW.fullmatch(low):
            return phrase, ""
        phrase.append(word)
        if re.search(r"[,.;:)”]$|[’']s$", word):
            return phrase, ""
    return phrase, ""


def _is_verb(low: str, before: str) -> bool:
    if low in FINITE or low in PAST or low in SINGULAR or (before in _KNOWN and low in SINGULAR_OR_NOUN):
        return True
    if low in PLURAL | PLURAL_OR_NOUN and is_plural(before):
        return True
    return low in VERBS and low.endswith("ed") and not before.endswith("ly")
