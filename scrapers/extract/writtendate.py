"""Which day do written words name, in any of sixteen languages?"""

from __future__ import annotations

import re
from datetime import date, timedelta

#: Month names by their first letters, in sixteen languages. The longest that fits wins.
_MONTHS = {
    1: "jan jän janv ene gen янв січ sty oca led يناير ינואר ינו",
    2: "feb fév fev févr фев лют lut şub úno فبراير פברואר פבר شباط fevr",
    3: "mar mär mrt mars märz maa мар бер marz bře مارس מרץ آذار",
    4: "apr avr abr апр квіт кві kwi nis dub أبريل ابريل אפריל אפר نيسان",
    5: "may mai mei mag maj май мая трав тра mayıs kvě مايو מאי أيار",
    6: "jun juin giu июн черв чер cze haz červn يونيو יוני יונ حزيران",
    7: "jul juil lug июл лип lip tem červen července يوليو יולי יול تموز",
    8: "aug aoû août ago авг серп сер sie ağu srp أغسطس אוגוסט אוג آب aou",
    9: "sep set sept сен вер wrz eyl zář سبتمبر ספטמבר ספט أيلول",
    10: "oct okt out ott окт жовт жов paź eki říj أكتوبر אוקטובר אוק",
    11: "nov ноя лист лис lis kas listopad نوفمبر נובמבר נוב noi",
    12: "dec dez déc dic des дек груд гру gru ara pros ديسمبر דצמבר דצמ",
}
MONTHS = {name: number for number, names in _MONTHS.items() for name in names.split()}
#: Those of two words.
MONTHS |= {"كانون الثاني": 1, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12}
_MONTH = r"(?:ב)?(?P<month>[^\W\d_]{3,10}(?: (?:الثاني|الأول))?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?"
_YEAR = r"(?:,?\s*(?:de\s+)?(?P<year>(?:19|20)\d\d))?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|[\s,.(])(?:{_DAY}\.?\s*(?:de\s+)?{_MONTH}\.?{_YEAR})(?=$|[\s,.):\-–—/])",
        rf"(?:^|[\s,.(])(?:{_MONTH}\.?\s+{_DAY}{_YEAR})(?=$|[\s,.):\-–—/])",
        r"(?:^|[\s,.(])(?P<day>\d{1,2})[./-](?P<number>\d{1,2})[./-](?P<year>20\d\d)(?=$|[\s,.):–—/-])",
        r"(?:^|[\s,.(])(?P<year>20\d\d)-(?P<number>\d{1,2})-(?P<day>\d{1,2})(?=$|[\s,.):–—/])",
    )
)


class Written:
    """A date was written; `date` is None where its year is unknown."""

    __slots__ = ("date",)

    def __init__(self, value: date | None) -> None:
        self.date = value


def cut_date(text: str, published: date | None) -> tuple[Written | None, str]:
    """The first date in a line, and the line without it. A date without a year takes `published`'s."""
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if (found := _read_date(match, published)) is not None:
                return found, text[: match.start()] + " , " + text[match.end() :]
    return None, text


def find_date(text: str, published: date | None) -> Written | None:
    """The first date in a line; None if there is none."""
    return cut_date(text, published)[0]


def written_date(text: str) -> date | None:
    """The first whole date in a line, with its year, in any of the languages; None if there is none."""
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if match.group("year") and (found := _read_date(match, None)) and found.date:
                return found.date
    return None


def leading_date(text: str, published: date | None) -> tuple[date | None, str] | None:
    """A date right at the start, with its year: the line's own. (date, the rest)"""
    for pattern in _DATES:
        match = pattern.match(text[:40])
        if match and match.group("year") and (found := _read_date(match, published)):
            return found.date, text[match.end() :].lstrip(" -–—.:)")
    return None


def _read_date(match: re.Match[str], published: date | None) -> Written | None:
    groups = match.groupdict()
    number = int(groups["number"]) if groups.get("number") else month(groups["month"])
    if number is None or not 1 <= number <= 12 or not 1 <= int(groups["day"]) <= 31:
        return None
    year = int(groups["year"]) if groups.get("year") else None
    return Written(day_of(int(groups["day"]), number, year, published))


def month(name: str) -> int | None:
    """The number of a month by its name or its first letters, None for any other word."""
    word = name.casefold().rstrip(".")
    best = max((short for short in MONTHS if word.startswith(short)), key=len, default=None)
    if best is None or (word not in MONTHS and word not in _FULL and len(word) < 4 and len(word) != len(best)):
        return None
    # "Mariupol" begins like March: a whole name is at most as long as the longest of its kind, and listed.
    if len(word) > 4 and not _FULL_MONTH.fullmatch(word):
        return None
    return MONTHS[best]


_FULL = frozenset(("sept", "июня", "июля", "мая", "май"))
_FULL_MONTH = re.compile(
    r"januar[yi]?|february|februar|march|april[el]?|june|juni|july|juli|august[oi]?|september|october|"
    r"oktober|november|december|dezember|"
    r"jänner|märz|janvier|février|mars|avril|juillet|août|septembre|octobre|novembre|décembre|enero|"
    r"febrero|marzo|abril|mayo|junio|julio|"
    r"agosto|se[pt]tiembre|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|"
    r"luglio|settembre|ottobre|dicembre|"
    r"janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|"
    r"augustus|oktober|december|"
    r"ocak|şubat|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|stycznia|lutego|marca|kwietnia|"
    r"czerwca|lipca|sierpnia|września|"
    r"października|listopada|grudnia|ledna|února|března|dubna|května|června|července|srpna|října|prosince|września|"
    r"январ[яь]|феврал[яь]|марта?|апрел[яь]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь]|"
    r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|"
    r"fevrier|aout|noiembrie|ianuarie|ינואר|פברואר|אפריל|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר|"
    r"حزيران|نيسان|أيلول|(?:كانون|تشرين) (?:الثاني|الأول)|"
    r"يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)


def day_of(day: int, number: int, year: int | None, published: date | None) -> date | None:
    """The day; without a year the one nearest before `published` (two days of zones allowed), else None."""
    try:
        if year is not None:
            return date(year, number, day)
        if published is None:
            return None
        found = date(published.year, number, day)
        return found if found <= published + timedelta(days=2) else date(published.year - 1, number, day)
    except ValueError:
        return None
