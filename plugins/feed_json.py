"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from plugins.channels import Channel, Post
from plugins.feed_xml import clean
from plugins.routes import feed_path
from scrapers.settings import Settings
from scrapers.text import line


def json_feed(channel: Channel, settings: Settings, hub: str = "") -> bytes:
    """The feed as JSON, UTF-8, one property a line."""
    document: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": line(channel.title),
        "home_page_url": f"{settings.url}/{channel.page}",
        "feed_url": f"{settings.url}/{feed_path(channel.name, 'json')}",
        "description": line(channel.subtitle),
        "language": settings.language,
        "authors": [{"name": line(settings.publisher), "url": f"mailto:{settings.email}"}],
    }
    if hub:
        document["hubs"] = [{"type": "WebSub", "url": hub}]
    document["items"] = [_item(post) for post in channel.posts]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _item(post: Post) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": post.id,
        "url": post.url,
        "title": clean(post.title),
        "summary": line(post.summary),
        "content_html": clean(post.html),
        "date_published": post.published.isoformat(),
        "date_modified": post.updated.isoformat(),
    }
    if post.text:
        item["content_text"] = clean(post.text)
    if post.categories:
        item["tags"] = list(dict.fromkeys(category.label for category in post.categories))
    return item
