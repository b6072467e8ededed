"""The errors, as one tree. Each says what is wrong, where, and what to do.

What happens to one source or one page is no error: it is an `Outcome` (see `scrapers.outcome`), and the night goes on.
"""

from __future__ import annotations


class BriefingError(Exception):
    """Anything Nightdesk itself reports; the command prints its message without a traceback."""


class ContentError(BriefingError):
    """A file an editor may have touched cannot be read as it stands.

    `str()` gives `PATH:LINE: MESSAGE`, so that editors and web pages can jump to the place.
    """

    def __init__(self, message: str, *, line: int | None = None, path: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        #: Counted from 1; None if the fault is the file's as a whole.
        self.line = line
        #: As it was given, relative to where the command ran; None while only the text is known.
        self.path = path

    def at(self, path: str) -> ContentError:
        """The same error, told with the file it stands in."""
        return type(self)(self.message, line=self.line, path=path)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        return f"{place}: {self.message}" if place else self.message


class ConfigError(BriefingError):
    """The settings, a source's file, an OPML list or an option is wrong: nothing was fetched."""
