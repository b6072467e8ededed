"""How alike are a bullet and a heading, or a bullet and the paragraph that tells it?"""

from __future__ import annotations

import re

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2}|[^\W_]+")
#: Letters of a word that count: enough for a stem in the languages we read.
STEM = 6
_IDLE = frozenset(
    """the and for that with from says said say over after into will has have had was were are its his her their
    this amid more than not der die das und von mit auf für den dem ein eine les des une dans pour que los las del una
    por con""".split()
)


def words(text: str) -> frozenset[str]:
    """The telling words of a text, cut to their stems; numbers whole."""
    found = (match.group().casefold() for match in _WORD.finditer(text))
    return frozenset(word[:STEM] for word in found if (len(word) > 2 or word.isdigit()) and word not in _IDLE)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words by the shorter text's; 0 where two words or fewer are all there is to share."""
    small = min(len(one), len(other))
    shared = len(one & other)
    if not small or (shared < 2 and small > 1):
        return 0.0
    return shared / small


def covered(bullet: frozenset[str], told: frozenset[str]) -> float:
    """The share of a bullet's words that a paragraph has too."""
    return len(bullet & told) / len(bullet) if bullet else 0.0
