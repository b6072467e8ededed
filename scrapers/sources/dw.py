"""Deutsche Welle: a public broadcaster."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Deutsche Welle",
    homepage="https://www.dw.com/en/",
    feeds=(Feed(url="https://rss.dw.com/xml/rss-en-all"),),
    affiliation=Affiliation.PUBLIC,
    country="DE",
    family="dw-en",
    regions=("global",),
    rights=Rights.PREVIEW,
    rights_why="permission is needed for more than its feed and page head offer beside a link",
)
