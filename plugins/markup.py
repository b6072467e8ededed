"""Markdown that people and strangers wrote, as HTML that cannot do harm.

Raw HTML is off, so a tag is shown as the text it is; nh3 is the last step, and what it gives is never edited again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

import markdown
import nh3
from markupsafe import Markup

from plugins.folding import octets_in_xml

# A development's prose stands below its own h2; h1 and h2 in it lose their tags and keep their words.
_PROSE = {"p", "a", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "br", "h3", "h4"}
_PAGE = _PROSE | {"h2", "table", "thead", "tbody", "tr", "th", "td", "hr"}
LINK_STYLE = "font:inherit;color:#1c4a7d"
# Most prose is words and links, and Markdown's full machinery takes ten times as long for it.
_WORDS = r"(?:[^\s\\`*_\[\]<>&!]|!(?!\[))"
_PLAIN_LINK = re.compile(rf"\[({_WORDS}(?:(?:{_WORDS}|[ ])*{_WORDS})?)\]\((https?://[^\s()<>\[\]\\\"'&*`]+)\)")
_PLAIN_LINE = rf"(?![-+=#:|~]|\d+[.)])(?:{_WORDS}|{_PLAIN_LINK.pattern})(?:[ ]?(?:{_WORDS}|{_PLAIN_LINK.pattern}))*"
_PLAIN = re.compile(rf"{_PLAIN_LINE}(?:\n+{_PLAIN_LINE})*")
# Quotations and lists within one another: three levels are read, three hundred only stop what reads the page.
_DEEP = re.compile(r"^((?:[ \t]*(?:>|[-*+][ \t])){3})(?:[ \t]*(?:>|[-*+][ \t]))+", re.MULTILINE)
# A tag cannot be folded, and a line of mail holds 998 octets with what else stands in it.
_ADDRESS_OCTETS = 650
# Browsers read `https:evil.example` as an address too.
_ABSOLUTE = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_ON_SITE = re.compile(r"https?://[^/\s]|mailto:|[./#?]|[\w-]+/", re.IGNORECASE)


@lru_cache(maxsize=4096)
def prose(text: str) -> Markup:
    """The prose of a briefing: only absolute http(s) links survive."""
    return _cleaned(_html(text, ("sane_lists",)), _PROSE, {"a": {"href"}}, _ABSOLUTE)


@lru_cache(maxsize=4096)
def prose_in_mail(text: str) -> Markup:
    """The same for mail, where programs and services bring styles of their own for links."""
    return _cleaned(_html(text, ("sane_lists",)), _PROSE, {"a": {"href"}}, _ABSOLUTE, link_style=LINK_STYLE)


@lru_cache(maxsize=4096)
def sentence(text: str) -> Markup:
    """One line of prose, to stand inside a paragraph: links and emphasis only."""
    return _cleaned(_html(text, ()), {"a", "em", "strong", "code"}, {"a": {"href"}}, _ABSOLUTE)


def page(text: str) -> Markup:
    """A page of the editors': also tables, headings with ids, and links to other pages of the site."""
    attributes = {"a": {"href"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "th": {"scope"}}
    tags = _html(text, ("sane_lists", "tables", "toc"))
    return _cleaned(tags, _PAGE, attributes, _ON_SITE)


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
    link_style: str | None = None,
) -> Markup:
    def kept(tag: str, name: str, value: str) -> str | None:
        if name == "rel" or (name == "style" and value == link_style):  # nh3's own and ours come by here too
            return value
        if name not in attributes.get(tag, ()):  # nh3 lets title and lang stand on every tag
            return None
        return value if name != "href" or (address.match(value) and _short(value)) else None

    clean = nh3.clean(
        tags,
        tags=allowed,
        attributes=attributes,
        attribute_filter=kept,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
        set_tag_attribute_values={"a": {"style": link_style}} if link_style else None,
    )
    return Markup(clean)  # the one place where HTML is made from text
