"""The Podil Post: an invented Kyiv newspaper in English with a daily round-up and a full-text feed."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="The Podil Post",
    homepage="https://podilpost.example/",
    feeds=(Feed(url="https://podilpost.example/news-archive/rss/index.xml"),),
    affiliation=Affiliation.INDEPENDENT,
    country="UA",
    family="podil-post",
    regions=("ukraine",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what it offers beside a link: the full text in its feed is no grant",
    sample=True,
)
