"""The two sample days as a whole: what the nightly job writes, file by file, as golden files.

`pytest tests/sample/test_golden.py --update` renews them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scrapers.__main__ import main
from tests.desk import SITE, furnished

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "data" / "sample"
DAYS = ("2024-12-28", "2024-12-29")
KINDS = {"briefings": "md", "figures": "jsonl", "claims": "jsonl", "wire": "jsonl"}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content folder after both sample nights, the second knowing the first."""
    folder = furnished(tmp_path_factory.mktemp("content"))
    for day in DAYS:
        assert main(["night", "--sample", day, "--content", str(folder), "--settings", str(SITE)]) == 0
    return folder


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_night_writes_what_it_wrote(kind: str, day: str, content: Path, update: bool) -> None:
    made = (content / kind / "2024" / f"{day}.{KINDS[kind]}").read_text(encoding="utf-8")
    golden = GOLDEN / f"{day}.{kind}.{KINDS[kind]}"
    if update:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")
