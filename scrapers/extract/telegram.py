"""What does a Telegram channel's public preview say (the page at t.me/s/NAME)?"""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import Tag

from scrapers.extract.charset import decoded
from scrapers.extract.entries import Draft, Found, NotAFeed
from scrapers.extract.feedtext import paragraphs, snippet
from scrapers.extract.feedtime import feed_time
from scrapers.outcome import Result


def read(body: bytes, *, url: str, content_type: str | None) -> Found:
    """An entry for each message with words, the newest first. Raises NotAFeed where the channel shows no preview."""
    page = BeautifulSoup(decoded(body, content_type), "lxml")
    messages = page.select(".tgme_widget_message[data-post]")
    title = page.select_one(".tgme_channel_info_header_title, .tgme_header_title")
    if not messages:
        if title is not None and page.select_one(".tgme_channel_history") is not None:
            raise NotAFeed(Result.EMPTY, "a channel without messages")
        raise NotAFeed(Result.NOT_A_FEED, "no public preview of a channel")
    return Found(
        drafts=[_draft(message) for message in reversed(messages)],
        title=snippet(title.get_text(" ")) if title is not None else None,
    )


def _draft(message: Tag) -> Draft:
    post = str(message["data-post"])
    # A reply quotes the message it answers with the same class; the message's own words come last.
    bodies = [body for body in message.select(".tgme_widget_message_text") if body.find_parent(class_=_QUOTE) is None]
    text = paragraphs(bodies[-1].decode_contents()) if bodies else ""
    moment = message.select_one("a.tgme_widget_message_date time[datetime]")
    author = message.select_one(".tgme_widget_message_from_author")
    forwarded = message.select_one(".tgme_widget_message_forwarded_from_name")
    return Draft(
        link=f"https://t.me/{post}",
        base="https://t.me/",
        guid=f"https://t.me/{post}",
        text=text,
        published=feed_time(str(moment["datetime"])) if moment is not None else None,
        authors=tuple(element.get_text(" ") for element in (author, forwarded) if element is not None),
    )


_QUOTE = "tgme_widget_message_reply"
