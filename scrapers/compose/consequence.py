"""Consequence: what did it do, as the tail of a sentence tells (`…, killing 10 policemen and their driver`)?"""

from __future__ import annotations

import re

from scrapers.compose.newsverbs import FINITE

#: Words of the tail at most.
MOST = 12
_DID = {
    "killing": "killed",
    "injuring": "injured",
    "wounding": "wounded",
    "leaving": "left",
    "damaging": "damaged",
    "destroying": "destroyed",
    "hitting": "hit",
    "striking": "struck",
    "causing": "caused",
    "capturing": "captured",
    "seizing": "seized",
    "displacing": "displaced",
}
_ING = "|".join(_DID)
_TAIL = re.compile(
    rf",\s(?P<ing>{_ING})\s(?P<what>[^,;:—–()“”\"]{{3,90}}?)(?=,|[.]?$|[.]\s"
    r"|\s(?:as(?!\swell)|while|amid|after|since|before|when|in\sthe\s(?:first|latest|biggest|worst))\s)"
)
#: What was done to the subject: it is not what did the rest.
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|be|being)\s(?:\w+ly\s)?\w+(?:ed|en|wn|nt|ck|ot|it)\b")
#: Who slept or fled in another clause did not do it; nor did who ran over a mine.
_HANGING = re.compile(r"\b(?:as|after|while|before|when|since)\b|\bhit an? (?:\w+ )?(?:bomb|mine|landmine)\b")
_A_LIST = re.compile(r",\s(?:[\w’-]+\s){1,5}(?:and|or)\s")
#: `10 policemen and their driver`: theirs of whom is told.
_THEIRS = re.compile(r"\b(\w+(?:s|men)) and their\b")
#: Somebody speaks of another's deed: "accused Norland of shelling a town, killing two".
_OF_ANOTHER = re.compile(
    r"\b(?:accus|den(?:y|ies|ied)|condemn|blam|denounc|claim|alleg|critici|decri|deplor|mourn|warn|urg|sa(?:y|id)|told|tell"
    r"|report|investigat|witness|survived|confirm|announc|suffer|fac(?:e|ed|es)|saw|see|endur|experienc)\w*\b"
)
_NOT_TOLD = re.compile(
    r"\b(?:he|she|it|they|his|her|its|him|them|who|which|that|others?|this|these|what|as well)\b"
    r"|\b(?!(?:\w*thing|morning|evening|buildings?)\b)\w+ing\b"
)
_LEFT = re.compile(r"\b(?:dead|injured|wounded|missing|homeless|trapped|stranded)\b")


def with_what_it_did(clause: str, sentence: str) -> str | None:
    """The clause and, joined by "and", what its sentence says it did; None where that is not sure.

    `A bomb went off in Koravets` of `A bomb went off in Koravets, killing two guards.` becomes
    `A bomb went off in Koravets and killed two guards`.
    """
    behind = " ".join(clause.split()[-3:])
    found = next((each for each in _TAIL.finditer(sentence) if sentence[: each.start()].endswith(behind)), None)
    if (
        found is None
        or _OF_ANOTHER.search(clause)
        or _PASSIVE.search(clause)
        or _HANGING.search(clause)
        or _A_LIST.search(sentence[found.end("what") :])
        or "," in clause
        or " and " in clause[-25:]
    ):
        return None
    what = re.sub(rf"\band ({_ING})\b", lambda more: f"and {_DID[more[1]]}", found["what"]).strip(" .")
    if len(what.split()) > MOST or _NOT_TOLD.search(_THEIRS.sub(r"\1 and", what)):
        return None
    if found["ing"] == "leaving" and not _LEFT.search(what):
        return None
    if any(word in FINITE for word in what.casefold().split()):
        return None
    return f"{clause} and {_DID[found['ing']]} {what}"
