"""Articles: where does a headline leave out "a" or "the", and which one surely belongs there?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrapers.compose.nations import NAMES, NATIONS
from scrapers.compose.newsnouns import (
    ONE_OF_A_KIND,
    ONE_OF_MANY,
    PLACES,
    THE_ONE,
    THE_PAIRS,
    WITHOUT,
    is_plural,
)
from scrapers.compose.newsverbs import DONE, FINITE, PLURAL, PLURAL_OR_NOUN, SINGULAR, SINGULAR_OR_NOUN, VERBS
from scrapers.compose.spelling import Spelling, begins_with_name

NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split())
PREPOSITIONS = frozenset(
    """of in at on from by with for near over under against during about into amid after before between inside
    outside across through behind along around among since until despite without toward towards within onto to via
    off""".split()
)

_NOUNS_ING = frozenset(
    """killing fighting building spending training bombing shelling ruling gathering meeting shooting uprising
    funding hearing crossing ramming""".split()
)
_ADJECTIVES_ING = frozenset(
    "leading warring ruling growing missing remaining outgoing deadly early elderly daily weekly likely".split()
)
#: Bodies and places whose name has its article.
_NAMED = re.compile(
    r"(?:(?:U\.?N\.?\s)?Security Council|United (?:States|Nations|Kingdom)|European Union|White House|Taliban|Houthis"
    r"|Red Cross|West|Vatican|Netherlands|Philippines|Arab League"
    r"|European (?:Council|Commission|Parliament)|African Union|G7|G-7"
    r"|U\.?S\.? (?:Navy|Army|Coast Guard|Air Force|State Department|Treasury|Senate|House|Supreme Court"
    r"|Central Command))"
)
_SHORT = frozenset("US UK EU UN U.S. U.K. E.U. U.N. UAE".split())
_DETERMINERS = frozenset(
    """the a an its his her their our this that these those no any every each some another all both more most least
    several many few one first second third last next only such other further fresh latest biggest largest worst
    deadliest closest biggest main same key own not also again now still harshest highest top-secret""".split()
)
_JOINS = frozenset("and or but as while when that if because than where after before until says said".split())
_NEVER_INSIDE = frozenset("and or he she it they we i you who may might must should could would been".split())
_IN_ORDER = {"first": "the", "second": "a", "third": "a", "last": "the", "latest": "the"}


def with_articles(words: Sequence[str], *, verb: int, spelling: Spelling) -> list[str] | None:
    """The words of a clause with the articles that surely belong there; `verb` is where its main verb stands.

    None where the case of its first word would have to change and is not certain.
    """
    told: list[str] = []
    at = 0
    before: dict[int, str] = {}
    owned: set[int] = set()
    for at in range(len(words)):
        first = _phrase_start(words, at, verb)
        if first is None or first in before or first in owned:
            continue
        article = _article(words, first, at)
        if article == "’s":
            owned.add(first + _own_name(words, first) - 1)
        elif article:
            before[first] = article
    for at in range(len(words)):
        if at not in before and _lacks_the(words, at, verb):
            before[at] = "the"
    if before.get(0) and not _NAMED.match(" ".join(words[:4])) and words[0] not in ("Kremlin", "Pentagon"):
        name = begins_with_name(words, spelling)
        if name is None:
            return None
        if not name:
            words = [words[0][0].lower() + words[0][1:], *words[1:]]
    if (first_word := words[0].casefold()) in _IN_ORDER and 0 not in before:
        before[0] = _IN_ORDER[first_word]
        words = [first_word, *words[1:]]
    for at, word in enumerate(words):
        if at in before:
            told.append(before[at])
        told.append(word + "’s" if at in owned else word)
    return told


def bare(word: str) -> str:
    """The word as it is looked up: without its stops, in small letters."""
    return word.strip(",.“”()").casefold()


#: Behind these it is no blaze: "opened fire".
_ON_WHOM_FIRE = frozenset("open opens opened opening under on returned".split())


def _phrase_start(words: Sequence[str], at: int, verb: int) -> int | None:
    """Where the noun phrase with its head at `at` begins, if it lacks an article; None for any other word."""
    word = bare(words[at])
    if word == "fire" and at and bare(words[at - 1]) in _ON_WHOM_FIRE:
        return None
    owner = re.sub(r"’s$", "", word)
    pair = f"{bare(words[at - 1])} {owner}" if at else owner
    if (owner not in ONE_OF_MANY | THE_ONE | PLACES | ONE_OF_A_KIND and pair not in THE_PAIRS) or at == verb:
        return None
    if owner == word and not _ends_phrase(words, at, verb):
        return None
    first = at - 1 if pair in THE_PAIRS and at else at
    while first > 0:
        before = words[first - 1]
        low = bare(before)
        earlier = bare(words[first - 2]) if first > 1 else ""
        if low in _NEVER_INSIDE:
            return None
        if before.endswith((",", "”")) or low in PREPOSITIONS or low in _JOINS or low in FINITE or first - 1 == verb:
            break
        if low in _DETERMINERS or before.endswith(("’s", "s’")) or re.match(r"[$€£]?\d", before) or low in NUMBERS:
            return None
        if low == "to":
            if bare(words[first]) in PLURAL | PLURAL_OR_NOUN and first < at:
                first += 1
            break
        if before[0].isupper() or low in _ADJECTIVES_ING or "-" in low:
            first -= 1
            continue
        if earlier in ("will", "to", "does", "do", "did", "can", "not", "would", "could"):
            break
        if low in SINGULAR:
            break
        if low.endswith("ing"):
            if earlier in FINITE or earlier in PREPOSITIONS or words[first - 2].endswith(","):
                break
            return None
        if low in SINGULAR_OR_NOUN or low.endswith("ly"):
            return None
        if low in VERBS and low not in PLURAL_OR_NOUN:
            if low in PLURAL:
                if is_plural(earlier):
                    break
                return None
            if first - 1 == 0 or earlier in PREPOSITIONS or first - 2 == verb:
                first -= 1
                continue
            return None
        if is_plural(low):
            return None
        first -= 1
    if at - first > 4:
        return None
    alone = first == at or (pair in THE_PAIRS and first == at - 1)
    left = bare(words[first - 1]) if first else ""
    if owner in PLACES and alone:
        return None
    if words[at][0].isupper() and at and owner not in THE_ONE and pair not in THE_PAIRS:
        return None  # `the International Criminal Court`: a name of its own
    if owner == "group" and any(w.isupper() and len(w) > 1 and w.casefold() not in NATIONS for w in words[first:at]):
        return None
    if owner in PLACES and any(w[0].isupper() and bare(w) not in NATIONS for w in words[max(first, 1) : at]):
        return None
    if owner in ONE_OF_A_KIND and (alone or (words[first][0].isupper() and first)) and owner != "leader":
        return None
    if owner == "fire" and left in ("by", "under"):
        return None
    if alone and owner in WITHOUT and left in PREPOSITIONS | {"to"} and (owner != "attack" or left in ("under", "on")):
        return None
    return first


def _ends_phrase(words: Sequence[str], at: int, verb: int) -> bool:
    if at + 1 == len(words) or words[at].endswith((",", "”")) or at + 1 == verb:
        return True
    following = words[at + 1]
    low = bare(following)
    if low == "and" or following[0].isupper() or following.startswith("“"):
        return False
    return (
        low in PREPOSITIONS
        or low in _JOINS
        or low in FINITE
        or low in SINGULAR
        or low == "to"
        or (low in VERBS and low.endswith("ed"))
        or low in DONE
        or low in ("heard", "held", "seen", "shot", "made", "found", "built", "sent", "caught", "said", "accused")
        or (low.endswith("ing") and len(low) > 5 and low not in _NOUNS_ING)
        or low in ("who", "which", "not")
    )


def _own_name(words: Sequence[str], first: int) -> int:
    """How many words of the phrase are a country's own name: `Burkina Faso army` 2, `Sudanese army` 0."""
    for length in (3, 2, 1):
        if " ".join(words[first : first + length]) in NAMES:
            return length
    return 0


def _article(words: Sequence[str], first: int, at: int) -> str | None:
    head = re.sub(r"’s$", "", bare(words[at]))
    pair = f"{bare(words[at - 1])} {head}" if at else head
    unique = head in THE_ONE or pair in THE_PAIRS
    if head == "leader":
        unique = (first == at - 1 and bare(words[first]) in NATIONS) or pair in THE_PAIRS
        if first == at:
            return None
    own = _own_name(words, first)
    if unique and own and first + own <= at:
        return "’s"
    if first == at and words[at][0].isupper() and at:
        return "the" if unique and head in ("kremlin", "pentagon") else None
    if unique:
        return "the"
    return "an" if takes_an(words[first]) else "a"


def takes_an(word: str) -> bool:
    """Does it take "an" ("an Israeli") and not "a" ("a US")?"""
    plain = word.strip("“")
    first = plain.split("-")[0]
    if first in ("UN", "US", "UK", "EU", "U.S.", "U.K.", "E.U.", "U.N.", "UNICEF"):
        return False
    if first in ("IS", "ISIS", "RSF", "FBI", "NHS", "MP", "SUV", "RAF", "NGO", "ISIL", "IDF"):
        return True
    low = plain.casefold()
    return low[:1] in "aeiou" and not low.startswith(("uni", "eu", "one", "ukr", "use", "ural", "uran", "ugand"))


def _lacks_the(words: Sequence[str], at: int, verb: int) -> bool:
    """`US evacuates` and `from UK` lack their "the"; `US troops` does not."""
    before = bare(words[at - 1]) if at else ""
    if words[at] == "latest":
        return before in PREPOSITIONS or at - 1 == verb
    if before in ("the", "a", "an") or (
        at and words[at - 1][0].isupper() and _NAMED.match(f"{words[at - 1]} {words[at]}")
    ):
        return False
    match = _NAMED.match(" ".join(words[at : at + 4]))
    length = len(match[0].split()) if match else 1
    last = words[at + length - 1]
    shown = last.strip(",“”")
    owner = re.sub(r"’s$", "", shown)
    if match is None and owner not in _SHORT and owner not in ("Kremlin", "Pentagon"):
        return False
    if match is not None and re.sub(r"’s$", "", last.strip(",“”")) != match[0].split()[-1]:
        return False
    if match is not None and at and words[at - 1][0].isupper() and before not in _JOINS:
        return False
    end = at + length
    following = words[end] if end < len(words) else ""
    low = bare(following)
    return bool(
        owner != shown
        or not following
        or last.endswith(",")
        or low in PREPOSITIONS
        or low in _JOINS
        or low == "to"
        or end == verb
        or ((low in FINITE or low in SINGULAR) and not following[0].isupper())
        or (at == 0 and low.endswith("ly"))
    )
