"""`nightdesk keep`: commit what the night wrote and push it, beside what editors pushed in the meantime."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scrapers import packing
from scrapers.beside_edits import WRITTEN, together
from scrapers.errors import ConfigError
from scrapers.files import read
from scrapers.repository import Overtaken, Repository

#: How often a push that was overtaken is tried.
TRIES = 5
#: 0 it is kept, or there was nothing; 2 the options or the repository are wrong, or the push was refused; 4 the push
#: was overtaken each time.
DONE, OVERTAKEN = 0, 4


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "keep",
        description="Commit what the night wrote into the content folder and push it. What editors pushed since the "
        "night began is merged as data: what they wrote or took away holds, and nothing of the night's is lost. "
        "Nothing is forced; a push that is overtaken is tried again.",
        epilog="Exit codes: 0 kept, or nothing to keep; 2 something is wrong, and said; 4 overtaken each time.",
    )
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="FOLDER", help="Without it, content/.")
    parser.add_argument("--remote", default="origin", metavar="NAME", help="Push there. Without it, origin.")
    parser.add_argument("--branch", metavar="NAME", help="Push to this branch. Without it, the one checked out.")
    parser.add_argument(
        "--pack", type=Path, metavar="FILE", help="Push nothing: put what the night wrote into this file, for --packed."
    )
    parser.add_argument(
        "--packed",
        type=Path,
        metavar="FILE",
        help="Keep what stands in this file, not what the working tree holds: a night that another job read.",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Keep what the night wrote."""
    if not args.content.is_dir():
        raise ConfigError(f"{args.content}: there is no such folder")
    repository = Repository.around(args.content, remote=args.remote, branch=args.branch)
    try:
        content = args.content.resolve().relative_to(repository.root.resolve())
    except ValueError:
        raise ConfigError(f"{args.content}: lies outside {repository.root}") from None
    if args.packed:
        ours = packing.unpacked(args.packed, content.as_posix())
    else:
        changed = repository.changed([str(content / folder) for folder in WRITTEN])
        ours = {name: read(repository.root / name) for name in changed}
    if args.pack:
        packing.pack(args.pack, ours)
    if args.pack or not ours:
        print(f"Packed: {', '.join(ours)}" if ours else "Nothing changed: nothing to keep.")
        return DONE
    return _kept(repository, ours)


def _kept(repository: Repository, ours: dict[str, str]) -> int:
    base, names = repository.head(), sorted(ours)
    for attempt in range(1, TRIES + 1):
        theirs = repository.fetched()
        texts = {
            name: text
            for name in names
            if (text := together(name, repository.text(base, name), ours[name], repository.text(theirs, name)))
            is not None
        }
        commit = repository.committed(theirs, texts, _message(names))
        try:
            if commit is not None:
                repository.push(commit)
        except Overtaken:
            print(f"Somebody pushed in the meantime ({attempt} of {TRIES}).", file=sys.stderr)
            continue
        repository.arrive(commit or theirs, names)
        print(f"Kept: {', '.join(names)}" if commit else "All of it was there already.")
        return DONE
    print(f"nightdesk: the push was overtaken {TRIES} times; run `nightdesk keep` again", file=sys.stderr)
    return OVERTAKEN


def _message(names: list[str]) -> str:
    days = sorted({Path(name).stem for name in names if "/briefings/" in f"/{name}"}) or ["…"]
    return f"The night of {', '.join(days)}"
