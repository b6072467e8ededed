"""The sources: one a file, and this folder is the registry. To add one, add a file; nothing else is edited.

A file holds one `SOURCE = Source(...)`; see `bbc.py` for a short one. An operator's own stand in `sources/` beside
`site.toml`, in Python or in TOML (`source_file.py`); one of the same name stands for the one that is delivered. Labels
are provisional and deserve a person's review: who stands behind a source, and how much of it may be shown, is the
first thing to check when you add one.
"""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import re
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from scrapers import settings, source_file
from scrapers.addresses import absolute_url
from scrapers.errors import ConfigError
from scrapers.model import Affiliation, Feed, Rights, Source
from scrapers.settings import Settings
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
    return _by_name(source for _, source in _files(folder))


def every() -> tuple[Source, ...]:
    """The sources that are delivered and the operator's own, one of hers in place of one of the same name."""
    return _by_name((*load(FOLDER), *(source for _, source in _own())))


def read_tonight(chosen: Settings) -> tuple[Source, ...]:
    """The sources that a night reads: the delivered ones as far as `[sources]` lets them, and all of the operator's.

    Raises ConfigError where it names one that there is not.
    """
    delivered = _files(FOLDER)
    names = [{name.casefold() for name in (path.stem, source.name, source.plain_name)} for path, source in delivered]
    for wanted in (*chosen.without, *chosen.only):
        if not any(wanted.casefold() in each for each in names):
            known = sorted(path.stem for path, _ in delivered)
            near = difflib.get_close_matches(wanted.casefold(), known, 1) or known[:3]
            raise ConfigError(f"site.toml: [sources]: there is no source '{wanted}'; did you mean {', '.join(near)}?")
    without, only = ({each.casefold() for each in those} for those in (chosen.without, chosen.only))
    kept = [
        source
        for (_, source), each in zip(delivered, names, strict=True)
        if not each & without and (not only or each & only)
    ]
    return _by_name((*kept, *(source for _, source in _own())))


def _by_name(found: Iterable[Source]) -> tuple[Source, ...]:
    """Each once, the last of a name, in the order of the names."""
    return tuple(
        source for _, source in sorted({s.name: s for s in found}.items(), key=lambda item: item[0].casefold())
    )


def own_folder() -> Path:
    """Where an operator's own sources stand."""
    return settings.named().parent / "sources"


def _own() -> list[tuple[Path, Source]]:
    return _files(own_folder()) if own_folder().is_dir() else []


def _files(folder: Path) -> list[tuple[Path, Source]]:
    if not folder.is_dir():
        raise ConfigError(f"{folder}: there is no such folder of sources")
    found: dict[str, tuple[Path, Source]] = {}
    for path in sorted((*folder.glob("*.py"), *folder.glob("*.toml"))):
        if path.name == "__init__.py":
            continue
        source = _source(path)
        if source.name in found:
            raise ConfigError(f"{path}: '{source.name}' is the name of {found[source.name][0].name} too; rename one")
        found[source.name] = (path, source)
    return list(found.values())


def _source(path: Path) -> Source:
    if path.suffix == ".toml":
        told = source_file.loads(path.read_text(encoding="utf-8"), path=str(path))
        for fault in _faults(told):
            raise ConfigError(f"{path}: {fault}")
        return told
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
