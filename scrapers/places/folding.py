"""Names as they are compared: in small letters, without accents, marks or hyphens, in any script."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "ة": "ه", "ى": "ي", "ـ": ""})
_MARKS = re.compile(r"[’'‘ʼʻʹ`´]")
_GAPS = re.compile(r"[\s\-‐–—.,]+")


def fold(name: str) -> str:
    """A name for comparison: `Deir ez-Zor` is `deir ez zor`, `Sana'a` is `sanaa`, `Київ` is `киів`."""
    low = _MARKS.sub("", name.casefold()).translate(_LETTERS)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", low) if not unicodedata.combining(letter))
    return _GAPS.sub(" ", bare.translate(_LETTERS)).strip()
