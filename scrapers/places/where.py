"""Where did it happen, and which states does it concern?

Never guessed: a place stands in the words of the heading or of what the outlets say, and in their grammar as the place
of the event. The topic's state, the outlet's and the dateline's are no evidence. What is said has no place, but states
that it is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scrapers.model import Article, Level, Place, Whereabouts
from scrapers.places.folding import fold
from scrapers.places.gazetteer import Gazetteer, state_of
from scrapers.places.mentions import DOES, EVENT, HERE, SPOT, Mention, any_of, mentions
from scrapers.places.scripts import foreign_mentions
from scrapers.teaser import is_running

#: What counts a mention in the heading and in a headline that is nearly it, in another, in the first sentence below,
#: further down; and what remains of it on a page that runs all day.
HEADING, HEADLINE, LEDE, REST, RUNNING = 3.0, 1.5, 1.0, 0.25, 0.33
#: Share of words that two headlines have in common which are nearly one.
SAME = 0.6
#: Characters of an article that are read.
READ = 1500
#: Evidence from which a place is one, and by how much it leads the next.
ENOUGH, LEAD = 3.0, 1.3
#: Articles that name a place which the heading does not; of fewer there are conditions.
FEW = 2
#: The same of a state alone.
ENOUGH_STATE, LEAD_STATE = 3.0, 1.6
#: People from which a town counts in any country; of which fewer only where its state is named or the topic's.
GREAT = 500_000
#: By what a heading only says something.
_STATEMENT = re.compile(rf"\b(?:{any_of('statement')})\b|\?$|^[\w .’'-]{{3,30}}:\s[\"“‘']", re.I)
#: By what it tells a deed, whoever says so.
_DEED = re.compile(rf"\b(?:{any_of('deed')})", re.I)
#: Who reports a deed: what is reported happened, as far as he says.
_REPORTS = re.compile(r"(?:says?|said|claims?|claimed|according to|reports?|tells)\b", re.I)


def _is_said(heading: str) -> bool:
    """Does a heading tell what somebody says, and no deed that is only reported by who says so?"""
    said, done = _STATEMENT.search(heading), _DEED.search(heading)
    if said is None:
        return False
    return done is None or (said.start() < done.start() and not _REPORTS.match(said[0]))


@dataclass
class _Evidence:
    """What speaks for a place or a state."""

    score: float = 0.0
    in_heading: float = 0.0
    articles: set[int] = field(default_factory=set)
    best: float = 0.0

    def add(self, weight: float, counts: float, article: int, *, heading: bool) -> None:
        self.score += weight * counts
        self.best = max(self.best, weight)
        self.articles.add(article)
        if heading:
            self.in_heading = max(self.in_heading, weight)


@dataclass(frozen=True)
class _Part:
    """A text of a section, and what counts a mention in it."""

    text: str
    counts: float
    article: int
    heading: bool


def whereabouts(
    heading: str, articles: Sequence[Article], *, gazetteer: Gazetteer, countries: frozenset[str] = frozenset()
) -> Whereabouts:
    """Where what a heading tells happened, by it and the articles below it, and which states it concerns.

    `countries` are those of its topic: a small town counts in them, and in those that the texts name.
    """
    english = [article for article in articles if article.in_english]
    parts = list(_parts(heading, english or articles))
    language = "en" if english or not articles else articles[0].language
    named = [(part, _named(part.text, language, gazetteer)) for part in parts]
    states = {m.country for _, found in named for m in found if m.country} | countries
    heads = {m.country for part, found in named if part.heading for m in found if m.country}
    places: dict[Place, _Evidence] = defaultdict(_Evidence)
    where: dict[str, _Evidence] = defaultdict(_Evidence)
    about: dict[str, _Evidence] = defaultdict(_Evidence)
    for part, found in named:
        meant = [(mention, _meant(mention, states, heads)) for mention in found]
        for place, mention in _best(meant).items():
            places[place].add(mention.weight, part.counts, part.article, heading=part.heading)
        for code, mention in _states(found).items():
            weight = 0.0 if mention.of_war else mention.weight if mention.is_state else min(mention.weight, DOES)
            if code == "US" and mention.weight < SPOT:
                weight = 0.0
            where[code].add(weight, part.counts, part.article, heading=part.heading)
        for code, weight in _concerned(meant).items():
            about[code].add(weight, part.counts, part.article, heading=part.heading)
    concerned = frozenset(code for code, seen in about.items() if seen.in_heading)
    said = _is_said(heading)
    fine = _fine(places, heads | countries, len(articles), said=said)
    if fine:
        return Whereabouts(places=fine, about=_about(about), named=concerned)
    state = _state(where, places, heads, countries, said=said)
    return Whereabouts(places=state, about=_about(about), named=concerned)


def _named(text: str, language: str, gazetteer: Gazetteer) -> list[Mention]:
    """What a text names, in the way of its language."""
    return list(mentions(text, gazetteer) if language == "en" else foreign_mentions(text, language, gazetteer))


def _parts(heading: str, articles: Sequence[Article]) -> Iterator[_Part]:
    yield _Part(heading, HEADING, -1, True)
    words = set(fold(heading).split())
    for number, article in enumerate(articles):
        share = RUNNING if is_running(article.headline) else 1.0
        own = set(fold(article.headline).split())
        near = len(words & own) >= SAME * max(1, min(len(words), len(own)))
        if article.headline != heading:
            yield _Part(article.headline, (HEADING if near else HEADLINE) * share, number, False)
        text = (article.text if len(article.text) > len(article.summary) else article.summary)[:READ]
        lede, rest = _lede(text)
        yield _Part(lede, LEDE * share, number, False)
        if rest:
            yield _Part(rest, REST * share, number, False)


_DATELINE = re.compile(r"^[A-ZÀ-Ž][\w .,’'/()-]{2,60}?\s(?:\([^)]{2,30}\)\s)?[—–-]\s")


def _lede(text: str) -> tuple[str, str]:
    """The first sentence, without its dateline, and what follows."""
    text = _DATELINE.sub("", text)
    end = re.search(r"(?<=[a-z0-9”\"’)][.!?])[”\"’]?\s+(?=[A-Z“\"‘])", text)
    return (text[: end.start()], text[end.end() :]) if end else (text, "")


def _best(meant: Sequence[tuple[Mention, Place | None]]) -> Mapping[Place, Mention]:
    """Each place that a text names, by its strongest mention."""
    best: dict[Place, Mention] = {}
    for mention, place in meant:
        if place is not None and (place not in best or mention.weight > best[place].weight):
            best[place] = mention
    return best


def _meant(mention: Mention, states: set[str] | frozenset[str], heads: set[str]) -> Place | None:
    """Which of the places of a name is meant; None of one that is no place here."""
    if not mention.places:
        return None
    may = [
        place
        for place in mention.places
        if mention.is_sure
        or (place.id is None and place.region is None)  # the editors' own
        or place.country in states
        or place.capital
        or place.people >= GREAT
    ]
    if not may:
        return None
    great = max(place.people for place in mention.places)

    def fits(place: Place) -> tuple[bool, bool, bool, int]:
        return (
            place.country in heads,
            place.country in states,
            place.level is Level.TOWN,
            place.people,
        )

    best = max(may, key=fits)
    # a name that is also a city ten times as big is that city, unless its own state is named
    if best.people and best.people * 10 < great and best.country not in heads and best.country not in states:
        return None
    return best


def _states(found: Sequence[Mention]) -> Mapping[str, Mention]:
    best: dict[str, Mention] = {}
    for mention in found:
        if mention.country and not mention.places:
            held = best.get(mention.country)
            if held is None or (mention.is_state, mention.weight) > (held.is_state, held.weight):
                best[mention.country] = mention
    return best


def _concerned(meant: Sequence[tuple[Mention, Place | None]]) -> Mapping[str, float]:
    """How much a text is about each state, whose people, capital or place it names."""
    weights: dict[str, float] = {}
    for mention, place in meant:
        code = place.country if place else mention.country
        if code is None:
            continue
        weight = 1.5 if mention.of_war or mention.weight >= SPOT else 1.0
        if code == "US":
            weight *= 0.4
        weights[code] = max(weights.get(code, 0.0), weight)
    return weights


def _fine(places: Mapping[Place, _Evidence], heads: set[str], articles: int, *, said: bool) -> tuple[Place, ...]:
    """The towns, regions and waters that the texts agree on, two at most."""
    heading = [place for place, seen in places.items() if seen.in_heading >= SPOT]
    ranked = sorted(places, key=lambda place: (-round(places[place].score, 6), place.name, place.country or ""))
    ranked = [place for place in ranked if places[place].best >= SPOT and (not heading or place in heading)]
    if said:
        ranked = [place for place in ranked if place in heading]
    ranked = [place for place in ranked if not place.capital or _is_capital_place(places[place], articles)]
    if not ranked:
        return ()
    first = ranked[0]
    seen = places[first]
    needed = SPOT * LEDE if first.level is Level.WATERS else HERE * LEDE
    if seen.score < (ENOUGH if seen.in_heading or (first.country and first.country not in heads) else needed):
        return ()
    if not seen.in_heading and len(seen.articles) < FEW:
        # a lone word below the heading is one where nothing else is named, in a state that the heading names
        apart = [place for place in ranked[1:] if not _holds(place, first) and not _holds(first, place)]
        if apart or (first.country and (first.country not in heads or seen.best < HERE)):
            return ()
    others = [place for place in ranked[1:] if not _holds(place, first) and not _holds(first, place)]
    if others and places[others[0]].score * LEAD > seen.score:
        second = others[0]
        both = {first, second} <= set(heading)
        return tuple(sorted((first, second), key=lambda p: -places[p].score)) if both else ()
    inner = [place for place in ranked[1:] if _holds(first, place) and places[place].in_heading >= SPOT]
    return (inner[0],) if inner else (first,)


def _is_capital_place(seen: _Evidence, articles: int) -> bool:
    """Is a capital a place here, not its government?"""
    return seen.best >= SPOT and (
        seen.in_heading >= SPOT or len(seen.articles - {-1}) >= min(FEW, max(1, articles / 2))
    )


def _holds(outer: Place, inner: Place) -> bool:
    """Does a region hold a town, as far as the gazetteer says?"""
    if outer.level is not Level.REGION or outer.country != inner.country or inner == outer:
        return False
    if outer.region and inner.region:
        return outer.region == inner.region and inner.level is Level.TOWN
    if outer.at and inner.at:
        return abs(outer.at[0] - inner.at[0]) <= 2.0 and abs(outer.at[1] - inner.at[1]) <= 3.0
    return False


def _state(
    where: Mapping[str, _Evidence],
    places: Mapping[Place, _Evidence],
    heads: set[str],
    countries: frozenset[str],
    *,
    said: bool,
) -> tuple[Place, ...]:
    """The state alone in which it happened; none of what is only said."""
    score: dict[str, float] = defaultdict(float)
    located: dict[str, float] = defaultdict(float)
    heading: dict[str, float] = defaultdict(float)
    for code, seen in where.items():
        score[code] += seen.score
        located[code] = max(located[code], seen.best)
        heading[code] = max(heading[code], seen.in_heading)
    for place, seen in places.items():
        if place.country and seen.best >= SPOT and not place.capital:
            score[place.country] += seen.score
            located[place.country] = max(located[place.country], seen.best)
            heading[place.country] = max(heading[place.country], seen.in_heading)
    if len(heads) == 1 and not said:
        # the only state of a heading that tells what happened, not what is said
        (only,) = heads
        if heading[only] > (0 if only in countries else DOES) and only not in ("US", "EU"):
            return (state_of(only),)
    ranked = sorted(score, key=lambda code: (-round(score[code], 6), code))
    ranked = [code for code in ranked if located[code] >= EVENT and (not heads or heading[code] >= SPOT)]
    if said:
        ranked = [code for code in ranked if heading[code] >= HERE]
    if not ranked or score[ranked[0]] < ENOUGH_STATE:
        return ()
    if len(ranked) > 1 and score[ranked[1]] * LEAD_STATE > score[ranked[0]]:
        return ()
    return (state_of(ranked[0]),)


def _about(about: Mapping[str, _Evidence]) -> tuple[str, ...]:
    """The states that it concerns, two at most: those that the heading names first."""
    heading = [code for code, seen in about.items() if seen.in_heading]
    ranked = sorted(heading or about, key=lambda code: (-round(about[code].score, 6), code))
    ranked = [code for code in ranked if about[code].score >= ENOUGH_STATE / 2]
    return tuple(ranked[:2])
