"""Phrases: the metrics of `metrics/*.toml`, each with the ways the news has of giving its number.

A file is a metric (or a family that is told in the same words): its label, the ways of telling it as data, each with
sentences that are its tests (`told`: sentence = value, `not`: sentences that hold no figure), and the guards by name
that tell whether a match is meant (`guards`). How to write one: `pieces.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from scrapers.facts import guards
from scrapers.facts.counts import Count
from scrapers.facts.marks import FORMS, pattern

Guard = Callable[[re.Match[str], str, Count], bool]


@lru_cache(maxsize=256)
def _speaks_of(words: re.Pattern[str], marked: str) -> bool:
    return words.search(marked) is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """A way of giving the number of a metric."""

    metric: str
    name: str
    pattern: re.Pattern[str]
    checks: tuple[Guard, ...]
    #: Words without which the sentence is not meant, and words with which it is not.
    where: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    #: Only sums of money are meant; it needs both numbers of "two of the five".
    money: bool
    wholes: bool
    told: dict[str, Any]
    no_figure: tuple[str, ...]

    def counted(self, marked: str, numbers: Sequence[Count]) -> list[tuple[int, str]]:
        """The numbers that the phrase gives in a marked sentence, by index, and their metric."""
        if not all(_speaks_of(words, marked) for words in self.where):
            return []
        if any(_speaks_of(words, marked) for words in self.unless):
            return []
        found = []
        at = 0
        while match := self.pattern.search(marked, at):
            groups = {name: int(text) for name, text in match.groupdict().items() if text and text.isdigit()}
            for name, index in groups.items():
                count = numbers[index]
                if (count.currency is not None) is self.money and all(ok(match, marked, count) for ok in self.checks):
                    found.append((index, self.metric if name == "n" else f"{_kind(match)}_{name}"))
            at = max(match.start() + 1, min(match.end(), max(match.end(name) for name in groups)))
        return found


def _kind(match: re.Match[str]) -> str:
    """Of a family of metrics the one whose noun stands there."""
    return "drones" if match["drones"] else "missiles"


def _phrases(metric: str, data: dict[str, Any]) -> list[Phrase]:
    pieces = data.get("pieces", {})
    found = []
    for name, own in data.items():
        if not isinstance(own, dict) or not (name in FORMS or "phrase" in own):
            continue
        form = FORMS.get(name, {}) | own
        local = pieces | {"WORDS": own.get("words", ""), "TAIL": own.get("tail", "")}
        found.append(
            Phrase(
                metric=metric,
                name=name,
                pattern=pattern(form["phrase"], local),
                checks=tuple(_guard(check) for check in form.get("check", ())),
                where=tuple(pattern(each["where"], local) for each in (data, form) if "where" in each),
                unless=tuple(pattern(each["unless"], local) for each in (data, form) if "unless" in each),
                money=data.get("money", False),
                wholes=data.get("wholes", False),
                told=own.get("told", {}),
                no_figure=tuple(own.get("not", ())),
            )
        )
    return found


def _guard(name: str) -> Guard:
    guard: Guard = getattr(guards, name)
    return guard


_FILES = {
    path.name.removesuffix(".toml"): tomllib.loads(path.read_text(encoding="utf-8"))
    for path in (files("scrapers.facts") / "metrics").iterdir()
    if path.name.endswith(".toml")
}
#: The surest first: where two metrics claim a number the lower rank has it.
PHRASES = tuple(
    phrase for name, data in sorted(_FILES.items(), key=lambda file: file[1]["rank"]) for phrase in _phrases(name, data)
)


def with_trait(trait: str) -> frozenset[str]:
    """The metrics (`labels`, for a family) whose files list the trait."""
    return frozenset(
        metric
        for name, data in _FILES.items()
        if trait in data.get("traits", ())
        for metric in data.get("labels", {name: ""})
    )
