"""Imports point down, and the halves meet only in `content/`."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: The floor of each module or package of `scrapers`; a new one takes its place here.
FLOORS = {
    # the edges
    "__main__": 10,
    "commands": 9,
    "night": 8,
    "day_files": 7,
    "remembered": 6.5,
    "digests": 5,
    "fetch": 6,
    "wire": 6,
    "journal": 6,
    "packing": 6,
    "alarm": 4,
    "repository": 6,
    "bounded": 6,
    "files": 5,
    "candidates": 7,
    "page_answers": 7,
    "plan": 5,
    # the rooms: pure
    "page": 4.5,
    "places": 3.5,
    "sample": 4,
    "starter": 4,
    "sources": 4,
    "subscriptions": 4,
    "extract": 4,
    "group": 4,
    "facts": 3.5,
    "merge": 3,
    "beside_edits": 3.5,
    # the door: what both halves see
    "briefing_file": 2,
    "topics": 2,
    "settings": 2,
    "source_file": 2,
    "ledger": 2,
    "withheld": 2,
    "teaser": 1,
    "stems": 1,
    "nations": 1,
    "briefing": 1,
    "passage": 0.5,
    "outlet": 0,
    "newswires": 2,
    "languages": 0,
    "fields": 1,
    "text": 1,
    "addresses": 1,
    "report": 1,
    "model": 1,
    "outcome": 0,
    "errors": 0,
}
#: What `plugins/` may see of `scrapers`.
DOOR = {
    "model",
    "errors",
    "briefing",
    "briefing_file",
    "ledger",
    "fields",
    "topics",
    "settings",
    "text",
    "addresses",
    "passage",
    "languages",
    "nations",
    "outlet",
    "places",
}
#: The one module of the site that also reads the source files: their licences' lines and rights are fields there.
OF_THE_SOURCES = "credit_lines.py"

#: Modules that only the edge may import, and the edges.
NETWORK = {"aiohttp", "socket", "http", "urllib3", "requests", "ssl", "ftplib", "smtplib", "telnetlib"}
#: socket there is a pair to a child process, not a network.
MAY_USE_SOCKETS = ("scrapers/fetch/", "scrapers/bounded.py", "plugins/mail_preview")


def imports(path: Path) -> set[str]:
    """Dotted names of what a file imports when it runs; not what only the type checker sees."""
    names: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.dump(branch.test)
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: write the whole name of what you import"
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def modules(folder: str) -> list[Path]:
    return sorted(p for p in (ROOT / folder).rglob("*.py"))


def room(dotted: str) -> str | None:
    """`scrapers.fetch.network.Network` -> `fetch`."""
    parts = dotted.split(".")
    return parts[1] if parts[0] == "scrapers" and len(parts) > 1 else None


@pytest.mark.parametrize("path", modules("scrapers"), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    own = path.relative_to(ROOT / "scrapers").with_suffix("").parts[0]
    if own == "__init__":
        return
    assert own in FLOORS, f"give {own} its floor in {Path(__file__).name}"
    for name in imports(path):
        other = room(name)
        if other is not None and other != own and other in FLOORS:
            assert FLOORS[other] < FLOORS[own], f"{own} imports {name}, which is not below it"


@pytest.mark.parametrize("path", modules("scrapers"), ids=lambda p: str(p.relative_to(ROOT)))
def test_scrapers_never_see_pelican(path: Path) -> None:
    assert not {name for name in imports(path) if name.split(".")[0] in ("pelican", "plugins", "feedgen")}


@pytest.mark.parametrize("path", modules("plugins"), ids=lambda p: str(p.relative_to(ROOT)))
def test_plugins_see_of_scrapers_only_the_door(path: Path) -> None:
    rooms = {room(name) for name in imports(path) if name.split(".")[0] == "scrapers"}
    assert rooms <= DOOR | ({"sources"} if path.name == OF_THE_SOURCES else set())


@pytest.mark.parametrize("path", modules("scrapers") + modules("plugins"), ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_edge_reaches_the_network(path: Path) -> None:
    if not str(path.relative_to(ROOT)).startswith(MAY_USE_SOCKETS):
        assert not {name for name in imports(path) if name.split(".")[0] in NETWORK}


PURE = [
    p for p in modules("scrapers") if (FLOORS.get(p.relative_to(ROOT / "scrapers").with_suffix("").parts[0], 9)) <= 4
]


@pytest.mark.parametrize("path", PURE, ids=lambda p: str(p.relative_to(ROOT)))
def test_pure_rooms_do_not_ask_the_clock(path: Path) -> None:
    calls = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not calls & {"utcnow", "now", "today", "perf_counter", "monotonic"}


def test_no_test_leans_on_what_belongs_to_the_operator() -> None:
    """Whoever sets a name, takes out a topic or changes a page finds the tests as green as before (`tests.desk`)."""
    leaning = re.compile(r"""(?:ROOT|parents\[\d\]) ?/ ?["'](?:content|site\.toml)\b|Path\(["']content/""")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if not {"bench", "train"} & set(path.parts)
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if leaning.search(text)
    ]
    assert found == []
