"""PBN World: an invented public broadcaster; its feed is Atom."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="PBN World",
    homepage="https://www.pbn.example/",
    feeds=(Feed(url="https://www.pbn.example/feeds/world-atom.xml"),),
    affiliation=Affiliation.PUBLIC,
    country="CA",
    family="pbn",
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
    sample=True,
)
