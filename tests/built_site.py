"""A site built by the real command from an invented content folder; two rooms of tests look at such sites."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup

from tests.desk import DESK, SITE

ROOT = Path(__file__).resolve().parents[1]
#: Emptied before each run of the tests.
TEMPLATES = ROOT / "build" / "tests" / "templates"
URL = "https://example.org/nightdesk"


@dataclass(frozen=True)
class Built:
    """The output folder of one build and what the command said."""

    folder: Path
    said: str

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every HTML page by its path below the folder."""
        return {
            str(path.relative_to(self.folder)): BeautifulSoup(path.read_bytes(), "lxml")
            for path in sorted(self.folder.rglob("*.html"))
        }

    def page(self, path: str) -> BeautifulSoup:
        return self.pages[path + "index.html" if not path or path.endswith("/") else path]

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    @cached_property
    def files(self) -> dict[str, bytes]:
        return {str(p.relative_to(self.folder)): p.read_bytes() for p in sorted(self.folder.rglob("*")) if p.is_file()}

    @property
    def ours(self) -> dict[str, bytes]:
        """The files that we write: what Pagefind writes has no fixed order in it."""
        return {path: data for path, data in self.files.items() if not path.startswith("pagefind/")}


Build = Callable[..., Built]


def built_site(
    place: Path,
    files: Mapping[str, str],
    *options: str,
    base: Path | None = None,
    compiled: Path = TEMPLATES,
    **environment: str,
) -> Built:
    """Builds a site in the empty folder `place` from files given as text; `base` is copied first."""
    content = place / "content"
    content.mkdir()
    compiled.mkdir(parents=True, exist_ok=True)
    (place / ".cache").mkdir()
    (place / ".cache" / "templates").symlink_to(compiled)  # for all tests once
    shutil.copytree(DESK / "pages", content / "pages")
    if base:
        shutil.copytree(base, content, dirs_exist_ok=True)
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    command = [sys.executable, "-m", "pelican", str(content), "-s", str(ROOT / "pelicanconf.py")]
    done = subprocess.run(
        [*command, "-o", str(place / "output"), *options],
        capture_output=True,
        text=True,
        cwd=place,
        env={**os.environ, "NIGHTDESK_SITEURL": URL, "NIGHTDESK_SETTINGS": str(SITE), "COLUMNS": "400", **environment},
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return Built(place / "output", done.stdout + done.stderr)
