"""Copied: how many words in a row does a sentence of ours share with its article?"""

from __future__ import annotations

import re

#: Words of the article that may stand in a row outside of a quotation.
COPIED_WORDS = 15


def longest_copy(text: str, article: str) -> int:
    """The most words in a row that a sentence shares with the article, quotations left aside."""
    row = " ".join(_words(article))
    best = 0
    for piece in re.split(r"“[^”]*”", text):
        words = _words(piece)
        for first in range(len(words)):
            while first + best < len(words) and f" {' '.join(words[first : first + best + 1])} " in f" {row} ":
                best += 1
    return best


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’'.,-]*\w", text.lower().replace("’", "'"))
