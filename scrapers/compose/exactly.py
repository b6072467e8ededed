"""Exactly: is a number of a sentence told as the sentence gives it: its qualifier, whom it counts, its time?

What is of another time, a plan, a part of something larger or another deed than the metric's is not told at all.
"""

from __future__ import annotations

import re
from dataclasses import replace

from scrapers.compose.figures import Figure

#: "deaths top 400", "passes 400": more than 400.
_PASSED = re.compile(
    r"\b(?:top(?:s|ped|ping)?|pass(?:es|ed)|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|above)\s+(?:the\s)?$", re.I
)
_NEARLY = re.compile(r"^(?P<word>nearly|almost)\b", re.I)
_NEARS = re.compile(r"\b(?:near(?:s|ed|ing)?|approach(?:es|ed|ing)?|close(?:s|d)? in on)\s+(?:the\s)?$", re.I)
#: A whole of which something is done, is to be done or was meant to be.
_NOT_DONE = re.compile(
    r"\b(?:involv(?:es|ed|ing)|part of|out of|plan(?:s|ned)?|planning|expect(?:s|ed)|intend(?:s|ed)|aim(?:s|ed)?"
    r"|due|set|want(?:s|ed)|ready|hop(?:es|ed|ing)|could|might|may|would|will|should|to be|threaten(?:s|ed)?"
    r"|prepar(?:es|ed|ing)|warn(?:s|ed|ing)?|fear(?:s|ed)?|risk(?:s|ed|ing)?"
    r"|(?:start(?:s|ed)?|began|begun|begins?)\s(?:to\s)?(?:free|releas|evacuat|exchang|swap|deport|repatriat)\w*)\b",
    re.I,
)
#: What was before: told to explain the news.
_BEFORE = re.compile(
    r"\b(?:who|which|that|where|when|whom)\b[^,.;]{0,40}\b(?:had|has)\s(?:been\s)?\w+"
    r"|\b(?:previous(?:ly)?|in the past|last (?:week|month|year|summer|autumn|winter|spring|fall)"
    r"|earlier this (?:week|month|year)|a (?:week|month|year|decade) (?:ago|earlier|before)|vanished in|disappeared in"
    r"|the (?:20|19)\d\d|anniversary|long-running|history|veterans?|similar (?:attack|strike|incident)\w*)\b",
    re.I,
)
#: Up to the number: "a day after a strike killed 13 people", "since a 2015 bombing that killed", "blamed for an attack
#: that left".
_OLD = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?)\s(?:after|before)\s[^,;]*\b(?:killed|kills|left|wounded|injured)\s"
    r"(?:at least\s)?$"
    r"|\bsince\san?\s(?:19|20)\d\d\b[^,;]*$"
    r"|\b(?:blamed|responsible|wanted|suspected|convicted)\s(?:for|of|over)\b[^,;]*$",
    re.I,
)
_FIRED = re.compile(
    r"\b(?:launch\w*|fire[ds]?|firing|lobb\w*|unleash\w*|sent|sends?|hurl\w*|shot at|attack(?:ed|s)? with)\b", re.I
)
#: Whom a number before these words counts, though nobody is named behind it.
_WHOSE = re.compile(
    r"\b(?P<who>civilian|police(?:men)?|soldier|troop|child|children|women|journalist|migrant)s?['’]?\s"
    r"(?:deaths?|dead|casualties|death toll|toll)\b",
    re.I,
)
#: A part, where the rest of a sum stands behind it.
_SUM_GOES_ON = re.compile(r"\bas well as (?:\d|an?\b|two|three|four|five|six|seven|eight|nine|ten|dozens|scores)")
#: What ends where somebody is set free, or was so only then.
_TAKEN = ("detained", "captured", "abducted", "hostages_held")
_SET_FREE = re.compile(
    r"\b(?:releas\w+|freed|freeing|set free|(?:was|were|had) been held|(?:was|were) being held)\b", re.I
)
#: "In the capital": of which state, where its name stands elsewhere?
_IN_THE_TOWN = re.compile(r"[^,;.]{0,40}\bin\s(?:the|its)\s(?:capital|city|town|village|region|area)\b(?!\sof\s)")
#: A slip of the article's: "4,806,702 million".
SLIP = re.compile(r"\b\d[\d,]{4,}\s(?:million|billion)")
_MANY = {"civilian": "civilians", "police": "police", "soldier": "soldiers", "troop": "troops", "child": "children"}


def exactly(figure: Figure, text: str) -> Figure | None:
    """The figure with its sentence's qualifier and whom it counts; None where it is no number of the news."""
    start, end = figure.sentence
    before, clause = text[start : figure.span[0]], _clause(text, figure)
    if _OLD.search(before):
        return None
    if _NOT_DONE.search(clause) or (_BEFORE.search(clause) and figure.window != "cumulative"):
        return None
    if _SUM_GOES_ON.search(clause) or (figure.metric in _TAKEN and _SET_FREE.search(clause)):
        return None
    if figure.place and _IN_THE_TOWN.match(text, figure.span[1], end):
        figure = replace(figure, place=None)
    if figure.metric in ("drones_launched", "missiles_launched") and not _FIRED.search(text[start:end]):
        return None
    number = text[figure.span[0] : figure.span[1]]
    if figure.qualifier in ("exactly", "about"):
        if _PASSED.search(before):
            figure = replace(figure, qualifier="more than")
        elif nearly := _NEARLY.match(number) or _NEARS.search(before):
            figure = replace(figure, qualifier="almost" if nearly[0].casefold().startswith("almost") else "nearly")
    if (figure.who or "people").casefold() in ("people", "persons") and (whose := _WHOSE.search(clause)):
        who = whose["who"].casefold()
        figure = replace(figure, who=_MANY.get(who, who if who.endswith("en") else f"{who}s"))
    return figure


def _clause(text: str, figure: Figure) -> str:
    """The part of the sentence, between semicolons and "but", in which the number stands."""
    first, end = figure.sentence
    for cut in re.compile(r"[;:]|,\s(?:but|while|though|although|whereas)\s").finditer(text, first, end):
        if cut.end() <= figure.span[0]:
            first = cut.end()
        elif cut.start() >= figure.span[1]:
            return text[first : cut.start()]
    return text[first:end]
