"""France 24: a public broadcaster."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="France 24",
    homepage="https://www.france24.com/",
    feeds=(Feed(url="https://www.france24.com/en/rss"),),
    affiliation=Affiliation.PUBLIC,
    country="FR",
    family="france24-en",
    regions=(
        "global",
        "africa",
        "middle-east",
    ),
    rights=Rights.PREVIEW,
    rights_why="permission is needed for more than its feed and page head offer beside a link",
)
