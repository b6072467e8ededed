"""How does an outlet's headline stand above a section: without a label, in small letters where that is certain?"""

from __future__ import annotations

import re
from itertools import pairwise

from scrapers.nations import NATIONS
from scrapers.page.spelling import Spelling, is_plain, is_titled, sentence_case

#: Which war it is, or which kind of page, set before what happened: "Sudan crisis:", "Ukraine live briefing:".
_KICKER = re.compile(
    r"^(?:(?P<first>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?i:war live|war|crisis live|crisis|conflict|fighting|clashes"
    r"|violence|unrest|coup|evacuations?|latest|news|live briefing|live updates?|live blog|live|briefing)"
    r"|(?:[Tt]he )?(?:[Ww]ar|[Cc]onflict|[Cc]risis|[Ff]ighting|[Cc]oup) in (?P<then>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r"): (?=\S+(?: \S+){3})"
)
#: Which kind of page it is, whatever it tells of.
_LABEL = re.compile(
    r"^(?:(?:[\w’'.-]+\s){0,3}(?:live briefing|live updates?|live blog|at a glance|briefing|latest|live)"
    r"|watch|video|breaking(?: news)?|exclusive|update|in pictures|listen|just in)\s*(?::|[|–—]|\s-)\s*",
    re.I,
)
#: Words of a heading at least, without its label.
FEWEST = 3
#: Letters by which "Sudan" is found in "Sudanese", "Ukraine" in "Ukrainian".
STEM = 5
#: A label that names the war, and is right wherever it is told of.
_WAR = re.compile(r"\b(?:war|crisis|conflict|fighting|clashes|violence|unrest|coup|evacuations?)\b", re.I)
#: Somebody speaks, or thinks, of a war: it happens where he is.
_SPEAKS = re.compile(
    r"\b(?:says?|tells?|accuses?|urges?|warns?|blames?|calls?|vows?|denies|rejects?|condemns?|criticises?|criticizes?"
    r"|slams?|claims?|insists?|thanks?|demands?|pledges?|promises?|hails?|admits?)\b",
    re.I,
)
_SAID = re.compile(r"^(?P<words>[^:,]{10,}?),? (?P<who>(?:says|said|warns|insists) [^,:]{3,60})$", re.I)
_SELF = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y)\b")
_SHOUTED = re.compile(r"(?<!^)(?<![\w.-])[A-Z]{4,}(?![\w.-])")
#: The first letter behind a colon, or of another sentence.
_BEGINS = re.compile(r"(?<=[a-zß-ÿ’'”][:?!.] )[a-zß-ÿ]")


def as_heading(headline: str, spelling: Spelling) -> str:
    """The headline as a section's heading; in the outlet's own form where a word's case is not certain.

    Of "Sudan crisis: …" the place stays where the rest does not name it; where the rest names another country, what is
    told may happen there, and the label stays whole, or goes if somebody only speaks of the war.
    """
    bare = _spoken(_without_label(_without_shouting(headline, spelling)))
    cased = sentence_case(bare, spelling) if is_titled(bare) else None
    return bare if cased is None else _BEGINS.sub(lambda letter: letter[0].upper(), cased)


def _without_shouting(headline: str, spelling: Spelling) -> str:
    """Without a word in capitals that is no abbreviation: "FINALLY" becomes "finally"."""
    if headline.isupper():
        return headline
    return _SHOUTED.sub(lambda word: word[0].lower() if is_plain(word[0], spelling) else word[0], headline)


def _without_label(headline: str) -> str:
    kicker = _KICKER.match(headline)
    if kicker:
        place, rest = kicker["first"] or kicker["then"], headline[kicker.end() :]
        rest = rest[0].upper() + rest[1:]
        parts = re.split(r"[-\s]", place)
        if any(part[:STEM].casefold() in rest.casefold() for part in parts):
            return rest
        if _elsewhere(place, rest):
            return headline if _WAR.search(kicker[0]) and not _SPEAKS.search(rest) else rest
        return f"{place}: {rest}"
    rest = _LABEL.sub("", headline)
    return rest[:1].upper() + rest[1:] if rest != headline and len(rest.split()) >= FEWEST else headline


#: Whose strikes they are: no word of where they fell.
_BY_WHOM = re.compile(
    r"\b[A-Z][a-z]+(?:an|ese|ish|i)\s(?=(?:air|missile|drone|rocket)?\s?-?(?:strikes?|attacks?|airstrikes?|shelling|raids?"
    r"|missiles?|drones?|rockets?|bombs?|bombing|bombardment|fire)\b)"
)


def _elsewhere(place: str, rest: str) -> bool:
    """Does it name a country, and not the one of the place?"""
    rest = _BY_WHOM.sub("", rest)
    home = NATIONS.get(place.casefold())
    words = [re.sub(r"\W*['’]s?\W*$|[^\w.]+$", "", word).casefold() for word in re.split(r"[\s-]+", rest)]
    named = {NATIONS.get(word) for words_ in (words, map(" ".join, pairwise(words))) for word in words_}
    found = {nation for nation in named if nation is not None}
    return bool(found) and home not in found


def _spoken(headline: str) -> str:
    """What somebody says of himself and his like, in quotation marks before who says it."""
    said = _SAID.match(headline)
    if not said or not _SELF.search(said["words"]) or re.search(r"[“”\"‘]|(?<!\w)'", headline):
        return headline
    return f"“{said['words']}”, {said['who']}"
