"""Other time: does a text tell of another year, another day or the story so far?"""

from __future__ import annotations

import re
from datetime import date, timedelta

from scrapers.compose.claims import Claim
from scrapers.compose.sentences import sentence_at
from scrapers.compose.speechwords import MONTH
from scrapers.compose.spoken import STALE
from scrapers.model import Article

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


#: What a page sets below a picture, run into the text.
_CAPTION = re.compile(
    r"\b(?:Image (?:copyright|caption)|Hide [Cc]aption|Media caption|(?:AP|Reuters|Getty|AFP) ?Photos?|Getty Images"
    r"|Facebook Twitter|Story [Hh]ighlights)\b"
    r"|\([A-Z][\w’. -]+/(?:Reuters|AP|AFP|Getty|EPA)\b"
    r"|^(?:Photos?|Photograph|Video|Watch|WATCH|Pictured|Caption|File photo):"
)


#: What is told behind it is only imagined.
_IMAGINED = re.compile(r"\b(?:war games?|scenarios?|simulat\w+|imagin\w+|novel|film|drill|exercise|leaked)\b", re.I)


def is_imagined(before: str) -> bool:
    """Do the sentences before tell of a drill, a scenario or a leak, so that what follows may be no event?"""
    return _IMAGINED.search(before) is not None


def is_caption(sentence: str) -> bool:
    """Does what stands below a picture stand in it?"""
    return _CAPTION.search(sentence) is not None


_AT_THE_TIME = re.compile(r"\bat the time\b", re.I)
_THIS_MONTH = re.compile(r"\b(?:earlier\s)?this\s(?:month|year)\b", re.I)
_OTHER_DAY = re.compile(
    r"\b(?:on|of|since|until)\s+(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+(\d{1,2})\b"
    r"|\blast\s+(?:week|month|year|spring|summer|autumn|fall|winter|mon|tues|wednes|thurs|fri|satur|sun"
    r"|jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)\w*",
    re.I,
)
#: What was before, beside what the sentence tells.
_BEFORE_IT = re.compile(
    r"\b[Ee]ver\ssince\b|\b(?:[Oo]nly|[Jj]ust)\s(?:\w+\s)?(?:days|weeks|months)\s(?:after|before|later|earlier|ago)\b"
)
_IN_A_MONTH = re.compile(rf"\bin\s(?:early\s|mid-|late\s)?({MONTH})\b")
MONTHS = {
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
        apart = (published.month - MONTHS[found[1][:3].casefold()]) * 30 + published.day - int(found[2])
        bounds = found[0][:5].casefold() == "since" or re.search(r"\bsince\b[^.;,]{0,80}$", sentence[: found.start()])
        if not -1 <= apart <= 2 and not bounds:
            return True
    return False


def _is_of_another_month(sentence: str, published: date | None) -> bool:
    """Does it name a month ("in September") that was not that of the day before?"""
    if published is None:
        return False
    now = {published.month, (published - timedelta(days=2)).month}
    return any(MONTHS[month[:3].casefold()] not in now for month in _IN_A_MONTH.findall(sentence))


#: How a sentence begins that tells of another time, or of something else.
BEGINS_ELSEWHERE = r"(?:In an?(?:other)?\s(?:unrelated|separate|earlier)|Just\s\w+\s(?:into|after)|Earlier)\b"
_BEGINS_ELSEWHERE = re.compile(BEGINS_ELSEWHERE)
#: Behind a quotation who said it and when, up to the sentence's end.
_SAID_IN = re.compile(r"[^“\"]{0,300}?[”\"][^“”\".]{0,160}?\b(?:said|says|told|wrote|tweeted|added)\b[^“”\".]{0,80}")


def tells_of_another_year(headline: str, article: Article) -> bool:
    """Does a development's headline name a year that is not the article's ("convicted of the 1980 bombing")?"""
    return another_year(headline, article.published.date() if article.published else None)


def another_year(sentence: str, published: date | None) -> bool:
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b(?!,\d)", sentence)}
    # A year given with "since" bounds a sum and does not make it old.
    years -= {int(year) for year in re.findall(r"\bsince\b[^.;]{0,30}?\b((?:19|20)\d\d)\b", sentence)}
    return bool(years) and (published is None or years != {published.year})


def is_old(text: str, claim: Claim, published: date | None) -> bool:
    """Does its sentence tell of what was said, or was, at another time?"""
    start, end = sentence_at(text, claim.span[0])
    sentence = text[start:end]
    if claim.direct and (said := _SAID_IN.match(text, claim.span[1])) is not None:
        end, sentence = said.end(), f"{sentence} {said[0]}"  # `“A. B,” he said in September of 2015.`
    if claim.direct and (before := text[:start].rstrip()) and not text[len(before) : start].count("\n"):
        last = before[max(before.rfind("\n"), before.rfind(". "), 0) :]
        if (
            another_year(last, published)
            or _BEGINS_ELSEWHERE.match(last.lstrip(". \n"))
            or any(found[1] is None for found in _OTHER_DAY.finditer(last))
        ):
            return True  # "At a debate in 2016 she spoke of it. “…,” she said."
    around = text[start : claim.span[0]] + " " + text[claim.span[1] : end]
    if _is_of_another_month(around, published) or any(found[1] is None for found in _OTHER_DAY.finditer(around)):
        return True  # "he said late last year"
    if _AT_THE_TIME.search(sentence) or STALE.search(text[start : claim.span[1]]):
        return True
    return bool(_THIS_MONTH.search(sentence)) or another_year(sentence, published)
