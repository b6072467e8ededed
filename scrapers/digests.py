"""Digests by which a later run knows that something is as it was: of files, and of this program."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_PROGRAM = Path(__file__).parent


@cache
def program() -> str:
    """Of the files of this package (SHA-256, hex): another version may judge otherwise."""
    digest = hashlib.sha256()
    for path in sorted(_PROGRAM.rglob("*")):
        if path.suffix in (".py", ".toml", ".tsv", ".txt", ".json"):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def of_files(*paths: Path) -> str:
    """Of what some files hold (BLAKE2b, hex); one that is missing counts as such."""
    digest = hashlib.blake2b(digest_size=16)
    for path in paths:
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            data = b"\0missing"
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
