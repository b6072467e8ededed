"""One development as a section of the briefing: headline, fields, sentences that each name their source, citations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from scrapers.briefing import Citation, Section, link
from scrapers.compose.change import change_of
from scrapers.compose.rights import EXCERPT, HEADLINE
from scrapers.compose.speakers import Aliases
from scrapers.compose.statement import statements
from scrapers.compose.subjects import subjects_of
from scrapers.model import Article, Development, PastDevelopment, Rights, Topic
from scrapers.text import line, shortened

#: Sentences a development, at most; and one an outlet. A reader finishes twenty such sections in five minutes.
SENTENCES = 4

#: Quotation marks inside a quotation; brackets that Markdown would take for a link.
_INNER = str.maketrans(
    {"“": "‘", "”": "’", '"': "'", "„": "‚", "«": "‹", "»": "›", "[": "(", "]": ")", "<": "‹", ">": "›"}
)

#: Sentences of our own that an article gives, each with the words "[Outlet](address)" where it names its source.
Statements = Callable[[Article], Sequence[str]]


def section_of(
    development: Development,
    *,
    topics: Sequence[Topic],
    past: Mapping[str, PastDevelopment],
    aliases: Aliases,
) -> Section:
    """The section, its citations in the order of the development's articles."""
    copies = dict(development.copies)
    named = {topic.slug: topic.name for topic in topics}
    return Section(
        headline=headline_of(development),
        id=development.id,
        topics=tuple(
            named[slug] for slug in (development.conflict, *subjects_of(development, topics)) if slug in named
        ),
        place=place_of(development),
        kind=development.kind,
        follows=development.follows,
        change=change_of(development, past, aliases=aliases),
        prose="\n".join(sentences_of(development, words=in_our_words(aliases))),
        citations=tuple(citation_of(article, development, copies) for article in development.articles),
    )


def headline_of(development: Development) -> str:
    """Its headline as one Markdown-safe line."""
    return re.sub(r"\s*\{#[^}]*\}?", "", line(shortened(development.headline, HEADLINE))) or "Without a headline"


def place_of(development: Development) -> str | None:
    """Where most of its articles were written from; None unless two say so or only one article tells it."""
    places = Counter(a.dateline.place for a in development.articles if a.dateline and a.dateline.place)
    if not places:
        return None
    place, times = min(places.items(), key=lambda item: (-item[1], item[0]))
    return place if times > 1 or len(development.articles) == 1 else None


def citation_of(article: Article, development: Development, copies: dict[str, str]) -> Citation:
    """The citation of an article; of a copy it names whose text it is."""
    origin = article.origin.name if article.origin else None
    if origin is None and (of := copies.get(article.id)):
        first = next((other for other in development.articles if other.id == of), None)
        origin = (first.origin.name if first.origin else first.source.name) if first else None
    return Citation(
        headline=line(shortened(article.headline, HEADLINE)),
        url=link(article.url),
        source=article.source.name,
        origin=origin if origin != article.source.name else None,
        label=article.source.label,
        published=article.published,
    )


def sentences_of(development: Development, *, words: Statements) -> tuple[str, ...]:
    """Two to four sentences where there are that many, each from another voice; never without its source."""
    copies = {copy for copy, _ in development.copies}
    found: list[str] = []
    voices: set[str] = set()
    for article in development.articles:
        voice = article.origin.name if article.origin else article.source.family or article.source.name
        if article.id in copies or voice in voices:
            continue
        own = [*words(article)] or [*excerpt(article)]
        # Two outlets that give the same figure in the same words tell it once.
        fresh = next((text for text in own if _bare(text) not in {_bare(other) for other in found}), None)
        if fresh is not None:
            found.append(fresh)
            voices.add(voice)
        if len(found) == SENTENCES:
            break
    return tuple(found) or (told_by(development),)


def in_our_words(aliases: Aliases) -> Statements:
    """The sentences of our own about an article: what a source of any class allows."""

    def told(article: Article) -> tuple[str, ...]:
        found = statements(article, aliases=aliases)
        return tuple(f"{_safe(line(each.text))}, {outlet(article)} reports." for each in found)

    return told


def _safe(text: str) -> str:
    """Without what Markdown would take for markup."""
    return re.sub(r"([\\\[\]<>*_`])", r"\\\1", text)


def excerpt(article: Article) -> tuple[str, ...]:
    """One quoted passage of the publisher's own summary, where its rights class allows it."""
    if article.rights is Rights.LINK or len(article.summary.split()) < 6:
        return ()
    passage = shortened(line(article.summary), EXCERPT).translate(_INNER).rstrip(".")
    return (f"“{passage}”, {outlet(article)} writes.",)


def told_by(development: Development) -> str:
    """The sentence of a development about which nothing can be said safely but who tells of it."""
    first = {a.source.name: a for a in reversed(development.articles)}
    told = [outlet(article) for article in reversed(first.values())][:3]
    more = len(first) - len(told)
    names = told + ([f"{more} more"] if more else [])
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"Reported by {listed}."


def outlet(article: Article) -> str:
    """The outlet as a link to its article, with its label: `[TASS](https://…) (state media, RU)`."""
    name = re.sub(r"([\\\[\]])", r"\\\1", article.source.name)
    label = f" ({article.source.label})" if article.source.label else ""
    via = f"{article.origin.name} via " if article.origin else ""
    return f"{via}[{name}]({link(article.url)}){label}"


def _bare(sentence: str) -> str:
    return re.sub(r"\[[^\]]*\]\([^)]*\)( \([^)]*\))?", "", sentence).casefold()
