"""Aid: which sums of money are given?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrapers.compose.counts import Count

_AID_GIVE = (
    r"giv(?:es?|ing|en)|gave|provid\w+|pledg\w+|send(?:s|ing)?|sent|offer\w*|donat\w+|allocat\w+|approv\w+"
    r"|announc\w+|commit\w*"
    r"|contribut\w+|grant\w*|deliver\w*|receiv\w+|secur\w+|unveil\w*|promis\w+|earmark\w*|disburs\w+|transfer\w*|agreed"
)
_AID_NOUN = (
    r"aid|assistance|support|funding|package|grant|loan|donations?|relief|humanitarian|demining"
    r"|reconstruction|air\s+defen[cs]e|weapons|ammunition|military|arms"
)
_NOT_AID = re.compile(
    r"\b(?:fine[ds]?|fined|cost|costs|worth\s+of\s+damage|budget|profit|revenue|appeal(?:ed|s|ing)?|need(?:s"
    r"|ed)?|damages?|spent|lost|debt|tax|salary|ransom"
    r"|bail|bought|sold|price|valued|bounty|asked\s+for|seek(?:s|ing)?|sought|shortfall|stolen|owes?|earn|sales)\b",
    re.I,
)


def aid(marked: str, numbers: Sequence[Count]) -> list[tuple[int, str]]:
    """Money that is given: a verb of giving, or a noun of aid right beside it."""
    found = []
    for index, count in enumerate(numbers):
        if count.currency is None or count.value is None:
            continue
        at = marked.index(f"\x02{index}\x03")
        before, after = marked[max(0, at - 110) : at], marked[at : at + 90]
        if _NOT_AID.search(before) or _NOT_AID.search(after[:40]):
            continue
        gives = re.search(rf"\b(?:{_AID_GIVE})\b[^;:.]*$", before, re.I)
        noun = re.search(rf"\b(?:{_AID_NOUN})\b", after, re.I) or re.search(
            rf"\b(?:{_AID_NOUN})\b[^,;.]{{0,30}}$", before, re.I
        )
        passive = re.search(r"\b(?:pledged|given|approved|allocated|donated|provided|promised)\b", after, re.I)
        strong = re.search(r"\b(?:giv\w+|gave|pledg\w+|donat\w+|offer\w*)\b[^;:.]*$", before, re.I)
        if (
            re.match(r"[\s(]*$", before[-2:])
            and before.rstrip().endswith("(")
            and index
            and numbers[index - 1].currency
        ):
            continue  # "150 million euros ($156 million)": the same money again
        if (
            (noun and (gives or passive))
            or strong
            or (noun and re.match(r"\x02\d+\x03\s+(?:\w+\s+){0,2}(?:aid|assistance)", after, re.I))
        ):
            found.append((index, "aid_money"))
    return found
