"""Which pieces of text does a page consist of, in their order, and what is known of each by its shape?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

#: Elements that begin a new piece. Anything else is inline.
BLOCK = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul "
    "legend label".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACE = re.compile(r"[\s\u00a0\u200b\ufeff\u2060]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_SENTENCE = re.compile(r"[.!?…:;]['\"”’»“)\]]*(?:\s|$)|[。！？」』]")

#: A line break ends a line shorter than this that is no sentence: headline, byline, dateline of old pages.
LINE = 100

#: Characters from which on a text can be a paragraph of prose; one CJK character counts for two and a half.
PROSE = 60


_FRAMED = re.compile(r"[-–—]\s*(\S.{1,98}?\S)\s*[-–—]")
_BULLET = re.compile(r"[•●▪■◆▶►‣]\s*\S")
#: An agency's sub-heading, `- 'Good deal' -`, counts as an h4.
FRAMED_LEVEL = 4


def framed(text: str) -> str | None:
    """The words of a sub-heading in an agency's frame, `- 'Good deal' -`; None for any other line."""
    match = _FRAMED.fullmatch(text)
    return match.group(1).strip() if match else None


@dataclass(slots=True, eq=False)
class Piece:
    """A run of text between two block boundaries."""

    tag: Tag  # the block element it stands in
    kind: str  # "p", "h", "li", "quote", "caption", "cell", "row", "time"
    text: str
    linked: int = 0  # characters within links to elsewhere
    bold: int = 0
    lead: str = ""  # bold words at its start
    inside_link: bool = False  # the piece stands in an <a> that holds whole blocks: a card
    links: list[str] = field(default_factory=list)
    anchor: str | None = None
    target: str | None = None  # where a link within the page leads
    time: str | None = None  # `datetime` of a <time> in it
    level: int = 0  # of a heading
    order: int = 0
    weight: float = 0.0  # characters of prose
    why: str | None = None  # why it was cut; None while it stands
    summary: bool = False  # a standfirst, told apart from the text's own first paragraph

    @property
    def length(self) -> int:
        return len(self.text)

    @property
    def link_share(self) -> float:
        return self.linked / len(self.text) if self.text else 0.0


def squeezed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def width(text: str) -> float:
    """Length of a text, a CJK character counted as two and a half."""
    return len(text) + 1.5 * len(_CJK.findall(text)) if not text.isascii() else len(text)


def pieces_of(root: Tag | BeautifulSoup) -> list[Piece]:
    """The page's text as pieces. A text-bearing `<div>` is a piece like a `<p>`; two `<br>` part a piece in two."""
    found: list[Piece] = []
    buffer: list[str] = []
    state = _State()
    # (node, entering): iterative, a page may nest deeper than Python's stack
    stack: list[tuple[object, bool]] = [(root, True)]

    def flush(tag: Tag) -> None:
        if not buffer:
            return
        text = squeezed("".join(buffer))
        buffer.clear()
        if text:
            piece = Piece(
                tag=tag, kind=state.kind(tag), text=text, linked=min(state.linked, len(text)), bold=state.bold
            )
            if state.lead:
                piece.lead = squeezed("".join(state.lead))
            piece.inside_link = state.cards > 0
            piece.links = state.links
            piece.anchor, piece.target, piece.time = state.anchor, state.target, state.time
            piece.level = int(tag.name[1]) if tag.name in HEADINGS else state.heading
            piece.order = len(found)
            if piece.level and piece.kind != "caption":
                piece.kind = "h"
            _reshape(piece)
            if piece.kind in ("p", "li", "quote", "cell"):
                piece.weight = _prose(piece)
            found.append(piece)
        state.reset()

    blocks: list[Tag] = []
    while stack:
        node, entering = stack.pop()
        if isinstance(node, NavigableString):
            if isinstance(node, PreformattedString):  # comments, CDATA, doctypes
                continue
            string = str(node)
            if string:
                buffer.append(string)
                stripped = len(string.strip())
                if state.in_link:
                    state.linked += stripped
                if state.in_bold:
                    state.bold += stripped
                    if state.leading:
                        state.lead.append(string)
                elif stripped:
                    state.leading = False
            continue
        assert isinstance(node, Tag)
        name = node.name
        if entering:
            if name == "br":
                line = "".join(buffer[state.breaks :]).strip()
                if buffer and (
                    (state.breaks and not line) or (line and len(line) < LINE and not _SENTENCE.search(line))
                ):
                    flush(blocks[-1] if blocks else root)  # a blank line, or the end of a line that is no sentence
                else:
                    buffer.append("\n")
                    state.breaks = len(buffer)
                continue
            anchor = node.get("id") or (node.get("name") if name == "a" else None)
            is_block = name in BLOCK
            if is_block:
                flush(blocks[-1] if blocks else root)
                blocks.append(node)
                state.linked_blocks.append(state.in_link > 0)
                state.cards += state.in_link > 0
                if name in HEADINGS:
                    state.heading = int(name[1])
                elif name == "blockquote":
                    state.quotes += 1
                elif name == "li":
                    state.items += 1
                elif name in ("figcaption", "figure"):
                    state.captions += 1
            elif name == "a":
                href = node.get("href")
                if href and not str(href).startswith("#"):
                    state.in_link += 1
                    state.links.append(str(href))
                elif href:
                    state.target = str(href)[1:]
            elif name in ("b", "strong"):
                state.in_bold += 1
            elif name == "time":
                state.time = str(node.get("datetime") or "") or None
            if anchor and isinstance(anchor, str):
                state.anchor = anchor if not buffer else state.anchor or anchor
            stack.append((node, False))
            stack.extend((child, True) for child in reversed(node.contents))
        else:
            if name in BLOCK:
                flush(node)
                blocks.pop()
                state.cards -= state.linked_blocks.pop()
                if name in HEADINGS:
                    state.heading = 0
                elif name == "blockquote":
                    state.quotes -= 1
                elif name == "li":
                    state.items -= 1
                elif name in ("figcaption", "figure"):
                    state.captions -= 1
            elif name == "a":
                href = node.get("href")
                if href and not str(href).startswith("#"):
                    state.in_link -= 1
            elif name in ("b", "strong"):
                state.in_bold -= 1
    flush(root)
    _read_layout_tables(found)
    return found


def _reshape(piece: Piece) -> None:
    """A paragraph that is a framed sub-heading or a bullet is one."""
    if piece.kind == "p" and framed(piece.text):
        piece.kind, piece.level = "h", FRAMED_LEVEL
    elif piece.kind == "p" and _BULLET.match(piece.text):
        piece.kind = "li"


#: A table cell with this many lines is a page's layout and no table.
LAYOUT = 4


def _read_layout_tables(pieces: list[Piece]) -> None:
    lines: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.kind == "cell":
            lines.setdefault(id(piece.tag), []).append(piece)
    for cell in lines.values():
        if len(cell) >= LAYOUT:
            for piece in cell:
                piece.kind = "p"
                _reshape(piece)


class _State:
    """Where the walk is, and what it saw since the last piece."""

    __slots__ = (
        "anchor",
        "bold",
        "breaks",
        "captions",
        "cards",
        "heading",
        "in_bold",
        "in_link",
        "items",
        "lead",
        "leading",
        "linked",
        "linked_blocks",
        "links",
        "quotes",
        "target",
        "time",
    )  # fmt: skip

    def __init__(self) -> None:
        self.linked_blocks: list[bool] = []  # of each open block: was it opened in a link?
        self.cards = 0
        self.in_link = self.in_bold = self.heading = self.quotes = self.items = self.captions = 0
        self.reset()

    def reset(self) -> None:
        self.linked = self.bold = self.breaks = 0
        self.leading = True
        self.lead: list[str] = []
        self.links: list[str] = []
        self.anchor: str | None = None
        self.target: str | None = None
        self.time: str | None = None

    def kind(self, tag: Tag) -> str:
        if self.captions:
            return "caption"
        if self.quotes:
            return "quote"
        if tag.name in ("td", "th", "caption"):
            return "cell"
        return "li" if self.items or tag.name in ("dt", "dd") else "p"


def _prose(piece: Piece) -> float:
    """Characters of prose in a piece: 0 for labels, links and lists of words."""
    if piece.inside_link:
        return 0.0
    size = width(piece.text)
    if size < PROSE or piece.linked > 0.5 * len(piece.text):
        return 0.0
    if not _SENTENCE.search(piece.text) and size < 2 * PROSE:
        return 0.0
    return size - piece.linked
