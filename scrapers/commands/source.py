"""`nightdesk source try`: what would come of an address as a source, and the file that makes it one."""

from __future__ import annotations

import argparse
import difflib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup

from scrapers import settings, sources
from scrapers.addresses import host
from scrapers.bounded import GaveUp, bounded
from scrapers.commands.group import read_topics
from scrapers.commands.read import MEGABYTES, SECONDS
from scrapers.errors import ConfigError
from scrapers.extract.jobs import FeedJob, PageJob, read
from scrapers.files import beside
from scrapers.files import read as read_file
from scrapers.group.relevance import relevance
from scrapers.model import Entry, Feed, FeedReading, Reading, Source
from scrapers.outcome import Outcome, Request, Response, Result
from scrapers.text import line

if TYPE_CHECKING:
    from scrapers.fetch import Fetcher

#: Articles whose pages are read.
PAGES = 3
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
#: Letters of a text that are shown.
_SHOWN = 160


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "source",
        description="try: an address as a source: read its feed (or the feed that the page names), show its entries, "
        "what is on topic, what is read out of three pages, and the file that makes it a source. check: read the feeds "
        "of the sources that a night reads, or of one, and show what became of each. Nothing is kept.",
        epilog="Exit codes: 0 there is a feed with entries, or each source has one; 1 there is none, or one has none; "
        "2 an argument or a file is wrong.",
    )
    parser.add_argument("what", choices=["try", "check"], help="What to do.")
    parser.add_argument(
        "url",
        metavar="URL-or-NAME",
        nargs="?",
        help="With try, the address of a feed, or of a page that names one; with check, a source's name.",
    )
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="FOLDER", help="Whose topics count.")
    parser.add_argument("--settings", type=Path, default=settings.named(), metavar="FILE", help="The settings.")
    parser.add_argument("--allow-private-hosts", action="store_true", help="Also read from this machine's network.")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what came of it; see `add` for the exit codes."""
    from scrapers.fetch import Network  # `--help` needs no network

    if args.what == "try" and not (args.url or "").startswith(("http://", "https://")):
        raise ConfigError(f"{args.url or 'try'}: an address begins with https://")
    if not args.settings.is_file():
        raise ConfigError(f"{args.settings}: there is no such file; a request goes out with the address in it (email)")
    chosen = settings.loads(read_file(args.settings), path=str(args.settings))
    with Network(contact=chosen.email, allow_private_hosts=args.allow_private_hosts) as network:
        if args.what == "check":
            return _check(_named(args.url, chosen), network)
        tried = _tried(args.url, network)
        print("\n".join(tried.notes))
        if tried.reading is None or not tried.reading.entries:
            return 1
        print("\n".join(_told(tried, beside(args.content, "topics").parent, network)))
    return 0


def _named(name: str | None, chosen: settings.Settings) -> list[Source]:
    """The sources that a night reads; of a name, that one alone, read or not."""
    if name is None:
        return list(sources.read_tonight(chosen))
    found = [each for each in sources.every() if name.casefold() in (each.name.casefold(), each.plain_name.casefold())]
    if not found:
        known = [each.plain_name for each in sources.every()]
        near = difflib.get_close_matches(name, known, 1, cutoff=0.4) or known[:3]
        raise ConfigError(f"there is no source '{name}'; did you mean {', '.join(near)}?")
    return found


def _check(those: Sequence[Source], network: Fetcher) -> int:
    """A line a feed: what became of it, and what it holds."""
    feeds = [(source, feed) for source in those for feed in source.feeds]
    outcomes = network.fetch([Request(url=feed.url, purpose="feed") for _, feed in feeds])
    jobs = [
        FeedJob(response=outcome.response, feed=feed, now=datetime.now(UTC))
        for (_, feed), outcome in zip(feeds, outcomes, strict=True)
        if outcome.response is not None
    ]
    readings = iter(_read(jobs))
    bad = 0
    for (source, feed), outcome in zip(feeds, outcomes, strict=True):
        read = next(readings) if outcome.response is not None else None
        entries = read.entries if isinstance(read, FeedReading) else ()
        bad += not entries
        print(f"{'ok ' if entries else 'BAD'} {source.plain_name}: {', '.join(_state(outcome, read))}  {feed.url}")
    print(f"{len(feeds) - bad} of {len(feeds)} feeds have entries.")
    return 1 if bad else 0


def _state(outcome: Outcome, read: FeedReading | Reading | GaveUp | None) -> Iterator[str]:
    if not isinstance(read, FeedReading):
        yield read.reason if isinstance(read, GaveUp) else _became(outcome)
        return
    dated = [entry.published for entry in read.entries if entry.published]
    yield f"{len(read.entries)} entries"
    if dated:
        yield f"the newest of {max(dated):%Y-%m-%d %H:%M} UTC"
    if read.result is not Result.OK:
        yield f"{read.result} {read.detail}".rstrip()


@dataclass(frozen=True)
class Tried:
    """A feed that was read, or why there is none."""

    url: str
    reading: FeedReading | None
    notes: tuple[str, ...]


def _tried(url: str, network: Fetcher) -> Tried:
    """The feed at an address; of a page the first feed that it names and that can be read."""
    (outcome,) = network.fetch([Request(url=url, purpose="feed")])
    if outcome.response is None:
        return Tried(url, None, (f"{url}: {_became(outcome)}",))
    reading = _feed(outcome.response, url)
    if reading.result is not Result.NOT_A_FEED:
        return Tried(outcome.response.final_url, reading, tuple(_of_feed(url, reading)))
    named = feeds_named(outcome.response.body, outcome.response.final_url)
    if not named:
        return Tried(url, None, (f"{url}: is no feed, and names none; look for its RSS address, or try {url}/feed",))
    notes = [f"{url}: is a page; it names {', '.join(named)}"]
    for address, again in zip(named, network.fetch([Request(url=each, purpose="feed") for each in named]), strict=True):
        if again.response is None:
            notes.append(f"{address}: {_became(again)}")
        elif (found := _feed(again.response, address)).entries:
            return Tried(address, found, (*notes, *_of_feed(address, found)))
        else:
            notes += _of_feed(address, found)
    return Tried(url, None, tuple(notes))


def feeds_named(body: bytes, url: str) -> tuple[str, ...]:
    """The feeds that a page names in its head, absolute, those of comments last."""
    page = BeautifulSoup(body, "lxml")
    named = [
        urljoin(url, str(link["href"]))
        for link in page.find_all("link", rel="alternate", href=True)
        if str(link.get("type", "")).split(";")[0].strip().casefold() in _FEED_TYPES
    ]
    web = (each for each in named if urlsplit(each).scheme in ("http", "https"))
    return tuple(sorted(dict.fromkeys(web), key=lambda each: "comments" in each))


def _became(outcome: Outcome) -> str:
    return f"{outcome.result}{f' ({outcome.detail})' if outcome.detail else ''}"


def _feed(response: Response, url: str) -> FeedReading:
    (found,) = _read([FeedJob(response=response, feed=Feed(url=url), now=datetime.now(UTC))])
    if isinstance(found, FeedReading):
        return found
    return FeedReading(entries=(), result=Result.GAVE_UP, detail=found.reason if isinstance(found, GaveUp) else "")


def _read(jobs: Sequence[FeedJob | PageJob]) -> list[FeedReading | Reading | GaveUp]:
    """Each is read in a child process that can be killed, as in a night."""
    done = dict(bounded(read, jobs, seconds=SECONDS, megabytes=MEGABYTES, workers=1))
    return [done[number] for number in range(len(jobs))]


def _of_feed(url: str, reading: FeedReading) -> Iterator[str]:
    why = "" if reading.result is Result.OK else f": {reading.result} {reading.detail}".rstrip()
    yield f"{url}: {reading.title or 'a feed without a title'}, {len(reading.entries)} entries{why}"


def _told(tried: Tried, content: Path, network: Fetcher) -> Iterator[str]:
    entries = tried.reading.entries if tried.reading else ()
    topics = read_topics(content)
    on_topic = [
        each
        for each in entries
        if relevance(each.headline, each.summary, topics=topics, language=each.language or "en", url=each.url).on_topic
    ]
    dated = [entry.published for entry in entries if entry.published]
    yield f"on topic:   {len(on_topic)} of {len(entries)}"
    yield (
        f"newest:     {max(dated):%Y-%m-%d %H:%M} UTC"
        if dated
        else "newest:     none has a date; a night leaves them out"
    )
    with_summary = sum(bool(entry.summary) for entry in entries)
    yield f"summaries:  {with_summary} of {len(entries)} entries have one that may be quoted"
    looked_at = (on_topic or list(entries))[:PAGES]
    outcomes = network.fetch([Request(url=entry.url) for entry in looked_at])
    pages = _read([PageJob(response=each.response, profile=None) for each in outcomes if each.response])
    left = iter(pages)
    for entry, outcome in zip(looked_at, outcomes, strict=True):
        yield ""
        yield from _of_page(entry, outcome, next(left) if outcome.response else None)
    yield ""
    name, text = source_file(tried)
    yield f"To make it a source, add sources/{name} beside site.toml with this text; then read its terms of use, and"
    yield "say in rights and rights_why what they let you show:"
    yield ""
    yield text


def _of_page(entry: Entry, outcome: Outcome, page: FeedReading | Reading | GaveUp | None) -> Iterator[str]:
    yield f"{entry.headline}"
    yield f"  {entry.url}"
    if not isinstance(page, Reading):
        yield f"  page: {page.reason if isinstance(page, GaveUp) else _became(outcome)}"
        return
    yield f"  page: {page.result}, {len(page.text)} letters{', a teaser' if page.stub else ''}"
    if page.text:
        yield f"  begins: {page.text[:_SHOWN].replace(chr(10), ' ')}"
    said = ", ".join(page.snippet.said)
    yield f"  says for machines: {said or 'nothing that limits quotations'}"
    if page.rights_line:
        yield f"  says of its rights: {page.rights_line[:_SHOWN]}"


def source_file(tried: Tried) -> tuple[str, str]:
    """The name and the text of the file that makes a feed a source; names are text, whatever a feed is called."""
    title = (tried.reading.title if tried.reading else None) or host(tried.url)
    plain = line(re.sub(r" (?:via|·) ", " ", title)).strip() or host(tried.url)
    slug = re.sub(r"[^a-z0-9]+", "_", plain.casefold()).strip("_")[:40] or "source"
    parts = urlsplit(tried.url)
    home = f"{parts.scheme}://{parts.netloc}/"
    return f"{slug}.toml", (
        f"name = {_quoted(plain)}\n"
        f"homepage = {_quoted(home)}\n"
        f"feeds = [{_quoted(tried.url)}]\n"
        'affiliation = "unknown"  # independent, public broadcaster, state media, government, non-profit …\n'
        '# country = "SD"  # two letters\n'
        'rights = "preview"  # "link", "preview", "excerpt" or "full"\n'
        '# rights_why = "where its terms allow more"\n'
    )


def _quoted(text: str) -> str:
    """A string as TOML has it; JSON's escapes are TOML's too."""
    return json.dumps(text, ensure_ascii=False)
