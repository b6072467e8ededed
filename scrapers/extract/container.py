"""Which elements hold the article?

Chosen by coverage, not by score: from the body down while one child holds most of the good prose; equal siblings are
one split body unless they begin with a headline of their own, which makes them another article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bs4.element import Tag

from scrapers.extract.pieces import Piece
from scrapers.extract.title import plain

#: Descend while one child holds this share of the prose (research/extraction, finding 3).
COVERAGE = 0.72


def container(root: Tag, pieces: Sequence[Piece], *, title: str | None) -> Tag:
    """The lowest element that still holds the body."""
    prose: dict[int, float] = {}
    children: dict[int, dict[int, Tag]] = {}
    direct: dict[int, int] = {}  # pieces of prose right in an element
    for piece in pieces:
        if piece.why or not piece.weight:
            continue
        direct[id(piece.tag)] = direct.get(id(piece.tag), 0) + 1
        tag: Tag | None = piece.tag
        below: Tag | None = None
        while tag is not None:
            prose[id(tag)] = prose.get(id(tag), 0.0) + piece.weight
            if below is not None:
                children.setdefault(id(tag), {})[id(below)] = below
            if tag is root:
                break
            below, tag = tag, tag.parent
    wanted = plain(title or "")
    current = root
    while True:
        inner = children.get(id(current), {})
        if not inner:
            return current
        best = max(inner.values(), key=lambda tag: prose[id(tag)])
        paragraph = id(best) not in children and direct.get(id(best)) == 1  # a paragraph, whatever its name
        if paragraph or best.name in ("p", "li", "blockquote", "ul", "ol", "td", "tr", "tbody"):
            return current
        if prose[id(best)] < COVERAGE * prose[id(current)]:
            others = [tag for tag in inner.values() if tag is not best]
            # Several whole articles below one another: the one with this page's headline.
            if best.name == "article" or any(tag.name == "article" for tag in others):
                own = [tag for tag in inner.values() if wanted and _has_heading(tag, wanted)]
                if len(own) == 1 and prose[id(own[0])] > 0.2 * prose[id(current)]:
                    current = own[0]
                    continue
            return current
        shape = signature(best)
        twins = [tag for tag in inner.values() if tag is not best and signature(tag) == shape]
        if twins and not any(_other_headline(tag, wanted) for tag in twins):
            return current
        current = best


_COUNTED = re.compile(r"\d+")


def signature(tag: Tag) -> tuple[str, str]:
    """Name and classes, numbers aside: what makes two siblings equal."""
    return tag.name, _COUNTED.sub("", str(tag.get("class") or ""))


def _headings(tag: Tag) -> list[str]:
    return [plain(found.get_text()) for found in tag.find_all(["h1", "h2"], limit=6)]


def _has_heading(tag: Tag, wanted: str) -> bool:
    return any(found == wanted for found in _headings(tag))


def _other_headline(tag: Tag, wanted: str) -> bool:
    heading = tag.find("h1")
    return heading is not None and plain(heading.get_text()) != wanted


def inside(tag: Tag, holder: Tag) -> bool:
    return tag is holder or any(parent is holder for parent in tag.parents)
