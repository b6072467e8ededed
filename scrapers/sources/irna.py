"""IRNA: state media."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="IRNA",
    homepage="https://en.irna.ir/",
    feeds=(Feed(url="https://en.irna.ir/rss"),),
    affiliation=Affiliation.STATE,
    country="IR",
    family="irna-en",
    regions=(
        "iran",
        "middle-east",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
