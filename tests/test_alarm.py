"""A failed night is said in one issue that the next good one closes; what strangers wrote is only ever text there."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from scrapers import alarm
from scrapers.__main__ import main


class Issues(BaseHTTPRequestHandler):
    """The part of GitHub's interface that is asked, as its reference has it."""

    server: World

    def _answer(self, value: object, status: int = 200) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _sent(self) -> dict[str, Any]:
        sent: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        return sent

    def do_GET(self) -> None:
        assert self.headers["Authorization"] == "Bearer secret"
        if self.server.down:
            self._answer({"message": "Server Error"}, 502)
        else:
            self._answer([issue for issue in self.server.issues if issue["state"] == "open"])

    def do_POST(self) -> None:
        if self.path.endswith("/comments"):
            self.server.comments.append(self._sent()["body"])
            self._answer({}, 201)
        else:
            self.server.open(self._sent(), "Bot")
            self._answer(self.server.issues[-1], 201)

    def do_PATCH(self) -> None:
        number = int(self.path.rsplit("/", 1)[1])
        (issue,) = (each for each in self.server.issues if each["number"] == number)
        issue.update(self._sent())
        self._answer(issue)

    def log_message(self, format: str, *args: object) -> None: ...


class World(HTTPServer):
    """A repository's issues."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Issues)
        self.issues: list[dict[str, Any]] = []
        self.comments: list[str] = []
        self.down = False

    def open(self, values: dict[str, Any], by: str, **more: object) -> None:
        number = len(self.issues) + 1
        self.issues.append({"number": number, "state": "open", "user": {"type": by}, **values, **more})


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[World]:
    with World() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        given = {
            "GITHUB_TOKEN": "secret", "GITHUB_REPOSITORY": "desk/briefing", "GITHUB_RUN_ID": "7",
            "GITHUB_SERVER_URL": "https://git.example", "GITHUB_API_URL": f"http://127.0.0.1:{server.server_port}",
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "NO_PROXY": "127.0.0.1",
        }  # fmt: skip
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        yield server
        server.shutdown()
        thread.join()


def report(folder: Path, *, answered: int = 38, of: int = 40, too_few: bool = False, detail: str = "timed out") -> Path:
    rows = [
        {
            "name": f"Source {n}",
            "outcome": "ok" if n < answered else "timeout",
            "detail": "" if n < answered else detail,
        }
        for n in range(of)
    ]
    path = folder / "report.json"
    path.write_text(json.dumps({"day": "2026-11-30", "developments": 30, "too_few_sources": too_few, "sources": rows}))
    return path


def tell(*words: object) -> None:
    assert main(["alarm", *map(str, words)]) == 0


def test_one_issue_says_that_nights_fail_and_the_next_good_one_closes_it(world: World, tmp_path: Path) -> None:
    world.open({"title": "A reader's", "body": f"I copied this: {alarm.MARK}"}, "User")
    world.open({"title": "A change", "body": alarm.MARK}, "Bot", pull_request={})
    tell("--report", report(tmp_path))
    assert len(world.issues) == 2, "a good night opens none"
    tell("--report", report(tmp_path, answered=9, too_few=True))
    issue = world.issues[2]
    assert issue["title"] == "The night of 2026-11-30 failed: 9 of 40 sources answered"
    assert "Too few sources answered" in issue["body"]
    assert "https://git.example/desk/briefing/actions/runs/7" in issue["body"]
    assert "11 more stand in the run's report" in issue["body"]
    tell("--report", report(tmp_path), "--failed")
    assert len(world.issues) == 3, "renewed, not opened twice"
    assert "a later step failed" in issue["body"]
    tell("--report", tmp_path / "none.json", "--failed")
    assert issue["title"] == "The last night failed"
    tell("--report", tmp_path / "none.json")
    assert issue["state"] == "open", "a run that had nothing to do says nothing"
    tell("--report", report(tmp_path))
    assert issue["state"] == "closed"
    assert world.comments == ["The night of 2026-11-30 was made: 30 developments, 38 of 40 sources answered.\n"]
    assert [each["state"] for each in world.issues[:2]] == ["open", "open"], "what is not ours is left alone"
    tell("--report", report(tmp_path, answered=9, too_few=True))
    assert len(world.issues) == 4, "another failure is another issue"


def test_the_summary_names_sources_developments_and_failures(world: World, tmp_path: Path) -> None:
    tell("--report", report(tmp_path))
    text = (tmp_path / "summary.md").read_text()
    assert text.startswith("## The night of 2026-11-30\n\n30 developments, 38 of 40 sources answered.\n")
    assert "| `Source 39` | `timeout` | `timed out` |" in text


def test_a_server_that_fails_is_told_and_the_night_stays_what_it_was(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world.down = True
    tell("--report", report(tmp_path), "--failed")
    assert "502" in capsys.readouterr().out


def test_without_a_token_it_is_only_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GITHUB_TOKEN", "GITHUB_REPOSITORY", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    tell("--report", report(tmp_path, answered=9, too_few=True))
    assert "The night of 2026-11-30 failed: 9 of 40 sources answered." in capsys.readouterr().out


@pytest.mark.parametrize(
    "stranger",
    ["::stop-commands::x", "`code` @everyone #1 <b>", "a\n::error::b", "| cell | <!-- x -->", "![x](https://t.example/)",
     "\x1b[31mred\x00", "`" * 300],
)  # fmt: skip
def test_a_strangers_words_are_code_and_nothing_else(stranger: str, tmp_path: Path) -> None:
    night = alarm.Night(
        day=date(2026, 11, 30), good=False,
        report=json.loads(report(tmp_path, answered=0, of=2, detail=stranger).read_text()),
    )  # fmt: skip
    for text in (alarm.body(night), alarm.summary(night)):
        (row,) = (line for line in text.split("\n") if "Source 1" in line)
        assert row.count("|") == 4
        assert row.count("`") == 6
        assert not [line for line in text.split("\n") if line.lstrip().startswith("::")]
        assert row.isprintable()


@pytest.mark.parametrize(
    ("days", "said"), [(("2020-01-01",), "No briefing since 2020-01-01"), ((), "No briefing at all")]
)
def test_the_watch_says_when_no_night_was_made_for_long(
    world: World, tmp_path: Path, days: tuple[str, ...], said: str
) -> None:
    for day in (*days, "notes"):
        path = tmp_path / "content" / "briefings" / "2020" / f"{day}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    tell("--silent-for", 48, "--content", tmp_path / "content")
    tell("--silent-for", 48, "--content", tmp_path / "content")
    (issue,) = world.issues
    assert issue["title"] == said
    tell("--report", report(tmp_path))
    assert issue["state"] == "closed"


def test_the_watch_is_quiet_while_nights_are_made(world: World, tmp_path: Path) -> None:
    path = tmp_path / "content" / "briefings" / "2999" / "2999-01-01.md"
    path.parent.mkdir(parents=True)
    path.write_text("")
    tell("--silent-for", 48, "--content", tmp_path / "content")
    assert not world.issues


def test_in_a_job_no_line_of_the_program_is_a_command_to_the_runner(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = set()
    for _ in range(2):
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        main(["read", str(tmp_path / "none.html")])
        lines = capfd.readouterr().err.strip().split("\n")
        stop = [line for line in lines if line.startswith("::stop-commands::")]
        token = stop[0].removeprefix("::stop-commands::")
        assert len(token) >= 32
        assert f"::{token}::" in lines
        tokens.add(token)
    assert len(tokens) == 2, "nobody can know it beforehand"
    monkeypatch.delenv("GITHUB_ACTIONS")
    main(["read", str(tmp_path / "none.html")])
    assert "::" not in capfd.readouterr().err
