"""Radio Nilein: an invented Sudanese station in exile with reporters at home."""

from scrapers.model import Affiliation, Feed, Profile, Rights, Source

SOURCE = Source(
    name="Radio Nilein",
    homepage="https://www.radionilein.example/",
    feeds=(Feed(url="https://www.radionilein.example/en/feed.xml"),),
    affiliation=Affiliation.INDEPENDENT,
    regions=("sudan",),
    rights=Rights.LINK,
    rights_why="reproduction with credit and link asks for more than a quotation",
    profile=Profile(
        # Text stands in divs with line breaks, no paragraphs.
        container="div.content-text",
        drop=("div.listen",),
    ),
    sample=True,
)
