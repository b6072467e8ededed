"""Places on the site: files for maps, points in feeds, a page for each state and sea."""

from __future__ import annotations

import json

import feedparser
import jsonschema
import pytest

DAY = """Title: Briefing for Wednesday 21 August 2024
Date: 2024-08-21

## Missile hits school in Robotyne {#aaaaaa}

Topics: War of the Coast
Place: Robotyne, Ukraine; Red Sea
About: Ukraine, Russia

- [Missile hits school](https://example.org/1) — Example Wire, 2024-08-21 14:20 UTC

## Army advances in Sudan {#bbbbbb}

Place: Sudan

- [Army advances](https://example.org/2) — Example Wire, 2024-08-21 15:20 UTC

## Somewhere, something {#cccccc}

Place: Nowhere at all

- [Something](https://example.org/3) — Example Wire, 2024-08-21 16:20 UTC
"""
PLACES = "= Robotyne | town | UA | 47.44, 35.84\n= Red Sea | waters | - | 18, 39\n".replace("= ", "")

#: RFC 7946, as far as we write it; and the bounds of the earth, which known libraries do not look at.
SCHEMA = {
    "type": "object",
    "required": ["type", "features"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "additionalProperties": False,
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": {
                                        "type": "array",
                                        "prefixItems": [
                                            {"type": "number", "minimum": -180, "maximum": 180},
                                            {"type": "number", "minimum": -90, "maximum": 90},
                                        ],
                                        "minItems": 2,
                                        "maxItems": 2,
                                    },
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def placed(build):
    return build({"briefings/2024/2024-08-21.md": DAY, "places.txt": PLACES})


@pytest.mark.parametrize("path", ["2024/08/21/places.geojson", "places/places.geojson"])
def test_places_are_geojson_on_this_earth(placed, path):
    held = json.loads(placed.text(path))
    jsonschema.Draft202012Validator(SCHEMA).validate(held)
    found = [(each["properties"]["place"], each["geometry"]) for each in held["features"]]
    assert found == [
        ("Robotyne", {"type": "Point", "coordinates": [35.84, 47.44]}),
        ("Red Sea", {"type": "Point", "coordinates": [39.0, 18.0]}),
        ("Sudan", None),
    ]


def test_each_feature_leads_to_its_development_and_has_its_codes(placed):
    first = json.loads(placed.text("places/places.geojson"))["features"][0]["properties"]
    assert first["url"].endswith("/2024/08/21/#aaaaaa")
    assert (first["country"], first["level"], first["about"]) == ("UA", "town", ["UA", "RU"])


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_an_item_has_its_point_and_one_without_a_point_has_none(placed, form):
    feed = placed.files[f"feeds/developments.{form}.xml"]
    entries = {entry.title: entry for entry in feedparser.parse(feed).entries}
    assert entries["Missile hits school in Robotyne"].where["coordinates"] == (35.84, 47.44)
    assert "where" not in entries["Army advances in Sudan"]
    assert feed.count(b"georss:point>") == 2


def test_a_feed_without_a_place_does_not_name_the_points_namespace(site):
    assert b"georss" not in site.files["feeds/digest.rss.xml"]


def test_every_place_of_a_development_has_a_page(placed):
    for slug in ("ukraine", "red-sea", "sudan", "nowhere-at-all"):
        assert placed.page(f"places/{slug}/").select("h1")
    links = [a["href"] for a in placed.page("2024/08/21/").select("#aaaaaa ~ * a, section a, article a")]
    assert any("places/red-sea/" in link for link in links)
