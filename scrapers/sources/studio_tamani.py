"""Studio Tamani: non-profit."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Studio Tamani",
    homepage="https://www.studiotamani.org/",
    feeds=(Feed(url="https://www.studiotamani.org/feed/"),),
    language="fr",
    affiliation=Affiliation.NGO,
    country="ML",
    family="studio-tamani",
    regions=(
        "mali",
        "sahel",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
