"""A source as an operator writes it who does not know Python: a TOML file of the same fields."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from enum import Enum
from typing import Any

from scrapers.errors import ConfigError
from scrapers.model import Affiliation, Feed, Rights, Source

#: Fields that only Python can fill, or that are not an operator's.
_NOT_HERE = ("profile", "sample")
_TUPLES = ("party_to", "regions")
_TEXTS = ("name", "shown", "homepage", "language", "country", "family", "rights_why", "credit")


def loads(text: str, *, path: str) -> Source:
    """The source that a file holds. Raises ConfigError: what is wrong, in which file, and what to do."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f'{path}: {error}; text stands in "quotation marks"') from error
    known = [field.name for field in fields(Source) if field.name not in _NOT_HERE]
    for name in given:
        if name not in known:
            raise ConfigError(f"{path}: unknown field '{name}'; known: {', '.join(known)}")
    for name in ("name", "feeds"):
        if name not in given:
            raise ConfigError(f"{path}: {name} is missing")
    return Source(**{name: _value(name, value, path) for name, value in given.items()})


def _value(name: str, value: object, path: str) -> Any:
    if name in _TEXTS and not isinstance(value, str):
        raise ConfigError(f"{path}: {name} is text in quotation marks, not {value!r}")
    if name == "feeds":
        if not isinstance(value, list) or not value or not all(isinstance(each, str) for each in value):
            raise ConfigError(f'{path}: feeds is a list of addresses, also of one: feeds = ["https://…"]')
        return tuple(Feed(url=each) for each in value)
    if name in _TUPLES:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise ConfigError(f'{path}: {name} is a list of words, such as ["sudan"], not {value!r}')
        return tuple(value)
    if name == "affiliation":
        return _of(Affiliation, name, value, path)
    if name == "rights":
        return _of(Rights, name, value, path)
    return value


def _of(kind: type[Enum], name: str, value: object, path: str) -> Enum:
    if value not in [each.value for each in kind]:
        raise ConfigError(f"{path}: {name} is one of {', '.join(str(each.value) for each in kind)}, not {value!r}")
    return kind(value)
