"""The gazetteer: which places may a name mean? Towns and regions of GeoNames, and what the editors list before them.

`gazetteer.tsv` is made by `tests/train/gazetteer.py`; the editors' own places are `content/places.txt`, whose form is
told at its top. A row is read when somebody asks for its name: most of seventeen thousand never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, cached_property
from importlib.resources import files
from itertools import product
from types import MappingProxyType

from scrapers.errors import ContentError
from scrapers.model import Level, Place
from scrapers.nations import CODES, OF_CODE
from scrapers.places.cases import stems
from scrapers.places.folding import fold

#: Words of the longest name that is looked for.
LONGEST = 5
#: Degrees between an editors' town, and region, and a row that is the same.
NEAR, NEAR_REGION = 0.15, 3.0
_POINT = re.compile(r"(-?\d{1,2}(?:\.\d{1,2})?),\s*(-?\d{1,3}(?:\.\d{1,2})?)")
_LEVELS = {level.value: level for level in (Level.TOWN, Level.REGION, Level.WATERS)}


class Gazetteer:
    """Places by their folded names."""

    def __init__(
        self,
        rows: Iterable[str],
        own: Iterable[tuple[Place, tuple[str, ...]]] = (),
        speakers: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`rows` are of the gazetteer's file, `own` of the editors'; `speakers` give each name's state, two letters."""
        self._speakers = {fold(name): side for name, side in speakers.items() if side in OF_CODE}
        self._rows: dict[str, list[str]] = {}
        self._capitals: dict[str, str] = {}
        #: How the names of several words begin.
        self._first: set[str] = set()
        held = self._rows
        for row in rows:
            for key in row[row.rindex("\t") + 1 :].split(";"):
                if key in held:
                    held[key].append(row)
                else:
                    held[key] = [row]
                if " " in key:
                    self._first.add(key[: key.index(" ")])
            if row[0] == "C":
                self._capitals[row.split("\t", 4)[3]] = row
        self._own: dict[str, list[Place]] = {}
        for place, aliases in own:
            keys = list(dict.fromkeys(map(fold, (place.name, *aliases))))
            place = self._known(place, keys)
            for key in keys:
                self._own.setdefault(key, []).append(place)
        self._first |= {key.partition(" ")[0] for key in self._own if " " in key}

    def _known(self, place: Place, keys: Iterable[str]) -> Place:
        """An editors' place with the codes and the people of the row that is it under one of its names."""
        far = {Level.TOWN: NEAR, Level.REGION: NEAR_REGION}.get(place.level)
        for row in (row for key in keys for row in self._rows.get(key, ()) if far):
            held = _place(row)
            same = held.level is place.level and held.country == place.country
            if same and all(abs(a - b) <= (far or 0.0) for a, b in zip(held.at or (), place.at or (), strict=True)):
                return replace(held, name=place.name)
        return place

    def named(self, key: str) -> tuple[Place, ...]:
        """The places that a folded name may mean; the editors' alone, where they list it."""
        if own := self._own.get(key):
            return tuple(own)
        return tuple(_place(row) for row in self._rows.get(key, ()))

    def is_own(self, key: str) -> bool:
        """Do the editors list the folded name?"""
        return key in self._own

    def capital(self, country: str) -> Place | None:
        """The capital of a state, by its two letters."""
        row = self._capitals.get(country)
        return _place(row) if row else None

    def region(self, code: str) -> Place | None:
        """A first-level region by its GeoNames code."""
        row = self._regions.get(code)
        return _place(row) if row else None

    def declined(self, stem: str) -> tuple[Place, ...]:
        """The places whose name in Cyrillic letters has a stem, whatever its ending."""
        return self._by_stem.get(stem, ())

    @cached_property
    def _regions(self) -> dict[str, str]:
        return {row.split("\t", 2)[1]: row for rows in self._rows.values() for row in rows if row[0] == "R"}

    @cached_property
    def _by_stem(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, dict[Place, None]] = {}
        for key in (*self._own, *self._rows):
            if "\u0400" <= key[:1] <= "\u052f":
                for parts in product(*map(stems, key.split())):
                    found.setdefault(" ".join(parts), {}).update(dict.fromkeys(self.named(key)))
        return {stem: tuple(places) for stem, places in found.items()}

    def state_of_speaker(self, key: str) -> str | None:
        """For which state somebody of a folded name speaks."""
        return self._speakers.get(key)

    def resolved(self, written: str) -> Place | None:
        """The place that a `Place:` line names, as `written` has it; None of one that is in no list."""
        name, _, state = (part.strip() for part in written.rpartition(","))
        code = STATES.get(fold(state))
        if not name:
            if code:
                return state_of(code)
            return next((place for place in self.named(fold(state)) if place.level is Level.WATERS), None)
        found = [place for place in self.named(fold(name)) if place.country == code]
        exact = [place for place in found if place.name == name]
        return max(exact or found, key=lambda place: (place.level is Level.TOWN, place.people), default=None)

    def begins(self, word: str) -> bool:
        """Does a name of several words begin with a folded word?"""
        return word in self._first


#: ISO 3166 alpha-2 by the folded name of a state.
STATES = {fold(name): code for name, code in CODES.items()}


def state_of(code: str) -> Place:
    """A state as a place, by its two letters."""
    return Place(name=OF_CODE[code].removeprefix("the "), level=Level.COUNTRY, country=code)


def written(place: Place) -> str:
    """A place as a `Place:` line names it: "Bakhmut, Ukraine", "Sudan", "Red Sea"; `resolved` gives it back."""
    if place.level in (Level.COUNTRY, Level.WATERS) or place.country is None:
        return place.name
    return f"{place.name}, {state_of(place.country).name}"


@cache
def _place(row: str) -> Place:
    kind, code, name, country, region, north, east, people, _ = row.split("\t")
    of_region = kind == "R"
    return Place(
        name=name,
        level=Level.REGION if of_region else Level.TOWN,
        country=country,
        id=None if of_region else int(code),
        region=code if of_region else f"{country}.{region}",
        iso=(region or None) if of_region else None,
        at=(float(north), float(east)),
        people=int(people),
        capital=kind == "C",
    )


@cache
def shipped_rows() -> tuple[str, ...]:
    """The rows of the gazetteer that comes with the program."""
    text = (files("scrapers.places") / "gazetteer.tsv").read_text(encoding="utf-8")
    return tuple(row for row in text.splitlines() if not row.startswith("#"))


def gazetteer_of(own: str, speakers: Mapping[str, str] = MappingProxyType({})) -> Gazetteer:
    """The gazetteer that comes with the program, with the editors' list before it; `own` is that list's text.

    Raises ContentError with the line of the list that cannot be read.
    """
    return Gazetteer(shipped_rows(), read_own(own), speakers)


def read_own(text: str) -> tuple[tuple[Place, tuple[str, ...]], ...]:
    """The places of an editors' list, each with its other names; its form is told at the top of `content/places.txt`.

    Raises ContentError with the line that cannot be read, and what to do.
    """
    found: list[tuple[Place, tuple[str, ...]]] = []
    for number, line in enumerate(text.replace("\r\n", "\n").lstrip("\ufeff").split("\n"), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            found.append(_own(line, number))
    return tuple(found)


def _own(line: str, number: int) -> tuple[Place, tuple[str, ...]]:
    aliases, _, rest = line.rpartition("=")
    parts = [part.strip() for part in rest.split("|")]
    if len(parts) != 4 or not parts[0]:
        raise ContentError("a place is: alias, alias = Name | town | UA | 47.44, 35.84", line=number)
    name, level, country, point = parts
    if level not in _LEVELS:
        raise ContentError(f"'{level}' is no kind of place; use {', '.join(_LEVELS)}", line=number)
    if country not in OF_CODE and country != "-":
        raise ContentError(f"'{country}' is no state's two letters; use - for waters that are nobody's", line=number)
    if country == "-" and level != Level.WATERS:
        raise ContentError(f"a {level} is in a country; give its two letters", line=number)
    at = _POINT.fullmatch(point)
    if at is None or not (abs(float(at[1])) <= 90 and abs(float(at[2])) <= 180):
        raise ContentError(
            f"'{point}' is no point: degrees north and east with two decimals at most, 47.44, 35.84", line=number
        )
    place = Place(
        name=name,
        level=_LEVELS[level],
        country=None if country == "-" else country,
        at=(float(at[1]), float(at[2])),
    )
    return place, tuple(alias.strip() for alias in aliases.split(",") if alias.strip())
