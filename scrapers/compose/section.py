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

#: A headline stands in a heading, where brackets would make a link.
_BRACKETS = str.maketrans("[]", "()")

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
    shown = line(shortened(development.headline, HEADLINE)).translate(_BRACKETS)
    return re.sub(r"\s*\{#[^}]*\}?", "", shown) or "Without a headline"


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
        source=_plain(article.source.name),
        origin=_plain(origin) if origin and origin != article.source.name else None,
        label=article.source.label,
        published=article.published,
    )


def _plain(name: str) -> str:
    """An outlet's name as it may stand in a citation, whose own signs are ` via ` and ` · `."""
    return re.sub(r"\s+(?:via|·)\s+", " / ", line(name)) or "unnamed"


def sentences_of(development: Development, *, words: Statements) -> tuple[str, ...]:
    """Two to four sentences where there are that many, each from another voice; never without its source.

    A number that several voices give is told once, and who else gives it stands behind it.
    """
    found: list[str] = []
    alike: dict[str, list[Article]] = {}
    for article in _voices(development):
        own = [*words(article)] or [*excerpt(article)]
        fresh = next((text for text in own if _numbers(text) not in alike), None)
        if fresh is not None and len(found) < SENTENCES:
            found.append(fresh)
            alike[_numbers(fresh)] = []
        elif fresh is None and own:
            alike[_numbers(own[0])].append(article)
    told = [sentence + _also(alike[_numbers(sentence)]) for sentence in found]
    return tuple(told) or (told_by(development),)


def _voices(development: Development) -> list[Article]:
    """The first article of each independent voice, copies left aside, in the development's order."""
    copies = {copy for copy, _ in development.copies}
    first: dict[str, Article] = {}
    for article in development.articles:
        if article.id not in copies:
            voice = article.origin.name if article.origin else article.source.family or article.source.name
            first.setdefault(voice.casefold(), article)
    return list(first.values())


def _also(articles: Sequence[Article]) -> str:
    return f" The same number is given by {_joined([outlet(article) for article in articles], 3)}." if articles else ""


def _joined(names: Sequence[str], most: int) -> str:
    """`A, B and 2 more`."""
    shown = [*names[:most], *([f"{len(names) - most} more"] if len(names) > most else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def in_our_words(aliases: Aliases) -> Statements:
    """The sentences of our own about an article: what a source of any class allows."""

    def told(article: Article) -> tuple[str, ...]:
        found = statements(article, aliases=aliases)
        return tuple(
            f"{safe(line(each.text))}, {outlet(article)} reports{', citing others' if each.others else ''}."
            for each in found
        )

    return told


def safe(text: str) -> str:
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
    return f"Reported by {_joined([outlet(article) for article in _voices(development)], 3)}."


def outlet(article: Article) -> str:
    """The outlet as a link to its article, with its label: `[TASS](https://…) (state media, RU)`."""
    name = re.sub(r"([\\\[\]])", r"\\\1", article.source.name)
    label = f" ({article.source.label})" if article.source.label else ""
    via = f"{safe(line(article.origin.name))} via " if article.origin else ""
    return f"{via}[{name}]({link(article.url)}){label}"


_COUNTED = re.compile(
    r"\b(\d[\d.,]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(r"\b(at least|up to|more than|about|some|nearly|almost|less than|fewer than|over)\b")
_COUNTS = re.compile(
    r"\b(killed|injured|wounded|captured|missing|displaced|evacuated|detained|freed|abducted|rescued|exchanged|"
    r"intercepted|launched|drones|missiles|rockets)\b"
)


def _numbers(sentence: str) -> str:
    """What makes two sentences tell the same: numbers with their qualifiers, what they count, and every name.

    Without a number it is the words themselves.
    """
    bare = re.sub(r"\[[^\]]*\]\([^)]*\)( \([^)]*\))?", "", sentence)
    low = bare.casefold()
    numbers, counted = _COUNTED.findall(low), _COUNTS.findall(low)
    if not numbers or not counted or "“" in bare:
        return low
    names = sorted(set(re.findall(r"(?<!^)\b[A-Z][\w’'-]+", bare)))
    return " ".join([*numbers, *counted, *_QUALIFIED.findall(low), *names])
