"""Meduza: exile outlet, banned in Russia."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Meduza",
    homepage="https://meduza.io/",
    feeds=(Feed(url="https://meduza.io/rss/en/all"),),
    affiliation=Affiliation.INDEPENDENT,
    country="RU",
    family="meduza-en",
    regions=(
        "russia",
        "ukraine",
    ),
    rights=Rights.LINK,
    rights_why="all rights reserved",
)
