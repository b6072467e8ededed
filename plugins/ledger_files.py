"""What do the files of figures, claims and evidence hold? Read line by line: a broken line costs only itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from scrapers.errors import ContentError
from scrapers.ledger import ClaimLine, FigureLine, Line, loads
from scrapers.text import line as one_line

#: A speaker's own words that any rights class lets be shown.
WORDS_SHOWN = 15
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
_METRIC = re.compile(r"[a-z][a-z0-9_]{0,40}")
_DEVELOPMENT = re.compile(r"\d{4}-\d\d-\d\d#[a-z0-9][a-z0-9-]*")
_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_TYPES: dict[str, Callable[[object], bool]] = {
    "str": lambda value: isinstance(value, str) and (_is_fit(value) or bool(one_line(value))),
    "str | None": lambda value: value is None or isinstance(value, str),
    "bool": lambda value: isinstance(value, bool),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "tuple[str, ...]": lambda value: isinstance(value, tuple) and all(isinstance(each, str) for each in value),
}
_KINDS = {kind: [(each.name, str(each.type)) for each in fields(kind)] for kind in (FigureLine, ClaimLine)}


@dataclass(frozen=True)
class Seen:
    """The evidence for a citation: when its article was first read, and the digest of what was read that day."""

    first: datetime | None
    sha256: str | None
    #: BCP 47; None where the log does not say.
    language: str | None = None


@dataclass(frozen=True)
class Ledger:
    """Everything that the nights kept as data, by day."""

    figures: Mapping[date, tuple[FigureLine, ...]] = field(default_factory=lambda: MappingProxyType({}))
    claims: Mapping[date, tuple[ClaimLine, ...]] = field(default_factory=lambda: MappingProxyType({}))
    #: By day and address.
    seen: Mapping[date, Mapping[str, Seen]] = field(default_factory=lambda: MappingProxyType({}))


def read(content: Path) -> tuple[Ledger, tuple[ContentError, ...]]:
    """The ledger of a content folder, and what is no line of it, with file and line."""
    faults: list[ContentError] = []
    figures = {day: _kept(lines_of(text, FigureLine), shown, faults) for day, text, shown in _days(content, "figures")}
    claims = {day: _kept(lines_of(text, ClaimLine), shown, faults) for day, text, shown in _days(content, "claims")}
    seen: dict[date, Mapping[str, Seen]] = {}
    first: dict[str, datetime] = {}
    for day, text, shown in _days(content, "wire"):
        seen[day] = _kept(evidence(text, first), shown, faults)
    return Ledger(figures, claims, seen), tuple(faults)


def _days(content: Path, folder: str) -> Iterator[tuple[date, str, str]]:
    """The files of a folder, oldest day first: the day, the text, and the path as people know it."""
    for path in sorted((content / folder).glob("*/*.jsonl"), key=lambda path: path.stem):
        try:
            day = date.fromisoformat(path.stem)
        except ValueError:
            continue  # an editor's copy of a file
        yield day, path.read_text(encoding="utf-8", errors="replace"), f"{content.name}/{path.relative_to(content)}"


def _kept(found: tuple[Any, tuple[ContentError, ...]], shown: str, faults: list[ContentError]) -> Any:
    faults.extend(fault.at(shown) for fault in found[1])
    return found[0]


def lines_of(text: str, kind: type[Line]) -> tuple[tuple[Line, ...], tuple[ContentError, ...]]:
    """The lines that can be shown, each id once, and what is wrong with the others."""
    lines: dict[str, Line] = {}
    faults: list[ContentError] = []
    for number, row in enumerate(text.split("\n"), start=1):
        try:
            # One fit line first: a line separator inside a string, which is never ASCII, is no end of the row.
            found, wrong = loads(row if row.isascii() else one_line(row), kind)
        except (RecursionError, TypeError) as error:  # brackets without end, an id that is a list
            found, wrong = (), (ContentError(f"not a line of this file ({error})"),)
        faults.extend(ContentError(fault.message, line=number) for fault in wrong)
        for line in found:
            if fault := _fault(line):
                faults.append(ContentError(f"{fault}; restore the line from the file's history", line=number))
            else:
                lines.setdefault(line.id, _fit(line))
    return tuple(lines.values()), tuple(faults)


def _fault(line: FigureLine | ClaimLine) -> str | None:
    for name, kind in _KINDS[type(line)]:
        if not _TYPES[kind](getattr(line, name)):
            return f"{name!r} should be {kind.replace('str', 'text')}"
    if not _DEVELOPMENT.fullmatch(line.development):
        return "'development' should be YYYY-MM-DD#id"
    if not _ADDRESS.fullmatch(line.url):
        return "'url' should be an http or https address"
    if isinstance(line, ClaimLine):
        if line.words and len(line.words.split()) > WORDS_SHOWN:
            return f"'words' may hold {WORDS_SHOWN} words at most"
        return None
    if not _METRIC.fullmatch(line.metric):
        return "'metric' should be lower-case letters and underscores"
    if line.window not in (None, "daily", "cumulative"):
        return "'window' should be daily, cumulative or null"
    if any(number is not None and not _NUMBER.fullmatch(number) for number in (line.value, line.upper)):
        return "'value' and 'upper' should be decimal numbers as text, or null"
    return None


def _fit(line: Line) -> Line:
    """The line with every text of strangers as one line of fit text, and nothing instead of an empty one."""
    unfit: dict[str, Any] = {
        name: one_line(value) or None
        for name, value in vars(line).items()
        if isinstance(value, str) and not _is_fit(value)
    }
    return replace(line, **unfit) if unfit else line


def _is_fit(text: str) -> bool:
    """Whether `text` is surely one fit line; most are, and a year holds a million of them."""
    return text.isascii() and text.isprintable() and text == text.strip() and "  " not in text and bool(text)


def evidence(text: str, first: dict[str, datetime]) -> tuple[dict[str, Seen], tuple[ContentError, ...]]:
    """A day's wire log by address. `first` holds when each address was first read, and learns from this day."""
    seen: dict[str, Seen] = {}
    faults: list[ContentError] = []
    for number, row in enumerate(text.split("\n"), start=1):
        if not row.strip():
            continue
        try:
            values = json.loads(row)
            url, time, sha256 = values["url"], values.get("time"), values.get("sha256")
            if not isinstance(url, str):
                raise TypeError("'url' should be text")
            moment = datetime.fromisoformat(time) if time else None
            if moment is not None:
                moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
            message = f"no line of the wire log ({error}); restore it from the file's history"
            faults.append(ContentError(message, line=number))
            continue
        if moment is not None:
            first[url] = min(moment, first.get(url, moment))
        known = isinstance(sha256, str) and _SHA256.fullmatch(sha256)
        language = values.get("language")
        seen[url] = Seen(
            first.get(url), sha256 if known else None, language if isinstance(language, str) and language else None
        )
    return seen, tuple(faults)
