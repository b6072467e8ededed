"""One development as a section of the briefing: headline, fields, sentences that each name their source, citations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from scrapers.briefing import Citation, Section, house, link
from scrapers.compose.adds import INFORMATIVE, adds, countries, informative, is_near, of_one_thing, touches, worth
from scrapers.compose.beside import Given, beside, counted, newest, same_thing
from scrapers.compose.change import change_of, is_headed_alike
from scrapers.compose.figures import Figure, figures
from scrapers.compose.heading import as_heading
from scrapers.compose.inbrief import in_brief
from scrapers.compose.introduced import not_introduced
from scrapers.compose.nations import NATIONS
from scrapers.compose.phrases import joined
from scrapers.compose.retold import is_report, is_running, is_view, retold
from scrapers.compose.rights import EXCERPT, HEADLINE, SPEECH
from scrapers.compose.speakers import Aliases
from scrapers.compose.spelling import NO_SPELLING, Spelling, is_titled
from scrapers.compose.spoken import STALE
from scrapers.compose.statement import is_about, statements, tells_of_another_year
from scrapers.compose.subjects import subjects_of
from scrapers.compose.telegraphic import hides_a_name, is_telegraphic
from scrapers.compose.tolls import RUNNING
from scrapers.compose.tolls import is_running as is_running_toll
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
    #: Where the sentence it is made of says that it was.
    places: tuple[str, ...] = ()
    #: From further down than the article's news.
    deep: bool = False


#: Sentences of our own that an article gives, the most telling first.
Statements = Callable[[Article], Sequence[Told]]
#: What an article tells beyond those: sentences of our own without their full stop, those of its summary and, behind
#: them, that of its headline; the headline's is left out where it is the section's own.
Retellings = Callable[[Article, bool], tuple[Sequence[str], Sequence[str]]]
#: Whether a number may be told in a development: of the running tolls of one war a day tells one, once.
Tells = Callable[[Figure, Development], bool]


def section_of(
    development: Development,
    *,
    topics: Sequence[Topic],
    past: Mapping[str, PastDevelopment],
    aliases: Aliases,
    spelling: Spelling = NO_SPELLING,
    words: Statements | None = None,
    tells: Tells = lambda _, __: True,
) -> Section:
    """The section, its citations in the order of the development's articles."""
    copies = dict(development.copies)
    words = words or in_our_words(aliases)
    retellings = in_others_words(aliases, spelling)
    prose = sentences_of(development, words=words, retellings=retellings, tells=tells)
    named = {topic.slug: topic.name for topic in topics}
    return Section(
        headline=headline_of(development, spelling),
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
            prose=prose,
            counted_in=lambda article: [
                told.figure
                for told in words(article)
                if told.figure is not None
                and _is_news(told.figure, article, development)
                and not _is_elsewhere(told, article, development)
                and tells(told.figure, development)
            ],
            retold=lambda article: [
                text
                for each in retellings(article, article.headline == development.headline)
                for text in each
                if not hides_a_name(text, development.headline)
            ],
        ),
        prose="\n".join(prose),
        citations=tuple(citation_of(article, development, copies) for article in development.articles),
    )


def headline_of(development: Development, spelling: Spelling = NO_SPELLING) -> str:
    """Its headline as one Markdown-safe line, as a heading (`as_heading`) and without a mark left over at its end."""
    shown = re.sub(r"\s*\{#[^}]*\}?", "", line(development.headline))
    shown = _closed(as_heading(re.sub(r"[\s,:;–—-]+$", "", shown), spelling))
    return line(shortened(shown, HEADLINE)).translate(_BRACKETS) or "Without a headline"


#: Words before a bracket that does not end, at least.
FEWEST = 3
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def _closed(headline: str) -> str:
    """Without a bracket or quotation that begins and does not end."""
    for opens, closes in _PAIRS:
        at = headline.rfind(opens)
        if headline.count(opens) > headline.count(closes):
            tail = headline[at + 1 :]
            bracket = opens in "([" and len(headline[:at].split()) >= FEWEST
            headline = headline[:at].rstrip(" ,:;–—-") if bracket else headline[:at] + tail
        elif headline.count(closes) > headline.count(opens):
            headline = headline.replace(closes, "", 1)
    if headline.count('"') % 2:
        headline = headline.replace('"', "")
    opened, closed = len(re.findall(r"(?:^|\s)[‘']\w", headline)), len(re.findall(r"\S[’'](?=\W|$)", headline))
    if opened > closed:
        headline = re.sub(r"(^|\s)[‘'](?=\w)", r"\1", headline)
    return headline


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
    development: Development,
    *,
    words: Statements,
    retellings: Retellings = lambda _, __: ((), ()),
    tells: Tells = lambda _, __: True,
) -> tuple[str, ...]:
    """At most four sentences, each from another voice and each with news beside those before; never without a source.

    Figures, quotations and claims come first; then what others tell beyond the section's heading. Of what several
    count the newest number is told; where two sides of a conflict give different ones, both stand in one sentence.
    """
    found: list[Told] = []
    spoken: set[str] = set()
    given: dict[tuple[str, str], list[tuple[Given, Told]]] = {}
    voices = _voices(development)
    rest = [a for a in development.articles if a not in voices and a.id not in dict(development.copies)]
    for article in (*voices, *rest):
        # of the same war and of something else, or of a voice that is told: no more than how many the war has killed
        own = article in voices and _tells_of(development, article)
        for told in [*words(article)] or [Told(text) for text in excerpt(article)]:
            figure, toll = told.figure, development.conflict is not None and _is_toll_of_a_war(told)
            if not own and not toll:
                continue
            if figure is not None and (not tells(figure, development) or _is_less(figure, development.headline)):
                continue
            if figure is not None and not toll and not _is_of_it(told, figure, article, development):
                continue
            if figure is not None and (others := given.get(counted(figure))):
                if any(same_thing(figure, other.figure) for other, _ in others):
                    others.append((Given(figure, outlet(article), article), told))
                continue
            earlier = (development.headline, *(each.text for each in found))
            if len(found) == SENTENCES or (
                figure is None and not _may_stand(told, article, development, earlier, tells)
            ):
                continue
            if figure is not None:
                given[counted(figure)] = [(Given(figure, outlet(article), article), told)]
            found.append(told)
            spoken.add(_voice(article))
            break
    texts: list[str] = []
    for told in found:
        numbers = given[counted(told.figure)] if told.figure is not None else []
        text = told.text
        if numbers:
            latest = newest([each for each, _ in numbers])
            text = beside([each for each, _ in numbers]) or next(own.text for each, own in numbers if each is latest)
        texts.append(text)
    sentences: list[str] = []
    for text in _without_parts(texts):
        before = (development.headline, *sentences)
        # how many is news by itself, where nothing says how many yet
        if _another_number(text, sentences):
            continue
        counts = any((figure.value or 0) != 1 for figure in figures(text)) and not _another_number(text, before)
        if informative(text, before) >= (1 if counts else INFORMATIVE):
            sentences.append(text)
    sentences += _by_others(development, sentences, spoken, retellings, tells=tells)
    if len(sentences) < FEW:
        sentences += _said_besides(development, sentences, words, tells)[: FEW - len(sentences)]
    if not sentences:
        sentences = _by_others(development, (), set(), retellings, enough=touches, tells=tells)[:FEW]
    return tuple(sentences) or headlines_beside(development) or (told_by(development),)


def _said_besides(development: Development, sentences: Sequence[str], words: Statements, tells: Tells) -> list[str]:
    """What else those say who are told already, where few others have anything to tell."""
    more: list[str] = []
    for article in _voices(development):
        if _tells_of(development, article):
            for told in words(article):
                earlier = (development.headline, *sentences, *more)
                if told.figure is None and _may_stand(told, article, development, earlier, tells):
                    more.append(told.text)
    return more


def _may_stand(told: Told, article: Article, development: Development, earlier: Sequence[str], tells: Tells) -> bool:
    """Is what somebody said about the development, news beside what is told, and understood with it?"""
    bare = told.text.split(", [")[0]
    headings = (development.headline, *([] if is_running(article.headline) else [article.headline]))
    near = of_one_thing if told.deep else is_near
    return (
        any(near(bare, heading) for heading in headings)
        and informative(told.text, earlier) >= INFORMATIVE
        and not not_introduced(bare, earlier)
        and not _another_number(bare, earlier)
        and not _is_old_toll(bare, development, tells)
    )


def _tells_of(development: Development, article: Article) -> bool:
    """Is the article about what the heading tells, as its headline or its first words show?"""
    beginning = f"{article.headline}. {(article.text or article.summary)[:BEGINNING]}"
    return is_headed_alike(development, article) or of_one_thing(beginning, development.headline)


#: Characters of an article that show what it is about.
BEGINNING = 200


def _is_news(figure: Figure, article: Article, development: Development) -> bool:
    """Is the number what the development is about, and of its year?"""
    if tells_of_another_year(development.headline, article):
        return False
    return is_about(figure, f"{article.headline}; {development.headline}")


def _is_of_it(told: Told, figure: Figure, article: Article, development: Development) -> bool:
    """Is it counted where, when and of what the heading tells?"""
    return _is_news(figure, article, development) and not _is_elsewhere(told, article, development)


def _is_toll_of_a_war(told: Told) -> bool:
    """Does it say how many a war has killed since it began? That is understood in any section of that war."""
    running = told.figure is not None and told.figure.window == "cumulative" and told.figure.metric in RUNNING
    return running and " since " in told.text


def _is_less(figure: Figure, heading: str) -> bool:
    """Does the heading count more of the same? The lower number is a part of it, or an earlier one."""
    return any(
        other.metric == figure.metric and (other.value or 0) > (figure.value or 0) for other in figures(f"{heading}.")
    )


#: What is counted at a place: where nothing tells which, another report may count it elsewhere.
OF_A_PLACE = ("killed", "injured", "evacuated", "missing")


def _is_elsewhere(told: Told, article: Article, development: Development) -> bool:
    """Was what it counts somewhere else than where the heading is, and does the sentence not say where?"""
    if article.headline == development.headline:
        return False
    if not told.places:
        bare = told.text.split(", according")[0]
        headings = article.headline, development.headline
        if told.figure is not None and is_running_toll(told.figure, "; ".join(headings)):
            return not countries(headings[0]) & countries(headings[1])
        return told.figure is not None and told.figure.metric in OF_A_PLACE and not re.search(r"\bin\b", bare)
    heading = development.headline.casefold()
    states = {NATIONS[word][0] for word in re.findall(r"[\w.]+", heading) if word in NATIONS}
    if any(
        place.casefold() in heading or NATIONS.get(place.casefold(), ("", ""))[0] in states for place in told.places
    ):
        return False
    return not any(place in told.text for place in told.places)


#: An outlet's headline this much older than the development's newest is not told beside it.
FRESH = timedelta(hours=18)


#: Whether a sentence tells enough beside the heading and what is told already.
Enough = Callable[..., bool]


def _by_others(
    development: Development,
    told: Sequence[str],
    spoken: set[str],
    retellings: Retellings,
    *,
    enough: Enough = adds,
    tells: Tells = lambda _, __: True,
) -> list[str]:
    """What other voices tell beyond the heading and what is told already, one sentence a voice."""
    copies = {copy for copy, _ in development.copies}
    latest = max((a.published for a in development.articles if a.published), default=None)
    more: list[str] = []
    for behind, article in [(behind, article) for behind in (0, 1) for article in development.articles]:
        if len(told) + len(more) >= SENTENCES:
            break
        own = article.headline == development.headline
        if article.id in copies or _voice(article) in spoken:
            continue
        if latest and article.published and latest - article.published > FRESH:
            continue
        for text in retellings(article, own)[behind]:
            if hides_a_name(text, development.headline) or not_introduced(text, (development.headline, *told, *more)):
                continue
            if not enough(text, development.headline, (*told, *more), own=own):
                continue
            if behind and worth(text, (development.headline, *told, *more)) <= INFORMATIVE:
                continue  # a headline tells the heading again, unless it tells much
            if _another_number(text, (development.headline, *told, *more)) or _is_old_toll(text, development, tells):
                continue
            spoken.add(_voice(article))
            more.append(f"{safe(text)}, {outlet(article)} reports.")
            break
    return more


def _is_old_toll(text: str, development: Development, tells: Tells) -> bool:
    """Does it count the dead loosely ("dozens"), or with a number that the day does not tell here?"""
    counts = [figure for figure in figures(f"{text}.") if figure.metric in ("killed", "injured")]
    return any(figure.value is None or not tells(figure, development) for figure in counts)


def _without_parts(sentences: Sequence[str]) -> list[str]:
    """Without those whose numbers another one tells as well, with more beside them."""
    numbers = [{(figure.metric, figure.value) for figure in figures(text)} for text in sentences]
    return [
        text
        for at, text in enumerate(sentences)
        if not numbers[at] or not any(numbers[at] < other for other in numbers)
    ]


def _another_number(text: str, told: Sequence[str]) -> bool:
    """Does it count what a number is given for already?"""
    given = {figure.metric for each in told for figure in figures(f"{each}.") if figure.value is not None}
    return any(figure.metric in given for figure in figures(f"{text}."))


def _contradicts(text: str, told: Sequence[str]) -> bool:
    """Does it give another number for what is counted already? Soldiers are not counted with civilians."""
    given = [figure for each in told for figure in figures(f"{each}.") if figure.value is not None]
    now = [figure for figure in figures(f"{text}.") if figure.value is not None and not _is_rest(figure, text)]
    return any(
        one.metric == other.metric
        and (counted(one) == counted(other) or "people" in (counted(one)[1], counted(other)[1]))
        and one.value != other.value
        for one in now
        for other in given
    )


def _is_rest(figure: Figure, text: str) -> bool:
    """`three others`, `including two children`: a part of another number."""
    return figure.part or text[figure.span[1] :].lstrip().startswith("other")


def in_others_words(aliases: Aliases, spelling: Spelling) -> Retellings:
    """What an article's first sentence and its headline tell, where the rules are certain of a sentence."""

    known: dict[tuple[str, str], tuple[Sequence[str], Sequence[str]]] = {}

    def told(article: Article, own: bool) -> tuple[Sequence[str], Sequence[str]]:
        if not article.language.lower().startswith("en") or STALE.search(article.headline) or is_view(article.headline):
            return (), ()
        key = article.id, article.headline
        if key not in known:
            published = article.published.date() if article.published else None
            body = article.text or article.summary
            headline = retold(article.headline, spelling=spelling, aliases=aliases)
            known[key] = (
                in_brief(body, published=published, aliases=aliases, spelling=spelling),
                (headline,) if headline and not is_telegraphic(headline) and not _AIMS.search(headline) else (),
            )
        return known[key][0], () if own else known[key][1]

    return told


#: What is only under way or meant to be: by the evening it is old.
_AIMS = re.compile(r"\b(?:plans?|races?|scrambles?|prepares?|seeks?|vows?|tries|try|aims?|hopes?)\b(?: to\b)?", re.I)


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


def in_our_words(aliases: Aliases) -> Statements:
    """The sentences of our own about an article: what a source of any class allows."""

    known: dict[tuple[str, str], tuple[Told, ...]] = {}

    def told(article: Article) -> tuple[Told, ...]:
        key = article.id, article.headline
        if key not in known:
            known[key] = tuple(
                Told(
                    f"{safe(line(each.text))}, {outlet(article)} reports{', citing others' if each.others else ''}.",
                    each.figure,
                    each.places,
                    each.deep,
                )
                for each in statements(article, aliases=aliases)
            )
        return known[key]

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


def headlines_beside(development: Development) -> tuple[str, ...]:
    """What other outlets put in their headlines beyond the heading, word for word and in quotation marks.

    For a development of which nothing can be said safely in our own words: a headline may be shown of any source. Only
    reports in English, no longer than a speaker's words may be; () where none tells more.
    """
    found: list[str] = []
    told = [development.headline]
    for article in _voices(development):
        words = line(article.headline).rstrip(" .,;:")
        if (
            article.headline == development.headline
            or not article.language.lower().startswith("en")
            or len(words.split()) > SPEECH
            or not is_report(words)
            or is_view(words)
            or not _tells_of(development, article)
            or worth(words, told, names=not is_titled(words)) < INFORMATIVE
            or _contradicts(words, told)
        ):
            continue
        told.append(words)
        found.append(f"{outlet(article)}: “{words.translate(_INNER)}”.")
        if len(found) == FEW:
            break
    return tuple(found)


def told_by(development: Development) -> str:
    """The sentence of a development of which nothing can be said safely but who tells it, and in which language."""
    voices = _voices(development)
    if not any(article.language.lower().startswith("en") for article in voices):
        named = {article.id: LANGUAGES.get(primary_language(article.language)) for article in voices}
        by: dict[str, list[str]] = {}
        for article in voices:
            by.setdefault(named[article.id] or "another language", []).append(outlet(article))
        return f"Told {joined([f'in {language} by {joined(names, 3)}' for language, names in by.items()], 3)}."
    return f"Reported by {joined([outlet(article) for article in voices], 3)}."


def outlet(article: Article) -> str:
    """The outlet as a link to its article, with its label: `[TASS](https://…) (state media, RU)`."""
    name = re.sub(r"([\\\[\]])", r"\\\1", article.source.name)
    label = f" ({article.source.label})" if article.source.label else ""
    via = f"{safe(line(article.origin.name))} via " if article.origin else ""
    return f"{via}[{name}]({link(article.url)}){label}"
