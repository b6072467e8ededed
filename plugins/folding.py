"""Where may a line of HTML be broken, so that no mail server refuses it?"""

from __future__ import annotations

import re

# RFC 5321 allows 998 octets in a line of mail; feeds stay under 900 with the indent and the tag around their text.
OCTETS = 800
_ENTITY = re.compile(r"&#?\w{1,31}$")


def folded(text: str, octets: int = OCTETS) -> str:
    """`text` with line breaks in place of blanks so that no line is longer; blanks at line ends and empty lines go.

    A word that is too long in itself, as in scripts that write no blanks, is broken outside of tags and entities; a tag
    is never broken. A line break makes no markup, so what was safe stays safe.
    """
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(piece for line in lines if line for piece in _pieces(line, octets))


def octets_in_xml(text: str) -> int:
    """The length of `text` in a feed, where `&`, `<` and `>` are escaped."""
    return len(text.encode()) + 4 * text.count("&") + 3 * (text.count("<") + text.count(">"))


def _pieces(line: str, octets: int) -> list[str]:
    pieces: list[str] = []
    rest = line
    inside = False  # a tag that began on an earlier piece
    while octets_in_xml(rest) > octets:
        limit = _fitting(rest, octets)
        blank = rest.rfind(" ", 1, limit)
        cut = blank if blank > 0 else _break_in_word(rest, limit, inside)
        piece, rest = rest[:cut], rest[cut:].lstrip(" ")
        inside = _ends_in_tag(piece, inside)
        pieces.append(piece.rstrip(" "))
    return [*pieces, rest] if rest else pieces


def _fitting(text: str, octets: int) -> int:
    """How many letters of `text` fit; at least one."""
    used = 0
    for n, letter in enumerate(text):
        used += octets_in_xml(letter)
        if used > octets:
            return max(n, 1)
    return len(text)


def _break_in_word(text: str, limit: int, inside: bool) -> int:
    """Where the first word of `text` may be broken: before `limit` in text, at the end of the tag in a tag."""
    if _ends_in_tag(text[:limit], inside):
        opened = text.rfind("<", 0, limit)
        if opened > 0:
            return opened
        ends = [end for end in (text.find(">", limit) + 1, text.find(" ", limit)) if end > 0]
        return min(ends, default=len(text))
    entity = _ENTITY.search(text[:limit])
    return entity.start() if entity and entity.start() > 0 else limit


def _ends_in_tag(text: str, inside: bool) -> bool:
    opened, closed = text.rfind("<"), text.rfind(">")
    return inside if opened == closed == -1 else opened > closed
