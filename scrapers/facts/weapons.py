"""Weapons: how many drones and missiles were launched, and how many intercepted?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrapers.facts.counts import Count
from scrapers.facts.marks import AUX, DRONES, MISSILES, SHORT, is_modal

_LAUNCH = (
    r"launch\w*|fire[sd]?|firing|sent|sending|released?|barrage|wave|salvo|attack\w*|bombard\w*|used"
    r"|using|unleash\w*|hit|volley|swarm|struck|rained|lobb\w+|hurl\w*|loos\w+|pound\w*|pelt\w*|pummel\w*|direct(?:s|ed)|aimed"
)
_INTERCEPT = (
    r"shot\s+down|shoot\w*\s+down|down(?:ed|ing|s)|destroy\w*|intercept\w*|neutrali[sz]ed|repell?ed"
    r"|brought\s+down|bring\w*\s+down|knocked\s+(?:down|out)|suppressed|jammed|took\s+down|taken\s+(?:down|out)|foiled"
    r"|thwarted|stopped|swatted|blasted\s+out|blown\s+out|fended\s+off|shot\s+out\s+of\s+the\s+sky|halted|blocked"
)
_BEEN = r"(?:were|was|had\s+been|have\s+been|are)\s+(?:\w+\s+)?"
#: What a drone or a missile itself does when it is sent.
_CAME = (
    r"hit|hits|struck|attacked|targeted|rained|were\s+aimed|headed|swooped|slammed|crashed|landed|fell|flew|crossed"
    r"|entered|rammed|smashed|exploded|violated|streaked|raced|approached"
)
_NUMBER_OF = re.compile(
    rf"\bnumber\s+of\s+(?:\w+\s+){{0,2}}?(?P<noun>{DRONES}|{MISSILES})\b(?P<verb>[^;.\x02]{{0,80}}?)"
    rf"(?:\bat|\bto|\bwas|\bis|\breached|\bexceeded|\bpassed)\s+\x02(?P<n>\d+)\x03",
    re.I,
)
_OUT_OF = re.compile(
    rf"\x02(?P<part>\d+)\x03{SHORT}\s+(?P<noun>{DRONES}|{MISSILES})\s+(?:out\s+)?of\s+(?:the\s+|a\s+total\s+of\s+)?"
    rf"\x02(?P<whole>\d+)\x03",
    re.I,
)
#: "seven rockets out of a salvo of 34 got through"
_OF_A_SALVO = re.compile(
    rf"(?P<noun>{DRONES}|{MISSILES})\s+(?:out\s+)?(?:of|in|from)\s+(?:a|the|that)\s+(?:\w+\s+)?"
    r"(?:salvo|volley|barrage|swarm|wave)\s+of\s+\x02(?P<n>\d+)\x03(?=\s*(?:[,.;]|$|(?:got|hit|struck|reached|landed|fell|made|came"
    r"|were|was|had|have|broke|slipped|fired|launched|penetrated)\b))",
    re.I,
)
#: "89 were downed": of the weapons told of before
_NO_NOUN = re.compile(
    rf"\x02(?P<n>\d+)\x03(?:\s+of\s+(?:them|these|those|which))?\s+{_BEEN}(?P<verb>{_INTERCEPT})", re.I
)
#: Not shot down, or never in the air.
_NOT_DONE = re.compile(
    rf"\b(?:fail(?:s|ed|ing)?\s+to|unable\s+to|could\s+not|did\s+not|were\s+not|was\s+not|n[’']t)\s+(?:\w+\s+)?(?:{_INTERCEPT})"
    r"|\b(?:shot\s+down|intercepted|downed)\s+all\s+but\b|\ball\s+but\s+\x02"
    r"|\b(?:prevent|foil|thwart)\w*\s+(?:the\s+)?(?:launch|firing)\b|\bbefore\s+(?:they|it)\s+(?:were|was|could\s+be)\b"
    r"|\bdestroy\w*[^;.]{0,60}\b(?:in|inside|at|on)\s+(?:an?|the|its|their)\s+(?:\w+\s+){0,2}?(?:factory|depot|warehouse|workshop"
    r"|hangar|airfield|ground|runway|stockpile|storage)\b",
    re.I,
)
_WEAPON = re.compile(rf"\b(?:{DRONES}|{MISSILES})\b", re.I)


def weapons(marked: str, numbers: Sequence[Count]) -> list[tuple[int, str]]:
    """Drones and missiles: what was done to them, by the verb that governs them."""
    if _NOT_DONE.search(marked):
        return []
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
    for match in _NUMBER_OF.finditer(marked):
        kind = kind_of_weapon(match["noun"])
        if re.search(rf"\b(?:{_INTERCEPT})\b", match["verb"], re.I):
            found.append((int(match["n"]), f"{kind}_intercepted"))
        elif re.search(rf"\b(?:{_LAUNCH})\b", match["verb"], re.I):
            found.append((int(match["n"]), f"{kind}_launched"))
    for match in _OUT_OF.finditer(marked):
        if re.search(rf"\b(?:{_INTERCEPT})\b", marked, re.I):
            kind = kind_of_weapon(match["noun"])
            found += [(int(match["part"]), f"{kind}_intercepted"), (int(match["whole"]), f"{kind}_launched")]
    for match in _OF_A_SALVO.finditer(marked):
        found.append((int(match["n"]), f"{kind_of_weapon(match['noun'])}_launched"))
    for match in _NO_NOUN.finditer(marked):
        nouns = _WEAPON.findall(marked, 0, match.start())
        if nouns:
            found.append((int(match["n"]), f"{kind_of_weapon(nouns[-1])}_intercepted"))
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
        apart = re.match(
            r",\s(?:\x02\d+\x03|some|most|many|several|all|both|half)\sof\s(?:which|them)\b[^,;.]{2,60},\s+"
            rf"(?:{_BEEN}(?:(?P<down>{_INTERCEPT})|(?P<up>launched|fired|sent|aimed))|(?P<came>{_CAME}))\b",
            match["rest"],
            re.I,
        )
        if apart:
            found.append((index, f"{kind}_{'intercepted' if apart['down'] else 'launched'}"))
            continue
        passive = re.match(
            r"(?:\s[\w’'-]+){0,3}?\s+(?:were|was|had\s+been|have\s+been|are)\s+(?:launched|fired|sent)\b",
            match["rest"],
            re.I,
        )
        hit = re.match(rf"(?:\s+(?:also|then|have|had|\w+ly))?\s+(?:{_CAME})\b", match["rest"], re.I)
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
                and not re.search(r"\b(?:of|with|using|by|from|involving)\s+$", before)
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
