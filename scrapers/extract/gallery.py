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
    held: dict[html.HtmlElement, None] = {}  # items: an element right below which a row of its like stands
    for picture in list(root.iter(*_PICTURED)):
        item, parent = picture, picture.getparent()
        while parent is not None and parent.tag not in ("body", "html"):
            if parent in held:
                break
            row = [child for child in parent if child.tag == item.tag and child.get("class") == item.get("class")]
            if len(row) >= PICTURES and item.tag not in (*_PICTURED, "a"):
                held.update(dict.fromkeys(row) if all(map(_captioned, row)) else {})
                break
            item, parent = parent, parent.getparent()
    for item in held:
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
