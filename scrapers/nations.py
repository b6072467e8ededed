"""Nations: which state does a word stand for? The one list that facts, page and site share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files

_POSSESSIVE = re.compile(r"['’]s?$")

#: Lower-case word or phrase -> (state's name, ISO 3166 alpha-2); a capital stands for its government ("Kyiv said").
NATIONS: dict[str, tuple[str, str]] = {}
#: ISO 3166 alpha-2 -> the state's name as it stands inside a sentence: "the United States", "Ukraine".
OF_CODE: dict[str, str] = {}
for _line in (files("scrapers") / "nations.tsv").read_text(encoding="utf-8").splitlines():
    if not _line.startswith("#"):
        _code, _inside, _words = _line.split("\t")
        OF_CODE[_code] = _inside
        for _word in (_inside.removeprefix("the "), *filter(None, _words.split(", "))):
            NATIONS[_word.casefold()] = (_inside.removeprefix("the "), _code)
#: Name of a state, not its adjectives or capital -> ISO 3166 alpha-2.
CODES: dict[str, str] = {_name.removeprefix("the "): _code for _code, _name in OF_CODE.items()}
NAMES: frozenset[str] = frozenset(CODES)
#: Words of the longest entry, "Democratic Republic of the Congo".
_LONGEST = max(word.count(" ") + 1 for word in NATIONS)
#: Of a phrase's words a state begins with the first, behind an article or as the third ("officials in Cairo").
_FIRST = 3


def nation(words: str) -> tuple[str, str] | None:
    """(name, ISO code) of the country that is named by a phrase's first words.

    `nation("the Ukrainian air force")` is `("Ukraine", "UA")`; None if no country is named there.
    """
    found = leading_nation([part for part in words.split() if part != "us"])  # `one of us`
    return found[1] if found else None


def leading_nation(parts: Sequence[str]) -> tuple[tuple[int, int], tuple[str, str]] | None:
    """((first, end) of the words that name it, (name, ISO code)) of the country among a phrase's first three words."""
    folded = [_POSSESSIVE.sub("", part.casefold().strip(",")).replace(".", "") for part in parts[: _FIRST + _LONGEST]]
    for start in range(min(_FIRST, len(folded))):
        for end in range(min(start + _LONGEST, len(folded)), start, -1):
            if hit := NATIONS.get(" ".join(folded[start:end])):
                return (start, end), hit
    return None


def in_prose(country: str) -> str:
    """The country's name as it stands inside a sentence: "the United States", "Ukraine"."""
    return f"the {country}" if f"the {country}" in OF_CODE.values() else country


def written_large(word: str, text: str) -> bool:
    """Does a word or phrase stand in a text with a capital, as names do? `us` is no state, nor is a `turkey`."""
    return any(found[0] != found[0].lower() for found in re.finditer(rf"\b{re.escape(word)}\b", text, re.I))
