"""Figures and claims as data: a line each, append-only, beside the briefing they belong to.

`content/figures/YYYY/YYYY-MM-DD.jsonl` and `content/claims/YYYY/YYYY-MM-DD.jsonl`. A figure that is revised is a new
line, never a changed one. A claim's own words are kept only as far as any rights class lets them be shown: a speaker's
quotation of at most fifteen words.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import PurePosixPath
from typing import TypeVar

from scrapers.errors import ContentError


def _labels() -> dict[str, str]:
    found = []
    for path in (files("scrapers") / "facts" / "metrics").iterdir():
        if not path.name.endswith(".toml"):
            continue
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".toml")
        found.append((data["rank"], data.get("labels") or {name: data["label"]}))
    return {metric: label for _, labels in sorted(found, key=lambda row: row[0]) for metric, label in labels.items()}


#: Every metric and the words the reader sees for it; a metric is one file of `facts/metrics/`, this reads its label.
METRICS = _labels()


@dataclass(frozen=True, kw_only=True)
class FigureLine:
    """A number somebody gave for something that can be counted from day to day."""

    id: str
    #: `YYYY-MM-DD#id` of the development that cites the article.
    development: str
    #: Topic slug of the conflict; None if it belongs to none of the list.
    conflict: str | None
    #: "killed", "drones_intercepted", "aid_money", ...: one of `METRICS`.
    metric: str
    #: A decimal number as text, so that no digit is lost; None for a word ("dozens"), which is the qualifier then.
    value: str | None
    #: The upper end of a range.
    upper: str | None
    qualifier: str
    currency: str | None
    #: "daily", "cumulative", or None for one event; `period` has the words ("since April 15").
    window: str | None
    period: str | None
    place: str | None
    who: str | None
    #: A part of another figure: never to be added to it.
    part: bool
    #: None for unattributed: the outlet gives it in its own name.
    speaker: str | None
    side: str | None
    source: str
    label: str | None
    url: str
    published: str | None


@dataclass(frozen=True, kw_only=True)
class ClaimLine:
    """Something somebody is said to have said."""

    id: str
    development: str
    conflict: str | None
    speaker: str | None
    role: str | None
    side: str | None
    verb: str
    direct: bool
    hedged: bool
    relay: tuple[str, ...]
    #: The speaker's own words, at most fifteen; None where more or other words would have to be shown.
    words: str | None
    #: Where the words stand in the article's text as it was read (characters), for whoever has the recording.
    start: int
    end: int
    source: str
    label: str | None
    url: str
    published: str | None


#: Fields that an earlier version wrote and nobody reads any more.
FORMER = frozenset({"told"})

Line = TypeVar("Line", FigureLine, ClaimLine)


def path_of(kind: type[FigureLine] | type[ClaimLine], day: date) -> PurePosixPath:
    """Where a day's lines stand below the content folder."""
    folder = "figures" if kind is FigureLine else "claims"
    return PurePosixPath(folder, f"{day:%Y}", f"{day}.jsonl")


def loads(text: str, kind: type[Line]) -> tuple[tuple[Line, ...], tuple[ContentError, ...]]:
    """The lines of a file, each id once; and what is no such line."""
    names = {each.name for each in fields(kind)}
    lines: dict[str, Line] = {}
    faults: list[ContentError] = []
    for number, row in enumerate(text.split("\n"), start=1):
        if not row.strip():
            continue
        try:
            values = json.loads(row)
            values = {
                key: tuple(value) if isinstance(value, list) else value
                for key, value in values.items()
                if key not in FORMER
            }
            line = kind(**values)
            if not isinstance(line.id, str):
                raise ValueError("'id' is no text")
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            message = f"not a line of this file ({error}); its fields are {', '.join(sorted(names))}"
            faults.append(ContentError(message, line=number))
        else:
            lines.setdefault(line.id, line)
    return tuple(lines.values()), tuple(faults)


def added(old: str, lines: Iterable[Line], kind: type[Line]) -> str:
    """The file's new text: `old` as it stands, and the lines whose id it does not hold yet."""
    held = {line.id for line in loads(old, kind)[0]}
    fresh = {line.id: line for line in lines if line.id not in held}
    start = old if not old or old.endswith("\n") else old + "\n"
    return start + "".join(json.dumps(asdict(line), ensure_ascii=False) + "\n" for line in fresh.values())


def stamp(moment: datetime | None) -> str | None:
    """A moment as the logs write it."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if moment else None
