"""`nightdesk fmt`: put a briefing file that can be read back into its form."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scrapers.briefing_file import dumps, loads
from scrapers.errors import ContentError
from scrapers.files import read, write


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "fmt",
        description="Put briefing files back into their form: fields in order, one blank line between parts. A file "
        "with a fault is left as it is, and the fault is told.",
        epilog="Exit codes: 0 all files are in form now; 1 a file has a fault.",
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="A briefing file.")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Format every file that has no fault; 1 if one has."""
    code = 0
    for path in args.files:
        try:
            old = read(path)
            new = dumps(loads(old))
        except ContentError as fault:
            print(fault.at(str(path)), file=sys.stderr)
            code = 1
            continue
        except OSError as error:
            print(f"{path}: {error.strerror}", file=sys.stderr)
            code = 1
            continue
        if new != old:
            write(path, new)
            print(f"formatted {path}")
    return code
