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
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
