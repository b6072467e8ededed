"""Other time: does a text tell of another year, another day or the story so far?"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from scrapers.facts.saying import MONTH, MONTHS_SHORT

#: Years, decades and months ago; anniversaries.
STALE = re.compile(
    r"\b(?:years?|decades?|months?)\s+(?:ago|earlier|after|later|on)\b|\banniversary\b"
    r"|\bafter\s+\d+\s+years\b|\blast\s+(?:year|month)\b|\bin\s+(?:the\s+)?(?:19|20)\d\ds?\b|\bdecades?\b",
    re.I,
)
# An event that is only named to tell which trial, anniversary or suspect the news is about.
_BACKGROUND = re.compile(
    r"\b(?:behind|over|accused|charged|convicted|sentenced|responsible\s+for|mastermind\w*|directed|planned"
    r"|suspected|trial|guilty|jailed|verdict"
    r"|linked\s+to|inquiry|investigation|commemorat\w+|memorial|remember\w*|survivors?"
    r"|survived)\b[^.;]*?\b(?:that|which|who)\s+(?:has\s+|have\s+|had\s+)?"
    r"(?:kill|left|injur|wound|claim)|\b(?:tornado|earthquake|quake|holocaust|remembrance"
    r"|moment\s+of\s+silence|world\s+war|cold\s+war|vietnam\s+war|korean\s+war|stampede|hepatitis|outbreak(?!\s+of\s+(?:\w+\s+)?(?:fighting|combat|violence|war|conflict|hostilities|clashes))|cholera"
    r"|flood\w*|landslide|storm|cyclone|hurricane)\b",
    re.I,
)


_THIS_MONTH = re.compile(r"\b(?:earlier\s)?this\s(?:month|year)\b", re.I)
_OTHER_DAY = re.compile(
    rf"\b(?:on|of|since|until)\s+(?-i:({MONTH}|{MONTHS_SHORT})\b)\.?\s+(\d{{1,2}})\b"
    r"|\blast\s+(?:week|month|year|spring|summer|autumn|fall|winter|mon|tues|wednes|thurs|fri|satur|sun"
    r"|jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)\w*",
    re.I,
)
#: What was before, beside what the sentence tells.
_BEFORE_IT = re.compile(
    r"\b[Ee]ver\ssince\b|\b(?:[Oo]nly|[Jj]ust)\s(?:\w+\s)?(?:days|weeks|months)\s(?:after|before|later|earlier|ago)\b"
)
_IN_A_MONTH = re.compile(rf"\bin\s(?:early\s|mid-|late\s)?({MONTH})\b")
_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}


def is_background(sentence: str, published: date | None) -> bool:
    """Does the sentence tell of what was before: another year, another day, the story so far?"""
    if (
        _THIS_MONTH.search(sentence)
        or STALE.search(sentence)
        or _BACKGROUND.search(sentence)
        or another_year(sentence, published)
        or _BEFORE_IT.search(sentence)
        or _is_of_another_month(sentence, published)
    ):
        return True
    for found in _OTHER_DAY.finditer(sentence):
        if found[1] is None or published is None:
            return found[1] is None
        apart = _days_before(published, _MONTHS[found[1][:3].casefold()], int(found[2]))
        bounds = found[0][:5].casefold() == "since" or re.search(r"\bsince\b[^.;,]{0,80}$", sentence[: found.start()])
        if apart is not None and not -1 <= apart <= 2 and not bounds:
            return True
    return False


def _days_before(published: date, month: int, number: int) -> int | None:
    """How many days before publication a day without its year was, the nearest one that is meant; None if none is."""
    days = []
    for year in (published.year - 1, published.year, published.year + 1):
        with suppress(ValueError):  # a day that does not exist
            days.append((published - date(year, month, number)).days)
    return min(days, key=abs, default=None)


def _is_of_another_month(sentence: str, published: date | None) -> bool:
    """Does it name a month ("in September") that was not that of the day before?"""
    if published is None:
        return False
    now = {published.month, (published - timedelta(days=2)).month}
    return any(_MONTHS[month[:3].casefold()] not in now for month in _IN_A_MONTH.findall(sentence))


def another_year(sentence: str, published: date | None) -> bool:
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b(?!,\d)", sentence)}
    # A year given with "since" bounds a sum and does not make it old.
    years -= {int(year) for year in re.findall(r"\bsince\b[^.;]{0,30}?\b((?:19|20)\d\d)\b", sentence)}
    return bool(years) and (published is None or years != {published.year})
