"""Markdown that people and strangers wrote, as HTML that cannot do harm.

Raw HTML is off, so a tag is shown as the text it is; nh3 is the last step, and what it gives is never edited again.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Literal

import markdown
import nh3
from markupsafe import Markup

# A development's prose stands below its own h2; h1 and h2 in it lose their tags and keep their words.
_PROSE = {"p", "a", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "br", "h3", "h4"}
_PAGE = _PROSE | {"h2", "table", "thead", "tbody", "tr", "th", "td", "hr"}
_SCHEMES = {"http", "https"}


@lru_cache(maxsize=4096)
def prose(text: str) -> Markup:
    """The prose of a briefing: only absolute http(s) links survive."""
    return _cleaned(_html(text, ("sane_lists",)), _PROSE, {"a": {"href", "title"}}, relative="deny")


@lru_cache(maxsize=4096)
def sentence(text: str) -> Markup:
    """One line of prose, to stand inside a paragraph: links and emphasis only."""
    return _cleaned(_html(text, ()), {"a", "em", "strong", "code"}, {"a": {"href"}}, relative="deny")


def page(text: str) -> Markup:
    """A page of the editors': also tables, headings with ids, and links to other pages of the site."""
    attributes = {"a": {"href", "title"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "th": {"scope"}}
    tags = _html(text, ("sane_lists", "tables", "toc"))
    return _cleaned(tags, _PAGE, attributes, relative="pass_through", schemes=_SCHEMES | {"mailto"})


@lru_cache
def _converter(extensions: tuple[str, ...]) -> markdown.Markdown:
    converter = markdown.Markdown(extensions=list(extensions), output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def _html(text: str, extensions: tuple[str, ...]) -> str:
    try:
        return _converter(extensions).reset().convert(text)
    except RecursionError:  # thousands of nested brackets or quotation marks
        return f"<p>{escape(text)}</p>"


def _cleaned(
    tags: str,
    allowed: set[str],
    attributes: dict[str, set[str]],
    *,
    relative: Literal["deny", "pass_through"],
    schemes: set[str] = _SCHEMES,
) -> Markup:
    clean = nh3.clean(
        tags, tags=allowed, attributes=attributes, url_schemes=schemes, link_rel="noopener", url_relative=relative
    )
    return Markup(clean)  # the one place where HTML is made from text
