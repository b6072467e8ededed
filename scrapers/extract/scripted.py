"""What does a page say whose text stands only in a script?

JSON-LD's `articleBody` serves first. Else the longest HTML or prose in the strings of the page's own state: many
sites build the page in the browser from it.
"""

from __future__ import annotations

import json
import re

from lxml import etree, html

from scrapers.extract import jsonld
from scrapers.extract.metadata import Head
from scrapers.extract.pieces import squeezed, width

#: Characters from which on a text is worth having.
LEAST = 300
#: A shorter string holds no article.
LONG = 200
#: Characters of scripts that are looked through.
MOST = 3_000_000
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script", re.DOTALL | re.IGNORECASE)
#: Every string, also the short ones: else a closing quotation mark would pass for an opening one.
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
#: Where the page would put an advertisement: `$$SLOT$$`, `{{slot}}`.
_SLOT = re.compile(r"\$\$\w+\$\$|\{\{\s*\w+\s*\}\}")
#: A reporter's name and mail address.
_SIGNED = re.compile(r".{0,40}\S+@\S+")
_CODE = re.compile(r"[{};=]|function|=>")


def scripted_text(head: Head, source: str) -> tuple[str, ...]:
    """The paragraphs, or nothing."""
    if body := jsonld.text(head.article.get("articleBody")):
        paragraphs = _paragraphs(body)
        if sum(width(each) for each in paragraphs) >= LEAST:
            return paragraphs
    best: tuple[str, ...] = ()
    size = float(LEAST)
    for script in _SCRIPT.finditer(source[:MOST]):
        if len(script.group(1)) < LEAST:
            continue
        for match in _STRING.finditer(script.group(1)):
            for paragraphs in _texts(match.group(1)) if len(match.group(1)) >= LONG else ():
                length = sum(width(each) for each in paragraphs)
                if length > size:
                    best, size = paragraphs, length
    return best


def _texts(literal: str) -> list[tuple[str, ...]]:
    """The texts in a string literal; a literal that holds more JSON is opened once more."""
    try:
        text = json.loads(f'"{literal}"', strict=False)
    except ValueError:
        return []
    inner = [match.group(1) for match in _STRING.finditer(text) if len(match.group(1)) >= LONG] if '"' in text else []
    found = []
    for each in inner:
        try:
            found.append(_paragraphs(json.loads(f'"{each}"', strict=False)))
        except ValueError:
            continue
    return found or [_paragraphs(text)]


def _paragraphs(text: str) -> tuple[str, ...]:
    if re.search(r"<(?:p|div|br)\b", text, re.IGNORECASE):
        try:
            tree = html.fragment_fromstring(text, create_parent="div")
        except Exception:  # lxml raises what it likes on fragments
            return ()
        etree.strip_elements(tree, "script", "style", "figure", "figcaption", with_tail=False)
        for element in tree.xpath(".//*[contains(@class, 'caption')]"):
            element.drop_tree()
        for element in tree.iter("p", "div", "li", "br", "h2", "h3", "h4", "blockquote"):
            element.tail = "\n" + (element.tail or "")
        text = tree.text_content()
    elif "<" in text:
        return ()
    lines = [
        line for each in _SLOT.sub("", text).split("\n") if (line := squeezed(each)) and not _SIGNED.fullmatch(line)
    ]
    prose = [line for line in lines if width(line) >= 40 and len(_CODE.findall(line)) < 3 and " " in line]
    # the longest stretch of prose is the article; a list of settings has none
    return tuple(lines) if sum(map(width, prose)) > 0.7 * sum(map(width, lines)) else ()
