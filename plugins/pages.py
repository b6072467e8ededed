"""The pages that are lists, made from the `Site`: front page, topics, archive, and what machines ask for."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins import (
    ahead_dates,
    credit_lines,
    data_pages,
    geography,
    language_marks,
    markup,
    news_sitemap,
    routes,
    wording,
    words,
)
from plugins.areas import PRINTED, Area
from plugins.cards import Cards
from plugins.colours import PLAIN, icon, palettes
from plugins.figures import by_item
from plugins.in_full import in_a_line
from plugins.linked_data import DUMPS, LinkedData
from plugins.linked_datasets import LinkedDatasets
from plugins.maps import map_of
from plugins.months import weeks
from plugins.outlets import Outlets
from plugins.reporters import reporters
from plugins.site import Site, plain_sections
from plugins.status import Status
from plugins.stories import LONG_QUIET, Stories
from plugins.style import Stylesheet, policy, policy_of_missing
from plugins.unseen import unseen_section
from plugins.vocabulary import capital, label_words, labelled, sample_words
from plugins.weeks import Weeks, first_row
from plugins.whole_archive import COLUMNS
from scrapers.briefing import AHEAD, UNSEEN, nothing_new
from scrapers.errors import BriefingError
from scrapers.model import Credit, Topic
from scrapers.text import fit, shortened
from scrapers.topics import loads as topic_of

logger = logging.getLogger(__name__)

FILTERS = {
    "prose": markup.prose,
    "prose_in_mail": markup.prose_in_mail,
    "lead": markup.lead,
    "lead_in_mail": markup.lead_in_mail,
    "sentence": markup.sentence,
    "in_mail": markup.in_mail,
    "day_long": wording.day_long,
    "day_short": wording.day_short,
    "month": wording.month,
    "clock": wording.clock,
    "machine_time": wording.machine_time,
    "support": wording.support,
    "marked_prose": wording.marked_prose,
    "change_beside": wording.change_beside,
    "change_label": wording.change_label,
    "change_words": wording.change_words,
    "description": wording.description,
    "standfirst": wording.standfirst,
    "summary": wording.summary,
    "brief": shortened,
    "capital": capital,
    "day_near": wording.day_near,
    "tag": wording.tag,
    "news": wording.kind_of_news,
    "change": language_marks.change,
    "english_block": language_marks.english_block,
    "labelled": labelled,
    "window": wording.window,
    "titled": wording.title,
    "heading": wording.heading,
    "label": label_words,
    "words": words.say,
    "sample_words": sample_words,
    "data_words": language_marks.data_words,
    "what": language_marks.what,
    "language": wording.language,
    "headline": language_marks.headline,
    "foreign": language_marks.foreign,
    "in_short": language_marks.in_short,
    "lang": language_marks.lang,
    "without_directions": language_marks.without_directions,
    "nothing_new": nothing_new,
    "first_row": first_row,
    "reporters": reporters,
    "in_a_line": in_a_line,
}
GLOBALS = {
    "policy": policy,
    "count": wording.count,
    "minutes": wording.minutes,
    "day_path": routes.day_path,
    "archive_path": routes.archive_path,
    "stories_path": routes.stories_path,
    "feed_path": routes.feed_path,
    "slug_of": routes.slug_of,
    "map_of": map_of,
    "figures_by_item": by_item,
    "calendar_weeks": weeks,
    "weekdays": words.weekdays,
    "zone_words": words.zone_words,
    "in_english": language_marks.in_english,
    "AHEAD": AHEAD,
    "plain_sections": lambda briefing: plain_sections(briefing.sections, UNSEEN),
    "unseen_section": unseen_section,
    "day_span": wording.day_span,
}


class PagesOfLists(Generator):  # type: ignore[misc]
    """Puts `site` before every template, and writes the pages that no file in `content/` stands for."""

    def generate_context(self) -> None:
        topics = tuple(_topics(Path(self.settings["PATH"]) / "topics"))
        briefings = tuple(article.briefing for article in self.context["articles"])
        css = (Path(self.theme) / "static" / "site.css").read_text(encoding="utf-8")
        own = Path(self.settings["OWN_STYLE"])
        css += own.read_text(encoding="utf-8") if own.is_file() else ""
        light, self.dark = self._colours(css)
        settings = replace(self.settings["NIGHTDESK"], url=self.settings["SITEURL"])
        self.context["site"] = Site(settings, briefings, topics, _credits())
        self.context["gazetteer"] = geography.read_gazetteer(Path(self.settings["PATH"]))
        self.context["stories"] = Stories(self.context["site"])
        on_file = _on_file()
        self.context["outlets"] = Outlets(self.context["site"], on_file)
        self.context["weeks"] = Weeks(self.context["site"])
        self.context["data"] = data_pages.data_room(self.context["site"], Path(self.settings["PATH"]))
        languages = {name: each.language for name, each in on_file.items()}
        self.context["spoken"] = language_marks.spoken(settings.language, languages, self.context["data"].ledger)
        self._say_to_machines(light)
        self.context["dates_ahead"] = ahead_dates.ahead_dates(self.context["site"])
        self.context["page_slugs"] = {page.slug for page in self.context["pages"]}
        self.context["stylesheet"] = Stylesheet(css)

    def _colours(self, css: str) -> tuple[dict[str, str], dict[str, str]]:
        """The light and the dark palette; what pictures cannot be drawn in is a warning."""
        light, dark = palettes(css)
        if missing := sorted(f"--{name}" for name in PLAIN if name not in light or name not in dark):
            logger.warning("theme/static/site.css: pictures need %s as #rrggbb in both palettes", ", ".join(missing))
        return {**PLAIN, **light}, {**PLAIN, **dark}

    def _say_to_machines(self, palette: dict[str, str]) -> None:
        """Pictures beside links and structured data."""
        site, data, gazetteer = (self.context[name] for name in ("site", "data", "gazetteer"))
        cards = Cards(site, gazetteer, palette)
        linked = LinkedData(site, gazetteer, self.context["spoken"], cards)
        method = "method/" if any(page.slug == "method" for page in self.context["pages"]) else None
        self.context["cards"], self.context["linked"] = cards, linked
        self.context["datasets"] = LinkedDatasets(linked, data, method)

    def _write_pictures(self) -> None:
        """The pictures beside links, and the sign on a browser's tab."""
        static, output = Path(self.theme) / "static", Path(self.output_path)
        sign = icon((static / routes.ICON).read_text(encoding="utf-8"), self.dark)
        (output / routes.ICON).write_text(sign, encoding="utf-8")
        for path, data in self.context["cards"].files():
            own = static / path  # an operator's own card stands instead of the drawn one
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(own.read_bytes() if own.exists() else data)

    def generate_output(self, writer: Any) -> None:
        Path(self.output_path).mkdir(parents=True, exist_ok=True)
        self._write_pictures()
        for path, template, values in self._pages(self.context["site"], self.context["stories"]):
            if path.removesuffix("/") in self.context["page_slugs"]:
                continue  # the editors have a page of that name, which stands instead
            # A missing page is shown at every depth, so its links must be absolute.
            relative = self.settings["RELATIVE_URLS"] and path != routes.MISSING
            writer.write_file(
                routes.file_of(path), self.get_template(template), self.context, relative_urls=relative, **values
            )

    def _pages(self, site: Site, stories: Stories) -> Iterator[tuple[str, str, dict[str, Any]]]:
        yield "", "front", {"briefing": site.latest}
        yield "topics/", "topics", {}
        for path, taxon in site.moved.items():
            yield path, "moved", {"taxon": taxon}
        if site.places:
            yield "places/", "places", {}
        for kind, taxa in (("topics", site.topics), ("places", site.places)):
            for taxon in taxa:
                feed = f"{kind}/{taxon.slug}" if taxon.items else None
                values: dict[str, Any] = {"taxon": taxon, "kind": kind, "feed": feed}
                area = Area(site, taxon, self.context["gazetteer"]) if kind == "places" else None
                of_area = {"area": area, "printed": PRINTED} if area else {}
                yield taxon.path, "taxon", {**values, "items": taxon.recent, "year": None, **of_area}
                for year in taxon.years:
                    yield f"{taxon.path}{year}/", "taxon", {**values, "items": taxon.of_year(year), "year": year}
        if stories.every:
            yield routes.stories_path(), "stories", {"listed": LONG_QUIET}
        for story in stories.every:
            yield story.path, "story", {"story": story}
        for month, began in stories.months.items():
            yield routes.stories_path(month), "stories_month", {"month": month, "began": began}
        if self.context["outlets"].every:
            yield "sources/", "sources", {}
        for outlet in self.context["outlets"].every:
            yield outlet.path, "source", {"outlet": outlet}
        told_weeks = self.context["weeks"].every
        if told_weeks:
            yield "weeks/", "weeks", {}
        for newer, week, older in zip((None, *told_weeks), told_weeks, (*told_weeks[1:], None), strict=False):
            yield week.path, "week", {"week": week, "older": older, "newer": newer}
        yield "status/", "status", {"status": Status(site, self.context["outlets"])}
        yield routes.archive_path(), "archive", {"columns": COLUMNS}
        for year in site.years:
            yield routes.archive_path(year), "archive_year", {"year": year}
        yield routes.MISSING, "404", {"policy": partial(policy_of_missing, site=site.settings.url)}
        for name in ("robots.txt", "sitemap.xml"):
            yield name, name, {}
        if site.latest:
            yield news_sitemap.PATH, news_sitemap.PATH, {"news": news_sitemap.news_days(site)}

    def get_template(self, name: str) -> Any:
        return super().get_template(name) if "." not in name else self.env.get_template(name)


def _topics(folder: Path) -> Iterator[Topic]:
    for path in sorted(folder.glob("*.md")):
        try:
            yield topic_of(fit(path.read_text(encoding="utf-8", errors="replace")), slug=path.stem)
        except BriefingError as fault:
            logger.warning("content/topics/%s: %s", path.name, fault)


def _credits() -> dict[str, Credit]:
    try:
        return credit_lines.known()
    except BriefingError as fault:  # `make site` stops at an error: nothing is published without its credit
        logger.error("%s; no source's credit line can be shown", fault)
        return {}


def _on_file() -> dict[str, credit_lines.OnFile]:
    try:
        return credit_lines.on_file()
    except BriefingError:  # told with the credit lines
        return {}


def add_generator(_pelican: Any) -> tuple[type[Generator], ...]:
    return PagesOfLists, data_pages.PagesOfData


def add_words(generator: Any) -> None:
    """Every template of every generator knows our words."""
    generator.env.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)
    generator.env.filters.update(FILTERS)
    generator.env.globals.update(GLOBALS)
    generator.env.policies["json.dumps_kwargs"] = dict(DUMPS)


def speak(pelican: Any) -> None:
    """Before the first file is read: in which language and time zone the site speaks."""
    settings = pelican.settings["NIGHTDESK"]
    words.use(settings.language, settings.timezone)


def register() -> None:
    signals.initialized.connect(speak)
    signals.generator_init.connect(add_words)
    signals.get_generators.connect(add_generator)
