"""The command line as people use it: what it prints, what it leaves, how it ends."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from scrapers.__main__ import COMMANDS, main
from scrapers.briefing import UNSEEN
from scrapers.briefing_file import loads
from scrapers.commands.night import _missed
from scrapers.passage import blocks
from tests.desk import DESK, SITE, furnished
from tests.test_night import bytes_of

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder after the two sample nights, with the report of the first beside it."""
    folder = tmp_path_factory.mktemp("sampled")
    settings = str(SITE)
    furnished(folder / "content")
    for day in ("2024-12-28", "2024-12-29"):
        options = [
            "--content",
            str(folder / "content"),
            "--settings",
            settings,
            "--report",
            str(folder / f"{day}.json"),
        ]
        assert main(["night", "--sample", day, *options]) == 0
    return folder


def test_the_sample_nights_give_two_briefings_marked_as_samples(sampled: Path) -> None:
    for day in ("2024-12-28", "2024-12-29"):
        briefing = loads((sampled / "content" / "briefings" / "2024" / f"{day}.md").read_text(encoding="utf-8"))
        assert briefing.sample
        assert len(briefing.developments) >= 8
        assert max(section.voices for section in briefing.developments) >= 3


def test_nothing_is_told_without_its_source(sampled: Path) -> None:
    for path in (sampled / "content" / "briefings").rglob("*.md"):
        for section in loads(path.read_text(encoding="utf-8")).developments:
            for block in blocks(section.prose):
                if isinstance(block, str):
                    assert all("](https://" in row for row in block.split("\n"))
                else:
                    assert block.url in {citation.url for citation in section.citations}


def test_a_source_that_failed_is_named_on_its_day_and_not_on_the_next(sampled: Path) -> None:
    first, second = (
        loads((sampled / "content" / "briefings" / "2024" / f"{day}.md").read_text(encoding="utf-8")).items(UNSEEN)
        for day in ("2024-12-28", "2024-12-29")
    )
    assert [line.partition(":")[0] for line in first] == ["Levant Observer"]
    assert second == ()


def test_the_report_has_a_row_a_feed(sampled: Path) -> None:
    report = json.loads((sampled / "2024-12-28.json").read_text(encoding="utf-8"))
    assert report["day"] == "2024-12-28"
    rows = {row["name"]: row for row in report["sources"]}
    assert set(next(iter(rows.values()))) == {
        "name", "feed", "outcome", "detail", "entries", "articles", "cited", "pages", "not_its_article", "seconds",
    }  # fmt: skip
    assert rows["Levant Observer"]["outcome"] == "blocked"
    assert rows["Northwire"]["outcome"] == "ok"
    assert sum(row["cited"] for row in rows.values()) >= 20


def test_a_sample_night_again_changes_no_byte(sampled: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(sampled / "content", content)
    before = bytes_of(content)
    assert main(["night", "--sample", "2024-12-29", "--content", str(content), "--settings", str(SITE)]) == 0
    assert bytes_of(content) == before


def test_what_the_night_writes_passes_the_check(sampled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--content", str(sampled / "content"), "--settings", str(SITE)]
    assert main(["check", *options]) == 0, capsys.readouterr().err
    assert "All is well." in capsys.readouterr().out


def test_what_the_night_writes_is_in_form(sampled: Path) -> None:
    before = bytes_of(sampled)
    assert main(["fmt", *map(str, (sampled / "content" / "briefings").rglob("*.md"))]) == 0
    assert bytes_of(sampled) == before


def test_check_names_file_line_and_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "briefings" / "2026" / "2026-08-21.md"
    path.parent.mkdir(parents=True)
    path.write_text("Title: x\nDate: 2026-08-21\n\n## A {#a}\n\nTopcis: Gaza\n")
    assert main(["check", "--content", str(tmp_path), "--settings", str(SITE)]) == 1
    assert f"{path}:6: unknown field 'Topcis'; did you mean 'Topics'?" in capsys.readouterr().err


def test_fmt_leaves_a_faulty_file_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "2026-08-21.md"
    path.write_text("Titel: x\n\n\n\nDate: 2026-08-21\n")
    before = path.read_bytes()
    assert main(["fmt", str(path)]) == 1
    assert path.read_bytes() == before
    assert "unknown field 'Titel'" in capsys.readouterr().err


def test_fmt_puts_a_file_back_into_form(tmp_path: Path) -> None:
    path = tmp_path / "2026-08-21.md"
    path.write_text("Date: 2026-08-21\nTitle: x\n\n\n\n## A {#a}\nPlace: Doha\nTopics: Gaza\n\n\nText.\n\n\n")
    assert main(["fmt", str(path)]) == 0
    assert path.read_text() == "Title: x\nDate: 2026-08-21\n\n## A {#a}\n\nTopics: Gaza\nPlace: Doha\n\nText.\n"


def test_a_topic_of_no_kind_of_event_is_named_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics" / "talks.md").write_text("Name: Talks\nKind: subject\nEvents: talks, parley\n\nWords.\n")
    assert main(["check", "--content", str(tmp_path)]) == 1
    assert "talks.md:3: there is no kind of event 'parley'; use " in capsys.readouterr().err


SLIPS = {
    "a topic that is none": ("Topics: Gazza", "there is no topic 'Gazza'; did you mean 'gaza'?"),
    "a story that is none": ("Follows: 2026-08-20#nowhere", "leads nowhere"),
    "a relation that is none": ("Related: 2026-08-20#nowhere", "'Related: 2026-08-20#nowhere' leads nowhere"),
    "a relation of the same day": ("Related: 2026-08-21#a", "is not of an earlier day"),
    "told again, and nothing before it": ("Change: told again", "'Change: told again' needs a 'Follows:"),
    "a kind that is none": ("Kind: atack", "there is no kind 'atack'; did you mean 'attack'?"),
    "a correction of an earlier day": ("Correction: 2026-08-20: Ten, not 20.", "older than the briefing"),
    "a relation that is no link": ("Related: yesterday", "'yesterday' is no link; write 2026-08-20#id"),
    "a value that is none": ("Hidden: ja", "Hidden is 'yes' or 'no', not 'ja'"),
    "a field in lower case": ("\nText.\n\nhidden: yes", "'Hidden:' counts only right below the headline"),
    "a heading that is none": ("\n### B {#b}", "begins with '## '"),
    "a conflict mark": ("\n<<<<<<< HEAD", "a mark of a merge conflict"),
    "a day that does not exist": ("Follows: 2026-13-45#abc", "is no link"),
    "a passage over two lines": (
        "\n“one two three four five six seven eight nine ten\neleven twelve thirteen fourteen fifteen sixteen”, says X.",
        "16 quoted words",
    ),
}


@pytest.mark.parametrize("case", SLIPS)
def test_check_sees_the_slips_that_would_publish_something_else(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written, expected = SLIPS[case]
    shutil.copytree(DESK / "topics", tmp_path / "topics")
    path = tmp_path / "briefings" / "2026" / "2026-08-21.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"Title: x\nDate: 2026-08-21\n\n## A {{#a}}\n\n{written}\n", encoding="utf-8")
    assert main(["check", "--content", str(tmp_path), "--settings", str(SITE)]) == 1
    assert expected in capsys.readouterr().err


ODD_LINES = {
    "a window that is none": ("Window: since yesterday evening", 3, "write the window as 2026-08-20 17:30 – "),
    "a window of no such day": ("Window: 2026-02-30 17:30 – 2026-08-21 23:30 UTC", 3, "write the window as"),
    "a window that ends before it begins": (
        "Window: 2026-08-21 23:30 – 2026-08-20 17:30 UTC",
        3,
        "the window ends at 2026-08-20 17:30, before it begins",
    ),
    "a bare address": ("\n## A {#a}\n\n- https://example.org/c", 6, "a citation reads: - [Headline](https://…)"),
    "a star, and no outlet": ("\n## A {#a}\n\n* [It did](https://example.org/c)", 6, "a citation reads: "),
    "an address that runs": ("\n## A {#a}\n\n- [x](javascript:alert`1`) — Wire, undated", 6, "a citation reads: "),
    "an address of no page": ("\n## A {#a}\n\n- [x](data:text/html;x) — Wire, undated", 6, "a citation reads: "),
    "a link without its outlet": ("\n## A {#a}\n\n- [It did](https://example.org/c)", 6, "a citation reads: "),
    "a development without a mark": (
        "\n## It did\n\n- [It did](https://example.org/c) — Wire, undated",
        4,
        "'It did' is no development without a mark; end the heading with {#",
    ),
    "fields without a mark": (
        "\n## It did\n\nPlace: Doha, Qatar\n\nWords.",
        4,
        "'It did' is no development without a mark",
    ),
}


@pytest.mark.parametrize("case", ODD_LINES)
def test_check_names_what_is_hardly_meant_as_it_stands(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written, number, expected = ODD_LINES[case]
    path = tmp_path / "briefings" / "2026" / "2026-08-21.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"Title: x\nDate: 2026-08-21\n{written}\n", encoding="utf-8")
    assert main(["check", "--content", str(tmp_path), "--settings", str(SITE)]) == 1
    assert f"{path}:{number}: {expected}" in capsys.readouterr().err


def test_a_development_gets_the_mark_that_check_gave_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "briefings" / "2026" / "2026-08-21.md"
    path.parent.mkdir(parents=True)
    text = "Title: x\nDate: 2026-08-21\n\n## It did\n\n- [It did](https://example.org/c) — Wire, undated\n"
    path.write_text(text, encoding="utf-8")
    main(["check", "--content", str(tmp_path), "--settings", str(SITE)])
    mark = re.search(r"\{#[a-z0-9]{6}\}", capsys.readouterr().err)
    assert mark
    path.write_text(text.replace("## It did", f"## It did {mark[0]}"), encoding="utf-8")
    assert main(["check", "--content", str(tmp_path), "--settings", str(SITE)]) == 0


def test_what_is_still_to_be_set_is_told_and_is_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["check", "--content", str(tmp_path), "--settings", str(SITE)]) == 0
    told = capsys.readouterr()
    assert f"{SITE}: to do: url is still https://example.org/nightdesk" in told.err
    assert f"::notice file={SITE}::email is still editors@example.org" in told.out


def test_a_day_that_lies_ahead_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "briefings" / "9998" / "9998-12-30.md"
    path.parent.mkdir(parents=True)
    path.write_text("Title: x\nDate: 9998-12-30\n", encoding="utf-8")
    assert main(["check", "--content", str(tmp_path), "--settings", str(SITE)]) == 1
    assert f"{path}:1: its day lies ahead" in capsys.readouterr().err


MARKS = {"taken away": ("", "its mark was taken away"), "another": (" {#zzzzzz}", "'{#zzzzzz}' was another")}


@pytest.mark.parametrize("case", MARKS)
def test_check_says_which_mark_a_heading_had(
    case: str, sampled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put, expected = MARKS[case]
    shutil.copytree(sampled / "content", tmp_path / "content")
    path = tmp_path / "content" / "briefings" / "2024" / "2024-12-29.md"
    text = path.read_text(encoding="utf-8")
    heading = next(line for line in text.splitlines() if line.endswith("}"))
    mark = heading[heading.index(" {#") :]
    path.write_text(text.replace(mark, put, 1), encoding="utf-8")
    assert main(["check", "--content", str(tmp_path / "content"), "--settings", str(SITE)]) == 1
    told = capsys.readouterr().err
    assert expected in told
    assert f"end the heading with{mark}, which" in told


def test_a_development_that_an_editor_took_out_lost_no_mark(
    sampled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(sampled / "content", tmp_path / "content")
    path = tmp_path / "content" / "briefings" / "2024" / "2024-12-29.md"
    head, first, *rest = path.read_text(encoding="utf-8").split("\n## ")
    own = f"An editor's words\n\nSee [the report]({first.partition('](')[2].partition(')')[0]}).\n"
    path.write_text("\n## ".join((head, own, *rest)), encoding="utf-8")
    assert main(["check", "--content", str(tmp_path / "content"), "--settings", str(SITE)]) == 0
    assert "All is well." in capsys.readouterr().out


def test_check_sees_broken_tables_beside_the_briefings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (
        ("speakers.txt", "no equals sign\n"),
        ("wire/2026/2026-08-21.jsonl", "{\n"),
        ("figures/2026/2026-08-21.jsonl", "{}\n"),
        ("claims/2026/2026-08-21.jsonl", "[" * 100_000 + "\n"),
        ("briefings/2025/2026-08-21.md", "\ufeffTitle: x\nDate: 2026-08-21\n"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert main(["check", "--content", str(tmp_path), "--settings", str(SITE)]) == 1
    told = capsys.readouterr().err
    assert all(f"{name}:1" in told for name in ("speakers.txt", "wire/2026/2026-08-21.jsonl"))
    assert "figures/2026/2026-08-21.jsonl:1" in told
    assert "claims/2026/2026-08-21.jsonl:1" in told
    assert "move it to briefings/2026/" in told
    assert "no 'Date:" not in told


def test_only_rights_stop_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "briefings" / "2026" / "2026-08-21.md"
    path.parent.mkdir(parents=True)
    options = ["check", "--rights", "--content", str(tmp_path), "--settings", str(SITE)]
    text = "Title: x\nDate: 2026-08-21\n\n## A {#a}\n\nHiden: yes\n\n"
    path.write_text(text, encoding="utf-8")
    assert main(options) == 0
    path.write_text(text + "> " + "word " * 40 + "\n", encoding="utf-8")
    assert main(options) == 1
    assert f"{path}:8: 40 quoted words" in capsys.readouterr().err


WRONG = {
    "a day the sources do not tell of": ["--now", "2026-08-21T23:30:00Z", "--day", "2026-08-01"],
    "a report that is a folder": ["--report", "."],
    "no settings": ["--settings", "/nowhere/site.toml"],
    "no subscription list": ["--opml", "/nowhere/list.opml"],
    "no recording": ["--replay", "/nowhere/night.warc.gz"],
    "no folder of sources": ["--sources", "/nowhere"],
    "a recording of a recording": ["--replay", ".", "--record", "x.warc"],
    "a sample night that is not there": ["--sample", "2020-01-01"],
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_option_ends_with_code_2_and_one_line(
    case: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["night", "--content", "build/nowhere/content", *WRONG[case]]) == 2
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("nightdesk: ")


def test_too_few_sources_end_with_code_3_and_write_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tmp_path / "content"
    options = ["--replay", str(tmp_path), "--content", str(content), "--settings", str(SITE)]
    assert main(["night", "--now", "2026-08-21T23:30:00Z", *options, "--report", str(tmp_path / "r.json")]) == 3
    assert not content.exists()
    assert json.loads((tmp_path / "r.json").read_text())["too_few_sources"] is True
    assert "nothing was written" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert len(capsys.readouterr().out) > 200


def test_an_editors_misquotation_is_told(sampled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(sampled / "content", tmp_path / "content")
    path = tmp_path / "content" / "briefings" / "2024" / "2024-12-29.md"
    text = path.read_text(encoding="utf-8")
    passage = next(p for section in loads(text).developments for p in section.passages)
    options = ["check", "--content", str(tmp_path / "content"), "--settings", str(SITE)]
    for other in (f"Not one {passage.text}", passage.text.rpartition(" ")[0]):
        path.write_text(text.replace(passage.text, other), encoding="utf-8")
        assert main(options) == 1
        assert f"no whole sentence of what {passage.source} offers to be quoted" in capsys.readouterr().err


@pytest.mark.parametrize("setting", ["rights = 7\n", "", None])
def test_where_the_settings_cannot_be_read_nothing_may_be_quoted(
    setting: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, site = tmp_path / "briefings" / "2026" / "2026-08-21.md", tmp_path / "site.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "Title: x\nDate: 2026-08-21\n\n## A {#a}\n\n> The market hall was full.\n> — [X](https://example.org/a)\n\n"
        "- [A](https://example.org/a) — X, 2026-08-21 14:20 UTC\n",
        encoding="utf-8",
    )
    options = ["check", "--rights", "--content", str(tmp_path), "--settings"]
    assert main([*options, str(SITE)]) == 0
    if setting is not None:
        site.write_text(setting, encoding="utf-8")
    assert main([*options, str(site)]) == 1
    assert "0 may be shown" in capsys.readouterr().err


def test_help_loads_no_command_and_names_each(capsys: pytest.CaptureFixture[str]) -> None:
    code = "import sys; from scrapers.__main__ import parser; parser([]); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT).stdout
    assert "scrapers.commands" not in loaded
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert re.fullmatch(r"Nightdesk \d+\.\d+\.\d+\n", capsys.readouterr().out)


MISSED = [
    # (days that are made, before 2026-08-21; what is made late)
    ([], []),
    (["2026-08-20"], []),
    (["2026-08-19"], ["2026-08-20"]),
    (["2026-08-17"], ["2026-08-18", "2026-08-19", "2026-08-20"]),
    (["2026-07-01"], ["2026-08-18", "2026-08-19", "2026-08-20"]),
    (["2026-08-18", "2026-08-20"], []),
    (["2026-08-21", "2026-08-19"], ["2026-08-20"]),
]


@pytest.mark.parametrize(("made", "late"), MISSED)
def test_the_days_that_no_night_made_are_those_since_the_last_one(
    made: list[str], late: list[str], tmp_path: Path
) -> None:
    for day in made:
        path = tmp_path / "wire" / day[:4] / f"{day}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    assert [str(day) for day in _missed(tmp_path, date(2026, 8, 21))] == late


def test_a_day_that_is_made_is_not_read_again_where_that_is_asked(
    sampled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(sampled / "content", content)
    report = tmp_path / "report.json"
    assert main(["night", "--sample", "2024-12-29", "--once", "--catch-up", "--content", str(content),
                 "--settings", str(SITE), "--report", str(report)]) == 0  # fmt: skip
    assert "The briefing of 2024-12-29 is made already." in capsys.readouterr().out
    assert not report.exists()
