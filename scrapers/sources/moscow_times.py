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
    rights=Rights.LINK,
    rights_why="all rights reserved",
)
