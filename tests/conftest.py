"""What all tests share: `pytest --update` renews the golden files; read their diff like code."""

from __future__ import annotations

import shutil

import hypothesis
import pytest

from tests.built_site import TEMPLATES

#: No test depends on how busy the machine is: an example takes the time that it takes, and so does making one up.
hypothesis.settings.register_profile(
    "busy", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow], print_blob=True
)
hypothesis.settings.load_profile("busy")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files anew instead of comparing with them")


def pytest_sessionstart(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        shutil.rmtree(TEMPLATES, ignore_errors=True)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be renewed."""
    return bool(request.config.getoption("--update"))
