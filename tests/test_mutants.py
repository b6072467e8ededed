"""The list of mutants is in order: each fault can still be made. Whether tests notice it, `tests/bench/mutants.py` tries."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from tests.bench.mutants import SURVIVORS, Mutant, mutants

ROOT = Path(__file__).parent.parent
ALL = mutants()


def meaning(file: str, text: str) -> object:
    """What a program or a data file says, whatever its form; an error where it can no longer be read."""
    return ast.dump(ast.parse(text)) if file.endswith(".py") else tomllib.loads(text)


@pytest.mark.parametrize("mutant", ALL, ids=lambda mutant: mutant.name)
def test_each_fault_can_still_be_made(mutant: Mutant) -> None:
    whole = (ROOT / mutant.file).read_text(encoding="utf-8")
    broken = mutant.broken(whole)
    assert meaning(mutant.file, broken) != meaning(mutant.file, whole), "the fault changes nothing"
    assert mutant.tests
    for test in mutant.tests:
        path, *name = test.split("::")
        assert (ROOT / path).is_file()
        assert all(f"def {each.partition('[')[0]}(" in (ROOT / path).read_text(encoding="utf-8") for each in name)


def test_there_are_enough_and_each_has_a_name_of_its_own() -> None:
    assert len({mutant.name for mutant in ALL}) == len(ALL) >= 30
    assert len(ALL) >= SURVIVORS * 15


def test_a_text_that_no_longer_stands_there_once_is_told() -> None:
    for text in ("", "x = 1\nx = 1\n"):
        with pytest.raises(ValueError, match="write the mutant anew"):
            Mutant(name="x", file="x.py", old="x = 1", new="x = 2", tests=("x",)).broken(text)
