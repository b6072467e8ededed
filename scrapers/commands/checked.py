"""Which files were found whole before? A file is looked at again only when it, or what it is judged by, has changed.

`checked.json` in the cache folder: by each file's path the digest of what was read and, of a briefing, its ids and its
links, for links are looked up every time. It may be lost, and is worth nothing to another version or other settings.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from scrapers import files
from scrapers.digests import program

NAME = "checked.json"

#: The field, what it names, and its line.
Link = tuple[str, str, int]


@dataclass(frozen=True)
class Whole:
    """A file without a fault."""

    digest: str
    ids: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass
class Checked:
    """What is known of earlier runs, and what this one finds."""

    #: Where it is kept; None keeps nothing.
    path: Path | None
    #: Of everything that files are judged by.
    judged_by: str
    _held: dict[str, Whole] = field(default_factory=dict)
    _found: dict[str, Whole] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path | None, judged_by: Iterable[object]) -> Checked:
        """What an earlier run kept in the cache folder, where it judged by the same."""
        digest = hashlib.sha256(repr([program(), *judged_by]).encode()).hexdigest()
        made = cls(folder / NAME if folder else None, digest)
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
            kept = json.loads((made.path or Path()).read_text(encoding="utf-8"))
            if kept["judged_by"] == digest:
                made._held = {
                    name: Whole(of, tuple(ids), tuple((str(a), str(b), int(n)) for a, b, n in links))
                    for name, (of, ids, links) in kept["whole"].items()
                }
        return made

    def whole(self, name: str, digest: str) -> Whole | None:
        """The file as it was found whole; None where it has to be looked at."""
        held = self._held.get(name)
        if held is None or held.digest != digest:
            return None
        self._found[name] = held
        return held

    def keep(self, name: str, whole: Whole) -> None:
        """A file was looked at and has no fault."""
        self._found[name] = whole

    def save(self) -> None:
        """Put away what this run knows; where that cannot be, the next run looks at everything."""
        if self.path is None or self._found == self._held:
            return
        whole = {name: (each.digest, each.ids, each.links) for name, each in self._found.items()}
        with contextlib.suppress(OSError):
            files.write(self.path, json.dumps({"judged_by": self.judged_by, "whole": whole}))
