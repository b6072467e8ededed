"""What an archive costs to build, beside stock Pelican on the same texts: `python tests/bench/site_archive.py [DAYS ...]`.

The invented archive of `archive.py`: 30 developments a day, 1,500 topics and places. CPU seconds (user and system, with
children) and peak memory of the whole command; stock Pelican has the theme `simple`, a page a day and a page a topic, and
no feeds. Compare the ratios of one run. Then where the files and megabytes of the output are, and what `check` costs.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import archive

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "scrapers" / "starter" / "site.toml"
#: Groups of output files, by the first that fits.
KINDS = {
    "day pages": r"\d{4}/\d\d/\d\d/index\.html",
    "evidence": r"\d{4}/\d\d/\d\d/evidence/.*",
    "a day's figures": r"\d{4}/\d\d/\d\d/figures/.*",
    "a day's data": r"\d{4}/\d\d/\d\d/.*",
    "feeds": r"feeds/.*",
    "search": r"pagefind/.*",
    "stories": r"stories/.*",
    "topics": r"topics/.*",
    "places": r"places/.*",
    "other": r".*",
}
STOCK = "SITENAME='x'\nTHEME='simple'\nFEED_ALL_ATOM=CATEGORY_FEED_ATOM=TRANSLATION_FEED_ATOM=None\nDEFAULT_PAGINATION=False\n"


def cost(command: list[str], **environment: str) -> tuple[float, float]:
    """CPU seconds and peak megabytes of a command with all its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}, cwd=ROOT
    )
    _, status, used = os.wait4(done.pid, 0)
    done.returncode = status
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert os.waitstatus_to_exitcode(status) in (0, 1), command
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, used.ru_maxrss / 1024


def stock_text(briefing: str) -> str:
    """A briefing as stock Pelican reads it."""
    front, _, body = briefing.partition("\n\n")
    topics = dict.fromkeys(
        name for names in re.findall(r"^Topics: (.+)$", body, re.MULTILINE) for name in names.split(", ")
    )
    return f"{re.sub('^Window.*$', '', front, flags=re.MULTILINE).strip()}\nTags: {', '.join(topics)}\n\n{body}"


def measured(days: int, place: Path) -> None:
    content, output, stock = place / "content", place / "output", place / "stock"
    archive.write(content, days)
    (place / "stock.py").write_text(STOCK)
    for path in (content / "briefings").rglob("*.md"):
        target = stock / path.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(stock_text(path.read_text(encoding="utf-8")), encoding="utf-8")
    pelican = [sys.executable, "-m", "pelican"]
    peer = cost([*pelican, str(stock), "-s", str(place / "stock.py"), "-o", str(place / "stock-out")])
    ours = cost([*pelican, str(content), "-s", "pelicanconf.py", "-o", str(output)], NIGHTDESK_SETTINGS=str(SETTINGS))
    check = [sys.executable, "-m", "scrapers", "check", "--content", str(content), "--settings", str(SETTINGS)]
    checks = [cost([*check, "--cache", str(place / "cache")])[0] for _ in range(2)]
    print(f"{days} days: ours {ours[0]:.1f} CPU s, {ours[1]:.0f} MB; stock Pelican {peer[0]:.1f} CPU s, {peer[1]:.0f} MB; "
          f"ratio {ours[0] / peer[0]:.1f}; check {checks[0]:.1f} CPU s, again {checks[1]:.1f}")  # fmt: skip
    files, size = Counter[str](), Counter[str]()
    for path in output.rglob("*"):
        if path.is_file():
            name = str(path.relative_to(output))
            kind = next(kind for kind, form in KINDS.items() if re.fullmatch(form, name))
            files[kind] += 1
            size[kind] += path.stat().st_size
    for kind in KINDS:
        print(f"  {kind}: {files[kind]} files, {size[kind] / 1e6:.1f} MB")
    print(f"  all: {sum(files.values())} files, {sum(size.values()) / 1e6:.1f} MB")


def main() -> None:
    for days in [int(word) for word in sys.argv[1:]] or [30, 120]:
        with tempfile.TemporaryDirectory() as place:
            measured(days, Path(place))


if __name__ == "__main__":
    main()
