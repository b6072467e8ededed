"""Spoken: how is what somebody said told in a sentence of our own?"""

from __future__ import annotations

import re

from scrapers.compose.claims import Claim
from scrapers.compose.newsverbs import FINITE, PAST, PLURAL, SINGULAR, SINGULAR_OR_NOUN, VERBS
from scrapers.compose.sentences import sentence_at
from scrapers.compose.whosaid import who_says

#: A speaker's own words that class `link` may show (scrapers.model.Rights).
QUOTED_WORDS = 15

STALE = re.compile(
    r"\b(?:years?|decades?|months?)\s+(?:ago|earlier|after|later|on)\b|\banniversary\b"
    r"|\bafter\s+\d+\s+years\b|\blast\s+(?:year"
    r"|month)\b|\bin\s+(?:the\s+)?(?:19|20)\d\ds?\b|\bdecades?\b",
    re.I,
)

#: A clause that bounds what is said: without it the rest would be another statement.
_BOUNDS = re.compile(
    r"\W*(?:before|after|if|unless|until|when|while|once|although|though|despite|even|since|as|whether|without"
    r"|in case|should|had|amid|because)\s",
    re.I,
)
#: The first half of a contrast, or the second.
_CONTRAST = re.compile(
    r"\b(?:but|though|although|however|yet|nevertheless|while)\W*(?:(?:said|says|added|that)\W*){0,2}$|^\W*(?:but|though|although)\b",
    re.I,
)
#: What was told further up, or only there.
_UNDEFINED = re.compile(
    r"\b[Bb]oth\s(?!.*\band\b)|\b[Tt]he\s(?:[a-z-]+\s){0,2}(?:deal|information|list|move|decision|plan|proposal|measures?|documents?|incident"
    r"|case|issue|situation|matter|claims?|offer|request|agreement|exports|operation|raid|ban|bill|statement"
    r"|remarks|comments|two|pair|pact|leak|leaks|images?|video|footage|allegations?|accusations?|charges?|exercises?"
    r"|drills?|shipments?|package|system|systems|project|programme|program|process|initiative|role|law|rules?|visit"
    r"|trip|report|letter|call|review|delay|vote|result|results|investigation|probe|search|suspects?|victims?)\b"
    r"(?!\s(?:of|to|for|between|on|with|that|in|against|over|about|from|by|will be used)\b)"
)


def is_undefined(words: str) -> bool:
    """Does it speak of "the deal" or "the information" that only other sentences tell of?"""
    return _UNDEFINED.search(words) is not None


#: He takes it back, or bounds it, in his next words: `“They will open the harbour,” he said. “But not today.”`
_BUT = re.compile(
    r"\s*[”\"’]?\s*[“\"‘'](?:But|However|Yet|Still|Nevertheless|Unless|Although|If|When|Once|Only|Except|Until|Provided"
    r"|As long as|The moment|That is what|That[’']s what)\b|[”\"’]?\s+(?:But|However|Yet)\s(?=[^.]*[”\"])"
)


#: `“They will open the harbour,” said the envoy, “but not today.”`
_GOES_ON = re.compile(
    r",?[”\"’]\s[^“”\".]{2,120},\s[“\"‘](?:but|though|although|unless|yet|if|until|when|because)\b", re.I
)


#: The same outside the marks; or he denies it, or has it from another.
_BOUND_BEHIND = re.compile(
    r",?[”\"’]\s[^“”\"]{0,120}?(?:,\s(?:provided|if|unless|once|as long as|until|when|but)\b"
    r"|\b(?:denied|denies|having said|was quoted)\b|\bhad (?:told|never)\b|\bnever said\b)"
)


def is_half(text: str, claim: Claim) -> bool:
    """Is it one half of what was said: behind "but", before it, or bound by a clause that would be left out?"""
    before, after = text[: claim.span[0]].rstrip('“"‘ '), text[claim.span[1] : claim.span[1] + 12]
    start, end = sentence_at(text, claim.span[0])
    bound = start < claim.span[0] and _BOUNDS.match(text, start) is not None
    turned = re.search(r",\s(?:but|though|although)\b", text[claim.span[1] : end]) or _BUT.match(text, end)
    turned = turned or _GOES_ON.match(text, claim.span[1])
    if claim.direct:
        tag_ends = sentence_at(text, min(claim.span[1] + 2, len(text) - 1))[1]
        turned = turned or _BOUND_BEHIND.match(text, claim.span[1], tag_ends)
    return bound or bool(turned or _CONTRAST.search(before) or _CONTRAST.match(after.lstrip(',”"’. ')))


#: What stands for something that another sentence names.
_POINTS = re.compile(r"\b(?:he|she|it|they|him|her|them|his|its|their|this|these|those|then|your|such)\b", re.I)
#: "If I did that", "respects that but": what stood before.
_THAT = re.compile(
    r"\bthat(?:[’']s|\sis|\swas)\b|\b(?:suggested|said|proposed|done|seen|described)\shere\b|\bthat(?:$|,|\s(?:and|but|or|because|if|when|as)\b)"
)
#: A day that only the speaker's own is.
_HIS_DAY = re.compile(r"\b(?:yesterday|today|tonight|tomorrow|last night|this (?:morning|evening|week|year))\b", re.I)
#: `we’re`, `they’ll`.
_SHORT = re.compile(r"[’'](?:s|re|ve|ll|d|m|t)$")
_VERB_FORMS = FINITE | PAST | SINGULAR | SINGULAR_OR_NOUN | PLURAL | VERBS | frozenset("have want need".split())


#: `North Carolina, Gov`: its full stop ends no sentence.
_AT_AN_ABBREVIATION = re.compile(r"\b(?:Gov|Sen|Rep|Gen|Dr|Mr|Mrs|Ms|St|Lt|Col|Sgt|Capt|Maj|Jr|No|[A-Z])$")
#: He did not mean it, or said it of what is not told.
_NOT_PLAINLY = re.compile(
    r"[^“\"]{0,200}[”\"][^“”\".]{0,60}\b(?:quipped|joked|mocked|deadpanned"
    r"|said(?:\s[^“”\".]{0,20})?\s(?:about|of|when asked|in response|in reply))\b"
)


def quoted(text: str, claim: Claim) -> str | None:
    """`NAME said: “…”` for a whole sentence of at most fifteen words."""
    if is_half(text, claim) or is_undefined(claim.words):
        return None
    words = claim.words
    first = re.match(r"[^.!?…]+(?:[.!?](?=\s|$)|$)", words)
    if first is None:
        return None
    said = first[0].strip()
    if first.end() == len(words) and not re.search(r"[,.!?]$", words):
        return None
    if words.endswith(",") and re.match(r"[”\"’][^.“\"]{0,60},\s[“\"‘][a-z]", text[claim.span[1] :]):
        return None  # `“We will,” he said, “never stop.”`: half a sentence
    said = said.rstrip(",.")
    if (
        re.match(r"(?:that|yes|no|and|but|so|because|which|you|there|now|then|still|here)\b", said, re.I)
        or _POINTS.search(said)
        or _HIS_DAY.search(said)
        or _THAT.search(said)
    ):
        return None  # what it speaks of stands elsewhere
    if re.search(r",?\sthough$", said) or _AT_AN_ABBREVIATION.search(said):
        return None
    if _NOT_PLAINLY.match(text, claim.span[1]):
        return None
    if not any(word.strip(",").casefold() in _VERB_FORMS or _SHORT.search(word) for word in said.split()[1:]):
        return None
    if not said[:1].isupper() or not 4 <= len(said.split()) <= QUOTED_WORDS or re.search(r"[“”\"\[\]]", said):
        return None
    before = text[max(0, claim.span[0] - 2) : claim.span[0]]
    if claim.verb == "reported":
        return None  # `Reuters reported he told`: the agency's is not the voice
    if claim.source is None or not before.strip() or not claim.beside:
        return None
    return f"{who_says(claim)} said: “{said}”"
