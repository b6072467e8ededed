"""One development as a section of the briefing: headline, fields, sentences that each name their source, citations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from scrapers.briefing import Citation, Section, house, link
from scrapers.compose.adds import adds, of_one_thing, touches
from scrapers.compose.beside import Given, beside, counted, same_thing
from scrapers.compose.change import change_of
from scrapers.compose.figures import Figure, figures
from scrapers.compose.inbrief import in_brief
from scrapers.compose.retold import is_view, retold
from scrapers.compose.rights import EXCERPT, HEADLINE
from scrapers.compose.speakers import Aliases
from scrapers.compose.spelling import NO_SPELLING, Spelling
from scrapers.compose.spoken import STALE
from scrapers.compose.statement import is_about, statements, tells_of_another_year
from scrapers.compose.subjects import subjects_of
from scrapers.model import Article, Development, PastDevelopment, Rights, Topic
from scrapers.text import line, primary_language, shortened

#: Sentences a development, at most; and one an outlet. A reader finishes twenty such sections in five minutes.
SENTENCES = 4
#: Sentences that tell little beside the heading, at most.
FEW = 2

#: The languages of our sources, for readers.
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "ko": "Korean",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}

#: Quotation marks inside a quotation; brackets that Markdown would take for a link.
_INNER = str.maketrans(
    {"“": "‘", "”": "’", '"': "'", "„": "‚", "«": "‹", "»": "›", "[": "(", "]": ")", "<": "‹", ">": "›"}
)

#: A headline stands in a heading, where brackets would make a link.
_BRACKETS = str.maketrans("[]", "()")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of our own about an article, whole, with the words "[Outlet](address)" where it names its source."""

    text: str
    #: What it counts, if it does.
    figure: Figure | None = None


#: Sentences of our own that an article gives, the most telling first.
Statements = Callable[[Article], Sequence[Told]]
#: What an article tells beyond those: sentences of our own without their full stop. The headline's is left out where
#: it is the section's own.
Retellings = Callable[[Article, bool], Sequence[str]]


def section_of(
    development: Development,
    *,
    topics: Sequence[Topic],
    past: Mapping[str, PastDevelopment],
    aliases: Aliases,
    spelling: Spelling = NO_SPELLING,
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
        change=change_of(
            development,
            past,
            aliases=aliases,
            retold=lambda article: retold(article.headline, spelling=spelling, aliases=aliases),
        ),
        prose="\n".join(
            sentences_of(development, words=in_our_words(aliases), retellings=in_others_words(aliases, spelling))
        ),
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


def sentences_of(
    development: Development, *, words: Statements, retellings: Retellings = lambda _, __: ()
) -> tuple[str, ...]:
    """Two to four sentences where there are that many, each from another voice; never without its source.

    Figures, quotations and claims come first; then what others tell beyond the section's heading. A
    number that several voices give is told once, and who else gives it stands behind it; voices that give different
    numbers for the same thing stand beside each other in one sentence.
    """
    found: list[Told] = []
    alike: dict[str, list[Article]] = {}
    spoken: set[str] = set()
    given: dict[tuple[str, str], list[Given]] = {}
    for article in _voices(development):
        if not _tells_of(development, article):
            continue  # of the same war, and of something else
        own = [*words(article)] or [Told(text) for text in excerpt(article)]
        for told in own:
            if told.figure is not None and not _is_news(told.figure, article, development):
                continue
            if (same := _numbers(told.text)) in alike:
                alike[same].append(article)
                break
            figure = told.figure
            if figure is not None and (others := given.get(counted(figure))):
                if any(same_thing(figure, other.figure) for other in others):
                    others.append(Given(figure, outlet(article), article))
                    spoken.add(_voice(article))
                continue
            if len(found) == SENTENCES:
                break
            if figure is not None:
                given[counted(figure)] = [Given(figure, outlet(article), article)]
            found.append(told)
            spoken.add(_voice(article))
            alike[same] = []
            break
    sentences: list[str] = []
    for told in found:
        numbers = given[counted(told.figure)] if told.figure is not None else []
        row = beside(numbers) if numbers else None
        agreeing = [] if row else [each.article for each in numbers[1:]]
        sentences.append(told.text + _also([*alike[_numbers(told.text)], *agreeing]))
        sentences += [row] if row else []
    sentences += _by_others(development, sentences, spoken, retellings)
    if not sentences:
        sentences = _by_others(development, (), spoken, retellings, enough=touches)[:FEW]
    return tuple(sentences) or (told_by(development),)


def _tells_of(development: Development, article: Article) -> bool:
    """Is the article about what the heading tells, as its headline or its first words show?"""
    beginning = f"{article.headline}. {(article.text or article.summary)[:BEGINNING]}"
    return article.headline == development.headline or any(
        of_one_thing(text, development.headline) for text in (article.headline, beginning)
    )


#: Characters of an article that show what it is about.
BEGINNING = 200


def _is_news(figure: Figure, article: Article, development: Development) -> bool:
    """Is the number what the development is about, and of its year?"""
    if tells_of_another_year(development.headline, article):
        return False
    return is_about(figure, f"{article.headline}; {development.headline}")


#: An outlet's headline this much older than the development's newest is not told beside it.
FRESH = timedelta(hours=18)


#: Whether a sentence tells enough beside the heading and what is told already.
Enough = Callable[..., bool]


def _by_others(
    development: Development, told: Sequence[str], spoken: set[str], retellings: Retellings, *, enough: Enough = adds
) -> list[str]:
    """What other voices tell beyond the heading and what is told already, one sentence a voice."""
    copies = {copy for copy, _ in development.copies}
    newest = max((a.published for a in development.articles if a.published), default=None)
    more: list[str] = []
    for article in development.articles:
        if len(told) + len(more) >= SENTENCES:
            break
        own = article.headline == development.headline
        if article.id in copies or _voice(article) in spoken:
            continue
        if newest and article.published and newest - article.published > FRESH:
            continue
        for text in retellings(article, own):
            if not enough(text, development.headline, (*told, *more), own=own):
                continue
            if _another_number(text, (development.headline, *told, *more)):
                continue
            spoken.add(_voice(article))
            more.append(f"{safe(text)}, {outlet(article)} reports.")
            break
    return more


def _another_number(text: str, told: Sequence[str]) -> bool:
    """Does it count what is counted already, and otherwise?"""
    counted = {figure.metric: figure.value for each in told for figure in figures(f"{each}.")}
    return any(figure.metric in counted for figure in figures(f"{text}."))


def in_others_words(aliases: Aliases, spelling: Spelling) -> Retellings:
    """What an article's first sentence and its headline tell, where the rules are certain of a sentence."""

    def told(article: Article, own: bool) -> tuple[str, ...]:
        if not article.language.lower().startswith("en") or STALE.search(article.headline) or is_view(article.headline):
            return ()
        published = article.published.date() if article.published else None
        body = article.text or article.summary
        headline = None if own else retold(article.headline, spelling=spelling, aliases=aliases)
        found = in_brief(body, published=published, aliases=aliases, spelling=spelling)
        return (*found[:1], *([headline] if headline else []), *found[1:])

    return told


def _voice(article: Article) -> str:
    return house(article.origin.name if article.origin else article.source.family or article.source.name)


def _voices(development: Development) -> list[Article]:
    """The first article of each independent voice, copies left aside, in the development's order."""
    copies = {copy for copy, _ in development.copies}
    first: dict[str, Article] = {}
    for article in development.articles:
        if article.id not in copies:
            first.setdefault(_voice(article), article)
    return list(first.values())


def _also(articles: Sequence[Article]) -> str:
    return f" The same number is given by {_joined([outlet(article) for article in articles], 3)}." if articles else ""


def _joined(names: Sequence[str], most: int) -> str:
    """`A, B and 2 more`."""
    shown = [*names[:most], *([f"{len(names) - most} more"] if len(names) > most else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def in_our_words(aliases: Aliases) -> Statements:
    """The sentences of our own about an article: what a source of any class allows."""

    def told(article: Article) -> tuple[Told, ...]:
        found = statements(article, aliases=aliases)
        return tuple(
            Told(
                f"{safe(line(each.text))}, {outlet(article)} reports{', citing others' if each.others else ''}.",
                each.figure,
            )
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
    """The sentence of a development of which nothing can be said safely but who tells it, and in which language."""
    voices = _voices(development)
    if not any(article.language.lower().startswith("en") for article in voices):
        named = {article.id: LANGUAGES.get(primary_language(article.language)) for article in voices}
        by: dict[str, list[str]] = {}
        for article in voices:
            by.setdefault(named[article.id] or "another language", []).append(outlet(article))
        return f"Told {_joined([f'in {language} by {_joined(names, 3)}' for language, names in by.items()], 3)}."
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
