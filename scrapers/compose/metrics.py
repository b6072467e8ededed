"""Metrics: what does a number in a sentence count?

Rules over the sentence with its counted numbers replaced by marks, so that a rule reads as the phrase it is for.
Dates, ages and the like are gone before (see `counts`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scrapers.compose.counts import Count

#: Every metric and the words the reader sees for it.
METRICS = {
    "killed": "killed",
    "injured": "injured",
    "casualties": "killed or wounded",
    "captured": "captured",
    "missing": "missing",
    "displaced": "displaced",
    "evacuated": "evacuated",
    "detained": "detained",
    "freed": "freed",
    "abducted": "abducted",
    "rescued": "rescued",
    "hostages_held": "hostages held",
    "prisoners_exchanged": "prisoners exchanged",
    "bodies_found": "bodies found",
    "bodies_returned": "bodies returned",
    "drones_launched": "drones launched",
    "drones_intercepted": "drones intercepted",
    "missiles_launched": "missiles and rockets launched",
    "missiles_intercepted": "missiles and rockets intercepted",
    "strikes": "strikes",
    "clashes": "clashes",
    "homes_damaged": "buildings damaged",
    "troops": "troops sent",
    "aid_trucks": "aid trucks",
    "aid_money": "aid in money",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and what it counts."""

    count: Count
    metric: str
    #: Who or what is counted, in the text's words; None if the text leaves it at the number.
    who: str | None = None
    #: Part of another number of the sentence.
    part: bool = False


_N = r"\x02(?P<n>\d+)\x03"
_ANY = r"\x02\d+\x03"
_PEOPLE = (
    r"people|persons?|civilians?|men|women|man|woman|children|child|boys?|girls?|soldiers?|troops?|servicem[ae]n|service"
    r" members?|fighters?|militants?|rebels?|insurgents?|terrorists?|combatants?|officers?|police(?:m[ae]n)?|guards?|workers?"
    r"|journalists?|medics?|doctors?|nurses?|students?|pupils?|teachers?|residents?|villagers?|migrants?|refugees?|patients?"
    r"|worshippers?|prisoners?|detainees?|hostages?|captives?|inmates?|others?|victims?|citizens?|nationals?|foreigners?"
    r"|families|family|members?|personnel|staff|employees?|diplomats?|evacuees?|adults?|infants?|bab(?:y|ies)|teenagers?"
    r"|pilots?|sailors?|crew|paramedics?|rescuers?|firefighters?|protesters?|demonstrators?|activists?|suspects?|gunmen"
    r"|attackers?|assailants?|commanders?|generals?|leaders?|smugglers?|miners?|farmers?|herders?|passengers?|tourists?"
    r"|Palestinians|Israelis|Ukrainians|Russians|Syrians|Sudanese|Americans|Britons|Armenians|Lebanese|Indians"
    r"|Pakistanis|Iranians|Afghans|Somalis|Ethiopians|Rohingya|Yazidis|Kurds|Turks|Egyptians|Azerbaijanis|Yemenis"
    r"|Iraqis|Congolese|Haitians?|souls|defenders|conscripts|recruits|mercenaries|households|lives|wounded|dead|injured"
    r"|clerics|professionals|contractors|relatives|brothers|sisters|friends|inhabitants|peacekeepers|marines|reservists|PoWs|POWs"
)
_METRIC_VERB = (
    r"kill\w*|injur\w*|wound\w*|dead|died|dies|hurt|missing|captur\w*|displac\w*|evacuat\w*|detain\w*|arrest\w*|freed"
    r"|releas\w*|abduct\w*|kidnap\w*|rescu\w*|shot|fled|left|leaving"
)
_STOP = (
    rf"(?!(?:{_METRIC_VERB}|said|says|say|and|or|but|who|while|when|after|before|as|that|which|because|of\s\x02|if)\b)"
)
_GAP = rf"(?:\s+{_STOP}[^\s\x02,;:.!?()“”\"]+){{0,6}}"
_SHORT = rf"(?:\s+{_STOP}[^\s\x02,;:.!?()“”\"]+){{0,3}}"
_AUX = (
    r"(?:,?\s+(?:has|have|had|was|were|is|are|being|been|to\sbe|to\shave|also|reportedly|feared|believed|confirmed|reported|thought"
    r"|presumed|now|still|left|found|all|since|allegedly|being|known|estimated|declared|officially|already|both|more))*"
)
_OBJECT = r"(?:\s+(?:an?\s+(?:estimated|additional|further)|another|a\s+further|an\s+estimated|all|what|the|its|their|as\s+many\s+as|a\s+total\s+of|over))?"
_ONE_AND = r"(?:\s+an?\s+[\w’'-]+(?:\s[\w’'-]+){0,2}(?:,?\s+and)?)?"

_PARTICIPLES = {
    "killed": r"killed|dead|died|dies|die|slain|murdered|massacred|drowned|perished|assassinated|executed|beheaded|shot\s+dead"
    r"|lost\s+their\s+lives|shot\s+and\s+killed|stabbed\s+to\s+death|burned\s+to\s+death|burnt\s+to\s+death",
    "injured": r"(?:(?:seriously|badly|critically|severely|lightly|slightly)\s+)?(?:injured|wounded|hurt)|hospitali[sz]ed|taken\s+to\s+(?:the\s+)?hospital|treated",
    "missing": r"missing|unaccounted\s+for",
    "captured": r"captured|taken\s+prisoner|surrendered|taken\s+captive",
    "displaced": r"displaced|uprooted|(?:fled|left|abandoned|forced\s+from|driven\s+from|forced\s+out\s+of|forced\s+to\s+(?:flee|leave))\s+(?:from\s+)?their\s+homes?"
    r"|forced\s+to\s+flee|crossed\s+(?:into|the\s+border)|made\s+homeless|homeless",
    "evacuated": r"evacuated|airlifted",
    "detained": r"arrested|detained|rounded\s+up|taken\s+into\s+custody",
    "freed": r"freed|released",
    "abducted": r"abducted|kidnapped|taken\s+hostage",
    "rescued": r"rescued|pulled\s+alive|pulled\s+from|saved",
    "prisoners_exchanged": r"exchanged|swapped",
}
_ACTIVES = {
    "killed": r"kill(?:s|ed|ing)?|murder(?:s|ed|ing)|slaughter(?:s|ed|ing)|massacr(?:es|ed|ing)|shot\s+dead|shooting\s+dead|assassinat(?:es|ed|ing)"
    r"|claim(?:s|ed|ing)\s+the\s+lives\s+of|cost\s+the\s+lives\s+of|death\s+of|deaths\s+of",
    "injured": r"injur(?:es?|ed|ing)|wound(?:s|ed|ing)?|hurt(?:s|ing)?",
    "captured": r"captur(?:es|ed|ing)",
    "displaced": r"displac(?:es|ed|ing)|uproot(?:s|ed|ing)|forced|forces|forcing|driv(?:es|ing)|drove|driven",
    "evacuated": r"evacuat(?:es|ed|ing)|evacuation\s+of|airlift(?:s|ed|ing)|brought|brings",
    "detained": r"arrest(?:s|ed|ing)|detain(?:s|ed|ing)",
    "freed": r"fre(?:es|ed|eing)|releas(?:es|ed|ing)",
    "abducted": r"abduct(?:s|ed|ing)|kidnap(?:s|ped|ping|ped)|took\s+hostage",
    "rescued": r"rescu(?:es|ed|ing)|pull(?:ed|s|ing)|sav(?:es|ed|ing)",
    "prisoners_exchanged": r"exchang(?:es|ed|ing)|swap(?:s|ped|ping)|traded",
}
#: What must be counted for verbs that are also used of things ("captured three districts").
_NEEDS_PEOPLE = frozenset(("captured", "displaced", "evacuated", "freed", "rescued", "prisoners_exchanged", "abducted"))
_MODAL = re.compile(
    r"\b(?:would|could|may|might|will|can|should|must|to|not|never|if|'ll|cannot|wants?|about\s+to)(?:\s+(?:have|be|also|even))*\s*$",
    re.I,
)

_DRONES = r"(?:drones?|UAVs?|Shaheds?|unmanned|quadcopters?|loitering)"
_MISSILES = r"(?:missiles?|rockets?|Kinzhals?|Iskanders?|Kalibrs?|ATACMS|projectiles?)"
_LAUNCH = r"launch\w*|fire[sd]?|firing|sent|sending|released?|barrage|wave|salvo|attack\w*|bombard\w*|used|using|unleash\w*|hit|volley|swarm|struck|rained"
_INTERCEPT = (
    r"shot\s+down|shoot\w*\s+down|down(?:ed|ing|s)|destroy\w*|intercept\w*|neutrali[sz]ed|repell?ed|brought\s+down|knocked\s+(?:down|out)"
    r"|suppressed|jammed|took\s+down|taken\s+down|foiled|thwarted"
)
_AID_GIVE = (
    r"giv(?:es?|ing|en)|gave|provid\w+|pledg\w+|send(?:s|ing)?|sent|offer\w*|donat\w+|allocat\w+|approv\w+|announc\w+|commit\w*"
    r"|contribut\w+|grant\w*|deliver\w*|receiv\w+|secur\w+|unveil\w*|promis\w+|earmark\w*|disburs\w+|transfer\w*|agreed"
)
_AID_NOUN = r"aid|assistance|support|funding|package|grant|loan|donations?|relief|humanitarian|demining|reconstruction|air\s+defen[cs]e|weapons|ammunition|military|arms"
_NOT_AID = re.compile(
    r"\b(?:fine[ds]?|fined|cost|costs|worth\s+of\s+damage|budget|profit|revenue|appeal(?:ed|s|ing)?|need(?:s|ed)?|damages?|spent|lost|debt|tax|salary|ransom"
    r"|bail|bought|sold|price|valued|bounty|asked\s+for|seek(?:s|ing)?|sought|shortfall|stolen|owes?|earn|sales)\b",
    re.I,
)


def measured(text: str, start: int, end: int, numbers: Sequence[Count]) -> tuple[Measured, ...]:
    """What each number of the sentence counts; numbers that count nothing known are left out."""
    marked = _marked(text, start, end, numbers)
    if re.match(r"if\b|should\b", marked.strip('“"‘ '), re.I):
        return ()
    taken: dict[int, str] = {}
    for rule in _RULES:
        for index, metric in rule(marked, numbers):
            taken.setdefault(index, metric)
    _chained(marked, numbers, taken)
    parts = _parts(marked, taken)
    found = []
    for index, metric in sorted((taken | parts).items()):
        if metric == "":
            continue
        found.append(Measured(numbers[index], metric, _who(marked, index), index in parts))
    return tuple(found)


def _marked(text: str, start: int, end: int, numbers: Sequence[Count]) -> str:
    pieces = []
    at = start
    for index, count in enumerate(numbers):
        pieces.append(text[at : count.start])
        pieces.append(f"\x02{index}\x03")
        at = count.end
    pieces.append(text[at:end])
    return "".join(pieces)


Rule = Callable[[str, Sequence[Count]], list[tuple[int, str]]]
_RULES: list[Rule] = []


def _pattern(metric: str, pattern: str, check: Callable[[re.Match[str], str, Count], bool] | None = None) -> None:
    compiled = re.compile(pattern, re.I)

    def rule(marked: str, numbers: Sequence[Count]) -> list[tuple[int, str]]:
        found = []
        at = 0
        while match := compiled.search(marked, at):
            index = int(match["n"])
            count = numbers[index]
            money = count.currency is not None
            if money == (metric == "aid_money") and (check is None or check(match, marked, count)):
                found.append((index, metric))
            at = max(match.start() + 1, min(match.end(), match.end("n")))
        return found

    _RULES.append(rule)


def _not_modal(match: re.Match[str], marked: str, count: Count) -> bool:
    return not _MODAL.search(marked[: match.start()])


def _with_people(match: re.Match[str], marked: str, count: Count) -> bool:
    follows = re.match(
        rf"(?:\s+(?!of\b){_STOP}[^\s\x02,;:.()]+){{0,5}}?\s+(?:{_PEOPLE})\b", marked[match.end("n") + 1 :], re.I
    )
    return _not_modal(match, marked, count) and follows is not None


def _many(match: re.Match[str], marked: str, count: Count) -> bool:
    return count.value is None or count.value >= 100


# Tolls: "the death toll rose from 11 to 15"
_pattern("", rf"\b(?:from|of)\s+{_N}\s+to\s+{_ANY}")
for _metric, _noun in (
    ("injured", r"number\s+of\s+(?:the\s+)?(?:people\s+|those\s+)?(?:wounded|injured)|injury\s+toll"),
    ("casualties", r"casualties|losses"),
    ("missing", r"number\s+of\s+(?:the\s+)?missing"),
    ("displaced", r"number\s+of\s+(?:internally\s+)?(?:displaced|refugees)"),
    (
        "killed",
        r"death\s+toll|\btoll|number\s+of\s+(?:the\s+)?(?:dead|deaths|fatalities|victims|people\s+killed|those\s+killed|civilian\s+deaths)"
        r"|\bdeaths|fatalities",
    ),
):
    _pattern(
        _metric,
        rf"\b(?:{_noun})\b(?:(?!\b(?:said|says|injured|wounded|kill\w+|after|including|when|missing)\b)[^\x02;.,]){{0,120}}?(?:\b(?:to|at|of|is|was|reached|reaches|hits?|passes|number|numbered|now|has|by)|:)\s+(?:from\s+{_ANY}\s+to\s+)?{_N}",
    )
    _pattern(_metric, rf"\b(?:{_noun})\s+(?:rises?\s+to\s+|has\s+|have\s+)?{_N}")
_pattern("killed", rf"{_N}{_SHORT}\s+(?:deaths?|fatalities)\b")
_pattern("killed", rf"(?:claimed|cost|taken|took)\s+{_N}\s+(?:\w+\s+){{0,2}}lives\b")

# Killed and wounded in one number
_pattern("casualties", rf"{_N}{_GAP}{_AUX}\s+(?:were\s+)?(?:killed|dead)\s+(?:or|and|and/or)\s+(?:wounded|injured)\b")
_pattern("casualties", rf"{_N}{_SHORT}\s+casualties\b")
_pattern(
    "casualties",
    rf"\b(?:lost|loses|losing)\s+{_N}\s+(?:\w+\s+){{0,2}}(?:troops|soldiers|personnel|servicemen|military)\b",
)
_pattern("casualties", rf"\bkilled\s+(?:or|and)\s+(?:wounded|injured){_OBJECT}\s+{_N}")
_pattern("killed", rf"\b(?:lost|loses)\s+{_N}\s+(?:\w+\s+)?(?:rebels|fighters|militants|members)\b")

# "left five dead and 11 wounded", "leaving 30 missing"
for _metric in ("killed", "injured", "missing", "displaced"):
    _pattern(_metric, rf"\b(?:left|leaves?|leaving){_OBJECT}\s+{_N}{_GAP}\s+(?:{_PARTICIPLES[_metric]})\b")

# Bodies
_pattern(
    "bodies_returned",
    rf"(?:return\w*|repatriat\w*|brought\s+home|hand\w*\s+over|receiv\w*)\s+(?:the\s+)?(?:bodies|remains)\s+of\s+{_N}",
)
_pattern("bodies_returned", rf"(?:received|repatriated|returned)\s+(?:the\s+)?{_N}\s+bodies\b")
_pattern("bodies_found", rf"\b(?:bodies|remains)\s+of(?:\s+the)?\s+{_N}")
_pattern("bodies_found", rf"{_N}\s+(?:\w+\s+)?(?:dead\s+)?bodies\b", _not_modal)

# Hostages and prisoners
_pattern(
    "hostages_held",
    rf"{_N}{_GAP}{_AUX}\s+(?:(?:are|were|is)\s+)?(?:still\s+)?(?:held\b|in\s+captivity|remain(?:s|ed|ing)?\s+(?:in\s+captivity|captive|hostage|in\s+Gaza))",
)
_pattern("prisoners_exchanged", rf"\b(?:exchanges?|swaps?)\s+(?:of|involving)\s+{_N}", _with_people)
_pattern(
    "freed",
    rf"\b(?:in\s+(?:return|exchange)\s+for)\s+{_N}\s+(?:\w+\s+){{0,2}}(?:prisoners|hostages|detainees|captives)\b",
)
_pattern(
    "prisoners_exchanged", rf"{_N}{_SHORT}\s+(?:prisoners|PoWs|POWs|captives){_GAP}\s+(?:came\s+home|returned\s+home)"
)
_pattern(
    "prisoners_exchanged",
    rf"{_N}\s+(?:prisoners|PoWs|POWs|captives|servicemen|soldiers)(?:\s+of\s+war)?\s+(?:each|apiece)\b",
)
_pattern("captured", rf"\b(?:took|taken|taking)\s+{_N}{_GAP}\s+(?:prisoner|captive)\b")
_pattern("abducted", rf"\b(?:took|taken|taking)\s+{_N}{_GAP}\s+hostage\b")
_pattern("displaced", rf"{_N}{_GAP}{_AUX}\s+(?:fled|fleeing|sought\s+refuge)\b", _many)
_pattern("displaced", rf"{_N}\s+(?:\w+\s+){{0,2}}(?:have|had)\s+left\s+[A-Z]", _many)

for _metric, _verbs in _ACTIVES.items():
    _pattern(
        _metric,
        rf"\b(?:{_verbs}){_ONE_AND}{_OBJECT}\s+{_N}(?!\s+(?:dogs|cows|sheep|birds|animals|horses|goats|cattle|camels|bills?)\b)"
        + (rf"{_GAP}\s+(?:from|out\s+of)\s+their\s+homes" if _metric == "displaced" and False else ""),
        {True: _with_people, False: _not_modal}[_metric in _NEEDS_PEOPLE],
    )
for _metric, _words in _PARTICIPLES.items():
    _pattern(
        _metric,
        rf"{_N}{_GAP}{_AUX}\s+[\"“‘]?(?:{_words})\b",
        (
            lambda match, marked, count: (
                re.search(rf"\b(?:{_PEOPLE})\b|^\x02\d+\x03\s*(?:has|have|was|were)", match[0], re.I) is not None
            )
        )
        if _metric in ("captured", "freed", "rescued", "prisoners_exchanged", "evacuated", "missing")
        and _metric != "missing"
        else None,
    )

_pattern("clashes", rf"{_N}\s+(?:\w+\s+)?(?:clashes|engagements)\b")
_pattern(
    "strikes",
    rf"\b(?:carried\s+out|conducted|launched|carrying\s+out|carries\s+out)\s+{_N}\s+(?:\w+\s+)?(?:air\s*strikes|airstrikes|strikes|attacks|raids)\b",
)
_pattern("strikes", rf"\b(?:hit|struck)\s+{_N}\s+(?:\w+\s+)?targets\b")
_pattern(
    "homes_damaged",
    rf"{_N}{_SHORT}\s+(?:houses|homes|buildings|blocks|apartments|dwellings){_AUX}\s+(?:were\s+)?(?:damaged|destroyed|burn\w+|flattened)",
)
_pattern(
    "homes_damaged",
    rf"\b(?:damag(?:ed|ing|es)|destroy(?:ed|ing|s)){_OBJECT}\s+{_N}{_SHORT}\s+(?:houses|homes|buildings|blocks|apartments|dwellings)\b",
    _not_modal,
)
_pattern(
    "troops",
    rf"\b(?:sen[dt]s?|deploy\w*|sending|dispatch\w*)\s+{_N}\s+(?:\w+\s+){{0,2}}(?:troops|soldiers|peacekeepers)\b",
)
_pattern("troops", rf"{_N}\s+(?:\w+\s+){{0,2}}(?:troops|soldiers|peacekeepers){_AUX}\s+(?:sent|deployed|dispatched)\b")
_pattern("aid_trucks", rf"(?<!of ){_N}\s+(?:\w+\s+)?(?:trucks|lorries)\b{_GAP}\s+(?:reached|entered|arrived|crossed)")


def _weapons(marked: str, numbers: Sequence[Count]) -> list[tuple[int, str]]:
    """Drones and missiles: what was done to them, by the verb that governs them."""
    found: list[tuple[int, str]] = []
    # "71 of 96 drones" shot down; "of the 42 missiles fired, 36 were intercepted"
    for match in re.finditer(
        rf"\x02(\d+)\x03\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?\x02(\d+)\x03{_SHORT}\s+({_DRONES}|{_MISSILES})",
        marked,
        re.I,
    ):
        if re.search(rf"\b(?:{_INTERCEPT})\b", marked, re.I):
            kind = _kind(match[3])
            found += [(int(match[1]), f"{kind}_intercepted"), (int(match[2]), f"{kind}_launched")]
    match_ = re.search(
        rf"\bof\s+(?:the\s+)?\x02(\d+)\x03{_SHORT}\s+({_DRONES}|{_MISSILES})[^\x02]{{0,60}},\s+\x02(\d+)\x03\s+(?:were|was|had\s+been)\s+(?:{_INTERCEPT})",
        marked,
        re.I,
    )
    if match_:
        kind = _kind(match_[2])
        found += [(int(match_[1]), f"{kind}_launched"), (int(match_[3]), f"{kind}_intercepted")]
    for match in re.finditer(
        rf"\x02(\d+)\x03(?P<gap>{_SHORT})\s+(?P<noun>{_DRONES}|{_MISSILES})\b(?P<rest>[^.;]*)", marked, re.I
    ):
        index = int(match[1])
        if numbers[index].currency or any(index == i for i, _ in found):
            continue
        kind = _kind(match["noun"])
        if re.match(
            rf"(?:[\s-]\w+){{0,4}}?{_AUX}\s+(?:were\s+|was\s+|had\s+been\s+|have\s+been\s+)?(?:all\s+)?(?:{_INTERCEPT})\b",
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
                rf"\b(?P<up>{_LAUNCH})\b|\b(?P<down>{_INTERCEPT})\b|\b(?P<other>provid\w*|deliver\w*|receiv\w*|suppl\w*|promis\w*|pledg\w*|order\w*|buy|bought|purchas\w*|produc\w*|carry\w*|said|says|announc\w*)\b|[;.]",
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
            if _MODAL.search(before[: verb.start()]) or re.search(
                rf"\b(?:hospital|convoy)\b", before[verb.end() :], re.I
            ):
                break
            if verb["down"]:
                found.append((index, f"{kind}_intercepted"))
            elif (
                verb["up"].lower() in ("hit", "struck", "attack", "attacks", "attacked", "attacking")
                and " with " not in before[verb.end() :] + " "
                and not re.search(r"\b(?:of|with|using)\s+$", before)
            ):
                break
            elif verb["up"].lower() in ("sent", "sending", "used", "using", "released", "release") and not re.search(
                r"overnight|attack|at\s|toward|against|strike", marked, re.I
            ):
                break
            else:
                found.append((index, f"{kind}_launched"))
            break
    return found


def _kind(noun: str) -> str:
    return "drones" if re.match(_DRONES, noun, re.I) else "missiles"


_RULES.insert(0, _weapons)


def _aid(marked: str, numbers: Sequence[Count]) -> list[tuple[int, str]]:
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
            re.match(rf"[\s(]*$", before[-2:])
            and before.rstrip().endswith("(")
            and index
            and numbers[index - 1].currency
        ):
            continue  # "150 million euros ($156 million)": the same money again
        if (
            noun
            and (gives or passive)
            or strong
            or (noun and re.match(rf"\x02\d+\x03\s+(?:\w+\s+){{0,2}}(?:aid|assistance)", after, re.I))
        ):
            found.append((index, "aid_money"))
    return found


_RULES.append(_aid)

_JOIN = re.compile(
    rf"^(?:\s+{_STOP}[^\s\x02;:.!?()“”\"]+){{0,5}}?(?:,)?\s+(?:and|as\s+well\s+as)(?:\s+(?:another|a\s+further))?\s+$|^(?:\s+{_STOP}[^\s\x02,;:.]+){{0,4}},\s+$",
    re.I,
)
_CHAINED = frozenset(
    (
        "killed",
        "injured",
        "captured",
        "evacuated",
        "detained",
        "freed",
        "abducted",
        "missing",
        "rescued",
        "prisoners_exchanged",
        "missiles_launched",
        "drones_launched",
        "missiles_intercepted",
        "drones_intercepted",
    )
)


def _chained(marked: str, numbers: Sequence[Count], taken: dict[int, str]) -> None:
    """`killed three soldiers and seven militants`: a number beside a counted one, joined by "and", counts the same."""
    place = {index: marked.index(f"\x02{index}\x03") for index in range(len(numbers))}
    for index in range(len(numbers) - 1):
        a, b = index, index + 1
        if (a in taken) == (b in taken) or numbers[a].currency or numbers[b].currency:
            continue
        known = taken.get(a) or taken.get(b)
        if not known or known not in _CHAINED:
            continue
        between = marked[place[a] + len(f"\x02{a}\x03") : place[b]]
        if not _JOIN.match(between):
            continue
        new = b if a in taken else a
        rest = marked[place[new] + len(f"\x02{new}\x03") :]
        noun = re.match(
            rf"(?:\s+{_STOP}[^\s\x02,;:.()]+){{0,3}}?\s+(?P<noun>{_PEOPLE}|{_DRONES}|{_MISSILES})\b", rest, re.I
        )
        if noun is None:
            continue
        weapon = re.fullmatch(rf"{_DRONES}|{_MISSILES}", noun["noun"], re.I)
        if bool(weapon) != (known.startswith(("drones", "missiles"))):
            continue
        taken[new] = f"{_kind(noun['noun'])}_{known.split('_')[1]}" if weapon else known


_SUBSET = re.compile(
    r"(?:\bincluding|\bamong\s+them|\bof\s+whom|\bof\s+them|\bamong\s+whom|\bmost\s+of\s+them|\bwith|\bcounting)\s+(?:at\s+least\s+)?$|^$"
)


def _parts(marked: str, taken: dict[int, str]) -> dict[int, str]:
    """`killed 12, including four children`: the four count among the twelve."""
    parts: dict[int, str] = {}
    for match in re.finditer(
        rf"\b(?:including|among\s+them|among\s+whom)\s+(?:\w+\s+){{0,2}}?{_ANY}(?:[^,;.\x02]*?(?:\band\b|,)\s+{_ANY})*",
        marked,
        re.I,
    ):
        for number in re.finditer(r"\x02(\d+)\x03", match[0]):
            index = int(number[1])
            earlier = [metric for i, metric in sorted(taken.items()) if i < index and metric and i not in parts]
            later = [metric for i, metric in sorted(taken.items()) if i > index and metric]
            metric = taken.get(index) or (earlier[-1] if earlier else later[0] if later else None)
            if metric and not metric.endswith("money"):
                parts[index] = metric
    for match in re.finditer(r"\x02(\d+)\x03\s+(?:of\s+(?:them|whom|those|the\s+\w+))\b", marked):
        index = int(match[1])
        earlier = [metric for i, metric in sorted(taken.items()) if i < index and metric]
        if earlier:
            parts[index] = earlier[-1]
    return parts


def _who(marked: str, index: int) -> str | None:
    after = marked[marked.index(f"\x02{index}\x03") + len(f"\x02{index}\x03") :]
    match = re.match(
        rf"(?P<who>(?:\s+{_STOP}[^\s\x02,;:.()]+){{0,3}}?\s+(?:{_PEOPLE}|{_DRONES}|{_MISSILES}|buildings|houses|homes)(?:\s+(?!dead|injured|wounded|lives)(?:{_PEOPLE}))?)\b",
        after,
        re.I,
    )
    if match is None:
        return None
    who = match["who"].strip()
    return None if re.match(r"(?:were|was|have|has|had|are|is|more)\b", who, re.I) else who
