"""Marks: the pieces that phrases are written with (`pieces.toml`), and how a phrase becomes a pattern.

In a marked sentence each counted number stands as \\x02INDEX\\x03, so that a phrase reads as the words it is for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

_FILE: dict[str, Any] = tomllib.loads((files("scrapers.facts") / "pieces.toml").read_text(encoding="utf-8"))
#: Ways of telling that several metrics share.
FORMS: dict[str, dict[str, Any]] = _FILE["forms"]
_NAME = re.compile(r"\{([A-Z_]+)\}")


def written(phrase: str, own: Mapping[str, str] | None = None) -> str:
    """The phrase as a regular expression; raises KeyError for a piece that is neither `own` nor in the file."""
    pieces = _FILE["pieces"] | (own or {})
    while _NAME.search(phrase):
        phrase = _NAME.sub(lambda piece: str(pieces[piece[1]]), phrase)
    return phrase.replace("\n", "").replace(" ", r"\s+")


def pattern(phrase: str, own: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """The phrase compiled; capitals do not matter."""
    return re.compile(written(phrase, own), re.I)


#: For those who write their patterns by hand.
PEOPLE = written("{PEOPLE}")
DRONES = written("{DRONES}")
