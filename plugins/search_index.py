"""Makes an index of the search with Pagefind (https://pagefind.app), a program of its own that runs at the build.

A year's index is kept beside the content: it is made again only when what it is made of has changed, so a night makes
that of one year.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

#: Files of Pagefind's own surfaces, which no page of ours loads.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
_SECONDS = 900
#: What says of which documents a kept index was made; written last, so an index without it is none.
_OF = "made-of.txt"


class NoIndexError(Exception):
    """There is no index, and why."""


def put_index(pages: Sequence[str], folder: Path, kept: Path) -> None:
    """Writes the index of `pages`, each a whole HTML document, as `folder`; `kept` holds it for the next build.

    Raises NoIndexError where Pagefind is not installed or fails.
    """
    if find_spec("pagefind") is None:
        raise NoIndexError("Pagefind is not installed")
    made_of = _digest(pages)
    mark = kept / _OF
    if not (mark.is_file() and mark.read_text(encoding="utf-8") == made_of):
        shutil.rmtree(kept, ignore_errors=True)
        _make(pages, kept)
        mark.write_text(made_of, encoding="utf-8")
    shutil.copytree(kept, folder, ignore=shutil.ignore_patterns(_OF), dirs_exist_ok=True)


def _digest(pages: Sequence[str]) -> str:
    digest = hashlib.sha256(version("pagefind").encode())
    for page in pages:
        digest.update(page.encode("utf-8", "replace") + b"\0")
    return digest.hexdigest()


def _make(pages: Sequence[str], folder: Path) -> None:
    with TemporaryDirectory() as source:
        for n, page in enumerate(pages):
            (Path(source) / f"{n:06d}.html").write_text(page, encoding="utf-8", errors="replace")
        done = _ran(sys.executable, "-m", "pagefind", "--site", source, "--output-path", str(folder), "--silent")
    if done.returncode or not (folder / "pagefind.js").exists():
        raise NoIndexError(f"Pagefind failed: {(done.stderr or done.stdout).strip()[-300:] or done.returncode}")
    for pattern in _UNUSED:
        for path in folder.glob(pattern):
            path.unlink()


def _ran(*command: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise NoIndexError(f"Pagefind took more than {_SECONDS} seconds") from None
