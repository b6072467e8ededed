"""The briefing file: one day's briefing as Markdown that a person can edit on GitHub's web page.

    Title: Briefing for Friday 21 August 2026
    Date: 2026-08-21
    Window: 2026-08-20 17:30 – 2026-08-21 23:30 UTC

    ## Mediators resume ceasefire talks in Doha {#qz7k3m}

    Topics: Gaza, Ceasefire
    Follows: 2026-08-20#m2x9pd

    Mediators from Qatar and Egypt said that talks had resumed, [Example Wire](https://example.org/a) reports.

    - [Talks "resume": what we know](https://example.org/a) — Example Wire, 2026-08-21 14:20 UTC
    - [Talks restart](https://example.org/b) — Example Wire via Example Post · state media, QA, 2026-08-21 15:02 UTC

    ## What we could not see

    - Example Radio: timeout (no answer within 30 s), 2026-08-21 23:30 UTC

Fields, one sentence a line, then the citations. A heading with an id is a development; the id is its permalink and its
GUID and survives rewording. A heading without one is a plain section. `parse` reads what it can and says what is wrong;
`loads` takes no fault. How a night's new findings come into a file that may have been edited: `scrapers.merge`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from scrapers.briefing import Briefing, Citation, Correction, Section, link
from scrapers.errors import ContentError
from scrapers.fields import Field, known, leading_fields, listed, written
from scrapers.passage import passages

#: The closed list of fields; `nightdesk check` and the editors' guide print it.
FRONT_FIELDS = {
    "Title": "what the day's page is called",
    "Date": "the day, YYYY-MM-DD; it decides the page's address",
    "Window": "from when to when the sources were read, in all runs; the machine widens it until you write your own",
    "Summary": "an editor's sentence for the front page, feeds and mail; without it the first headlines as they stand",
    "Sample": "says that the day is made of invented outlets",
    "Status": "'draft' holds the day back from the site; anything else, or no line, publishes it",
    "Note": "an editor's word above the day; may stand more than once",
}
SECTION_FIELDS = {
    "Topics": "names from content/topics/, with commas",
    "Place": "where it happened, 'Bakhmut, Ukraine'; two with a semicolon",
    "About": "the states that it concerns, with commas",
    "Kind": "what kind of event it is",
    "Follows": "YYYY-MM-DD#id of the story's last development before this one",
    "Related": "YYYY-MM-DD#id of an earlier development of the same subject",
    "Change": "what is new since then; 'new' for a story that begins",
    "Pinned": "'yes' puts it first on the page",
    "Hidden": "'yes' keeps it off the site and out of the feeds; it stays in the file",
    "Note": "an editor's word; may stand more than once",
    "Correction": "YYYY-MM-DD: what was wrong and what is right; may stand more than once",
}
_REPEATED = ("Note", "Correction")

_HEADING = re.compile(r"##[ \t]+(?P<headline>.*?)(?:[ \t]+\{#(?P<id>[a-z0-9][a-z0-9-]*)\})?[ \t]*")
_ID = re.compile(r"\{#([^}]*)\}")
_CITATION = re.compile(
    r"- \[(?P<headline>(?:\\.|[^\[\]\\])*)\]\((?P<url>https?://[^()\s]+)\) — (?P<who>.+?), "
    r"(?P<time>\d{4}-\d\d-\d\d(?: \d\d:\d\d UTC)?|undated)[ \t]*"
)
#: A field that no plain section has.
_OF_DEVELOPMENT = re.compile(r"(?:Topics|Place|About|Kind|Change|Follows|Related): ")
#: A line that somebody means as a citation: a list item that begins with a link.
_CITING = re.compile(r"\s*[-*+•]\s+(?:\[(?:\\.|[^\[\]\\])*\]\(|<?https?://).*")
_MOMENT = r"\d{4}-\d\d-\d\d \d\d:\d\d"
#: What a day covers: "2026-08-20 17:30 – 2026-08-21 23:30 UTC"; with when it was first published, if it was widened.
WINDOW = re.compile(rf"(?P<first>{_MOMENT}) – (?P<last>{_MOMENT}) UTC(?:, first published (?P<began>{_MOMENT}) UTC)?")
_EARLIER = re.compile(r"\d{4}-\d\d-\d\d#[a-z0-9][a-z0-9-]*")
_CORRECTION = re.compile(r"(\d{4}-\d\d-\d\d): *(\S.*)")


# --- reading -----------------------------------------------------------------------------------------------------


def loads(text: str) -> Briefing:
    """The briefing that `text` holds. Raises ContentError, with its line, for the first fault."""
    briefing, faults = parse(text)
    if faults:
        raise faults[0]
    return briefing


def parse(text: str, *, day: date | None = None) -> tuple[Briefing, tuple[ContentError, ...]]:
    """What can be read of `text`, and every fault in the order of its lines.

    A faulty field is left out, a citation that cannot be read stays as prose, and `day` (from the file's name) stands
    in for a `Date:` that is missing, so a slip of an editor's never takes a day off the site.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    faults = list(_odd_lines(lines))
    first = next((n for n, words in enumerate(lines) if words.strip()), 0)
    fields, at = leading_fields(lines, first)
    front = _known(fields, FRONT_FIELDS, faults)
    when = _date(front.get("Date"), faults) if "Date" in front else None
    if when is None:
        if "Date" not in front:
            faults.append(ContentError("there is no 'Date: YYYY-MM-DD' line at the top", line=1))
        when = day or date.min
    elif day is not None and when != day:
        faults.append(
            ContentError(f"'Date: {when}' differs from the file's name; make them one day", line=front["Date"].line)
        )
    if "Title" not in front:
        faults.append(ContentError("there is no 'Title:' line at the top", line=1))

    faults += _window_faults(front.get("Window"))

    headings = [n for n in range(at, len(lines)) if lines[n].startswith("## ") or lines[n] == "##"]
    opening = "\n".join(lines[at : headings[0] if headings else len(lines)]).strip("\n")
    ends = [*headings, len(lines)][1:]
    sections = tuple(_section(lines, start, end, faults) for start, end in zip(headings, ends, strict=True))
    for n, section in enumerate(sections):
        if section.id and any(section.id == other.id for other in sections[:n]):
            faults.append(ContentError(f"the id '{section.id}' stands twice; each needs its own", line=section.line))

    briefing = Briefing(
        day=when,
        title=_value(front, "Title") or f"Briefing for {when}",
        summary=_value(front, "Summary") or "",
        window=_value(front, "Window"),
        sample=_value(front, "Sample"),
        draft=(_value(front, "Status") or "").casefold() == "draft",
        notes=tuple(f.value for f in fields if f.name == "Note"),
        opening=opening,
        sections=sections,
    )
    return briefing, tuple(sorted(faults, key=lambda fault: fault.line or 0))


#: What these fields may say; anything else is a slip that would publish what was to be held back.
_VALUES = {"Status": ("draft", "published"), "Pinned": ("yes", "no"), "Hidden": ("yes", "no")}
_STRAY = re.compile(rf"\s*({'|'.join({*SECTION_FIELDS, *FRONT_FIELDS})})\s*:.*", re.IGNORECASE)


_MARKS = ("<<<<<<<", "=======", ">>>>>>>")


def _odd_lines(lines: Sequence[str]) -> Iterator[ContentError]:
    """Lines that are hardly meant as they stand: conflict marks, a heading that is none."""
    for number, text in enumerate(lines, start=1):
        if text[:7] in _MARKS and (text[7:8] in ("", " ") if text[0] != "=" else len(text) == 7):
            yield ContentError(
                "a mark of a merge conflict; keep one of the two versions and remove the marks", line=number
            )
        elif text[:1] == "#" and text[:3] != "## " and _ID.search(text):
            yield ContentError("a development's heading begins with '## '", line=number)


def _known(fields: Sequence[Field], names: dict[str, str], faults: list[ContentError]) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for field in fields:
        if field.name in names and field.name not in found and field.name not in _VALUES:
            found[field.name] = field
            continue
        try:
            known([*found.values(), field], names, repeated=_REPEATED)
        except ContentError as fault:
            faults.append(fault)
        else:
            found.setdefault(field.name, field)
            if (allowed := _VALUES.get(field.name)) and field.value.casefold() not in allowed:
                message = f"{field.name} is {' or '.join(repr(each) for each in allowed)}, not '{field.value}'"
                faults.append(ContentError(message, line=field.line))
    return found


def _value(fields: dict[str, Field], name: str) -> str | None:
    return fields[name].value or None if name in fields else None


def _date(field: Field | None, faults: list[ContentError]) -> date | None:
    if field is None:
        return None
    try:
        return date.fromisoformat(field.value)
    except ValueError:
        faults.append(ContentError(f"'{field.value}' is no day; write it as 2026-08-21", line=field.line))
        return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _section(lines: Sequence[str], start: int, end: int, faults: list[ContentError]) -> Section:
    number = start + 1
    match = _HEADING.fullmatch(lines[start])
    headline, identity = (match["headline"], match["id"]) if match else (lines[start][2:].strip(), None)
    if not headline:
        faults.append(ContentError("a heading without words", line=number))
    if identity is None and (odd := _ID.search(headline)):
        faults.append(
            ContentError(f"'{odd[0]}' is no id; write {{#letters-and-digits}} at the end of the line", line=number)
        )
    if identity is None:
        return Section(headline=headline, prose="\n".join(lines[start + 1 : end]).strip("\n"), line=number)

    at = start + 1
    while at < end and not lines[at].strip():
        at += 1
    fields, at = leading_fields(lines, at, end)
    names = _known(fields, SECTION_FIELDS, faults)
    follows, related = (_earlier(names, name, faults) for name in ("Follows", "Related"))
    corrections = []
    for field in (f for f in fields if f.name == "Correction"):
        if made := _CORRECTION.fullmatch(field.value):
            day = _date(Field(name="Correction", value=made[1], line=field.line), faults)
            corrections += [Correction(day=day, text=made[2])] if day else []
        else:
            faults.append(
                ContentError("write 'Correction: 2026-08-22: what was wrong and what is right'", line=field.line)
            )

    citations: list[Citation] = []
    prose: list[str] = []
    for n in range(at, end):
        if lines[n][:3] == "- [" and (cited := _CITATION.fullmatch(lines[n])) is not None:
            citations.append(_citation(cited))
            if cited["time"] != "undated" and citations[-1].published is None:
                faults.append(ContentError(f"'{cited['time']}' is no time; write 2026-08-21 14:20 UTC", line=n + 1))
            continue
        if not lines[n] or lines[n][0] == ">":
            prose.append(lines[n])
            continue
        if _CITING.fullmatch(lines[n]):
            faults.append(
                ContentError("a citation reads: - [Headline](https://…) — Outlet, 2026-08-21 14:20 UTC", line=n + 1)
            )
        if (stray := _STRAY.fullmatch(lines[n])) is not None and "](http" not in lines[n]:
            name = next(each for each in (*SECTION_FIELDS, *FRONT_FIELDS) if each.casefold() == stray[1].casefold())
            message = f"'{name}:' counts only right below the headline, written so: '{name}: …'"
            faults.append(ContentError(message, line=n + 1))
        prose.append(lines[n])
    faults += _quotation_faults(lines, at, end)
    return Section(
        headline=headline,
        id=identity,
        topics=listed(_value(names, "Topics") or ""),
        place=_value(names, "Place"),
        about=listed(_value(names, "About") or ""),
        kind=_value(names, "Kind"),
        follows=follows,
        related=related,
        change=_value(names, "Change"),
        pinned=_yes(names, "Pinned"),
        hidden=_yes(names, "Hidden"),
        notes=tuple(f.value for f in fields if f.name == "Note"),
        corrections=tuple(corrections),
        prose=re.sub(r"\n{3,}", "\n\n", "\n".join(prose)).strip("\n"),
        citations=tuple(citations),
        line=number,
    )


def _quotation_faults(lines: Sequence[str], start: int, end: int) -> Iterator[ContentError]:
    """Block quotations that link an article in their last line and yet are no passage."""
    first = start
    for n in range(start, end):
        if lines[n][:1] != ">":
            first = n + 1
            continue
        last = n + 1 == end or lines[n + 1][:1] != ">"
        if last and "](http" in lines[n] and not passages("\n".join(lines[first : n + 1])):
            form = "write '> the words', and below it '> — [Outlet](https://…)'"
            yield ContentError(f"a quotation of an outlet's: {form}", line=n + 1)


def _window_faults(field: Field | None) -> Iterator[ContentError]:
    """A window that is no span of time: nobody could read what the day covers, and no later run could widen it."""
    told = WINDOW.fullmatch(field.value) if field else None
    if field and (told is None or not _moment(told["first"]) or not _moment(told["last"])):
        yield ContentError("write the window as 2026-08-20 17:30 – 2026-08-21 23:30 UTC", line=field.line)
    elif field and told and told["first"] >= told["last"]:
        yield ContentError(f"the window ends at {told['last']}, before it begins", line=field.line)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(f"{text} +0000", "%Y-%m-%d %H:%M %z")
    except ValueError:
        return None


def is_unmarked(section: Section) -> bool:
    """Whether a plain section has what only a development has: a field, or a citation."""
    return section.id is None and any(
        _CITATION.fullmatch(text) or _OF_DEVELOPMENT.match(text) for text in section.prose.split("\n")
    )


def _earlier(fields: dict[str, Field], name: str, faults: list[ContentError]) -> str | None:
    """The earlier development that a field names; None, with a fault, where it is no link."""
    value = _value(fields, name)
    if value and not (_EARLIER.fullmatch(value) and _is_day(value.partition("#")[0])):
        faults.append(ContentError(f"'{value}' is no link; write 2026-08-20#id", line=fields[name].line))
        return None
    return value


def _yes(fields: dict[str, Field], name: str) -> bool:
    return (_value(fields, name) or "").casefold() in ("yes", "true", "1")


def _citation(match: re.Match[str]) -> Citation:
    who, _, label = match["who"].partition(" · ")
    origin, via, source = who.partition(" via ")
    return Citation(
        headline=re.sub(r"\\(.)", r"\1", match["headline"]) if "\\" in match["headline"] else match["headline"],
        url=match["url"],
        source=source if via else who,
        origin=origin if via else None,
        label=label or None,
        published=time_of(match["time"]),
    )


# --- writing -----------------------------------------------------------------------------------------------------


def dumps(briefing: Briefing) -> str:
    """The briefing as its file; `loads` gives it back. The same briefing gives the same bytes."""
    front = [written("Title", briefing.title), written("Date", briefing.day.isoformat())]
    front += [written("Window", briefing.window)] if briefing.window else []
    front += [written("Summary", briefing.summary)] if briefing.summary else []
    front += [written("Sample", briefing.sample)] if briefing.sample else []
    front += [written("Status", "draft")] if briefing.draft else []
    front += [written("Note", note) for note in briefing.notes]
    pieces = ["\n".join(front), *([briefing.opening] if briefing.opening else [])]
    pieces += [section_text(section) for section in briefing.sections]
    return "\n\n".join(pieces) + "\n"


def section_text(section: Section) -> str:
    """A section as it stands in the file, without a newline at its end."""
    heading = f"## {section.headline} {{#{section.id}}}" if section.id else f"## {section.headline}"
    pieces = [heading, "\n".join(_fields(section)), section.prose]
    pieces.append("\n".join(citation_line(citation) for citation in section.citations))
    return "\n\n".join(piece for piece in pieces if piece)


def _fields(section: Section) -> Iterator[str]:
    if section.topics:
        yield written("Topics", section.topics)
    for name, value in (
        ("Place", section.place),
        ("About", ", ".join(section.about) or None),
        ("Kind", section.kind),
        ("Follows", section.follows),
        ("Related", section.related),
        ("Change", section.change),
        ("Pinned", "yes" if section.pinned else None),
        ("Hidden", "yes" if section.hidden else None),
    ):
        if value:
            yield written(name, value)
    for note in section.notes:
        yield written("Note", note)
    for correction in section.corrections:
        yield written("Correction", f"{correction.day}: {correction.text}")


def citation_line(citation: Citation) -> str:
    """A citation as its line: headline, address, origin and outlet with its label, time."""
    headline = re.sub(r"([\\\[\]])", r"\\\1", citation.headline)
    who = f"{citation.origin} via {citation.source}" if citation.origin else citation.source
    who = f"{who} · {citation.label}" if citation.label else who
    return f"- [{headline}]({link(citation.url)}) — {who}, {time_text(citation.published)}"


def time_text(moment: datetime | None) -> str:
    """`2026-08-21 14:20 UTC`, or `undated`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC") if moment else "undated"


def time_of(text: str) -> datetime | None:
    """The moment `time_text` wrote; midnight UTC of a bare day; None for `undated` or a time that does not exist."""
    try:
        return datetime.fromisoformat(text.removesuffix(" UTC")).replace(tzinfo=UTC)
    except ValueError:
        return None
