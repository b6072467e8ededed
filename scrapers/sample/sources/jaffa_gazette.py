"""The Jaffa Gazette: an invented Israeli daily."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="The Jaffa Gazette",
    homepage="https://www.jaffagazette.example/",
    feeds=(Feed(url="https://www.jaffagazette.example/feed/index.xml"),),
    affiliation=Affiliation.INDEPENDENT,
    country="IL",
    regions=("israel", "middle-east"),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
    sample=True,
)
