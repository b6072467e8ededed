"""What an older version wrote is read, built and continued by this one, and nobody merges anything by hand.

`data/first_form/` is a night of the first version that had the command, on the sample sources, cut to two developments,
with lines of an editor. `data/older_starters/` holds what `nightdesk new` wrote otherwise at two earlier versions.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from scrapers import settings, sources
from scrapers.__main__ import main

DATA = Path(__file__).parent / "data"
FIRST = DATA / "first_form"
DAY = "briefings/2024/2024-12-28.md"
EDITED = (
    "An editor wrote this sentence about the day.",
    "A hospital in the north is emptied, in an editor’s words",
    "An editor asked both sides and heard from one.",
    "the number of detained stood here without who gave it.",
    "An editor’s own line stands between the machine’s.",
)


def run(command: str, folder: Path, content: Path, *words: object) -> int:
    given = ("--content", content, "--settings", folder / "site.toml", *words)
    return main([command, *map(str, given)])


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line]


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return shutil.copytree(FIRST, tmp_path / "first")


def test_nothing_is_wrong_in_content_of_the_first_version(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", first, first) == 0, capsys.readouterr().err


def test_where_it_differs_check_names_the_line_and_what_to_do(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (first / "topics" / "civilians.md").unlink()
    assert run("check", first, first) != 0
    number = (first / DAY).read_text(encoding="utf-8").split("\n").index(
        "## A hospital in the north is emptied, in an editor’s words {#c4v6wz}"
    ) + 1
    assert re.search(rf"{DAY}:{number}: .*'Harm to civilians'; add its file", capsys.readouterr().err)


@pytest.mark.parametrize("night", ["2024-12-28", "2024-12-29"], ids=["the same day again", "the next day"])
def test_a_night_goes_on_from_it_and_its_site_has_every_line_of_an_editor(night: str, first: Path) -> None:
    before = (first / DAY).read_bytes()
    told = {line for path in (FIRST / "wire").rglob("*.jsonl") for line in lines(path)}
    assert run("night", first, first, "--sample", night) == 0
    assert set(lines(FIRST / DAY)) <= set(lines(first / DAY)), "a line that stood there is gone"
    assert (first / f"briefings/2024/{night}.md").read_bytes() != before, "the night wrote nothing"
    assert told <= {line for path in (first / "wire").rglob("*.jsonl") for line in lines(path)}
    if night == "2024-12-29":
        assert (first / DAY).read_bytes() == before
        cited = re.compile(r"^- \[.*?\]\((\S+?)\) — ", re.MULTILINE)
        again = set(cited.findall(before.decode())) & set(
            cited.findall((first / f"briefings/2024/{night}.md").read_text("utf-8"))
        )
        assert not again, "told as new, though the first version's wire log has it"
    assert run("site", first, first, "--output", first / "output") == 0
    page = (first / "output" / "2024" / "12" / "28" / "index.html").read_text(encoding="utf-8")
    assert not [line for line in EDITED if line not in page]


@pytest.fixture(params=["first", "second", "this"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An operator's repository as a version wrote it, changed by her in each way that is hers."""
    folder = tmp_path / "desk"
    assert main(["new", str(folder), "--action", "desk/nightdesk@v0.1.0"]) == 0
    if request.param != "this":
        shutil.copytree(DATA / "older_starters" / request.param, folder, dirs_exist_ok=True)
    chosen = (folder / "site.toml").read_text(encoding="utf-8")
    chosen = chosen.replace('name = "Nightdesk"', 'name = "River Desk"').replace(
        "developments = 30", "developments = 7"
    )
    (folder / "site.toml").write_text(chosen + '\n[sources]\nwithout = ["TASS"]\n', encoding="utf-8")
    (folder / "sources" / "river_post.toml").write_text(
        'name = "River Post"\nhomepage = "https://river.example/"\nfeeds = ["https://river.example/feed.xml"]\n'
        'affiliation = "independent"\ncountry = "SD"\nrights = "preview"\n'
    )
    templates = folder / "theme" / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    (folder / "theme" / "own.css").write_text("main { letter-spacing: .01em }\n")
    template = templates / "404.html"
    stood = (
        template.read_text(encoding="utf-8")
        if template.exists()
        else "{% extends 'base.html' %}{% block main %}{% endblock %}"
    )
    template.write_text(stood.replace("{% endblock %}", "<p>By our own template.</p>{% endblock %}"), encoding="utf-8")
    topic = folder / "content" / "topics" / "gaza.md"
    topic.write_text(topic.read_text(encoding="utf-8") + "\nA sentence of the operator’s own.\n", encoding="utf-8")
    shutil.copytree(FIRST / "briefings", folder / "content" / "briefings")
    shutil.copytree(FIRST / "wire", folder / "content" / "wire")
    return folder


def test_an_older_repository_with_changes_of_its_own_is_built_as_it_stands(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    assert run("check", desk, desk / "content") == 0, capsys.readouterr().err
    assert run("site", desk, desk / "content", "--output", desk / "output") == 0
    assert {path: path.read_bytes() for path in before} == before, "a file of the operator's was written"
    front = (desk / "output" / "index.html").read_text(encoding="utf-8")
    assert "River Desk" in front
    assert "letter-spacing:.01em" in front
    assert "By our own template." in (desk / "output" / "404.html").read_text(encoding="utf-8")
    assert "A sentence of the operator’s own." in (desk / "output" / "topics" / "gaza" / "index.html").read_text(
        "utf-8"
    )
    monkeypatch.setenv("NIGHTDESK_SETTINGS", str(desk / "site.toml"))
    read = {
        source.name for source in sources.read_tonight(settings.loads((desk / "site.toml").read_text(encoding="utf-8")))
    }
    assert "River Post" in read
    assert "TASS" not in read
    assert len(read) > 30
