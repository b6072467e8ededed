"""Radio Nilein: an invented Sudanese station in exile with reporters at home."""

from scrapers.model import Affiliation, Feed, Profile, Rights, Source

SOURCE = Source(
    name="Radio Nilein",
    homepage="https://www.radionilein.example/",
    feeds=(Feed(url="https://www.radionilein.example/en/feed.xml"),),
    affiliation=Affiliation.INDEPENDENT,
    regions=("sudan",),
    rights=Rights.PREVIEW,
    rights_why="reproduction asks for credit and link; shown is only what it offers beside a link",
    profile=Profile(
        # Text stands in divs with line breaks, no paragraphs.
        container="div.content-text",
        drop=("div.listen",),
    ),
    sample=True,
)
