"""Counted strikes: how many strikes and clashes, homes wrecked, troops sent, trucks let in?"""

from __future__ import annotations

import re
from functools import partial

from scrapers.facts.done_to_people import not_modal
from scrapers.facts.marks import AUX, OBJECT, SHORT, N, is_modal
from scrapers.facts.phrasing import Rule, add

_rules: list[Rule] = []
_add = partial(add, _rules)

_FLEW = (
    r"carr(?:ied|y|ies|ying)\s+out|conduct(?:s|ed|ing)?|launch(?:es|ed|ing)?|stag(?:ed|es|ing)|mount(?:ed|s|ing)"
    r"|fl(?:ew|own|ies|ying)|record(?:s|ed)?|counted|logged|documented|registered|deliver(?:ed|s)|perform(?:ed|s)|made"
)
_RAIDS = (
    r"(?:air\s*strikes|airstrikes|air\s+raids|air\s+attacks|sorties|strikes|attacks|raids|bombardments"
    r"|(?:missile|drone|rocket|artillery)\s+(?:strikes|attacks))"
)
_AIR = r"(?:(?:air|missile|drone|rocket|bombing)\s*(?:strikes|raids|attacks)|sorties|bombardments)"
_add("strikes", rf"\b(?:{_FLEW}){OBJECT}\s+{N}\s+(?:(?!and\b)[\w-]+\s+){{0,2}}?{_RAIDS}\b", not_modal)
_add("strikes", rf"\bthere\s+(?:were|had\s+been|have\s+been)(?:\s+(?:just|only))?{OBJECT}\s+{N}\s+(?:\w+\s+)?{_AIR}\b")
_add(
    "strikes",
    rf"{N}\s+(?:\w+\s+)?{_AIR}(?:\s+(?:on|against|in|across)\s+[^;,.\x02]{{1,40}}?)?{AUX}\s+"
    r"(?:carried\s+out|conducted|launched|recorded|reported|registered|documented|flown|hit|struck|pounded)\b",
)
_add(
    "strikes",
    rf"\b(?:hit|struck|hits|bombed|pounded|attacked|shelled|striking|hitting|targeted){OBJECT}\s+{N}\s+(?:\w+\s+){{0,2}}?"
    r"(?:targets|sites|facilities|objects)\b",
    not_modal,
)
_add(
    "strikes",
    rf"{N}\s+attacks{AUX}\s+(?:reported|recorded|registered|documented)\s+on\s+(?:\w+\s+){{0,3}}"
    r"(?:areas|settlements|towns|villages|positions|communities|districts)\b",
)
_add(
    "clashes",
    rf"{N}\s+(?:(?:combat|armed|military|ground|fierce|separate|new|more)\s+){{0,2}}"
    r"(?:clashes|engagements|battles|firefights|skirmishes|gun\s*battles)\b",
)
_add(
    "clashes",
    rf"\b(?:repel\w*|repuls\w+|beat(?:en)?\s+(?:back|off)){OBJECT}\s+{N}\s+(?:\w+\s+){{0,2}}?assaults\b",
    not_modal,
)
_HOMES = (
    r"(?:houses|homes|buildings|(?:apartment\s+|tower\s+)?blocks|apartments|dwellings|flats|huts|shelters|properties"
    r"|structures)"
)
_HOME_WORDS = re.compile(_HOMES, re.I)
_WRECK = (
    r"damag(?:ed|ing|es)|destroy(?:ed|ing|s)|torch(?:ed|es|ing)|raz(?:ed|es|ing)|level+(?:ed|s|ing)|flatten(?:ed|s|ing)"
    r"|wreck(?:ed|s|ing)|gut(?:ted|s|ting)|demolish(?:ed|es|ing)|bulldoz(?:ed|es|ing)|burn(?:ed|t|s|ing)(?:\s+down)?"
    r"|(?:knock|tear|pull)(?:ed|s|ing)?\s+down|tore\s+down|(?:set\s+)?fire\s+to|blew\s+up|ruined"
)
_WRECKED = (
    r"damaged|destroyed|burn(?:ed|t)\w*|flattened|torched|razed|level+ed|wrecked|gutted|demolished|bulldozed"
    r"|(?:knocked|torn|pulled)\s+down|(?:reduced|turned)\s+to\s+(?:rubble|ashes|ruins)|in\s+ruins|set\s+(?:on\s+fire|ablaze)"
    r"|blown\s+up|ruined|uninhabitable|collapsed"
)
_add(
    "homes_damaged",
    rf"{N}{SHORT}\s+{_HOMES}(?:\s+in\s+[A-Z]\w+)?{AUX}\s+(?:were\s+)?(?:\w+ly\s+)?(?:{_WRECKED})",
    where=_HOME_WORDS,
)
_add(
    "homes_damaged",
    rf"{N}{SHORT}\s+{_HOMES}(?:\s+in\s+(?:the\s+)?\w+)?{AUX}\s+(?:suffered|sustained)\s+(?:\w+\s+){{0,2}}damage\b",
    where=_HOME_WORDS,
)
_add("homes_damaged", rf"\b(?:{_WRECK}){OBJECT}\s+{N}{SHORT}\s+{_HOMES}\b", not_modal, where=_HOME_WORDS)
_add(
    "homes_damaged",
    rf"\b(?:damage\s+to|destruction\s+of|demolition\s+of){OBJECT}\s+{N}{SHORT}\s+{_HOMES}\b",
    not_modal,
    where=_HOME_WORDS,
)
_FORCES = (
    r"(?:troops|soldiers|peacekeepers|marines|paratroopers|(?:military\s+)?personnel"
    r"|police(?:\s+officers)?|policemen|reservists)"
)
_add(
    "troops",
    rf"\b(?:sen[dt]s?|deploy\w*|sending|dispatch\w*){OBJECT}\s+{N}\s+(?:[\w-]+\s+){{0,2}}{_FORCES}\b",
    lambda match, marked, count: (
        not_modal(match, marked, count)
        or re.match(r"[A-Z]\w+(?:\s[A-Z]\w+)?\s+to\s+$", marked[: match.start()]) is not None
    ),  # a headline's "Poland to send" announces it
)
_add("troops", rf"{N}\s+(?:[\w-]+\s+){{0,2}}{_FORCES}{AUX}\s+(?:sent|deployed|dispatched)\b", not_modal)
_TRUCKS = r"(?:trucks?|lorr(?:y|ies)|truckloads?|lorry-?loads?)"
_TRUCK_WORDS = re.compile(_TRUCKS, re.I)
_AS_CARGO = r"(?:\s+(?!(?:wait\w*|stuck|stranded|queu\w+|were|have|had|need\w*|turn\w*|remain\w*)\b)[^\s\x02;:.!?()]+)"
_CAME = r"(?:reached|enter(?:ed|ing|s)|arriv(?:ed|ing|es)|cross(?:ed|ing|es)|rolled|drove|passed|made\s+it|got)"
_add(
    "aid_trucks",
    rf"(?<!\x03 of ){N}\s+(?:[\w-]+\s+){{0,2}}?{_TRUCKS}\b(?:{_AS_CARGO}|\s+\x02\d+\x03){{0,12}}?"
    rf"(?:\s+(?:have|had))?\s+{_CAME}\b",
    not_modal,
    where=_TRUCK_WORDS,
)
_add(
    "aid_trucks",
    rf"{N}\s+(?:[\w-]+\s+){{0,2}}?{_TRUCKS}\b{_AS_CARGO}{{0,6}}?(?:\s+(?:was|were|have\s+been|had\s+been|been))?\s+"
    r"(?:allowed|let|permitted|waved|sent)\s+(?:through|in|into|across)\b",
    not_modal,
    where=_TRUCK_WORDS,
)
_add(
    "aid_trucks",
    rf"\b(?:(?:let|lets|letting|allowed|allows|admitted|waved)(?:\s+(?:in|through))?|brought|sent|delivered)"
    rf"{OBJECT}\s+{N}\s+(?:[\w-]+\s+){{0,2}}?{_TRUCKS}\b(?=[^;.]{{0,60}}\b(?:in|into|through|aid|enter|food|to|across)\b)",
    not_modal,
    where=_TRUCK_WORDS,
)

RULES: tuple[Rule, ...] = tuple(_rules)

_ARMS = re.compile(
    r"\b(?:drones?|missiles?|rockets?|shell\w*|bomb\w*|air\w*|artillery|raids?|jets|Russian?s?|Israeli?|army|forces)\b",
    re.I,
)
_BOMBED = re.compile(
    r"\b(?:shell|bomb|str[iu]ck|hit|attack|raid|pound|bombard|target|fired?\s+(?:at|on)|under\s+(?:fire|attack))[a-z]*\b"
    r"[^;:.]{0,90}$",
    re.I,
)


def bombed_so_often(before: str, after: str) -> bool:
    """`Nikopol was shelled nine (times)`: do the words on both sides of the number tell of so many strikes?"""
    match = _BOMBED.search(before)
    if match is None or re.match(r"\s+times\s+(?:as|more|less|the|bigger|larger|higher|that|since\s+he)\b", after):
        return False
    if re.search(
        r"\b(?:she|he|who|victim|man|woman|boy|girl|teen)\s+(?:was|were|had\s+been)\s*$", before[: match.start()], re.I
    ):
        return False  # bullets
    verb = match[0].split()[0].lower()
    if verb in ("struck", "hit") and _ARMS.search(before + after) is None:
        return False  # a man hit by bullets
    return not is_modal(before[: match.start()]) and verb.endswith(("ed", "ck", "hit", "under", "at", "on"))
