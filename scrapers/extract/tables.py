"""Which tables of a page hold data, and what does each of their rows say?

A row is one piece, its cells apart by ` | `: a line for readers of the text, and no sentence that could be quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup
from bs4.element import Tag

from scrapers.extract.pieces import Piece
from scrapers.text import CELLS

#: A table with fewer rows that hold several cells is a page's layout, or a frame.
ROWS = 2
#: A cell with more lines of its own is a page's layout; so is one that is longer, in characters.
LINES, CELL = 3, 600
#: A table of which a greater share of the letters is links leads elsewhere.
LINKED = 0.5
_CELLS = ("td", "th")


def with_rows(root: Tag | BeautifulSoup, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; of each table of data one a row in place of those of its cells."""
    tables = [table for table in root.find_all("table") if table.find("table") is None]
    if not tables:
        return list(pieces)
    held: dict[int, list[tuple[Tag, Piece]]] = {id(table): [] for table in tables}
    for piece in pieces:
        if (cell := _cell_of(piece.tag)) is not None and (table := cell.find_parent("table")) is not None:
            held.get(id(table), []).append((cell, piece))
    gone: dict[int, Piece | None] = {}
    for inside in held.values():
        if _holds_data(inside):
            gone.update(_rows(inside))
    if not gone:
        return list(pieces)
    found = [kept for piece in pieces if (kept := gone.get(id(piece), piece)) is not None]
    for order, piece in enumerate(found):
        piece.order = order
    return found


def _cell_of(tag: Tag) -> Tag | None:
    return tag if tag.name in _CELLS else tag.find_parent(_CELLS)


def _holds_data(inside: Sequence[tuple[Tag, Piece]]) -> bool:
    lines: dict[int, int] = {}
    rows: dict[int, set[int]] = {}
    for cell, piece in inside:
        lines[id(cell)] = lines.get(id(cell), 0) + 1
        rows.setdefault(id(cell.parent), set()).add(id(cell))
        if piece.length > CELL or (piece.kind == "h" and piece.level == 1):
            return False
    letters = sum(piece.length for _, piece in inside) or 1
    return (
        max(lines.values(), default=0) <= LINES
        and sum(len(cells) >= 2 for cells in rows.values()) >= ROWS
        and sum(piece.linked for _, piece in inside) <= LINKED * letters
        and not any(piece.inside_link for _, piece in inside)
    )


def _rows(inside: Sequence[tuple[Tag, Piece]]) -> Iterator[tuple[int, Piece | None]]:
    """The first piece of each row with the text of all of them, and none for the others."""
    rows: dict[int, list[tuple[Tag, Piece]]] = {}
    for cell, piece in inside:
        rows.setdefault(id(cell.parent), []).append((cell, piece))
    for row in rows.values():
        cells: dict[int, list[str]] = {}
        for cell, piece in row:
            cells.setdefault(id(cell), []).append(piece.text)
        first = row[0][1]
        whole = Piece(
            tag=row[0][0].parent or first.tag,
            kind="row",
            text=CELLS.join(" ".join(texts) for texts in cells.values()),
            linked=sum(piece.linked for _, piece in row),
            links=[link for _, piece in row for link in piece.links],
            anchor=first.anchor,
            order=first.order,
            weight=sum(piece.weight for _, piece in row),
            why=next((piece.why for _, piece in row if piece.why), None),
        )
        yield id(first), whole
        yield from ((id(piece), None) for _, piece in row[1:])
