"""Pelican's settings. What an operator decides stands in `site.toml`."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [] if str(ROOT) in sys.path else [str(ROOT)]  # the `pelican` command does not look where it stands

from scrapers.settings import address, loads, named  # noqa: E402

NIGHTDESK = loads(named(ROOT).read_text(encoding="utf-8"))
#: Where the operator's files stand: `theme/own.css` is put behind the style, `theme/templates/` before the templates.
DESK = named(ROOT).resolve().parent
OWN_STYLE = DESK / "theme" / "own.css"
THEME_TEMPLATES_OVERRIDES = [] if DESK == ROOT else [str(DESK / "theme" / "templates")]

SITENAME = NIGHTDESK.name
#: Where the site is served: of `site.toml`, or another for a preview (`http://localhost:8000`).
SITEURL = (os.environ.get("NIGHTDESK_SITEURL") or address(NIGHTDESK, os.environ)).rstrip("/")
AUTHOR = NIGHTDESK.publisher
DEFAULT_LANG = NIGHTDESK.language
TIMEZONE = "UTC"
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
PLUGINS = ["plugins.maker", "plugins.reader", "plugins.pages", "plugins.feeds", "plugins.search"]
#: A WebSub hub that is told of new items; empty for none. Whoever sets it also pings it after each deployment.
WEBSUB_HUB = os.environ.get("NIGHTDESK_HUB", "")

ARTICLE_PATHS = ["briefings"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
#: The stylesheet stands in every page.
THEME_STATIC_PATHS: list[str] = []
ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
#: Links within the site work under any address, so a fork that has not set its url is whole.
RELATIVE_URLS = True
#: A page that is gone from `content/` is gone from the site.
DELETE_OUTPUT_DIRECTORY = True

# A night is dated by its UTC day, which is still to come east of Greenwich; a later one is held back until it has come.
WITH_FUTURE_DATES = True
_TODAY = os.environ.get("NIGHTDESK_TODAY")
NEWEST_DAY = (date.fromisoformat(_TODAY) if _TODAY else datetime.now(UTC).date()) + timedelta(days=1)
# Every day has its own slug, and none is a translation of another.
ARTICLE_TRANSLATION_ID: Any = None
PAGE_TRANSLATION_ID: Any = None
LOAD_CONTENT_CACHE = False

# A scraped headline can carry a script: everything is escaped that is not marked as HTML of `plugins/markup.py`.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
    "extensions": ["jinja2.ext.i18n"],
}

# Lists and feeds are made by our own plugins, from sections, which Pelican does not know.
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
