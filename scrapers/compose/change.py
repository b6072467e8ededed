"""What is new since the story was last told: a fact, a figure, a speaker, a place, an outlet. One plain line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrapers.briefing import house
from scrapers.compose.adds import fresh, of_one_thing
from scrapers.compose.beside import counted
from scrapers.compose.claims import claims
from scrapers.compose.figures import Figure, figures
from scrapers.compose.nations import NATIONS
from scrapers.compose.phrases import number
from scrapers.compose.retold import is_report
from scrapers.compose.speakers import Aliases
from scrapers.compose.speechwords import CAPITAL_FUNCTION_WORDS
from scrapers.compose.statement import is_about
from scrapers.ledger import METRICS
from scrapers.model import Article, Development, PastDevelopment

NEW = "new"
#: The site folds what begins so to one line.
NOTHING = "told again, with no new fact, figure, speaker or source"
#: Said of the section's own headline, which stands above.
HEADLINE = "what the headline tells"
#: Names a line may hold of each kind; the rest is a number.
NAMES = 3
#: Figures a line may hold.
FIGURES = 2
#: A count beyond this many times the earlier one is taken for another count, not for its revision.
REVISED = 3

#: An article's headline as a sentence of ours, None where the rules are not certain of one.
Retold = Callable[[Article], str | None]


def change_of(
    development: Development,
    past: Mapping[str, PastDevelopment],
    *,
    aliases: Aliases,
    retold: Retold = lambda _: None,
) -> str:
    """`new`, or what its articles tell that the story's earlier days did not.

    `past` are the earlier developments by `YYYY-MM-DD#id`; the story is followed back as far as they go. A figure is
    told as a revision only where it is higher than the earlier one and counts the same, at no other place and in no
    other window; a smaller one is another count and no news.
    """
    told = list(_story(development, past))
    if not told:
        return NEW
    earlier = [text for each in told for text in (each.headline, *each.texts, *each.prose)]
    about = [article for article in _english(development) if _tells_of(development, article)]
    news = [
        *_fact(development, about, earlier, retold),
        *_figures(development, about, told, aliases),
        *_speakers(about, earlier, aliases),
        *_places(about, earlier),
    ]
    if not news and is_report(development.headline) and fresh(development.headline, earlier):
        news.append(HEADLINE)
    if outlets := _outlets(development, told):
        news.append(f"more outlets: {outlets}")
    return "; ".join(news) or NOTHING


def _story(development: Development, past: Mapping[str, PastDevelopment]) -> Iterable[PastDevelopment]:
    seen: set[str] = set()
    link = development.follows
    while link and link in past and link not in seen:
        seen.add(link)
        yield past[link]
        link = past[link].follows


def _english(development: Development) -> list[Article]:
    copies = {copy for copy, _ in development.copies}
    return [a for a in development.articles if a.id not in copies and a.language.startswith("en")]


def _tells_of(development: Development, article: Article) -> bool:
    return article.headline == development.headline or of_one_thing(article.headline, development.headline)


def _outlets(development: Development, told: Iterable[PastDevelopment]) -> str:
    """Outlets of houses that no earlier day cited."""
    known = {house(name) for each in told for name in each.sources}
    names = [article.source.name for article in development.articles]
    return _more([name for name in names if house(name) not in known], set())


def _fact(development: Development, about: Iterable[Article], earlier: Iterable[str], retold: Retold) -> Iterable[str]:
    """The headline that tells most of what no earlier day told, with its outlet; not the section's own, above."""
    known = list(earlier)
    best: tuple[int, str] | None = None
    for article in about:
        sentence = retold(article) if article.headline != development.headline else None
        count = fresh(sentence, known) if sentence else 0
        if count and (best is None or count > best[0]):
            best = (count, f"{sentence} ({article.source.name})")
    if best is not None:
        yield best[1]


@dataclass(frozen=True, slots=True)
class _Before:
    """The highest figure of its kind on an earlier day."""

    figure: Figure
    day: date


def _figures(
    development: Development, about: Iterable[Article], told: Iterable[PastDevelopment], aliases: Aliases
) -> list[str]:
    """The highest new figure of each thing that is counted, with the earlier one where it is its revision."""
    before: dict[tuple[str, str], _Before] = {}
    for each in told:
        for text in (*each.texts, *each.prose):
            for figure in _counts(text, aliases):
                last = before.get(counted(figure))
                if last is None or _value(figure) > _value(last.figure):
                    before[counted(figure)] = _Before(figure, each.day)
    now: dict[tuple[str, str], Figure] = {}
    for article in about:
        for figure in _counts(f"{article.headline}.\n{article.summary}", aliases):
            if not is_about(figure, f"{article.headline}; {development.headline}"):
                continue
            if counted(figure) not in now or _value(figure) > _value(now[counted(figure)]):
                now[counted(figure)] = figure
    words = []
    for key, figure in sorted(now.items()):
        last = before.get(key)
        if last is None:
            words.append(f"{METRICS[figure.metric]}: {number(figure)}{_whom(figure)}{_where(figure)}")
        elif _value(last.figure) < _value(figure):
            since = f", up from {number(last.figure)} on {last.day.day} {last.day:%B}" if _revises(figure, last) else ""
            words.append(f"{METRICS[figure.metric]}: {number(figure)}{_whom(figure)}{since or _where(figure)}")
    return words[:FIGURES]


def _counts(text: str, aliases: Aliases) -> list[Figure]:
    return [f for f in figures(text, aliases=aliases) if f.value is not None and not f.part and f.currency is None]


def _value(figure: Figure) -> Decimal:
    return Decimal(figure.value or 0)


def _revises(figure: Figure, last: _Before) -> bool:
    one, other = (figure.place or "").casefold(), (last.figure.place or "").casefold()
    same = not one or not other or one == other
    return same and figure.window == last.figure.window and _value(figure) <= _value(last.figure) * REVISED


def _whom(figure: Figure) -> str:
    """Who is counted, where that is not people in general: `33 soldiers`."""
    who, kind = figure.who or "", counted(figure)[1]
    if not who or kind == "people" or len(who.split()) > 3 or who.split()[-1].casefold() in METRICS[figure.metric]:
        return ""
    return " " + " ".join(
        word if word.casefold() in NATIONS or word.isupper() else word.lower() for word in who.split()
    )


def _where(figure: Figure) -> str:
    """Where, if that is a name that can stand behind "in"."""
    words = (figure.place or "").split()
    odd = not words or len(words) > 3 or any(w in CAPITAL_FUNCTION_WORDS or w in ("Horn", "Gulf") for w in words)
    return "" if odd else f" in {figure.place}"


def _speakers(about: Iterable[Article], earlier: Iterable[str], aliases: Aliases) -> Iterable[str]:
    """Who speaks now and did not before; names only where the alias table is certain of them, agencies left aside."""
    known = {s.name for s in aliases.speakers.values() if "agency" not in (s.role or "")}
    before = "\n".join(earlier).casefold()
    names = [
        name
        for article in about
        for claim in claims(article.text or article.headline, aliases=aliases)
        for name in (claim.speaker, *claim.relay)
        if name in known
    ]
    fresh_names = [name for name in names if name and name.split()[-1].casefold() not in before]
    if told := _more(fresh_names, set()):
        yield f"now also quoted: {told}"


def _places(about: Iterable[Article], earlier: Iterable[str]) -> Iterable[str]:
    """Where it is now reported from, and was not named before."""
    before = "\n".join(earlier).casefold()
    places = [
        a.dateline.place for a in about if a.dateline and a.dateline.place and len(a.dateline.place.split()[0]) > 2
    ]
    if told := _more([place for place in places if place.casefold() not in before], set()):
        yield f"now also reported from {told}"


def _more(names: Iterable[str], known: set[str]) -> str:
    """`A, B and 2 more` of the names that are not known, each once."""
    unknown = [name for name in dict.fromkeys(names) if name not in known]
    shown, rest = unknown[:NAMES], len(unknown) - NAMES
    if rest > 0:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
