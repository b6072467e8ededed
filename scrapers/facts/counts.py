"""Counts: which numbers stand in a text, and how sure does it call them?

Numbers that count nothing (dates, years, ages, times, weapons' names, percentages, distances) are left out here, once.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files

from scrapers.facts.marks import pattern

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "k": 1000}
_SCALES |= {"million": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "b": 10**9}
_SCALES |= {"trillion": 10**12, "tn": 10**12}
#: Words that a noun, or a further number, follows.
NUMBER_WORDS = frozenset((*_UNITS, *_TENS, *_SCALES))
_FILE = tomllib.loads((files("scrapers.facts") / "numbers.toml").read_text(encoding="utf-8"))
_CURRENCIES = {word: currency for currency, words in _FILE["currencies"].items() for word in words}
_QUALIFIERS = tuple(_FILE["qualifiers"])
_PIECES = _FILE["pieces"] | {
    "UNIT": "|".join(sorted((*_UNITS, *_TENS), key=len, reverse=True)),
    "QUALIFIER": "|".join(rf"(?P<q{i}>{words})" for i, words in enumerate(_FILE["qualifiers"].values())),
}
_COUNT = pattern(
    r"(?<![\w.,/\-:])(?:(?:{QUALIFIER}) (?:an?\s(?:estimated|additional|further) |another |a\stotal\sof )?)?"
    r"(?:between (?=[^.;]{1,30}\sand\s)|anywhere (?:from|between) )?{NUMBER}"
    r"(?:(?P<join>\s?[-–—]\s?| to | and | or )(?P<upper>(?:{SIGN})?(?:{DIGITS}|{WORDS})(?:\s(?:{SCALE}))?"
    r"(?:\s(?:{CURRENCY})\b)?)(?![\w%.,/-]*\d))?(?P<more>\sor\smore)?",
    _PIECES,
)
_VAGUE = re.compile(
    r"\b(?P<word>dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands|millions)\b", re.I
)

#: Numbers that count nothing, or nothing that has a metric.
_NO_COUNT = pattern("|".join(_FILE["no_counts"].values()), _PIECES)


@dataclass(frozen=True, slots=True)
class Count:
    """A number that counts something."""

    #: None for a word such as "dozens", which is kept in `qualifier`.
    value: int | Decimal | None
    upper: int | Decimal | None
    #: "exactly", "at least", "about", "up to", "more than", "less than"; or the word itself: "dozens".
    qualifier: str
    #: ISO 4217 where one is settled, else the currency's name; None for what is no money.
    currency: str | None
    #: Place in the text, qualifier included.
    start: int
    end: int


def counts(text: str, start: int = 0, end: int | None = None) -> tuple[Count, ...]:
    """The numbers of a stretch of text that count something, in order."""
    end = len(text) if end is None else end
    barred = [match.span() for match in _NO_COUNT.finditer(text, start, end)]
    found: list[Count] = []
    at = start
    while match := _COUNT.search(text, at, end):
        a, b = match.span("n")
        at = b
        if any(x < b and a < y for x, y in barred):
            continue
        if count := _count(text, match):
            found.append(count)
            at = max(b, count.end)
    for match in _VAGUE.finditer(text, start, end):
        if not any(count.start < match.end() and match.start() < count.end for count in found):
            found.append(Count(None, None, match["word"].lower(), None, *match.span()))
    return tuple(sorted(found, key=lambda count: count.start))


_MONEY = pattern(r"^(?:{SIGN})|\s(?P<unit>{CURRENCY})$", _PIECES)
# "handed over 1,200 bodies", "came under 37 drones": the small word is the verb's
_VERBS_OWN = re.compile(
    r"\b(?:(?:hand|turn|sign)(?:s|ed|ing)?\sover|(?:t[ao]k|giv)\w+\sover|gave\sover|com(?:es?|ing)\sunder|came\sunder"
    r"|brought\sabout|turn(?:s|ed)\saround)\s+$",
    re.I,
)


def _count(text: str, match: re.Match[str]) -> Count | None:
    value = _value(match["n"], match["scale"], match["scale2"])
    if value is None:
        return None
    start, end = match.span()
    qualifier = next((name for i, name in enumerate(_QUALIFIERS) if match[f"q{i}"]), "exactly")
    if qualifier != "exactly" and _VERBS_OWN.search(text[max(0, start - 12) : match.start("n")]):
        qualifier, start = "exactly", match.start("sign") if match["sign"] else match.start("n")
    upper: int | Decimal | None = None
    unit = match["unit"]
    if match["upper"]:
        upper_words = _MONEY.sub("", match["upper"])
        number, _, scale = upper_words.replace("-", " ").rpartition(" ")
        upper = _value(number, scale, None) if number and scale.lower() in _SCALES else _value(upper_words, None, None)
        between = re.match(r"(?:\w+ )?(?:between|anywhere)\s", text[start:end], re.I)
        joined = match["join"].strip().lower()
        if upper is not None and scale.lower() in _SCALES and match["scale"] is None and value < 1000 <= upper:
            value *= _SCALES[scale.lower()]
        moved = re.search(r"\bfrom\s$", text[max(0, start - 6) : start], re.I)  # `rose from 11 to 15` is two counts
        if (
            upper is None
            or upper <= value
            or moved
            or (joined == "and" and not between)
            or (joined == "or" and upper > value + 5)
        ):
            upper, end = None, match.start("join")
        else:
            qualifier = "about" if qualifier == "exactly" else qualifier
            if unit is None and (named := _MONEY.search(match["upper"])) and named["unit"]:
                unit = named["unit"]
    if match["more"] and upper is None and end == match.end():
        qualifier = "at least"
    if match["odd"]:
        qualifier = "about" if match["odd"] == "-odd" else "more than"
    currency = None
    if match["sign"]:
        currency = _CURRENCIES[match["sign"].lower()]
    elif unit:
        currency = _CURRENCIES.get(unit.lower(), _CURRENCIES.get(unit.lower().removesuffix("s"), unit.lower()))
    elif match["scale"] and match["scale"].lower() in ("m", "b") and match["n"][0].isdigit() is False:
        return None
    return Count(value, upper, qualifier, currency, start, end)


def _value(words: str, scale: str | None, scale2: str | None) -> int | Decimal | None:
    words = words.lower().replace(",", "").strip()
    if len(words) > 24:
        return None  # no number of the news; and Python refuses to read one of thousands of digits
    number: int | Decimal
    if words[:1].isdigit():
        number = Decimal(words) if "." in words else int(words)
    elif words.startswith("half"):
        number = Decimal("0.5")
        if scale is None:
            return None
    elif words in ("a", "an"):
        number = 1
    elif words.startswith("a couple"):
        number = 2
    else:
        total = 0
        for part in re.split(r"[- ]", words):
            if part not in _UNITS and part not in _TENS:
                return None
            total += _UNITS.get(part, 0) + _TENS.get(part, 0)
        number = total
    for word in (scale, scale2):
        if word:
            number *= _SCALES[word.lower()]
    return int(number) if number == int(number) else Decimal(number)
