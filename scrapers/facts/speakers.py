"""Speakers: who is meant by the words that name one, and which side are they?

The alias table is a file that editors edit, `content/speakers.txt`; its form is told at its top.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from scrapers.errors import ContentError
from scrapers.facts.quotation import straight
from scrapers.nations import NATIONS, in_prose, leading_nation, nation


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """Someone who is known by name: a person, an office or an organisation."""

    name: str
    role: str | None = None
    #: ISO 3166 alpha-2 of a state, or a party's own short name; None for who belongs to no side.
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Aliases:
    """The alias table: `find` tells who is meant, None where the table does not know."""

    speakers: Mapping[str, Speaker] = field(default_factory=dict)

    def find(self, words: str) -> Speaker | None:
        """Who goes by exactly these words; case, articles and the form of the apostrophe do not matter."""
        return self.speakers.get(folded(words))


NO_ALIASES = Aliases()

_SIDE = re.compile(r"[A-Za-z][\w -]{0,19}")
_FIRST_WORD = re.compile(r"^(?:the|a|an)\s+", re.I)


def folded(words: str) -> str:
    """The form in which aliases are compared."""
    words = " ".join(straight(words).replace(".", "").replace(",", " ").casefold().split())
    return _FIRST_WORD.sub("", words)


def read_aliases(text: str) -> Aliases:
    """The table in `content/speakers.txt`.

    Raises `ContentError` with the line for one that has no `=`, no name, too many parts, or an alias given twice to
    different speakers.
    """
    table: dict[str, Speaker] = {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        names, equals, rest = line.partition("=")
        parts = [part.strip() for part in rest.split("|")]
        if not equals or not parts[0] or len(parts) > 3:
            raise ContentError(
                "a speaker's line is `alias, alias = Name | role | side`; role and side may be left out", line=number
            )
        name, role, side = [*parts, "", ""][:3]
        if side and not _SIDE.fullmatch(side):
            raise ContentError(f"side {side!r} should be a country's two letters or a party's short name", line=number)
        speaker = Speaker(name=name, role=role or None, side=side or None)
        for alias in (name, *names.split(",")):
            key = folded(alias)
            if not key:
                continue
            known = table.setdefault(key, speaker)
            if known != speaker:
                raise ContentError(f"{alias.strip()!r} already stands for {known.name!r}", line=number)
    return Aliases(table)


# --- what the words themselves say ---------------------------------------------------------------------------------

_INSTITUTIONS = {
    r"(?:defen[cs]e|war) ministry|ministry of (?:defen[cs]e|war)": "Defence Ministry",
    r"foreign ministry|ministry of (?:foreign|external) affairs|external affairs ministry": "Foreign Ministry",
    r"interior ministry|ministry of (?:the )?interior|ministry of internal affairs": "Interior Ministry",
    r"(?:ministry of (?:public )?health|(?:public )?health ministry)": "Health Ministry",
    r"air force": "Air Force",
    r"navy": "Navy",
    r"(?:military )?general staff(?: of the armed forces)?": "General Staff",
    r"military intelligence(?: agency)?|(?:main )?intelligence directorate": "military intelligence",
    r"army|military|armed forces|defen[cs]e forces": "military",
    r"emergency services?|state emergency service": "emergency service",
    r"government": "government",
    r"presidency|president's office|presidential office": "president's office",
}
_INSTITUTION = tuple((re.compile(pattern, re.I), name) for pattern, name in _INSTITUTIONS.items())
_OF_NATION = re.compile(r"^(?P<body>.+) (?:of|in|from) (?P<country>(?:the )?[\w' ]+)$")


def institution(words: str) -> Speaker | None:
    """A state's institution from its words: "the Russian defence ministry" and "Russia's Ministry of Defence" are one.

    None unless both the country and the institution are named and nothing else is.
    """
    parts = folded(words).split()
    found = leading_nation(parts)
    if found is not None and found[0][0] == 0:
        (_, end), (country, code) = found
        body = " ".join(parts[end:])
    elif (turned := _OF_NATION.match(" ".join(parts))) and (known := NATIONS.get(folded(turned["country"]))):
        body, (country, code) = turned["body"], known
    else:
        return None
    for pattern, name in _INSTITUTION:
        if pattern.fullmatch(body):
            return Speaker(name=f"{_possessive(country)} {name}", side=code)
    return None


def _possessive(country: str) -> str:
    if country == "United States":
        return "the US"
    return f"{in_prose(country)}'" if country.endswith("s") else f"{in_prose(country)}'s"


def side_of(words: str) -> str | None:
    """The country a speaker's own words put them in ("Ukrainian officials": UA); None if they name none."""
    found = nation(words)
    return found[1] if found else None


_NOT_THAT = r"(?:elect|former|ex|then|de facto|acting|deputy|vice|late)"


def stated_role(speaker: Speaker, text: str) -> str | None:
    """The speaker's role if the text itself gives it beside the name.

    The alias table knows who holds an office today; a text may be of another day, so the table's word is not printed.
    What an organisation is ("run by Hamas") does not pass as an office does, and stays.
    """
    role = speaker.role
    if role is None or role.startswith("run by"):
        return role
    return role if _is_stated(role, speaker.name.split()[-1], text) else None


# An article asks once for each of its claims, and most of them are of a few speakers.
@lru_cache(maxsize=256)
def _is_stated(role: str, surname: str, text: str) -> bool:
    text = _straight(text)
    office = re.escape(re.split(r" (?:of|at|for|to|from|in) ", role)[0].casefold())
    other = re.compile(rf"{_NOT_THAT}[\s-]+(?:[\w'-]+\s+){{0,2}}{office}|{office}[\s-]+elect")
    for found in re.finditer(re.escape(surname), text):
        beside = text[max(0, found.start() - 60) : found.end() + 80].casefold()
        if re.search(office, beside) and not other.search(beside):
            return True
    return False


@lru_cache(maxsize=8)
def _straight(text: str) -> str:
    return straight(text)
