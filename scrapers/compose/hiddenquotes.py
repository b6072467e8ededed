"""Hidden quotes: what stands in quotation marks is one word to the rules, and comes back unchanged."""

from __future__ import annotations

import re

from scrapers.compose.saidinshort import QUOTED, marked

#: What stands in quotation marks is one word to the rules.
HIDDEN = re.compile(r"“q([a-z])”")
#: Somebody says, calls or accuses, and is no "was accused of": the words behind it are his.
_IN_SOMEBODYS_WORDS = re.compile(
    r"^(?![^“]*\b(?:was|were|is|are|been|being|be)\s(?:\w+ly\s)?(?:said|called|accused|described|told|warned)\b)"
    r"[^“]*\b(?:said|says|say|calls?|called|accus\w+|describ\w+|warn\w*|den(?:y|ied|ies)|vow\w*|urg\w+|pledg\w+"
    r"|denounc\w+|condemn\w+|announc\w+|declar\w+|claim\w*|told|tells|threaten\w*|promis\w+|insist\w*|reject\w*"
    r"|dismiss\w*|prais\w+)\b[^“]*“"
)


def with_quotes_hidden(sentence: str) -> tuple[str, list[str]]:
    """The sentence with `“qa”`, `“qb”` for what stands in quotation marks, and what that is; ’ for an apostrophe."""
    text = re.sub(r"(?<=\w)'(?=\w)", "’", sentence)
    if not re.search(r"[\"“‘]|(?<!\w)'", text) or (told := marked(text)) is None:
        return text, []
    quotes = QUOTED.findall(told)
    letters = iter("abcdefghijklmnopqrstuvwxyz")
    return (QUOTED.sub(lambda _: f"“q{next(letters)}”", told), quotes) if len(quotes) < 20 else (text, [])


def shown(clause: str, quotes: list[str]) -> str:
    """The clause with what was hidden."""
    return HIDDEN.sub(lambda found: quotes[ord(found[1]) - ord("a")], clause)


def is_in_somebodys_words(clause: str) -> bool:
    """Does it say whose words those in quotation marks are?"""
    return _IN_SOMEBODYS_WORDS.match(clause) is not None
