"""What is new since the story was last told: a figure, a speaker, a source. One line, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from scrapers.compose.claims import claims
from scrapers.compose.figures import Figure, figures
from scrapers.compose.speakers import Aliases
from scrapers.ledger import METRICS
from scrapers.model import Development, PastDevelopment

NEW = "new"
#: Names a line may hold of each kind; the rest is a number.
NAMES = 3


def change_of(development: Development, past: Mapping[str, PastDevelopment], *, aliases: Aliases) -> str:
    """`new`, or what its articles tell that the story's earlier days did not.

    `past` are the earlier developments by `YYYY-MM-DD#id`; the story is followed back as far as they go. A figure is
    told as a revision only where both days count the same thing at the same place or in the same window; a smaller
    number is a revision too. Any other figure that was not told before stands for itself.
    """
    told = list(_story(development, past))
    if not told:
        return NEW
    earlier = [text for each in told for text in (*each.texts, *each.prose)]
    news = [*_figures(development, earlier, aliases), *_speakers(development, earlier, aliases)]
    sources = _more([a.source.name for a in development.articles], {name for each in told for name in each.sources})
    if sources:
        news.append(f"first told by {sources}")
    return "; ".join(news) or "told again, with no new figure, speaker or source"


def _story(development: Development, past: Mapping[str, PastDevelopment]) -> Iterable[PastDevelopment]:
    seen: set[str] = set()
    link = development.follows
    while link and link in past and link not in seen:
        seen.add(link)
        yield past[link]
        link = past[link].follows


#: A count beyond this many times the earlier one is taken for another count, not for its revision.
REVISED = 3


def _figures(development: Development, earlier: Iterable[str], aliases: Aliases) -> list[str]:
    """The highest new figure of each metric."""
    before = _most(figure for text in earlier for figure in figures(text, aliases=aliases))
    now = _most(
        figure
        for article in development.articles
        if article.language.startswith("en")
        for figure in figures(f"{article.headline}.\n{article.summary}", aliases=aliases)
    )
    values = {(key[0], value) for key, value in before.items()}
    told: dict[str, tuple[Decimal, str]] = {}
    for key, value in sorted(now.items()):
        metric, place, window, currency = key
        old, words = before.get(key), f"{METRICS[metric]}: {value:,f}"
        if old is not None and (place or window or currency) and old / REVISED <= value <= old * REVISED:
            words = f"{METRICS[metric]}: {old:,f}, now {value:,f}"
        if (metric, value) not in values and value > told.get(metric, (Decimal(-1), ""))[0]:
            told[metric] = (value, words)
    return [words for _, words in told.values()]


def _most(found: Iterable[Figure]) -> dict[tuple[str, str, str, str], Decimal]:
    """The highest value of each metric, place, window and currency; parts of other figures left aside."""
    most: dict[tuple[str, str, str, str], Decimal] = {}
    for figure in found:
        if figure.value is None or figure.part:
            continue
        key = (figure.metric, (figure.place or "").casefold(), figure.window or "", figure.currency or "")
        most[key] = max(most.get(key, Decimal(0)), Decimal(figure.value))
    return most


def _speakers(development: Development, earlier: Iterable[str], aliases: Aliases) -> Iterable[str]:
    """Who speaks now and did not before; names only where the alias table is certain of them."""
    known = {speaker.name for speaker in aliases.speakers.values()}
    before = "\n".join(earlier).casefold()
    names = [
        name
        for article in development.articles
        if article.language.startswith("en")
        for claim in claims(article.text or article.headline, aliases=aliases)
        for name in (claim.speaker, *claim.relay)
        if name in known
    ]
    fresh = [name for name in names if name and name.split()[-1].casefold() not in before]
    if told := _more(fresh, set()):
        yield f"now quoted: {told}"


def _more(names: Iterable[str], known: set[str]) -> str:
    """`A, B and 2 more` of the names that are not known, each once."""
    fresh = [name for name in dict.fromkeys(names) if name not in known]
    shown, rest = fresh[:NAMES], len(fresh) - NAMES
    if rest > 0:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
