"""Recast: a clause in an order of our own, where its article's order is too near.

Two things change, and neither what is told: who holds an office stands before it ("Ana Petrov, the Norlandic
president," of "Norlandic President Ana Petrov"), and what was done to somebody stands before who did it ("Four sailors
were freed by rebels" of "Rebels freed four sailors").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrapers.compose.articles import NUMBERS, PREPOSITIONS
from scrapers.compose.copied import COPIED_WORDS, longest_copy
from scrapers.compose.mainclause import finite
from scrapers.compose.nations import NATIONS
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.newsverbs import FINITE, PARTICIPLE_OF, VERBS
from scrapers.compose.shorter import OF_WHICH, in_the_past
from scrapers.compose.speechwords import WEEKDAY
from scrapers.compose.spelling import Spelling, begins_with_name

#: Words of a clause at most, in whatever order.
MOST = 24


def recast(clause: str, sentence: str, spelling: Spelling) -> str | None:
    """What the clause tells in another order, not too near its sentence; None where the rules are certain of none."""
    turned = _holders_first(clause)
    for told in (in_the_past(clause), turned, _done_first(clause, spelling)):
        if told and len(told.split()) <= MOST and longest_copy(told, sentence) <= COPIED_WORDS:
            return told
    return None


_HOLDER = re.compile(
    r"(?<![\w’-])(?P<the>[Tt]he\s)?(?P<nation>(?:[A-Z][\w’.-]+\s)??[A-Z][\w’.-]+)\s"
    r"(?P<office>(?:(?:[Dd]eputy|[Vv]ice|[Aa]cting|[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Pp]rime|[Ff]inance|[Ee]nergy"
    r"|[Oo]pposition)\s)*(?:[Pp]resident|[Mm]inister|[Ff]oreign [Ss]ecretary|Secretary of State|[Cc]hancellor"
    r"|[Pp]remier|[Aa]mbassador|[Ll]eader))\s"
    r"(?P<name>(?:[A-Z][\w’-]+\s(?:(?:da|de|del|dos|al|el|bin|ibn|la|van|von|der)\s)?){1,3}[A-Z][\w’-]+)(?P<own>’s)?(?=\s[a-z]|$)"
)


_MAY_STAND_BEFORE = PREPOSITIONS | frozenset(
    "and told said says that met urged as visited accused called asked".split()
)


def _holders_first(clause: str) -> str | None:
    """`Ana Petrov, the Norlandic president,` for `Norlandic President Ana Petrov`, wherever it stands."""

    def turned(found: re.Match[str]) -> str:
        owner = found["nation"]
        before = clause[: found.start()].split()[-1:]
        if before and before[0].casefold() not in _MAY_STAND_BEFORE:
            return found[0]  # "former Norlandic President Ana Petrov"
        if NATIONS.get(owner.removesuffix("’s").casefold()) is None or found["name"].endswith("’s"):
            return found[0]
        the = "" if owner.endswith("’s") else "the "
        return f"{found['name']}, {the}{owner} {found['office'].lower()}{',' if found.end() < len(clause) else ''}"

    told = _HOLDER.sub(turned, clause)
    return told if told != clause else None


#: Deeds that are done to somebody or something, and that nobody does to himself.
_DEEDS = frozenset(
    """killed injured wounded arrested detained evacuated freed released sentenced jailed abducted kidnapped captured
    rescued expelled destroyed seized attacked targeted bombed shelled hit struck intercepted banned suspended rejected
    approved launched deployed signed condemned criticised criticized denounced damaged blocked annulled imposed lifted
    fired dropped invited provided convened intercepted murdered assassinated executed overthrew ousted stormed ambushed
    repelled recaptured retook extradited deported sanctioned cancelled canceled adopted announced
    accused""".split()
)
_HANGS_ON = (PREPOSITIONS - {"of"} - {"at"}) | {"to"}
#: Behind "in" it may be of whom it was done to: "a man in possession of explosives".
_OF_WHOM = frozenset(
    "possession case error exchange return response retaliation protest support claim claims words".split()
)
_NEVER = frozenset("never not no also only".split())
#: What ends whom or what it was done to: where and when. What begins with another preposition may be of the noun
#: before it ("cities across Norland", "an appeal from her").
_TAIL = frozenset("in at on near during after before since outside inside".split())
_DAY = re.compile(rf"(?:{WEEKDAY})$")
_ON = re.compile(rf"(?:an? )?(?:{WEEKDAY})\b|(?:suspicion|charges)\b")
_LEADS = {"The": "the", "A": "a", "An": "an", "Some": "some", "Several": "several", "Two": "two", "Three": "three"}


def _done_first(clause: str, spelling: Spelling) -> str | None:
    """`Four sailors were freed by rebels in Koravets` for `Rebels freed four sailors in Koravets`."""
    words = clause.split()
    at = finite(words)
    if at is None or words[at] not in _DEEDS or any(mark in clause for mark in ",“—"):
        return None
    how = words[at - 1] if words[at - 1].endswith("ly") else ""
    doer = words[: at - bool(how)]
    end = next((n for n in range(at + 1, len(words)) if _ends(words, n, accused=words[at] == "accused")), len(words))
    whom = words[at + 1 : end]
    if not doer or not whom or not _is_whole(doer) or not _is_whole(whom) or _HANGS_ON.intersection(whom):
        return None
    if _NEVER.intersection(word.casefold() for word in words) or _OF_WHOM.intersection(words[end:]):
        return None
    if whom[-1] in VERBS or whom[-1] == "times" or "and" in words[end:] or OF_WHICH.search(" ".join(whom)):
        return None  # "a man kidnapped", "at least 20 times", "the leader of the River State in the hills"
    if re.search(r"\b(?:before|after|while|when)\s\w+ing\b", " ".join(words[end:])):
        return None  # who fled?
    who = _within(doer, spelling)
    if who is None:
        return None
    head = next((whom[n - 1] for n, word in enumerate(whom) if word == "of" and n), whom[-1])
    one = whom[0].casefold() in ("a", "an") and whom[1:3] != ["number", "of"]
    counted = any(re.fullmatch(r"\d[\d,]*", word) or word.casefold() in NUMBERS for word in whom)
    many = not one and ("and" in whom or counted or is_plural(head) or whom[1:2] == ["number"])
    done = " ".join(word for word in ("were" if many else "was", how, PARTICIPLE_OF[words[at]]) if word)
    rest = " ".join(words[end:])
    told = f"{' '.join(whom)} {done} by {who}{' ' if rest else ''}{rest}"
    return told[0].upper() + told[1:]


def _ends(words: Sequence[str], at: int, *, accused: bool) -> bool:
    low = words[at].casefold()
    if accused and low == "of":
        return True
    least = low == "at" and words[at + 1 : at + 2] == ["least"]
    if low == "on":  # "a raid on a ward"
        return _ON.match(" ".join(words[at + 1 :])) is not None
    return (low in _TAIL and not least) or _DAY.match(words[at]) is not None


def _is_whole(words: Sequence[str]) -> bool:
    """Is it a noun phrase without a verb or a clause of its own?"""
    low = [word.casefold() for word in words]
    if any(
        word in FINITE or word in ("that", "which", "who", "whose", "it", "him", "them", "her", "us") for word in low
    ):
        return False
    return not any(
        word in VERBS and not word.endswith("s") and at and low[at - 1] == "and" for at, word in enumerate(low)
    )


def _within(words: Sequence[str], spelling: Spelling) -> str | None:
    """The words as they stand within a sentence; None where it is not certain whether the first is a name."""
    first = words[0]
    if first in _LEADS:
        return " ".join((_LEADS[first], *words[1:]))
    name = first.casefold() in NATIONS or re.search(r"[’']s$|^[A-Z]\w*[A-Z.]", first)
    if name or (words[1:2] and words[1][0].isupper()):
        return " ".join(words)
    named = begins_with_name(words, spelling)
    if named is None:
        return " ".join((first.lower(), *words[1:])) if is_plural(first.casefold()) else None
    return " ".join(words) if named else " ".join((first.lower(), *words[1:]))
