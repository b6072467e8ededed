"""Reported: how is what somebody is said to have said told in a sentence of ours?

`Kyiv says its forces are holding on, …` becomes `Ukraine said that its forces are holding on`; the words in quotation
marks stay, what hangs on the clause goes. Where who, what or how far is not certain there is no sentence.
"""

from __future__ import annotations

import re

from scrapers.compose.claims import Claim
from scrapers.compose.consequence import with_what_it_did
from scrapers.compose.mainclause import finite
from scrapers.compose.nations import NATIONS
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.othertime import BEGINS_ELSEWHERE
from scrapers.compose.saidinshort import ANSWERED, OWN_PRONOUN, QUOTED, in_short, keeps_capital, marked
from scrapers.compose.sentences import sentence_at
from scrapers.compose.speechwords import WEEKDAY
from scrapers.compose.spoken import QUOTED_WORDS, STALE, is_half
from scrapers.compose.telegraphic import is_telegraphic
from scrapers.compose.whosaid import is_somebody, who_says


def _forms(table: dict[str, str]) -> dict[str, str]:
    """By each form that a text may have, how it is told."""
    return {form: told for told, forms in table.items() for form in forms.split()}


#: Verbs with a clause behind them, as the text has them, and as they are told.
_THAT = _forms(
    {
        "said": "say says said states stated announces announced reports reported adds added notes noted declares"
        " declared reveals revealed discloses disclosed",
        "claimed": "claim claims claimed",
        "confirmed": "confirm confirms confirmed",
        "acknowledged": "acknowledge acknowledges acknowledged admits admitted concedes conceded",
        "insisted": "insist insists insisted maintains maintained",
        "alleged": "allege alleges alleged",
        "warned": "warn warns warned",
        "denied": "deny denies denied",
        "estimated": "estimate estimates estimated",
        "predicted": "predicts predicted",
        "argued": "argues argued",
        "stressed": "stresses stressed emphasises emphasised emphasizes emphasized reiterates reiterated",
    }
)
#: Verbs with a thing or a person behind them.
_OF = _forms(
    {
        "urged": "urges urged",
        "denied": "denies denied",
        "rejected": "rejects rejected",
        "dismissed": "dismisses dismissed",
        "condemned": "condemns condemned",
        "denounced": "denounces denounced",
        "criticised": "criticises criticised criticizes criticized",
        "accused": "accuses accused",
        "blamed": "blames blamed",
        "demanded": "demands demanded",
        "confirmed": "confirms confirmed",
        "announced": "announces announced",
        "praised": "praises praised",
        "pledged": "pledges pledged",
        "promised": "promises promised",
        "called": "calls called",
        "described": "describes described",
    }
)
#: Verbs with "to do" behind them.
_TO = _forms(
    {
        "vowed": "vows vowed",
        "pledged": "pledges pledged",
        "promised": "promises promised",
        "threatened": "threatens threatened",
    }
)
_DAY = rf"(?:(?:late|early)\s)?(?:on\s)?{WEEKDAY}(?:\s(?:morning|evening|night))?"
#: The verb right before what is said.
_VERB = re.compile(rf"\b(?P<verb>[a-z]+)(?:\s{_DAY})?(?P<that>\sthat)?[,:]?\s?[“\"‘']?$")
#: `told the president on Friday that`.
_TOLD = re.compile(rf"\b(?:tells|told)\s(?P<whom>[^,.;:“”\"()]{{2,60}}?)(?:\s{_DAY})?\sthat\s?[“\"‘']?$")
#: Whom it tells no reader anything that they were told.
_ANYBODY = re.compile(
    r"(?:\w+\s)?(?:reporters|journalists|lawmakers|parliament|media|the press|a (?:news|press) conference|viewers)$",
    re.I,
)
#: Before a name.
_OFFICE = re.compile(
    r"^(?:[A-Z][\w’'-]+\s){0,3}(?:President|Minister|Secretary|Chancellor|Premier|Leader|King|Pope|Governor|Envoy|General)"
    r"\s(?=[A-Z][\w’-]+\s[A-Z][\w’-]+$)"
)
#: Of whom "he" is said is open: of who speaks or of whom he told it.
_OUGHT = re.compile(r"^(?:he|she|they|it)\s(?:must|should|could|has to|have to|had to|needs? to|ought)\b")
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\b", re.I)
#: Where the attribution itself hangs on something else, it is of another day or only describes.
_ON_ANOTHER = re.compile(
    r"\b(?:when|that|what|whom?|whose|which|because|if|though|although|where)\W*$|\b(?:after|before|since)(?:\W+[\w’'-]+){0,4}\W*$"
    r"|\b(?:earlier|ago|previously|last\s\w+)\b[^,.;]{0,20},?\s*$"
    rf"|^{BEGINS_ELSEWHERE}",
    re.I,
)
#: Between who speaks and the verb: it was not said, or at another time, or only may be.
_NOT_SO = re.compile(
    r"\b(?:never|not|no longer|earlier|previously|once|yet|had|would|could|may|might|should|refused|declined|failed"
    r"|basically|essentially|effectively|last|ago|repeatedly denied|falsely|wrongly|reportedly|allegedly)\b|n[’']t\b",
    re.I,
)
#: Before who speaks: somebody else says that he does.
_SECOND_HAND = re.compile(
    r"\b(?:says?|said|claims?|claimed|denies|denied|alleges?|alleged|reports?|reported|insists?|insisted)(?:\sthat)?\s*$"
)
#: Nobody, hardly anybody or not all of them say so; or somebody makes it up, or takes it back.
_NOBODY_SAYS = re.compile(
    r"\b(?:no|neither|nor|few|hardly\sany|scarcely\sany|not\s(?:all|every|one)|none\sof(?:\sthe)?)\s(?:[A-Z][\w’.-]+\s){0,3}$"
    r"|\b(?:deepfake|fake|novel|film|parody|satir\w+|hoax|later\s(?:withdrew|retracted|deleted))\b",
    re.I,
)
#: A sentence this long is a standfirst run into the text behind it.
RUN_ON = 30
_RUN_IN = re.compile(r"[a-z]\s(?:An?|The|In|At|On|After|It|He|She|They|More|About|As|When|While)\s[a-z]")
#: `said Friday evening that`.
_TIME_OF_DAY = re.compile(r"^(?:(?:evening|morning|night|afternoon)\s(?:that\s)?|(?:afterwards?|later)\sthat\s)")
#: `said in a statement that`.
_MEANS = re.compile(r"^(?:in|on|at|during|to)\s(?:an?\s|the\s|his\s|her\s|its\s)?(?:[\w-]+\s){1,4}?that\s")


def reported(text: str, claim: Claim) -> tuple[str, ...]:
    """`NAME said that CLAUSE`, `NAME denied THE THING`, `CLAUSE, according to NAME`; without a full stop.

    Where the sentence says what it did, first with it (`and killed two guards`); () where nothing is sure.
    """
    if claim.speaker is None or is_half(text, claim) or not is_somebody(claim):
        return ()
    start, end = sentence_at(text, claim.span[0])
    if claim.direct:
        return _called(text[start : claim.span[0]], text[claim.span[1] : end], claim)
    said, following = text[claim.span[0] : claim.span[1]], text[claim.span[1] : end]
    if following[:1] in "”\"’'" and said.count("“") + said.count('"') + said.count("‘") + said.count("'"):
        said += following[:1]
    if ANSWERED.search(following):
        return ()
    begins = not text[start : claim.span[0]].strip(" “\"‘'")
    if text[max(0, claim.span[0] - 1) : claim.span[0]] in ("“", '"', "‘") and not begins:
        said = text[claim.span[0] - 1] + said
    told = marked(re.sub(r",?\s(?:citing|quoting)\b.*$", "", said))
    if told is None or STALE.search(told):
        return ()
    if begins:
        return _behind(told, claim)
    lead = text[start : claim.span[0]]
    if _hangs(lead, claim):
        return ()
    whom, before = _TOLD.search(lead), _VERB.search(lead)
    if whom is None and before is None:
        return ()
    told = _MEANS.sub("", _TIME_OF_DAY.sub("", told))
    standfirst = end < len(text) and text[end] == "\n" and not re.search(r"[.!?…][\"”’')]*$", text[start:end])
    loose = re.search(r"\bof (?!(?:the|an?)\b)[a-z]|\bof [A-Z][a-z]+ [a-z]", claim.source or "")
    if standfirst or (_is_bare(claim) and (loose or is_telegraphic(told))):
        return ()  # a headline's grammar
    if whom is not None:
        return _to_whom(told, whom["whom"], claim)
    assert before is not None
    part = in_short(told)
    if part is None:
        return ()
    who = who_says(claim)
    for verbs, join, shape in ((_THAT, "that ", _is_clause), (_TO, "", _is_aim), (_OF, "", _is_thing)):
        verb = verbs.get(before["verb"])
        if verb is None or (before["that"] and verbs is not _THAT):
            continue
        if not shape(part, before["that"] or verb, claim):
            continue
        if verbs is not _THAT:
            has = _HAS.search(lead)
            return (f"{who} {f'{has[1]} ' if has else ''}{verb} {join}{part}",)
        if not before["that"] and before["verb"] in _OF_A_THING and not _HAS_A_VERB.search(part):
            continue  # "reported ten new confirmed cases"
        return tuple(
            f"{who} {verb} {join}{way if keeps_capital(way) else way[0].lower() + way[1:]}" for way in _ways(part, told)
        )
    return ()


def _to_whom(told: str, whom: str, claim: Claim) -> tuple[str, ...]:
    """`NAME told NAME that CLAUSE`; to whom it was told is left out where it is anybody."""
    part = in_short(told)
    if part is None or _OUGHT.match(part) or not _is_clause(part, "said", claim):
        return ()
    heard = _OFFICE.sub("", whom.strip())
    if _ANYBODY.search(heard):
        says = "said"
    elif _PRONOUN.search(heard) or len(heard.split()) > 5 or re.search(r"\b(?:me|us|him|them|you)\b", heard):
        return ()
    else:
        says = f"told {heard}"
    return tuple(
        f"{who_says(claim)} {says} that {way if keeps_capital(way) else way[0].lower() + way[1:]}"
        for way in _ways(part, told)
    )


def _ways(part: str, told: str) -> list[str]:
    """What is said with what it did, where the sentence says so, and without."""
    return [way for way in (with_what_it_did(part, told), part) if way is not None]


#: `called the attack “`.
_CALLED = re.compile(
    r"\b(?P<verb>call|describ|brand|label|dubb?)(?:ed|es|s|led)\s(?P<what>[^“”\"‘,.;:]{4,60}?)\s(?P<as>as\s)?"
    r"(?P<article>an?\s)?[“\"‘']$"
)


def _called(lead: str, behind: str, claim: Claim) -> tuple[str, ...]:
    """`NAME called THE THING “…”`: what somebody thinks of it, in a few words of his own."""
    found = _CALLED.search(lead)
    if found is None or _hangs(lead[: found.start()], claim) or _PRONOUN.search(found["what"]):
        return ()
    words = claim.words.strip(" ,.;")
    if words.split()[-1:] in (["and"], ["or"], ["the"], ["a"]):
        return ()  # its mark was lost
    if re.match(r"[”\"’'‘]\s+(?!(?:and|but|as|in|on|at|by|for|after|when|that|which|who)\b)[a-z]", behind):
        return ()  # `a “most serious” threat`
    if not words[:1].islower() or not 1 < len(words.split()) <= QUOTED_WORDS or re.search(r"[“”\"\[\]]", words):
        return ()
    verb, joined = ("described", "as ") if found["as"] else ("called", "")
    return (f"{who_says(claim)} {verb} {found['what']} {joined}{found['article'] or ''}“{words}”",)


def _is_bare(claim: Claim) -> bool:
    """Does the text write in a headline's manner, the speaker without an article (`Senior UN official says …`)?"""
    words = (claim.source or "").split()
    return (claim.speaker or "").split()[0] in ("a", "an", "the") and words[0].casefold() not in ("a", "an", "the")


#: Between two commas behind the name: it says more of who speaks.
_WHO_IS = re.compile(
    r"^,\s(?:who|whose|which)\s(?![^,]*\b(?:before|after|until|then|sa(?:id|ys?)|claim\w*|den(?:y|ied|ies)|told)\b)[^,“”\"]*,(?=\s)"
)


def _hangs(lead: str, claim: Claim) -> bool:
    """Does the attribution hang on something else, by what stands before the speaker or before the verb?"""
    source = claim.source or ""
    at = lead.rfind(source)
    if not source or at < 0:
        return False
    behind = _WHO_IS.sub("", lead[at + len(source) :])
    if _NOT_SO.search(behind) or _SECOND_HAND.search(lead[:at]) or _NOBODY_SAYS.search(lead[:at]):
        return True
    return (
        _ON_ANOTHER.search(lead[:at]) is not None or re.search(r"\b(?:who|which|that)\s(?!that)\w", behind) is not None
    )


#: It may have been long ago: `has called the raid`.
_HAS = re.compile(r"\b(has|have)\s(?:\w+ly\s)?[a-z]+\W*$")
#: Behind these stands a thing as often as a clause.
_OF_A_THING = frozenset(
    """reports reported announces announced confirms confirmed confirm reveals revealed discloses disclosed notes noted
    acknowledges acknowledged acknowledge admits admitted""".split()
)
_HAS_A_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|do|does|may|might)\b")
_WOULD_BE = re.compile(r"\b(?:could|would|might)\b.*\d|\d.*\b(?:could|would|might)\b")


def _behind(told: str, claim: Claim) -> tuple[str, ...]:
    """What begins the sentence, with who says so behind it."""
    if _WOULD_BE.search(told):
        return ()  # so many could be killed: a fear, and a number that readers keep
    if claim.verb not in ("said", "reported", "confirmed", "claimed", "estimated") or len(told.split()) > RUN_ON:
        return ()
    part = in_short(told)
    if part is None or OWN_PRONOUN.match(part[0].lower() + part[1:]) or not _is_clause(part, "said", claim):
        return ()
    if not re.match(r"[A-Z\d]", part) or "“" in part[:1] or _RUN_IN.search(told):
        return ()
    if not re.search(r"\b(?:an?|the)\b", part, re.I) and is_telegraphic(part):
        return ()
    who = who_says(claim).rstrip(",")
    claims = "claim" if is_plural(who.split()[-1]) else "claims"
    says = f"{who} {claims}" if claim.verb == "claimed" else f"according to {who}"
    return tuple(f"{way}, {says}" for way in _ways(part, told))


def _is_clause(part: str, verb: str, claim: Claim) -> bool:
    """Has it a verb of its own, and does no pronoun of it mean somebody who stands elsewhere?"""
    words = QUOTED.sub("“X”", part).split()
    if (
        re.match(r"(?:[a-z]+\s)?(?:reports|claims|allegations|suggestions|accusations|charges|rumou?rs)\b", part)
        and verb == "denied"
    ):
        return False
    if verb == "warned":
        return False  # without "that" whom somebody warned would be what was said
    at = finite([words[0].capitalize(), *words[1:]])
    if at is not None and words[at - 1] in ("that", "which", "who"):
        return False  # "terms of a truce that would end the war": no verb of its own
    first = 1 if OWN_PRONOUN.match(part) else 0
    if at is None and not (
        first and re.match(r"(?:he|she|it|they)\s(?:is|was|are|were|has|have|had|will|would|can|could|must)\b", part)
    ):
        return False
    return _own_pronouns(part, claim)


def _own_pronouns(part: str, claim: Claim) -> bool:
    own = OWN_PRONOUN.match(part)
    if own and own[0] == "it" and _OUGHT.match(part):
        return False  # "said that it should be cleared": what?
    if own and (claim.source is None or re.fullmatch(_PRONOUN, claim.source)):
        return False
    if own and own[0] in ("he", "she", "his", "her") and " " not in (claim.source or "").strip():
        return False  # a surname alone: somebody else may be meant
    if own and own[0] in ("it", "its") and claim.side is None and (claim.speaker or "").casefold() not in NATIONS:
        return False
    if own:
        many = is_plural((claim.speaker or "").split()[-1].casefold())
        person = claim.role is not None or re.fullmatch(r"(?:[A-Z][\w’'.-]+\s){1,4}[A-Z][\w’'.-]+", claim.speaker or "")
        if own[0] in ("they", "their") and not many:
            return False
        if (own[0] in ("he", "she", "his", "her")) != bool(person) and own[0] not in ("they", "their"):
            return False
    return not _PRONOUN.search(QUOTED.sub("", part[len(own[0]) if own else 0 :]))


def _is_aim(part: str, verb: str, claim: Claim) -> bool:
    return part.startswith("to ") and _own_pronouns(part, claim)


def _is_thing(part: str, verb: str, claim: Claim) -> bool:
    """Is it what somebody denied, urged or condemned, and not a clause?"""
    if not re.match(r"(?:an?|the|any|all|both|[a-z-]+(?:tion|ment|ing|ity|ence|ness)|[A-Z][\w’-]+|[a-z]+s)\b", part):
        return False
    if verb == "accused" and " of " not in part:
        return False
    if verb in ("called", "described") and "“" not in part:
        return False
    if verb == "described" and " as " not in part:
        return False
    words = QUOTED.sub("“X”", part).split()
    with_a_verb = finite([words[0].capitalize(), *words[1:]]) is not None
    if with_a_verb and verb not in ("urged", "accused", "blamed", "called", "described"):
        return False
    return not OWN_PRONOUN.match(part) and _own_pronouns(part, claim)
