"""Place: where does a sentence say it happened?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapers.facts.saying import CAPITAL_FUNCTION_WORDS, MONTHS_AND_DAYS, SPEAKING_NOUNS
from scrapers.nations import NAMES, NATIONS

if TYPE_CHECKING:
    from scrapers.facts.claims import Sentence
    from scrapers.facts.counts import Count

_WORD = r"[A-ZÀ-Ž][\w’'\-]*\b"
_NAME = rf"(?:Horn|Gulf|Strait|Sea|Bay)\sof\s{_WORD}|{_WORD}(?:\s(?:al-|el-|de\s|la\s)?{_WORD}){{0,3}}"
_UNITS = r"(?:\s(?:province|region|district|state|oblast|governorate|county|camp)\b)?"
_SPOT = re.compile(
    # `in the town of X`, `at X`, `near the eastern city of X`; `an attack on X`, `the mayor of X` is none
    rf"\b(?P<word>[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Oo]utside|[Aa]round|[Oo]ff|[Cc]rossed\sinto|(?:strikes?|attacks?|raids?|shelling|bombardment"
    rf"|bombing|assault)[”’]?\s(?:on|of|against|in)"
    r"|(?:[Oo]n|hits?|struck|[Oo]f|into)(?=\sthe\s(?:[\w’'-]+\s){0,4}(?:city|town|village|province|region"
    r"|capital)\s(?:of\s)?[A-Z]))\s"
    rf"(?:{_WORD}[’']s\s)?(?!the\shands\s)(?:(?!(?:in|at|of|and|by|after|with|from|when|as|for|to|where|who|that|on)\s"
    rf"|the\sname)[a-z’'\-]+\s){{0,5}}(?:[A-Z][a-z]+\s(?:city|town|village|region|province|nation|country|capital"
    rf"|port)\s(?:of\s)?)?(?:of\s(?:the\s)?)?(?:[A-Z][a-z]+-(?:controlled|held|occupied|run|backed)\s)?"
    rf"(?P<name>(?:{_NAME})\b)(?P<unit>{_UNITS})(?!\w|\s(?:border|suburb|nuclear|newspaper|time|war)|[’']s\s(?:\w+\s){{0,2}}(?:war|offensive|campaign|assault|invasion)\b)"
)
_TO = re.compile(rf"\b(?:to|for)\s(?:the\s)?(?P<name>(?:{_NAME}))(?P<unit>)")
_FROM = re.compile(rf"\bfrom\s(?:the\s)?(?P<name>(?:{_NAME})\b)(?P<unit>{_UNITS})(?!\s\w+ing\b)")
_GIVEN = re.compile(rf"\b(?:gives?|gave|send|sends|sent|offers?|offered)\s(?P<name>{_WORD})(?P<unit>)\s")
_HEADLINE = re.compile(
    rf"^(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})(?P<unit>)(?::|\s(?:fighting|stampede|war|attack|strike)\b)"
)
_NOT_PLACES = frozenset(
    """line telegram facebook twitter x instagram reuters afp tass cnn bbc parliament congress nato orthodox easter
    ramadan christmas holocaust jewish muslim christian arab shia sunni military army uniforms police""".split()
)
# `rockets hit Israel`, `the convoy reached Aleppo`, `rammed a Jerusalem market`
_STRUCK = re.compile(
    rf"\b(?:(?:hit|struck|bombed|shelled|pounded|reached|entered)\s|an?\s(?={_WORD}\s(?:market|hospital|mosque|school"
    rf"|church|suburb|airport|prison|hotel)\b))(?P<name>{_WORD})(?P<unit>)(?=\s[a-z]|[,.;])"
)
_GAZA = re.compile(r"\bGaza\b(?!\sCity|[’']s)")
#: Capitals that look like adjectives.
_CAPITALS = frozenset("Tbilisi Nairobi Helsinki Abuja Delhi Tripoli Bucharest Berlin Dublin Beijing Nicosia".split())
#: `in US custody`, `a US raid`: the name says whose.
_RAIDERS = frozenset(("us", "uk", "israel", "nato", "eu", "un"))
_WHOSE = re.compile(
    r"\s(?:raids?|strikes?|airstrikes?|attacks?|operations?|custody|drone|missile|bombing|bombardment|shelling|captivity|hands|fire"
    r"|uniforms?|service|territory\sclaims)\b"
)
#: `the Sabreen market`: a building in a town, which the sentence may name too.
_BUILDING = re.compile(
    r"\s(?:market|hospital|mosque|church|school|prison|hotel|nightclub|stadium|bar|restaurant|mall)\b"
)
_OF_WITNESSES = re.compile(
    rf"(?:^|[,;]\s)(?:(?:Local|[Ll]ocal|[Tt]he)\s)?(?:Police|Medics|Doctors|Rescuers|Firefighters|Residents|Paramedics|Hospitals?"
    rf"|police|medics|doctors|rescuers|residents|paramedics)(?:\sat\s[^,;.]{{2,30}}?)?\sin\s(?P<name>(?:{_NAME})\b)(?P<unit>{_UNITS})"
)
_INTO = re.compile(rf"\b(?:in)?to\s(?:the\s)?(?P<name>(?:{_NAME})\b)(?P<unit>{_UNITS})(?!\s(?:border|suburb))")
_FLED = re.compile(rf"\b(?:fled|fleeing|flee|left)\s(?P<name>(?:{_NAME})\b)(?P<unit>{_UNITS})")
_SO_THAT = re.compile(
    rf"\b(?:so\s(?:that\s)?|(?:help|helps|helping|support|supporting|aid|aiding)\s)(?P<name>{_WORD})(?P<unit>)"
)
_TITLED = re.compile(
    rf"^(?P<name>{_WORD}(?:\s{_WORD}){{0,2}}?)(?::|\s(?i:stampede|fighting|clashes|quake|earthquake|war|attack|airstrike)\b)"
)
_TALKING = re.compile(r"\b(?:speaking|told\s\w+|interview|conference|meeting|born|based|hospitals?)\s$")


def place_of(text: str, sentence: Sentence, count: Count, metric: str) -> str | None:
    """The place nearest after the number, else before it; for money who receives it; None if the sentence names none.

    In a headline in Title Case no place is read: every word there looks like a name.
    """
    if _title_case(text[sentence.start : sentence.end]):
        head = _TITLED.match(text[sentence.start : sentence.end])
        return head["name"] if head and head["name"] in NAMES else None
    if metric == "aid_money":
        for pattern in (_TO, _GIVEN, _SO_THAT):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                if match["name"].lower() in NATIONS or match["name"] in ("Gaza",):
                    return match["name"]
        return None
    if metric == "evacuated":
        for match in _FROM.finditer(text, count.end, sentence.end):
            if name := _place(text, match, sentence):
                return name
    if metric in ("troops", "displaced"):
        for match in (_INTO if metric == "troops" else _FLED).finditer(text, count.end, sentence.end):
            if name := _place(text, match, sentence):
                return name
    stop = text.find(";", count.end, sentence.end)
    for match in _SPOT.finditer(text, count.end, stop if stop >= 0 else sentence.end):
        if name := _place(text, match, sentence):
            return name
    start = text.rfind(";", sentence.start, count.start) + 1 or sentence.start
    names = [name for match in _SPOT.finditer(text, start, count.start) if (name := _place(text, match, sentence))]
    if names:
        return names[-1]
    for match in _STRUCK.finditer(text, sentence.start, sentence.end):
        if name := _place(text, match, sentence):
            return name
    if seen := _OF_WITNESSES.search(text, sentence.start, sentence.end):
        return seen["name"] + seen["unit"]
    if _GAZA.search(text, sentence.start, sentence.end):
        return "Gaza"
    head = _HEADLINE.match(text[sentence.start : sentence.end])
    return head["name"] if head and head["name"] in NAMES else None


def _title_case(sentence: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z][\w’'-]*", sentence) if len(word) > 3]
    return len(words) > 5 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


def _place(text: str, match: re.Match[str], sentence: Sentence) -> str | None:
    words = match["name"].split()
    while len(words) > 1 and words[0].endswith(("'s", "’s")):
        words.pop(0)
    name = re.sub(r"[’']s?$", "", " ".join(words))
    low = name.lower()
    if (
        low in _NOT_PLACES
        or low in MONTHS_AND_DAYS
        or any(word.lower() in MONTHS_AND_DAYS or word.lower() in _NOT_PLACES for word in words)
    ):
        return None
    if words[0] in CAPITAL_FUNCTION_WORDS or (
        name.isupper() and len(name) <= 5 and low not in ("us", "uk", "uae", "drc")
    ):
        return None
    if (
        low in NATIONS
        and name not in NAMES
        and name not in _CAPITALS
        and low.endswith(("an", "ish", "ian", "ese", "i", "ch", "ish"))
    ):
        return None
    if low.endswith(("-led", "-backed", "-linked", "-allied", "-run", "-affiliated", "-controlled")):
        return None  # `the Hamas-led attack`
    following = re.match(r"\s([a-z]+)", text[match.end() : match.end() + 20])
    if following and following[1] in SPEAKING_NOUNS and not match["unit"]:
        return None  # `the Kurdish force`
    if match.groupdict().get("word", "").lower() == "near" and name in NAMES:
        return None  # near a country is in another
    if (
        match.re is _SPOT
        and not match["unit"]
        and not text[: match.start("name")].endswith((" a ", " an "))
        and _BUILDING.match(text, match.end("name"))
    ):
        return None
    if low in _RAIDERS and not match["unit"] and _WHOSE.match(text, match.end("name")):
        return None
    if _TALKING.search(text[max(0, match.start() - 20) : match.start()]):
        return None
    start = match.start("name")
    if any(cue.source and cue.source.start <= start < cue.source.end for cue in sentence.cues):
        return None
    return name + match["unit"]
