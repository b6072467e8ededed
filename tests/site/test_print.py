"""A day of thirty developments prints on two sheets, as a browser does it."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)

WORDS = "Shells fell on the market of Selm at noon, and four people who had come for flour were hurt, doctors said."


def day_of(count: int) -> str:
    pieces = ["Title: Briefing for Sunday 29 December 2024\nDate: 2024-12-29\n"]
    for n in range(count):
        url = f"https://example.org/{n}"
        cited = "".join(
            f"- [Market of Selm is shelled a {m}th time as flour arrives]({url}/{m}) — Example Wire {m}, 2024-12-29 14:20 UTC\n"
            for m in range(6)
        )
        quoted = "\n\n".join(f"> {WORDS}\n> — [Example Wire {m}]({url}/{m})" for m in range(3))
        pieces.append(
            f"## Market of Selm is shelled a {n}th time as flour arrives {{#aa{n}}}\n\nTopics: War {n % 4}\nChange: new\n\n"
            f"{quoted}\n\n{cited}"
        )
    return "\n".join(pieces)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_a_day_of_thirty_developments_prints_on_two_sheets(build, tmp_path):
    built = build({"briefings/2024/2024-12-29.md": day_of(30)})
    sheet = tmp_path / "day.pdf"
    page = (built.folder / "2024/12/29/index.html").as_uri()
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'browser'}"]
    subprocess.run(
        [str(BROWSER), *options, "--no-pdf-header-footer", f"--print-to-pdf={sheet}", page],
        check=True,
        capture_output=True,
        timeout=180,
    )
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", sheet.read_bytes())) <= 2
