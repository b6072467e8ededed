"""What happened once is one development: articles grouped, told apart from yesterday's, ordered by importance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from math import log2
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scrapers.group import heading, headlines, importance, likeness, merging, stories, tongues, twins
from scrapers.group.bags import NOTHING_SEEN, Seen, bag, matrix, names_of, own_texts, war_names
from scrapers.group.copies import copies, voice_of
from scrapers.group.learned import Names, likely
from scrapers.group.linkage import average_linkage
from scrapers.group.relevance import armed, commonest, relevance
from scrapers.model import Article, Development, PastDevelopment, Relevance, Topic

#: Mean likeness, background taken off, from which articles tell of the same development. Swept .10 to .16 on the dev
#: sets: .12 and .13 are alike (macro B-cubed F1 .910), .10 and .15 a point less.
SAME_EVENT = 0.12


def same_event(
    articles: Sequence[Article],
    conflicts: Mapping[str, str | None] = MappingProxyType({}),
    topics: Sequence[Topic] = (),
    seen: Seen = NOTHING_SEEN,
) -> tuple[tuple[Article, ...], ...]:
    """The articles in groups that tell of one event each; every article is in one. The input's order plays no part.

    `conflicts` is the conflict of an article by its id, where it is known; `topics` say which names are a war's own;
    `seen` is what earlier days say of how rare a word is, for a day too small to say it by itself.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    if not ordered:
        return ()
    return tuple(tuple(ordered[at] for at in group) for group in _grouped(ordered, conflicts, topics, seen))


def _grouped(
    ordered: Sequence[Article], conflicts: Mapping[str, str | None], topics: Sequence[Topic], seen: Seen = NOTHING_SEEN
) -> list[list[int]]:
    """The positions of the articles that tell of one event each, in groups: of one language first, then across them."""
    seen_as = _look(ordered, conflicts, topics, seen)
    members: dict[int, list[int]] = defaultdict(list)
    for at, label in enumerate(average_linkage(seen_as.near, SAME_EVENT).tolist()):
        members[label].append(at)
    groups = merging.merged(
        list(members.values()),
        seen_as.rows,
        seen_as.brief,
        [commonest(conflicts.get(ordered[at].id) for at in group) for group in members.values()],
    )
    joined: dict[int, list[int]] = defaultdict(list)
    homes = tongues.joined([[ordered[at] for at in group] for group in groups], conflicts, topics)
    for group, home in zip(groups, homes, strict=True):
        joined[home] += group
    return [sorted(group) for _, group in sorted(joined.items())]


class _Look(NamedTuple):
    """What grouping sees of the articles: how like they are, the words of each, and from 0 to 1 how brief it is."""

    near: sparse.csr_matrix
    rows: sparse.csr_matrix
    brief: NDArray[np.float64]


def graph_of(
    articles: Sequence[Article], conflicts: Mapping[str, str | None], topics: Sequence[Topic], seen: Seen = NOTHING_SEEN
) -> sparse.csr_matrix:
    """How like the articles are, as `likeness.graph` gives it; `conflicts` by article id."""
    return _look(articles, conflicts, topics, seen).near


def _look(
    articles: Sequence[Article], conflicts: Mapping[str, str | None], topics: Sequence[Topic], seen: Seen
) -> _Look:
    wars = war_names(topics)
    texts = own_texts([(article.source.name, article.text or article.summary) for article in articles])
    bags = (bag(article.headline, text, article.language) for article, text in zip(articles, texts, strict=True))
    lengths = [text.count(" ") + 1 for text in texts]
    rows = matrix(bags, wars, seen)
    near = likeness.graph(
        rows,
        [article.published for article in articles],
        lengths,
        [conflicts.get(article.id) for article in articles],
        [
            names_of(article.headline, text, article.language, wars) if length < likeness.WHOLE_WORDS else frozenset()
            for article, text, length in zip(articles, texts, lengths, strict=True)
        ],
    )
    return _Look(near, rows, likeness.brevity(lengths))


def developments(
    articles: Sequence[Article],
    *,
    topics: Sequence[Topic],
    past: Sequence[PastDevelopment] = (),
    now: datetime,
    day: date | None = None,
    limit: int = 30,
    tonight: Names | None = None,
) -> tuple[Development, ...]:
    """The night's developments, the most important first, at most `limit`; `day` is theirs where it is not `now`'s.

    Articles that are not on topic are left out. Pure: no clock, no order of input, no random number plays a part.
    """
    topics = tuple(topics)
    judged: dict[str, Relevance] = {}
    kept: list[Article] = []
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda each: each.id)
    if tonight is None:
        tonight = Names((article.headline, article.summary) for article in ordered if article.in_english)
    for article in ordered:
        verdict = verdict_of(article, topics, tonight)
        if verdict.on_topic:
            judged[article.id] = verdict
            kept.append(article)
    if not kept:
        return ()
    groups = [
        part
        for group in _grouped(kept, {key: verdict.conflict for key, verdict in judged.items()}, topics)
        for part in _without_strays(group, [judged[kept[at].id] for at in group])
    ]
    both = matrix(
        [bag(article.headline, "", article.language) for article in kept]
        + [bag("", article.summary or article.text, article.language) for article in kept]
    )
    heads, texts = both[: len(kept)], both[len(kept) :]
    marked = dict(copies(kept))
    place = {article.id: at for at, article in enumerate(kept)}
    drafts = [_draft(members, kept, heads, texts, judged, marked) for members in groups]
    drafts = [
        draft
        for draft in drafts
        if group_odds([judged[article.id].odds for article in draft.articles], len(origins_of(draft))) >= OUT
    ]
    if not drafts:
        return ()
    while True:
        alike = likeness.group_cosines(
            [[place[article.id] for article in draft.articles] for draft in drafts], heads + texts
        )
        page = _page(drafts, alike, judged, topics, past, now, day or now.date(), limit)
        at = [number for number, _ in page]
        homes = twins.joined([drafts[number] for number in at], alike[np.ix_(at, at)], war_names(topics))
        if homes == list(range(len(page))):
            return tuple(one for _, one in page)
        # what made room lets others onto the page, and of two that joined more is known: look again, until none joins
        into = {at[twin]: at[home] for twin, home in enumerate(homes) if home != twin}
        for twin, home in into.items():
            members = sorted(place[article.id] for number in (home, twin) for article in drafts[number].articles)
            drafts[home] = _draft(members, kept, heads, texts, judged, marked)
        drafts = [draft for number, draft in enumerate(drafts) if number not in into]


def _page(
    drafts: Sequence[Development],
    alike: NDArray[np.float64],
    judged: Mapping[str, Relevance],
    topics: tuple[Topic, ...],
    past: Sequence[PastDevelopment],
    now: datetime,
    day: date,
    limit: int,
) -> list[tuple[int, Development]]:
    """The first `limit` of the drafts in order of importance, weighed and linked, each with its number."""
    linked = stories.follows(
        [
            stories.Telling(
                texts=[draft.headline, *(article.headline for article in draft.articles)],
                conflict=draft.conflict,
                kind=draft.kind,
                language=draft.articles[0].language,
                terms=draft.terms,
            )
            for draft in drafts
        ],
        past,
        day=day,
        wars=war_names(topics),
    )
    by_slug = {topic.slug: topic for topic in topics}
    weighed: list[tuple[dict[str, float], str | None, float]] = []
    for draft, link in zip(drafts, linked, strict=True):
        about = likely(group_odds([judged[article.id].odds for article in draft.articles], len(origins_of(draft))))
        fighting = sorted((armed(judged[article.id]) for article in draft.articles), reverse=True)[:3]
        in_arms = sum(fighting) / len(fighting)
        weights = importance.parts(
            draft.articles,
            copies=dict(draft.copies),
            # how grave, by what its other headlines say where the shown one does not
            kind=draft.kind or commonest(judged[article.id].kind for article in draft.articles),
            about=about,
            armed=in_arms,
            told=link.told,
            topic=by_slug.get(draft.conflict or "") if _is_placed(draft, topics) else None,
            now=now,
        )
        weighed.append((weights, draft.conflict, in_arms))
    placed = dict(importance.placed(weighed, alike))
    news = [at for at in placed if not importance.is_background(weighed[at][0])]
    total = {at: round(sum(value for _, value in named), 4) for at, named in placed.items()}
    page = importance.kept(news, weighed, limit)
    return [
        (
            at,
            replace(
                drafts[at],
                importance=total[at],
                weights=placed[at],
                follows=linked[at].follows,
                related=linked[at].related,
            ),
        )
        for at in page
    ]


#: What each doubling of newsrooms adds to a group's log-odds: what many tell is less often a slip of words.
DOUBLING = 0.3
#: Log-odds below which a group is no news of war.
OUT = -1.0
#: Members whose judgement counts besides all members'.
BEST = 3


def group_odds(odds: Sequence[float], newsrooms: int) -> float:
    """Log-odds of a group: the mean of its best three and of all, and more where many newsrooms tell it."""
    best = sorted(odds, reverse=True)[:BEST]
    return (sum(best) / len(best) + sum(odds) / len(odds)) / 2 + DOUBLING * log2(max(1, newsrooms))


def origins_of(draft: Development) -> frozenset[str]:
    """The independent newsrooms that tell a development."""
    by_id = {article.id: article for article in draft.articles}
    copied = dict(draft.copies)
    return frozenset(voice_of(by_id.get(copied.get(article.id, article.id), article)) for article in draft.articles)


#: Characters of a summary that say which conflict it is about: what stands further down may be named in passing.
LEDE = 160


def _is_placed(draft: Development, topics: tuple[Topic, ...]) -> bool:
    """Do several articles tell it, or does its only one name the conflict in the headline or right below it?"""
    if len(draft.articles) > 1:
        return True
    (article,) = draft.articles
    lede = article.summary[:LEDE] or article.text[:LEDE]
    found = relevance(article.headline, lede, topics=topics, language=article.language, url=article.url)
    return found.conflict == draft.conflict


def verdict_of(article: Article, topics: Sequence[Topic], tonight: Names) -> Relevance:
    """Is an article news of war, of which, and why? `tonight` are the names that the night's articles tell of."""
    return relevance(
        article.headline,
        article.summary,
        article.text,
        topics=topics,
        language=article.language,
        url=article.url,
        categories=(article.section,) if article.section else (),
        tonight=tonight,
    )


def _draft(
    members: Sequence[int],
    kept: Sequence[Article],
    heads: sparse.csr_matrix,
    texts: sparse.csr_matrix,
    judged: dict[str, Relevance],
    marked: dict[str, str],
) -> Development:
    """A development but for its place in the order and its story."""
    group = [kept[at] for at in members]
    near = headlines.nearness(heads[members], texts[members])
    last = max((_when(article) for article in group if article.published), default=0.0)
    ages = [max(0.0, last - _when(article)) / 3600 if article.published else 24.0 for article in group]
    shown = heading.best(
        [article.headline for article in group],
        near,
        [article.language for article in group],
        ages,
        texts=[article.summary or article.text[: heading.BEGINNING] for article in group],
    )
    inside = {article.id for article in group}

    def telling(position: int) -> tuple[bool, float, str]:
        article = group[position]
        # originals go before their copies; then what is nearest to the whole and reads like a report
        return (article.id in marked, -(near[position] + headlines.manner(article.headline)), article.id)

    order = sorted(range(len(group)), key=telling)
    if order[0] != shown and group[shown].id not in marked:
        order.remove(shown)
        order.insert(0, shown)
    first = min(group, key=lambda article: (_when(article), article.id))
    articles = tuple(group[position] for position in order)
    return Development(
        id=first.id,
        headline=group[shown].headline,
        articles=articles,
        copies=tuple((copy, of) for copy, of in sorted(marked.items()) if copy in inside and of in inside),
        conflict=_surest([judged[article.id] for article in group]),
        kind=judged[group[shown].id].kind or _agreed([judged[article.id].kind for article in group]),
        terms=stories.terms_of(articles),
    )


def _surest(verdicts: Sequence[Relevance]) -> str | None:
    """The conflict that most of a group's articles have, those that are surer to be about war counting more."""
    share: dict[str, float] = defaultdict(float)
    for verdict in verdicts:
        if verdict.conflict:
            share[verdict.conflict] += likely(verdict.odds)
    return min(share, key=lambda slug: (-round(share[slug], 9), slug)) if share else None


def _without_strays(group: list[int], verdicts: Sequence[Relevance]) -> list[list[int]]:
    """A group, and apart from it each member that is of another conflict and rather not about war at all."""
    conflict = _surest(verdicts)
    strays = {
        at
        for at, verdict in zip(group, verdicts, strict=True)
        if verdict.odds < 0.0 and verdict.conflict not in (None, conflict)
    }
    return [[at for at in group if at not in strays], *([at] for at in sorted(strays))]


#: So many headlines, and this share of a group's, tell of one kind of event when it is the group's without the heading.
AGREED, AGREED_SHARE = 3, 0.5


def _agreed(kinds: Sequence[str | None]) -> str | None:
    """The kind that so many headlines tell of that it is certain."""
    kind, times = min(Counter(kinds).items(), key=lambda item: (-item[1], item[0] or ""))
    return kind if times >= max(AGREED, AGREED_SHARE * len(kinds)) else None


def _when(article: Article) -> float:
    return article.published.timestamp() if article.published else np.inf
