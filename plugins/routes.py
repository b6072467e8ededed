"""Which address does a page have? Paths below the site's own address, without a slash in front."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from scrapers.addresses import short_hash

#: The site's own picture, for shared links and for mail services that want one, which take no wider one.
CARD = "card.png"
#: What a browser shows on a tab.
ICON = "favicon.svg"
CARD_SIZE = (600, 315)
#: Of a day's picture beside its page: what sites that show links ask for.
DAY_CARD_SIZE = (1200, 630)
#: What a static host shows under every address that it has no page for.
MISSING = "404.html"
#: The page that searches, and the script beside it.
SEARCH = "search/"
SEARCH_SCRIPT = "search.js"
#: Its index, a folder a year.
INDEX = "pagefind/"
_SLUG_LETTERS = 60  # a file's name holds 255 octets, and an address should be short enough to read out


def day_path(day: date) -> str:
    """Of a day's briefing: `2026/08/21/`."""
    return f"{day:%Y/%m/%d}/"


def topic_path(slug: str) -> str:
    return f"topics/{slug}/"


def place_path(slug: str) -> str:
    return f"places/{slug}/"


def source_path(slug: str) -> str:
    """Of an outlet that the site cites."""
    return f"sources/{slug}/"


def story_path(day: date, identity: str) -> str:
    """Of a story, by its first development: `stories/2026-08-20-m2x9pd/`."""
    return f"stories/{day}-{identity if len(identity) <= _SLUG_LETTERS else short_hash(identity)}/"


def stories_path(month: date | None = None) -> str:
    """Of all stories, or of those that began in a month: `stories/2026-08/`."""
    return "stories/" if month is None else f"stories/{month:%Y-%m}/"


def week_name(day: date) -> str:
    """Of the ISO week that a day is in: `2024-W52`."""
    week = day.isocalendar()
    return f"{week.year}-W{week.week:02d}"


def week_path(day: date) -> str:
    return f"weeks/{week_name(day)}/"


def archive_path(year: int | None = None) -> str:
    return "archive/" if year is None else f"archive/{year}/"


def feed_path(name: str, kind: str) -> str:
    """Of a feed (`digest`, `topics/sudan`) in one of its three forms: `rss`, `atom` or `json`."""
    return f"feeds/{name}.json" if kind == "json" else f"feeds/{name}.{kind}.xml"


def file_of(path: str) -> str:
    """The file that a server gives for a path."""
    return path + "index.html" if not path or path.endswith("/") else path


def slug_of(name: str) -> str:
    """A name as a part of an address: `São Tomé` is `sao-tome`.

    A name without Latin letters is a short hash, and a long one is cut and ends in it, so that two never share a page.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    slug = "-".join(re.findall("[a-z0-9]+", plain))
    if slug and len(slug) <= _SLUG_LETTERS:
        return slug
    return f"{slug[:_SLUG_LETTERS].rstrip('-') or 'n'}-{short_hash(name.casefold())}"
