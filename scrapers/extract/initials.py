"""Which initials of a desk stand behind a text?"""

from __future__ import annotations

import re

#: Desk initials in a line of their own: `del/ec/cw/gv`, `bur-dl/jj`, `amw`.
_INITIALS = re.compile(
    r"(?:bur[-/])?[a-zäöü]{1,4}(?:[-/][a-zäöü]{1,4}){1,6}|[a-zäöü]{2,3}|[A-Z]{2,3}(?:/[A-Z]{2,3}){1,5}"
)
_TRAILING = re.compile(r"(?<=[.!?”\"'»“])\s*(?:bur[-/])?[a-z]{1,4}(?:/[a-z]{1,4}){1,6}$")


def are_initials(line: str) -> bool:
    """Is a text's last line nothing but the desk's initials?"""
    return bool(_INITIALS.fullmatch(line.strip(" ()")))


def without_initials(paragraph: str) -> str:
    """A text's last paragraph without initials that stand behind its last sentence."""
    return _TRAILING.sub("", paragraph)
