"""HumAngle: non-profit."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="HumAngle",
    homepage="https://humanglemedia.com/",
    feeds=(Feed(url="https://humanglemedia.com/feed/"),),
    affiliation=Affiliation.NGO,
    country="NG",
    family="humangle",
    regions=(
        "nigeria",
        "sahel",
        "lake-chad",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
