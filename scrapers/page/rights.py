"""Does a briefing show more of a source than it may? The gate that every briefing passes, whoever wrote its lines."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from scrapers.briefing import Briefing, Citation, Section
from scrapers.errors import ContentError
from scrapers.extract.snippet import RESERVATION, snippet_of
from scrapers.facts.rows import SPEECH
from scrapers.model import Article, Rights, Source, strictest
from scrapers.page.quoted import quoted
from scrapers.passage import Passage, passages, unescaped

#: One passage an article, of class `preview` and above: a whole sentence, never cut (of 922 first sentences of feed
#: summaries four are longer), or two that together have no more than `PAIR`.
PASSAGE, PAIR = 280, 200  # characters
#: A headline, of any class (research on law and practice: headlines up to 150 characters).
HEADLINE = 150  # characters
#: What somebody calls a thing ("a sham") is no piece of a page that limits what is shown of it.
CATCHWORD = 4  # words

_LINK = re.compile(r"(?<!\\)\]\(<?(https?://[^()\s<>]+)")


@dataclass(frozen=True, kw_only=True)
class Right:
    """What may be shown of a source."""

    rights: Rights
    #: Characters of one passage.
    limit: int = PASSAGE


#: Of an article that carries the text of somebody whom nobody knows, and of words that name no article.
NOTHING = Right(rights=Rights.LINK, limit=0)
#: Under which a table of rights holds what may be shown of a source that it does not name (a subscription list's).
ANYBODY = ""


def rights_of(sources: Iterable[Source], ceiling: Rights, quote_limit: int = PASSAGE) -> dict[str, Right]:
    """What may be shown of each source, by its name and by its plain name, as far as the site lets anybody be.

    `quote_limit`, in characters, is the site's for all that set none of their own. Where two sources have one plain
    name the stricter right holds. Of a source that is not among them (`ANYBODY`) what may be shown of any publisher.
    """
    anybody = strictest(Rights.PREVIEW, ceiling)
    found = {ANYBODY: Right(rights=anybody, limit=_limit(anybody, None, quote_limit))}
    for source in sources:
        rights = strictest(source.rights, ceiling)
        right = Right(rights=rights, limit=_limit(rights, source.quote_limit, quote_limit))
        for name in {source.name, source.plain_name}:
            held = found.get(name, right)
            found[name] = Right(rights=strictest(held.rights, right.rights), limit=min(held.limit, right.limit))
    return found


def _limit(rights: Rights, own: int | None, of_site: int) -> int:
    if rights is Rights.LINK:
        return 0
    return of_site if own is None else own


def limit_of(article: Article) -> int:
    """Characters of one passage that may be quoted of an article: its class, source and publisher's word."""
    limit = _limit(article.rights, article.source.quote_limit, PASSAGE)
    return limit if article.snippet.limit is None else min(limit, article.snippet.limit)


def obeyed_limits(rules: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Characters that may be quoted of an article by its publisher's word, by its address.

    `rules` are of the wire log: an address, and what was obeyed ("max-snippet:120, noarchive").
    """
    found: dict[str, int] = {}
    for url, obeyed in rules:
        words = obeyed.split(", ")
        reserved = [(RESERVATION, "1")] if f"{RESERVATION}:1" in words else []
        if (limit := snippet_of({"robots": [obeyed]}, reserved).limit) is not None:
            found[url] = min(limit, found.get(url, limit))
    return found


def overlong(
    briefing: Briefing, text: str, rights: Mapping[str, Right], limits: Mapping[str, int] = MappingProxyType({})
) -> Iterator[ContentError]:
    """Each place where the file `text` of a briefing shows more than a source's right allows, with its line.

    `rights` is of `rights_of`. Of an article that carries somebody else's text ("AFP via ...") the stricter right of
    carrier and origin holds; of an origin that is no source, nothing. `limits` are of `obeyed_limits`.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    starts = [section.line for section in briefing.sections]
    ends = [*starts, len(lines) + 1][1:]
    for section, end in zip(briefing.sections, ends, strict=True):
        yield from _in_section(section, lines[section.line : end - 1], rights, limits)


def _in_section(
    section: Section, lines: list[str], rights: Mapping[str, Right], limits: Mapping[str, int]
) -> Iterator[ContentError]:
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
    told: Counter[str] = Counter()
    for passage in passages("\n".join(prose)):
        at = section.line + 1 + passage.line
        prose[passage.line : passage.line + 2] = ["", ""]
        yield from _passage(passage, at, cited, rights, limits, told)
    for start, words, around in _quotations(prose):
        linked = _LINK.findall(around)
        named = [cited[url] for url in linked if url in cited] or list(section.citations)
        at = section.line + 1 + start
        if len(words.split()) > (CATCHWORD if linked else SPEECH):
            yield from _beyond(words, at, linked or [citation.url for citation in named], limits)
        yield from _inline(words, at, named, rights, told)


_MACHINES = "its publisher's word for machines; see the wire log"


def _passage(
    passage: Passage,
    line: int,
    cited: Mapping[str, Citation],
    rights: Mapping[str, Right],
    limits: Mapping[str, int],
    told: Counter[str],
) -> Iterator[ContentError]:
    """What is wrong with a passage that is set as a quotation of a publication."""
    citation = cited.get(passage.url)
    if citation is None:
        message = f"a passage of {passage.source}, whose article is not cited in this section; add its line to the list"
        yield ContentError(message, line=line)
        return
    right = _right(citation, rights)
    if right.rights is not Rights.FULL and len(passage.text) > right.limit:
        whose = _outlets([citation], right)
        message = f"a passage of {len(passage.text)} characters of {whose}: {right.limit} may be shown"
        yield ContentError(message, line=line)
    elif len(passage.text) > limits.get(passage.url, len(passage.text)):
        message = f"{len(passage.text)} characters of a page of {citation.source} that allows {limits[passage.url]}"
        yield ContentError(f"{message} ({_MACHINES})", line=line)
    if right.rights is not Rights.FULL:
        yield from _one_an_article(citation, line, told)


def _beyond(words: str, line: int, urls: Iterable[str], limits: Mapping[str, int]) -> Iterator[ContentError]:
    """What is wrong with words in quotation marks of a page whose publisher limits what is shown of it."""
    least = min(urls, key=lambda url: limits.get(url, len(words)), default="")
    if len(words) > limits.get(least, len(words)):
        message = f"{len(words)} quoted characters of a page that allows {limits[least]} ({least})"
        yield ContentError(f"{message}; {_MACHINES}", line=line)


def _inline(
    words: str, line: int, named: Sequence[Citation], rights: Mapping[str, Right], told: Counter[str]
) -> Iterator[ContentError]:
    """What is wrong with words in quotation marks within a sentence."""
    allowed = [_right(citation, rights) for citation in named] or [NOTHING]
    right = Right(rights=strictest(*(each.rights for each in allowed)), limit=min(each.limit for each in allowed))
    count = len(words.split())
    if count <= SPEECH or right.rights is Rights.FULL:
        return
    if right.rights is Rights.LINK:
        yield ContentError(f"{count} quoted words of {_outlets(named, right)}: {SPEECH} may be shown", line=line)
    elif len(words) > right.limit:
        message = f"{len(words)} quoted characters of {_outlets(named, right)}: {right.limit} may be shown"
        yield ContentError(message, line=line)
    else:
        yield from _one_an_article(named[0], line, told)


def _one_an_article(citation: Citation, line: int, told: Counter[str]) -> Iterator[ContentError]:
    told[citation.url] += 1
    if told[citation.url] > 1:
        yield ContentError(f"a second passage of one article of {citation.source}; one may be shown", line=line)


def _outlets(named: Sequence[Citation], right: Right) -> str:
    return f"{', '.join(citation.source for citation in named) or 'no source'}, of rights class '{right.rights}'"


def _right(citation: Citation, rights: Mapping[str, Right]) -> Right:
    carrier = rights.get(citation.source, rights.get(ANYBODY, NOTHING))
    if citation.origin is None:
        return carrier
    origin = rights.get(citation.origin, NOTHING)
    return Right(rights=strictest(carrier.rights, origin.rights), limit=min(carrier.limit, origin.limit))


def _quotations(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Each quotation with the index of the line it begins in and the lines around it: marks may span lines.

    A paragraph in `>` is a quotation without marks.
    """
    text = "\n".join(html.unescape(line).replace("\n", " ") for line in lines)
    for start, end in quoted(text):
        first, last = text.count("\n", 0, start), text.count("\n", 0, end)
        yield first, _words(text[start:end]), "\n".join(lines[first : last + 1])
    for match in re.finditer(r"(?m)(?:^>.*\n?)+", text):
        first = text.count("\n", 0, match.start())
        yield first, _words(re.sub(r"(?m)^>\s?", "", match[0])), match[0]


def _words(markdown: str) -> str:
    """What is quoted, without the addresses of links."""
    return unescaped(re.sub(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\]\([^)]*\)", r"\1", markdown))
