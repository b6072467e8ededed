"""What of the ledger stands where on the site? Only what an article says that a development on the site cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plugins.citing import address, cite_line
from plugins.claims import WhoSaysWhat, who_says_what
from plugins.downloads import Placed
from plugins.figure_words import WINDOWS, metric_words
from plugins.figures import Row, first_rows, rows
from plugins.ledger_files import Ledger, Seen
from plugins.plot import Plot, plot
from plugins.routes import slug_of
from plugins.site import Item, Site
from plugins.vocabulary import capital
from plugins.words import say
from scrapers.briefing import Briefing, Section
from scrapers.ledger import ClaimLine, FigureLine, Line

# A page on a poor connection should stay under about 200 kB: of a metric the six conflicts with most figures are shown,
# with their newest rows; the others, and what does not fit, have pages of their own. All is in the metric's CSV.
CONFLICTS_SHOWN, ROWS_SHOWN, ROWS_ON_OWN_PAGE = 6, 12, 120


@dataclass(frozen=True)
class Series:
    """Figures of one metric, conflict, window and currency, which may share a plot."""

    id: str
    title: str
    plot: Plot


@dataclass(frozen=True)
class OfConflict:
    """One metric in one conflict."""

    slug: str
    name: str
    #: Address of its topic's page; None if there is none.
    topic: str | None
    #: Its own page for this metric; None where the metric's page shows all there is.
    path: str | None
    #: Newest first.
    rows: tuple[Row, ...]

    @property
    def id(self) -> str:
        return f"{self.slug}_"

    def series(self, days: int) -> Iterator[Series]:
        """One for each window and currency: daily and running totals are never in one plot, nor two currencies."""
        for n, (window, words) in enumerate(WINDOWS.items()):
            of_window = [row for row in self.rows if row.window == window]
            for currency in sorted({row.currency or "" for row in of_window}):
                drawn = plot([row for row in of_window if (row.currency or "") == currency], days)
                if drawn:
                    said = say(words)
                    title = f"{said}, {currency}" if currency else said
                    yield Series(f"{self.slug}_{n}{slug_of(currency) if currency else ''}_", title, drawn)


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

    @property
    def shown(self) -> tuple[OfConflict, ...]:
        return self.conflicts[:CONFLICTS_SHOWN]

    @property
    def others(self) -> tuple[OfConflict, ...]:
        return self.conflicts[CONFLICTS_SHOWN:]


def metric_path(metric: str, ending: str = "/") -> str:
    """`figures/killed/`; with an ending `.csv` or `.json`, its download."""
    return f"figures/{metric}{ending}"


@dataclass(frozen=True)
class DataRoom:
    """The ledger as the site shows it."""

    site: Site
    ledger: Ledger

    # --- where a line stands

    def _placed(self, day: date, lines: Sequence[Line]) -> Mapping[str, list[Line]]:
        """A day's lines by the key of the development that cites their article; nowhere if none does.

        What an editor hides, deletes or moves to another development, its figures and claims go with it.
        """
        citing: dict[str, list[Item]] = defaultdict(list)
        for item in self.site.items_on(day):
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
        return tuple(row for item in self.site.items_on(briefing.day) for row in self._rows[item.key])

    def first_rows(self, briefing: Briefing) -> tuple[Row, ...]:
        """What its page shows of them."""
        return first_rows(self.rows(briefing))

    def rows_of(self, items: Sequence[Item]) -> tuple[Row, ...]:
        """What a story's page shows of the figures of its developments."""
        return first_rows([row for item in items for row in self._rows[item.key]])

    def who_says_what(self, briefing: Briefing, section: Section) -> WhoSaysWhat | None:
        said = self._claims.get(f"{briefing.day}#{section.id}", ())
        return who_says_what(said, [citation.label for citation in section.citations])

    def words(self, briefing: Briefing) -> str:
        """What of the ledger stands unfolded on a day's page, for its reading time."""
        said = [self.who_says_what(briefing, section) for section in self.site.parted(briefing).full]
        statements = [each for told in said if told for side in told.sides for each in side.statements]
        return " ".join(
            [
                *(
                    f"{row.what} {row.number} {' '.join(voice.speaker or '' for voice in row.voices)}"
                    for row in self.first_rows(briefing)
                ),
                *(f"{each.speaker} {each.verb} {each.words or ''}" for each in statements),
            ]
        )

    def seen(self, briefing: Briefing, url: str) -> Seen | None:
        """The evidence for a citation."""
        return self.ledger.seen.get(briefing.day, {}).get(url)

    def cite_line(self, briefing: Briefing, section: Section) -> str:
        return cite_line(self.site, Item(briefing=briefing, section=section))

    def figures_of(self, briefing: Briefing) -> tuple[Placed, ...]:
        return tuple(
            placed for item in self.site.items_on(briefing.day) for placed in self._published(item, self._figures)
        )

    def claims_of(self, briefing: Briefing) -> tuple[Placed, ...]:
        return tuple(
            placed for item in self.site.items_on(briefing.day) for placed in self._published(item, self._claims)
        )

    def _published(self, item: Item, lines: Mapping[str, Sequence[FigureLine | ClaimLine]]) -> list[Placed]:
        key = item.key
        found = lines.get(key, ())
        permalink = address(self.site, item) if found else ""
        return [Placed(line, key, permalink, item.briefing.sample is not None) for line in found]

    # --- a metric

    @cached_property
    def metrics(self) -> tuple[Metric, ...]:
        """By how many figures there are of it, the most first."""
        told: dict[str, list[Row]] = defaultdict(list)
        for item in self.site.items:
            for row in self._rows[item.key]:
                told[row.metric].append(row)
        metrics = [Metric(name, tuple(found), self._conflicts(name, found)) for name, found in told.items()]
        return tuple(sorted(metrics, key=lambda metric: (-len(metric.rows), metric.name)))

    @cached_property
    def _of_topic(self) -> Mapping[str, list[tuple[Metric, str]]]:
        found: dict[str, list[tuple[Metric, str]]] = defaultdict(list)
        for metric in self.metrics:
            for conflict in metric.conflicts:
                found[conflict.slug].append((metric, conflict.path or f"{metric.path}#{conflict.id}"))
        return found

    def of_topic(self, slug: str) -> tuple[tuple[Metric, str], ...]:
        """The metrics that are told of a conflict, and the address of each."""
        return tuple(self._of_topic.get(slug, ()))

    def published(self, metric: Metric) -> tuple[Placed, ...]:
        """Every line of a metric, also the parts of other figures; newest day first."""
        return tuple(
            placed
            for item in self.site.items
            for placed in self._published(item, self._figures)
            if isinstance(placed.line, FigureLine) and placed.line.metric == metric.name
        )

    def _conflicts(self, metric: str, found: Sequence[Row]) -> tuple[OfConflict, ...]:
        """The conflict with most figures first, what belongs to none last."""
        topics = {taxon.slug: taxon for taxon in self.site.topics}
        told: dict[str | None, list[Row]] = defaultdict(list)
        for row in found:
            told[slug_of(row.conflict) if row.conflict else None].append(row)
        made = []
        for n, slug in enumerate(sorted(told, key=lambda slug: (slug is None, -len(told[slug]), slug or ""))):
            topic = topics.get(slug) if slug else None
            rows_of, known = told[slug], slug or "no-conflict"
            own = n >= CONFLICTS_SHOWN or len(rows_of) > ROWS_SHOWN
            made.append(
                OfConflict(
                    slug=known,
                    name=topic.name if topic else rows_of[0].conflict or say("Other"),
                    topic=topic.path if topic else None,
                    path=f"{metric_path(metric)}{known}/" if own else None,
                    rows=tuple(rows_of),
                )
            )
        return tuple(made)
