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
    rights=Rights.PREVIEW,
    rights_why="permission is needed for more than its feed and page head offer beside a link",
)
