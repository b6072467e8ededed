"""Which headline stands above a development: near to the others, and a report of who did what, where and to how many.

The weights were set on 288 developments of sixteen nights of which the best headline had been named beforehand: it
stands above .78 of them, and above .71 by nearness, manner and age alone. They lie on a plateau: twice or half of any
of them changes at most four.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrapers.group.headlines import manner
from scrapers.group.importance import dead_in

#: What steps aside while another headline reports: it asks in its midst, tells of several things at once, is a portrait
#: ("Name: The women who ..."), opens or ends with somebody's words, begins with "They", shows pictures or is a column.
_ASIDE = re.compile(
    r"\?\s|^latest (?:on|in|from)\b|^your \w+ (?:update|news)\b|\b(?:morning|afternoon|evening) update\b"
    r"|^[^:]{3,40}: (?-i:The|A|An) |^[\"'“‘][^\"”]{3,60}[\"'”’],?:|:\s*[\"'“‘][^\"”]+[\"'”’]$"
    r"|^(?:they|we|he|she|it|i)\b|^in (?:photos|pictures|maps|charts)\b|^the [\w ]+ view on\b",
    re.I,
)
#: It may be true, and is said so as to stir.
_STIRS = re.compile(
    r"\b(?:begs?|begged|slaps?|fury|furious|anger|fumes?|insults?|dotage|hell|hellhole|startling|scares?|scared|heroic"
    r"|hero(?:es)?|thugs?|crony|cronies|finally|bombshell|humiliat\w+|dramatic\w*|brutal\w*|crazed|vile|evil|chaos"
    r"|\d+K)\b",
    re.I,
)
#: The newsroom's own shorthand.
_SLANG = re.compile(r"\b(?:spox|prez|potus|flotus|dems|admin|nat sec|veep|natsec|boffins?|cops?)\b", re.I)
#: Somebody speaks who is not named as the one who speaks; "US" is a country.
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Mm]y|me|(?<!War )I|us|[Ww]e['’](?:re|ve|ll)|I['’](?:m|ve|ll|d))\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'][^’']*(?:[’'](?=\w)[^’']*)*[’'](?!\w)")
#: The first sentence of a round-up's part: it ends in a comma, names the weekday, or has the articles and the perfect
#: that headlines leave out.
_SENTENCE = re.compile(
    r",\s*$|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:the|a|an)\b.*\b(?:has|have|had|said|was|were)\b", re.I
)
#: What is only to come, or a station on the way: outdated by what came of it.
_TO_COME = re.compile(
    r"\b(?:prepar(?:es?|ing)|poised|expected|plans?|planning|set|due|about|ready) to\b|\bto be\b|\bannouncing\b"
    r"|\bto (?:hear|host|hold|meet|visit|begin|start|send|announce|discuss|deploy|sign|vote|topped)\b"
    r"|\bprep(?:ping|aring) (?:for|to)\b|\bappears in (?:\w+ )?court\b|\bheads? to\b",
    re.I,
)
#: Whose word it is, or that it is not certain.
_HEDGED = re.compile(
    r"\b(?:says?|said|according to|claims?|accuses?|alleged(?:ly)?|suspected|apparent|appears?|likely"
    r"|blames?|warns?|confirms?|denies|think tank)\b"
    r"|^(?:group|report|officials?|police|army|military|ministry|un|u\.n\.|red cross|us military):"
    r"|(?::|\s[–—-])\s*(?:officials?|reports?|sources?|police|ministry|un|governor|military|army)$",
    re.I,
)
_CAPITAL = re.compile(r"(?<![\w’'])[^\W\d_a-z][\w.]+")
#: "Six men and a child": the sum is not named.
_IN_PARTS = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) [\w ]{3,25}? and (?:an?|one|two|three|\d+)\b", re.I
)
_DEAD = re.compile(r"\b(?:kill(?:s|ed|ing)?|dead|die[sd]?|deaths?|toll)\b", re.I)
_NUMBER = re.compile(
    r"(?<![\w.$€£])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\w%]|[.,-]\d|-\w)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|scores)\b",
    re.I,
)
#: So many, and how many, of people: "dozens", where another headline counts 56.
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|several|many)\b", re.I)
_EXACT = re.compile(
    r"(?<![-$€£.,\w])(?:[2-9]\d|[1-9]\d{2}|\d{1,3},\d{3})\b"
    r"(?!%|\s(?:million|billion|hours?|days?|minutes?|years?|percent)|-)"
)
#: Which war it is, set before what happened.
_KICKER = re.compile(r"^[^:]{0,25}\b(?:war|crisis|conflict|fighting|clashes|latest|live|briefing)\b[^:]{0,12}:", re.I)
_ABBREVIATIONS = frozenset(
    "NATO ISIS ISIL UNICEF UNESCO UNHCR UNRWA ECOWAS ASEAN OPEC OSCE IAEA HIMARS AFRICOM CENTCOM FARC START"
    " SEAL ECHO MEND".split()
)

ASIDE, STIRS, SENTENCE, SHOUT, KICKER = 1.0, 0.2, 0.5, 0.15, 0.15
SLANG, FIRST_PERSON, UNCLOSED, NOBODY = 0.4, 1.0, 0.4, 0.2
#: What another language costs beside English, the language of these pages; what "dozens" cost where they are counted.
FOREIGN, VAGUELY = 3.0, 0.2
#: A death or a deed that the texts hold at arm's length.
_DOUBT = re.compile(
    r"\b(?:probabl[ey]|possibl[ey]|presum\w+|unconfirmed|unverified|alleged(?:ly)?|reportedly|suspected|apparent(?:ly)?"
    r"|believed to|thought to|may have|might have|appears? to)\b",
    re.I,
)
#: What a heading costs that tells a death for certain where so much of the texts that tell of it doubt it.
OVERCLAIMS, DOUBTED = 1.0, 0.5
#: Characters of a text that show whether it doubts.
BEGINNING = 400
#: What a toll costs that so many newer headlines exceed: it is no longer true.
OUTNUMBERED, BY = 1.0, 2
#: What a number gains; who hedges, or counts the dead, gains the more, the more headlines hedge or tell of dead.
NUMBER, HEDGED, TOLL = 0.1, 0.2, 0.3
#: What the newest headline gains over the oldest: it tells how the day ended. What was only to come loses more, the
#: older it is.
NEWEST, TO_COME, OUTDATED = 0.15, 0.05, 0.6
#: A headline of this many words says who, where and how many; beyond it each further word costs.
FULL, TOLD_FULLY, LONG = 11, 0.2, 0.04
#: Characters a heading has at most where another one is shorter, and what it costs to have more.
MOST, TOO_LONG = 110, 1.0
#: In a group of fewer than four headlines nearness says little: to its own text, mostly.
FEW, NEAR_OF_FEW = 4, 0.8


def best(
    headlines: Sequence[str],
    near: Sequence[float],
    languages: Sequence[str],
    ages: Sequence[float] | None = None,
    *,
    texts: Sequence[str] = (),
) -> int:
    """The position of the headline to show; English goes first where there is one. `near` is its `nearness`.

    `ages` in hours: among headlines that are alike in the rest the newer one is shown. `texts` are what stands below
    the headlines: one that is surer of a death than they are steps aside.
    """
    english = "en" in languages
    oldest = max(ages, default=0.0) if ages else 0.0
    old = [age / oldest for age in ages] if ages and oldest else [0.0] * len(headlines)
    trust = NEAR_OF_FEW if len(headlines) < FEW else 1.0
    names = {
        word
        for headline, language in zip(headlines, languages, strict=True)
        if language == "en"
        for word in _CAPITAL.findall(headline[1:])
    }
    tolls = [dead_in(headline) for headline in headlines]
    exact = any(_EXACT.search(headline) for headline in headlines)
    hedged, dead = (_share(pattern, headlines) for pattern in (_HEDGED, _DEAD))
    doubted = _is_doubted(texts)

    def worth(at: int) -> tuple[float, str]:
        headline = headlines[at]
        value = trust * near[at] + manner(headline) + _form(headline) + NEWEST * (1.0 - old[at])
        if english and languages[at] != "en":
            value -= FOREIGN
        if _VAGUE.search(headline) and exact and not _EXACT.search(headline):
            value -= VAGUELY
        if _TO_COME.search(headline):
            value -= TO_COME + OUTDATED * old[at]
        if _HEDGED.search(headline):
            value += HEDGED * hedged
        if _DEAD.search(headline) and _NUMBER.search(headline):
            value += TOLL * dead
        if doubted and _DEAD.search(headline) and not (_DOUBT.search(headline) or _HEDGED.search(headline)):
            value -= OVERCLAIMS
        if names and not names.intersection(_CAPITAL.findall(headline)) and not _CAPITAL.search(headline[1:]):
            value -= NOBODY
        if (
            tolls[at]
            and not _IN_PARTS.search(headline)
            and sum(tolls[at] < toll and age <= old[at] for toll, age in zip(tolls, old, strict=True)) >= BY
        ):
            value -= OUTNUMBERED
        return value, headline

    return max(range(len(headlines)), key=worth)


def _is_doubted(texts: Sequence[str]) -> bool:
    """Do most of the texts that tell of a death doubt it, in the same sentence?"""
    deaths = [sentence for text in texts for sentence in re.split(r"(?<=[.!?])\s", text) if _DEAD.search(sentence)]
    return bool(deaths) and _share(_DOUBT, deaths) >= DOUBTED


def _share(pattern: re.Pattern[str], headlines: Sequence[str]) -> float:
    return sum(bool(pattern.search(headline)) for headline in headlines) / len(headlines)


def _form(headline: str) -> float:
    """What its form is worth, whatever the others say."""
    words = len(headline.split())
    value = TOLD_FULLY * min(words, FULL) / FULL - LONG * max(0, words - FULL)
    value -= TOO_LONG * (len(headline) > MOST)
    for pattern, cost in (
        (_ASIDE, ASIDE),
        (_STIRS, STIRS),
        (_SENTENCE, SENTENCE),
        (_KICKER, KICKER),
        (_NUMBER, -NUMBER),
        (_SLANG, SLANG),
    ):
        if pattern.search(headline):
            value -= cost
    bare = _QUOTED.sub("", headline)
    if _FIRST_PERSON.search(bare):
        value -= FIRST_PERSON
    if re.search(r"[“”\"]|(?<!\w)[‘'](?=\w)", bare):
        value -= UNCLOSED
    if any(word.isupper() and len(word) > 3 and word not in _ABBREVIATIONS for word in re.findall(r"\w+", headline)):
        value -= SHOUT
    return value
