"""Spelling: which words of a headline in Title Case are names, and keep their capital?

Learnt from how the night's other texts write the same words inside their sentences; what they do not show stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scrapers.compose.nations import NATIONS
from scrapers.compose.newsnouns import ONE_OF_A_KIND, ONE_OF_MANY, PLACES, THE_ONE
from scrapers.compose.newsverbs import DONE, FINITE, GOING_ON, PLURAL, PLURAL_OR_NOUN, SINGULAR, SINGULAR_OR_NOUN, VERBS
from scrapers.compose.plainwords import ALWAYS, IN_NAMES, NAMED, OFFICES, PLAIN, SIDES, ends_plainly
from scrapers.compose.speechwords import FUNCTION_WORDS, MONTHS_AND_DAYS, SPEAKING_NOUNS

_PART = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?:\n“”\"‘|]+")
#: The full stop of an abbreviation ends no sentence: "U.S.".
_INITIAL = re.compile(r"(?<![^\W\d_])([A-Z])\.(?=[A-Z]\b|\s|[’'])")
_ABBREVIATED = re.compile(r"(?:[A-Z]|[A-Z][a-z]{1,3})\.(?=[\s’']?[A-Z])")
#: A word in small letters that is more than "of" or "in".
_LOWER_WORD = re.compile(r"(?<![^\W_])[a-zß-ÿ]{4,}")
#: Capitalised words of a headline beyond which it is in Title Case; fewer words show nothing.
TITLED, SHOWN = 0.85, 3

#: Ordinary words of the news that a small night may not hold in lower case. A name with one of them is told by its
#: neighbours ("White House").
_ORDINARY = frozenset(
    """able abuse access accidental accidentally action affairs age agreement ahead aid air aircraft airport alleged
    allegedly allies ally alliance amid ammunition annual anti area arms army artillery assault attack attempt
    authorities away ballistic ban base battle bid bill biggest blast blow boat body bomb border bombing brief
    briefly broad brutal budget building call calls camp campaign capital captive captured car case cash
    casualties cease-fire ceasefire central charge charges chief children citizens city civil civilian civilians
    claim clash clashes close coast commander conflict contact control convoy council counteroffensive country
    court crime crimes crisis critic critics crossing curbs current cuts daily damage day days dead deadline
    deadly deal death debris defence defenses defenders defense delegation deliveries delivery demand democracy
    depot deputy desert diplomat diplomatic diplomats displaced documents dollar drill drills drone drones due
    early east eastern economic economy effort efforts election embassy emergency end enemy energy envoy espionage
    eve evacuation ever ex exercise exercises export exports extra failure families family farmers fear fears few
    fight fighter fighters fighting final fire first flight flights food force forces foreign former forward fresh
    front fuel full further gains gas general generals global gold goods government grain ground group groups
    growing guard guards gun gunfire gunman gunmen half head health heavy help high high-ranking highest historic
    home hope hopes hospital hospitals hostage hostages hour hours house human humanitarian hunger immediate
    independent influence intelligence interest international invasion island its jail jet jets joint judge key
    killing lack large largest last late lawmakers lawyer lead leader leaders leading leak leaked leaks least less
    letter life likely line live local long low major man many mass mayor measures media meeting member members
    men mercenary message migrants militant militants military militia million minister ministers ministry missile
    missiles mission money month months mortar mother move nation national nationals nations near nearly need new
    news next night north northern nuclear number occupied offensive officer officers official officials oil old
    opposition outside over own pact parliament party past patrol peace people person personnel phone plan plane
    planes plans plant plea police policy political port possible potential poverty power powers prepares presence
    president presidential pressure prime prison prisoner prisoners private probe protest protests province public
    push quick radar raid rail rare rally rebel rebels record red refugees region regional relations release
    relief remarks report reporter rescue residents response rights ring rival rivals river road rocket role rule
    ruling safe safety sale sanctions school sea second secret secretary security senior service settlers several
    ship ships shot shots shooting sides siege situation six soldier soldiers south southern spokesman spy staff
    stand state states station step stockpile strategic street streets strike strikes strong suicide summit
    supplies supply support surveillance suspect suspected suspects systems talks tank tanks target tension
    tensions term terror terrorist territory terrorism third thousands threat threats ties time toll top town
    trade training transit treason trial trip troops truce two unit united use vessel victims video village
    violence visit vital vote war warehouse warship wave way weapons week weeks west western widespread witness
    woman women work worker workers world worst wounded year years young zone""".split()
)
#: Words that are no name by themselves.
COMMON = (
    _ORDINARY
    | FUNCTION_WORDS
    | SPEAKING_NOUNS
    | ONE_OF_MANY
    | ONE_OF_A_KIND
    | PLACES
    | THE_ONE
    | SINGULAR
    | SINGULAR_OR_NOUN
    | PLURAL
    | PLURAL_OR_NOUN
    | VERBS
    | FINITE
    | DONE
    | GOING_ON
) - {"may", "march", "mali", "chad", "us", "who", "state", "states", "united", "kremlin", "pentagon"}
#: What stands before a hyphen and is no word by itself: "Re-Opening".
PREFIXES = frozenset("Re Co Pre Anti Ex Non Pro Mid Self Multi Semi Post Counter Inter Pan Quasi Sub Ultra".split())
#: Words that have a capital in Title Case for its manner only, unless the night's texts say otherwise.
_LOWER = (COMMON | PLAIN | IN_NAMES) - ALWAYS - {"may", "march", "us", "who", "state", "states", "united"}


#: What somebody did is no part of a name, whatever stands beside it.
_DEEDS = (VERBS | FINITE | DONE | GOING_ON) - _ORDINARY - IN_NAMES


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
        if word in PREFIXES and headline[match.end() : match.end() + 1] == "-":
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


def begins_with_name(words: Sequence[str], spelling: Spelling) -> bool | None:
    """Is the first word of a sentence a name, whose capital stays when it stands elsewhere? None if not certain."""
    plain = _plain(" ".join(words[:2]))
    if not plain or (plain[0].isupper() and len(plain[0]) > 1) or "." in words[0]:
        return True
    if len(plain) > 1 and f"{plain[0]} {plain[1]}".casefold() in NATIONS:
        return True
    if plain[0].casefold() in COMMON and plain[0].casefold() not in NATIONS:
        return any(spelling.pairs[pair] for pair in pairwise(plain))
    return _is_name(plain, 0, spelling)


def _is_name(words: Sequence[str], at: int, spelling: Spelling) -> bool | None:
    word = words[at]
    low = word.casefold()
    if low in MONTHS_AND_DAYS and low not in ("may", "march", "mar", "sun", "sat"):
        return True
    if low in FUNCTION_WORDS and low not in ("may", "us", "who"):
        return False
    if low in OFFICES:
        return _is_before_a_person(words, at, spelling)
    if _stands_in_a_name(words, at):
        return True
    together = None if low in _DEEDS else _as_pair(words, at, spelling)
    if together:
        # "Koran Coast" may come of the Koran Coast Guard
        half = low in _LOWER - IN_NAMES and at and words[at - 1].casefold() in NATIONS
        return None if half and not _stays(words, at, spelling) else True
    if low in SIDES:
        return _is_part_of_the_world(words, at, spelling)
    if low in NATIONS or low in ALWAYS or (low.endswith("s") and low[:-1] in NATIONS and low != "us"):
        return True
    if low in IN_NAMES and at and together is None and _follows_a_name(words, at, spelling):
        return None
    capital, lower = spelling.words[word], spelling.words[low]
    if low in _LOWER and not capital > lower:
        return False
    if lower and lower >= 3 * capital:
        return False
    if capital >= 2 and not lower and low not in _LOWER:
        return True
    if not capital and not lower and (_known_stem(low, spelling) or ends_plainly(low)):
        return False
    return None


def _stands_in_a_name(words: Sequence[str], at: int) -> bool:
    """Is it part of a name of several words that is known: a country, a body, a sea?"""
    folded = [word.casefold() for word in words]
    spans = [(first, first + size) for size in (2, 3, 4) for first in range(max(0, at - size + 1), at + 1)]
    phrases = [" ".join(folded[first:end]) for first, end in spans if end <= len(folded)]
    return any(phrase in NATIONS or phrase in NAMED for phrase in phrases)


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
    while after < len(words) and words[after].casefold() in OFFICES:
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
    if after not in _LOWER - IN_NAMES or (low == "western" and at and _follows_a_name(words, at, spelling)):
        return None  # "Talvor's western districts"
    return low == "western"


def _follows_a_name(words: Sequence[str], at: int, spelling: Spelling) -> bool:
    """Does it stand right behind a name, whose last word it may be?"""
    return words[at - 1][:1].isupper() and _is_name(words, at - 1, spelling) is not False


def _known_stem(low: str, spelling: Spelling) -> bool:
    """Is it a form of a word that is known in lower case?"""
    stem = re.sub(r"(?:ies|ied|ing|ed|es|s|ly|d)$", "", low)
    forms = {stem + end for end in ("", "e", "y", "s", "es", "ed", "d", "ing", "ies", "ied")}
    return len(stem) >= 4 and any((spelling.words[form] or form in COMMON) for form in forms)
