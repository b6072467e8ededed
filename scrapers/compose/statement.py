"""Statement: which sentences of our own can be made of an article, safely?

For sources whose words may not be shown: a figure, a speaker's own few words, or a short claim, each with who says so.
A sentence that cannot be made safely is left out.

The text has no full stop at its end, so that `, <outlet> reports.` can follow:
`At least 26 people were killed in Hama, according to SANA` + `, the Guardian reports.`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from scrapers.compose.adds import of_one_thing
from scrapers.compose.claims import Claim, claims
from scrapers.compose.copied import COPIED_WORDS, longest_copy
from scrapers.compose.exactly import SLIP, exactly
from scrapers.compose.figures import Figure, figures
from scrapers.compose.howmany import according, told_of
from scrapers.compose.names import is_named_elsewhere
from scrapers.compose.othertime import another_year, is_background, is_caption, is_old
from scrapers.compose.reported import reported
from scrapers.compose.sentences import sentence_at, sentence_spans
from scrapers.compose.speakers import NO_ALIASES, Aliases
from scrapers.compose.speechwords import MONTH, WEEKDAY
from scrapers.compose.spoken import STALE, quoted
from scrapers.compose.whosaid import is_known, is_stranger
from scrapers.model import Article

#: Only the news itself: what stands further down is mostly background.
SENTENCES = 8
#: The first sentences, which tell what the headline tells.
LEADING = 4
#: The first of them, whose numbers are those of the news.
FIRST = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """One sentence of our own about what an article says."""

    #: Without a full stop: `, <outlet> reports.` follows.
    text: str
    #: Who says so; None where only the outlet does.
    speaker: str | None
    article_id: str
    #: "figure", "quote" or "claim".
    basis: str
    #: What was counted, for a figure.
    metric: str | None = None
    #: Somebody is said to give the figure, but who is not certain: the outlet does not give it in its own name.
    others: bool = False
    #: The figure that it tells.
    figure: Figure | None = None
    #: The places that its sentence names.
    places: tuple[str, ...] = ()
    #: Somebody's word from further down than the article's news: of the same thing only where its words show it.
    deep: bool = False
    #: By somebody of whom no more is told than a name, since the article's own headline has it.
    by_name: bool = False


_FIGHTING = (
    r"kill|dead|dies|died|death|toll|casualt|injur|wound|attack|str(?:ike|uck)|ambush|shoot|shot|bomb|blast|explo|missile"
    r"|rocket|drone|raid|clash|fight|battle|massacre|gunm|murder|stabb|stabs|ram(?:s|med)|riot|stampede|shell|hit|violen|assault"
    r"|fir(?:e|ing)|ceasefire|cease-fire|truce|warfare|offensive|convoy"
)
#: What a report's headline speaks of when it is about what is counted; in any other the number is background.
_ABOUT = {
    "killed": _FIGHTING,
    "injured": _FIGHTING,
    "casualties": _FIGHTING,
    "missing": rf"missing|search|{_FIGHTING}",
    "detained": rf"detain|arrest|held|custody|jail|{_FIGHTING}",
    "abducted": "abduct|kidnap|hostage|taken|missing",
    "freed": "free|releas|swap|exchange|pardon|prisoner|hostage|amnesty",
    "evacuated": "evacuat|flee|fled|airlift|rescu|flight|citizens|nationals|leave|return|home|border|escap",
    "rescued": "rescu|evacuat|sav|sink|capsiz|collaps|flight|stay",
    "captured": "captur|prisoner|pow|seiz|tak",
    "displaced": "displac|flee|fled|refugee|border|escap|fight",
}


def is_about(figure: Figure, headlines: str) -> bool:
    """Do the headlines speak of what is counted? In a report about anything else the number is background."""
    if figure.window == "cumulative" and not _TOLL.search(headlines):
        return False
    words = _ABOUT.get(figure.metric)
    return words is None or re.search(rf"\b(?:{words})", headlines, re.I) is not None


_TOLL = re.compile(r"\b(?:kill|dead|die|death|toll|casualt|injur|wound|fle[de]|displac|rise|risen)", re.I)
_ORDER = tuple(
    """killed injured casualties missing abducted captured hostages_held freed prisoners_exchanged bodies_returned
    bodies_found drones_intercepted drones_launched missiles_intercepted missiles_launched displaced evacuated
    rescued detained aid_money homes_damaged clashes""".split()
)


def statements(article: Article, *, aliases: Aliases = NO_ALIASES, limit: int = 3) -> tuple[Statement, ...]:
    """At most `limit` sentences of our own, the most telling first; () for an article that is not in English."""
    if not article.in_english:
        return ()
    published = article.published.date() if article.published else None
    body = article.text or article.summary
    old = STALE.search(article.headline) or another_year(f"{article.headline}. {_lead(body)}", published)
    made: list[Statement] = []
    if not old:
        made.extend(_of_figures(article, _head(body), published, aliases))
    counted = {statement.figure.sentence for statement in made if statement.figure is not None}
    if not old:
        made.extend(_of_figures(article, article.headline, published, aliases))
    played = _SCENARIO.search(body)
    quotes = [
        statement
        for claim, statement in (() if old else _of_claims(article, body, aliases))
        if _is_news(body, claim, published, counted, played.end() if played else len(body))
    ]
    whole = f"{article.headline}\n{article.summary}\n{article.text}"
    picked: list[Statement] = []
    for statement in (*_spread(made, 2), *_spread([s for s in quotes if s.basis == "quote"], 1), *quotes):
        if len(picked) >= limit:
            break
        if SLIP.search(statement.text):
            continue
        if any(_alike(statement, other) for other in picked) or longest_copy(statement.text, whole) > COPIED_WORDS:
            continue
        picked.append(statement)
    return tuple(picked)


def _is_news(body: str, claim: Claim, published: date | None, counted: set[tuple[int, int]], played: int) -> bool:
    """Is it of now, of what happened, and not told by a figure already? `played`: where the first scenario is named."""
    start, end = sentence = sentence_at(body, claim.span[0])
    return (
        start < played
        and (claim.direct or sentence not in counted)
        and not is_caption(body[start:end])
        and not is_old(body, claim, published)
    )


def _lead(body: str) -> str:
    """The first sentence: its year is the headline's."""
    spans = sentence_spans(body)[:1]
    return body[: spans[0][1]] if spans else ""


def _head(body: str) -> str:
    return body[: _end(body, SENTENCES)]


def _end(body: str, count: int) -> int:
    """Where the first `count` sentences end."""
    spans = sentence_spans(body)[:count]
    return spans[-1][1] if spans else 0


def _spread(made: Sequence[Statement], most: int) -> list[Statement]:
    ordered = sorted(made, key=lambda s: _ORDER.index(s.metric) if s.metric in _ORDER else len(_ORDER))
    found: list[Statement] = []
    for statement in ordered:
        if not any(statement.metric == other.metric and statement.metric for other in found):
            found.append(statement)
    return found[:most]


def _alike(one: Statement, other: Statement) -> bool:
    return one.text == other.text or (one.basis == other.basis == "figure" and one.metric == other.metric)


def _of_figures(article: Article, text: str, published: date | None, aliases: Aliases) -> Iterable[Statement]:
    found = [
        figure
        for each in figures(text, published=published, aliases=aliases)
        if (figure := exactly(each, text)) is not None
    ]
    by_sentence: dict[tuple[int, int], list[Figure]] = {}
    for figure in found:
        part = _OTHERS if figure.metric == "killed" else _ATTRIBUTE
        if not part.match(text, figure.span[1]):
            by_sentence.setdefault(figure.sentence, []).append(figure)
    for (start, end), group in by_sentence.items():
        sentence = text[start:end]
        if is_background(sentence, published) or is_caption(sentence) or sentence.rstrip('”"’').endswith("?"):
            continue
        running = any(figure.window == "cumulative" for figure in group)
        if start >= _end(text, FIRST) and not running and not of_one_thing(sentence, article.headline):
            continue  # further down stands what else was counted
        for main, told in told_of(group, sentence):
            if main.speaker is None and re.search(r"\bclaim\w*|\baccus\w*|\ballege\w*", sentence, re.I):
                continue  # somebody's claim, and the rules do not know whose
            said = according(main, told)
            if main.speaker is not None and (
                _is_untold(main.speaker, article)
                or (not _is_headed(main.speaker, article) and is_stranger(main.speaker, said, aliases))
            ):
                continue
            if main.who in _NOBODY:
                continue  # members of what?
            if main.metric == "killed" and (main.value or 0) >= _MANY and not re.search(r"\b(?:in|since|over)\b", told):
                continue  # so many, and neither where nor since when
            yield Statement(
                text=_capital(told + said),
                speaker=main.speaker,
                article_id=article.id,
                basis="figure",
                metric=main.metric,
                figure=main,
                places=tuple(dict.fromkeys([*([main.place] if main.place else []), *_PLACE.findall(sentence)])),
                others=main.speaker is None and bool(_SOMEBODY_SAYS.search(sentence)),
            )


_PLACE = re.compile(
    r"\b(?:in|near|at|outside|across|inside|around|on)\s(?:the\s)?"
    rf"((?!{WEEKDAY}|{MONTH})"
    r"[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)"
)
#: `an official and three others`: not how many there were; `50 wounded prisoners`: not what happened to them.
_OTHERS = re.compile(r"\sothers?\b")
_ATTRIBUTE = re.compile(r"\s(?:wounded|injured)\s(?!in|on|by|at|as|and|or|after|when|since|during|according)\w+\s\w")
#: So many are hardly one event's dead.
_MANY = 200
#: From here on a text may tell what is only played.
_SCENARIO = re.compile(r"\b(?:war games?|scenarios?)\b", re.I)
_OF_NOBODY = re.compile(
    r"the (?:department|agency|company|group|organi[sz]ation|statement|report|official|source|committee|office|bureau"
    r"|commission|union|institute)",
    re.I,
)
_NOBODY = ("members", "member", "others", "personnel")
_SOMEBODY_SAYS = re.compile(
    r"\b(?:said|says|say|saying|told|according to|reported|reports|announced|confirmed|added|estimates?d?|put the"
    r"|claims?)\b",
    re.I,
)


def _of_claims(article: Article, text: str, aliases: Aliases) -> Iterable[tuple[Claim, Statement]]:
    leading = _end(text, LEADING)
    for claim in claims(text, aliases=aliases):
        if claim.speaker is None or claim.hedged or (claim.direct and _is_anybody(claim.speaker)):
            continue
        if _is_untold(claim.speaker, article):
            continue
        headed = _is_headed(claim.speaker, article)
        deep = claim.span[0] >= leading
        if not (headed or is_known(claim, aliases)):
            continue
        if deep and not (headed or claim.role or claim.side or aliases.find(claim.speaker)):
            continue  # so far down only somebody whom a reader of the heading expects, or is told of
        own_words = quoted(text, claim) if claim.direct else None
        basis = "quote" if claim.direct else "claim"
        for words in (own_words,) if own_words else reported(text, claim):
            by_name = is_stranger(claim.speaker, words, aliases)
            if by_name and not headed:
                continue
            statement = Statement(
                text=_capital(words),
                speaker=claim.speaker,
                article_id=article.id,
                basis=basis,
                deep=deep,
                by_name=by_name,
            )
            yield claim, statement


def _is_untold(speaker: str, article: Article) -> bool:
    """Is it somebody named elsewhere, or "the department", of which neither it nor the headline says which?"""
    return is_named_elsewhere(speaker) or (
        _OF_NOBODY.fullmatch(speaker) is not None and speaker.split()[-1] not in article.headline.casefold()
    )


def _is_headed(speaker: str, article: Article) -> bool:
    """Has the article's headline who speaks?"""
    return speaker.split()[-1] in article.headline


def _is_anybody(speaker: str) -> bool:
    """`the volunteer`, `a spokesperson of the group`, `residents`: a reader could not tell who that is."""
    name = re.sub(r"^(?:a|an|the)\s+", "", speaker, flags=re.I)
    return (
        not re.search(r"\b[A-Z]", name if name != speaker else name[:1].lower() + name[1:]) and " " in speaker.strip()
    ) or (speaker.casefold() in ("residents", "witnesses", "officials", "medics", "police", "authorities", "survivors"))


def _capital(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip()
    return words[:1].upper() + words[1:]
