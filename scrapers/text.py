"""Is this text fit to be written down? Characters that no feed, page or terminal may carry go here, on the way in."""

from __future__ import annotations

import html
import re
import unicodedata

# XML 1.0 Char (https://www.w3.org/TR/xml/#charsets) without the C1 controls, which are never text; lone surrogates,
# U+FFFE/U+FFFF and their kin; and the marks that turn the direction of what follows (Trojan source, CVE-2021-42574).
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACE = re.compile(r"[\s\u0085\u00a0\u2028\u2029]+")
_TAG = re.compile(r"<[a-zA-Z/!?][^>]*>")
#: Between the cells of a table's row, which is no sentence and is never quoted.
CELLS = " | "


def fit(text: str) -> str:
    """`text` in NFC without control characters, lone surrogates, direction overrides and zero-width filling."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _UNFIT.sub("", text)))


def line(text: str) -> str:
    """`text` as one fit line: every run of white space is one blank."""
    return _SPACE.sub(" ", fit(text)).strip()


def plain(markup: str) -> str:
    """One fit line of text out of a snippet that may hold tags and entities, as feed titles and summaries do.

    For snippets only: a page is read by `scrapers.extract`.
    """
    # Feeds escape twice (`&amp;lt;b&amp;gt;`): a second pass is for tags that only show after the first.
    for _ in range(2):
        markup = _TAG.sub(" ", html.unescape(markup))
    return line(markup)


def shortened(text: str, limit: int) -> str:
    """`text` cut at a word so that it has at most `limit` characters, the ellipsis among them."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def primary_language(tag: str) -> str:
    """`pl` of `pl-PL`: the words are the same in all of them."""
    return re.split("[-_]", tag.strip())[0].lower()
