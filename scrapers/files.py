"""A file that people edit: every byte is kept, and after a crash it is the old file or the new, never half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def read(path: Path) -> str:
    """The file's text, line ends as they are; bytes that are no UTF-8 survive until `write` puts them back."""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def write(path: Path, text: str) -> None:
    """Put `text` into `path` as UTF-8; bytes that were no UTF-8 when they were read go back as they were."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8", "surrogateescape"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:
            raise OSError(error.errno, error.strerror, str(path)) from error  # a full disk names no file
        raise


def beside(content: Path, name: str) -> Path:
    """A part of the content folder that the night reads: of the folder that was named, else the project's own."""
    own = Path(__file__).parents[1] / "content"
    return next(
        (path for folder in (content, Path("content"), own) if (path := folder / name).exists()), content / name
    )
