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
    rights=Rights.LINK,
    rights_why="all rights reserved",
)
