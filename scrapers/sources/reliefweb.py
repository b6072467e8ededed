"""ReliefWeb: an international organisation."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="ReliefWeb",
    homepage="https://reliefweb.int/",
    feeds=(Feed(url="https://reliefweb.int/updates/rss.xml"),),
    affiliation=Affiliation.IGO,
    family="un",
    regions=("global",),
    rights=Rights.PREVIEW,
    rights_why="each report is the organisation's that wrote it; shown is only what the feed offers beside a link",
)
