"""Radio Tamazuj: non-profit."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Radio Tamazuj",
    homepage="https://www.radiotamazuj.org/",
    feeds=(Feed(url="https://www.radiotamazuj.org/en/feed"),),
    affiliation=Affiliation.NGO,
    country="NL",
    family="radio-tamazuj",
    regions=(
        "sudan",
        "south-sudan",
    ),
    rights=Rights.LINK,
    rights_why="all rights reserved",
)
