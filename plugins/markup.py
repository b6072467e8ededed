"""Markdown that people and strangers wrote, and publishers' passages in it, as HTML that cannot do harm.

Raw HTML is off, so a tag is shown as the text it is; nh3 is the last step, and what it gives is never edited again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from types import MappingProxyType

import markdown
import nh3
from markupsafe import Markup

from plugins import passages, wording
from plugins.folding import octets_in_xml
from plugins.letters import SCRIPT_TAGS
from plugins.passages import Row, Rows
from plugins.vocabulary import labelled, row_label
from plugins.words import voice
from scrapers.languages import LANGUAGES
from scrapers.passage import Passage

# A development's prose stands below its own h2; h1 and h2 in it lose their tags and keep their words.
_PROSE = {"p", "a", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "br", "h3", "h4"}
_PAGE = _PROSE | {"h2", "table", "thead", "tbody", "tr", "th", "td", "hr"}
# Of passages and rows; raw HTML is off, so no Markdown makes these.
_QUOTED = {"footer", "cite", "span"}
_ATTRIBUTES = {
    "a": {"href"},
    "blockquote": {"class"},
    "p": {"lang", "dir"},
    "ul": {"class"},
    "li": {"dir"},
    "cite": {"dir"},
    "span": {"class", "lang"},
}
_IN_MAIL = {
    "a": {"href", "style"},
    "blockquote": {"style"},
    "p": {"style", "lang", "dir"},
    "li": {"dir"},
    "span": {"lang"},
}
LINK_STYLE = "font:inherit;color:#1c4a7d"
#: Of our own attributes these values and no others.
_VALUES = {
    "class": {"passage", "rows", "label"},
    "dir": {"auto", "ltr", "rtl"},
    "lang": set(LANGUAGES) | SCRIPT_TAGS,
    "style": {LINK_STYLE, passages.QUOTE_STYLE, passages.WORDS_STYLE, passages.BY_STYLE},
}
# Most prose is words and links, and Markdown's full machinery takes ten times as long for it.
_WORDS = r"(?:[^\s\\`*_\[\]<>&!]|!(?!\[))"
_PLAIN_LINK = re.compile(rf"\[({_WORDS}(?:(?:{_WORDS}|[ ])*{_WORDS})?)\]\((https?://[^\s()<>\[\]\\\"'&*`]+)\)")
_PLAIN_LINE = rf"(?![-+=#:|~]|\d+[.)])(?:{_WORDS}|{_PLAIN_LINK.pattern})(?:[ ]?(?:{_WORDS}|{_PLAIN_LINK.pattern}))*"
_PLAIN = re.compile(rf"{_PLAIN_LINE}(?:\n+{_PLAIN_LINE})*")
# Quotations and lists within one another: three levels are read, three hundred only stop what reads the page.
_DEEP = re.compile(r"^((?:[ \t]*(?:>|[-*+][ \t])){3})(?:[ \t]*(?:>|[-*+][ \t]))+", re.MULTILINE)
# A tag cannot be folded, and a line of mail holds 998 octets with what else stands in it.
_ADDRESS_OCTETS = 650
_A_TAG = re.compile(r"(<[^>]*>)")
# Browsers read `https:evil.example` as an address too.
_ABSOLUTE = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_ON_SITE = re.compile(r"https?://[^/\s]|mailto:|[./#?]|[\w-]+/", re.IGNORECASE)


@lru_cache(maxsize=4096)
def prose(text: str) -> Markup:
    """The prose of a briefing, its passages as quotations: only absolute http(s) links survive."""
    return _for_page("\n".join(_piece(piece, passages.as_html) for piece in passages.pieces(text)))


@lru_cache(maxsize=4096)
def prose_in_mail(text: str, here: str = "") -> Markup:
    """The same for mail, where programs and services bring styles of their own for links.

    A passage whose address is too long for a line of mail links to `here`.
    """

    def quotation(passage: Passage) -> str:
        return passages.as_mail(passage, in_mail(passage.url, here))

    return _for_mail("\n".join(_piece(piece, quotation) for piece in passages.pieces(text)))


def lead(text: str) -> Markup:
    """What of a development's prose stands on the front page: its first passage, or an editor's first sentence."""
    first = passages.lead(text)
    if isinstance(first, str):
        return Markup('<p dir="auto">{}</p>').format(sentence(passages.first_line(first)))
    return _for_page(_piece(first, passages.as_html))


def lead_in_mail(text: str, here: str, limit: int) -> Markup:
    """The same for mail, in at most so many letters."""
    first = passages.lead(text)
    if isinstance(first, Passage):
        return _for_mail(passages.as_mail(first, in_mail(first.url, here), limit))
    return _for_mail(f"<p>{escape(wording.first_words(text, limit))}</p>")


def _for_page(tags: str) -> Markup:
    return _cleaned(tags, _PROSE | _QUOTED, _ATTRIBUTES, _ABSOLUTE)


def _for_mail(tags: str) -> Markup:
    return _cleaned(
        tags, _PROSE | {"span"}, _IN_MAIL, _ABSOLUTE, styles={"a": LINK_STYLE, "blockquote": passages.QUOTE_STYLE}
    )


def _piece(piece: passages.Piece, quotation: Callable[[Passage], str]) -> str:
    if isinstance(piece, Passage):
        return quotation(piece)
    if isinstance(piece, Rows):
        return f'<ul class="rows">{"".join(map(_row, piece.rows))}</ul>'
    return _html(piece, ("sane_lists",))


def _row(row: Row) -> str:
    words = _html(f"**{labelled(row_label(row.label))}** {row.values}", ()).removeprefix("<p>").removesuffix("</p>")
    if voice().language != "en":  # the label is said anew; who says it and where stands in English in the file
        label, end, values = words.partition("</strong>")
        words = f'{label}{end}<span lang="en">{values}</span>'
    return f'<li dir="auto">{words}</li>'


@lru_cache(maxsize=4096)
def sentence(text: str) -> Markup:
    """One line of prose, to stand inside a paragraph: links and emphasis only."""
    attributes = {"a": {"href"}, "span": {"lang"}}
    return _cleaned(_html(text, ()), {"a", "em", "strong", "code", "span"}, attributes, _ABSOLUTE)


def page(text: str) -> Markup:
    """A page of the editors': also tables, headings with ids, and links to other pages of the site."""
    attributes = {"a": {"href"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "th": {"scope"}, "span": {"lang"}}
    tags = _html(text, ("sane_lists", "tables", "toc"))
    return _cleaned(tags, _PAGE | {"span"}, attributes, _ON_SITE)


@lru_cache
def _converter(extensions: tuple[str, ...]) -> markdown.Markdown:
    converter = markdown.Markdown(extensions=list(extensions), output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    # Where HTML is off, a writer who means the sign must be able to escape it, as CommonMark has it.
    converter.ESCAPED_CHARS = [*converter.ESCAPED_CHARS, "<"]
    return converter


def _plain_html(text: str) -> str:
    """What Markdown makes of paragraphs that hold nothing but words and links."""

    def link(match: re.Match[str]) -> str:
        return f'<a href="{match[2]}">{match[1]}</a>'

    paragraphs = (_PLAIN_LINK.sub(link, paragraph) for paragraph in re.split(r"\n\n+", text))
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def in_mail(address: str, otherwise: str) -> str:
    """`address`, or `otherwise` if it is too long for a line of mail."""
    return address if _short(address) else otherwise


def _short(address: str) -> bool:
    return octets_in_xml(escape(address)) <= _ADDRESS_OCTETS


@lru_cache(maxsize=4096)
def _html(text: str, extensions: tuple[str, ...]) -> str:
    """Markdown as HTML, what in it is in other letters marked with its language."""
    tags = _converted(text, extensions)
    if tags.isascii():
        return tags
    return "".join(piece if piece.startswith("<") else passages.in_other_letters(piece) for piece in _A_TAG.split(tags))


def _converted(text: str, extensions: tuple[str, ...]) -> str:
    if _PLAIN.fullmatch(text):
        return _plain_html(text)
    text = _DEEP.sub(r"\1 ", text)
    try:
        return _converter(extensions).reset().convert(text)
    except RecursionError:  # thousands of nested brackets or quotation marks
        return f"<p>{escape(text)}</p>"


def _cleaned(
    tags: str,
    allowed: set[str],
    attributes: dict[str, set[str]],
    address: re.Pattern[str],
    *,
    styles: Mapping[str, str] = MappingProxyType({}),
) -> Markup:
    def kept(tag: str, name: str, value: str) -> str | None:
        if name not in attributes.get(tag, ()):  # nh3 lets title and lang stand on every tag
            return None
        if name == "href":
            return value if address.match(value) and _short(value) else None
        return value if name not in _VALUES or value in _VALUES[name] else None

    clean = nh3.clean(
        tags,
        tags=allowed,
        attributes=attributes,
        attribute_filter=kept,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,  # no link opens a window
        set_tag_attribute_values={tag: {"style": style} for tag, style in styles.items()},
    )
    return Markup(clean)  # the one place where HTML is made from text
