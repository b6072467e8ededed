"""Phrasings: which phrases tell how many of what? The rules for `metrics`, the surest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from scrapers.compose.counts import Count
from scrapers.compose.deeds import ACTIVES, AROUND, KILLS_PEOPLE, NEEDS_PEOPLE, NOUNS, PARTICIPLES, THINGS
from scrapers.compose.marks import ANY, APART, AUX, GAP, OBJECT, ONE_AND, PEOPLE, REL, SHORT, STOP, N, is_modal
from scrapers.compose.unsaid import in_general, not_done, planned, wished

Rule = Callable[[str, Sequence[Count]], list[tuple[int, str]]]
Check = Callable[[re.Match[str], str, Count], bool]
_rules: list[Rule] = []


@lru_cache(maxsize=64)
def _speaks_of(where: re.Pattern[str], marked: str) -> bool:
    return where.search(marked) is not None


def _pattern(metric: str, pattern: str, check: Check | None = None, *, where: re.Pattern[str] | None = None) -> None:
    """A rule; `where` names a word without which the sentence need not be looked at, for speed."""
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

    _rules.append(rule)


# --- checks --------------------------------------------------------------------------------------------------------

_PEOPLE = re.compile(rf"\b(?!(?:dead|wounded|injured|lives)\b)(?:{PEOPLE})\b", re.I)
_THINGS = re.compile(rf"\b(?:{THINGS})\b", re.I)
_PEOPLE_FOLLOW = re.compile(
    rf"(?:\s+of\s+(?:the|those|its|their|his))?(?:\s+(?!of\b){STOP}[^\s\x02,;:.()]+){{0,5}}?"
    rf"\s+(?:{PEOPLE})\b|\s+\w+\s+and\s+\x02\d+\x03(?:\s+\w+){{1,2}}?\s+(?:{PEOPLE})\b",
    re.I,
)
_THINGS_FOLLOW = re.compile(rf"(?:\s+{STOP}[^\s\x02,;:.()]+){{0,2}}?\s+(?:{THINGS})\b", re.I)
_DONE_TO_THEM = re.compile(
    r"\b(?:was|were|been|being|is|are|be|confirmed|reported|feared|believed|left|found|whom|said|says|claimed)\b", re.I
)
_TAKES_OBJECT = re.compile(
    r"(?:kill|injur|wound|captur|displac|evacuat|arrest|detain|freed|releas|abduct|kidnap|rescu|murder"
    r"|massacr|execut|behead|treat|eliminat|slaughter|butcher|liquidat|snatch|liberat|maim|exchang|swapp)"
)
_OBJECT_FOLLOWS = re.compile(
    rf"\s+(?:\x02|an?\b|the\b|his\b|nobody\b|no\b|her\b|their\b|its\b|dozens|hundreds|scores|several|many|some|more"
    rf"|up\s+to|at\s+least|{PEOPLE})",
    re.I,
)
#: Said of people and of other things; only of people it is a death.
_OF_THINGS_TOO = re.compile(
    r"(?:(?:blown|torn)\s+\w+(?:\s+pieces)?|wiped\s+out|eliminated|liquidated|cut\s+down|executed)$", re.I
)
_FIGHTERS = re.compile(r"\b(?:troops|soldiers|forces|fighters|rebels|militants|insurgents|jihadists)\b", re.I)
_PUSHED = re.compile(r"\b(?:driven|forced|pushed|chased)\b", re.I)


_FROM_CARE = re.compile(
    r"(?:\s+\w+){0,2}?\s+from\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,2}?(?:hospitals?|clinics?|care|quarantine|isolation)\b",
    re.I,
)
_WENT_HOME = re.compile(
    r"(?:\s+\w+){0,2}?(?:\s+(?:have|had))?\s+(?:(?:went|gone|came|go)\s+(?:back|home)|returned|been\s+able\s+to\s+return)\b",
    re.I,
)


def _not_modal(match: re.Match[str], marked: str, count: Count) -> bool:
    return not is_modal(marked[: match.start()]) and not not_done(match[0])


def _not_planned(match: re.Match[str], marked: str, count: Count) -> bool:
    return _not_modal(match, marked, count) and not planned(marked[: match.start()])


_PULLED = re.compile(r"pull|dug|digging|brought|pluck|rescu|lifted|carried", re.I)
_FOUND_DEAD = re.compile(r"[^;.\x02]{0,40}\b(?:dead|lifeless|bodies|corpses)\b", re.I)


def _told(match: re.Match[str], marked: str, count: Count) -> bool:
    """A verb that tells of a deed done to people: neither possible nor of a kind ("attacks that kill more than 50")."""
    return (
        not is_modal(marked[: match.start()])
        and not _THINGS_FOLLOW.match(marked, match.end("n") + 1)
        and not in_general(marked[: match.start()], match[0].split()[0])
        and not (match[0].lower().startswith("sav") and marked.startswith(" lives", match.end("n") + 1))
        and not (_PULLED.match(match[0]) and _FOUND_DEAD.match(marked, match.end("n") + 1))
    )


def _with_people(match: re.Match[str], marked: str, count: Count) -> bool:
    return _told(match, marked, count) and _PEOPLE_FOLLOW.match(marked, match.end("n") + 1) is not None


def _happened(match: re.Match[str], marked: str, count: Count) -> bool:
    """A noun of a deed ("the release of 90 prisoners"), not one that is asked for or planned."""
    return (
        not wished(marked[: match.start()])
        and not _STILL_TO_COME.match(marked, match.end())
        and _with_people(match, marked, count)
    )


_STILL_TO_COME = re.compile(
    r"[^;.]{0,40}?\b(?:will\b|(?:was|were|is|are|been)\s+(?:agreed|planned|proposed|delayed|postponed|discussed|demanded|due"
    r"|expected|set)\b)",
    re.I,
)


def _suffered(match: re.Match[str], marked: str, count: Count) -> bool:
    """Was it done to them? `Two gunmen killed 12` and `two generals whose feud has killed hundreds` tell of doers."""
    said = match[0]
    if re.search(r"\b(?:should|could|would|might)(?:[’']ve|\s+have)\s+been\s+$", marked[: match.start()], re.I):
        return False  # "there should've been five people dead"
    if not_done(said) or (_THINGS.search(said) and not _PEOPLE.search(said)):
        return False
    if _OF_THINGS_TOO.search(said) and not _PEOPLE.search(said):
        return False
    if _PUSHED.search(said) and _FIGHTERS.search(said):
        return False
    if re.match(r"\x02\d+\x03\s+\w+$", said) and (wished(before := marked[: match.start()]) or planned(before)):
        return False  # "the release of 59 detained staff" is only called for
    if re.match(r"\x02\d+\x03\s+of\s+(?:the|those|its|their)\s+(?:wounded|injured|missing|captured)$", said):
        return False  # "two of the wounded died"
    if _FROM_CARE.match(marked, match.end()) and re.search(r"released$", said, re.I):
        return False  # "all four were released from hospital"
    if _WENT_HOME.match(marked, match.end()):
        return False  # "4,000 displaced people went home"
    verb = said.rsplit("\x03", 1)[-1].split()
    if (
        re.match(r"\x02\d+\x03\s+\w+$", said)
        or _DONE_TO_THEM.search(said)
        or not any(_TAKES_OBJECT.match(word.lower().strip('"“‘')) for word in verb[-2:])
    ):
        return True
    if re.search(r"\b(?:who|that|which)\b", said, re.I):
        return False  # "two men who killed him"
    return _OBJECT_FOLLOWS.match(marked, match.end()) is None


def _of_people(match: re.Match[str], marked: str, count: Count) -> bool:
    """As `_suffered`, of people: named, or the bare number ("200 rescued", "12 were freed")."""
    if not _suffered(match, marked, count):
        return False
    return _PEOPLE.search(match[0]) is not None or (
        re.match(
            r"\x02\d+\x03(?:\s+(?:others?|more|of\s+them))?\s*(?:(?:has|have|had|was|were|been)\b\s*)*\S+$", match[0]
        )
        is not None
    )


def _many(match: re.Match[str], marked: str, count: Count) -> bool:
    return (count.value is None or count.value >= 100) and not not_done(match[0])


def _many_people(match: re.Match[str], marked: str, count: Count) -> bool:
    return _many(match, marked, count) and _PEOPLE.search(match[0]) is not None and not _FIGHTERS.search(match[0])


def _in_captivity(match: re.Match[str], marked: str, count: Count) -> bool:
    return re.search(r"hostage|captiv|kidnap|abduct|still\s+(?:being\s+)?held", marked, re.I) is not None


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
    return _not_modal(match, marked, count) and not habit


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
    r"|exceeds?|exceeded)|:|(?=\s+from\s))"
)

_pattern("", rf"\b(?:from|of)\s+{N}\s+to\s+{ANY}")
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
    _pattern(
        _metric,
        rf"(?<!\w)(?:{_noun})\b(?:,\s[^,;.]{{1,50}},)?(?:(?!\b(?:said|says|injured|wounded|kill\w+|after|including|when"
        rf"|missing)\b)[^\x02;.,]){{0,160}}?{_TO}\s+(?:from\s+{ANY}\s+to\s+)?{N}",
        where=_TOLL_WORDS,
    )
    _pattern(_metric, rf"(?<!\w)(?:{_noun})\s+(?:rises?\s+to\s+|has\s+|have\s+)?{N}", where=_TOLL_WORDS)
    _pattern(
        _metric,
        rf"{N}(?:\s+people)?\s+as\s+(?:the\s+|its\s+|a\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{_noun})\b",
        where=_TOLL_WORDS,
    )
_pattern(
    "killed",
    rf"\btotal\b(?:,[^;,]{{1,60}},)?(?:\s+(?:now|has|have|had|is|was|stands?|stood|to))*"
    rf"\s+(?:at|to|is|was|reach\w*|rose\s+to|risen\s+to|climbed\s+to|stands\s+at|stood\s+at)\s+{N}"
    rf"(?=\s*(?:[.,;]|$|dead|deaths|people\s+killed))",
    _of_the_dead,
)
_pattern(
    "killed",
    rf"{N}{SHORT}(?<!\sto)\s+(?:deaths?|fatalities)\b(?!\s+(?:sentences?|threats?|penalt|certificates?|squads?))",
)
_pattern("killed", rf"(?:claim(?:s|ed|ing)|cost|taken|took|takes|taking)\s+{N}\s+(?:\w+\s+){{0,2}}lives\b")
_pattern(
    "killed",
    rf"{N}\s+of\s+(?:the|those|its|their)\s+(?:wounded|injured|missing)\b[^.;,\x02]{{0,40}}?\b(?:died|dead|succumbed|killed)\b",
    lambda match, marked, count: re.search(r"\btoll\b", marked, re.I) is None,  # they are in the toll already
)

# --- killed and wounded in one number ------------------------------------------------------------------------------

_pattern(
    "casualties",
    rf"{N}{GAP}{AUX}\s+(?:were\s+)?(?:killed|dead)\s+(?:or|and|and/or)\s+(?:wounded|injured)\b(?!\s+(?:\x02|an?\b|another|dozens|scores|hundreds|several|some|many))",
)
_pattern("casualties", rf"{N}{SHORT}\s+casualties\b")
_LOST = r"\b(?:lost|loses|losing)(?:\s+(?:a\s+total\s+of|another|a\s+further|some))?"
_pattern(
    "casualties",
    rf"{_LOST}\s+{N}\s+(?:\w+\s+){{0,2}}(?:troops|soldiers|personnel|servicemen|military|men|invaders|occupiers)\b",
    _killed_or_wounded,
)
_pattern("casualties", rf"\bkilled\s+(?:or|and)\s+(?:wounded|injured){OBJECT}\s+{N}")
_pattern(
    "killed",
    rf"{_LOST}\s+{N}\s+(?:of\s+(?:its|their|his|the)\s+)?(?:\w+\s+){{0,2}}?(?:rebels|fighters|militants|members|men"
    r"|soldiers|troops|servicemen|comrades|officers|policemen|people|guards|defenders)\b",
    _not_every_day,
)

# "left five dead and 11 wounded", "leaving 30 missing"
for _metric in ("killed", "injured", "missing", "displaced"):
    _pattern(_metric, rf"\b(?:left|leaves?|leaving){OBJECT}\s+{N}{GAP}\s+(?:{PARTICIPLES[_metric]})\b", _told)

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
    return _not_modal(match, marked, count)


_HANDED = (
    r"(?:return\w*|repatriat\w*|brought\s+home|hand\w*\s+(?:over|back)|receiv\w*|g[ao]t\s+back|[gt]ave\s+back"
    r"|transfer\w*|turn\w*\s+over|deliver\w*)"
)
_pattern(
    "bodies_returned",
    rf"{_HANDED}\s+(?:of\s+)?(?:the\s+)?{_BODIES}\s+of\s+(?:the\s+|another\s+)?{N}",
    _not_modal,
    where=_BODY_WORDS,
)
_pattern(
    "bodies_returned",
    rf"{_HANDED}\s+(?:of\s+)?(?:the\s+|another\s+|a\s+further\s+)?{N}\s+(?:more\s+)?(?:\w+\s+)?{_BODIES}\b",
    _not_at_a_morgue,
    where=_BODY_WORDS,
)
_pattern(
    "bodies_returned",
    rf"\b{_BODIES}\s+of(?:\s+the)?\s+{N}(?:\s+[^\s\x02,;:.]+){{0,5}}?\s+(?:were|was|been)\s+{_HANDED}",
    where=_BODY_WORDS,
)
_pattern("bodies_returned", rf"{N}\s+(?:\w+\s+)?{_BODIES}{AUX}\s+{_HANDED}", where=_BODY_WORDS)
_pattern(
    "bodies_returned",
    rf"{_HANDED}\s+(?:of\s+)?(?:the\s+)?{ANY}\s+(?:\w+\s+)?{_BODIES}\b[^;.\x02]{{0,60}}\b(?:and|while|but)\s+(?:\w+\s+)?"
    rf"(?:received|g[ao]t(?:\s+back)?|took\s+back|was\s+given|accepted){OBJECT}\s+{N}(?=\s*(?:[.,;]|$|in\s+(?:return|exchange)|back|from))",
    _not_modal,
    where=_BODY_WORDS,
)
_pattern(
    "bodies_returned",
    rf"\b(?:exchange|swap|repatriation)\s+of\s+{N}\s+(?:\w+\s+)?{_BODIES}",
    _happened,
    where=_BODY_WORDS,
)
_pattern("bodies_found", rf"\b{_BODIES}\s+of(?:\s+the|\s+at\s+least)?\s+{N}", _not_modal, where=_BODY_WORDS)
_pattern("bodies_found", rf"{N}\s+(?:more\s+)?(?:\w+\s+)?(?:dead\s+)?{_BODIES}\b", _not_planned, where=_BODY_WORDS)

# --- hostages and prisoners ----------------------------------------------------------------------------------------

_CAPTIVES = r"(?:prisoners|hostages|detainees|captives|PoWs|POWs|inmates)"
_pattern(
    "hostages_held",
    rf"{N}{GAP}{AUX}\s+(?:(?:are|were|is)\s+)?(?:still\s+)?(?:held\b|in\s+captivity|remain(?:s|ed"
    rf"|ing)?\s+(?:in\s+captivity|captive|hostage|in\s+Gaza))",
    _in_captivity,
)
_pattern("hostages_held", rf"\b(?:still\s+)?(?:holds|hold|holding)\s+{N}\s+(?:\w+\s+){{0,2}}?(?:hostages|captives)\b")
_pattern(
    "hostages_held", rf"{N}\s+(?:remaining\s+)?(?:\w+\s+)?(?:hostages|captives)\s+(?:are\s+)?(?:still\s+)?(?:remain)"
)
_pattern("prisoners_exchanged", rf"\b(?:exchanged|swapped)\s+{N}\s+(?:captured|imprisoned)\s+(?:soldiers|troops)\b")
_pattern("prisoners_exchanged", rf"\b(?:exchanges?|swaps?)\s+(?:of|involving)\s+{N}", _happened)
_pattern(
    "prisoners_exchanged",
    rf"\beach\s+(?:side\s+)?(?:handed\s+(?:over|back)|released|freed|returned|sent\s+(?:home|back)|g[ao]t\s+back"
    rf"|received|swapped)\s+{N}",
)
_pattern(
    "prisoners_exchanged",
    rf"\b(?:handed\s+over|released|freed|returned|sent\s+home|got\s+back|received)\s+{N}\s+(?:\w+\s+){{0,3}}?(?:in|as\s+part\s+of)"
    rf"\s+(?:a|the|another)\s+(?:[\w-]+\s+){{0,2}}(?:swap|exchange)",
)
_pattern(
    "freed",
    rf"\b(?:in\s+(?:return|exchange)\s+for)\s+{N}\s+(?:\w+\s+){{0,2}}{_CAPTIVES}\b",
    lambda m, t, c: not wished(re.sub(r"in\s+(?:return|exchange)\s+for$", "", t[: m.end("n") - 3])),
)
_pattern(
    "prisoners_exchanged",
    rf"{N}{SHORT}\s+(?:prisoners|PoWs|POWs|captives){GAP}\s+(?:came|come|been\s+returned|returned)\b",
)
_pattern(
    "prisoners_exchanged",
    rf"{N}\s+(?:prisoners|PoWs|POWs|captives|servicemen|soldiers)(?:\s+of\s+war)?\s+(?:each|apiece)\b",
)
_pattern(
    "prisoners_exchanged",
    rf"{N}{SHORT}\s+(?:{_CAPTIVES}|servicem[ae]n|soldiers|troops|defenders|fighters)(?:\s+of\s+war)?"
    rf"\s+(?:from|on)\s+(?:each|either|both)\s+sides?{AUX}\s+(?:freed|released|(?:walk(?:ed|s)|went|go)\s+(?:free|home)"
    r"|(?:came|come|coming)\s+(?:home|back)|returned(?:\s+home)?|brought\s+(?:home|back)|handed\s+(?:over|back))\b"
    r"[^;.\x02]{0,50}?\b(?:in|during|under|by|through|as\s+part\s+of)\s+(?:a|an|the|another|this|\w+day[’']s)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:swap|exchange)\b(?!\s+for)",
    _of_people,
    where=re.compile(r"swap|exchange", re.I),
)
_pattern("freed", rf"\bhand(?:s|ed|ing)\s+over\s+{N}\s+(?:\w+\s+){{0,3}}?{_CAPTIVES}", _told)
_pattern(
    "captured",
    rf"\bseiz(?:es|ed|ing)\s+{N}\s+(?:\w+\s+){{0,2}}?(?:soldiers|fighters|troops|officers|militants)\b",
    _told,
)
_pattern("abducted", rf"\bseiz(?:es|ed|ing){OBJECT}\s+{N}", _with_people)

# --- people on the move --------------------------------------------------------------------------------------------

_WENT = (
    r"fled|fleeing|(?:sought|seek\w*|taken|took|tak\w+|found)\s+(?:\w+\s+)?(?:refuge|shelter|sanctuary|safety)"
    r"|sheltering|sheltered|escaped|poured\s+(?:into|across|over)|streamed\s+(?:into|across|out|from)"
    r"|flooded\s+(?:into|across)|flocked\s+(?:to|into)|crossed\s+(?:to|over|from|the)|run\s+for\s+their\s+lives"
    r"|living\s+in\s+(?:\w+\s+)?(?:tents|camps|shelters|displacement)|on\s+the\s+move"
)
_pattern("displaced", rf"{N}{GAP}{REL}{APART}{AUX}\s+(?:fled|fleeing|sought\s+refuge)\b", _many)
_pattern("displaced", rf"{N}{GAP}{REL}{APART}{AUX}\s+(?:{_WENT})\b", _many_people)
_pattern("displaced", rf"{N}\s+(?:\w+\s+){{0,2}}(?:have|had)\s+left\s+[A-Z]", _many_people)
_REFUGEES = (
    r"(?:refugees|displaced|evacuees|asylum\s+seekers"
    r"|people\s+(?:who\s+)?(?:have\s+|had\s+)?(?:fled|fleeing|displaced))"
)
_pattern(
    "displaced",
    rf"\b(?:took\s+in|taken\s+in|takes\s+in|hosts|hosting|hosted|shelters|sheltering|sheltered|received|registered|houses"
    rf"|housing|home\s+to|accommodat\w+){OBJECT}\s+{N}\s+(?:\w+\s+){{0,2}}?{_REFUGEES}",
    _not_modal,
)
_pattern(
    "displaced",
    rf"{N}\s+(?:\w+\s+){{0,2}}?refugees{GAP}{AUX}\s+(?:arrived|crossed|entered|reached|registered)\b",
    _many,
)

# --- done to people ------------------------------------------------------------------------------------------------

for _metric, _nouns in NOUNS.items():
    _pattern(
        _metric, rf"\b(?:{_nouns})\s+of{OBJECT}\s+{N}", _with_people if _metric in ("killed", "injured") else _happened
    )
for _metric, (_verbs, _tail) in AROUND.items():
    _pattern(
        _metric,
        rf"\b(?:{_verbs}){OBJECT}\s+{N}{GAP}\s+(?:{_tail})",
        _with_people
        if _metric != "displaced"
        else lambda m, t, c: _with_people(m, t, c) or (_many(m, t, c) and _told(m, t, c)),
    )
for _metric, _verbs in ACTIVES.items():
    _pattern(
        _metric,
        rf"\b(?:{_verbs}){ONE_AND}{OBJECT}\s+{N}",
        _with_people if _metric in NEEDS_PEOPLE else _told,
    )
_pattern("killed", rf"\b(?:{KILLS_PEOPLE}){ONE_AND}{OBJECT}\s+{N}", _with_people)
for _metric, _words in PARTICIPLES.items():
    _pattern(
        _metric,
        rf"{N}{GAP}{REL}{APART}{AUX}\s+[\"“‘]?(?:{_words})\b",
        _of_people if _metric in ("captured", "freed", "rescued", "prisoners_exchanged", "evacuated") else _suffered,
    )
_pattern(
    "displaced",
    rf"\b(?:displac|uproot)(?:ed|ing|es|s){OBJECT}\s+{N}(?=\s*(?:[.,;]|$|(?:since|in|from|across|and|so)\b))",
    lambda match, marked, count: _many(match, marked, count) and _told(match, marked, count),
)
_pattern(
    "abducted", rf"\b(?:made\s+off\s+with|spirited\s+away|carried\s+off|marched\s+off|led\s+away)\s+{N}", _with_people
)
_AT_SEA = re.compile(
    r"\b(?:coast\s?guards?\w*|lifeboats?|dingh(?:y|ies)|rafts?|boats?|vessel|ships?|frigate|trawler|at\s+sea|from\s+the\s+(?:sea|water)"
    r"|shipwreck|capsized|sinking|sank|adrift|stranded|lifeguards?|navy|tanker|rescue\s+\w+)\b",
    re.I,
)
_pattern(
    "rescued",
    rf"\b(?:picked|picks|picking)\s+up{OBJECT}\s+{N}",
    lambda match, marked, count: _AT_SEA.search(marked) is not None and _with_people(match, marked, count),
)
_pattern(
    "detained",
    rf"\b(?:picked\s+up|picks\s+up)\s+{N}",
    lambda match, marked, count: _AT_SEA.search(marked) is None and _with_people(match, marked, count),
)
# "dug four people, two of them toddlers, out of the rubble alive"
_pattern(
    "rescued",
    rf"\b(?:pulled|dug|brought|lifted|carried|freed){OBJECT}\s+{N}{GAP},\s[^;.,]{{2,50}},\s+(?:out\s+)?(?:alive|ashore|(?:out\s+)?(?:of|from)"
    r"\s+(?:under\s+|beneath\s+)?(?:the\s+)?(?:\w+\s+)?(?:rubble|debris|ruins|wreckage|mud|water|sea|mine)\b)",
    lambda match, marked, count: (
        _with_people(match, marked, count)
        and re.search(r"\b(?:dead|bodies|corpses|lifeless)\b", match[0], re.I) is None
    ),
    where=re.compile(r"alive|ashore|rubble|debris|ruins|wreck|mud|water|sea|mine", re.I),
)
_pattern("injured", rf"\binjuries\s+to(?:\s+at\s+least)?\s+{N}", _told)
_pattern("injured", rf"\btreat(?:ed|ing|s)\s+{N}{SHORT}\s+(?:patients|people|casualties|wounded|injured)\b", _not_modal)
_pattern("missing", rf"\b(?:whereabouts|fate)\s+of{OBJECT}\s+{N}[^;.]{{0,60}}?\b(?:unknown|unclear|not\s+known)\b")
_pattern("missing", rf"\b(?:search\w*|looking|hunt\w*)\s+for{OBJECT}\s+{N}\s+(?:\w+\s+){{0,2}}?missing\b")
# "two-thirds of the 48 wounded", "among the 300 dead"
for _metric, _words in (("injured", r"wounded|injured"), ("killed", r"dead|killed"), ("missing", r"missing")):
    _pattern(_metric, rf"\bthe\s+{N}\s+(?:{_words})\b(?!\s+(?:man|woman|people\s+who))")

# --- strikes, clashes, homes, troops, trucks -----------------------------------------------------------------------

_FLEW = (
    r"carr(?:ied|y|ies|ying)\s+out|conduct(?:s|ed|ing)?|launch(?:es|ed|ing)?|stag(?:ed|es|ing)|mount(?:ed|s|ing)"
    r"|fl(?:ew|own|ies|ying)|record(?:s|ed)?|counted|logged|documented|registered|deliver(?:ed|s)|perform(?:ed|s)|made"
)
_RAIDS = (
    r"(?:air\s*strikes|airstrikes|air\s+raids|air\s+attacks|sorties|strikes|attacks|raids|bombardments"
    r"|(?:missile|drone|rocket|artillery)\s+(?:strikes|attacks))"
)
_AIR = r"(?:(?:air|missile|drone|rocket|bombing)\s*(?:strikes|raids|attacks)|sorties|bombardments)"
_pattern("strikes", rf"\b(?:{_FLEW}){OBJECT}\s+{N}\s+(?:(?!and\b)[\w-]+\s+){{0,2}}?{_RAIDS}\b", _not_modal)
_pattern("strikes", rf"\bthere\s+(?:were|had\s+been|have\s+been){OBJECT}\s+{N}\s+(?:\w+\s+)?{_AIR}\b")
_pattern(
    "strikes",
    rf"{N}\s+(?:\w+\s+)?{_AIR}(?:\s+(?:on|against|in|across)\s+[^;,.\x02]{{1,40}}?)?{AUX}\s+"
    r"(?:carried\s+out|conducted|launched|recorded|reported|registered|documented|flown|hit|struck|pounded)\b",
)
_pattern(
    "strikes",
    rf"\b(?:hit|struck|hits|bombed|pounded|attacked|shelled|striking|hitting|targeted){OBJECT}\s+{N}\s+(?:\w+\s+){{0,2}}?"
    r"(?:targets|sites|facilities|objects)\b",
    _not_modal,
)
_pattern(
    "clashes",
    rf"{N}\s+(?:(?:combat|armed|military|ground|fierce|separate|new|more)\s+){{0,2}}"
    r"(?:clashes|engagements|battles|firefights|skirmishes|gun\s*battles)\b",
)
_pattern(
    "clashes",
    rf"\b(?:repel\w*|repuls\w+|beat(?:en)?\s+(?:back|off)){OBJECT}\s+{N}\s+(?:\w+\s+){{0,2}}?assaults\b",
    _not_modal,
)
_HOMES = (
    r"(?:houses|homes|buildings|(?:apartment\s+|tower\s+)?blocks|apartments|dwellings|flats|huts|shelters|properties"
    r"|structures)"
)
_HOME_WORDS = re.compile(_HOMES, re.I)
_WRECK = (
    r"damag(?:ed|ing|es)|destroy(?:ed|ing|s)|torch(?:ed|es|ing)|raz(?:ed|es|ing)|level+(?:ed|s|ing)|flatten(?:ed|s|ing)"
    r"|wreck(?:ed|s|ing)|gut(?:ted|s|ting)|demolish(?:ed|es|ing)|bulldoz(?:ed|es|ing)|burn(?:ed|t|s|ing)(?:\s+down)?"
    r"|(?:knock|tear|pull)(?:ed|s|ing)?\s+down|tore\s+down|(?:set\s+)?fire\s+to|blew\s+up|ruined"
)
_WRECKED = (
    r"damaged|destroyed|burn(?:ed|t)\w*|flattened|torched|razed|level+ed|wrecked|gutted|demolished|bulldozed"
    r"|(?:knocked|torn|pulled)\s+down|(?:reduced|turned)\s+to\s+(?:rubble|ashes|ruins)|in\s+ruins|set\s+(?:on\s+fire|ablaze)"
    r"|blown\s+up|ruined|uninhabitable"
)
_pattern(
    "homes_damaged", rf"{N}{SHORT}\s+{_HOMES}(?:\s+in\s+[A-Z]\w+)?{AUX}\s+(?:were\s+)?(?:{_WRECKED})", where=_HOME_WORDS
)
_pattern("homes_damaged", rf"\b(?:{_WRECK}){OBJECT}\s+{N}{SHORT}\s+{_HOMES}\b", _not_modal, where=_HOME_WORDS)
_pattern(
    "homes_damaged",
    rf"\b(?:damage\s+to|destruction\s+of|demolition\s+of){OBJECT}\s+{N}{SHORT}\s+{_HOMES}\b",
    _not_modal,
    where=_HOME_WORDS,
)
_FORCES = (
    r"(?:troops|soldiers|peacekeepers|marines|paratroopers|(?:military\s+)?personnel"
    r"|police(?:\s+officers)?|policemen|reservists)"
)
_pattern(
    "troops",
    rf"\b(?:sen[dt]s?|deploy\w*|sending|dispatch\w*){OBJECT}\s+{N}\s+(?:[\w-]+\s+){{0,2}}{_FORCES}\b",
    lambda match, marked, count: (
        _not_modal(match, marked, count)
        or re.match(r"[A-Z]\w+(?:\s[A-Z]\w+)?\s+to\s+$", marked[: match.start()]) is not None
    ),  # a headline's "Poland to send" announces it
)
_pattern("troops", rf"{N}\s+(?:[\w-]+\s+){{0,2}}{_FORCES}{AUX}\s+(?:sent|deployed|dispatched)\b", _not_modal)
_TRUCKS = r"(?:trucks?|lorr(?:y|ies)|truckloads?|lorry-?loads?)"
_TRUCK_WORDS = re.compile(_TRUCKS, re.I)
_AS_CARGO = r"(?:\s+(?!(?:wait\w*|stuck|stranded|queu\w+|were|have|had|need\w*|turn\w*|remain\w*)\b)[^\s\x02;:.!?()]+)"
_CAME = r"(?:reached|enter(?:ed|ing|s)|arriv(?:ed|ing|es)|cross(?:ed|ing|es)|rolled|drove|passed|made\s+it|got)"
_pattern(
    "aid_trucks",
    rf"(?<!\x03 of ){N}\s+(?:[\w-]+\s+){{0,2}}?{_TRUCKS}\b(?:{_AS_CARGO}|\s+\x02\d+\x03){{0,12}}?"
    rf"(?:\s+(?:have|had))?\s+{_CAME}\b",
    _not_modal,
    where=_TRUCK_WORDS,
)
_pattern(
    "aid_trucks",
    rf"{N}\s+(?:[\w-]+\s+){{0,2}}?{_TRUCKS}\b{_AS_CARGO}{{0,6}}?(?:\s+(?:was|were|have\s+been|had\s+been|been))?\s+"
    r"(?:allowed|let|permitted|waved|sent)\s+(?:through|in|into|across)\b",
    _not_modal,
    where=_TRUCK_WORDS,
)
_pattern(
    "aid_trucks",
    rf"\b(?:(?:let|lets|letting|allowed|allows|admitted|waved)(?:\s+(?:in|through))?|brought|sent|delivered)"
    rf"{OBJECT}\s+{N}\s+(?:[\w-]+\s+){{0,2}}?{_TRUCKS}\b(?=[^;.]{{0,60}}\b(?:in|into|through|aid|enter|food|to|across)\b)",
    _not_modal,
    where=_TRUCK_WORDS,
)

RULES: tuple[Rule, ...] = tuple(_rules)

_ARMS = re.compile(
    r"\b(?:drones?|missiles?|rockets?|shell\w*|bomb\w*|air\w*|artillery|raids?|jets|Russian?s?|Israeli?|army|forces)\b",
    re.I,
)
_BOMBED = re.compile(
    r"\b(?:shell|bomb|str[iu]ck|hit|attack|raid|pound|bombard|target|fired?\s+(?:at|on)|under\s+(?:fire|attack))[a-z]*\b"
    r"[^;:.]{0,90}$",
    re.I,
)


def bombed_so_often(before: str, after: str) -> bool:
    """`Nikopol was shelled nine (times)`: do the words on both sides of the number tell of so many strikes?"""
    match = _BOMBED.search(before)
    if match is None or re.match(r"\s+times\s+(?:as|more|less|the|bigger|larger|higher|that|since\s+he)\b", after):
        return False
    if re.search(
        r"\b(?:she|he|who|victim|man|woman|boy|girl|teen)\s+(?:was|were|had\s+been)\s*$", before[: match.start()], re.I
    ):
        return False  # bullets
    verb = match[0].split()[0].lower()
    if verb in ("struck", "hit") and _ARMS.search(before + after) is None:
        return False  # a man hit by bullets
    return not is_modal(before[: match.start()]) and verb.endswith(("ed", "ck", "hit", "under", "at", "on"))
