"""What of the ledger stands where on the site? Only what an article says that a development on the site cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plugins.citing import address, cite_line
from plugins.claims import WhoSaysWhat, who_says_what
from plugins.downloads import Placed
from plugins.figure_words import WINDOWS, capital, metric_words
from plugins.figures import Row, first_rows, rows
from plugins.ledger_files import Ledger, Seen
from plugins.plot import Plot, plot
from plugins.site import Item, Site
from scrapers.briefing import Briefing, Section
from scrapers.ledger import ClaimLine, FigureLine, Line

#: Rows of one conflict on a metric's page; all are in its CSV. A month of a busy war.
ROWS_OF_CONFLICT = 60


@dataclass(frozen=True)
class Series:
    """Figures of one metric, conflict, window and currency, which may share a plot."""

    id: str
    title: str
    plot: Plot | None


@dataclass(frozen=True)
class OfConflict:
    """One metric in one conflict."""

    slug: str
    name: str
    #: Address of its topic's page; None if there is none.
    path: str | None
    #: Newest first.
    rows: tuple[Row, ...]
    series: tuple[Series, ...]

    @property
    def shown(self) -> tuple[Row, ...]:
        return self.rows[:ROWS_OF_CONFLICT]


@dataclass(frozen=True)
class Metric:
    """One thing that is counted from day to day."""

    name: str
    #: Newest first.
    rows: tuple[Row, ...]
    conflicts: tuple[OfConflict, ...]

    @property
    def words(self) -> str:
        return metric_words(self.name)

    @property
    def title(self) -> str:
        return capital(self.words)

    @property
    def path(self) -> str:
        return metric_path(self.name)


def metric_path(metric: str, ending: str = "/") -> str:
    """`figures/killed/`; with an ending `.csv` or `.json`, its download."""
    return f"figures/{metric}{ending}"


@dataclass(frozen=True)
class DataRoom:
    """The ledger as the site shows it."""

    site: Site
    ledger: Ledger

    # --- where a line stands

    @cached_property
    def _items(self) -> Mapping[date, tuple[Item, ...]]:
        items: dict[date, list[Item]] = defaultdict(list)
        for item in self.site.items:
            items[item.day].append(item)
        return {day: tuple(of_day) for day, of_day in items.items()}

    def _placed(self, day: date, lines: Sequence[Line]) -> Mapping[str, list[Line]]:
        """A day's lines by the key of the development that cites their article; nowhere if none does.

        What an editor hides, deletes or moves to another development, its figures and claims go with it.
        """
        citing: dict[str, list[Item]] = defaultdict(list)
        for item in self._items.get(day, ()):
            for url in {citation.url for citation in item.section.citations}:
                citing[url].append(item)
        placed: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            homes = citing.get(line.url, [])
            home = next((item for item in homes if item.key == line.development), homes[0] if homes else None)
            if home is not None:
                placed[home.key].append(line)
        return placed

    @cached_property
    def _figures(self) -> Mapping[str, list[FigureLine]]:
        return {
            key: lines
            for day, of_day in self.ledger.figures.items()
            for key, lines in self._placed(day, of_day).items()
        }

    @cached_property
    def _claims(self) -> Mapping[str, list[ClaimLine]]:
        return {
            key: lines for day, of_day in self.ledger.claims.items() for key, lines in self._placed(day, of_day).items()
        }

    # --- a day

    @cached_property
    def _rows(self) -> Mapping[str, tuple[Row, ...]]:
        return {item.key: rows(item, self._figures.get(item.key, ())) for item in self.site.items}

    def rows(self, briefing: Briefing) -> tuple[Row, ...]:
        """All figures of a day in the order of its developments."""
        return tuple(row for item in self._items.get(briefing.day, ()) for row in self._rows[item.key])

    def first_rows(self, briefing: Briefing) -> tuple[Row, ...]:
        """What its page shows of them."""
        return first_rows(self.rows(briefing))

    def who_says_what(self, briefing: Briefing, section: Section) -> WhoSaysWhat | None:
        return who_says_what(self._claims.get(f"{briefing.day}#{section.id}", ()))

    def seen(self, briefing: Briefing, url: str) -> Seen | None:
        """The evidence for a citation."""
        return self.ledger.seen.get(briefing.day, {}).get(url)

    def cite_line(self, briefing: Briefing, section: Section) -> str:
        return cite_line(self.site, Item(briefing=briefing, section=section))

    def items(self, briefing: Briefing) -> tuple[Item, ...]:
        return self._items.get(briefing.day, ())

    def figures_of(self, briefing: Briefing) -> tuple[Placed, ...]:
        return tuple(placed for item in self.items(briefing) for placed in self._published(item, self._figures))

    def claims_of(self, briefing: Briefing) -> tuple[Placed, ...]:
        return tuple(placed for item in self.items(briefing) for placed in self._published(item, self._claims))

    def _published(self, item: Item, lines: Mapping[str, Sequence[FigureLine | ClaimLine]]) -> list[Placed]:
        return [(line, item.key, address(self.site, item)) for line in lines.get(item.key, ())]

    # --- a metric

    @cached_property
    def metrics(self) -> tuple[Metric, ...]:
        """By how many figures there are of it, the most first."""
        told: dict[str, list[Row]] = defaultdict(list)
        for item in self.site.items:
            for row in self._rows[item.key]:
                told[row.metric].append(row)
        metrics = [Metric(name, tuple(found), self._conflicts(found)) for name, found in told.items()]
        return tuple(sorted(metrics, key=lambda metric: (-len(metric.rows), metric.name)))

    def published(self, metric: Metric) -> tuple[Placed, ...]:
        """Every line of a metric, also the parts of other figures; newest day first."""
        return tuple(
            placed
            for item in self.site.items
            for placed in self._published(item, self._figures)
            if isinstance(placed[0], FigureLine) and placed[0].metric == metric.name
        )

    def _conflicts(self, found: Sequence[Row]) -> tuple[OfConflict, ...]:
        """The conflict with most figures first, what belongs to none last."""
        topics = {taxon.slug: taxon for taxon in self.site.topics}
        told: dict[str | None, list[Row]] = defaultdict(list)
        for row in found:
            told[row.conflict].append(row)
        made = []
        for n, slug in enumerate(sorted(told, key=lambda slug: (slug is None, -len(told[slug]), slug or ""))):
            topic = topics.get(slug) if slug else None
            name = topic.name if topic else slug or "Other"
            made.append(
                OfConflict(f"c{n}_", name, topic.path if topic else None, tuple(told[slug]), _series(told[slug], n))
            )
        return tuple(made)


def _series(told: Sequence[Row], n: int) -> tuple[Series, ...]:
    """One for each window and currency: daily and running totals are never in one plot, nor two currencies."""
    made: list[Series] = []
    for window, words in WINDOWS.items():
        of_window = [row for row in told if row.window == window]
        for currency in sorted({row.currency or "" for row in of_window}):
            of_currency = [row for row in of_window if (row.currency or "") == currency]
            title = f"{words}, {currency}" if currency else words
            made.append(Series(f"c{n}_{len(made)}_", title, plot(of_currency)))
    return tuple(made)
