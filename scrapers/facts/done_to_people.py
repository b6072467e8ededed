"""Happened: does a phrase with a number tell of what was done, and was it done to people? The checks of `phrasing`."""

from __future__ import annotations

import re

from scrapers.facts.counts import Count
from scrapers.facts.deeds import THINGS
from scrapers.facts.denied import in_general, not_done, planned, wished
from scrapers.facts.marks import PEOPLE, STOP, is_modal

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


def not_modal(match: re.Match[str], marked: str, count: Count) -> bool:
    return not is_modal(marked[: match.start()]) and not not_done(match[0])


def not_planned(match: re.Match[str], marked: str, count: Count) -> bool:
    return not_modal(match, marked, count) and not planned(marked[: match.start()])


_PULLED = re.compile(r"pull|dug|digging|brought|pluck|rescu|lifted|carried", re.I)
_FOUND_DEAD = re.compile(r"[^;.\x02]{0,40}\b(?:dead|lifeless|bodies|corpses)\b", re.I)


def told(match: re.Match[str], marked: str, count: Count) -> bool:
    """A verb that tells of a deed done to people: neither possible nor of a kind ("attacks that kill more than 50")."""
    return (
        not is_modal(marked[: match.start()])
        and not _THINGS_FOLLOW.match(marked, match.end("n") + 1)
        and not in_general(marked[: match.start()], match[0].split()[0])
        and not (match[0].lower().startswith("sav") and marked.startswith(" lives", match.end("n") + 1))
        and not (_PULLED.match(match[0]) and _FOUND_DEAD.match(marked, match.end("n") + 1))
    )


def with_people(match: re.Match[str], marked: str, count: Count) -> bool:
    return told(match, marked, count) and _PEOPLE_FOLLOW.match(marked, match.end("n") + 1) is not None


def happened(match: re.Match[str], marked: str, count: Count) -> bool:
    """A noun of a deed ("the release of 90 prisoners"), not one that is asked for or planned."""
    return (
        not wished(marked[: match.start()])
        and not _STILL_TO_COME.match(marked, match.end())
        and with_people(match, marked, count)
    )


_STILL_TO_COME = re.compile(
    r"[^;.]{0,40}?\b(?:will\b|(?:was|were|is|are|been)\s+(?:agreed|planned|proposed|delayed|postponed|discussed|demanded|due"
    r"|expected|set)\b)",
    re.I,
)


def suffered(match: re.Match[str], marked: str, count: Count) -> bool:
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


def of_people(match: re.Match[str], marked: str, count: Count) -> bool:
    """As `suffered`, of people: named, or the bare number ("200 rescued", "12 were freed")."""
    if not suffered(match, marked, count):
        return False
    return _PEOPLE.search(match[0]) is not None or (
        re.match(
            r"\x02\d+\x03(?:\s+(?:others?|more|of\s+them))?\s*(?:(?:has|have|had|was|were|been)\b\s*)*\S+$", match[0]
        )
        is not None
    )


def many(match: re.Match[str], marked: str, count: Count) -> bool:
    return (count.value is None or count.value >= 100) and not not_done(match[0])


def many_people(match: re.Match[str], marked: str, count: Count) -> bool:
    return many(match, marked, count) and _PEOPLE.search(match[0]) is not None and not _FIGHTERS.search(match[0])
