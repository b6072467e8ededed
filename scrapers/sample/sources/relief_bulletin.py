"""Relief Coordination Bulletin: an invented humanitarian information service of several states."""

from scrapers.model import Affiliation, Feed, Profile, Rights, Source

SOURCE = Source(
    name="Relief Coordination Bulletin",
    homepage="https://www.reliefbulletin.example/",
    feeds=(Feed(url="https://www.reliefbulletin.example/bulletin/rss.xml"),),
    affiliation=Affiliation.IGO,
    rights=Rights.EXCERPT,
    rights_why="its terms allow quotation with credit",
    credit="Quoted with credit to the Relief Coordination Bulletin (sample).",
    profile=Profile(
        container="div.field--name-body",
    ),
    sample=True,
)
