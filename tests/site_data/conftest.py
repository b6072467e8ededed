"""Sites built by the real command from invented days with invented figures and claims."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.built_site import ROOT, URL, Build, Built, built_site
from tests.site_data.days import CONTENT

__all__ = ["ROOT", "URL", "Build", "Built"]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds a site from files given as text."""

    def run(files: Mapping[str, str], **environment: str) -> Built:
        return built_site(tmp_path_factory.mktemp("site-data"), files, "--fatal", "errors", **environment)

    return run


@pytest.fixture(scope="session")
def site(build: Build) -> Built:
    """The site of two invented days."""
    return build(CONTENT)
