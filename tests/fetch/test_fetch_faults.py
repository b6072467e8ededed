"""Whatever a server does, a request ends in time, in little memory, and by its right name."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scrapers.outcome import Result
from tests.fetch.faults import FAULTS, FaultServer

DEADLINE = 8.0  # seconds, so that a busy machine is not mistaken for a slow server
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def night() -> Any:
    """All faults fetched in one process of their own, so that its memory can be told."""
    server = FaultServer()
    try:
        asked = json.dumps({"deadline": DEADLINE, "urls": [server.url(name) for name in FAULTS]})
        done = subprocess.run(
            [sys.executable, "-m", "tests.fetch.faults"],
            input=asked,
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=600,  # a request that never ended would end here
            check=False,
        )
    finally:
        server.close()
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_has_its_name(night: Any, name: str) -> None:
    result, detail, _, has_response = night["outcomes"][list(FAULTS).index(name)]
    assert result == FAULTS[name][1], detail
    assert has_response == (result == Result.OK)


def test_no_request_takes_more_of_its_own_time_than_the_deadline(night: Any) -> None:
    late = [name for name, outcome in zip(FAULTS, night["outcomes"], strict=True) if outcome[2] > 2 * DEADLINE]
    assert late == []


def test_no_bomb_goes_off(night: Any) -> None:
    # 70 to 85 MB were measured; a bomb that went off would need 500 MB and more.
    assert night["kilobytes"] < 400_000
