"""Which group of the last days does a new group go on telling of? The groups of the past stay as they are.

For whoever groups day by day and cannot change yesterday: a day's articles are grouped among themselves
(`same_event`), then each group goes to the earlier one it is most like, by the measure that made both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from types import MappingProxyType

import numpy as np
from scipy import sparse

from scrapers.group import likeness
from scrapers.group.bags import NOTHING_SEEN, Seen, bag
from scrapers.group.developments import graph_of, same_event
from scrapers.model import Article, Topic

#: Mean likeness from which a group goes on telling of an earlier one. More than makes one group of a day's articles
#: (`SAME_EVENT`), since what was attached once is not taken apart again. Swept .12 to .18 on the dated dev set: day by
#: day is then .013 to .003 below one batch in B-cubed F1, from .14 on hardly different.
SAME_AGAIN = 0.15


def attached(
    groups: Sequence[Sequence[Article]],
    past: Sequence[Sequence[Article]],
    conflicts: Mapping[str, str | None] = MappingProxyType({}),
    topics: Sequence[Topic] = (),
    seen: Seen = NOTHING_SEEN,
) -> list[int | None]:
    """For each group the number of the past group it belongs to, None for what is new.

    The one with the highest mean likeness, if that is `SAME_AGAIN` or more; ties go to the first by article id.
    `past` holds the articles of the last `likeness.WINDOW_DAYS`: what is older is like nothing of today.
    `seen` is what the days before those say of how rare a word is. The order of the articles plays no part.
    """
    held = [*groups, *past]
    ordered = sorted(
        ((article, number) for number, group in enumerate(held) for article in group), key=lambda each: each[0].id
    )
    if not groups or not past or not ordered:
        return [None] * len(groups)
    near = graph_of([article for article, _ in ordered], conflicts, topics, seen)
    home = np.array([number for _, number in ordered])
    gather = sparse.csr_matrix((np.ones(len(home)), (home, np.arange(len(home)))), shape=(len(held), len(home)))
    sums = sparse.csr_matrix((gather @ near @ gather.T)[: len(groups), len(groups) :])
    sizes = np.array([max(1, len(group)) for group in held], dtype=np.float64)
    least = [min((article.id for article in group), default="") for group in past]
    found: list[int | None] = []
    for at in range(len(groups)):
        row = slice(sums.indptr[at], sums.indptr[at + 1])
        means = np.round(sums.data[row] / (sizes[at] * sizes[len(groups) + sums.indices[row]]), 9)
        best = min(
            zip((-means).tolist(), sums.indices[row].tolist(), strict=True),
            key=lambda each: (each[0], least[each[1]]),
            default=(0.0, 0),
        )
        found.append(best[1] if -best[0] >= SAME_AGAIN else None)
    return found


def day_by_day(
    articles: Sequence[Article],
    conflicts: Mapping[str, str | None] = MappingProxyType({}),
    topics: Sequence[Topic] = (),
) -> tuple[tuple[Article, ...], ...]:
    """The groups as somebody makes them who groups each UTC day at its end and never changes an earlier one.

    Articles without a date come with the last day. The order of the input plays no part.
    """
    last = max((one.published.date() for one in articles if one.published), default=date.min)
    dated = sorted(((one.published.date() if one.published else last), one.id, one) for one in articles)
    told: list[list[Article]] = []
    seen = NOTHING_SEEN
    for day, rows in groupby(dated, key=lambda row: row[0]):
        todays = [one for _, _, one in rows]
        fresh = same_event(todays, conflicts, topics, seen)
        recent = [
            [one for one in group if one.published and (day - one.published.date()).days <= likeness.WINDOW_DAYS]
            for group in told
        ]
        open_ones = [at for at, group in enumerate(recent) if group]
        homes = attached(fresh, [recent[at] for at in open_ones], conflicts, topics, seen)
        seen = with_these(seen, todays)
        for group, home in zip(fresh, homes, strict=True):
            if home is None:
                told.append(list(group))
            else:
                told[open_ones[home]].extend(group)
    return tuple(tuple(group) for group in told)


def with_these(seen: Seen, articles: Sequence[Article]) -> Seen:
    """What was seen, and these articles: what a day leaves to those after it."""
    terms = Counter(seen.terms)
    for article in articles:
        terms.update(bag(article.headline, article.text or article.summary, article.language).keys())
    return Seen(seen.articles + len(articles), terms)
