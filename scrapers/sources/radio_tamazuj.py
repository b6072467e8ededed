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
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
