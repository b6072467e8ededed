"""How well and how fast are pages read? Prints the dev table and the speed against trafilatura; skips without data.

python tests/bench/read_quality.py [--worst N]

Dev figures: the rules were made while looking at these pages. Quality goes through `nightdesk read --batch`; speed is
CPU time of `read_page` and of trafilatura's standard reading with metadata, page by page in turn, in one process.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bs4 import BeautifulSoup  # noqa: E402

from scrapers.commands.read import batch  # noqa: E402
from scrapers.extract.page import read_page  # noqa: E402

SHARED = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared"))
PAGES = SHARED / "data" / "pages"
URL = "https://page.example/"
#: column of the scorer: (name, bar)
BARS = {
    "F1~": ("F1~", 0.975),
    ">=.9~": ("share of pages >= .9~", 0.95),
    "acc": ("exact text", 0.40),
    "leak": ("leaked characters a page", 80.0),
    "t=": ("title exact", 0.92),
    "aF1": ("author F1", 0.92),
    "dUTC": ("UTC day", 0.98),
    "d1m": ("minute", 0.95),
}


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_articles", SHARED / "tools" / "score_articles.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (PAGES / "pages.jsonl").read_text(encoding="utf-8").splitlines() if line]


def html_of(row: dict[str, Any]) -> Path:
    return PAGES / "html" / f"{row['id']}.html"


def predictions(pages: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What the command says of each page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.jsonl"
        lines = (json.dumps({"id": row["id"], "url": row["url"], "html": str(html_of(row))}) for row in pages)
        path.write_text("\n".join(lines), encoding="utf-8")
        found = [json.loads(line) for line in batch(path, workers=os.cpu_count() or 1)]
    return {row["id"]: row for row in found}


def speeds(pages: list[dict[str, Any]]) -> tuple[float, float]:
    """Pages a CPU second: (ours, trafilatura's)."""
    import trafilatura

    bodies = [(html_of(row).read_bytes(), row["url"]) for row in pages]
    ours = theirs = 0.0
    for number, (body, url) in enumerate([*bodies[:5], *bodies]):
        start = time.process_time()
        read_page(body, url=url)
        middle = time.process_time()
        trafilatura.bare_extraction(body, url=url, with_metadata=True)
        end = time.process_time()
        if number >= 5:  # the first ones warm up both
            ours, theirs = ours + middle - start, theirs + end - middle
    return len(bodies) / ours, len(bodies) / theirs


def general(worst: int) -> None:
    """Pages that are mostly no news: F1 of words against what a reader view keeps, ours and trafilatura's, in one run.

    Half of the pages, by the digest of their names, are the development half.
    """
    import trafilatura

    folders = sorted(path.parent for path in (SHARED / "data" / "pages-general").glob("*/source.html"))
    if not folders:
        return
    ours, theirs = [], []
    seconds = [0.0, 0.0]
    for folder in folders:
        body = (folder / "source.html").read_bytes()
        wanted = words(BeautifulSoup((folder / "expected.html").read_bytes(), "lxml").get_text(" "))
        start = time.process_time()
        read = read_page(body, url=URL)
        middle = time.process_time()
        other = trafilatura.bare_extraction(body, url=URL, with_metadata=True)
        end = time.process_time()
        seconds = [seconds[0] + middle - start, seconds[1] + end - middle]
        ours.append(likeness(words(read.text), wanted))
        theirs.append(likeness(words((other.text or "") if other else ""), wanted))
    halves = [hashlib.sha256(folder.name.encode()).digest()[0] % 2 for folder in folders]
    for half, name in enumerate(("development half", "other half")):
        mine = [value for value, which in zip(ours, halves, strict=True) if which == half]
        peer = [value for value, which in zip(theirs, halves, strict=True) if which == half]
        print(f"general pages, {name}: F1 {mean(mine):.3f}, trafilatura {mean(peer):.3f} ({len(mine)} pages)")
    print(
        f"general pages: F1 {mean(ours):.3f}, trafilatura {mean(theirs):.3f}; speed {seconds[1] / seconds[0]:.2f} of its"
    )
    rows = sorted(zip(ours, theirs, halves, folders, strict=True), key=lambda row: row[0] - row[1])
    for mine_, peer_, _, folder in [row for row in rows if row[2] == 0][:worst]:
        print(f"  {folder.name:44} ours {mine_:.3f} trafilatura {peer_:.3f}")


def words(text: str) -> Counter[str]:
    """The words of a text, each as often as it stands there; of Chinese and Japanese the signs."""
    return Counter(re.findall(r"[\u3040-\u9fff]|\w+", text.casefold()))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """F1 of two bags of words; two empty ones are alike."""
    shared, both = (one & other).total(), one.total() + other.total()
    return 2 * shared / both if both else 1.0


def main() -> None:
    if not (PAGES / "pages.jsonl").is_file():
        print("skipped: no labelled pages here (set NIGHTDESK_SHARED)")
        return
    pages = rows()
    score, found = scorer(), predictions(pages)
    publishers = [row for row in pages if not row["id"].startswith("fe80-")]
    by_hand = [row for row in pages if row["id"].startswith("fe80-")]
    table, single = score.score(publishers, found)
    other, _ = score.score(by_hand, found) if by_hand else ({}, [])
    print(f"dev: {len(publishers)} pages of publishers, {len(by_hand)} pages read by hand")
    print(f"{'':28}{'publishers':>12}{'by hand':>10}{'bar':>8}")
    for column, (name, bar) in BARS.items():
        second = other.get(column)
        print(f"{name:28}{table[column]:>12.3f}{second if second is not None else float('nan'):>10.3f}{bar:>8}")
    if "--worst" in sys.argv:
        for page in sorted(single, key=lambda page: page["F1~"])[: int(sys.argv[sys.argv.index("--worst") + 1])]:
            print(f"  {page['id']:44} F1~ {page['F1~']:.3f} leak {page['leak']} miss {page['miss']}")
    ours, theirs = speeds(pages)
    general(int(sys.argv[sys.argv.index("--worst") + 1]) if "--worst" in sys.argv else 0)
    print(f"pages a CPU second: {ours:.1f}, trafilatura standard {theirs:.1f}: ratio {ours / theirs:.2f} (bar 1.0)")


if __name__ == "__main__":
    main()
