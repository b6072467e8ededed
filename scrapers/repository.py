"""The repository that the content folder lies in: what changed, what others pushed, and a commit on top of that.

Git's own program does it. Nothing is ever forced, and the working tree is touched only once the commit is safe.
"""

from __future__ import annotations

import base64
import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scrapers.errors import ConfigError

#: Who commits, where nobody said otherwise.
NAME, EMAIL = "nightdesk", "nightdesk@users.noreply.github.com"


class Overtaken(Exception):
    """Somebody pushed in the meantime."""


@dataclass(frozen=True)
class Repository:
    """A clone, the remote that it pushes to and the branch there."""

    root: Path
    remote: str
    branch: str

    @classmethod
    def around(cls, folder: Path, *, remote: str, branch: str | None) -> Repository:
        """The clone that a folder lies in. Raises ConfigError where there is none."""
        root = _git(folder, "rev-parse", "--show-toplevel").strip()
        if not root:
            raise ConfigError(f"{folder}: lies in no Git repository; nothing can be kept there")
        return cls(Path(root), remote, branch or _git(folder, "symbolic-ref", "--short", "HEAD").strip())

    def head(self) -> str:
        """The commit that is checked out."""
        return self._git("rev-parse", "HEAD").strip()

    def changed(self, folders: list[str]) -> list[str]:
        """The files below some folders, from the root, that are not as they were committed; deleted ones are not among
        them.
        """
        there = [folder for folder in folders if (self.root / folder).exists()]
        said = self._git("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", *there)
        names = [row[3:] for row in said.split("\0") if row]
        return sorted(name for name in names if (self.root / name).is_file()) if there else []

    def fetched(self) -> str:
        """The commit that the branch is at now, where it is pushed to. Raises ConfigError where there is no branch."""
        if not self.branch:
            raise ConfigError(f"{self.root}: is on no branch; name the one to push to by --branch")
        self._git("fetch", "--quiet", "--no-tags", self.remote, f"refs/heads/{self.branch}")
        return self._git("rev-parse", "FETCH_HEAD").strip()

    def text(self, commit: str, name: str) -> str | None:
        """A file of a commit; None where it holds none of the name."""
        done = _process(self.root, "cat-file", "blob", f"{commit}:{name}")
        return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None

    def committed(self, parent: str, texts: Mapping[str, str], message: str) -> str | None:
        """A commit on top of another with some files as they are given; None where it would change nothing."""
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._git("read-tree", parent, env=index)
            for name, text in texts.items():
                blob = self._git("hash-object", "-w", "--stdin", given=text).strip()
                self._git("update-index", "--add", "--cacheinfo", f"100644,{blob},{name}", env=index)
            tree = self._git("write-tree", env=index).strip()
        if tree == self._git("rev-parse", f"{parent}^{{tree}}").strip():
            return None
        who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in
               (("NAME", NAME), ("EMAIL", EMAIL))}  # fmt: skip
        return self._git("commit-tree", tree, "-p", parent, "-m", message, env={**who, **os.environ}).strip()

    def push(self, commit: str) -> None:
        """Makes a commit the branch's. Raises Overtaken where the branch has moved, ConfigError where it may not be."""
        done = _process(self.root, "push", "--quiet", "--porcelain", self.remote, f"{commit}:refs/heads/{self.branch}")
        if done.returncode == 0:
            return
        said = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
        if any(
            words in said for words in ("fetch first", "non-fast-forward", "cannot lock ref", "failed to update ref")
        ):
            raise Overtaken(said)
        raise ConfigError(f"the push to {self.remote} {self.branch} was refused: {said[-600:]}")

    def arrive(self, commit: str, names: list[str]) -> None:
        """Brings the working tree to a commit that holds its changes to some files; other changes stay."""
        tracked = [name for name in names if self.text("HEAD", name) is not None]
        if tracked:
            self._git("checkout", "--quiet", "HEAD", "--", *tracked)
        for name in set(names) - set(tracked):
            (self.root / name).unlink(missing_ok=True)
        self._git("merge", "--quiet", "--ff-only", commit)

    def _git(self, *words: str, env: Mapping[str, str] | None = None, given: str | None = None) -> str:
        done = _process(self.root, *words, env=env, given=given)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise ConfigError(f"git {words[0]} in {self.root}: {said[-600:] or f'exit code {done.returncode}'}")
        return done.stdout.decode("utf-8", "surrogateescape")


def _token(given: Mapping[str, str]) -> dict[str, str]:
    """Git's settings by which it shows a job's token to the server that gave it, and to no other; written nowhere."""
    token, server = given.get("GITHUB_TOKEN"), given.get("GITHUB_SERVER_URL", "https://github.com")
    if not token:
        return {}
    shown = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{server}/.extraheader",
        "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {shown}",
    }


def _git(folder: Path, *words: str) -> str:
    done = _process(folder, *words)
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else ""


def _process(
    folder: Path, *words: str, env: Mapping[str, str] | None = None, given: str | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["git", *words],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", **_token(os.environ), **(env or {})},
        input=(given or "").encode("utf-8", "surrogateescape"),
        capture_output=True,
        check=False,
    )
