"""US Department of War: a government that speaks for itself."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="US Department of War",
    homepage="https://www.war.gov/",
    feeds=(Feed(url="https://www.war.gov/DesktopModules/ArticleCS/RSS.ashx?ContentType=1&Site=945"),),
    affiliation=Affiliation.GOVERNMENT,
    country="US",
    family="us-war-dept",
    regions=("global",),
    rights=Rights.FULL,
    rights_why="works of the US government are in the public domain, so naming and linking it is the credit; "
    "pictures and third-party items may differ",
)
