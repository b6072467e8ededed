"""Which days to come do the newest briefings name? The lines of their "Ahead" sections, read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.routes import day_path
from plugins.site import Site
from plugins.wording import MONTHS, WEEKDAYS, plain
from scrapers.addresses import short_hash
from scrapers.briefing import AHEAD, Briefing
from scrapers.model import Credit
from scrapers.text import line

#: So many briefings, the newest: what was announced longer ago may have been put off since.
NEWEST = 30
#: Of the section on a day's page.
ANCHOR = "ahead_"

_LINE = re.compile(
    rf"(?:(?P<bound>on|by|until|from) )?(?:(?:{'|'.join(WEEKDAYS)}),? )?"
    rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}}): (?P<told>\S.*)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?P<words>.*\S) \(\[(?P<outlet>(?:\\.|[^\[\]\\])+)\]\((?P<url>https?://[^()\s]+)\)"
    r"(?: \((?P<label>[^()]+)\))?\)\.?"
)


@dataclass(frozen=True, kw_only=True)
class AheadDate:
    """A day to come, and what a briefing says will be then."""

    day: date
    #: "By", "Until" or "From" that day; empty for on it.
    bound: str
    #: In quotation marks where they are an outlet's.
    words: str
    #: Who names it, with its label; None where an editor does.
    outlet: str | None
    url: str | None
    credit: Credit | None
    #: The newest that names it.
    briefing: Briefing

    @property
    def id(self) -> str:
        """The same in every briefing that names it, whoever it quotes."""
        return short_hash(f"{self.day} {self.bound} {self.words}".casefold(), 16)

    @property
    def path(self) -> str:
        """Where it stands."""
        return f"{day_path(self.briefing.day)}#{ANCHOR}"


def ahead_dates(site: Site) -> tuple[AheadDate, ...]:
    """What the newest briefings name, each once, the nearest first. A line without a date is none."""
    found: dict[str, AheadDate] = {}
    for briefing in site.days[:NEWEST]:
        for each in _of_briefing(site, briefing):
            found.setdefault(each.id, each)
    return tuple(sorted(found.values(), key=lambda each: (each.day, each.id)))


def _of_briefing(site: Site, briefing: Briefing) -> Iterator[AheadDate]:
    for item in briefing.items(AHEAD):
        match = _LINE.fullmatch(item.strip())
        day = _day(match) if match else None
        if match is None or day is None:
            continue
        by = _BY.fullmatch(match["told"])
        outlet = line(plain(by["outlet"])) if by else None
        bound = (match["bound"] or "").capitalize()
        yield AheadDate(
            day=day,
            bound="" if bound == "On" else bound,
            words=line(plain(by["words"] if by else match["told"])),
            outlet=f"{outlet} ({line(by['label'])})" if by and by["label"] else outlet,
            url=by["url"] if by else None,
            credit=site.credits.get(outlet) if outlet else None,
            briefing=briefing,
        )


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), MONTHS.index(match["month"].capitalize()) + 1, int(match["day"]))
    except ValueError:
        return None
