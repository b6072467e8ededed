"""`nightdesk read`: what is read out of a page, for people, for programs, and for many pages at once."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapers import settings
from scrapers.bounded import GaveUp, bounded
from scrapers.errors import ConfigError
from scrapers.extract.belonging import led_away
from scrapers.extract.page import text_as_shown
from scrapers.extract.readingjob import ReadingJob, plain, read
from scrapers.files import read as read_file
from scrapers.model import Reading
from scrapers.outcome import Request, Result

#: What one page may take (the largest of 141 real pages takes 0.2 s and 60 MB).
SECONDS, MEGABYTES = 10.0, 1024


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "read",
        description="Read article pages, from files or from the network, and print what was found: title, authors, "
        "times, dateline, origin, text, and the developments of a round-up.",
        epilog="In --batch, `text` has the dateline where the page shows it, and `authors` has the agency or desk that "
        "signs a page where no person does. Exit codes: 0 everything was read; 1 a page gave no text; 2 an argument "
        "or the batch file is wrong. A batch always ends with 0: its lines say what became of each page.",
    )
    parser.add_argument("pages", nargs="*", metavar="FILE-or-URL", help="A page saved to a file, or its address.")
    parser.add_argument("--url", help="The address a file's page had: relative links and dates need it.")
    parser.add_argument("--json", action="store_true", help="One JSON object a page, every field.")
    parser.add_argument(
        "--batch", type=Path, metavar="FILE", help='Read the pages of a file of lines {"id", "url", "html": PATH}.'
    )
    parser.add_argument(
        "--workers", type=int, default=0, metavar="N", help="Pages read at a time (default: one a core)."
    )
    parser.add_argument("--settings", type=Path, default=settings.named(), metavar="FILE", help="The settings.")
    parser.add_argument("--allow-private-hosts", action="store_true", help="Also read pages on this machine's network.")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read what is asked for; see `add` for the exit codes."""
    workers = args.workers if args.workers > 0 else os.cpu_count() or 1
    if args.batch is not None:
        if args.pages:
            raise ConfigError("--batch stands alone: give the pages in its file")
        for line in batch(args.batch, workers=workers):
            print(line, flush=False)
        return 0
    if not args.pages:
        raise ConfigError("no page given; try `nightdesk read FILE --url URL`, or --batch FILE")
    good = True
    for reading in _singles(args, workers):
        good = good and reading.result is Result.OK
        print(json.dumps(plain(reading), ensure_ascii=False) if args.json else shown(reading))
    return 0 if good else 1


def _singles(args: argparse.Namespace, workers: int) -> Iterator[Reading]:
    jobs: list[ReadingJob | Reading] = []
    addresses = [page for page in args.pages if page.startswith(("http://", "https://"))]
    fetched = iter(_fetched(addresses, args) if addresses else ())
    for page in args.pages:
        if page.startswith(("http://", "https://")):
            jobs.append(next(fetched))
        elif not Path(page).is_file():
            raise ConfigError(f"{page}: there is no such file")
        else:
            jobs.append(ReadingJob(url=args.url or Path(page).resolve().as_uri(), path=page))
    yield from readings(jobs, workers=workers)


def _fetched(addresses: list[str], args: argparse.Namespace) -> Iterator[ReadingJob | Reading]:
    from scrapers.fetch import Network  # files are read without the network's imports

    if not args.settings.is_file():
        raise ConfigError(f"{args.settings}: there is no such file; a request goes out with the address in it (email)")
    contact = settings.loads(read_file(args.settings), path=str(args.settings)).email
    with Network(contact=contact, allow_private_hosts=args.allow_private_hosts) as network:
        for outcome in network.fetch([Request(url=address) for address in addresses]):
            response = outcome.response
            if response is None:
                yield Reading(url=outcome.request.url, result=outcome.result, detail=outcome.detail)
            elif why := led_away(outcome.request.url, response.final_url):
                yield Reading(url=response.final_url, result=Result.NO_TEXT, detail=why)
            else:
                kind = response.header("content-type")
                yield ReadingJob(url=args.url or response.final_url, body=response.body, content_type=kind)


def readings(jobs: Iterable[ReadingJob | Reading], *, workers: int) -> Iterator[Reading]:
    """What each job's page says, in their order; each is read in a child process that can be killed.

    A `Reading` among the jobs is passed through. A page that took too long or too much says `gave up`.
    """
    order: list[ReadingJob | Reading] = list(jobs)
    asked = [index for index, job in enumerate(order) if isinstance(job, ReadingJob)]
    todo = [job for job in order if isinstance(job, ReadingJob)]
    done: dict[int, Reading] = {index: job for index, job in enumerate(order) if isinstance(job, Reading)}
    following = 0
    for number, value in bounded(read, todo, seconds=SECONDS, megabytes=MEGABYTES, workers=workers):
        job = todo[number]
        if isinstance(value, GaveUp):
            value = Reading(url=job.url, result=Result.GAVE_UP, detail=value.reason)
        done[asked[number]] = value
        while following in done:
            yield done.pop(following)
            following += 1
    while following in done:
        yield done.pop(following)
        following += 1


@dataclass(frozen=True)
class _Line:
    """A line of a batch file; `job` is its page, or a reading that says why there is none."""

    id: Any
    job: ReadingJob | Reading


def batch(path: Path, *, workers: int) -> Iterator[str]:
    """One JSON line for each line of a batch file, in its order. Raises `ConfigError` if it cannot be opened."""
    lines = list(_lines(path))
    for line, reading in zip(lines, readings([line.job for line in lines], workers=workers), strict=True):
        yield json.dumps(entry(line.id, reading), ensure_ascii=False)


def _lines(path: Path) -> Iterator[_Line]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            identity, url = row.get("id"), str(row.get("url") or "")
            page = path.parent / str(row["html"])
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            fault = f"line {number} is no object with id, url and html: {error}"
            yield _Line(None, Reading(url="", result=Result.NO_TEXT, detail=fault))
            continue
        if page.is_file():
            yield _Line(identity, ReadingJob(url=url, path=str(page)))
        else:
            yield _Line(
                identity, Reading(url=url, result=Result.NO_TEXT, detail=f"{row['html']}: there is no such file")
            )


def entry(identity: Any, reading: Reading) -> dict[str, Any]:
    """A batch line: what the scorer and other programs ask for, and what became of the page."""
    return {
        "id": identity,
        "title": reading.title,
        "authors": list(reading.authors or reading.byline),
        "published": plain(reading.published),
        "updated": plain(reading.updated),
        "text": text_as_shown(reading),
        "standfirst": reading.standfirst,
        "dateline": plain(reading.dateline),
        "origin": plain(reading.origin),
        "section": reading.section,
        "language": reading.language,
        "parts": plain(reading.parts),
        "window": plain(reading.window),
        "stub": reading.stub,
        "result": str(reading.result),
        "detail": reading.detail,
    }


def shown(reading: Reading) -> str:
    """A reading for people."""
    line, source = reading.dateline, reading.origin
    stated = " to ".join(str(day) for day in dict.fromkeys(reading.window or ()))
    rows = [
        ("title", reading.title),
        ("standfirst", reading.standfirst),
        ("authors", ", ".join(reading.authors)),
        ("signed", ", ".join(reading.byline) if reading.byline != reading.authors else None),
        ("published", plain(reading.published)),
        ("updated", plain(reading.updated)),
        ("section", reading.section),
        ("language", reading.language),
        ("address", reading.canonical or reading.url),
        ("dateline", " · ".join(str(each) for each in (line.place, line.agency, line.date) if each) if line else None),
        ("origin", f"{source.name} ({source.evidence}{': ' + source.url if source.url else ''})" if source else None),
        ("rights", reading.rights_line),
        ("stub", "yes: the text is not the whole article" if reading.stub else None),
        ("covers", stated or None),
        ("result", f"{reading.result}{': ' + reading.detail if reading.detail else ''}"),
    ]
    head = "\n".join(f"{name + ':':<12}{value}" for name, value in rows if value)
    body = "\n\n".join(_marked(block.kind, block.text) for block in reading.blocks)
    if not reading.parts:
        return f"{head}\n\n{body}\n"
    told = "\n\n".join(
        f"{number}. {part.title}"
        + (f"\n   {plain(part.published)}" if part.published else "")
        + (f"\n   #{part.anchor}" if part.anchor else "")
        + "".join(f"\n   {paragraph}" for paragraph in part.text.split("\n"))
        + "".join(f"\n   → {link}" for link in part.links)
        for number, part in enumerate(reading.parts, 1)
    )
    return f"{head}\n\n{len(reading.parts)} developments\n\n{told}\n"


def _marked(kind: str, text: str) -> str:
    return {"h": f"## {text}", "li": f"- {text}", "quote": f"> {text}"}.get(kind, text)
