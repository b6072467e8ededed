"""Which rows of a page are pictures with a line below each? Their lines are captions, whatever they stand in."""

from __future__ import annotations

from lxml import html

#: So many equal items with a picture in each are a gallery.
PICTURES = 4
#: A picture's line is no longer, in characters; a live blog's post is.
LINE = 400
_PICTURED = ("img", "picture", "amp-img")
_HEADED = ("h1", "h2", "h3", "h4", "h5", "h6", "time", "article")


def mark_captions(root: html.HtmlElement) -> None:
    """Makes a `figcaption` of each item of a gallery, in place. Reads the tree before its pictures are pruned."""
    items: list[html.HtmlElement] = []
    judged: set[tuple[html.HtmlElement, str, str | None]] = set()  # rows, by what holds them and what is alike in them
    for picture in root.iter(*_PICTURED):
        item, parent = picture, picture.getparent()
        while parent is not None and parent.tag not in ("body", "html"):
            alike = (parent, item.tag, item.get("class"))
            if alike in judged:
                break
            judged.add(alike)
            row = [child for child in parent if (child.tag, child.get("class")) == alike[1:]]
            if len(row) >= PICTURES and item.tag not in (*_PICTURED, "a"):
                items += row if all(map(_captioned, row)) else []
                break
            item, parent = parent, parent.getparent()
    for item in items:
        text = " ".join(item.text_content().split())
        tail = item.tail
        item.clear()
        item.tag, item.text, item.tail = "figcaption", text, tail


def _captioned(item: html.HtmlElement) -> bool:
    return (
        next(item.iter(*_PICTURED), None) is not None
        and next(item.iter(*_HEADED), None) is None
        and len(" ".join(item.text_content().split())) <= LINE
    )
