"""Albion Ministry of Defence: the newsroom of an invented ministry under an open licence."""

from scrapers.model import Affiliation, Feed, Profile, Rights, Source

SOURCE = Source(
    name="Albion Ministry of Defence",
    homepage="https://www.mod.albion.example/",
    feeds=(Feed(url="https://www.mod.albion.example/government/news.xml"),),
    affiliation=Affiliation.GOVERNMENT,
    country="GB",
    rights=Rights.FULL,
    rights_why="open government licence: any use with the credit line",
    credit="Contains public sector information licensed under the Open Government Licence v3.0 (sample)."
    " https://www.mod.albion.example/licence",
    profile=Profile(
        container="div.govuk-govspeak",
        standfirst="p.gem-c-lead-paragraph",
    ),
    sample=True,
)
