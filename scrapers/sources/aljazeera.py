"""Al Jazeera: state-funded."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Al Jazeera",
    homepage="https://www.aljazeera.com/",
    feeds=(Feed(url="https://www.aljazeera.com/xml/rss/all.xml"),),
    affiliation=Affiliation.STATE_FUNDED,
    country="QA",
    family="aljazeera-en",
    regions=(
        "middle-east",
        "global",
    ),
    rights=Rights.PREVIEW,
    rights_why="permission is needed for more than its feed and page head offer beside a link",
)
