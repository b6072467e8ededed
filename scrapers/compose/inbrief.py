"""In brief: which short clause of an article's first sentence stands by itself?

The main clause of the publisher's own summary, without its relative clauses, appositions and what hangs on it. It is
told only where it is short, whole and leans on nothing that stands elsewhere; who says so stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from scrapers.compose.articles import PREPOSITIONS, with_articles
from scrapers.compose.consequence import with_what_it_did
from scrapers.compose.headlinespeaker import named_speaker
from scrapers.compose.mainclause import finite, listed, stands, without_asides
from scrapers.compose.nations import NAMES
from scrapers.compose.newsnouns import ONE_OF_A_KIND, ONE_OF_MANY, PLACES, THE_ONE
from scrapers.compose.newsverbs import FINITE, PAST, SINGULAR, VERBS
from scrapers.compose.othertime import is_background
from scrapers.compose.sentences import sentences
from scrapers.compose.speakers import NO_ALIASES, Aliases
from scrapers.compose.spelling import NO_SPELLING, Spelling
from scrapers.compose.spoken import STALE, is_undefined
from scrapers.compose.telegraphic import is_telegraphic
from scrapers.text import line

#: Words of the article in a row, at most; a clause with fewer than the least says nothing.
MOST, LEAST = 15, 6
#: Only the news itself: further down stands what was before.
SENTENCES = 3

_NOT_TOLD = re.compile(
    r"[?!“”\"‘…|;:/]|\.\.|\b(?:I|I’m|we|our|us|my|me|you|your|today|tonight|yesterday|tomorrow|here|this|these|those"
    r"|there|such|so-called|latest|meanwhile|however|also|too|next|last|recent|recently|now|still|again|earlier"
    r"|later|ago|typically|usually|often|traditionally|normally|generally|always|regularly|for years"
    r"|another|both|others|one of|may|might|could|should|would|must|perhaps|possibly|likely|reportedly|allegedly"
    r"|discuss(?:es)?|raises? (?:\w+ )?questions?|records show|was among|according to"
    r"|comes?|came|headlines|details|incident|appears?|appeared|seems?|seemed|what|how|why|whether|if|not only"
    r"|even|just|only|amounts? to|pictured|according"
    r"|explains?|explores?|looks? at|speaks? to|talks? (?:to|about)|tells? (?:the|us|our|NPR|BBC|CNN)|NPR|podcast|video"
    r"|episode|newsletter|analysis|asks?|report(?:s|ed)? (?:from|on)|remains?|believe[sd]?|feels?|felt|fears?"
    r"|hopes?)\b",
    re.I,
)
_LEANING = re.compile(
    r"^(?:the\s(?:move|decision|incident|country|group|plan|deal|measure|proposal|attack|images?|planes?|situation|two"
    r"|pair|strike|operation|explosions?|man|woman|men|company|ministry|agency|trip|visit|meeting|talks|report"
    r"|statement"
    r"|comments?|claims?|case|suspects?|document|documents|leak|city|region|town|village|conflict|war|fighting|victims?"
    r"|law|bill|event|news|video|footage|weapons?|vessel|ship|boat|tanker|aircraft|jets?|blast|crash|fire|call|warning"
    r"|capital|drones?|missiles?|dead|toll|death toll|decades?|paper|book|film|author|photograph\w*|clashes|violence"
    r"|agreement|truce|ceasefire|cease-fire|announcement|remarks|letter|leader|rebels?|soldiers?|troops|journalist"
    r"|reporter|activist|protests?|\d|first|second)\b|he|she|it|they|his|her|its|their|that|some|many|most|a"
    r"\s(?:new|second)\s(?:report|study|poll)|more|as|after|before|when|while|since|for|in|on|at(?!\sleast)|by|with|from"
    r"|to|under|despite|amid|during"
    r"|following|although|though|because|but|and|or|not|no|with)\b",
    re.I,
)
#: What hangs on the main clause: from here to the end it is left out.
_HANGS = re.compile(
    r",?\s(?:as|while|after|before|amid|despite|because|since|although|though|when|where|which|who|whose|whom"
    r"|unless|until"
    r"|including|leaving|killing|making|raising|following|in (?:the|a) (?:latest|sign|bid|move)|in order to)\s"
)
_SAID = re.compile(
    r",\s(?:(?P<who>[^,]{2,60}?)\s(?:said|says|announced|reported|told reporters)|(?:said|says)\s(?P<whom>[^,]{2,60}))"
    r"(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?$"
)
_SAYS_FIRST = re.compile(
    r"(?P<who>[A-Z][^,;:]{2,50}?)\s(?:says|said)(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
    r"\s(?:that\s)?(?P<what>(?:[Aa]t least|[Aa]n?|[Mm]ore than|[Nn]early|[Aa]bout|\d[\d,]*"
    r"|two|three|four|five|six|seven"
    r"|eight|nine|ten|dozens|hundreds|thousands|[A-Z][\w’-]+)\s.+)$"
)
_SPEECH = re.compile(
    r"\b(?:said|says|say|told|tells|claim\w*|accus\w*|alleg\w*|insist\w*|argu\w*|suggest\w*|warn\w*|deni\w*)\b"
)


#: What a clause leans on that stood in the part left out, or further up.
_POINTS_BACK = re.compile(
    r"\bthe (?:country|city|region|nation|area|town|village|island|group|district|province|pair|two|former|site|scene"
    r"|building|facility|agency|organi[sz]ation|company|court|ministry|capital(?! (?:of|[A-Z])))\b|\bhad\b|\bwho\b"
)
#: A sentence behind the first leans on nothing where it begins with a state, its government, or people in general.
_STATES = "|".join(re.escape(name) for name in sorted(NAMES, key=len, reverse=True))
_FREE = re.compile(
    rf"(?:(?:{_STATES})\s(?!is\b|was\b)|The\s(?:U\.?S\.?|U\.?N\.?|EU|Kremlin|Pentagon|White House|United Nations)\s"
    r"|(?:Residents|Witnesses|Officials|Dozens|Hundreds|Thousands|Authorities|Diplomats|Rescuers"
    r"|Aid (?:groups|workers))\s)"
)
_SUPERLATIVE = re.compile(r"\b(?:first|only|ever|most|least|last|\w{3,}est)\b")
_OPEN_END = frozenset(
    "day days week weeks hours hour month months year years identified described known seen regarded used such".split()
)


def in_brief(
    text: str, *, published: date | None = None, aliases: Aliases = NO_ALIASES, spelling: Spelling = NO_SPELLING
) -> tuple[str, ...]:
    """Clauses without their full stop, with who says so, out of the first sentences; () where none is certain."""
    found: list[str] = []
    for at, sentence in enumerate(sentences(line(text)[:800])[:SENTENCES]):
        if _another_month(sentence, published) or (at and not _FREE.match(sentence)):
            continue
        clause = _clause(sentence, published, aliases, spelling)
        if clause is not None:
            bare, says, rest = clause.partition(", according to ")
            if more := with_what_it_did(bare, sentence):
                found.append(more + says + rest)
            found.append(clause)
    return tuple(found)


def _another_month(sentence: str, published: date | None) -> bool:
    months = re.findall(rf"\b(?:in|since|of|late|early) ({_MONTHS})\b", sentence)
    return any(published is None or f"{published:%B}" != month for month in months)


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


_RANKS = ("Deputy", "Senior", "Top", "Leading", "Powerful", "Head", "Chief")


def _clause(sentence: str, published: date | None, aliases: Aliases, spelling: Spelling) -> str | None:
    if len(sentence.split()) < LEAST or not re.search(r"[.\w]$", sentence):
        return None
    whole = re.sub(r"(?<=\w)'(?=\w)", "’", sentence.rstrip("."))
    says = ""
    if match := _SAID.search(whole):
        named = named_speaker(match["who"] or match["whom"], aliases)
        if named is None:
            return None
        whole, says = whole[: match.start()], f", according to {named}"
    elif (match := _SAYS_FIRST.match(whole)) and (named := named_speaker(match["who"], aliases)):
        # the same the other way round: who says so goes to the end
        whole, says = match["what"][0].upper() + match["what"][1:], f", according to {named}"
    if not says and re.search(r"\baccording to\b", whole):
        return None  # who says so would be cut off with what hangs on the clause
    clause = without_asides(whole)
    if clause is None:
        return None
    if cut := _HANGS.search(clause):
        rest, clause = clause[cut.start() :], clause[: cut.start()]
        if re.match(r",?\s(?:unless|until|before)\b", rest) or not clause.strip():
            return None  # what bounds it would be gone
        if _SPEECH.search(rest) and not says:
            return None
        if _SUPERLATIVE.search(clause) or clause.split()[-1].casefold() in _OPEN_END:
            return None
    words = _trimmed(clause.split())
    clause = " ".join(words)
    if _SPEECH.search(clause):
        says = ""
    if _ONLY_MAY_BE.search(whole) and not says and not _SPEECH.search(clause):
        return None  # who warns or fears was in the part left out
    if (
        _is_no_news(clause)
        or _POINTS_BACK.search(clause)
        or len(words[-1].strip(".")) < 2
        or is_background(whole, published)
    ):
        return None
    if not LEAST <= len(words) <= MOST or _NOT_TOLD.search(clause) or _LEANING.match(clause) or STALE.search(clause):
        return None
    if "'" in clause or ("," in clause and not listed(clause)):
        return None
    at = finite(words)
    if (
        at is not None
        and words[at] in ("is", "are", "was", "were")
        and words[at + 1 : at + 2] in (["a"], ["an"], ["the"])
    ):
        return None  # who somebody is, not what happened
    if at is None or not stands(words, at):
        return None
    if words[0].casefold() in ONE_OF_MANY | ONE_OF_A_KIND | THE_ONE | PLACES:
        return None  # "Meeting underscores": a standfirst's lone noun
    if words[0] in _RANKS:
        return None  # the same, with what stands before it
    if not re.search(r"\b(?:the|an?)\b", clause, re.I) and is_telegraphic(clause):
        return None
    if with_articles(words, verb=at, spelling=spelling) != words:
        return None  # a line of a headline's kind
    return clause + says


#: A forecast or a fear: told with who has it, or not.
_ONLY_MAY_BE = re.compile(
    r"\b(?:warn(?:s|ed|ing)?|fear(?:s|ed|ing)?|could|may|might|plans?|planned|expects?|expected|threatens?|risks?"
    r"|one step away|on the brink|on the verge)\b"
)
#: How things have been for long, or a scene: no event of the day.
_STATE_OF_THINGS = re.compile(
    r"\b(?:has|have) (?:long )?been (?:\w+ly )?(?:reluctant|uncertain|wary|tense|strained|divided|under|at|in|a|an"
    r"|the)\b"
    r"|\b(?:is|are|was|were) (?:\w+ )?unfolding\b|\barrived to\b|\bto avoid the war\b|\bhas long\b|\bhave long\b"
    r"|\bare a common\b"
)


def _is_no_news(clause: str) -> bool:
    return _STATE_OF_THINGS.search(clause) is not None or is_undefined(clause)


#: Phrases that may go at the end of a clause that is too long: where, when the rest is true without it.
_MAY_GO = frozenset("in at on near".split())
_BOUND = re.compile(r"\b(?:no|not|none|never|nobody|nothing|all|every|each|any|without|if|unless)\b|n’t\b")


def _trimmed(words: list[str]) -> list[str]:
    """Without its last phrases of place, where it is too long and true without them."""
    text = " ".join(words)
    if len(words) <= MOST or _BOUND.search(text) or _SUPERLATIVE.search(text):
        return words
    at = finite(words)
    for end in range(MOST, LEAST - 1, -1):
        before = words[end - 1].strip(",").casefold()
        if words[end] not in _MAY_GO or at is None or end < at + 3 or words[end - 1].endswith(","):
            continue
        if before.endswith("ing") or words[end - 2] == "to" or _holds(words[end:]):
            continue
        if before in PREPOSITIONS | FINITE | SINGULAR | PAST | VERBS | {"and", "or", "the", "a", "an", "to"}:
            continue
        return words[:end]
    return words


#: What the rest of a clause is not left out for: aims, conditions, times to come.
_KEPT = frozenset("from to that than without next last week month year tomorrow later soon".split())


def _holds(tail: Sequence[str]) -> bool:
    """Does the rest hold more than places: a verb, an aim, what something is kept from?"""
    low = [word.strip(",.").casefold() for word in tail]
    return any(word in VERBS | FINITE | _KEPT or (word.endswith("ing") and len(word) > 5) for word in low)
