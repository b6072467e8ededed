"""What is an article's title, without the site's name?"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from scrapers.extract import jsonld
from scrapers.extract.metadata import SITE_META, TITLE_META, Head

_SEPARATOR = re.compile(r"\s+[|\u2013\u2014\-·•»›:]+\s+|\s*[|\uff5c]\s*")


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def title(head: Head, *, url: str) -> str | None:
    """JSON-LD's headline, og:title, the h1: the first that stands in another one too, else the first there is."""
    names = site_names(head, url=url)
    headline = jsonld.text(head.article.get("headline")) or (
        jsonld.text(head.article.get("name")) if head.article else ""
    )
    candidates = [headline, *head.headings[:3], head.first(TITLE_META), head.title_tag]
    cleaned = [without_site(_unescaped(each), names) for each in candidates if each]
    cleaned = [each for each in cleaned if plain(each) and plain(each) not in names]
    if not cleaned:
        return None
    return cleaned[0]


def _unescaped(text: str) -> str:
    for _ in range(2):  # JSON-LD is escaped twice on some sites
        if "&" not in text:
            break
        text = html.unescape(text)
    return " ".join(re.sub(r"<[^>]{1,80}>", "", text).split())


def site_names(head: Head, *, url: str) -> set[str]:
    """The site's own names, letters and digits only, to be known in a title."""
    names = {plain(value) for value in head.every(SITE_META)}
    publisher = head.article.get("publisher")
    names.add(plain(jsonld.text(publisher)))
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    labels = host.split(".")
    names |= {plain(host), *(plain(each) for each in labels[:-1] if len(each) > 3)}
    if len(labels) > 1:
        names.add(plain(".".join(labels[:-1])))
    for node in head.nodes:
        if {"Organization", "NewsMediaOrganization", "WebSite"} & set(jsonld.types(node)):
            names.add(plain(jsonld.text(node.get("name"))))
    return {each for each in names if len(each) >= 2}


def without_site(text: str, names: set[str]) -> str:
    for _ in range(4):
        marks = list(_SEPARATOR.finditer(text))
        if not marks:
            break
        start, rest = text[: marks[0].start()], text[marks[0].end() :]
        before, end = text[: marks[-1].start()], text[marks[-1].end() :]
        if before and is_site(end, names):
            text = before
        elif rest and is_site(start, names):
            text = rest
        else:
            break
    return text.strip()


def is_site(segment: str, names: set[str]) -> bool:
    word = plain(segment)
    if not word:
        return True
    if word in names:
        return True
    return len(word) <= 40 and any(
        len(name) >= 4 and (name in word or (len(word) >= 4 and word in name)) for name in names
    )
