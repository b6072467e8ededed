"""What is left of a page once that is gone which nobody reads?

lxml parses and prunes; BeautifulSoup gets what remains, about a tenth of the page: on the 141 dev pages its tree
costs 19 ms a page with menus and 4 ms without, lxml's pass over them 3 ms.
"""

from __future__ import annotations

from bs4 import BeautifulSoup
from lxml import etree, html

from scrapers.extract.gallery import mark_captions
from scrapers.extract.invisible import strip_invisible

#: Gone with all they hold. `nav`, `footer`, `aside` and forms stay: some sites put the article there.
PRUNED = (
    "script style noscript svg iframe template button input select textarea option object embed video audio canvas "
    "map picture img source track link meta base dialog head"
).split()

#: Attributes that say what an element is; the rest is most of a page's weight.
KEPT = frozenset("class id href itemprop itemtype datetime rel role data-testid data-component lang name".split())

#: A subtree with this many links and this share of its text in links is a menu or a list of other stories.
MENU_LINKS, MENU_SHARE = 6, 0.8


def parsed(text: str) -> html.HtmlElement | None:
    """The page as an lxml tree; None where there is no element at all."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root


#: How files begin that are no page: PDF, PNG, JPEG, GIF, ZIP, gzip, MP4, RIFF, OLE.
_FILES = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x00\x00\x00",
    b"RIFF",
    b"\xd0\xcf\x11\xe0",
)


def binary(body: bytes) -> bool:
    """Is it another kind of file than a page?"""
    return body.startswith(_FILES)


#: The largest of 141 real pages has 3,129 elements. Beyond this it is no page that somebody reads.
MOST_ELEMENTS = 60_000


def too_many(root: html.HtmlElement) -> bool:
    """Has the page more elements than can be read in a second or two?"""
    return any(index >= MOST_ELEMENTS for index, _ in enumerate(root.iter()))


def prune(root: html.HtmlElement, *, menus: bool = True, attributes: bool = False) -> None:
    """Takes out of the tree, in place, what is never text, what no visitor sees and, if asked, menus.

    Keeps, if asked, every attribute.
    """
    strip_invisible(root)
    mark_captions(root)
    etree.strip_elements(root, *PRUNED, with_tail=False)
    for element in root.iter():
        own = element.attrib
        for name in () if attributes else own.keys():  # a copy: the loop deletes
            if name not in KEPT:
                del own[name]
    if menus:
        _drop_menus(root)


#: An unlinked run of this many bytes of UTF-8 is a sentence, so what holds it is no menu.
SENTENCE = 80


def _drop_menus(root: html.HtmlElement) -> None:
    elements = list(root.iter())
    text: dict[html.HtmlElement, int] = {}
    linked: dict[html.HtmlElement, int] = {}
    links: dict[html.HtmlElement, int] = {}
    run: dict[html.HtmlElement, int] = {}  # the longest unlinked one
    for element in reversed(elements):  # children before their parents
        longest = letters = _size(element.text)
        in_links = count = 0
        for child in element:
            after = _size(child.tail)
            letters += text[child] + after
            in_links += linked[child]
            count += links[child]
            longest = max(longest, after, run[child])
        # A link within the page belongs to the page: the key list of a round-up is no menu.
        if element.tag == "a" and not element.get("href", "#").startswith("#"):
            in_links, count, longest = letters, 1, 0
        text[element], linked[element], links[element], run[element] = letters, in_links, count, longest
    stack = [root]
    while stack:
        element = stack.pop()
        menu = links[element] >= MENU_LINKS and linked[element] > MENU_SHARE * text[element] and run[element] < SENTENCE
        if element is not root and (menu or not text[element]):
            if element.tag not in ("br", "hr", "body"):
                element.drop_tree()  # keeps the tail
        else:
            stack.extend(element)


def _size(text: str | None) -> int:
    stripped = text.strip() if text else ""
    return len(stripped) if stripped.isascii() else len(stripped.encode())


def soup_of(root: html.HtmlElement) -> BeautifulSoup:
    """The tree as BeautifulSoup sees it; `class` stays one string, which halves the cost of attributes."""
    return BeautifulSoup(serialised(root), "lxml", multi_valued_attributes=None)


def serialised(root: html.HtmlElement) -> str:
    return str(html.tostring(root, encoding="unicode"))
