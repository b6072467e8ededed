"""Phrases: how is a figure said in plain words of our own?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from scrapers.compose.figures import Figure
from scrapers.compose.nations import NAMES, NATIONS, in_prose


def joined(names: Sequence[str], most: int) -> str:
    """`A, B and 2 more`."""
    shown = [*names[:most], *([f"{len(names) - most} more"] if len(names) > most else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


_SMALL = "zero one two three four five six seven eight nine".split()
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def number(figure: Figure) -> str:
    """ "at least 26", "three", "20,000 to 30,000"; the qualifier stands before it."""
    assert figure.value is not None
    said = _plain(figure.value)
    if figure.upper is not None:
        return f"{said} to {_plain(figure.upper)}"
    return said if figure.qualifier == "exactly" else f"{figure.qualifier} {said}"


def _plain(value: int | Decimal) -> str:
    for size, word in _LARGE:
        if value >= size and (value * 100) % size == 0:
            return f"{_short(Decimal(value) / size)} {word}"
    if value == int(value) and 0 <= value < len(_SMALL):
        return _SMALL[int(value)]
    return f"{value:,}"


def _short(value: Decimal) -> str:
    return f"{value.normalize():f}"


_COMMON = frozenset(
    "people prisoners soldiers civilians children women men troops fighters militants hostages police".split()
)


def people(figure: Figure) -> str:
    """ "at least 26 civilians": the number with whom it counts, "people" where the text does not say."""
    one = figure.value == 1 and figure.upper is None
    who = figure.who
    if (
        who is None
        or re.match(r"(?:of|in|other|others|more|additional|the|wounded|dead|injured|lives)\b", who, re.I)
        or who.endswith(" others")
        or re.search(r"\b(?:dead|killed|injured|wounded|badly|hurt|missing)\b", who, re.I)
    ):
        who = "person" if one else "people"
    who = " ".join(
        w if w.isupper() or w.lower() in NATIONS or w.lower() not in _COMMON else w.lower() for w in who.split()
    )
    return f"{number(figure)} {who}"


def amount(figure: Figure) -> str:
    """ "$1.2 billion", "50 million kroner"."""
    assert figure.value is not None
    assert figure.currency is not None
    sign = _SIGNS.get(figure.currency)
    words = f"{sign}{_plain(figure.value)}" if sign else f"{_plain(figure.value)} {figure.currency}"
    return words if figure.qualifier == "exactly" else f"{figure.qualifier} {words}"


_CAUSE = (
    r"(?:air\s?strikes?|drone\s(?:attacks?|strikes?)|missile\s(?:attacks?|strikes?)|rocket\s(?:attacks?"
    r"|fire)|strikes?|shelling|bombing|bombardment"
    r"|suicide\s(?:bombing|attack)|explosions?|clashes|fighting|ambush|raids?|attacks?|shooting)"
)
_AFTER = re.compile(
    rf"\b(?:in|by|during|from)\s(?:(?P<article>an?"
    rf"|the)\s)?(?P<whose>[A-Z][\w-]+\s)?(?P<cause>{_CAUSE})\b(?!\s(?:on|against)\s\w+\s(?:ago))"
)
_BEFORE = re.compile(
    rf"^(?:An?\s|The\s)?(?P<whose>[A-Z][\w-]+\s)?(?P<cause>{_CAUSE})(?:\s(?:on|in|near|against"
    rf"|at)\s[^,;]{{1,60}})?\s(?:has\s|have\s)?(?:kill|wound|injur|left)",
    re.I,
)


def cause(sentence: str) -> str | None:
    """ "in an Israeli air strike", "in shelling": what the sentence itself ties its dead and wounded to."""
    match = _AFTER.search(sentence) or _BEFORE.search(sentence)
    if match is None:
        return None
    whose = (match["whose"] or "").strip()
    if whose and whose.lower() not in NATIONS:
        whose = "" if not whose[0].isupper() or match.re is _BEFORE else "-"
    if whose == "-" or (whose and NATIONS[whose.lower()][0] == whose):
        whose = ""
    what = re.sub(r"\s+", " ", match["cause"].lower())
    plain = f"{whose} {what}".strip()
    if what in ("shelling", "fighting", "bombing", "bombardment", "rocket fire") or what.endswith("s"):
        return f"in {plain}"
    return f"in {'an' if plain[0].lower() in 'aeiou' else 'a'} {plain}"


_PLEDGE = re.compile(
    r"^(?P<giver>(?:The\s)?[A-Z][\w.]*(?:\s(?:of\s)?[A-Z][\w.]*){0,3})\s(?:(?P<future>will|is\sto|to"
    r"|would)\s|(?:has|have|had)\s)?"
    r"(?:also\s)?(?P<verb>pledge[sd]?|announce[sd]?|offer(?:s|ed)?|approve[sd]?|gives?|gave|given|sends?"
    r"|sent|provides?|provided|donate[sd]?|allocate[sd]?)\b"
)
_FORMS = {
    "pledge": "pledged",
    "announce": "announced",
    "offer": "offered",
    "approve": "approved",
    "donate": "donated",
    "allocate": "allocated",
}


def pledge(sentence: str, figure: Figure) -> str | None:
    """ "Germany pledged 50 million euros in aid to Sudan"; None unless a known country or body gives it."""
    match = _PLEDGE.match(sentence)
    if match is None:
        return None
    giver = re.sub(r"^The\s", "", match["giver"])
    known = NATIONS.get(giver.lower())
    if known is None:
        return None
    name = in_prose(known[0]) if known[0] in NAMES else giver
    stem = (
        re.sub(r"(?:s|d|ed)$", "", match["verb"].lower())
        if match["verb"].lower() not in ("gives", "gave", "given")
        else "give"
    )
    past = next((form for base, form in _FORMS.items() if base.startswith(stem[:5])), None)
    if match["future"]:
        verb = "is to give"
    elif past:
        verb = past
    else:
        verb = "gave" if match["verb"].lower() in ("gave", "given", "sent", "provided") else "gives"
    to = re.search(r"\b(?:to|for)\s(?:the\s)?(?P<r>[A-Z][\w]+(?:\s[A-Z]\w+)?)", sentence[match.end() :]) or re.match(
        r"\s(?P<r>[A-Z]\w+(?:\s[A-Z]\w+)?)\s", sentence[match.end() :]
    )
    receiver = f" to {to['r']}" if to and to["r"].lower() in NATIONS and NATIONS[to["r"].lower()][0] != known[0] else ""
    return f"{name} {verb} {amount(figure)} in aid{receiver}"
