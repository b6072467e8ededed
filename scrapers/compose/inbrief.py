"""In brief: which short clause of an article's first sentence stands by itself?

The main clause of the publisher's own summary, without its relative clauses, appositions and what hangs on it. It is
told only where it is short, whole and leans on nothing that stands elsewhere; who says so stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from scrapers.compose.byitself import OF_A_STATE, points_back, stands_by_itself
from scrapers.compose.consequence import with_what_it_did
from scrapers.compose.hangingon import DENIES, DISPUTED, MAY_STAY, ON_CONDITION, ONLY_SAID, SPOKEN, hangs_at, without
from scrapers.compose.hiddenquotes import is_in_somebodys_words, shown, with_quotes_hidden
from scrapers.compose.mainclause import finite, without_asides
from scrapers.compose.nations import A_STATE, NATIONS, names_another, nation
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.othertime import is_background, is_caption, is_imagined
from scrapers.compose.recast import recast
from scrapers.compose.rights import SPEECH
from scrapers.compose.saidinshort import QUOTED, TURNS_AT_A_DASH
from scrapers.compose.sentences import sentences
from scrapers.compose.sentencespeaker import SPEAKS, attributed
from scrapers.compose.shorter import LEAST, SUPERLATIVE, shorter, too_long
from scrapers.compose.speakers import NO_ALIASES, Aliases
from scrapers.compose.speechwords import MONTH
from scrapers.compose.spelling import NO_SPELLING, Spelling

#: Only the news itself: further down stands what was before.
SENTENCES = 6
#: Characters that are looked at for them.
READ = 2400
#: What has no such mark at its end and stands above others is a standfirst, in a headline's grammar: the sentence below
#: it begins the article.
_ENDS = re.compile(r"[.!?…:][\"”’')]*$")
#: `BANGKOK (AP) — `, `TOKYO/SEOUL, Dec 28 (Reuters) - `, `KIEV, Ukraine — `, `BEIRUT: `, `(Reuters) - `.
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.’' /-]+[A-Z](?:,\s[A-Z][\w. ]+)?(?:\s\([A-Z][\w ]{1,20}\))?|(?:[A-Z]\w+\s)?\([A-Z][\w ]{1,20}\))"
    r"\s[—–―-]+\s"
)
#: `BEIRUT: `, a capital; not `FALSE: ` nor `KREMLIN: `.
_CITY = re.compile(r"^(?P<city>[A-Z][A-Z.’' -]{3,}):\s(?=[A-Z])")
_SAYS = re.compile(r"\b(?:said|says|say|told|tells)\b")
_PRONOUN = re.compile(r"\b(?:it|its|he|his|him|she|her|they|their|them)\b", re.I)
#: A sentence behind the first leans on nothing where it begins with a state, its government, or people in general.
_STATE = re.compile(rf"\b(?:{A_STATE})\b")
_FREE = re.compile(
    rf"(?:(?:{A_STATE})\s(?!is\b|was\b)|The\s(?:U\.?S\.?|U\.?N\.?|EU|Kremlin|Pentagon|White House|United Nations)\s"
    r"|(?:Residents|Witnesses|Officials|Dozens|Hundreds|Thousands|Authorities|Diplomats|Rescuers"
    r"|Aid (?:groups|workers))\s)"
)


#: Who says so stands in the sentence itself, by name or office.
_SAYS_WHO = re.compile(r"\b(?:said|says|say|reported|reports|according to|announced|confirmed)\b")


def in_brief(
    text: str, *, published: date | None = None, aliases: Aliases = NO_ALIASES, spelling: Spelling = NO_SPELLING
) -> tuple[str, ...]:
    """Clauses without their full stop, with who says so, out of the first sentences; () where none is certain.

    `text`: paragraphs apart by newlines.
    """
    found: list[str] = []
    leads = True
    first = sentences(text[:READ])[:SENTENCES]
    for at, sentence in enumerate(map(partial(_unshouted, text=text), first), start=1):
        says_who = not leads and _SAYS_WHO.search(sentence) is not None
        free = leads or says_who or _FREE.match(sentence)
        if leads and not _ENDS.search(sentence) and at < len(first):
            continue
        leads = False
        pictured = is_caption(sentence) or (at < len(first) and is_caption(first[at]) and first[at].startswith("("))
        if _another_month(sentence, published) or not free or pictured:
            continue
        before = first[: at - 1]
        if is_imagined(" ".join(before)):
            continue
        if not says_who and _has_whole(before) and (re.search(r"\bwill\b", sentence) or _TELLS.search(before[-1])):
            continue  # it may be what somebody said in the sentence before it
        clause = _clause(sentence, published, aliases, spelling)
        if clause is not None and (not says_who or ", according to " in clause):
            bare, says, rest = clause.partition(", according to ")
            if more := with_what_it_did(bare, sentence):
                found.append(more + says + rest)
            found.append(clause)
    return tuple(found)


def _unshouted(sentence: str, text: str) -> str:
    """Without the capitals of a page's first word, where the text has it in small letters too: `VLADIMIR Putin`."""
    first = re.match(r"[A-Z]{3,}(?=\s)", sentence)
    if first and re.search(rf"\b(?:{first[0].capitalize()}|{first[0].lower()})\b", text):
        return first[0].capitalize() + sentence[first.end() :]
    return sentence


#: Somebody's words, which may go on in the next sentence.
_TELLS = re.compile(
    r"\b(?:claim\w*|said|says|speech|statement|video|letter|reported|interview|address|told|accus\w+)\b"
)


def _has_whole(before: Sequence[str]) -> bool:
    """Is one of them a whole sentence, and no standfirst?"""
    return any(_ENDS.search(sentence) for sentence in before)


def _another_month(sentence: str, published: date | None) -> bool:
    months = re.findall(rf"\b(?:in|since|of|late|early) ({MONTH})\b", sentence)
    return any(published is None or f"{published:%B}" != month for month in months)


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence, and what is said in it."""

    sentence: str
    whole: str
    #: `, according to WHO`, or nothing.
    says: str
    #: Stood WHO before what is said?
    moved: bool
    #: What stands in quotation marks.
    quotes: list[str]
    published: date | None


def _clause(sentence: str, published: date | None, aliases: Aliases, spelling: Spelling) -> str | None:
    if len(sentence.split()) < LEAST or not re.search(r"[.\w”\"'’]$", sentence):
        return None
    city = _CITY.match(sentence)
    if city and (city["city"].casefold() not in NATIONS or city["city"].casefold() in _SPEAKS_FOR_ONE):
        return None  # a label, or who says so
    plain = _SHORT_FORM.sub("", _DATE.sub("", (_CITY if city else _DATELINE).sub("", sentence)))
    text, quotes = with_quotes_hidden(plain.rstrip("."))
    said = attributed(text, aliases)
    if said is None:
        return None
    read = _Read(sentence, *said, quotes, published)
    clause = without_asides(read.whole)
    if clause is None:
        return None
    if not read.says and len(SPOKEN.findall(clause)) < len(SPOKEN.findall(read.whole)):
        return None  # who says so may be in what was left out
    rest = read.whole[len(clause) :] if read.whole.startswith(clause) else ""
    if read.says and re.search(r"\d", rest) and _JUDGES.search(clause):
        return None  # the numbers that were cut off are what somebody gives, not the writer's word before them
    if TURNS_AT_A_DASH.search(read.whole):
        return None
    if ONLY_SAID.search(rest) or ON_CONDITION.match(rest) or (not read.says and DISPUTED.search(rest)):
        return None
    if cut := hangs_at(clause):
        hangs = clause[cut.start() :]
        told = _finished(clause, rest, read, spelling) if MAY_STAY.match(hangs) else None
        if told and " ".join(shown(hangs, quotes).split()[:3]) in told:
            return told
        rest = hangs
        if re.search(r"\bwill\b", clause[: cut.start()]) and _NOT_BEFORE.match(rest):
            return None  # "will leave after the rebels have been disarmed"
        if (cut_off := without(clause[: cut.start()], rest, says=bool(read.says))) is None:
            return None
        clause = cut_off
    return _finished(clause, rest, read, spelling)


def _finished(clause: str, rest: str, read: _Read, spelling: Spelling) -> str | None:
    """The clause short enough, with who says so; None where it does not stand by itself. `rest` was left out."""
    if not any(holds.search(clause) for holds in (DENIES, _IS_TO_BE, SUPERLATIVE)):
        clause = _IN_THE_REGION.sub("", clause)
    says, speaker = read.says, read.says.removeprefix(", according to ")
    if (
        read.moved
        and (state := _STATE.match(speaker))
        and not names_another(clause, state[0])
        and not _NAMED.search(clause)
    ):
        clause = OF_A_STATE.sub(state[0], clause)
    if read.moved and (home := nation(speaker)) and not names_another(clause, home[0]):
        clause = re.sub(r"\b(?:its|their|his|her)\s(?:own\s)?country\b(?!’)", home[0], clause)
    words = shorter(clause, read.sentence, read.published)
    clause = " ".join(words)
    if read.moved and _PRONOUN.search(clause) and not _is_its_own(clause, says):
        return None  # of whom, if not of who says so?
    verb = _SAYS.search(clause)
    if verb and speaker and speaker.split()[-1].casefold() in clause[: verb.start()].casefold().split():
        says = ""  # he himself
    only_may_be = _ONLY_MAY_BE.search(clause if _WHAT_IT_RAISES.match(rest) else read.whole)
    at = finite(words)
    its_own = at is not None and re.match(r"plan(?:s|ned)?$", words[at])  # what somebody plans is so
    if only_may_be and not its_own and not says and not SPEAKS.search(clause):
        return None  # who warns or fears was in the part left out
    if is_background(read.whole, read.published) or _FOR_YEARS.search(read.whole):
        return None
    if points_back(f"said {clause}" if read.moved else clause):
        return None
    if not stands_by_itself(words, spelling):
        return None
    if "“" in clause and not says and not is_in_somebodys_words(clause):
        return None  # whose words they are is not told
    told = shown(clause, read.quotes)
    if too_long(told, read.sentence):
        told = recast(told, read.sentence, spelling) or ""
    if not told or sum(len(quote.split()) for quote in QUOTED.findall(told)) > SPEECH:
        return None
    return told + says


_SPEAKS_FOR_ONE = ("kremlin", "pentagon", "white house", "downing street", "un", "eu", "nato")
#: `US Central Command (Centcom)`
_SHORT_FORM = re.compile(r"(?<=[a-z])\s\([A-Z][\w-]{1,11}\)")
#: The writer's own word of how it is: `has been voracious`.
_JUDGES = re.compile(r"\b(?:is|are|was|were|been)\s(?:\w+ly\s)?\w+(?<!ed)$")
#: On what it waits.
_NOT_BEFORE = re.compile(r",?\s(?:after|once|when|as soon as|until|before)\b")
_FOR_YEARS = re.compile(r"\bsince (?:19|20)\d\d\b")


def _is_its_own(clause: str, says: str) -> bool:
    """Can "their" be only that of the clause's own subject, which is many, and not of who says so, which is one?"""
    words = clause.split()
    at = finite(words)
    if at is None or {found.casefold() for found in _PRONOUN.findall(clause)} != {"their"}:
        return False
    many = any(is_plural(word.casefold()) for word in words[:at]) and "their" not in words[:at]
    speaker = re.split(r"\s(?:of|for|in)\s", says)[0].split()[-1]
    return (
        many
        and not is_plural(speaker.casefold())
        and speaker not in ("police", "family", "media")
        and " and " not in says
    )


#: `Friday, April 14, 2023,`
_DATE = re.compile(rf"(?<=day),\s(?:{MONTH})\s\d{{1,2}}(?:,\s20\d\d)?(?:,(?=\s[a-z]))?")
#: A forecast or a fear: told with who has it, or not.
_ONLY_MAY_BE = re.compile(
    r"\b(?:warn(?:s|ed|ing)?|fear(?:s|ed|ing)?|could|may|might|plans?|planned|expects?|expected|threatens?|risks?"
    r"|one step away|on the brink|on the verge)\b"
)
#: What it leads to, in the writer's own word: what goes before is true without it.
_WHAT_IT_RAISES = re.compile(r",\s(?:raising|making|leaving)\s|,?\s(?:amid|despite)\s")
_IS_TO_BE = re.compile(r"\b(?:will|must)\b")
#: Which one stood elsewhere; the rest is true without it.
_IN_THE_REGION = re.compile(r"\s(?:in|across) the (?:region|area)$")
#: A name behind the first word: "the country" may be another than that of who speaks.
_NAMED = re.compile(r"\s[A-Z]")
