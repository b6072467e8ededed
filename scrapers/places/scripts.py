"""Mentions in other languages: names in their cases and with their prefixes, in Latin, Cyrillic and Arabic letters.

Харкові is Харків, Курской области the region of Курск, بغزة is غزة. No grammar here but the preposition: behind one
that says where, it happened there; a capital without one is its government.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from scrapers.model import Level, Place
from scrapers.places.cases import in_polish, stems
from scrapers.places.folding import fold
from scrapers.places.gazetteer import Gazetteer
from scrapers.places.mentions import HERE, NOT, SPOT, Mention

_WORD = re.compile(r"[^\W\d_]+(?:[-’'ʼ][^\W\d_]+)*")
#: Words that say where, folded as they are compared; one list for all languages.
_AT = frozenset(
    """w we na pod kolo obok nad przy en cerca sobre contra o tai gan in bei nahe auf a au aux
    dans pres sur в у на під под біля возле около поблизу близ над при по во код близу недалеч
    في علي قرب شمال شمالي جنوب جنوبي شرق شرقي غرب غربي وسط مدينه بلده قريه محافظه ولايه ريف داخل مخيم ضواحي اقليم
    بمدينه ببلده بقريه بمحافظه بولايه بريف بمخيم باقليم سماء قباله سواحل معبر مطار سوق ميناء جسر منطقه""".split()
)
#: What makes a region of the name of its town: before it or behind it.
_UNITS = frozenset("محافظه ولايه اقليم بمحافظه بولايه باقليم".split())
_UNIT = re.compile(r"област|обл$|краи|краю|регион|регіон|obwodz|obwod|oblast|провинц|провінц")

#: Letters of an Arabic word that are left of it at least.
_LEAST = 3


def foreign_mentions(text: str, language: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The places that a text in another language than English names, each with what its preposition says."""
    words = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        places, used = _longest([word for _, word in words[at : at + 4]], language, gazetteer)
        if places and _is_person(text, words, at, used):
            places = ()
        before = fold(words[at - 1][1]) if at else ""
        behind = fold(words[at + used][1]) if at + used < len(words) else ""
        if places:
            if before in _UNITS or _UNIT.match(behind):
                largest = max(places, key=lambda place: place.people)
                places = tuple(filter(None, [_region_of(largest, gazetteer)])) or places
            prefixed = words[at][1].startswith("ب") and not gazetteer.named(fold(words[at][1]))
            here = before in _AT or prefixed
            capital = any(place.capital for place in places)
            short = max(len(word) for _, word in words[at : at + used]) <= _LEAST and not here
            weight = HERE if here else NOT if capital or short else SPOT
            yield Mention(places, None, False, weight, words[at][0], is_sure=_script(words[at][1]) != "latin")
        at += used if places else 1


def _is_person(text: str, words: list[tuple[int, str]], at: int, used: int) -> bool:
    """Is a name one of somebody's: does another one with a capital stand right beside it ("Wołodymyr Zełenski")?"""
    end = words[at + used - 1][0] + len(words[at + used - 1][1])
    behind = at + used < len(words) and text[end : words[at + used][0]] == " " and words[at + used][1][0].isupper()
    start = words[at - 1][0] + len(words[at - 1][1]) if at else 0
    # a word with a capital at the beginning of a sentence may be any
    ahead = at > 1 and text[start : words[at][0]] == " " and words[at - 1][1][0].isupper()
    return behind or ahead


def _region_of(place: Place, gazetteer: Gazetteer) -> Place | None:
    return place if place.level is Level.REGION else gazetteer.region(place.region or "")


def _longest(words: list[str], language: str, gazetteer: Gazetteer) -> tuple[tuple[Place, ...], int]:
    """What the longest name that begins with the first word may mean, and of how many words it is."""
    script = _script(words[0])
    if script != "arabic" and not words[0][0].isupper():
        return (), 1
    for count in range(len(words), 0, -1):
        held = words[:count]
        if script != "arabic" and not held[-1][0].isupper() and not gazetteer.is_own(fold(" ".join(held))):
            continue
        for key in _keys(held, language, script):
            places = gazetteer.named(key) or (gazetteer.declined(key) if script == "cyrillic" else ())
            if places:
                return places, count
    return (), 1


def _script(word: str) -> str:
    first = word[0]
    if "\u0400" <= first <= "\u052f":
        return "cyrillic"
    return "arabic" if "\u0600" <= first <= "\u06ff" else "latin"


def _keys(words: list[str], language: str, script: str) -> Iterable[str]:
    """How a name may be listed, likeliest first."""
    folded = [fold(word) for word in words]
    if script == "arabic":
        return dict.fromkeys(" ".join(parts) for parts in product(*map(_bare, folded)))
    if script == "cyrillic":
        return dict.fromkeys(" ".join(parts) for parts in product(*map(stems, folded)))
    if language.startswith(("pl", "cs", "sk")):
        return dict.fromkeys(" ".join(parts) for parts in product(*(in_polish(word) for word in folded)))
    return (" ".join(folded),)


def _bare(word: str) -> Iterable[str]:
    """An Arabic word, and without its conjunction, preposition and article."""
    found = [word]
    for prefix in ("و", "ف", "ب", "ل", "ك", "ال"):
        found += [
            held.removeprefix(prefix)
            for held in found
            if held.startswith(prefix) and len(held) - len(prefix) >= _LEAST - 1
        ]
    if word.startswith("لل"):
        found.append("ال" + word[2:])
        found.append(word[2:])
    return dict.fromkeys(found)
