"""Quotations: which stretches of a text stand in quotation marks?"""

from __future__ import annotations

import re
from dataclasses import dataclass

_STRAIGHT = str.maketrans("“”„‟″‘’‚‛ʼ′´`\u00a0\u202f\u2009", '"' * 5 + "'" * 8 + " " * 3)
#: Single marks at a word's beginning and end; `'em`, `the '90s` and a loose `'s` begin no quotation.
_SINGLE_OPENS = re.compile(r"(?<![\w.,?!…'\"])'(?!(?:em|til|tis|n|s|\d0s)\b)(?=[\w(\[…])")
_SINGLE_CLOSES = re.compile(r"(?<=[\w.,?!…\])])'(?!\w|(?<=s') [a-z])")
_PARAGRAPH = re.compile(r"[^\n]+")


def straight(text: str) -> str:
    """The text with straight quotation marks and plain blanks, character for character: places in it stay."""
    return text.translate(_STRAIGHT)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, the marks included."""

    start: int
    end: int
    #: It closes with a mark; one that does not goes on in the next paragraph.
    closed: bool = True


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every outermost quotation, in order; whether its marks are curly or straight does not matter.

    Double marks count; single ones only outside of them. A paragraph that opens a quotation and does not close it is
    one quotation to its end, as printers do when the next paragraph goes on.
    """
    plain = straight(text)
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(plain):
        doubles = _doubles(plain, *paragraph.span())
        starts = [paragraph.start(), *(quote.end for quote in doubles)]
        ends = [*(quote.start for quote in doubles), paragraph.end()]
        singles = [quote for gap in zip(starts, ends, strict=True) for quote in _singles(plain, *gap)]
        found.extend(sorted([*doubles, *singles], key=lambda quote: quote.start))
    return tuple(found)


def _doubles(text: str, begin: int, stop: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: list[int] = []  # the mark that is open, and those that opened inside it
    inside: list[Quotation] = []
    at = text.find('"', begin, stop)
    while at >= 0:
        if _opens(text, at, inside=bool(opened)):
            inside = inside if opened else []
            opened.append(at)
        elif opened:
            closed = Quotation(opened.pop(), at + 1)
            (inside if opened else found).append(closed)
        at = text.find('"', at + 1, stop)
    if opened:
        # Of two that opened the first was never closed: the other is trusted.
        found.extend(inside or [Quotation(opened[-1], stop, closed=False)])
    return found


def _opens(text: str, at: int, *, inside: bool) -> bool:
    """Does a double mark open? One that stands alone between blanks does where none is open."""
    before, after = text[at - 1 : at].strip(), text[at + 1 : at + 2].strip()
    if before and before not in "([—–-:'\"":
        return False
    return after not in ",;:.!?)]" or text.startswith("..", at + 1) if after else not (before or inside)


def _singles(text: str, begin: int, stop: int) -> list[Quotation]:
    found: list[Quotation] = []
    while (opening := _SINGLE_OPENS.search(text, begin, stop)) and (
        closing := _SINGLE_CLOSES.search(text, opening.end(), stop)
    ):
        found.append(Quotation(opening.start(), closing.end()))
        begin = closing.end()
    return found
