"""Stands alone: is a sentence understood by who has read nothing but the heading above it?"""

from __future__ import annotations

import re

from scrapers.facts.counts import NUMBER_WORDS
from scrapers.facts.saying import FUNCTION_WORDS, MONTHS_SHORT, TITLES

#: A first word that leans on a sentence before it.
_LEANS = re.compile(
    r"(?:he|she|it|they|his|her|hers|its|their|this|that|these|those|both|such|but|and|or|nor|so|yet|also|however"
    r"|meanwhile|instead|then|still|moreover|furthermore|therefore|thus|elsewhere|separately|earlier|later"
    r"|another|others?|one of them|the (?:former|latter|two|three|pair|same))\b(?!-)",
    re.I,
)
#: What leans on the headline of its own article, and is understood beneath that.
_LEANS_ON_HEADLINE = re.compile(
    r"the (?:move|announcement|decision|comments?|remarks?|plea|visit|statement|incident|meeting|attack|deal|news"
    r"|group|trip|talks|drills|ex-\w+)\b(?!\s+(?:of|in|on|for|with|between|by)\b)",
    re.I,
)
#: The same but for what a second sentence may lean on: the first one right before it.
_LEANS_FAR = re.compile(r"(?:but|and|or|so|yet|meanwhile|elsewhere|separately|also)\b", re.I)
#: Who writes or who reads, outside quotation marks; "US" is a state.
_SELF = re.compile(
    r"\b(?:[Ww]e|[Oo]urs?|(?<!War )I(?=[\s’'])|[Mm]y|me|[Yy]ou|[Yy]ours?|us|[Ww]e['’](?:re|ve|ll)|[Yy]ou['’]re)\b"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)|«[^»]*»|„[^“”]*[“”]")
#: What points at the page, sells, or promises to tell.
_POINTS = re.compile(
    r"\b(?:here(?:['’]s| is| are)|read more|click|subscribe|sign up|newsletter|podcast|watch (?:live|the)|listen to"
    r"|follow (?:our|the latest)|(?:live|latest)(?: news)? updates?|as it happened|pictured|file photo"
    r"|the post .* appeared|(?:this|our) (?:article|story|video|episode|newsletter|briefing)"
    r"|this is what|what (?:you|we) (?:need to )?know|weighs in|breaks down|takes? a (?:closer )?look|looks (?:at|back)"
    r"|examines|explores|explains (?:how|why|what)|advertisement|quiz|continue reading|copyright|all rights reserved"
    r"|cookies?)\b",
    re.I,
)
_ENDS_OPEN = re.compile(r"(?:\?|:|…|\.\.\.|,|;|\[…\]|\[\.\.\.\])[”\"’')\]]*$")
#: A sentence is whole that comes to its end, of whatever script, with what closes behind it. A question does not tell.
_ENDS = re.compile(r"[.!。！．｡।॥۔։።။។][”“\"’'»«›」』)\]）]*$")
#: "as troops loyal to Gen.": a point that ends a word.
_ENDS_A_WORD = re.compile(rf"\b(?:{TITLES}|{MONTHS_SHORT})\.$")
#: Characters of a line that may stand without an end mark where its publisher offers it by itself: some write all of
#: their standfirsts so. What a machine cuts is longer: of 407 summaries of five nights 36 have no end mark, and the two
#: among them that were cut have 163 and 500 characters.
LINE = 130
#: A photograph's: the whole date it was taken stands at its end, or whose picture it is.
_CAPTION = re.compile(
    r"\bon [A-Z][a-z]+\.? \d{1,2}, \d{4}\.?$|\bPhoto(?:graph)?s?:|\([A-Z][\w ./-]+/[A-Z][\w ./-]+\)\.?$|\bis seen\b"
)
#: A columnist's name in capitals before his words.
_COLUMNIST = re.compile(r"^[A-Z]{3,} [A-Z]{3,}:")
#: Order without a subject: "Find out …".
_ORDER = re.compile(r"^(?:find out|see|read|watch|listen|discover|learn|meet|join|get|catch up|explore|check)\b", re.I)


def stands_alone(
    sentence: str,
    headline: str,
    *,
    own: bool,
    english: bool = True,
    leans: bool = False,
    clause: bool = False,
    line: bool = False,
) -> bool:
    """Is it a whole report by itself: no question, no teaser, nobody's "we", nothing that leans on another sentence?

    `own`: the headline stands above it. `leans`: it stands right behind the sentence before it, and may lean on that.
    `clause`: it is what somebody says, and the end of its sentence stands elsewhere. `line`: it is all that stands at
    its place. A sentence that says the headline over again is none.
    """
    bare = _QUOTED.sub("“”", sentence)
    if _ENDS_OPEN.search(sentence) or not _closed(sentence) or line_key(sentence) == line_key(headline):
        return False
    if not (clause or _ends(sentence) or (line and english and _is_a_line(sentence))):
        return False
    if not english:
        return sentence[:1].isalnum() or sentence[:1] in "“«\"'‘„"
    if sentence[:1].islower():
        return False
    begins = sentence.lstrip("“\"‘'")
    if (_LEANS_FAR if leans else _LEANS).match(begins) or (not own and _LEANS_ON_HEADLINE.match(begins)):
        return False
    return not any(pattern.search(bare) for pattern in (_SELF, _POINTS, _ORDER, _CAPTION, _COLUMNIST))


def _ends(sentence: str) -> bool:
    """Does it come to its end? A sentence that was cut would say what nobody said."""
    return _ENDS.search(sentence) is not None and not _ENDS_A_WORD.search(sentence)


def _is_a_line(sentence: str) -> bool:
    """Is it short, and ends with a word that can end a sentence?"""
    last = sentence.split()[-1].strip("”’\"')").casefold()
    return len(sentence) < LINE and last.isalpha() and last not in FUNCTION_WORDS | NUMBER_WORDS


def _closed(sentence: str) -> bool:
    """Do its quotation marks and brackets close?"""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
    return all(sentence.count(a) == sentence.count(b) for a, b in pairs) and sentence.count('"') % 2 == 0


def line_key(text: str) -> str:
    """The words of a line, to compare it."""
    return " ".join(re.findall(r"\w+", text.casefold()))
