"""Mistakable: could an outlet's headline be read as the desk's own word, if it stood bare above a section?

By its form alone: a label before what it says, in any language ("Correction: …", "更正：…"), a first person that is not
ours ("What we know"), a word that points at the page it stands on ("This report …"), or next to no words at all
("Ahead"). A label that begins with a name ("Sudan: …") is none of the desk's. Such a headline is written in marks with
its outlet's name (`scrapers.briefing.quoted_heading`), and so reaches page, feeds and mail.
"""

from __future__ import annotations

import re

from scrapers.page.spelling import Spelling, begins_with_a_name

#: Words of a label at most, and of a heading that says next to nothing.
LABEL, FEW = 5, 3
_LABEL = re.compile(r"^[^\w“]*(?P<label>[^\s:：|()\[\]–—]+(?:\s+[^\s:：|()\[\]–—]+)*?)\s*(?:[:：|)\]]|[–—]|\s-\s)\s*\S")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|(?<!\w)[‘'][^’']*[’'](?!\w)")
#: "I" is no person behind a name: "World War I".
_FIRST = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Oo]urselves|us|[Mm]y)\b|(?:^|(?<![\w’'-])[a-z][\w’'-]*[,;:]? )I(?=[ '’])")
_HERE = re.compile(r"^\W*(?:This|These|Here)\b")


def is_mistakable(heading: str, spelling: Spelling, *, english: bool = True) -> bool:
    """May `heading`, of a publisher, be taken for the desk's own? `spelling`: which words are names tonight."""
    spoken = _QUOTED.sub("“”", heading)
    if english and (_FIRST.search(spoken) or _HERE.match(spoken)):
        return True
    words = re.findall(r"\w[\w’'.-]*", heading)
    if len(words) <= FEW and not any(begins_with_a_name(words[at:], spelling) for at in range(len(words))):
        return True
    label = _LABEL.match(spoken)
    if label is None or label["label"].startswith("“”"):  # somebody's words, and not a label
        return False
    named = label["label"].split()
    return len(named) <= LABEL and not begins_with_a_name(named, spelling)
