"""UN News: an international organisation."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="UN News",
    homepage="https://news.un.org/",
    feeds=(Feed(url="https://news.un.org/feed/subscribe/en/news/topic/peace-and-security/feed/rss.xml"),),
    affiliation=Affiliation.IGO,
    family="un",
    regions=("global",),
    rights=Rights.EXCERPT,
    rights_why="UN terms of use: excerpts with credit",
    credit="Quoted with credit to UN News, as the terms of use of the United Nations ask.",
)
