"""Which of the last days' developments a development follows, and how much of it was told already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

import numpy as np
from scipy import sparse

from scrapers.group import likeness
from scrapers.group.bags import bag, matrix, names_of
from scrapers.group.headlines import is_running
from scrapers.group.linkage import average_linkage
from scrapers.group.relevance import commonest
from scrapers.model import Article, PastDevelopment

#: How far back a story is looked for.
DAYS = 7
#: Likeness from which a development continues an earlier one of the same conflict with which it shares a name that is
#: not the war's own, or one with which it shares none or no conflict. By reading a sample of 75 links on the April
#: nights: from .35 on about four of five are the same story, from .22 on about half are only the same war.
FOLLOWS, FOLLOWS_OTHER = 0.33, 0.45
#: What it must be liker by for each further day between the two: what rests for days seldom goes on under its own name.
OLDER = 0.02
#: What shares no such name continues only what was told the day before: a second raid in one land is another raid.
NAMELESS = 1
#: A name that stands in so many, and in this share, of a conflict's last developments is the war's own too.
OF_MANY, OF_ALL = 3, 0.25
#: Share of a group's headlines in which a name stands that is the group's own; one of many may name anything.
OWN_NAME = 0.2
#: Likeness from which it counts as told already, and at which it is the same again.
TOLD_FROM, TOLD_ALL = 0.35, 0.75
#: What remains of that likeness where the headline has a number that was not told.
OTHER_NUMBER = 0.6
_NUMBER = re.compile(r"\d[\d.,]*")


def follows(
    told: Sequence[tuple[Sequence[str], str | None, str]],
    past: Sequence[PastDevelopment],
    *,
    now: datetime,
    wars: frozenset[str] = frozenset(),
) -> list[tuple[str | None, float]]:
    """For each (texts, conflict, language): `YYYY-MM-DD#id` it follows or None, and from 0 to 1 how much was told.

    The first text is the one shown. `wars` are the first letters of names that stand for a whole war (`war_names`): two
    attacks in one country are two. The headline of a round-up or of a page that runs all day tells of several things,
    and ties none of them to another; what has no other headline follows nothing.
    """
    recent = sorted(
        (one for one in past if timedelta(0) <= now.date() - one.day <= timedelta(days=DAYS)),
        key=lambda one: (one.day, one.id),
    )
    if not recent or not told:
        return [(None, 0.0)] * len(told)
    earlier = [_Told.of([one.headline, *one.texts], "en", wars) for one in recent]
    tonight = [_Told.of(texts, language, wars) for texts, _, language in told]
    rows = matrix(bag(each.texts[0], " ".join(each.texts[1:]), each.language) for each in (*earlier, *tonight))
    like = np.asarray((rows[len(recent) :] @ rows[: len(recent)].T).todense())
    common = _common(earlier, [one.conflict for one in recent])
    found: list[tuple[str | None, float]] = []
    for at, (mine, (_, conflict, _)) in enumerate(zip(tonight, told, strict=True)):
        best, most, link = 0.0, 0.0, None
        news = _numbers(mine.texts[:1])
        for number, (other, one) in enumerate(zip(earlier, recent, strict=True)):
            value = float(like[at, number])
            # another number is another attack, or news of the same one
            most = max(most, value if news <= _numbers(other.texts) else value * OTHER_NUMBER)
            if mine.runs or other.runs:
                continue
            days = (now.date() - one.day).days
            shared = (mine.own & other.names | mine.names & other.own) - common[one.conflict]
            least = _least(shared, days, same=conflict is not None and conflict == one.conflict)
            # the last of a story goes before an older one that is hardly nearer
            if value >= least and value >= best - 0.05:
                best, link = max(best, value), f"{one.day.isoformat()}#{one.id}"
        found.append((link, max(0.0, min(1.0, (most - TOLD_FROM) / (TOLD_ALL - TOLD_FROM)))))
    return found


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


def _least(shared: frozenset[str], days: int, *, same: bool) -> float:
    """How like two developments must be, of one conflict or not, that share these names and lie so many days apart."""
    if same and shared:
        return FOLLOWS + OLDER * max(0, days - 1)
    return FOLLOWS_OTHER if shared or days <= NAMELESS else np.inf


def _common(earlier: Sequence[_Told], conflicts: Sequence[str | None]) -> dict[str | None, frozenset[str]]:
    """By conflict the names in which its developments abound: a capital under fire tells two of them apart no more."""
    size, times = Counter(conflicts), Counter[tuple[str | None, str]]()
    for each, conflict in zip(earlier, conflicts, strict=True):
        times.update((conflict, name) for name in each.own)
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
