"""`nightdesk check`: read every file that people edit, and say what is wrong in it, where, and what to do."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from scrapers import ledger, settings, sources, topics, wire
from scrapers.addresses import short_hash
from scrapers.briefing import Briefing, Section, nothing_new
from scrapers.briefing_file import is_unmarked, parse
from scrapers.commands.checked import Checked, Link, Whole
from scrapers.digests import of_files
from scrapers.errors import BriefingError, ConfigError, ContentError
from scrapers.facts import speakers
from scrapers.files import beside, read
from scrapers.group.kinds import KINDS
from scrapers.model import Rights, Source, Topic
from scrapers.nations import OF_CODE
from scrapers.page.excerpt import quotation_digest
from scrapers.page.rights import Right, obeyed_limits, overlong, rights_of
from scrapers.places.folding import fold
from scrapers.places.gazetteer import Gazetteer, gazetteer_of

#: A byte that is no UTF-8, as `files.read` keeps it.
_BROKEN = re.compile("[\udc80-\udcff]")


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "check",
        description="Read every briefing, topic, page, source and setting, and say what is wrong: file, line, and what "
        "to do. Nothing is changed.",
        epilog="Exit codes: 0 all is well; 1 something is wrong.",
    )
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="FOLDER", help="The content folder.")
    parser.add_argument("--settings", type=Path, default=settings.named(), metavar="FILE", help="The settings.")
    parser.add_argument(
        "--rights",
        action="store_true",
        help="Look only for places that show more of a source than its "
        "rights class allows: what must stop a site from being published.",
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path(".cache/nightdesk"),
        metavar="FOLDER",
        help="Keep here which files were found whole, so that only changed ones are looked at again.",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every fault; 1 if there is one."""
    if not args.content.is_dir():
        raise ConfigError(f"--content {args.content}: there is no such folder")
    faults = list(
        rights_faults(args.content, args.settings, args.cache)
        if args.rights
        else faults_of(args.content, args.settings, datetime.now(UTC).date(), args.cache)
    )
    for fault in faults:
        print(fault, file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true" and isinstance(fault, ContentError):
            # Shown at the line itself in a pull request. The message is one line and its own data, never a command.
            print(f"::error file={fault.path},line={fault.line or 1}::{_escaped(fault.message)}")
    if not args.rights:
        _tell_unset(args.settings)
    print(f"{len(faults)} fault{'s' * (len(faults) != 1)}" if faults else "All is well.")
    return 1 if faults else 0


def _tell_unset(site: Path) -> None:
    """What the operator has still to set: no fault, for a site is built without it."""
    with contextlib.suppress(BriefingError, OSError, UnicodeDecodeError):
        for told in settings.unset(settings.loads(site.read_text(encoding="utf-8"), path=str(site))):
            print(f"{site}: to do: {told}", file=sys.stderr)
            if os.environ.get("GITHUB_ACTIONS") == "true":
                print(f"::notice file={site}::{_escaped(told)}")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def rights_faults(content: Path, site: Path, cache: Path | None = None) -> Iterator[ContentError]:
    """Every place where a briefing shows more of a source than it may; `cache` is the folder for what is known."""
    rights = _rights(site)
    checked = Checked.read(cache / "rights" if cache else None, [sorted(rights.items())])
    for path in _briefings(content):
        day = date.fromisoformat(path.stem)
        digest = of_files(path, wire.wire_path(content, day))
        if checked.whole(str(path), digest):
            continue
        text = read(path)
        faults = list(_overlong(path, parse(text)[0], text, wire.read_day(content, day)[0], rights))
        yield from faults
        if not faults:
            checked.keep(str(path), Whole(digest))
    checked.save()


def _overlong(
    path: Path, briefing: Briefing, text: str, lines: Sequence[wire.WireLine], rights: Mapping[str, Right]
) -> Iterator[ContentError]:
    limits = obeyed_limits((line.url, line.obeyed) for line in lines if line.obeyed)
    for fault in overlong(briefing, text, rights, limits):
        yield fault.at(str(path))


def faults_of(content: Path, site: Path, today: date, cache: Path | None = None) -> Iterator[BriefingError]:
    """Every fault in what people edit, file by file; `today` is the day in UTC, `cache` for what is known."""
    chosen: settings.Settings | None = None
    try:
        chosen = settings.loads(site.read_text(encoding="utf-8"), path=str(site))
    except BriefingError as fault:
        yield fault
    except (OSError, UnicodeDecodeError) as error:
        yield ContentError(f"cannot be read ({error})", path=str(site))
    try:
        sources.load(sources.SAMPLE)
        sources.every()
        if chosen is not None:
            sources.read_tonight(chosen)
    except BriefingError as fault:
        yield fault
    places, own_faults = _gazetteer(content)
    yield from own_faults
    names: dict[str, Path] = {}
    yield from _topic_faults(content, names, places)
    speakers_file = content / "speakers.txt"
    if speakers_file.exists():
        try:
            speakers.read_aliases(read(speakers_file))
        except ContentError as fault:
            yield fault.at(str(speakers_file))
    rights = _rights(site)
    of_places = of_files(beside(content, "places.txt"))
    checked = Checked.read(cache, [sorted(names), of_places, sorted(rights.items())])
    told: set[str] = set()
    days: set[date] = set()
    for path in sorted((content / "briefings").rglob("*.md"), key=lambda path: (path.stem, path)):
        day = _day_of(path)
        if day is None:
            yield ContentError("a briefing's file is named by its day, 2026-08-21.md", path=str(path))
            continue
        if day > today + timedelta(days=1):
            yield ContentError("its day lies ahead; the site holds it back until then", path=str(path), line=1)
        digest = of_files(path, wire.wire_path(content, day))
        whole = checked.whole(str(path), digest)
        if whole is None:
            text = read(path)
            briefing, faults = parse(text, day=day)
            lines, wire_faults = wire.read_day(content, day)
            found = [*(fault.at(str(path)) for fault in faults), *wire_faults]
            found += _briefing_faults(path, day, text, briefing, names, places)
            found += _mark_faults(path, briefing.sections, lines)
            found += _quotation_faults(path, briefing.sections, lines)
            found += _overlong(path, briefing, text, lines, rights)
            yield from found
            whole = Whole(digest, tuple(s.id for s in briefing.sections if s.id), tuple(_links(briefing)))
            if not found:
                checked.keep(str(path), whole)
        yield from _link_faults(path, day, whole.links, told)
        told.update(f"{path.stem}#{identity}" for identity in whole.ids)
        days.add(day)
    for path in sorted((content / "wire").rglob("*.jsonl")):
        if (day := _day_of(path)) is not None and day not in days:
            yield from wire.read_day(content, day)[1]
    yield from _ledger_faults(content, ledger.FigureLine, checked)
    yield from _ledger_faults(content, ledger.ClaimLine, checked)
    checked.save()


def _links(briefing: Briefing) -> Iterator[Link]:
    for section in briefing.sections:
        for name, link in (("Follows", section.follows), ("Related", section.related)):
            if link:
                yield name, link, section.line


def _link_faults(path: Path, day: date, links: Iterable[Link], told: set[str]) -> Iterator[ContentError]:
    """Links to what is not told, or not on an earlier day; `told` holds what stands on those."""
    for name, link, line in links:
        if link[:10] >= str(day):
            yield ContentError(f"'{name}: {link}' is not of an earlier day", path=str(path), line=line)
        elif link not in told:
            yield ContentError(f"'{name}: {link}' leads nowhere", path=str(path), line=line)


def _gazetteer(content: Path) -> tuple[Gazetteer, tuple[ContentError, ...]]:
    """The gazetteer, and what is wrong with the editors' list of it, which is then left out."""
    own = beside(content, "places.txt")
    try:
        return gazetteer_of(read(own) if own.exists() else ""), ()
    except ContentError as fault:
        return gazetteer_of(""), (fault.at(str(own)),)


def _where_faults(path: Path, text: str, topic: Topic, places: Gazetteer) -> Iterator[ContentError]:
    """Names in a topic's `Where:` line that no list has."""
    for name in topic.where:
        if name not in OF_CODE and not places.region(name) and not places.named(fold(name)):
            hint = f"no list has '{name}'; give a state's two letters, or add the place to content/places.txt"
            yield ContentError(hint, path=str(path), line=_line_of("Where:", text))


def _line_of(field: str, text: str) -> int:
    return next((n for n, line in enumerate(text.splitlines(), 1) if line.startswith(field)), 1)


def _place_faults(path: Path, section: Section, places: Gazetteer) -> Iterator[ContentError]:
    """Places and states of a development that no list has: without one a place is on no map."""
    for name in section.places:
        if places.resolved(name) is None:
            hint = f"no list has the place '{name}'; write 'Town, State', or add it to content/places.txt"
            yield ContentError(hint, path=str(path), line=section.line)
    for name in section.about:
        if places.resolved(name) is None:
            yield ContentError(f"there is no state '{name}'", path=str(path), line=section.line)


def _ledger_faults(content: Path, kind: type[ledger.Line], checked: Checked) -> Iterator[ContentError]:
    for path in sorted((content / ledger.path_of(kind, date.min).parts[0]).rglob("*.jsonl")):
        digest = of_files(path)
        if checked.whole(str(path), digest):
            continue
        broken = ledger.loads(read(path), kind)[1]
        yield from (fault.at(str(path)) for fault in broken)
        if not broken:
            checked.keep(str(path), Whole(digest))


def _rights(site: Path) -> dict[str, Right]:
    """What may be shown of each source by name, as far as the settings let it be shown."""
    try:
        chosen = settings.loads(site.read_text(encoding="utf-8"), path=str(site))
        ceiling, quote_limit = chosen.rights, chosen.quote_limit
    except (BriefingError, OSError, UnicodeDecodeError):
        ceiling, quote_limit = Rights.LINK, 0
    found: list[Source] = []
    for held in (sources.load, sources.every, lambda: sources.load(sources.SAMPLE)):
        with contextlib.suppress(BriefingError):
            found += held()
    return rights_of(found, ceiling, quote_limit)


def _day_of(path: Path) -> date | None:
    try:
        return date.fromisoformat(path.stem)
    except ValueError:
        return None


def _briefings(content: Path) -> list[Path]:
    return [path for path in sorted((content / "briefings").rglob("*.md")) if _day_of(path) is not None]


def _topic_faults(content: Path, names: dict[str, Path], places: Gazetteer) -> Iterator[ContentError]:
    """Faults in the topics' files; `names` is filled with every name that a `Topics:` line may give."""
    for path in sorted((content / "topics").glob("*.md")):
        try:
            text = read(path)
            topic = topics.loads(text, slug=path.stem)
        except ContentError as fault:
            yield fault.at(str(path))
            continue
        except OSError as error:
            yield ContentError(f"cannot be read ({error.strerror})", path=str(path))
            continue
        yield from _where_faults(path, text, topic, places)
        for event in topic.events:
            if event not in KINDS:
                hint = f"there is no kind of event '{event}'; use {', '.join(KINDS)}"
                yield ContentError(hint, path=str(path), line=_line_of("Events:", text))
        for name in sorted({name.casefold() for name in (topic.name, *topic.aliases)}):
            if name in names:
                yield ContentError(f"'{name}' also names {names[name].name}; keep it in one", path=str(path), line=1)
            names.setdefault(name, path)


def _briefing_faults(
    path: Path, day: date, text: str, briefing: Briefing, names: dict[str, Path], places: Gazetteer
) -> Iterator[ContentError]:
    if path.parent.name != f"{day:%Y}":
        yield ContentError(f"stands in the wrong folder; move it to briefings/{day:%Y}/", path=str(path))
    if not text.isascii() and _BROKEN.search(text):
        yield ContentError("holds bytes that are no UTF-8; save it as UTF-8", path=str(path))
    for section in briefing.sections:
        yield from _place_faults(path, section, places)
        for topic in section.topics:
            if names and topic.casefold() not in names:
                close = difflib.get_close_matches(topic.casefold(), names, n=1)
                hint = f"; did you mean '{close[0]}'?" if close else "; add its file to content/topics/"
                yield ContentError(f"there is no topic '{topic}'{hint}", path=str(path), line=section.line)
        if section.kind and section.kind not in KINDS:
            close = difflib.get_close_matches(section.kind, KINDS, n=1)
            hint = f"did you mean '{close[0]}'?" if close else f"use one of {', '.join(KINDS)}"
            yield ContentError(f"there is no kind '{section.kind}'; {hint}", path=str(path), line=section.line)
        if nothing_new(section) and not section.follows:
            hint = "'Change: told again' needs a 'Follows: 2026-08-20#qz7k3m' that says what was told before"
            yield ContentError(hint, path=str(path), line=section.line)
        for correction in section.corrections:
            if correction.day < day:
                hint = f"a correction of {correction.day} is older than the briefing; give the day it was made"
                yield ContentError(hint, path=str(path), line=section.line)


def _quotation_faults(
    path: Path, sections: Sequence[Section], lines: Sequence[wire.WireLine]
) -> Iterator[ContentError]:
    """Passages whose words are not a sentence of what the article offers to be quoted."""
    offered = {line.url: line.offered for line in lines if line.offered}
    for section in sections:
        for passage in section.passages:
            known = offered.get(passage.url)
            if known and quotation_digest(passage.text) not in known:
                hint = f"'{passage.text[:40]}…': no whole sentence of what {passage.source} offers to be quoted"
                yield ContentError(f"{hint}; quote it word for word", path=str(path), line=section.line)


def _mark_faults(path: Path, sections: Sequence[Section], lines: Sequence[wire.WireLine]) -> Iterator[ContentError]:
    """Headings that lost their `{#…}`, or have another one: the address of the development would be gone."""
    stand = {section.id for section in sections}
    logged = [line for line in lines if line.outcome in wire.KNOWN]
    known = {line.development for line in logged}
    for section in sections:
        if section.id in known or (section.id is None and not is_unmarked(section)):
            continue
        cited = section.urls
        was = {line.development for line in logged if line.development not in stand and line.url in cited}
        if len(was) == 1:
            lost = f"'{{#{section.id}}}' was another" if section.id else "its mark was taken away"
            hint = f"'{section.headline[:60]}': {lost}; end the heading with {{#{was.pop()}}}, which makes its address"
            yield ContentError(hint, path=str(path), line=section.line)
        elif section.id is None and "{#" not in section.headline:
            mark = short_hash(f"{path.stem}\n{section.headline}")
            hint = f"'{section.headline[:60]}' is no development without a mark; end the heading with {{#{mark}}}"
            yield ContentError(f"{hint}, which makes its address", path=str(path), line=section.line)
