"""Sites built by the real command from invented days with invented figures and claims."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.site_data.days import CONTENT

ROOT = Path(__file__).resolve().parents[2]
URL = "https://example.org/nightdesk"


@dataclass(frozen=True)
class Built:
    """The output folder of one build and what the command said."""

    folder: Path
    said: str

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        return {
            str(path.relative_to(self.folder)): BeautifulSoup(path.read_bytes(), "lxml")
            for path in sorted(self.folder.rglob("*.html"))
        }

    def page(self, path: str) -> BeautifulSoup:
        return self.pages[path + "index.html"]

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    @property
    def files(self) -> dict[str, bytes]:
        return {str(p.relative_to(self.folder)): p.read_bytes() for p in sorted(self.folder.rglob("*")) if p.is_file()}


Build = Callable[..., Built]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds a site from files given as text."""

    def run(files: Mapping[str, str], **environment: str) -> Built:
        place = tmp_path_factory.mktemp("site-data")
        content = place / "content"
        shutil.copytree(ROOT / "content" / "pages", content / "pages")
        for name, text in files.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
        command = [sys.executable, "-m", "pelican", str(content), "-s", str(ROOT / "pelicanconf.py")]
        done = subprocess.run(
            [*command, "-o", str(place / "output"), "--fatal", "errors"],
            capture_output=True,
            text=True,
            cwd=place,
            env={**os.environ, "NIGHTDESK_SITEURL": URL, "COLUMNS": "400", **environment},
            check=False,
        )
        assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
        return Built(place / "output", done.stdout + done.stderr)

    return run


@pytest.fixture(scope="session")
def site(build: Build) -> Built:
    """The site of two invented days."""
    return build(CONTENT)
