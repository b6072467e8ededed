"""Adds: does a sentence tell something of the same thing that was not told yet?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from scrapers.compose.nations import NATIONS
from scrapers.compose.speechwords import FUNCTION_WORDS, MONTHS_AND_DAYS, SPEECH
from scrapers.compose.spelling import COMMON

#: What is new in a sentence at least: two words of content with a name or number among them, or three without.
NAMED, PLAIN = 2, 3
#: What a reader learns from a sentence at least: names, numbers, places, dates and words of content that are new.
INFORMATIVE = 2
#: What it shares with the heading at least.
SHARED = 2

_DIGITS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
}
#: Words that say the same, by the first.
_SAME = {
    word: group.split()[0]
    for group in (
        "kill dead die death toll slain fatal murder lose life shot shoot sniper gunned",
        "injure wound hurt",
        "jail term prison imprison sentence detain detention custody behind arrest court tribunal judge bar",
        "urge call ask appeal demand press request",
        "troop soldier force army military armed",
        "visit trip travel arrive tour",
        "meet talk hold discuss speak",
        "cease ceasefire cease-fire truce armistice pause",
        "fight clash battle conflict war violence combat hostility invasion invade",
        "attack strike hit raid assault pound ambush shell bombard target storm fire open",
        "evacuate evacuation airlift pull extract remove flight",
        "leader president chief head boss premier pm prime minister",
        "agree accept deal accord agreement pact",
        "capital city town",
        "journalist reporter correspondent",
        "say claim tell report accord announce warn",
        "flee escape leave exit",
        "official authority government",
        "citizen national people civilian resident",
        "start begin launch",
        "ban halt suspend block stop prohibit",
        "nuclear atomic",
        "seize capture take",
        "plan prepare ready set prep potential possible",
        "more further new fresh another second latest",
        "near nearly almost close",
        "amid despite",
        "continue rage persist remain go",
        "explosion blast bomb bombing",
        "phone call",
        "critic opponent opposition activist dissident politician figure",
        "buy purchase acquire procure",
        "free release pardon amnesty",
        "ship warship vessel destroyer navy naval water maritime boat",
        "ties cooperation relation relationship link bond",
        "isis isil",
        "tension row dispute",
        "doctor medic hospital",
        "warplane jet fighter aircraft plane typhoon",
        "hail praise welcome",
        "minister ministry",
        "condemn denounce criticise criticize slam",
        "refuse reject deny decline",
        "hold host",
        "send deploy dispatch sail",
        "rebel gunman militant separatist insurgent jihadi jihadist extremist islamist terrorist",
        "month week day year hour time",
        "house home building",
        "join become accession",
        "academic professor scholar",
        "employee staff personnel",
        "kidnap hostage abduct abduction",
        "global world worldwide",
        "huge massive large",
        "tighten boost strengthen maximum",
        "countryside rural village",
        "suspect suspicion alleged",
        "fuel oil",
    )
    for word in group.split()
}
_EMPTY = (
    FUNCTION_WORDS
    | MONTHS_AND_DAYS
    | frozenset(
        """say claim tell report warn people month day week year time more set amid least lead leave make take get go
    come big large major key top senior rare say according least vladimir dmitry john joe james david michael
    mohamed mohammed abdel ali kim sergei sergey alexei antony part way possible potential case position official
    large amount number help aim bid move effort part way area region country nation state city town
    night morning evening afternoon overnight""".split()
    )
)
#: What every report of a war shares with every other.
_ANY_WAR = frozenset("fight troop attack kill leader official people say cease capital russia ukraine sudan".split())
#: The same, and what a writer needs to make a sentence of it.
_OF_ANY_REPORT = (_ANY_WAR - {"russia", "ukraine", "sudan"}) | frozenset(
    """start become come came try contro positi consid leak reveal long self styl admini provin member ally team expect
    headqu vehicl meet mediat ties islami unprec overwh describ includ follow face plan continue own several certai
    other both move remain see call visit minister citizen area region held hold surpri make""".split()
)


def fresh(sentence: str, told: Iterable[str]) -> int:
    """How many words of content no earlier sentence had; 0 where they make no news."""
    known = frozenset[str]().union(*(content(each) for each in told))
    new = content(sentence) - known - _COUNTRIES
    named = {form for word in _names(sentence) for form in content(word)} & new
    return len(new) if len(new) >= PLAIN or (len(new) >= NAMED and named) else 0


_COUNTRIES = frozenset(name.casefold() for name, _ in NATIONS.values())


def _states(text: str) -> frozenset[str]:
    """The states a text names by their own names or adjectives."""
    row = _row(text)
    return frozenset(name for words, name in _STATE_WORDS.items() if f" {words} " in row)


def countries(text: str) -> frozenset[str]:
    """The states a text names by any word: a capital stands for its country."""
    row = _row(text)
    return frozenset(name for words, (name, _) in NATIONS.items() if f" {words.replace('.', '')} " in row)


def _row(text: str) -> str:
    return " ".join(["", *re.findall(r"[^\W_]+", text.replace(".", "").casefold()), ""])


_STATE_WORDS = {
    words.replace(".", ""): name
    for words, (name, _) in NATIONS.items()
    if words == name.casefold() or re.search(r"(?:an|ese|ish|[^h]i|ch)$|^(?:us|uk|eu|usa|america)$", words)
}


def of_one_thing(one: str, other: str) -> bool:
    """Do two headlines speak of the same thing, more than of the same war?"""
    shared = content(one) & content(other)
    own = shared - _ANY_WAR - _COUNTRIES - NATIONS.keys() - _OFFICES
    if _states(one) and _states(other) and not countries(one) & countries(other):
        return len(own) > SHARED
    return len(own) >= 1 or len(shared) > SHARED


def is_near(sentence: str, heading: str) -> bool:
    """Does a sentence of an article's beginning share anything with a heading: a country, or a word of its own?"""
    return bool((content(sentence) & content(heading)) - _OFFICES or countries(sentence) & countries(heading))


#: What any report of politics shares with every other.
_OFFICES = frozenset("minister leader official say meet visit plan".split())


def content(text: str) -> frozenset[str]:
    """What a sentence speaks of: its words of content, brought to one form."""
    found: set[str] = set()
    for word in re.findall(r"[\w.’'-]*\w", re.sub(r"\]\([^)]*\)", "]", text)):
        found.update(_form(part) for part in ([word] if word[:1].isdigit() else re.split(r"-", word)))
    return frozenset(found - {""})


def _form(word: str) -> str:
    word = word.strip("'’")
    name = word[:1].isupper() and word.casefold() not in COMMON
    low = re.sub(r"[’']s?$", "", word.casefold().replace(".", "") if not word[:1].isdigit() else word.casefold())
    if low in _DIGITS:
        return _DIGITS[low]
    if re.match(r"\d", low):
        return low.replace(",", "")
    if nation := NATIONS.get(low) or NATIONS.get(low.removesuffix("s")):
        low = low if low in NATIONS else low.removesuffix("s")
        adjective = re.search(r"(?:an|ian|ese|ish|i|ch)$|^(?:us|uk|eu|usa|american?)$", low)
        return nation[0].casefold() if adjective or low == nation[0].casefold() else low
    if low in FUNCTION_WORDS or low in MONTHS_AND_DAYS:
        return ""
    for stem in (low, *([] if name else _stems(low))):
        if stem in _SAME:
            low = _SAME[stem]
            break
    else:
        low = low if name else next(iter(_stems(low)), low)[:6]
    return "" if low in _EMPTY or (SPEECH.get(low) in ("said", "reported")) else low


def _stems(low: str) -> list[str]:
    found = []
    for ending, put in (
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
        ("es", ""),
        ("es", "e"),
        ("s", ""),
    ):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            stem = low[: -len(ending)] + put
            if len(stem) > 3 and stem[-1:] == stem[-2:-1] and ending in ("ing", "ed") and stem[-1:] not in "ls":
                found.append(stem[:-1])  # `rammed`
            found.append(stem)
    return found


def informative(sentence: str, told: Iterable[str]) -> int:
    """How many names, numbers, places, dates and words of content it has that are not told yet.

    A state beside its capital, its people or its government, a word beside its synonym, and who says so are no news.
    """
    return len(_news(sentence, told))


def worth(sentence: str, told: Iterable[str], *, names: bool = True) -> int:
    """The same with a name or a number counted twice, and what any report of a war says not at all.

    `names` is false for what writes every word with a capital.
    """
    named = {form for word in _names(_bare(sentence)) for form in content(word)} if names else set()
    return sum(2 if word in named or word.isdigit() else 1 for word in _news(sentence, told) - _OF_ANY_REPORT)


#: What a headline beside the heading is worth at least (`worth`), and what others tell that is not a section's first
#: sentence: of 158 that readers graded, those worth less were useful in one case of five, the others in one of two. The
#: first sentence, and one that counts, is told for less.
WORTH, FIRST = 3, 2


def is_worth(sentence: str, told: Sequence[str]) -> bool:
    """Does it tell enough beside a heading and the sentences behind it (`told`)?"""
    value = worth(sentence, told)
    if value >= WORTH or value < FIRST:
        return value >= WORTH
    return len(told) == 1 or any(word[:1].isdigit() for word in _news(sentence, told))


def is_told(sentence: str, told: Iterable[str]) -> bool:
    """Does every word of it, who says so among them, stand in what was told, whatever outlet now reports it?"""
    known = frozenset[str]().union(*(content(_unaccented(each)) for each in told))
    words = content(_unaccented(without_outlet(sentence)))
    return bool(words) and all(word in known or _is_alike(word, known) for word in words)


def _unaccented(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def without_outlet(sentence: str) -> str:
    """A sentence of a section without the outlet that it names at its end."""
    return _SOURCE.sub("", sentence)


def _bare(sentence: str) -> str:
    """Without its outlet and who says so."""
    return _SAYS_SO.sub("", _SOURCE.sub("", sentence))


def _news(sentence: str, told: Iterable[str]) -> frozenset[str]:
    bare = _bare(sentence)
    known: set[str] = set()
    for each in told:
        known |= content(_SOURCE.sub("", each))
    for name in _FULL_NAME.findall(bare):
        if content(name) & known:  # one part of a name is known: so is the rest
            known |= content(name)
    told_states = {NATIONS[word][0] for word in known & NATIONS.keys()} | {
        name for name in _COUNTRY_NAMES if name.casefold() in known
    }
    return frozenset(
        word
        for word in content(bare) - known
        if word not in _SIGNS
        and not _is_alike(word, known)
        and (word not in NATIONS or NATIONS[word][0] not in told_states)
    )


#: Letters at the beginning of a name or word by which two spellings of it are one; a word this long begins its kin.
ALIKE, STEM = 5, 4
_FULL_NAME = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+")
#: The outlet that a sentence names at its end.
_SOURCE = re.compile(
    r",?\s(?:[^\[\],]{0,60}\svia\s)?\[[^\]]*\]\([^)]*\)(?:\s\([^)]*\))?\s(?:reports|writes)(?:, citing others)?\.?$"
)
#: Who says so, at the end: whose word it is tells no more of the matter.
_SAYS_SO = re.compile(r",\s(?:according to\s[^,]*|[^,]{2,40}\s(?:says|say|said))$")
_COUNTRY_NAMES = tuple(sorted({name for name, _ in NATIONS.values()}))
#: Words of content that tell a reader next to nothing.
_SIGNS = frozenset(
    """$ 1 report ongoin declar state some level citizen counte foreig severa locati elsewh group welcom typica
    offici person hail confir led u.s.-led city""".split()
)


def _is_alike(word: str, known: Collection[str]) -> bool:
    """Is it another spelling, or of the kin, of a word that is known (`Zelenskiy`, `worker`)?"""
    if not word.isalpha() or len(word) < STEM:
        return False
    return any(
        (len(word) > ALIKE and len(each) > ALIKE and word[:ALIKE] == each[:ALIKE])
        or (len(each) >= STEM and each.isalpha() and (word.startswith(each) or each.startswith(word)))
        for each in known
    )


def adds(sentence: str, heading: str, told: Iterable[str], *, own: bool = False) -> bool:
    """Is it of the same thing as the heading, and does it tell a name, a number or a fact that is not told yet?

    `own`: it is of the article whose headline the heading is, so that it is of the same thing.
    """
    words, head = content(sentence), content(heading)
    shared = words & head
    if not shared or (not own and (len(shared) < SHARED or not of_one_thing(sentence, heading))):
        return False
    told = tuple(told)
    if not is_worth(sentence, (heading, *told)):
        return False
    known = head.union(*(content(each) for each in told))
    # A country named beside its capital or its people tells nothing more.
    new = words - known - _COUNTRIES
    named = {form for word in _names(sentence) for form in content(word)} & new
    if (who := _acting(sentence)) and not known.issuperset(who.split()) and who not in known:
        new, named = new | {who}, named | {who}
    return len(new) >= (INFORMATIVE if own else PLAIN) or (len(new) >= NAMED and bool(named))


#: Of the words of a sentence so many stand in one that is told: it says the same again, a word aside.
ECHO = 0.7


def is_echo(sentence: str, told: Iterable[str]) -> bool:
    """Does one sentence already tell most of it?"""
    words = content(_bare(sentence))
    return any(len(words & content(_bare(each))) >= ECHO * len(words) for each in told) if words else False


def touches(sentence: str, heading: str, told: Iterable[str], *, own: bool = False) -> bool:
    """Does it tell anything at all beside the heading? For a section of which nothing else can be told.

    Two further words of the same thing are enough, or three of the same war.
    """
    words, head = content(sentence), content(heading)
    told = tuple(told)
    if not is_worth(sentence, (heading, *told)):
        return False
    shared, new = words & head, words - head.union(*(content(each) for each in told))
    if (own and shared) or (len(shared) >= SHARED and of_one_thing(sentence, heading)):
        return len(new) >= NAMED
    # two countries that both name may have many things between them; how many people went over is of it
    counts = any(word[:1].isdigit() for word in new)
    of_it = len(shared) >= SHARED and (counts or bool(shared - _COUNTRIES - NATIONS.keys() - _OFFICES))
    return of_it and bool(_states(sentence) & _states(heading)) and len(new) >= PLAIN


def spells_out(sentence: str, heading: str, told: Iterable[str] = (), *, own: bool = False) -> bool:
    """Is it the heading in a whole sentence, with a word more? For a section of which nothing more can be told.

    The same whether the heading is its article's `own` or not.
    """
    shared = content(sentence) & content(heading)
    return len(shared) > SHARED and worth(sentence, (heading, *told)) >= 1


def _acting(sentence: str) -> str | None:
    """The state whose deed the sentence is (`The EU rejects …`, not `A Russian court …`)."""
    match = re.match(r"(?:The\s)?((?:[A-Z][\w.]*\s){1,2})", sentence)
    for words in (match[1].split(), match[1].split()[:1]) if match else ():
        known = NATIONS.get(" ".join(words).casefold())
        if known and (known[0] == " ".join(words) or words[0].isupper() or "." in words[0]):
            return known[0].casefold()
    return None


def _names(sentence: str) -> list[str]:
    return re.findall(r"\b[A-Z][\w’'.-]*\w|\b\d[\d,.]*", sentence)
