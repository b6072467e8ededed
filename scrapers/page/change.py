"""Change: what is new since the story was last told? One line of fixed form: figures, who speaks, whose words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from scrapers.briefing import NEW_WORDS_OF
from scrapers.facts.claims import claims
from scrapers.facts.figures import Figure, figures
from scrapers.facts.rows import SPEECH
from scrapers.facts.same_count import counted, same_thing
from scrapers.facts.speakers import Aliases
from scrapers.ledger import METRICS
from scrapers.model import Article, Development, PastDevelopment
from scrapers.nations import NATIONS, written_large
from scrapers.page.data_rows import Given
from scrapers.page.figure_words import counted_whom, joined, number
from scrapers.page.novelty import Told, Tonight
from scrapers.passage import Passage, passages, unescaped
from scrapers.text import shortened

NEW = "new"
#: The site folds what begins so to one line.
AGAIN = "told again, with no new fact, figure or speaker that we found"
NOTHING = "told again, with no new fact, figure, speaker or source that we found"
#: Figures a line may hold, parties to the conflict that speak for the first time, outlets that are named.
FIGURES, PARTIES, OUTLETS = 2, 2, 2
#: Characters of an earlier day's heading.
EARLIER = 110
#: What a heading, and a passage, must tell that nothing told before did, in logarithms of rarity (`Tonight.new`): about
#: two words of its own, and half of a short sentence.
HEADING, PASSAGE = 7.0, 14.0


def change_of(
    development: Development,
    past: Mapping[str, PastDevelopment],
    *,
    aliases: Aliases,
    tonight: Tonight,
    quoted: Sequence[Passage] = (),
    given: Sequence[Given] = (),
) -> str:
    """`new`, or what the development tells that the story's earlier days did not.

    Empty where it is near to what the day before told and not certain to be new. `past` are the earlier developments by
    `YYYY-MM-DD#id`; the story is followed back as far as they go.
    """
    told = list(earlier_days(development, past))
    if not told:
        return "" if development.related else NEW
    earlier = [text for each in told for text in _texts(each)]
    facts = [*_risen(given, told, aliases), *_parties(development, [text for text, _ in earlier], aliases)]
    if facts:
        return "; ".join(facts)
    if sum(tonight.new(development.headline, earlier, development.language).values()) >= HEADING:
        return _heading(told[0])
    known = [*earlier, (development.headline, development.language)]
    fresh = [
        each.source for each in quoted if sum(tonight.new(each.text, known, each.language or "en").values()) >= PASSAGE
    ]
    if fresh:
        return NEW_WORDS_OF + joined(list(dict.fromkeys(fresh)), len(fresh))
    heard = {name for each in told for name in each.sources}
    others = [name for name in dict.fromkeys(a.source.name for a in development.articles) if name not in heard]
    return f"{AGAIN}; now also by {joined(others, OUTLETS)}" if others else NOTHING


def earlier_days(development: Development, past: Mapping[str, PastDevelopment]) -> Iterable[PastDevelopment]:
    """What the story told before, the latest day first, as far back as `past` goes."""
    seen: set[str] = set()
    follows = development.follows
    while follows and follows in past and follows not in seen:
        seen.add(follows)
        yield past[follows]
        follows = past[follows].follows


def _texts(each: PastDevelopment) -> tuple[Told, ...]:
    """What an earlier day told, without marks and links; in which language, of its passages only is known."""
    prose = "\n".join(each.prose)
    bare = unescaped(re.sub(r"(?<!\\)\]\([^)]*\)", "]", re.sub(r"(?m)^[>-] ?", "", prose)))
    quoted = [(passage.text, passage.language or "en") for passage in passages(prose)]
    return *quoted, *((text, None) for text in (each.headline, *each.texts, *bare.split("\n")))


def _heading(before: PastDevelopment) -> str:
    """The news is the heading: what it was before."""
    words = shortened(before.headline, EARLIER).translate(_INNER).split()
    was = " ".join(words) if len(words) <= SPEECH else f"{' '.join(words[:SPEECH])}…"
    return f"before, on {before.day.day} {before.day:%B}: “{was}”"


_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def _risen(given: Sequence[Given], told: Iterable[PastDevelopment], aliases: Aliases) -> list[str]:
    """The highest new figure of each thing that is counted, with the earlier one that it revises."""
    before: dict[tuple[str, str], tuple[Figure, date, str]] = {}
    for each in told:
        for text, _ in _texts(each):
            for figure in figures(f"{text.rstrip('.')}.", aliases=aliases):
                held = before.get(counted(figure))
                if not figure.part and figure.value and (held is None or _value(figure) > _value(held[0])):
                    before[counted(figure)] = figure, each.day, each.headline
    now: dict[tuple[str, str], Given] = {}
    for one in given:
        key = counted(one.figure)
        if one.figure.value and (key not in now or _value(one.figure) > _value(now[key].figure)):
            now[key] = one
    lines: list[str] = []
    for key, one in sorted(now.items()):
        last = before.get(key)
        if last is None or not same_thing(one.figure, last[0]) or _value(last[0]) >= _value(one.figure):
            continue
        rose = f"up from {number(last[0])} on {last[1].day} {last[1]:%B}"
        outlet = one.article.source.plain_name
        words = counted_whom(one.figure, f"{one.article.headline}; {last[2]}")
        lines.append(f"{METRICS[one.figure.metric]}: {words}, {rose} ({outlet})")
    return lines[:FIGURES]


def _value(figure: Figure) -> Decimal:
    return Decimal(figure.value or 0)


def _parties(development: Development, earlier: Iterable[str], aliases: Aliases) -> Iterable[str]:
    """Who speaks now for a party that the heading names and for which nobody spoke before."""
    known = {s.name: s.side for s in aliases.speakers.values() if s.side and "agency" not in (s.role or "")}
    before = "\n".join(earlier)
    spoke = {side for name, side in known.items() if _names(name, before)}
    heading = development.headline
    parties = {code for word, (_, code) in NATIONS.items() if written_large(word, heading)}
    parties |= {side for side in known.values() if written_large(side, heading)}
    names: dict[str, None] = {}
    for article in _english(development):
        for claim in claims(article.text or article.summary or article.headline, aliases=aliases):
            for name in (claim.speaker or "", *claim.relay):
                if known.get(name) in parties - spoke:
                    names[name] = None
    if names:
        yield f"now quoted: {' and '.join(list(names)[:PARTIES])}"


def _english(development: Development) -> list[Article]:
    copies = {copy for copy, _ in development.copies}
    return [a for a in development.articles if a.id not in copies and a.in_english]


def _names(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name.split()[-1])}\b", text, re.I) is not None
