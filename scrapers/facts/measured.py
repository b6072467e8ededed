"""Measured: what does a number in a sentence count?

The phrases of `metrics/` are looked for in the sentence with its counted numbers replaced by marks. Dates, ages and the
like are gone before (see `counts`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scrapers.facts.counts import Count
from scrapers.facts.denied import denied
from scrapers.facts.marks import DRONES, pattern
from scrapers.facts.named_by_number import names_a_thing
from scrapers.facts.not_a_count import is_uncounted
from scrapers.facts.phrases import PHRASES, with_trait


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and what it counts."""

    count: Count
    metric: str
    #: Who or what is counted, in the text's words; None if the text leaves it at the number.
    who: str | None = None
    #: Part of another number of the sentence.
    part: bool = False


_MARK = re.compile(r"\x02(\d+)\x03")
_NO_MARK = {0x02: " ", 0x03: " "}
#: "U.S. soldiers" are US soldiers: a point there ends nothing.
_DOTTED = re.compile(r"\b([A-Z])\.([A-Z])\.")
_QUOTES = frozenset("\"“”‘’'")
_SUPPOSED = pattern(r"(?:if|should|unless|suppose|imagine)\b")
# "two of the five soldiers": for whom the two are, the five do not matter
_OF_WHOLE = pattern(r"({ANY}) (?:out )?of (?:(?:the|its|their|all|some|about|a total of) )*{ANY}")
# "one of the four people killed was his son": neither number is how many were killed
_NO_TOLL = pattern(
    r"\x02(\d+)\x03 of (?:(?:the|those) )?{ANY} (?:(?!(?:was|were|is|are|been|has|have|had)\b)[\w-]+ ){0,3}?"
    r"(?:who were )?(?:killed|dead|died|slain|shot dead|wounded|injured|hurt|arrested|detained|abducted|kidnapped|freed"
    r"|rescued|evacuated)\b(?=[^.;]* (?:was|were|is|are|has|have|had|died|as)\b| in\b)|\bidentif\w+ \x02(\d+)\x03 of\b"
    r"|\b(?:from|of) \x02(\d+)\x03 to {ANY}"  # "rose from 11 to 15": the eleven were before
)
# "8,000 men and boys": one number of people
_AND_CHILDREN = pattern(
    r"({ANY}(?:\s\w+){0,2}?\s(?:men|women|children|civilians|soldiers|officers|teachers|doctors|patients|passengers"
    r"|mothers))(?:,\s\w+)?\s(?:and|or)\s(?:women|men|adults|boys|girls|children|police|policemen|civilians|staff"
    r"|fighters|babies|medics|nurses|pupils|students|crew|sailors|officers)\b"
)


def measured(text: str, start: int, end: int, numbers: Sequence[Count]) -> tuple[Measured, ...]:
    """What each number of the sentence counts; numbers that count nothing known are left out."""
    if not numbers:
        return ()
    marked = _marked(text, start, end, numbers)
    if _SUPPOSED.match(marked.strip('“"‘ ')):
        return ()
    taken: dict[int, str | None] = {int(match[match.lastindex or 1]): None for match in _NO_TOLL.finditer(marked)}
    plain = _AND_CHILDREN.sub(r"\1", _OF_WHOLE.sub(r"\1", marked))
    for phrase in PHRASES:
        for index, metric in phrase.counted(marked if phrase.wholes else plain, numbers):
            taken.setdefault(index, metric)
    counted = {index: metric for index, metric in taken.items() if metric}
    _chained(plain, numbers, counted, set(taken))
    parts = _parts(marked, counted)
    found = []
    for index, metric in sorted((counted | parts).items()):
        before, _, after = marked.partition(f"\x02{index}\x03")
        number = text[numbers[index].start : numbers[index].end]
        if names_a_thing(before, after, number) or denied(before, after):
            continue
        if index in parts or not is_uncounted(before, after, metric):
            found.append(Measured(numbers[index], metric, _who(after), index in parts))
    return tuple(found)


def _marked(text: str, start: int, end: int, numbers: Sequence[Count]) -> str:
    """The sentence with its counted numbers as marks; what looks like a mark in the text itself is none."""
    pieces = []
    at = start
    for index, count in enumerate(numbers):
        first, after = count.start, count.end
        # `lost "around forty" men`: the marks of quotation around a mere number are not the phrase's
        if first > at and text[first - 1] in _QUOTES and text[after : after + 1] in _QUOTES:
            first, after = first - 1, after + 1
        pieces += [text[at:first].translate(_NO_MARK), f"\x02{index}\x03"]
        at = after
    return _DOTTED.sub(r"\1\2", "".join((*pieces, text[at:end].translate(_NO_MARK))))


_JOIN = pattern(
    r"^(?: {STOP}[^\s\x02;:.!?()“”\"]+){0,5}?,? (?:and|as well as|alongside|along with|plus)"
    r"(?: (?:another|a further))? $"
    r"|^(?: {STOP}[^\s\x02,;:.]+){0,4}, $"
)
_NOUN = pattern(r"(?: {STOP}[^\s\x02,;:.()]+){0,3}? (?:(?P<weapon>{DRONES}|{MISSILES})|{PEOPLE})\b")
_CHAINED = with_trait("chained")
_WEAPONS = with_trait("weapons")


def _chained(marked: str, numbers: Sequence[Count], counted: dict[int, str], taken: set[int]) -> None:
    """`killed three soldiers and seven militants`: a number beside a counted one, joined by "and", counts the same."""
    for a, b in pairwise(_MARK.finditer(marked)):
        first, second = int(a[1]), int(b[1])
        known = counted.get(first) or counted.get(second)
        new = b if first in taken else a
        if (
            known
            and known in _CHAINED
            and (first in taken) != (second in taken)
            and not (numbers[first].currency or numbers[second].currency)
            and _JOIN.match(marked[a.end() : b.start()])
            and (noun := _NOUN.match(marked, new.end()))
            and (noun["weapon"] is not None) == (known in _WEAPONS)
        ):
            kind = noun["weapon"] and ("drones" if re.match(DRONES, noun["weapon"], re.I) else "missiles")
            counted[int(new[1])] = f"{kind}_{known.split('_')[1]}" if kind else known
            taken.add(int(new[1]))


_INCLUDING = pattern(
    r"\b(?:including|among them|among whom|includ(?:ed|es)(?= (?:\w+ )?{ANY} (?:\w+ )?(?:{PEOPLE})\b))"
    r" (?:an? [\w-]+(?: \w+)? and )?(?:\w+ ){0,2}?{ANY}(?:[^,;.\x02]*?(?:\band\b|,) {ANY})*"
)
_OF_THEM = pattern(r"\x02(\d+)\x03 of (?:(?P<them>them|whom|those)|the (?P<the>\w+))\b")
_OF_THE_HURT = frozenset("injured wounded dead killed victims casualties".split())


def _parts(marked: str, counted: dict[int, str]) -> dict[int, str]:
    """`killed 12, including four children`: the four count among the twelve."""
    parts: dict[int, str] = {}
    for match in _INCLUDING.finditer(marked):
        for number in _MARK.finditer(match[0]):
            index = int(number[1])
            earlier = [counted[i] for i in sorted(counted) if i < index and i not in parts]
            later = [counted[i] for i in sorted(counted) if i > index]
            for metric in (counted.get(index), *earlier[-1:], *later):
                if metric and not metric.endswith("money"):
                    parts[index] = metric
                    break
    for match in _OF_THEM.finditer(marked):
        index = int(match[1])
        earlier = [counted[i] for i in sorted(counted) if i < index]
        if index in counted and (earlier or match["the"] in _OF_THE_HURT):
            parts[index] = counted[index]
        elif earlier and match["the"] not in ("wounded", "injured"):
            parts[index] = earlier[-1]
    return parts


_OF_THE = pattern(r"^ of (?:the|its|their|his|her|our|those)(?=\s)")
_WHO = pattern(
    r"(?P<who>(?: (?:detained|captured|kidnapped|abducted|jailed|imprisoned|arrested)(?= [A-Z]))?"
    r"(?: (?!(?:from|in|of|by|to|at|on|with|an?|the)\b){STOP}[^\s\x02,;:.()]+){0,3}?"
    r" (?:{PEOPLE}|{DRONES}|{MISSILES}|buildings|houses|homes)(?: (?!dead|injured|wounded|lives)(?:{PEOPLE}))?"
    r"(?: and (?:adults|children|women|men|boys|girls)(?=\s))?)\b"
)
_NOBODY = re.compile(r"(?:were|was|have|has|had|are|is|more|More)\b")  # IS fighters are somebody


def _who(after: str) -> str | None:
    match = _WHO.match(_OF_THE.sub("", after))
    return None if match is None or _NOBODY.match(who := match["who"].strip()) else who
