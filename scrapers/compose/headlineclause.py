"""Headline clause: is a headline a whole main clause, and what does it lack to be one?

"US to begin training" lacks its "is", "two killed in Haiti" its "were", "aid, weapons" its "and". None where the
rules are not certain; a verb is looked for by its form and its neighbours, without a tagger.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scrapers.compose.articles import NUMBERS, PREPOSITIONS, bare
from scrapers.compose.headlinecommas import as_is_whole, joined_commas, joined_subjects
from scrapers.compose.nations import NATIONS
from scrapers.compose.newsnouns import is_plural, is_singular
from scrapers.compose.newsverbs import (
    DONE,
    FINITE,
    GOING_ON,
    PAST,
    PLURAL,
    PLURAL_OR_NOUN,
    SINGULAR,
    SINGULAR_OR_NOUN,
    SUBORDINATE,
    VERBS,
)
from scrapers.compose.speechwords import MONTHS_AND_DAYS, SPEAKING_NOUNS

_NOT_FIRST = frozenset(
    "he she they it this these that those his her their its there here such both also still briton".split()
)


def main_clause(words: list[str]) -> tuple[list[str], int] | None:
    """A whole main clause, completed where that is certain, and where its verb stands."""
    words = joined_subjects(_times(words))
    low = [bare(word) for word in words]
    if _lone_national(words, low):
        return None
    if (
        len(words) < 3
        or low[0] in _NOT_FIRST
        or low[-1] in PREPOSITIONS | {"says", "warns", "claims", "said", "and", "the", "a", "to", "as", "it"}
    ):
        return None
    at = _verb(words, low)
    if at is None:
        whole = _completed(words, low)
        if whole is None:
            return None
        words, at = whole
        low = [bare(word) for word in words]
    subject = low[:at]
    if len(subject) > 9 or any(word in SUBORDINATE for word in subject):
        return None
    if any(word.endswith(",") for word in words[:at]) and not _list_of_names(words[:at]):
        return None
    if any(word in SINGULAR for word in subject[1:]) or {"to", "but", "told"} & set(subject):
        return None
    if subject[-1] in ("he", "she", "they", "it", "we", "who"):
        return None
    if re.search(r"[“”]", " ".join(words[:at])) and " ".join(words[:at]).count("“") != " ".join(words[:at]).count("”"):
        return None
    if (
        low[at] in ("is", "are", "was", "were")
        and low[at + 1 : at + 2]
        and low[at + 1] in ("a", "an", "the", "latest", "all")
    ):
        return None  # `The next front is the college`: a view
    if low[at] in _SAYS or (low[at] == "has" and low[at + 1 : at + 2] == ["said"]):
        whole_said = _said(words, low, at)
        if whole_said is None:
            return None
        words = whole_said
        low = [bare(word) for word in words]
    joined = joined_commas(words, low, at)
    return (joined, at) if joined is not None and as_is_whole([bare(word) for word in joined]) else None


_SAYS = frozenset("says say said claims claim warns warn believes insists alleges announces confirms".split())


def _lone_national(words: Sequence[str], low: Sequence[str]) -> bool:
    """`Germany detains Syrian suspected of …`: one person, without an article."""
    return any(
        _adjective(low[at])
        and words[at][0].isupper()
        and not low[at].endswith(("ese", "ish", "ch"))
        and ((low[at + 1] in VERBS and low[at + 1].endswith("ed")) or low[at + 1] in ("who", "over", "after", "in"))
        and (low[at - 1] in SINGULAR | SINGULAR_OR_NOUN)
        for at in range(1, len(words) - 1)
    )


def _list_of_names(words: Sequence[str]) -> bool:
    """`Japan, South Korea and the US`."""
    return words[-2:-1] == ["and"] or (words[-3:-2] == ["and"] and all(w[0].isupper() or w == "and" for w in words))


def _said(words: list[str], low: list[str], at: int) -> list[str] | None:
    """The words, where what follows `X says` is a clause of its own or can be completed; else None."""
    first = at + 1 + (low[at] == "has")
    first += low[first : first + 1] == ["that"]
    rest, rest_low = words[first:], low[first:]
    if len(rest) < 3 or rest_low[0] in PREPOSITIONS:
        return words if rest and low[at] not in ("says", "say", "said") else None
    if rest_low[0] in ("he", "she", "it", "they", "he’s", "she’s", "it’s", "they’re"):
        return words
    if _verb(rest, rest_low) is not None:
        return words
    completed = _completed(rest, rest_low)
    return [*words[:first], *completed[0]] if completed else None


def _verb(words: Sequence[str], low: Sequence[str]) -> int | None:
    """Where the main verb stands, None where none is certain."""
    inside = False
    for at in range(len(words)):
        inside = inside or words[at].startswith("“")
        if at and not inside and at <= 10 and _is_verb(words, low, at):
            return at
        if at and not inside and low[at] in SUBORDINATE:
            return None
        if words[at].rstrip(",.").endswith("”"):
            inside = False
    return None


def _is_verb(words: Sequence[str], low: Sequence[str], at: int) -> bool:
    word, before = low[at], low[at - 1]
    following = low[at + 1] if at + 1 < len(low) else ""
    if words[at][0].isupper() or before in PREPOSITIONS | {"the", "a", "an", "to", "and", "or", "of"}:
        return False
    if words[at - 1].endswith(("’s", "s’", ",", "”")) and word not in FINITE:
        return False
    if word in FINITE or word in PAST:
        return word not in ("will", "can") or following not in ("", "and")
    if word in SINGULAR:
        return (
            not is_plural(before)
            or before in ("us", "hamas", "rsf", "texas", "philippines")
            or words[at - 1][0].isupper()
        )
    if word in SINGULAR_OR_NOUN:
        return _surely_a_verb(words, low, at, following)
    many = (is_plural(before) or "and" in low[max(0, at - 3) : at]) and before not in NATIONS
    if low[0].endswith("ese") and at == 1:
        many = True  # `Sudanese flee`
    heads = next((i for i in range(1, at) if low[i] in PREPOSITIONS), at) - 1
    if word in PLURAL:
        return many or (heads < at - 1 and is_plural(low[heads]) and before not in PREPOSITIONS)
    if word == "hit":
        return many
    if word in VERBS and word.endswith("ed"):
        return _tells_past(words, low, at)
    return word in PLURAL_OR_NOUN and many and (_opens_object(words, at + 1) or following in ("to", "for", "that"))


_SHORT = ("us", "uk", "eu", "un")
_WITH = frozenset(
    (("calls", "for"), ("calls", "on"), ("appeals", "for"), ("appeals", "to"), ("votes", "for"), ("talks", "with"))
)
_TRANSITIVE_TO = frozenset(
    "plans vows pledges threatens offers moves aims hopes plots promises begins starts refuses agrees seeks".split()
)


def _surely_a_verb(words: Sequence[str], low: Sequence[str], at: int, following: str) -> bool:
    """Is a form that is a plural noun as well ("strikes", "calls") the verb here?"""
    before = low[at - 1]
    name = words[at - 1][0].isupper() and (not _adjective(before) or before in _SHORT)
    body = before in SPEAKING_NOUNS and not is_plural(before) and before not in ("military", "drone")
    person = is_singular(before) and before not in ("military", "government", "army", "police")
    if not (name or body or person):
        return False
    if following == "to":
        return low[at] in _TRANSITIVE_TO
    if (low[at], following) in _WITH:
        return True
    if following == "that":
        return True
    return _opens_object(words, at + 1)


def _tells_past(words: Sequence[str], low: Sequence[str], at: int) -> bool:
    """`forced a submarine`, `visited Kherson`: with an object behind it the form is no participle."""
    if at + 1 >= len(words) or low[at + 1] in MONTHS_AND_DAYS or re.match(r"[$€£]?\d", words[at + 1]):
        return False
    if low[at - 1] in PLURAL | PLURAL_OR_NOUN | SINGULAR:
        return False
    return low[at - 1] not in PREPOSITIONS and not low[at - 1].endswith("ly") and _opens_object(words, at + 1)


_OPENING = frozenset(
    """the a an its his her their all more dozens hundreds thousands new least another further no some several
    first""".split()
)


def _opens_object(words: Sequence[str], at: int) -> bool:
    """Does an object begin here: an article, a number, a name, a nation?"""
    if at >= len(words):
        return False
    word, low = words[at], bare(words[at])
    return bool(
        low in _OPENING
        or re.match(r"[$€£]?\d", word)
        or (low in ("at", "up") and at + 1 < len(words) and bare(words[at + 1]) in ("least", "to"))
        or low in NUMBERS
        or word[0].isupper()
        or low in NATIONS
    )


def _adjective(low: str) -> bool:
    known = NATIONS.get(low)
    return known is not None and low != known[0].casefold() and bool(re.search(r"(?:an|ian|ese|ish|ch|i|ean)$", low))


def _completed(words: list[str], low: list[str]) -> tuple[list[str], int] | None:
    """`Two journalists killed in Haiti` with its "were", `US to begin` with its "is"; and where the verb stands."""
    for at in range(1, min(len(words), 9)):
        if words[at - 1].endswith(","):
            return None
        following = low[at + 1] if at + 1 < len(low) else ""
        number = _number(words[:at], low[:at])
        if low[at] in DONE and not words[at][0].isupper():
            if number is None or following not in PREPOSITIONS | {
                "",
                "as",
                "after",
                "to",
                "while",
                "when",
            } | _PARTS.get(low[at], frozenset()):
                return None
            if low[at] in _ONLY and following not in _ONLY[low[at]]:
                return None
            if low[at] == "dead" and not (low[0] in NUMBERS or low[0] in _MANY or low[0].isdigit()):
                return None
            if at == 1 and (low[0] in NUMBERS or low[0].isdigit()):
                words, at = [words[0], "people", *words[1:]], 2
                low = [bare(word) for word in words]
            rest = low[at + 1 :]
            if (
                words[at].endswith(",")
                or (following == "to" and low[at] not in ("sentenced", "expected", "urged"))
                or "be" in rest
            ):
                return None
            if rest[:2] in (["at", "least"], ["up", "to"], ["about"]) or len(rest) > 10 or "“" in " ".join(words[:at]):
                return None
            if any(
                low[i] in PLURAL | PLURAL_OR_NOUN and (is_plural(low[i - 1]) or low[i - 1] in DONE)
                for i in range(1, at)
            ) or (number == 2 and any(w in PLURAL | {"return", "head"} and v != "to" for v, w in pairwise(rest))):
                return None
            later = next((i for i, word in enumerate(rest) if word in SUBORDINATE), len(rest))
            if any(word in FINITE | SINGULAR | PAST | {"sent"} for word in rest[:later]):
                return None
            if any(word in VERBS | SINGULAR_OR_NOUN for word in low[1:at]):
                return None
            now = low[at] in _NOW or any(
                word in SINGULAR | PLURAL | {"is", "are", "has", "have"} | SINGULAR_OR_NOUN for word in rest[later:]
            )
            forms = ("is", "are") if now else ("was", "were")
            stands = at - 1 if low[at - 1].endswith("ly") else at
            return [*words[:stands], forms[number - 1], *words[stands:]], stands
        if low[at] == "ready" and following in ("to", "for") and number is not None and _acts(low[:at]):
            return [*words[:at], "is" if number == 1 else "are", *words[at:]], at
        if low[at] == "to" and following in PLURAL | PLURAL_OR_NOUN | {"be", "have"}:
            ready = 1 if at > 1 and low[at - 1] == "set" else 0
            number = _number(words[: at - ready], low[: at - ready])
            if number is None or not _acts(low[: at - ready]):
                return None
            subject = low[: at - ready]
            if (
                len(subject) > 4
                or "“" in " ".join(words[:at])
                or any(word in SINGULAR | SINGULAR_OR_NOUN for word in subject[1:])
            ):
                return None
            if any(is_plural(word) for word in subject[:-1]) and "and" not in subject:
                return None
            return [*words[: at - ready], "is" if number == 1 else "are", *words[at - ready :]], at - ready
        if low[at] in GOING_ON and following and following not in PREPOSITIONS - {"to", "for"}:
            if number is None or not _acts(low[:at]):
                return None
            return [*words[:at], "is" if number == 1 else "are", *words[at:]], at
        if low[at] in SUBORDINATE:
            return None
    return None


#: What may stand right behind the participle, beside prepositions; and where only that may.
_PARTS = {"shot": frozenset(("dead",)), "gunned": frozenset(("down",)), "fired": frozenset(("upon",))}
_ONLY = {
    "fired": ("on", "upon"),
    "accused": ("of",),
    "expected": ("to",),
    "urged": ("to",),
    "gunned": ("down",),
    "surprised": ("by",),
    "dead": ("as", "after", "in"),
    "thrown": ("at", "into"),
}
#: Told as what is, not as what was done.
_NOW = frozenset(("accused", "expected", "dead", "stranded", "trapped", "overwhelmed", "ready"))


_MANY = ("dozens", "hundreds", "thousands", "scores")


def _acts(low: Sequence[str]) -> bool:
    """Is the subject a country, a body or a person, and nothing else?"""
    last = low[-1]
    return not any(word in PREPOSITIONS for word in low) and (
        last in SPEAKING_NOUNS or last in NATIONS or last in ("troops", "nationals", "citizens", "forces", "un", "nato")
    )


def _number(words: Sequence[str], low: Sequence[str]) -> int | None:
    """1 or 2: does the subject stand for one or for many? None where that is not certain."""
    if any(word.endswith(",") for word in words) or any(word in FINITE for word in low):
        return None
    first = low[0]
    counted = re.sub(r"^(?:at least|more than|up to|over|nearly|about|almost|some|around)\s", "", " ".join(low))
    if match := re.match(r"([\d,.]+|\w+)\b", counted):
        if match[1] in ("1", "one"):
            return 1 if len(low) > 1 and not is_plural(low[-1]) else None
        if re.match(r"\d", match[1]) or match[1] in NUMBERS or match[1] in _MANY:
            return 2
    if first in ("several", "many", "both", "some"):
        return 2
    head_at = next((i for i, word in enumerate(low) if i and word in PREPOSITIONS), len(low)) - 1
    head = low[head_at]
    if "and" in low[:head_at]:
        return 2
    if is_plural(head) or head in ("people", "police", "troops"):
        return 2
    if is_singular(head) or (head in NATIONS and not _adjective(head)) or head in ("un", "us", "uk", "eu", "nato"):
        return 1
    return None


_EVERY_TIME = re.compile(r"^(?:first|second|third|fourth|fifth|sixth|seventh|last|1st|2nd|3rd)$")
_SPANS = frozenset("time day days week month year".split())
_ORDINAL = {"1st": "first", "2nd": "second", "3rd": "third"}


def _times(words: list[str]) -> list[str]:
    """`for first time` as `for the first time`; a small number at the start in letters."""
    told: list[str] = []
    for at, word in enumerate(words):
        low = word.casefold()
        before, following = bare(words[at - 1]) if at else "", bare(words[at + 1]) if at + 1 < len(words) else ""
        if _EVERY_TIME.match(low) and before in ("for", "in") and following in _SPANS:
            told.append("the")
            word = _ORDINAL.get(low, word)
        if low == "own" and at and words[at - 1].casefold() in SINGULAR | SINGULAR_OR_NOUN:
            told.append("its")
        told.append(word)
    if told and re.fullmatch(r"[2-9]|10", told[0]):
        told[0] = "two three four five six seven eight nine ten".split()[int(told[0]) - 2].capitalize()
    elif told and told[0] == "1":
        told[0] = "One"
    return told
