"""Teaser: does a headline report, or does it ask, tease, argue, paint a scene, or head a page that runs all day?"""

from __future__ import annotations

import re

_QUESTION = re.compile(
    r"\?\s*$|\?['\"’”]|^(?:what|why|how|who|where|when|which|is|are|can|could|will|should|does|do|czy"
    r"|dlaczego|jak|kto|co"
    r"|warum|wie|wer|pourquoi|comment|qui|por qué|cómo|quién)\b(?!.*\bsays\b|.*,[^,]*\bsay$)",
    re.I,
)
_TEASE = re.compile(
    r"^(?:watch|live|video|listen|opinion|analysis|explainer|explained|exclusive|breaking|profile|tell us|photos?"
    r"|here's|here’s|here are|this is|these are|meet|inside|in pictures|ukraine live|gaza live|pictured|revealed)\b"
    r"|\b(?:live updates?|live briefing|as it happened|things to know|list of key events|what (?:we|to) know"
    r"|at a glance|you need to know"
    r"|won't believe|shocking|chilling|terrifying|horrifying|horrific|heartbreaking|stunning|astonishing|desperate"
    r"|the moment|real reason|goes viral|slams|slammed|rips|mocks|fumes|lashes out|totally|scariest|nightmare scenario"
    r"|week in photos|the week|morning briefing|monday briefing|weekend briefing|your \w+ briefing|takeaways)\b"
    r"|\blive:|: (?:how|why|what|where|who|when)\b[^:]*$|\bweekend reads\b|\bthe latest\s*$"
    r"|\|\s*[^|]*$|[–—-] (?:video|live|podcast|in pictures|as it happened|explained)\s*$|\.\.\.$|…$|!$"
    r"|^[\"'“‘][^\"'”’]+[\"'”’]$|^(?-i:[A-Z]{3,} [A-Z]{3,}(?: [A-Z]{3,})?):",
    re.I,
)
#: Several things of one war or one day on one page, or a page that runs all day.
_RUNNING = re.compile(
    r"^(?:the )?latest (?:on|in|from)\b|\blatest(?: news| updates?| developments)?\s*:|\bday \d+\b|\bat a glance\b"
    r"|\bwhat (?:we|to) know\b|\blist of key events\b|\bthings to know\b|\bas it happened\b|\bround-?up\b|\bweek in\b"
    r"|\blive(?: (?:updates?|blog|briefing|coverage))?\s*(?::|$)|^live\b|\blive (?:updates?|blog|briefing)\b"
    r"|\b(?:morning|afternoon|evening|daily|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:\w+ )?(?:briefing"
    r"|update|edition|mail)\b|\byour \w+ (?:update|news|briefing)\b|\|\s*first (?:thing|edition)\s*$"
    r"|^first (?:thing|edition)\b|\bbriefing\s*:",
    re.I,
)
#: Portraits, scenes and background: worth reading, but nothing happened.
_FEATURE = re.compile(
    r"^(?:seeing|reading|mapping|escaping|living|growing up|surviving|understanding|making sense|agoni[sz]ing)\b"
    r"|^\w+, \w+ and \w+:"
    r"|^[\"'“‘][^\"”]{4,60}[\"'”’],?(?::| [-–—])|^[\"'“‘][^\"”]{4,60}:[\"'”’]"
    r"|\b(?:life in|lives of|story of|portrait|diary|dispatch|letter from|letters from|history of|legacy|lessons from"
    r"|memories|true story|tells? of|tells? how|describes?|recalls?|remembers?|remembered|ordeal|haunted"
    r"|harrowing|survivors"
    r"|struggles? to|struggling|the man who|the woman who|the people|behind the|roots of|rise of|fall of|rise and fall"
    r"|escape from|face(?:s)? (?:daily|an uncertain)|so far|ace of|high-risk|feared|dangerous game|new normal"
    r"|relative calm"
    r"|guide to|timeline|in charts|in maps|mapped|visualised|what next"
    r"|fears? grow"
    r"|years? (?:on|later|after|since)|anniversary|look back|i was|i am|my (?:mother|father|family|son"
    r"|brother)|mom|mum|dad"
    r"|loom(?:s|ing)?|must|needs? to|should|it's time|it’s time|time to|to counter|template|myth|grudge"
    r"|case for|case against"
    r"|in the midst|odyssey|secrets? of|ghosts? of|journey|dream(?:s|ed)?|hopes? of|fears? of)\b",
    re.I,
)
#: One person's day, what a thing is like, what may come of it, honours and shows.
_SCENE = re.compile(
    r"^for [^,]{3,40}, |^(?:amid|in|after) [^,]{3,40}, (?:an?|the) \w+(?: \w+){0,2}$|\bview on\b|\bfeels? as\b"
    r"|^(?:[^:]{3,30}: )?(?:shock|joy|grief|hope|despair|fear|anger|tension|relief)(?: and \w+)? (?:in|as|at|among)\b"
    r"|\b(?:resident|survivor|traveler|traveller|mother|father|widow|teacher|student|doctor|witness|mum|dad|refugee)s?"
    r" (?:says?|tells?|recounts?|describes?|recalls?)\b|\brecounts?\b|\bnot an option\b"
    r"|\blast (?:images|photos|moments|words|letters?)\b|\b(?:re)?surfaces\b"
    r"|\bproves? (?:to be|formidable|costly|elusive|vital|key)\b|\binspires?\b|\bunknowns\b"
    r"|\b(?:style|mindset|playbook|calculus|conundrum|dilemma|paradox|gamble|quagmire)\b"
    r"|\bfears? for (?:its|their|his|her)\b|\bseeks? answers\b"
    r"|\b(?:press photo|photo of the year|(?:wins?|won|awarded) (?:\w+ ){0,3}(?:prize|award|medal)s?)\b"
    r"|\b(?:eurovision|pulitzer|oscars?|grammys?|emmys?|film festival|book prize|press awards?)\b",
    re.I,
)
#: What could come, if nobody is named who says so.
_COULD = re.compile(r"\bcould\b(?! not)|\bmight\b|\bmay be\b", re.I)
_PARTY = re.compile(r"\b(?:dems?|democrats?|republicans?|gop|maga)\b", re.I)
#: What parties decide is news.
_DECIDED = re.compile(
    r"\b(?:pass(?:es|ed)|approv\w+|vot(?:es|ed)|block(?:s|ed)|veto\w*|sign(?:s|ed)|bills?|aid|sanctions?|weapons|troops)\b",
    re.I,
)
#: Somebody is named, or at least meant, who says so.
ATTRIBUTED = re.compile(
    r"\b(?:says?|said|according to|claims?|reports?|reportedly|officials?|ministry|sources?|accuses?|denies"
    r"|alleged|alleges"
    r"|confirms?|announces?|warns?|think tank|un|u\.n\.|suspected|apparent)\b",
    re.I,
)
#: An opinion by its mark or its section: a column, an editorial, a reader's letter.
_VIEW = re.compile(
    r"\|\s*[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){1,2}$|^(?:opinion|editorial|comment|commentary|column|letters?)\b\s*[:|–—-]"
    r"|\|\s*(?:opinion|editorial|letters?|comment)\b",
    re.I,
)
_VIEW_ADDRESS = re.compile(
    r"/(?:opinions?|editorials?|comment(?:isfree|ary)?|columns?|columnists?|op-?ed|views?|letters|blogs?)/", re.I
)


def is_question(headline: str) -> bool:
    """Does it ask, or promise to explain, instead of telling?"""
    return bool(_QUESTION.search(headline))


def is_tease(headline: str) -> bool:
    """Is it a form (video, live, at a glance) or bait rather than a report?"""
    return bool(_TEASE.search(headline))


def is_feature(headline: str) -> bool:
    """Is it a portrait, a scene, background, what could be, or the quarrel of parties? Nothing happened."""
    if _FEATURE.search(headline) or _SCENE.search(headline):
        return True
    if _COULD.search(headline) and not ATTRIBUTED.search(headline):
        return True
    return bool(_PARTY.search(headline)) and not _DECIDED.search(headline)


def is_running(headline: str) -> bool:
    """Is it the headline of a round-up, or of a page that runs all day? It names nothing, or several things."""
    return bool(_RUNNING.search(headline))


def is_view(headline: str, url: str = "") -> bool:
    """Is it an opinion, by its mark in the headline or its section in the address?"""
    return bool(_VIEW.search(headline) or _VIEW_ADDRESS.search(url))
