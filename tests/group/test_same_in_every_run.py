"""A night is grouped alike in every run: no hash of a word, which Python draws anew for each, plays a part."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Every number to its last digit.
SCRIPT = """
from collections import Counter
import math
from scrapers.group import twins
from scrapers.group.copies import _keys
from scrapers.group.developments import developments
from tests.group.world import NIGHT, NOW, topics

print(developments(NIGHT, topics=topics(), now=NOW))
print(_keys([f"{each.headline} {each.text}" for each in NIGHT], 5).tolist())
told = [twins._told(one) for one in developments(NIGHT, topics=topics(), now=NOW)]
spread = Counter(word for one in told for word in one.words)
weight = {word: math.log(17 / (len(word) + 0.3)) for word in sorted(spread)}
print([twins._covered(one, other, weight) for one in told for other in told])
print([(list(one.headed), list(one.words)) for one in told])
"""


def run(seed: int) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SCRIPT]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def test_two_runs_give_the_same_to_the_last_digit() -> None:
    first = run(1)
    assert first.count("\n") == 4
    assert run(2) == first
