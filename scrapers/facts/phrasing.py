"""Phrasing: which phrase tells how many of a metric? How one rule of a family is made and read.

A rule looks for its phrase in a sentence whose counted numbers are replaced by marks, and gives the numbers it finds
with what they count. The families (`counteddead`, `countedcaptives`, `countedpeople`, `countedstrikes`) have the surest
first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from scrapers.facts.counts import Count

Rule = Callable[[str, Sequence[Count]], list[tuple[int, str]]]
Check = Callable[[re.Match[str], str, Count], bool]


@lru_cache(maxsize=64)
def _speaks_of(where: re.Pattern[str], marked: str) -> bool:
    return where.search(marked) is not None


def add(
    rules: list[Rule],
    metric: str,
    pattern: str,
    check: Check | None = None,
    *,
    where: re.Pattern[str] | None = None,
) -> None:
    """Adds a rule; `where` names a word without which the sentence need not be looked at, for speed."""
    compiled = re.compile(pattern, re.I)

    def rule(marked: str, numbers: Sequence[Count]) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        if where is not None and not _speaks_of(where, marked):
            return found
        at = 0
        while match := compiled.search(marked, at):
            index = int(match["n"])
            count = numbers[index]
            if count.currency is None and (check is None or check(match, marked, count)):
                found.append((index, metric))
            at = max(match.start() + 1, min(match.end(), match.end("n")))
        return found

    rules.append(rule)
