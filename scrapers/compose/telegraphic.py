"""Telegraphic: does a sentence that a headline makes still read as a headline?

It does where a clause hangs on "as", where a noun lacks the article that a reader expects ("send peace talks
delegation"), or where an unnamed somebody stands for whom the heading names ("A critic was jailed").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrapers.compose.articles import NUMBERS, PREPOSITIONS, bare
from scrapers.compose.newsnouns import ONE_OF_A_KIND, ONE_OF_MANY, THE_ONE, is_plural
from scrapers.compose.newsverbs import FINITE, IRREGULAR, PAST, PLURAL, SINGULAR, SINGULAR_OR_NOUN, VERBS
from scrapers.compose.speechwords import MONTHS_AND_DAYS

_AS = re.compile(r"\bas\s(?!(?:many|much|well|soon|far)\b)", re.I)
_DETERMINED = frozenset(
    """the a an its his her their this that these those no any all each every some most many few several another other
    half dozens hundreds thousands millions""".split()
)
_ORDINALS = frozenset("first second third fourth fifth sixth seventh last".split())
_ENDS = frozenset("and or but while when that if because than where who which whose says said not".split())
#: What stands without an article in plain prose.
_MASS = frozenset(
    """aid war peace grain power custody prison court work oil gas fuel violence fighting food water electricity
    support help assistance cooperation training progress control access pressure territory information evidence
    intelligence ammunition equipment artillery fire talks justice security safety stability unrest terrorism treason
    espionage hunger famine poverty independence freedom democracy trade money cash funding gold steel energy
    business travel traffic air land sea home office parliament congress detention exile life death hospital school
    jail church public person part place charge time force action sovereignty neutrality membership concern fear
    hope anger grief criticism propaganda disinformation education health medicine research technology research
    humanity israel night day noon midnight dawn dusk today yesterday tomorrow midday course addition order general
    shelling bombardment bloodshed weaponry military army responsibility diplomacy resistance warfare wheat cereal
    least most first last more fewer less dismay alarm outrage regret optimism confidence sorrow disappointment interest
    solidarity phone telephone they he she it we him them out up off down back away over together apart ahead alone
    abroad again""".split()
)
#: What describes a person whom the heading may name.
_PERSON = (
    r"(?:critic|activist|journalist|reporter|opponent|politician|ambassador|leader|boss|chief|minister|general|envoy"
    r"|dissident|commander|president|lawyer|official|man|woman|soldier|prisoner|pilot)"
)
_DESCRIBED = re.compile(rf"^An?\s(?:[\w’-]+\s){{0,4}}?{_PERSON}\b")
_NAME = re.compile(r"\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+")


def is_telegraphic(sentence: str) -> bool:
    """Is it of a headline's kind, for all its articles?"""
    text = re.sub(r"“[^”]*”", "“X”", sentence)
    if re.search(r",\s[a-z]+ing\s(?!(?:to|that)\b)", text):
        return True  # `… of espionage, leaking information`
    hanging = [text[found.end() :].split() for found in _AS.finditer(text)]
    return any(_has_verb(words) for words in hanging) or _lacks_article(text.split())


def hides_a_name(sentence: str, heading: str) -> bool:
    """Does it begin with an unnamed somebody where the heading has the name?"""
    return _DESCRIBED.match(sentence) is not None and _NAME.search(heading) is not None


def _has_verb(words: Sequence[str]) -> bool:
    low = [bare(word) for word in words]
    return any(
        word in FINITE | SINGULAR | PAST | PLURAL or (word in VERBS and low[at - 1] != "to")
        for at, word in enumerate(low)
        if at
    )


def _lacks_article(words: Sequence[str]) -> bool:
    low = [bare(word) for word in words]
    for at, word in enumerate(low):
        opens = word == "than" or (
            (at and low[at - 1] == "to")
            or word in PREPOSITIONS
            or word in SINGULAR
            or (word in SINGULAR_OR_NOUN and at and words[at - 1][:1].isupper())
            or word in FINITE
            or word in PAST
            or word in VERBS
        )
        if not opens or words[at][:1].isupper() or words[at].endswith(","):
            continue
        if (end := _phrase_end(words, low, at + 1)) > at + 1 and _is_bare(words[at + 1 : end], low[at + 1 : end]):
            return True
    return False


def _phrase_end(words: Sequence[str], low: Sequence[str], first: int) -> int:
    for at in range(first, len(words)):
        verb = low[at] in FINITE or low[at] in SINGULAR or low[at] in ("to", *_ENDS) or low[at] in PREPOSITIONS
        if verb and not words[at][:1].isupper():
            return at
        if words[at].endswith(","):
            return at + 1
    return len(words)


def _is_bare(words: Sequence[str], low: Sequence[str]) -> bool:
    """A phrase of small letters, in the singular, without a word that determines it."""
    if low[-1] in ONE_OF_A_KIND and low[0] in MONTHS_AND_DAYS:
        return True  # "May meeting"
    if any(
        word in _DETERMINED or (word in NUMBERS and word not in _ORDINALS) or word[:1].isdigit() or word[:1] == "$"
        for word in low
    ):
        return False
    if any(re.search(r"[’']s?$", word.strip(",")) for word in words):
        return False
    if len(words) > 1 and low[-1] in IRREGULAR | VERBS and low[-2] in ONE_OF_A_KIND | ONE_OF_MANY | THE_ONE:
        words, low = words[:-1], low[:-1]  # "after price shock caused"
    head, shown = low[-1], words[-1]
    if shown[:1].isupper() or "”" in shown or is_plural(head) or head in _MASS or head in MONTHS_AND_DAYS:
        return False
    if head in ONE_OF_MANY or head in THE_ONE or (len(words) > 1 and head in ONE_OF_A_KIND):
        return True
    # an adverb, a participle, an adjective behind its verb: no noun
    return not (head.endswith(("ing", "ed", "ly", "ward", "wards", "en")) or head in VERBS | IRREGULAR)
