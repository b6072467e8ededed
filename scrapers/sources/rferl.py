"""RFE/RL: state-funded."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="RFE/RL",
    homepage="https://www.rferl.org/",
    feeds=(Feed(url="https://www.rferl.org/api/zbqiml-vomx-tpeqkmy"),),
    affiliation=Affiliation.STATE_FUNDED,
    country="US",
    family="rferl",
    regions=(
        "russia",
        "ukraine",
        "iran",
        "central-asia",
    ),
    rights=Rights.PREVIEW,
    rights_why="permission is needed for more than its feed and page head offer beside a link",
)
