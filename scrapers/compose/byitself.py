"""By itself: does a clause stand by itself: whole, plain prose, an event, leaning on nothing that stands elsewhere?"""

from __future__ import annotations

import re

from scrapers.compose.adds import countries
from scrapers.compose.articles import with_articles
from scrapers.compose.hiddenquotes import HIDDEN
from scrapers.compose.mainclause import finite, has_comma, listed, stands
from scrapers.compose.nations import A_STATE
from scrapers.compose.newsnouns import ONE_OF_A_KIND, ONE_OF_MANY, PLACES, THE_ONE
from scrapers.compose.shorter import LEAST
from scrapers.compose.spelling import Spelling
from scrapers.compose.spoken import STALE, is_undefined
from scrapers.compose.telegraphic import is_telegraphic

_NOT_TOLD = re.compile(
    r"[?!\"‘…|;:/]|\.\.|\b(?:nonetheless|nevertheless|therefore|thus|I|I’m|we|our|(?-i:us)|my|me|you|your|today|tonight|yesterday|tomorrow|here|this|these|those"
    r"|there|such|so-called|latest|meanwhile|however|also|too|next|last|recent|recently|now|still|again|earlier"
    r"|later|ago|typically|usually|often|traditionally|normally|generally|always|regularly|for years"
    r"|another|both|others|instead|one of|may|might|could|should|would|must|perhaps|possibly|likely|reportedly"
    r"|allegedly"
    r"|discuss(?:es)?|raises? (?:\w+ )?questions?|records show|was among|according to"
    r"|comes?|came|headlines|details|incident|appears?|appeared|seems?|seemed|what|how|why|whether|if|not only"
    r"|even|just|only|amounts? to|pictured|according"
    r"|about to|has not commented|have not commented|declined to|no comment"
    r"|explains?|explores?|looks? at|speaks? to|talks? (?:to|about)|tells? (?:the|(?-i:us)|our|NPR|BBC|CNN)|NPR|podcast"
    r"|video|episode|newsletter|analysis|asks?|report(?:s|ed)? (?:from|on)|remains?|believe[sd]?|feels?|felt|fears?"
    r"|hopes?|tweeted about)\b",
    re.I,
)
_LEANING = re.compile(
    r"^(?:the\s(?:[\w-]+\s)?(?:attack|strike|raid|ambush|bombing|shooting|assault)s?\b|the\s(?:[\w-]+\s)?shelling\b|the\s(?:move|decision|incident|country|group|plan|deal|measure|proposal|attack|images?|planes?|situation|two"
    r"|pair|strike|operation|explosions?|man|woman|men|company|ministry|agency|trip|visit|meeting|talks|report"
    r"|statement"
    r"|comments?|claims?|case|suspects?|document|documents|leak|city|region|town|village|conflict|war|fighting|victims?"
    r"|law|bill|event|news|video|footage|weapons?|vessel|ship|boat|tanker|aircraft|jets?|blast|crash|fire|call|warning"
    r"|officials?|flights?|capital|drones?|missiles?|dead|toll|death toll|decades?|paper|book|film|author|clashes"
    r"|photograph\w*|violence"
    r"|agreement|truce|ceasefire|cease-fire|announcement|remarks|letter|leader|rebels?|soldiers?|troops|journalist"
    r"|reporter|activist|protests?|\d|first|second)\b|he|she|it|they|his|her|its|their|that|some|many|most|a"
    r"\s(?:new|second)\s(?:report|study|poll)|more(?!\sthan\s\d)|as|after|before|when|while|since|for|in|on|at(?!\sleast)|by|with|from"
    r"|to|under|despite|amid|during"
    r"|following|although|though|because|but|and|or|not|no|with)\b",
    re.I,
)
#: `the violence in Sudan`: which one stands behind it.
_WHERE_IT_IS = re.compile(
    r"^[Tt]he\s(?:[\w-]+\s)?(?!\w+ed\s)[a-z]+\s(?:in|at|near|over|between|of|on)\s(?:the\s)?[A-Z]"
)
#: What a clause leans on that stood in the part left out, or further up.
_POINTS_BACK = re.compile(
    r"\bthe (?:(?:country|city|region|nation|area|town|village|island|district|province)(?! of [A-Z])"
    r"|(?:[A-Z][\w-]+ )(?:[\w-]+ ){0,2}(?:country|nation)|group|pair|two|three|four|former|site|scene"
    r"|building|facility|agency|organi[sz]ation|company|court|ministry|capital(?! (?:of|[A-Z])))\b|\bhad\b|\bwho\b"
)
#: Before a name: "President Biden".
_TITLES = frozenset("President Pope King Queen Prince General Senator Governor Mayor Chancellor Premier".split())
_RANKS = ("Former", "Deputy", "Senior", "Top", "Leading", "Powerful", "Head", "Chief")


def stands_by_itself(words: list[str], spelling: Spelling) -> bool:
    """Is it short, whole and plain prose, does it tell of an event, and lean on nothing that stands elsewhere?"""
    clause = " ".join(words)
    if _is_no_news(clause) or len(words[-1].strip(".")) < 2:
        return False
    if (
        len(words) < LEAST
        or _NOT_TOLD.search(clause)
        or (_LEANING.match(clause) and not _WHERE_IT_IS.match(clause))
        or STALE.search(clause)
    ):
        return False
    if re.search(r"\b([A-Z][a-z]{2,})\1", clause):
        return False  # `TrumpTrump`: a page's link run into its text
    if _OF_WHOM.search(clause) or re.match(r"People\b", clause):
        return False
    if re.match(r"(?:Dawn|Night|Darkness|Smoke|Sunlight|Rain|Snow|Silence)\b", clause):
        return False  # a scene
    if _WHICH.search(clause):
        return False  # "with countries", of which more was said
    if _NO_VERB.search(clause) or re.search(r"\bsaid (?:was|is|were|has|had)\b", clause):
        return False  # a standfirst's "two people killed and five wounded"
    if "'" in clause or "“" in HIDDEN.sub("", clause) or (has_comma(clause) and not listed(clause)):
        return False
    at = finite(words)
    if at is None or not stands(words, at):
        return False
    if _says_nothing(words):
        return False
    if words[at] in ("is", "are", "was", "were") and words[at + 1 : at + 2] in (["a"], ["an"], ["the"]):
        return False  # who somebody is, not what happened
    title = words[0] in _TITLES and words[1][:1].isupper()
    if words[0] in _RANKS or (not title and words[0].casefold() in ONE_OF_MANY | ONE_OF_A_KIND | THE_ONE | PLACES):
        return False  # "Meeting underscores": a standfirst's lone noun, also with what stands before it
    if not re.search(r"\b(?:the|an?)\b", clause, re.I) and is_telegraphic(clause):
        return False
    return with_articles(words, verb=at, spelling=spelling) == words  # not a line of a headline's kind


#: Hearsay; somebody who stood elsewhere: "Sources say he wanted", "sentenced her".
_OF_WHOM = re.compile(
    r"\b(?:is|are|was|were) said to\b"
    r"|^(?:[A-Z]\w+s|Police|The (?:\w+ )?(?:army|police|military|ministry|government))"
    r"\s(?:say|says|said)\s(?:that\s)?(?:he|she)\b"
    r"|^(?!.*\b(?!An? |The )[A-Z]\w+ [A-Z]\w+).*\b(?:him|her(?!\s(?!(?:to|in|on|for|with|at|from)\b)[a-z]))\b"
    r"|\bthe (?:comments|remarks)\b"
)


def _says_nothing(words: list[str]) -> bool:
    """Does "said" have nothing said behind it: no verb and no quotation ("has said prospects for a renewal")?"""
    at = next((n for n, word in enumerate(words[:10]) if word in ("said", "says")), None)
    if at is None:
        return False
    what = words[at + 1 :]
    its_own = what[:1] and what[0] in ("it", "he", "she", "they", "its", "his", "her", "their")
    return not its_own and "“" not in " ".join(what) and "to" not in what[:3] and finite(["X", *what]) is None


#: How things have been for long, or a scene: no event of the day.
_STATE_OF_THINGS = re.compile(
    r"\b(?:has|have) (?:long )?been (?:\w+ly )?(?:reluctant|uncertain|wary|tense|strained|divided|under|at|in|a|an"
    r"|the)\b"
    r"|\b(?:is|are|was|were) (?:\w+ )?unfolding\b|\barrived to\b|\bto avoid the war\b|\bhas long\b|\bhave long\b"
    r"|\bare a common\b"
)
#: `At least 20 people killed and five wounded`: no verb.
_NO_VERB = re.compile(
    r"^(?:[\w,]+\s){1,4}?(?:people|civilians|others|soldiers)\s(?:killed|wounded|injured|dead|hurt)\b(?=\s(?:and|in|at|on|by)\b|$)"
)
#: "Had" of what is reported in the past: "said that they had agreed".
_SAID_IT_HAD = re.compile(
    r"(\b(?:said|announced|confirmed|reported|claimed|told\s[\w’ ]{3,40}?)(?:\sthat)?\s(?:[\w’-]+\s){1,8}?)had"
    r"(?=\s\w+(?:ed|en|wn|ne|ut|nt|ck|ot|id|ft|t)\b)"
)
#: So wide a noun at the end was told more closely.
_WHICH = re.compile(r"\b(?:by|from|with|against)\s(?:men|women|people|countries|nations|groups|individuals)$")
OF_A_STATE = re.compile(r"\bthe (?:country|nation)\b")


#: A state by its name, or those who act for it: "Russian missiles" fly in another one's sky.
_NAMES_IT = re.compile(
    rf"\b(?:{A_STATE}|UK|US|U\.S\.)\b"
    r"|\b[A-Z]\w+\s(?:state|government|president|prime|foreign|defen[cs]e|interior|authorities|police|parliament|court|lawmakers"
    r"|official|officials|city|capital|town|region|province|village|President|Prime|Foreign|Defen[cs]e|Interior|Supreme|army\sand)\b"
)


def points_back(clause: str) -> bool:
    """Does it lean on what stood elsewhere? "The country" is the state that stands before it."""
    found = OF_A_STATE.search(clause)
    if found is not None and len(countries(clause)) == 1 and _NAMES_IT.search(clause[: found.start()]):
        clause = OF_A_STATE.sub("X", clause)
    return _POINTS_BACK.search(_SAID_IT_HAD.sub(r"\1", clause)) is not None


def _is_no_news(clause: str) -> bool:
    return _STATE_OF_THINGS.search(clause) is not None or is_undefined(clause)
