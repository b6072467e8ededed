"""WAFA: official agency of the Palestinian Authority."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="WAFA",
    homepage="https://english.wafa.ps/",
    feeds=(Feed(url="https://english.wafa.ps/rss.aspx"),),
    affiliation=Affiliation.STATE,
    country="PS",
    party_to=("gaza",),
    family="wafa-en",
    regions=("palestine",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
