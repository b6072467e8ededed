"""Institute for the Study of War: non-profit."""

from scrapers.model import Affiliation, Feed, FeedKind, Rights, Source

SOURCE = Source(
    name="Institute for the Study of War",
    homepage="https://understandingwar.org/",
    feeds=(
        Feed(
            url="https://understandingwar.org/wp-json/wp/v2/posts?search=Russian%20Offensive%20Campaign%20Assessment&per_page=10&_fields=id,date_gmt,link,title,excerpt",
            kind=FeedKind.WORDPRESS,
        ),
    ),
    affiliation=Affiliation.NGO,
    country="US",
    family="isw",
    regions=(
        "ukraine",
        "russia",
    ),
    rights=Rights.EXCERPT,
    rights_why="own fair-use policy: citation with credit",
    credit="Cited with credit to the Institute for the Study of War, as its fair-use policy asks.",
)
