"""Shorter: what may go from a clause that is too long, so that what is left of it is true?

What was done is told in the past, in other words than the article's: `released` for `have released`. Then may go the
night's own day, what kind of place a named place is, a second clause with a verb of its own, a relative clause that
only says more of a noun, the last phrases of place; in this order, and no more than is needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from scrapers.compose.articles import PREPOSITIONS
from scrapers.compose.copied import COPIED_WORDS, longest_copy
from scrapers.compose.mainclause import finite
from scrapers.compose.nations import A_STATE
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.newsverbs import DONE, FINITE, IRREGULAR, PAST, PAST_OF, SINGULAR, VERBS

#: Words of a clause at most, and at least: with fewer it says nothing. No more than `COPIED_WORDS` of them stand in a
#: row as in the article.
MOST, LEAST = 20, 6
#: What holds only with what stands behind it.
SUPERLATIVE = re.compile(
    r"\b(?:first|only|ever|most|(?<!at )(?<!At )least|last"
    r"|(?!(?:arr|prot|requ|inter|cont|inv|harv|for|mod|Budap)est)\w{3,}est)\b"
)


#: `the eastern Ukrainian city of Bakhmut`: its name is enough where room is short.
NAMED_PLACE = re.compile(
    r"\bthe\s(?:[\w-]+\s){0,3}(?:city|town|village|capital|port city|port|region|province|district)\sof\s(?=[A-Z])"
    rf"(?!(?:{A_STATE})\b)"
)


def too_long(clause: str, sentence: str) -> bool:
    """Has it too many words, or too many in a row as its sentence has them?"""
    words = len(clause.split())
    return words > MOST or (words > COPIED_WORDS and longest_copy(clause, sentence) > COPIED_WORDS)


def shorter(clause: str, sentence: str, published: date | None) -> list[str]:
    """The words of a clause; of one that is too long without what may go. It may still be too long.

    `published`: the day of the article, on which and the one before it a weekday is not needed.
    """
    return _trimmed(_without_loose(clause, sentence, published).split(), sentence)


#: Behind these "that" says what is meant, or what is said.
_TELLS_WHAT = re.compile(
    r"(?:claim|report|fear|idea|fact|evidence|sign|warning|demand|allegation|statement|obstacle|way|thing)s?$"
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
#: `on Friday morning`, `early Friday`, not `Friday prayers` nor `since Friday`.
_ON_A_DAY = re.compile(
    rf"(?<!since)(?<!until)(?<!from)(?<!by)(?<!next)(?<!last)(?<!for)(?<!of)\s(?:(?:late|early)\s)?(?:on\s)?(?:late\s|early\s)?"
    rf"(?P<day>{'|'.join(_WEEKDAYS)})(?:\s(?:morning|evening|night|afternoon))?"
    r"(?=$|,|\s(?:that|in|at|to|for|by|with|as|after|and|on|near|over|from|against|[a-z]+(?:ing|ed))\b)"
)


#: What became of it: without it the first deed would be told as if it had stood.
UNDOES = re.compile(
    r"\b(?:shot|shoot|interce\w+|withdr\w+|retreat\w*|repel\w*|repuls\w+|destroy\w*|releas\w+|freed|fail\w*|broke|crash\w*"
    r"|turn\w*|without|den(?:y|ied|ies)|mistake\w*|false|controlled|cause\w*|but|later|lost|recaptur\w+|retak\w+|retook"
    r"|fell|fall\w*|land\w*|return\w*|revers\w+|cancel\w*|suspend\w*|stopp\w+|abandon\w*|explod\w+|off|no|not|never)\b"
)
#: A second clause, with a subject or a verb of its own.
_SECOND = re.compile(
    r",?\sand\s(?:at\sleast\s\w+\s(?:people|civilians)\b|(?:it|is|are|was|were|has|have|will|says?|said|called"
    r"|accused|vowed|urged|pledged|warned|threatened|that\s(?:includes?|is|are))\s).*$"
)


def _only_says_more(before: Sequence[str], verb: str) -> bool:
    """Does `that VERB …` behind these words only say more of a noun: of `a patrol boat`, not of `the vehicles`?"""
    if verb not in FINITE | PAST | IRREGULAR | SINGULAR | VERBS | DONE or _TELLS_WHAT.search(before[-1]):
        return False
    for back, word in enumerate(reversed(before[-5:])):
        low = word.casefold()
        if low in ("a", "an"):
            return back > 1
        if low in PREPOSITIONS | FINITE | VERBS:
            return back > 1 or is_plural(before[-1])
        if low in ("the", "those", "all", "any", "its", "their", "his", "her") or word[0].isdigit() or "," in word:
            return False
    return False


#: `have released`, `has formally been asked`.
_HAS_DONE = re.compile(r"\s(?P<has>has|have)\s(?P<how>[a-z]+ly\s)?(?P<been>been\s)?(?P<done>[a-z]+)\b")
_AND_DONE = re.compile(r"\band\s(?:[a-z]+ly\s)?([a-z]+)\b")
#: Behind what was done: whom or what it was done to, or how, and not the noun that the participle describes.
_DEED_GOES_ON = re.compile(
    r"\s(?:(?:the|an?|its|their|his|her|all|some|more|at|about|up|off|out|to|that|in|on|by|for|from|with|against|into"
    r"|over|between|across|and|hundreds|thousands|dozens|responsibility|sanctions|imports|concern|dismay|hope|support|outrage"
    r"|alarm|regret)\b|[\dA-Z“€$£])"
)
#: What lasts, or has not ended: "has been held for a year" is not "was held for a year".
_LASTS = re.compile(
    r"\b(?:since|long|always|already|yet|ever|never|not|so far|recent|repeatedly|increasingly|days|weeks|months|years"
    r"|decades|held|occupied|controlled|ruled)\b"
)


def in_the_past(clause: str) -> str:
    """`Kerala released 20 prisoners` of `Kerala has released 20 prisoners`: in other words than the article's."""
    found, at = _HAS_DONE.search(clause), finite(clause.split())
    if found is None or at != len(clause[: found.start()].split()) or _LASTS.search(clause):
        return clause
    past = PAST_OF.get(found["done"])
    if past is None or any(PAST_OF.get(more, more) != more for more in _AND_DONE.findall(clause[found.end() :])):
        return clause
    if not found["been"] and not _DEED_GOES_ON.match(clause, found.end()):
        return clause  # "has limited ammunition"
    told = f"{found['how'] or ''}{past}"
    if found["been"]:
        told = f"{'was' if found['has'] == 'has' else 'were'} {found['how'] or ''}{found['done']}"
    return f"{clause[: found.start()]} {told}{clause[found.end() :]}"


def _without_loose(clause: str, sentence: str, published: date | None) -> str:
    """In the past, without the night's own day and without what only says more of a noun, as far as it is too long."""
    if too_long(clause, sentence):
        clause = in_the_past(clause)
    if too_long(clause, sentence) and published is not None and not re.search(r"\b(?:will|begin|starting)\b", clause):
        day = _ON_A_DAY.search(clause)
        if (
            day
            and sum(clause.count(each) for each in _WEEKDAYS) == 1
            and (published.weekday() - _WEEKDAYS.index(day["day"])) % 7 <= 1
        ):
            clause = clause[: day.start()] + clause[day.end() :]
    if too_long(clause, sentence):
        clause = NAMED_PLACE.sub("", clause)
    if (
        too_long(clause, sentence)
        and (second := _SECOND.search(clause))
        and not (_BOUND.search(clause) or UNDOES.search(second[0]))
    ):
        clause = clause[: second.start()]
    if too_long(clause, sentence):
        found = re.search(r"\sthat\s([a-z]+)\b", clause)
        if found and _only_says_more(clause[: found.start()].split(), found[1]) and not _BOUND.search(clause):
            clause = clause[: found.start()]
    bound = _BOUND.search(clause) or re.search(r"\b(?:refused|declined|failed|ordered|asked|tried)\b", clause)
    if too_long(clause, sentence) and (aim := _AIM.search(clause)) and not bound:
        clause = clause[: aim.end("place")]
    if too_long(clause, sentence) and (given := _GIVEN.search(clause)) and not _BOUND.search(clause):
        clause = clause[: given.end("what")]
    return clause


#: What it is for, behind the place where it is done: `has landed in Sudan to help …`.
_AIM = re.compile(
    r"(?P<place>\s(?:in|at|near|to|across|outside)\s(?:the\s)?(?:[\w’-]+\s){0,2}[A-Z][\w’.-]+)\s"
    r"(?:(?:in order\s)?to\s(?:help|assist|give|mark|discuss|protest|support|provide|prevent|evacuate|meet|attend|hold"
    r"|show|protect|demonstrate|ensure)\s.*$|in\s(?:an?\s(?:(?:new|apparent)\s)?)(?:effort|bid|attempt)\sto\s.*$)"
)


#: Phrases that may go at the end of a clause that is too long: where, when the rest is true without it.
_MAY_GO = frozenset("in at on near across outside inside".split())
#: Before a participle, its auxiliary: what was done is whole.
_PASSIVE = frozenset("was were been being be is are has have had and not".split())
#: What cannot end a clause of which more was said.
_OPEN = frozenset("and or the a an to years months weeks days".split())
_BOUND = re.compile(r"\b(?:no|not|none|never|nobody|nothing|all|every|each|any|without|if|unless)\b|n’t\b")


#: What is given to help: `provided Norland with 230 tanks to help it …`.
_GIVEN = re.compile(
    r"(?P<what>\b(?:provided|sent|deployed|dispatched|supplied|donated|delivered)\s.{10,}?)\sto\shelp\s.*$"
)
#: `the fighting`: where says which; of some there is one.
_WHICH_ONE = re.compile(
    r"\bthe (?:[a-z-]+ ){0,2}"
    r"(?!(?:war|surface|ground|air|sea|world|army|military|police|government|state|public|weekend)\b)[a-z-]+$"
)


#: `the leader of Islamic State in the Sahel`.
OF_WHICH = re.compile(r"\bthe (?:[\w-]+ ){0,2}[\w-]+ of (?:[A-Z][\w’-]+ ?){1,3}$")


def _trimmed(words: list[str], sentence: str) -> list[str]:
    """Without its last phrases of place, where it is too long and true without them."""
    text = " ".join(words)
    if not too_long(text, sentence) or _BOUND.search(text) or SUPERLATIVE.search(text):
        return words
    at = finite(words)
    for end in range(min(MOST, len(words) - 1), LEAST - 1, -1):
        if too_long(" ".join(words[:end]), sentence):
            continue
        before = words[end - 1].strip(",").casefold()
        if words[end] not in _MAY_GO or at is None or end < at + 3 or words[end - 1].endswith(","):
            continue
        if before.endswith("ed") and words[end - 2].casefold() not in _PASSIVE:
            continue  # "a cross erected"
        if before.endswith("ing") or words[end - 2] == "to" or _holds(words[end:]):
            continue
        if _WHICH_ONE.search(" ".join(words[:end])) or OF_WHICH.search(" ".join(words[:end])):
            continue  # "the fighting in Sudan": where says which
        if before in _OPEN | PREPOSITIONS | FINITE | SINGULAR | PAST | VERBS:
            continue
        return words[:end]
    return words


#: What the rest of a clause is not left out for: aims, conditions, times to come.
_KEPT = frozenset(
    "from to that than without risk danger stake next last week month year tomorrow later soon claim claims"
    " accounts words case error exchange return favour favor possession response retaliation protest absentia secret"
    " vain as principle theory doubt display fire sale alert hold strike drill drills exercise exercises"
    " simulation simulated behalf mind sight place".split()
)


def _holds(tail: Sequence[str]) -> bool:
    """Does the rest hold more than places: a verb, an aim, what something is kept from?"""
    low = [word.strip(",.").casefold() for word in tail]
    return any(word in VERBS | FINITE | _KEPT or (word.endswith("ing") and len(word) > 5) for word in low)
