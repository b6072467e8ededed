"""Where, for whom and when was a text written, as its first words say?

KYIV, March 5 (Reuters) — Text        Brussels, Belgium (AFP) Dec 3, 2024        (ANSA) - ROMA, 03 MAG - Text
GAZA CITY — Text                      Port Sudan, 12 May 2023 (SUNA)             MOSCOW, December 3. /TASS/. Text
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from scrapers.extract.byline import agency
from scrapers.extract.writtendate import Written, cut_date, day_of, find_date, leading_date
from scrapers.model import Dateline

_WEEKDAY = re.compile(
    r"(?:^|[\s,])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\.?(?=[\s,]|$)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{1,45})[)\]）]|(?<=[\s.,])/([^/\s()]{2,20})/")
#: Where a dateline may end. A hyphen counts with a blank beside it, or after a bracket.
_ENDS = re.compile(
    r"\s*(?:—|–|―|--+|_)\s*|\s+-\s*|(?<=[)\].])\s*-\s*|(?<=\w)-\s+|:\s+|(?<=[/)\]])\.?\s+|(?<=\w\w\w)\.\s+|$"
)
#: Characters in which a dateline ends.
REACH = 110
_PARTICLES = frozenset(
    "de del la las los el al of the and e y da do dos von am an der den le les sur aux bei im in es ez du".split()
)
#: Words in capitals that open a line and are no place.
NO_PLACE = frozenset(
    """update updated breaking exclusive watch opinion analysis live video photos updates editorial correction note
    advertisement explainer interview factbox timeline summary listen read subscribe nato who un eu usa us uk idf rsf
    saf fbi cia nasa icc icj unrwa ocha wfp q a what why how when where key points highlights context background file
    photo on in at by from since until after before during as of for the an this that more see also must top stories
    news briefing special report feature review comment podcast just""".split()
)
_BEHIND = re.compile(r"\((\w[\w /-]{1,20})\)\s*[-–—:]*\s*")
_TOWN = re.compile(r"\((?P<town>[^\W\d_][^(),\d]{1,30})(?P<more>(?:,[^()]{2,40})?)\)\s+[–—-]\s+")
_JAPANESE = re.compile(r"^【(?P<place>[^】＝=・]{1,12})(?:[＝=・](?P<who>[^】]{1,20}))?】")
_CHINESE = re.compile(
    r"^(?:(?P<who>新华社|新華社|中新社|中央社|法新社|路透社|"
    r"美联社)(?:记者)?[）)]?)(?P<place>[^\d（）()]{1,12}?)(?P<number>\d{1,2})月(?P<day>\d{1,2})日(?:电|電|讯|訊)"
)
_KOREAN = re.compile(r"^[(（\[](?P<place>[^=)）\]]{1,12})=(?P<who>[^)）\]]{2,12})[)）\]]")
_ASIAN_AGENCIES = {
    "新华社": "Xinhua",
    "新華社": "Xinhua",
    "中新社": "China News Service",
    "中央社": "CNA",
    "法新社": "AFP",
    "路透社": "Reuters",
    "美联社": "AP",
    "共同": "Kyodo",
    "時事": "Jiji",
    "ロイター": "Reuters",
    "AFP時事": "AFP",
    "연합뉴스": "Yonhap",
    "뉴시스": "Newsis",
    "뉴스1": "News1",
}


def _known_places() -> frozenset[str]:
    lines = Path(__file__).with_name("cities.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(
        place.casefold() for line in lines if not line.startswith("#") for place in line.split("|") if place
    )


KNOWN = _known_places()


def dateline(text: str, *, published: date | None = None) -> tuple[Dateline, str] | None:
    """(what the first words say, the rest of the text), or None. A date without a year takes `published`'s."""
    text = text.lstrip()
    if found := _asian(text, published) or _bracketed(text, published):
        return found
    for end in _ENDS.finditer(text, 0, min(len(text), REACH)):
        if end.start() == 0:
            continue
        if not end.group() and end.end() != len(text):
            continue
        head, mark, rest = text[: end.start()], end.group().strip(), text[end.end() :]
        read = _head(head, mark=mark, alone=not rest, published=published)
        if read is None:
            continue
        line, rest = read, rest.lstrip(" -–—.:")
        if line.place is None and line.date is None and rest:  # (ANSA) - ROMA, 03 MAG - Text
            further = dateline(rest, published=published)
            if further and further[0].place and not further[0].agency:
                return Dateline(place=further[0].place, agency=line.agency, date=further[0].date), further[1]
        if mark == ".":  # Київ. 5 березня. УНІАН. Text
            line, rest = _further(line, rest, published)
        if line.agency is None and line.date is not None:  # МОСКВА, 3 дек - РИА Новости. Text
            first, dot, after = rest.partition(". ")
            if dot and (name := agency(first)):
                return Dateline(place=line.place, agency=name, date=line.date), after
        trailing = _BEHIND.match(rest) if mark != ":" and line.agency is None else None
        if trailing and (name := agency(trailing.group(1))):
            return Dateline(place=line.place, agency=name, date=line.date), rest[trailing.end() :]
        if line.date is None and (dated := leading_date(rest, published)):  # Brussels, Belgium (AFP) Dec 3, 2024
            return Dateline(place=line.place, agency=line.agency, date=dated[0]), dated[1]
        return line, rest
    return None


def _bracketed(text: str, published: date | None) -> tuple[Dateline, str] | None:
    """As a human rights group writes it: `(Beirut) – Text`, `(Geneva, November 30, 2026) – Text`; of a known town."""
    match = _TOWN.match(text)
    if match is None or not _known(match["town"]):
        return None
    more = match["more"].strip(" ,")
    day = find_date(more, published) if more else None
    if more and day is None and not re.fullmatch(r"[^\W\d_][^\d,]{1,30}", more):
        return None
    place = match["town"] if day is not None or not more else f"{match['town']}, {more}"
    return Dateline(place=place, agency=None, date=day.date if day else None), text[match.end() :]


def _further(line: Dateline, rest: str, published: date | None) -> tuple[Dateline, str]:
    for _ in range(2):
        first, dot, after = rest.partition(". ")
        if not dot or len(first) > 30:
            break
        name, day = agency(first.strip("/ ")), find_date(first, published)
        if name:
            line = Dateline(place=line.place, agency=name, date=line.date)
        elif day and len(first.split()) <= 4:
            line = Dateline(place=line.place, agency=line.agency, date=day.date)
        else:
            break
        rest = after
    return line, rest


def _asian(text: str, published: date | None) -> tuple[Dateline, str] | None:
    for pattern in (_JAPANESE, _CHINESE, _KOREAN):
        if match := pattern.match(text):
            found = match.groupdict()
            who = (found.get("who") or "").strip()
            place = found["place"].strip()
            for written in _ASIAN_AGENCIES:  # 【カイロ共同】
                if not who and place.endswith(written) and len(place) > len(written):
                    place, who = place.removesuffix(written), written
            if pattern is _JAPANESE and not who:
                return None
            day = day_of(int(found["day"]), int(found["number"]), None, published) if found.get("day") else None
            name_known = next((name for written, name in _ASIAN_AGENCIES.items() if who.startswith(written)), None)
            return Dateline(place=place, agency=name_known, date=day), text[match.end() :].strip()
    return None


def _head(head: str, *, mark: str, alone: bool, published: date | None) -> Dateline | None:
    """Reads the words before the mark; None if they are no dateline."""
    if len(head) > 95 or "?" in head or "“" in head or '"' in head:
        return None
    name: str | None = None
    listed = True
    for match in _IN_BRACKETS.finditer(head):
        inner = next(each for each in match.groups() if each)
        name = _agency_of(inner)
        if name is None and find_date(inner, published) is None:
            return None
        if name:
            listed = any(agency(part) for part in re.split(r"[/,;+]", inner))
            head = head[: match.start()] + " , " + head[match.end() :]
            break
    day, head = cut_date(head, published)
    head = _WEEKDAY.sub(" ", head)
    parts = [" ".join(part.split()).strip(" .-–—/") for part in head.split(",")]
    parts = [part for part in parts if part]
    kept: list[str] = []
    for part in parts:
        if name is None and (found := agency(part)) and (part.isupper() or len(parts) > 1 or alone):
            name = found
        elif name is None and " " in part and agency(part.rsplit(" ", 1)[1]) and part.rsplit(" ", 1)[1].isupper():
            name, part = agency(part.rsplit(" ", 1)[1]), part.rsplit(" ", 1)[0]
            kept.append(part)
        else:
            kept.append(part)
    if len(kept) > 3 or not all(_placelike(part) for part in kept):
        return None
    place = ", ".join(_cased(part) for part in kept) or None
    if not _evident(kept, name, day, mark=mark, alone=alone):
        return None
    if not (listed or day) and not (kept and _sure(kept[0])):
        return None  # "(CDU)" behind a name is no agency
    return Dateline(place=place, agency=name, date=day.date if day else None)


def _evident(parts: list[str], name: str | None, day: Written | None, *, mark: str, alone: bool) -> bool:
    """Is there enough to call it a dateline?"""
    if alone:  # a line of its own: two of place, agency and date
        return bool(parts and _sure(parts[0])) if day is None else bool(name or parts)
    if name is not None:
        return bool(mark) or bool(parts) or day is not None
    if not parts:
        return False
    known = _known(parts[0])
    if day is not None:
        return (mark != ":" or known) and not all(word.casefold() in NO_PLACE for word in parts[0].split())
    if mark == ".":
        return known and len(parts) == 1
    capitals = (
        all(part.isupper() for part in parts[0].split("/"))
        and len(parts[0]) >= 4
        and parts[0].casefold() not in NO_PLACE
    )
    if mark == ":":
        return known and parts[0].isupper()
    if not mark:
        return False
    return known or (capitals and len(parts[0].replace("/", " ").split()) <= 3)


def _known(part: str) -> bool:
    """Listed; the marks of a transliteration aside: Sana'a, Sana’a and Sanaa are one."""
    return all(each in KNOWN or _MARKS.sub("", each) in KNOWN for each in part.casefold().split("/"))


def _sure(part: str) -> bool:
    """A known place, or one in capitals."""
    return _known(part) or (part.isupper() and len(part) >= 3)


def _agency_of(inner: str) -> str | None:
    names = [name for part in re.split(r"[/,;+]| and | und | et ", inner) if (name := agency(part))]
    if names:
        return names[0]
    word = inner.strip()
    # An agency we do not know: letters only, in capitals or one word with a capital.
    return (
        word
        if re.fullmatch(r"[A-ZÀ-ÝА-Я][A-ZÀ-ÝА-Я ]{1,11}|[A-Z][a-z]{3,12}(?: [A-Z][a-z]{2,10})?", word)
        and word.isupper()
        else None
    )


def _placelike(part: str) -> bool:
    words = part.replace("/", " ").split()
    if not 1 <= len(words) <= 6 or len(part) > 45 or any(character.isdigit() for character in part):
        return False
    if not any(character.isalpha() for character in part):
        return False
    caseless = not any(character.isupper() or character.islower() for character in part)
    if caseless:
        return len(part) <= 20
    return words[0][0].isupper() and all(
        word[0].isupper() or word.casefold() in _PARTICLES or "-" in word or not word[0].isalpha() for word in words
    )


_SHORT = frozenset(("DC", "D.C", "UK", "USA", "US", "UAE", "UN", "DRC", "CAR", "U.S", "U.N", "U.K", "DR"))


def _cased(part: str) -> str:
    """A place written in capitals as one writes it in a sentence."""
    if (
        not part.isupper()
        or part in _SHORT
        or not any(character.islower() or character.isupper() for character in part)
    ):
        return part
    words = []
    for index, word in enumerate(part.split(" ")):
        if word.strip(".") in _SHORT:
            words.append(word)
        elif index and word.casefold() in _PARTICLES:
            words.append(word.lower())
        elif index and word.startswith("AL-"):
            words.append("al-" + _PIECE.sub(_piece, word[3:]))
        else:
            words.append(_PIECE.sub(_piece, word))
    cased = " ".join(words)
    return re.sub(r"-(Al|Au|De|La|El|Ez|On|Sur)(?=-)", lambda match: match.group().lower(), cased).replace("'S", "'s")


def _piece(match: re.Match[str]) -> str:
    """A part of a word; behind a mark small, but for what one letter leads: Sana'a and L'viv, N'Djamena, L'Aquila."""
    before = match.string[: match.start()]
    small = bool(_MARKS.fullmatch(before[-1:])) and not (
        re.search(r"(?<![^\W\d_])[NDO]['’]$", before)
        or (re.search(r"(?<![^\W\d_])L['’]$", before) and match[0][0] in "AEIOUHÉÈÂ")  # an article before a vowel
    )
    return match[0].lower() if small else match[0].capitalize()


_PIECE = re.compile(r"[^\W\d_]+")
#: Marks of a transliterated sound, as keyboards and agencies have them.
_MARKS = re.compile(r"['’‘ʻʼʿʾ`]")
