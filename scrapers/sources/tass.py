"""TASS: state news agency."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="TASS",
    homepage="https://tass.com/",
    feeds=(Feed(url="https://tass.com/rss/v2.xml"),),
    affiliation=Affiliation.STATE,
    country="RU",
    party_to=("ukraine",),
    family="tass-en",
    regions=(
        "russia",
        "ukraine",
    ),
    rights=Rights.LINK,
    rights_why="sells its wire: a contract is needed",
)
