"""Headline speaker: who is said to speak in a headline, and how is that told in a sentence?

`...: Kremlin`, `Kremlin: ...`, `..., Kremlin says` and `... - report` all end as `..., the Kremlin says`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from scrapers.compose.articles import takes_an
from scrapers.compose.nations import NAMES, NATIONS
from scrapers.compose.newsnouns import THE_PAIRS, is_plural
from scrapers.compose.newsverbs import FINITE, SUBORDINATE
from scrapers.compose.speakers import Aliases, institution
from scrapers.compose.speechwords import SPEAKING_NOUNS

_SPEECH = (
    r"says?|said|claims?|warns?|reports?|confirms?|announces?|alleges?|insists?|finds?|shows?|reveals?|suggests?|admits?"
    r"|estimates?|believes?"
)
_AFTER = re.compile(
    rf",\s(?:(?P<who>[^,:“”]{{2,60}}?)\s(?P<verb>{_SPEECH})|(?P<turned>says?|said|warns?|claims?)\s(?P<whom>[^,:“”]{{2,60}})"
    r"|according to\s(?P<according>[^,:“”]{2,60}))$",
    re.I,
)
_BEHIND = re.compile(r"(?::|\s[-–—])\s+(?P<who>[^:,“”–—]{2,40})$")
_BEFORE = re.compile(r"^(?P<who>[^:,“”–—]{2,40}):\s+(?P<rest>\S.*)$")
_LABEL = re.compile(
    r"\b(?:briefing|analysis|update|book|video|story|editorial|piece|letter|timeline|review|war|crisis)$", re.I
)
_PAPERS = frozenset("report reports study media source sources documents document".split())


def speaker_of(text: str, aliases: Aliases) -> tuple[str, str] | None:
    """(what is said, `, WHO says` or nothing); None where somebody may speak but it is not certain who."""
    if match := _AFTER.search(text):
        who = match["who"] or match["whom"] or match["according"]
        verb = (match["verb"] or match["turned"] or "says").casefold()
        named = named_speaker(who, aliases)
        if named is None:
            return None
        said = text[: match.start()]
        if match["according"]:
            return said, f", according to {named}"
        if verb != "said":
            verb = _agreeing(verb, named)
        return said, f", {named} {verb}"
    if match := _BEHIND.search(text):
        named = named_speaker(match["who"], aliases)
        if named is None:
            return None
        said = text[: match.start()]
        return said, _said_by(match["who"], named)
    if match := _BEFORE.search(text):
        named = named_speaker(match["who"], aliases)
        speaks = (
            aliases.find(match["who"])
            or institution(match["who"])
            or match["who"].split()[-1].casefold() in SPEAKING_NOUNS
        )
        if named is None or not speaks or match["who"] in NAMES or _LABEL.search(match["who"]):
            return None
        if re.match(r"(?:the|a|an|ex|former)\b", match["rest"], re.I):
            return None
        return match["rest"], _said_by(match["who"], named)
    return text, ""


def _said_by(words: str, named: str) -> str:
    if words.split()[-1].casefold() in _PAPERS:
        return f", according to {named}"
    return f", {named} {_agreeing('says', named)}"


def _agreeing(verb: str, named: str) -> str:
    base = verb[:-1] if verb.endswith("s") else verb
    last = re.split(r"\s(?:of|for|in|from|at|on)\s", named)[0].split()[-1]
    many = (is_plural(last) and last.islower()) or " and " in named or last in ("Houthis", "Palestinians")
    return base if many else base + "s"


#: One of many, where a headline leaves out the article; of the others there is one.
_ONE_OF_MANY = frozenset(
    """official source witness envoy union charity diplomat expert analyst lawyer doctor medic soldier officer
    activist monitor group report statement study lawmaker spokesman spokeswoman spokesperson aide adviser
    document leak tank watchdog agency judge court prosecutor general minister memo poll survey""".split()
)
_THE_ONE = frozenset(
    """governor president army military government ministry kremlin pentagon un us uk eu u.s. u.k. u.n. e.u. mayor junta
    navy police_chief chief embassy union""".split()
)


_PUBLISHERS = frozenset("newspaper agency broadcaster magazine channel network daily website".split())
#: Bodies that speak, by the last words of their names.
_BODIES = frozenset(
    (
        "red cross",
        "united nations",
        "red crescent",
        "european union",
        "african union",
        "white house",
        "state department",
    )
)


#: The last word of an office before who holds it ("Secretary of State Ann Hale"); "allies of" hold none.
_HELD = SPEAKING_NOUNS | {"state", "affairs", "speaker", "boss"}


#: What is held "of" something: "Secretary of State", "Chief of Staff".
_HOLDS_OF = frozenset("secretary minister ministry chief head director speaker president governor mayor".split())


def _is_office(words: list[str]) -> bool:
    """Are the words before a name the office of who bears it, or his state, and nothing that makes him another's?"""
    last = words[-1].casefold()
    if last not in _HELD and re.sub(r"['’]s$", "", words[-1]) not in NAMES:
        return False
    for before, word in pairwise(words):
        if word == "of" and before.casefold() not in _HOLDS_OF:
            return False  # "Critics of Prime Minister"
    return all(word[0].isupper() or word in SPEAKING_NOUNS or word in _OF_AN_OFFICE for word in words)


_OF_AN_OFFICE = frozenset(
    """of prime foreign provincial regional local senior acting former interim defence defense interior district city
    federal state security national finance energy health""".split()
)
#: A name of two or three parts: `Asad M. Khan`, `Faisal bin Farhan`.
_FULL_NAME = re.compile(
    r"[A-Z][\w’-]*[a-z](?:\s(?:[A-Z]\.|al|el|bin|ibn|de|van|von|[A-Z][\w’-]*[a-z]))?\s(?:al-|el-)?[A-Z][\w’-]*[a-z]"
)
#: Who reports by its name: `The New York Times`, `Reuters`.
_NEWS = re.compile(
    r"(?!.*\bFake\b)(?:[Tt]he\s)?(?:[A-Z][\w’.-]*\s){1,3}(?:Times|Post|Journal|Telegraph|Herald|Tribune|Mail|News|Press|Observer"
    r"|Standard|Chronicle|Globe|Gazette|News Agency|news agency)|(?:[Tt]he\s)?(?:Guardian|Independent|Economist)"
    r"|Reuters|Bloomberg|Xinhua|Tasnim|Interfax|Anadolu|Kyodo|Yonhap|Axios|Politico"
)


def _has_office(parts: list[str]) -> bool:
    """`Defense Secretary Ann Hale`, `provincial governor Ali Reza`: is it a name of one's own behind an office?"""
    return any(
        last < len(parts) <= 9
        and _FULL_NAME.fullmatch(" ".join(parts[-last:])) is not None
        and _is_office(parts[:-last])
        and not any(word.casefold() in NATIONS or word.casefold() in _HELD for word in parts[-last:])
        for last in (2, 3)
    )


#: `Poland’s ruling party leader Jan Nowak`: who he is, and his name.
_HOLDER = re.compile(
    rf"(?:the\s)?[A-Z][\w-]+(?:’s)?\s(?:[a-z-]+\s){{0,4}}(?:{'|'.join(sorted(SPEAKING_NOUNS))})(?:\s[A-Z][\w’-]+){{2,3}}"
)


def named_speaker(words: str, aliases: Aliases) -> str | None:
    """`Kremlin` as `the Kremlin`, `UN envoy` as `a UN envoy`; None for what is not known to speak."""
    words = words.strip()
    parts = words.split()
    low = [part.casefold() for part in parts]
    for last in (3, 2):  # behind an office: "US Secretary of State Antony Blinken", "spokesman John Kirby"
        if last < len(parts) <= 8 and _is_office(parts[:-last]) and (known := aliases.find(" ".join(parts[-last:]))):
            return known.name
    if _HOLDER.fullmatch(words) or _has_office(parts):
        return words
    if _NEWS.fullmatch(words):
        plain = words.removeprefix("The ").removeprefix("the ")
        return f"the {plain}" if plain != words or re.search(r"(?:Times|Post|Journal|Press)$", words) else words
    if low[:1] == ["the"] and (known := aliases.find(" ".join(parts[1:]))):
        return known.name
    if not parts or len(parts) > 6 or any(word in SUBORDINATE or word in FINITE for word in low):
        return None
    if any(word in ("the", "a", "an") for word in low[1:] if low[0] in ("a", "an")) or (
        low[0] in ("a", "an") and low[-1] in ("police", "military", "authorities", "officials")
    ):
        return None  # "a ship the navy", "a man police"
    if low[0] in ("its", "his", "her", "their"):
        return None
    if low[0] in ("the", "a", "an"):
        # "the daily newspaper Information"
        if len(parts) > 2 and parts[-1][0].isupper() and low[-2] in _PUBLISHERS:
            return " ".join((low[0], *parts[1:]))
        named = (
            low[-1] in SPEAKING_NOUNS
            or " ".join(low[-3:]) in ("secretary of state", "secretary of defense", "secretary of defence")
            or " ".join(low[-2:]) == "think tank"
            or (low[0] == "the" and " ".join(low[-2:]) in _BODIES)
        )
        return " ".join((low[0], *parts[1:])) if named else None
    if low in (["un"], ["us"], ["uk"], ["eu"], ["u.s."], ["u.n."], ["u.k."], ["e.u."], ["white", "house"]):
        return f"the {words}"
    if known := aliases.find(words):
        return known.name if known.name.startswith("the ") or not known.name.isupper() else words
    if words in NAMES or (low[-1] in NATIONS and words[0].isupper() and len(parts) == 1):
        adjective = words not in NAMES and re.search(r"(?:an|ian|ese|ish|i)$", words)
        return None if adjective else words
    if body := institution(words):
        return body.name
    head = low[-1]
    if re.fullmatch(r"[A-Z]{2,6}", words):
        return words
    if head == "house" and low[-2:] == ["white", "house"]:
        return "the White House"
    if head not in SPEAKING_NOUNS and head not in _ONE_OF_MANY:
        name = len(parts) >= 2 and all(re.match(r"(?:[A-Z][\w’.-]+|al-\w+)$", part) for part in parts)
        return words if name and not any(word in NATIONS for word in low) else None
    if any(part[0].isupper() and part.endswith(("’s", "s’")) for part in parts):
        return words
    if "of" in low and not any(word in ("the", "its", "a") for word in low):
        return None
    if head in ("command", "agency") and len(parts) > 1 and all(part[0].isupper() for part in parts):
        return words  # `Southern Command`
    if " ".join(low[-2:]) in THE_PAIRS:
        return f"the {' '.join([low[0] if not _proper(parts[0]) else parts[0], *parts[1:]])}"
    if "the" in parts[1:] and parts[-1][0].isupper():
        return words  # Save the Children
    inside = [parts[0] if not parts[0].istitle() or _proper(parts[0]) else low[0]]
    inside += [part.casefold() if part.casefold() in SPEAKING_NOUNS else part for part in parts[1:]]
    if is_plural(head) or head in ("police", "media", "intelligence", "staff", "insurers"):
        return " ".join(inside)
    if head in _ONE_OF_MANY or (len(parts) > 1 and head not in _THE_ONE and head not in ("minister",)):
        return f"{'an' if takes_an(inside[0]) else 'a'} {' '.join(inside)}"
    if len(parts) > 1 and parts[0] in NAMES:
        return f"{parts[0]}’s {' '.join(inside[1:])}"
    return f"the {' '.join(inside)}"


def _proper(word: str) -> bool:
    return word.casefold() in NATIONS or word.casefold() not in SPEAKING_NOUNS | {
        "local",
        "state",
        "senior",
        "rights",
        "war",
        "military",
        "defence",
        "defense",
        "health",
        "aid",
        "think",
        "leaked",
    }
