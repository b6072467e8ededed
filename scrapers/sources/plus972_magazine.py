"""+972 Magazine: Israeli-Palestinian newsroom."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="+972 Magazine",
    homepage="https://www.972mag.com/",
    feeds=(Feed(url="https://www.972mag.com/feed/"),),
    affiliation=Affiliation.INDEPENDENT,
    country="IL",
    family="972mag",
    regions=(
        "israel",
        "palestine",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
