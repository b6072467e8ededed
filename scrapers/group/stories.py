"""Which of the last days' developments a development follows, and how much of it was told already."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scrapers.group import likeness
from scrapers.group.bags import background, bag, matrix, names_of
from scrapers.group.kinds import RUNNING
from scrapers.group.linkage import average_linkage
from scrapers.group.relevance import commonest
from scrapers.model import Article, PastDevelopment, Terms
from scrapers.stems import UNLISTED
from scrapers.teaser import is_running

#: How far back a story is looked for.
DAYS = 7
#: Likeness from which a development continues an earlier one of the same conflict with which it shares a name that is
#: not the war's own, or one with which it shares none or no conflict. By reading a sample of 75 links on the April
#: nights: from .35 on about four of five are the same story, from .22 on about half are only the same war.
FOLLOWS, FOLLOWS_OTHER = 0.33, 0.45
#: What it must be liker by for each further day between the two: what rests for days seldom goes on under its own name.
OLDER = 0.02
#: A term in so small a share of general news articles is rare: reports of one war share it if they tell of one thing.
RARE = 0.005
#: What shares no such name continues only what was told the day before: a second raid in one land is another raid.
NAMELESS = 1
#: Part of the likeness that links by which the last of a story may be less near than an older one.
HARDLY = 0.12
#: A name that stands in so many, and in this share, of a conflict's last developments is the war's own too.
OF_MANY, OF_ALL = 3, 0.25
#: Likeness of what both tell, beyond their headlines, from which it continues an earlier one of the same conflict.
TELLS_ALIKE = 0.40
#: Likeness that both must have, and its sum, from which it continues what the day before told of the same conflict.
EACH, TOGETHER = 0.28, 0.60
#: The sum that is enough where both are of one kind (an attack, talks): set on eight labelled days, where all seven
#: links that came were right; of the three that came on seven others, all but one.
TOGETHER_OF_KIND = 0.46
#: Likeness of headlines from which what tells of a running kind (`kinds.RUNNING`) continues what the day before told of
#: it, where neither is headed by a name but those in which the war abounds: fighting at no place of its own is one.
GOES_ON = 0.12
#: The sum from which it is related to what the day before told of the same conflict, where it continues nothing, and
#: that which is enough where both are of one kind. On the labelled April days, where it was set, half of what comes of
#: it is the same story or its next step by the labels; by reading, most of the rest is of the same subject.
RELATED, RELATED_OF_KIND = 0.42, 0.33
#: So many rare terms it shares with the day before where both headings give the same number: the toll is the same.
OF_ONE_TOLL = 2
#: So many terms of a development are kept for the days to come: with forty, likeness to another day's differs from that
#: of all its terms by next to nothing (correlation .99).
TERMS = 40
#: Articles, and characters of each, from which they are taken.
TERMS_OF, TERMS_IN = 8, 500
#: Share of a group's headlines in which a name stands that is the group's own; one of many may name anything.
OWN_NAME = 0.2
#: Likeness from which it counts as told already, and at which it is the same again.
TOLD_FROM, TOLD_ALL = 0.35, 0.75
#: What remains of that likeness where the headline has a number that was not told.
OTHER_NUMBER = 0.6
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What a development of tonight tells, as far as its story needs it."""

    #: Its headlines, the one shown first.
    texts: Sequence[str]
    conflict: str | None
    kind: str | None = None
    language: str = "en"
    terms: Terms = ()


@dataclass(frozen=True, slots=True)
class Link:
    """How a development of tonight stands to the last days."""

    #: `YYYY-MM-DD#id` of the one it continues; where there is none, of the one of the day before that is near.
    follows: str | None = None
    related: str | None = None
    #: From 0 to 1: how much of it was told.
    told: float = 0.0


def terms_of(articles: Sequence[Article]) -> Terms:
    """The terms that say most of what the articles tell, with how often they count: no text can be read from them."""
    whole: Counter[str] = Counter()
    for article in articles[:TERMS_OF]:
        whole.update(bag(article.headline, (article.summary or article.text)[:TERMS_IN], article.language))
    listed = background()

    def weight(term: str) -> float:
        return (1.0 + math.log(whole[term])) * -math.log(listed.get(term, UNLISTED))

    return tuple((term, whole[term]) for term in sorted(whole, key=lambda term: (-weight(term), term))[:TERMS])


def follows(
    told: Sequence[Telling],
    past: Sequence[PastDevelopment],
    *,
    day: date,
    wars: frozenset[str] = frozenset(),
) -> list[Link]:
    """For each development of `day` which earlier one it follows, or is related to, and how much of it was told.

    `wars` are the first letters of names that stand for a whole war (`war_names`): two attacks in one country are two.
    The headline of a round-up or of a page that runs all day tells of several things, and ties none of them to
    another; what has no other headline follows only what gives the same toll of the same towns.
    """
    recent = sorted(
        (one for one in past if timedelta(0) <= day - one.day <= timedelta(days=DAYS)),
        key=lambda one: (one.day, one.id),
    )
    if not recent or not told:
        return [Link()] * len(told)
    earlier = [_Told.of([one.headline, *one.texts], "en", wars) for one in recent]
    tonight = [_Told.of(one.texts, one.language, wars) for one in told]
    like = _like(
        [bag(each.texts[0], " ".join(each.texts[1:]), each.language) for each in (*tonight, *earlier)], len(tonight)
    )
    terms = [*(each.terms for each in told), *(each.terms for each in recent)]
    tells = _like([Counter(dict(each)) for each in terms], len(told))
    rare, rare_before = ([_rare(one.terms, wars) for one in each] for each in (told, recent))
    common_rare = _common(rare_before, [one.conflict for one in recent])
    common = _common([each.own for each in earlier], [one.conflict for one in recent])
    numbers, numbers_before = [_numbers((one.texts[0],)) for one in told], [_numbers((one.headline,)) for one in recent]
    near = (like >= min(FOLLOWS, GOES_ON)) | (tells >= TELLS_ALIKE) | (like + tells >= TOGETHER_OF_KIND)
    found: list[Link] = []
    for at, (mine, telling) in enumerate(zip(tonight, told, strict=True)):
        best, most, link = 0.0, 0.0, None
        news = _numbers(mine.texts[:1])
        for number, (other, one) in enumerate(zip(earlier, recent, strict=True)):
            value = float(like[at, number])
            # another number is another attack, or news of the same one
            most = max(most, value if news <= _numbers(other.texts) else value * OTHER_NUMBER)
            if not near[at, number] and numbers[at].isdisjoint(numbers_before[number]):
                continue  # no way of `_enough` is open
            runs = mine.runs or other.runs
            enough = _enough(
                _Both(
                    headlines=0.0 if runs else value,
                    tells=0.0 if runs else float(tells[at, number]),
                    days=(day - one.day).days,
                    same=telling.conflict == one.conflict,
                    war=telling.conflict is not None and telling.conflict == one.conflict,
                    kind=telling.kind is not None and telling.kind == one.kind,
                    running=telling.kind == one.kind
                    and telling.kind in RUNNING
                    and (mine.own | other.own) <= common[one.conflict],
                    names=(mine.own & other.names | mine.names & other.own) - common[one.conflict],
                    rare=rare[at] & rare_before[number] - common_rare[one.conflict],
                    number=not numbers[at].isdisjoint(numbers_before[number]),
                )
            )
            # the last of a story goes before an older one that is hardly nearer
            if enough >= 1.0 and enough >= best - HARDLY:
                best, link = max(best, enough), f"{one.day.isoformat()}#{one.id}"
        found.append(
            Link(
                follows=link,
                related=None if link or mine.runs else _related(telling, recent, like[at] + tells[at], day),
                told=max(0.0, min(1.0, (most - TOLD_FROM) / (TOLD_ALL - TOLD_FROM))),
            )
        )
    return found


def _related(telling: Telling, recent: Sequence[PastDevelopment], alike: NDArray[np.float64], day: date) -> str | None:
    """The development of the day before that is nearest to it, of the same conflict; None where none is near."""
    near = [
        (float(value), one)
        for value, one in zip(alike, recent, strict=True)
        if telling.conflict is not None
        and one.conflict == telling.conflict
        and (day - one.day).days == 1
        and value >= (RELATED_OF_KIND if telling.kind is not None and telling.kind == one.kind else RELATED)
        and not is_running(one.headline)
    ]
    if not near:
        return None
    _, nearest = max(near, key=lambda each: each[0])
    return f"{nearest.day.isoformat()}#{nearest.id}"


def _like(bags: Sequence[Counter[str]], tonight: int) -> NDArray[np.float64]:
    """How like each of the first so many is to each of the others."""
    rows = matrix(bags)
    return np.asarray((rows[:tonight] @ rows[tonight:].T).todense())


@dataclass(frozen=True)
class _Told:
    """What a development tells in its headlines, those of round-ups left out while there are others."""

    texts: tuple[str, ...]
    language: str
    names: frozenset[str]
    #: Those that the headline shown names, or several.
    own: frozenset[str]
    #: Are all its headlines those of round-ups?
    runs: bool

    @classmethod
    def of(cls, texts: Sequence[str], language: str, wars: frozenset[str]) -> _Told:
        single = tuple(text for text in texts if not is_running(text))
        held = single or tuple(texts)
        counts = Counter(name for text in held for name in names_of(text, "", language, wars))
        first = names_of(held[0], "", language, wars)
        own = frozenset(name for name, times in counts.items() if name in first or times >= OWN_NAME * len(held))
        return cls(held, language, frozenset(counts), own, not single)


@dataclass(frozen=True, kw_only=True)
class _Both:
    """What a development of tonight and an earlier one have in common."""

    #: How like their headlines are, and what they tell; 0 where either is a page of several things.
    headlines: float
    tells: float
    days: int
    #: Are they of one conflict, or both of none? Of one that is known? Of one certain kind of event?
    same: bool
    war: bool
    kind: bool
    #: Do both tell of what goes on in any war, at no place but those in which the conflict abounds?
    running: bool
    #: Names and rare terms in which the conflict does not abound; does a number stand in both headings?
    names: frozenset[str]
    rare: frozenset[str]
    number: bool


def _enough(both: _Both) -> float:
    """How much of what makes one story they have, by the easiest of the ways; from 1 on it is enough."""
    older = OLDER * max(0, both.days - 1)
    if both.names and both.war:
        ways = [both.headlines / (FOLLOWS + older)]
    elif both.names or both.days <= NAMELESS:
        ways = [both.headlines / FOLLOWS_OTHER]
    else:
        ways = [0.0]
    if both.same and (both.names or both.rare or both.days <= NAMELESS):
        ways.append(both.tells / (TELLS_ALIKE + older))
    if both.same and both.days <= NAMELESS:
        if min(both.headlines, both.tells) >= EACH:
            ways.append((both.headlines + both.tells) / TOGETHER)
        if both.kind and both.war:
            ways.append((both.headlines + both.tells) / TOGETHER_OF_KIND)
        if both.running and both.war:
            ways.append(both.headlines / GOES_ON)
        if both.number and len(both.rare) >= OF_ONE_TOLL:
            ways.append(1.0)
    return max(ways)


def _rare(terms: Terms, wars: frozenset[str]) -> frozenset[str]:
    """The terms that hardly any news has, and that are not the war's own."""
    listed = background()
    return frozenset(
        term for term, _ in terms if not term.startswith("_") and term[:5] not in wars and listed.get(term, 0.0) <= RARE
    )


def _common(earlier: Sequence[frozenset[str]], conflicts: Sequence[str | None]) -> dict[str | None, frozenset[str]]:
    """By conflict the names in which its developments abound: a capital under fire tells two of them apart no more."""
    size, times = Counter(conflicts), Counter[tuple[str | None, str]]()
    for each, conflict in zip(earlier, conflicts, strict=True):
        times.update((conflict, name) for name in each)
    return {
        conflict: frozenset(
            name
            for (of, name), count in times.items()
            if of == conflict and count >= max(OF_MANY, OF_ALL * size[conflict])
        )
        for conflict in size
    }


@cache
def _numbers(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(number.strip(".,") for text in texts for number in _NUMBER.findall(text))


#: Mean likeness from which two developments of one conflict belong to one story.
SAME_STORY = 0.10


def story_of(groups: Sequence[Sequence[Article]], conflicts: Mapping[str, str | None]) -> list[str]:
    """For each group the name of its story: the smallest article id in it. Groups of other conflicts stay apart."""
    if not groups:
        return []
    rows = matrix(_group_bag(group) for group in groups)
    shared = [commonest(conflicts.get(article.id) for article in group) for group in groups]
    graph = likeness.graph(rows, [None] * len(groups)).tocoo()
    number = {name: at for at, name in enumerate(sorted({name for name in shared if name}))}
    kind = np.array([number.get(name, -1) if name else -1 for name in shared])
    keep = kind[graph.row] == kind[graph.col]
    kept = sparse.csr_matrix((graph.data[keep], (graph.row[keep], graph.col[keep])), shape=graph.shape)
    labels = average_linkage(kept, SAME_STORY)
    names: dict[int, str] = {}
    for group, label in zip(groups, labels, strict=True):
        least = min(article.id for article in group)
        names[int(label)] = min(names.get(int(label), least), least)
    return [names[int(label)] for label in labels]


def _group_bag(group: Sequence[Article]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for article in group[:5]:
        whole.update(bag(article.headline, (article.text or article.summary)[:600], article.language))
    return whole
