"""Figure words: how is a figure written in a row of data?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from scrapers.facts.figures import Figure
from scrapers.facts.rows import whom
from scrapers.facts.saying import CAPITAL_FUNCTION_WORDS
from scrapers.ledger import METRICS

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
#: Words of whom and where at most: what is longer is a piece of the text.
WORDS = 3


def joined(names: Sequence[str], most: int) -> str:
    """`A, B and 2 more`."""
    shown = [*names[:most], *([f"{len(names) - most} more"] if len(names) > most else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def label(figure: Figure) -> str:
    """What is counted, as a row begins: `Killed`."""
    words = METRICS[figure.metric]
    return words[0].upper() + words[1:]


def number(figure: Figure) -> str:
    """`at least 26`, `3`, `20,000 to 30,000`, `$1.2 billion`; the word of one that is no number ("dozens")."""
    if figure.value is None:
        return figure.qualifier
    said = _plain(figure.value)
    if figure.upper is not None:
        said = f"{said} to {_plain(figure.upper)}"
    if figure.currency is not None:
        sign = _SIGNS.get(figure.currency)
        said = f"{sign}{said}" if sign else f"{said} {figure.currency}"
    return said if figure.qualifier == "exactly" or figure.upper is not None else f"{figure.qualifier} {said}"


def _plain(value: int | Decimal) -> str:
    for size, word in _LARGE:
        if value >= size and (value * 100) % size == 0:
            return f"{(Decimal(value) / size).normalize():f} {word}"
    return f"{value:,}"


def counted_whom(figure: Figure, near: str) -> str:
    """The number with whom it counts, where, and since when: `at least 26 civilians in Talvor since April 15`.

    A place is told where the texts `near` name it: one that stands in a single sentence may be something else's.
    """
    who, where, since = _whom(figure), _where(figure), _short(figure.period)
    where = where if where and re.search(rf"(?<![A-Z][a-z] ){re.escape(where)}\b", near) else ""
    return " ".join(filter(None, (number(figure), who, f"in {where}" if where else "", since)))


def _whom(figure: Figure) -> str:
    """Who is counted, without what the row's label says already."""
    if figure.metric.startswith(("drones", "missiles")):
        return ""  # "cruise", "ballistic": a kind, no who
    known = METRICS[figure.metric].casefold().split()
    words = [word for word in (whom(figure.who) or "").split() if word.casefold() not in (*known, "dead")]
    return _short(" ".join(words))


def _where(figure: Figure) -> str:
    """Where, if that is a name that can stand behind "in"."""
    words = (figure.place or "").split()
    odd = any(word in CAPITAL_FUNCTION_WORDS for word in words)
    return "" if odd else _short(figure.place)


def _short(words: str | None) -> str:
    return words if words and len(words.split()) <= WORDS else ""
