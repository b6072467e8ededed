"""Guards: is what a phrase found meant as it says? Each is named in the files of `metrics/` and says when it passes.

A guard gets the match, the marked sentence and the number, and knows nothing of the metric.
"""

from __future__ import annotations

import re

from scrapers.facts.counts import Count
from scrapers.facts.denied import in_general, is_modal, not_done, planned, wished
from scrapers.facts.marks import pattern
from scrapers.nations import NATIONS

_PEOPLE = pattern(r"\b(?!(?:dead|wounded|injured|lives)\b)(?:{PEOPLE})\b")
_THINGS = pattern(r"\b(?:{THINGS})\b")
_FIGHTERS = pattern(r"\b{FIGHTERS}\b")

_PEOPLE_FOLLOW = pattern(
    r"(?: of(?: (?:the|those|its|their|his))?)?(?: (?:captured|imprisoned|jailed))?"
    r"(?: (?!of\b){STOP}[^\s\x02,;:.()]+){0,5}? (?:{PEOPLE})\b"
    r"| \w+ and {ANY}(?: \w+){1,2}? (?:{PEOPLE})\b"
)
_THINGS_FOLLOW = pattern(r"(?: {STOP}[^\s\x02,;:.()]+){0,2}? (?:{THINGS})\b")
_DONE_TO_THEM = pattern(
    r"\b(?:was|were|been|being|is|are|be|confirmed|reported|feared|believed|left|found|whom|said|says|stated|claimed)\b"
)
_TAKES_OBJECT = pattern(
    r"(?:kill|slew|injur|wound|captur|displac|evacuat|arrest|detain|freed|releas|abduct|kidnap|rescu|murder|massacr"
    r"|execut|behead|treat|eliminat|slaughter|butcher|liquidat|snatch|liberat|maim|exchang|swapp)"
)
_OBJECT_FOLLOWS = pattern(
    r" (?:\x02|an?\b|the\b|his\b|nobody\b|no\b|her\b|their\b|its\b|dozens|hundreds|scores|several|many|some|more|up to"
    r"|at least|{PEOPLE})"
)
#: Said of people and of other things; only of people it is a death.
_OF_THINGS_TOO = pattern(r"(?:(?:blown|torn) \w+(?: pieces)?|wiped out|eliminated|liquidated|cut down|executed)$")
_PUSHED = pattern(r"\b(?:driven|forced|pushed|chased)\b")
_FROM_CARE = pattern(
    r"(?: \w+){0,2}? from (?:the |an? )?(?:\w+ ){0,2}?(?:hospitals?|clinics?|care|quarantine|isolation)\b"
)
_WENT_HOME = pattern(
    r"(?: \w+){0,2}?(?: (?:have|had))? (?:(?:went|gone|came|go) (?:back|home)|returned|been able to return)\b"
)
_PULLED = pattern(r"pull|dug|digging|brought|pluck|rescu|lifted|carried")
_FOUND_DEAD = pattern(r"[^;.\x02]{0,40}\b(?:dead|lifeless|bodies|corpses)\b")
_STILL_TO_COME = pattern(
    r"[^;.]{0,40}?\b(?:will\b|(?:was|were|is|are|been) (?:agreed|planned|proposed|delayed|postponed|discussed|demanded"
    r"|due|expected|set)\b)"
)
_BARE = re.compile(r"\x02\d+\x03\s+\w+$")
_BARE_PEOPLE = pattern(r"{ANY}(?: (?:others?|more|of them))?\s*(?:(?:has|have|had|was|were|been)\b\s*)*\S+$")


def real(match: re.Match[str], marked: str, count: Count) -> bool:
    """It is neither a mere possibility nor said not to have been done."""
    return not is_modal(marked[: match.start()]) and not not_done(match[0])


def not_ahead(match: re.Match[str], marked: str, count: Count) -> bool:
    return not planned(marked[: match.start()])


def unwished(match: re.Match[str], marked: str, count: Count) -> bool:
    """What a noun of a deed names ("the release of 90 prisoners") is not only asked for or planned."""
    return not wished(marked[: match.start()]) and not _STILL_TO_COME.match(marked, match.end())


def unwished_in_return(match: re.Match[str], marked: str, count: Count) -> bool:
    """As `unwished`, where the phrase itself begins with words of a bargain."""
    return not wished(marked[: match.start()])


def deed(match: re.Match[str], marked: str, count: Count) -> bool:
    """A verb that tells of a deed: neither possible, nor of a kind ("attacks that kill over 50"), nor to things."""
    before, after = marked[: match.start()], match.end("n") + 1
    return (
        not is_modal(before)
        and not _THINGS_FOLLOW.match(marked, after)
        and not in_general(before, match[0].split()[0])
        and not (match[0].lower().startswith("sav") and marked.startswith(" lives", after))
        and not (_PULLED.match(match[0]) and _FOUND_DEAD.match(marked, after))
    )


def people_follow(match: re.Match[str], marked: str, count: Count) -> bool:
    """People are counted, for verbs that are also used of things ("captured three districts")."""
    return _PEOPLE_FOLLOW.match(marked, match.end("n") + 1) is not None


def suffered(match: re.Match[str], marked: str, count: Count) -> bool:
    """It was done to them: `two gunmen killed 12` and `two generals whose feud has killed hundreds` tell of doers."""
    said, before = match[0], marked[: match.start()]
    if re.search(r"\b(?:should|could|would|might)(?:[’']ve|\s+have)\s+been\s+$", before, re.I) or not_done(said):
        return False  # "there should've been five people dead"
    if (_THINGS.search(said) or _OF_THINGS_TOO.search(said)) and not _PEOPLE.search(said):
        return False
    if _PUSHED.search(said) and _FIGHTERS.search(said):
        return False
    if _BARE.match(said) and (wished(before) or planned(before)):
        return False  # "the release of 59 detained staff" is only called for
    if re.match(r"\x02\d+\x03\s+of\s+(?:the|those|its|their)\s+(?:wounded|injured|missing|captured)$", said):
        return False  # "two of the wounded died"
    if _FROM_CARE.match(marked, match.end()) and said.lower().endswith("released"):
        return False  # "all four were released from hospital"
    if _WENT_HOME.match(marked, match.end()):
        return False  # "4,000 displaced people went home"
    takes_object = any(_TAKES_OBJECT.match(word.strip("\"'“‘’")) for word in said.rsplit("\x03", 1)[-1].split()[-2:])
    if _BARE.match(said):  # `The two murdered a guard`
        known = re.search(r"\b(?:The|These|Those)\s$", before) is not None
        return not (known and takes_object and _OBJECT_FOLLOWS.match(marked, match.end()))
    if _DONE_TO_THEM.search(said) or not takes_object:
        return True
    if re.search(r"\b(?:who|that|which)\b", said, re.I):
        return False  # "two men who killed him"
    return _OBJECT_FOLLOWS.match(marked, match.end()) is None


def people_only(match: re.Match[str], marked: str, count: Count) -> bool:
    """The phrase names people, or nothing but the number ("200 rescued", "12 were freed")."""
    return _PEOPLE.search(match[0]) is not None or _BARE_PEOPLE.match(match[0]) is not None


def many(match: re.Match[str], marked: str, count: Count) -> bool:
    """So many that they flee rather than run away."""
    return (count.value is None or count.value >= 100) and not not_done(match[0])


def crowd(match: re.Match[str], marked: str, count: Count) -> bool:
    """People, and no force on the move."""
    return _PEOPLE.search(match[0]) is not None and not _FIGHTERS.search(match[0])


def no_habit(match: re.Match[str], marked: str, count: Count) -> bool:
    """`Russia loses 1,200 men a day` tells a rate, no event."""
    habit = match[0].lower().startswith(("loses", "losing"))
    return not (habit and re.search(r"\b(?:a|per|each|every)\s+\w+", marked))


_NOT_YET = pattern(
    r"\b(?:not|never|could|may|might|would|will|expected to|likely to|about to) (?:\w+ )?"
    r"(?:approach|surpass|reach|exceed|top|pass|rise|hit|climb|be)\w*(?: to)?\s*$"
)


def reached(match: re.Match[str], marked: str, count: Count) -> bool:
    """A toll that is so many, and already."""
    return _NOT_YET.search(marked[: match.start("n") - 1]) is None


_MODEL = re.compile(r"\b(?!(?i:launch|fire|down|destroy|intercept|hit|shot|send|sent|loos|lob|hurl))[A-Z][a-z]+\s$")
_PERCENT_OF = pattern(r"(?:%|per\s?cent) of (?:the )?$")


def no_model(match: re.Match[str], marked: str, count: Count) -> bool:
    """A number of weapons: none of their name (`a Mavic 3 drone`), nor of all of which a share was shot down."""
    mark = match.group("launched" if "launched" in match.re.groupindex else "intercepted")
    before = marked[: marked.index(f"\x02{mark}\x03")]
    return _MODEL.search(before) is None and _PERCENT_OF.search(before) is None


_NOT_AID = pattern(
    r"\b(?:fine[ds]?|cost|costs|worth of damage|budget\w*|profit|revenue|appeal(?:ed|s|ing)?|need(?:s|ed)?|damages?"
    r"|spent|lost|debt|tax|salary|ransom|compensation|cuts?|cutting|slash\w*|froze\w*|freez\w+|withh\w+|suspend\w*"
    r"|halt\w*|block\w*|cancel\w*|stole|embezzl\w+|launder\w*|siphon\w*|repa(?:y|id)\w*|reward|unclaimed|vouchers?"
    r"|bills?|discounts?|presidential|bid|part(?:y|ies)|SNP|guarantees?|compan(?:y|ies)|investors|election|proponents"
    r"|campaign\w*|proceeds|Foundation|tour|bail|awards?|prizes?|bonus\w*|bribes?|scholarships?|lotter\w+|jackpot"
    r"|bought|buy|sold|sell|sale|price|bounty|asked for|seek(?:s|ing)?|sought|shortfall|short of|stolen|owes?|earn\w*"
    r"|sales|demand\w*|request\w*|want\w*|call\w* for|would|could|may|might|only \w+ per\s?cent)\b"
)
#: Who gives and takes aid: a singer's gift to students and one to a campaign are none.
_OF_STATES = re.compile(
    r"\b(?:aid|humanitarian|refugees?|displaced|government|ministr\w+|military|arms|weapons|ammunition|defen[cs]e|army"
    r"|EU|UN|NATO|quake|earthquake|flood\w*|famine|drought|victims|UNICEF|UNHCR|UNRWA|IMF|World\s+Bank|Commission|Gaza"
    r"|Red\s+Cross|Red\s+Crescent)\b"
)
#: Below this it is a reader's donation or a reward in cash, no aid.
LEAST = 1000


def between_states(match: re.Match[str], marked: str, count: Count) -> bool:
    """Money that is aid: given, and by or to those who give and take aid."""
    at = match.start("n") - 1
    before, after = marked[max(0, at - 110) : at], marked[at : at + 40]
    if count.value is None or count.value < LEAST or _NOT_AID.search(before) or _NOT_AID.search(after):
        return False
    # "€18bn of a €50bn package"; "150 million euros ($156 million)": the same money again
    if re.search(r"\x03\s+of\s+(?:an?|the|its)\s+(?:\w+\s+)?$|\x03\s*\(\s*$", before):
        return False
    named = any(word.lower() in NATIONS for word in re.findall(r"\b[A-Z]\w+", marked))
    return named or _OF_STATES.search(marked) is not None
