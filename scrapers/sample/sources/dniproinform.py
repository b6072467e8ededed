"""Dniproinform: an invented state agency on the Ukrainian side."""

from scrapers.model import Affiliation, Feed, Profile, Rights, Source

SOURCE = Source(
    name="Dniproinform",
    homepage="https://www.dniproinform.example/",
    feeds=(Feed(url="https://www.dniproinform.example/rss/block-lastnews.xml"),),
    affiliation=Affiliation.STATE,
    country="UA",
    party_to=("ukraine",),
    family="dniproinform",
    regions=("ukraine",),
    rights=Rights.LINK,
    rights_why="sells its wire: a contract is needed",
    profile=Profile(
        # The body is cut in two containers with a video between them.
        container="div.news-layout",
        drop=("div.newsVideo", "section.read"),
        standfirst="div.newsHeading",
    ),
    sample=True,
)
