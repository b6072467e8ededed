"""Counted dead: by which phrases are the dead and wounded of an event or a war counted, and the bodies?

"The death toll rose from 11 to 15", "lost 970 men", "the bodies of 12".
"""

from __future__ import annotations

import re
from functools import partial

from scrapers.facts.counts import Count
from scrapers.facts.deeds import PARTICIPLES, THINGS
from scrapers.facts.done_to_people import happened, not_modal, not_planned, told
from scrapers.facts.marks import ANY, AUX, GAP, OBJECT, SHORT, N
from scrapers.facts.phrasing import Rule, add


def _of_the_dead(match: re.Match[str], marked: str, count: Count) -> bool:
    return (
        re.search(r"\b(?:deaths?|dead|killed|fatalities)\b", marked, re.I) is not None
        and re.search(r"\b(?:injur|wound|displac|refugee|missing|cases|arrest|detain)", marked, re.I) is None
    )


_MASS_LOSSES = re.compile(r"\b(?:enemy|enemies|occupiers|occupying|invaders|Russian?s?|Moscow|General\s+Staff)\b", re.I)


def _killed_or_wounded(match: re.Match[str], marked: str, count: Count) -> bool:
    """`The enemy lost 970 men` are a general staff's dead and wounded; `the garrison lost 16 men` are dead."""
    return _MASS_LOSSES.search(marked) is not None and _not_every_day(match, marked, count)


def _not_every_day(match: re.Match[str], marked: str, count: Count) -> bool:
    """`Russia loses 1,200 men a day` tells a rate, no event."""
    habit = match[0].lower().startswith(("loses", "losing")) and re.search(r"\b(?:a|per|each|every)\s+\w+", marked)
    return not_modal(match, marked, count) and not habit


_rules: list[Rule] = []
_add = partial(add, _rules)

# --- tolls: "the death toll rose from 11 to 15" --------------------------------------------------------------------

_COUNTED = {
    "injured": r"wounded|injured|wounds|hurt",
    "missing": r"missing",
    "displaced": (
        r"displaced|refugees|uprooted|homeless|evacuees|driven\s+from\s+their\s+homes"
        r"|(?:who\s+)?(?:have\s+|had\s+)?fled(?:\s+their\s+homes)?|forced\s+(?:to\s+flee|from\s+their\s+homes)"
    ),
    "detained": r"arrested|detained|arrests|detainees",
    "abducted": r"abducted|kidnapped|abductees",
    "evacuated": r"evacuated",
    "freed": r"freed|released",
    "killed": r"dead|deaths|fatalities|victims|killed|civilian\s+deaths",
}
_AT = r"(?=(?:\s+(?:in|of|from)\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)?\s+(?:at|now|number\w*|stands?|stood)\b)"
_TOLLS = {
    "injured": rf"injury\s+toll|(?:the|[’']s)\s+(?:wounded|injured){_AT}|",
    "missing": rf"(?:the|[’']s)\s+missing{_AT}|",
    "displaced": rf"(?:the|[’']s)\s+displaced{_AT}|",
    "casualties": r"casualties|losses",
    "killed": rf"death\s+toll|\btoll|\bdeaths|fatalities|body\s+count|(?:the|[’']s)\s+(?:\w+\s+)?dead{_AT}|",
}
_TOLL_WORDS = re.compile(
    r"toll|casualties|losses|deaths|fatalities|body\s+count|(?:number|count|tally|total)\s+of"
    r"|(?:the|[’']s)\s+(?:\w+\s+)?(?:dead|wounded|injured|missing|displaced)",
    re.I,
)
_NUMBER_OF = r"(?:number|count|tally|total)\s+of\s+(?:the\s+|those\s+|all\s+)?(?:(?!drones|missiles)[\w’'-]+\s+){0,3}?"
_TO = (
    r"(?:\b(?:to|at|of|is|was|reached|reaches|hits?|passes|passed|number|numbers|numbered|now|has|by|top|tops|topped"
    r"|exceeds?|exceeded|surpass(?:es|ed)?|reach|approach(?:es|ed|ing))|:|(?=\s+from\s))"
)

#: Not so many, or not yet.
_NOT_YET = re.compile(
    r"\b(?:not|never|could|may|might|would|will|expected\s+to|likely\s+to|about\s+to)\s+(?:\w+\s+)?"
    r"(?:approach|surpass|reach|exceed|top|pass|rise|hit|climb|be)\w*(?:\s+to)?\s*$"
)


def _is_reached(match: re.Match[str], marked: str, count: Count) -> bool:
    return _NOT_YET.search(marked[: match.start("n") - 1]) is None


_add("", rf"\b(?:from|of)\s+{N}\s+to\s+{ANY}")
for _metric in (
    "injured",
    "casualties",
    "missing",
    "displaced",
    "detained",
    "abducted",
    "evacuated",
    "freed",
    "killed",
):
    _noun = _TOLLS.get(_metric, "")
    if _metric in _COUNTED:
        _noun += rf"{_NUMBER_OF}(?:{_COUNTED[_metric]})"
    _add(
        _metric,
        rf"(?<!\w)(?:{_noun})\b(?:,\s[^,;.]{{1,50}},)?(?:(?!\b(?:said|says|injured|wounded|kill\w+|after|including|when"
        rf"|missing)\b)[^\x02;.,]){{0,160}}?{_TO}\s+(?:from\s+{ANY}\s+to\s+)?{N}",
        _is_reached,
        where=_TOLL_WORDS,
    )
    _add(_metric, rf"(?<!\w)(?:{_noun})\s+(?:rises?\s+to\s+|has\s+|have\s+)?{N}", where=_TOLL_WORDS)
    _add(
        _metric,
        rf"{N}(?:\s+people)?\s+as\s+(?:the\s+|its\s+|a\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{_noun})\b",
        where=_TOLL_WORDS,
    )
_add(
    "killed",
    rf"\btotal\b(?:,[^;,]{{1,60}},)?(?:\s+(?:now|has|have|had|is|was|stands?|stood|to))*"
    rf"\s+(?:at|to|is|was|reach\w*|rose\s+to|risen\s+to|climbed\s+to|stands\s+at|stood\s+at)\s+{N}"
    rf"(?=\s*(?:[.,;]|$|dead|deaths|people\s+killed))",
    _of_the_dead,
)
_add(
    "killed",
    rf"{N}{SHORT}(?<!\sto)\s+(?:deaths?|fatalities)\b(?!\s+(?:sentences?|threats?|penalt|certificates?|squads?))",
    lambda match, marked, count: re.search(rf"\bdeaths?\s+of\s+(?:{ANY}\s+)?(?:{THINGS})\b", marked, re.I) is None,
)
_add(
    "killed",
    rf"\b(?:crash|accident|fire|blaze|attack|blast|explosion|floods?|disaster|quake|collision|strike|sinking|collapse)"
    rf"(?:\s+[\w’'-]+){{0,5}}?\s+(?:has\s+)?claim(?:s|ed)\s+{N}\s+(?:others|victims)(?=\s*(?:[.,;]|$|at\b|in\b|on\b|near\b))",
)
_add("killed", rf"(?:claim(?:s|ed|ing)?|cost|taken|took|takes|taking)\s+{N}\s+(?:\w+\s+){{0,2}}lives\b")
_add(
    "killed",
    rf"{N}\s+of\s+(?:the|those|its|their)\s+(?:wounded|injured|missing)\b[^.;,\x02]{{0,40}}?\b(?:died|dead|succumbed|killed)\b",
    lambda match, marked, count: re.search(r"\btoll\b", marked, re.I) is None,  # they are in the toll already
)

# --- killed and wounded in one number ------------------------------------------------------------------------------

_add(
    "casualties",
    rf"{N}{GAP}{AUX}\s+(?:were\s+)?(?:killed|dead)\s+(?:or|and|and/or)\s+(?:wounded|injured)\b(?!\s+(?:\x02|an?\b|another|dozens|scores|hundreds|several|some|many))",
)
_add("casualties", rf"{N}{SHORT}\s+casualties\b")
_LOST = r"\b(?:lost|loses|losing)(?:\s+(?:a\s+total\s+of|another|a\s+further|some))?"
_add(
    "casualties",
    rf"{_LOST}\s+{N}\s+(?:\w+\s+){{0,2}}(?:troops|soldiers|personnel|servicemen|military|men|invaders|occupiers)\b",
    _killed_or_wounded,
)
_add("casualties", rf"\bkilled\s+(?:or|and)\s+(?:wounded|injured){OBJECT}\s+{N}")
_add(
    "killed",
    rf"{_LOST}\s+{N}\s+(?:of\s+(?:its|their|his|the)\s+)?(?:\w+\s+){{0,2}}?(?:rebels|fighters|militants|members|men"
    r"|soldiers|troops|servicemen|comrades|officers|policemen|people|guards|defenders)\b",
    _not_every_day,
)

# "left five dead and 11 wounded", "leaving 30 missing"
for _metric in ("killed", "injured", "missing", "displaced"):
    _add(_metric, rf"\b(?:left|leaves?|leaving){OBJECT}\s+{N}{GAP}\s+(?:{PARTICIPLES[_metric]})\b", told)

# --- bodies --------------------------------------------------------------------------------------------------------

_BODIES = r"(?:bodies|remains|corpses)"
_BODY_WORDS = re.compile(_BODIES, re.I)
_MORGUE = re.compile(
    r"\b(?:hospitals?|morgues?|mortuar(?:y|ies)|clinics?|medics|doctors|surgeons|emergency\s+(?:room|department|ward))\b",
    re.I,
)


def _not_at_a_morgue(match: re.Match[str], marked: str, count: Count) -> bool:
    """A hospital that receives bodies has them from the day's deaths, not from the other side."""
    if re.match(r"receiv|g[ao]t\b|transfer|deliver|t(?:ook|ake)", match[0], re.I) and _MORGUE.search(marked):
        return False
    return not_modal(match, marked, count)


_HANDED = (
    r"(?:return\w*|repatriat\w*|brought\s+home|hand\w*\s+(?:over|back)|receiv\w*|g[ao]t\s+back|[gt]ave\s+back"
    r"|transfer\w*|turn\w*\s+over|deliver\w*)"
)
_add(
    "bodies_returned",
    rf"{_HANDED}\s+(?:of\s+)?(?:the\s+)?{_BODIES}\s+of\s+(?:the\s+|another\s+)?{N}",
    not_modal,
    where=_BODY_WORDS,
)
_add(
    "bodies_returned",
    rf"{_HANDED}\s+(?:of\s+)?(?:the\s+|another\s+|a\s+further\s+)?{N}\s+(?:more\s+)?(?:\w+\s+)?{_BODIES}\b",
    _not_at_a_morgue,
    where=_BODY_WORDS,
)
_add(
    "bodies_returned",
    rf"\b{_BODIES}\s+of(?:\s+the)?\s+{N}(?:\s+[^\s\x02,;:.]+){{0,5}}?\s+(?:were|was|been)\s+{_HANDED}",
    where=_BODY_WORDS,
)
_add("bodies_returned", rf"{N}\s+(?:\w+\s+)?{_BODIES}{AUX}\s+{_HANDED}", where=_BODY_WORDS)
_add(
    "bodies_returned",
    rf"{_HANDED}\s+(?:of\s+)?(?:the\s+)?{ANY}\s+(?:\w+\s+)?{_BODIES}\b[^;.\x02]{{0,60}}\b(?:and|while|but)\s+(?:\w+\s+)?"
    rf"(?:received|g[ao]t(?:\s+back)?|took\s+back|was\s+given|accepted){OBJECT}\s+{N}(?=\s*(?:[.,;]|$|in\s+(?:return|exchange)|back|from))",
    not_modal,
    where=_BODY_WORDS,
)
_add(
    "bodies_returned",
    rf"\b(?:exchange|swap|repatriation)\s+of\s+{N}\s+(?:\w+\s+)?{_BODIES}",
    happened,
    where=_BODY_WORDS,
)
_add("bodies_found", rf"\b{_BODIES}\s+of(?:\s+the|\s+at\s+least)?\s+{N}", not_modal, where=_BODY_WORDS)
_add("bodies_found", rf"{N}\s+(?:more\s+)?(?:\w+\s+)?(?:dead\s+)?{_BODIES}\b", not_planned, where=_BODY_WORDS)

RULES: tuple[Rule, ...] = tuple(_rules)
