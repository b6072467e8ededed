"""What does a page's head say: title, authors, dates, section, language, address?

JSON-LD first, then meta, then the page: on 258 pages JSON-LD's date is right to the minute in 98 %, the first
`<time>` in 67 % (research/extraction).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml import html

from scrapers.extract import jsonld, snippet
from scrapers.extract.pagetimes import PageTimes, times_of

PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "publishdate", "pubdate", "publish-date", "dc.date.issued", "dcterms.created", "dc.date", "date",
    "cxenseparse:recs:publishtime", "publication_date", "published-date", "article.published", "dcterms.date",
    "publish_date", "published_time",
)  # fmt: skip
UPDATED_META = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "lastmod",
)
DESCRIPTION_META = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
TITLE_META = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "title")
AUTHOR_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author_name",
    "cxenseparse:author", "dcterms.creator", "authors", "article.author", "mediator_author",
)  # fmt: skip
SECTION_META = ("article:section", "og:article:section", "parsely-section", "section", "cxenseparse:recs:category")
SITE_META = ("og:site_name", "application-name", "twitter:site", "publisher", "copyright", "apple-mobile-web-app-title")


@dataclass(frozen=True)
class Head:
    """What the page says of itself, unread: strings as they stand."""

    article: dict[str, Any] = field(default_factory=dict)  # the JSON-LD node
    nodes: tuple[dict[str, Any], ...] = ()
    meta: dict[str, tuple[str, ...]] = field(default_factory=dict)  # lower-case names
    title_tag: str = ""
    headings: tuple[str, ...] = ()  # every h1
    times: PageTimes = field(default_factory=PageTimes)
    language: str | None = None
    canonical: str | None = None
    withheld: str = ""  # `data-nosnippet`

    def first(self, names: tuple[str, ...]) -> str:
        return next((value for name in names for value in self.meta.get(name, ()) if value), "")

    def every(self, names: tuple[str, ...]) -> list[str]:
        return [value for name in names for value in self.meta.get(name, ()) if value]


def head_of(root: html.HtmlElement, *, url: str) -> Head:
    """Reads the tree before it is pruned."""
    meta: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            meta.setdefault(name.strip().lower(), []).append(" ".join(content.split()))
            for other in map(str.lower, filter(None, (element.get("name"), element.get("http-equiv")))):
                # A rule is one by whatever other name its element goes too.
                if other.strip() in snippet.METAS and other.strip() != name.strip().lower():
                    meta.setdefault(other.strip(), []).append(" ".join(content.split()))
    scripts = [
        element.text
        for element in root.iter("script")
        if element.text and "ld+json" in (element.get("type") or "").lower()
    ]
    canonical = next(
        (e.get("href", "").strip() for e in root.iter("link") if "canonical" in (e.get("rel") or "").lower().split()),
        "",
    )
    title = next((" ".join(e.text_content().split()) for e in root.iter("title") if e.text), "")
    headings = [" ".join(e.text_content().split()) for e in root.iter("h1")]
    found = jsonld.nodes(scripts)
    headlines = tuple(each for each in (*meta.get("og:title", ()), *headings[:2]) if each)
    return Head(
        article=jsonld.article(found, addresses=(url, canonical, *meta.get("og:url", ())), headlines=headlines),
        nodes=tuple(found),
        meta={name: tuple(values) for name, values in meta.items()},
        title_tag=title,
        headings=tuple(each for each in headings if each),
        times=times_of(root),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        canonical=canonical or None,
        withheld=snippet.withheld(root),
    )


def published(head: Head) -> list[str]:
    """Every date of publication the page gives, the most trusted first."""
    dates = [jsonld.text(head.article.get("datePublished"))] if head.article else []
    dates += head.every(PUBLISHED_META)
    dates += [
        jsonld.text(node.get("datePublished"))
        for node in head.nodes
        if "WebPage" in jsonld.types(node) or "VideoObject" in jsonld.types(node)
    ]
    if head.article.get("dateCreated"):
        dates.append(jsonld.text(head.article["dateCreated"]))
    return [each for each in (*dates, *head.times.near[:1]) if each]


def updated(head: Head) -> list[str]:
    dates = [jsonld.text(head.article.get("dateModified"))] if head.article else []
    return [each for each in (*dates, *head.every(UPDATED_META), *head.times.updated[:1]) if each]


def descriptions(head: Head) -> list[str]:
    found = [jsonld.text(head.article.get("description")), jsonld.text(head.article.get("alternativeHeadline"))]
    return list(dict.fromkeys(each for each in (*found, *head.every(DESCRIPTION_META)) if each))


def section(head: Head) -> str | None:
    value = head.article.get("articleSection")
    named = jsonld.text(value[0] if isinstance(value, list) and value else value)
    return (named or head.first(SECTION_META) or None) if len(named) < 60 else None


def language(head: Head) -> str | None:
    value = (
        jsonld.text(head.article.get("inLanguage"))
        or head.language
        or head.first(("og:locale", "content-language", "language"))
    )
    code = value.replace("_", "-").split(",")[0].strip()
    return code if 2 <= len(code) <= 11 and code.replace("-", "").isalnum() else None


def canonical(head: Head, *, url: str) -> str | None:
    """rel=canonical, else og:url, absolute; None if neither is an address on the web."""
    for value in (head.canonical, *head.meta.get("og:url", ())):
        if value:
            try:
                address = urljoin(url, value.strip())
            except ValueError:
                continue
            if address.startswith(("http://", "https://")):
                return address
    return None
