"""Frontline Mirror: an invented site that copies others' round-ups and ends with a source link."""

from scrapers.model import Affiliation, Feed, Profile, Rights, Source

SOURCE = Source(
    name="Frontline Mirror",
    homepage="https://frontline-mirror.example/",
    feeds=(Feed(url="https://frontline-mirror.example/feed/index.xml"),),
    affiliation=Affiliation.UNKNOWN,
    rights=Rights.LINK,
    rights_why="republishes others' text: what it offers is not its own to offer",
    profile=Profile(
        # Its JSON-LD is the theme's demo post.
        container="div.entry-content",
    ),
    sample=True,
)
