"""Der Abendbote: an invented German daily; its feed is RSS 1.0."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Der Abendbote",
    homepage="https://www.abendbote.example/",
    feeds=(Feed(url="https://www.abendbote.example/rss/politik.xml"),),
    language="de",
    affiliation=Affiliation.INDEPENDENT,
    country="DE",
    rights=Rights.LINK,
    rights_why="refuses by its licence words: the German press publishers' right is reserved",
    sample=True,
)
