"""The fixed words that the night writes by, as a reader sees them: metrics, kinds of event, labels, qualifiers, verbs.

They stand in `content/` in English, which is the format of its files; `say` has them in the site's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.words import say, territory, voice
from scrapers.ledger import METRICS
from scrapers.model import UNLABELLED, Affiliation, Level
from scrapers.passage import OPINION

#: Kinds of event, as `Kind:` names them.
KINDS = tuple(
    "strike attack battle unrest prisoners talks law sanctions arms nuclear shipping aid displacement posture"
    " intelligence diplomacy".split()
)
#: How sure a number is, and what stands for one.
QUALIFIERS = ("at least", "more than", "about", "up to", "less than")
VAGUE = (
    "dozens", "scores", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions",
)  # fmt: skip
#: What a claim is: the verbs of the ledger.
VERBS = tuple(
    "said reported estimated confirmed believed claimed promised urged accused ordered warned asked denied".split()
)
#: Parties to conflicts that are no states, by the codes of the ledger.
PARTIES = {
    "UN": "the United Nations",
    "Houthis": "the Houthis",
    "RSF": "the Rapid Support Forces",
    "PIJ": "Palestinian Islamic Jihad",
    "SDF": "the Syrian Democratic Forces",
    "Taliban": "the Taliban",
    "NUG": "Myanmar’s National Unity Government",
    "KNU": "the Karen National Union",
    "TPLF": "the TPLF",
}
#: What the sample nights call themselves.
SAMPLE = "invented outlets and pages written for this software; not news"
_LABEL = re.compile(r"(?P<who>[^,]+)(?P<country>, [A-Z]{2})?")
_LABELS = frozenset(str(each) for each in Affiliation if each not in UNLABELLED)


def fixed_words() -> Iterator[str]:
    """Every message of the tables."""
    yield from METRICS.values()
    yield from KINDS
    yield from sorted(_LABELS)
    yield OPINION
    yield from VERBS
    yield from (f"{each} %(number)s" for each in QUALIFIERS)
    yield from VAGUE
    yield from (each.value for each in Level if each is not Level.COUNTRY)
    yield from PARTIES.values()
    yield SAMPLE


def label_words(label: str) -> str:
    """`state media, RU` in the site's language; an editor's own label as it stands."""
    match = _LABEL.fullmatch(label)
    who, country = match.group("who", "country") if match else ("", None)
    return say(who) + (country or "") if who in _LABELS else label


def labelled(label: str) -> str:
    """`Killed:`, with what a language puts before a colon."""
    return say("%(label)s:", label=label)


def row_label(label: str) -> str:
    """`Killed` or `Said` in the site's language; an editor's own label as it stands."""
    word = label[:1].lower() + label[1:]
    return capital(say(word)) if word in METRICS.values() or word in VERBS else label


def capital(words: str) -> str:
    """With a capital at its beginning, and the rest as it stands."""
    return words[:1].upper() + words[1:]


def sample_words(told: str) -> str:
    """What a sample day says of itself; an editor's own words as they stand."""
    return say(told) if told == SAMPLE else told


def side_words(code: str, english: str) -> str:
    """A side by its name: a state as CLDR has it, a party in the words of the catalogue."""
    if voice().language == "en":
        return english
    return say(english) if code in PARTIES else territory(code) or english
