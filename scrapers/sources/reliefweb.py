"""ReliefWeb: an international organisation."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="ReliefWeb",
    homepage="https://reliefweb.int/",
    feeds=(Feed(url="https://reliefweb.int/updates/rss.xml"),),
    affiliation=Affiliation.IGO,
    family="un",
    regions=("global",),
    rights=Rights.LINK,
    rights_why="each report belongs to the organisation that wrote it",
)
