"""The files of a day become visible together: after a crash all of them are old, or the next run makes all of them new.

They are first laid down beside, in `.night` of the content folder; the folder's name is what says that they are whole.
Then each takes its place by a rename, which also takes it out of the folder: so the folder tells at any moment which
ones are still to come. What an editor changed between a crash and the next run is never overwritten.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from scrapers import files

FOLDER = ".night"
_LIST = "files.json"


def put(content: Path, changes: Mapping[str, str]) -> None:
    """Writes the files, named below the content folder, all or none. Raises OSError, with nothing changed or nothing
    lost: what is laid down whole is put in its place by the next `finish`.
    """
    if not changes:
        return
    unready = content / f"{FOLDER}.new"
    shutil.rmtree(unready, ignore_errors=True)
    unready.mkdir(parents=True)
    try:
        for number, text in enumerate(changes.values()):
            files.write(unready / str(number), text)
        rows = [{"path": name, "old": _digest(content / name)} for name in changes]
        files.write(unready / _LIST, json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        _synced(unready)
    except OSError:
        shutil.rmtree(unready, ignore_errors=True)
        raise
    os.rename(unready, content / FOLDER)
    _synced(content)
    finish(content)


def finish(content: Path) -> tuple[str, ...]:
    """Puts in their places what a run that was ended left behind; what was left out for an editor's sake, in words."""
    shutil.rmtree(content / f"{FOLDER}.new", ignore_errors=True)
    folder = content / FOLDER
    if not (folder / _LIST).exists():
        shutil.rmtree(folder, ignore_errors=True)
        return ()
    rows = json.loads(files.read(folder / _LIST))
    waiting = [(number, row) for number, row in enumerate(rows) if (folder / str(number)).exists()]
    changed = [row["path"] for number, row in waiting if _digest(content / row["path"]) != row["old"]]
    notes: tuple[str, ...] = ()
    if changed and len(waiting) == len(rows):
        # Nothing of it was seen yet: the run that comes finds the files as the editor left them.
        notes = (f"{content / changed[0]}: changed since a run that was ended; its work is done anew",)
        waiting = []
    for number, row in waiting:
        if row["path"] not in changed:
            (content / row["path"]).parent.mkdir(parents=True, exist_ok=True)
            os.replace(folder / str(number), content / row["path"])
            _synced((content / row["path"]).parent)
        else:
            notes = (*notes, f"{content / row['path']}: changed since a run that was ended; kept as it is")
    shutil.rmtree(folder, ignore_errors=True)
    return notes


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None


def _synced(folder: Path) -> None:
    """The folder's names are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from error
    finally:
        os.close(descriptor)
