"""How a night is shown: while it runs, and what became of every source when it has ended."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from scrapers.report import Report


class Bars(Bar):
    """A bar a step, on a terminal."""

    def __init__(self, console: Console) -> None:
        columns = (TextColumn("{task.description:<9}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        super().__init__(*columns, console=console)
        self._step = TaskID(0)

    def begin(self, step: str, total: int) -> None:
        self._step = self.add_task(step, total=total)

    def advance(self) -> None:  # type: ignore[override]  # ours has one step at a time
        self.update(self._step, advance=1)


class Lines:
    """Plain lines, at the beginning of a step and at every quarter of it: what a log can bear."""

    def __init__(self, console: Console) -> None:
        self._print: Callable[[str], None] = lambda text: console.print(text, markup=False, highlight=False)
        self._step, self._total, self._done = "", 0, 0

    def begin(self, step: str, total: int) -> None:
        self._step, self._total, self._done = step, total, 0
        self._print(f"{step}: {total}")

    def advance(self) -> None:
        self._done += 1
        quarter = self._done * 4 // max(1, self._total)
        if quarter != (self._done - 1) * 4 // max(1, self._total) and self._total >= 8:
            self._print(f"{self._step}: {self._done} of {self._total}")


def as_json(report: Report) -> dict[str, object]:
    """The run report for programs."""
    return {
        "day": report.day.isoformat(),
        "now": report.now.isoformat(),
        "developments": report.developments,
        "too_few_sources": report.too_few,
        "written": list(report.written),
        "sources": [
            {
                "name": row.name,
                "feed": row.feed,
                "outcome": str(row.outcome),
                "detail": row.detail,
                "entries": row.entries,
                "articles": row.articles,
                "cited": row.cited,
                "pages": row.pages,
                "not_its_article": row.not_its_article,
                "seconds": row.seconds,
            }
            for row in report.sources
        ],
        "pages": [
            {"url": page.url, "outcome": str(page.outcome), "detail": page.detail, "source": page.source}
            for page in report.pages
        ],
        "entries": dict(report.judged),
        "notes": list(report.notes),
    }


#: Pages of one outcome that the terminal shows; all of them stand in the report's file.
PAGES_SHOWN = 5


def show(report: Report, console: Console, content: Path) -> None:
    """The run report for people: a row a feed, then what else is worth a word. What strangers wrote is no markup."""
    if not console.is_terminal:
        console.width = max(console.width, 120)
    table = Table(title=f"The night of {report.day}", title_justify="left", box=None, pad_edge=False)
    table.add_column("source", overflow="fold", min_width=16)
    table.add_column("outcome", no_wrap=True)
    for name in ("entries", "articles", "cited", "seconds"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("detail", overflow="fold", ratio=1)
    for row in report.sources:
        style = "" if row.outcome.good else "bold red"
        table.add_row(
            Text(row.name),
            Text(str(row.outcome), style=style),
            *(Text(str(number)) for number in (row.entries, row.articles, row.cited)),
            Text(f"{row.seconds:.1f}"),
            Text(row.detail),
        )
    console.print(table)
    good = sum(row.outcome.good for row in report.sources)
    lines = [f"{good} of {len(report.sources)} feeds could be read; {report.developments} developments."]
    other = {row.name: row for row in report.sources if row.not_its_article}
    lines += [
        f"{row.name}: {row.not_its_article} of {row.pages} pages hold another text than the article."
        for row in other.values()
    ]
    if report.judged:
        lines.append("Entries: " + ", ".join(f"{count} {reason}" for reason, count in report.judged) + ".")
    for outcome, count in Counter(page.outcome for page in report.pages).items():
        pages = [page for page in report.pages if page.outcome is outcome][:PAGES_SHOWN]
        lines += [f"{outcome}: {page.url}{f' ({page.detail})' if page.detail else ''}" for page in pages]
        lines += [f"{outcome}: {count - len(pages)} more pages; --report names them all"] if count > len(pages) else []
    lines += list(report.notes)
    if report.too_few:
        lines.append("Too few sources answered to call it a day's briefing: nothing was written.")
    elif report.written:
        lines.append("Written: " + ", ".join(str(content / name) for name in report.written))
    else:
        lines.append("Nothing changed.")
    for text in lines:
        console.print(Text(text), soft_wrap=True)
    sys.stdout.flush()
