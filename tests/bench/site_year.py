"""What a year of days costs to build, and which share of it the feeds are: `python tests/bench/site_year.py [DAYS]`.

CPU seconds of the `pelican` command, least of three runs; an invented archive of 20 developments a day with 6 citations
each, 60 topics, a quarter of the developments following an earlier one.
"""

from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = "port bridge convoy talks shelling governor ministry court envoy truce crossing camp grain drone river".split()


def pick(seed: str, among: int) -> int:
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4], "big") % among


def day_text(day: date) -> str:
    pieces = [
        f"Title: Briefing for {day}\nDate: {day}\nWindow: {day} 00:00 – {day} 23:30 UTC\nSummary: A day of {day}.\n"
    ]
    for n in range(20):
        words = " ".join(WORDS[pick(f"{day}{n}{k}", len(WORDS))] for k in range(6)).capitalize()
        topics = f"Topic {pick(f'{day}{n}a', 60)}, Topic {pick(f'{day}{n}b', 60)}"
        follows = f"Follows: {day - timedelta(days=1)}#d{n:02d}\nChange: one more\n" if n % 4 == 0 else ""
        prose = "\n".join(
            f"The {words.lower()} was seen by {k} people, [a paper](https://example.org/{day}/{n}/{k}) said."
            for k in range(4)
        )
        citations = "\n".join(
            f"- [{words} as told by paper {k}](https://example.org/{day}/{n}/{k}-{words.lower().replace(' ', '-')})"
            f" — Paper {pick(f'{day}{n}{k}', 30)}, {day} {k + 10}:20 UTC"
            for k in range(6)
        )
        place = f"Place: Town, Land {pick(f'{day}{n}p', 30)}"
        fields = f"Topics: {topics}\n{place}\n{follows}"
        pieces.append(f"## {words} {{#d{n:02d}}}\n\n{fields}\n{prose}\n\n{citations}\n")
    return "\n".join(pieces)


def cpu(content: Path, output: Path, plugins: str) -> tuple[float, float, float]:
    """CPU seconds, wall seconds, and the peak memory of any child so far in MB."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "pelican", str(content), "-s", str(ROOT / "pelicanconf.py"), "-o", str(output)]
    subprocess.run(
        [*command, "-e", f"PLUGINS={plugins}"],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.perf_counter() - start, after.ru_maxrss / 1024


def main() -> None:
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 365
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        for n in range(days):
            day = date(2024, 1, 1) + timedelta(days=n)
            path = content / "briefings" / str(day.year) / f"{day}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(day_text(day), encoding="utf-8")
        results = {}
        for name, plugins in {
            "without feeds": '["plugins.reader", "plugins.pages"]',
            "with feeds": '["plugins.reader", "plugins.pages", "plugins.feeds"]',
        }.items():
            output = Path(folder, name.replace(" ", "-"))
            runs = [cpu(content, output, plugins) for _ in range(3)]
            results[name] = min(run[0] for run in runs)
            files = [path for path in output.rglob("*") if path.is_file()]
            size = sum(path.stat().st_size for path in files) / 1e6
            print(
                f"{days} days, {name}: {results[name]:.2f} s CPU, {min(run[1] for run in runs):.2f} s, "
                f"{len(files)} files, {size:.1f} MB, peak memory {runs[-1][2]:.0f} MB"
            )
        share = 1 - results["without feeds"] / results["with feeds"]
        print(f"the feeds' share: {share:.0%}")


if __name__ == "__main__":
    main()
