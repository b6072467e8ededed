"""President of Russia: a government that speaks for itself."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="President of Russia",
    homepage="http://en.kremlin.ru/",
    feeds=(Feed(url="http://en.kremlin.ru/events/president/news/feed"),),
    affiliation=Affiliation.GOVERNMENT,
    country="RU",
    party_to=("ukraine",),
    family="kremlin-en",
    regions=(
        "russia",
        "ukraine",
    ),
    rights=Rights.EXCERPT,
    rights_why="said to be CC BY 4.0; until its page has been checked an excerpt, which naming and linking it credits",
)
