"""What do RSS (0.9x, 1.0, 2.0) and Atom say? feedparser reads them; what it gives is text to clean, never markup."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.parsers import expat

import feedparser

from scrapers.addresses import absolute_url
from scrapers.extract.entries import Draft, Found, NotAFeed
from scrapers.extract.feedtext import character_references, from_root, paragraphs, snippet
from scrapers.extract.feedtime import feed_time
from scrapers.outcome import Result

#: Deeper or wider than any feed met; feedparser needs over 10 s for 200,000 attributes or 500,000 levels.
DEPTH, ATTRIBUTES = 100, 100
_ENTITY = re.compile(r"<!ENTITY\s+(%\s*)?([^\s\"'>]+)\s+(SYSTEM|PUBLIC|\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_ENTITY_VALUE = 100  # characters
_CLOSED = re.compile(r"</\s*(?:[\w.-]+:)?(rss|feed|rdf|channel)\s*>\s*(<!--.*?-->\s*)*", re.IGNORECASE | re.DOTALL)
#: A picture's words, which feedparser takes for the entry's where that has none.
_CAPTIONS = re.compile(r"<media:(title|description|text)\b[^>]{0,500}>.{0,5000}?</media:\1\s*>", re.DOTALL)
_ENTRY_END = re.compile(r"</\s*(?:[\w.-]+:)?(?:item|entry)\s*>", re.IGNORECASE)


def read(text: str, *, url: str) -> Found:
    """The entries of an RSS or Atom document. Raises NotAFeed for one that is an attack or in ruins."""
    prolog, document = from_root(text)
    document = _entities(prolog, document)
    problem = checked_xml(document)
    whole = bool(_CLOSED.search(document[-2000:]))
    if not whole:
        # Of an entry that is cut, the address may be cut too: what follows the last whole one goes.
        document = document[: max((match.end() for match in _ENTRY_END.finditer(document)), default=0)]
    try:
        # BytesIO: a string or bytes might be taken for a file's name.
        parsed = feedparser.parse(
            io.BytesIO(_CAPTIONS.sub("", character_references(document)).encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # ruins find holes in its lenient parser
        raise NotAFeed(Result.BROKEN_FEED, f"{problem or 'cannot be read'} ({type(error).__name__})") from error
    result, detail = Result.OK, ""
    if not whole:
        result, detail = Result.TRUNCATED, f"ends early, after {len(parsed.entries)} entries"
    elif problem:
        detail = f"XML is not well-formed ({problem}), read all the same"
    if not parsed.entries and (problem or not whole):
        raise NotAFeed(Result.BROKEN_FEED, problem or "ends early")
    home = _got(parsed.feed, "link")
    base = absolute_url(home, url) if home else None
    return Found(
        drafts=[_draft(entry, base=base or url) for entry in parsed.entries],
        title=snippet(_got(parsed.feed, "title") or "") or None,
        language=_got(parsed.feed, "language"),
        result=result,
        detail=detail,
    )


def _entities(prolog: str, document: str) -> str:
    """The document with its own plain entities put in. The prolog goes: no parser sees a document type."""
    for match in _ENTITY.finditer(prolog):
        parameter, name, value = match.groups()
        if parameter or value.upper() in ("SYSTEM", "PUBLIC"):
            raise NotAFeed(Result.BROKEN_FEED, f"declares an entity that lies elsewhere ({name[:30]})")
        value = value[1:-1]
        if len(value) > _ENTITY_VALUE or re.search(r"&(?!#)", value):
            raise NotAFeed(Result.BROKEN_FEED, f"declares an entity that grows ({name[:30]})")
        document = document.replace(f"&{name};", value)
    return document


class _TooMuch(Exception):
    pass


def checked_xml(document: str) -> str:
    """Why the XML is not well-formed, empty if it is. Raises NotAFeed where it is built to exhaust its reader."""
    depth = 0

    def start(_: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH or len(attributes) > ATTRIBUTES:
            raise _TooMuch

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(document.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        return expat.ErrorString(error.code) or "error"
    except _TooMuch:
        raise NotAFeed(
            Result.BROKEN_FEED, f"more than {DEPTH} levels or {ATTRIBUTES} attributes: built to exhaust its reader"
        ) from None
    return ""


def _draft(entry: Any, *, base: str) -> Draft:
    guid = _got(entry, "id")
    link = _got(entry, "feedburner_origlink") or _got(entry, "link")
    if link is None and guid and re.match(r"https?://", guid.strip()):
        link = guid
    summary, text = _got(entry, "summary") or "", ""
    for content in dict.get(entry, "content") or ():
        markup = content.get("value") or ""
        kind = content.get("type", "")
        if len(markup) > len(text) and (not kind or "html" in kind or "text" in kind):
            text = markup
    published, updated = feed_time(_got(entry, "published")), feed_time(_got(entry, "updated"))
    return Draft(
        link=link.strip() if link else None,
        base=base,
        guid=guid,
        title=_got(entry, "title"),
        summary=summary if summary != text else "",
        text=paragraphs(text),
        published=published or feed_time(_got(entry, "created")) or updated,
        updated=updated,
        authors=_authors(entry),
        categories=tuple(tag.get("term") or "" for tag in dict.get(entry, "tags") or () if tag.get("term")),
        language=_got(dict.get(entry, "title_detail") or {}, "language"),
    )


def _authors(entry: Any) -> tuple[str, ...]:
    authors = dict.get(entry, "authors") or ()
    names = [author.get("name") or "" for author in authors]
    whole = _got(entry, "author") or ""
    if len(authors) <= 1 and "@" in whole:
        # RSS: `jane@paper.example (Jane Doe)`, and every other order of the two; feedparser cuts odd domains.
        names = [re.sub(r"\S+@\S+|[()<>]", " ", whole)]
    return tuple(name for name in names if name.strip() and not re.fullmatch(r"\S+@\S+", name.strip()))


def _got(mapping: Any, name: str) -> str | None:
    """A field as text. `dict.get`: feedparser's own look-up answers with other fields, and warns."""
    value = dict.get(mapping, name)
    return value if isinstance(value, str) and value.strip() else None
