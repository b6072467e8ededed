"""Prose: which sentences tell a development, and in which order? None without its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from scrapers.compose.adds import (
    INFORMATIVE,
    WORTH,
    adds,
    content,
    informative,
    is_echo,
    is_near,
    is_told,
    of_one_thing,
    spells_out,
    touches,
    without_outlet,
    worth,
)
from scrapers.compose.belongs import (
    Tells,
    another_number,
    contradicts,
    counts_more,
    is_fuller,
    is_less,
    is_of_it,
    is_old_toll,
    is_toll_of_a_war,
    recounts,
    tells_of,
    without_parts,
    without_shorter,
)
from scrapers.compose.beside import Given, beside, counted, newest, same_thing
from scrapers.compose.figures import figures
from scrapers.compose.introduced import not_introduced, surnames_alone
from scrapers.compose.ourwords import INNER_MARKS, Retellings, Statements, Told, excerpt, outlet, safe, voice, voices_of
from scrapers.compose.phrases import joined
from scrapers.compose.retold import is_report, is_running, is_view, retold
from scrapers.compose.rights import SPEECH
from scrapers.compose.spelling import is_titled
from scrapers.compose.telegraphic import hides_a_name
from scrapers.compose.whosaid import is_a_person
from scrapers.model import Article, Development
from scrapers.text import line, primary_language

#: Sentences a development, at most; and one an outlet. A reader finishes twenty such sections in five minutes.
SENTENCES = 4
#: Sentences that tell little beside the heading, at most.
FEW = 2


#: Words that a headline beside the heading shares with it at least: of those that readers graded, the ones with fewer
#: were of something else, or told nothing, three times in four.
OF_IT = 3


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


def sentences_of(
    development: Development,
    *,
    words: Statements,
    retellings: Retellings = lambda _: (),
    tells: Tells = lambda _, __: True,
    before: Sequence[str] = (),
) -> tuple[str, ...]:
    """At most four sentences, each with news beside those before, and each from another voice where enough of them tell
    something; never one without a source.

    Figures, quotations and claims come first; then what others tell beyond the section's heading. Of what several
    count the newest number is told; where two sides of a conflict give different ones, both stand in one sentence.
    What the story's earlier days told (`before`) is not told again in the same words.
    """
    said = _said(development, words, tells)
    sentences = _with_news(development, said)
    sentences += _by_others(development, sentences, said.spoken, retellings, tells=tells)
    if any(_ACCUSES.search(text) for text in sentences):
        sentences += _answers(development, sentences, words)[: SENTENCES - len(sentences)][:1]
    if len(sentences) < FEW:
        sentences += _said_besides(development, sentences, words, tells)[: FEW - len(sentences)]
    if not sentences:
        sentences = _by_others(development, (), set(), retellings, enough=touches, tells=tells)[:FEW]
    if len(sentences) < FEW:
        sentences += _said_besides(development, sentences, words, tells, loosely=True)[: FEW - len(sentences)]
    sentences = [text for text in without_shorter(sentences) if not is_told(text, before)]
    # what is of the heading's own thing, and what is counted, goes before what else the same reports tell
    sentences.sort(key=lambda text: not (figures(text) or of_one_thing(without_outlet(text), development.headline)))
    if len(sentences) < FEW:
        sentences += headlines_beside(development, sentences)[: FEW - len(sentences)]
    if not sentences:
        sentences = _by_others(development, (), set(), retellings, enough=spells_out, tells=tells)[:1]
    return tuple(sentences) or (told_by(development),)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the articles count and what is said in them, before it is known what of it is news beside the rest."""

    told: list[Told] = field(default_factory=list)
    #: Who gives which number for a thing that is counted.
    given: dict[tuple[str, str], list[tuple[Given, Told]]] = field(default_factory=dict)
    #: The voices that tell it.
    spoken: set[str] = field(default_factory=set)


def _said(development: Development, words: Statements, tells: Tells) -> _Said:
    """Of each voice what it counts or who says what in it, of the rest no more than how many the war has killed."""
    said = _Said()
    voices = voices_of(development)
    rest = [a for a in development.articles if a not in voices and a.id not in dict(development.copies)]
    for article in (*voices, *rest):
        own = article in voices and tells_of(development, article)
        for told in [*words(article)] or [Told(text) for text in excerpt(article)]:
            figure, toll = told.figure, development.conflict is not None and is_toll_of_a_war(told)
            if not own and not toll:
                continue  # of the same war, and of something else
            if figure is not None and not (toll or is_of_it(told, figure, article, development)):
                continue
            if figure is not None and (not tells(figure, development) or is_less(figure, development.headline)):
                continue
            if figure is not None and (others := said.given.get(counted(figure))):
                if any(same_thing(figure, other.figure) for other, _ in others):
                    others.append((Given(figure, outlet(article), article), told))
                elif all((figure.value or 0) > (other.figure.value or 0) for other, _ in others):
                    # the dead of all places instead of those of one
                    said.told[said.told.index(others[0][1])] = told
                    said.spoken.discard(voice(others[0][0].article))
                    said.spoken.add(voice(article))
                    said.given[counted(figure)] = [(Given(figure, outlet(article), article), told)]
                    break
                continue
            earlier = (development.headline, *(each.text for each in said.told))
            stands = figure is not None or _may_stand(told, article, development, earlier, tells)
            if len(said.told) == SENTENCES or not stands:
                continue
            if figure is not None:
                said.given[counted(figure)] = [(Given(figure, outlet(article), article), told)]
            said.told.append(told)
            said.spoken.add(voice(article))
            break
    return said


def _with_news(development: Development, said: _Said) -> list[str]:
    """The sentences with the newest numbers, those of two sides beside each other, without what is told already."""
    sentences: list[str] = []
    unsigned = not _ATTRIBUTED.search(development.headline)
    for text in without_parts([_newest(told, said) for told in said.told]):
        before = (development.headline, *sentences)
        if another_number(text, sentences):
            continue
        # how many is news by itself, where nothing says how many yet, or so many
        counts = any((figure.value or 0) != 1 for figure in figures(text)) and (
            not another_number(text, before) or counts_more(text, development.headline)
        )
        # the heading counts, and nobody vouches for it
        vouched = unsigned and bool(figures(text)) and _VOUCHED.search(text) is not None
        if vouched or informative(text, before) >= (1 if counts else INFORMATIVE):
            sentences.append(text)
    return sentences


#: Somebody whom a reader could name, or find: "officials" of nobody vouch for nothing.
_VOUCHED = re.compile(
    r", according to (?!(?:(?:the|local|an?|some|several|unnamed)\s)?(?:officials?|sources?|witnesses"
    r"|residents|reports?|survivors|(?:war\s)?monitor)\b)"
)
#: A heading that says who says so.
_ATTRIBUTED = re.compile(
    r"\b(?:says?|said|according to|claims?|claimed|reports?|reported(?:ly)?)\b|:\s[\w’'. -]{3,40}$", re.I
)


def _newest(told: Told, said: _Said) -> str:
    numbers = said.given[counted(told.figure)] if told.figure is not None else []
    if not numbers:
        return told.text
    latest = newest([each for each, _ in numbers])
    return beside([each for each, _ in numbers]) or next(own.text for each, own in numbers if each is latest)


#: A charge does not stand without the answer, where a report gives one.
_ACCUSES = re.compile(r"\b(?:accused|blamed|claimed|alleged)\b")
_DENIES = re.compile(r"\b(?:denied|rejected|dismissed)\b")


def _answers(development: Development, sentences: Sequence[str], words: Statements) -> list[str]:
    """What the reports give as an answer to a charge: it may tell no more than that it is denied."""
    known = (development.headline, *sentences)
    return [
        told.text
        for article in voices_of(development)
        if tells_of(development, article)
        for told in words(article)
        if told.text not in sentences
        and _DENIES.search(told.text)
        and is_near(without_outlet(told.text), development.headline)
        and not not_introduced(without_outlet(told.text), known)
    ]


def _said_besides(
    development: Development, sentences: Sequence[str], words: Statements, tells: Tells, *, loosely: bool = False
) -> list[str]:
    """What else those say who are told already, where few others have anything to tell."""
    more: list[str] = []
    for article in voices_of(development):
        if tells_of(development, article):
            for told in words(article):
                earlier = (development.headline, *sentences, *more)
                if told.figure is None and _may_stand(told, article, development, earlier, tells, loosely=loosely):
                    more.append(told.text)
    return more


def _may_stand(
    told: Told,
    article: Article,
    development: Development,
    earlier: Sequence[str],
    tells: Tells,
    *,
    loosely: bool = False,
) -> bool:
    """Is what somebody said about the development, news beside what is told, and understood with it?

    `loosely`: what stands further down in the article whose headline is the heading need not share more with it than a
    state or a word.
    """
    bare = without_outlet(told.text)
    headings = (development.headline, *([] if is_running(article.headline) else [article.headline]))
    if told.by_name and (told.speaker or "").split()[-1] not in development.headline:
        return False  # the article's headline names him, the section's does not
    if told.deep and told.quoted:
        return False  # of 58 quotations from further down that readers graded, 21 were wrong beside the heading
    near_enough = loosely and article.headline == development.headline
    near = of_one_thing if told.deep and not near_enough else is_near
    # of what somebody says further down: his own name in the heading does not make it of the same thing
    own = told.deep and told.speaker is not None and is_a_person(told.speaker)
    said = bare.replace(told.speaker or "", "") if own else bare
    return (
        any(near(said, heading) for heading in headings)
        and informative(told.text, earlier) >= INFORMATIVE
        and not not_introduced(bare, earlier)
        and not surnames_alone(bare, article.text, earlier)
        and not (told.deep and _BOTH.search(bare))
        and not another_number(bare, earlier)
        and not is_old_toll(bare, development, tells)
    )


#: Of two who stood further up.
_BOTH = re.compile(r"\bboth\s(?!.*\band\b)")
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
    for article in development.articles:
        if len(told) + len(more) >= SENTENCES:
            break
        own = article.headline == development.headline
        if article.id in copies or voice(article) in spoken:
            continue
        if latest and article.published and latest - article.published > FRESH:
            continue
        for text in retellings(article):
            before = (*told, *more)
            if hides_a_name(text, development.headline) or not_introduced(text, (development.headline, *before)):
                continue
            if is_echo(text, before) or not enough(text, development.headline, before, own=own):
                continue
            if another_number(text, [each for each in before if not is_fuller(text, each)]):
                continue
            if recounts(text, (development.headline,)) or is_old_toll(text, development, tells):
                continue
            spoken.add(voice(article))
            more.append(f"{safe(text)}, {outlet(article)} reports.")
            break
    return more


def headlines_beside(development: Development, told: Sequence[str] = ()) -> list[str]:
    """What other outlets put in their headlines beyond the heading, word for word and in quotation marks.

    For a development of which little can be said safely in our own words: a headline may be shown of any source. Only
    reports in English, no longer than a speaker's words may be, of outlets that are not `told`; [] where none tells
    more. Beside a sentence of ours it must tell more than where there is none.
    """
    found: list[str] = []
    known = [development.headline, *told]
    for article in voices_of(development):
        words = line(article.headline).rstrip(" .,;:")
        if (
            article.headline == development.headline
            or not article.in_english
            or len(words.split()) > SPEECH
            or not is_report(words)
            or is_view(words)
            or not tells_of(development, article)
            or len(content(words) & content(development.headline)) < OF_IT
            or worth(words, known, names=not is_titled(words)) < WORTH
            or (told and not _stands_beside(words, article, development, told))
            or contradicts(words, known)
        ):
            continue
        known.append(words)
        found.append(f"{outlet(article)}: “{words.translate(INNER_MARKS)}”.")
        if len(found) == FEW:
            break
    return found


def _stands_beside(words: str, article: Article, development: Development, told: Sequence[str]) -> bool:
    """Is a headline a whole report of the same thing, by an outlet that is not told yet?"""
    if any(outlet(article) in sentence for sentence in told):
        return False
    return adds(words, development.headline, told) and retold(words) is not None


def told_by(development: Development) -> str:
    """The sentence of a development of which nothing can be said safely but who tells it, and in which language.

    Not those whose English report is about something else, as its headline and first words show.
    """
    of_it = [a for a in voices_of(development) if not a.in_english or tells_of(development, a)]
    voices = of_it or voices_of(development)
    if not any(article.in_english for article in voices):
        named = {article.id: LANGUAGES.get(primary_language(article.language)) for article in voices}
        by: dict[str, list[str]] = {}
        for article in voices:
            by.setdefault(named[article.id] or "another language", []).append(outlet(article))
        return f"Told {joined([f'in {language} by {joined(names, 3)}' for language, names in by.items()], 3)}."
    return f"Reported by {joined([outlet(article) for article in voices], 3)}."
