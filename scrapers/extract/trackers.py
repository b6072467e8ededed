"""What in the addresses of a feed names the reader's way, and not the article? Its own entries say.

`?feed=771` may be an article or a campaign. Of a tracker several entries have the same value, and the entries stay
distinct without it; a parameter whose value tells entries apart is none, whatever its name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scrapers.addresses import canonical_url, cited_url, host, page_of, suspects


@dataclass(frozen=True)
class Noise:
    """What may be cut out of a site's addresses, by one feed."""

    names: frozenset[str] = frozenset()
    fragments: frozenset[str] = frozenset()

    def cut(self, url: str) -> str:
        """The address as it is cited."""
        return cited_url(url, self.names, self.fragments)


def noise(entries: Iterable[tuple[str, str]]) -> Mapping[str, Noise]:
    """For each host what tells nothing, by the (address, headline) of a feed's entries; none where nothing shows it."""
    sites: dict[str, dict[str, str]] = defaultdict(dict)
    for url, headline in entries:
        sites[host(url)].setdefault(url, headline)
    return {site: Noise(_names(urls), _fragments(urls)) for site, urls in sites.items()}


def _names(urls: Mapping[str, str]) -> frozenset[str]:
    given = {url: suspects(url) for url in urls}
    values: dict[str, Counter[str]] = defaultdict(Counter)
    for pairs in given.values():
        for name, value in pairs.items():
            values[name][value] += 1
    if any(len(found) == found.total() > 1 for found in values.values()):
        return frozenset()  # where one of these names is no tracker, the others are the site's own too
    names = frozenset(name for name, found in values.items() if found.total() > 1)  # one entry shows nothing
    told: dict[str, set[str]] = defaultdict(set)
    for url, headline in urls.items():
        told[canonical_url(cited_url(url, names))].add(headline)
    return names if all(len(headlines) == 1 for headlines in told.values()) else frozenset()


def _fragments(urls: Iterable[str]) -> frozenset[str]:
    pages: dict[str, set[str]] = defaultdict(set)
    for url in urls:
        page, _, fragment = url.partition("#")
        if fragment:
            pages[canonical_url(page_of(page))].add(fragment)
    alone = Counter(fragment for each in pages.values() if len(each) == 1 for fragment in each)
    return frozenset(each for each, times in alone.items() if times > 1 and not each.startswith(("/", "!")))
