"""Radio Dabanga: exile radio."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Radio Dabanga",
    homepage="https://www.dabangasudan.org/",
    feeds=(Feed(url="https://www.dabangasudan.org/en/feed"),),
    affiliation=Affiliation.NGO,
    country="NL",
    family="dabanga",
    regions=("sudan",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
