"""What the site is made by: our own files, the packages and Python, as one digest, and the templates it has compiled.

Whatever was kept by another maker is made anew: what a change of theme, program or package touches is not guessed at.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from pelican import signals

_ROOT = Path(__file__).parents[1]
_OURS = ("plugins", "scrapers", "theme")
_PACKAGES = Path(jinja2.__file__).parents[1]


def maker(settings: Mapping[str, Any]) -> str:
    """A digest (SHA-256, hex) of everything but `content/` that can change a byte of the site."""
    digest = hashlib.sha256(sys.version.encode())
    for name in sorted(path.name for path in _PACKAGES.glob("*.dist-info")):  # a package's name and version
        digest.update(name.encode() + b"\0")
    for path in _files(settings):
        digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(repr((settings["NIGHTDESK"], settings["SITEURL"], settings["WEBSUB_HUB"])).encode())
    return digest.hexdigest()


def _files(settings: Mapping[str, Any]) -> Iterable[Path]:
    own = [Path(folder) for folder in (*settings["THEME_TEMPLATES_OVERRIDES"], Path(settings["OWN_STYLE"]).parent)]
    folders = [*(_ROOT / name for name in _OURS), Path(settings["THEME"]), *own]
    found = {path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    return sorted({*found, _ROOT / "pelicanconf.py"})


def cache_folder(settings: Mapping[str, Any], name: str) -> Path:
    """Where a build keeps for the next one what it could make anew: beside `content/`."""
    return Path(settings["PATH"]).parent / ".cache" / name


class Compiled(FileSystemBytecodeCache):
    """Templates as compiled for the last build; what cannot be read is compiled anew."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # a damaged file may raise nearly anything
            bucket.reset()


def compiled(settings: Mapping[str, Any]) -> Compiled:
    """The templates that this maker compiled. Compiling folds words of a language in, so each maker has its own folder;
    those of others are removed."""
    kept = cache_folder(settings, "templates")
    folder = kept / maker(settings)[:16]
    if not folder.is_dir():
        shutil.rmtree(kept, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
    return Compiled(str(folder))


def keep_compiled(pelican: Any) -> None:
    """Every generator compiles with the same cache; where none can be kept, each build compiles anew."""
    try:
        cache = compiled(pelican.settings)
    except OSError:
        return
    pelican.settings["JINJA_ENVIRONMENT"] = {**pelican.settings["JINJA_ENVIRONMENT"], "bytecode_cache": cache}


def register() -> None:
    signals.initialized.connect(keep_compiled)
