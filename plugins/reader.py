"""How Pelican reads `content/`: briefings in their own format, pages as `Name: value` lines and Markdown."""

from __future__ import annotations

import logging
import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.readers import BaseReader, Readers

from plugins import markup
from plugins.site import unique_ids
from plugins.wording import description
from scrapers.briefing_file import parse
from scrapers.errors import ContentError
from scrapers.fields import known, parse_fields
from scrapers.text import fit

logger = logging.getLogger(__name__)

PAGE_FIELDS = {
    "Title": "what the page is called",
    "Summary": "one sentence for search engines and shared links",
    "Status": "'draft' holds the page back",
}
#: Pages that have more to show than their text have a template of their own name.
OWN_TEMPLATE = ("corrections", "subscribe")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)\.md")


class ContentReader(BaseReader):  # type: ignore[misc]
    """Reads every `.md` file: below `briefings/` a day, elsewhere a page. A fault is logged, never a reason to skip."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """An empty body and the metadata: templates work on `briefing` and `html`, not on Pelican's content."""
        path = Path(source_path)
        inside = path.relative_to(self.settings["PATH"])
        text = fit(path.read_text(encoding="utf-8", errors="replace"))
        shown = f"{Path(self.settings['PATH']).name}/{inside}"
        return "", self._briefing(path, text, shown) if inside.parts[0] == "briefings" else self._page(
            path, text, shown
        )

    def _briefing(self, path: Path, text: str, shown: str) -> dict[str, Any]:
        day = _day_named(path.name)
        briefing, faults = parse(text, day=day)
        for fault in faults:
            logger.warning("%s", fault.at(shown))
        if briefing.day == date.min:
            logger.warning("%s is no day: call it YYYY-MM-DD.md or give it a 'Date:' line", shown)
            return {"title": path.stem, "status": "skip"}
        ahead = briefing.day > self.settings.get("NEWEST_DAY", date.max)
        if ahead:
            logger.warning("%s lies ahead: it is held back until its day has come", shown)
        briefing = unique_ids(briefing)
        return {
            "title": briefing.title,
            "slug": briefing.day.isoformat(),
            "date": datetime.combine(briefing.day, time(), UTC),
            "summary": description(briefing),
            "status": "skip" if briefing.draft or ahead else "published",
            "template": "day",
            "briefing": briefing,
            "source": shown,
        }

    def _page(self, path: Path, text: str, shown: str) -> dict[str, Any]:
        fields, body = parse_fields(text.replace("\r\n", "\n"))
        front: dict[str, str] = {}
        for field in fields:
            try:
                known([field], PAGE_FIELDS)
            except ContentError as fault:
                logger.warning("%s", fault.at(shown))
            else:
                front.setdefault(field.name, field.value)
        if "Title" not in front:
            logger.warning("%s", ContentError("there is no 'Title:' line at the top", line=1, path=shown))
        return {
            "title": front.get("Title") or path.stem.capitalize(),
            "slug": path.stem,
            "summary": front.get("Summary", ""),
            "status": "skip" if front.get("Status", "").casefold() == "draft" else "published",
            "template": path.stem if path.stem in OWN_TEMPLATE else "page",
            "html": markup.page(body),
        }


def _day_named(name: str) -> date | None:
    match = _DAY.fullmatch(name)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def add_reader(readers: Readers) -> None:
    readers.reader_classes["md"] = ContentReader


def drop_second_files(generator: Any) -> None:
    """Of two files for one day the first by name is shown: Pelican would stop at the second."""
    first: dict[str, Any] = {}
    for article in sorted(generator.articles, key=lambda article: article.source_path):
        other = first.setdefault(article.slug, article)
        if other is not article:
            logger.warning(
                "%s and %s are both for %s: the second is left out", other.source, article.source, article.slug
            )
    generator.articles[:] = [article for article in generator.articles if first[article.slug] is article]


def register() -> None:
    signals.readers_init.connect(add_reader)
    signals.article_generator_pretaxonomy.connect(drop_second_files)
