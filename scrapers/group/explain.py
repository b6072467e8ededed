"""Why two articles are together or apart, in lines a person can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from scrapers.group.bags import bag
from scrapers.group.copies import copies, headline_overlap
from scrapers.group.developments import OUT, SAME_EVENT, developments, graph_of, same_event, verdict_of
from scrapers.group.learned import Names
from scrapers.group.likeness import WINDOW_DAYS
from scrapers.group.relevance import LET_IN
from scrapers.group.tongues import shared_names
from scrapers.model import Article, Relevance, Topic


def explain(articles: Sequence[Article], one: str, other: str, *, topics: Sequence[Topic]) -> tuple[str, ...]:
    """Lines that say whether the articles with these ids are one development, and why.

    Raises KeyError with the id that is not among the articles.
    """
    by_id = {article.id: article for article in articles}
    for wanted in (one, other):
        if wanted not in by_id:
            raise KeyError(wanted)
    first, second = by_id[one], by_id[other]
    verdicts = _verdicts(articles, topics)
    conflicts = {key: verdict.conflict for key, verdict in verdicts.items()}
    groups = same_event(articles, conflicts, topics)
    home = {article.id: number for number, group in enumerate(groups) for article in group}
    together = home[one] == home[other]
    ordered = sorted(by_id)
    articles = [by_id[key] for key in ordered]
    near = graph_of(articles, conflicts, topics)
    at, to = ordered.index(one), ordered.index(other)
    lines = [
        f"{'TOGETHER' if together else 'APART'}: {one} and {other}",
        f"  {first.headline}",
        f"  {second.headline}",
        f"likeness, chance taken off: {float(near[at, to]):.3f} (groups join while its mean is {SAME_EVENT} or more)",
    ]
    if first.published and second.published:
        apart = abs((first.published - second.published).total_seconds()) / 86400
        lines.append(f"days apart: {apart:.1f} (at most {WINDOW_DAYS:g} for one development)")
    if together:
        lines.append(f"their group has {len(groups[home[one]])} articles; groups of one conflict join as wholes too")
    else:
        ours = [ordered.index(article.id) for article in groups[home[one]]]
        theirs = [ordered.index(article.id) for article in groups[home[other]]]
        mean = float(near[ours][:, theirs].toarray().mean())
        lines.append(f"mean likeness of their groups ({len(ours)} and {len(theirs)} articles): {mean:.3f}")
        if _on_one_page_together(articles, {one, other}, topics):
            lines.append("on one page their groups are one development: as wholes they tell the same (twins.py)")
    overlap = headline_overlap(first.headline, second.headline, first.language)
    lines.append(f"headlines share {overlap:.0%} of the shorter one's words")
    lines.append("words they share: " + (", ".join(_shared(first, second)) or "none"))
    if first.language[:2] != second.language[:2]:
        names = shared_names(first, second)
        lines.append(
            "across languages groups of one conflict join by rare names and numbers; names they share: "
            + (", ".join(names) or "none")
        )
    marked = dict(copies([first, second]))
    if marked:
        lines.append(f"{next(iter(marked))} is a copy of {next(iter(marked.values()))}")
    for article in (first, second):
        verdict = verdicts[article.id]
        why = ", ".join(f"{reason} {points:+.1f}" for reason, points in verdict.reasons[:5])
        lines.append(
            f"{article.id}: {'let in' if verdict.on_topic else 'left out'} (log-odds {verdict.odds:+.2f}),"
            f" conflict {verdict.conflict or '-'}, kind {verdict.kind or '-'}: {why or 'no word spoke for it'}"
        )
    return tuple(lines)


def _verdicts(articles: Sequence[Article], topics: Sequence[Topic]) -> dict[str, Relevance]:
    tonight = Names((article.headline, article.summary) for article in articles if article.in_english)
    return {article.id: verdict_of(article, topics, tonight) for article in articles}


def place_of(articles: Sequence[Article], wanted: str, *, topics: Sequence[Topic]) -> tuple[str, ...]:
    """Lines that say whether the article with this id is on the page of these articles' night, where, and why.

    Raises KeyError with an id that is not among the articles.
    """
    by_id = {article.id: article for article in articles}
    verdict = _verdicts(articles, topics)[by_id[wanted].id]
    why = ", ".join(f"{reason} {points:+.2f}" for reason, points in verdict.reasons)
    lines = [
        f"{wanted}: {by_id[wanted].headline}",
        f"{'let in' if verdict.on_topic else 'left out'}: log-odds {verdict.odds:+.2f}, let in from {LET_IN}: {why}",
    ]
    if not verdict.on_topic:
        return tuple(lines)
    last = max((each.published for each in articles if each.published), default=datetime.min.replace(tzinfo=UTC))
    page = developments(articles, topics=topics, now=last)
    found = next(((n, one) for n, one in enumerate(page, 1) if any(a.id == wanted for a in one.articles)), None)
    if found is None:
        return (*lines, f"on no page: its group's log-odds are below {OUT}, or {len(page)} weigh more")
    number, one = found
    parts = ", ".join(f"{name} {value:+.2f}" for name, value in one.weights)
    return (*lines, f"on the page at {number} of {len(page)}, under: {one.headline}", f"{one.importance:.2f}: {parts}")


def _on_one_page_together(articles: Sequence[Article], both: set[str], topics: Sequence[Topic]) -> bool:
    last = max((each.published for each in articles if each.published), default=datetime.min.replace(tzinfo=UTC))
    page = developments(articles, topics=topics, now=last)
    return any(both <= {each.id for each in one.articles} for one in page)


def _shared(first: Article, second: Article) -> list[str]:
    bags: list[Counter[str]] = [
        bag(each.headline, each.text or each.summary, each.language) for each in (first, second)
    ]
    common = bags[0] & bags[1]
    return [term.lstrip("_") for term, _ in sorted(common.items(), key=lambda item: (-item[1], item[0]))[:12]]
