"""Which words stand for a side? A side is a state's two letters or a party's short name, as the ledger writes it."""

from __future__ import annotations

from plugins.vocabulary import PARTIES, side_words
from plugins.words import say, voice
from scrapers.nations import OF_CODE

# A code that is not here is shown as it stands, which is right for most parties (Hamas, NATO).
NAMES: dict[str, str] = OF_CODE | PARTIES
_COUNTRIES = frozenset(name.removeprefix("the ").casefold() for name in OF_CODE.values()) | {
    "gaza",
    "gaza strip",
    "west bank",
    "congo",
}


def side_name(code: str) -> str:
    """As it stands inside a sentence: `Ukraine`, `the United States`; a code that is not known stands as it is."""
    return side_words(code, NAMES.get(code, code))


def side_heading(code: str) -> str:
    """The same at the beginning of a line: `The United States`."""
    name = side_name(code)
    return f"T{name[1:]}" if name.startswith("the ") else name


def possessive(name: str) -> str:
    """`Ukraine’s`, `the United States’`; other languages put the name itself into the sentence."""
    if voice().language != "en":
        return name
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def listed(names: list[str]) -> str:
    """`France`, `France and Poland`, `France, Poland and Spain`."""
    if len(names) < 2:
        return "".join(names)
    return say("%(others)s and %(last)s", others=", ".join(names[:-1]), last=names[-1])


def is_country(place: str) -> bool:
    """Whether a place is a whole country, which no town in it contradicts."""
    return place.casefold().removeprefix("the ") in _COUNTRIES
