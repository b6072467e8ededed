"""`nightdesk site`: look whether anything shows more than it may, build the site beside the old one, and swap."""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from scrapers import settings
from scrapers.commands.check import rights_faults
from scrapers.errors import ConfigError

#: Pelican's settings, of the program and not of the operator.
CONFIGURATION = Path(__file__).parents[2] / "pelicanconf.py"
#: 0 the site stands; 1 something shows more than it may, or Pelican failed: the old site stands as it was.
BUILT, NOT_BUILT = 0, 1


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "site",
        description="Build the site from the content folder. It is built beside the one that stands and takes its "
        "place when it is whole; a site that shows more of a source than it may is not built.",
        epilog="Exit codes: 0 the site stands; 1 it could not be built and the old one is as it was; 2 an option or "
        "the settings are wrong.",
    )
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="FOLDER", help="Without it, content/.")
    parser.add_argument("--output", type=Path, default=Path("output"), metavar="FOLDER", help="Without it, output/.")
    parser.add_argument(
        "--settings", type=Path, default=settings.named(), metavar="FILE", help="Without it, site.toml."
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Build the site that the options describe."""
    for path, what in ((args.content, "folder of content"), (args.settings, "file of settings")):
        if not path.exists():
            raise ConfigError(f"{path}: there is no such {what}")
    if (args.output / "site.toml").exists() or args.output.resolve() in args.content.resolve().parents:
        raise ConfigError(f"{args.output}: is no folder for a site; the site takes the place of all that is in it")
    print("Looking whether anything shows more of a source than it may.", flush=True)
    faults = list(rights_faults(args.content, args.settings, Path(".cache/nightdesk")))
    for fault in faults:
        print(fault)
    if faults:
        return NOT_BUILT
    print(f"Building the site into {args.output}.", flush=True)
    return _built(args.content, args.output, args.settings)


def _built(content: Path, output: Path, chosen: Path) -> int:
    output.parent.mkdir(parents=True, exist_ok=True)
    fresh, old = (output.with_name(f".{output.name}.{what}") for what in ("new", "old"))
    if old.exists() and not output.exists():
        os.rename(old, output)  # a swap that was ended between its two steps
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    words = ["pelican", str(content), "-s", str(CONFIGURATION), "-o", str(fresh), "--fatal", "errors"]
    done = subprocess.run(
        [sys.executable, "-m", *words],
        env={**os.environ, "NIGHTDESK_SETTINGS": str(chosen.resolve())},
        check=False,
    )
    if done.returncode or not (fresh / "index.html").is_file():
        shutil.rmtree(fresh, ignore_errors=True)
        print(f"The site could not be built; {output} is as it was.", file=sys.stderr)
        return NOT_BUILT
    if output.exists() and not _exchanged(fresh, output):
        os.rename(output, old)
    if not output.exists():
        os.rename(fresh, output)
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    return BUILT


def _exchanged(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step, so that whoever serves one never finds none; False where that cannot be."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):  # pragma: no cover - not Linux
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE (renameat2(2))
    return bool(call(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)
