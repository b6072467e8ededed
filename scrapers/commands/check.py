"""`nightdesk check`: read every file that people edit, and say what is wrong in it, where, and what to do."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scrapers import settings, sources, topics, wire
from scrapers.briefing import parse
from scrapers.compose.rights import overlong
from scrapers.errors import BriefingError, ContentError
from scrapers.files import read
from scrapers.model import Rights


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "check",
        help="Read every file that people edit and say what is wrong.",
        description="Read every briefing, topic, page, source and setting, and say what is wrong: file, line, and what "
        "to do. Nothing is changed.",
        epilog="Exit codes: 0 all is well; 1 something is wrong.",
    )
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="FOLDER", help="The content folder.")
    parser.add_argument("--settings", type=Path, default=Path("site.toml"), metavar="FILE", help="The settings.")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every fault; 1 if there is one."""
    faults = list(faults_of(args.content, args.settings))
    for fault in faults:
        print(fault, file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true" and isinstance(fault, ContentError):
            # Shown at the line itself in a pull request. The message is one line and its own data, never a command.
            print(f"::error file={fault.path},line={fault.line or 1}::{_escaped(fault.message)}")
    print(f"{len(faults)} fault{'s' * (len(faults) != 1)}" if faults else "All is well.")
    return 1 if faults else 0


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def faults_of(content: Path, site: Path) -> Iterator[BriefingError]:
    """Every fault in what people edit, file by file."""
    try:
        settings.loads(site.read_text(encoding="utf-8"), path=str(site))
    except BriefingError as fault:
        yield fault
    except OSError as error:
        yield ContentError(f"cannot be read ({error.strerror})", path=str(site))
    rights: dict[str, Rights] = {}
    for folder in (sources.FOLDER, sources.SAMPLE):
        try:
            rights |= {source.name: source.rights for source in sources.load(folder)}
        except BriefingError as fault:
            yield fault
    slugs: dict[str, Path] = {}
    for path in sorted((content / "topics").glob("*.md")):
        try:
            topic = topics.loads(read(path), slug=path.stem)
        except ContentError as fault:
            yield fault.at(str(path))
            continue
        for name in {name.casefold() for name in (topic.name, *topic.aliases)}:
            if name in slugs:
                yield ContentError(f"'{name}' also names {slugs[name].name}; keep it in one", path=str(path), line=1)
            slugs.setdefault(name, path)
    for path in sorted((content / "briefings").rglob("*.md")):
        try:
            day = date.fromisoformat(path.stem)
        except ValueError:
            yield ContentError("a briefing's file is named by its day, 2026-08-21.md", path=str(path))
            continue
        text = read(path)
        if "\ufffd" in text or any("\udc80" <= letter <= "\udcff" for letter in text):
            yield ContentError("holds bytes that are no UTF-8; save it as UTF-8", path=str(path))
        briefing, faults = parse(text, day=day)
        for found in (*faults, *overlong(briefing, text, rights)):
            yield found.at(str(path))
        yield from wire.read_day(content, day)[1]
