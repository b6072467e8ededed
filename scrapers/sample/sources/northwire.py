"""Northwire: an invented news agency whose text others carry."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Northwire",
    homepage="https://www.northwire.example/",
    feeds=(Feed(url="https://www.northwire.example/rss/world.xml"),),
    affiliation=Affiliation.AGENCY,
    country="IE",
    family="northwire",
    rights=Rights.LINK,
    rights_why="sells its wire: a contract is needed",
    sample=True,
)
