"""Said in short: how much of what somebody said can be told, and does it stand by itself?"""

from __future__ import annotations

import re

from scrapers.compose.articles import PREPOSITIONS, bare
from scrapers.compose.copied import COPIED_WORDS
from scrapers.compose.mainclause import finite, has_comma
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.newsverbs import FINITE, PAST, PLURAL, SINGULAR, SINGULAR_OR_NOUN, VERBS
from scrapers.compose.shorter import NAMED_PLACE, UNDOES, shorter
from scrapers.compose.spoken import QUOTED_WORDS

#: Words of what is said, those in quotation marks too; and the fewest that say anything.
MOST, LEAST = 22, 4
#: From here on it is left out: it hangs on what is said, and that is true without it.
_HANGS = re.compile(
    r",\s(?:as(?!\swell)|while|after|amid|because|since|when|where|which|who|whose|whom|including|even"
    r"|with|adding|following|just|days|hours|among (?:them|whom)|(?:most|some|many|all) of (?:them|whom)"
    r"|in (?:the|a) (?:latest|sign|bid|move)|in order to"
    r"|and (?:said|that|called|calls|warned|added|urged|vowed)|[a-z]+ing)\b.*$"
)
#: The same without a comma, where it is too long with it.
_LOOSE = re.compile(r"\s(?:amid|after|following|while|because)\s.*$")
_AS = re.compile(r"\s(?<!long )(?<!soon )(?<!well )(?<!much )as\s(?!(?:long|soon|well|much|many|part|if)\b)(.*)$")
#: Behind them "as" says what somebody is taken for.
_TAKEN_AS = re.compile(
    r"\b(?:treat|regard|see|view|describ|identif|label|portray|defin|consider|us|serv|recogni[sz])(?:s|es|ed|ies|ied|e)?"
    r"\s(?:\S+\s){1,6}as\s"
)
#: What shows that a clause hangs on "as", and no noun.
_VERB_FORMS = FINITE | PAST | SINGULAR_OR_NOUN | VERBS
#: What bounds what is said: never left out.
_BOUNDS = re.compile(
    r"[,(—–]\s?(?:(?:but\s)?only\s)?(?:if|unless|until|before|provided|providing|without|or|as long as|so long as"
    r"|except|with the exception|on condition|assuming|once|when|following (?:approval|a vote)|pending)\b"
)
#: With a word like these what follows bounds it, also behind "while" and "after".
_BOUND = re.compile(r"\b(?:not|never|no|none|nothing|nobody|cannot|neither|only|unless|if|until)\b|n’t\b", re.I)
#: Between two commas behind a noun.
_ASIDE = re.compile(
    r",\s(?:a|an|the|who|which|whose|where|also|now|formerly|known|including|based|one of)\b[^,“”]*,(?=\s)"
)
#: The same with a participle behind it, which hangs on what stood before: both go.
_ASIDE_AND_DOING = re.compile(r",\sincluding\s[^,“”]*,\s[a-z]+ing\b.*$")
#: What takes back a part of it, behind a comma or a dash.
_BACK = r"\s?(?:yet|but|though|although|albeit)\b"
_TURNS = re.compile(rf"[,—–-]{_BACK}")
#: The same behind a dash alone.
TURNS_AT_A_DASH = re.compile(rf"[—–]{_BACK}")
#: The other side's word, behind what this one says.
ANSWERED = re.compile(
    r",\s(?:while|whereas|but|though|although)\s[^,]{2,60}?\b(?:said|says?|den(?:y|ies|ied)|call(?:s|ed)?|refer\w*|accus\w+|blam\w+"
    r"|reject\w*|claim\w*|insist\w*|dismiss\w*)\b"
)
_ANOTHER_SAYS = re.compile(r"\b(?:said|says|say|claims?|claimed|according to)\b")
_NOT_TOLD = re.compile(
    r"[!?;:()…/]|\b(?:I|we|our|us|my|me|you|your|today|tonight|yesterday|tomorrow|here|this|these|those|such|so-called"
    r"|meanwhile|however|too|earlier|later|ago|last|next|previously|likewise|instead|him|them|herself|himself|then"
    r"|at the time|another|also|though|nonetheless|nevertheless|therefore|thus)\b"
)
OWN_PRONOUN = re.compile(r"^(?:he|she|it|they|his|her|its|their)\b")


def marked(said: str) -> str | None:
    """With “ ” around the words of others and ’ for an apostrophe; None where a mark does not close."""
    said = re.sub(r"(?<=\w)['’](?=\w)", "’", " ".join(said.split()))
    said = re.sub(r"(?<=s)['’](?=\s[a-z])(?![^“\"‘']*['’](?:\W|$))", "’", said)
    said = re.sub(r"(?:(?<=[\s(])|^)[\"'“‘](?=\S)", "“", said)
    said = re.sub(r"(?<=\S)[\"'”’](?=[\s,.;:)]|$)", "”", said)
    marks = re.findall(r"[“”]", said)
    if marks != ["“", "”"] * (len(marks) // 2) or re.search(r"[\"'‘\[\]]", said):
        return None
    return re.sub(r"([,.])”", r"”\1", said).strip(" ,.;:—–-")


QUOTED = re.compile(r"“[^”]*”")


def in_short(told: str) -> str | None:
    """What is said, without what hangs on it; None where it stays too long or leans on something else."""
    quotes = QUOTED.findall(told)
    if sum(len(quote.split()) for quote in quotes) > QUOTED_WORDS:
        return None
    hidden = QUOTED.sub(lambda match: f"“{'x' * len(match[0])}”", told)
    if _BOUNDS.search(hidden) or any(_ANOTHER_SAYS.search(aside[0]) for aside in _ASIDE.finditer(hidden)):
        return None
    if ANSWERED.search(hidden) or _TURNS.search(hidden):
        return None  # the other side's word would be gone
    hidden = re.sub(r"\s\([^()]*\)", "", _ASIDE.sub("", _ASIDE_AND_DOING.sub("", hidden)))
    hidden = re.sub(r"\s?[—–]\s?[^—–“”]*\s?[—–]\s?|\s-\s[^“”]*?\s-\s", " ", hidden)
    hidden = re.split(r"\s[—–-]+\s|[—–]", hidden)[0]
    hidden = _HANGS.sub("", hidden)
    shown = list(quotes)

    def length(words: str) -> int:
        return sum(len(shown[at].split()) for at in range(words.count("“"))) + len(_plain(words))

    if len(_plain(hidden)) > COPIED_WORDS or length(hidden) > MOST:
        hidden = NAMED_PLACE.sub("", hidden)
    if len(_plain(hidden)) > COPIED_WORDS or length(hidden) > MOST:
        if _BOUND.search(hidden):
            return None
        hidden = _without_second(_LOOSE.sub("", hidden))
        if _OPEN.search(hidden):
            return None  # `a man now identified as …`
        at_once = _AS.search(hidden) if not _TAKEN_AS.search(hidden) else None
        if at_once and (
            OWN_PRONOUN.match(at_once[1]) or any(bare(word) in _VERB_FORMS for word in at_once[1].split()[1:])
        ):
            hidden = hidden[: at_once.start()]
            if _OPEN.search(hidden):
                return None
    if len(_plain(hidden)) > COPIED_WORDS:
        hidden = " ".join(shorter(_without_second(_TRAILS.sub("", hidden)), hidden, None))
    if len(_plain(hidden)) > COPIED_WORDS or not LEAST <= length(hidden) <= MOST:
        return None
    if has_comma(hidden) and not re.search(r"\w+, (?:[\w’-]+ ){1,3}(?:and|or) [\w’-]+", hidden):
        return None
    if _NOT_TOLD.search(hidden) or re.search(r"\bbut\b|\baccording to\b", hidden):
        return None
    words = hidden.split()
    if not _opens(words):
        return None
    if words[-1].casefold() in PREPOSITIONS | _NO_END or _BROKEN.search(hidden):
        return None
    if words[-1].isdigit() and bare(words[-2]) in _VERB_FORMS:
        return None  # "has shot down 130": of what stood elsewhere
    return re.sub(r"“x+”", lambda _: shown.pop(0), hidden)


#: Behind the last comma, what a name or a thing is.
_TRAILS = re.compile(r",\s(?:an?|the|home to|one of|part of|known|its|their)\s(?:(?!\s(?:and|or)\s)[^,“”])*$")
_JOINS = re.compile(r",?\sand\s")


def _without_second(words: str) -> str:
    """Without a second clause behind "and", with a verb of its own, where the first has one: each is said by itself."""
    for found in reversed(list(_JOINS.finditer(words))):
        first, second = words[: found.start()], words[found.end() :].split()
        if re.search(r"\bboth\b", words) or len(first.split()) <= LEAST:
            break
        inner = _SUBORDINATES.split(first)[-1].split()
        if not inner or finite(["X", *inner]) is None:
            continue  # "where dozens of men and youths were killed": it joins two nouns
        if not UNDOES.search(" ".join(second)) and _is_second(first, second):
            words = first
    return words


def _is_second(first: str, second: list[str]) -> bool:
    """Does "and" join a second deed, place or clause to the first, not two nouns?"""
    opens, then = bare(second[0]), bare(second[1]) if len(second) > 1 else ""
    if opens in FINITE | PAST or (opens in ("in", "on", "at", "near") and "between" not in first):
        return True
    if opens in VERBS and (opens.endswith("ed") or opens in PLURAL) and then in _BEGINS | PREPOSITIONS | {"them"}:
        return True
    at = finite(["X", *second])
    if at is None or at > SUBJECT or second[at - 1] not in FINITE | PAST:
        return False
    return second[0] in _BEGINS or second[0][0].isupper()


#: Behind these a clause within the clause begins.
_SUBORDINATES = re.compile(r",\s|\b(?:where|when|which|who|whose|that|as|because|if|while|after|before|until)\s")
#: What a second clause's subject begins with; words of it at most (`SUBJECT`).
_BEGINS = frozenset("the a an its their his her it they he she many some at more hundreds thousands dozens".split())
SUBJECT = 5


def _opens(words: list[str]) -> bool:
    """Does it begin as plain prose does: not with a verb, and not with a noun that lacks its article?"""
    first = words[0].strip(",“").casefold()
    if first == "to":
        return True
    if first in _HANGING:
        return False
    if first in PREPOSITIONS:
        return first == "at" and words[1:2] == ["least"]
    if first in FINITE or (first in SINGULAR and not words[0][0].isupper()):
        return False
    if words[0][0].isupper() or first[:1].isdigit() or first in _OPENING or is_plural(first):
        return True
    at = finite([words[0].capitalize(), *words[1:]])
    head = words[(at or 1) - 1].strip(",“”").casefold()
    return is_plural(head) or head.endswith(("ing", "ence", "ness", "ity", "ion", "ment"))


#: What begins no main clause.
_HANGING = frozenset(
    """but and or so yet nor what even as when while although though because since if until unless whereas once
    that""".split()
)
_NO_END = frozenset(
    """and or the a an to that its his their as is are was were while just only even now not down up responsible
    whether why how what who where if""".split()
)
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


def keeps_capital(part: str) -> bool:
    """Does its first word keep its capital inside a sentence?"""
    first = part.split()[0]
    return first.casefold() not in _OPENING or (first.isupper() and len(first) > 1)
