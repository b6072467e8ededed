"""The page that searches, and its index. A site whose index cannot be made has neither, and no link to it."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins import routes
from plugins.findable import FILTERS, by_year, choices, documents
from plugins.maker import cache_folder
from plugins.search_index import NoIndexError, put_index
from plugins.style import policy_of_search
from plugins.words import N_, say, voice

logger = logging.getLogger(__name__)

#: What the script says; it has these words in English itself, and a page in another language brings that language's.
SCRIPT = (
    N_("Words of %(voices)s"),
    N_("Nothing found. Try other words."),
    N_("Nothing found. Choose “Any” in the lists, or try other words."),
    N_("%(number)s found"),
    N_("%(number)s found back to %(year)s"),
    N_(", %(number)s below"),
    N_("Give a word, or choose from a list."),
    N_("Searching …"),
    N_("The search could not be loaded. The archive lists every day."),
)


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
        output = Path(self.output_path) / routes.INDEX
        kept = cache_folder(self.settings, "search")
        try:
            for year, found in by_year(self.found).items():
                pages = [template.render(document=document, site=site) for document in found]
                put_index(pages, output / str(year), kept / str(year))
        except NoIndexError as fault:
            shutil.rmtree(output, ignore_errors=True)
            logger.warning("The site is built without its search: %s", fault)
        else:
            self.context["can_search"] = True

    def generate_output(self, writer: Any) -> None:
        if not self.context["can_search"]:
            return
        writer.write_file(
            routes.file_of(routes.SEARCH),
            self.get_template("search"),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            policy=policy_of_search,
            whole_style=True,  # its script makes what it finds
            filters=[(name, say(FILTERS[name]), values) for name, values in choices(self.found).items() if values],
            years=tuple(by_year(self.found)),
            script_words={} if voice().language == "en" else {each: say(each) for each in SCRIPT},
        )
        shutil.copyfile(
            Path(self.theme) / "static" / routes.SEARCH_SCRIPT,
            Path(self.output_path) / routes.SEARCH / routes.SEARCH_SCRIPT,
        )


def add_generator(_pelican: Any) -> type[Search]:
    return Search


def register() -> None:
    signals.get_generators.connect(add_generator)
