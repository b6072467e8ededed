"""A desk for the tests: settings, topics, pages and lists as the project delivers them (`scrapers/starter`).

`site.toml` and `content/` belong to the operator, who may change anything in them without a test that fails.
"""

from __future__ import annotations

import shutil
from pathlib import Path

STARTER = Path(__file__).parents[1] / "scrapers" / "starter"
DESK = STARTER / "content"
SITE = STARTER / "site.toml"


def furnished(content: Path) -> Path:
    """`content` with the desk's topics, pages and lists in it, in so far as it has none of its own."""
    for path in DESK.rglob("*"):
        target = content / path.relative_to(DESK)
        if path.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return content
