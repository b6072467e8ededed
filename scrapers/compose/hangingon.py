"""Hanging on: what hangs on a main clause, and is the clause true, and still somebody's, without it?"""

from __future__ import annotations

import re

from scrapers.compose.mainclause import finite
from scrapers.compose.newsverbs import FINITE, PAST, PLURAL_OR_NOUN, SINGULAR, SINGULAR_OR_NOUN, VERBS
from scrapers.compose.sentencespeaker import SPEAKS
from scrapers.compose.shorter import SUPERLATIVE
from scrapers.compose.speechwords import WEEKDAY

#: What hangs on the main clause: from here to the end it is left out.
_HANGS = re.compile(
    r"(?:(?<!\bas many)(?<!\bas much)(?<!\bas few),?\s(?:as(?!\s(?:normal|usual|planned|expected|well|many|much|few)\b)"
    r"|while|after|before|amid|despite|because|since|although|though|when"
    r"|where|which|who|whose|whom|unless|until"
    r"|including|following|in (?:the|a) (?:latest|sign|bid|move)|in order to)"
    r"|,\s(?:leaving|killing|making|raising))\s"
)
#: The verbs of those who say so.
SPOKEN = re.compile(
    r"\b(?:said|says|told|wrote|tweeted|posted|claimed|claims|alleged|insisted|argued|warned|added|announced|confirmed"
    r"|acknowledged|admitted|estimated|estimates|stressed|suggested|reported|according to|concluded|ruled|established"
    r"|learned|found|determined|believe[sd]?|judged|understood|revealed|noted|in the words of"
    r"|in the (?:judg\w+|view|opinion|account) of)\b"
)
#: Behind a clause, and not of another deed or of somebody in it: it is only said to be so.
ONLY_SAID = re.compile(
    r"^(?!,?\s(?:while|after|amid|although|though|who|whose|as(?!\ssaying))\b).*"
    r"(?:\b(?:cit(?:es|ed|ing)\s.*\bsay|as saying|quot(?:es|ed|ing)|reportedly|allegedly|apparently|believed|thought to"
    r"|understood|purport\w*|supposedly|unverified|understands?)\b|\b(?:reports?|reported|says?|claims?|claimed)$)"
)
#: Another clause, in which somebody speaks of something else; not "as the army claimed".
_SPEAKS_OF_ITS_OWN = re.compile(
    rf"^,?\s(?:as(?!\s(?:[\w’'-]+\s){{1,6}}(?:told|wrote|posted|stressed|tweeted|noted|put it)\b)|while|although"
    rf"|though|after|amid)\s(?!.*,\s[^,]*\b(?:said|says|say|told|reported)\b[^,]*$)"
    rf"(?!(?:[\w’'-]+\s){{1,6}}(?:said|says|say|told|claim\w*|report\w*|alleg\w*|suggest\w*|warn\w*|argu\w*|insist\w*)"
    rf"(?:\s(?:{WEEKDAY}|(?:on|in|at|by|to|late|early|this|last)\b.*))?$)"
)
#: A clause that hangs on as this, and bounds nothing before it.
_LOOSELY = re.compile(
    r"(?:,?\s(?:as|while|amid|despite|although|though|including)|,\s(?:leaving|killing|making|raising))\s"
)
#: `the thousands of soldiers`, of whom "who" says which are meant.
_THE_ONES = re.compile(
    r"\bthe\s(?:(?:thousands|hundreds|dozens|number)\sof\s)?(?:(?!of\b|in\b|at\b)[\w-]+\s){0,3}[\w-]+$"
)
#: `…, one year after …`
_SO_LONG_AFTER = re.compile(
    r",\s(?:(?:just|only|about|nearly|less than)\s)?(?:(?:an?|[a-z]+|\d+)\s)?(?:hour|day|week|month|year)s?$"
)
_OPEN_AS = frozenset(
    "identified described known seen regarded used such served acted worked matter know knows known sure clear see"
    " asked explain decide".split()
)
_OPEN_END = _OPEN_AS | frozenset("day days week weeks hours hour month months year years shortly soon long".split())
ON_CONDITION = re.compile(
    r"(?:,|\s[—–-])\s(?:but\s)?(?:only\s)?(?:if|unless|or|not|once|provided|pending|except|albeit"
    r"|on\s(?:one|the|a)?\s?condition|with\s(?:conditions|strings|(?:the\s)?exceptions?)|on\spaper|but\s(?:in|at|for|by|on|with|from|under))\b"
)
#: Somebody says that it is not so.
DISPUTED = re.compile(r"\b(?:den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)|dismiss(?:es|ed))\b")
#: What hangs on a clause without a comma, and is told with it where both are short: when, or why.
MAY_STAY = re.compile(
    r"\s(?:after|when|before|until|unless|because|since|despite|while|as|following|including"
    r"|amid(?!\s(?:\w+ed|\w+ing|wider|more)?\s?(?:tensions?|violence|concerns?|fears?|pressure|uncertainty|calls)\b))\s"
)


def without(clause: str, rest: str, *, says: bool) -> str | None:
    """The clause without what hangs on it; None where that bounds it, or says which, or who says so."""
    if not clause.strip() or _bounds(clause, rest) or _says_which(clause, rest):
        return None
    if not says and DISPUTED.search(rest):
        return None
    speaks = SPEAKS.search(rest) or SPOKEN.search(rest)
    if (not says and speaks and not _SPEAKS_OF_ITS_OWN.match(rest)) or ONLY_SAID.search(rest):
        return None
    loosely = _LOOSELY.match(rest) is not None
    if SUPERLATIVE.search(clause) and not loosely:
        return None
    clause = _SO_LONG_AFTER.sub("", clause)
    return None if clause.split()[-1].casefold() in (_OPEN_AS if loosely else _OPEN_END) else clause


def _bounds(clause: str, rest: str) -> bool:
    """Is the clause not true, or no news, without what hangs on it?"""
    if re.match(r",?\s(?:unless|until|before|as (?:soon|long|far|much) as|once)\b", rest):
        return True
    if re.match(r",?\swhen\b", rest) and re.search(r"\b(?:will|would)\b|\b(?:was|were)\s\w+ing\b", clause):
        return True  # on which condition; or only the scene of what happened
    if re.match(r",?\ssince\b", rest) and re.search(r"\b(?:has|have)\b", clause):
        return True  # not the news of the day alone
    # what is denied may be in what was left out
    return not rest.startswith(",") and DENIES.search(clause) is not None


#: `sanctions on companies`, of which more is said.
_ANY_OF_THEM = re.compile(
    r"\b(?:on|at|by|from|with|against|to|of|for|convicted|arrested|killed|sanctioned)"
    r"\s(?:[a-z]+s|men|women|people|children)$"
)


def _says_which(clause: str, rest: str) -> bool:
    """Does what hangs on the clause say which are meant, or as what?"""
    if re.match(r"\sas\b(?! part of\b)", rest):
        in_a_role = re.search(r"\b(?:describ|regard|identif|portray|label|designat|classif)\w*\b", clause)
        return in_a_role is not None or not _VERBS.intersection(re.findall(r"[\w’-]+", rest.casefold())[2:])
    if re.match(r"\swho", rest) and _THE_ONES.search(clause):
        return True
    if re.match(r"\s(?:who|whom|whose|which|where)\b", rest) and _ANY_OF_THEM.search(clause):
        return True
    return re.match(r"\s(?:who|whom|whose|which|where)\b", rest) is not None and _RULES.search(clause) is not None


DENIES = re.compile(r"\b(?:not|never|no|nor|nobody|nothing|denied|refused|cannot)\b|n’t\b")
#: What holds of all of a kind, or is to hold: which of a kind is not left out.
_RULES = re.compile(
    r"\b(?:will|would|must|can|cannot|should|may|all|every|each|any|only|ban(?:s|ned|ning)?|prohibit\w*|allow\w*|require\w*|deport\w*"
    r"|expel\w*|exempt\w*)\b"
)
_VERBS = VERBS | FINITE | PAST | SINGULAR | SINGULAR_OR_NOUN | PLURAL_OR_NOUN


def hangs_at(clause: str) -> re.Match[str] | None:
    """What hangs on the main clause; what is included in its subject does not."""
    return next(
        (cut for cut in _HANGS.finditer(clause) if "including" not in cut[0] or finite(clause[: cut.start()].split())),
        None,
    )
