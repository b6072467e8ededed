"""How many: how is a number told in words of our own, with whom it counts, where and since when?"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence

from scrapers.compose.figures import Figure
from scrapers.compose.names import in_a_sentence
from scrapers.compose.newsnouns import is_plural
from scrapers.compose.othertime import MONTHS
from scrapers.compose.phrases import cause, number, people, pledge
from scrapers.compose.speechwords import SPEAKING_NOUNS, WEEKDAY
from scrapers.compose.whosaid import with_office

_UNSURE = re.compile(
    r"\b(?:reportedly|allegedly|unconfirmed|unverified|alleged|feared|rumou?r\w*|false(?:ly)?|hoax|fake)\b", re.I
)


_VIOLENT = re.compile(
    r"\b(?:kill\w*|shot|shoot\w*|slain|murder\w*|massacre\w*|strikes?|airstrikes?|attack\w*|shell\w*|bomb\w*"
    r"|missiles?|rockets?|drones?|gunmen|ambush\w*"
    r"|clash\w*|fighting|battle\w*|raid\w*|assault|explosion|blast|war|violence|conflict|hostilities|combat"
    r"|terror\w*|coup|army|militar\w*|rebels?|troops)\b",
    re.I,
)
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


def told_of(group: Sequence[Figure], sentence: str) -> Iterable[tuple[Figure, str]]:
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
                and _beside(figure, f, sentence)
                and metrics.count("injured") == 1
            ),
            None,
        )
        where = _where(sentence, figure)
        why = cause(sentence)
        when = _period(figure, sentence)
        # "in four days of fighting" says both
        how = f" {why}" if why and not (why.startswith("in ") and _AFTER.search(when)) else ""
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
            what = figure.who if re.fullmatch(r"(?:houses|homes)", figure.who or "") else "buildings"
            yield figure, f"{number(figure)} {what} were {hedge}{_wrecked(sentence)}{where}"
        elif figure.metric == "prisoners_exchanged" and not re.search(r"\b(?:each|apiece|both)\b", sentence):
            yield figure, f"{number(figure)} prisoners were {hedge}exchanged"
        elif figure.metric == "bodies_returned":
            yield figure, f"the bodies of {number(figure)} people were {hedge}returned"
        elif figure.metric == "clashes":
            yield figure, f"{number(figure)} clashes were {hedge}counted{when}"
        elif figure.metric == "aid_money" and (given := pledge(sentence, figure)):
            yield figure, given


#: Between two numbers of one event stands nothing of another, nor other people.
_ANOTHER_EVENT = re.compile(
    r"\b(?:left|hours|days?|after|before|then|later|which|that|who|when|shelled|fired|struck|targeted|attackers?"
    r"|policem\w+|police|officers?|soldiers?|troops|gunmen|militants?)\b"
)


def _beside(killed: Figure, injured: Figure, sentence: str) -> bool:
    """Are they the dead and the injured of one event, and of one kind of people?"""
    first, last = sorted((killed.span, injured.span))
    between = sentence[first[1] - killed.sentence[0] : last[0] - killed.sentence[0]]
    whom = f"{killed.who or ''} {injured.who or ''}".casefold()
    return not re.search(r"[A-Z;:]", between) and not any(
        found[0] not in whom.split() for found in _ANOTHER_EVENT.finditer(between)
    )


def _weapon(noun: str, figure: Figure) -> str:
    if noun == "missiles" and figure.who and figure.who.lower().endswith(("rocket", "rockets")):
        noun = "rockets"
    return noun[:-1] if figure.value == 1 and figure.qualifier == "exactly" else noun


def _wrecked(sentence: str) -> str:
    """`destroyed` or `damaged`, as the sentence has it; both where it has both or another word."""
    gone, hurt = (re.search(words, sentence, re.I) for words in (r"\bdestroy", r"\bdamag"))
    return "damaged or destroyed" if bool(gone) == bool(hurt) else "destroyed" if gone else "damaged"


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


#: `after three days of urban warfare`.
_AFTER = re.compile(
    r"\b(?:after|in|during)\s(?P<span>(?:(?:more|less)\sthan\s|nearly\s|almost\s|over\s|about\s)?"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s"
    r"(?:days|weeks|months)\sof\s(?:[a-z-]+\s)?(?:fighting|warfare|clashes|violence|unrest|battles))\b"
)


#: `and more than 900 injured`, `and wounded 900`: counted with them.
_AND_HURT = re.compile(
    r"\band\s(?:injured|wounded|hurt)\b"
    r"|\band\s(?:about\s|over\s|(?:at\sleast|more\sthan|some)\s)?[\d,]+\s(?:others?\s)?(?:injured|wounded|hurt)\b"
)


#: How long it went on, right behind what is counted or its toll: without it a week's dead would be a day's.
_OVER = re.compile(
    r"(?:(?!\b(?:and|first|worst|since|who|which|that)\b)[^,;.]){0,60}?(?:\sand\s[\w\s]{0,12}?[\d,]+(?:\s\w+)?)?"
    r"\s(?P<over>(?:over|in|during|within)\s(?:the\s)?(?:past|last)\s(?:[a-z]+\s)?(?:weeks?|months?|fortnight|days))\b",
    re.I,
)
_TOLL_SINCE = re.compile(rf"\btoll\s(?P<over>since\s(?:{WEEKDAY}))\b")


def _period(figure: Figure, sentence: str) -> str:
    if figure.window == "daily" and figure.period:
        if re.search(r"past|last|previous|24", figure.period):
            return " over the past day"
        return " in a day" if figure.period.lower().startswith("in") else " a day"
    behind = figure.span[1] - figure.sentence[0]
    if after := _AFTER.search(sentence, behind):
        between = _AND_HURT.sub("", sentence[behind : after.start()])
        if not re.search(r",|\band\b", between):
            return f" in {after['span']}"
    if over := _OVER.match(sentence, behind) or _TOLL_SINCE.search(sentence):
        return f" {over['over'][0].lower()}{over['over'][1:]}"
    if figure.window != "cumulative":
        return ""
    if (
        figure.period
        and len(figure.period.split()) <= 6
        and figure.period.lower().startswith("since")
        and not re.search(r"\b(?:last|the|a|an|on|in|of|its|this)$|\sto\s\d", figure.period.strip())
    ):
        return f" {figure.period.strip()}"
    if since := _SINCE.search(sentence):
        day, month = since["day"] or since["day2"], since["month"] or since["month2"]
        if day and month[:3].casefold() in MONTHS:
            return f" since {int(day)} {calendar.month_name[MONTHS[month[:3].casefold()]]}"
        return f" since the {since['what']} began"
    return ""


_NO_PLACE = re.compile(
    r"\b(?:Prime|Minister|President|Secretary|General|Horn|Street|University)\b"
    r"|(?:African|European|Asian|American|Eastern|Western)$"
)


#: `A day after a strike on Koravets, …`
_AN_EARLIER = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\s(?:after|before)\s[^,;]*[,;]", re.I)


#: Seas and lands that are named with "the".
_WITH_THE = frozenset(
    ("Pacific", "Atlantic", "Mediterranean", "Caribbean", "Baltic", "Sahel", "Red Sea", "Black Sea", "West Bank")
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
    earlier = _AN_EARLIER.search(sentence)
    if earlier and earlier.start() < found.start() < earlier.end():
        return ""
    between = re.sub(r",\sincluding\s[^,]+,", "", sentence[counted_at : found.start()])
    if re.search(r"\b(?:which|that|where|who|including|of them|of whom|among)\b", between):
        return ""
    if place in _WITH_THE:
        place = f"the {place}"
    if found["prep"] == "near":
        town = re.fullmatch(
            r"(?:the\s(?:[\w-]+\s){0,2}(?:city|town|village|capital|border)\s(?:of|with)\s)?", found["between"]
        )
        return f" near {place}" if town else ""
    return f" in {place}"


def according(figure: Figure, told: str) -> str:
    if figure.speaker is None or (figure.metric == "aid_money" and told.lower().startswith(figure.speaker.lower())):
        return ""
    office = with_office(figure.speaker, figure.role)
    speaker = office.rstrip(",") if office != figure.speaker else in_a_sentence(figure.speaker)
    if speaker.split()[0].casefold() in SPEAKING_NOUNS and speaker.istitle() is False and is_plural(speaker.split()[0]):
        speaker = speaker[0].lower() + speaker[1:]  # `Authorities in Nigeria`
    chain = [speaker, *figure.relay]
    return f", according to {chain[0]}" + (f", {chain[1]} reported" if len(chain) > 1 else "")
