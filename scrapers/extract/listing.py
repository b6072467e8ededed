"""What does a page that lists articles say? The source's form names the selectors."""

from __future__ import annotations

from datetime import datetime

from bs4 import BeautifulSoup
from bs4.element import Tag
from soupsieve import SelectorSyntaxError

from scrapers.addresses import absolute_url
from scrapers.extract.charset import decoded
from scrapers.extract.entries import Draft, Found, NotAFeed
from scrapers.extract.feedtext import snippet
from scrapers.extract.feedtime import feed_time
from scrapers.model import Feed
from scrapers.outcome import Result


def read(body: bytes, feed: Feed, *, url: str, content_type: str | None) -> Found:
    """An entry for each element that `feed.item` selects. Raises NotAFeed where it selects none."""
    if feed.item is None:
        raise NotAFeed(Result.NOT_A_FEED, "a listing needs `item`, the selector of one entry, in its source's form")
    page = BeautifulSoup(decoded(body, content_type), "lxml")
    try:
        items = page.select(feed.item)
        drafts = [_draft(item, feed, base=_base(page, url)) for item in items]
    except SelectorSyntaxError as error:
        raise NotAFeed(Result.NOT_A_FEED, f"selector: {error}".splitlines()[0][:160]) from None
    if not items:
        raise NotAFeed(Result.EMPTY, f"nothing matches {feed.item!r}; has the page changed?")
    title = page.title.get_text() if page.title else ""
    language = page.html.get("lang") if page.html else None
    return Found(
        drafts=drafts,
        title=snippet(title) or None,
        language=language if isinstance(language, str) else None,
        dated=feed.time is not None,
    )


def _base(page: BeautifulSoup, url: str) -> str:
    element = page.find("base", href=True)
    return (absolute_url(str(element["href"]), url) if isinstance(element, Tag) else None) or url


def _draft(item: Tag, feed: Feed, *, base: str) -> Draft:
    link = item if item.name == "a" and item.get("href") else item.select_one(feed.link)
    headline = item.select_one(feed.headline) if feed.headline else link
    moment = item.select_one(feed.time) if feed.time else None
    return Draft(
        link=str(link["href"]) if link is not None and link.get("href") else None,
        base=base,
        title=headline.get_text(" ") if headline is not None else None,
        published=_time(moment) if moment is not None else None,
    )


def _time(element: Tag) -> datetime | None:
    for value in (element.get("datetime"), element.get("content"), element.get_text(" ")):
        found = feed_time(str(value)) if value else None
        if found is not None:
            return found
    return None
