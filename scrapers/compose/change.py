"""What is new since the story was last told: a figure, a fact, a party that speaks. One plain line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrapers.compose.adds import INFORMATIVE, content, countries, fresh, informative, worth
from scrapers.compose.belongs import is_headed_alike
from scrapers.compose.beside import counted
from scrapers.compose.claims import claims
from scrapers.compose.figures import Figure, figures
from scrapers.compose.nations import NATIONS
from scrapers.compose.ourwords import Retellings
from scrapers.compose.phrases import joined, number
from scrapers.compose.rights import SPEECH
from scrapers.compose.speakers import Aliases
from scrapers.compose.speechwords import CAPITAL_FUNCTION_WORDS
from scrapers.ledger import METRICS
from scrapers.model import Article, Development, PastDevelopment
from scrapers.text import shortened

NEW = "new"
#: The site folds what begins so to one line.
AGAIN = "told again, with no new fact, figure or speaker that we found"
NOTHING = "told again, with no new fact, figure, speaker or source that we found"
#: Figures a line may hold, parties to the conflict that speak for the first time, outlets that are named.
FIGURES, PARTIES, OUTLETS = 2, 2, 2
#: Characters of an earlier day's heading.
EARLIER = 110
#: Names, numbers and words that a heading has and nothing told before had: from then on it is news.
OWN_WORDS = 2
#: Names, numbers and words that a heading has and the story's last one had not: it is not told again,
#: nothing new. One is enough where the section has sentences: they tell something.
OTHER_WORDS = 2
#: A count beyond this many times the earlier one is taken for another count, not for its revision.
REVISED = 3

#: The figures of an article that may be told.
CountedIn = Callable[[Article], Sequence[Figure]]


def change_of(
    development: Development,
    past: Mapping[str, PastDevelopment],
    *,
    aliases: Aliases,
    prose: Sequence[str] = (),
    counted_in: CountedIn = lambda _: (),
    retold: Retellings = lambda _: (),
) -> str:
    """`new`, or what its articles tell that the story's earlier days did not: a figure, a fact, a party that speaks.

    Empty where it is near to what the day before told and not certain to be new.

    `past` are the earlier developments by `YYYY-MM-DD#id`; the story is followed back as far as they go. What stands
    in the heading or in a sentence of the section (`prose`) is not told here again, but that a number has risen is.
    Where the news is the heading itself, what the story's heading was before; where nothing else is new, the sentence
    of the section that is, or the outlets that tell it now.
    """
    told = list(earlier_days(development, past))
    if not told:
        return "" if development.related else NEW
    earlier = [text for each in told for text in (each.headline, *each.texts, *each.prose)]
    about = [article for article in _english(development) if is_headed_alike(development, article)]
    shown = [headline for headline in (development.headline,) if headline] + list(prose)
    counts = _figures(about, told, shown, aliases, counted_in)
    facts = list(_fact(about, development.headline, earlier, [*shown, *counts], retold))
    speaks = [] if facts else list(_parties(development, about, earlier, aliases))
    if counts or facts:
        return "; ".join([*counts, *facts, *speaks])
    if _is_news(development.headline, earlier, aliases, OWN_WORDS):
        return _heading(told[0])
    sentences = [sentence for sentence in prose if not _WHO_TELLS.match(sentence)]
    of_one = [sentence for sentence in sentences if sentence.count("](") == 1]
    below = [text for text in map(_plain, of_one) if fresh(text, earlier)]
    if below:
        return below[0]
    # of another kind, a denial after an attack, it is news with one word of its own
    another = development.kind is not None and all(each.kind not in (development.kind, None) for each in told)
    if another and _is_news(development.headline, earlier, aliases, 1):
        return _heading(told[0])
    if speaks:
        return speaks[0]
    if informative(development.headline, (told[0].headline,)) >= (1 if sentences else OTHER_WORDS):
        return _heading(told[0])
    known = {name for each in told for name in each.sources}
    others = [name for name in _outlets(development.articles) if name not in known]
    return f"{AGAIN}; now also by {joined(others, OUTLETS)}" if others else NOTHING


def _is_news(headline: str, earlier: Sequence[str], aliases: Aliases, enough: int) -> bool:
    """Does the heading tell, or count, what nothing told before did?"""
    counted_now = {(counted(figure), _value(figure)) for figure in _counts(f"{headline}.", aliases)}
    counted_before = {(counted(figure), _value(figure)) for text in earlier for figure in _counts(f"{text}.", aliases)}
    return informative(headline, earlier) >= enough or bool(counted_now - counted_before)


def _heading(before: PastDevelopment) -> str:
    """The news is the heading: what it was before."""
    words = shortened(before.headline, EARLIER).translate(_INNER).split()
    was = " ".join(words) if len(words) <= SPEECH else f"{' '.join(words[:SPEECH])}…"
    return f"before, on {before.day.day} {before.day:%B}: “{was}”"


_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def _outlets(articles: Iterable[Article]) -> list[str]:
    return list(dict.fromkeys(article.source.name for article in articles))


_SOURCE = re.compile(
    r"(?:,\s|:\s)?(?:[^\[\],]{0,60}\svia\s)?\[(?P<name>[^\]]+)\]\([^)]*\)(?:\s\([^)]*\))?"
    r"(?:\s(?:reports|writes)[^.]*)?"
)


#: The sentence of a section that has none of its own.
_WHO_TELLS = re.compile(r"(?:Reported by|Told in)\b")


def _plain(sentence: str) -> str:
    """A sentence of the section with its outlet in brackets: `Two bridges were closed (Example Wire)`."""
    found = _SOURCE.search(sentence)
    if found is None:
        return sentence.rstrip(".")
    text = (sentence[: found.start()] + sentence[found.end() :]).strip(" .:,")
    text = re.sub(r"\\([\\\[\]<>*_`])", r"\1", text)
    return f"{text} ({found['name']})"


def earlier_days(development: Development, past: Mapping[str, PastDevelopment]) -> Iterable[PastDevelopment]:
    """What the story told before, the latest day first, as far back as `past` goes."""
    seen: set[str] = set()
    link = development.follows
    while link and link in past and link not in seen:
        seen.add(link)
        yield past[link]
        link = past[link].follows


def _english(development: Development) -> list[Article]:
    copies = {copy for copy, _ in development.copies}
    return [a for a in development.articles if a.id not in copies and a.in_english]


def _fact(
    about: Iterable[Article], heading: str, earlier: Sequence[str], shown: Sequence[str], retold: Retellings
) -> Iterable[str]:
    """The sentence that tells most of what neither an earlier day nor the section tells, with its outlet.

    What shares no more than a state with the heading names no other one: a page on all of a day's war has much else.
    """
    words = content(heading) - {name.casefold() for name in countries(heading)}
    best: tuple[int, str] | None = None
    for article in about:
        for sentence in retold(article):
            others = countries(sentence) - countries(heading)
            if others and not words & content(sentence):
                continue
            if worth(sentence, shown) < INFORMATIVE or not (count := fresh(sentence, [*earlier, *shown])):
                continue
            if best is None or count > best[0]:
                best = (count, f"{sentence} ({article.source.name})")
    if best is not None:
        yield best[1]


@dataclass(frozen=True, slots=True)
class _Before:
    """The latest figure of its kind on an earlier day; the highest of that day."""

    figure: Figure
    day: date


def _figures(
    about: Iterable[Article],
    told: Iterable[PastDevelopment],
    shown: Sequence[str],
    aliases: Aliases,
    counted_in: CountedIn,
) -> list[str]:
    """The highest new figure of each thing that is counted, with the earlier one where it is its revision."""
    before: dict[tuple[str, str], _Before] = {}
    for each in told:
        for text in (*each.texts, *each.prose):
            for figure in _counts(text, aliases):
                last = before.get(counted(figure))
                if last is None or _value(figure) > _value(last.figure):
                    before[counted(figure)] = _Before(figure, each.day)
    standing = {(counted(figure), _value(figure)) for text in shown for figure in _counts(f"{text}.", aliases)}
    now: dict[tuple[str, str], tuple[Figure, Article]] = {}
    for article in about:
        for figure in counted_in(article):
            if figure.value is None or figure.part or figure.currency:
                continue
            if counted(figure) not in now or _value(figure) > _value(now[counted(figure)][0]):
                now[counted(figure)] = figure, article
    words: dict[tuple[str, Decimal], str] = {}
    for key, (figure, article) in sorted(now.items(), key=lambda item: item[0]):
        last = before.get(key)
        if last is not None and _value(last.figure) >= _value(figure):
            continue
        since = ""
        if last is not None and _revises(figure, last):
            since = f", up from {number(last.figure)} on {last.day.day} {last.day:%B}"
        if not since and (key, _value(figure)) in standing:
            continue
        by = f" according to {figure.speaker}" if figure.speaker else ""
        words.setdefault(
            (figure.metric, _value(figure)),
            f"{METRICS[figure.metric]}: {number(figure)}{_whom(figure)}{_where(figure)}{by}{since}"
            f" ({article.source.name})",
        )
    return list(words.values())[:FIGURES]


def _counts(text: str, aliases: Aliases) -> list[Figure]:
    return [f for f in figures(text, aliases=aliases) if f.value is not None and not f.part and f.currency is None]


def _value(figure: Figure) -> Decimal:
    return Decimal(figure.value or 0)


def _revises(figure: Figure, last: _Before) -> bool:
    one, other = (figure.place or "").casefold(), (last.figure.place or "").casefold()
    same = not one or not other or one == other
    return same and figure.window == last.figure.window and _value(figure) <= _value(last.figure) * REVISED


#: What counts people, where the text does not say whom.
_OF_PEOPLE = frozenset("killed injured casualties missing displaced evacuated detained freed abducted rescued".split())


def _whom(figure: Figure) -> str:
    """Who is counted: `33 soldiers`."""
    who, kind = figure.who or "", counted(figure)[1]
    if kind == "people" or not who:
        one = figure.value == 1 and figure.upper is None
        return (" person" if one else " people") if figure.metric in _OF_PEOPLE else ""
    if len(who.split()) > 3 or who.split()[-1].casefold() in METRICS[figure.metric]:
        return ""
    return " " + " ".join(word if _is_nation(word) or word.isupper() else word.lower() for word in who.split())


def _is_nation(word: str) -> bool:
    """`American`, `Americans`."""
    low = word.casefold()
    return low in NATIONS or low.removesuffix("s") in NATIONS


def _where(figure: Figure) -> str:
    """Where, if that is a name that can stand behind "in"."""
    words = (figure.place or "").split()
    odd = not words or len(words) > 3 or any(w in CAPITAL_FUNCTION_WORDS or w in ("Horn", "Gulf") for w in words)
    return "" if odd else f" in {figure.place}"


def _parties(
    development: Development, about: Iterable[Article], earlier: Iterable[str], aliases: Aliases
) -> Iterable[str]:
    """Who speaks now for a party that the heading names and for which nobody spoke before."""
    known = {s.name: s.side for s in aliases.speakers.values() if s.side and "agency" not in (s.role or "")}
    before = "\n".join(earlier)
    spoke = {side for name, side in known.items() if _names(name, before)}
    heading = development.headline.casefold()
    parties = {code for word, (_, code) in NATIONS.items() if re.search(rf"\b{re.escape(word)}\b", heading)}
    parties |= {side for side in known.values() if side and re.search(rf"\b{re.escape(side.casefold())}\b", heading)}
    names: dict[str, None] = {}
    for article in about:
        for claim in claims(article.text or article.summary or article.headline, aliases=aliases):
            for name in (claim.speaker or "", *claim.relay):
                if known.get(name) in parties - spoke:
                    names[name] = None
    if names:
        yield f"now quoted: {' and '.join(list(names)[:PARTIES])}"


def _names(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name.split()[-1])}\b", text, re.I) is not None
