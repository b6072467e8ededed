"""Quotations: which stretches of a text stand in quotation marks?"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"[“”„\"]|(?<![\w])‘|(?<=[.,?!…])’(?!\w)|’(?=[\s,.;:)]|$)|(?:(?<=\s)|^)'(?=\w)|(?<=[\w.,?!])'(?=[\s,.;:)]|$)"
)
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, the marks included."""

    start: int
    end: int
    #: It closes with a mark; one that does not goes on in the next paragraph.
    closed: bool = True


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every outermost quotation, in order.

    Double marks of either kind count; single ones only when no double ones stand around them. A paragraph that opens
    a quotation and does not close it is one quotation to its end, as printers do when the next paragraph goes on.
    """
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found.extend(_in_paragraph(text, paragraph.start(), paragraph.end()))
    return tuple(found)


def _in_paragraph(text: str, begin: int, stop: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    kind = ""
    depth = 0  # curly marks inside a straight pair, or the reverse
    for mark in _MARK.finditer(text, begin, stop):
        at, sign = mark.start(), mark[0]
        if opened is None:
            if sign in "“„" or (sign == '"' and _opens(text, at)) or (sign in "‘'" and _opens(text, at)):
                opened, kind, depth = at, sign, 0
        elif kind in "“„" and sign == "“" and text[at - 1 : at].isspace():
            depth += 1
        elif _closes(kind, sign, text, at):
            if depth and sign == "”":
                depth -= 1
                continue
            found.append(Quotation(opened, at + 1))
            opened = None
    if opened is not None and kind in '“„"':
        if text.find(kind, opened + 1, stop) < 0 or kind == '"':
            found.append(Quotation(opened, stop, closed=False))
        else:
            # A second opening mark before any closing one: the first was never closed; trust the last.
            found.append(Quotation(text.rfind(kind, opened, stop), stop, closed=False))
    return found


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-:‘“") and bool(after) and not after.isspace()


def _closes(kind: str, sign: str, text: str, at: int) -> bool:
    if kind in "“„":
        return sign in "”" or (sign == '"' and not _opens(text, at)) or (kind == "„" and sign == "“")
    if kind == '"':
        return sign == '"' or (sign == "”" and not _opens(text, at))
    return sign in "’'" and not _apostrophe(text, at)


def _apostrophe(text: str, at: int) -> bool:
    """`the rebels’ leader`: a plural's apostrophe closes nothing."""
    return text[at - 1 : at] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
