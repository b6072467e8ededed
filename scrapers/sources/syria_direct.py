"""Syria Direct: non-profit."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Syria Direct",
    homepage="https://syriadirect.org/",
    feeds=(Feed(url="https://syriadirect.org/feed/"),),
    affiliation=Affiliation.NGO,
    country="JO",
    family="syria-direct",
    regions=("syria",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
