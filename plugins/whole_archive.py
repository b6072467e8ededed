"""Every development of the site in one file: what, where, when, how well supported; a publisher's text is not in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from plugins.citing import address
from plugins.downloads import table
from plugins.geography import about_codes, places_of
from plugins.site import Item, Site
from plugins.words import N_
from scrapers.places.gazetteer import Gazetteer
from scrapers.text import line

#: Where the files stand, without their ending.
PATH = "archive/developments"
#: The columns in their order, each with what it holds.
COLUMNS = {
    "key": N_("the development’s name, YYYY-MM-DD#id; it stays when a headline is reworded"),
    "day": N_("the day of its briefing, UTC"),
    "headline": N_("as its page has it now"),
    "permalink": N_("its address"),
    "topics": N_("the topics’ names in addresses (topics/NAME/)"),
    "places": N_("where it happened, as its page says"),
    "countries": N_("ISO 3166 codes of the states that these places lie in"),
    "geonames": N_("GeoNames ids of those places that are towns"),
    "about": N_("ISO 3166 codes of the states that it concerns"),
    "kind": N_("what happened, where that is certain"),
    "follows": N_("the key of the development that it follows"),
    "sources": N_("how many independent origins it has"),
    "outlets": N_("how many outlets tell of it"),
    "corrected": N_("the day of its last correction"),
    "sample": N_("whether its outlets are invented"),
}


def records(site: Site, items: Iterable[Item], gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """A row a development, in the order of `items`."""
    return [_record(site, item, gazetteer) for item in items]


def _record(site: Site, item: Item, gazetteer: Gazetteer) -> dict[str, Any]:
    section = item.section
    known = places_of(section, gazetteer)
    earlier = site.earlier(section)
    return {
        "key": item.key,
        "day": str(item.day),
        "headline": line(section.headline),
        "permalink": address(site, item),
        "topics": [taxon.slug for taxon in site.topics_of(section)],
        "places": [line(name) for name in section.places],
        "countries": list(dict.fromkeys(place.country for place in known if place.country)),
        "geonames": [place.id for place in known if place.id],
        "about": about_codes(section),
        "kind": section.kind,
        "follows": earlier.key if earlier else None,
        "sources": section.voices,
        "outlets": section.outlets,
        "corrected": max((str(each.day) for each in section.corrections), default=None),
        "sample": item.briefing.sample is not None,
    }


def as_ndjson(rows: Iterable[dict[str, Any]]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_table(rows: Iterable[dict[str, Any]]) -> str:
    """RFC 4180, UTF-8, with a header; what is several in one cell stands with semicolons between."""
    return table(tuple(COLUMNS), (map(_joined, row.values()) for row in rows))


def _joined(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list) else value
