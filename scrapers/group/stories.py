"""Which of the last days' developments a development follows, and how much of it was told already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np
from scipy import sparse

from scrapers.group import likeness
from scrapers.group.bags import bag, matrix, names_of
from scrapers.group.linkage import average_linkage
from scrapers.group.relevance import commonest
from scrapers.model import Article, PastDevelopment

#: How far back a story is looked for.
DAYS = 7
#: Likeness from which a development continues an earlier one of the same conflict with which it shares a name that is
#: not the war's own, or one with which it shares none or no conflict. By reading a sample of 75 links on the April
#: nights: from .35 on about four of five are the same story, from .22 on about half are only the same war.
FOLLOWS, FOLLOWS_OTHER = 0.33, 0.45
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

    `wars` are the first letters of names that stand for a whole war (`war_names`): two attacks in one country are two.
    """
    recent = sorted(
        (one for one in past if timedelta(0) <= now.date() - one.day <= timedelta(days=DAYS)),
        key=lambda one: (one.day, one.id),
    )
    if not recent or not told:
        return [(None, 0.0)] * len(told)
    bags = [bag(one.headline, " ".join(one.texts)) for one in recent]
    bags += [bag(texts[0], " ".join(texts[1:]), language) for texts, _, language in told]
    rows = matrix(bags)
    like = np.asarray((rows[len(recent) :] @ rows[: len(recent)].T).todense())
    found: list[tuple[str | None, float]] = []
    known = [_numbers([one.headline, *one.texts]) for one in recent]
    names = [_names([one.headline, *one.texts], "en", wars) for one in recent]
    for at, (texts, conflict, language) in enumerate(told):
        best, most, link = 0.0, 0.0, None
        news, own = _numbers(texts[:1]), _names(texts, language, wars)
        for number, one in enumerate(recent):
            value = float(like[at, number])
            # another number is another attack, or news of the same one
            most = max(most, value if news <= known[number] else value * OTHER_NUMBER)
            same = conflict is not None and conflict == one.conflict and not own.isdisjoint(names[number])
            # the last of a story goes before an older one that is hardly nearer
            if value >= (FOLLOWS if same else FOLLOWS_OTHER) and value >= best - 0.05:
                best, link = max(best, value), f"{one.day.isoformat()}#{one.id}"
        found.append((link, max(0.0, min(1.0, (most - TOLD_FROM) / (TOLD_ALL - TOLD_FROM)))))
    return found


def _names(texts: Sequence[str], language: str, wars: frozenset[str]) -> frozenset[str]:
    return frozenset(name for text in texts for name in names_of(text, "", language, wars))


def _numbers(texts: Sequence[str]) -> frozenset[str]:
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
