"""Where did a site's developments happen? Points for maps, feeds and files, each of a place that a briefing names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.citing import address
from plugins.site import Item, Site
from scrapers.briefing import Section
from scrapers.errors import ContentError
from scrapers.model import Place
from scrapers.nations import CODES
from scrapers.places.gazetteer import Gazetteer, gazetteer_of
from scrapers.text import line


@dataclass(frozen=True)
class Spot:
    """A place of a development, with its point where it has one."""

    item: Item
    place: Place


def read_gazetteer(content: Path) -> Gazetteer:
    """The gazetteer with the editors' places; one that cannot be read is left out (`nightdesk check` names it)."""
    path = content / "places.txt"
    try:
        return gazetteer_of(path.read_text(encoding="utf-8", errors="replace") if path.exists() else "")
    except ContentError:
        return gazetteer_of("")


def spots(items: Iterable[Item], gazetteer: Gazetteer) -> Iterator[Spot]:
    """The places of developments that some list has, in their order."""
    for item in items:
        for place in places_of(item.section, gazetteer):
            yield Spot(item, place)


def places_of(section: Section, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places of a section that some list has."""
    return tuple(place for name in section.places if (place := gazetteer.resolved(name)))


def about_codes(section: Section) -> list[str]:
    """The states that a section concerns, by their codes."""
    return [CODES[name] for name in section.about if name in CODES]


def geojson(site: Site, items: Iterable[Item], gazetteer: Gazetteer) -> str:
    """The developments' places as GeoJSON (RFC 7946), a feature a line; of a state alone without a point."""
    features = ",\n".join(json.dumps(_feature(site, spot), ensure_ascii=False) for spot in spots(items, gazetteer))
    return f'{{"type": "FeatureCollection", "features": [\n{features}\n]}}\n'


def _feature(site: Site, spot: Spot) -> dict[str, Any]:
    place, section = spot.place, spot.item.section
    point = {"type": "Point", "coordinates": [place.at[1], place.at[0]]} if place.at else None
    return {
        "type": "Feature",
        "geometry": point,
        "properties": {
            "development": spot.item.key,
            "day": str(spot.item.day),
            "headline": line(section.headline),
            "url": address(site, spot.item),
            "place": place.name,
            "level": place.level.value,
            "country": place.country,
            "region": place.region_code,
            "geonames": place.id,
            "about": about_codes(section),
            "topics": [site.topic_slug(name) for name in section.topics],
            "kind": section.kind,
            "sources": section.voices,
            "sample": spot.item.briefing.sample is not None,
        },
    }
