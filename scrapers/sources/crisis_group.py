"""International Crisis Group: non-profit."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="International Crisis Group",
    homepage="https://www.crisisgroup.org/",
    feeds=(Feed(url="https://www.crisisgroup.org/rss"),),
    affiliation=Affiliation.NGO,
    country="BE",
    family="crisis-group",
    regions=("global",),
    rights=Rights.FULL,
    rights_why="free use with credit; whole articles need a notice line and rel=canonical",
    credit="Used with credit to the International Crisis Group, as it asks.",
)
