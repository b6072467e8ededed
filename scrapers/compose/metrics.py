"""Metrics: what does a number in a sentence count?

Rules over the sentence with its counted numbers replaced by marks, so that a rule reads as the phrase it is for.
Dates, ages and the like are gone before (see `counts`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scrapers.compose.aid import aid
from scrapers.compose.counts import Count
from scrapers.compose.marks import (
    ANY,
    APART,
    AUX,
    DRONES,
    GAP,
    MISSILES,
    OBJECT,
    ONE_AND,
    PEOPLE,
    SHORT,
    STOP,
    N,
    is_modal,
)
from scrapers.compose.weapons import kind_of_weapon, weapons


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and what it counts."""

    count: Count
    metric: str
    #: Who or what is counted, in the text's words; None if the text leaves it at the number.
    who: str | None = None
    #: Part of another number of the sentence.
    part: bool = False


_PARTICIPLES = {
    "killed": r"killed|dead|died|dies|die|slain|murdered|massacred|drowned|perished|assassinated|executed"
    r"|beheaded|shot\s+dead"
    r"|lost\s+their\s+lives|shot\s+and\s+killed|stabbed\s+to\s+death|burned\s+to\s+death|burnt\s+to\s+death",
    "injured": (
        r"(?:(?:seriously|badly|critically|severely|lightly|slightly)\s+)?(?:injured|wounded|hurt)"
        r"|hospitali[sz]ed|taken\s+to\s+(?:the\s+)?hospital|treated"
    ),
    "missing": r"missing|unaccounted\s+for",
    "captured": r"captured|taken\s+prisoner|surrendered|taken\s+captive",
    "displaced": r"displaced|uprooted|(?:fled|left|abandoned|forced\s+from|driven\s+from|forced\s+out\s+of"
    r"|forced\s+to\s+(?:flee|leave))\s+(?:from\s+)?their\s+homes?"
    r"|forced\s+to\s+flee|crossed\s+(?:into|the\s+border)|made\s+homeless|homeless",
    "evacuated": r"evacuated|airlifted",
    "detained": r"arrested|detained|rounded\s+up|taken\s+into\s+custody",
    "freed": r"freed|released|handed\s+over",
    "abducted": r"abducted|kidnapped|taken\s+hostage",
    "rescued": r"rescued|pulled\s+alive|pulled\s+from|saved",
    "prisoners_exchanged": r"exchanged|swapped",
}
_ACTIVES = {
    "killed": r"kill(?:s|ed|ing)?|murder(?:s|ed|ing)|slaughter(?:s|ed|ing)|massacr(?:es|ed|ing)|execut(?:es"
    r"|ed|ing)|behead(?:s|ed|ing)|shot\s+dead"
    r"|shooting\s+dead|assassinat(?:es|ed|ing)"
    r"|claim(?:s|ed|ing)\s+the\s+lives\s+of|cost\s+the\s+lives\s+of|death\s+of|deaths\s+of",
    "injured": r"injur(?:es?|ed|ing)|wound(?:s|ed|ing)?|hurt(?:s|ing)?",
    "captured": r"captur(?:es?|ed|ing)",
    "displaced": r"displac(?:es|ed|ing)|uproot(?:s|ed|ing)|forced|forces|forcing|driv(?:es|ing)|drove|driven",
    "evacuated": r"evacuat(?:es?|ed|ing)|evacuation\s+of|airlift(?:s|ed|ing)|brought|brings",
    "detained": r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?",
    "freed": r"fre(?:es?|ed|eing)|releas(?:es?|ed|ing)",
    "abducted": r"abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping|ped)?|took\s+hostage",
    "rescued": r"rescu(?:es|ed|ing)|pull(?:ed|s|ing)|sav(?:es|ed|ing)",
    "prisoners_exchanged": r"exchang(?:es|ed|ing)|swap(?:s|ped|ping)|traded",
}
#: What must be counted for verbs that are also used of things ("captured three districts").
_NEEDS_PEOPLE = frozenset(("captured", "displaced", "evacuated", "freed", "rescued", "prisoners_exchanged", "abducted"))


def measured(text: str, start: int, end: int, numbers: Sequence[Count]) -> tuple[Measured, ...]:
    """What each number of the sentence counts; numbers that count nothing known are left out."""
    marked = _marked(text, start, end, numbers)
    if re.match(r"if\b|should\b", marked.strip('“"‘ '), re.I):
        return ()
    taken: dict[int, str] = {}
    for rule in _RULES:
        for index, metric in rule(marked, numbers):
            taken.setdefault(index, metric)
    _chained(marked, numbers, taken)
    parts = _parts(marked, taken)
    found = []
    for index, metric in sorted((taken | parts).items()):
        if metric == "":
            continue
        found.append(Measured(numbers[index], metric, _who(marked, index), index in parts))
    return tuple(found)


def _marked(text: str, start: int, end: int, numbers: Sequence[Count]) -> str:
    pieces = []
    at = start
    for index, count in enumerate(numbers):
        pieces.append(text[at : count.start])
        pieces.append(f"\x02{index}\x03")
        at = count.end
    pieces.append(text[at:end])
    return "".join(pieces)


Rule = Callable[[str, Sequence[Count]], list[tuple[int, str]]]
_RULES: list[Rule] = []


def _pattern(metric: str, pattern: str, check: Callable[[re.Match[str], str, Count], bool] | None = None) -> None:
    compiled = re.compile(pattern, re.I)

    def rule(marked: str, numbers: Sequence[Count]) -> list[tuple[int, str]]:
        found = []
        at = 0
        while match := compiled.search(marked, at):
            index = int(match["n"])
            count = numbers[index]
            money = count.currency is not None
            if money == (metric == "aid_money") and (check is None or check(match, marked, count)):
                found.append((index, metric))
            at = max(match.start() + 1, min(match.end(), match.end("n")))
        return found

    _RULES.append(rule)


def _not_modal(match: re.Match[str], marked: str, count: Count) -> bool:
    return not is_modal(marked[: match.start()])


def _with_people(match: re.Match[str], marked: str, count: Count) -> bool:
    follows = re.match(
        rf"(?:\s+of\s+(?:the|those|its"
        rf"|their))?(?:\s+(?!of\b){STOP}[^\s\x02,;:.()]+){{0,5}}?\s+(?:{PEOPLE})\b",
        marked[match.end("n") + 1 :],
        re.I,
    )
    return _not_modal(match, marked, count) and follows is not None


_DONE_TO_THEM = re.compile(r"\b(?:was|were|been|being|is|are|be|confirmed|reported|feared|believed|left|found)\b", re.I)
_TAKES_OBJECT = re.compile(
    r"(?:kill|injur|wound|captur|displac|evacuat|arrest|detain|freed|releas|abduct|kidnap|rescu|murder"
    r"|massacr|execut|behead|treat)"
)
_OBJECT_FOLLOWS = re.compile(
    rf"\s+(?:\x02|an?\b|the\b|his\b|nobody\b|no\b|her\b|their\b|its\b|dozens|hundreds|scores|several|many|some|more"
    rf"|up\s+to|at\s+least|{PEOPLE})",
    re.I,
)


def _suffered(match: re.Match[str], marked: str, count: Count) -> bool:
    """Was it done to them? `Two gunmen killed 12` and `two generals whose feud has killed hundreds` tell of doers."""
    if (
        re.match(r"\x02\d+\x03\s+\w+$", match[0])
        or _DONE_TO_THEM.search(match[0])
        or not _TAKES_OBJECT.search(match[0].rsplit("\x03", 1)[-1].split()[-1].lower())
    ):
        return True
    return _OBJECT_FOLLOWS.match(marked, match.end()) is None


def _of_people(match: re.Match[str], marked: str, count: Count) -> bool:
    if not _suffered(match, marked, count):
        return False
    return re.search(rf"\b(?:{PEOPLE})\b|^\x02\d+\x03\s*(?:has|have|was|were)", match[0], re.I) is not None


def _many(match: re.Match[str], marked: str, count: Count) -> bool:
    return count.value is None or count.value >= 100


# Tolls: "the death toll rose from 11 to 15"
_pattern("", rf"\b(?:from|of)\s+{N}\s+to\s+{ANY}")
for _metric, _noun in (
    ("injured", r"number\s+of\s+(?:the\s+)?(?:people\s+|those\s+)?(?:wounded|injured)|injury\s+toll"),
    ("casualties", r"casualties|losses"),
    ("missing", r"number\s+of\s+(?:the\s+)?missing"),
    ("displaced", r"number\s+of\s+(?:internally\s+)?(?:displaced|refugees)"),
    (
        "killed",
        (
            r"death\s+toll|\btoll|number\s+of\s+(?:the\s+)?(?:dead|deaths|fatalities|victims|people\s+killed"
            r"|those\s+killed|civilian\s+deaths)"
            r"|\bdeaths|fatalities"
        ),
    ),
):
    _pattern(
        _metric,
        rf"\b(?:{_noun})\b(?:(?!\b(?:said|says|injured|wounded|kill\w+|after|including|when"
        rf"|missing)\b)[^\x02;.,]){{0,160}}?(?:\b(?:to|at|of|is|was|reached|reaches|hits?|passes|number"
        rf"|numbered|now|has|by|top)|:|(?=\s+from\s))\s+(?:from\s+{ANY}\s+to\s+)?{N}",
    )
    _pattern(_metric, rf"\b(?:{_noun})\s+(?:rises?\s+to\s+|has\s+|have\s+)?{N}")
_pattern("killed", rf"{N}{SHORT}\s+(?:deaths?|fatalities)\b")
_pattern("killed", rf"(?:claimed|cost|taken|took)\s+{N}\s+(?:\w+\s+){{0,2}}lives\b")

# Killed and wounded in one number
_pattern("casualties", rf"{N}{GAP}{AUX}\s+(?:were\s+)?(?:killed|dead)\s+(?:or|and|and/or)\s+(?:wounded|injured)\b")
_pattern("casualties", rf"{N}{SHORT}\s+casualties\b")
_pattern(
    "casualties",
    rf"\b(?:lost|loses|losing)\s+{N}\s+(?:\w+\s+){{0,2}}(?:troops|soldiers|personnel|servicemen|military)\b",
)
_pattern("casualties", rf"\bkilled\s+(?:or|and)\s+(?:wounded|injured){OBJECT}\s+{N}")
_pattern("killed", rf"\b(?:lost|loses)\s+{N}\s+(?:\w+\s+)?(?:rebels|fighters|militants|members)\b")

# "left five dead and 11 wounded", "leaving 30 missing"
for _metric in ("killed", "injured", "missing", "displaced"):
    _pattern(_metric, rf"\b(?:left|leaves?|leaving){OBJECT}\s+{N}{GAP}\s+(?:{_PARTICIPLES[_metric]})\b")

# Bodies
_pattern(
    "bodies_returned",
    rf"(?:return\w*|repatriat\w*|brought\s+home|hand\w*\s+over|receiv\w*)\s+(?:the\s+)?(?:bodies|remains)\s+of\s+{N}",
)
_pattern("bodies_returned", rf"(?:received|repatriated|returned)\s+(?:the\s+)?{N}\s+bodies\b")
_pattern("bodies_found", rf"\b(?:bodies|remains)\s+of(?:\s+the)?\s+{N}")
_pattern("bodies_found", rf"{N}\s+(?:\w+\s+)?(?:dead\s+)?bodies\b", _not_modal)

# Hostages and prisoners
_pattern(
    "hostages_held",
    rf"{N}{GAP}{AUX}\s+(?:(?:are|were|is)\s+)?(?:still\s+)?(?:held\b|in\s+captivity|remain(?:s|ed"
    rf"|ing)?\s+(?:in\s+captivity|captive|hostage|in\s+Gaza))",
    lambda match, marked, count: (
        re.search(r"hostage|captiv|kidnap|abduct|still\s+(?:being\s+)?held", marked, re.I) is not None
    ),
)
_pattern("prisoners_exchanged", rf"\b(?:exchanged|swapped)\s+{N}\s+(?:captured|imprisoned)\s+(?:soldiers|troops)\b")
_pattern("prisoners_exchanged", rf"\b(?:exchanges?|swaps?)\s+(?:of|involving)\s+{N}", _with_people)
_pattern(
    "freed",
    rf"\b(?:in\s+(?:return|exchange)\s+for)\s+{N}\s+(?:\w+\s+){{0,2}}(?:prisoners|hostages|detainees|captives)\b",
)
_pattern(
    "prisoners_exchanged",
    rf"{N}{SHORT}\s+(?:prisoners|PoWs|POWs|captives){GAP}\s+(?:came\s+home|returned\b|been\s+returned|come\s+home)",
)
_pattern(
    "prisoners_exchanged",
    rf"{N}\s+(?:prisoners|PoWs|POWs|captives|servicemen|soldiers)(?:\s+of\s+war)?\s+(?:each|apiece)\b",
)
_pattern("captured", rf"\b(?:took|taken|taking)\s+{N}{GAP}\s+(?:prisoner|captive)\b")
_pattern("abducted", rf"\b(?:took|taken|taking)\s+{N}{GAP}\s+hostage\b")
_pattern("displaced", rf"{N}{GAP}{APART}{AUX}\s+(?:fled|fleeing|sought\s+refuge)\b", _many)
_pattern("displaced", rf"{N}\s+(?:\w+\s+){{0,2}}(?:have|had)\s+left\s+[A-Z]", _many)

for _metric, _verbs in _ACTIVES.items():
    _pattern(
        _metric,
        rf"\b(?:{_verbs}){ONE_AND}{OBJECT}\s+{N}(?!\s+(?:dogs|cows|sheep|birds|animals|horses|goats|cattle"
        rf"|camels|bills?)\b)",
        _with_people if _metric in _NEEDS_PEOPLE else _not_modal,
    )
for _metric, _words in _PARTICIPLES.items():
    _pattern(
        _metric,
        rf"{N}{GAP}{APART}{AUX}\s+[\"“‘]?(?:{_words})\b",
        _of_people if _metric in ("captured", "freed", "rescued", "prisoners_exchanged", "evacuated") else _suffered,
    )

_pattern("injured", rf"\btreat(?:ed|ing|s)\s+{N}{SHORT}\s+(?:patients|people|casualties|wounded)\b", _not_modal)
_pattern("clashes", rf"{N}\s+(?:\w+\s+)?(?:clashes|engagements)\b")
_pattern(
    "strikes",
    rf"\b(?:carried\s+out|conducted|launched)\s+{N}\s+(?:\w+\s+)?(?:missile|drone"
    rf"|rocket)\s+(?:strikes|attacks)\b",
)
_pattern(
    "strikes",
    rf"\b(?:carried\s+out|conducted|launched|carrying\s+out"
    rf"|carries\s+out)\s+{N}\s+(?:\w+\s+)?(?:air\s*strikes|airstrikes|strikes|attacks|raids)\b",
)
_pattern("strikes", rf"\b(?:hit|struck)\s+{N}\s+(?:\w+\s+)?targets\b")
_pattern(
    "homes_damaged",
    rf"{N}{SHORT}\s+(?:houses|homes|buildings|blocks|apartments|dwellings){AUX}\s+(?:were\s+)?(?:damaged"
    rf"|destroyed|burn\w+|flattened)",
)
_pattern(
    "homes_damaged",
    rf"\b(?:damag(?:ed|ing|es)|destroy(?:ed|ing|s)){OBJECT}\s+{N}{SHORT}\s+(?:houses|homes|buildings|blocks"
    rf"|apartments|dwellings)\b",
    _not_modal,
)
_pattern(
    "troops",
    rf"\b(?:sen[dt]s?|deploy\w*|sending|dispatch\w*)\s+{N}\s+(?:\w+\s+){{0,2}}(?:troops|soldiers|peacekeepers)\b",
)
_pattern("troops", rf"{N}\s+(?:\w+\s+){{0,2}}(?:troops|soldiers|peacekeepers){AUX}\s+(?:sent|deployed|dispatched)\b")
_pattern(
    "aid_trucks", rf"(?<!\x03 of ){N}\s+(?:\w+\s+)?(?:trucks|lorries)\b{GAP}\s+(?:reached|entered|arrived|crossed)"
)


_RULES.insert(0, weapons)
_RULES.append(aid)

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
    place = {index: marked.index(f"\x02{index}\x03") for index in range(len(numbers))}
    for index in range(len(numbers) - 1):
        a, b = index, index + 1
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
        rf"\b(?:including|among\s+them|among\s+whom)\s+(?:\w+\s+){{0,2}}?{ANY}(?:[^,;.\x02]*?(?:\band\b|,)\s+{ANY})*",
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
        if earlier:
            parts[index] = earlier[-1]
    return parts


def _who(marked: str, index: int) -> str | None:
    after = marked[marked.index(f"\x02{index}\x03") + len(f"\x02{index}\x03") :]
    match = re.match(
        rf"(?P<who>(?:\s+(?!(?:from|in|of|by|to|at|on|with|an?"
        rf"|the)\b){STOP}[^\s\x02,;:.()]+){{0,3}}?\s+(?:{PEOPLE}|{DRONES}|{MISSILES}|buildings|houses"
        rf"|homes)(?:\s+(?!dead|injured|wounded|lives)(?:{PEOPLE}))?)\b",
        after,
        re.I,
    )
    if match is None:
        return None
    who = match["who"].strip()
    return None if re.match(r"(?:were|was|have|has|had|are|is|more)\b", who, re.I) else who
