"""What does an operator who never opens the list of runs have to know of a night, and what is there to click?

Texts alone, of the run report (`nightdesk night --report`). What strangers wrote stands in them as code: it names
nobody, links nowhere and begins no line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

#: By which the one issue is known, whatever its title is by now.
MARK = "<!-- nightdesk: nights -->"
#: Rows of a table in an issue or a summary.
ROWS = 20


@dataclass(frozen=True, kw_only=True)
class Night:
    """What is known of a night when its job ends. `report` is the run report as JSON; None where none was written."""

    day: date | None
    good: bool
    report: Mapping[str, Any] | None = None
    #: Where the job's log stands.
    run: str = ""

    @property
    def answered(self) -> str:
        """Such as `9 of 40 sources answered`; empty where no report says so."""
        rows = self.report["sources"] if self.report else []
        names = {row["name"] for row in rows}
        good = {row["name"] for row in rows if row["outcome"] in ("ok", "unchanged")}
        return f"{len(good)} of {len(names)} sources answered" if names else ""


def title(night: Night) -> str:
    """The issue's title: `The night of 2026-11-30 failed: 9 of 40 sources answered`."""
    what = f"The night of {night.day} failed" if night.day else "The last night failed"
    return f"{what}: {night.answered}" if night.answered else what


def body(night: Night) -> str:
    """The issue's text: what happened, what readers see now, what to do."""
    too_few = bool(night.report and night.report.get("too_few_sources"))
    if too_few:
        happened = "Too few sources answered to call it a day's briefing, so none was written."
        todo = (
            "Most often it is the network of that hour: *Re-run jobs* on the run's page, or wait for the next night. A "
            "source that fails every night has moved or died: correct or remove its file."
        )
    elif night.report is not None:
        happened = (
            "The sources were read, but a later step failed: the briefing was not kept, or the site not published."
        )
        todo = (
            "Open the run: the step with the red cross says why. *Re-run jobs* does no harm, whatever was done already."
        )
    else:
        happened = "The night ended before it could write its report."
        todo = "Open the run: the step with the red cross says why. *Re-run jobs* does no harm."
    lines = [MARK, happened, "", "Readers see the last briefing that was made; nothing of it is lost.", "", todo]
    if night.run:
        lines += ["", f"The run: {night.run}"]
    if failed := _failed(night):
        lines += ["", *failed]
    lines += ["", "This issue is renewed by each night that fails and closed by the next good one."]
    return "\n".join(lines) + "\n"


def silence(newest: date | None, hours: int, today: date) -> tuple[str, str]:
    """Title and text of the issue when no night was made for long, of the watch that runs apart from the nights."""
    since = f"since {newest}" if newest else "at all"
    text = [
        MARK,
        f"On {today} there is no briefing {since}: no night was made for {hours} hours, and none said that it failed.",
        "",
        "GitHub turns schedules off where nobody commits for 60 days, and in forks until somebody turns them on:",
        "*Actions*, *nightly*, *Enable workflow*, then *Run workflow*.",
        "",
        "This issue is closed by the next good night.",
    ]
    return f"No briefing {since}", "\n".join(text) + "\n"


def closing(night: Night) -> str:
    """The comment with which a good night closes the issue."""
    return f"The night of {night.day} was made: {_made(night)}.\n"


def summary(night: Night) -> str:
    """The job's summary: sources, developments, failures."""
    head = f"## The night of {night.day}" if night.day else "## The night"
    lines = [head, "", (_made(night) if night.good else title(night)) + "."]
    if failed := _failed(night):
        lines += ["", *failed]
    return "\n".join(lines) + "\n"


def _made(night: Night) -> str:
    developments = (night.report or {}).get("developments", 0)
    return f"{developments} developments, {night.answered or 'no source was asked'}"


def _failed(night: Night) -> Sequence[str]:
    rows = [row for row in (night.report or {}).get("sources", []) if row["outcome"] not in ("ok", "unchanged")]
    if not rows:
        return ()
    table = [f"| {code(row['name'])} | {code(row['outcome'])} | {code(row['detail'])} |" for row in rows[:ROWS]]
    more = [f"{len(rows) - ROWS} more stand in the run's report."] if len(rows) > ROWS else []
    return ("| source | outcome | detail |", "| --- | --- | --- |", *table, *(["", *more] if more else []))


def code(text: str) -> str:
    """A stranger's text as code on one line of a table, where it can be nothing else."""
    plain = re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).replace("`", "'").replace("|", "¦").strip()[:200]
    return f"`{plain}`" if plain else ""
