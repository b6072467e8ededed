"""In which language and time zone does the site speak? Catalogues by gettext (Babel), days and times by CLDR.

The words that the night writes into `content/` are a file format and stay English there; what a reader sees of them
is said anew, from its data, when the page is made. One process makes one site: `use` comes before its first page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, get_day_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

#: Where the catalogues stand: `LANGUAGE/LC_MESSAGES/nightdesk.po`.
CATALOGUES = Path(__file__).parents[1] / "theme" / "translations"
DOMAIN = "nightdesk"
#: How a language says days, where not as CLDR has it: English as in London and without "Sept"; Ukrainian without an
#: abbreviation, whose point would meet the one that ends a sentence.
_OWN = {
    "en": {"long": "EEEE d MMMM y", "whole": "d MMMM y", "short": "d MMMM", "brief": "d MMM", "month": "MMMM y"},
    "uk": {"long": "EEEE, d MMMM y 'року'", "whole": "d MMMM y 'року'", "month": "LLLL y 'року'"},
}
_SKELETONS = {"short": "MMMMd", "brief": "MMMd", "month": "yMMMM"}
_FORMATS = {"long": "full", "whole": "long"}


@dataclass(frozen=True)
class Voice:
    """A language and a time zone, with the words of the language."""

    language: str
    zone: tzinfo
    words: NullTranslations

    @property
    def local(self) -> bool:
        """Whether readers are told another time than UTC."""
        return self.zone is not UTC


_ENGLISH_VOICE = Voice("en", UTC, NullTranslations())
_voice = _ENGLISH_VOICE


def use(language: str = "en", timezone: str = "UTC") -> Voice:
    """Speak a language (BCP 47) and tell the time of an IANA zone from here on; gives what is spoken now."""
    global _voice
    zone: tzinfo = UTC if timezone == "UTC" else ZoneInfo(timezone)
    _voice = Voice(language, zone, NullTranslations() if language == "en" else _catalogue(language))
    return _voice


def voice() -> Voice:
    """What is spoken now."""
    return _voice


@lru_cache
def _catalogue(language: str) -> NullTranslations:
    """The words of a language, compiled when they are read: no compiled file lies about that is not of its source."""
    compiled = BytesIO()
    with path_of(language).open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return Translations(compiled, domain=DOMAIN)


def path_of(language: str) -> Path:
    """The catalogue of a language."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def say(message: str, **values: object) -> str:
    """`say("Week %(number)s", number=3)` in the site's language."""
    told = _voice.words.gettext(message) if message else ""
    return told % values if values else told


def say_count(one: str, many: str, number: int, **values: object) -> str:
    """One of two English forms, or of as many as the site's language has, with `%(num)s` in it."""
    return _voice.words.ngettext(one, many, number) % {"num": number, **values}


def gettext(message: str) -> str:
    """What templates ask, without values."""
    return _voice.words.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """The same with a number."""
    return _voice.words.ngettext(one, many, number)


def N_(message: str) -> str:
    """The message itself: it is found by `make words` here, and said elsewhere by `say`."""
    return message


# --- days and times


def day_words(day: date, form: str) -> str:
    """A day as "long" (with weekday), "whole", "short" (no year), "brief" (month cut); or its "month" and year."""
    return _day_words(day, form, _voice.language)


@lru_cache(maxsize=16384)
def _day_words(day: date, form: str, language: str) -> str:
    locale = Locale.parse(language, sep="-")
    pattern = _OWN.get(language, {}).get(form)
    if pattern is None:
        of_locale = (
            locale.date_formats[_FORMATS[form]] if form in _FORMATS else locale.datetime_skeletons[_SKELETONS[form]]
        )
        pattern = of_locale.pattern
    return format_date(day, pattern, locale=locale)


def weekdays() -> tuple[tuple[str, str], ...]:
    """Monday first: what stands above a column of a calendar, and the name; in English the first begins the second."""
    names, short = (get_day_names(width, "stand-alone", locale=_locale()) for width in ("wide", "short"))
    if _voice.language == "en":
        return tuple((names[n][:2], names[n]) for n in range(7))
    return tuple((short[n], names[n]) for n in range(7))


def _locale() -> Locale:
    return Locale.parse(_voice.language, sep="-")


def here(moment: datetime) -> datetime:
    """A moment in the site's time zone."""
    return moment.astimezone(_voice.zone)


def zone_words() -> str:
    """Which time pages tell."""
    if not _voice.local:
        return say("All times are UTC.")
    return say("Times are of the zone %(zone)s, with UTC beside.", zone=_voice.zone)


def territory(code: str) -> str | None:
    """The name of a state by its ISO 3166 code, in the site's language; None for what is no state's."""
    return _locale().territories.get(code) if len(code) == 2 else None


def language_name(code: str) -> str:
    """The name of a language by its BCP 47 code, in the site's language."""
    return str(_locale().languages.get(code, code))
