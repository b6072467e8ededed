"""Do the tests notice when a guard of the truth is broken? Each fault of `tests/mutants.toml`, tried on a copy.

python tests/bench/mutants.py [--only NAME] [--list FILE]
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MUTANTS = ROOT / "tests" / "mutants.toml"
#: Mutants that may live: 28 of 30 is what was promised. Each lists the tests that should notice it, and more may.
SURVIVORS = 2
#: A mutant that hangs its tests is noticed too.
SECONDS = 180
#: What a copy of the tree does without.
_NOT_COPIED = shutil.ignore_patterns(".*", "build", "output", "__pycache__", "*.egg-info")
_NOTICED_BY = re.compile(r"^FAILED (.+?)(?: - .*)?$", re.M)


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One fault: of a file the text `old` becomes `new`, and some of `tests` fail."""

    #: What goes wrong for a reader.
    name: str
    file: str
    #: Occurs once in the file.
    old: str
    new: str
    #: Paths, or single tests as pytest names them: narrow, so that a run takes seconds.
    tests: tuple[str, ...]

    def broken(self, text: str) -> str:
        """The file's text with the fault. Raises ValueError where `old` no longer stands in it exactly once."""
        if (times := text.count(self.old)) != 1:
            raise ValueError(f"'{self.name}': {self.file} holds its old text {times} times; write the mutant anew")
        return text.replace(self.old, self.new)


def mutants(path: Path = MUTANTS) -> tuple[Mutant, ...]:
    """Every mutant of a list, in its order."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))["mutant"]
    return tuple(Mutant(**{**fields, "tests": tuple(fields["tests"])}) for fields in found)


def tested(copy: Path, tests: Iterable[str]) -> tuple[int, str]:
    """Pytest's exit code and output in a copy of the tree; 1 where it took too long."""
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
    # -B and PYTHONDONTWRITEBYTECODE: no compiled mutant outlives its run, in this process or its children.
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [*command, *tests], cwd=copy, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return 1, f"FAILED no end within {SECONDS} s"
    return done.returncode, done.stdout + done.stderr


def notices(copy: Path, mutant: Mutant) -> str | None:
    """The test that notices the fault; None if none does. The copy is left as it was."""
    path = copy / mutant.file
    whole = path.read_text(encoding="utf-8")
    path.write_text(mutant.broken(whole), encoding="utf-8")
    try:
        code, output = tested(copy, mutant.tests)
    finally:
        path.write_text(whole, encoding="utf-8")
    if code > 1:
        raise ValueError(f"'{mutant.name}': its tests could not be run\n{output[-2000:]}")
    found = _NOTICED_BY.search(output)
    return (found[1] if found else "a test") if code else None


def main() -> int:
    """0 if the tests notice enough, 1 if not, 2 if the list or the tests are not in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", metavar="NAME", help="Try the mutants whose name holds this.")
    parser.add_argument("--list", type=Path, default=MUTANTS, metavar="FILE", help="Another list of mutants.")
    args = parser.parse_args()
    chosen = [mutant for mutant in mutants(args.list) if not args.only or args.only in mutant.name]
    if not chosen:
        parser.error(f"no mutant is called '{args.only}'")
    began, survived = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(ROOT, copy, ignore=_NOT_COPIED)
        try:
            for mutant in chosen:
                mutant.broken((copy / mutant.file).read_text(encoding="utf-8"))
            code, output = tested(copy, dict.fromkeys(test for mutant in chosen for test in mutant.tests))
            if code:
                raise ValueError(f"the tests fail without any fault\n{output[-2000:]}")
            for mutant in chosen:
                by = notices(copy, mutant)
                survived += by is None
                print(
                    f"{'survived' if by is None else 'noticed '}  {mutant.name}{f'  [{by}]' if by else ''}", flush=True
                )
        except (ValueError, OSError) as fault:
            print(fault, file=sys.stderr)
            return 2
    print(f"{len(chosen) - survived} of {len(chosen)} noticed, in {time.monotonic() - began:.0f} s")
    return 1 if survived > (0 if args.only else SURVIVORS) else 0


if __name__ == "__main__":
    sys.exit(main())
