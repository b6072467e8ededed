"""Invented outlets and articles for the tests of the page: own sentences, no real publisher's text."""

from __future__ import annotations

from datetime import UTC, datetime

from scrapers.facts.speakers import Aliases, read_aliases
from scrapers.model import Affiliation, Article, Development, Origin, Preview, Rights, SnippetRule, Source
from scrapers.page.novelty import Tonight

DAY = datetime(2026, 8, 21, 12, tzinfo=UTC)
ALIASES: Aliases = read_aliases(
    "Kyiv = Kyiv | | UA\nMoscow = Moscow | | RU\nSergey Lavrov, Lavrov = Sergey Lavrov | foreign minister of Russia | RU\n"
)


def article(
    headline: str,
    *summary: str,
    by: str = "Example Wire",
    hour: int = 12,
    rights: Rights = Rights.PREVIEW,
    text: str = "",
    language: str = "en",
    snippet: SnippetRule | None = None,
    withheld: str = "",
    origin: str | None = None,
    url: str = "",
    affiliation: Affiliation = Affiliation.INDEPENDENT,
) -> Article:
    """An article whose feed offers `summary`, a paragraph each."""
    offered = "\n".join(summary)
    return Article(
        id=f"{by} {headline}",
        source=Source(name=by, feeds=(), rights=rights, affiliation=affiliation, country="RU"),
        url=url or f"https://example.org/{by.replace(' ', '-')}/{len(headline)}",
        headline=headline,
        summary=" ".join(summary),
        previews=(Preview(text=offered, place="feed summary"),) if offered else (),
        text=text or offered,
        published=DAY.replace(hour=hour),
        language=language,
        rights=rights,
        snippet=snippet or SnippetRule(),
        withheld=withheld,
        origin=Origin(name=origin, evidence="byline") if origin else None,
    )


def development(*articles: Article, headline: str | None = None, **fields: object) -> Development:
    return Development(id="x", headline=headline or articles[0].headline, articles=articles, **fields)  # type: ignore[arg-type]


def tonight(*developments: Development) -> Tonight:
    return Tonight(developments)
