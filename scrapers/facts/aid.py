"""Aid: which sums of money are given?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrapers.facts.counts import Count
from scrapers.nations import NATIONS

_AID_GIVE = (
    r"giv(?:es?|ing|en)|gave|provid\w+|pledg\w+|send(?:s|ing)?|sent|offer\w*|donat\w+|allocat\w+|approv\w+"
    r"|announc\w+|commit\w*|contribut\w+|grant\w*|deliver\w*|receiv\w+|secur\w+|unveil\w*|promis\w+|earmark\w*"
    r"|disburs\w+|transfer\w*|agreed|set(?:s|ting)?\s+aside|made\s+available|releas\w+|extend\w*|put\s+up|chip(?:s|ped)\s+in"
    r"|chipped\s+in|lend(?:s|ing)?|lent|inject\w*|rais(?:ed|es)|mobili[sz]\w+|vow(?:s|ed)?|authori[sz]\w+|greenlit|backed"
    r"|channel\w*|wired|paid\s+out|handed|unlock\w*|signed\s+off\s+on|cleared|doubled|increas\w+|boost\w*|top\w*\s+up"
)
_AID_NOUN = (
    r"aid|assistance|support|funding|packages?|grants?|loans?|donations?|relief|humanitarian|demining"
    r"|reconstruction|rebuild\w*|recovery|air\s+defen[cs]es?|weapons|ammunition|military|arms|shells"
)
_NOT_AID = re.compile(
    r"\b(?:fine[ds]?|cost|costs|worth\s+of\s+damage|budget|profit|revenue|appeal(?:ed|s|ing)?|need(?:s"
    r"|ed)?|damages?|spent|lost|debt|tax|salary|ransom|compensation|cuts?|cutting|slash\w*|froze\w*|freez\w+|withh\w+"
    r"|suspend\w*|halt\w*|block\w*|cancel\w*|stole|embezzl\w+|launder\w*|siphon\w*|repa(?:y|id)\w*|reward|unclaimed|vouchers?|bills?|discounts?|presidential|bid|part(?:y|ies)|SNP|guarantees?|compan(?:y|ies)|investors|election|proponents|campaign\w*|proceeds|Foundation|tour"
    r"|bail|awards?|prizes?|bonus\w*|bribes?|scholarships?|lotter\w+|jackpot|bought|buy|sold|sell|sale|price|bounty|asked\s+for|seek(?:s|ing)?|sought|shortfall|short\s+of|stolen|owes?"
    r"|earn\w*|sales|demand\w*|request\w*|want\w*|call\w*\s+for|would|could|may|might|only\s+\w+\s+per\s?cent)\b",
    re.I,
)
#: Below this it is a reader's donation or a reward in cash, no aid.
LEAST = 1000
#: Who gives and takes aid: a singer's gift to students and one to a campaign are none.
_OF_STATES = re.compile(
    r"\b(?:aid|humanitarian|refugees?|displaced|government|ministr\w+|military|arms|weapons|ammunition|defen[cs]e|army|EU|UN|NATO|quake|earthquake|flood\w*|famine"
    r"|drought|victims|UNICEF|UNHCR|UNRWA|IMF|World\s+Bank|Commission|Gaza|Red\s+Cross|Red\s+Crescent)\b"
)
_LINE = (
    r"\b(?:arms|aid|weapons|military|assistance|support|relief|loan|defen[cs]e|rescue|funding|grant)"
    r"\s+(?:package|deal|programme|program|loan|grant|fund)s?"
)


#: What it is spent for: `… to help Norvia with …`.
_TO_HELP = re.compile(r"\x02\d+\x03\s+to\s+(?:help|support|assist)\s+(?:rebuild\s+)?[A-Z]")


def aid(marked: str, numbers: Sequence[Count]) -> list[tuple[int, str]]:
    """Money that is given: a verb of giving, or a noun of aid right beside it."""
    found = []
    for index, count in enumerate(numbers):
        mark = f"\x02{index}\x03"
        if count.currency is None or count.value is None or count.value < LEAST or mark not in marked:
            continue
        at = marked.index(mark)
        before, after = marked[max(0, at - 110) : at], marked[at : at + 90]
        if _NOT_AID.search(before) or _NOT_AID.search(after[:40]):
            continue
        if re.search(r"\x03\s+of\s+(?:an?|the|its)\s+(?:\w+\s+)?$", before):
            continue  # "€18bn of a €50bn package": the package is not what was given
        gives = re.search(rf"\b(?:{_AID_GIVE})\b[^;:.]*$", before, re.I)
        noun = re.search(rf"\b(?:{_AID_NOUN})\b", after, re.I) or re.search(
            rf"\b(?:{_AID_NOUN})\b[^,;.]{{0,30}}$", before, re.I
        )
        passive = re.search(
            r"\b(?:pledged|given|approved|allocated|donated|provided|promised|earmarked|set\s+aside|released)\b",
            after,
            re.I,
        )
        strong = re.search(r"\b(?:giv\w+|gave|pledg\w+|donat\w+|offer\w*)\b[^;:.]*$", before, re.I)
        spent = re.search(r"\bspend\w*[^;:.,]*$", before) and _TO_HELP.match(after)
        if not _OF_STATES.search(marked):
            named = any(word.lower() in NATIONS for word in re.findall(r"\b[A-Z]\w+", marked))
            if not named:
                continue
        worth = re.search(rf"{_LINE},?\s+(?:\w+\s+)?(?:worth|of|totall?ing|valued\s+at)\s+$", before, re.I)
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
            or spent
            or worth
            or (noun and re.match(r"\x02\d+\x03\s+(?:\w+\s+){0,2}(?:aid|assistance)", after, re.I))
        ):
            found.append((index, "aid_money"))
    return found
