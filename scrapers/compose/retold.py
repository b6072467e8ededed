"""Retold: which sentence of ours does an outlet's headline make?

A headline is telegraphic. What is certain is completed ("Two journalists killed in Haiti" becomes "Two journalists were
killed in Haiti"), who says so is kept ("...: Governor" becomes "..., the governor says"), and where the grammar is not
certain there is no sentence. The text has no full stop: `, <outlet> reports.` follows.
"""

from __future__ import annotations

import re

from scrapers.compose.articles import with_articles
from scrapers.compose.headlineclause import main_clause
from scrapers.compose.headlinespeaker import speaker_of
from scrapers.compose.speakers import NO_ALIASES, Aliases
from scrapers.compose.spelling import NO_SPELLING, Spelling, sentence_case
from scrapers.text import line

#: Words of a headline: fewer say nothing, more are a sentence of the article's own.
SHORTEST, LONGEST = 4, 22

#: What is no report: questions, teases, explainers, lists, live pages, opinion, portraits, what only may be.
_NO_REPORT = re.compile(
    r"[?!|…•]|\.\.\.|"
    r"^(?:what|why|how|who|where|when|which|whose|if|is|are|can|could|will|should|does|do|did|was|were|watch|live|video"
    r"|listen|opinion|analysis|explainer|exclusive|breaking|profile|photos?|here['’]s|here|this|these|that|those|there"
    r"|meet|inside|it|he|she|they|we|i|in pictures|pictured|revealed|from|for|as|after|amid|with|despite|in|on|at|by"
    r"|behind|under|to|not|no|more|just|even|don['’]t|never|let|timeline|latest|tell|say|see|read|catch"
    r"|remember|only)\b"
    r"(?!\s+than\s+[\d,]+\b)(?!\s+least)|"
    r"\b(?:live updates?|live briefing|as it happened|things to know|what (?:we|to|you) know|what to|at a glance"
    r"|key events|day \d+|you|your|we|our|us all|my|i|i['’]m|me|explained|podcast|video|photos?|pictures|watch"
    r"|this week"
    r"|week in|the week"
    r"|won['’]t believe|shocking|chilling|terrifying|horrifying|horrific|heartbreaking|stunning|astonishing|desperate"
    r"|moment|goes viral|slams?|slammed|rips|blasts (?:biden|us|u\.s\.)|mocks|fumes|lashes out|totally|scariest"
    r"|nightmare"
    r"|story|stories|portrait|diary|dispatch|legacy|lessons?|memories|recalls?|remembers?|ordeal|haunted|harrowing"
    r"|struggles? to|struggling|man who|woman who|roots|timeline|charts?|maps?|perhaps|possibly|maybe|reportedly"
    r"|apparently|feared|fears? (?:of|for|grow)|hopes? (?:of|for)"
    r"|illustrates?|underscores?|lays bare|reflects|embodies"
    r"|looms?|looming|time to|myth|case for|journey|dreams?|secrets?|ghosts?|odyssey|headache|hard part|squeeze"
    r"|anniversary|years? (?:ago|on|later|after|since)|decades?|amid questions|explains?|how|why|whether|here|meaning"
    r"|means|test(?:s|ing)? (?:the )?limits|complicates|threatens unity|unsung|heroes|brave|puzzles?|reigns?|edges?"
    r"|surprises|survives|totally|bizarre|crazed|vile|evil|thugs?|cronies|crony|mad|furious|fury|outrage|boasts?"
    r"|agoni[sz]ing|guilt|anguish|tears|grief|fate|wife|husband|pregnant|chill|rivalry|real|true|truth|worries"
    r"|worry|wonder|ghost|apocalyptic|bloodbath|monsters?|dirty|sacked|humiliat\w*)\b",
    re.I,
)
#: What only may be, or ought to be: told where somebody is named who says so.
_MODAL = re.compile(r"\b(?:might|may|could|should|must|ought|needs? to|would)\b")
_ACRONYMS = frozenset(
    "NATO UNICEF NASA UNESCO ISIS ISIL FARC ECOWAS ASEAN OPEC UNHCR SWIFT HIMARS UNRWA OSCE IAEA AFRICOM".split()
)
_KICKER = re.compile(
    r"^(?:(?:[Tt]he\s)?(?i:war|conflict|crisis|fighting|violence|coup|unrest)\s(?:in|on)\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?"
    r"|(?:[A-Z][\w’'.-]*\s){1,3}(?:crisis|war|conflict|fighting|clashes|violence|unrest|invasion|coup"
    r"|evacuations?|truce"
    r"|grain deal|attack|talks|leaks?|strikes?|earthquake|protests?)|Ukraine|Sudan|Breaking|Update|Ukraine Latest):\s+"
)
_QUOTED = re.compile(r"“[^“”]*”")


def retold(headline: str, *, spelling: Spelling = NO_SPELLING, aliases: Aliases = NO_ALIASES) -> str | None:
    """A sentence of ours without its full stop, None where the rules are not certain of one."""
    text = _marks(line(headline).rstrip(" .,;:"))
    if text is None or _NO_REPORT.search(_QUOTED.sub("“”", text)) or _shouts(text):
        return None
    if re.search(r"[a-z\d”]{2}\.\s", text):
        return None  # two sentences
    cased = sentence_case(text, spelling)
    if cased is None:
        return None
    text = _KICKER.sub("", cased)
    found = speaker_of(text, aliases)
    if found is None:
        return None
    text, says = found
    if not says and not re.search(r"\b(?:says?|said|warns?|claims?)\b", text) and _MODAL.search(_QUOTED.sub("", text)):
        return None
    if re.search(r"[:;()\[\]/]|\s[-–—]+\s|--", text):
        return None
    clause = main_clause(text.split())
    if clause is None or not SHORTEST <= len(clause[0]) <= LONGEST:
        return None
    told = with_articles(clause[0], verb=clause[1], spelling=spelling)
    if told is None:
        return None
    words = " ".join(told) + says
    return words[0].upper() + words[1:]


def is_view(headline: str) -> bool:
    """Is it an opinion: what ought to be, with nobody named who says so, or a column by its mark?"""
    ought = re.search(r"\b(?:must|should|ought to|needs? to)\b", headline) and not re.search(_SAYS, headline)
    return bool(ought) or bool(re.search(r"\||^(?:opinion|analysis|editorial|on this day)\b", headline, re.I))


_SAYS = r"\b(?:says?|said|warns?|urges?|tells?|told|claims?)\b|:"


#: A page that runs all day is no report of one thing.
_RUNNING = re.compile(
    r"\b(?:live|latest|briefing|blog)\s*:|\bat a glance\b|\bday \d+\b|\bas it happened\b|[–—-] live\s*$", re.I
)


def is_running(headline: str) -> bool:
    """Is it the headline of a page that runs all day, and names nothing of what one part of it tells?"""
    return _RUNNING.search(headline) is not None


def is_report(headline: str) -> bool:
    """Does it tell, and not ask, tease, explain, list or argue?"""
    text = _marks(line(headline).rstrip(" .,;:"))
    if text is None or _RUNNING.search(text):
        return False
    return not _NO_REPORT.search(_QUOTED.sub("“”", text)) and not _MODAL.search(text)


def _marks(text: str) -> str | None:
    """Quotation marks as “ ”, apostrophes as ’; None where the marks do not close or hold most of it."""
    text = re.sub(r"(?<=\w)['’](?=\w)", "’", text)
    text = re.sub(r"(?:(?<=\s)|^)(?:''|[\"'“‘„])(?=\S)", "“", text)
    opened = text.count("“")
    text = re.sub(r"(?:''|[\"”])(?=[\s,.:;]|$)", "”", text)
    if text.count("”") < opened:
        text = re.sub(r"(?<=[^\ss])['’](?=[\s,.:;]|$)", "”", text)
    if text.count("”") < opened:
        text = re.sub(r"['’](?=[\s,.:;]|$)", "”", text)
    text = text.replace("'", "’")
    bare = _QUOTED.sub("", text)
    if "“" in bare or "”" in bare or "‘" in bare or '"' in bare:
        return None
    quoted = sum(len(match[0].split()) for match in _QUOTED.finditer(text))
    return None if text.startswith("“") or quoted * 2 > len(text.split()) else text


def _shouts(text: str) -> bool:
    return any(len(word) > 3 and word.isupper() and word not in _ACRONYMS for word in re.findall(r"[A-Za-z]+", text))
