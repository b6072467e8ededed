"""The Guardian: Scott Trust."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="The Guardian",
    homepage="https://www.theguardian.com/",
    feeds=(Feed(url="https://www.theguardian.com/world/rss"),),
    affiliation=Affiliation.INDEPENDENT,
    country="GB",
    family="guardian-world",
    regions=("global",),
    rights=Rights.LINK,
    rights_why="permission is needed to show more",
)
