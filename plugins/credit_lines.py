"""What do the source files say of the cited sources? The lines that licences ask for, and how much may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scrapers import sources
from scrapers.briefing import Section
from scrapers.model import Credit, Rights, Source, strictest


@dataclass(frozen=True)
class OnFile:
    """What a source's file says of it."""

    #: Its plain name.
    name: str
    #: What a reader must know beside the name ("state media, RU").
    label: str | None
    rights: Rights
    #: BCP 47; empty where its file does not say.
    language: str = ""


def known() -> dict[str, Credit]:
    """The line of every source that has one, by the source's name; a subscription list's own sources have none.

    Raises ConfigError where a source's file cannot be read.
    """
    return {source.name: credit for source in _every() if (credit := source.credit_line)}


def on_file() -> dict[str, OnFile]:
    """What is on file of every source, by its name and by its plain name; of two of one name the stricter right holds.

    Raises ConfigError where a source's file cannot be read.
    """
    found: dict[str, OnFile] = {}
    for source in _every():
        for name in dict.fromkeys((source.name, source.plain_name)):
            rights = strictest(source.rights, found[name].rights) if name in found else source.rights
            found[name] = OnFile(source.plain_name, source.label, rights, source.language)
    return found


def _every() -> list[Source]:
    return [*sources.every(), *sources.load(sources.SAMPLE)]


def credits_of(sections: Iterable[Section], known: Mapping[str, Credit]) -> tuple[Credit, ...]:
    """The lines of the sources that the sections cite, each once, in the order of the citations.

    Of what somebody else made ("North Wire via Example Post") the maker's: the carrier's licence does not cover it.
    """
    makers = (citation.origin or citation.source for section in sections for citation in section.citations)
    return tuple(known[name] for name in dict.fromkeys(makers) if name in known)
