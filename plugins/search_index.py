"""Makes the index of the search with Pagefind (https://pagefind.app), a program of its own that runs at the build."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

#: Where the index stands, below the site's address.
FOLDER = "pagefind"
#: Files of Pagefind's own surfaces, which no page of ours loads.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
_SECONDS = 900


class NoIndexError(Exception):
    """There is no index, and why."""


def make_index(pages: Iterable[str], output: Path) -> None:
    """Writes the index of `pages`, each a whole HTML document, into a folder of `output`.

    Raises NoIndexError where Pagefind is not installed or fails.
    """
    if find_spec("pagefind") is None:
        raise NoIndexError("Pagefind is not installed")
    with TemporaryDirectory() as folder:
        for n, page in enumerate(pages):
            (Path(folder) / f"{n:06d}.html").write_text(page, encoding="utf-8", errors="replace")
        where = ("--site", folder, "--output-path", str(output / FOLDER))
        done = _ran(sys.executable, "-m", "pagefind", *where, "--silent")
    if done.returncode or not (output / FOLDER / "pagefind.js").exists():
        raise NoIndexError(f"Pagefind failed: {(done.stderr or done.stdout).strip()[-300:] or done.returncode}")
    for pattern in _UNUSED:
        for path in (output / FOLDER).glob(pattern):
            path.unlink()


def _ran(*command: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise NoIndexError(f"Pagefind took more than {_SECONDS} seconds") from None
