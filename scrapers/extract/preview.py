"""Which texts does a publisher offer to be shown beside its link?

The feed's summary, and the page's standfirst and descriptions: written to be read elsewhere, and so the first choice
for a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scrapers.extract import jsonld
from scrapers.extract.feedtext import snippet
from scrapers.extract.metadata import Head
from scrapers.extract.title import plain, without_site
from scrapers.model import Entry, Preview
from scrapers.text import line
from scrapers.withheld import is_withheld

#: A longer description is an article in the wrong place.
_LONGEST = 5000  # characters
#: What a feed puts below a summary: WordPress's line, and the label of a link.
_TRAILER = re.compile(
    r"\s*(?:\bThe post .{1,400} (?:appeared first|first appeared) on .{1,200}|"
    r"\b(?:Continue reading|Read more|Read the full (?:story|article)|Read on)\b[\s.…→»]*)$",
    re.DOTALL,
)
#: Nodes of JSON-LD that tell of the site: what they say is the same on every page.
_OF_THE_SITE = re.compile(r"(?:WebSite|Organization|Corporation|Brand)$")


def of_page(head: Head, standfirst: str | None, *, title: str | None, sites: set[str]) -> tuple[Preview, ...]:
    """What a page's standfirst and head offer, the strongest first; each text once, none of them the title.

    What the page marks `data-nosnippet` is not offered, nor what its head says of the site as a whole.
    """
    seen = {plain(title or ""), *sites, *map(plain, _slogans(head)), ""}
    found: list[Preview] = []
    for place, words in _offered(head, standfirst):
        keys = {plain(words), plain(without_site(words, sites))}
        if not keys & seen and len(words) <= _LONGEST and not is_withheld(words, head.withheld):
            seen.add(plain(words))
            found.append(Preview(text=words, place=place))
    return tuple(found)


def of_entry(entry: Entry, *, withheld: str = "") -> tuple[Preview, ...]:
    """What a feed offers of an entry: its summary, where that says more than the headline."""
    given = entry.previews or (Preview(text=entry.summary, place="feed summary"),)
    offered = (replace(each, text=_TRAILER.sub("", each.text)) for each in given)
    known = ("", plain(entry.headline))
    return tuple(each for each in offered if plain(each.text) not in known and not is_withheld(each.text, withheld))


def each_once(*previews: Preview) -> tuple[Preview, ...]:
    """The previews without those that say again what one before them says."""
    kept: dict[str, Preview] = {}
    for each in previews:
        kept.setdefault(plain(each.text), each)
    return tuple(kept.values())


def _offered(head: Head, standfirst: str | None) -> Iterator[tuple[str, str]]:
    yield "standfirst", line(standfirst or "")
    yield "json-ld", snippet(jsonld.text(head.article.get("description")))
    for name in ("og:description", "twitter:description", "description"):
        for value in head.meta.get(name, ()):
            yield name, snippet(value)


def _slogans(head: Head) -> Iterator[str]:
    publisher = head.article.get("publisher")
    for node in (*head.nodes, publisher if isinstance(publisher, dict) else {}):
        if node is publisher or any(_OF_THE_SITE.search(kind) for kind in jsonld.types(node)):
            yield from (snippet(jsonld.text(node.get(key))) for key in ("description", "slogan", "name"))
