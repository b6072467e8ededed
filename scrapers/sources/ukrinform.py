"""Ukrinform: national news agency."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Ukrinform",
    homepage="https://www.ukrinform.net/",
    feeds=(Feed(url="https://www.ukrinform.net/rss/block-lastnews"),),
    affiliation=Affiliation.STATE,
    country="UA",
    party_to=("ukraine",),
    family="ukrinform-en",
    regions=("ukraine",),
    rights=Rights.LINK,
    rights_why="sells its wire: a contract is needed",
)
