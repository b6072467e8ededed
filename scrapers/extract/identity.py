"""Which article is it, by evidence? An address and a GUID are claims of whoever makes the feed.

What one source says twice is one by its GUID, or by its address where no GUIDs of their own speak against it. Where two
sources claim one identity both stay until their words agree: else a feed could make another house's article vanish.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scrapers.addresses import address_key, canonical_url, host, is_page, one_house, page_of
from scrapers.extract.belonging import telling
from scrapers.ledger import stamp
from scrapers.model import Article, Entry

#: Share of the telling words of the shorter headline that two have in common where they tell of one thing.
ALIKE = 0.5
#: A headline of fewer words is an outlet's rubric ("Morning briefing"), and shows nothing.
WORDS = 4

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What somebody says an article is known by."""

    source: str
    #: As they are compared (`address_key`).
    keys: frozenset[str]
    headline: str
    #: As the source says; ISO 8601, in UTC.
    published: str | None = None
    #: Where it is to be read.
    url: str = ""
    #: Of what stands in a wire log: its id, and that of its development.
    id: str = ""
    development: str = ""

    @property
    def guids(self) -> frozenset[str]:
        """The keys beside the address."""
        return self.keys - {address_key(canonical_url(self.url))}

    @property
    def known_by(self) -> tuple[object, ...]:
        """All its keys: what stands under one of them may be the same article."""
        return (*sorted(self.keys), *filter(None, (self.told,)))

    @property
    def told(self) -> tuple[str, str] | None:
        """The page, whatever follows `?`, with the headline: by it a link that changes at each request is known."""
        if len(self.headline.split()) < WORDS or not self.url or "#" in self.url:
            return None
        return address_key(self.url.partition("?")[0]), plain_words(self.headline)


class Claims:
    """What is known already, and who says so."""

    def __init__(self, known: Iterable[Claim] = ()) -> None:
        self._by: dict[object, list[Claim]] = defaultdict(list)
        for claim in known:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        """From now on it is known."""
        for key in claim.known_by:
            self._by[key].append(claim)

    def same(self, claim: Claim) -> Claim | None:
        """The one that is known already as this; None if it is new."""
        return next((each for each in self._near(claim) if _same(claim, each)), None)

    def contested(self, claim: Claim) -> Claim | None:
        """One of another source that claims the same identity in other words; None if there is none."""
        return next((each for each in self._near(claim) if _against(claim, each)), None)

    def holders(self, key: object) -> Sequence[Claim]:
        """All that are known by a key."""
        return self._by.get(key, ())

    def _near(self, claim: Claim) -> Iterable[Claim]:
        return (each for key in claim.known_by for each in self.holders(key))


def _same(one: Claim, other: Claim) -> bool:
    shared = one.keys & other.keys
    apart = bool(one.guids and other.guids and not one.guids & other.guids)
    if not shared:
        return one.source != other.source or (_one_time(one, other) and not apart)  # found by page and headline
    if one.source != other.source:
        return alike(one.headline, other.headline)
    return not apart or alike(one.headline, other.headline)


def _one_time(one: Claim, other: Claim) -> bool:
    """Were both published at once? A list may give no time: then one of them must be the page without more."""
    return one.published == other.published or (
        None in (one.published, other.published) and ("?" not in one.url or "?" not in other.url)
    )


def _against(one: Claim, other: Claim) -> bool:
    return bool(one.source != other.source and one.keys & other.keys and not alike(one.headline, other.headline))


def alike(one: str, other: str) -> bool:
    """Do two headlines tell of one thing? Two that differ in their numbers alone ("Update 12") do not."""
    if plain_words(one) == plain_words(other):
        return True
    if re.sub(r"\d", "", plain_words(one)) == re.sub(r"\d", "", plain_words(other)):
        return False
    first, second = telling(one), telling(other)
    return bool(first and second) and len(first & second) >= ALIKE * min(len(first), len(second))


def plain_words(text: str) -> str:
    """The words of a headline, without signs and capitals."""
    return " ".join(_WORD.findall(text.casefold()))


def of_entry(entry: Entry, source: str) -> Claim:
    """What an entry claims: its address, and its GUID."""
    return Claim(
        source=source,
        keys=frozenset(map(address_key, keys_of(entry))),
        headline=entry.headline,
        published=stamp(entry.published),
        url=entry.url,
    )


def of_article(article: Article, *, own: bool = False) -> Claim:
    """What an article claims; `own` leaves out what the parts of one round-up share."""
    return Claim(
        source=article.source.name,
        keys=frozenset(own_keys(article.keys) if own else map(address_key, article.keys)),
        headline=article.headline,
        published=stamp(article.published),
        url=article.url,
    )


def own_keys(keys: Sequence[str]) -> tuple[str, ...]:
    """Of an article's keys those that are its alone, as they are compared (`address_key`).

    A part of a round-up shares the page's with the other parts.
    """
    return tuple(map(address_key, [key for key in keys if "#" in key and page_of(key) in keys] or keys))


def keys_of(entry: Entry) -> tuple[str, ...]:
    """By what an entry is known again: its GUID, and its address where that is no other entry's too."""
    address, guid = canonical_url(entry.url), guid_key(entry)
    if guid is None or not entry.shares_page or "#" in address:
        return tuple(dict.fromkeys((*filter(None, (guid,)), address)))
    return (guid,)


def guid_key(entry: Entry) -> str | None:
    """The entry's GUID as a key that no other site's can equal; None where it says nothing beyond the address.

    A bare number is one only on its own site, and so is an address, or a `tag:`, of another house.
    """
    guid = entry.guid
    if "://" in guid:
        if page_of(guid) == page_of(entry.url) and not entry.shares_page:
            return None  # `#2` behind the address counts revisions
        if not is_page(guid):
            return None
        return canonical_url(guid) if one_house(guid, entry.url) else f"{host(entry.url)} {guid}"
    if guid.startswith("tag:") and one_house(f"https://{guid[4:].partition(',')[0]}", entry.url):
        return guid
    return f"{host(entry.url)} {guid}"


def guid_claim(entry: Entry, source: str) -> Claim | None:
    """What an entry's GUID claims of another house; None if it is no address of one."""
    guid = entry.guid
    if "://" not in guid or not is_page(guid) or one_house(guid, entry.url):
        return None
    return Claim(source=source, keys=frozenset({address_key(canonical_url(guid))}), headline=entry.headline)
