"""The command `nightdesk`: arguments and exit codes; everything else is elsewhere."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from scrapers.errors import BriefingError

#: One module a command, in the order of `nightdesk --help`. Each has `add(subparsers)`.
COMMANDS = ("night", "check", "fmt", "read", "group", "evidence")


def parser(commands: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="nightdesk",
        description="A daily conflict briefing, made every night from public news feeds: each sentence says who says "
        "it, each development shows its independent sources, and what could not be seen is said.",
    )
    subparsers = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in commands:
        importlib.import_module(f"scrapers.commands.{name}").add(subparsers)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. What went wrong is told without a traceback."""
    given = sys.argv[1:] if argv is None else argv
    # what the other commands need (the network, the patterns) takes most of a second to load
    args = parser([name for name in COMMANDS if name in given[:1]] or COMMANDS).parse_args(given)
    try:
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
