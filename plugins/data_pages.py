"""The pages and files made of the ledger: figures of a day, figures by metric, downloads, and what cites a day."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins import ahead_ics, routes
from plugins.areas import Area
from plugins.citing import csl
from plugins.data_room import ROWS_ON_OWN_PAGE, ROWS_SHOWN, DataRoom, metric_path
from plugins.downloads import as_csv, as_json, ndjson
from plugins.geography import geojson
from plugins.ledger_files import read
from plugins.plot import DAYS, DAYS_SHARED
from plugins.site import Site
from plugins.whole_archive import PATH, as_ndjson, as_table, records
from scrapers.places.gazetteer import Gazetteer

logger = logging.getLogger(__name__)


def data_room(site: Site, content: Path) -> DataRoom:
    """The ledger of a content folder for its site; a line that cannot be read is a warning."""
    ledger, faults = read(content)
    for fault in faults:
        logger.warning("%s", fault)
    return DataRoom(site, ledger)


class PagesOfData(Generator):  # type: ignore[misc]
    """Needs `data` and `dates_ahead` in the context, which `plugins.pages` puts there beside `site`."""

    def generate_output(self, writer: Any) -> None:
        data: DataRoom = self.context["data"]
        for path, template, values in _pages(data):
            writer.write_file(
                routes.file_of(path),
                self.get_template(template),
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                **values,
            )
        gazetteer = self.context["gazetteer"]
        files = [*_files(data), *_places(data, gazetteer), *_archive(data.site, gazetteer)]
        if dates := self.context["dates_ahead"]:
            files.append((ahead_ics.PATH, ahead_ics.calendar(data.site.settings, dates)))
        for path, text in files:
            target = Path(self.output_path) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())


def _pages(data: DataRoom) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for briefing in data.site.days:
        if briefing.developments:
            yield f"{routes.day_path(briefing.day)}evidence/", "evidence_day", {"briefing": briefing}
        if data.rows(briefing):
            yield f"{routes.day_path(briefing.day)}figures/", "figures_day", {"briefing": briefing}
    if data.metrics:
        yield "figures/", "figures", {}
    for metric in data.metrics:
        shared = {"metric": metric, "only": None, "limit": ROWS_SHOWN}
        yield metric.path, "figures_metric", {**shared, "conflicts": metric.shown, "days": DAYS_SHARED}
        for conflict in metric.conflicts:
            if conflict.path:
                own = {"metric": metric, "only": conflict, "limit": ROWS_ON_OWN_PAGE}
                yield conflict.path, "figures_metric", {**own, "conflicts": (conflict,), "days": DAYS}


def _places(data: DataRoom, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Where a day's developments happened, all that the site holds, and those of each country."""
    for briefing in data.site.days:
        if any(item.section.places for item in data.site.items_on(briefing.day)):
            yield (
                f"{routes.day_path(briefing.day)}places.geojson",
                geojson(data.site, data.site.items_on(briefing.day), gazetteer),
            )
    if data.site.places:
        yield "places/places.geojson", geojson(data.site, data.site.items, gazetteer)
    for taxon in data.site.places:
        yield f"{taxon.path}developments.csv", Area(data.site, taxon, gazetteer).csv()


def _archive(site: Site, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """All developments in one file."""
    if rows := records(site, site.items, gazetteer):
        yield f"{PATH}.ndjson", as_ndjson(rows)
        yield f"{PATH}.csv", as_table(rows)


def _files(data: DataRoom) -> Iterator[tuple[str, str]]:
    for metric in data.metrics:
        lines = data.published(metric)
        yield metric_path(metric.name, ".csv"), as_csv(lines)
        yield metric_path(metric.name, ".json"), as_json(metric.name, metric.words, lines)
    for briefing in data.site.days:
        folder = routes.day_path(briefing.day)
        if items := data.site.items_on(briefing.day):
            yield f"{folder}cite.json", csl(data.site, items, data.ledger.seen.get(briefing.day, {}))
        if figures := data.figures_of(briefing):
            yield f"{folder}figures.ndjson", ndjson(figures)
        if claims := data.claims_of(briefing):
            yield f"{folder}claims.ndjson", ndjson(claims)
