"""What do analysts download? Every column of the ledger as CSV, JSON and NDJSON, each row with its permalink."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from scrapers.ledger import ClaimLine, FigureLine

#: The columns of a table of figures, in their order.
COLUMNS = ("day", *(each.name for each in fields(FigureLine)), "permalink", "sample")
# Spreadsheets run a cell that begins so as a formula; an apostrophe in front makes it text again.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Placed:
    """A line of the ledger where readers find it."""

    line: FigureLine | ClaimLine
    #: `YYYY-MM-DD#id` of the development of the site.
    development: str
    permalink: str
    #: Whether its day is made of invented outlets.
    sample: bool

    @property
    def day(self) -> str:
        return self.development.partition("#")[0]


def record(placed: Placed) -> dict[str, Any]:
    """A line as it is published: under the development where readers find it."""
    told = {"development": placed.development, "permalink": placed.permalink, "sample": placed.sample}
    return {**vars(placed.line), **told}


def ndjson(lines: Iterable[Placed]) -> str:
    """One JSON object a line (https://github.com/ndjson/ndjson-spec)."""
    return "".join(json.dumps(record(placed), ensure_ascii=False) + "\n" for placed in lines)


def as_csv(lines: Iterable[Placed]) -> str:
    """RFC 4180, UTF-8, with a header; an empty cell is an unknown."""
    rows = ({"day": placed.day, **record(placed)} for placed in lines)
    return table(COLUMNS, ([row[name] for name in COLUMNS] for row in rows))


def table(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """RFC 4180 with a header: each value of a row as text that no spreadsheet runs, numbers as they are."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def as_json(metric: str, words: str, lines: Iterable[Placed]) -> str:
    """One object: what the metric is, and its rows, one a line."""
    rows = ",\n".join("  " + json.dumps({"day": placed.day, **record(placed)}, ensure_ascii=False) for placed in lines)
    head = json.dumps({"metric": metric, "words": words}, ensure_ascii=False)
    return f'{head[:-1]}, "rows": [\n{rows}\n]}}\n'


def _cell(value: object) -> str:
    """A value as a cell that no spreadsheet runs."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):  # a minus sign in front of a degree is no formula
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
