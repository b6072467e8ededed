"""leFaso.net: independent."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="leFaso.net",
    homepage="https://lefaso.net/",
    feeds=(Feed(url="https://lefaso.net/spip.php?page=backend"),),
    language="fr",
    affiliation=Affiliation.INDEPENDENT,
    country="BF",
    family="lefaso",
    regions=(
        "burkina-faso",
        "sahel",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
