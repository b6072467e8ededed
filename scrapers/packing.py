"""A night's files in one, to be carried from the job that reads what strangers wrote to the one that may push.

What comes out of the first job is not trusted: a text is taken only of a regular file of a name that a night writes.
"""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Mapping
from pathlib import Path

from scrapers.beside_edits import WRITTEN
from scrapers.errors import ConfigError

#: A file of a day, and all of them, in bytes: far more than any night wrote.
ONE, ALL = 20_000_000, 60_000_000
_NAME = re.compile(rf"(?:{'|'.join(WRITTEN)})/(\d{{4}})/\1-\d\d-\d\d\.(?:md|jsonl)", re.ASCII)


def pack(path: Path, texts: Mapping[str, str]) -> None:
    """Writes the texts, by their names from the repository's root, into one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w") as archive:
        for name, text in sorted(texts.items()):
            data = text.encode("utf-8", "surrogateescape")
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


def unpacked(path: Path, content: str) -> dict[str, str]:
    """The texts by their names; nothing is written anywhere. Raises ConfigError for whatever no night writes."""
    found: dict[str, str] = {}
    total = 0
    above = "" if content == "." else f"{content}/"
    try:
        with tarfile.open(path, "r:") as archive:
            for member in archive:
                inside = member.name.startswith(above) and _NAME.fullmatch(member.name[len(above) :])
                if not (member.isreg() and inside) or member.name in found:
                    raise ConfigError(f"{path}: holds {member.name!r}, which no night writes")
                total += member.size
                if member.size > ONE or total > ALL:
                    raise ConfigError(f"{path}: {member.name} has {member.size:,} bytes, more than a night writes")
                held = archive.extractfile(member)
                found[member.name] = held.read().decode("utf-8", "surrogateescape") if held else ""
    except (tarfile.TarError, EOFError) as error:
        raise ConfigError(f"{path}: is no packed night ({error})") from error
    return found
