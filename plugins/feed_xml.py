"""A feed as RSS 2.0 and as Atom, by feedgen, with what feedgen 1.0 lacks added as extensions.

What it gets wrong, and is made good here: an Atom entry's links lose their rel and type (#135); RSS shows only the self
link; `content` needs another type in each format, hence two passes; `updated` is not in RSS; dates come from the clock;
entries are prepended; one control character stops the whole feed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from plugins.channels import Channel
from plugins.routes import CARD, CARD_SIZE, feed_path
from scrapers.settings import Settings
from scrapers.text import fit, line

_ATOM = "http://www.w3.org/2005/Atom"
_MEDIA = "http://search.yahoo.com/mrss/"
_GEORSS = "http://www.georss.org/georss"
_HISTORY = "http://purl.org/syndication/history/1.0"
TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
# Minutes between two looks; Blogtrottr takes 5 to 720. A briefing comes once a day, a correction at any hour.
_TTL = 360


# The replacement character, the C1 controls, and the last two code points of each plane, which are no characters.
_BROKEN = re.compile(
    "[\x80-\x9f\ufffd" + "".join(chr(p * 0x10000 + n) for p in range(1, 17) for n in (0xFFFE, 0xFFFF)) + "]"
)


class _Links(BaseExtension):  # type: ignore[misc]
    """The channel's links that feedgen does not write into RSS, and RFC 5005's mark of an archive."""

    links: tuple[dict[str, str], ...] = ()
    archive = False
    pictures = False
    points = False

    def extend_ns(self) -> dict[str, str]:
        used = {"fh": _HISTORY if self.archive else "", "media": _MEDIA if self.pictures else ""}
        used["georss"] = _GEORSS if self.points else ""
        return {prefix: address for prefix, address in used.items() if address}

    def extend_rss(self, feed: Any) -> Any:
        for link in self.links:
            if link["rel"] != "self":
                etree.SubElement(feed[0], f"{{{_ATOM}}}link", link)
        if self.archive:
            etree.SubElement(feed[0], f"{{{_HISTORY}}}archive")
        return feed

    def extend_atom(self, feed: Any) -> Any:
        if self.archive:
            etree.SubElement(feed, f"{{{_HISTORY}}}archive")
        return feed


class _Entry(BaseEntryExtension):  # type: ignore[misc]
    """An entry's alternate link as it was meant, when the entry was changed, also in RSS, and a picture for mail."""

    updated = ""
    picture = ""
    language: str | None = None
    point: tuple[float, float] | None = None

    def _located(self, entry: Any) -> None:
        """Where it happened, as GeoRSS Simple has it: north, then east."""
        if self.point:
            etree.SubElement(entry, f"{{{_GEORSS}}}point").text = f"{self.point[0]:g} {self.point[1]:g}"

    def extend_atom(self, entry: Any) -> Any:
        self._located(entry)
        if self.language:
            entry.find("title").set("{http://www.w3.org/XML/1998/namespace}lang", self.language)
        for link in entry.findall("link"):
            link.set("rel", "alternate")
            link.set("type", "text/html")
        return entry

    def extend_rss(self, entry: Any) -> Any:
        etree.SubElement(entry, f"{{{_ATOM}}}updated").text = self.updated
        if self.picture:
            width, height = map(str, CARD_SIZE)
            shown = {"url": self.picture, "medium": "image", "type": "image/png", "width": width, "height": height}
            etree.SubElement(entry, f"{{{_MEDIA}}}content", shown)
        self._located(entry)
        return entry


def rss(channel: Channel, settings: Settings, hub: str = "") -> bytes:
    """The feed as RSS 2.0."""
    made: bytes = _feed(channel, settings, hub, "rss").rss_str(pretty=True)
    return made


def atom(channel: Channel, settings: Settings, hub: str = "") -> bytes:
    """The feed as Atom (RFC 4287)."""
    made: bytes = _feed(channel, settings, hub, "atom").atom_str(pretty=True)
    return made


def links(channel: Channel, settings: Settings, hub: str, kind: str) -> tuple[dict[str, str], ...]:
    """The feed's own links: itself, its other form, the hub, the older archive. All but the page it belongs to."""
    other = "atom" if kind == "rss" else "rss"

    def address(name: str, form: str) -> str:
        return f"{settings.url}/{feed_path(name, form)}"

    found = [{"rel": "self", "href": address(channel.name, kind), "type": TYPES[kind]}]
    if not channel.archive:
        found.append({"rel": "alternate", "href": address(channel.name, other), "type": TYPES[other]})
    if channel.archive:
        found.append({"rel": "current", "href": address("digest", kind), "type": TYPES[kind]})
    if channel.previous:
        found.append({"rel": "prev-archive", "href": address(channel.previous, kind), "type": TYPES[kind]})
    if hub:
        found.append({"rel": "hub", "href": hub})
    return tuple(found)


@lru_cache(maxsize=4096)  # an item stands in several feeds, and in each in two forms
def clean(text: str) -> str:
    """`text` without what readers and validators take for a broken encoding."""
    return _BROKEN.sub("", fit(text))


def _feed(channel: Channel, settings: Settings, hub: str, kind: str) -> FeedGenerator:
    feed = FeedGenerator()
    feed.register_extension("nightdesk", _Links, _Entry)
    feed.id(channel.id)
    feed.title(clean(channel.title))
    feed.subtitle(clean(channel.subtitle))
    feed.description(clean(channel.subtitle))
    feed.language(settings.language)
    feed.updated(channel.updated)
    feed.generator("Nightdesk")
    feed.author(name=line(settings.publisher), email=settings.email)
    feed.managingEditor(f"{settings.email} ({line(settings.publisher)})")
    feed.ttl(_TTL)
    own = links(channel, settings, hub, kind)
    feed.nightdesk.links, feed.nightdesk.archive = own, channel.archive
    # Mailchimp and Letterhead show an item's picture; the digest is what they are given.
    picture = f"{settings.url}/{CARD}" if kind == "rss" and channel.name == "digest" else ""
    feed.nightdesk.pictures = bool(picture)
    feed.nightdesk.points = any(post.point for post in channel.posts)
    for link in own:
        feed.link(**link)
    # RSS takes the last link() call for the channel's own.
    feed.link(href=f"{settings.url}/{channel.page}", rel="alternate", type="text/html")

    for post in channel.posts:
        entry = feed.add_entry(order="append")
        entry.nightdesk.picture = picture
        entry.nightdesk.point = post.point
        entry.nightdesk.language = post.language
        entry.nightdesk.updated = post.updated.isoformat()
        entry.id(post.id)
        entry.title(clean(post.title))
        entry.link(href=post.url)
        entry.author(name=line(settings.publisher), email=settings.email)
        entry.published(post.published)
        entry.updated(post.updated)
        entry.summary(clean(post.summary))
        entry.content(clean(post.html), type="CDATA" if kind == "rss" else "html")
        for category in post.categories:
            entry.category(term=category.term, label=clean(category.label), scheme=category.scheme)
    return feed
