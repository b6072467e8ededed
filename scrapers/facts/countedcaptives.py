"""Counted captives: by which phrases is it told how many are held, exchanged, freed, captured?"""

from __future__ import annotations

import re
from functools import partial

from scrapers.facts.counts import Count
from scrapers.facts.denied import wished
from scrapers.facts.done_to_people import happened, of_people, told, with_people
from scrapers.facts.marks import AUX, GAP, OBJECT, SHORT, N
from scrapers.facts.phrasing import Rule, add


def _in_captivity(match: re.Match[str], marked: str, count: Count) -> bool:
    """Not those of whom it is told that they came free, nor a state's prisoners beside them."""
    if _CAME_FREE.search(marked[: match.start()]):
        return False
    return re.search(r"hostage|captiv|kidnap|abduct|still\s+(?:being\s+)?held", marked, re.I) is not None


_CAME_FREE = re.compile(r"\b(?:releas(?:ed|es|ing)|freed|frees|freeing|clemency\s+to|pardon(?:ed|s)?)\s+$", re.I)


_rules: list[Rule] = []
_add = partial(add, _rules)

_CAPTIVES = r"(?:prisoners|hostages|detainees|captives|PoWs|POWs|inmates)"
_add(
    "hostages_held",
    rf"{N}{GAP}{AUX}\s+(?:(?:are|were|is)\s+)?(?:still\s+)?(?:held\b|in\s+captivity|remain(?:s|ed"
    rf"|ing)?\s+(?:in\s+captivity|captive|hostage|in\s+Gaza))",
    _in_captivity,
)
_add("hostages_held", rf"\b(?:still\s+)?(?:holds|hold|holding)\s+{N}\s+(?:\w+\s+){{0,2}}?(?:hostages|captives)\b")
_add("hostages_held", rf"{N}\s+(?:remaining\s+)?(?:\w+\s+)?(?:hostages|captives)\s+(?:are\s+)?(?:still\s+)?(?:remain)")
_add("prisoners_exchanged", rf"\b(?:exchanged|swapped)\s+{N}\s+(?:captured|imprisoned)\s+(?:soldiers|troops)\b")
_add("prisoners_exchanged", rf"\b(?:exchanges?|swaps?)\s+(?:of|involving)\s+{N}", happened)
_add(
    "prisoners_exchanged",
    rf"\beach\s+(?:side\s+)?(?:handed\s+(?:over|back)|released|freed|returned|sent\s+(?:home|back)|g[ao]t\s+back"
    rf"|received|swapped)\s+{N}",
)
_add(
    "prisoners_exchanged",
    rf"\b(?:handed\s+over|released|freed|returned|sent\s+home|got\s+back|received)\s+{N}\s+(?:\w+\s+){{0,3}}?(?:in|as\s+part\s+of)"
    rf"\s+(?:a|the|another)\s+(?:[\w-]+\s+){{0,2}}(?:swap|exchange)",
)
_add(
    "freed",
    rf"\b(?:in\s+(?:return|exchange)\s+for)\s+{N}\s+(?:\w+\s+){{0,2}}{_CAPTIVES}\b",
    lambda m, t, c: not wished(re.sub(r"in\s+(?:return|exchange)\s+for$", "", t[: m.end("n") - 3])),
)
_add(
    "prisoners_exchanged",
    rf"{N}{SHORT}\s+(?:prisoners|PoWs|POWs|captives){GAP}\s+(?:came|come|been\s+returned|returned)\b",
)
_add(
    "prisoners_exchanged",
    rf"{N}\s+(?:prisoners|PoWs|POWs|captives|servicemen|soldiers)(?:\s+of\s+war)?\s+(?:each|apiece)\b",
)
_add(
    "prisoners_exchanged",
    rf"{N}{SHORT}\s+(?:{_CAPTIVES}|servicem[ae]n|soldiers|troops|defenders|fighters)(?:\s+of\s+war)?"
    rf"\s+(?:from|on)\s+(?:each|either|both)\s+sides?{AUX}\s+(?:freed|released|(?:walk(?:ed|s)|went|go)\s+(?:free|home)"
    r"|(?:came|come|coming)\s+(?:home|back)|returned(?:\s+home)?|brought\s+(?:home|back)|handed\s+(?:over|back))\b"
    r"[^;.\x02]{0,50}?\b(?:in|during|under|by|through|as\s+part\s+of)\s+(?:a|an|the|another|this|\w+day[’']s)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:swap|exchange)\b(?!\s+for)",
    of_people,
    where=re.compile(r"swap|exchange", re.I),
)
_add("freed", rf"\bhand(?:s|ed|ing)\s+over\s+{N}\s+(?:\w+\s+){{0,3}}?{_CAPTIVES}", told)
_add(
    "freed",
    rf"{N}\s+(?:detained|captured|kidnapped|abducted|jailed|imprisoned|arrested){GAP}\s+(?:were|was|(?:have|has|had)\s+been)"
    r"\s+(?:freed|released|let\s+go|set\s+free|handed\s+over)\b",
    of_people,
)
_add(
    "captured",
    rf"\bseiz(?:es|ed|ing)\s+{N}\s+(?:\w+\s+){{0,2}}?(?:soldiers|fighters|troops|officers|militants)\b",
    told,
)
_add("abducted", rf"\bseiz(?:es|ed|ing){OBJECT}\s+{N}", with_people)

RULES: tuple[Rule, ...] = tuple(_rules)
