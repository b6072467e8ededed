"""The Diplomat: independent."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="The Diplomat",
    homepage="https://thediplomat.com/",
    feeds=(Feed(url="https://thediplomat.com/feed/"),),
    affiliation=Affiliation.INDEPENDENT,
    country="US",
    family="the-diplomat",
    regions=("asia-pacific",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
