"""Who reports a development, each outlet once: what stands on the day's page, where evidence has every report."""

from __future__ import annotations

from dataclasses import dataclass

from scrapers.briefing import Citation, Section


@dataclass(frozen=True)
class Reporter:
    """An outlet that is cited for a development, and how often."""

    source: str
    #: Who made what it printed, where that is somebody else.
    origin: str | None
    label: str | None
    #: Of the first report that is cited of it.
    url: str
    reports: int
    #: Whether its name leads to that report.
    linked: bool


def reporters(section: Section) -> tuple[Reporter, ...]:
    """The outlets of a development in the order of its citations; what an outlet took from a wire stands by itself.

    Who is quoted is linked below its words, and every report on the page of evidence: an address weighs five times a
    name, and a phone loads them all. Only where nobody is quoted does the first name lead to its report.
    """
    found: dict[tuple[str, str | None, str | None], list[Citation]] = {}
    for citation in section.citations:
        found.setdefault((citation.source, citation.origin, citation.label), []).append(citation)
    links = 0 if section.passages else 1
    return tuple(
        Reporter(source, origin, label, cited[0].url, len(cited), linked=n < links)
        for n, ((source, origin, label), cited) in enumerate(found.items())
    )
