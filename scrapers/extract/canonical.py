"""Whose is the address that a page calls its own?

A page may claim only its own house's address: another house's says who may have made the text, and is no key. Where
what is claimed is told by somebody in other words, the claim says nothing at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scrapers.addresses import address_key, canonical_url, is_page, one_house
from scrapers.extract.belonging import Asked
from scrapers.extract.identity import Claim, Claims, alike, of_entry, plain_words
from scrapers.model import Entry, Reading, Source

#: Two texts agree that share so much of the shorter one's runs of so many words: as in `group.copies`, whose shortened
#: copies share .8, but a page may add as much of its own. Characters that are read.
SAME, RUN, READ = 0.5, 5, 8_000


def own_canonical(page: Reading, entry: Entry, source: Source) -> str | None:
    """The address that a page gives itself, as it is written; None where it is not for it to give.

    That is another house's, a front page, and one of a page that holds several entries.
    """
    address = page.canonical
    if not address or not is_page(address) or entry.shares_page or "#" in canonical_url(entry.url):
        return None
    return address if any(one_house(address, each) for each in (page.url, source.homepage or "")) else None


def checked(asked: Sequence[Asked], known: Sequence[Claims]) -> tuple[list[Reading], list[tuple[str, str]]]:
    """The readings in their order, without the canonical addresses that are nobody's; and (address, claim) of each
    that somebody else holds who tells of another thing.

    `known` holds tonight's entries and what was cited before.
    """
    given: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in asked:
        if each.reading.canonical:
            given[each.source, each.reading.canonical].append(each.entry.headline)
    texts = {address_key(canonical_url(each.entry.url)): each.reading.text for each in asked if each.reading.text}
    found, claims = [], []
    for each in asked:
        reading = each.reading
        if reading.canonical:
            first, *others = given[each.source, reading.canonical]
            holder = _holder(each, reading.canonical, known, texts)
            if holder is not None:
                claims.append((each.entry.url, said(reading.canonical, holder)))
            if holder is not None or not all(alike(first, other) for other in others):
                origin = reading.origin if reading.origin and reading.origin.evidence != "canonical" else None
                reading = replace(reading, canonical=None, origin=origin)
        found.append(reading)
    return found, claims


def said(address: str, holder: Claim) -> str:
    """A claim that is not believed, in words for the report."""
    return f"claims to be {address} of {holder.source}, which tells of another thing there; both stay"


def _holder(each: Asked, canonical: str, known: Sequence[Claims], texts: Mapping[str, str]) -> Claim | None:
    """Who holds the address and tells of another thing: by the two pages' texts, else by headlines."""
    claim = of_entry(each.entry, each.source)
    key = address_key(canonical_url(canonical))
    if key in claim.keys:
        return None
    holders = [holder for claims in known for holder in claims.holders(key) if holder.keys != claim.keys]
    if not holders:
        return None
    if key in texts:
        agree = _share(each.reading.text, texts[key]) >= SAME
    else:
        words = (each.entry.headline, each.reading.title or "")
        agree = any(alike(one, holder.headline) for holder in holders for one in words)
    return None if agree else holders[0]


def _share(one: str, other: str) -> float:
    """What part of the shorter text's runs of words the other has."""
    first, second = _runs(one), _runs(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = plain_words(text[:READ]).split()
    return frozenset(zip(*(words[at:] for at in range(RUN)), strict=False))
