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
from scrapers.compose.speechwords import FUNCTION_WORDS, MONTHS_AND_DAYS, SPEAKING_NOUNS

_PART = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?:\n“”\"‘|]+")
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
) - {"may", "march", "mali", "chad", "us", "who", "state", "states", "united"}


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
    for text in texts:
        for sentence in () if is_titled(text) else _SENTENCE.findall(text):
            found = _plain(sentence)
            if is_titled(sentence):
                continue
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
        if at == 0 or not word[:1].isupper() or (word.isupper() and len(word) > 1) or re.search(r"[a-z][A-Z]", word):
            continue
        if headline[match.start() - 1] == "." or headline[match.end() : match.end() + 1] == ".":
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
    around = [(words[first], words[first + 1]) for first in (at - 1, at) if first >= 0 and first + 1 < len(words)]
    for pair in around:
        together = spelling.pairs[pair]
        if together and together > spelling.pairs[tuple(part.casefold() for part in pair)]:  # type: ignore[index]
            return True
        if f"{pair[0]} {pair[1]}".casefold() in NATIONS:
            return True
    if low in NATIONS:
        return True
    capital, lower = spelling.words[word], spelling.words[low]
    if low in COMMON and not capital > lower:
        return False
    if lower and lower >= 3 * capital:
        return False
    if capital >= 2 and not lower and low not in COMMON:
        return True
    if not capital and not lower and _known_stem(low, spelling):
        return False
    return None


def _known_stem(low: str, spelling: Spelling) -> bool:
    """Is it a form of a word that is known in lower case?"""
    stem = re.sub(r"(?:ies|ied|ing|ed|es|s|ly|d)$", "", low)
    forms = {stem + end for end in ("", "e", "y", "s", "es", "ed", "d", "ing", "ies", "ied")}
    return len(stem) >= 4 and any((spelling.words[form] or form in COMMON) for form in forms)
