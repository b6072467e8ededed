"""The New Humanitarian: non-profit."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="The New Humanitarian",
    homepage="https://www.thenewhumanitarian.org/",
    feeds=(Feed(url="https://www.thenewhumanitarian.org/rss.xml"),),
    affiliation=Affiliation.NGO,
    country="CH",
    family="new-humanitarian",
    regions=(
        "global",
        "africa",
        "middle-east",
    ),
    rights=Rights.EXCERPT,
    rights_why="most articles are CC; not all are, so an excerpt, which naming and linking it credits",
)
