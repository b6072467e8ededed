"""In brief: which short clause of an article's first sentence stands by itself?

The main clause of the publisher's own summary, without its relative clauses, appositions and what hangs on it. It is
told only where it is short, whole and leans on nothing that stands elsewhere; who says so stays.
"""

from __future__ import annotations

import re
from datetime import date

from scrapers.compose.adds import countries
from scrapers.compose.articles import with_articles
from scrapers.compose.consequence import with_what_it_did
from scrapers.compose.headlinespeaker import named_speaker
from scrapers.compose.mainclause import finite, has_comma, listed, stands, without_asides
from scrapers.compose.nations import NAMES, nation
from scrapers.compose.newsnouns import ONE_OF_A_KIND, ONE_OF_MANY, PLACES, THE_ONE, is_plural
from scrapers.compose.othertime import is_background
from scrapers.compose.recast import recast
from scrapers.compose.rights import SPEECH
from scrapers.compose.saidinshort import QUOTED, marked
from scrapers.compose.sentences import sentences
from scrapers.compose.shorter import LEAST, SUPERLATIVE, shorter, too_long
from scrapers.compose.speakers import NO_ALIASES, Aliases
from scrapers.compose.speechwords import WEEKDAY
from scrapers.compose.spelling import NO_SPELLING, Spelling
from scrapers.compose.spoken import STALE, is_undefined
from scrapers.compose.telegraphic import is_telegraphic

#: Only the news itself: further down stands what was before.
SENTENCES = 3

#: Characters that are looked at for them.
READ = 800
#: What has no such mark at its end and stands above others is a standfirst, in a headline's grammar: the sentence below
#: it begins the article.
_ENDS = re.compile(r"[.!?…:][\"”’')]*$")

_NOT_TOLD = re.compile(
    r"[?!\"‘…|;:/]|\.\.|\b(?:I|I’m|we|our|(?-i:us)|my|me|you|your|today|tonight|yesterday|tomorrow|here|this|these|those"
    r"|there|such|so-called|latest|meanwhile|however|also|too|next|last|recent|recently|now|still|again|earlier"
    r"|later|ago|typically|usually|often|traditionally|normally|generally|always|regularly|for years"
    r"|another|both|others|instead|one of|may|might|could|should|would|must|perhaps|possibly|likely|reportedly"
    r"|allegedly"
    r"|discuss(?:es)?|raises? (?:\w+ )?questions?|records show|was among|according to"
    r"|comes?|came|headlines|details|incident|appears?|appeared|seems?|seemed|what|how|why|whether|if|not only"
    r"|even|just|only|amounts? to|pictured|according"
    r"|about to|has not commented|have not commented|declined to|no comment"
    r"|explains?|explores?|looks? at|speaks? to|talks? (?:to|about)|tells? (?:the|(?-i:us)|our|NPR|BBC|CNN)|NPR|podcast"
    r"|video|episode|newsletter|analysis|asks?|report(?:s|ed)? (?:from|on)|remains?|believe[sd]?|feels?|felt|fears?"
    r"|hopes?|tweeted about)\b",
    re.I,
)
_LEANING = re.compile(
    r"^(?:the\s(?:[\w-]+\s)?(?:attack|strike|raid|ambush|bombing|shooting|shelling)\b|the\s(?:move|decision|incident|country|group|plan|deal|measure|proposal|attack|images?|planes?|situation|two"
    r"|pair|strike|operation|explosions?|man|woman|men|company|ministry|agency|trip|visit|meeting|talks|report"
    r"|statement"
    r"|comments?|claims?|case|suspects?|document|documents|leak|city|region|town|village|conflict|war|fighting|victims?"
    r"|law|bill|event|news|video|footage|weapons?|vessel|ship|boat|tanker|aircraft|jets?|blast|crash|fire|call|warning"
    r"|officials?|flights?|capital|drones?|missiles?|dead|toll|death toll|decades?|paper|book|film|author|clashes"
    r"|photograph\w*|violence"
    r"|agreement|truce|ceasefire|cease-fire|announcement|remarks|letter|leader|rebels?|soldiers?|troops|journalist"
    r"|reporter|activist|protests?|\d|first|second)\b|he|she|it|they|his|her|its|their|that|some|many|most|a"
    r"\s(?:new|second)\s(?:report|study|poll)|more(?!\sthan\s\d)|as|after|before|when|while|since|for|in|on|at(?!\sleast)|by|with|from"
    r"|to|under|despite|amid|during"
    r"|following|although|though|because|but|and|or|not|no|with)\b",
    re.I,
)
#: `the violence in Sudan`: which one stands behind it.
_WHERE_IT_IS = re.compile(
    r"^[Tt]he\s(?:[\w-]+\s)?(?!\w+ed\s)[a-z]+\s(?:in|at|near|over|between|of|on)\s(?:the\s)?[A-Z]"
)
#: What hangs on the main clause: from here to the end it is left out.
_HANGS = re.compile(
    r"(?:,?\s(?:as(?!\s(?:normal|usual|planned|expected|well)\b)"
    r"|while|after|before|amid|despite|because|since|although|though|when"
    r"|where|which|who|whose|whom|unless|until"
    r"|including|following|in (?:the|a) (?:latest|sign|bid|move)|in order to)"
    r"|,\s(?:leaving|killing|making|raising))\s"
)
_THEN = rf"{WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?"
_SAID = re.compile(
    r",\s(?:(?P<who>[^,]{2,60}?)\s(?:(?:has|have)\s)?(?:said|says|announced|reported|confirmed|told reporters)"
    r"|(?:said|says)\s(?P<whom>[^,]{2,60}?)|according\sto\s(?P<by>[^,]{2,60}?))"
    r"(?:\s(?:in|at|on)\s(?:(?:an?|its|social)\s[^,]{3,40}|Twitter|Telegram))?"
    rf"(?:\s(?:on\s)?{_THEN})?$"
)
#: `BANGKOK (AP) — `
_DATELINE = re.compile(r"^[A-Z][A-Z.’' -]+(?:,\s[A-Z][\w. ]+)?\s\([A-Z][\w ]{1,20}\)\s[—–-]+\s")
_AS_PUBLISHED = re.compile(r"\b(?:published|posted|seen|obtained|released|shared|issued)\b")
_WHAT_IS_SAID = (
    rf"(?P<what>(?!(?:{WEEKDAY}|it|he|she|they|we|this|that|these|there|no|its|his|her|their|on|in|at(?! least)|as"
    r"|to|so)\b).+)"
)
_SAYS_FIRST = re.compile(
    rf"(?P<who>[A-Z][^,;:]{{2,60}}?)\s(?:says|say|said)(?:\s(?:on\s)?{WEEKDAY})?\s(?:that\s)?{_WHAT_IS_SAID}$"
)
_SAYS = re.compile(r"\b(?:said|says|say|told|tells)\b")
_PRONOUN = re.compile(r"\b(?:it|its|he|his|him|she|her|they|their|them)\b", re.I)
_SPEECH = re.compile(
    r"\b(?:said|says|say|told|tells|claim\w*|accus\w*|alleg\w*|insist\w*|argu\w*|suggest\w*|warn\w*|deni\w*)\b"
)


#: The verbs of those who say so.
_SPOKEN = re.compile(
    r"\b(?:said|says|told|wrote|tweeted|posted|claimed|claims|alleged|insisted|argued|warned|added|announced|confirmed"
    r"|acknowledged|admitted|estimated|estimates|stressed|suggested|reported|according to)\b"
)
#: Behind a clause, and not of another deed or of somebody in it: it is only said to be so.
_ONLY_SAID = re.compile(
    r"^(?!,?\s(?:while|after|amid|although|though|who|whose|as(?!\ssaying))\b).*"
    r"(?:\b(?:cit(?:es|ed|ing)\s.*\bsay|as saying|quot(?:es|ed|ing)|reportedly|allegedly|apparently|believed|thought to"
    r"|purport\w*|supposedly|unverified|understands?)\b|\b(?:reports?|reported|says?|claims?|claimed)$)"
)
#: Another clause, in which somebody speaks of something else; not "as the army claimed".
_SPEAKS_OF_ITS_OWN = re.compile(
    rf"^,?\s(?:as|while|although|though|after|amid)\s(?!.*,\s[^,]*\b(?:said|says|say|told|reported)\b[^,]*$)"
    rf"(?!(?:[\w’'-]+\s){{1,6}}(?:said|says|say|told|claim\w*|report\w*|alleg\w*|suggest\w*|warn\w*|argu\w*|insist\w*)"
    rf"(?:\s(?:{WEEKDAY}|(?:on|in|at|by|to|late|early|this|last)\b.*))?$)"
)
#: What a clause leans on that stood in the part left out, or further up.
_POINTS_BACK = re.compile(
    r"\bthe (?:(?:country|city|region|nation|area|town|village|island|district|province)(?! of [A-Z])"
    r"|(?:[A-Z][\w-]+ )(?:[\w-]+ ){0,2}(?:country|nation)|group|pair|two|three|four|former|site|scene"
    r"|building|facility|agency|organi[sz]ation|company|court|ministry|capital(?! (?:of|[A-Z])))\b|\bhad\b|\bwho\b"
)
#: A sentence behind the first leans on nothing where it begins with a state, its government, or people in general.
_STATES = "|".join(re.escape(name) for name in sorted(NAMES, key=len, reverse=True))
_STATE = re.compile(rf"\b(?:{_STATES})\b")
_FREE = re.compile(
    rf"(?:(?:{_STATES})\s(?!is\b|was\b)|The\s(?:U\.?S\.?|U\.?N\.?|EU|Kremlin|Pentagon|White House|United Nations)\s"
    r"|(?:Residents|Witnesses|Officials|Dozens|Hundreds|Thousands|Authorities|Diplomats|Rescuers"
    r"|Aid (?:groups|workers))\s)"
)
#: A clause that hangs on as this, and bounds nothing before it.
_LOOSELY = re.compile(
    r"(?:,?\s(?:as|while|amid|despite|although|though|including)|,\s(?:leaving|killing|making|raising))\s"
)
#: `the thousands of soldiers`, of whom "who" says which are meant.
_THE_ONES = re.compile(
    r"\bthe\s(?:(?:thousands|hundreds|dozens|number)\sof\s)?(?:(?!of\b|in\b|at\b)[\w-]+\s){0,3}[\w-]+$"
)
#: `…, one year after …`
_SO_LONG_AFTER = re.compile(
    r",\s(?:(?:just|only|about|nearly|less than)\s)?(?:an?|[a-z]+|\d+)\s(?:hour|day|week|month|year)s?$"
)
_OPEN_AS = frozenset(
    "identified described known seen regarded used such served acted worked matter know knows known sure clear see"
    " asked explain decide".split()
)
_OPEN_END = _OPEN_AS | frozenset("day days week weeks hours hour month months year years".split())


def in_brief(
    text: str, *, published: date | None = None, aliases: Aliases = NO_ALIASES, spelling: Spelling = NO_SPELLING
) -> tuple[str, ...]:
    """Clauses without their full stop, with who says so, out of the first sentences; () where none is certain.

    `text`: paragraphs apart by newlines.
    """
    found: list[str] = []
    leads = True
    first = sentences(text[:READ])[:SENTENCES]
    for at, sentence in enumerate(first, start=1):
        free = leads or _FREE.match(sentence)
        if leads and not _ENDS.search(sentence) and at < len(first):
            continue
        leads = False
        if _another_month(sentence, published) or not free:
            continue
        clause = _clause(sentence, published, aliases, spelling)
        if clause is not None:
            bare, says, rest = clause.partition(", according to ")
            if more := with_what_it_did(bare, sentence):
                found.append(more + says + rest)
            found.append(clause)
    return tuple(found)


def _another_month(sentence: str, published: date | None) -> bool:
    months = re.findall(rf"\b(?:in|since|of|late|early) ({_MONTHS})\b", sentence)
    return any(published is None or f"{published:%B}" != month for month in months)


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


#: Before a name: "President Biden".
_TITLES = frozenset("President Pope King Queen Prince General Senator Governor Mayor Chancellor Premier".split())
_RANKS = ("Deputy", "Senior", "Top", "Leading", "Powerful", "Head", "Chief")


def _clause(sentence: str, published: date | None, aliases: Aliases, spelling: Spelling) -> str | None:
    if len(sentence.split()) < LEAST or not re.search(r"[.\w”\"'’]$", sentence):
        return None
    text, quotes = _with_quotes_hidden(_DATE.sub("", _DATELINE.sub("", sentence)).rstrip("."))
    attributed = _attributed(text, aliases)
    if attributed is None:
        return None
    whole, says, moved = attributed
    clause = without_asides(whole)
    if clause is None:
        return None
    if not says and len(_SPOKEN.findall(clause)) < len(_SPOKEN.findall(whole)):
        return None  # who says so may be in what was left out
    rest = whole[len(clause) :] if whole.startswith(clause) else ""
    if _ONLY_SAID.search(rest):
        return None
    if cut := _hangs(clause):
        rest, clause = clause[cut.start() :], clause[: cut.start()]
        if re.match(r",?\s(?:unless|until|before)\b", rest) or not clause.strip():
            return None  # what bounds it would be gone
        if re.match(r",?\swhen\b", rest) and re.search(r"\b(?:was|were)\s\w+ing\b", clause):
            return None  # only the scene of what happened
        if re.match(r"\swho", rest) and _THE_ONES.search(clause):
            return None  # which of them would be gone
        if (not says and _SPEECH.search(rest) and not _SPEAKS_OF_ITS_OWN.match(rest)) or _ONLY_SAID.search(rest):
            return None
        loosely = _LOOSELY.match(rest) is not None
        if SUPERLATIVE.search(clause) and not loosely:
            return None
        clause = _SO_LONG_AFTER.sub("", clause)
        if clause.split()[-1].casefold() in (_OPEN_AS if loosely else _OPEN_END):
            return None
    clause = _IN_THE_REGION.sub("", clause)
    if moved and (state := _STATE.match(says.removeprefix(", according to "))) and not _NAMED.search(clause):
        clause = _OF_A_STATE.sub(state[0], clause)
    if moved and (home := nation(says.removeprefix(", according to "))):
        clause = re.sub(r"\b(?:its|their|his|her)\s(?:own\s)?country\b(?!’)", home[0], clause)
    words = shorter(clause, sentence, published)
    clause = " ".join(words)
    if moved and _PRONOUN.search(clause) and not _is_its_own(clause, says):
        return None  # of whom, if not of who says so?
    if _SAYS.search(clause):
        says = ""
    only_may_be = _ONLY_MAY_BE.search(clause if _WHAT_IT_RAISES.match(rest) else whole)
    if only_may_be and not says and not _SPEECH.search(clause):
        return None  # who warns or fears was in the part left out
    if is_background(whole, published) or _points_back(f"said {clause}" if moved else clause):
        return None
    if not _stands_alone(words, spelling):
        return None
    if "“" in clause and not says and not _IN_SOMEBODYS_WORDS.match(clause):
        return None  # whose words they are is not told
    shown = _HIDDEN.sub(lambda found: quotes[ord(found[1]) - ord("a")], clause)
    if too_long(shown, sentence):
        shown = recast(shown, sentence, spelling) or ""
    if not shown or sum(len(quote.split()) for quote in QUOTED.findall(shown)) > SPEECH:
        return None
    return shown + says


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


def _hangs(clause: str) -> re.Match[str] | None:
    """What hangs on the main clause; what is included in its subject does not."""
    return next(
        (cut for cut in _HANGS.finditer(clause) if "including" not in cut[0] or finite(clause[: cut.start()].split())),
        None,
    )


#: What stands in quotation marks is one word to the rules.
_HIDDEN = re.compile(r"“q([a-z])”")
#: `Friday, April 14, 2023,`
_DATE = re.compile(
    r"(?<=day),\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}"
    r"(?:,\s20\d\d)?(?:,(?=\s[a-z]))?"
)
#: Somebody says, calls or accuses, and is no "was accused of": the words behind it are his.
_IN_SOMEBODYS_WORDS = re.compile(
    r"^(?![^“]*\b(?:was|were|is|are|been|being|be)\s(?:\w+ly\s)?(?:said|called|accused|described|told|warned)\b)"
    r"[^“]*\b(?:said|says|say|calls?|called|accus\w+|describ\w+|warn\w*|den(?:y|ied|ies)|vow\w*|urg\w+|pledg\w+"
    r"|denounc\w+|condemn\w+|announc\w+|declar\w+|claim\w*|told|tells|threaten\w*|promis\w+|insist\w*|reject\w*"
    r"|dismiss\w*|prais\w+)\b[^“]*“"
)


def _with_quotes_hidden(sentence: str) -> tuple[str, list[str]]:
    """The sentence with `“qa”`, `“qb”` for what stands in quotation marks, and what that is; ’ for an apostrophe."""
    text = re.sub(r"(?<=\w)'(?=\w)", "’", sentence)
    if not re.search(r"[\"“‘]|(?<!\w)'", text) or (told := marked(text)) is None:
        return text, []
    quotes = QUOTED.findall(told)
    letters = iter("abcdefghijklmnopqrstuvwxyz")
    return (QUOTED.sub(lambda _: f"“q{next(letters)}”", told), quotes) if len(quotes) < 20 else (text, [])


def _attributed(sentence: str, aliases: Aliases) -> tuple[str, str, bool] | None:
    """(what is said, `, according to WHO`, whether WHO stood before it); None where who says so is not certain."""
    sentence = _IN_WHAT.sub("", sentence)
    if match := _SAID_WITHIN.search(sentence):
        said = f"{sentence[: match.start()]},{sentence[match.end() :]}"
        named = named_speaker(_of_its_state(match["who"] or match["by"], said), aliases)
        if named is None or _AS_PUBLISHED.search(named) or _SPEECH.search(said) or "according to" in said:
            return None  # of two who say so one would be left out
        return said, f", according to {named}", False
    match = _SAID.search(sentence)
    if match and match["whom"] and finite(["X", *match["whom"].split()]) is not None:
        match = None  # "Ann Hale, the envoy, said the talks had failed": nobody stands behind it
    if match:
        said, by = sentence[: match.start()], match["by"]
        named = named_speaker(_of_its_state(match["who"] or match["whom"] or by, said), aliases)
        if named is None or _AS_PUBLISHED.search(named) or (by and _SPEECH.search(said)):
            return None  # of two who say so one would be left out
        return said, f", according to {named}", False
    if (match := _SAYS_FIRST.match(sentence)) and (named := named_speaker(match["who"], aliases)):
        return _reported(match["what"]), f", according to {named}", True
    if match := _WITH_OFFICE.match(sentence):
        return _reported(match["what"]), f", according to {match['who']}", True
    if re.search(r"\baccording to\b", sentence):
        return None  # it would be cut off with what hangs on the clause
    return sentence, "", False


#: Who says so, in the midst of it: `…, the army said, leaving …`.
_SAID_WITHIN = re.compile(
    r",\s(?:(?P<who>[^,]{2,60}?)\s(?:(?:has|have)\s)?(?:said|says|announced|reported|confirmed)"
    rf"(?:\s(?:on\s)?{WEEKDAY}|\sin\s(?:an?|its)\s[^,]{{3,30}})?|according\sto\s(?P<by>[^,]{{2,60}}?)),(?=\s[a-z])"
)
#: `Ana Petrov, the envoy of Norland, said the talks …`
_WITH_OFFICE = re.compile(
    rf"(?P<who>[A-Z][\w’.-]+(?:\s(?:[a-z]{{2,3}}[\s-])?[A-Z][\w’.-]+){{1,3}},\s(?:the|an?)\s(?=[^,]*\b(?:minister|president"
    rf"|secretary|chief|leader|spokes\w+|ambassador|envoy|governor|mayor|director|commander|head|representative)\b)"
    rf"[^,]{{3,60}}),\s(?:said|says)(?:\son\s{WEEKDAY})?\s(?:that\s)?{_WHAT_IS_SAID}$"
)
#: What the writer makes of it: `, in what would be a significant step`.
_IN_WHAT = re.compile(r",\sin\swhat\s(?:would|could|is|was|may|might|appears?|seems?)\b[^,]*$")


def _reported(what: str) -> str:
    """What somebody said, as a clause of its own, without what another one says behind it."""
    what = _ANOTHER_SAYS.sub("", what)
    if not re.search(r"\b(?:if|unless|could|rather|prefer|like)\b|“", what):
        what = re.sub(r"\bwould(?=\s(?!have\b)[a-z]+\b)", "will", what)
    return what[0].upper() + what[1:]


#: `… and the Pentagon says ships are ready`: that is another's word.
_ANOTHER_SAYS = re.compile(r",?\s(?:and|but|while)\s(?:the\s)?[A-Z]?[\w’-]+(?:\s[\w’-]+){0,4}\s(?:said|says|say)\b.*$")


def _of_its_state(who: str, said: str) -> str:
    """`Poland’s foreign minister` for `the country’s foreign minister` behind words that begin with Poland."""
    its = re.match(r"(?:(?:the country|the nation)[’']s|its)(?=\s)", who)
    named = nation(said) if its else None
    return f"{named[0]}’s{who[its.end() :]}" if its and named else who


def _stands_alone(words: list[str], spelling: Spelling) -> bool:
    """Is it short, whole and plain prose, does it tell of an event, and lean on nothing that stands elsewhere?"""
    clause = " ".join(words)
    if _is_no_news(clause) or len(words[-1].strip(".")) < 2:
        return False
    if (
        len(words) < LEAST
        or _NOT_TOLD.search(clause)
        or (_LEANING.match(clause) and not _WHERE_IT_IS.match(clause))
        or STALE.search(clause)
    ):
        return False
    if _WHICH.search(clause):
        return False  # "with countries", of which more was said
    if _NO_VERB.search(clause) or re.search(r"\bsaid (?:was|is|were|has|had)\b", clause):
        return False  # a standfirst's "two people killed and five wounded"
    if "'" in clause or "“" in _HIDDEN.sub("", clause) or (has_comma(clause) and not listed(clause)):
        return False
    at = finite(words)
    if at is None or not stands(words, at):
        return False
    if words[at] in ("is", "are", "was", "were") and words[at + 1 : at + 2] in (["a"], ["an"], ["the"]):
        return False  # who somebody is, not what happened
    title = words[0] in _TITLES and words[1][:1].isupper()
    if words[0] in _RANKS or (not title and words[0].casefold() in ONE_OF_MANY | ONE_OF_A_KIND | THE_ONE | PLACES):
        return False  # "Meeting underscores": a standfirst's lone noun, also with what stands before it
    if not re.search(r"\b(?:the|an?)\b", clause, re.I) and is_telegraphic(clause):
        return False
    return with_articles(words, verb=at, spelling=spelling) == words  # not a line of a headline's kind


#: A forecast or a fear: told with who has it, or not.
_ONLY_MAY_BE = re.compile(
    r"\b(?:warn(?:s|ed|ing)?|fear(?:s|ed|ing)?|could|may|might|plans?|planned|expects?|expected|threatens?|risks?"
    r"|one step away|on the brink|on the verge)\b"
)
#: What it leads to, in the writer's own word: what goes before is true without it.
_WHAT_IT_RAISES = re.compile(r",\s(?:raising|making|leaving)\s|,?\s(?:amid|despite)\s")
#: How things have been for long, or a scene: no event of the day.
_STATE_OF_THINGS = re.compile(
    r"\b(?:has|have) (?:long )?been (?:\w+ly )?(?:reluctant|uncertain|wary|tense|strained|divided|under|at|in|a|an"
    r"|the)\b"
    r"|\b(?:is|are|was|were) (?:\w+ )?unfolding\b|\barrived to\b|\bto avoid the war\b|\bhas long\b|\bhave long\b"
    r"|\bare a common\b"
)


#: `At least 20 people killed and five wounded`: no verb.
_NO_VERB = re.compile(
    r"^(?:[\w,]+\s){1,4}?(?:people|civilians|others|soldiers)\s(?:killed|wounded|injured|dead|hurt)\b(?=\s(?:and|in|at|on|by)\b|$)"
)


#: "Had" of what is reported in the past: "said that they had agreed".
_SAID_IT_HAD = re.compile(
    r"(\b(?:said|announced|confirmed|reported|claimed|told\s[\w’ ]{3,40}?)(?:\sthat)?\s(?:[\w’-]+\s){1,8}?)had"
    r"(?=\s\w+(?:ed|en|wn|ne|ut|nt|ck|ot|id|ft|t)\b)"
)
#: So wide a noun at the end was told more closely.
_WHICH = re.compile(r"\b(?:by|from|with|against)\s(?:men|women|people|countries|nations|groups|individuals)$")


#: Which one stood elsewhere; the rest is true without it.
_IN_THE_REGION = re.compile(r"\s(?:in|across) the (?:region|area)$")
_OF_A_STATE = re.compile(r"\bthe (?:country|nation)\b")
#: A name behind the first word: "the country" may be another than that of who speaks.
_NAMED = re.compile(r"\s[A-Z]")


def _points_back(clause: str) -> bool:
    """Does it lean on what stood elsewhere? "The country" is the state that stands before it."""
    found = _OF_A_STATE.search(clause)
    if found is not None and len(countries(clause)) == 1 and countries(clause[: found.start()]):
        clause = _OF_A_STATE.sub("X", clause)
    return _POINTS_BACK.search(_SAID_IT_HAD.sub(r"\1", clause)) is not None


def _is_no_news(clause: str) -> bool:
    return _STATE_OF_THINGS.search(clause) is not None or is_undefined(clause)
