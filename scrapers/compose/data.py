"""What the day's articles count and who they say says what, as lines of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from scrapers.addresses import short_hash
from scrapers.compose.adds import of_one_thing
from scrapers.compose.belongs import tells_of
from scrapers.compose.claims import Claim, claims
from scrapers.compose.copied import COPIED_WORDS, longest_copy
from scrapers.compose.figures import Figure, figures
from scrapers.compose.introduced import not_introduced
from scrapers.compose.othertime import is_background, is_old
from scrapers.compose.reported import reported
from scrapers.compose.retold import is_report, is_running
from scrapers.compose.rights import SPEECH
from scrapers.compose.sentences import sentence_at
from scrapers.compose.speakers import Aliases
from scrapers.compose.spelling import COMMON
from scrapers.compose.whosaid import is_known
from scrapers.ledger import ClaimLine, FigureLine, stamp
from scrapers.model import Article, Development


def figure_lines(developments: Iterable[Development], *, day: date, aliases: Aliases) -> Iterator[FigureLine]:
    """Every figure of the articles that are cited; of syndicated copies only the first tells its figures.

    A headline's figure counts where the text below has none of its kind. What a page that runs all day, or an article
    about something else, counts besides is no figure of the development.
    """
    for development, article in _told(developments):
        published, of_it = _day(article), _is_of_it(article, development)
        seen: set[str] = set()
        for text in dict.fromkeys(filter(None, (article.text, _headline(article)))):
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


def _headline(article: Article) -> str:
    """As a sentence; nothing of what only asks ("Why 300 people died")."""
    return f"{article.headline.rstrip('.')}." if is_report(article.headline) and "?" not in article.headline else ""


def claim_lines(developments: Iterable[Development], *, day: date, aliases: Aliases) -> Iterator[ClaimLine]:
    """Every claim of the articles that are cited; of syndicated copies only the first tells its claims.

    What a page that runs all day, or an article about something else, has besides is no claim about the development.
    """
    for development, article in _told(developments):
        text, of_it = article.text or article.headline, _is_of_it(article, development)
        for claim in claims(text, aliases=aliases):
            if not (of_it or _stands_in_it(text, claim.span[0], development)):
                continue
            old = is_old(text, claim, _day(article))
            told = None if old else _sentence(text, claim, development, aliases)
            yield _claim(claim, development, article, day, told=told)


def _is_of_it(article: Article, development: Development) -> bool:
    """Is the whole article about the development, and no page that runs all day?"""
    return tells_of(development, article) and not is_running(article.headline)


def _stands_in_it(text: str, at: int, development: Development) -> bool:
    """Is the sentence at a place of the text about the development, whatever the article is about?"""
    return of_one_thing(text[slice(*sentence_at(text, at))], development.headline)


def _told(developments: Iterable[Development]) -> Iterator[tuple[Development, Article]]:
    for development in developments:
        copies = {copy for copy, _ in development.copies}
        for article in development.articles:
            if article.id not in copies and article.in_english:
                yield development, article


def _day(article: Article) -> date | None:
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
        who=_who(figure.who),
        part=figure.part,
        speaker=figure.speaker,
        side=figure.side,
        source=article.source.name,
        label=article.source.label,
        url=article.url,
        published=stamp(article.published),
    )


def _who(who: str | None) -> str | None:
    """Who is counted, without a headline's capitals and marks: `Prisoners`, `'giant British fighters`."""
    if who is None:
        return None
    bare = who.strip("‘’“”'\" ")
    return (bare.lower() if bare.istitle() and " " not in bare and bare.casefold() in COMMON else bare) or None


def _sentence(text: str, claim: Claim, development: Development, aliases: Aliases) -> str | None:
    """The claim as a sentence of ours, where it is understood with the development's heading."""
    ways = () if claim.hedged or not is_known(claim, aliases) else reported(text, claim)
    if not ways:
        return None
    told = ways[-1]
    if not_introduced(told, (development.headline,)) or longest_copy(told, text) > COPIED_WORDS:
        return None
    return told[0].upper() + told[1:]


def _claim(claim: Claim, development: Development, article: Article, day: date, *, told: str | None) -> ClaimLine:
    shown = claim.direct and len(claim.words.split()) <= SPEECH
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
        told=told,
    )


def _number(value: int | Decimal | None) -> str | None:
    return None if value is None else f"{Decimal(value):f}"
