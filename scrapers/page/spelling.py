"""Spelling: which words of a headline in Title Case are names, and keep their capital?

Learnt from how the night's other texts write the same words inside their sentences; what they do not show stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import pairwise

from scrapers.facts.saying import FUNCTION_WORDS, MONTHS_AND_DAYS, SPEAKING_NOUNS
from scrapers.nations import NATIONS

_PART = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?:\n“”\"‘|]+")
#: The full stop of an abbreviation ends no sentence: "U.S.".
_INITIAL = re.compile(r"(?<![^\W\d_])([A-Z])\.(?=[A-Z]\b|\s|[’'])")
_ABBREVIATED = re.compile(r"(?:[A-Z]|[A-Z][a-z]{1,3})\.(?=[\s’']?[A-Z])")
#: A word in small letters that is more than "of" or "in".
_LOWER_WORD = re.compile(r"(?<![^\W_])[a-zß-ÿ]{4,}")
#: Capitalised words of a headline beyond which it is in Title Case; fewer words show nothing.
TITLED, SHOWN = 0.85, 3


def _listed() -> dict[str, frozenset[str]]:
    """The word lists of `casing.txt` by their names."""
    lists: dict[str, set[str]] = {}
    held: set[str] = set()
    for line in (files("scrapers.page") / "casing.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            held = lists.setdefault(line[1 : line.index("]")], set())
        elif not line.startswith("#"):
            held.update(word.replace("+", " ") for word in line.split())
    return {name: frozenset(words) for name, words in lists.items()}


_LISTS = _listed()
#: What somebody did; words by which names end or begin; offices; names that are no state; names of several words.
_DEEDS, _IN_NAMES, _OFFICES = _LISTS["deeds"], _LISTS["in-names"], _LISTS["offices"]
_ALWAYS, _NAMED = _LISTS["always"], _LISTS["named"]
#: Words that have a capital in Title Case for its manner only, unless the night's texts say otherwise.
_LOWER = (_LISTS["plain"] | _DEEDS | _IN_NAMES | FUNCTION_WORDS | SPEAKING_NOUNS) - _ALWAYS - {"may", "us", "who"}
#: Parts of the sky: which are a part of the world, and which only a direction?
_SIDES = frozenset("north south east west northern southern eastern western".split())
#: Endings that names of people and places do not have.
_PLAIN_ENDING = re.compile(
    r".{3,}(?:tions?|sions?|ously|ous|ively|ives?|ibles?|ful|fully|less|isms?|ilit(?:y|ies)|ically|ological|nesses)$"
)
#: What stands before a hyphen and is no word by itself: "Re-Opening".
_PREFIXES = frozenset("Re Co Pre Anti Ex Non Pro Mid Self Multi Semi Post Counter Inter Pan Quasi Sub Ultra".split())


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a night's texts write their words, inside sentences."""

    #: Word as written, and two words in a row as written -> how often.
    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)


NO_SPELLING = Spelling()


def spelling_of(texts: Iterable[str], names: Iterable[str] = ()) -> Spelling:
    """Learnt from texts; `names` are known to be written as they stand (speakers, places)."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for raw in texts:
        text = _INITIAL.sub(r"\1", raw)
        for sentence in () if is_titled(text) else _SENTENCE.findall(text):
            if is_titled(sentence) or not _LOWER_WORD.search(sentence):
                continue  # a headline within the text, or a piece of one
            found = _plain(sentence)
            words.update(found[1:])
            pairs.update(pairwise(found[1:]))
    for name in names:
        found = _plain(name)
        words.update(found)
        pairs.update(pairwise(found))
    return Spelling(words, pairs)


def _plain(text: str) -> list[str]:
    """Its words, hyphens and possessive endings gone."""
    return [re.sub(r"[’']s?$", "", word).replace("’", "'") for word in _PART.findall(text.replace(".", ""))]


def is_titled(headline: str) -> bool:
    """Does it write all its words with a capital?"""
    parts = [part for part in re.findall(r"[^\W\d_][^\s]*", headline)[1:] if part.casefold() not in FUNCTION_WORDS]
    plain = [part for part in parts if not part.isupper()]
    return len(plain) >= SHOWN and sum(part[0].isupper() for part in plain) >= TITLED * len(plain)


def is_plain(word: str, spelling: Spelling) -> bool:
    """Is a word in capitals an ordinary one, which the night's texts, or any, write small, and no abbreviation?"""
    low = word.casefold()
    small = spelling.words[low]
    return small > spelling.words[word] + spelling.words[word.title()] or (
        not spelling.words[word] and low in _LOWER and low not in NATIONS and len(low) > 3
    )


def sentence_case(headline: str, spelling: Spelling) -> str | None:
    """The headline with capitals only for its names; None where a word's case is not certain.

    One that is not in Title Case stays as it is.
    """
    if not is_titled(headline):
        return headline
    matches = list(_PART.finditer(headline))
    plain = [re.sub(r"[’']s?$", "", match[0]).replace("’", "'") for match in matches]
    written = list(headline)
    for at, match in enumerate(matches):
        word = plain[at]
        if at == 0 or not word[:1].isupper() or (word.isupper() and word != "A") or re.search(r"[a-z][A-Z]", word):
            continue
        if word in _PREFIXES and headline[match.end() : match.end() + 1] == "-":
            written[match.start()] = written[match.start()].lower()
            continue
        if headline[match.start() - 1] == "." or _ABBREVIATED.match(headline, match.start()):
            continue  # U.S., Gen.
        name = _is_name(plain, at, spelling)
        if name is None:
            return None
        if not name:
            written[match.start()] = written[match.start()].lower()
    return "".join(written)


def begins_with_a_name(words: Sequence[str], spelling: Spelling) -> bool:
    """Is the first of the words certainly a name, and no day's or month's?"""
    plain = [re.sub(r"[’']s?$", "", word).replace("’", "'") for word in words]
    if not plain or not plain[0][:1].isupper() or plain[0].casefold() in MONTHS_AND_DAYS:
        return False
    return _is_name(plain, 0, spelling) is True


def _is_name(words: Sequence[str], at: int, spelling: Spelling) -> bool | None:
    word = words[at]
    low = word.casefold()
    if low in MONTHS_AND_DAYS and low not in ("may", "march", "mar", "sun", "sat"):
        return True
    if low in FUNCTION_WORDS and low not in ("may", "us", "who"):
        return False
    if low in _OFFICES:
        return _is_before_a_person(words, at, spelling)
    if _stands_in_a_name(words, at):
        return True
    together = None if low in _DEEDS else _as_pair(words, at, spelling)
    if together:
        # "Koran Coast" may come of the Koran Coast Guard
        half = low in _LOWER - _IN_NAMES and at and words[at - 1].casefold() in NATIONS
        return None if half and not _stays(words, at, spelling) else True
    if low in _SIDES:
        return _is_part_of_the_world(words, at, spelling)
    if low in NATIONS or low in _ALWAYS or (low.endswith("s") and low[:-1] in NATIONS and low != "us"):
        return True
    if low in _IN_NAMES and at and together is None and _follows_a_name(words, at, spelling):
        return None
    capital, lower = spelling.words[word], spelling.words[low]
    if low in _LOWER and not capital > lower:
        return False
    if lower and lower >= 3 * capital:
        return False
    if capital >= 2 and not lower and low not in _LOWER:
        return True
    if not capital and not lower and (_known_stem(low, spelling) or _PLAIN_ENDING.match(low)):
        return False
    return None


def _stands_in_a_name(words: Sequence[str], at: int) -> bool:
    """Is it part of a name of several words that is known: a country, a body, a sea?"""
    folded = [word.casefold() for word in words]
    spans = [(first, first + size) for size in (2, 3, 4) for first in range(max(0, at - size + 1), at + 1)]
    phrases = [" ".join(folded[first:end]) for first, end in spans if end <= len(folded)]
    return any(phrase in NATIONS or phrase in _NAMED for phrase in phrases)


def _as_pair(words: Sequence[str], at: int, spelling: Spelling) -> bool | None:
    """Do the texts write it with a capital beside one of its neighbours, itself a name? None if they show neither."""
    shown = None
    for first in (at - 1, at):
        if first < 0 or first + 1 >= len(words):
            continue
        one, two = words[first], words[first + 1]
        if not (one[:1].isupper() and two[:1].isupper()) or {one.casefold(), two.casefold()} & FUNCTION_WORDS:
            continue
        other = (one.casefold(), two) if first == at else (one, two.casefold())
        capital = spelling.pairs[one, two]
        lower = spelling.pairs[other] + spelling.pairs[one.casefold(), two.casefold()]
        if capital > lower:
            return True
        if lower:
            shown = False
    return shown


def _stays(words: Sequence[str], at: int, spelling: Spelling) -> bool:
    """Is it written with a capital more often than the name whose middle it may be?"""
    follows = max((n for (one, two), n in spelling.pairs.items() if one == words[at] and two[:1].isupper()), default=0)
    return spelling.words[words[at]] > 2 * follows


def _is_before_a_person(words: Sequence[str], at: int, spelling: Spelling) -> bool | None:
    """ "President" in "President Karan": an office has a capital before the person's name and nowhere else."""
    after = at + 1
    while after < len(words) and words[after].casefold() in _OFFICES:
        after += 1
    if after == len(words) or not words[after][:1].isupper():
        return False
    low = words[after].casefold()
    if low in NATIONS or low in _LOWER or low in FUNCTION_WORDS or low in MONTHS_AND_DAYS:
        return False
    return _is_name(words, after, spelling)


def _is_part_of_the_world(words: Sequence[str], at: int, spelling: Spelling) -> bool | None:
    """ "Western sanctions", but "western Ukraine" and "southern border"; None for what may be either."""
    low, after = words[at].casefold(), words[at + 1].casefold() if at + 1 < len(words) else ""
    if not low.endswith("ern") or not after or after in ("europe", "africa", "asia"):
        return None
    if after in NATIONS:
        return False
    if after not in _LOWER - _IN_NAMES or (low == "western" and at and _follows_a_name(words, at, spelling)):
        return None  # "Talvor's western districts"
    return low == "western"


def _follows_a_name(words: Sequence[str], at: int, spelling: Spelling) -> bool:
    """Does it stand right behind a name, whose last word it may be?"""
    return words[at - 1][:1].isupper() and _is_name(words, at - 1, spelling) is not False


def _known_stem(low: str, spelling: Spelling) -> bool:
    """Is it a form of a word that is known in lower case?"""
    stem = re.sub(r"(?:ies|ied|ing|ed|es|s|ly|d)$", "", low)
    forms = {stem + end for end in ("", "e", "y", "s", "es", "ed", "d", "ing", "ies", "ied")}
    return len(stem) >= 4 and any((spelling.words[form] or form in _LOWER) for form in forms)
