"""An entry of a feed and, where it was read, its page: together one article, or one a part where it is a round-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from scrapers.addresses import canonical_url, cited_url, host, page_of, short_hash
from scrapers.extract import preview
from scrapers.extract.byline import agency
from scrapers.extract.canonical import own_canonical
from scrapers.extract.dateline import dateline
from scrapers.extract.identity import keys_of
from scrapers.extract.snippet import snippet_of, strictest_rule
from scrapers.model import Article, Entry, Evidence, Origin, Part, Preview, Reading, Rights, Source, strictest
from scrapers.outcome import Result
from scrapers.text import fit, primary_language

_BARE = re.compile(r"[\d.]+|.*:.*|localhost")
_CUT_SHORT = re.compile(r"(…|\.\.\.)$")
#: How a feed signs a text that it carries: "AFP", "By Reuters", "Jane Doe with AFP"; and below it, "(AP)".
_SIGNED = re.compile(r"\s*(?:[/,;|]|\s[-–—]\s|\b(?:et|and|und|mit|with|via|by|von|par)\b)\s*", re.IGNORECASE)
_BELOW = re.compile(r"(?:[(\[]|\s[-–—]\s)([^()\[\]]{2,40}?)[)\]]?\s*\.?$")


def articles_of(
    entry: Entry,
    reading: Reading | None,
    source: Source,
    *,
    ceiling: Rights = Rights.FULL,
    headers: Iterable[tuple[str, str]] = (),
    evidence: Evidence | None = None,
    sources: Sequence[Source] = (),
) -> tuple[Article, ...]:
    """The article of an entry, or the articles of a round-up.

    `reading` is None, or not OK, where the page could not be read: the entry's own words then serve. `ceiling` is the
    most the site shows of anybody. The address cited is the one that was read: a canonical address of another house
    says who made the text, but is no key, and a page cannot send readers elsewhere. An origin among `sources` goes by
    its name, and its class holds where it is the stricter; any other origin's is `link`. `headers` are those of the
    servers that sent page and feed: what they, or the page, forbid of the one is not shown of the other.
    """
    page = reading if reading is not None and reading.result is Result.OK else None
    canonical = own_canonical(page, entry, source) if page else None
    url = cited_url(canonical) if canonical and host(canonical) == host(entry.url) else entry.url
    keys = keys_of(entry)
    identity = canonical_url(canonical) if canonical else keys[-1]
    origin = page.origin if page and page.origin else _signed(entry)
    if origin is not None and origin.evidence == "canonical" and _BARE.fullmatch(host(entry.url)):
        origin = None  # a mirror at a bare address has no site of its own that another could be told from
    maker = _known(origin, sources) if origin else None
    if origin is not None and maker is not None:
        origin = replace(origin, name=maker.name)
    if origin is not None and _is_own(origin, source):
        origin = None
    held = reading.withheld if reading is not None else ""
    text = page.text if page and not page.stub and len(page.text) > len(entry.summary) else entry.text or entry.summary
    article = Article(
        id=short_hash(identity),
        source=source,
        url=url,
        keys=tuple(sorted({*keys, identity})),
        headline=fit(_headline(entry, page)),
        summary=fit(entry.summary or (page.standfirst if page and page.standfirst else "")),
        text=fit(text),
        authors=(page.authors if page else ()) or entry.authors,
        published=_published(entry, page),
        language=primary_language(source.language or (page.language if page else None) or entry.language or "en"),
        section=page.section if page else None,
        dateline=page.dateline if page else None,
        origin=origin,
        rights=strictest(source.rights, ceiling, *((maker.rights if maker else Rights.LINK,) if origin else ())),
        previews=preview.each_once(*_fit(preview.of_entry(entry, withheld=held)), *_fit(page.previews if page else ())),
        # Also of a page that could not be read: its head said so all the same.
        snippet=strictest_rule(*((reading.snippet,) if reading else ()), snippet_of({}, headers)),
        withheld=fit(held),
        evidence=evidence,
    )
    parts = page.parts if page and not page.stub else ()
    return tuple(_part(article, part) for part in parts) or (article,)


def _fit(previews: Iterable[Preview]) -> Iterator[Preview]:
    """As all that is read of an article: without characters that no page may carry, and that mean something to us."""
    return (replace(each, text=fit(each.text)) for each in previews)


def _part(article: Article, part: Part) -> Article:
    name = part.anchor or short_hash(part.title)
    return replace(
        article,
        id=short_hash(f"{article.keys[0]}#{name}"),
        url=f"{page_of(article.url)}#{part.anchor}" if part.anchor else article.url,
        keys=(*article.keys, f"{page_of(canonical_url(article.url))}#{name}"),
        headline=fit(part.title),
        summary="",  # the feed's summary is about the whole page, and so is what the page's head offers
        previews=(),
        text=fit(part.text),
        published=part.published.astimezone(UTC) if part.published else article.published,
        dateline=None,
    )


def _headline(entry: Entry, page: Reading | None) -> str:
    if page and page.title and (_CUT_SHORT.search(entry.headline) or not entry.headline):
        return page.title
    return entry.headline


def _published(entry: Entry, page: Reading | None) -> datetime | None:
    moment = entry.published or (page.published if page else None)
    if moment is None:
        return None
    # A page that names no zone is taken at its word as UTC: the field is for ordering, never shown as a local time.
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _known(origin: Origin, sources: Sequence[Source]) -> Source | None:
    """The origin as a source that we know: a dateline shouts `NORTHWIRE`, a link says `northwire.example`."""
    site = host(origin.url) if origin.url else ""
    for source in sources:
        names = (source.name.casefold(), source.plain_name.casefold())
        if origin.name.casefold() in names or (site and site == host(source.homepage or "")):
            return source
    return None


def _signed(entry: Entry) -> Origin | None:
    """The agency that a feed's own words name as the maker: where its page was not read, nothing else does."""
    site = host(entry.url).split(".")

    def foreign(name: str) -> str | None:
        found = agency(name)
        own = found and any(re.sub(r"\W", "", found.casefold()) + end in site for end in ("", "news", "com"))
        return None if own else found

    for author in entry.authors:
        for part in (author, *_SIGNED.split(author)):
            if name := foreign(part):
                return Origin(name=name, evidence="byline")
    for text in (entry.summary, entry.text):
        line = dateline(text, published=entry.published.date() if entry.published else None)
        if line and line[0].agency and (name := foreign(line[0].agency)):
            return Origin(name=name, evidence="dateline")
        below = _BELOW.search(text[-60:])
        if below and (name := foreign(below[1])):
            return Origin(name=name, evidence="text")
    return None


def _is_own(origin: Origin, source: Source) -> bool:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\w+", text.casefold())) - {"the", "news", "agency"}

    return bool(names(origin.name)) and (
        names(origin.name) <= names(source.name)
        or (origin.url is not None and host(origin.url) == host(source.homepage or ""))
    )
