"""What is an article's title, without the site's name?"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from scrapers.extract import jsonld
from scrapers.extract.likeness import likeness, words
from scrapers.extract.metadata import SITE_META, TITLE_META, Head

_SEPARATOR = re.compile(r"\s+[|\u2013\u2014\-·•»›:*]+\s+|\s*[|\uff5cㅣ]\s*|(?<=[\u3040-\u9fff])：(?=\w+$)")
_CJK_SECTION = re.compile(r"-[\u3040-\u9fff\uac00-\ud7af]{1,6}$")


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def title(head: Head, *, url: str) -> str | None:
    """JSON-LD's headline, else og:title, else the h1; JSON-LD's gives way where the others say it in full."""
    names = site_names(head, url=url)

    def read(text: str) -> str:
        return without_site(_unescaped(text), names) if text else ""

    headline = read(
        jsonld.text(head.article.get("headline")) or (jsonld.text(head.article.get("name")) if head.article else "")
    )
    shared = read(head.first(TITLE_META))
    headings = [found for each in head.headings[:3] if (found := read(each)) and plain(found) not in names]
    tag = read(head.title_tag)
    every = (*headings, shared, tag)
    headline, shared = _bare(headline, every), _bare(shared, every)
    headings = [_bare(each, (headline, shared, tag)) for each in headings]
    if plain(headline) in names:
        headline = ""
    if not headline:
        shown = next((each for each in headings if plain(each) in (plain(shared), plain(tag))), "")
        return shown or shared or (headings[0] if headings else "") or tag or None
    key = plain(headline)
    for fuller in (shared, *headings):
        other = plain(fuller)
        if not other or other == key:
            continue
        agreed = fuller in headings and other == plain(shared)
        # cut for search engines; "Kicker: headline" with the kicker left out, or put in before the headline
        if agreed and _shortened(headline, fuller):
            return fuller
        if agreed and key.endswith(other) and len(other) > 0.5 * len(key):
            return fuller
        if agreed and key.startswith(other) and _SEPARATOR.search(headline):
            return fuller
        if fuller == shared and key in other and not other.startswith(key) and len(other) < 4 * len(key):
            return fuller
    if " - " in headline and headings and plain(headline.split(" - ", 1)[1]) == plain(headings[0]):
        return headline.replace(" - ", ": ", 1)  # kicker and headline, joined by a machine
    return headline


#: A headline that stands elsewhere by itself is most of what has a kicker or a site's name put to it.
MOST = 0.5


def _bare(text: str, others: Sequence[str]) -> str:
    """A text without the kicker before it or the site's name behind it, where the page says the rest by itself.

    The name stands behind a separator; a kicker in an element of its own may be glued to the first word.
    """
    for other in others:
        if not 0 < len(other) < len(text):
            continue
        much = len(other) > MOST * len(text)
        behind = _SEPARATOR.match(text, len(other)) if text.startswith(other) else None
        if behind and (much or behind.group().strip() in "|*"):  # a dash may be the headline's own
            return other
        if (
            much
            and text.endswith(other)
            and _GLUED.search(text, max(0, len(text) - len(other) - 1), len(text) - len(other) + 1)
        ):
            return other
    return text


#: "LiveThe ferry is back": no blank between a small letter and a capital.
_GLUED = re.compile(r"[^\W\d_A-Z][A-Z\"'“‘„]")


def _shortened(headline: str, fuller: str) -> bool:
    """Was the headline cut for search engines: about half as long, or shorter and in the same words?"""
    share = len(plain(headline)) / len(plain(fuller))
    return share < 0.55 or (share < 0.7 and likeness(words(headline), words(fuller)) >= 0.6)


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
            # Korean pages put the section between: "headline-section | site"
            text = _CJK_SECTION.sub("", before)
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
