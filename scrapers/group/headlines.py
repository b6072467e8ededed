"""How near is a headline to the others and to what the articles say, and does it report, or ask and tease?

Research, section 5: the nearest headline gives ROUGE-1 40.6 against people's headlines, a random member 33.0, the best
possible member 45.6.
"""

from __future__ import annotations

import re

import numpy as np
from scipy import sparse

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
    r"|update|edition|mail)\b|\byour \w+ (?:update|news|briefing)\b|\|\s*first (?:thing|edition)\s*$|\bbriefing\s*:",
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
_MAY_BE = re.compile(r"\bcould (?:mean|signal|be)\b|\bmight\b|\bmay be\b", re.I)
_PARTY = re.compile(r"\b(?:dems?|democrats?|republicans?|gop|maga)\b", re.I)
#: What parties decide is news.
_DECIDED = re.compile(
    r"\b(?:pass(?:es|ed)|approv\w+|vot(?:es|ed)|block(?:s|ed)|veto\w*|sign(?:s|ed)|bills?|aid|sanctions?|weapons|troops)\b",
    re.I,
)
#: Verbs of news: something was done, said or decided. Beginnings of words; English.
_EVENT = re.compile(
    r"\b(?:kill|attack|str(?:ike|uck)|bomb|shell|hit(?:s)?\b|fire[sd]?\b|shoot|shot\b|launch|intercept"
    r"|destroy|damag|explod|blast"
    r"|explosion|ambush|raid|storm(?:s|ed)|seiz|captur|tak(?:e|es|en)\b|took|retak|recaptur|advanc|retreat"
    r"|withdr|enter|cross"
    r"|clash|fight|battl|rage[sd]?\b|erupt|escalat|rock(?:s|ed)\b|surround|besieg|block|bann?(?:s|ed|ing)?\b"
    r"|prohibit|suspend|halt"
    r"|impos|lift|extend|renew|agree|sign(?:s|ed)\b|reach|broker|mediat|meet|met\b|host|visit|arriv|travel"
    r"|hold|held|begin|start|resum"
    r"|open|clos|end(?:s|ed)\b|free(?:s|d)?\b|releas|swap|exchang|hand(?:s|ed) over|repatriat|return|abduct"
    r"|kidnap|arrest|detain|charg"
    r"|indict|convict|sentenc|jail|imprison|acquit|appear|tri(?:es|ed)\b|plead|extradit|deport|expel|evacuat"
    r"|fle(?:e|es|d)\b|flee|airlift"
    r"|rescu|deliver|send|sent\b|suppl|giv(?:e|es)\b|gave\b|donat|pledg|approv|vot(?:e|es|ed)\b|adopt"
    r"|pass(?:es|ed)\b|reject|refus|veto"
    r"|declar|announc|order|call|urg|demand|warn|accus|blam|deny|denies|denied|claim|say|said\b|told|tell"
    r"|report|confirm|admit|acknowledg"
    r"|condemn|criti|vow|threaten|offer|invit|appeal|propos|unveil|deploy|mobili|test|sail|patrol|drill|shut"
    r"|collaps|fall|fell\b"
    r"|die(?:s|d)?\b|wound|injur|dead\b|death toll|crash|sink|sank|sunk|assassinat|murder|execut|poison"
    r"|thrown|assault|stab|ram(?:s|med)\b"
    r"|surrender|oust|overthr|toppl|step(?:s|ped) down|resign|nam(?:es|ed)\b|appoint|elect(?:s|ed)\b|replac"
    r"|sack(?:s|ed)|dismiss|join|quit"
    r"|leav|left\b|cut(?:s)?\b|sever|restor|recogni|annex|find|found\b|discover|reveal|show|leak|sanction"
    r"|freez|frozen|fin(?:es|ed)\b|sue"
    r"|rule[sd]?\b|probe|investigat|file[sd]?\b|issu|grant|pardon|amnest|plung|plunge|surge|spike|double"
    r"|ris(?:e|es)\b|rose\b|drop|allow|carr"
    r"|convoy|brac|prepar|plan(?:s|ned)?\b|set to|buy|bought|sell|sold|train(?:s|ed)\b|repel|down(?:s|ed)\b"
    r"|breach|violat|condol|protest|defy|defies)"
    r"\w*",
    re.I,
)
_ATTRIBUTED = re.compile(
    r"\b(?:says?|said|according to|claims?|reports?|reportedly|officials?|ministry|sources?|accuses?|denies"
    r"|alleged|alleges"
    r"|confirms?|announces?|warns?|think tank|un|u\.n\.|suspected|apparent)\b",
    re.I,
)
#: What is only to come gives way to what has come.
_PLANNED = re.compile(
    r"\bto (?:begin|start|hold|send|visit|meet|buy|host|discuss)\b|\b(?:set|due|plans?|expected|ready) to\b", re.I
)
_FIGURE = re.compile(r"\b\d[\d,.]*\b|\b(?:dozens|hundreds|thousands|scores)\b", re.I)


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
    if _COULD.search(headline) and not _ATTRIBUTED.search(headline):
        return True
    return bool(_PARTY.search(headline)) and not _DECIDED.search(headline)


def is_running(headline: str) -> bool:
    """Is it the headline of a round-up, or of a page that runs all day? It names nothing, or several things."""
    return bool(_RUNNING.search(headline))


def report(headline: str, language: str = "en") -> float:
    """From 0 to 1: how much the headline reads as news, something that was done, said or decided.

    A headline in a language whose verbs are not listed gets what speaks for neither.
    """
    if is_question(headline):
        return 0.1
    if is_tease(headline):
        return 0.25
    if is_feature(headline):
        return 0.3
    if not language.startswith("en"):
        return 0.75
    return 1.0 if _EVENT.search(headline) else 0.5


def manner(headline: str) -> float:
    """What the headline's manner is worth beside its nearness: negative for questions and bait, positive for news."""
    value = 0.0
    if is_question(headline):
        value -= 0.8
    if is_tease(headline):
        value -= 0.6
    elif is_feature(headline) or _MAY_BE.search(headline):
        value -= 0.4
    if _PLANNED.search(headline):
        value -= 0.15
    if _ATTRIBUTED.search(headline):
        value += 0.1
    if _FIGURE.search(headline):
        value += 0.05
    words = len(headline.split())
    if words < 4:
        value -= 0.4
    elif words > 16:
        # the first sentence of a part of a round-up is no headline, as long as somebody has one
        value -= 0.03 * (words - 16)
    if sum(word.isupper() and len(word) > 3 for word in headline.split()) >= 3:
        value -= 0.3
    return value


def nearness(heads: sparse.csr_matrix, texts: sparse.csr_matrix) -> list[float]:
    """For each row: mean likeness to the other headlines plus likeness to the texts, both scaled to 1."""
    count = heads.shape[0]
    if count == 1:
        return [0.0]
    between = np.asarray((heads @ heads.T).todense())
    np.fill_diagonal(between, 0.0)
    others = between.sum(axis=1) / (count - 1)
    centre = np.asarray(texts.sum(axis=0)).ravel()
    inside = np.asarray(heads @ centre).ravel()
    return [float(value) for value in _scaled(others) + _scaled(inside)]


def _scaled(values: np.ndarray) -> np.ndarray:
    top = float(values.max()) if len(values) else 0.0
    return values / top if top > 0 else values * 0.0
