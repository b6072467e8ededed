"""The command `nightdesk`: arguments and exit codes; everything else is elsewhere."""

from __future__ import annotations

import argparse
import importlib
import os
import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from importlib.metadata import version

from scrapers.errors import BriefingError

#: Commands that print what strangers wrote.
STRANGERS = ("night", "read", "source", "group", "evidence")
#: One module a command, in the order of `nightdesk --help`, and what it says there. Each has `add(subparsers)`.
COMMANDS = {
    "new": "Write what your own repository holds, to begin with.",
    "night": "Read the night's sources and write the day's briefing.",
    "site": "Build the site from the content folder.",
    "keep": "Commit what the night wrote and push it, beside what editors pushed meanwhile.",
    "alarm": "Say in one issue that a night failed, and close it when one is good again.",
    "check": "Read every file that people edit and say what is wrong.",
    "fmt": "Put briefing files back into their form.",
    "read": "Show what is read out of a page.",
    "source": "Try an address as a source, and print the file that makes it one.",
    "group": "Group articles that tell of the same development.",
    "evidence": "Show what was read for one development, when, and with which digest.",
}


def parser(given: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of a command line. What a command needs (the network, the patterns) is loaded for it alone."""
    top = argparse.ArgumentParser(
        prog="nightdesk",
        description="A daily conflict briefing, made every night from public news feeds: each sentence says who says "
        "it, each development shows its independent sources, and what could not be seen is said.",
    )
    top.add_argument("--version", action="version", version=f"Nightdesk {version('nightdesk')}")
    subparsers = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, about in COMMANDS.items():
        if name in given[:1]:
            importlib.import_module(f"scrapers.commands.{name}").add(subparsers)
        else:
            subparsers.add_parser(name, help=about)
    return top


@contextmanager
def _no_commands() -> Iterator[None]:
    """In a job of GitHub Actions no line of ours is a command to the runner: strangers' words stand in some."""
    token = secrets.token_hex(16) if os.environ.get("GITHUB_ACTIONS") == "true" else ""
    if token:
        print(f"::stop-commands::{token}", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if token:
            sys.stdout.flush()
            print(f"::{token}::", file=sys.stderr, flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. What went wrong is told without a traceback."""
    given = sys.argv[1:] if argv is None else argv
    args = parser(given).parse_args(given)
    try:
        with _no_commands() if given[:1] and given[0] in STRANGERS else nullcontext():
            code: int = args.run(args)
    except BriefingError as error:
        print(f"nightdesk: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
    except OSError as error:
        print(f"nightdesk: {error.filename or 'a file'}: {error.strerror or error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("nightdesk: stopped; nothing half-written is left behind", file=sys.stderr)
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
