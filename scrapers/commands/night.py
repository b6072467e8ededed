"""`nightdesk night`: run one night, and show what became of every source."""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console

from scrapers import settings, sources, subscriptions, topics
from scrapers.commands.night_report import Bars, Lines, as_json, show
from scrapers.errors import ConfigError, ContentError
from scrapers.facts import speakers
from scrapers.fetch import Fetcher, Folder, Network, Recorder, Recording, State
from scrapers.files import beside, read, write
from scrapers.model import Source, Topic
from scrapers.night import night
from scrapers.outcome import Request
from scrapers.places.gazetteer import Gazetteer, gazetteer_of
from scrapers.plan import Plan
from scrapers.wire import other_days, wire_path

#: Exit codes: 0 a briefing was written or nothing changed; 2 the options, settings or a source's file are wrong;
#: 3 too few sources answered and nothing was written.
DONE, TOO_FEW = 0, 3

SAMPLE_DAYS = (date(2024, 12, 28), date(2024, 12, 29))
#: So many missed nights are made good: feeds hold no more.
MISSED = 3


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "night",
        description="Read the night's sources and write the day's briefing into the content folder. What editors "
        "changed there is kept, and running it twice changes nothing. It ends with a table that says what became of "
        "every source.",
        epilog="Exit codes: 0 a briefing was written or nothing changed; 2 the options, the settings or a source's "
        "file are wrong; 3 too few sources answered and nothing was written.",
    )
    parser.add_argument(
        "--day",
        type=_day,
        metavar="YYYY-MM-DD",
        help="Make the briefing of this day. Without it, the day of --now in the site's time zone; before noon the day "
        "before.",
    )
    parser.add_argument(
        "--once",
        action="store_true",
        help="Read nothing where the day has its briefing already. Without it, what was published since is added.",
    )
    parser.add_argument(
        "--catch-up",
        action="store_true",
        help=f"First make the days since the last briefing whose night was not run, {MISSED} at most, from what the "
        "sources still tell of them; each says that it was made late.",
    )
    parser.add_argument(
        "--now", type=_moment, metavar="TIME", help="Take this moment for the clock, such as 2026-08-21T23:30:00Z."
    )
    parser.add_argument(
        "--opml",
        metavar="FILE-or-URL",
        help="Read the subscription list of a feed reader instead of the sources in scrapers/sources/ and sources/.",
    )
    parser.add_argument("--sources", type=Path, metavar="FOLDER", help="Read the source files of this folder instead.")
    parser.add_argument(
        "--content",
        type=Path,
        default=Path("content"),
        metavar="FOLDER",
        help="Write into this folder; the topics are read from it too. Without it, content/.",
    )
    parser.add_argument(
        "--settings",
        type=Path,
        default=settings.named(),
        metavar="FILE",
        help="Read the settings from this file. Without it, site.toml.",
    )
    parser.add_argument("--record", type=Path, metavar="FILE", help="Keep everything that was read in this WARC file.")
    parser.add_argument(
        "--replay",
        type=Path,
        metavar="FILE",
        help="Read from this recording instead of the network: a WARC file, or a folder of plain files.",
    )
    parser.add_argument(
        "--sample",
        type=_day,
        metavar="YYYY-MM-DD",
        nargs="?",
        const=SAMPLE_DAYS[0],
        help="Run the built-in sample night of this day (2024-12-28 or 2024-12-29), without the network.",
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path(".cache/nightdesk"),
        metavar="FOLDER",
        help="Keep here what makes the next night polite (ETags, failures). Losing it costs one full fetch.",
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="Write the run report into this file as JSON.")
    parser.add_argument(
        "--allow-private-hosts",
        action="store_true",
        help="Also read from loopback and private addresses and unusual ports. For trying things out; off by default.",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the night that the options describe."""
    if args.sample:
        _use_sample(args)
    if args.record and args.replay:
        raise ConfigError("--record and --replay together: a recording is not recorded again; leave one out")
    chosen = _settings(args.settings)
    console = Console(stderr=True)
    with ExitStack() as stack:
        recording = _recording(args, stack)
        now = _now(args, recording)
        state = recording.state() if recording else State(None if args.replay else args.cache)
        day = _day_of(args, now, chosen)
        _writable(args.content, args.report)
        if args.once and _is_made(args.content, day):
            print(f"The briefing of {day} is made already.")
            return DONE
        fetcher = recording or _fetcher(args, chosen, now, state, stack)
        plan = Plan(
            day=day,
            now=now,
            sources=tuple(_limited(source, chosen) for source in _sources(args, chosen, fetcher)),
            topics=_topics(args.content),
            settings=chosen,
            content=args.content,
            cache=None if args.replay else args.cache,
            aliases=_aliases(args.content),
            gazetteer=_gazetteer(args.content),
            workers=max(1, min(8, os.cpu_count() or 1)),
        )
        watch = stack.enter_context(Bars(console)) if console.is_terminal else Lines(console)
        for missed in _missed(args.content, day) if args.catch_up else ():
            late = replace(plan, day=missed, until=chosen.days_before(now, (day - missed).days))
            show(night(late, fetcher=fetcher, state=state, progress=watch), Console(), args.content)
        report = night(plan, fetcher=fetcher, state=state, progress=watch)
        if recording and recording.damaged:
            report = replace(
                report, notes=(*report.notes, *(f"{args.replay}: damaged: {name}" for name in recording.damaged))
            )
        if not args.replay and not report.too_few:
            state.save()
    if args.report:
        write(args.report, json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n")
    show(report, Console(), args.content)
    return TOO_FEW if report.too_few else DONE


def _is_made(content: Path, day: date) -> bool:
    """Has a night made the day? Its wire log says so, whatever an editor made of the briefing."""
    return wire_path(content, day).exists()


def _missed(content: Path, day: date) -> list[date]:
    """The days before one, oldest first, that no night made since the last one that was made; `MISSED` at most."""
    last = next((made for made in other_days(content, day) if made < day), None)
    gap = 0 if last is None else min(MISSED, (day - last).days - 1)
    return [day - timedelta(days=ago) for ago in range(gap, 0, -1)]


# --- what the options name ---------------------------------------------------------------------------------------


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-08-21") from None


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"{text!r} is no moment; write it as 2026-08-21T23:30:00Z") from None


def _use_sample(args: argparse.Namespace) -> None:
    if args.sample not in SAMPLE_DAYS:
        raise ConfigError(
            f"--sample: there are nights for {SAMPLE_DAYS[0]} and {SAMPLE_DAYS[1]}, not for {args.sample}"
        )
    folder = Path(str(files("scrapers.sample")))
    args.day = args.day or args.sample
    args.sources = args.sources or folder / "sources"
    args.replay = args.replay or folder / str(args.sample)


def _settings(path: Path) -> settings.Settings:
    try:
        return settings.loads(path.read_text(encoding="utf-8"), path=str(path))
    except FileNotFoundError as error:
        raise ConfigError(
            f"{path}: not found; run nightdesk where site.toml stands, or name it by --settings"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})") from error


def _topics(content: Path) -> tuple[Topic, ...]:
    found = []
    for path in sorted(beside(content, "topics").glob("*.md")):
        try:
            found.append(topics.loads(read(path), slug=path.stem))
        except ContentError as fault:
            # One topic's slip must not stop the night; `nightdesk check` holds up the merge instead.
            print(f"nightdesk: {fault.at(str(path))}", file=sys.stderr)
    return tuple(found)


def _aliases(content: Path) -> speakers.Aliases:
    path = beside(content, "speakers.txt")
    try:
        return speakers.read_aliases(read(path)) if path.exists() else speakers.NO_ALIASES
    except ContentError as fault:
        print(f"nightdesk: {fault.at(str(path))}", file=sys.stderr)
        return speakers.NO_ALIASES


def _gazetteer(content: Path) -> Gazetteer:
    sides = {name: speaker.side for name, speaker in _aliases(content).speakers.items() if speaker.side}
    path = beside(content, "places.txt")
    try:
        return gazetteer_of(read(path) if path.exists() else "", sides)
    except ContentError as fault:
        print(f"nightdesk: {fault.at(str(path))}", file=sys.stderr)
        return gazetteer_of("", sides)


def _recording(args: argparse.Namespace, stack: ExitStack) -> Recording | None:
    if args.replay and not args.replay.exists():
        raise ConfigError(f"{args.replay}: there is no such recording")
    return stack.enter_context(Recording(args.replay)) if args.replay and not args.replay.is_dir() else None


def _now(args: argparse.Namespace, recording: Recording | None) -> datetime:
    """The night's clock: as told, of the recorded or sample night, or the clock on the wall."""
    if args.now:
        now: datetime = args.now
        return now
    if recording and recording.now:
        return recording.now
    if args.sample:
        return datetime(args.sample.year, args.sample.month, args.sample.day, 23, 30, tzinfo=UTC)
    return _clock().replace(microsecond=0)


def _day_of(args: argparse.Namespace, now: datetime, chosen: settings.Settings) -> date:
    """The day of the briefing. Feeds hold the last days only: another day's would be tonight's under a false name."""
    if args.day is None:
        return chosen.night_of(now)
    day: date = args.day
    zone = ZoneInfo(chosen.timezone)
    first, last = ((now - timedelta(hours=ago)).astimezone(zone).date() for ago in (chosen.window_hours, 0))
    if not first <= day <= last:
        raise ConfigError(f"--day {day}: at {now:%Y-%m-%d %H:%M} UTC the sources tell of {first} to {last}")
    return day


def _writable(content: Path, report: Path | None) -> None:
    """Raises ConfigError before anything is fetched, rather than OSError after a whole night."""
    for place in (content, *([report.parent] if report else [])):
        existing = next(folder for folder in (place, *place.absolute().parents) if folder.exists())
        if not existing.is_dir() or not os.access(existing, os.W_OK):
            raise ConfigError(f"{place}: cannot be written to; {existing} is no folder of yours")
    if report and report.is_dir():
        raise ConfigError(f"--report {report}: is a folder; name a file")


def _fetcher(
    args: argparse.Namespace, chosen: settings.Settings, now: datetime, state: State, stack: ExitStack
) -> Folder | Network:
    if args.replay:
        return stack.enter_context(Folder(args.replay, now=now))
    recorder = stack.enter_context(Recorder(args.record, now=now)) if args.record else None
    network = Network(
        contact=chosen.email,
        pause=chosen.pause,
        state=state,
        record=recorder,
        allow_private_hosts=args.allow_private_hosts,
        clock=(lambda: now) if args.now else _clock,
    )
    return stack.enter_context(network)


def _clock() -> datetime:
    return datetime.now(UTC)


def _limited(source: Source, chosen: settings.Settings) -> Source:
    """With the site's limit of a passage, where the source sets none of its own."""
    return source if source.quote_limit is not None else replace(source, quote_limit=chosen.quote_limit)


def _sources(args: argparse.Namespace, chosen: settings.Settings, fetcher: Fetcher) -> tuple[Source, ...]:
    if args.opml is None:
        found = sources.load(args.sources) if args.sources else sources.read_tonight(chosen)
        if not found:
            raise ConfigError(f"{args.sources or sources.FOLDER}: no source in it; add a file as README.md shows")
        return found
    if "://" in args.opml:
        outcome = fetcher.fetch([Request(url=args.opml, purpose="feed")])[0]
        if outcome.response is None:
            raise ConfigError(f"--opml {args.opml}: {outcome.result}{f' ({outcome.detail})' if outcome.detail else ''}")
        body = outcome.response.body
    else:
        try:
            body = Path(args.opml).read_bytes()
        except OSError as error:
            raise ConfigError(f"--opml {args.opml}: {error.strerror or error}") from error
    return subscriptions.sources_of(body, name=args.opml, known=sources.known_at(sources.every()))
