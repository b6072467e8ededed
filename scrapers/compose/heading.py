"""How does an outlet's headline stand above a section: without a label, in small letters where that is certain?"""

from __future__ import annotations

import re

from scrapers.compose.spelling import Spelling, is_titled, sentence_case

#: Which war it is, or which kind of page, set before what happened: "Sudan crisis:", "Ukraine live briefing:".
_KICKER = re.compile(
    r"^(?:(?P<first>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?i:war live|war|crisis live|crisis|conflict|fighting|clashes"
    r"|violence|unrest|coup|evacuations?|latest|news|live briefing|live updates?|live blog|live|briefing)"
    r"|(?:[Tt]he )?(?:[Ww]ar|[Cc]onflict|[Cc]risis|[Ff]ighting|[Cc]oup) in (?P<then>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r"): (?=\S+(?: \S+){3})"
)
#: Which kind of page it is, whatever it tells of.
_LABEL = re.compile(
    r"^(?:(?:[\w’'.-]+\s){0,3}(?:live briefing|live updates?|live blog|at a glance|briefing|latest|live)"
    r"|watch|video|breaking(?: news)?|exclusive|update|in pictures|listen|just in)\s*(?::|[|–—]|\s-)\s*",
    re.I,
)
#: Words of a heading at least, without its label.
FEWEST = 3
#: Letters by which "Sudan" is found in "Sudanese", "Ukraine" in "Ukrainian".
STEM = 5
#: The first letter behind a colon, or of another sentence.
_BEGINS = re.compile(r"(?<=[a-zß-ÿ’'”][:?!.] )[a-zß-ÿ]")


def as_heading(headline: str, spelling: Spelling) -> str:
    """The headline as a section's heading; in the outlet's own form where a word's case is not certain.

    Of "Sudan crisis: …" the place stays where the rest does not name it.
    """
    bare = _without_label(headline)
    cased = sentence_case(bare, spelling) if is_titled(bare) else None
    return bare if cased is None else _BEGINS.sub(lambda letter: letter[0].upper(), cased)


def _without_label(headline: str) -> str:
    kicker = _KICKER.match(headline)
    if kicker:
        place, rest = kicker["first"] or kicker["then"], headline[kicker.end() :]
        rest = rest[0].upper() + rest[1:]
        parts = re.split(r"[-\s]", place)
        return rest if any(part[:STEM].casefold() in rest.casefold() for part in parts) else f"{place}: {rest}"
    rest = _LABEL.sub("", headline)
    return rest[:1].upper() + rest[1:] if rest != headline and len(rest.split()) >= FEWEST else headline
