"""What does a WordPress site say at /wp-json/wp/v2/posts?"""

from __future__ import annotations

from typing import Any

from scrapers.extract.entries import Draft, Found, NotAFeed
from scrapers.extract.feedtext import paragraphs, snippet
from scrapers.extract.feedtime import feed_time
from scrapers.extract.jsonfeed import loaded, string
from scrapers.outcome import Result


def looks_like(text: str) -> bool:
    """Is it a list of posts, or WordPress's word that there is none?"""
    head = text.lstrip()[:400]
    return head.startswith("[") or '"code":"rest_' in head.replace(" ", "")


def read(text: str, *, url: str) -> Found:
    """The posts. Raises NotAFeed."""
    document = loaded(text)
    if isinstance(document, dict):
        raise NotAFeed(Result.NOT_A_FEED, f"WordPress says {snippet(str(document.get('code')))[:60]}")
    if not isinstance(document, list) or (document and not any(_is_post(post) for post in document)):
        raise NotAFeed(Result.NOT_A_FEED, "JSON, but no list of posts")
    return Found(drafts=[_draft(post, base=url) for post in document if _is_post(post)])


def _is_post(post: object) -> bool:
    return isinstance(post, dict) and "link" in post and ("title" in post or "excerpt" in post)


def _draft(post: dict[str, Any], *, base: str) -> Draft:
    # Only the GMT fields say which moment it was; `date` is in the site's own, unnamed zone.
    updated = feed_time(string(post.get("modified_gmt")))
    return Draft(
        link=string(post.get("link")),
        base=base,
        guid=_rendered(post.get("guid")),
        title=_rendered(post.get("title")),
        summary=_rendered(post.get("excerpt")),
        text=paragraphs(_rendered(post.get("content")) or ""),
        published=feed_time(string(post.get("date_gmt"))) or updated,
        updated=updated,
    )


def _rendered(value: object) -> str | None:
    return string(value.get("rendered")) if isinstance(value, dict) else string(value)
