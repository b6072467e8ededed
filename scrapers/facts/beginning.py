"""Beginning: what does an article count in its headline, its summary and the first lines of its text?"""

from __future__ import annotations

from collections.abc import Iterator

from scrapers.facts.figures import LONGEST, Figure, figures
from scrapers.facts.rows import day_of, headline_sentence
from scrapers.facts.speakers import Aliases
from scrapers.model import Article

#: Characters of an article whose figures are of the day.
BEGINNING = 1200


def first_figures(article: Article, *, aliases: Aliases) -> Iterator[tuple[Figure, str]]:
    """Its figures with the sentence of each; of a sentence that goes on behind the beginning none."""
    whole = (headline_sentence(article), article.summary)
    for text in dict.fromkeys(filter(None, (*whole, article.text))):
        read = text if text in whole else _beginning(text)
        for figure in figures(read, published=day_of(article), aliases=aliases):
            if text in whole or figure.sentence[1] <= BEGINNING:
                yield figure, text[slice(*figure.sentence)]


def _beginning(text: str) -> str:
    """With what follows, so that no sentence is cut where it ends: "killed 180" would be "killed 18"."""
    end = text.find("\n", BEGINNING, BEGINNING + LONGEST)
    return text[: end if end >= 0 else BEGINNING + LONGEST]
