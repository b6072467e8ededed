"""How is a figure said? Numbers with how sure they are, what they count, and for which time."""

from __future__ import annotations

import re
from decimal import Decimal

from babel.numbers import format_decimal

from plugins.vocabulary import QUALIFIERS, VAGUE
from plugins.words import N_, say, voice
from scrapers.ledger import METRICS, FigureLine

#: The kinds of figures that never share a series, and what they are called.
WINDOWS: dict[str | None, str] = {
    None: N_("events, and numbers without a period"),
    "daily": N_("in one day"),
    "cumulative": N_("running totals"),
}
_SCALES = (
    (Decimal(10**12), N_("%(number)s trillion")),
    (Decimal(10**9), N_("%(number)s billion")),
    (Decimal(10**6), N_("%(number)s million")),
)
_LEFTOVER = re.compile(r"^(?:of|other|others|more|its|their|his|her|the|some)\s+", re.IGNORECASE)
# "21 injured": the word is the metric's, and says nothing of who they are.
_SAYS_NOTHING = frozenset(
    "dead death deaths killed wounded injured injuries missing people person persons others other body bodies".split()
)
_SINCE = re.compile(r"since [^.;:?!]{1,60}|this year", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(rf"\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}|\b(?:19|20)\d\d\b", re.IGNORECASE)


def metric_words(metric: str) -> str:
    return say(METRICS[metric]) if metric in METRICS else metric.replace("_", " ").strip() or metric


def number(line: FigureLine) -> str:
    """`at least 26`, `about 1,200`, `30–40`, `USD 150 million`; the word itself where there is no number."""
    if line.value is None:
        return say(line.qualifier) if line.qualifier in VAGUE else line.qualifier
    amount = _amount(line.value, line.currency)
    if line.upper is not None:
        amount = f"{amount}–{_amount(line.upper, line.currency)}"
    said = f"{line.currency} {amount}" if line.currency else amount
    if line.qualifier in QUALIFIERS:
        return say(f"{line.qualifier} %(number)s", number=said)
    return said if line.qualifier == "exactly" else f"{line.qualifier} {said}"


def _amount(value: str, currency: str | None) -> str:
    figure = Decimal(value)
    if currency:
        for scale, name in _SCALES:
            if figure >= scale:
                return say(name, number=_plain(figure / scale))
    return _plain(figure)


def _plain(figure: Decimal) -> str:
    if voice().language != "en":
        return str(format_decimal(figure, format="#,##0.##########", locale=voice().language.replace("-", "_")))
    whole = f"{figure:,f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


def who_words(who: str | None, metric: str) -> str | None:
    """Who is counted, without what a sentence left before it; None where it says no more than the metric."""
    if not who:
        return None
    shorter = who
    while (cut := _LEFTOVER.sub("", shorter)) != shorter:
        shorter = cut
    words = METRICS.get(metric) or metric
    # "buildings damaged: buildings", but "missiles and rockets launched: rockets" tells which
    told = " and " not in words and words.split()[0] == shorter.casefold()
    return None if told or shorter.casefold() in _SAYS_NOTHING else shorter


def window_words(window: str | None, period: str | None) -> str | None:
    """`in one day`, `running total since 15 April`; None for a single event."""
    if window == "daily":
        return say("in one day")
    if window == "cumulative":
        since = period if period and _is_since(period) and voice().language == "en" else None
        return say("running total %(since)s", since=since) if since else say("running total")
    return None


def _is_since(period: str) -> bool:
    """Whether the words name a beginning; the ledger's words may run on into the sentence, and are then left out."""
    numbers = re.findall(r"\d+", _DATE.sub("", period))
    return bool(_SINCE.fullmatch(period)) and not numbers and len(period.split()) <= 8
