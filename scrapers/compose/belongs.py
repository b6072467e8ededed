"""Belongs: is what an article tells or counts of the thing that a development's heading tells?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from scrapers.compose.adds import countries, of_one_thing
from scrapers.compose.beside import counted
from scrapers.compose.figures import Figure, figures
from scrapers.compose.nations import NATIONS
from scrapers.compose.othertime import tells_of_another_year
from scrapers.compose.ourwords import Told
from scrapers.compose.statement import is_about
from scrapers.compose.tolls import RUNNING, is_running_toll
from scrapers.model import Article, Development

#: Whether a number may be told in a development: of the running tolls of one war a day tells one, once.
Tells = Callable[[Figure, Development], bool]


def is_headed_alike(development: Development, article: Article) -> bool:
    """Is the article about what the heading tells, as its headline shows?"""
    return article.headline == development.headline or of_one_thing(article.headline, development.headline)


def tells_of(development: Development, article: Article) -> bool:
    """Is the article about what the heading tells, as its headline or its first words show?"""
    beginning = f"{article.headline}. {(article.text or article.summary)[:BEGINNING]}"
    return is_headed_alike(development, article) or of_one_thing(beginning, development.headline)


#: Characters of an article that show what it is about.
BEGINNING = 200


def is_of_it(told: Told, figure: Figure, article: Article, development: Development) -> bool:
    """Is it counted where, when and of what the heading tells?"""
    return is_news(figure, article, development) and not is_elsewhere(told, article, development)


def is_news(figure: Figure, article: Article, development: Development) -> bool:
    """Is the number what the development is about, and of its year?"""
    if tells_of_another_year(development.headline, article):
        return False
    return is_about(figure, f"{article.headline}; {development.headline}")


def counts_more(text: str, heading: str) -> bool:
    """Does it count more of the same than the heading, which was written before?"""
    known = {figure.metric: figure.value for figure in figures(f"{heading}.") if figure.value is not None}
    return any((figure.value or 0) > known[figure.metric] for figure in figures(text) if figure.metric in known)


def is_less(figure: Figure, heading: str) -> bool:
    """Does the heading count more of the same? The lower number is a part of it, or an earlier one."""
    return any(
        other.metric == figure.metric and (other.value or 0) > (figure.value or 0) for other in figures(f"{heading}.")
    )


#: What is counted at a place: where nothing tells which, another report may count it elsewhere.
OF_A_PLACE = ("killed", "injured", "evacuated", "rescued", "missing")


def is_elsewhere(told: Told, article: Article, development: Development) -> bool:
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


def is_toll_of_a_war(told: Told) -> bool:
    """Does it say how many a war has killed since it began? That is understood in any section of that war."""
    running = told.figure is not None and told.figure.window == "cumulative" and told.figure.metric in RUNNING
    return running and " since " in told.text


def is_old_toll(text: str, development: Development, tells: Tells) -> bool:
    """Does it count the dead loosely ("dozens"), or with a number that the day does not tell here?"""
    counts = [figure for figure in figures(f"{text}.") if figure.metric in ("killed", "injured")]
    return any(figure.value is None or not tells(figure, development) for figure in counts)


def another_number(text: str, told: Sequence[str]) -> bool:
    """Does it count what a number is given for already?"""
    given = {figure.metric for each in told for figure in figures(f"{each}.") if figure.value is not None}
    return any(figure.metric in given for figure in figures(f"{text}."))


#: With its outlet behind it, or not yet.
_SPEAKER = re.compile(r", according to (?P<who>[^\[\]]+?)(?:, \[|\.?$)")


def is_fuller(text: str, told: str) -> bool:
    """Does the same speaker give the same numbers with more words? `Five rockets were fired`, and from where."""
    one, other = _SPEAKER.search(text), _SPEAKER.search(told)
    if one is None or other is None or one["who"] != other["who"]:
        return False
    given = {(figure.metric, figure.value) for figure in figures(f"{told}.")}
    now = {(figure.metric, figure.value) for figure in figures(f"{text}.")}
    return bool(given) and given <= now and one.start() > other.start()


def without_shorter(sentences: Sequence[str]) -> list[str]:
    """Without those of which a later one is the fuller."""
    return [
        each for at, each in enumerate(sentences) if not any(is_fuller(other, each) for other in sentences[at + 1 :])
    ]


def recounts(text: str, told: Sequence[str]) -> bool:
    """Does it give another number, or none, for what is counted already? What tells more may give the same number."""
    given: dict[str, set[int | Decimal]] = {}
    for each in told:
        for figure in figures(f"{each}."):
            if figure.value is not None:
                given.setdefault(figure.metric, set()).add(figure.value)
    return any(figure.metric in given and figure.value not in given[figure.metric] for figure in figures(f"{text}."))


def contradicts(text: str, told: Sequence[str]) -> bool:
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


def without_parts(sentences: Sequence[str]) -> list[str]:
    """Without those whose numbers another one tells as well, with more beside them."""
    numbers = [{(figure.metric, figure.value) for figure in figures(text)} for text in sentences]
    return [
        text
        for at, text in enumerate(sentences)
        if not numbers[at] or not any(numbers[at] < other for other in numbers)
    ]
