"""What is an outlet called, without the desk, the slogan and the word "RSS" that the title of its feed adds?"""

from __future__ import annotations

import re
from functools import lru_cache

#: What stands between an outlet's name and its desk: `The Paper > World`, `The Paper - World`, `World | The Paper`.
_PARTED = re.compile(r"\s+[-–—|>»:·•]+\s+|\s*\|\s*")
#: A colon as prose has it: `The Paper: World News`; a name may hold one itself.
_COLON = re.compile(r":\s+")
#: Words of which a desk's name consists. Where all words of a part are among them, it is no outlet.
_DESK = frozenset(
    "rss atom xml feed feeds news newsfeed latest top breaking stories story headlines headline articles article posts "
    "all the and of & + from in updates update daily front page home homepage frontpage main index english online web "
    "world international global national local politics political business economy money opinion comment analysis "
    "sport sports culture science tech technology health video videos live war conflict defence defense security "
    "us u.s. usa uk eu europe africa asia americas america latin middle east pacific asia-pacific mideast "
    "nachrichten aktuell aktuelle meldungen welt ausland politik startseite alle monde actualités actualité une à la "
    "toute l'actualité mundo noticias internacional internacionales portada últimas esteri notizie ultime mondo świat "
    "swiat wiadomości wiadomosci kraj najważniejsze najwazniejsze haberler dünya новости новини мир світ все главное "
    "أخبار العالم الأخبار".split()
)
#: What a title adds at its end or beginning without any sign between.
_AT_END = re.compile(
    r"(?:\s+(?:(?:rss|atom|xml)(?:[ -]feeds?)?|feeds?|newsfeed|(?:(?:the\s+)?latest|all|top)(?:\s+(?:news|articles|"
    r"stories|posts|headlines|updates))?|\((?:rss|atom|feed|all|latest|world|news|english|en|rss feed|world news)\)))+",
    re.IGNORECASE,
)
_AT_START = re.compile(
    r"(?:(?:rss|atom)(?:[ -]feeds?)?|feeds?)\s*[:–—-]?\s+(?:(?:of|from|for)\s+)?|"
    r"(?:the\s+)?latest\s+(?:\w+\s+)?from\s+",
    re.IGNORECASE,
)
#: What follows a colon and has so many words is a slogan.
_SLOGAN = 4


@lru_cache(maxsize=4096)  # outlets are few and named often
def plain_name(title: str) -> str:
    """`NYT > World News` and `World | The Paper (RSS)` as a reader calls them: `NYT`, `The Paper`."""
    name = title.strip()
    beginning = _AT_START.match(name)
    name = _parted(name[beginning.end() :] if beginning else name)
    before, colon, after = _at_colon(name)
    if colon and not _is_desk(before) and (_is_desk(after) or len(after.split()) >= _SLOGAN):
        name = before
    elif colon and _is_desk(before) and not _is_desk(after):
        name = after
    ending = next((match for match in _AT_END.finditer(name) if match.end() == len(name)), None)
    name = (name[: ending.start()] if ending else name).strip(" -–—|>»:·•,")
    return name or title.strip()


def house(name: str) -> str:
    """The house behind an outlet's name: `The Paper - World` and `The Paper` are desks of one."""
    return plain_name(name).casefold().removeprefix("the ").strip()


def _parted(name: str) -> str:
    """The first part that is an outlet and no desk; the first of all where none is."""
    parts = [part.strip() for part in _PARTED.split(name) if part.strip()]
    return next((part for part in parts if not _is_desk(part)), parts[0] if parts else name)


def _at_colon(name: str) -> tuple[str, bool, str]:
    match = _COLON.search(name)
    return (name[: match.start()], True, name[match.end() :]) if match else (name, False, "")


def _is_desk(part: str) -> bool:
    words = part.casefold().strip("()").split()
    return bool(words) and all(word.strip("()[],.!'’") in _DESK or word in _DESK for word in words)
