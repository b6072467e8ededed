"""How does what a night wrote stand beside what editors pushed in the meantime? File by file, as data, not as lines.

Three texts of a file are known: `base`, which the night began with, `ours`, as the night left it, and `theirs`, as it
stands where the editors pushed. Of a briefing the night's additions are merged into theirs (`merge`): what an editor
wrote or took away holds. The logs and ledgers only grow, so theirs gets the lines that the night added.
"""

from __future__ import annotations

from dataclasses import replace

from scrapers.briefing import AHEAD, UNSEEN, Section, item_key, link
from scrapers.briefing_file import parse
from scrapers.merge import merge

#: Folders of the content folder that a night writes into.
WRITTEN = ("briefings", "wire", "figures", "claims")


def together(name: str, base: str | None, ours: str, theirs: str | None) -> str | None:
    """The text of the file `name` with both, None where an editor took it away. `ours` differs from `base`."""
    if theirs == base:
        return ours
    if theirs is None or theirs == ours:
        return theirs
    if name.endswith(".md"):
        return _briefing(base, ours, theirs)
    held = set((base or "").split("\n")) | set(theirs.split("\n"))
    fresh = [line for line in ours.split("\n") if line and line not in held]
    return (theirs if theirs.endswith("\n") or not theirs else f"{theirs}\n") + "".join(f"{line}\n" for line in fresh)


def _briefing(base: str | None, ours: str, theirs: str) -> str:
    before, after = (parse(text)[0] for text in (base or "", ours))
    known = {section.id: section for section in before.developments}
    fresh = [section for section in after.sections if not _same(section, known)]
    told = {item_key(item) for headline in (AHEAD, UNSEEN) for item in before.items(headline)}
    seen = {link(citation.url): section.id for section in before.developments for citation in section.citations}
    return merge(
        theirs,
        replace(after, sections=tuple(fresh)),
        {url: home for url, home in seen.items() if home},
        told,
        {section.id: section.id for section in fresh if section.id and section.id in known},
        {window for window in (before.window or after.window,) if window},
    )


def _same(section: Section, known: dict[str | None, Section]) -> bool:
    """A development that the night left as it was; the lists below are always looked at."""
    return bool(section.id) and known.get(section.id) == section
