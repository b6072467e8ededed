"""Which figures does a reader see? The same number from several outlets is one row; what differs stays apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plugins.figure_words import metric_words, number, who_words, window_words
from plugins.sides import is_country
from plugins.site import Item
from plugins.vocabulary import capital
from scrapers.ledger import FigureLine

# From this number on, equal numbers of one development are one figure even where outlets name other places: that two
# villages lose the same number of people is likely for 2 and unlikely for 26.
SAME_BY_NUMBER = 10
#: What the day page shows; the rest stands on the day's own page of figures.
ROWS_ON_DAY = 10
# One big development must not push out all others.
ROWS_OF_ONE = 4
OUTLETS_SHOWN = 3
#: Up to so many times the number that most outlets give a higher one is the same count, later.
OF_ONE_SUM = 3
_ANYBODY = frozenset("people persons civilians citizens residents others dead wounded injured victims bodies".split())


@dataclass(frozen=True)
class Outlet:
    """Where a figure or a claim was read."""

    source: str
    label: str | None
    url: str


@dataclass(frozen=True)
class Voice:
    """Who gives a figure, and the outlets that say so; without a speaker the outlets give it in their own name."""

    speaker: str | None
    outlets: tuple[Outlet, ...]

    @property
    def shown(self) -> tuple[Outlet, ...]:
        return self.outlets[:OUTLETS_SHOWN]

    @property
    def more(self) -> int:
        return max(0, len(self.outlets) - OUTLETS_SHOWN)


@dataclass(frozen=True)
class Row:
    """One figure of one development, and everybody who gives it."""

    item: Item
    lines: tuple[FigureLine, ...]

    @property
    def metric(self) -> str:
        return self.lines[0].metric

    @property
    def words(self) -> str:
        return metric_words(self.metric)

    @property
    def what(self) -> str:
        """`Killed: civilians, Kherson`."""
        return ", ".join(filter(None, [": ".join(filter(None, [capital(self.words), self.who])), self.place]))

    @property
    def of_what(self) -> str:
        """The same where the metric is known: `Civilians, Kherson`; a dash where only the number was given."""
        return capital(", ".join(filter(None, [self.who, self.place]))) or "–"

    @property
    def conflict(self) -> str | None:
        return self.lines[0].conflict

    @property
    def number(self) -> str:
        return number(self.lines[0])

    @property
    def value(self) -> Decimal | None:
        return Decimal(self.lines[0].value) if self.lines[0].value is not None else None

    @property
    def upper(self) -> Decimal | None:
        return Decimal(self.lines[0].upper) if self.lines[0].upper is not None else None

    @property
    def currency(self) -> str | None:
        return self.lines[0].currency

    @property
    def window(self) -> str | None:
        """Cumulative if anybody says so, daily if most do.

        A total that one outlet gives without its window must not stand among single events, where it dwarfs them; that
        a number is of one day is said in passing ("600 wounded in a day of fighting") of what is one event.
        """
        stated = [line.window for line in self.lines if line.window]
        if "cumulative" in stated:
            return "cumulative"
        return "daily" if 2 * len(stated) > len(self.lines) else None

    @property
    def window_words(self) -> str | None:
        periods = {line.period for line in self.lines if line.window == self.window and line.period}
        return window_words(self.window, periods.pop() if len(periods) == 1 else None)

    @property
    def place(self) -> str | None:
        """The place if all that name one agree; the country if they differ and one of them names it."""
        places = {line.place.casefold(): line.place for line in self.lines if line.place}
        if len(places) > 1:
            places = {name: place for name, place in places.items() if is_country(place)}
        return next(iter(places.values())) if len(places) == 1 else None

    @property
    def who(self) -> str | None:
        """Who is counted, if all that say so use the same words."""
        said = [who_words(line.who, self.metric) for line in self.lines if line.who]
        return said[0] if len({(who or "").casefold() for who in said}) == 1 else None

    @property
    def sides(self) -> frozenset[str]:
        return frozenset(line.side for line in self.lines if line.side)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Speakers first, then the outlets that give it only in their own name; each outlet once a speaker."""
        told: dict[str | None, dict[str, Outlet]] = defaultdict(dict)
        for line in self.lines:
            told[line.speaker].setdefault(line.source, Outlet(line.source, line.label, line.url))
        named = {source for speaker, outlets in told.items() if speaker is not None for source in outlets}
        told[None] = {source: outlet for source, outlet in told[None].items() if source not in named}
        voices = [Voice(speaker, tuple(outlets.values())) for speaker, outlets in told.items() if outlets]
        return tuple(sorted(voices, key=lambda voice: voice.speaker is None))

    @property
    def outlets(self) -> int:
        return len({line.source for line in self.lines})


def rows(item: Item, lines: Iterable[FigureLine]) -> tuple[Row, ...]:
    """The figures of one development: those of one metric together, in the order in which they were told.

    A part of another figure ("including two children") is no row.
    """
    told = [line for line in lines if not line.part]
    alike: dict[object, list[FigureLine]] = defaultdict(list)
    for line in told:
        alike[(line.metric, line.value, line.upper, line.qualifier, line.currency)].append(line)
    made = [
        Row(item, tuple(group))
        for same in alike.values()
        for windowed in _by_window(same)
        for group in _by_event(windowed)
    ]
    order = {line.id: n for n, line in enumerate(told)}
    metrics = list(dict.fromkeys(line.metric for line in told))
    return tuple(sorted(made, key=lambda row: (metrics.index(row.metric), order[row.lines[0].id])))


def _by_window(lines: Sequence[FigureLine]) -> list[list[FigureLine]]:
    """Daily and cumulative apart. Who does not say which joins the only one that is said, and stands apart from two."""
    stated = {line.window for line in lines if line.window}
    if len(stated) < 2:
        return [list(lines)]
    groups: dict[str | None, list[FigureLine]] = defaultdict(list)
    for line in lines:
        groups[line.window].append(line)
    return list(groups.values())


def _by_event(lines: Sequence[FigureLine]) -> list[list[FigureLine]]:
    """Small numbers apart where the place or those counted are others."""
    value = lines[0].value
    if value is not None and Decimal(value) >= SAME_BY_NUMBER:
        return [list(lines)]
    groups: list[list[FigureLine]] = []
    for line in lines:
        home = next((group for group in groups if not any(_differ(line, other) for other in group)), None)
        if home is None:
            groups.append([line])
        else:
            home.append(line)
    return groups


def _differ(one: FigureLine, other: FigureLine) -> bool:
    return _apart(one.place, other.place, is_country) or _apart(
        who_words(one.who, one.metric), who_words(other.who, one.metric), _anybody
    )


def _apart(one: str | None, other: str | None, vague: Callable[[str], bool]) -> bool:
    if not one or not other or vague(one) or vague(other):
        return False
    a, b = one.casefold(), other.casefold()
    return a not in b and b not in a


def _anybody(who: str) -> bool:
    return who.casefold().split()[-1] in _ANYBODY


def first_rows(told: Sequence[Row], limit: int = ROWS_ON_DAY, of_one: int = ROWS_OF_ONE) -> tuple[Row, ...]:
    """What the day page shows of the day's rows: the first developments first, of each the best supported rows.

    Where two sides give different numbers for one metric, a row of each side comes before the others; then the highest
    of each metric, for a toll rises. Of one metric the higher number stands first, and what one event cost before sums.
    """
    chosen: list[Row] = []
    for _, of_item in by_item(told):
        first = {id(row) for row in (*_disputed(of_item), *_highest(of_item))}
        best = sorted(of_item, key=lambda row: (id(row) not in first, -row.outlets))
        kept = {id(row) for row in best[: max(of_one, 0)]}
        metrics = list(dict.fromkeys(row.metric for row in of_item))
        chosen += sorted(
            (row for row in of_item if id(row) in kept),
            key=lambda row: (metrics.index(row.metric), row.window == "cumulative", -(row.value or Decimal(0))),
        )
    return tuple(chosen[:limit])


def _highest(told: Sequence[Row]) -> list[Row]:
    """The highest row of each metric that is no sum of another kind beside the one that most outlets give."""
    found: list[Row] = []
    for metric in dict.fromkeys(row.metric for row in told):
        counted = [row for row in told if row.metric == metric and row.value is not None]
        if counted:
            usual = max(counted, key=lambda row: row.outlets)
            most = (usual.value or Decimal(0)) * OF_ONE_SUM
            near = [row for row in counted if (row.value or Decimal(0)) <= most and _of_place(row, usual)]
            found.append(max(near, key=lambda row: row.value or Decimal(0)))
    return found


def _of_place(row: Row, usual: Row) -> bool:
    """Is it counted where the other is, or nowhere in particular?"""
    return row.place is None or row.place == usual.place or is_country(row.place)


def by_item(told: Iterable[Row]) -> tuple[tuple[Item, tuple[Row, ...]], ...]:
    """Rows under the developments they belong to, in their order."""
    items: dict[str, list[Row]] = defaultdict(list)
    for row in told:
        items[row.item.key].append(row)
    return tuple((of_one[0].item, tuple(of_one)) for of_one in items.values())


def _disputed(told: Sequence[Row]) -> list[Row]:
    """The first row of each side, where two sides differ about a metric."""
    found: list[Row] = []
    for metric in dict.fromkeys(row.metric for row in told):
        of_side: dict[str, Row] = {}
        for row in told:
            if row.metric == metric:
                for side in sorted(row.sides):
                    of_side.setdefault(side, row)
        if len({id(row) for row in of_side.values()}) > 1:
            found += of_side.values()
    return found
