"""What does a feed say? Bytes of any kind of feed to its entries, and a name for what is no feed."""

from __future__ import annotations

from datetime import datetime, timedelta

from scrapers.extract import jsonfeed, listing, sitemap, syndication, telegram, wordpress
from scrapers.extract.charset import decoded
from scrapers.extract.entries import NotAFeed, gathered
from scrapers.extract.feedtext import root_name
from scrapers.model import Feed, FeedKind, FeedReading
from scrapers.outcome import Result

#: Dates up to this far ahead are a clock that runs fast, not the future.
AHEAD = timedelta(hours=1)


def read_feed(body: bytes, feed: Feed, *, url: str, content_type: str | None, now: datetime) -> FeedReading:
    """The entries of a feed as they stand in it, the same one once, all of it plain text.

    `url` is where the body came from (after redirects), `content_type` the header's value, `now` aware. Never raises
    for what is in `body`; untrusted bytes can cost time and memory, so call it through `scrapers.bounded`.

    The result names what is wrong; entries may be there all the same (TRUNCATED: those before the cut; UNDATED and
    FUTURE: all of them, for the caller to judge one by one).
    """
    try:
        if feed.kind is FeedKind.LISTING:
            found = listing.read(body, feed, url=url, content_type=content_type)
        elif feed.kind is FeedKind.TELEGRAM:
            found = telegram.read(body, url=url, content_type=content_type)
        else:
            text = decoded(body, content_type)
            if not text.strip():
                raise NotAFeed(Result.EMPTY, "no content")
            root = root_name(text)
            if root == "json":
                read_json = wordpress.read if wordpress.looks_like(text) else jsonfeed.read
                found = read_json(text, url=url)
            elif root in ("urlset", "sitemapindex"):
                found = sitemap.read(text, url=url)
            elif root is not None:
                found = syndication.read(text, url=url)
            else:
                raise NotAFeed(Result.NOT_A_FEED, "HTML" if "<html" in text[:5000].lower() else "neither XML nor JSON")
    except NotAFeed as error:
        return FeedReading(entries=(), result=error.result, detail=error.detail)
    entries, notes = gathered(found.drafts)
    result, detail = found.result, found.detail
    if not entries and result is Result.OK:
        result, detail = Result.EMPTY, detail or "no entries"
    elif result is Result.OK and found.dated and all(entry.published is None for entry in entries):
        result, detail = Result.UNDATED, f"{len(entries)} entries"
    elif result is Result.OK and all(entry.published and entry.published > now + AHEAD for entry in entries):
        first = min(entry.published for entry in entries if entry.published)
        result, detail = Result.FUTURE, f"{len(entries)} entries from {first:%Y-%m-%d} on"
    return FeedReading(
        entries=entries,
        result=result,
        detail="; ".join(part for part in (detail, *notes) if part),
        title=found.title,
        language=found.language,
    )
