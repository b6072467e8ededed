"""Withheld: what of an article may not be quoted, by its publisher's own word? Its page's marks, limit and class.

How long a passage may be is told elsewhere (`page.rights`); here are words that stand in marks beside it, in passing.
"""

from __future__ import annotations

import re

from scrapers.model import Article, Rights

#: A line of fewer words out of a longer element ("More", "Accept") is no text that a sentence could be quoted from.
FEW = 3
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…。！？])['\"”’»)\]]*\s+")


def may_stand_in_passing(article: Article, words: str, *, speakers_own: bool) -> bool:
    """May these words of an article stand in marks in a row or in the ledger?

    Not of a page that limits what is shown of it, nor what it withholds; of who sells its wire a speaker's own only.
    """
    return (
        article.snippet.limit is None
        and (speakers_own or article.rights is not Rights.LINK)
        and not is_withheld(words, article.withheld)
    )


def is_withheld(text: str, withheld: str) -> bool:
    """Does `text`, or a sentence of it, stand among what a page withholds, or hold a line of that?

    Words are compared, not signs. A line of one or two words counts only as it is written: "Bail" is a name where
    "bail" is none.
    """
    if not withheld or not text.strip():
        return False
    as_written = _words(text)
    whole = as_written.casefold()
    sentences = [_words(each).casefold() for each in _SENTENCE.split(text)]
    wanted = {whole, *(each for each in sentences if len(each.split()) >= FEW)} - {"  "}
    for each in withheld.split("\n"):
        held = _words(each)
        long = len(held.split()) >= FEW
        if any(sentence in held.casefold() for sentence in wanted):
            return True
        if (long and held.casefold() in whole) or (not long and len(held) > 3 and held in as_written):
            return True
    return False


def _words(text: str) -> str:
    """The words with a blank on either side, so that one is found in another only whole."""
    return " " + " ".join(_WORD.findall(text)) + " "
