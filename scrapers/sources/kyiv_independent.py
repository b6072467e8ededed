"""The Kyiv Independent: reader-funded; Ukrainian perspective."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="The Kyiv Independent",
    homepage="https://kyivindependent.com/",
    feeds=(Feed(url="https://kyivindependent.com/news-archive/rss/"),),
    affiliation=Affiliation.INDEPENDENT,
    country="UA",
    family="kyiv-independent",
    regions=(
        "ukraine",
        "russia",
    ),
    rights=Rights.PREVIEW,
    rights_why="permission is needed for more than its feed and page head offer beside a link",
)
