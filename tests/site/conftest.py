"""A site built by the real command from a handful of invented days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.built_site import ROOT, URL, Build, Built, built_site
from tests.site.browser import CHROMIUM

__all__ = ["CONTENT", "ROOT", "URL", "Build", "Built"]

CONTENT = Path(__file__).parent / "content"


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds a site from files given as text; `base` copies a folder first."""

    def run(files: Mapping[str, str] | None = None, *, base: Path | None = None, **environment: str) -> Built:
        return built_site(tmp_path_factory.mktemp("site"), files or {}, base=base, **environment)

    return run


@pytest.fixture(scope="session")
def site(build: Build) -> Built:
    """The site of the three invented days."""
    return build(base=CONTENT)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium; a test that needs it is skipped where there is none.

    Of a module, not of the run: while Playwright is there, no other test can run an event loop.
    """
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as program:
        browser = program.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
