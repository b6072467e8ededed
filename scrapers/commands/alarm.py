"""`nightdesk alarm`: say on GitHub that a night failed, in one issue, and close it when one is good again."""

from __future__ import annotations

import argparse
import json
import os
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from scrapers import alarm
from scrapers.errors import ConfigError

#: Seconds for one question to the issues' server.
PATIENCE = 30


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "alarm",
        description="Open or renew one issue when a night failed, and close it when one is good again; write the job's "
        "summary. For the workflow: it takes GITHUB_TOKEN, GITHUB_REPOSITORY and GITHUB_API_URL from there; without "
        "them it prints what it would have said.",
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="The night's report, as `night --report` wrote it.")
    parser.add_argument("--failed", action="store_true", help="A step failed, whatever the report says.")
    parser.add_argument(
        "--silent-for",
        type=int,
        metavar="HOURS",
        help="Instead: say so if the content folder's newest briefing ended longer ago.",
    )
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="FOLDER", help="Without it, content/.")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Say what there is to say. What becomes of a night never hangs on it: a server that fails is told and no more."""
    issues = _Issues.of(os.environ)
    try:
        if args.silent_for is not None:
            _watch(issues, args.content, args.silent_for)
        else:
            night = _night(args.report, failed=args.failed)
            if night.report is None and not args.failed:
                print("No night was made, and none failed: there is nothing to say.")
            else:
                _tell(issues, night)
    except (OSError, ValueError, KeyError) as error:
        print(f"The issue could not be written: {error}")
    return 0


def _night(path: Path | None, *, failed: bool) -> alarm.Night:
    report: Mapping[str, Any] | None = None
    if path is not None and path.exists():
        try:
            report = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ConfigError(f"{path}: is no report of a night ({error})") from error
    server, repository, run_id = (
        os.environ.get(name, "") for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID")
    )
    return alarm.Night(
        day=date.fromisoformat(report["day"]) if report else None,
        good=not failed and report is not None and not report["too_few_sources"],
        report=report,
        run=f"{server}/{repository}/actions/runs/{run_id}" if run_id else "",
    )


def _tell(issues: _Issues | None, night: alarm.Night) -> None:
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with open(path, "a", encoding="utf-8") as file:
            file.write(alarm.summary(night))
    else:
        print(alarm.summary(night), end="")
    if issues is None:
        return
    if night.good:
        issues.close(alarm.closing(night))
    else:
        issues.say(alarm.title(night), alarm.body(night))


def _watch(issues: _Issues | None, content: Path, hours: int) -> None:
    now = datetime.now(UTC)
    days = []
    for path in (content / "briefings").glob("*/*.md"):
        try:
            days.append(date.fromisoformat(path.stem))
        except ValueError:
            continue
    newest = max(days, default=None)
    ended = datetime(newest.year, newest.month, newest.day, tzinfo=UTC) + timedelta(days=1) if newest else None
    if ended is not None and now - ended < timedelta(hours=hours):
        print(f"The newest briefing is of {newest}.")
        return
    title, body = alarm.silence(newest, hours, now.date())
    print(title)
    if issues is not None:
        issues.say(title, body)


@dataclass(frozen=True)
class _Issues:
    """The issues of a repository, by GitHub's interface."""

    address: str
    token: str

    @classmethod
    def of(cls, given: Mapping[str, str]) -> _Issues | None:
        token, repository = given.get("GITHUB_TOKEN"), given.get("GITHUB_REPOSITORY")
        if not token or not repository:
            return None
        return cls(f"{given.get('GITHUB_API_URL', 'https://api.github.com')}/repos/{repository}/issues", token)

    def say(self, title: str, body: str) -> None:
        """Opens the issue, or renews the one that is open."""
        found = self._open()
        if found is None:
            made = self._ask("POST", "", {"title": title, "body": body})
            print(f"Opened issue {made['number']}.")
        else:
            self._ask("PATCH", f"/{found['number']}", {"title": title, "body": body})
            print(f"Renewed issue {found['number']}.")

    def close(self, comment: str) -> None:
        """Closes the issue, if one is open."""
        if (found := self._open()) is not None:
            self._ask("POST", f"/{found['number']}/comments", {"body": comment})
            self._ask("PATCH", f"/{found['number']}", {"state": "closed"})
            print(f"Closed issue {found['number']}.")

    def _open(self) -> dict[str, Any] | None:
        """The open issue that holds our mark and was written by a job, not by a visitor who copied it."""
        listed = self._ask("GET", "?state=open&per_page=100&sort=created&direction=desc", None)
        for issue in listed:
            bot = (issue.get("user") or {}).get("type") == "Bot"
            if bot and "pull_request" not in issue and alarm.MARK in (issue.get("body") or ""):
                found: dict[str, Any] = issue
                return found
        return None

    def _ask(self, method: str, path: str, values: Mapping[str, str] | None) -> Any:
        request = urllib.request.Request(
            self.address + path,
            method=method,
            data=None if values is None else json.dumps(values).encode(),
            headers={
                "Authorization": f"Bearer {self.token}",
                "Accept": "application/vnd.github+json",
                "X-GitHub-Api-Version": "2022-11-28",
                "User-Agent": "nightdesk",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                said = error.read(300).decode("utf-8", "replace")
            raise OSError(f"{method} {path or '/'}: {error.code} {' '.join(said.split())}") from error
