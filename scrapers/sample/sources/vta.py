"""Volga Telegraph Agency: an invented state agency on the Russian side."""

from scrapers.model import Affiliation, Feed, Profile, Rights, Source

SOURCE = Source(
    name="Volga Telegraph Agency",
    homepage="https://vta.example/",
    feeds=(Feed(url="https://vta.example/rss/v2.xml"),),
    affiliation=Affiliation.STATE,
    country="RU",
    party_to=("ukraine",),
    family="vta",
    regions=("russia",),
    rights=Rights.LINK,
    rights_why="sells its wire: a contract is needed",
    profile=Profile(
        # Paragraphs are divs, and its JSON-LD speaks of the agency, not of the article.
        container="div.text-content",
        drop=("div.text-include",),
        standfirst="div.news-header__lead",
    ),
    sample=True,
)
