"""Ahead: which dated events of the future does a text name?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from scrapers.facts.sentences import sentence_spans
from scrapers.nations import NATIONS
from scrapers.text import line


@dataclass(frozen=True, kw_only=True, slots=True)
class Ahead:
    """Something that is to happen on a day that is certain."""

    day: date
    #: "on" the day, "by" it, "until" it, "from" it.
    bound: str
    #: Who does what, as a clause without its day: "Sergey Orlov will visit Minsk"; None if the sentence has none that
    #: is short and stands by itself, or its event is of no known kind.
    text: str | None


_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
        "|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_DAYS = {name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WHEN = re.compile(
    rf"(?<![-–\d])\b(?:(?P<bound>on|by|until|till|from|for)\s+)?(?:(?:{'|'.join(_DAYS)}),?\s+)?(?:the\s+)?(?:"
    rf"(?P<month>{_MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?[-–]\s?\d)(?:,?\s+(?P<year>20\d\d))?"
    rf"|(?<![-–])(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})\b(?:,?\s+(?P<year2>20\d\d))?"
    rf"|(?P<next>next\s+|this\s+coming\s+|this\s+)?(?P<weekday>{'|'.join(_DAYS)})\b(?![’'])(?:\s+(?:morning"
    rf"|afternoon|evening|night))?"
    r"|(?P<tomorrow>tomorrow)\b)",
    re.I,
)
# `was due to meet` often goes on "but"; `agreed to X on Friday` is the past: neither is here.
_FUTURE = re.compile(
    r"\b(?:will(?!\s+have\b)|(?:is|are)\s+(?:now\s+)?(?:due|set|scheduled|expected|slated|planned"
    r"|poised)(?:\s+to|\s+for)?"
    r"|(?:is|are)\s+to|(?:plans?|intends?)\s+to|scheduled\s+for|set\s+for|to\s+(?:hold|meet|host|visit|attend|vote)"
    r"|expires|takes\s+effect|begins|ends|opens|starts)\b",
    re.I,
)
# Between the words of the future and the date nothing may stand that gives the date to something else.
_OTHER = re.compile(
    r"\b(?:said|says|told|announced|reported|wrote|according|after|since|killed|attack(?:ed|s)?\s+on|signed"
    r"|agreed|began|following"
    r"|in\s+the\s+wake|dated|around|somewhere|who|which|whose|that\s+(?:was|were|had)|held\s+on|on\s+charges)\b|[;:]",
    re.I,
)
_CALLED_OFF = re.compile(
    r"\b(?:(?:had\s+been|was|were)\s+(?:due|set|scheduled|planned|expected|to)\b|cancel\w*|postpon\w*"
    r"|call(?:ed|s|ing)?\s+off|reject\w*|refus\w*|declin\w*|denied|no\s+longer"
    r"|will\s+not|won[’']t|not\s+(?:be|yet)|may|might|could"
    r"|would|if)\b",
    re.I,
)
_OF_AN_EVENT = re.compile(
    r"\b(?:attack|strike|raid|massacre|killing|invasion|war|shooting|bombing|event|coup|crash|arrest|protest)s?\s*$",
    re.I,
)
#: What is to happen, in the words that texts have for it.
_KINDS = (
    r"talks|negotiat\w+|consultations",
    r"summit",
    r"meet(?:s|ing)?|conference|session|convene\w*",
    r"visit\w*|travel\w*|trip|arrive\w*|tour\b",
    r"election\w*|polls?\b|referendum",
    r"vot(?:e|es|ing)\b",
    r"hearing|trial|court|ruling|sentenc\w+|verdict",
    r"cease-?fire|truce|pause\b",
    r"exchange|swap|release\w*|free[ds]?\b",
    r"speech|address\w*|speak\w*",
    r"deadline|expir\w+|end(?:s|ing)?\b",
    r"sanction\w*",
    r"begin\w*|start\w*|open\w*|take\w*\s+effect|launch\w*",
    r"exercises?|drills?\b",
    r"funeral|burial|memorial|commemorat\w+|anniversary",
)
_KIND = re.compile(rf"\b(?:{'|'.join(_KINDS)})", re.I)

#: Words of a clause, at most.
WORDS = 14
_FINITE = re.compile(r"(?:will|is|are|plans?|intends?|expires|takes|begins|ends|opens|starts)\b", re.I)
_NOT_ALONE = re.compile(
    r"[“”\"‘:;()—–]|\b(?:he|she|it|they|him|her|them|his|its|their|this|these|those|that|who|which|we|our|us|you|also"
    r"|there|here|such|both|next|last|later|again|either)\b",
    re.I,
)
#: Words of a subject, at most; and what makes it more than one.
SUBJECT = 7
_NO_SUBJECT = re.compile(
    r",|\b(?:said|says|say|told|after|before|when|while|as|if|in|on|at|will|is|are|was|were|has)\b"
)
#: Who is meant stands elsewhere.
_UNNAMED = re.compile(
    r"(?:the|a|an)\s(?:(?:two|three)(?:\s\w+)?|pair|group|company|ministry|agency|court|council|minister|president|official|leaders?"
    r"|countr(?:y|ies)|sides?|parties|man|woman|trial|event|meeting|talks|summit|hearing|election|visit|deal|ban"
    r"|conference)(?:\s(?:sides?|countries|leaders))?$",
    re.I,
)


def _clause(text: str, start: int, future: re.Match[str], when: re.Match[str]) -> str | None:
    """The sentence from its subject to its date, letter for letter, where it begins with a subject that names who."""
    if when.start() < future.end() or not _FINITE.match(future[0]):
        return None
    who, does = line(text[start : future.start()]), line(text[future.start() : when.start()]).rstrip(",")
    words = line(text[start : when.start()]).rstrip(",")
    if (
        not who[:1].isupper()
        or len(who.split()) > SUBJECT
        or _NO_SUBJECT.search(who)
        or len(words.split()) > WORDS
        or _NOT_ALONE.search(words)
    ):
        return None
    if _UNNAMED.match(who) or len(does.split()) < 2 or re.search(r"\b(?:be|to|the|a|an|in|at|of|for|with|and)$", does):
        return None
    if len(who.split()) == 1 and _PLURAL.fullmatch(who) and who.casefold() not in NATIONS:
        return None  # "Leaders": whose?
    lone = len(who.split()) > 1 and who.split()[-1].islower() and not re.match(r"(?:The|A|An|Two|Three)\s", who)
    if lone and not who.endswith("s"):
        return None  # an office without its article
    return words


#: "Leaders", "police": more than one.
_PLURAL = re.compile(r"(?:people|police|troops|children|men|women|forces|media|staff|crew)|.{2,}[^su’]s", re.I)
#: A day and month without a year further away than this is left out: it may be another year's.
FAR = timedelta(days=180)


def ahead(text: str, *, published: date) -> tuple[Ahead, ...]:
    """Dated future events, in order, one a sentence; weekdays are read from the day of publication.

    Left out: a weekday that is the day of publication's own (today or in a week?), a day that may belong to another
    verb of the sentence, and everything in the past.
    """
    found: list[Ahead] = []
    for start, end in sentence_spans(text):
        future = _FUTURE.search(text, start, end)
        if future is None or _CALLED_OFF.search(text, start, end) or text[start:end].rstrip('”"’').endswith("?"):
            continue
        for when in _WHEN.finditer(text, future.start(), end):
            gap = text[future.end() : when.start()] if when.start() >= future.end() else ""
            if _OTHER.search(gap) or _OF_AN_EVENT.search(gap) or len(gap.split()) > 18:
                break
            if re.match(
                r"\s*(?:announcement|attack|decision|deal|agreement|statement|strike|invasion)",
                text[when.end() : when.end() + 16],
            ):
                break
            day = _day(when, published)
            known = _KIND.search(text[start:end]) is not None
            if day is None or (when["tomorrow"] and not known):
                continue
            found.append(
                Ahead(
                    day=day,
                    bound={"till": "until", "for": "on", "": "on"}.get(
                        (when["bound"] or "").lower(), (when["bound"] or "").lower()
                    ),
                    text=_clause(text, start, future, when) if known else None,
                )
            )
            break
    return tuple(found)


def _day(when: re.Match[str], published: date) -> date | None:
    if when["tomorrow"]:
        return published + timedelta(days=1)
    if when["weekday"]:
        distance = (_DAYS[when["weekday"].lower()] - published.weekday()) % 7
        if distance == 0 or (
            (when["next"] or "").lower().startswith("next") and distance < 7 and published.weekday() < 5
        ):
            # `next Friday` said on a Tuesday is this week's to some and the following one's to others
            return None
        return published + timedelta(days=distance)
    month = _MONTHS[(when["month"] or when["month2"]).lower()]
    number = int(when["day"] or when["day2"])
    year = when["year"] or when["year2"]
    try:
        if year:
            day = date(int(year), month, number)
            return day if day > published else None
        day = date(published.year, month, number)
        if day <= published:
            day = date(published.year + 1, month, number)
    except ValueError:
        return None
    return day if published < day <= published + FAR else None
