"""The Irrawaddy: independent, in exile."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="The Irrawaddy",
    homepage="https://www.irrawaddy.com/",
    feeds=(Feed(url="https://www.irrawaddy.com/feed/"),),
    affiliation=Affiliation.INDEPENDENT,
    country="MM",
    family="irrawaddy",
    regions=("myanmar",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
