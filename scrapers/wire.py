"""The wire log: what each source said, a line an article on topic; append-only, and never the text itself.

`content/wire/YYYY/YYYY-MM-DD.jsonl`, committed with the briefing: it tells which article was seen, what became of it
(`cited`, `left out`, `withheld`), the evidence: address, time, status and SHA-256 of what was read, and what was
obeyed of the publisher's rules for machines. An article of which one of the two changes gets a second line; the last
one holds. A few lines are no articles: what the machine wrote into the briefing's lists (`told`) and as its `Window:`
(`window`), by which an editor's hand is known from its own; and the words and names that say most of a development
(`terms`), by which the next days know it again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from scrapers import files
from scrapers.errors import ContentError

CITED = "cited"
LEFT_OUT = "left out"  # on topic, below the day's last place
WITHHELD = "withheld"  # belongs to a development that an editor deleted
TOLD = "told"  # not an article but a line of "Ahead" or "What we could not see" that the briefing was given
WINDOW = "window"  # not an article but the day's `Window:` as the machine wrote it
TERMS = "terms"  # not an article but the terms of a development, with how often each counts
#: What makes an article known on another day.
KNOWN = (CITED, WITHHELD)


@dataclass(frozen=True, kw_only=True)
class WireLine:
    """One article of the wire log."""

    id: str
    #: Id of the development it was cited in, or would have been.
    development: str
    url: str
    canonical: str
    #: Every address and GUID by which it is known again.
    keys: tuple[str, ...]
    source: str
    headline: str
    #: As the source says, ISO 8601 in UTC; None if it does not say.
    published: str | None
    #: When it was read, the status, and the digest of the bytes; None where only its feed's entry was read.
    time: str | None
    status: int | None
    sha256: str | None
    outcome: str
    #: What the publisher says, in words for machines, of how much may be shown, and was obeyed: "nosnippet",
    #: "max-snippet:120, noarchive". Empty where it says nothing; older lines do without.
    obeyed: str = ""
    #: Digests of the sentences that it offers to be quoted (`page.excerpt`), of a cited one: by them a quotation is
    #: known to be word for word without the text. Older lines do without.
    offered: tuple[str, ...] = ()
    #: BCP 47, of an article that is not in English; older lines do without.
    language: str = ""


#: Fields that are left out where they say nothing.
_SPARED = ("obeyed", "offered", "language")


def wire_path(content: Path, day: date) -> Path:
    return content / "wire" / f"{day:%Y}" / f"{day}.jsonl"


def read_day(content: Path, day: date) -> tuple[tuple[WireLine, ...], tuple[ContentError, ...]]:
    """A day's lines, the last of each article; and every line that is none, which the rest does not suffer from."""
    lines, faults = _all_lines(wire_path(content, day))
    return tuple({line.id: line for line in lines}.values()), faults


def known_of(content: Path, day: date) -> tuple[tuple[WireLine, ...], tuple[ContentError, ...]]:
    """Of a day the lines by which an article is known on another day, as `read_day` has them.

    Most articles of a night are only left out: their lines are not parsed, where all are of the form we write.
    """
    path = wire_path(content, day)
    texts = _texts(path)
    begun = [_ID.match(text) for text in texts]
    if all(match or not text.strip() for match, text in zip(begun, texts, strict=True)):
        ids = {match[1] for match in begun if match and any(each in match.string for each in _SAID)}
        texts = [match.string if match and match[1] in ids else "" for match in begun]
    lines, faults = _parsed(path, texts)
    last = {line.id: line for line in lines}.values()
    return tuple(line for line in last if line.outcome in KNOWN), faults


#: How a line of ours begins, and how it says one of the outcomes.
_ID = re.compile(r'\{"id": "([^"\\]*)"')
_SAID = tuple(f'"outcome": "{outcome}"' for outcome in KNOWN)


def _texts(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").split("\n") if path.exists() else []


def _all_lines(path: Path) -> tuple[list[WireLine], tuple[ContentError, ...]]:
    return _parsed(path, _texts(path))


def _parsed(path: Path, texts: Iterable[str]) -> tuple[list[WireLine], tuple[ContentError, ...]]:
    lines: list[WireLine] = []
    faults: list[ContentError] = []
    for number, text in enumerate(texts, start=1):
        if not text.strip():
            continue
        try:
            values = json.loads(text)
            tuples = {name: tuple(values[name]) for name in ("keys", "offered") if name in values}
            line = WireLine(**{**values, **tuples})
            words = (line.id, line.development, line.url, line.canonical, line.source, line.headline, line.outcome)
            if not all(isinstance(word, str) for word in (*words, line.obeyed, line.language, *line.keys)):
                raise ValueError("a word is no text")
            lines.append(line)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            message = f"no line of the wire log ({error}); restore it from the file's history"
            faults.append(ContentError(message, line=number, path=str(path)))
    return lines, tuple(faults)


def other_days(content: Path, day: date) -> Iterator[date]:
    """The days that have a wire log, but for `day` itself, newest first."""
    for path in sorted((content / "wire").glob("*/*.jsonl"), reverse=True):
        try:
            found = date.fromisoformat(path.stem)
        except ValueError:
            continue
        if found != day:
            yield found


def appended(content: Path, day: date, lines: Iterable[WireLine]) -> str | None:
    """The text of the day's log with what it does not hold yet; None where it holds all of it."""
    path = wire_path(content, day)
    held = {line.id: (line.outcome, line.obeyed) for line in _all_lines(path)[0]}
    fresh = [line for line in lines if held.get(line.id) != (line.outcome, line.obeyed)]
    if not fresh:
        return None
    old = files.read(path) if path.exists() else ""
    text = [old, "\n" if old and not old.endswith("\n") else ""]
    for line in fresh:
        values = {name: value for name, value in asdict(line).items() if name not in _SPARED or value}
        text.append(json.dumps(values, ensure_ascii=False) + "\n")
    return "".join(text)
