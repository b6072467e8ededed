"""Yonhap: state-funded."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Yonhap",
    homepage="https://en.yna.co.kr/",
    feeds=(Feed(url="https://en.yna.co.kr/RSS/news.xml"),),
    affiliation=Affiliation.STATE_FUNDED,
    country="KR",
    family="yonhap-en",
    regions=("korea",),
    rights=Rights.LINK,
    rights_why="sells its wire: a contract is needed",
)
