"""Weapons: how many drones and missiles were launched, and how many intercepted?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrapers.compose.counts import Count
from scrapers.compose.marks import AUX, DRONES, MISSILES, SHORT, is_modal

_LAUNCH = (
    r"launch\w*|fire[sd]?|firing|sent|sending|released?|barrage|wave|salvo|attack\w*|bombard\w*|used"
    r"|using|unleash\w*|hit|volley|swarm|struck|rained"
)
_INTERCEPT = (
    r"shot\s+down|shoot\w*\s+down|down(?:ed|ing|s)|destroy\w*|intercept\w*|neutrali[sz]ed|repell?ed"
    r"|brought\s+down|knocked\s+(?:down|out)"
    r"|suppressed|jammed|took\s+down|taken\s+down|foiled|thwarted"
)


def weapons(marked: str, numbers: Sequence[Count]) -> list[tuple[int, str]]:
    """Drones and missiles: what was done to them, by the verb that governs them."""
    found: list[tuple[int, str]] = []
    # "71 of 96 drones" shot down; "of the 42 missiles fired, 36 were intercepted"
    for match in re.finditer(
        rf"\x02(\d+)\x03\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?\x02(\d+)\x03{SHORT}\s+({DRONES}|{MISSILES})",
        marked,
        re.I,
    ):
        if re.search(rf"\b(?:{_INTERCEPT})\b", marked, re.I):
            kind = kind_of_weapon(match[3])
            found += [(int(match[1]), f"{kind}_intercepted"), (int(match[2]), f"{kind}_launched")]
    match_ = re.search(
        rf"\bof\s+(?:the\s+)?\x02(\d+)\x03{SHORT}\s+({DRONES}"
        rf"|{MISSILES})[^\x02]{{0,60}},\s+\x02(\d+)\x03\s+(?:were|was|had\s+been)\s+(?:{_INTERCEPT})",
        marked,
        re.I,
    )
    if match_:
        kind = kind_of_weapon(match_[2])
        found += [(int(match_[1]), f"{kind}_launched"), (int(match_[3]), f"{kind}_intercepted")]
    for match in re.finditer(
        rf"\x02\d+\x03{SHORT}\s+({DRONES}|{MISSILES})\b[^.;\x02]{{0,80}}\bof\s+(?:which"
        rf"|them)\s+\x02(\d+)\x03\s+(?:were|was|had\s+been)\s+(?:{_INTERCEPT})",
        marked,
        re.I,
    ):
        found.append((int(match[2]), f"{kind_of_weapon(match[1])}_intercepted"))
    for match in re.finditer(
        rf"\x02(\d+)\x03(?P<gap>{SHORT})\s+(?P<noun>{DRONES}|{MISSILES})\b(?P<rest>[^.;]*)", marked, re.I
    ):
        index = int(match[1])
        if re.match(rf"\s+and\s+(?:{DRONES}|{MISSILES})\b", match["rest"], re.I) or re.search(
            r"(?:%|per\s?cent)\s+of\s+(?:the\s+)?$", marked[: match.start()], re.I
        ):
            continue  # `300 drones and missiles`: how many of each is not said
        if re.match(
            r"[\s-](?:strikes?|attacks?|launch(?:ers?|es)|systems?|defen[cs]es?|tests?|sites?|parts?"
            r"|makers?|operators?)\b",
            match["rest"],
            re.I,
        ):
            continue
        if (model := re.search(r"\b([A-Z][a-z]+)\s$", marked[: match.start()])) and not re.match(
            rf"(?:{_LAUNCH}|{_INTERCEPT})$", model[1], re.I
        ):
            continue  # `a Mavic 3 drone`, `Shahed 136 drones`
        if numbers[index].currency or any(index == i for i, _ in found):
            continue
        kind = kind_of_weapon(match["noun"])
        if re.match(
            rf"(?:[\s-]\w+){{0,4}}?{AUX}\s+(?:were\s+|was\s+|had\s+been\s+"
            rf"|have\s+been\s+)?(?:all\s+)?(?:{_INTERCEPT})\b",
            match["rest"],
            re.I,
        ):
            found.append((index, f"{kind}_intercepted"))
            continue
        passive = re.match(
            r"(?:\s[\w’'-]+){0,3}?\s+(?:were|was|had\s+been|have\s+been|are)\s+(?:launched|fired|sent)\b",
            match["rest"],
            re.I,
        )
        hit = re.match(r"\s+(?:hit|struck|attacked|targeted|rained|were\s+aimed|headed)\b", match["rest"], re.I)
        if passive or hit:
            found.append((index, f"{kind}_launched"))
            continue
        before = marked[: match.start()]
        verbs = list(
            re.finditer(
                rf"\b(?P<up>{_LAUNCH})\b|\b(?P<down>{_INTERCEPT})\b|\b(?P<other>provid\w*|deliver\w*"
                rf"|receiv\w*|suppl\w*|promis\w*|pledg\w*|order\w*|buy|bought|purchas\w*|produc\w*|carry\w*"
                rf"|said|says|announc\w*)\b|[;.]",
                before,
                re.I,
            )
        )
        # The last verb governs; "said" ends the search only when nothing nearer was found.
        for verb in reversed(verbs):
            if verb[0] in ";.":
                break
            if verb["other"]:
                break
            if is_modal(before[: verb.start()]) or re.search(r"\b(?:hospital|convoy)\b", before[verb.end() :], re.I):
                break
            if verb["down"]:
                found.append((index, f"{kind}_intercepted"))
            elif (
                verb["up"].lower() in ("hit", "struck", "attack", "attacks", "attacked", "attacking")
                and " with " not in before[verb.end() :] + " "
                and not re.search(r"\b(?:of|with|using)\s+$", before)
            ) or (
                verb["up"].lower() in ("sent", "sending", "used", "using", "released", "release")
                and not re.search(r"overnight|attack|at\s|toward|against|strike", marked, re.I)
            ):
                break
            else:
                found.append((index, f"{kind}_launched"))
            break
    return found


def kind_of_weapon(noun: str) -> str:
    return "drones" if re.match(DRONES, noun, re.I) else "missiles"
