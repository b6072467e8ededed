"""The Jerusalem Post: independent."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="The Jerusalem Post",
    homepage="https://www.jpost.com/",
    feeds=(Feed(url="https://www.jpost.com/rss/rssfeedsheadlines.aspx"),),
    affiliation=Affiliation.INDEPENDENT,
    country="IL",
    family="jpost",
    regions=(
        "israel",
        "palestine",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
