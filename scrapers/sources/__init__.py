"""The sources: one a file, and this folder is the registry. To add one, add a file; nothing else is edited.

A file holds one `SOURCE = Source(...)`; see `bbc.py` for a short one. Labels are provisional and deserve a person's
review: who stands behind a source, and how much of it may be shown, is the first thing to check when you add one.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from scrapers.addresses import absolute_url
from scrapers.errors import ConfigError
from scrapers.model import Affiliation, Feed, Rights, Source
from scrapers.text import line

FOLDER = Path(__file__).parent
#: The invented outlets of the sample nights.
SAMPLE = FOLDER.parent / "sample" / "sources"
#: A credit line stands in small print under every development, and in mail.
CREDIT = 300  # characters
#: Why a preview may be shown, which is no reason to show more.
_NO_REASON = Source(name="", feeds=()).rights_why


def load(folder: Path = FOLDER) -> tuple[Source, ...]:
    """Every source of the folder, by name. Raises ConfigError: which file, what is wrong, what to do."""
    if not folder.is_dir():
        raise ConfigError(f"{folder}: there is no such folder of sources")
    found: dict[str, tuple[Path, Source]] = {}
    for path in sorted(folder.glob("*.py")):
        if path.name == "__init__.py":
            continue
        source = _source(path)
        if source.name in found:
            raise ConfigError(f"{path}: '{source.name}' is the name of {found[source.name][0].name} too; rename one")
        found[source.name] = (path, source)
    return tuple(source for _, (_, source) in sorted(found.items(), key=lambda item: item[0].casefold()))


def _source(path: Path) -> Source:
    try:
        module = _module(path)
    except (Exception, SystemExit) as error:  # whatever a hand-written file raises: a message beats a traceback
        line = getattr(error, "lineno", None) or _line_in(path, error)
        place = f"{path}:{line}" if line else str(path)
        raise ConfigError(f"{place}: {type(error).__name__}: {error}; compare it with bbc.py") from error
    source = getattr(module, "SOURCE", None)
    if not isinstance(source, Source):
        raise ConfigError(f"{path}: there is no SOURCE = Source(...) in it")
    for fault in _faults(source):
        raise ConfigError(f"{path}: {fault}")
    return source


def _line_in(path: Path, error: BaseException) -> int | None:
    """The line of the file that raised the error."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
    return lines[-1] if lines else None


def _faults(source: Source) -> Iterator[str]:
    """What Python does not notice in a form: the usual slips, with what to write."""
    if not isinstance(source.name, str) or not source.name.strip() or line(source.name) != source.name:
        yield "name is the outlet's name, one line of text"
    elif re.search(r" (?:via|·) |^via ", source.name):
        yield "name cannot hold ' via ' or ' · ': a briefing's citations use them"
    elif not isinstance(source.feeds, tuple) or not source.feeds:
        yield 'feeds is a tuple, also of one: feeds=(Feed(url="https://…"),) with the comma'
    elif not all(
        isinstance(feed, Feed) and isinstance(feed.url, str) and absolute_url(feed.url) for feed in source.feeds
    ):
        yield 'each feed is Feed(url="https://…")'
    elif not isinstance(source.rights, Rights):
        yield f"rights is one of {', '.join(f'Rights.{each.name}' for each in Rights)}"
    elif source.rights in (Rights.EXCERPT, Rights.FULL) and source.rights_why in ("", _NO_REASON):
        yield f'Rights.{source.rights.name} needs its reason, rights_why="where its terms allow it"; or leave out both'
    elif source.quote_limit is not None and not (type(source.quote_limit) is int and source.quote_limit >= 0):
        yield "quote_limit is a number of characters, or left out"
    elif source.shown is not None and (
        not isinstance(source.shown, str) or not source.shown.strip() or line(source.shown) != source.shown
    ):
        yield "shown is the outlet's plain name, one line of text, or left out"
    elif not isinstance(source.affiliation, Affiliation):
        yield f"affiliation is one of {', '.join(f'Affiliation.{each.name}' for each in Affiliation)}"
    elif source.credit is not None:
        yield from _credit_faults(source)


def _credit_faults(source: Source) -> Iterator[str]:
    credit, shown = source.credit, source.credit_line if isinstance(source.credit, str) else None
    if not isinstance(credit, str) or shown is None or line(credit) != credit:
        yield "credit is one line of text, or left out"
    elif len(credit) > CREDIT:
        yield f"credit has {len(credit)} characters; {CREDIT} have room"
    elif "://" in shown.words or (shown.url and not absolute_url(shown.url)):
        yield "credit may hold one http(s) address, after its last word"


def _module(path: Path) -> ModuleType:
    package = FOLDER.parent  # scrapers/
    if path.is_relative_to(package):
        # By its own name, so that a profile's function is found again by the child process that reads a page.
        return importlib.import_module(".".join((package.name, *path.relative_to(package).with_suffix("").parts)))
    spec = importlib.util.spec_from_file_location(f"nightdesk_source_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ConfigError("cannot be read as Python")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def known_at(sources: Iterable[Source]) -> dict[str, Source]:
    """Sources by the addresses of their feeds, to know them again in a subscription list."""
    return {feed.url: source for source in sources for feed in source.feeds}
