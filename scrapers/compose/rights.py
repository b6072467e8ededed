"""Does a briefing show more of a source than it may? The gate that every briefing passes, whoever wrote its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from scrapers.briefing import Briefing, Citation, Section
from scrapers.errors import ContentError
from scrapers.model import Rights

#: A speaker's own words that any class lets stand.
SPEECH = 15  # words
#: One quoted passage an article of class `excerpt`.
EXCERPT = 200  # characters
#: A headline, of any class (research on law and practice: headlines up to 150 characters).
HEADLINE = 150  # characters

_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»|„([^„“”]*)[“”]")
_LINK = re.compile(r"(?<!\\)\]\(<?(https?://[^()\s<>]+)")


def overlong(briefing: Briefing, text: str, rights: Mapping[str, Rights]) -> Iterator[ContentError]:
    """Each place where the file `text` of a briefing shows more than the source's class allows, with its line.

    `rights` gives the class of each source by name; one that is not in it is of class `link`, and so is an article that
    carries somebody else's text ("AFP via ..."): the stricter of carrier and origin holds, and the origin's is unknown.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    starts = [section.line for section in briefing.sections]
    ends = [*starts, len(lines) + 1][1:]
    for section, end in zip(briefing.sections, ends, strict=True):
        yield from _in_section(section, lines[section.line : end - 1], rights)


def _in_section(section: Section, lines: list[str], rights: Mapping[str, Rights]) -> Iterator[ContentError]:
    cited = {citation.url: citation for citation in section.citations}
    passages: Counter[str] = Counter()
    for number, line in enumerate(lines, start=section.line + 1):
        if line.startswith("- [") and (link := _LINK.search(line)):
            headline = cited[link[1]].headline if link[1] in cited else ""
            if len(headline) > HEADLINE:
                yield ContentError(f"a headline of {len(headline)} characters; {HEADLINE} may be shown", line=number)
            continue
        named = [cited[url] for url in _LINK.findall(line) if url in cited] or list(section.citations)
        allowed = [_class(citation, rights) for citation in named]
        for words in _quotations(line):
            count = len(words.split())
            if count <= SPEECH or Rights.FULL in allowed:
                continue
            outlets = ", ".join(citation.source for citation in named) or "no source"
            if Rights.EXCERPT not in allowed:
                yield ContentError(
                    f"{count} quoted words of {outlets}, of rights class 'link': {SPEECH} may be shown",
                    line=number,
                )
            elif len(words) > EXCERPT:
                message = (
                    f"{len(words)} quoted characters of {outlets}, of rights class 'excerpt': {EXCERPT} may be shown"
                )
                yield ContentError(message, line=number)
            else:
                url = next(c.url for c, kind in zip(named, allowed, strict=True) if kind is Rights.EXCERPT)
                passages[url] += 1
                if passages[url] > 1:
                    yield ContentError(f"a second passage of one article of {outlets}; one may be shown", line=number)


def _class(citation: Citation, rights: Mapping[str, Rights]) -> Rights:
    return Rights.LINK if citation.origin else rights.get(citation.source, Rights.LINK)


def _quotations(line: str) -> Iterator[str]:
    for match in _QUOTED.finditer(line):
        yield next(group for group in match.groups() if group is not None)
