"""The page that searches, and its index. A site whose index cannot be made has neither, and no link to it."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins import routes
from plugins.findable import FILTERS, choices, documents, findable
from plugins.search_index import NoIndexError, make_index
from plugins.style import policy_of_search

logger = logging.getLogger(__name__)


class Search(Generator):  # type: ignore[misc]
    """Needs `site` and `stories` in the context, which `plugins.pages` puts there; puts there whether one can search.

    The index is made before the first page is written, because every page links to a search that there is.
    """

    def generate_context(self) -> None:
        site, stories = self.context["site"], self.context["stories"]
        self.found = tuple(documents(site, stories))
        self.context["can_search"] = False
        if not self.found:
            return
        template = self.env.get_template("search_document.html")
        pages = (template.render(document=document, site=site) for document in self.found)
        try:
            make_index(pages, Path(self.output_path))
        except NoIndexError as fault:
            logger.warning("The site is built without its search: %s", fault)
        else:
            self.context["can_search"] = True

    def generate_output(self, writer: Any) -> None:
        if not self.context["can_search"]:
            return
        items = findable(self.context["site"])
        writer.write_file(
            routes.file_of(routes.SEARCH),
            self.get_template("search"),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            policy=policy_of_search,
            whole_style=True,  # its script makes what it finds
            filters=[(name, FILTERS[name], values) for name, values in choices(self.found).items() if values],
            items=items,
        )
        shutil.copyfile(
            Path(self.theme) / "static" / routes.SEARCH_SCRIPT,
            Path(self.output_path) / routes.SEARCH / routes.SEARCH_SCRIPT,
        )


def add_generator(_pelican: Any) -> type[Search]:
    return Search


def register() -> None:
    signals.get_generators.connect(add_generator)
