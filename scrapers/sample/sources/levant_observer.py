"""Levant Observer: an invented regional site that refuses us on the first night and answers on the second."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Levant Observer",
    homepage="https://www.levantobserver.example/",
    feeds=(Feed(url="https://www.levantobserver.example/en/rss.xml"),),
    affiliation=Affiliation.INDEPENDENT,
    country="LB",
    regions=("syria", "lebanon", "middle-east"),
    rights=Rights.PREVIEW,
    rights_why="some rights reserved, and it does not say which; shown is only what it offers beside a link",
    sample=True,
)
