"""Statement: which sentences of our own can be made of an article, safely?

For sources whose words may not be shown: a figure, a speaker's own few words, or a short claim, each with who says so.
A sentence that cannot be made safely is left out.

The text has no full stop at its end, so that `, <outlet> reports.` can follow:
`At least 26 people were killed in Hama, according to SANA` + `, the Guardian reports.`
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from scrapers.compose.claims import Claim, claims
from scrapers.compose.exactly import exactly
from scrapers.compose.figures import Figure, figures
from scrapers.compose.names import in_a_sentence
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.phrases import cause, number, people, pledge
from scrapers.compose.reported import is_known, reported
from scrapers.compose.sentences import sentence_spans
from scrapers.compose.speakers import NO_ALIASES, Aliases
from scrapers.compose.speechwords import SPEAKING_NOUNS
from scrapers.compose.spoken import STALE, quoted
from scrapers.model import Article

#: Words of the article that may stand in a row outside of a quotation.
COPIED_WORDS = 15
#: Only the news itself: what stands further down is mostly background.
SENTENCES = 8
#: The first sentences, which tell what the headline tells.
LEADING = 4


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


_UNSURE = re.compile(
    r"\b(?:reportedly|allegedly|unconfirmed|unverified|alleged|feared|rumou?r\w*|false(?:ly)?|hoax|fake)\b", re.I
)
# An event that is only named to tell which trial, anniversary or suspect the news is about.
_BACKGROUND = re.compile(
    r"\b(?:behind|over|accused|charged|convicted|sentenced|responsible\s+for|mastermind\w*|directed|planned"
    r"|suspected|trial|guilty|jailed|verdict"
    r"|linked\s+to|inquiry|investigation|commemorat\w+|memorial|remember\w*|survivors?"
    r"|survived)\b[^.;]*?\b(?:that|which|who)\s+(?:has\s+|have\s+|had\s+)?"
    r"(?:kill|left|injur|wound|claim)|\b(?:tornado|earthquake|quake|holocaust|remembrance"
    r"|moment\s+of\s+silence|world\s+war|cold\s+war|vietnam\s+war|korean\s+war|stampede|hepatitis|outbreak|cholera"
    r"|flood\w*|landslide|storm|cyclone|hurricane)\b",
    re.I,
)
_VIOLENT = re.compile(
    r"\b(?:kill\w*|shot|shoot\w*|slain|murder\w*|massacre\w*|strikes?|airstrikes?|attack\w*|shell\w*|bomb\w*"
    r"|missiles?|rockets?|drones?|gunmen|ambush\w*"
    r"|clash\w*|fighting|battle\w*|raid\w*|assault|explosion|blast|war|violence|conflict|hostilities|combat"
    r"|terror\w*|coup|army|militar\w*|rebels?|troops)\b",
    re.I,
)
_ORDER = tuple(
    """killed injured casualties missing abducted captured hostages_held freed prisoners_exchanged bodies_returned
    bodies_found drones_intercepted drones_launched missiles_intercepted missiles_launched displaced evacuated
    rescued detained aid_money homes_damaged clashes""".split()
)


def statements(article: Article, *, aliases: Aliases = NO_ALIASES, limit: int = 3) -> tuple[Statement, ...]:
    """At most `limit` sentences of our own, the most telling first; () for an article that is not in English."""
    if not article.language.lower().startswith("en"):
        return ()
    published = article.published.date() if article.published else None
    body = article.text or article.summary
    old = STALE.search(article.headline) or _another_year(f"{article.headline}. {_lead(body)}", published)
    made: list[Statement] = []
    if not old:
        made.extend(_of_figures(article, _head(body), published, aliases))
    counted = {statement.figure.sentence for statement in made if statement.figure is not None}
    if not old:
        made.extend(_of_figures(article, article.headline, published, aliases))
    quotes = [
        statement
        for claim, statement in _of_claims(article, body, aliases)
        if not (old or is_old(body, claim, published))
        and (claim.direct or _sentence_of(body, claim) not in counted)  # its figure is told
    ]
    whole = f"{article.headline}\n{article.summary}\n{article.text}"
    picked: list[Statement] = []
    for statement in (*_spread(made, 2), *_spread([s for s in quotes if s.basis == "quote"], 1), *quotes):
        if len(picked) >= limit:
            break
        if any(_alike(statement, other) for other in picked) or longest_copy(statement.text, whole) > COPIED_WORDS:
            continue
        picked.append(statement)
    return tuple(picked)


def longest_copy(text: str, article: str) -> int:
    """The most words in a row that a sentence shares with the article, quotations left aside."""
    row = " ".join(_words(article))
    best = 0
    for piece in re.split(r"“[^”]*”", text):
        words = _words(piece)
        for first in range(len(words)):
            while first + best < len(words) and f" {' '.join(words[first : first + best + 1])} " in f" {row} ":
                best += 1
    return best


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’'.,-]*\w", text.lower().replace("’", "'"))


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


# --- figures ---------------------------------------------------------------------------------------------------------


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
        if is_background(sentence, published) or sentence.rstrip('”"’').endswith("?"):
            continue
        for main, told in _told(group, sentence):
            if main.speaker is None and re.search(r"\bclaim\w*|\baccus\w*|\ballege\w*", sentence, re.I):
                continue  # somebody's claim, and the rules do not know whose
            if main.who in _NOBODY:
                continue  # members of what?
            if main.metric == "killed" and (main.value or 0) >= _MANY and not re.search(r"\b(?:in|since|over)\b", told):
                continue  # so many, and neither where nor since when
            yield Statement(
                text=_capital(told + _according(main, told)),
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
    r"((?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)"
)
#: `an official and three others`: not how many there were; `50 wounded prisoners`: not what happened to them.
_OTHERS = re.compile(r"\sothers?\b")
_ATTRIBUTE = re.compile(r"\s(?:wounded|injured)\s(?!in|on|by|at|as|and|or|after|when|since|during|according)\w+\s\w")
#: So many are hardly one event's dead.
_MANY = 200
_NOBODY = ("members", "member", "others", "personnel")
_SOMEBODY_SAYS = re.compile(
    r"\b(?:said|says|say|saying|told|according to|reported|reports|announced|confirmed|added|estimates?d?|put the"
    r"|claims?)\b",
    re.I,
)
_AT_THE_TIME = re.compile(r"\bat the time\b", re.I)
_THIS_MONTH = re.compile(r"\b(?:earlier\s)?this\s(?:month|year)\b", re.I)
_OTHER_DAY = re.compile(
    r"\b(?:on|of|since|until)\s+(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+(\d{1,2})\b"
    r"|\blast\s+(?:week|month|year|spring|summer|autumn|fall|winter|mon|tues|wednes|thurs|fri|satur|sun)\w*",
    re.I,
)
_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}


def is_background(sentence: str, published: date | None) -> bool:
    """Does the sentence tell of what was before: another year, another day, the story so far?"""
    if (
        _THIS_MONTH.search(sentence)
        or STALE.search(sentence)
        or _BACKGROUND.search(sentence)
        or _another_year(sentence, published)
    ):
        return True
    for found in _OTHER_DAY.finditer(sentence):
        if found[1] is None or published is None:
            return found[1] is None
        apart = (published.month - _MONTHS[found[1][:3].casefold()]) * 30 + published.day - int(found[2])
        bounds = found[0][:5].casefold() == "since" or re.search(r"\bsince\b[^.;,]{0,80}$", sentence[: found.start()])
        if not -1 <= apart <= 2 and not bounds:
            return True
    return False


def tells_of_another_year(headline: str, article: Article) -> bool:
    """Does a development's headline name a year that is not the article's ("convicted of the 1980 bombing")?"""
    return _another_year(headline, article.published.date() if article.published else None)


def _another_year(sentence: str, published: date | None) -> bool:
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b(?!,\d)", sentence)}
    # A year given with "since" bounds a sum and does not make it old.
    years -= {int(year) for year in re.findall(r"\bsince\b[^.;]{0,30}?\b((?:19|20)\d\d)\b", sentence)}
    return bool(years) and (published is None or years != {published.year})


_VERBS = {
    "killed": "killed",
    "injured": "injured",
    "captured": "captured",
    "evacuated": "evacuated",
    "detained": "detained",
    "freed": "freed",
    "abducted": "abducted",
    "rescued": "rescued",
}


def _told(group: Sequence[Figure], sentence: str) -> Iterable[tuple[Figure, str]]:
    """(the figure that leads, our words) for what one sentence counts."""
    main = [figure for figure in group if not figure.part and figure.value is not None]
    parts = [figure for figure in group if figure.part]
    metrics = [figure.metric for figure in main]
    used: set[int] = set()
    hedge = "reportedly " if _UNSURE.search(sentence) else ""
    for index, figure in enumerate(main):
        if index in used or metrics.count(figure.metric) > 1 or not figure.value:
            continue
        other = next(
            (
                i
                for i, f in enumerate(main)
                if i != index
                and f.metric == "injured"
                and f.speaker == figure.speaker
                and metrics.count("injured") == 1
            ),
            None,
        )
        where = _where(sentence, figure)
        why = cause(sentence)
        how = f" {why}" if why else ""
        when = _period(figure, sentence)
        running = "have been" if figure.window == "cumulative" else "were"
        if figure.value == 1 and figure.upper is None:
            running = "has been" if figure.window == "cumulative" else "was"
        if figure.metric in _VERBS:
            among = _among(parts, figure, main)
            words = f"{people(figure)}{among} {running} {hedge}{_VERBS[figure.metric]}"
            if figure.metric == "killed" and not _VIOLENT.search(sentence):
                words = f"{people(figure)}{among} {'have ' if figure.window == 'cumulative' else ''}{hedge}died"
                other = None
            if figure.metric == "killed" and other is not None:
                used.add(other)
                words += f" and {number(main[other])} injured"
            if figure.metric in ("killed", "injured"):
                words += f"{how}{where}{when}"
            yield figure, words
        elif figure.metric == "missing":
            yield figure, f"{people(figure)} {'is' if figure.value == 1 else 'are'} {hedge}missing"
        elif figure.metric == "displaced":
            fled = "been displaced" if re.search(r"\bdisplac|uproot", sentence, re.I) else "fled"
            yield figure, f"{people(figure)} have {hedge}{fled}{when}"
        elif figure.metric == "hostages_held":
            yield figure, f"{number(figure)} hostages are {hedge}still held"
        elif figure.metric in ("drones_intercepted", "missiles_intercepted"):
            noun = figure.metric.split("_")[0]
            fired = next((f for f in main if f.metric == f"{noun}_launched" and f.qualifier == "exactly"), None)
            of = f" of {number(fired)}" if fired and fired.value and fired.value >= figure.value else ""
            used.update(i for i, f in enumerate(main) if f is fired)
            was = "was" if figure.value == 1 and not of else "were"
            yield figure, f"{number(figure)}{of} {_weapon(noun, figure)} {was} {hedge}intercepted{when}"
        elif figure.metric in ("drones_launched", "missiles_launched"):
            noun = figure.metric.split("_")[0]
            if any(f.metric == f"{noun}_intercepted" for f in main):
                continue
            was = "was" if figure.value == 1 else "were"
            yield figure, f"{number(figure)} {_weapon(noun, figure)} {was} {hedge}launched{when}"
        elif figure.metric == "homes_damaged":
            yield figure, f"{number(figure)} buildings were {hedge}damaged or destroyed{where}"
        elif figure.metric == "prisoners_exchanged" and not re.search(r"\b(?:each|apiece|both)\b", sentence):
            yield figure, f"{number(figure)} prisoners were {hedge}exchanged"
        elif figure.metric == "bodies_returned":
            yield figure, f"the bodies of {number(figure)} people were {hedge}returned"
        elif figure.metric == "clashes":
            yield figure, f"{number(figure)} clashes were {hedge}counted{when}"
        elif figure.metric == "aid_money" and (given := pledge(sentence, figure)):
            yield figure, given


def _weapon(noun: str, figure: Figure) -> str:
    if noun == "missiles" and figure.who and figure.who.lower().endswith(("rocket", "rockets")):
        noun = "rockets"
    return noun[:-1] if figure.value == 1 and figure.qualifier == "exactly" else noun


def _among(parts: Sequence[Figure], figure: Figure, main: Sequence[Figure]) -> str:
    mine = [part for part in parts if part.metric == figure.metric and part.who and part.value]
    if len(mine) != 1 or len([f for f in main if f.metric == figure.metric]) != 1:
        return ""
    return f", including {number(mine[0])} {mine[0].who},"


#: `since the fighting between two generals erupted on April 15`.
_SINCE = re.compile(
    r"\bsince\s(?:the\s)?(?:[\w’'-]+\s){0,4}?(?P<what>fighting|war|conflict|clashes|violence|fight|battles)\b[^.;,]{0,60}?"
    r"\b(?:began|begun|broke\sout|erupted|started)\b(?:[^.;,]{0,20}?\bon\s(?:\w+day,?\s)?"
    r"(?:(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2})|(?P<day2>\d{1,2})\s(?P<month2>[A-Z][a-z]{2,8}))\b)?"
)


def _period(figure: Figure, sentence: str) -> str:
    if figure.window == "daily" and figure.period:
        if re.search(r"past|last|previous|24", figure.period):
            return " over the past day"
        return " in a day" if figure.period.lower().startswith("in") else " a day"
    if figure.window != "cumulative":
        return ""
    if (
        figure.period
        and len(figure.period.split()) <= 6
        and figure.period.lower().startswith("since")
        and not re.search(r"\b(?:last|the|a|an|on|in|of|its|this)$", figure.period.strip())
    ):
        return f" {figure.period.strip()}"
    if since := _SINCE.search(sentence):
        day, month = since["day"] or since["day2"], since["month"] or since["month2"]
        if day and month[:3].casefold() in _MONTHS:
            return f" since {int(day)} {calendar.month_name[_MONTHS[month[:3].casefold()]]}"
        return f" since the {since['what']} began"
    return ""


_NO_PLACE = re.compile(
    r"\b(?:Prime|Minister|President|Secretary|General|Horn|Street|University)\b"
    r"|(?:African|European|Asian|American|Eastern|Western)$"
)


def _where(sentence: str, figure: Figure) -> str:
    """` in PLACE` or ` near PLACE`, as the sentence has it; "" where the place may be somebody's home or aim.

    What a relative clause places ("clashes that broke out in Darfur") is not where the people were counted.
    """
    place = figure.place
    if not place or _NO_PLACE.search(place):
        return ""
    found = re.search(
        rf"\b(?P<prep>in|In|near|at)\s(?P<between>(?:(?!(?:after|by|with|from|when|as|for|to|where|that|and)\s)(?:the|a|an"
        rf"|[a-z]+|[A-Z][\w’'-]+[’']s)\s){{0,6}}){re.escape(place)}",
        sentence,
    )
    if found is None:
        return ""
    counted_at = figure.span[1] - figure.sentence[0]
    if re.search(r"\b(?:which|that|where|who)\b", sentence[counted_at : found.start()]):
        return ""
    if found["prep"] == "near":
        town = re.fullmatch(
            r"(?:the\s(?:[\w-]+\s){0,2}(?:city|town|village|capital|border)\s(?:of|with)\s)?", found["between"]
        )
        return f" near {place}" if town else ""
    return f" in {place}"


def _according(figure: Figure, told: str) -> str:
    if figure.speaker is None or (figure.metric == "aid_money" and told.lower().startswith(figure.speaker.lower())):
        return ""
    speaker = in_a_sentence(figure.speaker)
    if speaker.split()[0].casefold() in SPEAKING_NOUNS and speaker.istitle() is False and is_plural(speaker.split()[0]):
        speaker = speaker[0].lower() + speaker[1:]  # `Authorities in Nigeria`
    chain = [speaker, *figure.relay]
    return f", according to {chain[0]}" + (f", {chain[1]} reported" if len(chain) > 1 else "")


def is_old(text: str, claim: Claim, published: date | None) -> bool:
    """Does its sentence tell of what was said, or was, at another time?"""
    where = _sentence_of(text, claim)
    sentence = text[where[0] : where[1]]
    if _AT_THE_TIME.search(sentence) or STALE.search(text[where[0] : claim.span[1]]):
        return True
    return bool(_THIS_MONTH.search(sentence)) or _another_year(sentence, published)


def _sentence_of(text: str, claim: Claim) -> tuple[int, int]:
    return next((span for span in sentence_spans(text) if span[0] <= claim.span[0] < span[1]), (0, len(text)))


def _of_claims(article: Article, text: str, aliases: Aliases) -> Iterable[tuple[Claim, Statement]]:
    for claim in claims(text, aliases=aliases):
        if claim.speaker is None or claim.hedged or (claim.direct and _is_anybody(claim.speaker)):
            continue
        headed = claim.speaker.split()[-1] in article.headline
        deep = claim.span[0] >= _end(text, LEADING)
        if not (headed or is_known(claim, aliases)):
            continue
        if deep and not (headed or claim.role or claim.side or aliases.find(claim.speaker)):
            continue  # so far down only somebody whom a reader of the heading expects, or is told of
        own_words = quoted(text, claim) if claim.direct else None
        for words in [own_words] if own_words else [reported(text, claim, whole=True), reported(text, claim)]:
            if words is not None:
                basis = "quote" if claim.direct else "claim"
                text_of_it = _capital(words)
                yield (
                    claim,
                    Statement(text=text_of_it, speaker=claim.speaker, article_id=article.id, basis=basis, deep=deep),
                )


def _is_anybody(speaker: str) -> bool:
    """`the volunteer`, `a spokesperson of the group`, `residents`: a reader could not tell who that is."""
    name = re.sub(r"^(?:a|an|the)\s+", "", speaker, flags=re.I)
    return (
        not re.search(r"\b[A-Z]", name if name != speaker else name[:1].lower() + name[1:]) and " " in speaker.strip()
    ) or (speaker.casefold() in ("residents", "witnesses", "officials", "medics", "police", "authorities", "survivors"))


def _capital(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip()
    return words[:1].upper() + words[1:]
