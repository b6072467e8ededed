"""The `Name: value` lines of the files that people edit: front matter, and the fields below a headline.

Not YAML: headlines have colons (`Title: Doha: talks` is a YAML error there), `NO` would become false and `12:30` 750.
A name is one word that starts with a capital; what follows the first colon is the value, as it stands.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from scrapers.errors import ContentError

_FIELD = re.compile(r"([A-Z][A-Za-z-]*):(?:[ \t]+(.*?))?[ \t]*")


@dataclass(frozen=True, kw_only=True)
class Field:
    """One `Name: value` line."""

    name: str
    value: str
    line: int  # counted from 1


def field_of(text: str, line: int) -> Field | None:
    """The field a line holds, or None if it is no `Name: value` line."""
    match = _FIELD.fullmatch(text)
    return Field(name=match[1], value=match[2] or "", line=line) if match else None


def leading_fields(lines: Sequence[str], start: int = 0, end: int | None = None) -> tuple[tuple[Field, ...], int]:
    """The fields from `lines[start]` to the first blank line, line that is no field, or `end`; and where that is."""
    fields: list[Field] = []
    at = start
    last = len(lines) if end is None else end
    while at < last and (found := field_of(lines[at], at + 1)):
        fields.append(found)
        at += 1
    return tuple(fields), at


def parse_fields(text: str) -> tuple[tuple[Field, ...], str]:
    """Front matter and the body below it."""
    lines = text.split("\n")
    fields, at = leading_fields(lines)
    return fields, "\n".join(lines[at:]).strip("\n")


def known(fields: Iterable[Field], names: Collection[str], *, repeated: Collection[str] = ()) -> dict[str, Field]:
    """The fields by name; of those in `repeated` the first.

    Raises ContentError for a name that is not in `names` (with the nearest that is) and for one that stands twice.
    """
    found: dict[str, Field] = {}
    for each in fields:
        if each.name not in names:
            close = difflib.get_close_matches(each.name, names, n=1)
            hint = f"; did you mean '{close[0]}'?" if close else f"; known here are {', '.join(sorted(names))}"
            raise ContentError(f"unknown field '{each.name}'{hint}", line=each.line)
        if each.name in found and each.name not in repeated:
            raise ContentError(f"'{each.name}' stands twice; keep one of the two lines", line=each.line)
        found.setdefault(each.name, each)
    return found


def listed(value: str) -> tuple[str, ...]:
    """The items of a value that is a list with commas."""
    return tuple(item for part in value.split(",") if (item := part.strip()))


def written(name: str, value: str | Iterable[str]) -> str:
    """A field as a line."""
    return f"{name}: {value if isinstance(value, str) else ', '.join(value)}"
