"""Does a briefing show more of a source than it may? The gate that every briefing passes, whoever wrote its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scrapers.briefing import Briefing, Citation, Section
from scrapers.errors import ContentError
from scrapers.model import Rights, Source, strictest

#: A speaker's own words that any class lets stand.
SPEECH = 15  # words
#: One quoted passage an article of class `excerpt`.
EXCERPT = 200  # characters
#: A headline, of any class (research on law and practice: headlines up to 150 characters).
HEADLINE = 150  # characters

# A mark that is never closed ends with its paragraph.
_QUOTED = re.compile(
    r"“((?:(?!\n\n)[^“”])*)”|\"((?:(?!\n\n)[^\"])*)\"|«((?:(?!\n\n)[^«»])*)»|„((?:(?!\n\n)[^„“”])*)[“”]"
)
_LINK = re.compile(r"(?<!\\)\]\(<?(https?://[^()\s<>]+)")


def classes_of(sources: Iterable[Source], ceiling: Rights) -> dict[str, Rights]:
    """The class of each source by name, as far as the site's settings let anybody be shown."""
    return {source.name: strictest(source.rights, ceiling) for source in sources}


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
    if section.id and len(section.headline) > HEADLINE:
        yield ContentError(
            f"a headline of {len(section.headline)} characters; {HEADLINE} may be shown", line=section.line
        )
    prose: list[str] = []
    for number, line in enumerate(lines, start=section.line + 1):
        if line.startswith("- [") and (link := _LINK.search(line)):
            headline = cited[link[1]].headline if link[1] in cited else ""
            if len(headline) > HEADLINE:
                yield ContentError(f"a headline of {len(headline)} characters; {HEADLINE} may be shown", line=number)
            prose.append("")
        else:
            prose.append(line)
    passages: Counter[str] = Counter()
    for start, words, around in _quotations(prose):
        number = section.line + 1 + start
        named = [cited[url] for url in _LINK.findall(around) if url in cited] or list(section.citations)
        outlets = ", ".join(citation.source for citation in named) or "no source"
        allowed = strictest(*(_class(citation, rights) for citation in named)) if named else Rights.LINK
        count = len(words.split())
        if count <= SPEECH or allowed is Rights.FULL:
            continue
        if allowed is Rights.LINK:
            message = f"{count} quoted words of {outlets}, of rights class 'link': {SPEECH} may be shown"
            yield ContentError(message, line=number)
        elif len(words) > EXCERPT:
            message = f"{len(words)} quoted characters of {outlets}, of rights class 'excerpt': {EXCERPT} may be shown"
            yield ContentError(message, line=number)
        else:
            passages[named[0].url] += 1
            if passages[named[0].url] > 1:
                yield ContentError(f"a second passage of one article of {outlets}; one may be shown", line=number)


def _class(citation: Citation, rights: Mapping[str, Rights]) -> Rights:
    return Rights.LINK if citation.origin else rights.get(citation.source, Rights.LINK)


def _quotations(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Each quotation with the index of the line it begins in and the lines around it: marks may span lines.

    A paragraph in `>` is a quotation without marks.
    """
    text = "\n".join(lines)
    for match in _QUOTED.finditer(text):
        first, last = text.count("\n", 0, match.start()), text.count("\n", 0, match.end())
        words = next(group for group in match.groups() if group is not None)
        yield first, words, "\n".join(lines[first : last + 1])
    for match in re.finditer(r"(?m)(?:^>.*\n?)+", text):
        first = text.count("\n", 0, match.start())
        words = re.sub(r"(?m)^>\s?", "", match[0])
        yield first, re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words), match[0]
