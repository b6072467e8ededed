"""Gulf Horizon: an invented broadcaster that a Gulf state pays for."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Gulf Horizon",
    homepage="https://www.gulfhorizon.example/",
    feeds=(Feed(url="https://www.gulfhorizon.example/xml/rss/all.xml"),),
    affiliation=Affiliation.STATE_FUNDED,
    country="QA",
    regions=("middle-east",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
    sample=True,
)
