"""The briefing: one day's developments, in order, with their citations. Its file: `scrapers.briefing_file`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from scrapers.outcome import Result
from scrapers.outlet import house
from scrapers.passage import Passage, passages

UNSEEN = "What we could not see"
AHEAD = "Ahead"

_ITEM = re.compile(r"- (?P<text>.*)")
_LINK = re.compile(r"(?<!\\)\]\(<?(?P<url>https?://[^()\s<>]+)>?(?:\s+\"[^\"]*\")?\)")
_REASON = re.compile(rf": (?=(?:{'|'.join(map(re.escape, Result))})(?:[ ,(]|$))|, \[| \(\[")


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A line of a briefing that names an article."""

    headline: str
    url: str
    #: Where it was read.
    source: str
    #: Who made it, where that is somebody else ("North Wire via Example Post").
    origin: str | None = None
    #: What a reader must know about the source ("state media, RU").
    label: str | None = None
    #: As the source says, UTC; None if it does not say. Midnight where only the day is known.
    published: datetime | None = None

    @property
    def voice(self) -> str:
        """Whose word it is: copies of one wire story, and the desks of one house, have the same."""
        return house(self.origin or self.source)


_QUOTED = re.compile(r"“(?P<words>[^“”]+)” — [^“”]+")
#: What marks within marks become.
INNER = str.maketrans({"“": "‘", "”": "’", "„": "‚", '"': "'", "«": "‹", "»": "›"})


def quoted_heading(words: str, outlet: str) -> str:
    """A publisher's headline as a heading that cannot be taken for ours: in marks, with its name."""
    return f"“{words.translate(INNER)}” — {outlet.translate(INNER)}"


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A dated, public note that something was wrong."""

    day: date
    text: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """One development of a briefing, or, without an id, a plain section."""

    headline: str
    id: str | None = None
    topics: tuple[str, ...] = ()
    #: Where it happened, as its `Place:` line says: "Bakhmut, Ukraine", two of them with a semicolon.
    place: str | None = None
    #: The states that it concerns.
    about: tuple[str, ...] = ()
    kind: str | None = None
    follows: str | None = None
    #: What the day before told of the same subject, where it is not certain that it is the same story.
    related: str | None = None
    change: str | None = None
    pinned: bool = False
    hidden: bool = False
    notes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    #: Markdown: passages (`scrapers.passage`), rows of data as a list, and an editor's own words, a sentence a line.
    prose: str = ""
    citations: tuple[Citation, ...] = ()
    #: Of its heading, counted from 1; 0 before it was written.
    line: int = 0

    @cached_property
    def bare(self) -> str:
        """Its heading without the marks and the name of a publisher (`quoted_heading`)."""
        quoted = _QUOTED.fullmatch(self.headline)
        return quoted["words"] if quoted else self.headline

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Where it happened, each place by itself."""
        return tuple(name.strip() for name in (self.place or "").split(";") if name.strip())

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What it quotes of publishers."""
        return passages(self.prose)

    @cached_property
    def voices(self) -> int:
        """How many independent origins it has."""
        return len({citation.voice for citation in self.citations})

    @property
    def outlets(self) -> int:
        return len({citation.source for citation in self.citations})

    @property
    def urls(self) -> frozenset[str]:
        """Every address it links to, in citations and prose."""
        return frozenset(c.url for c in self.citations) | frozenset(m["url"] for m in _LINK.finditer(self.prose))


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """One day's developments, in order."""

    day: date
    title: str
    #: An editor's; the machine writes none (`plugins/wording.summary` makes one of the headlines).
    summary: str = ""
    window: str | None = None
    sample: str | None = None
    draft: bool = False
    notes: tuple[str, ...] = ()
    #: Markdown between the front matter and the first heading.
    opening: str = ""
    sections: tuple[Section, ...] = ()

    @cached_property
    def developments(self) -> tuple[Section, ...]:
        """What readers see, pinned ones first."""
        shown = [section for section in self.sections if section.id and not section.hidden]
        return tuple(sorted(shown, key=lambda section: not section.pinned))

    def items(self, headline: str) -> tuple[str, ...]:
        """The lines of the list in the plain section of this headline."""
        lines = [line for s in self.sections if not s.id and s.headline == headline for line in s.prose.split("\n")]
        return tuple(match["text"] for line in lines if (match := _ITEM.fullmatch(line)))

    @property
    def updated(self) -> date:
        """The day of its last correction; its own day if it has none."""
        return max([self.day, *(c.day for s in self.sections for c in s.corrections)])


_TOLD_AGAIN = re.compile(r"told again(?:, with no\b.*)?\.?", re.IGNORECASE)


def nothing_new(section: Section) -> bool:
    """Whether its change line says that it is told again and nothing more; an editor may write just `told again`."""
    return _TOLD_AGAIN.fullmatch(section.change or "") is not None


#: How a change line begins that names the outlets whose passages hold what is new.
NEW_WORDS_OF = "new in the words of "


def new_passages(section: Section) -> tuple[Passage, ...]:
    """The passages that its change line calls new."""
    change = section.change or ""
    outlets = change.removeprefix(NEW_WORDS_OF) if change.startswith(NEW_WORDS_OF) else ""
    return tuple(passage for passage in section.passages if outlets and passage.source in outlets)


def item_key(item: str) -> str:
    """What a line of a plain section is about: the words before its first link or its reason."""
    return _REASON.split(item, maxsplit=1)[0]


def link(url: str) -> str:
    """`url` so that it can stand in a Markdown link: brackets and blanks percent-encoded."""
    return re.sub(r"[()\s<>]", lambda match: f"%{ord(match[0]):02X}", url)
