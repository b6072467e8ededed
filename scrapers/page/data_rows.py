"""Data rows: which figures and which speakers' words stand under a heading as rows of a fixed form?

- Killed: at least 180 people (UN envoy, by [The Paper](https://…)), 97 (doctors' union, by [Example Wire](https://…))
- Said: Ana Petrov, chief negotiator: “we will not leave the talks” (by [The Paper](https://…))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from scrapers.briefing import link
from scrapers.facts.about import is_of
from scrapers.facts.beginning import first_figures
from scrapers.facts.claims import Claim, claims
from scrapers.facts.figures import Figure, figures
from scrapers.facts.othertime import is_background
from scrapers.facts.rows import SPEECH, day_of
from scrapers.facts.same_count import APART, differ, same_thing
from scrapers.facts.sentences import sentence_at
from scrapers.facts.speakers import Aliases
from scrapers.group.copies import voice_of
from scrapers.ledger import METRICS
from scrapers.model import Article, Development
from scrapers.nations import NAMES
from scrapers.page.excerpt import belongs
from scrapers.page.figure_words import counted_whom, label, number
from scrapers.page.novelty import Tonight
from scrapers.page.stands_alone import stands_alone
from scrapers.passage import escaped
from scrapers.text import line
from scrapers.withheld import may_stand_in_passing

#: Rows of figures, numbers in one of them, and rows of speakers' words at most.
FIGURES, NUMBERS, WORDS = 2, 3, 2
#: Classes of verbs behind which an outlet's words are a whole clause: who "urged" is followed by whom.
TAKES_A_CLAUSE = frozenset("said reported claimed confirmed warned estimated believed".split())
#: Words of a speaker's at least: fewer are a catchword.
FEWEST = 5
#: Whether a number may be told in a development: of the running tolls of one war a day tells one, once.
Tells = Callable[[Figure, Development], bool]
#: `three others`: beside those that are counted already.
_OTHERS = re.compile(r"\bothers?\b|\bmore\b", re.I)
_NUMBER = re.compile(r"\d[\d,.]*(?: (?:million|billion|trillion))?")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Given:
    """A figure, and the article that gives it."""

    figure: Figure
    article: Article

    @property
    def when(self) -> datetime:
        return self.article.published or _LONG_AGO


def given_in(
    development: Development, *, aliases: Aliases, tonight: Tonight, tells: Tells = lambda _, __: True
) -> tuple[Given, ...]:
    """The figures of the development's articles that are of its heading's thing and of today, the newest first."""
    copies = {copy for copy, _ in development.copies}
    found: list[Given] = []
    for article in development.articles:
        if article.id in copies or not article.in_english or not is_of(article, development):
            continue
        for figure, sentence in first_figures(article, aliases=aliases):
            near = belongs(article, sentence, development, tonight, shared={})
            rest = figure.part or _OTHERS.search(figure.who or "")
            if near and not rest and not is_background(sentence, day_of(article)) and tells(figure, development):
                found.append(Given(figure, article))
    return tuple(sorted(found, key=lambda each: (each.when, each.article.id, each.figure.span), reverse=True))


def figure_rows(development: Development, given: Sequence[Given], told: Sequence[str]) -> tuple[str, ...]:
    """A row for each thing that outlets or speakers count differently, and for what nothing `told` counts yet."""
    rows: list[tuple[bool, int, str]] = []
    order = list(METRICS)
    near = "; ".join((development.headline, *(article.headline for article in development.articles)))
    in_heading = figures(f"{development.headline}.")
    seen: set[tuple[str, object]] = set()
    for same in _by_thing(given):
        numbers = [each for each in _different(same) if not _is_of_another_order(each.figure, in_heading)]
        if not numbers or numbers[0].figure.value is None:
            continue
        first = numbers[0].figure
        contested = len(numbers) > 1
        told_already = any(_says(text, first) for text in (development.headline, *told))
        if (first.metric, first.value) in seen or not (contested or (first.speaker and not told_already)):
            continue
        seen.add((first.metric, first.value))
        entries = ", ".join(f"{escaped(counted_whom(each.figure, near))} ({_by(each)})" for each in numbers)
        rows.append((not contested, order.index(first.metric), f"- {label(first)}: {entries}"))
    return tuple(row for _, _, row in sorted(rows)[:FIGURES])


def _is_of_another_order(figure: Figure, in_heading: Sequence[Figure]) -> bool:
    """Does the heading count the same with so much another number that this is a war's total, or a part of it?"""
    known = [Decimal(other.value) for other in in_heading if other.metric == figure.metric and other.value]
    value = Decimal(figure.value or 0)
    return bool(known) and not max(value, *known) <= APART * min(value, max(known))


def _by_thing(given: Sequence[Given]) -> Iterator[list[Given]]:
    """The figures that count the same, together."""
    left = list(given)
    while left:
        same = [each for each in left if each is left[0] or same_thing(left[0].figure, each.figure)]
        left = [each for each in left if each not in same]
        yield same


def _different(same: Sequence[Given]) -> list[Given]:
    """The highest number, and each other one that another voice gives, or a speaker of another side."""
    kept: list[Given] = []
    for each in same:
        if not kept or all(differ(each.figure, k.figure) and _is_another(each, k) for k in kept):
            kept.append(each)
    highest = max(kept, key=lambda each: (Decimal(each.figure.value or 0), each.when))
    return [highest, *(each for each in kept if each is not highest)][:NUMBERS]


def _is_another(one: Given, other: Given) -> bool:
    """Is it another outlet's number, or that of another side? One report's two numbers count two things."""
    sides = one.figure.side, other.figure.side
    return voice_of(one.article) != voice_of(other.article) or (None not in sides and sides[0] != sides[1])


def _says(text: str, figure: Figure) -> bool:
    """Does a text give the number already, as a figure or with its noun? "Day 20" counts nobody."""
    if any(other.metric == figure.metric and other.value == figure.value for other in figures(f"{text}.")):
        return True
    said = _NUMBER.search(number(figure))
    whom = re.escape((figure.who or "people").split()[-1])
    noun = r"\b" if figure.currency else rf"\s(?:[\w’'-]+\s){{0,2}}?{whom}\b"
    return said is not None and re.search(rf"(?<![\w.,]){re.escape(said[0])}{noun}", text, re.I) is not None


def _by(each: Given) -> str:
    """`UN envoy, by [The Paper](https://…)`."""
    speaker = each.figure.speaker
    outlet = cited(each.article)
    return (
        f"{escaped(speaker)}, by {outlet}" if speaker and speaker != each.article.source.plain_name else f"by {outlet}"
    )


def cited(article: Article) -> str:
    """The outlet as a link to its article."""
    label_ = f" ({article.source.label})" if article.source.label else ""
    return f"[{escaped(line(article.source.plain_name))}]({link(article.url)}){label_}"


def speaker_rows(
    development: Development, *, aliases: Aliases, tonight: Tonight, told: Sequence[str]
) -> tuple[str, ...]:
    """What named speakers say, in at most fifteen words of their own or of the outlet's; another side goes first."""
    copies = {copy for copy, _ in development.copies}
    rows: list[tuple[str | None, str, str]] = []
    for article in development.articles:
        if article.id in copies or not article.in_english or not is_of(article, development):
            continue
        rows += [
            (claim.side, claim.speaker or "", _row(claim, article))
            for claim in claims(article.text or article.summary, aliases=aliases)
            if may_stand_in_passing(article, claim.words, speakers_own=claim.direct)
            and _is_told(claim, article, told)
            and (claim.direct or belongs(article, claim.words, development, tonight, shared={}))
        ]
    return tuple(_of_each_side(rows))


def _is_told(claim: Claim, article: Article, told: Sequence[str]) -> bool:
    """Is it somebody a reader can place, whose words are a whole clause, of today, and not told yet?"""
    if claim.hedged or not claim.speaker or claim.speaker.removeprefix("the ") in NAMES:
        return False
    if not (claim.role or claim.side) or not (claim.direct or claim.verb in TAKES_A_CLAUSE):
        return False
    words = _clean(claim.words)
    if not FEWEST <= len(words.split()) <= SPEECH or any(mark in words for mark in '“”"'):
        return False
    if claim.direct and not words[:1].isupper():
        return False
    text = article.text or article.summary
    sentence = text[slice(*sentence_at(text, claim.span[0]))]
    whole = words[0].upper() + words[1:]
    return (
        stands_alone(whole, article.headline, own=False, clause=True)
        and not is_background(sentence, day_of(article))
        and not any(words.casefold() in line(each).casefold() for each in told)
    )


def _row(claim: Claim, article: Article) -> str:
    """A speaker's own words stand in marks behind the name; words of the outlet's are said to be its own."""
    verb, words = claim.verb.capitalize(), escaped(_clean(claim.words))
    who = escaped(line(", ".join(filter(None, (claim.speaker, _short(claim.role))))))
    if claim.direct:
        return f"- {verb}: {who}: “{words}” (by {cited(article)})"
    return f"- {verb}: {who}, in the words of {cited(article)}: “{words}”"


def _clean(words: str) -> str:
    return line(words).strip(" ,;:.–—-")


def _short(role: str | None) -> str | None:
    """An office, where it is short enough to stand beside a name."""
    return role if role and len(role.split()) <= FEWEST else None


def _of_each_side(rows: Sequence[tuple[str | None, str, str]]) -> list[str]:
    """One row a speaker; a side that has not spoken goes first."""
    chosen: list[tuple[str | None, str, str]] = []
    while len(chosen) < WORDS:
        left = [row for row in rows if row[1] not in {each[1] for each in chosen}]
        if not left:
            break
        spoken = {side for side, _, _ in chosen}
        chosen.append(next((row for row in left if row[0] and row[0] not in spoken), left[0]))
    return [row for _, _, row in chosen]
