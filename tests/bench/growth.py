"""How much does an operator's repository grow in a year, and of what? `python tests/bench/growth.py [DAYS]`.

A commit a night of the invented archive (`archive.py`), then `git gc`; megabytes of 10^6 bytes as packed, by folder.
Asked: at most 40 MB a year.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import archive


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 365
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        git(folder, "init", "-q")
        git(folder, "config", "gc.auto", "0")
        git(folder, "config", "user.name", "night")
        git(folder, "config", "user.email", "night@example.org")
        for day, files in archive.days(number):
            for name, text in files.items():
                path = folder / "content" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            git(folder, "add", "-A")
            git(folder, "commit", "-q", "-m", f"Briefing of {day}")
        git(folder, "gc", "-q", "--prune=now")
        size = sum(path.stat().st_size for path in (folder / ".git").rglob("*") if path.is_file())
        by = Counter[str]()
        listed = git(folder, "rev-list", "--objects", "--all")
        told = subprocess.run(
            ["git", "cat-file", "--batch-check=%(objectsize:disk) %(rest)"],
            cwd=folder, input=listed, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        for line in told.splitlines():
            bytes_of, _, path = line.partition(" ")
            by[path.split("/")[1] if path.count("/") > 2 else "folders and commits"] += int(bytes_of)
        print(f"{number} nights: {size / 1e6:.1f} MB, a year {size / 1e6 * 365 / number:.1f} MB")
        for name, of in by.most_common():
            print(f"  {name}: {of / 1e6:.1f} MB, {of / sum(by.values()):.0%}")


if __name__ == "__main__":
    main()
