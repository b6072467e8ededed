"""How is a development cited, by people and by their programs?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from plugins.ledger_files import Seen
from plugins.site import Item, Site
from plugins.wording import day_near
from plugins.words import say
from scrapers.briefing import INNER
from scrapers.text import line


def address(site: Site, item: Item) -> str:
    """Its permalink, absolute."""
    return f"{site.settings.url}/{item.path}"


def cite_line(site: Site, item: Item) -> str:
    """`Nightdesk, “Mediators resume talks”, 21 August 2026, corrected 22 August 2026, https://…/2026/08/21/#qz7k3m`."""
    corrections = [correction.day for correction in item.section.corrections]
    corrected = say(", corrected %(day)s", day=day_near(max(corrections))) if corrections else ""
    headline = line(item.section.headline).translate(INNER)
    day = day_near(item.day)
    return f"{line(site.settings.name)}, “{headline}”, {day}{corrected}, {address(site, item)}"


def csl(site: Site, items: Sequence[Item], seen: Mapping[str, Seen]) -> str:
    """The developments of a day as CSL-JSON (https://citationstyles.org), which reference managers read.

    `custom` holds the sources of each, with the evidence for them as the wire log has it, by address.
    """
    return json.dumps([_csl(site, item, seen) for item in items], ensure_ascii=False, indent=1) + "\n"


def _csl(site: Site, item: Item, seen: Mapping[str, Seen]) -> dict[str, Any]:
    settings = site.settings
    entry: dict[str, Any] = {
        "id": f"{item.day}-{item.section.id}",
        "type": "webpage",
        "title": line(item.section.headline),
        "author": [{"literal": line(settings.publisher)}],
        "container-title": line(settings.name),
        "publisher": line(settings.publisher),
        "issued": {"date-parts": [[item.day.year, item.day.month, item.day.day]]},
        "language": settings.language,
        "URL": address(site, item),
        "custom": {"sources": [_source(citation.url, seen.get(citation.url)) for citation in item.section.citations]},
    }
    if item.briefing.sample:
        entry["note"] = " ".join((say("Sample:"), line(item.briefing.sample)))
    elif item.section.corrections:
        last = max(correction.day for correction in item.section.corrections)
        entry["note"] = say("Corrected %(day)s", day=day_near(last))
    return entry


def _source(url: str, seen: Seen | None) -> dict[str, str | None]:
    first = seen.first if seen else None
    return {
        "URL": url,
        "first_seen": f"{first:%Y-%m-%dT%H:%M:%SZ}" if first else None,
        "sha256": seen.sha256 if seen else None,
    }
