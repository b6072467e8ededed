"""Metrics: what does a number in a sentence count?

Rules over the sentence with its counted numbers replaced by marks, so that a rule reads as the phrase it is for
(the families of `phrasing`, `weapons`, `aid`). Dates, ages and the like are gone before (see `counts`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scrapers.facts import countedcaptives, counteddead, countedpeople, countedstrikes
from scrapers.facts.aid import aid
from scrapers.facts.countedstrikes import bombed_so_often
from scrapers.facts.counts import Count, times
from scrapers.facts.denied import denied
from scrapers.facts.marks import ANY, DRONES, MISSILES, PEOPLE, STOP
from scrapers.facts.not_a_count import is_uncounted
from scrapers.facts.weapons import kind_of_weapon, weapons


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and what it counts."""

    count: Count
    metric: str
    #: Who or what is counted, in the text's words; None if the text leaves it at the number.
    who: str | None = None
    #: Part of another number of the sentence.
    part: bool = False


# "two of the five soldiers": for whom the two are, the five do not matter
_OF_WHOLE = re.compile(
    r"(\x02\d+\x03)\s+(?:out\s+)?of\s+(?:(?:the|its|their|all|some|about|a\s+total\s+of)\s+)*\x02\d+\x03"
)
# "one of the four people killed was his son": neither number is how many were killed
_ONE_OF_THE_DEAD = re.compile(
    r"\x02(\d+)\x03\s+of\s+(?:(?:the|those)\s+)?\x02\d+\x03\s+(?:(?!(?:was|were|is|are|been|has|have|had)\b)[\w-]+\s+){0,3}?"
    r"(?:who\s+were\s+)?(?:killed|dead|died|shot\s+dead|wounded|injured|hurt|arrested|detained|abducted|kidnapped|freed|rescued"
    r"|evacuated)\b(?=[^.;]*\s(?:was|were|is|are|has|have|had|died|as)\b|\s+in\b)|\bidentif\w+\s+\x02(\d+)\x03\s+of\b",
    re.I,
)
# "8,000 men and boys": one number of people
_AND_CHILDREN = re.compile(
    r"(\x02\d+\x03(?:\s\w+){0,2}?\s(?:men|women|children|civilians|soldiers|officers|teachers|doctors|patients|passengers|mothers))"
    r"(?:,\s\w+)?\s(?:and|or)\s(?:women|men|adults|boys|girls|children|police|policemen|civilians|staff|fighters|babies|medics"
    r"|nurses|pupils|students|crew|sailors|officers)\b",
    re.I,
)
#: The surest first.
_RULES = (*counteddead.RULES, *countedcaptives.RULES, *countedpeople.RULES, *countedstrikes.RULES, aid)
_QUOTES = frozenset("\"“”‘’'")


def measured(text: str, start: int, end: int, numbers: Sequence[Count]) -> tuple[Measured, ...]:
    """What each number of the sentence counts; numbers that count nothing known are left out."""
    often = [
        Measured(count, "strikes")
        for count in times(text, start, end)
        if bombed_so_often(text[start : count.start], text[count.end : end])
    ]
    if not numbers:
        return tuple(often)
    marked = _marked(text, start, end, numbers)
    if re.match(r"(?:if|should|unless|suppose|imagine)\b", marked.strip('“"‘ '), re.I):
        return ()
    taken: dict[int, str] = {}
    for index, metric in weapons(marked, numbers):
        taken.setdefault(index, metric)
    for match in _ONE_OF_THE_DEAD.finditer(marked) if "\x03 of " in marked else ():
        taken[int(match[1] or match[2])] = ""
    plain = _AND_CHILDREN.sub(r"\1", _OF_WHOLE.sub(r"\1", marked))
    for rule in _RULES:
        for index, metric in rule(plain, numbers):
            taken.setdefault(index, metric)
    _chained(plain, numbers, taken)
    parts = _parts(marked, taken)
    found = []
    for index, metric in sorted((taken | parts).items()):
        if metric == "":
            continue
        before, _, after = marked.partition(f"\x02{index}\x03")
        if denied(before, after) or (index not in parts and is_uncounted(before, after, metric)):
            continue
        found.append(Measured(numbers[index], metric, _who(marked, index), index in parts))
    return tuple(sorted([*found, *often], key=lambda hit: hit.count.start))


def _marked(text: str, start: int, end: int, numbers: Sequence[Count]) -> str:
    pieces = []
    at = start
    for index, count in enumerate(numbers):
        first, after = count.start, count.end
        # `lost "around forty" men`: the marks of quotation around a mere number are not the phrase's
        if first > at and text[first - 1] in _QUOTES and text[after : after + 1] in _QUOTES:
            first, after = first - 1, after + 1
        pieces.append(text[at:first])
        pieces.append(f"\x02{index}\x03")
        at = after
    pieces.append(text[at:end])
    return "".join(pieces)


_JOIN = re.compile(
    rf"^(?:\s+{STOP}[^\s\x02;:.!?()“”\"]+){{0,5}}?(?:,)?\s+(?:and|as\s+well\s+as|alongside|along\s+with|plus)(?:\s+(?:another"
    rf"|a\s+further))?\s+$|^(?:\s+{STOP}[^\s\x02,;:.]+){{0,4}},\s+$",
    re.I,
)
_CHAINED = frozenset(
    (
        "killed",
        "injured",
        "captured",
        "evacuated",
        "detained",
        "freed",
        "abducted",
        "missing",
        "rescued",
        "prisoners_exchanged",
        "missiles_launched",
        "drones_launched",
        "missiles_intercepted",
        "drones_intercepted",
    )
)


def _chained(marked: str, numbers: Sequence[Count], taken: dict[int, str]) -> None:
    """`killed three soldiers and seven militants`: a number beside a counted one, joined by "and", counts the same."""
    place = {int(mark[1]): mark.start() for mark in re.finditer(r"\x02(\d+)\x03", marked)}
    for a, b in pairwise(sorted(place)):
        if (a in taken) == (b in taken) or numbers[a].currency or numbers[b].currency:
            continue
        known = taken.get(a) or taken.get(b)
        if not known or known not in _CHAINED:
            continue
        between = marked[place[a] + len(f"\x02{a}\x03") : place[b]]
        if not _JOIN.match(between):
            continue
        new = b if a in taken else a
        rest = marked[place[new] + len(f"\x02{new}\x03") :]
        noun = re.match(
            rf"(?:\s+{STOP}[^\s\x02,;:.()]+){{0,3}}?\s+(?P<noun>{PEOPLE}|{DRONES}|{MISSILES})\b", rest, re.I
        )
        if noun is None:
            continue
        weapon = re.fullmatch(rf"{DRONES}|{MISSILES}", noun["noun"], re.I)
        if bool(weapon) != (known.startswith(("drones", "missiles"))):
            continue
        taken[new] = f"{kind_of_weapon(noun['noun'])}_{known.split('_')[1]}" if weapon else known


def _parts(marked: str, taken: dict[int, str]) -> dict[int, str]:
    """`killed 12, including four children`: the four count among the twelve."""
    parts: dict[int, str] = {}
    for match in re.finditer(
        rf"\b(?:including|among\s+them|among\s+whom|includ(?:ed|es)(?=\s+(?:\w+\s+)?{ANY}\s+(?:\w+\s+)?(?:{PEOPLE})\b))\s+(?:an?\s+[\w-]+(?:\s+\w+)?\s+and\s+)?(?:\w+\s+){{0,2}}?{ANY}(?:[^,;.\x02]*?(?:\band\b|,)\s+{ANY})*",
        marked,
        re.I,
    ):
        for number in re.finditer(r"\x02(\d+)\x03", match[0]):
            index = int(number[1])
            earlier = [metric for i, metric in sorted(taken.items()) if i < index and metric and i not in parts]
            later = [metric for i, metric in sorted(taken.items()) if i > index and metric]
            metric = taken.get(index) or (earlier[-1] if earlier else later[0] if later else None)
            if metric and not metric.endswith("money"):
                parts[index] = metric
    for match in re.finditer(
        r"\x02(\d+)\x03\s+of\s+the\s+(?:injured|wounded|dead|killed|victims"
        r"|casualties)\b",
        marked,
    ):
        if (index := int(match[1])) in taken:
            parts[index] = taken[index]
    for match in re.finditer(r"\x02(\d+)\x03\s+(?:of\s+(?:them|whom|those|the\s+\w+))\b", marked):
        index = int(match[1])
        earlier = [metric for i, metric in sorted(taken.items()) if i < index and metric]
        if earlier and not re.match(r"\s+of\s+the\s+(?:wounded|injured)\b", marked[match.end(1) + 1 :]):
            parts[index] = taken.get(index) or earlier[-1]
    return parts


def _who(marked: str, index: int) -> str | None:
    after = marked[marked.index(f"\x02{index}\x03") + len(f"\x02{index}\x03") :]
    after = re.sub(r"^\s+of\s+(?:the|its|their|his|her|our|those)(?=\s)", "", after)
    match = re.match(
        rf"(?P<who>(?:\s+(?:detained|captured|kidnapped|abducted|jailed|imprisoned|arrested)(?=\s+[A-Z]))?(?:\s+(?!(?:from|in|of|by|to|at|on|with|an?"
        rf"|the)\b){STOP}[^\s\x02,;:.()]+){{0,3}}?\s+(?:{PEOPLE}|{DRONES}|{MISSILES}|buildings|houses"
        rf"|homes)(?:\s+(?!dead|injured|wounded|lives)(?:{PEOPLE}))?"
        r"(?:\s+and\s+(?:adults|children|women|men|boys|girls)(?=\s))?)\b",
        after,
        re.I,
    )
    if match is None:
        return None
    who = match["who"].strip()
    return None if re.match(r"(?:were|was|have|has|had|are|is|more|More)\b", who) else who
