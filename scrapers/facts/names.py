"""Names: which person or body of this article do these words mean?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrapers.facts.quotation import straight
from scrapers.facts.saying import CAPITAL_FUNCTION_WORDS, MONTHS_AND_DAYS, SPEAKING_NOUNS, TITLES
from scrapers.facts.speakers import Aliases, Speaker, folded, institution, side_of
from scrapers.nations import NATIONS, in_prose, nation

if TYPE_CHECKING:
    from scrapers.facts.claims import Sentence
    from scrapers.facts.whospeaks import Source

#: Small words inside personal names.
PARTICLES = frozenset("al el de la van von bin ibn der den da di du dos ben abu".split())
_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))})"
#: In bounds, so that a page of letters and points takes no longer than any other.
_NAME_WORD = (
    r"(?>[A-ZÀ-Ž][\w'\-]{0,30}?[a-zà-ž][\w'\-]{0,30}+|[A-Z]\.(?:[A-Z]\.){0,8}+|(?:al|el|Al|El)-[A-Z][\w'\-]{1,40}+)"
)
_FULL_NAME = re.compile(rf"\b{_NAME_WORD}(?:\s(?:{_PARTICLE}\s)?{_NAME_WORD}){{1,6}}")
_HONORIFIC = re.compile(
    rf"^(?:(?:{TITLES}|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Pope|General|Colonel|Major|Captain|Admiral"
    r"|Lieutenant|Brigadier|Governor|Senator|President|Minister|Prime|Foreign|Defen[cs]e|Interior|State|Staff|Treasury"
    r"|Affairs|Secretary|Chancellor|Premier|Mayor|Ambassador|Deputy|Vice|Former|Justice|Judge|Ayatollah|Sheikh|Chief|Acting"
    r"|Spokesman|Spokeswoman|Spokesperson|Speaker|Rear|Congressman|Congresswoman|Representative|Sheriff"
    r"|Officer|Attorney)\.?\s+)+"
)
#: `the army's Telegram channel`: whose words it carries.
_ACCOUNT = re.compile(
    r"'s?\s(?:(?:official|verified)\s)?(?:Twitter|Telegram|Facebook|Instagram|X|Weibo|social media|TV)\s"
    r"(?:account|channel|page|feed|post)s?$"
)
_POSSESSIVE = re.compile(r"'s?$")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who appears in an article: what a bare surname and a pronoun may stand for."""

    aliases: Aliases
    #: Surname -> the one full name in the article that ends with it; absent when two do.
    surnames: dict[str, str]
    #: Place of a pronoun, or of "the agency", in the text -> the words of whoever it can only mean.
    pronouns: dict[int, str]

    def who(self, source: Source | None) -> Speaker | None:
        """The speaker these words name, None where that is not certain."""
        if source is None:
            return None
        words = source.words
        beside = source.beside
        if _stands_in(source):
            stands_for = self.pronouns.get(source.start)
            if stands_for is not None:
                words, beside = stands_for, None
            elif source.pronoun:
                return None
        return self.named(words, beside)

    def named(self, words: str, beside: str | None = None) -> Speaker | None:
        """The speaker that a noun phrase names."""
        words = _POSSESSIVE.sub("", _ACCOUNT.sub("", " ".join(straight(words).split())))
        if known := self.aliases.find(words):
            return self._checked(known, words)
        tail = re.fullmatch(r"(?:[a-z'-]+\s)+([A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*)", words)
        if tail and not _JOINED.search(words) and (known := self.aliases.find(tail[1])):
            return self._checked(known, tail[1])  # `the state news agency SANA`
        if country := NATIONS.get(folded(words)):
            return Speaker(name=in_prose(country[0]), side=country[1])
        name = person(words)
        if name is not None:
            full = self.surnames.get(name, name) if " " not in name else name
            if known := self.aliases.find(full):
                return self._checked(known, full)
            before = words[: words.rindex(name)].strip(" ,") if name in words else ""
            role = _role(beside) or _role(before)
            return Speaker(name=full, role=role, side=side_of(role) if role else None)
        if (office := _OFFICE.search(words)) and (country := nation(words)):
            holder = self.aliases.find(f"{office[0]} of {country[0]}")
            if holder is not None and folded(words).split()[0] not in ("former", "deputy", "late", "ex"):
                return holder
        if body := institution(words):
            return self.aliases.find(body.name) or body
        if (its := _ITS_OWN.fullmatch(words)) is not None:
            return Speaker(name=f"the {its['body']}")  # `Thailand has moved 500 people, its health ministry said`
        plain = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.I)
        if (
            re.search(r"(?<!\S)\d+(?!\S)", plain)
            or plain.lower() in VAGUE
            or plain.split()[0].lower() in _POSSESSIVES
            or not plain
            or len(plain.split()) > 10
        ):
            return None
        return Speaker(name=in_a_sentence(words), side=side_of(words))

    def _checked(self, known: Speaker, words: str) -> Speaker:
        """A surname of the table is not the table's person when the article means another of that name."""
        if " " not in words and (full := self.surnames.get(words)) and folded(full) not in (folded(known.name),):
            other = self.aliases.find(full)
            if other is None and folded(full).split()[-1] == folded(known.name).split()[-1]:
                return Speaker(name=full)
            return other or known
        return known


_OFFICE = re.compile(r"(?:president|prime minister)$")
_ITS_OWN = re.compile(
    r"(?:its|their)\s(?P<body>(?:\w+\s){0,2}(?:ministry|government|army|military|navy|air\sforce|police|families|relatives))",
    re.I,
)
_POSSESSIVES = frozenset("his her its their our my your whose".split())
_JOINED = re.compile(r"\s(?:of|in|for|at|from|with|near|on|and|to|against)\s")
#: Words that name nobody.
VAGUE = frozenset(
    """multiple various several initial statement post tweet message video letter report reports it one people
    person some many others analysis data figures article story list documents evidence images footage
    records reporter it's update what""".split()
)


_OF_OFFICE = re.compile(
    r"^.*\bof\s(?:the\s)?(?:State|Defen[cs]e|Interior|Energy|Staff|Foreign\sAffairs|Finance|Health|Justice"
    r"|Homeland\sSecurity)\s"
    r"(?=[A-Z])"
)


def person(words: str) -> str | None:
    """The personal name that ends a noun phrase, without titles; None if it ends otherwise.

    "Russian Foreign Minister Sergey Lavrov" gives "Sergey Lavrov", "Gen. Milley" gives "Milley", "the army" None.
    """
    words = re.sub(r"\s*\([^)]*\)$", "", words)
    words = _OF_OFFICE.sub("", words)  # `US Secretary of State Ann Hale`
    parts = words.split()
    taken: list[str] = []
    for part in reversed(parts):
        plain = part.strip(",")
        low = plain.lower()
        if (
            (plain[:1].isupper() or re.match(r"[ae][lnsrtd]-[A-Z]", plain))
            and low not in SPEAKING_NOUNS
            and low not in MONTHS_AND_DAYS
        ):
            if len(taken) == 1 and low in NATIONS and NATIONS[low][0].casefold() == low and taken[0] in _FIRMS:
                return None  # `Azerbaijan Airlines`
            before = parts[: len(parts) - len(taken) - 1][-1:]
            named_so = len(taken) == 1 and before and low in _FIRST_NAMES and before[0].lower() in _HOLD_OFFICE
            if not named_so and (_HONORIFIC.match(plain + " ") or low in NATIONS or plain.endswith("'s")):
                break
            taken.insert(0, plain)
            continue
        if taken and plain in PARTICLES:
            taken.insert(0, plain)
            continue
        if (
            low in ("in", "of", "for", "at", "from", "with", "near", "on", "and", "&", "the")
            and taken
            and len(parts) > len(taken) + 1
        ):
            return None  # `activists in El Fasher`: the name is the place's
        break
    while (
        taken and taken[0] in PARTICLES and len(taken) > 1 and not taken[0].startswith(("al", "el", "van", "von", "de"))
    ):
        taken.pop(0)
    while len(taken) > 1 and taken[0].lower() in _NOT_OF_A_NAME:
        taken.pop(0)
    if not taken or (taken[-1].isupper() and len(taken[-1]) <= 6 and len(taken) <= 1):
        return None
    if parts[0].lower() in ("the", "a", "an") and len(taken) >= len(parts) - 1:
        return None  # `the Pentagon`, `the Free Syrian Army`
    return " ".join(taken)


_HOLD_OFFICE = frozenset("minister secretary president envoy leader chief governor mayor spokesman official".split())
#: States that people are named after: `Defence Minister Israel Katz`.
_FIRST_NAMES = frozenset("israel georgia jordan chad".split())
#: Behind a state's name a firm's or a body's.
_FIRMS = frozenset(
    "Airlines Airways Aerospace Railways Petroleum Oil Gas Bank Post Telecom Today Times News Watch".split()
)
#: `Internal Obama administration estimates`
_NOT_OF_A_NAME = frozenset("internal former late then acting confidential classified leaked secret".split())
_NO_ROLE = re.compile(
    r"\b(?:who|which|said|says|told|made|has|have|had|was|were|is|are|speaking|added|that)\b|[\"();:]", re.I
)


def _role(words: str | None) -> str | None:
    """An office as it can stand beside a name; None for what is none ("who was there", "the agent made sure")."""
    words = (words or "").strip(" ,")
    if not 1 <= len(words.split()) <= 9 or _NO_ROLE.search(words):
        return None
    tails = (word.lower().rsplit("-", 1)[-1].strip(",") for word in words.split())
    return words if any(tail in SPEAKING_NOUNS for tail in tails) and len(words) > 4 else None


#: Before them stands no article: `one defence official`.
_HOW_MANY = frozenset("one two three four five six several some many other another both".split())
#: Headlines drop the article: "UN envoy says" is any one of many, "governor says" is the governor.
_ONE_OF_MANY = frozenset(
    """official source witness envoy union association charity diplomat expert analyst lawyer doctor medic
    resident soldier officer activist monitor group report statement study journalist reporter survivor
    lawmaker spokesman spokeswoman
    spokesperson aide adviser""".split()
)
_PLURAL_LIKE = frozenset("police media staff intelligence people women men children".split())
_ADJECTIVES = frozenset(
    """local regional senior military medical government state rescue security health opposition rebel western
    emergency city hospital civil top former several some many independent international humanitarian aid rights
    human army air defence defense interior foreign prime presidential official authorities municipal provincial
    national federal public palace eyewitness tribal community church union military-backed state-run state-
    owned unnamed anonymous experts doctors'""".split()
)


def in_a_sentence(words: str) -> str:
    """A noun phrase as it stands after "according to": "Officials" is "officials", "Governor" "the governor"."""
    parts = words.split()
    article = parts[0].lower() if parts[0].lower() in ("the", "a", "an") else ""
    if parts[0].lower() in _POSSESSIVES:
        return " ".join((parts[0].lower(), *parts[1:]))
    rest = parts[1:] if article else parts
    if not rest:
        return words
    low = rest[0].lower()
    if low in _HOW_MANY and not article:
        return " ".join((low, *rest[1:]))
    if (
        (low in SPEAKING_NOUNS or low in _ADJECTIVES)
        and low not in ("pentagon", "kremlin")
        and not rest[0].isupper()
        and all(p[:1].islower() for p in rest[1:])
    ):
        rest = [low, *rest[1:]]
    last = rest[-1]
    alone = last.islower() and last in SPEAKING_NOUNS and not last.endswith("s") and last not in _PLURAL_LIKE
    if not article and alone and not any(part[0].isupper() and part.endswith(("'s", "s'")) for part in rest):
        article = "a" if last in _ONE_OF_MANY else "the"
        if article == "a" and rest[0][0].lower() in "aeiou" and not rest[0].startswith(("UN", "US", "EU", "UK")):
            article = "an"
    return " ".join((article, *rest)).strip()


def cast_of(text: str, parts: Sequence[Sentence], aliases: Aliases) -> Cast:
    """The cast of an article."""
    text = straight(text)
    by_surname: dict[str, set[str]] = {}
    for match in _FULL_NAME.finditer(text):
        full = person(_POSSESSIVE.sub("", match[0]))
        words = full.split() if full else []
        while words and (words[0] in CAPITAL_FUNCTION_WORDS or words[0].endswith(("ing", "-elect"))):
            words.pop(0)
        if len(words) >= 2:
            by_surname.setdefault(words[-1], set()).add(" ".join(words))
    surnames = {last: next(iter(fulls)) for last, fulls in by_surname.items() if len(fulls) == 1}
    return Cast(aliases, surnames, _pronouns(text, parts))


_BODY = re.compile(
    r"the\s(?:(?:news|aid|rights|monitoring|health|UN|U\.N\.)\s)?(?:agency|organi[sz]ation|group|body|charity|watchdog)",
    re.I,
)


def is_named_elsewhere(words: str) -> bool:
    """Is it "the agency", whose name only another sentence gives? By itself it tells nobody who speaks."""
    return _BODY.fullmatch(words) is not None


def _stands_in(source: Source) -> bool:
    return source.pronoun or is_named_elsewhere(source.words)


def _pronouns(text: str, parts: Sequence[Sentence]) -> dict[int, str]:
    """Pronouns, and words like "the agency", that can only mean the speaker of the sentence before."""
    found: dict[int, str] = {}
    last: tuple[int, str, bool] | None = None  # paragraph, words, is a person
    for sentence in parts:
        for cue in sentence.cues:
            if cue.source is None or not _stands_in(cue.source):
                continue
            low, body = cue.source.words.lower(), not cue.source.pronoun
            if last is None or sentence.paragraph - last[0] > 2 or not (body or low in ("he", "she", "it")):
                continue
            if body and not re.search(r"\b[A-Z]", in_a_sentence(last[1])):
                continue  # `officials`: no body is named
            if (low in ("he", "she")) == last[2] and not _others_named(text, sentence, cue.source, last[1]):
                found[cue.source.start] = last[1]
                last = (sentence.paragraph, last[1], last[2])
        named = [cue.source for cue in sentence.cues if cue.source is not None and not _stands_in(cue.source)]
        if len({source.words for source in named}) == 1:
            last = (sentence.paragraph, named[0].words, person(named[0].words) is not None)
        elif not any(cue.source and cue.source.start in found for cue in sentence.cues) and (
            named or _FULL_NAME.search(text, sentence.start, sentence.end)
        ):
            last = None
    return found


def _others_named(text: str, sentence: Sentence, source: Source, words: str) -> bool:
    """Does another person stand in the sentence before the pronoun?"""
    return any(match[0].split()[-1] not in words for match in _FULL_NAME.finditer(text, sentence.start, source.start))
