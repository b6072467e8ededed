"""The subscription list of anybody's feed reader (OPML), read as sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from scrapers.addresses import absolute_url, host
from scrapers.errors import ConfigError
from scrapers.model import Feed, Rights, Source, strictest
from scrapers.newswires import WHY, sells_its_wire
from scrapers.outlet import house, plain_name
from scrapers.text import line


def sources_of(opml: bytes, *, name: str, known: Mapping[str, Source]) -> tuple[Source, ...]:
    """The sources an OPML list names, in its order, each once.

    `name` is where the list came from, for messages. `known` are the project's own sources by feed address: a feed
    found there keeps its affiliation and rights. Any other is of unknown affiliation and of class `preview`, or `link`
    where it is a wire that is sold or another feed of a source that is known to be of that class.
    Raises ConfigError when the list is no OPML or names no feed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(opml, parser)
    except etree.XMLSyntaxError as error:
        raise ConfigError(f"{name}: no XML at all ({error}); export the list as OPML from your feed reader") from error
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise ConfigError(f"{name}: no OPML; export the list as OPML from your feed reader")
    feeds: dict[str, str] = {}
    sites: dict[str, str] = {}
    for outline in root.iter("outline"):
        attributes = {key.lower(): str(value) for key, value in outline.attrib.items()}
        url = absolute_url(attributes.get("xmlurl", ""))
        if url is not None:
            title = line(attributes.get("title") or attributes.get("text") or "")
            feeds.setdefault(url, title or host(url))
            sites.setdefault(url, absolute_url(attributes.get("htmlurl", "")) or url)
    if not feeds:
        raise ConfigError(f"{name}: names no feed (no outline with an xmlUrl)")
    found: dict[str, Source] = {}
    for url, title in feeds.items():
        source = _source(url, sites[url], title, list(feeds.values()), known)
        if url in known:
            # Of a source we know, the feeds that the list names, and it once.
            named = tuple(feed for feed in source.feeds if feed.url in feeds)
            source = replace(source, feeds=named)
        found.setdefault(source.name, source)
    return tuple(found.values())


def _source(url: str, site: str, title: str, titles: list[str], known: Mapping[str, Source]) -> Source:
    if url in known:
        return known[url]
    # Two feeds of one name are told apart by their address.
    name = title if titles.count(title) == 1 else f"{title} ({url})"
    plain = plain_name(title)
    source = Source(
        name=name,
        shown=plain if plain != name else None,
        feeds=(Feed(url=url),),
        language="",
        family=house(title),
    )
    if sells_its_wire(title, (url, site)):
        return replace(source, rights=Rights.LINK, rights_why=WHY)
    stricter = next((each for each in known.values() if each.rights is Rights.LINK and _is_of(title, url, each)), None)
    if stricter is None:
        return source
    return replace(source, rights=strictest(source.rights, stricter.rights), rights_why=stricter.rights_why)


def _is_of(title: str, url: str, source: Source) -> bool:
    """Is a feed of this title and address another one of a source we know?"""
    hosts = {host(address) for address in (source.homepage or "", *(feed.url for feed in source.feeds))} - {""}
    return host(url) in hosts or house(title) == house(source.name)
