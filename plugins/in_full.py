"""Which developments of a day stand in full, and which in a line, so that a day is read to its end in five minutes?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from plugins.words import N_, say
from scrapers.briefing import Briefing, Section, nothing_new
from scrapers.passage import Passage, blocks, written

#: Developments that lead the day: set large, before the others stand by their conflicts.
LEAD = 3

#: So many lines of one topic stand together under its name.
TOGETHER = 2


@dataclass(frozen=True, kw_only=True)
class Parted:
    """A day's developments, each in one of the two parts; both in the day's order."""

    full: tuple[Section, ...]
    #: Under "Also reported", a line each that unfolds.
    also: tuple[Section, ...]

    @property
    def lead(self) -> tuple[Section, ...]:
        """What leads the day."""
        return self.full[:LEAD]

    @property
    def rest(self) -> tuple[Section, ...]:
        """What else stands in full."""
        return self.full[LEAD:]


def parted(briefing: Briefing, in_full: int) -> Parted:
    """The first `in_full` that tell something new, and the rest. What an editor pins always stands in full."""
    shown = briefing.developments
    told = [section for section in shown if section.pinned or not nothing_new(section)]
    full = {section.id for section in told[:in_full]} | {section.id for section in shown if section.pinned}
    return Parted(
        full=tuple(section for section in shown if section.id in full),
        also=tuple(section for section in shown if section.id not in full),
    )


def in_a_line(section: Section) -> Section:
    """What a line unfolds to: its first quotation, every row and every word of an editor's.

    What else is quoted of publishers stands on the day's page of evidence, so that a phone need not load it.
    """
    kept: list[str] = []
    quoted = False
    for block in blocks(section.prose):
        if isinstance(block, Passage):
            kept += [] if quoted else [written(block)]
            quoted = True
        else:
            kept.append(block.strip("\n"))
    return replace(section, prose="\n\n".join(kept))


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Lines that stand together."""

    #: Their topic's name; "Elsewhere" for those that share none, "" where no two lines share one.
    name: str
    sections: tuple[Section, ...]


ELSEWHERE = N_("Elsewhere")


def by_topic(sections: Sequence[Section], topic: Callable[[Section], str | None]) -> tuple[Lines, ...]:
    """The lines of one topic together, in the day's order by their first line and among themselves; the rest last."""
    of = [topic(section) for section in sections]
    times = Counter(of)
    names = list(dict.fromkeys(name for name in of if name is not None and times[name] >= TOGETHER))
    groups = [
        Lines(name=name, sections=tuple(section for section, own in zip(sections, of, strict=True) if own == name))
        for name in names
    ]
    rest = tuple(section for section, own in zip(sections, of, strict=True) if own not in names)
    if rest:
        groups.append(Lines(name=say(ELSEWHERE) if groups else "", sections=rest))
    return tuple(groups)
