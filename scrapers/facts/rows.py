"""What the day's articles count and who they say says what, as lines of the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from scrapers.addresses import short_hash
from scrapers.facts.about import is_about, is_of
from scrapers.facts.claims import Claim, claims
from scrapers.facts.figures import Figure, figures
from scrapers.facts.marks import PEOPLE
from scrapers.facts.othertime import is_background
from scrapers.facts.sentences import sentence_at
from scrapers.facts.speakers import Aliases
from scrapers.ledger import ClaimLine, FigureLine, stamp
from scrapers.model import Article, Development
from scrapers.teaser import is_question, is_running
from scrapers.withheld import may_stand_in_passing


def figure_lines(developments: Iterable[Development], *, day: date, aliases: Aliases) -> Iterator[FigureLine]:
    """Every figure of the articles that are cited; of syndicated copies only the first tells its figures.

    A headline's figure counts where the text below has none of its kind. What a page that runs all day, or an article
    about something else, counts besides is no figure of the development.
    """
    for development, article in _told(developments):
        published, of_it = day_of(article), is_of(article, development)
        seen: set[str] = set()
        for text in dict.fromkeys(filter(None, (article.text, headline_sentence(article)))):
            of_text = [
                figure
                for figure in figures(text, published=published, aliases=aliases)
                if figure.metric not in seen
                and (of_it or _stands_in_it(text, figure.span[0], development))
                # What was before is no figure of this day; a running total says so itself.
                and (figure.window == "cumulative" or not is_background(text[slice(*figure.sentence)], published))
            ]
            seen |= {figure.metric for figure in of_text}
            for figure in of_text:
                yield _figure(figure, development, article, day)


def headline_sentence(article: Article) -> str:
    """Its headline as a sentence; nothing of what only asks ("Why 300 people died") or runs all day."""
    asks = is_question(article.headline) or is_running(article.headline) or "?" in article.headline
    return "" if asks else f"{article.headline.rstrip('.')}."


def claim_lines(developments: Iterable[Development], *, day: date, aliases: Aliases) -> Iterator[ClaimLine]:
    """Every claim of the articles that are cited; of syndicated copies only the first tells its claims.

    What a page that runs all day, or an article about something else, has besides is no claim about the development.
    """
    for development, article in _told(developments):
        text, of_it = article.text or article.headline, is_of(article, development)
        for claim in claims(text, aliases=aliases):
            if of_it or _stands_in_it(text, claim.span[0], development):
                yield _claim(claim, development, article, day)


def _stands_in_it(text: str, at: int, development: Development) -> bool:
    """Is the sentence at a place of the text about the development, whatever the article is about?"""
    return is_about(text[slice(*sentence_at(text, at))], development.headline)


def _told(developments: Iterable[Development]) -> Iterator[tuple[Development, Article]]:
    for development in developments:
        copies = {copy for copy, _ in development.copies}
        for article in development.articles:
            if article.id not in copies and article.in_english:
                yield development, article


def day_of(article: Article) -> date | None:
    """When it was published; None where it does not say."""
    return article.published.date() if article.published else None


def _figure(figure: Figure, development: Development, article: Article, day: date) -> FigureLine:
    value, upper = _number(figure.value), _number(figure.upper)
    key = (article.id, figure.metric, value, upper, figure.qualifier, figure.window, figure.place, figure.who)
    return FigureLine(
        id=short_hash(repr(key), 10),
        development=f"{day}#{development.id}",
        conflict=development.conflict,
        metric=figure.metric,
        value=value,
        upper=upper,
        qualifier=figure.qualifier,
        currency=figure.currency,
        window=figure.window,
        period=figure.period,
        place=figure.place,
        who=whom(figure.who),
        part=figure.part,
        speaker=figure.speaker,
        side=figure.side,
        source=article.source.name,
        label=article.source.label,
        url=article.url,
        published=stamp(article.published),
    )


def whom(who: str | None) -> str | None:
    """Who is counted, without a headline's capitals and marks: `Prisoners`, `'giant British fighters`."""
    bare = (who or "").strip("‘’“”'\" ")
    return (bare.lower() if _PEOPLE.fullmatch(bare.lower()) else bare) or None


_PEOPLE = re.compile(PEOPLE)
#: A speaker's own words that any class of rights lets stand.
SPEECH = 15  # words


def _claim(claim: Claim, development: Development, article: Article, day: date) -> ClaimLine:
    short = claim.direct and len(claim.words.split()) <= SPEECH
    shown = short and may_stand_in_passing(article, claim.words, speakers_own=True)
    return ClaimLine(
        id=short_hash(repr((article.id, claim.span)), 10),
        development=f"{day}#{development.id}",
        conflict=development.conflict,
        speaker=claim.speaker,
        role=claim.role,
        side=claim.side,
        verb=claim.verb,
        direct=claim.direct,
        hedged=claim.hedged,
        relay=claim.relay,
        words=claim.words if shown else None,
        start=claim.span[0],
        end=claim.span[1],
        source=article.source.name,
        label=article.source.label,
        url=article.url,
        published=stamp(article.published),
    )


def _number(value: int | Decimal | None) -> str | None:
    return None if value is None else f"{Decimal(value):f}"
