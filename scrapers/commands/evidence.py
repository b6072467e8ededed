"""`nightdesk evidence DAY#ID`: what was read for one development, when, and whether the recording at hand agrees."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from scrapers.addresses import page_of
from scrapers.errors import ConfigError
from scrapers.fetch import Recording
from scrapers.wire import CITED, WireLine, read_day

_WANTED = re.compile(r"(\d{4}-\d\d-\d\d)#([a-z0-9-]+)")


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "evidence",
        description="Show, for one development, every article that it cites: its address, when it was read, with which "
        "status, and the SHA-256 of what was read. With a recording, say of each whether the recording agrees.",
        epilog="Exit codes: 0 shown, and no recording disagrees; 1 there is no such development, an article has no "
        "evidence, or the recording disagrees; 2 the options are wrong.",
    )
    parser.add_argument("development", metavar="DAY#ID", help="The development, such as 2026-08-21#qz7k3m.")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="FOLDER", help="The content folder.")
    parser.add_argument(
        "--recording",
        "--replay",
        type=Path,
        metavar="FILE",
        help="The night's recording (a WARC file): its payloads are hashed anew and compared.",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the evidence; 1 if it is not whole."""
    wanted = _WANTED.fullmatch(args.development)
    try:
        day = date.fromisoformat(wanted[1]) if wanted else None
    except ValueError:
        day = None
    if wanted is None or day is None:
        raise ConfigError(f"{args.development!r} names no development; write DAY#ID, such as 2026-08-21#qz7k3m")
    lines, faults = read_day(args.content, day)
    for fault in faults:
        print(fault, file=sys.stderr)
    cited = [line for line in lines if line.development == wanted[2] and line.outcome == CITED]
    if not cited:
        known = sorted({line.development for line in lines if line.outcome == CITED})
        hint = f"; that day has {', '.join(known[:12])}{' …' if len(known) > 12 else ''}" if known else ""
        print(f"{args.content}: the wire log of {day} has no development {wanted[2]}{hint}", file=sys.stderr)
        return 1
    payloads: Mapping[str, Sequence[str]] | None = None
    if args.recording is not None:
        with Recording(args.recording) as recording:
            payloads = recording.payloads()
            for damage in recording.damaged:
                print(f"{args.recording}: {damage}", file=sys.stderr)
    print(f"{args.development}: {len(cited)} article{'s' * (len(cited) != 1)} cited")
    whole = not faults
    for line in cited:
        verdict, good = agreement(line, payloads)
        whole = whole and good
        print("\n" + "\n".join(told(line, verdict)))
    return 0 if whole else 1


def agreement(line: WireLine, payloads: Mapping[str, Sequence[str]] | None) -> tuple[str, bool]:
    """What the recording says of an article's evidence, in words, and whether that is well.

    `payloads` holds for each address the digests of what was recorded of it; None if no recording is at hand. An
    article of which only the feed's entry was read has the feed's digest: any address may hold it.
    """
    if line.sha256 is None:
        return "no evidence: the log holds no digest", False
    if payloads is None:
        return "no recording at hand", True
    holders = [address for address, digests in payloads.items() if line.sha256 in digests]
    addresses = [page_of(address) for address in (line.url, line.canonical)]
    own = [address for address in addresses if address in holders]
    if own or holders:
        return f"the recording agrees: {(own or holders)[0]}", True
    held = sorted({digest for address in addresses for digest in payloads.get(address, ())})
    if "damaged" in held:
        return "the recording is damaged here", False
    if held:
        return f"the recording disagrees: it holds {', '.join(held)}", False
    return "not in the recording", False


def told(line: WireLine, verdict: str) -> list[str]:
    """One article's evidence as lines for the terminal."""
    published = f", published {line.published}" if line.published else ""
    return [
        f"{line.headline} — {line.source}{published}",
        f"  address    {line.url}",
        *([f"  canonical  {line.canonical}"] if line.canonical != line.url else []),
        f"  read       {line.time or 'unknown'}, status {line.status if line.status is not None else 'unknown'}",
        f"  SHA-256    {line.sha256 or 'unknown'}",
        f"  recording  {verdict}",
    ]
