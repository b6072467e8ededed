"""President of Ukraine: a government that speaks for itself."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="President of Ukraine",
    homepage="https://www.president.gov.ua/",
    feeds=(Feed(url="https://www.president.gov.ua/en/rss/news.rss"),),
    affiliation=Affiliation.GOVERNMENT,
    country="UA",
    party_to=("ukraine",),
    family="president-ua",
    regions=("ukraine",),
    rights=Rights.EXCERPT,
    rights_why="said to be CC BY 4.0; until its page has been checked an excerpt, which naming and linking it credits",
)
