"""Not a count: which numbers does a rule read as a count although the words around them say that it is none?

"No one was killed", "twelve, not 20, were killed", "a girl of six", "all but two were shot down": read on the sentence
with its numbers replaced by marks (`metrics`), before and behind a number.
"""

from __future__ import annotations

from scrapers.facts.marks import pattern
from scrapers.facts.phrases import with_trait

_BODILY = with_trait("bodily")
_BEFORE = pattern(
    # no one; twelve, not 20; nobody among the 40; all but two
    r"\b(?:no|not even)\s$|\bmembers of\s$|, (?:and )?not\s$|\b(?:nobody|no one|none)\b[^,;.]{0,40}$|\ball but\s$"
    # an age
    r"|\b(?:child|children|girl|boy|man|woman|baby|son|daughter|toddler|teenager|infant) (?:aged|of)\s$"
    # nearly killed 20; arrested or killed 40; each evacuated 200
    r"|\b(?:nearly|almost) (?:kill|wound|injur)\w*\s$|\b(?:arrested|detained|captured|abducted|kidnapped) or killed\s$"
    r"|\beach (?:[a-z]+ )?$"
    # one more was killed, who is not counted: a child and six adults
    r"|\b(?:a|an|his|her|their) (?:[\w-]+ )?(?:child|baby|girl|boy|woman|man|toddler|civilian|soldier|officer"
    r"|driver) and\s$"
)
_HURT = {"HURT": "(?:killed|slain|wounded|injured|hurt|dead)"}
_BEHIND = pattern(
    # 50 people were killed or went missing
    r"^[^,;.\x02]{0,40}\b{HURT} or (?:\w+ )?(?:missing|abducted|kidnapped|arrested|detained|captured|displaced)\b"
    # 40 pilgrims, nine of whom were killed
    r"|^[^,;.\x02]{0,40}, {ANY} of (?:whom|them) (?:were|was|had been) (?:\w+ly )?{HURT}\b"
    # five people thought to have been killed were found alive
    r"|^[^;.\x02]*\b(?:were|are|was|is) (?:found )?(?:still |all )?alive\b"
    # 200 were pronounced killed in a mock attack
    r"|^[^;.\x02]{0,60}\bin a (?:mock|simulated|staged)\b|^ (?:[\w-]+ ){0,3}each\b"
    # 500 lives every week
    r"|^[^,;.\x02]{0,60}\b(?:every|each|per) (?:day|week|month|year|hour)\b"
    # 10 policemen and their driver
    r"|^ (?:[\w-]+ ){1,3}and (?:their|his|her|an?) (?:[\w-]+ )?(?:driver|child|baby|girl|boy|woman|man|toddler|officer"
    r"|civilian|soldier|pilot|guard|nurse|doctor|teacher|journalist|bystander)\b",
    _HURT,
)
#: `Of the 67 people on board 38 died`; but `of the 20 wounded two died`.
_OF_SO_MANY = pattern(r"(?:^|[.;:,] )(?:out )?of (?:(?:the|its|their|some|about|all|at least) )?$")
_HURT_THEMSELVES = pattern(r"^ (?:[\w-]+ ){0,2}{HURT}\b", _HURT)
_SO_OFTEN = pattern(r"^ times\b")
#: Those who were displaced, and are so no more; those whom a state has sent home.
_NOT_DISPLACED = pattern(r"^[^;.]{0,80}\b(?:returned|gone back|come home|came home)\b")
_SENT_HOME = pattern(r"\b(?:diplomat|embassy|consular|staff|employee|official|ambassador)")
_NOTICE = {"TEXT": "(?:version|article|story|report|headline|dispatch|post|item|caption|summary)"}
_CORRECTION = pattern(
    # Correction: …; Corrects death toll to 14; Editor's note: …
    r"^\W*(?:\w+\W )?(?:(?:correction|clarification|erratum|retraction)s?\b(?=\s?[:(—–-]| to\b)"
    r"|(?:corrects|corrected|clarifies)\b)"
    r"|^\W*editor(?:s[’']?|[’']s)? note\b"
    # what an earlier version said
    r"|\b(?:earlier|previous|prior|original|initial|first) (?:version|headline|caption)\b"
    r"(?! of (?!this|our|the {TEXT}))"
    r"|\b(?:this|the|our) (?:earlier|previous|original) {TEXT}\b"
    # what was done to the text, and what it had wrong
    r"|\b(?:this|the|our|an) {TEXT} (?:was|has been|is) (?:\w+ )?(?:corrected|amended|updated to)\b"
    r"|\b(?:this|the|our) {TEXT} (?:corrects|amends|clarifies)\b"
    r"|\b(?:article|story|report|headline|version|we)\b[^.;]{0,60}\b(?:misstated|in error"
    r"|(?:incorrectly|wrongly|mistakenly|erroneously) (?:said|stated|gave|put|reported))\b",
    _NOTICE,
)


def is_correction(sentence: str) -> bool:
    """Does the sentence correct an earlier text? Its numbers, and those behind it on its line, are not tonight's."""
    return _CORRECTION.search(sentence) is not None


def is_uncounted(before: str, behind: str, metric: str) -> bool:
    """Do the words before or behind a number say that it counts nothing, or not what the rule took it for?

    `before` and `behind`: the sentence around the number, the other numbers as marks.
    """
    if metric == "displaced" and (_NOT_DISPLACED.match(behind) or _SENT_HOME.search(behind[:60])):
        return True
    if metric in _BODILY and _OF_SO_MANY.search(before) and not _HURT_THEMSELVES.match(behind):
        return True
    if metric != "strikes" and _SO_OFTEN.match(behind):
        return True
    return _BEFORE.search(before) is not None or _BEHIND.match(behind) is not None
