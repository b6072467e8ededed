"""What is the article's standfirst, the summary between title and text?

Two ways, both only where its words stand on the page: an element that is named so, or a page description that is
visible outside the body (73 % of the standfirsts that others miss equal one, research/extraction).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bs4.element import Tag

from scrapers.extract.pieces import Piece, width
from scrapers.extract.title import plain

NAMED = re.compile(
    r"(?:^|[\s_-])(?:standfirst|stand-first|dek|deck|subhead(?:line)?|sub-?head(?:ing|line)?|sub-?title|"
    r"subtitle|lead|lede|intro|introduction|summary|excerpt|abstract|teaser-?text|vorspann|chapo|chapeau|"
    r"entradilla|bajada|sommario|occhiello|ingress|perex|lid|spot|article-?(?:description|summary|lead|"
    r"intro|dek|subtitle|excerpt|teaser)|description|headline-?sub|post-?excerpt|anleser|unterzeile|"
    r"entry-?summary|leadtext|lead-?text|lead-?paragraph|article__(?:lead|intro|summary|perex))(?:$|[\s_-])",
    re.I,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


#: A shorter line is a kicker.
LEAST = 18


def standfirst(
    pieces: Sequence[Piece], body: Sequence[Piece], *, descriptions: Sequence[str], title: str | None
) -> Piece | None:
    """The piece that is the standfirst: above the body's first prose, or the body's own first piece."""
    kept = [piece for piece in body if not piece.why and piece.weight]
    if not kept:
        return None
    start = kept[0].order
    wanted = [plain(each) for each in descriptions if width(each) >= LEAST]
    title_key = plain(title or "")
    top = max(
        (each.order for each in pieces if each.order <= start and each.kind == "h" and plain(each.text) == title_key),
        default=-1,
    )
    above = [
        piece
        for piece in pieces
        if top - 4 <= piece.order <= start
        and width(piece.text) >= LEAST
        and piece.kind != "caption"
        and piece.level != 1
    ]
    above = [piece for piece in above if not _elsewhere(piece)]
    described = [
        piece
        for piece in reversed(above)
        if (key := plain(piece.text)) != title_key and any(_same(key, each) for each in wanted)
    ]
    if described:
        # A description may copy the lede: then it opens the text and is no standfirst.
        piece = next((each for each in described if each not in kept), described[0])
        piece.summary = piece not in kept or _named(piece) or _apart(piece, kept)
        return piece
    texts = {plain(piece.text) for piece in kept}
    for piece in reversed(above):
        key = plain(piece.text)
        if key == title_key or (key in texts and piece is not kept[0]) or piece.inside_link or piece.link_share > 0.5:
            continue
        if width(piece.text) >= 40 and start - piece.order <= 25 and _named(piece):
            piece.summary = True
            return piece
    return None


def _elsewhere(piece: Piece) -> bool:
    """Was the piece cut as something that no standfirst is?"""
    return bool(piece.why and _NOT_ONE.search(piece.why))


_NOT_ONE = re.compile(
    r"caption|figure|card|hidden|consent|cookie|footer|nav|aside|gallery|carousel|related|comment|service|"
    r"read also|credit|byline|share|newsletter|repeated|link only"
)


def _apart(piece: Piece, kept: Sequence[Piece]) -> bool:
    """Does the piece look otherwise than the paragraphs below it?"""
    others = [each for each in kept if each is not piece and each.kind == "p"][:6]
    shape = (piece.tag.name, piece.tag.get("class"), piece.tag.parent and piece.tag.parent.get("class"))
    return bool(others) and all(
        (each.tag.name, each.tag.get("class"), each.tag.parent and each.tag.parent.get("class")) != shape
        and each.tag.parent is not piece.tag.parent
        for each in others
    )


def _same(key: str, wanted: str) -> bool:
    if key == wanted:
        return True
    short, long = sorted((key, wanted), key=len)
    # "Berlin. " before it, or a description cut at so many letters
    return len(short) >= 50 and short[:-3] in long and len(short) > 0.6 * len(long)


def _named(piece: Piece) -> bool:
    tag: Tag | None = piece.tag
    for _ in range(3):
        if tag is None or tag.name in ("article", "main", "body"):
            return False
        named = " ".join(str(value) for key in ("class", "id", "data-testid", "itemprop") if (value := tag.get(key)))
        if named and NAMED.search(_CAMEL.sub("-", named)):
            return True
        tag = tag.parent
    return False
