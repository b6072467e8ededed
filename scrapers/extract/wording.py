"""Which words show that a line is the page's and not the article's?

The words are data, in `wording.txt`: one regular expression a line, under the question it answers, in ten languages
and some more. Each is matched at the start of a line, without regard to case. No phrase is of one site only.
"""

from __future__ import annotations

import re
from pathlib import Path

_FILE = Path(__file__).with_name("wording.txt")
#: Arrows, bullets and brackets that may stand before the words.
_LEAD = r"(?:[>»→▶►•*+\[(\-–—▪■●▽◆]\s*)*"


def _sections(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if re.fullmatch(r"\[[a-z ]+\]", line):
            current = found.setdefault(line[1:-1], [])
        elif line.strip() and not line.startswith("#"):
            current.append(line)
    return found


_WORDS = _sections(_FILE.read_text(encoding="utf-8"))


def _pattern(section: str) -> re.Pattern[str]:
    return re.compile(_LEAD + "(?:" + "|".join(_WORDS[section]) + ")", re.IGNORECASE)


#: "Read also": the line leads to another story.
READ_ALSO = _pattern("read also")
#: Sign-up, consent, subscription, app, donation, share and comment boxes, advertising.
SERVICE = _pattern("service")
#: What shows a box of the site's wherever it stands in a short paragraph.
ANYWHERE = re.compile("|".join(_WORDS["service anywhere"]), re.IGNORECASE)
#: What marks a summary that a machine made.
GENERATED = re.compile("|".join(_WORDS["generated"]), re.IGNORECASE)
#: A heading after which the article is over: what follows is other stories.
END = _pattern("end")
#: Who made it, who helped, which rights: often the last line.
CREDIT = _pattern("credit")
