"""BBC News: a public broadcaster."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="BBC News",
    homepage="https://www.bbc.co.uk/news/world",
    feeds=(Feed(url="https://feeds.bbci.co.uk/news/world/rss.xml"),),
    affiliation=Affiliation.PUBLIC,
    country="GB",
    family="bbc-world",
    regions=("global",),
    rights=Rights.PREVIEW,
    rights_why="permission is needed for more than its feed and page head offer beside a link",
)
