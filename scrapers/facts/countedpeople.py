"""Counted people: how many fled or were driven out, and to how many was something else done?

By which words is the matter of `deeds`.
"""

from __future__ import annotations

import re
from functools import partial

from scrapers.facts.deeds import ACTIVES, AROUND, KILLS_PEOPLE, NEEDS_PEOPLE, NOUNS, PARTICIPLES
from scrapers.facts.done_to_people import happened, many, many_people, not_modal, of_people, suffered, told, with_people
from scrapers.facts.marks import APART, AUX, GAP, OBJECT, ONE_AND, REL, SHORT, N
from scrapers.facts.phrasing import Rule, add

_rules: list[Rule] = []
_add = partial(add, _rules)

# --- people on the move --------------------------------------------------------------------------------------------

_WENT = (
    r"fled|fleeing|(?:sought|seek\w*|taken|took|tak\w+|found)\s+(?:\w+\s+)?(?:refuge|shelter|sanctuary|safety)"
    r"|sheltering|sheltered|escaped|poured\s+(?:into|across|over)|streamed\s+(?:into|across|out|from)"
    r"|flooded\s+(?:into|across)|flocked\s+(?:to|into)|crossed\s+(?:to|over|from|the)|run\s+for\s+their\s+lives"
    r"|living\s+in\s+(?:\w+\s+)?(?:tents|camps|shelters|displacement)|on\s+the\s+move"
)
_add("displaced", rf"{N}{GAP}{REL}{APART}{AUX}\s+(?:fled|fleeing|sought\s+refuge)\b", many)
_add("displaced", rf"{N}{GAP}{REL}{APART}{AUX}\s+(?:{_WENT})\b", many_people)
_add("displaced", rf"{N}\s+(?:\w+\s+){{0,2}}(?:have|had)\s+left\s+[A-Z]", many_people)
_REFUGEES = (
    r"(?:refugees|displaced|evacuees|asylum\s+seekers"
    r"|people\s+(?:who\s+)?(?:have\s+|had\s+)?(?:fled|fleeing|displaced))"
)
_add(
    "displaced",
    rf"\b(?:took\s+in|taken\s+in|takes\s+in|hosts|hosting|hosted|shelters|sheltering|sheltered|received|registered|houses"
    rf"|housing|home\s+to|accommodat\w+){OBJECT}\s+{N}\s+(?:\w+\s+){{0,2}}?{_REFUGEES}",
    not_modal,
)
_add(
    "displaced",
    rf"{N}\s+(?:\w+\s+){{0,2}}?refugees{GAP}{AUX}\s+(?:arrived|crossed|entered|reached|registered)\b",
    many,
)

# --- done to people ------------------------------------------------------------------------------------------------

for _metric, _nouns in NOUNS.items():
    _add(_metric, rf"\b(?:{_nouns})\s+of{OBJECT}\s+{N}", with_people if _metric in ("killed", "injured") else happened)
for _metric, (_verbs, _tail) in AROUND.items():
    _add(
        _metric,
        rf"\b(?:{_verbs}){OBJECT}\s+{N}{GAP}\s+(?:{_tail})",
        with_people
        if _metric != "displaced"
        else lambda m, t, c: with_people(m, t, c) or (many(m, t, c) and told(m, t, c)),
    )
for _metric, _verbs in ACTIVES.items():
    _add(
        _metric,
        rf"\b(?:{_verbs}){ONE_AND}{OBJECT}\s+{N}",
        with_people if _metric in NEEDS_PEOPLE else told,
    )
_add("killed", rf"\b(?:{KILLS_PEOPLE}){ONE_AND}{OBJECT}\s+{N}", with_people)
for _metric, _words in PARTICIPLES.items():
    _add(
        _metric,
        rf"{N}{GAP}{REL}{APART}{AUX}\s+[\"“‘]?(?:{_words})\b",
        of_people if _metric in ("captured", "freed", "rescued", "prisoners_exchanged", "evacuated") else suffered,
    )
_add("freed", rf"\b(?:freed|released)\s+from\s+(?:\w+\s+){{1,2}}?{N}", with_people)
_add(
    "displaced",
    rf"\b(?:displac|uproot)(?:ed|ing|es|s){OBJECT}\s+{N}(?=\s*(?:[.,;]|$|(?:since|in|from|across|and|so)\b))",
    lambda match, marked, count: many(match, marked, count) and told(match, marked, count),
)
_add("abducted", rf"\b(?:made\s+off\s+with|spirited\s+away|carried\s+off|marched\s+off|led\s+away)\s+{N}", with_people)
_AT_SEA = re.compile(
    r"\b(?:coast\s?guards?\w*|lifeboats?|dingh(?:y|ies)|rafts?|boats?|vessel|ships?|frigate|trawler|at\s+sea|from\s+the\s+(?:sea|water)"
    r"|shipwreck|capsized|sinking|sank|adrift|stranded|lifeguards?|navy|tanker|rescue\s+\w+)\b",
    re.I,
)
_add(
    "rescued",
    rf"\b(?:picked|picks|picking)\s+up{OBJECT}\s+{N}",
    lambda match, marked, count: _AT_SEA.search(marked) is not None and with_people(match, marked, count),
)
_add(
    "detained",
    rf"\b(?:picked\s+up|picks\s+up)\s+{N}",
    lambda match, marked, count: _AT_SEA.search(marked) is None and with_people(match, marked, count),
)
# "dug four people, two of them toddlers, out of the rubble alive"
_add(
    "rescued",
    rf"\b(?:pulled|dug|brought|lifted|carried|freed){OBJECT}\s+{N}{GAP},\s[^;.,]{{2,50}},\s+(?:out\s+)?(?:alive|ashore|(?:out\s+)?(?:of|from)"
    r"\s+(?:under\s+|beneath\s+)?(?:the\s+)?(?:\w+\s+)?(?:rubble|debris|ruins|wreckage|mud|water|sea|mine)\b)",
    lambda match, marked, count: (
        with_people(match, marked, count) and re.search(r"\b(?:dead|bodies|corpses|lifeless)\b", match[0], re.I) is None
    ),
    where=re.compile(r"alive|ashore|rubble|debris|ruins|wreck|mud|water|sea|mine", re.I),
)
_KEPT = r"(?![^;.]*\b(?:quash\w*|freed|set\b[^;.]{0,20}\bfree|releas\w+))"
_add("detained", rf"\b(?:made|makes|making|led\s+to|leading\s+to)\s+{N}\s+arrests\b{_KEPT}")
_add("detained", rf"{N}\s+arrests\s+(?:were|have\s+been|had\s+been)\s+made\b{_KEPT}")
_add("injured", rf"\binjuries\s+to(?:\s+at\s+least)?\s+{N}", told)
_add("injured", rf"\btreat(?:ed|ing|s)\s+{N}{SHORT}\s+(?:patients|people|casualties|wounded|injured)\b", not_modal)
_add("missing", rf"\b(?:whereabouts|fate)\s+of{OBJECT}\s+{N}[^;.]{{0,60}}?\b(?:unknown|unclear|not\s+known)\b")
_add("missing", rf"\b(?:search\w*|looking|hunt\w*)\s+for{OBJECT}\s+{N}\s+(?:\w+\s+){{0,2}}?missing\b")
# "two-thirds of the 48 wounded", "among the 300 dead"
for _metric, _words in (("injured", r"wounded|injured"), ("killed", r"dead|killed"), ("missing", r"missing")):
    _add(_metric, rf"\bthe\s+{N}\s+(?:{_words})\b(?!\s+(?:man|woman|people\s+who))")

RULES: tuple[Rule, ...] = tuple(_rules)
