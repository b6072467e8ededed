"""A runner for the operator's workflow: it reads `nightly.yml` and `action.yml` as they stand and does what they say.

Shell steps are run as they are; of the actions that they use those are played here that GitHub keeps: checkout, cache,
artifacts, Pages. What it does not know it refuses, so that nothing is skipped in silence.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


class Failed(Exception):
    """A step failed."""


@dataclass
class Run:
    """What became of one run of a workflow."""

    results: dict[str, str] = field(default_factory=dict)
    log: str = ""
    ran: list[str] = field(default_factory=list)


@dataclass
class Runner:
    """The machine, with what outlives a run: caches, and the site that Pages serves."""

    folder: Path
    origin: Path  # the bare repository
    program: Path  # what stands for the action's checkout
    environment: dict[str, str]
    caches: dict[str, Path] = field(default_factory=dict)
    runs: int = 0
    #: Whether the push of a run is the one that made the branch.
    created: bool = False

    @property
    def served(self) -> Path:
        return self.folder / "pages"

    def run(self, workflow: str, event: str, inputs: Mapping[str, str] | None = None) -> Run:
        """One run of a workflow of the repository as it stands on main."""
        self.runs += 1
        here = self.folder / f"run{self.runs}"
        here.mkdir(parents=True)
        sha = self._git(self.origin, "rev-parse", "main")
        text = self._git(self.origin, "show", f"{sha}:.github/workflows/{workflow}")
        jobs: dict[str, Any] = yaml.safe_load(text)["jobs"]
        run = Run()
        self._here, self._sha, self._event, self._inputs, self._run = here, sha, event, dict(inputs or {}), run
        for name, job in jobs.items():
            needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
            context = {"needs": {each: run.results[each] for each in needs}, "ok": True}
            wanted = job.get("if")
            if not (self._true(str(wanted), context) if wanted is not None else self._good(needs, run)):
                run.results[name] = "skipped"
                continue
            run.results[name] = self._job(name, job, context)
        return run

    def _good(self, needs: list[str], run: Run) -> bool:
        return all(run.results[each] == "success" for each in needs)

    def _job(self, name: str, job: dict[str, Any], context: dict[str, Any]) -> str:
        place = self._here / name / "work"
        place.mkdir(parents=True)
        self._write = "write" if job.get("permissions", {}).get("contents") == "write" else "read"
        self._saved: list[tuple[str, str]] = []
        context = {**context, "ok": True, "inputs": self._inputs, "steps": {}}
        for step in job["steps"]:
            self._step(step, place, context)
        if context["ok"]:
            for key, path in self._saved:  # what `actions/cache` keeps at a job's end
                self._save(key, place / path)
        return "success" if context["ok"] else "failure"

    def _step(self, step: dict[str, Any], place: Path, context: dict[str, Any]) -> None:
        wanted = str(step.get("if", "success()"))
        if "always()" not in wanted and not context["ok"]:
            return
        if not self._true(wanted, context):
            return
        try:
            if "run" in step:
                self._shell(step, place, context)
            else:
                self._used(step, place, context)
        except Failed as error:
            self._run.log += f"{error}\n"
            if not step.get("continue-on-error"):
                context["ok"] = False

    # --- steps ---------------------------------------------------------------------------------------------------

    def _shell(self, step: dict[str, Any], place: Path, context: dict[str, Any]) -> None:
        assert "${{" not in step["run"], "nothing from outside stands in a shell's text"
        self._run.ran.append(step.get("name", step["run"]))
        said = self._here / "said"
        said.write_text("")
        given = {name: self._filled(str(value), context) for name, value in step.get("env", {}).items()}
        environment = {
            **self.environment, "GITHUB_ACTION_PATH": str(self.program), "GITHUB_OUTPUT": str(said),
            "GITHUB_ACTIONS": "true", "GITHUB_REF_NAME": "main", "GITHUB_RUN_ID": str(self.runs),
            "GITHUB_EVENT_NAME": self._event, "GITHUB_STEP_SUMMARY": str(self._here / "summary.md"), **given,
        }  # fmt: skip
        if "GITHUB_TOKEN" not in given:
            environment.pop("GITHUB_TOKEN", None)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=place, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        self._run.log += done.stdout + done.stderr
        if step.get("id"):
            pairs = (line.partition("=") for line in said.read_text().splitlines())
            context["steps"][step["id"]] = {name: value for name, _, value in pairs}
        if done.returncode:
            raise Failed(f"step {step.get('name')}: exit code {done.returncode}")

    def _used(self, step: dict[str, Any], place: Path, context: dict[str, Any]) -> None:
        name, _, ref = step["uses"].partition("@")
        assert name == "desk/nightdesk" or re.fullmatch(r"[0-9a-f]{40}", ref), f"{name} is not held by its commit"
        given = {key: self._filled(str(value), context) for key, value in step.get("with", {}).items()}
        if name == "desk/nightdesk":
            action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
            assert set(given) <= set(action["inputs"])
            defaults = {
                key: self._filled(str(value.get("default", "")), context) for key, value in action["inputs"].items()
            }
            inner = {**context, "inputs": {**defaults, **given}, "steps": {}}
            for each in action["runs"]["steps"]:
                self._step(each, place, inner)
            context["ok"] = inner["ok"]
            return
        play = getattr(self, "_" + re.sub(r"\W", "_", name), None)
        assert play is not None, f"the runner does not know {name}"
        play(given, place)

    def _actions_checkout(self, given: dict[str, str], place: Path) -> None:
        assert given["persist-credentials"].lower() == "false", "no credentials stay in a checkout"
        self._git(self.folder, "clone", "-q", "--depth", "1", f"file://{self.origin}", str(place))
        self._git(place, "fetch", "-q", "--depth", "1", "origin", self._sha)
        self._git(place, "checkout", "-q", "--detach", self._sha)
        if self._write != "write":
            self._git(place, "remote", "set-url", "--push", "origin", "file:///no/right/to/push")

    def _actions_cache(self, given: dict[str, str], place: Path) -> None:
        if not given["path"].startswith("~"):
            self._actions_cache_restore(given, place)
            self._saved.append((given["key"], given["path"]))

    def _actions_cache_restore(self, given: dict[str, str], place: Path) -> None:
        found = [key for key in self.caches if key.startswith(given.get("restore-keys", given["key"]).strip())]
        if given["key"] in self.caches or found:
            kept = self.caches[given["key"] if given["key"] in self.caches else found[-1]]
            shutil.copytree(kept, place / given["path"], dirs_exist_ok=True)

    def _actions_cache_save(self, given: dict[str, str], place: Path) -> None:
        self._save(given["key"], place / given["path"])

    def _save(self, key: str, path: Path) -> None:
        if path.is_dir():
            kept = self.folder / "caches" / str(len(self.caches))
            shutil.copytree(path, kept)
            self.caches[key] = kept

    def _actions_upload_artifact(self, given: dict[str, str], place: Path) -> None:
        store = self._here / "artifacts" / given["name"]
        for line in given["path"].split():
            if (place / line).is_file():
                store.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(place / line, store / Path(line).name)

    def _actions_download_artifact(self, given: dict[str, str], place: Path) -> None:
        store = self._here / "artifacts" / given["name"]
        if not store.is_dir():
            raise Failed(f"no artifact {given['name']}")
        shutil.copytree(store, place / given["path"], dirs_exist_ok=True)

    def _actions_upload_pages_artifact(self, given: dict[str, str], place: Path) -> None:
        shutil.copytree(place / given["path"], self._here / "site")

    def _actions_deploy_pages(self, given: dict[str, str], place: Path) -> None:
        shutil.rmtree(self.served, ignore_errors=True)
        shutil.copytree(self._here / "site", self.served)

    # --- expressions ---------------------------------------------------------------------------------------------

    def _filled(self, text: str, context: dict[str, Any]) -> str:
        return _EXPRESSION.sub(lambda match: self._text(self._value(match[1], context)), text)

    def _text(self, value: object) -> str:
        return str(value).lower() if isinstance(value, bool) else str(value)

    def _true(self, text: str, context: dict[str, Any]) -> bool:
        inner = _EXPRESSION.fullmatch(text.strip())
        return bool(self._value(inner[1] if inner else text, context))

    def _value(self, text: str, context: dict[str, Any]) -> object:
        """The value of an expression: its few words are Python's, once its operators are."""
        python = text.replace("&&", " and ").replace("||", " or ")
        python = re.sub(r"!(?!=)", " not ", python)
        python = re.sub(r"needs\.\*\.result", "every_result", python)
        python = re.sub(r"\b(needs|steps)\.([\w-]+)\.(?:outputs\.)?([\w-]+)", r"\1('\2', '\3')", python)
        python = python.replace("github.event.created", "github.created")
        python = re.sub(r"\b(inputs|github|runner)\.([\w-]+)", r"\1('\2')", python)
        github = {
            "event_name": self._event, "created": self.created, "run_id": self.runs, "run_attempt": 1, "token": "secret", "ref_name": "main",
        }  # fmt: skip
        names = {
            "always": lambda: True, "success": lambda: context["ok"], "cancelled": lambda: False,
            "contains": lambda those, one: one in those, "every_result": list(context.get("needs", {}).values()),
            "needs": lambda job, _: context["needs"][job], "github": lambda name: github[name],
            "steps": lambda step, name: context["steps"].get(step, {}).get(name, ""),
            "inputs": lambda name: context.get("inputs", {}).get(name, ""), "runner": lambda _: "Linux",
        }  # fmt: skip
        return eval(python, {"__builtins__": {}}, names)

    def _git(self, folder: Path, *words: str) -> str:
        environment = {**os.environ, **self.environment}
        return subprocess.run(
            ["git", *words], cwd=folder, check=True, capture_output=True, text=True, env=environment
        ).stdout.strip()
