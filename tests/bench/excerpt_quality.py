"""What do readers learn from a section? Runs the shared nights as a night runs, and counts what stands under a heading.

    python tests/bench/excerpt_quality.py [--nights 2023-09 ...] [--briefings DIR] [--sheet FILE --draw 300 --seed 1]

Served: sections with a passage or a row of data. Told: the share of people's sentences of the day that the visible
page says (`score_told.py`). Graded: what readers who knew no version found (`tests/data/excerpts/grades.jsonl`; a
passage is known again by its section's day and its digest, so that a pool graded once serves all versions).
`--sheet` draws sections for a reader, with the headlines and summaries of their articles beside them. Skipped where
the shared data is absent.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from urllib.parse import urlsplit

import feedparser

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scrapers.addresses import short_hash  # noqa: E402
from scrapers.briefing import Section  # noqa: E402
from scrapers.briefing_file import parse  # noqa: E402
from scrapers.text import plain  # noqa: E402

SHARED = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared"))
NIGHTS = SHARED / "data" / "nights"
GRADES = ROOT / "tests" / "data" / "excerpts" / "grades.jsonl"
TIERS = "world,general,politics,regional,aggregator,page"


def runs_of(days: Sequence[str]) -> Iterator[list[str]]:
    """Days in a row together: each but the first knows the days before it."""
    run: list[str] = []
    for day in days:
        if run and date.fromisoformat(day) - date.fromisoformat(run[-1]) != timedelta(days=1):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def made(days: Sequence[str], folder: Path) -> None:
    """Write the briefings of the days into a folder, each night read from a server on loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    command = [sys.executable, str(SHARED / "tools" / "replay.py"), str(NIGHTS / days[0]), "--port", str(port)]
    server = subprocess.Popen([*command, "--tiers", TIERS], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(2)
        for run in runs_of(days):
            with TemporaryDirectory() as content:
                for day in run:
                    control = f"{base}/_control/night?dir={NIGHTS / day}"
                    urllib.request.urlopen(urllib.request.Request(control, method="POST")).read()
                    options = ["--opml", f"{base}/opml.xml", "--allow-private-hosts", "--day", day]
                    options += ["--now", f"{day}T23:30:00Z", "--content", content, "--cache", f"{content}/.cache"]
                    night = [sys.executable, "-m", "scrapers", "night", *options]
                    subprocess.run(night, check=True, cwd=ROOT, capture_output=True)
                    text = Path(content, "briefings", day[:4], f"{day}.md").read_bytes()
                    (folder / f"{day}.md").write_bytes(text)
    finally:
        server.terminate()


def sections_in(folder: Path) -> dict[str, tuple[Section, ...]]:
    """The developments of each day."""
    return {path.stem: parse(path.read_text("utf-8"))[0].developments for path in sorted(folder.glob("*.md"))}


def told(folder: Path, days: Sequence[str]) -> str:
    """The share of people's sentences that the visible page says."""
    tool = _tool("score_told")
    held = [(SHARED / "data" / "references" / f"{day}.candidates.json", folder / f"{day}.md") for day in days]
    nights = [(json.loads(c.read_text("utf-8")), tool.visible(b.read_text("utf-8"))) for c, b in held if c.exists()]
    got = tool.share(nights)
    means = {n: sum(values) / max(1, len(values)) for n, values in got.items()}
    return f"told of {len(got[12])} sentences: " + ", ".join(f"{m:.3f}" for m in means.values()) + " (12, 20, all)"


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, SHARED / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def graded(days: dict[str, tuple[Section, ...]]) -> str:
    """What readers found of the passages and sections that stand now."""
    if not GRADES.exists():
        return "graded: nothing yet"
    rows = [json.loads(row) for row in GRADES.read_text("utf-8").splitlines() if row.strip()]
    faults = {(row["day"], row["passage"]): row["fault"] for row in rows if "passage" in row}
    tells = {(row["day"], row["section"]): row["tells"] for row in rows if "section" in row}
    passages = [faults[day, short_hash(p.text)] for day, found in days.items() for s in found for p in s.passages
                if (day, short_hash(p.text)) in faults]  # fmt: skip
    whole = [tells[day, digest(s)] for day, found in days.items() for s in found if (day, digest(s)) in tells]
    wrong = sum(fault is not None for fault in passages)
    share = f"{wrong} of {len(passages)} passages wrong ({100 * wrong / max(1, len(passages)):.1f} %)"
    return f"graded: {share}; {len(whole)} sections tell {sum(whole) / max(1, len(whole)):.2f} of 3"


def digest(section: Section) -> str:
    """By which a graded section is known again: its heading and all that stands under it."""
    rows = [line for line in section.prose.split("\n") if line.startswith("- ")]
    return short_hash("\n".join([section.headline, *(p.text for p in section.passages), *rows]))


def sheet(days: dict[str, tuple[Section, ...]], passages: int, seed: int) -> Iterator[str]:
    """Sections drawn at random until they hold so many passages, with what their articles say."""
    pool = [(day, section) for day, found in sorted(days.items()) for section in found]
    random.Random(seed).shuffle(pool)
    texts = {day: _entries(day) for day in days}
    count = 0
    for day, section in pool:
        if count >= passages:
            return
        count += len(section.passages)
        yield f"\n## {day} section {digest(section)}\nHEADING: {section.headline}"
        for number, passage in enumerate(section.passages, 1):
            yield f"PASSAGE {number} {short_hash(passage.text)}: {passage.text} — {passage.source}"
        for line in section.prose.split("\n"):
            if line.startswith("- "):
                yield f"ROW: {line}"
        yield "ARTICLES of the group (headline: summary):"
        for citation in section.citations:
            summary = texts[day].get(urlsplit(citation.url).path, "")[:700]
            yield f"  * [{citation.source}, {citation.published:%m-%d %H:%M}] {citation.headline}: {summary}"


def _entries(day: str) -> dict[str, str]:
    """The summaries of a night's entries by their path on the server."""
    rows = [json.loads(row) for row in (NIGHTS / day / "index.jsonl").read_text("utf-8").splitlines()]
    local = {row["item_url"]: row["local"] for row in rows}
    found: dict[str, str] = {}
    for name in {row["source"] for row in rows}:
        for entry in feedparser.parse(NIGHTS / day / name / "feed.xml").entries:
            if (link := entry.get("link", "")) in local:
                found[local[link]] = plain(entry.get("summary", ""))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nights", nargs="*", default=[""], help="beginnings of days, such as 2023-09")
    parser.add_argument("--briefings", type=Path, help="briefings that were made before, DAY.md each")
    parser.add_argument("--sheet", type=Path, help="write sections for a reader who grades them")
    parser.add_argument("--draw", type=int, default=300, help="how many passages the sheet holds at least")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not NIGHTS.exists():
        print("skipped: no shared nights here (set NIGHTDESK_SHARED)")
        return 0
    days = sorted(path.name for path in NIGHTS.iterdir() if path.name.startswith(tuple(options.nights)))
    with TemporaryDirectory() as made_here:
        folder = options.briefings or Path(made_here)
        folder.mkdir(parents=True, exist_ok=True)
        if missing := [day for day in days if not (folder / f"{day}.md").exists()]:
            made(missing, folder)
        held = {day: found for day, found in sections_in(folder).items() if day in days}
        everything = [section for found in held.values() for section in found]
        served = sum(bool(section.prose) for section in everything)
        count = sum(len(section.passages) for section in everything)
        print(
            f"nights {len(held)} | sections {len(everything)} | served {served / len(everything):.3f} | passages {count}"
        )
        print(told(folder, days))
        print(graded(held))
        if options.sheet:
            options.sheet.write_text("\n".join(sheet(held, options.draw, options.seed)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
