"""Which lines do the licences of the cited sources ask for? They stand wherever a source's words stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scrapers import sources
from scrapers.briefing import Section
from scrapers.model import Credit


def known() -> dict[str, Credit]:
    """The line of every source that has one, by the source's name; a subscription list's own sources have none.

    Raises ConfigError where a source's file cannot be read.
    """
    every = [source for folder in (sources.FOLDER, sources.SAMPLE) for source in sources.load(folder)]
    return {source.name: credit for source in every if (credit := source.credit_line)}


def credits_of(sections: Iterable[Section], known: Mapping[str, Credit]) -> tuple[Credit, ...]:
    """The lines of the sources that the sections cite, each once, in the order of the citations.

    Of what somebody else made ("North Wire via Example Post") the maker's: the carrier's licence does not cover it.
    """
    makers = (citation.origin or citation.source for section in sections for citation in section.citations)
    return tuple(known[name] for name in dict.fromkeys(makers) if name in known)
