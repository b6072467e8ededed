"""The downloads in schema.org's words (JSON-LD): what dataset searches find figures and developments by.

A licence stands there only where the operator gives one (`data_licence` in `site.toml`): whose numbers these are says
the method page, which is linked in any case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.data_room import DataRoom, Metric, OfConflict, metric_path
from plugins.figures import Row
from plugins.linked_data import LIMIT, WITH_PLACES, LinkedData, Node, within
from plugins.routes import archive_path, day_path
from plugins.site import Item
from plugins.whole_archive import PATH
from plugins.wording import count, day_long
from plugins.words import say
from scrapers.briefing import Briefing
from scrapers.text import line

_CSV, _JSON, _NDJSON = ("text/csv", ".csv"), ("application/json", ".json"), ("application/x-ndjson", ".ndjson")


@dataclass(frozen=True)
class LinkedDatasets:
    """The data of pages that offer a download."""

    linked: LinkedData
    data: DataRoom
    #: The page that says how the data are made; None if the editors have none.
    method: str | None

    def metric(self, metric: Metric, only: OfConflict | None = None) -> Node:
        """Of the page of a metric, or of one conflict's part of it."""
        rows = only.rows if only else metric.rows
        name = f"{metric.title}: {only.name}" if only else metric.title
        number = count(len(rows), "figure")
        told = say(
            "%(figures)s in news reports, each as it was given, with who gives it and where it was read.",
            figures=number,
        )
        path = only.path if only and only.path else metric.path
        node = self._dataset(
            path, say("%(name)s, figures from day to day", name=name), f"{name}. {told}", [row.item for row in rows]
        )
        node |= {"variableMeasured": line(metric.words)}
        node |= {"distribution": self._files(metric_path(metric.name, ""), _CSV, _JSON)}
        if only:
            node["isPartOf"] = {"@type": "Dataset", "name": metric.title, "url": self.linked.url(metric.path)}
        return self._with_places(node, rows)

    def figures_of_day(self, briefing: Briefing) -> Node:
        """Of the page of a day's figures."""
        rows, day = self.data.rows(briefing), day_long(briefing.day)
        told = say(
            "%(figures)s in the news reports of %(day)s, each as it was given and by whom.",
            figures=count(len(rows), "figure"),
            day=day,
        )
        path = day_path(briefing.day)
        node = self._dataset(f"{path}figures/", say("Figures of %(day)s", day=day), told, [row.item for row in rows])
        node |= {"distribution": self._files(f"{path}figures", _NDJSON)}
        return self._with_places(node, rows)

    def catalogue(self) -> Node:
        """Of the page that lists all metrics."""
        node: Node = {"@context": "https://schema.org", "@type": "DataCatalog", "name": say("Figures")}
        node |= {"url": self.linked.url("figures/"), "publisher": self.linked.publisher}
        sets = (
            {"@type": "Dataset", "name": each.title, "url": self.linked.url(each.path)} for each in self.data.metrics
        )
        return within(node, "dataset", sets, LIMIT)

    def archive(self) -> Node:
        """Of the archive, which offers all developments as one table."""
        items = self.data.site.items
        told = say(
            "Developments of conflicts in the news, a row each: when, where, of which kind, and what reports it."
        )
        node = self._dataset(archive_path(), say("Developments"), told, items)
        node |= {"distribution": self._files(PATH, _CSV, _NDJSON)}
        return within(node, "spatialCoverage", self.linked.places(items), WITH_PLACES)

    def _dataset(self, path: str, name: str, told: str, items: Sequence[Item]) -> Node:
        days = [item.day for item in items]
        site = self.data.site
        node: Node = {
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": line(name),
            "description": self.linked.described(line(told), site.sample),
            "url": self.linked.url(path),
            "temporalCoverage": f"{min(days)}/{max(days)}" if min(days) < max(days) else str(days[0]),
            "dateModified": str(max(days)),
            "creator": self.linked.publisher,
            "isAccessibleForFree": True,
        }
        if site.settings.data_licence:
            node["license"] = site.settings.data_licence
        if self.method:
            node["usageInfo"] = self.linked.url(self.method)
        return node

    def _files(self, path: str, *forms: tuple[str, str]) -> list[Node]:
        return [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": self.linked.url(path + ending)}
            for kind, ending in forms
        ]

    def _with_places(self, node: Node, rows: Sequence[Row]) -> Node:
        items = {row.item.key: row.item for row in rows}.values()
        return within(node, "spatialCoverage", self.linked.places(items), LIMIT)
