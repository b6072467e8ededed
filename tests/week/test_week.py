"""A week of an operator's repository, as `nightdesk new` writes it, by its own workflow and our own action."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

import pytest

from scrapers.commands.new import starter
from tests.test_alarm import World as Issues
from tests.week.runner import ROOT, Runner

FIRST = date(2026, 11, 23)
OUTLETS = ("alpha", "beta", "gamma", "delta")
TOWNS = ("Odesa", "Kharkiv", "Sumy", "Kherson", "Dnipro", "Lviv", "Mykolaiv", "Poltava", "Izium", "Bakhmut")
ACTION = "desk/nightdesk@v1"

#: What stands for the program in the action's checkout: the same commands, on recorded sources and at a set time.
PROGRAM = """#!{python}
import os, sys
sys.path.insert(0, {root!r})
from scrapers.__main__ import main
words = sys.argv[1:]
if words[:1] == ["night"]:
    at = words.index("--record")
    del words[at:at + 2]
    words += ["--replay", os.environ["WEEK_SOURCES"], "--now", os.environ["WEEK_NOW"]]
if words[:1] == ["keep"] and os.environ.get("WEEK_OVERTAKES"):
    from tests.week.test_week import overtaken
    overtaken()
sys.exit(main(words))
"""


def overtaken() -> None:
    """An editor pushes each time just before the night's push arrives, as often as is asked."""
    from scrapers.repository import Repository

    push, left = Repository.push, list(range(int(os.environ["WEEK_OVERTAKES"])))

    def later(repository: Repository, commit: str) -> None:
        if left:
            Desk(Path(os.environ["WEEK_EDITOR"])).edits({f"note{left.pop()}.md": "an editor's\n"})
        push(repository, commit)

    Repository.push = later  # type: ignore[method-assign]


class Desk:
    """An editor's clone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *words: str) -> str:
        return subprocess.run(["git", *words], cwd=self.folder, check=True, capture_output=True, text=True).stdout

    def edits(self, texts: dict[str, str | None]) -> None:
        if (self.folder / "site.toml").exists():
            self.git("pull", "-q", "origin", "main")
        for name, text in texts.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "an editor")
        self.git("push", "-q", "origin", "HEAD:main")


def feeds(folder: Path, days: tuple[date, ...], outlets: tuple[str, ...]) -> None:
    """The sources as plain files: each outlet tells, of each day, of two attacks in its own words."""
    for n, outlet in enumerate(outlets):
        items = ""
        for day, k in ((day, k) for day in days for k in range(2)):
            when = datetime(day.year, day.month, day.day, 19)  # noqa: DTZ001  (written as UTC below)
            town = TOWNS[(day.toordinal() * 2 + k) % len(TOWNS)]
            title = (f"Russian drone strike kills {k + 2} in {town}", f"{k + 2} killed in drone attack on {town}",
                     f"Drones hit {town}, {k + 2} dead", f"{town}: {k + 2} die in Russian drone attack")[n]  # fmt: skip
            text = f"A Russian drone attack on {town} in Ukraine killed {k + 2} people on {day:%A}, its governor said."
            address = f"https://{outlet}.example/{day}/{town.lower()}"
            moment = format_datetime(when + timedelta(minutes=n + k)).replace("-0000", "+0000")
            items += (f"<item><title>{escape(title)}</title><link>{address}</link><guid>{address}</guid>"
                      f"<pubDate>{moment}</pubDate><description>{escape(text)}</description></item>")  # fmt: skip
        path = folder / f"{outlet}.example" / "feed.xml"
        path.parent.mkdir(parents=True)
        path.write_text(f'<rss version="2.0"><channel><title>{outlet}</title>{items}</channel></rss>')


@pytest.fixture(scope="module")
def issues() -> Iterator[Issues]:
    with Issues() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class Week:
    """The repository, its editor, its runner, and the nights of a week."""

    def __init__(self, folder: Path, issues: Issues) -> None:
        self.folder, self.issues, self.day = folder, issues, FIRST
        gitconfig = folder / "gitconfig"
        gitconfig.write_text(
            '[user]\nname = x\nemail = x@y.example\n[init]\ndefaultBranch = main\n[protocol "file"]\nallow = always\n'
        )
        os.environ["GIT_CONFIG_GLOBAL"] = str(gitconfig)
        subprocess.run(["git", "init", "-q", "--bare", "origin.git"], cwd=folder, check=True)
        subprocess.run(["git", "clone", "-q", "origin.git", "editor"], cwd=folder, check=True, capture_output=True)
        self.editor = Desk(folder / "editor")
        sources = {
            f"sources/{name}.toml": f'name = "{name.title()}"\nhomepage = "https://{name}.example/"\nfeeds = ["https://{name}.example/feed.xml"]\n'
            for name in OUTLETS
        }
        files: dict[str, str | None] = {**starter(ACTION), **sources}
        without = sorted(path.stem for path in (ROOT / "scrapers" / "sources").glob("*.py") if path.stem != "__init__")
        files["site.toml"] = f"{files['site.toml']}\n[sources]\nwithout = {json.dumps(without)}\n"
        self.editor.edits(files)
        program = folder / "program"
        (program / ".venv" / "bin").mkdir(parents=True)
        shutil.copyfile(ROOT / "requirements.lock", program / "requirements.lock")
        (program / "Makefile").write_text("install:\n\t@echo installed\n")
        (program / ".venv/bin/nightdesk").write_text(PROGRAM.format(python=sys.executable, root=str(ROOT)))
        (program / ".venv/bin/nightdesk").chmod(0o755)
        self.runner = Runner(folder / "machine", folder / "origin.git", program, {
            "PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_GLOBAL": str(gitconfig), "GITHUB_TOKEN": "secret",
            "GITHUB_REPOSITORY": "desk/briefing", "GITHUB_SERVER_URL": "https://git.example",
            "GITHUB_API_URL": f"http://127.0.0.1:{issues.server_port}", "WEEK_EDITOR": str(self.editor.folder),
            "NIGHTDESK_SITEURL": "https://desk.example", "NO_PROXY": "127.0.0.1",
        })  # fmt: skip
        self.runner.folder.mkdir()

    def night(
        self, *, outlets: tuple[str, ...] = OUTLETS, overtakes: int = 0, event: str = "schedule"
    ) -> dict[str, str]:
        """The next night; how its jobs ended."""
        self.day += timedelta(days=1)
        sources = self.folder / "sources" / str(self.day)
        feeds(sources, (self.day - timedelta(days=1), self.day), outlets)
        # The job runs early on the next morning.
        self.runner.environment |= {
            "WEEK_SOURCES": str(sources), "WEEK_NOW": f"{self.day + timedelta(days=1)}T04:17:00Z",
            "NIGHTDESK_TODAY": str(self.day + timedelta(days=1)), "WEEK_OVERTAKES": str(overtakes or ""),
        }  # fmt: skip
        self.last = self.runner.run("nightly.yml", event)
        return self.last.results

    def pushed(self, name: str) -> str:
        return subprocess.run(
            ["git", "show", f"main:{name}"], cwd=self.runner.origin, check=True, capture_output=True, text=True
        ).stdout

    @property
    def briefing(self) -> str:
        return f"content/briefings/{self.day:%Y}/{self.day}.md"

    def served(self, path: str = "index.html") -> str:
        return (self.runner.served / path).read_text(encoding="utf-8")

    @property
    def open_issues(self) -> list[str]:
        return [each["title"] for each in self.issues.issues if each["state"] == "open"]


GOOD = {"read": "success", "publish": "success", "tell": "success"}


@pytest.fixture
def week(tmp_path: Path, issues: Issues, monkeypatch: pytest.MonkeyPatch) -> Week:
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "")
    issues.issues.clear()
    return Week(tmp_path, issues)


def test_a_good_night_and_one_whose_sources_are_down(week: Week) -> None:
    # The push that made the repository makes the first briefing too: nothing has to be started.
    week.runner.created = True
    assert week.night(event="push") == {**GOOD, "tell": "skipped"}, week.last.log
    assert "drone" in week.pushed(week.briefing)
    week.runner.created = False

    # A normal night: one commit with the day's files, the site, no issue.
    assert week.night() == GOOD, week.last.log
    first = week.briefing
    assert "drone" in week.pushed(first)
    assert f"/{week.day:%Y/%m/%d}/" in week.served() or f"{week.day:%Y/%m/%d}/" in week.served()
    assert not week.open_issues
    commits = week.editor.git("ls-remote", "origin", "main")

    # Three of four sources are down: no briefing, yesterday's site, an issue that says how many answered.
    site = week.served()
    assert week.night(outlets=OUTLETS[:1]) == GOOD, week.last.log
    assert week.editor.git("ls-remote", "origin", "main") == commits
    assert week.served() == site
    assert week.open_issues == [f"The night of {week.day} failed: 1 of 4 sources answered"]
    assert "::warning::Too few sources answered" in week.last.log


@pytest.mark.skipif(os.environ.get("NIGHTDESK_WEEK") != "whole", reason="a minute long: make week")
def test_a_week_of_nights(week: Week, issues: Issues) -> None:
    assert week.night() == GOOD, week.last.log
    first = week.briefing
    week.night(outlets=OUTLETS[:1])

    # An editor's edit is published without a night, and stays after the next one; the issue is closed.
    edited = week.pushed(first).replace("Window:", "Summary: The day in our own line.\nWindow:")
    week.editor.edits({first: edited})
    assert week.runner.run("nightly.yml", "push").results == {
        "read": "skipped",
        "publish": "success",
        "tell": "skipped",
    }
    assert "The day in our own line." in week.served(f"{FIRST + timedelta(days=1):%Y/%m/%d}/index.html")

    # Editors push while the night's push is on its way, four times.
    assert week.night(overtakes=4) == GOOD, week.last.log
    assert all(week.pushed(f"note{n}.md") == "an editor's\n" for n in range(4))
    assert "drone" in week.pushed(week.briefing)
    assert "Summary: The day in our own line." in week.pushed(first)
    assert not week.open_issues
    assert f"The night of {week.day} was made" in issues.comments[-1]

    # A night that was never run is made by the next one, late, and says so.
    missed = week.day = week.day + timedelta(days=1)
    assert week.night() == GOOD, week.last.log
    assert "made late" in week.pushed(f"content/briefings/{missed:%Y}/{missed}.md")
    assert "made late" not in week.pushed(week.briefing)

    # A template that an editor broke: the day is kept, the site stays as it was, the issue says so.
    site = week.served()
    week.editor.edits({"theme/templates/base.html": "{% if %}"})
    assert week.night() == {"read": "success", "publish": "failure", "tell": "success"}
    assert "drone" in week.pushed(week.briefing)
    assert week.served() == site
    assert week.open_issues == [f"The night of {week.day} failed: 4 of 4 sources answered"]
    assert "a later step failed" in issues.issues[-1]["body"]

    # Mended, and every cache is lost: the night after publishes both days.
    broken = week.day
    week.runner.caches.clear()
    week.editor.edits({"theme/templates/base.html": None})
    assert week.night() == GOOD, week.last.log
    assert (week.runner.served / f"{broken:%Y/%m/%d}/index.html").is_file()
    assert not week.open_issues

    # Nothing in the log of the job that reads could be a command to the runner but our own warning.
    commands = [line for line in week.last.log.splitlines() if line.lstrip().startswith("::")]
    ours = re.compile(r"::(?:stop-commands::)?[0-9a-f]{32}(?:::)?|::notice file=\S*site\.toml::.*")
    assert all(ours.fullmatch(line) for line in commands), commands
