"""Which pieces stand in boxes between the paragraphs?

The paragraphs of a body stand alike: the same elements lead to each. What stands otherwise is an island: a list, a
quotation, a wrapped sub-heading, or a box with its own heading and links that the page set in.
"""

from __future__ import annotations

from collections.abc import Sequence

from bs4.element import Tag

from scrapers.extract.container import signature
from scrapers.extract.pieces import HEADINGS, Piece

Chain = tuple[tuple[str, str], ...]
#: Elements that are part of a text wherever they stand.
WITHIN = frozenset(("ul", "ol", "li", "dl", "dd", "dt", "blockquote", "table", "tbody", "tr", "td", "th", "pre", "p"))
#: Places that hold this share of the prose are home.
HOME = 0.1
#: A box holds less than this share of the prose.
BOX = 0.25


LEADS_ELSEWHERE = frozenset(("read also", "link only", "card", "service"))


class Places:
    """Where each piece stands within the container, and which places are the body's."""

    def __init__(self, holder: Tag, pieces: Sequence[Piece]) -> None:
        self._holder = holder
        self._signatures: dict[int, tuple[str, str]] = {}
        self._chains: dict[int, Chain] = {}
        held: dict[Chain, float] = {}
        for piece in pieces:
            if not piece.why and piece.weight:
                chain = self.chain(piece)
                held[chain] = held.get(chain, 0.0) + piece.weight
        self.total = sum(held.values()) or 1.0
        main = max(held, key=lambda chain: held[chain], default=())
        led = held.get(main, 0.0) >= 0.5 * self.total
        self.home = {
            chain
            for chain, weight in held.items()
            # Beside a body that stands in one place, what stands deeper is a box, unless it is much.
            if weight >= (BOX if led and len(chain) >= len(main) + 2 else HOME) * self.total
        }

    def chain(self, piece: Piece) -> Chain:
        """The elements between the container and the piece, paragraph and list elements aside."""
        tag: Tag | None = piece.tag
        if (
            tag is not None
            and tag is not self._holder
            and (tag.name in WITHIN or tag.name in HEADINGS or piece.kind in ("p", "h"))
        ):
            tag = tag.parent
        while tag is not None and tag is not self._holder and tag.name in WITHIN:
            tag = tag.parent
        return self._chain(tag)

    def _chain(self, tag: Tag | None) -> Chain:
        if tag is None or tag is self._holder:
            return ()
        known = self._chains.get(id(tag))
        if known is None:
            known = (*self._chain(tag.parent), signature(tag))
            self._chains[id(tag)] = known
        return known

    def at_home(self, piece: Piece) -> bool:
        return self.chain(piece) in self.home

    def top(self, piece: Piece) -> Tag:
        """The island's outermost element: the highest one above the piece that stands at a home place."""
        tag = piece.tag
        best = tag
        while tag is not self._holder and tag.parent is not None:
            if tag.parent is self._holder or self._chain(tag.parent) in self.home:
                best = tag
                break
            tag = tag.parent
        return best


def cut_boxes(places: Places, pieces: Sequence[Piece]) -> None:
    """Marks the pieces of islands that are boxes: little prose, with a heading of their own, or links, or no prose."""
    groups: dict[int, list[Piece]] = {}
    promos: set[int] = set()  # islands where something was cut that leads elsewhere
    for piece in pieces:
        if not places.at_home(piece):
            top = id(places.top(piece))
            if not piece.why:
                groups.setdefault(top, []).append(piece)
            elif piece.why in LEADS_ELSEWHERE:
                promos.add(top)
    for key, group in groups.items():
        prose = sum(
            max(piece.weight, piece.length if piece.kind in ("li", "row") and not piece.linked else 0)
            for piece in group
        )
        if prose > BOX * places.total or places.top(group[0]).name in ("ul", "ol", "blockquote", "pre", "table", "dl"):
            continue
        letters = sum(piece.length for piece in group)
        linked = sum(piece.linked for piece in group)
        # A count in figures is the article's, whatever box it stands in.
        headed = group[0].kind == "h" and len(group) > 1 and not any(piece.kind == "row" for piece in group)
        alone = len(group) == 1 and key not in promos
        if alone and (group[0].kind in ("h", "quote") or (group[0].weight and not group[0].linked)):
            continue
        if key in promos or headed or linked > 0.3 * letters or not prose:
            for piece in group:
                piece.why = "box"


def cut_teasers(places: Places, pieces: Sequence[Piece]) -> None:
    """Marks the places where nearly every paragraph stands below a heading that is a link: other stories' teasers.

    Only where the body is elsewhere: a round-up's sections may be headed by links too.
    """
    teasing: dict[Chain, float] = {}
    told: dict[Chain, float] = {}
    solid: dict[Chain, int] = {}
    headed = False
    for piece in pieces:
        if piece.kind == "h":
            headed = piece.why in ("link only", "card") or piece.inside_link
        elif piece.weight and not piece.why:
            chain = places.chain(piece)
            told[chain] = told.get(chain, 0.0) + piece.weight
            if headed:
                teasing[chain] = teasing.get(chain, 0.0) + piece.weight
            elif piece.weight > 120:
                solid[chain] = solid.get(chain, 0) + 1
            headed = False
    if max(solid.values(), default=0) < 3:
        return
    gone = {chain for chain, weight in teasing.items() if weight > 0.7 * told[chain]}
    for piece in pieces:
        if gone and not piece.why and places.chain(piece) in gone:
            piece.why = "teaser"
    places.home -= gone


def cut_lists(pieces: Sequence[Piece]) -> None:
    """Marks lists whose items are mostly links to other pages."""
    groups: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.kind == "li" and not piece.why:
            holder = piece.tag.find_parent(["ul", "ol"])
            groups.setdefault(id(holder), []).append(piece)
    for group in groups.values():
        linking = sum(piece.link_share >= 0.4 for piece in group)
        if linking >= 0.6 * len(group):
            for piece in group:
                piece.why = "list of links"
