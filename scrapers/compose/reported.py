"""Reported: how is what somebody is said to have said told in a sentence of ours?

`Kyiv says its forces are holding on, …` becomes `Ukraine said that its forces are holding on`; the words in quotation
marks stay, what hangs on the clause goes. Where who, what or how far is not certain there is no sentence.
"""

from __future__ import annotations

import re

from scrapers.compose.articles import PREPOSITIONS, bare
from scrapers.compose.claims import Claim
from scrapers.compose.consequence import with_what_it_did
from scrapers.compose.mainclause import finite
from scrapers.compose.names import in_a_sentence
from scrapers.compose.nations import NATIONS
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.newsverbs import FINITE, PAST, SINGULAR, SINGULAR_OR_NOUN, VERBS
from scrapers.compose.sentences import sentence_spans
from scrapers.compose.speakers import NO_ALIASES, Aliases
from scrapers.compose.speechwords import SPEAKING_NOUNS
from scrapers.compose.spelling import COMMON
from scrapers.compose.spoken import QUOTED_WORDS, STALE, is_half
from scrapers.compose.telegraphic import is_telegraphic

#: Words of what is said, those in quotation marks too; and the fewest that say anything.
MOST, LEAST = 22, 4
#: Of them outside of quotation marks, where they are the article's.
OWN = 15

#: Verbs with a clause behind them, as the text has them, and as they are told.
_THAT = {
    form: told
    for told, forms in {
        "said": "says said states stated announces announced reports reported adds added notes noted declares declared"
        " reveals revealed discloses disclosed",
        "claimed": "claims claimed",
        "confirmed": "confirms confirmed",
        "acknowledged": "acknowledges acknowledged admits admitted concedes conceded",
        "insisted": "insists insisted maintains maintained",
        "alleged": "alleges alleged",
        "warned": "warns warned",
        "denied": "denies denied",
        "estimated": "estimates estimated",
        "predicted": "predicts predicted",
        "argued": "argues argued",
        "stressed": "stresses stressed emphasises emphasised emphasizes emphasized reiterates reiterated",
    }.items()
    for form in forms.split()
}
#: Verbs with a thing or a person behind them.
_OF = {
    form: told
    for told, forms in {
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
    }.items()
    for form in forms.split()
}
#: Verbs with "to do" behind them.
_TO = {
    form: told
    for told, forms in {
        "vowed": "vows vowed",
        "pledged": "pledges pledged",
        "promised": "promises promised",
        "threatened": "threatens threatened",
    }.items()
    for form in forms.split()
}

_DAY = r"(?:(?:late|early)\s)?(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|evening|night))?"
#: The verb right before what is said.
_VERB = re.compile(rf"\b(?P<verb>[a-z]+)(?:\s{_DAY})?(?P<that>\sthat)?[,:]?\s?[“\"‘']?$")
#: From here on it is left out: it hangs on what is said, and that is true without it.
_HANGS = re.compile(
    r",\s(?:as|while|after|amid|despite|because|since|although|though|when|where|which|who|whose|whom|including|even"
    r"|with|adding|following|just|days|hours|in (?:the|a) (?:latest|sign|bid|move)|in order to"
    r"|and (?:said|that|called|calls|warned|added|urged|vowed)|but|[a-z]+ing)\b.*$"
)
#: The same without a comma, where it is too long with it.
_LOOSE = re.compile(r"\s(?:amid|after|following|despite|while|because)\s.*$")
_AS = re.compile(r"\s(?<!long )(?<!soon )(?<!well )(?<!much )as\s(?!(?:long|soon|well|much|many|part|if)\b)(.*)$")
#: What shows that a clause hangs on "as", and no noun.
_VERB_FORMS = FINITE | PAST | SINGULAR_OR_NOUN | VERBS
#: What bounds what is said: never left out.
_BOUNDS = re.compile(
    r"[,(—–]\s?(?:(?:but\s)?only\s)?(?:if|unless|until|before|provided|providing|without|or|as long as|so long as"
    r"|except|with the exception|on condition)\b"
)
#: With a word like these what follows bounds it, also behind "while" and "after".
_BOUND = re.compile(r"\b(?:not|never|no|none|nothing|nobody|cannot|neither|only|unless|if|until)\b|n’t\b", re.I)
#: Between two commas behind a noun.
_ASIDE = re.compile(
    r",\s(?:a|an|the|who|which|whose|where|also|now|formerly|known|including|based|one of)\b[^,“”]*,(?=\s)"
)
#: `the eastern Ukrainian city of Bakhmut`: its name is enough where room is short.
_PLACE = re.compile(r"\bthe\s(?:[\w-]+\s){0,3}(?:city|town|village|capital|port city|port)\sof\s(?=[A-Z])")
_NOT_TOLD = re.compile(
    r"[!?;:()…/]|\b(?:I|we|our|us|my|me|you|your|today|tonight|yesterday|tomorrow|here|this|these|those|such|so-called"
    r"|meanwhile|however|too|earlier|later|ago|last|next|previously|likewise|instead|him|them|herself|himself|then"
    r"|at the time|another)\b"
)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\b", re.I)
_OWN = re.compile(r"^(?:he|she|it|they|his|her|its|their)\b")
#: Where the attribution itself hangs on something else, it is of another day or only describes.
_ON_ANOTHER = re.compile(
    r"\b(?:when|that|who|which|because|if|though|although|where)\W*$|\b(?:after|before|since)(?:\W+[\w’'-]+){0,4}\W*$"
    r"|\b(?:earlier|ago|previously|last\s\w+)\b[^,.;]{0,20},?\s*$",
    re.I,
)
#: Between who speaks and the verb: it was not said, or at another time, or only may be.
_NOT_SO = re.compile(
    r"\b(?:never|not|no longer|earlier|previously|once|yet|had|would|could|may|might|should|refused|declined|failed"
    r"|last|ago|repeatedly denied)\b|n[’']t\b",
    re.I,
)
#: A sentence this long is a standfirst run into the text behind it.
RUN_ON = 30
#: Capitals of an office: with more of them it is what a page sets beside a picture.
MOST_CAPITALS = 4
_RUN_IN = re.compile(r"[a-z]\s(?:An?|The|In|At|On|After|It|He|She|They|More|About|As|When|While)\s[a-z]")
#: `said Friday evening that`.
_TIME_OF_DAY = re.compile(r"^(?:evening|morning|night|afternoon)\s(?:that\s)?")
#: `said in a statement that`.
_MEANS = re.compile(r"^(?:in|on|at|during|to)\s(?:an?\s|the\s|his\s|her\s|its\s)?(?:[\w-]+\s){1,4}?that\s")


def reported(text: str, claim: Claim, *, whole: bool = False) -> str | None:
    """`NAME said that CLAUSE`, `NAME denied THE THING`, `CLAUSE, according to NAME`; without a full stop.

    `whole`: with what it did (`and killed two guards`), None where the sentence does not say.
    """
    start, end = next(
        ((first, last) for first, last in sentence_spans(text) if first <= claim.span[0] < last), (0, len(text))
    )
    if claim.speaker is None or is_half(text, claim) or not _is_somebody(claim):
        return None
    if claim.direct:
        return None if whole else _called(text[start : claim.span[0]], claim)
    said, following = text[claim.span[0] : claim.span[1]], text[claim.span[1] : end]
    if following[:1] in "”\"’'" and said.count("“") + said.count('"') + said.count("‘") + said.count("'"):
        said += following[:1]
    begins = not text[start : claim.span[0]].strip(" “\"‘'")
    if text[max(0, claim.span[0] - 1) : claim.span[0]] in ("“", '"', "‘") and not begins:
        said = text[claim.span[0] - 1] + said
    told = _marked(said)
    if told is None or STALE.search(told):
        return None
    if begins:
        return _behind(told, claim, whole=whole)
    before = _VERB.search(text[start : claim.span[0]])
    if before is None or _hangs(text[start : claim.span[0]], claim):
        return None
    told = _MEANS.sub("", _TIME_OF_DAY.sub("", told))
    if _is_bare(claim) and is_telegraphic(told):
        return None
    who = _who(claim)
    for verbs, join, shape in ((_THAT, "that ", _is_clause), (_TO, "", _is_aim), (_OF, "", _is_thing)):
        verb = verbs.get(before["verb"])
        if verb is None or (before["that"] and verbs is not _THAT):
            continue
        part = _shortened(told)
        if part is None or not shape(part, before["that"] or verb, claim):
            continue
        if whole:
            part = with_what_it_did(part, told) if verbs is _THAT else None
            if part is None:
                return None
        if verbs is _THAT:
            part = part if _keeps_capital(part) else part[0].lower() + part[1:]
        return f"{who} {verb} {join}{part}"
    return None


#: `called the attack “`.
_CALLED = re.compile(
    r"\b(?P<verb>call|describ|brand|label|dubb?)(?:ed|es|s|led)\s(?P<what>[^“”\"‘,.;:]{4,60}?)\s(?P<as>as\s)?"
    r"(?P<article>an?\s)?[“\"‘']$"
)


def _called(lead: str, claim: Claim) -> str | None:
    """`NAME called THE THING “…”`: what somebody thinks of it, in a few words of his own."""
    found = _CALLED.search(lead)
    if found is None or _hangs(lead[: found.start()], claim) or _PRONOUN.search(found["what"]):
        return None
    words = claim.words.strip(" ,.;")
    if not words[:1].islower() or not 1 < len(words.split()) <= QUOTED_WORDS or re.search(r"[“”\"\[\]]", words):
        return None
    verb, joined = ("described", "as ") if found["as"] else ("called", "")
    return f"{_who(claim)} {verb} {found['what']} {joined}{found['article'] or ''}“{words}”"


def _is_bare(claim: Claim) -> bool:
    """Does the text write in a headline's manner, the speaker without an article (`Senior UN official says …`)?"""
    words = (claim.source or "").split()
    return (claim.speaker or "").split()[0] in ("a", "an", "the") and words[0].casefold() not in ("a", "an", "the")


def _hangs(lead: str, claim: Claim) -> bool:
    """Does the attribution hang on something else, by what stands before the speaker or before the verb?"""
    source = claim.source or ""
    at = lead.rfind(source)
    if not source or at < 0:
        return False
    behind = lead[at + len(source) :]
    if _NOT_SO.search(behind):
        return True
    return (
        _ON_ANOTHER.search(lead[:at]) is not None or re.search(r"\b(?:who|which|that)\s(?!that)\w", behind) is not None
    )


def _behind(told: str, claim: Claim, *, whole: bool) -> str | None:
    """What begins the sentence, with who says so behind it."""
    if claim.verb not in ("said", "reported", "confirmed", "claimed", "estimated") or len(told.split()) > RUN_ON:
        return None
    part = _shortened(told)
    if part is None or _OWN.match(part[0].lower() + part[1:]) or not _is_clause(part, "said", claim):
        return None
    if not re.match(r"[A-Z\d]", part) or "“" in part[:1] or _RUN_IN.search(told):
        return None
    if not re.search(r"\b(?:an?|the)\b", part, re.I) and is_telegraphic(part):
        return None
    if whole and (part := with_what_it_did(part, told)) is None:
        return None
    who = _who(claim).rstrip(",")
    claims = "claim" if is_plural(who.split()[-1]) else "claims"
    return f"{part}, {who} {claims}" if claim.verb == "claimed" else f"{part}, according to {who}"


def _marked(said: str) -> str | None:
    """With “ ” around the words of others and ’ for an apostrophe; None where a mark does not close."""
    said = re.sub(r"(?<=\w)['’](?=\w)", "’", " ".join(said.split()))
    said = re.sub(r"(?<=s)['’](?=\s[a-z])(?![^“\"‘']*['’](?:\W|$))", "’", said)
    said = re.sub(r"(?:(?<=[\s(])|^)[\"'“‘](?=\S)", "“", said)
    said = re.sub(r"(?<=\S)[\"'”’](?=[\s,.;:)]|$)", "”", said)
    marks = re.findall(r"[“”]", said)
    if marks != ["“", "”"] * (len(marks) // 2) or re.search(r"[\"'‘]", said):
        return None
    return re.sub(r"([,.])”", r"”\1", said).strip(" ,.;:—–-")


_QUOTED = re.compile(r"“[^”]*”")


def _shortened(told: str) -> str | None:
    """What is said, without what hangs on it; None where it stays too long or leans on something else."""
    quotes = _QUOTED.findall(told)
    if sum(len(quote.split()) for quote in quotes) > QUOTED_WORDS:
        return None
    hidden = _QUOTED.sub(lambda match: f"“{'x' * len(match[0])}”", told)
    if _BOUNDS.search(hidden):
        return None
    hidden = re.sub(r"\s\([^()]*\)", "", _ASIDE.sub("", hidden))
    hidden = re.sub(r"\s?[—–]\s?[^—–“”]*\s?[—–]\s?|\s-\s[^“”]*?\s-\s", " ", hidden)
    hidden = re.split(r"\s[—–-]+\s|[—–]", hidden)[0]
    hidden = _HANGS.sub("", hidden)
    shown = list(quotes)

    def length(words: str) -> int:
        return sum(len(shown[at].split()) for at in range(words.count("“"))) + len(_plain(words))

    if len(_plain(hidden)) > OWN or length(hidden) > MOST:
        hidden = _PLACE.sub("", hidden)
    if len(_plain(hidden)) > OWN or length(hidden) > MOST:
        if _BOUND.search(hidden):
            return None
        hidden = _LOOSE.sub("", hidden)
        if _OPEN.search(hidden):
            return None  # `a man now identified as …`
        at_once = _AS.search(hidden)
        if at_once and (_OWN.match(at_once[1]) or any(bare(word) in _VERB_FORMS for word in at_once[1].split()[1:])):
            hidden = hidden[: at_once.start()]
            if _OPEN.search(hidden):
                return None
    if len(_plain(hidden)) > OWN or not LEAST <= length(hidden) <= MOST:
        return None
    if "," in hidden and not re.search(r"\w+, (?:[\w’-]+ ){1,3}(?:and|or) [\w’-]+", hidden):
        return None
    if _NOT_TOLD.search(hidden) or re.search(r"\bbut\b|\baccording to\b", hidden):
        return None
    words = hidden.split()
    if not _opens(words):
        return None
    if words[-1].casefold() in PREPOSITIONS | _NO_END or _BROKEN.search(hidden):
        return None
    return re.sub(r"“x+”", lambda _: shown.pop(0), hidden)


def _opens(words: list[str]) -> bool:
    """Does it begin as plain prose does: not with a verb, and not with a noun that lacks its article?"""
    first = words[0].strip(",“").casefold()
    if first == "to":
        return True
    if first in PREPOSITIONS:
        return first == "at" and words[1:2] == ["least"]
    if first in FINITE or (first in SINGULAR and not words[0][0].isupper()):
        return False
    if words[0][0].isupper() or first[:1].isdigit() or first in _OPENING or is_plural(first):
        return True
    at = finite([words[0].capitalize(), *words[1:]])
    head = words[(at or 1) - 1].strip(",“”").casefold()
    return is_plural(head) or head.endswith(("ing", "ence", "ness", "ity", "ion", "ment"))


_NO_END = frozenset("and or the a an to that its his their as is are was were while just only even now not".split())
#: Where a sentence was broken at an abbreviation's stop.
_BROKEN = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Gen|Lt|Col|Sgt|Capt|Cpt|Maj|St|Sen|Rep|Gov|Brig|Adm|No|[A-Z])$|-[A-Z]$")
#: What is identified, reported or seen is so "as" something.
_OPEN = re.compile(
    r"\b(?:identified|reported|described|known|seen|regarded|such|now|just|only|even|soon|while|used|named|recogni[sz]ed)$"
)
_OPENING = frozenset(
    """the a an any all both some no there it he she they his her its their more about nearly around over up most many
    few several hundreds thousands dozens one two three four five six seven eight nine ten another every each""".split()
)


def _plain(words: str) -> list[str]:
    return [word for word in words.split() if "“x" not in word]


def _is_clause(part: str, verb: str, claim: Claim) -> bool:
    """Has it a verb of its own, and does no pronoun of it mean somebody who stands elsewhere?"""
    words = _QUOTED.sub("“X”", part).split()
    if re.match(r"(?:reports|claims|allegations|suggestions)\b", part) and verb == "denied":
        return False
    if verb == "warned":
        return False  # without "that" whom somebody warned would be what was said
    first = 1 if _OWN.match(part) else 0
    if finite([words[0].capitalize(), *words[1:]]) is None and not (
        first and re.match(r"(?:he|she|it|they)\s(?:is|was|are|were|has|have|had|will|would|can|could|must)\b", part)
    ):
        return False
    return _own_pronouns(part, claim)


def _own_pronouns(part: str, claim: Claim) -> bool:
    own = _OWN.match(part)
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
    return not _PRONOUN.search(_QUOTED.sub("", part[len(own[0]) if own else 0 :]))


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
    words = _QUOTED.sub("“X”", part).split()
    with_a_verb = finite([words[0].capitalize(), *words[1:]]) is not None
    if with_a_verb and verb not in ("urged", "accused", "blamed", "called", "described"):
        return False
    return not _OWN.match(part) and _own_pronouns(part, claim)


def _keeps_capital(part: str) -> bool:
    first = part.split()[0]
    return first.casefold() not in _OPENING or (first.isupper() and len(first) > 1)


def is_known(claim: Claim, aliases: Aliases = NO_ALIASES) -> bool:
    """Would a reader know who speaks: by an office, a state or a body, or by a name of the alias table?"""
    name = claim.speaker or ""
    if claim.role or claim.side or name.casefold() in NATIONS or aliases.find(name) is not None:
        return True
    person = re.fullmatch(r"[A-Z][\w’'.-]+(?:\s(?:(?:al|el|de|van|von|bin|da|di)[\s-])?[A-Z][\w’'.-]+){0,3}", name)
    return person is None or any(word.casefold() in SPEAKING_NOUNS for word in name.split())


def _is_somebody(claim: Claim) -> bool:
    """Could a reader tell who that is, and is it no scrap of a longer name?"""
    words, source = (claim.speaker or "").split(), (claim.source or "").casefold()
    if len(words) > 7 or source in ("who", "which", "that") or re.match(r"the\s\w+[’']s\s|his\s|her\s|its\s", source):
        return False
    if re.match(r"[Tt]he\s\w+[’']s\s|[Hh]is\s|[Hh]er\s|[Ii]ts\s", claim.speaker or ""):
        return False
    if len(words) == 1 and (words[0].casefold() in COMMON or words[0] in ("Fleet", "Command", "Council", "Office")):
        return words[0].casefold() in SPEAKING_NOUNS and words[0] not in ("Fleet", "Command", "Council", "Office")
    role = (claim.role or "").split()
    if role and (role[0].casefold() in ("her", "his", "their", "its") or "supporter" in role):
        return False
    if role and role[-1].casefold() in PREPOSITIONS | {"the", "capital", "city", "town", "region"}:
        return False
    return not role or any(word.strip(",").casefold() in SPEAKING_NOUNS for word in role)


def _who(claim: Claim) -> str:
    name, role = re.sub(r"^(?:PM|President|Premier)\s", "", claim.speaker or ""), claim.role
    first, _, rest = name.partition(" ")
    if first in ("a", "an", "the") and re.match(r"(?:Senior|Special|Top|Deputy|Leading)\s", rest):
        name = f"{first} {rest[0].lower()}{rest[1:]}"
    elif rest and first.casefold() in SPEAKING_NOUNS:
        name = in_a_sentence(name)
    if (
        not role
        or role.casefold().startswith(("former", "ex-", "the one"))
        or not 2 <= len(role.split()) <= 6
        or role.lower().startswith(("who", "which", "speaking"))
        or role.split()[-1].casefold() in PREPOSITIONS | {"the", "and"}
        or re.search(r"[“”\"(),]", role)
    ):
        return name
    role = re.sub(r"^The\s", "the ", role)
    words = role.split()
    if " " not in name and words[-1][0].isupper() and words[-1].casefold() not in SPEAKING_NOUNS | NATIONS.keys():
        name, words = f"{words[-1]} {name}", words[:-1]  # a first name left with the office
        role = " ".join(words)
    if role.endswith(".") or sum(word[0].isupper() for word in words) > MOST_CAPITALS:
        return name
    of_state = next((n for n in (2, 1) if " ".join(words[:n]).casefold() in NATIONS and len(words) > n), 0)
    if of_state:
        role = " ".join(["the", *words[:of_state], *(word.lower() for word in words[of_state:])])
    return f"{name}, {in_a_sentence(role) if role[0].islower() and ' of ' not in role else role},"
