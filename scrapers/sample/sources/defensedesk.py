"""Defense Desk Daily: an invented trade site that mostly carries Northwire under its own titles."""

from scrapers.model import Affiliation, Feed, Profile, Rights, Source

SOURCE = Source(
    name="Defense Desk Daily",
    homepage="https://www.defensedesk.example/",
    feeds=(Feed(url="https://www.defensedesk.example/defensedesk.xml"),),
    affiliation=Affiliation.INDEPENDENT,
    country="AU",
    family="desk-media",
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what it offers beside a link, and of the agency's copy not that",
    profile=Profile(
        # Tables without <p> around the head: section label, the headline twice, byline and dateline are divs.
        container="td.article-text",
        drop=("div.seclabel", "div.dup"),
        byline="div.by",
    ),
    sample=True,
)
