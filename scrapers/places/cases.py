"""Names in their cases: what is left of a Slavic name without its ending, also as it is before another one."""

from __future__ import annotations

from collections.abc import Iterable

#: Endings of nouns, of adjectives, and of regions named after a town, as they are compared.
_CYRILLIC = tuple(
    """ами ями ах ях ом ем єм ою ею ои еи іи ів ов ам ям ові еві у ю а я е є и і ы ь о ого ому им ім ии ая ую оі ые ых
    ка ки ку ска ски ско ське ськии ська ськоі ськіи ську ськім ськом ская скои скую ском ске ска скоі щина
    щині щину щиною щини щине щины""".split()
)
_POLISH = tuple("owie ie em u a y i e ą ę iem om ach".split())
#: What a vowel or consonant before an ending becomes in another case.
_TURNS = (("і", "о"), ("і", "е"), ("і", "є"), ("і", "и"), ("ц", "к"), ("з", "г"), ("с", "х"), ("c", "k"), ("ci", "t"))
#: Letters that are left of a name at least.
_LEAST = 3


def stems(word: str) -> Iterable[str]:
    """A Cyrillic word, and what is left of it without an ending, also as it is before another ending."""
    return _without(word, _CYRILLIC)


def _without(word: str, endings: tuple[str, ...]) -> Iterable[str]:
    found = [word]
    found += [word.removesuffix(end) for end in endings if word.endswith(end) and len(word) - len(end) >= _LEAST]
    turned = [
        held[:at] + new + held[at + len(old) :]
        for held in found
        for old, new in _TURNS
        if (at := held.rfind(old)) >= max(1, len(held) - 3)
    ]
    return dict.fromkeys(sorted((*found, *turned), key=len, reverse=True))


def in_polish(word: str) -> Iterable[str]:
    """The same of a word in Polish letters."""
    return _without(word, _POLISH)
