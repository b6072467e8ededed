"""Radio Okapi: UN mission radio."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Radio Okapi",
    homepage="https://www.radiookapi.net/",
    feeds=(Feed(url="https://www.radiookapi.net/rss.xml"),),
    language="fr",
    affiliation=Affiliation.IGO,
    family="radio-okapi",
    regions=(
        "dr-congo",
        "great-lakes",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
