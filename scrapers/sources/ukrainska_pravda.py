"""Ukrainska Pravda: privately owned."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Ukrainska Pravda",
    homepage="https://www.pravda.com.ua/eng/",
    feeds=(Feed(url="https://www.pravda.com.ua/eng/rss/"),),
    affiliation=Affiliation.INDEPENDENT,
    country="UA",
    family="ukrainska-pravda-en",
    regions=("ukraine",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
