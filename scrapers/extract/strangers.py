"""Which prose stands apart from the headline and tells nothing of it? A consent layer, a dialogue, an appeal.

They are drawn by other programs than the article, so they stand in elements of their own, somewhere above, below or
beside the headline's; their makers, names and words change, and none of them speaks of what the headline speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence

from bs4.element import Tag

from scrapers.extract.belonging import telling
from scrapers.extract.container import signature
from scrapers.extract.pieces import Piece
from scrapers.extract.title import plain

#: Prose of which a smaller share of its telling words stands in the article too tells of something else.
KIN = 0.1
#: One word is shared by chance.
SHARED = 2
#: Elements that other programs put into a page.
_APART = frozenset(("div", "section", "aside", "dialog", "form", "footer", "header", "article", "main", "span"))


def mark_strangers(
    root: Tag, pieces: Sequence[Piece], head: Piece | None, *, title: str | None, descriptions: Sequence[str]
) -> None:
    """Marks the prose of elements apart from the headline that shares no word with it, and hardly one with its text.

    Nothing is marked where no prose shares one: a headline like "The evening edition" tells of nothing.
    """
    about = telling(title or "").union(*map(telling, descriptions))
    if head is None or not about:
        return
    told = set(about)
    below: Tag = head.tag
    strangers: list[Piece] = []
    at_home = False  # prose that tells of what the headline tells
    prose: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.weight and not piece.why:
            tag: Tag | None = piece.tag
            while tag is not None:
                prose.setdefault(id(tag), []).append(piece)
                tag = None if tag is root else tag.parent
    while below is not root and (parent := below.parent) is not None:
        groups: dict[tuple[str, str], list[list[Piece]]] = {}
        for child in parent.children:
            if isinstance(child, Tag) and child is not below and (inner := prose.get(id(child))):
                groups.setdefault(signature(child), []).append(inner)
        for (name, _), each in groups.items():
            said = [frozenset().union(*(telling(piece.text) for piece in inner)) for inner in each]
            words = frozenset().union(*said)
            kin = 2 * sum(bool(about & those) for those in said) >= len(said)
            if name in _APART and not kin and len(words & told) < max(SHARED, KIN * len(words)):
                strangers += [piece for inner in each for piece in inner]
            else:
                told |= words
                at_home = at_home or bool(words & about)
        below = parent
    if at_home:
        for piece in strangers:
            piece.why = "stranger"


def headline_of(pieces: Sequence[Piece], title: str | None) -> Piece | None:
    """The heading that shows the page's title, else its only heading of the first level."""
    wanted = plain(title or "")
    headings = [piece for piece in pieces if piece.kind == "h"]
    shown = next((piece for piece in headings if wanted and plain(piece.text) == wanted), None)
    first = [piece for piece in headings if piece.level == 1]
    return shown or (first[0] if len(first) == 1 else None)
