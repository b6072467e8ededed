"""Where may a line of HTML be broken, so that no mail server refuses it?"""

from __future__ import annotations

import re

# RFC 5321 allows 998 octets. A feed escapes what it holds, which lengthens lines, and its own lines stay under 900.
OCTETS = 500
_ENTITY = re.compile(r"&#?\w{1,31}$")


def folded(text: str, octets: int = OCTETS) -> str:
    """`text` with line breaks in place of blanks so that no line is longer; blanks at line ends are dropped.

    A word that is too long in itself, as in scripts that write no blanks, is broken outside of tags and entities. A
    line break never makes markup, so what was safe stays safe.
    """
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(piece for line in lines if line for piece in _pieces(line, octets))


def _pieces(line: str, octets: int) -> list[str]:
    pieces: list[str] = []
    rest = line
    inside = False  # a tag that began on an earlier piece
    while len(rest.encode()) > octets:
        fitting = rest.encode()[:octets].decode(errors="ignore")
        at = fitting.rfind(" ")
        cut = at if at > 0 else _break_in_word(rest, len(fitting), inside)
        piece, rest = rest[:cut], rest[cut:].lstrip(" ")
        inside = _ends_in_tag(piece, inside)
        pieces.append(piece.rstrip(" "))
        if not rest:
            break
    return [*pieces, rest] if rest else pieces


def _break_in_word(text: str, limit: int, inside: bool) -> int:
    """Where the first word of `text` may be broken: before `limit` in text, at the end of the tag in a tag."""
    if _ends_in_tag(text[:limit], inside):
        opened = text[:limit].rfind("<")
        if opened > 0:
            return opened
        closed = text.find(">", limit)
        blank = text.find(" ", limit)
        ends = [end for end in (closed + 1 if closed >= 0 else -1, blank) if end > 0]
        return min(ends, default=len(text))
    entity = _ENTITY.search(text[:limit])
    return entity.start() if entity and entity.start() > 0 else limit


def _ends_in_tag(text: str, inside: bool) -> bool:
    opened, closed = text.rfind("<"), text.rfind(">")
    return inside if opened == closed == -1 else opened > closed
