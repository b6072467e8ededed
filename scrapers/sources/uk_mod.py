"""UK Ministry of Defence: a government that speaks for itself."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="UK Ministry of Defence",
    homepage="https://www.gov.uk/",
    feeds=(Feed(url="https://www.gov.uk/government/organisations/ministry-of-defence.atom"),),
    affiliation=Affiliation.GOVERNMENT,
    country="GB",
    family="uk-mod",
    regions=("global",),
    rights=Rights.FULL,
    rights_why="Open Government Licence v3.0",
    credit="Contains public sector information licensed under the Open Government Licence v3.0."
    " https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)
