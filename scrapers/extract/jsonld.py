"""What does a page say of itself in JSON-LD?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from scrapers.text import fit

#: Types that are an article, the stronger the earlier in a page's graph.
ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$", re.I)
_COMMENT = re.compile(r"^\s*(?:/\*.*?\*/|//<!\[CDATA\[|<!--|<!\[CDATA\[)|(?://)?\s*(?:\]\]>|-->)\s*;?\s*$", re.S)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
#: Nodes looked at: a page can carry a list of thousands of teasers.
MOST_NODES = 2_000


def nodes(scripts: list[str]) -> list[dict[str, Any]]:
    """Every object of the page's JSON-LD that has a type, in their order; broken scripts give what json can read."""
    found: list[dict[str, Any]] = []
    for script in scripts:
        value = _loaded(script)
        if value is None:
            continue
        found.extend(islice(_walk(value), MOST_NODES - len(found)))
    return found


def _loaded(script: str) -> Any:
    text = _COMMENT.sub("", script).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text).replace("\u2028", " ")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    try:  # two objects one after another
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    stack = [(value, 0)]
    while stack:
        item, depth = stack.pop()
        if isinstance(item, list):
            stack.extend((each, depth) for each in reversed(item))
        elif isinstance(item, dict) and depth < 6:
            if "@type" in item or "headline" in item:
                yield item
            inner = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
            stack += [(item[key], depth + 1) for key in inner if isinstance(item.get(key), list | dict)]


def types(node: dict[str, Any]) -> tuple[str, ...]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return tuple(str(each).rsplit("/", 1)[-1] for each in kinds if isinstance(each, str))


def is_article(node: dict[str, Any]) -> bool:
    return any(ARTICLE.search(each) for each in types(node))


def article(found: list[dict[str, Any]], *, addresses: tuple[str, ...], headlines: tuple[str, ...]) -> dict[str, Any]:
    """The node that tells of this page's own article; empty if none does.

    Among several: the one with this page's address, then with its headline, then the first.
    """
    articles = [node for node in found if is_article(node)]
    if len(articles) < 2:
        return articles[0] if articles else {}
    wanted = {key for address in addresses if (key := _address(address))}
    titles = {_plain(headline) for headline in headlines if headline}

    def worth(node: dict[str, Any]) -> tuple[bool, bool, int]:
        own = {_address(text(node.get(key))) for key in ("url", "mainEntityOfPage", "@id")}
        return (bool(wanted & own), _plain(text(node.get("headline"))) in titles, len(node.keys() & _TELLING))

    return max(articles, key=worth)


_TELLING = {"headline", "datePublished", "author", "articleBody", "dateModified"}


def text(value: Any) -> str:
    """The words in a JSON-LD value, whatever shape it has."""
    if isinstance(value, str):
        return fit(value).strip()
    if isinstance(value, list):
        return next((found for each in value if (found := text(each))), "")
    if isinstance(value, dict):
        return text(value.get("name") or value.get("@value") or value.get("@id") or value.get("url") or "")
    return str(value) if isinstance(value, int) else ""


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return (
        f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}" if parts.netloc and len(parts.path) > 1 else ""
    )


def _plain(title: str) -> str:
    return re.sub(r"\W+", "", title).casefold()
