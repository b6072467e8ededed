"""What does a JSON Feed (1.0, 1.1) say?"""

from __future__ import annotations

import json
from typing import Any

from scrapers.extract.entries import Draft, Found, NotAFeed
from scrapers.extract.feedtext import paragraphs, snippet
from scrapers.extract.feedtime import feed_time
from scrapers.outcome import Result


def loaded(text: str) -> Any:
    """The JSON value. Raises NotAFeed for what is none, or is nested to exhaust its reader."""
    try:
        return json.loads(text)
    except RecursionError:
        raise NotAFeed(Result.BROKEN_FEED, "nested to exhaust its reader") from None
    except ValueError as error:
        raise NotAFeed(Result.BROKEN_FEED, f"no JSON: {error}"[:120]) from None


def read(text: str, *, url: str) -> Found:
    """The entries of a JSON Feed. Raises NotAFeed."""
    document = loaded(text)
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        raise NotAFeed(Result.NOT_A_FEED, "JSON, but no JSON Feed")
    base = string(document.get("home_page_url")) or url
    return Found(
        drafts=[_draft(item, base=base) for item in document["items"] if isinstance(item, dict)],
        title=snippet(string(document.get("title")) or "") or None,
        language=string(document.get("language")),
    )


def _draft(item: dict[str, Any], *, base: str) -> Draft:
    identity = item.get("id")
    link = string(item.get("url")) or string(item.get("external_url"))
    if link is None and isinstance(identity, str) and identity.startswith(("http://", "https://")):
        link = identity
    updated = feed_time(string(item.get("date_modified")))
    text = string(item.get("content_text"))
    authors = item.get("authors") or [item.get("author")]
    return Draft(
        link=link,
        base=base,
        guid=str(identity) if isinstance(identity, str | int | float) else None,
        title=string(item.get("title")),
        summary=string(item.get("summary")),
        text="\n".join(part for part in map(snippet, text.split("\n")) if part)
        if text
        else paragraphs(string(item.get("content_html")) or ""),
        published=feed_time(string(item.get("date_published"))) or updated,
        updated=updated,
        authors=tuple(
            name
            for author in (authors if isinstance(authors, list) else [])
            if isinstance(author, dict) and (name := string(author.get("name")))
        ),
        categories=tuple(tag for tag in item.get("tags") or () if isinstance(tag, str))
        if isinstance(item.get("tags"), list)
        else (),
        language=string(item.get("language")),
    )


def string(value: object) -> str | None:
    """Text that says something, or None."""
    return value if isinstance(value, str) and value.strip() else None
