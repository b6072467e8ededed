"""`nightdesk new`: write what an operator's own repository holds. No fork: the program stays where it is released."""

from __future__ import annotations

import argparse
import re
import subprocess
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from scrapers.errors import ConfigError

#: Where the program is released, where the checkout does not say.
HOME = "nightdesk/nightdesk"
#: What gets its dot only there, and what stays behind.
_DOTTED = {"github": ".github", "gitignore": ".gitignore"}
_BEHIND = ("__init__.py", "__pycache__")


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "new",
        description="Write what your own repository holds: settings, topics, pages, a place for your sources and the "
        "workflow. Nothing of the program is copied: the workflow names the version that makes your briefing.",
    )
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="A new folder, or one with nothing but Git's in it."
    )
    parser.add_argument(
        "--action",
        metavar="OWNER/REPO@REF",
        help="The program that the workflow uses. Without it, the version that writes this.",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the folder."""
    action = args.action or released()
    if not re.fullmatch(r"[\w.-]+/[\w.-]+@[\w./-]+(?: # \S+)?", action):
        raise ConfigError(f"--action {action}: is not of the form owner/repository@version")
    folder: Path = args.folder
    if folder.exists() and (not folder.is_dir() or any(each.name != ".git" for each in folder.iterdir())):
        raise ConfigError(f"{folder}: is not empty; name a new folder")
    for name, text in starter(action).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"{folder}: made. Next: set name and e-mail in site.toml, push it to GitHub, and in its settings choose")
    print("Pages → Source: GitHub Actions. `nightdesk check` says what is still to be set; README.md has the rest.")
    return 0


def starter(action: str) -> dict[str, str]:
    """The files of an operator's repository, by their names in it."""
    return {
        name: text.replace("@ACTION@", action) for name, text in sorted(_texts(files("scrapers.starter"), "").items())
    }


def _texts(folder: Traversable, above: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in folder.iterdir():
        if each.name in _BEHIND:
            continue
        name = above + (_DOTTED.get(each.name, each.name) if not above else each.name)
        if each.is_dir():
            found |= _texts(each, f"{name}/")
        else:
            found[name] = each.read_text(encoding="utf-8")
    return found


def released() -> str:
    """This version as a workflow names it: by the commit of its checkout, else by its tag."""
    root = Path(__file__).parents[2]
    tag = f"v{version('nightdesk')}"
    address = re.search(r"github\.com[:/]([\w.-]+/[\w.-]+?)(?:\.git)?/?$", _said(root, "remote", "get-url", "origin"))
    commit = _said(root, "rev-parse", "HEAD")
    home = address[1] if address else HOME
    return f"{home}@{commit} # {tag}" if address and re.fullmatch(r"[0-9a-f]{40}", commit) else f"{home}@{tag}"


def _said(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
