"""What the operator decides: `site.toml`, as one frozen value that both halves read."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from scrapers.errors import ConfigError
from scrapers.model import Rights

#: Until this hour a night still belongs to the day before: jobs start late, and midnight is their usual hour.
DAY_ENDS = 12


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of one site. Every field has a default but those that feeds and mail cannot do without."""

    # [site]
    name: str
    url: str  # https, no slash at the end
    id_host: str | None = None  # the host that ids in feeds name, where it is not the url's
    email: str
    publisher: str
    tagline: str = ""
    language: str = "en"
    timezone: str = "UTC"  # IANA name: whose days briefings are of, and in which pages tell the times of reports
    data_licence: str = ""  # an address; empty where the operator gives none
    in_full: int = 12  # developments of a day; the others stand in a line each
    # [night]
    window_hours: float = 30
    developments: int = 30
    answered: float = 0.5  # share, 0 to 1
    pause: float = 1.0  # seconds
    rights: Rights = Rights.FULL
    quote_limit: int = 280  # characters of one passage
    # [sources]: delivered ones by name or file, without case
    without: tuple[str, ...] = ()  # not read
    only: tuple[str, ...] = ()  # read alone, beside the operator's own; empty for all

    def night_of(self, moment: datetime) -> date:
        """The day of a night that begins at this moment, by the site's clocks: until noon it is the day before's."""
        local = moment.astimezone(ZoneInfo(self.timezone))
        return local.date() - timedelta(days=local.hour < DAY_ENDS)

    def days_before(self, moment: datetime, days: int) -> datetime:
        """The same time of the site's clocks so many days before, UTC: a day is 23 or 25 hours where they are set."""
        zone = ZoneInfo(self.timezone)
        clock = moment.astimezone(zone).replace(tzinfo=None) - timedelta(days=days)
        return clock.replace(tzinfo=zone).astimezone(UTC)

    @property
    def authority(self) -> str:
        """The host that ids in feeds name (RFC 4151): it stays when the site moves."""
        return self.id_host or urlsplit(self.url).hostname or "localhost"


_TABLES = {
    "site": (
        "name",
        "url",
        "id_host",
        "email",
        "publisher",
        "tagline",
        "language",
        "timezone",
        "data_licence",
        "in_full",
    ),
    "night": ("window_hours", "developments", "answered", "pause", "rights", "quote_limit"),
    "sources": ("without", "only"),
}
#: The form of the file: a later version reads an older one as it was meant, and `check` says what to change.
FORMAT = 1
_BOUNDS = {
    "window_hours": (1, 240),
    "developments": (1, 200),
    "answered": (0, 1),
    "pause": (0, 600),
    "in_full": (1, 200),
    "quote_limit": (0, 1000),
}
#: Settings whose fault names its line.
_WITH_LINES = ("timezone",)
_WHOLE = ("developments", "in_full", "quote_limit")


#: What the pages' own words are in: English, and each language of a catalogue in `theme/translations/`.
LANGUAGES = ("en", "fr", "uk")
#: What nobody's site is called, and where no site stands: as the settings are delivered.
_DELIVERED = re.compile(r"(?:^|[/.@])example\.(?:org|com|net)\b")


def unset(settings: Settings) -> Iterator[str]:
    """What stands as it was delivered and must become the operator's: a sentence each."""
    if _DELIVERED.search(settings.url):
        yield f"url is still {settings.url}; set your site's address, which feeds and mail need"
    if _DELIVERED.search(settings.email):
        yield f"email is still {settings.email}; set the address of who answers for the site"


def address(settings: Settings, environment: Mapping[str, str]) -> str:
    """Where the site stands: as it is set; while it is not, where GitHub Pages serves the repository of a workflow."""
    owner, _, name = environment.get("GITHUB_REPOSITORY", "").partition("/")
    if not name or not _DELIVERED.search(settings.url):
        return settings.url
    host = f"{owner.lower()}.github.io"
    return f"https://{host}" if name.lower() == host else f"https://{host}/{name}"


def named(folder: Path = Path()) -> Path:
    """The file of the settings: what `NIGHTDESK_SETTINGS` names, else `site.toml` in a folder."""
    return Path(os.environ.get("NIGHTDESK_SETTINGS") or folder / "site.toml")


def loads(text: str, *, path: str = "site.toml") -> Settings:
    """The settings that `text` (TOML) holds. Raises ConfigError: what is wrong, in which file, and what to do."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f'{path}: {error}; text stands in "quotation marks"') from error
    values: dict[str, Any] = {}
    written = document.pop("format", FORMAT)
    if type(written) is not int or not 1 <= written <= FORMAT:
        raise ConfigError(f"{path}: format is {FORMAT}, not {written!r}; a newer Nightdesk may have written this file")
    for table, content in document.items():
        if table not in _TABLES or not isinstance(content, dict):
            raise ConfigError(f"{path}: unknown table [{table}]; known are {_known_tables()}")
        for name, value in content.items():
            if name not in _TABLES[table]:
                raise ConfigError(f"{path}: unknown setting '{name}' in [{table}]; known: {', '.join(_TABLES[table])}")
            values[name] = _checked(name, value, f"{path}{_line_of(name, text)}" if name in _WITH_LINES else path)
    missing = [f.name for f in fields(Settings) if f.default is MISSING and f.name not in values]
    if missing:
        raise ConfigError(f"{path}: [site] needs {', '.join(missing)}")
    return Settings(**values)


def _known_tables() -> str:
    return ", ".join(f"[{table}]" for table in _TABLES)


def _checked(name: str, value: object, path: str) -> object:
    if name in _TABLES["sources"]:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise ConfigError(f'{path}: {name} is a list of names, such as ["TASS", "rt"], not {value!r}')
        return tuple(value)
    if name in _BOUNDS:
        low, high = _BOUNDS[name]
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ConfigError(f"{path}: {name} is a number from {low} to {high}, not {value!r}")
        return int(value) if name in _WHOLE else value
    if not isinstance(value, str):
        raise ConfigError(f"{path}: {name} is text in quotation marks, not {value!r}")
    if name == "rights":
        if value not in list(Rights):
            raise ConfigError(f"{path}: rights is 'link', 'preview', 'excerpt' or 'full', not {value!r}")
        return Rights(value)
    if name == "language":
        if value not in LANGUAGES:
            raise ConfigError(f"{path}: the pages' own words are in {', '.join(LANGUAGES)} alone, not in {value!r}")
        return value
    if name == "timezone":
        return _zone(value, path)
    if name == "url":
        if not re.fullmatch(r"https?://[^\s/]+(/[^\s]*)?", value):
            raise ConfigError(f"{path}: url is the site's address with https://, not {value!r}")
        return value.rstrip("/")
    if name == "data_licence" and value and not re.fullmatch(r"https?://[^\s\"<>]+", value):
        raise ConfigError(f"{path}: data_licence is the address of a licence with https://, not {value!r}")
    if name == "id_host":
        # A host as `urlsplit` gives it: lower case, without a port.
        if not re.fullmatch(r"[\w-]+(\.[\w-]+)*", value):
            raise ConfigError(f"{path}: id_host is the old site's host alone, such as old.example.org, not {value!r}")
        return value.lower()
    if name == "email" and not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", value):
        raise ConfigError(f"{path}: email is an address such as editors@example.org, not {value!r}")
    return value


def _line_of(name: str, text: str) -> str:
    """`: line 12` where a setting stands; empty where that is not certain."""
    found = [n for n, line in enumerate(text.split("\n"), 1) if re.match(rf"\s*[\"']?{name}[\"']?\s*=", line)]
    return f": line {found[0]}" if len(found) == 1 else ""


def _zone(value: str, path: str) -> str:
    try:
        ZoneInfo(value)
    except (LookupError, ValueError, OSError):  # no such name, a path, a folder of names
        raise ConfigError(
            f"{path}: timezone is a name of the IANA list such as 'Europe/Kyiv' or 'UTC', not {value!r}"
        ) from None
    return value
