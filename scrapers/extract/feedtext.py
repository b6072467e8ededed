"""How is a feed written? Its root element and its markup, read as forgivingly as is safe."""

from __future__ import annotations

import re

from lxml import etree, html

from scrapers.text import fit, line, plain

#: What XML 1.0 does not allow as a character; one of them and a strict parser stops.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: The element that makes a document a feed; before it may stand white space, a BOM, comments, a server's warnings.
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,30}:)?(rss|feed|RDF|urlset|sitemapindex|channel)(?=[\s>/])")
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
#: Where the root is looked for, in characters.
_HEAD = 20_000

_HIDDEN = re.compile(r"<(script|style|noscript|iframe|svg|object)\b.{0,20000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.{0,20000}?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
#: These stand within words and sentences; every other tag is a blank.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)"
    r"(?=[\s/>])[^>]*>",
    re.IGNORECASE,
)
_LONGEST_SNIPPET = 40_000  # characters

_REFERENCE = re.compile(r"&#([xX][0-9a-fA-F]{1,12}|[0-9]{1,12});")
_REFERENCES = re.compile(rf"(?:{_REFERENCE.pattern.replace('(', '(?:')})+")
_BLOCKS = frozenset(
    "address article aside blockquote br dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_UNREAD = frozenset("script style noscript iframe svg object form button template head".split())


def root_name(text: str) -> str | None:
    """`rss`, `feed`, `RDF`, `channel`, `urlset`, `sitemapindex` or `json`; None for what is no feed."""
    if text[:_HEAD].lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return "json"
    head = _head(text)
    match = _ROOT.search(head)
    return None if match is None or _HTML.search(head, 0, match.start()) else match[1]


def from_root(text: str) -> tuple[str, str]:
    """The text before the root element, and from it on."""
    match = _ROOT.search(_head(text))
    at = match.start() if match else 0
    return text[:at], text[at:]


def _head(text: str) -> str:
    """The beginning, its comments blank: what they hold is neither root nor HTML."""
    return re.sub(r"<!--.*?-->", lambda match: " " * len(match[0]), text[:_HEAD], flags=re.DOTALL)


def character_references(document: str) -> str:
    """The document without references to what is no character; two halves of one (`&#55357;&#56832;`) become it."""

    def whole(run: re.Match[str]) -> str:
        kept: list[str] = []
        half = 0
        for reference in _REFERENCE.finditer(run[0]):
            digits = reference[1]
            number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
            if 0xDC00 <= number < 0xE000 and half:
                kept.append(f"&#{0x10000 + ((half - 0xD800) << 10) + number - 0xDC00};")
            elif (
                number in (9, 10, 13)
                or 0x20 <= number < 0xD800
                or 0xE000 <= number < 0xFFFE
                or 0xFFFF < number < 0x110000
            ):
                kept.append(reference[0])
            half = number if 0xD800 <= number < 0xDC00 else 0
        return "".join(kept)

    return _REFERENCES.sub(whole, document)


def snippet(markup: str) -> str:
    """One fit line of plain text out of a title or summary, scripts and styles gone with what they hold."""
    if "<" not in markup and "&" not in markup:
        return line(markup)
    markup = _COMMENT.sub(" ", _HIDDEN.sub(" ", markup[:_LONGEST_SNIPPET]))
    if "&lt;" in markup:  # escaped twice
        markup = _HIDDEN.sub(" ", markup.replace("&lt;", "<").replace("&gt;", ">"))
    return plain(_INLINE.sub("", markup))


def paragraphs(markup: str) -> str:
    """The text of a piece of HTML, its paragraphs apart by newlines."""
    if not markup.strip():
        return ""
    try:
        root = html.fragment_fromstring(_UNFIT.sub("", character_references(markup)), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return snippet(markup)
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append(element.tail or "")
            continue
        block = element.tag in _BLOCKS
        if event == "start":
            if block:
                pieces.append("\n")
            if element.tag not in _UNREAD and not _within_unread(element):
                pieces.append(element.text or "")
        else:
            if block:
                pieces.append("\n")
            if element is not root and not _within_unread(element):
                pieces.append(element.tail or "")
    lines = (line(fit(part)) for part in "".join(pieces).split("\n"))
    return "\n".join(part for part in lines if part)


def _within_unread(element: etree._Element) -> bool:
    return any(parent.tag in _UNREAD for parent in element.iterancestors())
