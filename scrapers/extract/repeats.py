"""Which entries of one feed are one? Those with one GUID or address, where nothing in the feed speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scrapers.addresses import address_key, canonical_url, page_of
from scrapers.extract.identity import WORDS, alike, plain_words
from scrapers.model import Entry


@dataclass
class _Given:
    """What else the entries have that give one GUID, or one address."""

    others: set[str] = field(default_factory=set)
    #: In their order; as they stand.
    headlines: dict[str, None] = field(default_factory=dict)
    #: Every entry has words of its own beside the headline, or a time.
    tells: bool = True


def once(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, each once, in their order; a GUID that is none of its own is replaced."""
    addresses = [address_key(canonical_url(entry.url)) for entry in entries]
    own = [_own_guid(entry, address) for entry, address in zip(entries, addresses, strict=True)]
    of_guid: dict[str, _Given] = defaultdict(_Given)
    of_address: dict[str, _Given] = defaultdict(_Given)
    of_page: dict[str, set[str]] = defaultdict(set)
    for entry, address, guid in zip(entries, addresses, own, strict=True):
        of_page[page_of(address)].add(address)
        if guid:
            of_guid[guid].others.add(address)
            of_guid[guid].headlines[entry.headline] = None
    void = {guid for guid, given in of_guid.items() if len(given.others) > 1 and not _one_thing(given)}
    own = [None if guid in void else guid for guid in own]
    for entry, address, guid in zip(entries, addresses, own, strict=True):
        given = of_address[address]
        given.others.update([guid] if guid else [])
        given.headlines[plain_words(entry.headline)] = None
        given.tells = given.tells and bool(entry.published or entry.summary or entry.text)
    lists = {address for address, given in of_address.items() if _is_list(given)}
    seen: set[object] = set()
    kept = []
    for entry, address, guid in zip(entries, addresses, own, strict=True):
        keys = _keys(entry, address, guid, shared=address in lists)
        if not keys & seen:
            shares = address in lists or len(of_page[page_of(address)]) > 1
            spare = entry.headline if address in lists else entry.url
            kept.append(replace(entry, guid=entry.guid if guid else spare, shares_page=shares))
        seen |= keys
    return tuple(kept)


def _own_guid(entry: Entry, address: str) -> str | None:
    """The GUID where it says more than the address."""
    return None if address_key(canonical_url(entry.guid)) == address else entry.guid


def _one_thing(given: _Given) -> bool:
    first, *others = given.headlines
    return all(alike(first, other) for other in others)


def _is_list(given: _Given) -> bool:
    """Is the address one that several entries share, by GUIDs of their own or headlines that tell of other things?"""
    if len(given.others) > 1:
        return len(given.headlines) > 1
    return given.tells and not _one_thing(given)


def _keys(entry: Entry, address: str, guid: str | None, *, shared: bool) -> set[object]:
    """By what another of the same feed is the same."""
    words = plain_words(entry.headline)
    keys: set[object] = {(address, words, entry.summary, entry.text)}
    if guid:
        keys.add(f"g {guid}")
    if not shared:
        keys.add(f"u {address}")
    if not guid and entry.published and len(words.split()) >= WORDS and "#" not in address:
        keys.add((address.partition("?")[0], words, entry.published))  # a link that changes at each request
    return keys
