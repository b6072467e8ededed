"""Named by number: does a number name a thing ("Villa 6 was evacuated") rather than count people ("12 were killed")?

By the form of the clause alone, whatever the thing is: a number without a noun of its own, directly behind a name, is
the name's. It counts where a clause begins with it, or with it behind an adjunct ("In Koravets 12 were killed").
"""

from __future__ import annotations

import re

from scrapers.facts.marks import pattern
from scrapers.facts.saying import FUNCTION_WORDS, MONTHS_AND_DAYS, SPEECH

#: The name's last word, with the words of capitals before it.
_NAME = re.compile(r"(?<![\w’'-])(?:[A-Z][\w’'.-]*\s)*(?P<last>[A-Z][\w’'-]*)\s$")
_BOUNDARY = re.compile(
    r"[,;:—–(\"“]|\s-\s|\b(?:that|and|but|or|while|when|where|as|if|because|whereas|although|though|after|before|once)\s"
)
_OF = (
    "(?:in|on|at|near|outside|inside|around|across|during|between|from|by|with|of|against|over|under|amid|among|for"
    "|along|off|within|throughout|since|until|to|into|after|before|beside|behind|beyond)"
)
_WHOSE = "(?:the|an?|its|his|her|their)"
#: `In `, `At the `, `In the old town of `: an adjunct, behind which the subject follows.
_ADJUNCT = pattern(rf"^\W*{_OF} (?:{_WHOSE} (?:[\w’'-]+ ){{0,4}}(?:{_OF} (?:the )?)?)?(?:[\w’'-]+ and )?$")
_HANGS = pattern(rf"\b{_OF} (?:{_WHOSE} )?$")
_SAID = re.compile(r"([\w’'-]+)\s+$")

_ONE_THING = pattern(r"^ (?:was|is|has|wasn[’']t|isn[’']t|hasn[’']t)\b")
#: A verb, or its participle, right behind the number.
_VERB = pattern(
    r"^ (?:(?:were|are|have|had) |(?-i:[a-z]+ed)\b|(?-i:shot|slain|hurt|hit|dead|missing|freed|lost|left|fled|died)\b)"
)
#: What the verb is done to. Behind a participle ("12 killed") stand an end, a small word, a day or an adverb instead.
_OBJECT = pattern(
    r"^ (?-i:[a-z]+ed|shot|hurt|hit|left|lost|kills|injures|wounds)"
    r" (?!(?:in|on|at|by|near|after|as|when|while|during|from|amid|over|since|and|or|but|with|outside|inside|around"
    r"|across|following|for|before|until|under|between|among|along|so|to|than|of|due|because|if|where|who|which|that|per"
    r"|yesterday|today|tonight|overnight|last|this|these|early|late|earlier|later|again|elsewhere|there|here|alone"
    r"|was|were|is|are|has|have|had|be|been|say|says|said|\w+ly|{PEOPLE})\b)[\w\x02]"
)
_SECOND_TOLL = pattern(r"^ \w+ {ANY} (?:(?:others?|more) )?(?:\w+ed|hurt|missing|critical\w*)\b")


def names_a_thing(before: str, behind: str, number: str) -> bool:
    """Is `number`, as it is written, the name of a thing? Around it the sentence, other numbers as marks."""
    name = _NAME.search(before)
    if name is None or name["last"].casefold() in FUNCTION_WORDS:
        return False
    one_thing = _ONE_THING.match(behind) is not None
    if one_thing and number.casefold() not in ("1", "one"):
        return True
    day = name["last"].casefold() in MONTHS_AND_DAYS
    acts = _OBJECT.match(behind) is not None and not _SECOND_TOLL.match(behind) and not _day_follows(behind)
    clause = before[: name.start()]
    for boundary in _BOUNDARY.finditer(before[: name.start()]):
        clause = before[boundary.end() : name.start()]
    if day or _ADJUNCT.match(clause) or _is_said(clause):
        return acts
    if one_thing:
        return number == "1"
    return acts if not clause.strip() else _VERB.match(behind) is not None


def _day_follows(behind: str) -> bool:
    word = re.match(r"\s\w+\s([\w]+)", behind)
    return word is not None and word[1].casefold() in MONTHS_AND_DAYS


def _is_said(clause: str) -> bool:
    """`The ministry said in `: an adjunct behind a verb of saying."""
    if not (hangs := _HANGS.search(clause)):
        return False
    said = _SAID.search(clause[: hangs.start()])
    return said is not None and said[1].lower() in SPEECH
