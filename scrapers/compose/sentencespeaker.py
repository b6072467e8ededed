"""Sentence speaker: who says so in a sentence of running text, and what is said?

Behind it, before it or in its midst. Where it is not certain who, or where two do, there is none.
"""

from __future__ import annotations

import re

from scrapers.compose.adds import countries
from scrapers.compose.headlinespeaker import named_speaker
from scrapers.compose.mainclause import finite
from scrapers.compose.nations import A_STATE, names_another
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.newsverbs import FINITE, IRREGULAR, PAST, VERBS
from scrapers.compose.speakers import Aliases
from scrapers.compose.speechwords import OFFICE, WEEKDAY

_THEN = rf"{WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?"
_PERSON = r"[A-Z][\w’.-]+(?:\s(?:al|el|bin|de|van)(?:[\s-]))?(?:\s[A-Z][\w’.-]+){1,2}"
_HELD_BY = (
    rf"(?:the|an?|[A-Z][\w’-]+(?:’s|’))\s(?:[^,]*\s)?(?:{OFFICE}|head|chief|representative|spokes\w+)"
    r"(?:\s(?:of|for|at|in)\s[^,]{3,40})?"
)
_SAID = re.compile(
    r",\s(?:(?P<who>[^,]{2,60}?)\s(?:(?:has|have)\s)?(?:said|says|announced|reported|confirmed|told reporters)"
    r"|(?:said|says)\s(?P<whom>[^,]{2,60}?)|according\sto\s(?P<by>[^,]{2,60}?))"
    r"(?:\s(?:in|at|on)\s(?:(?:an?|its|social)\s[^,]{3,40}|Twitter|Telegram))?"
    rf"(?:\s(?:on\s)?{_THEN})?$"
)
#: `…, said Ana Petrov, a spokeswoman for the army`; `…, Ana Petrov, the envoy, said`.
_SAID_WITH_OFFICE = re.compile(
    rf",\s(?:(?:said|says)\s(?P<whom>{_PERSON}),\s(?P<office>{_HELD_BY})|(?P<who>{_PERSON}),\s(?P<held>{_HELD_BY}),\s(?:said|says))"
    rf"(?:\s(?:on\s)?{_THEN})?$"
)
_AS_PUBLISHED = re.compile(r"\b(?:published|posted|seen|obtained|released|shared|issued)\b")
_WHAT_IS_SAID = (
    rf"(?P<what>(?!(?:{WEEKDAY}|\w+ly|via|late|after|before|when|while|if|with|for|from|under|by|through|is|was|are|were|has"
    r"|have|had|will|it|he|she|they|we|this|that|these|there|no|its|his|her|their|on|in|at(?! least)|as"
    r"|to|so)\b).+)"
)
_SAYS_FIRST = re.compile(
    rf"(?P<who>[A-Z][^,;:]{{2,60}}?)\s(?:says|say|said)(?:\s(?:on\s)?{WEEKDAY})?\s(?:that\s)?{_WHAT_IS_SAID}$"
)
SPEAKS = re.compile(
    r"\b(?:said|says|say|told|tells|claim\w*|accus\w*|alleg\w*|insist\w*|argu\w*|suggest\w*|warn\w*|deni\w*)\b"
)


def attributed(sentence: str, aliases: Aliases) -> tuple[str, str, bool] | None:
    """(what is said, `, according to WHO`, whether WHO stood before it); None where who says so is not certain."""
    if _MAY_BE_NO_MORE.search(sentence):
        return None
    found = _attributed(_IN_WHAT.sub("", sentence), aliases)
    if found and (_OF_NOBODY.search(found[1]) or (_OF_NO_STATE.search(found[1]) and countries(found[0]))):
        return None
    return found


#: Which one stood elsewhere; and no leader of a state is one of many.
_OF_NOBODY = re.compile(
    r", according to (?:the (?:former )?(?:group|agency|company|ministry|lawyers?|organi[sz]ation|officials?"
    r"|source|spokes\w+|union|outlet|newspaper|report|statement|document|commander|leader|department|institute|office|bureau|council|party"
    r"|network|court|general|militants?)|an? (?:[A-Z]\w+ )?(?:leader|chancellor|president|premier|king))$"
)


#: Whose government is it, and whose commander, where a state is named that may be another?
_OF_NO_STATE = re.compile(
    r", according to (?:the (?:government|country)$|an? (?:[a-z]+ )?(?:commander|admiral|general|soldier)$)"
)


def _attributed(sentence: str, aliases: Aliases) -> tuple[str, str, bool] | None:
    if _BEHIND.search(sentence) and len(re.findall(r"\s[-–—]{1,2}\s", sentence)) != 2:
        return None  # `… in Nablus - army spokesman`, `…, the U.S` of a text that was cut off
    if match := _SAID_WITHIN.search(sentence):
        if re.match(r"\s(?:an?|the)\s", sentence[match.end() :]):
            return None  # `…, according to Ana Petrov, a resident and …`
        said = f"{sentence[: match.start()]},{sentence[match.end() :]}"
        named = named_speaker(_of_its_state(match["who"] or match["by"], said), aliases)
        if named is None or _AS_PUBLISHED.search(named) or SPEAKS.search(said) or "according to" in said:
            return None  # of two who say so one would be left out
        return said, f", according to {named}", False
    if match := _SAID_WITH_OFFICE.search(sentence):
        who, office = match["who"] or match["whom"], match["office"] or match["held"]
        said = sentence[: match.start()]
        if SPEAKS.search(said) or named_speaker(who, aliases) is None:
            return None
        return said, f", according to {who}, {office}", False
    match = _SAID.search(sentence)
    if match and match["whom"] and finite(["X", *match["whom"].split()]) is not None:
        match = None  # "Ann Hale, the envoy, said the talks had failed": nobody stands behind it
    if match:
        said, by = sentence[: match.start()], match["by"]
        named = named_speaker(_of_its_state(match["who"] or match["whom"] or by, said), aliases)
        if named is None or _AS_PUBLISHED.search(named) or (by and SPEAKS.search(said)):
            return None  # of two who say so one would be left out
        return said, f", according to {named}", False
    first = _SAYS_FIRST.match(sentence)
    if first and (named := named_speaker(first["who"], aliases)):
        return _moved(sentence, first["what"], named)
    if match := _WITH_OFFICE.match(sentence):
        return _moved(sentence, match["what"], match["who"])
    if (match := _ACCORDING_FIRST.match(sentence)) and (named := named_speaker(match["who"], aliases)):
        return match["what"][0].upper() + match["what"][1:], f", according to {named}", True
    if re.search(r"\baccording to\b", sentence, re.I):
        return None  # it would be cut off with what hangs on the clause
    return sentence, "", False


_BEHIND = re.compile(r"\s[-–—]{1,2}\s(?:[\w’.-]+\s){0,4}[\w’.-]+$|,\sthe\s[A-Z][\w.’-]*(?:\s[A-Z][\w.’-]*)?$")
#: Who says so, in the midst of it: `…, the army said, leaving …`.
_SAID_WITHIN = re.compile(
    r",\s(?:(?P<who>[^,]{2,60}?)\s(?:(?:has|have)\s)?(?:said|says|announced|reported|confirmed)"
    rf"(?:\s(?:on\s)?{WEEKDAY}|\sin\s(?:an?|its)\s[^,]{{3,30}})?|according\sto\s(?P<by>[^,]{{2,60}}?)),(?=\s[a-z])"
)
#: `Ana Petrov, the envoy of Norland, said the talks …`
_WITH_OFFICE = re.compile(
    rf"(?P<who>[A-Z][\w’.-]+(?:\s(?:[a-z]{{2,3}}[\s-])?[A-Z][\w’.-]+){{1,3}},\s(?:the|an?)\s(?=[^,]*\b(?:{OFFICE}"
    rf"|head|representative)\b)"
    rf"[^,]{{3,60}}),\s(?:said|says)(?:\son\s{WEEKDAY})?\s(?:that\s)?{_WHAT_IS_SAID}$"
)
#: `According to the army, four sailors …`
_ACCORDING_FIRST = re.compile(
    rf"According to (?P<who>[^,]{{2,60}}), (?!.*\b(?:said|says|say|told|according to)\b){_WHAT_IS_SAID}$"
)
#: What the writer makes of it: `, in what would be a significant step`.
_IN_WHAT = re.compile(r",\sin\swhat\s(?:would|could)\b[^,]*$")
#: It was a mistake, or seems to have been one.
_MAY_BE_NO_MORE = re.compile(r",\sin\swhat\s(?:is|was|may|might|appears?|appeared|seems?|seemed)\b")


def _moved(sentence: str, what: str, who: str) -> tuple[str, str, bool] | None:
    """What somebody said, with him behind it; as it stands where what he does next could be what he said is done."""
    if _ANSWERS.search(what):
        return None  # the answer would be gone
    if any(
        (found["did"] in _DID or found["did"].endswith("ed")) and (found["passive"] or found["before"] not in _DID)
        for found in _AND_DID.finditer(what)
    ):
        return sentence, "", False
    what = _reported(what)
    return what[0].upper() + what[1:], f", according to {who}", True


#: `… but the rebels blamed the army`.
_ANSWERS = re.compile(
    r"\s(?:but|while|though|although)\s(?:[\w’-]+\s){1,5}(?:said|says|say|did|does|den(?:y|ies|ied)|blam\w+|accus\w+"
    r"|reject\w+|disput\w+|insist\w+|call\w+|dismiss\w+)\b"
)
#: `Norland said rebels fired rockets and struck back`: who struck back?
_AND_DID = re.compile(
    r"\b(?P<passive>(?:was|were|been|be|are|is)\s)?(?P<before>[\w’-]+)[,”]{0,2}\s(?:and|but|then)"
    r"\s(?:also\s|then\s|later\s|again\s|now\s)?(?P<did>[a-z]+)\b"
)
_DID = VERBS | PAST | IRREGULAR | FINITE


def _reported(what: str) -> str:
    """As a clause of its own, without what another one says behind it."""
    what = _ANOTHER_SAYS.sub("", what)
    if not re.search(r"\b(?:if|unless|could|never|under|without)\b|“", what):
        what = _WOULD.sub("will", what)
    return _HAD_BEEN.sub(lambda found: f"{found['who']} {'were' if _many(found['who']) else 'was'}", what)


#: What somebody announced; "a default would plunge …" stays what only might be.
_WOULD = re.compile(
    r"\bwould(?=\s(?:evacuate|send|meet|hold|visit|deploy|provide|begin|start|release|announce|join|attend|extend|observe"
    r"|host|travel|fly|arrive|open|close|reopen|resume|withdraw|include|expel|deliver|supply|train)\b)"
)
#: `… that four sailors had been freed`.
_HAD_BEEN = re.compile(r"^(?P<who>[^,“]{3,60}?)\shad\sbeen(?=\s[a-z]+(?:ed|en|wn|ne|ut|nt|ck|ot|id|ft|t)\b)")


_COUNTED = re.compile(
    r"\b(?:\d{2,}|[2-9]|\d[\d,]+|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\b"
)


def _many(who: str) -> bool:
    head = re.split(r"\s(?:of|in|from|at|on|near|for)\s", who)[0].split()[-1]
    return " and " in who or is_plural(head.casefold()) or _COUNTED.search(who) is not None


#: `… and the Pentagon says ships are ready`: that is another's word.
_ANOTHER_SAYS = re.compile(r",?\s(?:and|but|while)\s(?:the\s)?[A-Z]?[\w’-]+(?:\s[\w’-]+){0,4}\s(?:said|says|say)\b.*$")


#: The state is the one that acts: "Poland has banned grain", not "Norland's missiles hit three towns".
_STATE_ACTS = re.compile(rf"((?:{A_STATE})(?<!s))\s(?=has|have|had|is|was|will|[a-z]+(?:ed|s)\b)")


def _of_its_state(who: str, said: str) -> str:
    """`Poland’s foreign minister` for `the country’s foreign minister` behind what Poland itself has done; else ""."""
    its = re.match(r"(?:(?:the country|the nation)[’']s|its)(?=\s)", who)
    named = _STATE_ACTS.match(said) if its else None
    if its is None:
        return who
    return f"{named[1]}’s{who[its.end() :]}" if named and not names_another(said, named[1]) else ""
