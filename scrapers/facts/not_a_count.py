"""Uncounted: which numbers does a rule read as a count although the words around them say that it is none?

"No one was killed", "twelve, not 20, were killed", "a girl of six", "all but two were shot down": read on the sentence
with its numbers replaced by marks (`metrics`), before and behind a number.
"""

from __future__ import annotations

import re

_BODILY = frozenset(("killed", "injured", "casualties", "missing"))
_NUMBER = r"\x02\d+\x03"
_HURT = r"(?:killed|wounded|injured|hurt|dead)"
_BEFORE = re.compile(
    # no one; twelve, not 20; nobody among the 40; all but two
    r"\b(?:no|not\seven)\s$|\bmembers\sof\s$|,\s(?:and\s)?not\s$|\b(?:nobody|no\sone|none)\b[^,;.]{0,40}$|\ball\sbut\s$"
    # an age
    r"|\b(?:child|children|girl|boy|man|woman|baby|son|daughter|toddler|teenager|infant)\s(?:aged\s|of\s)$"
    # nearly killed 20; arrested or killed 40; each evacuated 200
    r"|\b(?:nearly|almost)\s(?:kill|wound|injur)\w*\s$"
    r"|\b(?:arrested|detained|captured|abducted|kidnapped)\sor\skilled\s$"
    r"|\beach\s(?:[a-z]+\s)?$"
    # one more was killed, who is not counted: a child and six adults
    r"|\b(?:a|an|his|her|their)\s(?:[\w-]+\s)?(?:child|baby|girl|boy|woman|man|toddler|civilian|soldier|officer|driver)\sand\s$",
    re.I,
)
_BEHIND = re.compile(
    # 50 people were killed or went missing
    rf"^[^,;.\x02]{{0,40}}\b{_HURT}\sor\s(?:\w+\s)?(?:missing|abducted|kidnapped|arrested|detained|captured|displaced)\b"
    # 40 pilgrims, nine of whom were killed
    rf"|^[^,;.\x02]{{0,40}},\s{_NUMBER}\sof\s(?:whom|them)\s(?:were|was|had\sbeen)\s(?:\w+ly\s)?{_HURT}\b"
    # five people thought to have been killed were found alive
    r"|^[^;.\x02]*\b(?:were|are|was|is)\s(?:found\s)?(?:still\s|all\s)?alive\b"
    # 200 were pronounced killed in a mock attack
    r"|^[^;.\x02]{0,60}\bin\sa\s(?:mock|simulated|staged)\b"
    r"|^\s(?:[\w-]+\s){0,3}each\b"
    # 500 lives every week
    r"|^[^,;.\x02]{0,60}\b(?:every|each|per)\s(?:day|week|month|year|hour)\b"
    # 10 policemen and their driver
    r"|^\s(?:[\w-]+\s){1,3}and\s(?:their|his|her|an?)\s(?:[\w-]+\s)?(?:driver|child|baby|girl|boy|woman|man|toddler|officer"
    r"|civilian|soldier|pilot|guard|nurse|doctor|teacher|journalist|bystander)\b",
    re.I,
)
#: `Of the 67 people on board 38 died`; but `of the 20 wounded two died`.
_OF_SO_MANY = re.compile(
    r"(?:^|[.;:,]\s)(?:out\s)?of\s(?:the\s|its\s|their\s|some\s|about\s|all\s|at\sleast\s)?$", re.I
)
_HURT_THEMSELVES = re.compile(rf"^\s(?:[\w-]+\s){{0,2}}{_HURT}\b")
#: Those who were displaced, and are so no more; those whom a state has sent home.
_NOT_DISPLACED = re.compile(r"^[^;.]{0,80}\b(?:returned|gone\sback|come\shome|came\shome)\b", re.I)
_SENT_HOME = re.compile(r"\b(?:diplomat|embassy|consular|staff|employee|official|ambassador)", re.I)


def is_uncounted(before: str, behind: str, metric: str) -> bool:
    """Do the words before or behind a number say that it counts nothing, or not what the rule took it for?

    `before` and `behind`: the sentence around the number, the other numbers as marks.
    """
    if metric == "displaced" and (_NOT_DISPLACED.match(behind) or _SENT_HOME.search(behind[:60])):
        return True
    if metric in _BODILY and _OF_SO_MANY.search(before) and not _HURT_THEMSELVES.match(behind):
        return True
    return _BEFORE.search(before) is not None or _BEHIND.match(behind) is not None
