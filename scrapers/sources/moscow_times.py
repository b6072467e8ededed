"""The Moscow Times: independent, in exile."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="The Moscow Times",
    homepage="https://www.themoscowtimes.com/",
    feeds=(Feed(url="https://www.themoscowtimes.com/rss/news"),),
    affiliation=Affiliation.INDEPENDENT,
    country="RU",
    family="moscow-times",
    regions=(
        "russia",
        "ukraine",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
