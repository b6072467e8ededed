"""Figures: how many, of what, where, and who says so?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrapers.facts.claims import Answer, Sentence, speakers_of_quotations, taken_apart
from scrapers.facts.counts import Count, counts
from scrapers.facts.marks import pattern
from scrapers.facts.measured import Measured, measured
from scrapers.facts.names import Cast, cast_of
from scrapers.facts.not_a_count import is_correction
from scrapers.facts.phrases import with_trait
from scrapers.facts.place import place_of
from scrapers.facts.quotation import Quotation
from scrapers.facts.saying import MONTH, SPEECH, WEAK
from scrapers.facts.speakers import NO_ALIASES, Aliases, Speaker, stated_role


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number somebody gives for something that can be counted from day to day."""

    #: One of `scrapers.ledger.METRICS`: "killed", "drones_intercepted", "aid_money", ...
    metric: str
    #: None for a word that is no number ("dozens"), which then stands in `qualifier`.
    value: int | Decimal | None
    #: The upper end where the text gives a range.
    upper: int | Decimal | None = None
    #: "exactly", "at least", "about", "up to", "more than", "less than", or the word that is no number.
    qualifier: str = "exactly"
    #: ISO 4217 of money; None for what is no money.
    currency: str | None = None
    #: "daily", "cumulative", or None for one event.
    window: str | None = None
    #: The window in the text's words: "since April 15", "over the past day".
    period: str | None = None
    #: As the text names it.
    place: str | None = None
    #: Who is counted, in the text's words: "civilians", "Russian soldiers".
    who: str | None = None
    #: Part of another figure of the sentence ("including two children"): never to be added to it.
    part: bool = False
    #: None for unattributed.
    speaker: str | None = None
    role: str | None = None
    side: str | None = None
    #: Who passes it on, nearest to the reader first.
    relay: tuple[str, ...] = ()
    #: Where the number stands in the text, with its qualifier.
    span: tuple[int, int]
    #: Where the sentence stands.
    sentence: tuple[int, int]
    #: The day the figure was published; None if the text's is not known.
    published: date | None = None


# `put the toll at 38`: a common verb that gives a number all the same
_WEAK_BUT_TOLD = pattern(
    r"\s(?:that|the\s(?:\w+\s)?(?:toll|number|figure|count|total|dead)|its\slosses|losses|casualties)\b"
)
_MAY_COUNT = pattern(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|eleven|twelve|\w+ty|hundreds?|thousands?|millions?"
    r"|half|dozens?|scores?)\b"
)
#: Characters and numbers beyond which a "sentence" is a table or a list: not read, and the rules stay fast.
LONGEST, MOST = 1500, 30
#: "half of ten drones": the number is the whole, and what is told of is not.
_SHARE = pattern(r"\b(?:half|most|some|none|many|few|part|thirds?|quarters?|majority) of (?:(?:the|its) )?$")
#: "38 of the 67 people on board died": so is the second number, where people are counted.
_OF_ALL = pattern(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?)) of (?:the )?"
    r"(?:(?:last|first|other|remaining) )?$"
)
_DAILY = pattern(
    r"(?:(?:over|in|during|for|within) )?the (?:past|last|previous) (?:day|24 hours)|\bdaily\b"
    r"|(?<!,\s)\b(?:a|per|each|every) day\b(?! (?:after|before|earlier|later|of|when|that))"
    r"|\bin (?:a single|one) day\b|\bover 24 hours\b"
)
_CUMULATIVE = pattern(
    r"(?<!first\s)(?<!time\s)\bsince (?:the )?(?:(?:[\w’'-]+\s){0,3}?(?:war|fighting|conflict|violence|month|week|year"
    r"|clashes|invasion|uprising|coup|crisis|hostilities|ceasefire|truce|start|beginning|outbreak|October|full-scale)\b"
    r"[^,;.]{0,45}|(?:early\s|mid-|late\s)?(?:{MONTH}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|\d{1,2}\s|20\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last\s"
    r"|then)[^,;.]{0,30}(?:,\s20\d\d)?)|\bso far\b|\bin total\b|\btotal number\b|\bto date\b|\bthis year\b|\balready\b"
    r"|\bbetween (?:\w+day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*)\b[^;.]{0,40}\band\b"
    r"|\b(?:has|have|had) (?:risen|climbed|reached|passed|now)\b"
    r"|\b(?:rises|rose|climbs|climbed|rising|(?:nears|tops)\s\d)"
    r"|(?<!day[’']s\s)(?<!day[’']s\sdeath\s)(?<!\bno\s)(?<!\ba\s)(?<!\bno\sdeath\s)\btoll\b"
    r"|\bbringing\b[^;.]{0,40}\bto\b|\bover the same period\b|\bnow (?:number|stands?)\b|\bin the (?:war|conflict)\b"
    r"|\bthe war has\b",
    {"MONTH": MONTH},
)
# "the deadliest attack since the winter" sums nothing up
_RECORD = pattern(r"\b(?:deadliest|biggest|largest|worst|heaviest|first|most \w+)\b[^.;]{0,60}\bsince\b")
# "490 troops were killed on Friday": an army's daily count
_A_DAYS = pattern(r"\b(?:troops|soldiers)\b[^;.]{0,30}\bkilled on \w+day\b")
#: "have been killed" of this many or more tells a sum: hardly one event kills so many.
_MORE_THAN_ONE_EVENT = 200
_PERFECT = pattern(
    r"\b(?:has|have) (?:\w+ ){0,2}?(?:been (?:killed|displaced|injured|wounded|uprooted)|killed|died|fled|crossed"
    r"|displaced|left|driven|uprooted|taken refuge)\b"
)
_IN_A_WEEK = pattern(r"\bin (?:a|one|two|three|the past|the last) (?:hours?|days?|week|month)")
_SUMMED = with_trait("summed")
_LARGE_SUMS = with_trait("large sums")

#: Small words of other languages: `vor 40 Jahren die …` tells of no dead.
_FOREIGN = re.compile(
    r"\b(?:der|das|und|wurde|nicht|mit|ist|les|des|dans|est|pour|una|los|del|się|jest|nie|na|vom|auf|sich|que|avec)\b"
)
_ENGLISH = pattern(r"\b(?:the|of|and|to|was|were|are|have|has|by|after|at|with|from|for)\b")


def _is_foreign(sentence: str) -> bool:
    small = len(_FOREIGN.findall(sentence))
    return small > 1 and small > len(_ENGLISH.findall(sentence))


def figures(text: str, *, published: date | None = None, aliases: Aliases = NO_ALIASES) -> tuple[Figure, ...]:
    """The figures of a text, in order; one that is not certain is left out."""
    if not _MAY_COUNT.search(text):
        return ()
    parts, quotes = taken_apart(text)
    cast: Cast | None = None
    answers: tuple[Answer, ...] | None = None
    found: list[Figure] = []
    corrected = 0  # up to where a notice of correction goes
    for sentence in parts:
        if is_correction(text[sentence.start : sentence.end]):
            line = text.find("\n", sentence.end)
            corrected = len(text) if line < 0 else line
        if sentence.start < corrected:
            continue
        if sentence.end - sentence.start > LONGEST or not _MAY_COUNT.search(text, sentence.start, sentence.end):
            continue
        numbers = counts(text, sentence.start, sentence.end)
        hits = measured(text, sentence.start, sentence.end, numbers) if len(numbers) <= MOST else ()
        words = text[sentence.start : sentence.end]
        if not hits or _is_foreign(words):
            continue
        if cast is None or answers is None:
            cast = cast_of(text, parts, aliases)
            answers = speakers_of_quotations(text, parts, quotes)
        for hit in hits:
            if _is_the_whole(text, sentence, hit):
                continue
            who, relay = _speaker(text, cast, sentence, hit.count, quotes, answers)
            window, period = _window(text, sentence, hit)
            found.append(
                Figure(
                    metric=hit.metric,
                    value=hit.count.value,
                    upper=hit.count.upper,
                    qualifier=hit.count.qualifier,
                    currency=hit.count.currency,
                    window=window,
                    period=period,
                    place=place_of(text, sentence, hit.count, hit.metric),
                    who=hit.who,
                    part=hit.part,
                    speaker=who.name if who else None,
                    role=stated_role(who, text) if who else None,
                    side=who.side if who else None,
                    relay=relay,
                    span=(hit.count.start, hit.count.end),
                    sentence=(sentence.start, sentence.end),
                    published=published,
                )
            )
    return tuple(found)


_AMONG_THEM = pattern(r"\b(?:including|among them|of them|of whom)\b")


def _window(text: str, sentence: Sentence, hit: Measured) -> tuple[str | None, str | None]:
    if daily := _DAILY.search(text, sentence.start, sentence.end):
        between = text[hit.count.end : daily.start()] or text[daily.end() : hit.count.start]
        if not _AMONG_THEM.search(between):  # "62,000 since the war began, including 21 over the past day"
            return "daily", daily[0]
    value = hit.count.value or 0
    if hit.metric in ("killed", "casualties") and value >= 100 and _A_DAYS.search(text, sentence.start, sentence.end):
        return "daily", None
    if (
        hit.metric in _SUMMED
        and not _RECORD.search(text, sentence.start, sentence.end)
        and (running := _CUMULATIVE.search(text, sentence.start, sentence.end))
    ):
        said = running[0]
        return "cumulative", said if said.lower().startswith(("since", "this year", "between")) else None
    if (
        hit.metric in _LARGE_SUMS
        and value >= _MORE_THAN_ONE_EVENT
        and _PERFECT.search(text, sentence.start, sentence.end)
        and not _RECORD.search(text, sentence.start, sentence.end)
        and not _IN_A_WEEK.search(text, sentence.start, sentence.end)
    ):
        return "cumulative", None
    return None, None


_ALL_OF_THEM = pattern(r" (?:wounded|injured|dead|killed|missing)\b")


def _is_the_whole(text: str, sentence: Sentence, hit: Measured) -> bool:
    """The whole of which the sentence tells a part; but `two-thirds of the 48 wounded` are 48 wounded."""
    before = text[max(sentence.start, hit.count.start - 30) : hit.count.start]
    if before.lower().endswith(" the ") and _ALL_OF_THEM.match(text, hit.count.end):
        return False
    return bool(_SHARE.search(before)) or (
        not hit.metric.startswith(("drones", "missiles")) and bool(_OF_ALL.search(before))
    )


def _speaker(
    text: str,
    cast: Cast,
    sentence: Sentence,
    count: Count,
    quotes: Sequence[Quotation],
    answers: Sequence[Answer],
) -> tuple[Speaker | None, tuple[str, ...]]:
    """Who gives the number, and who passes it on."""
    for quote, answer in zip(quotes, answers, strict=True):
        if quote.start <= count.start < quote.end and len(text[quote.start : quote.end].split()) > 3:
            return cast.who(answer.source), ()
    holding = [
        cue
        for cue in sentence.cues
        if cue.source is not None
        and cue.reach[0] < count.end <= cue.reach[1]
        and SPEECH.get(cue.verb) not in ("denied", "asked", "ordered", "urged")
        and not (SPEECH.get(cue.verb) == "promised" and text.startswith(" to ", cue.end))
        and not (cue.verb.startswith("call") and text.startswith(" on ", cue.end))
        and (cue.verb not in WEAK or cue.form == "after" or _WEAK_BUT_TOLD.match(text, cue.end))
        and (SPEECH.get(cue.verb) != "accused" or cue.verb.startswith(("accus", "blam")))
        and not (cue.source.start < count.end <= cue.source.end)
    ]
    cited = [cue for cue in holding if cue.form == "citing"]
    plain = [cue for cue in holding if cue.form != "citing"]
    before = [cue for cue in plain if cue.form == "before"]
    named = [cue for cue in before if cue.source is not None and not cue.source.pronoun]
    if named and len(named) < len(before) and before[-1].source is not None and before[-1].source.pronoun:
        before = named  # `the office said it had recorded …`
    later = [cue for cue in plain if cue.form != "before"]
    chain = [cited[-1], *later] if cited and not before else [before[-1], *later] if before else later
    if not chain:
        return None, ()
    first = cast.who(chain[0].source)
    names = [known.name for cue in chain[1:] if (known := cast.who(cue.source))]
    return first, tuple(name for name in names if first is None or name != first.name)
